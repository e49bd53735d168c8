"""What it means when the process that reads a file ends without an answer."""

from __future__ import annotations

import signal

from briefing.errors import BriefingError, ReaderFailed, TookTooLong, TookTooMuchMemory
from briefing.reading import memory
from briefing.reading.process import Ending
from briefing.reading.wire import Request

_NO_MEMORY_WINDOWS = (0xC0000017, 0xC000012D)
"""STATUS_NO_MEMORY, STATUS_COMMITMENT_LIMIT."""
_MOST = 0.4
"""Share of the memory limit above which a crash is put down to it: what grows is copied to where
there is twice the room, so that it fails long before all is in use."""
_TIME = ("SIGXCPU", "SIGALRM")


def error(request: Request, ending: Ending) -> BriefingError:
    """The error that an ending amounts to."""
    name = _signal(ending.status)
    if name in _TIME:
        return TookTooLong(request.name, request.seconds)
    killed = name == "SIGKILL"  # not by us: by a system that has run out of memory
    if (
        killed
        or ending.status in (memory.SPENT, *_NO_MEMORY_WINDOWS)
        or memory.tells(ending.complaint)
        or (name and ending.resident > _MOST * request.memory)
    ):
        return TookTooMuchMemory(request.name, request.memory)
    return ReaderFailed(request.name, _reason(name, ending))


def _signal(status: int | None) -> str:
    if status is None or status >= 0:
        return ""
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"


def _reason(name: str, ending: Ending) -> str:
    if name:
        return f"it crashed with {name}"
    if ending.status is None:
        return "it gave no answer"
    said = " ".join(ending.complaint.strip().rpartition("\n")[2].split())
    return f"it ended with status {ending.status}" + (f": {said}" if said else "")

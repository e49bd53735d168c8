"""What the reading process may not do, whatever a file makes a library try.

Memory and time are bounded by the system. The network, other programs, writing, and reading
anything but the program's own files are forbidden by an audit hook, which sees what goes through
Python. Where the system lets a process give up what it may ask of the kernel, ``kernel`` does the
same for what does not.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.reading import kernel, memory

_GRACE_S = 5
"""The parent stops the process in time; these limits are for when there is no parent any more."""
_FAMILIES = frozenset(
    ("socket", "subprocess", "shutil", "tempfile", "pty", "urllib", "http", "ftplib", "imaplib",
     "nntplib", "poplib", "smtplib", "telnetlib", "webbrowser", "syslog", "sqlite3", "_winapi")
)  # fmt: skip
"""Whatever these modules announce is forbidden."""
_HARMLESS = frozenset(("os.putenv", "os.unsetenv", "os.add_dll_directory", "os.walk", "os.fwalk"))
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(PermissionError):
    """Reading a file made a library try something it may not."""


def close(limit: int, seconds: float) -> None:
    """Bound memory (bytes) and time; forbid the network, writing, other programs."""
    sys.dont_write_bytecode = True
    memory.bound(limit)
    if sys.platform != "win32":
        _bound_time(int(seconds) + _GRACE_S)
    places = _own_places()
    kernel.give_up(places)
    sys.addaudithook(_hook(places))


def _bound_time(seconds: int) -> None:
    import resource

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    for which, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _, hard = resource.getrlimit(which)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # A process that uses up its time is told so before it is killed.
        resource.setrlimit(which, (most, most + 1 if which == resource.RLIMIT_CPU else most))


def _own_places() -> tuple[str, ...]:
    """Where the interpreter, its packages and the program lie, each ending in a separator."""
    package = Path(__file__).parents[1]
    places = [each for each in sys.path if each and Path(each) != package.parent]
    places += [str(package), str(package.parent / "assets"), "/usr/share/zoneinfo"]
    places += [os.path.realpath(each) for each in places]
    return tuple({os.path.normcase(each).rstrip(os.sep) + os.sep for each in places})


def _hook(places: tuple[str, ...]) -> Callable[[str, tuple[Any, ...]], None]:
    def inside(path: Any) -> bool:
        if isinstance(path, int) or path is None:
            return True
        whole = os.path.normcase(os.path.abspath(os.fsdecode(path))) + os.sep  # noqa: PTH100
        return whole.startswith(places)

    def hook(event: str, facts: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = facts
            if path == os.devnull:
                return
            if (flags or 0) & _WRITING or set(mode or "") & set("wxa+"):
                raise Forbidden(f"to write {path!r}")
            if not inside(path):
                raise Forbidden(f"to read {path!r}")
        elif event in ("os.listdir", "os.scandir", "ctypes.dlopen", "glob.glob"):
            if not inside(facts[0]):
                raise Forbidden(f"to look into {facts[0]!r}")
        elif event in _HARMLESS:
            return
        elif (family := event.partition(".")[0]) in _FAMILIES or family == "os":
            raise Forbidden(f"{event} {facts[:2]!r}"[:200])

    return hook

"""How the reading process is kept from taking all memory, and how it shows that it tried."""

from __future__ import annotations

import os
import re
import sys

SPENT = 77
"""Exit status of a process that has no memory left to say so."""
ROOM = 64 << 20
"""Bytes kept back, so that an error can still be told."""
_EVERY_S = 0.1
_TELLING = re.compile(
    r"bad_alloc|MemoryError|out of memory|memory allocat|allocate memory|failed to map", re.I
)


def tells(words: str) -> bool:
    """Whether the words of an error are about memory."""
    return _TELLING.search(words) is not None


def bound(limit: int) -> None:
    """Keep this process below so many bytes.

    Linux refuses more. macOS takes such a limit and forgets it, so there a thread looks at what
    is used, and ends the process. On Windows a job object refuses more.
    """
    if sys.platform == "win32":
        from briefing.reading import job

        job.enter(limit)
    elif sys.platform == "darwin":
        import threading

        threading.Thread(target=_watch, args=(limit,), daemon=True).start()
    else:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = limit + ROOM if hard == resource.RLIM_INFINITY else min(limit + ROOM, hard)
        resource.setrlimit(resource.RLIMIT_AS, (min(limit, most), most))


def give_room() -> None:
    """Give back what was kept, when reading has failed."""
    if sys.platform not in ("win32", "darwin"):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _watch(limit: int) -> None:
    import resource
    import time

    # macOS counts bytes here, others kilobytes.
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss <= limit:
        time.sleep(_EVERY_S)
    os._exit(SPENT)

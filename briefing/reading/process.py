"""One process that reads one file, as its parent sees it."""

from __future__ import annotations

import atexit
import hashlib
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from briefing.errors import BriefingError, ReaderFailed
from briefing.readers import Found
from briefing.reading import wire

_ROOT = Path(__file__).parents[2]
"""Where the package ``briefing`` lies."""
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from briefing.reading import child; child.main()"
)  # fmt: skip
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV")
"""Of the environment: without these an interpreter may not start."""
_FIXED = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "LC_ALL": "C",
    "TZ": "UTC",
    "MALLOC_ARENA_MAX": "1",  # more would use up the bounded memory without a need
}
"""The same bytes give the same article, whoever reads them and wherever."""
_CHUNK = 1 << 20
_LONGEST = 1 << 28
"""Bytes of an answer without its attachments."""
_COMPLAINT = 4000
"""Bytes kept of what the process said before it broke down: the last ones."""
_LAST_MOMENTS_S = 1.0
"""How long a process that has closed its mouth may take to end."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a process ended that gave no answer."""

    status: int | None
    """As ``subprocess`` tells it: negative for a signal. None when it had to be stopped."""
    resident: int
    """Bytes it had in memory at most; 0 where the system does not tell."""
    complaint: str
    """The last of what it wrote to its standard error."""


class Process:
    """Threads feed it and listen to it, so that no pipe is ever full while the other end waits.
    They end with it, and it ends with the ``with``."""

    def __init__(self, request: wire.Request, data: bytes) -> None:
        self.progress = (0, 0)
        self.answer: Found | BriefingError | None = None
        self._request, self._data = request, data
        self._complaint = b""
        self._resident = 0
        """Bytes it has had in memory, as far as anybody looked."""
        self._process = _waiting.take() or _start()
        works = (self._listen, self._feed, self._overhear)
        self._threads = [threading.Thread(target=each, daemon=True) for each in works]
        for each in self._threads:
            each.start()

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for each in self._threads:
            each.join()

    def silent(self, patience: float) -> bool:
        """Whether it has said its last word; waits for that so many seconds."""
        self._resident = max(self._resident, _resident(self._process.pid))
        self._threads[0].join(patience)
        return not self._threads[0].is_alive()

    def ending(self) -> Ending:
        """Of a process that is silent and has not answered."""
        resident = max(self._resident, _reap(self._process, _LAST_MOMENTS_S))
        status = self._process.poll()
        self._process.kill()
        self._threads[2].join()
        return Ending(status, resident, self._complaint.decode("utf-8", "replace"))

    def _feed(self) -> None:
        # An OSError says that it has ended already, or was stopped.
        with suppress(OSError), cast("IO[bytes]", self._process.stdin) as pipe:
            pipe.write(wire.pack(self._request))
            whole = memoryview(self._data)
            for start in range(0, len(whole), _CHUNK):
                pipe.write(whole[start : start + _CHUNK])

    def _overhear(self) -> None:
        with cast("IO[bytes]", self._process.stderr) as pipe:
            while said := pipe.read(_COMPLAINT):
                self._complaint = (self._complaint + said)[-_COMPLAINT:]

    def _listen(self) -> None:
        with cast("IO[bytes]", self._process.stdout) as pipe:
            try:
                while self.answer is None and (line := pipe.readline(_LONGEST)):
                    self._hear(wire.answer(line), pipe)
            except ValueError as error:
                reason = f"its answer makes no sense: {error}"
                self.answer = ReaderFailed(self._request.name, reason)

    def _hear(self, answer: wire.Answer, pipe: IO[bytes]) -> None:
        """Raises ValueError for what no child of ours says."""
        if answer.progress is not None:
            self.progress = answer.progress
        elif answer.error is not None:
            self.answer = wire.error(answer.error)
        else:
            sizes = [size for _, size in answer.attachments]
            if min(sizes, default=0) < 0 or sum(sizes) > _LONGEST:
                raise ValueError("its attachments are too large")
            parts = tuple(pipe.read(size) for size in sizes)
            found = wire.whole(answer, parts)
            if found.article.sha256 != hashlib.sha256(self._data).hexdigest():
                raise ValueError("it read other bytes")
            self.answer = found


def _start() -> subprocess.Popen[bytes]:
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ} | _FIXED
    return subprocess.Popen(
        # No user's packages and no current folder on its path
        [sys.executable, "-s", "-P", "-c", _PROGRAM, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_ROOT,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class _Waiting:
    """At most one process that was started ahead and waits for its request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        with self._lock:
            if self._process is None:
                self._process = _start()

    def take(self) -> subprocess.Popen[bytes] | None:
        """It, unless there is none or it has died meanwhile."""
        with self._lock:
            process, self._process = self._process, None
        if process is None or process.poll() is None:
            return process
        _close(process)
        return None

    def dismiss(self) -> None:
        process = self.take()
        if process is not None:
            process.kill()
            process.wait()
            _close(process)


_waiting = _Waiting()
prepare, dismiss = _waiting.prepare, _waiting.dismiss
atexit.register(dismiss)


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()


def _resident(pid: int) -> int:
    """Bytes a process has had in memory at most; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_bytes()
    except OSError:
        return 0
    _, _, most = status.partition(b"VmHWM:")
    return int(most.split(maxsplit=1)[0]) * 1024 if most else 0


def _reap(process: subprocess.Popen[bytes], patience: float) -> int:
    """Wait so many seconds for its end, and give the bytes it had in memory at most.

    0 for what cannot be told: Linux begins to count with what its parent had, so no more than
    that says nothing, and one has to look while it runs.
    """
    if not hasattr(os, "wait4"):
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
        return 0
    import resource  # not on Windows

    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            most = usage.ru_maxrss if usage.ru_maxrss > own else 0
            return most * (1 if sys.platform == "darwin" else 1024)
        time.sleep(0.005)
    return 0

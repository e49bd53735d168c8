"""Files are read and saved whole: what fails leaves what was there."""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from pathlib import Path

from briefing.errors import FileProblem, NotAFile

_FAILURES = (OSError, ValueError, RuntimeError)
"""What the system and pathlib raise: no such thing, a NUL in a name, a ring of links."""


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UMASK = _umask()
"""Asked once, before there are threads: asking means setting it for a moment."""


def read(path: Path, limit: int | None = None) -> bytes:
    """The bytes of a file, at most ``limit + 1`` of them, so that the caller sees an excess.

    Raises FileProblem or NotAFile.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise NotAFile(path)
        if not stat.S_ISREG(kind):  # a pipe or a device may keep one waiting for ever
            raise OSError("It is not an ordinary file")
        with path.open("rb") as file:
            return file.read() if limit is None else file.read(limit + 1)
    except _FAILURES as error:
        raise FileProblem(path, "read", _reason(error)) from error


def write(path: Path, data: bytes) -> None:
    """Write beside the file, flush, replace. Raises FileProblem or NotAFile.

    A link is followed, so that the file it names is replaced and not the link. The file
    keeps the permissions it had.
    """
    import tempfile  # late: the window comes first

    beside: Path | None = None
    try:
        if path.is_dir():
            raise NotAFile(path)
        target = path.resolve()
        if not target.parent.is_dir():
            raise OSError(f"There is no folder “{target.parent}”")
        if target.exists() and not target.is_file():
            raise OSError("It is not an ordinary file")
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "The file is read-only")
        handle, name = tempfile.mkstemp(prefix=".~", suffix=target.suffix, dir=target.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode if mode is not None else 0o666 & ~_UMASK)
        beside.replace(target)
        beside = None
    except _FAILURES as error:
        raise FileProblem(path, "write", _reason(error)) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


class Obstacle(StrEnum):
    """Why a file must not be replaced without asking."""

    EXISTS = "exists"
    CHANGED = "changed"
    """Somebody changed it since we wrote it."""
    OPEN = "open"
    """It seems to be open in another program."""


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def obstacle(path: Path, known: str | None) -> Obstacle | None:
    """What stands against replacing a file; None for nothing.

    ``known`` is the digest of what we last wrote there; None when we never did.
    Raises FileProblem or NotAFile.
    """
    try:
        if _open_elsewhere(path):
            return Obstacle.OPEN
        if path.is_dir():
            raise NotAFile(path)
        if not path.exists():
            return None
    except _FAILURES as error:
        raise FileProblem(path, "write", _reason(error)) from error
    if known is None:
        return Obstacle.EXISTS
    return None if digest(read(path)) == known else Obstacle.CHANGED


def _open_elsewhere(path: Path) -> bool:
    """Word and LibreOffice leave a small owner file beside the document while it is open."""
    owners = (
        f"~${path.name}",
        f"~${path.name[2:]}",  # Word cuts off the start of longer names
        f".~lock.{path.name}#",
    )
    return any((path.parent / each).exists() for each in owners)


def size(path: Path) -> int:
    """Bytes of a file. Raises FileProblem."""
    try:
        return path.stat().st_size
    except _FAILURES as error:
        raise FileProblem(path, "read", _reason(error)) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it, if missing. Raises FileProblem."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except _FAILURES as error:
        raise FileProblem(path, "write", _reason(error)) from error


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).rstrip(".")

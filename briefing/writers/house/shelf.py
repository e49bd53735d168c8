"""The house styles there are: those shipped, and the person's own files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefing import files, paths
from briefing.errors import BriefingError, FileProblem, HouseStyleProblem
from briefing.model.brief import Page
from briefing.writers.house.archive import LARGEST_FILE, Archive
from briefing.writers.house.reading import described, read
from briefing.writers.house.whole import House

DEFAULT = "modern"
_FOLDER = "house-styles"
_SUFFIX = ".docx"
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    """By which ``load`` finds it."""
    name: str
    description: str
    path: Path
    shipped: bool
    problem: BriefingError | None = None
    """Why it cannot be used; None where nothing seems wrong with it."""


def available() -> tuple[Entry, ...]:
    """The shipped ones first, the default before all, then the person's own by name."""
    return tuple(_entry(path, shipped) for path, shipped in _found())


def load(id: str = DEFAULT, page: Page | None = None) -> House:
    """On its own paper, or on ``page`` with the same margins.

    Raises HouseStyleProblem when there is none or it cannot be read.
    """
    for path, shipped in _found():
        if path.stem == id:
            return _loaded(path, _stamp(path), shipped, page)
    known = ", ".join(path.stem for path, _ in _found())
    raise HouseStyleProblem(id, f"there is none of that name. There are: {known}.")


@dataclass(frozen=True, slots=True)
class Met:
    """One of the person's own that a file to be added meets."""

    id: str
    same: bool
    """Whether it is that very file; else it only has its name."""


def met(path: Path) -> Met | None:
    """What ``add`` would meet. Raises what that raises."""
    return _met(_checked(path), path.stem)


def add(path: Path, *, replace: bool = False) -> House:
    """Check a person's file and keep a copy of it; the very same is kept once.

    One of the same name stays beside it, unless it is to ``replace`` that.
    Raises FileProblem, NotAFile, or HouseStyleProblem; nothing is kept then.
    """
    data = _checked(path)
    there = _met(data, path.stem)
    if there is not None and there.same:
        return load(there.id)
    own = folder()
    files.make_folder(own)
    stem = there.id if there is not None and replace else _free(path.stem)
    target = next((each for each, shipped in _found() if each.stem == stem and not shipped), None)
    files.write(target or own / f"{stem}{_SUFFIX}", data)
    return load(stem)


def remove(id: str) -> None:
    """Take away one of the person's own. Raises HouseStyleProblem or FileProblem."""
    for path, shipped in _found():
        if path.stem != id:
            continue
        if shipped:
            raise HouseStyleProblem(id, "it came with the program and stays.")
        try:
            path.unlink()
        except OSError as error:
            raise FileProblem(path, "write", (error.strerror or str(error)).rstrip(".")) from error
        return
    raise HouseStyleProblem(id, "there is none of that name.")


def folder() -> Path:
    """Where the person's own files are kept."""
    return paths.user_data() / _FOLDER


def _found() -> Iterator[tuple[Path, bool]]:
    """Path, and whether it is shipped. Word's own "~$" files are none."""
    taken: set[str] = set()
    for place, shipped in ((paths.TEMPLATES / _FOLDER, True), (folder(), False)):
        try:
            inside = [
                each
                for each in place.iterdir()
                if each.suffix.lower() == _SUFFIX and not each.name.startswith(("~", "."))
            ]
        except OSError:
            continue  # it is not there yet
        for path in sorted(inside, key=lambda each: (each.stem != DEFAULT, each.stem.casefold())):
            if path.stem.casefold() not in taken:
                taken.add(path.stem.casefold())
                yield path, shipped


def _entry(path: Path, shipped: bool) -> Entry:
    try:
        return _entered(path, _stamp(path), shipped)
    except BriefingError as error:
        return Entry(path.stem, path.stem, "", path, shipped, error)


@lru_cache(maxsize=64)
def _entered(path: Path, stamp: tuple[int, int], shipped: bool) -> Entry:
    del stamp  # part of the key: a file that was changed is looked at anew
    archive = Archive(_bytes(path), path.name)
    name, description = described(archive, shipped)
    return Entry(path.stem, name, description, path, shipped)


@lru_cache(maxsize=16)
def _loaded(path: Path, stamp: tuple[int, int], shipped: bool, page: Page | None) -> House:
    del stamp
    return read(_bytes(path), path.name, shipped, page)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError as error:
        raise FileProblem(path, "read", (error.strerror or str(error)).rstrip(".")) from error
    return status.st_mtime_ns, status.st_size


def _bytes(path: Path) -> bytes:
    return files.read(path, limit=LARGEST_FILE)


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _checked(path: Path) -> bytes:
    data = _bytes(path)
    read(data, path.name)
    return data


def _met(data: bytes, stem: str) -> Met | None:
    own = [path for path, shipped in _found() if not shipped]
    for each in own:
        if _same(each, data):
            return Met(each.stem, same=True)
    wanted = _free(stem, {path.stem for path, shipped in _found() if shipped}).casefold()
    return next(
        (Met(each.stem, same=False) for each in own if each.stem.casefold() == wanted), None
    )


def _free(stem: str, taken: Iterable[str] | None = None) -> str:
    """The name of the file, or the next like it that is not among those ``taken``: None for all
    that are."""
    stem = _UNFIT.sub(" ", stem)[:_LONGEST].strip(" .~") or "House style"
    names = (path.stem for path, _ in _found()) if taken is None else taken
    there = {each.casefold() for each in names}
    number, free = 1, stem
    while free.casefold() in there:
        number += 1
        free = f"{stem}-{number}"
    return free

"""The fonts that are at hand, and the best face for what is asked of a family."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from briefing.writers.fonts import files
from briefing.writers.fonts.characters import is_ignorable
from briefing.writers.fonts.face import Face, opened
from briefing.writers.fonts.files import FontFile
from briefing.writers.fonts.rules import rules
from briefing.writers.fonts.subset import subset

_BOLD, _REGULAR, _NORMAL_WIDTH = 700, 400, 5
_SEMIBOLD = 600
"""From here a weight will do for bold."""


@dataclass(frozen=True, slots=True)
class Choice:
    file: FontFile
    embolden: bool = False
    slant: bool = False


class Fonts:
    """Some font files, by family."""

    def __init__(self, found: tuple[FontFile, ...]) -> None:
        self.usable = tuple(each for each in found if each.embeddable)
        self._families: dict[str, list[FontFile]] = {}
        self._names: dict[str, list[FontFile]] = {}
        for each in self.usable:
            for name in each.families:
                self._families.setdefault(name, []).append(each)
            for name in each.names:
                self._names.setdefault(name, []).append(each)
        self._ordered: dict[tuple[bool, bool], tuple[FontFile, ...]] = {}
        self._restricted = {
            name for each in found if each.restricted for name in each.families | each.names
        }

    def has(self, family: str) -> bool:
        name = family.casefold()
        return name in self._families or name in self._names

    def restricted(self, family: str) -> bool:
        """Whether it is there, and its licence forbids embedding."""
        return family.casefold() in self._restricted and not self.has(family)

    def choose(self, family: str, *, bold: bool, italic: bool) -> Choice | None:
        """The face of a family that fits best; what it lacks must be imitated."""
        name = family.casefold()
        found = self._families.get(name) or self._names.get(name)
        if not found:
            return None
        wanted = _BOLD if bold else _REGULAR
        best = min(found, key=lambda each: _distance(each, wanted, italic))
        if best.weights is not None:
            low, usual, high = best.weights
            weight = min(max(wanted, low), high)
            if weight != usual:
                best = replace(best, weight=round(weight), weight_axis=weight)
        return Choice(best, bold and best.weight < _SEMIBOLD, italic and not best.italic)

    def by_plainness(self, *, bold: bool, italic: bool) -> tuple[FontFile, ...]:
        """All, the plain ones of this weight and slant first."""
        key = (bold, italic)
        if key not in self._ordered:
            wanted = _BOLD if bold else _REGULAR
            self._ordered[key] = tuple(
                sorted(
                    self.usable,
                    key=lambda each: (
                        each.fixed,
                        *_distance(each, wanted, italic)[:4],
                        each.family,
                        *_distance(each, wanted, italic)[4:],
                    ),
                )
            )
        return self._ordered[key]


def _distance(file: FontFile, wanted: int, italic: bool) -> tuple[object, ...]:
    low, _, high = file.weights or (file.weight, 0, file.weight)
    near = min(max(wanted, low), high)
    wrong_side = (near >= _SEMIBOLD) != (wanted >= _SEMIBOLD)
    return (
        abs(file.width - _NORMAL_WIDTH),
        wrong_side,
        file.italic != italic,
        abs(near - wanted),
        file.weights is not None,  # a font of its own is drawn for its weight
        near > wanted,
        -file.revision,
        file.outlines != "glyf",
        str(file.path),
        file.index,
    )


@lru_cache(maxsize=1)
def packaged() -> Fonts:
    """Those that come with the program."""
    places: list[Path] = []
    for package, below in rules().packages.items():
        # found and not imported: importing it would list its whole folder
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.origin is not None:
            places.append(Path(spec.origin).parent / below)
    return Fonts(files.scan(places))


@lru_cache(maxsize=1)
def installed() -> Fonts:
    """Those of this machine."""
    return Fonts(files.scan(files.folders()))


_faces: dict[Choice, Face | None] = {}
"""None where it cannot be used."""
_lock = Lock()


def face_of(choice: Choice) -> Face | None:
    """One object for each face in the process; None where its file is damaged or gone."""
    with _lock:
        if choice not in _faces:
            _faces[choice] = _opened(choice)
        return _faces[choice]


def _opened(choice: Choice) -> Face | None:
    try:
        face = Face(choice.file, key=_key(choice), embolden=choice.embolden, slant=choice.slant)
        subset(face, [0])  # rather now than when the document is written
    except (OSError, ValueError):
        return None
    return face


def _key(choice: Choice) -> str:
    file = choice.file
    key = file.postscript.replace(" ", "")
    if file.weight_axis is not None:
        key += f"-{file.weight_axis:g}"
    key += "-Emboldened" * choice.embolden + "-Slanted" * choice.slant
    return key


@lru_cache(maxsize=1024)
def _characters(file: FontFile) -> Any:
    """The set of what the font lists, by number; None when it cannot be read."""
    try:
        return opened(file).unicodes
    except (OSError, ValueError):
        return None


def may_show(file: FontFile, text: str) -> bool:
    """Whether the font lists all of it. It may still be an empty sign there."""
    listed = _characters(file)
    return listed is not None and all(ord(each) in listed or is_ignorable(each) for each in text)

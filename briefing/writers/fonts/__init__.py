"""Fonts for the PDF: the family that is asked for, or what comes nearest to it on this machine.

First a font of the system, then one with the same widths, then one that comes with the program.
For letters it lacks, any font that has them. Nothing is ever fetched.
"""

from __future__ import annotations

import unicodedata

from briefing.errors import FontSubstituted, GlyphsMissing, HouseStyleProblem, Notice
from briefing.writers.fonts import machine
from briefing.writers.fonts.characters import graphemes, is_ignorable, is_private, spoken
from briefing.writers.fonts.face import Face, Shaped
from briefing.writers.fonts.machine import Choice, Fonts, face_of
from briefing.writers.fonts.rules import rules

__all__ = ["Face", "FontBook", "Shaped"]


class FontBook:
    """The fonts of one document; keeps count of what was lacking."""

    def __init__(
        self, language: str = "", *, installed: Fonts | None = None, packaged: Fonts | None = None
    ) -> None:
        """``language`` decides between the Chinese, Japanese and Korean shapes of a character."""
        self._language = language
        self._installed = machine.installed() if installed is None else installed
        self._packaged = machine.packaged() if packaged is None else packaged
        self._faces: dict[tuple[str, bool, bool], Face] = {}
        self._others: dict[tuple[str, Face, str], Face | None] = {}
        self._plain: dict[Face, set[str]] = {}
        self._substituted: dict[str, FontSubstituted] = {}
        self._missing: set[str] = set()

    @property
    def notices(self) -> tuple[Notice, ...]:
        missing = (GlyphsMissing(tuple(sorted(self._missing))),) if self._missing else ()
        return (*(self._substituted[each] for each in sorted(self._substituted)), *missing)

    def face(self, family: str, *, bold: bool = False, italic: bool = False) -> Face:
        """Raises HouseStyleProblem only where not even the program's own fonts are there."""
        key = (family, bold, italic)
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = self._find(family, bold, italic)
        return found

    def _find(self, family: str, bold: bool, italic: bool) -> Face:
        names = [each.strip().lstrip("@") for each in family.split(";")]  # "@": set upright
        for name in names:
            face = self._named(name, bold, italic)
            if face is not None:
                return face
        twins = [twin for name in names for twin in rules().twins(name)]
        near = [each for name in names for each in rules().nearest.get(name.casefold(), ())]
        stand_ins = rules().stand_ins[rules().kind(family)]
        for number, name in enumerate((*twins, *near, *stand_ins)):
            face = self._named(name, bold, italic)
            if face is not None:
                if family:
                    self._tell(names[0], face, number < len(twins) and not face.embolden)
                return face
        raise HouseStyleProblem(family, "there is no font for it, nor one to stand in")

    def _tell(self, wanted: str, face: Face, same_widths: bool) -> None:
        before = self._substituted.get(wanted.casefold())
        self._substituted[wanted.casefold()] = FontSubstituted(
            wanted if before is None else before.wanted,
            face.family if before is None else before.used,
            same_widths and (before is None or before.same_widths),
            self._installed.restricted(wanted),
        )

    def _named(self, family: str, bold: bool, italic: bool) -> Face | None:
        """One of the system before one that comes with the program."""
        for fonts in (self._installed, self._packaged):
            face = _usable(fonts.choose(family, bold=bold, italic=italic))
            if face is not None:
                return face
        return None

    def pieces(self, text: str, face: Face, language: str = "") -> list[tuple[Face, str]]:
        """The text in parts, each with a face that has all of its letters.

        A letter that no font has comes back as its number, in the face that was asked for.
        """
        plain = self._plain.get(face)
        if plain is None:
            plain = self._plain[face] = set()
        if plain.issuperset(text):
            return [(face, text)]
        # what a character of the private use area looks like, each font decides for itself
        plain.update(each for each in set(text) if face.shows(each) and not is_private(each))
        if plain.issuperset(text):
            return [(face, text)]
        language = spoken(text) or language or self._language
        found: list[tuple[Face, str]] = []
        for cluster in graphemes(text):
            for at, shown in self._cluster(cluster, face, language):
                if found and found[-1][0] is at:
                    found[-1] = (at, found[-1][1] + shown)
                else:
                    found.append((at, shown))
        return found

    def _cluster(self, cluster: str, face: Face, language: str) -> list[tuple[Face, str]]:
        """A letter with its marks."""
        if _shows(face, cluster) and not any(map(is_private, cluster)):
            return [(face, cluster)]
        other = self._other(cluster, face, language)
        if other is not None:
            return [(other, cluster)]
        if len(cluster) > 1:
            return [part for each in cluster for part in self._cluster(each, face, language)]
        for instead in rules().instead.get(cluster, ()):
            if face.shows(instead):
                return [(face, instead)]
        for instead in rules().instead.get(cluster, ()):
            other = self._other(instead, face, language)
            if other is not None:
                return [(other, instead)]
        self._missing.add(cluster)
        number = f"[U+{ord(cluster):04X}]"
        return [(face if _shows(face, number) else self.face(""), number)]

    def _other(self, cluster: str, face: Face, language: str) -> Face | None:
        """The best other face that shows all of it."""
        key = (cluster, face, language)
        if key not in self._others:
            instead = len(cluster) == 1 and any(
                face.shows(each) for each in rules().instead.get(cluster, ())
            )
            lost = instead or any(is_private(each) for each in cluster)
            self._others[key] = None if lost else self._search(cluster, face, language)
        return self._others[key]

    def _search(self, cluster: str, face: Face, language: str) -> Face | None:
        bold, italic = face.bold, face.italic
        first = next((each for each in cluster if not is_ignorable(each)), cluster[0])
        kind = rules().kind(face.family)
        for family in rules().preferred(first, kind, language):
            other = self._named(family, bold, italic)
            if other is not None and _shows(other, cluster):
                return other
        for fonts in (self._installed, self._packaged):
            for file in fonts.by_plainness(bold=bold, italic=italic):
                if machine.may_show(file, cluster):
                    other = _usable(
                        Choice(file, bold and file.weight < 600, italic and not file.italic)
                    )
                    if other is not None and _shows(other, cluster):
                        return other
        return None


def _usable(choice: Choice | None) -> Face | None:
    return None if choice is None else face_of(choice)


def _shows(face: Face, cluster: str) -> bool:
    """Whether the face has all of it, be it as one letter or as letter and mark."""
    return all(map(face.shows, cluster)) or all(
        map(face.shows, unicodedata.normalize("NFC", cluster))
    )

"""Fonts for the PDF: those of the house style, and for letters they lack any of the system's.

The house style's fonts come with a Python package, so a document looks the same on each
machine; only letters that they lack depend on what is installed.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefing.errors import HouseStyleProblem
from briefing.writers import system_fonts
from briefing.writers.style import Fonts, HouseStyle

_IGNORABLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\x00-\x1f\x7f-\x9f]"
)
"""Unicode's Default_Ignorable_Code_Point, and controls: nothing is drawn for these."""


class EmbeddedFont(TTFont):
    """A TrueType font whose text can be copied out whole.

    ReportLab's own table of characters gives five digits to those beyond U+FFFF, which
    readers take for nonsense, and U+0000 to slots that are not used.
    """

    def addObjects(self, doc: Any) -> None:
        subsets = [list(each) for each in self.state[doc].subsets]
        known = set(doc.idToObject)
        cast("Any", super()).addObjects(doc)
        streams: list[Any] = [
            each
            for name, each in doc.idToObject.items()
            if name not in known and name.startswith("toUnicodeCMap:")
        ]
        for stream, subset in zip(streams, subsets, strict=True):
            stream.content = _character_map(subset)


def _character_map(subset: list[int]) -> str:
    rows = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks = "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (rows[n : n + 100] for n in range(0, len(rows), 100))  # 100 is the limit
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{blocks}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


@dataclass(frozen=True, slots=True)
class Face:
    """A font that is ready for use."""

    name: str
    """As ReportLab knows it."""
    characters: frozenset[str]
    """What it can show."""


class FontSet:
    """The faces of a house style for one document; keeps count of letters no font has."""

    def __init__(self, style: HouseStyle) -> None:
        self._fonts = style.fonts
        self._faces = [
            [_packaged(style.id, style.fonts.package, name) for name in row]
            for row in (
                (style.fonts.regular, style.fonts.italic),
                (style.fonts.bold, style.fonts.bold_italic),
            )
        ]
        self._missing: set[str] = set()
        self.right_to_left = False
        """Whether any text so far is written from right to left."""

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(sorted(self._missing))

    def name(self, *, bold: bool, italic: bool) -> str:
        return self._faces[bold][italic].name

    def pieces(self, text: str, *, bold: bool, italic: bool) -> list[tuple[str, str]]:
        """The text in parts, each with the name of a font that has all of its letters."""
        face = self._faces[bold][italic]
        if face.characters.issuperset(text):
            return [(face.name, text)]
        pieces: list[tuple[str, str]] = []
        for character in _IGNORABLE.sub("", text):
            self.right_to_left |= unicodedata.bidirectional(character) in ("R", "AL")
            font, shown = self._shown(character, face)
            if pieces and pieces[-1][0] == font:
                pieces[-1] = (font, pieces[-1][1] + shown)
            else:
                pieces.append((font, shown))
        return pieces

    def _shown(self, character: str, face: Face) -> tuple[str, str]:
        """Which font shows a character, and as what."""
        if character in face.characters:
            return face.name, character
        if character.isspace():
            return face.name, " "
        private = unicodedata.category(character) == "Co"  # each font has its own idea of it
        other = None if private else _fallback(character, self._fonts)
        if other is not None:
            return other, character
        self._missing.add(character)
        return face.name, f"[U+{ord(character):04X}]"


@lru_cache(maxsize=64)
def _packaged(style: str, package: str, file: str) -> Face:
    # the package is found and not imported: importing it would list its whole folder
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise HouseStyleProblem(style, f"the Python package {package} is not installed")
    path = Path(spec.origin).parent / "files" / file
    try:
        return _register(Path(file).stem, path, 0)
    except (TTFError, OSError) as error:
        raise HouseStyleProblem(style, f"the font {file} cannot be read: {error}") from error


def _register(name: str, path: Path, index: int) -> Face:
    font = EmbeddedFont(name, str(path), subfontIndex=index)
    cast("Any", pdfmetrics).registerFont(font)
    glyphs: dict[int, int] = font.face.charToGlyph
    places: list[int] = font.face.glyphPos
    characters = frozenset(
        chr(code)
        for code, glyph in glyphs.items()
        # an empty glyph shows something only where nothing is meant to be seen
        if glyph and (places[glyph + 1] > places[glyph] or chr(code).isspace())
    )
    return Face(name, frozenset(c for c in characters if not _IGNORABLE.match(c)))


@lru_cache(maxsize=4096)
def _fallback(character: str, fonts: Fonts) -> str | None:
    """Name of the first font of the system that shows the character."""
    for font in system_fonts.ordered(fonts.fallback):
        if system_fonts.may_have(font, ord(character)):
            face = _system(font)
            if face is not None and character in face.characters:
                return face.name
    return None


@lru_cache(maxsize=256)
def _system(font: system_fonts.FontFile) -> Face | None:
    try:
        return _register(f"{font.path.stem}-{font.index}", font.path, font.index)
    except (TTFError, OSError, ValueError, IndexError, KeyError):
        return None  # broken, or protected against embedding

"""One face of one font file: its measures, and text shaped in it.

HarfBuzz does the shaping: ligatures, kerning, joined letters, marks at their place.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.writers.fonts.characters import is_ignorable, usual, visible

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.writers.fonts.files import FontFile

_MAX_WORDS = 16_384
_MAX_LETTERS = 96
"""Shaped texts that are kept, and how long they may be: words come again, paragraphs do not."""
_LANGUAGE = "en"
"""Where none is known: HarfBuzz would take that of the machine, and the result would vary."""
_SEMIBOLD = 600
_OGHAM = "\u1680"
"""A space that is seen."""


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """Text as glyphs of a face, from left to right as they are seen."""

    face: Face
    text: str
    """Logical order."""
    ids: tuple[int, ...]
    advances: tuple[int, ...]
    """Font units, as everything here."""
    offsets: tuple[tuple[int, int], ...] | None
    """How far each glyph is moved to the right and up; None where none is."""
    clusters: tuple[int, ...]
    """Index into ``text`` of the first letter that each glyph stands for."""
    width: int
    """In points: ``width * size / face.units``."""
    rtl: bool = False


class Face:
    """Compared by identity; shared between documents and threads."""

    def __init__(
        self, file: FontFile, *, key: str, embolden: bool = False, slant: bool = False
    ) -> None:
        """Raises OSError or ValueError when the file is not a font that can be used."""
        import uharfbuzz  # late: start-up does not need it

        self._harfbuzz: Any = uharfbuzz
        # slow to find, so found once
        self._without_hints: Any = self._harfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        self.file = file
        self.key = key
        """Like a PostScript name; two versions of a font have the same."""
        self.embolden = embolden
        """Must be imitated: the family has no such face. So with ``slant``."""
        self.slant = slant
        self.hb_face: Any = opened(file)
        self._font: Any = self._harfbuzz.Font(self.hb_face)
        if file.weight_axis is not None:
            self._font.set_variations({"wght": file.weight_axis})
        self.units: int = self.hb_face.upem or 1000
        tables = Measures(self.hb_face, self.units)
        self.ascent, self.descent, self.gap = tables.ascent, tables.descent, tables.gap
        """Fractions of the size; ``descent`` is positive."""
        self.underline_position = tables.underline_position
        """From the base line up to the middle of the stroke: negative. Fractions of the size."""
        self.underline_thickness = tables.underline_thickness
        self.strike_position = tables.strike_position
        """From the base line up to the middle of the stroke."""
        self.cap_height = tables.cap_height
        self.italic_angle = tables.italic_angle
        """Degrees, counted against the clock: negative where letters lean to the right."""
        self.box = tables.box
        """Font units: left, bottom, right, top of all glyphs together."""
        self._paints = file.colour
        self._shown: dict[str, bool] = {}
        self._words: dict[tuple[str, bool, bool, str, bool], Shaped] = {}

    @property
    def family(self) -> str:
        return self.file.family

    @property
    def path(self) -> Path:
        return self.file.path

    @property
    def index(self) -> int:
        return self.file.index

    @property
    def bold(self) -> bool:
        """Whether it looks bold, drawn so or imitated."""
        return self.embolden or self.file.weight >= _SEMIBOLD

    @property
    def italic(self) -> bool:
        return self.slant or self.file.italic

    def __repr__(self) -> str:
        return f"Face({self.key})"

    def shows(self, character: str) -> bool:
        """Whether something is seen where something should be."""
        shown = self._shown.get(character)
        if shown is None:
            shown = self._shown[character] = self._shows(character)
        return shown

    def glyph(self, character: str) -> int:
        """0 when it has none."""
        return self._font.get_nominal_glyph(ord(character)) or 0

    def own_width(self, glyph: int) -> int:
        """Advance of a glyph by itself, in font units."""
        return self._font.get_glyph_h_advance(glyph)

    def extents(self, glyph: int) -> tuple[int, int, int, int]:
        """x of its left side, y of its upper side, width, and height, which is negative."""
        found = self._font.get_glyph_extents(glyph)
        if not found:
            return 0, 0, 0, 0
        return found.x_bearing, found.y_bearing, found.width, found.height

    def _shows(self, character: str) -> bool:
        if is_ignorable(character):
            return True  # nothing is drawn for it, in any font
        if character.isspace() and character != _OGHAM:
            # HarfBuzz makes other spaces from the usual one
            return self.glyph(" ") != 0 or self.glyph(character) != 0
        glyph = self.glyph(character)
        if glyph:
            return self._draws(glyph)
        parts = unicodedata.normalize("NFD", character)
        return len(parts) > 1 and all(self.shows(part) for part in parts)

    def _draws(self, glyph: int) -> bool:
        if not self._paints:
            return self.extents(glyph)[2] != 0
        drawn: list[bool] = []

        def pen(*_: object) -> None:
            drawn.append(True)

        functions = self._harfbuzz.DrawFuncs()
        functions.set_line_to_func(pen)
        functions.set_quadratic_to_func(pen)
        functions.set_cubic_to_func(pen)
        self._font.draw_glyph(glyph, functions)
        return bool(drawn)

    def shape(
        self,
        text: str,
        *,
        rtl: bool = False,
        kern: bool = False,
        language: str = "",
        ligatures: bool = True,
    ) -> Shaped:
        """The text in this face, which must show all of its letters.

        Letters that are set apart want no ligatures.
        """
        key = (text, rtl, kern, language, ligatures)
        shaped = self._words.get(key)
        if shaped is None:
            shaped = self._shape(*key)
            if len(text) <= _MAX_LETTERS:
                if len(self._words) >= _MAX_WORDS:
                    self._words.clear()
                self._words[key] = shaped
        return shaped

    def _shape(self, text: str, rtl: bool, kern: bool, language: str, ligatures: bool) -> Shaped:
        buffer = self._buffer(visible(text), rtl, kern, language, ligatures)
        infos = buffer.glyph_infos
        ids = tuple([each.codepoint for each in infos])
        if 0 in ids:  # for want of the variant that is asked for
            buffer = self._buffer(usual(visible(text)), rtl, kern, language, ligatures)
            infos = buffer.glyph_infos
            ids = tuple([each.codepoint for each in infos])
        positions = buffer.glyph_positions or ()
        advances = tuple([each.x_advance for each in positions])
        offsets = tuple([(each.x_offset, each.y_offset) for each in positions])
        return Shaped(
            face=self,
            text=text,
            ids=ids,
            advances=advances,
            offsets=offsets if any(x or y for x, y in offsets) else None,
            clusters=tuple([each.cluster for each in infos]),
            width=sum(advances),
            rtl=rtl,
        )

    def _buffer(self, text: str, rtl: bool, kern: bool, language: str, ligatures: bool) -> Any:
        harfbuzz = self._harfbuzz
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = language or _LANGUAGE
        buffer.guess_segment_properties()
        if not text.isascii():
            buffer.flags = self._without_hints
        harfbuzz.shape(self._font, buffer, {"kern": kern, "liga": ligatures, "clig": ligatures})
        return buffer


def opened(file: FontFile) -> Any:
    """HarfBuzz's own face. Raises OSError or ValueError."""
    import uharfbuzz

    harfbuzz: Any = uharfbuzz
    try:
        face = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(file.path)), file.index)
    except harfbuzz.HarfBuzzError as error:
        raise OSError(str(error)) from error
    if not face.glyph_count:
        raise ValueError(f"there are no letters in {file.path.name}")
    return face


class Measures:
    """Heights of a line as LibreOffice reckons them on Linux, in fractions of the size."""

    def __init__(self, face: Any, units: int) -> None:
        hhea = _Table(face, "hhea")
        os2 = _Table(face, "OS/2")
        post = _Table(face, "post")
        ascent, descent, gap = hhea.signed(4), -hhea.signed(6), hhea.signed(8)
        if ascent < 0 or descent < 0:
            ascent = descent = gap = 0
        if not ascent and not descent:
            ascent, descent, gap = os2.unsigned(74), os2.unsigned(76), 0
        typo_ascent, typo_descent = os2.signed(68), -os2.signed(70)
        use_typo = os2.unsigned(62) & 0x80
        if use_typo and (typo_ascent or typo_descent) and min(typo_ascent, typo_descent) >= 0:
            ascent, descent, gap = typo_ascent, typo_descent, os2.signed(72)
        if not ascent and not descent:
            ascent, descent = units * 4 // 5, units // 5
        self.ascent, self.descent, self.gap = ascent / units, descent / units, max(gap, 0) / units
        thickness = post.signed(10) or units // 20
        position = post.signed(8) or -units // 10
        self.underline_thickness = thickness / units
        self.underline_position = (position - thickness / 2) / units
        strike = os2.signed(28) or round(ascent * 0.33)
        self.strike_position = (strike - os2.signed(26) / 2) / units
        has_cap_height = os2.unsigned(0) >= 2 and os2.signed(88) > 0
        self.cap_height = os2.signed(88) / units if has_cap_height else self.ascent * 0.75
        self.italic_angle = post.signed(4) + post.unsigned(6) / 65536
        head = _Table(face, "head")
        self.box = (head.signed(36), head.signed(38), head.signed(40), head.signed(42))


class _Table:
    """Numbers of a table; 0 where it is too short or not there."""

    def __init__(self, face: Any, tag: str) -> None:
        blob = face.reference_table(tag)
        self._data: bytes = bytes(blob.data) if blob is not None else b""

    def signed(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 2], "big", signed=True)

    def unsigned(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 2], "big")

"""The part of a font file that a document needs."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefing.writers.fonts import cff
from briefing.writers.fonts.face import Face

_NEEDED = ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF ")
_VARIATIONS = ("fvar", "gvar", "avar", "HVAR", "MVAR", "cvar", "OS/2")
"""HarfBuzz needs them to fix the weight, and then drops them itself."""


@dataclass(frozen=True, slots=True)
class Subset:
    data: bytes
    """A TrueType font, or the bare outlines (CFF)."""
    places: tuple[int, ...] | None
    """The glyph of each code in it; None where the outlines are numbered by code."""


def subset(face: Face, glyphs: Sequence[int]) -> Subset:
    """Only these glyphs, and what they are made of, without hints and layout rules.

    ``glyphs``: that of each code, in order from 0; the first is that for what is not there, and
    stands for those that are damaged. A font whose licence asks for it is kept whole. Raises
    ValueError where the font is broken.
    """
    try:
        return _made(face, glyphs)
    except ValueError:
        sound = {each for each in glyphs if each and _is_sound(face, each)}
        if not sound or len(sound) == len({*glyphs} - {0}):
            raise
    return _made(face, [each if each in sound else 0 for each in glyphs])


def _is_sound(face: Face, glyph: int) -> bool:
    try:
        _made(face, [0, glyph])
    except ValueError:
        return False
    return True


def _made(face: Face, glyphs: Sequence[int]) -> Subset:
    import uharfbuzz

    harfbuzz: Any = uharfbuzz
    source = face.hb_face
    is_cff = face.file.outlines == "CFF"
    flags = harfbuzz.SubsetFlags
    wanted = harfbuzz.SubsetInput()
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    if is_cff:
        wanted.flags |= flags.DESUBROUTINIZE
    if not face.file.whole:
        wanted.flags |= flags.NO_HINTING
    wanted.unicode_set.clear()
    wanted.glyph_set.update(range(source.glyph_count) if face.file.whole else sorted(set(glyphs)))
    wanted.layout_feature_tag_set.clear()
    if face.file.variable:
        wanted.pin_all_axes_to_default(source)
        if face.file.weight_axis is not None:
            wanted.pin_axis_location(source, "wght", face.file.weight_axis)
    for tag in source.table_tags:
        if tag not in _NEEDED and not (face.file.variable and tag in _VARIATIONS):
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    try:
        plan = harfbuzz.SubsetPlan(source, wanted)
        made = plan.execute()
        moved: dict[int, int] = dict(plan.old_to_new_glyph_mapping)
        places = tuple(moved[each] for each in glyphs)
        if not is_cff:
            return Subset(bytes(made.blob.data), places)
        if face.file.whole:
            places += tuple(sorted({*moved.values()} - {*places}))
        outlines = bytes(made.reference_table("CFF ").data)
        return Subset(cff.renumbered(outlines, places), None)
    except (harfbuzz.HarfBuzzError, RuntimeError, struct.error, LookupError) as error:
        raise ValueError(f"{face.path.name} is damaged: {error}") from error

"""Spaces between words: wider ones, and those that a screen reader needs at the end of a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.writers.fonts.face import Shaped
    from briefing.writers.layout.laid import Line, Piece


def is_lacking(line: Line, last: Piece) -> bool:
    """Whether the last word of the line would be joined to the first of the next.

    ``last`` is what is read last of it.
    """
    return line.text[-1:].isspace() and not last.shaped.text.endswith(" ")


def stretched(piece: Piece) -> Shaped:
    """Its letters with wider spaces, where the line is justified.

    The operator that PDF has for that does nothing to fonts whose codes have two bytes.
    """
    shaped = piece.shaped
    added = piece.stretch * shaped.face.units / piece.size
    advances: list[float] = [*shaped.advances]
    text = shaped.text
    glyphs = {cluster: glyph for glyph, cluster in enumerate(shaped.clusters)}
    count = 0
    at = text.find(" ")
    while at >= 0:
        glyph = glyphs.get(at)
        if glyph is None:  # it is one with what stands before it
            glyph = glyphs[max((each for each in glyphs if each < at), default=min(glyphs))]
        advances[glyph] += added
        count += 1
        at = text.find(" ", at + 1)
    return replace(shaped, advances=tuple(advances), width=shaped.width + count * added)

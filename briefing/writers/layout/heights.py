"""How high lines are, as LibreOffice sets the lines of a Word document. Points.

It reckons in twentieths of a point, from letters measured in the steps of its device.
"""

from __future__ import annotations

from math import floor

from briefing.writers.fonts.face import Face
from briefing.writers.house.look import LineRule, ParagraphLook

STEPS = 120
"""To the point, of the device that LibreOffice measures letters with: 8640 to the inch."""
_TWIPS = 20
_BASE = 0.8
"""Of the height of a line that is set: where its base line is."""


def _rounded(value: float) -> int:
    return floor(value + 0.5)


def of_face(face: Face, size: float) -> tuple[float, float]:
    """Above and below the base line; the gap between lines is above."""
    steps = size * STEPS
    ascent, descent = _rounded(face.ascent * steps), _rounded(face.descent * steps)
    per_twip = STEPS / _TWIPS
    gap = _rounded(_rounded(face.gap * steps) / per_twip)
    above = _rounded(ascent / per_twip)
    below = _rounded((ascent + descent) / per_twip) - above
    return (above + gap) / _TWIPS, below / _TWIPS


def overhang(face: Face, size: float) -> float:
    """What italic letters are taken to lean over their width."""
    return floor(sum(of_face(face, size)) * _TWIPS / 12 + 1e-6) / _TWIPS


def of_line(
    look: ParagraphLook, ascent: float, descent: float, *, first: bool
) -> tuple[float, float]:
    """(height, from its top to the base line) of a line whose letters reach so far.

    ``first`` is whether the paragraph begins with it.
    """
    height = ascent + descent
    match look.line_rule:
        case LineRule.EXACT:
            return look.line, look.line * _BASE
        case LineRule.AT_LEAST:
            if look.line <= height:
                return height, ascent
            return look.line, look.line - descent
        case LineRule.MULTIPLE:
            share = _rounded(look.line * 100) / 100
            new = _down(height * share)
            if share >= 1:
                return new, ascent  # what it has more is below its letters
            return new, _down(ascent * share) if first else ascent - (height - new)


def _down(points: float) -> float:
    return floor(points * _TWIPS + 1e-6) / _TWIPS

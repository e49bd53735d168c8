"""What stays together, and how far apart: the rules of Word and LibreOffice, without a page.

Lengths are points.
"""

from __future__ import annotations

from math import ceil

from briefing.writers.house.look import Border, LineRule, ParagraphLook

TOLERANCE = 0.01
"""By how much something may be too high, for the sums are not exact."""
_TWIPS = 20
_TOGETHER = 2
"""Lines that neither stand alone at the foot of a page nor at the top of the next."""


def gap(above: ParagraphLook | None, look: ParagraphLook) -> float:
    """Between two paragraphs, or below what is none."""
    if above is None:
        return look.before
    same = above.id == look.id
    after = 0 if same and above.contextual else above.after
    before = 0 if same and look.contextual else look.before
    return max(after, before)


def joined(above: ParagraphLook, look: ParagraphLook) -> bool:
    """Whether two paragraphs stand in one box: nothing parts their borders and shades."""
    return (
        has_box(look)
        and above.borders == look.borders
        and look.borders.inside_horizontal is None
        and bool(above.shade) == bool(look.shade)
        and above.left + min(0, above.first) == look.left + min(0, look.first)
        and above.right == look.right
    )


def has_box(look: ParagraphLook) -> bool:
    borders = look.borders
    return bool(look.shade or borders.top or borders.bottom or borders.left or borders.right)


def extent(border: Border | None) -> float:
    """How much room a border takes beside the text of a paragraph."""
    return border.width + border.space if border else 0


def let_go(height: float, look: ParagraphLook) -> float:
    """What a line needs less at the foot of a page: the room that its spacing leaves below it."""
    if look.line_rule is LineRule.MULTIPLE and look.line > 1:
        letters = ceil(height * _TWIPS / look.line - TOLERANCE) / _TWIPS
        return max(0.0, height - letters)
    return 0


def first_lines(count: int, look: ParagraphLook) -> int:
    """How many lines of a paragraph must at least stand where it begins."""
    if look.keep_lines:
        return count
    if not look.widow_control:
        return 1
    return count if count < 2 * _TOGETHER else _TOGETHER


def lines_before_break(fitting: int, done: int, count: int, look: ParagraphLook) -> int:
    """How many of the lines that fit may stay: 0 if all the rest of the paragraph must go.

    ``done`` lines stand on pages before, ``count`` is all there are.
    """
    left = count - done
    if fitting >= left:
        return left
    if look.keep_lines:
        return 0
    if look.widow_control:
        if left - fitting < _TOGETHER:
            fitting = left - _TOGETHER
        if not done and fitting < _TOGETHER:
            return 0
    return max(0, fitting)

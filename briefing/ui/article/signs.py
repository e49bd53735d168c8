"""What shows of claims: a wave under what is inferred, and a sign beside the line where a
sentence begins that is somebody's.

As in ``gutter``, all is worked out on each paint, for what is in view only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from briefing.model.annotations import ClaimKind
from briefing.ui import claim_glyphs
from briefing.ui.article.claims import ClaimMark, ClaimMarks
from briefing.ui.article.lines import LineBox, lines_between

SIGN = 12.0
"""Width and height of a sign, in pixels."""
PENCIL = 9.0
_GAP = 2.0
_FROM_TEXT = 3.0
_DROP = 0.62
"""Where the wave stands, in descents below the base line: over the lines of the sections."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Beside the line where a sentence begins."""

    rect: QRectF
    mark: ClaimMark


def arrange(
    lines: Sequence[LineBox], claims: ClaimMarks, left: float, right: float
) -> tuple[Sign, ...]:
    """Signs from ``left`` to ``right``, right of the text; of several sentences that begin on a
    line, as many as there is room for."""
    return tuple(_signs(lines, claims, left + _FROM_TEXT, right)) if lines else ()


def _signs(
    lines: Sequence[LineBox], claims: ClaimMarks, left: float, right: float
) -> Iterator[Sign]:
    free, last = left, float("-inf")
    for mark in claims.between(lines[0].start, lines[-1].end + 1):
        if not mark.shown:
            continue
        line = next(lines_between(lines, mark.start, mark.start + 1), None)
        if line is None:  # it begins above the view
            continue
        x = free if line.top == last else left
        sign = 0.0 if mark.kind is ClaimKind.REPORTED else SIGN
        width = sign + (PENCIL if mark.by_hand else 0.0)
        if x + width > right:
            continue
        middle = line.baseline - line.ascent * 0.36  # of small letters, about
        yield Sign(QRectF(x, middle - SIGN / 2, width, SIGN), mark)
        free, last = x + width + _GAP, line.top


def paint_waves(
    painter: QPainter, lines: Sequence[LineBox], claims: ClaimMarks, colour: QColor
) -> None:
    if not lines:
        return
    for mark in claims.between(lines[0].start, lines[-1].end):
        if mark.kind is not ClaimKind.INFERENCE:
            continue
        for line in lines_between(lines, mark.start, mark.end):
            y = line.baseline + line.descent * _DROP
            for rect in line.rects(mark.start, mark.end):
                claim_glyphs.paint_wave(painter, rect.left(), rect.right(), y, colour)


def paint(painter: QPainter, signs: Sequence[Sign], muted: QColor, ink: QColor) -> None:
    """Quietly, but for what is inferred."""
    for each in signs:
        box = QRectF(each.rect)
        if each.mark.kind is not ClaimKind.REPORTED:
            box.setWidth(SIGN)
            colour = ink if each.mark.kind is ClaimKind.INFERENCE else muted
            claim_glyphs.paint(painter, box, each.mark.kind, colour)
            box.moveLeft(box.right())
        if each.mark.by_hand:
            box.setWidth(PENCIL)
            claim_glyphs.paint_pencil(painter, box)

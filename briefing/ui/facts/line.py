"""The small line under a fact: where it stands, what sort of claim it is, who says it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter

from briefing.model.article import BY_HAND
from briefing.ui import claim_chip, claim_glyphs
from briefing.ui.facts.rows import FactRow
from briefing.ui.painting import bold, line, small, square, text_width

_GAP = 7


@dataclass(frozen=True, slots=True)
class Parts:
    mark: QRect
    chip: QRect
    """Of a claim; empty for other facts."""
    pencil: QRect
    """Of what was set by hand; empty where the chip has it, or nothing was."""
    rest: QRect


def has(row: FactRow) -> bool:
    """Whether there is anything to tell."""
    return bool(row.mark or row.claim or row.corrections or row.details)


def parts(rect: QRect, row: FactRow, font: QFont) -> Parts:
    """Where the parts of the line are, which is ``rect``; ``font`` is that of the text."""
    left = rect.left()

    def take(width: int) -> QRect:
        nonlocal left
        made = QRect(left, rect.top(), min(width, max(0, rect.right() + 1 - left)), rect.height())
        left += made.width() + (_GAP if made.width() else 0)
        return made

    by_hand = bool(row.corrections)
    mark = take(text_width(row.mark, bold(small(font))))
    chip = take(claim_chip.width(row.claim, small(font), by_hand=by_hand))
    pencil = take(claim_chip.PENCIL if by_hand and row.claim is None else 0)
    return Parts(mark, chip, pencil, take(rect.width()))


def paint(
    painter: QPainter,
    rect: QRect,
    row: FactRow,
    font: QFont,
    muted: QColor,
    base: QColor,
    *,
    hot: bool,
) -> None:
    """``hot`` is whether the mouse is over the chip."""
    place, face = parts(rect, row, font), small(font)
    by_hand, said = bool(row.corrections), row.details
    line(painter, place.mark, row.mark, bold(face), muted)
    if row.claim is not None:
        claim_chip.paint(
            painter, place.chip, row.claim, face, muted, base, by_hand=by_hand, hot=hot
        )
    elif by_hand:
        claim_glyphs.paint_pencil(painter, square(place.pencil, claim_chip.PENCIL))
        said = (BY_HAND, *said)
    line(painter, place.rest, "  ·  ".join(said), face, muted)

"""The small line under a point: where it stands, who vouches for it, and who says it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from briefing.ui import claim_chip, contrast
from briefing.ui.painting import bold, line, small, text_width
from briefing.ui.sections.rows import PointRow

_REWORDED = "reworded"
_GAP = 7


@dataclass(frozen=True, slots=True)
class Parts:
    mark: QRect
    chip: QRect
    """Of the kind of claim; empty where there is none."""
    rest: QRect


def has(row: PointRow) -> bool:
    """Whether there is anything to tell."""
    facts = row.facts
    return bool(facts.mark or facts.speakers or row.kind or row.wording is not None)


def parts(rect: QRect, row: PointRow, font: QFont) -> Parts:
    """Where the parts of the line are, which is ``rect``; ``font`` is that of the text."""
    left = rect.left()

    def take(width: int) -> QRect:
        nonlocal left
        made = QRect(left, rect.top(), min(width, max(0, rect.right() + 1 - left)), rect.height())
        left += made.width() + (_GAP if made.width() else 0)
        return made

    mark = take(text_width(row.facts.mark, bold(small(font))))
    chip = take(claim_chip.width(row.kind, small(font), by_hand=row.facts.by_hand))
    return Parts(mark, chip, take(rect.width()))


def paint(
    painter: QPainter,
    rect: QRect,
    row: PointRow,
    font: QFont,
    mark: QColor,
    muted: QColor,
    base: QColor,
    hot: bool,
) -> None:
    """``mark`` is the colour of the section, ``hot`` whether the mouse is over the chip."""
    place = parts(rect, row, font)
    face = small(font)
    colour = contrast.mix(muted, mark, 0.7) if row.counts else muted
    line(painter, place.mark, row.facts.mark, bold(face), colour)
    if row.kind is not None:
        claim_chip.paint(
            painter, place.chip, row.kind, face, muted, base, by_hand=row.facts.by_hand, hot=hot
        )
    rest = QRect(place.rest)
    if row.wording is not None:
        rest.setLeft(_badge(painter, rest, _REWORDED, face, muted) + _GAP)
    line(painter, rest, ", ".join(row.facts.speakers), face, muted)


def _badge(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> int:
    """Paint ``text`` in a dashed frame; gives where it ends. It is no chip: it does nothing."""
    width = min(text_width(text, font) + 2 * claim_chip.PAD, rect.width())
    if width < 24:
        return rect.left()
    frame = QRect(rect.left(), rect.top(), width, rect.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
    round = claim_chip.ROUND
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), round, round)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
    return frame.right() + 1

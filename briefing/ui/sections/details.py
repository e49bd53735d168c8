"""The small line under a point: where it stands, who vouches for it, and who says it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from briefing.model.annotations import ClaimKind
from briefing.ui import claim_glyphs, contrast
from briefing.ui.sections.rows import PointRow

_SMALL = 0.86
"""Size of the details, in that of the text."""
_REWORDED = "reworded"
_GAP = 7
_PAD = 5
"""Between the frame of the chip and what is in it."""
_GLYPH, _PENCIL, _ARROW = 11, 10, 7
_ROUND = 4.0


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

    mark = take(_width(row.facts.mark, bold(small(font))))
    chip = take(_chip_width(row, small(font)))
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
    _put(painter, place.mark, row.facts.mark, bold(face), colour)
    if row.kind is not None:
        _paint_chip(painter, place.chip, row, row.kind, face, muted, base, hot)
    rest = QRect(place.rest)
    if row.wording is not None:
        rest.setLeft(_badge(painter, rest, _REWORDED, face, muted) + _GAP)
    _put(painter, rest, ", ".join(row.facts.speakers), face, muted)


def small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SMALL)
    return made


def bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


# The chip


def _chip_width(row: PointRow, font: QFont) -> int:
    if row.kind is None:
        return 0
    glyph = _GLYPH + 3 if row.kind is not ClaimKind.REPORTED else 0
    pencil = _PENCIL + 3 if row.facts.by_hand else 0
    return 2 * _PAD + glyph + pencil + _width(row.kind.value, font) + 4 + _ARROW


def _paint_chip(
    painter: QPainter,
    rect: QRect,
    row: PointRow,
    kind: ClaimKind,
    font: QFont,
    muted: QColor,
    base: QColor,
    hot: bool,
) -> None:
    """Full for an inference, a frame for what somebody says, neither for what is reported."""
    frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    inferred = kind is ClaimKind.INFERENCE
    ink = base if inferred else muted
    ground = muted if inferred else QColor(Qt.GlobalColor.transparent)
    if hot:
        ground = contrast.mix(base, muted, 0.85 if inferred else 0.18)
    bare = kind is ClaimKind.REPORTED and not hot
    painter.setPen(Qt.PenStyle.NoPen if bare else QPen(contrast.mix(base, muted, 0.55), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(frame, _ROUND, _ROUND)
    left = rect.left() + _PAD

    def box(width: int, gap: int) -> QRectF:
        nonlocal left
        made = QRectF(left, rect.top(), width, rect.height())
        left += width + gap
        return made

    if kind is not ClaimKind.REPORTED:
        claim_glyphs.paint(painter, _square(box(_GLYPH, 3)), kind, ink)
    if row.facts.by_hand:
        claim_glyphs.paint_pencil(painter, _square(box(_PENCIL, 3)), on_accent=inferred)
    words = box(_width(kind.value, font), 4)
    _put(painter, words.toRect(), kind.value, font, ink)
    _arrow(painter, box(_ARROW, 0).center(), ink)


def _arrow(painter: QPainter, centre: QPointF, ink: QColor) -> None:
    pen = QPen(ink, 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach, half = _ARROW / 2 - 0.5, 1.6
    ends = (QPointF(-reach, -half), QPointF(0, half), QPointF(reach, -half))
    painter.drawPolyline(QPolygonF([centre + each for each in ends]))


def _square(box: QRectF) -> QRectF:
    made = QRectF(0, 0, box.width(), box.width())
    made.moveCenter(box.center())
    return made


# Words


def _put(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> None:
    if rect.width() < 12 or not text:
        return
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _badge(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> int:
    """Paint ``text`` in a dashed frame; gives where it ends. It is no chip: it does nothing."""
    width = min(_width(text, font) + 2 * _PAD, rect.width())
    if width < 24:
        return rect.left()
    frame = QRect(rect.left(), rect.top(), width, rect.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
    return frame.right() + 1


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0

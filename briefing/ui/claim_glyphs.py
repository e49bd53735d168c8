"""A small sign for each kind of claim, by shape rather than colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from briefing.model.annotations import ClaimKind
from briefing.ui import icons

_PENCIL = "edit"
_WAVE, _SWING = 5.0, 1.3
"""Length and half the height of a wave, in pixels."""


def paint(painter: QPainter, box: QRectF, kind: ClaimKind, colour: QColor) -> None:
    """Into the middle of ``box``, which is about as wide as high; nothing for what is reported."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    match kind:
        case ClaimKind.INFERENCE:
            _question(painter, square, colour)
        case ClaimKind.QUOTED:
            _marks(painter, square, colour)
        case ClaimKind.ATTRIBUTED:
            _bubble(painter, square, colour)
        case ClaimKind.REPORTED:
            pass
    painter.restore()


def paint_pencil(painter: QPainter, box: QRectF, *, on_accent: bool = False) -> None:
    """The person said so."""
    icons.icon(_PENCIL, on_accent=on_accent).paint(painter, box.toAlignedRect())


def paint_wave(painter: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    """Under what is inferred. The phase is that of the place, so that pieces join."""
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        end = min(x + _WAVE / 2, right)
        swing = -2 * _SWING if up else 2 * _SWING  # of the curve's handle: it goes half as far
        path.quadTo(QPointF((x + end) / 2, y + swing), QPointF(end, y))
        x, up = end, not up
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.1))
    painter.drawPath(path)


def _question(painter: QPainter, box: QRectF, colour: QColor) -> None:
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(8, round(box.height())))
    painter.setFont(font)
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    painter.drawText(box, int(flags), "?")


def _marks(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Two commas, as quotation marks stand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    unit = box.width() / 11
    for x in (1.2, 6.0):
        path = QPainterPath()
        path.addEllipse(QRectF(x, 4.6, 3.8, 3.8))
        path.moveTo(x, 6.6)
        path.cubicTo(x - 0.2, 4.0, x + 1.2, 2.4, x + 3.4, 1.8)
        path.cubicTo(x + 2.2, 2.9, x + 1.9, 3.8, x + 2.0, 5.0)
        path.closeSubpath()
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(unit, unit)
        painter.drawPath(path)
        painter.restore()


def _bubble(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """What is told, in somebody's mouth."""
    unit = box.width() / 11
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.8, 1.4, 9.4, 6.4), 2, 2)
    tail = QPainterPath(QPointF(2.6, 7.4))
    tail.lineTo(2.6, 10.4)
    tail.lineTo(5.6, 7.4)
    tail.closeSubpath()
    painter.translate(box.topLeft())
    painter.scale(unit, unit)
    pen = QPen(colour, 1.2 / unit if unit > 1 else 1.2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.united(tail))

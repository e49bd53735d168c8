"""Strokes that rows of a list are painted with."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget

from briefing.ui import contrast, theme

State = QStyle.StateFlag


def tones(of: QStyleOptionViewItem | QWidget) -> theme.Tones:
    return theme.tones(of.palette.color(QPalette.ColorRole.Base).lightness() < 128)


def bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def small(font: QFont) -> QFont:
    """For details."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.86)
    return made


def rounded(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(rect), theme.RADIUS, theme.RADIUS)


def mark_current(painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
    """A frame round the selected row, stronger where the keys go to it."""
    if not option.state & State.State_Selected:
        return
    own = tones(option)
    accent = QColor(own.accent)
    active = bool(option.state & State.State_Active) and bool(option.state & State.State_HasFocus)
    tint = QColor(accent)
    tint.setAlphaF(0.10)
    painter.setBrush(tint)
    pen = QPen(accent if active else contrast.mix(QColor(own.base), accent, 0.5))
    pen.setWidthF(2.0 if active else 1.0)
    painter.setPen(pen)
    inset = pen.widthF() / 2
    frame = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)


def check_box(painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, on: bool) -> None:
    box = QStyleOptionViewItem(option)
    box.rect = rect
    box.state = State.State_Enabled | (State.State_On if on else State.State_Off)
    style = option.widget.style() if option.widget else QApplication.style()
    style.drawPrimitive(
        QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget
    )


def warning_sign(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A triangle with a stroke and a dot in it, as high as ``rect``."""
    pen = QPen(colour, max(1.2, rect.height() / 9))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = rect.center().x()
    painter.drawPolygon(
        QPolygonF([QPointF(middle, rect.top()), rect.bottomRight(), rect.bottomLeft()])
    )
    high = rect.height()
    painter.drawLine(
        QPointF(middle, rect.top() + 0.40 * high), QPointF(middle, rect.top() + 0.62 * high)
    )
    painter.drawPoint(QPointF(middle, rect.top() + 0.81 * high))

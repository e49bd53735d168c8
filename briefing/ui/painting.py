"""Strokes that rows of lists and trees are painted with."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from briefing.ui import contrast, theme

State = QStyle.StateFlag


def is_dark(option: QStyleOptionViewItem) -> bool:
    """Whether a row is painted light on dark."""
    return option.palette.color(QPalette.ColorRole.Base).lightness() < 128


def tones(option: QStyleOptionViewItem) -> theme.Tones:
    return theme.tones(is_dark(option))


def bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def small(font: QFont) -> QFont:
    """For details."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.86)
    return made


def text_width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0


def line(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> None:
    """One line of text, elided where it is too long."""
    if rect.width() < 12 or not text:
        return
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def square(rect: QRect, side: int) -> QRectF:
    """In the middle of the height of ``rect``, at its left."""
    return QRectF(rect.left(), rect.center().y() + 0.5 - side / 2, side, side)


def rounded(painter: QPainter, rect: QRect, colour: QColor, radius: int = theme.RADIUS) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(rect), radius, radius)


def mark_current(painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
    """A frame round the selected row, stronger where the keys go to it: a tint alone would fight
    with the colour of a section."""
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


def check_box(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, state: Qt.CheckState
) -> None:
    box = QStyleOptionViewItem(option)
    box.rect = rect
    on = state is Qt.CheckState.Checked
    box.state = State.State_Enabled | (State.State_On if on else State.State_Off)
    style = option.widget.style() if option.widget else QApplication.style()
    style.drawPrimitive(
        QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget
    )
    if state is Qt.CheckState.PartiallyChecked:  # an empty box with a dash
        pen = QPen(QColor(tones(option).accent), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, reach = QRectF(rect).center(), rect.width() / 4
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))


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

"""How a house style stands in the list: its name, whose it is, and what it is like."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.ui import theme

DESCRIPTION = Qt.ItemDataRole.UserRole + 1
ORIGIN = Qt.ItemDataRole.UserRole + 2
BROKEN = Qt.ItemDataRole.UserRole + 3

_PADDING = 10
_BAR = 3
"""Width of the bar of colour of the chosen one, in pixels."""
_LINES = 4
"""Of the description, at most."""
_WRAP = Qt.TextFlag.TextWordWrap


class HouseDelegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = (view.viewport().width() if view is not None else 240) - 2 * _PADDING
        bold, plain = _metrics(option)
        said = self._described(plain, index, width)
        return QSize(width, 2 * _PADDING + bold.lineSpacing() + plain.lineSpacing() + said)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tones = theme.tones(theme.is_dark(option.widget))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        area = option.rect
        painter.save()
        if chosen:
            ground = theme.mix(QColor(tones.base), QColor(tones.accent), 0.16)
            painter.fillRect(area, ground)
            painter.fillRect(
                QRect(area.topLeft(), QSize(_BAR, area.height())), QColor(tones.accent)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.mix(QColor(tones.base), QColor(tones.accent), 0.06))
        if focused:
            painter.setPen(QColor(tones.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(tones.border))
        bold, plain = _metrics(option)
        place = area.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        broken = bool(index.data(BROKEN))
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(tones.error if broken else tones.text))
        name = bold.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        place.setTop(place.top() + bold.lineSpacing())
        painter.drawText(place, Qt.AlignmentFlag.AlignTop, str(index.data(ORIGIN)))
        place.setTop(place.top() + plain.lineSpacing())
        painter.setPen(QColor(tones.text))
        painter.drawText(place, _WRAP | Qt.AlignmentFlag.AlignTop, str(index.data(DESCRIPTION)))
        painter.restore()

    def _described(
        self, metrics: QFontMetrics, index: QModelIndex | QPersistentModelIndex, width: int
    ) -> int:
        """Height of the description, in pixels."""
        text = str(index.data(DESCRIPTION))
        if not text:
            return 0
        found = metrics.boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), text)
        return min(found.height(), _LINES * metrics.lineSpacing())


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _metrics(option: QStyleOptionViewItem) -> tuple[QFontMetrics, QFontMetrics]:
    return QFontMetrics(_bold(option.font)), QFontMetrics(option.font)

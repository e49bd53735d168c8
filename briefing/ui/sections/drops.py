"""Where a drop on the tree would go, how that is shown, and the picture of what is dragged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QTreeView, QWidget

from briefing.ui.sections.model import SECTION_MIME

_WIDTH = 2
_PICTURE_WIDTH = 180


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a drop would go, in the terms of the model, and where that is shown."""

    row: int
    parent: QModelIndex
    mark: QRect
    """A line, or the row dropped on."""


def drop_at(view: QTreeView, place: QPoint, data: QMimeData) -> Drop | None:
    """None where nothing would change, or what is dragged is not ours."""
    index = view.indexAt(place)
    if not index.isValid():
        index = _last_visible(view)
        if not index.isValid():
            return None
        place = view.visualRect(index).bottomLeft()
    is_section = data.hasFormat(SECTION_MIME)
    drop = (_of_section if is_section else _of_point)(view, index, place)
    move = Qt.DropAction.MoveAction
    allowed = view.model().canDropMimeData(data, move, drop.row, 0, drop.parent)
    return drop if allowed else None


def _of_section(view: QTreeView, index: QModelIndex, place: QPoint) -> Drop:
    """Above or below the whole group that ``place`` is in."""
    head = index.parent() if index.parent().isValid() else index
    top = view.visualRect(head).top()
    bottom = view.visualRect(_last_shown_of(view, head)).bottom()
    below = place.y() > (top + bottom) // 2
    y = bottom if below else top
    return Drop(head.row() + below, QModelIndex(), _line_at(view, y + 3))


def _of_point(view: QTreeView, index: QModelIndex, place: QPoint) -> Drop:
    rect = view.visualRect(index)
    below = place.y() > rect.center().y()
    parent = index.parent()
    if parent.isValid():
        y = rect.bottom() if below else rect.top()
        return Drop(index.row() + below, parent, _line_at(view, y))
    opened = view.isExpanded(index) and view.model().rowCount(index) > 0
    if below and opened:
        return Drop(0, index, _line_at(view, rect.bottom()))
    return Drop(-1, index, rect)


def _line_at(view: QTreeView, y: int) -> QRect:
    return QRect(6, y, view.viewport().width() - 12, 0)


def _last_shown_of(view: QTreeView, head: QModelIndex) -> QModelIndex:
    count = view.model().rowCount(head)
    return view.model().index(count - 1, 0, head) if count and view.isExpanded(head) else head


def _last_visible(view: QTreeView) -> QModelIndex:
    count = view.model().rowCount()
    return _last_shown_of(view, view.model().index(count - 1, 0)) if count else QModelIndex()


def paint(view: QTreeView, drop: Drop) -> None:
    """On what the view has painted."""
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(view.palette().color(QPalette.ColorRole.Highlight)), _WIDTH))
    mark = drop.mark
    if mark.height() > 1:
        painter.drawRoundedRect(mark.adjusted(6, 8, -6, -1), 6, 6)
    else:
        y = max(4, mark.top())
        painter.drawLine(mark.left() + 8, y, mark.right(), y)
        painter.drawEllipse(QPoint(mark.left() + 4, y), 3, 3)
    painter.end()


def picture(widget: QWidget, text: str) -> QPixmap:
    """The beginning of ``text`` on a slip that what is below shines through."""
    metrics = widget.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _PICTURE_WIDTH - 16)
    size = QSize(metrics.horizontalAdvance(shown) + 16, metrics.height() + 6)
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.75)
    painter.setBrush(widget.palette().color(QPalette.ColorRole.Base))
    painter.setPen(widget.palette().color(QPalette.ColorRole.Mid))
    slip = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(slip, 5, 5)
    painter.setFont(widget.font())
    painter.setPen(widget.palette().color(QPalette.ColorRole.Text))
    painter.drawText(slip, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return pixmap

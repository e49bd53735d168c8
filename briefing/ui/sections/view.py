"""The tree itself: mouse, keys, drag and drop. What they mean is announced."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from briefing.ui.sections.delegate import RowDelegate
from briefing.ui.sections.editor import WordingEditor
from briefing.ui.sections.model import SECTION_MIME, SectionsModel
from briefing.ui.sections.rows import PointRow, SectionRow

_DROP_WIDTH = 2
_PICTURE_WIDTH = 180
_PICTURE_OFF = QPoint(14, 12)
"""From the pointer to the picture of what is dragged."""


class Zone(Enum):
    """The parts of a row that answer to a click by themselves."""

    ROW = auto()
    CHECK = auto()
    CHEVRON = auto()


@dataclass(frozen=True, slots=True)
class _Drop:
    """Where a drop would go, in the terms of the model, and where that is shown."""

    row: int
    parent: QModelIndex
    mark: QRect
    """A line, or the row dropped on."""


class SectionsView(QTreeView):
    point_hovered = Signal(str)
    """Id; empty when the mouse is over no point."""
    point_clicked = Signal(str)
    """Clicked, or reached with the arrow keys."""
    edit_wished = Signal(QModelIndex)

    def __init__(self, model: SectionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sections and points")
        self.setModel(model)
        self._model = model
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # ours says where a section or point will be
        self.setAutoExpandDelay(600)
        self._hovered = ""
        self._pressed: tuple[str, Zone] | None = None
        self._drop: _Drop | None = None
        model.rowsInserted.connect(self._open_new)
        model.modelReset.connect(self.expandAll)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(lambda: self._hover(QModelIndex()))
        self.clicked.connect(self._click)

    # For the panel

    def emphasise(self, point_id: str) -> None:
        if point_id != self._delegate.emphasised:
            changed = (self._delegate.emphasised, point_id)
            self._delegate.emphasised = point_id
            for index in map(self._model.point_index, filter(None, changed)):
                self.update(index)

    def reveal(self, point_id: str) -> None:
        index = self._model.point_index(point_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def commit(self) -> None:
        """Announce what is typed in an open editor, and close it."""
        for editor in self.viewport().findChildren(WordingEditor):
            if not editor.isHidden():
                self._delegate.save(editor)

    def zone_at(self, place: QPoint) -> tuple[QModelIndex, Zone]:
        """Which row, and which part of it, is at ``place`` in the viewport."""
        index = self.indexAt(place)
        row = self._model.row_at(index)
        rect = self.visualRect(index)
        if isinstance(row, SectionRow):
            parts = self._delegate.section_parts(rect, row, self.font())
            if parts.chevron.adjusted(-4, -6, 2, 6).contains(place):
                return index, Zone.CHEVRON
            check = parts.check
        elif isinstance(row, PointRow):
            check = self._delegate.point_parts(rect, row, self.font()).check
        else:
            return index, Zone.ROW
        return index, Zone.CHECK if check.adjusted(-3, -3, 3, 3).contains(place) else Zone.ROW

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        index, zone = self.zone_at(event.position().toPoint())
        if zone is Zone.ROW or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self._pressed = (self._identity(index), zone)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        pressed, self._pressed = self._pressed, None
        index, zone = self.zone_at(event.position().toPoint())
        if (self._identity(index), zone) == pressed:
            if zone is Zone.CHECK:
                self.toggle(index)
            else:
                self.setExpanded(index, not self.isExpanded(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index, zone = self.zone_at(event.position().toPoint())
        if zone is not Zone.ROW:
            self.mousePressEvent(event)  # two quick clicks are two clicks
        elif index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.edit_wished.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def toggle(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            wished = Qt.CheckState.Unchecked if row.taken else Qt.CheckState.Checked
            self._model.setData(index, wished, Qt.ItemDataRole.CheckStateRole)

    def _hover(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        hovered = row.id if isinstance(row, PointRow) else ""
        if hovered != self._hovered:
            self._hovered = hovered
            self.point_hovered.emit(hovered)

    def _click(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if isinstance(row, PointRow):
            self.point_clicked.emit(row.id)

    def _identity(self, index: QModelIndex) -> str:
        row = self._model.row_at(index)
        return f"{type(row).__name__} {row.id}" if row is not None else ""

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if index.isValid():
                self.edit_wished.emit(index)
        else:
            super().keyPressEvent(event)
            if self.currentIndex() != index:
                self._click(self.currentIndex())

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # rows wrap anew

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for position in range(first, last + 1):
                self.expand(self._model.index(position, 0))

    # Drag and drop

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """With a small picture beside the pointer: a whole row would hide where it will land."""
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([index]))
        drag.setPixmap(drag_picture(self, str(index.data())))
        drag.setHotSpot(-_PICTURE_OFF)
        drag.exec(supportedActions & Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        self._show_drop(None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges, opens what is hovered
        self._show_drop(self._drop_at(event.position().toPoint(), event.mimeData()))
        if self._drop is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        drop = self._drop_at(event.position().toPoint(), event.mimeData())
        self._show_drop(None)
        self.setState(QAbstractItemView.State.NoState)
        self.stopAutoScroll()
        if drop is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._model.dropMimeData(
            event.mimeData(), Qt.DropAction.MoveAction, drop.row, 0, drop.parent
        )

    def _drop_at(self, place: QPoint, data: QMimeData) -> _Drop | None:
        """None where nothing would change, or what is dragged is not ours."""
        index = self.indexAt(place)
        if not index.isValid():
            index = self._last_visible()
            if not index.isValid():
                return None
            place = self.visualRect(index).bottomLeft()
        is_section = data.hasFormat(SECTION_MIME)
        drop = self._section_drop(index, place) if is_section else self._point_drop(index, place)
        allowed = self._model.canDropMimeData(
            data, Qt.DropAction.MoveAction, drop.row, 0, drop.parent
        )
        return drop if allowed else None

    def _section_drop(self, index: QModelIndex, place: QPoint) -> _Drop:
        """Above or below the whole group that ``place`` is in."""
        head = index.parent() if index.parent().isValid() else index
        top = self.visualRect(head).top()
        last = self._last_shown_of(head)
        bottom = self.visualRect(last).bottom()
        below = place.y() > (top + bottom) // 2
        y = bottom if below else top
        return _Drop(head.row() + below, QModelIndex(), self._line_at(y + 3))

    def _point_drop(self, index: QModelIndex, place: QPoint) -> _Drop:
        rect = self.visualRect(index)
        below = place.y() > rect.center().y()
        parent = index.parent()
        if parent.isValid():
            y = rect.bottom() if below else rect.top()
            return _Drop(index.row() + below, parent, self._line_at(y))
        opened = self.isExpanded(index) and self._model.rowCount(index) > 0
        if below and opened:
            return _Drop(0, index, self._line_at(rect.bottom()))
        return _Drop(-1, index, rect)

    def _line_at(self, y: int) -> QRect:
        return QRect(6, y, self.viewport().width() - 12, 0)

    def _last_shown_of(self, head: QModelIndex) -> QModelIndex:
        count = self._model.rowCount(head)
        return self._model.index(count - 1, 0, head) if count and self.isExpanded(head) else head

    def _last_visible(self) -> QModelIndex:
        count = self._model.rowCount()
        return self._last_shown_of(self._model.index(count - 1, 0)) if count else QModelIndex()

    def _show_drop(self, drop: _Drop | None) -> None:
        self._drop = drop
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        painter.setPen(QPen(colour, _DROP_WIDTH))
        mark = self._drop.mark
        if mark.height() > 1:
            painter.drawRoundedRect(mark.adjusted(6, 8, -6, -1), 6, 6)
        else:
            y = max(4, mark.top())
            painter.drawLine(mark.left() + 8, y, mark.right(), y)
            painter.drawEllipse(QPoint(mark.left() + 4, y), 3, 3)
        painter.end()


def drag_picture(widget: QWidget, text: str) -> QPixmap:
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

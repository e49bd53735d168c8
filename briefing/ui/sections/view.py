"""The tree itself: mouse, keys, drag and drop. What they mean is announced."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from briefing.ui.sections import drops
from briefing.ui.sections.delegate import RowDelegate
from briefing.ui.sections.editor import WordingEditor
from briefing.ui.sections.model import SectionsModel
from briefing.ui.sections.rows import PointRow, SectionRow

_MOST_OPEN = 400
"""Points that are unfolded by themselves; with more, the sections' names would be lost."""
_PICTURE_OFF = QPoint(14, 12)
"""From the pointer to the picture of what is dragged."""


class Zone(Enum):
    """The parts of a row that answer to a click by themselves."""

    ROW = auto()
    CHECK = auto()
    CHEVRON = auto()
    KIND = auto()
    """Of claim that a point is."""


class SectionsView(QTreeView):
    point_hovered = Signal(str)
    """Id; empty when the mouse is over no point."""
    point_clicked = Signal(str)
    """Clicked, or reached with the arrow keys."""
    edit_wished = Signal(QModelIndex)
    kind_wished = Signal(QModelIndex)
    """The chip with the kind of claim was clicked."""

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
        self._drop: drops.Drop | None = None
        model.rowsInserted.connect(self._open_new)
        model.modelReset.connect(self._open_few)
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
            if self._delegate.chip(rect, row, self.font()).adjusted(-2, -2, 2, 3).contains(place):
                return index, Zone.KIND
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
        self._heat(event.position().toPoint())
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
            elif zone is Zone.KIND:
                self.setCurrentIndex(index)
                self.kind_wished.emit(index)
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
        self._heat(None)
        self._hover(QModelIndex())

    def toggle(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            wished = Qt.CheckState.Unchecked if row.taken else Qt.CheckState.Checked
            self._model.setData(index, wished, Qt.ItemDataRole.CheckStateRole)

    def place_below_chip(self, index: QModelIndex) -> QPoint:
        """The screen's point where a menu about its kind of claim opens."""
        row, rect = self._model.row_at(index), self.visualRect(index)
        if isinstance(row, PointRow):
            rect = self._delegate.chip(rect, row, self.font())
        area = self.viewport().rect()
        corner = QPoint(
            min(max(rect.left(), area.left()), area.right()),
            min(max(rect.bottom() + 2, area.top()), area.bottom()),
        )
        return self.viewport().mapToGlobal(corner)

    def _heat(self, place: QPoint | None) -> None:
        """Show whether the mouse is over the chip of a point."""
        index, zone = self.zone_at(place) if place is not None else (QModelIndex(), Zone.ROW)
        row = self._model.row_at(index)
        hot = row.id if row is not None and zone is Zone.KIND else ""
        if hot != self._delegate.hot_chip:
            changed = (self._delegate.hot_chip, hot)
            self._delegate.hot_chip = hot
            for each in map(self._model.point_index, filter(None, changed)):
                self.update(each)
            if hot:
                self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.viewport().unsetCursor()

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

    def _open_few(self) -> None:
        few = self._model.point_count() <= _MOST_OPEN
        policy = Qt.ScrollBarPolicy
        # A bar that comes once a section is unfolded would have all its rows laid out twice.
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if few else policy.ScrollBarAlwaysOn
        )
        if few:
            self.expandAll()

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid() and self._model.point_count() <= _MOST_OPEN:
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
        drag.setPixmap(drops.picture(self, str(index.data())))
        drag.setHotSpot(-_PICTURE_OFF)
        drag.exec(supportedActions & Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        self._show_drop(None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges, opens what is hovered
        self._show_drop(drops.drop_at(self, event.position().toPoint(), event.mimeData()))
        if self._drop is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        drop = drops.drop_at(self, event.position().toPoint(), event.mimeData())
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

    def _show_drop(self, drop: drops.Drop | None) -> None:
        self._drop = drop
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is not None:
            drops.paint(self, self._drop)

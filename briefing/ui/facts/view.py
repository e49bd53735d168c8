"""The list itself: mouse and keys. What they mean is announced."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLineEdit, QTreeView, QWidget

from briefing.model.corrections import Act
from briefing.ui.facts.delegate import FactDelegate
from briefing.ui.facts.model import FactsModel
from briefing.ui.facts.rows import FactRow


class Part(Enum):
    """Of a row, that is clicked by itself."""

    BOX = auto()
    CHIP = auto()


class FactsView(QTreeView):
    """A tree without branches: unlike a list it passes over headings as the keys move on."""

    row_clicked = Signal(QModelIndex, bool)
    """Clicked, or reached with the keys; whether it was the current one already."""
    row_hovered = Signal(object)
    """FactRow under the mouse; None for none."""
    kind_wished = Signal(QModelIndex)
    """The chip with the kind of a claim was clicked."""

    def __init__(self, model: FactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Facts")
        self.setAccessibleDescription(
            "Arrow keys move and show the words in the article, Enter shows where else they are "
            "meant. Space puts a fact into the briefing, F2 changes it, Delete dismisses it."
        )
        self.setModel(model)
        self._model = model
        self.delegate = FactDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setItemsExpandable(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hovered: object = None
        self._pressed: tuple[QModelIndex, Part] | None = None
        """What the mouse went down on, of what is clicked by itself."""
        self._was_current = False
        """The row that the mouse went down on."""
        self._covered = False
        """The current row, perhaps, by what is told of it."""
        self.entered.connect(self._hover)
        self.viewportEntered.connect(lambda: self._hover(QModelIndex()))
        self.verticalScrollBar().valueChanged.connect(self._reach_end)
        self.clicked.connect(lambda index: self.row_clicked.emit(index, self._was_current))

    # For the panel

    def ask(self, act: Act) -> None:
        """Have something of the current row typed, in its place."""
        index = self.currentIndex()
        if self._model.fact(index) is not None:
            self.commit()
            self.delegate.act = act
            self.scrollTo(index)
            self.edit(index)

    def commit(self) -> None:
        """Announce what is typed in an open editor, and close it."""
        for editor in self._editors():
            self.delegate.save(editor)

    @property
    def is_editing(self) -> bool:
        return bool(self._editors())

    def _editors(self) -> list[QLineEdit]:
        return [each for each in self.viewport().findChildren(QLineEdit) if not each.isHidden()]

    def place_below_chip(self, index: QModelIndex) -> QPoint:
        """The screen's point where a menu about the kind of a claim opens."""
        row = self._model.fact(index)
        rect = self.visualRect(index)
        if row is not None and row.claim is not None:
            rect = self.delegate.chip(rect, row, self.font())
        return self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 2))

    def top(self) -> tuple[FactRow | None, int]:
        """The first row in sight, and where it begins, in pixels from the top."""
        index = self.indexAt(QPoint(1, 0))
        while index.isValid() and self._model.fact(index) is None:
            index = self.indexBelow(index)
        return self._model.fact(index), self.visualRect(index).top()

    def is_seen(self, index: QModelIndex) -> bool:
        return self.viewport().rect().intersects(self.visualRect(index))

    def scroll_to_top(self, index: QModelIndex, top: int) -> None:
        """Scroll so that a row begins ``top`` pixels from the top."""
        bar = self.verticalScrollBar()
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        bar.setValue(bar.value() + self.visualRect(index).top() - top)

    def toggle(self, index: QModelIndex) -> None:
        row = self._model.fact(index)
        if row is not None:
            wished = Qt.CheckState.Unchecked if row.taken else Qt.CheckState.Checked
            self._model.setData(index, wished, Qt.ItemDataRole.CheckStateRole)

    # Mouse

    def _part_at(self, place: QPoint) -> tuple[QModelIndex, Part] | None:
        index = self.indexAt(place)
        row = self._model.fact(index)
        if row is None:
            return None
        rect = self.visualRect(index)
        if self.delegate.check_rect(rect, self.font()).adjusted(-4, -4, 4, 4).contains(place):
            return index, Part.BOX
        chip = self.delegate.chip(rect, row, self.font())
        return (index, Part.CHIP) if chip.adjusted(-2, -2, 2, 3).contains(place) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._part_at(place) if left else None
        self._was_current = self.indexAt(place) == self.currentIndex()
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._heat(event.position().toPoint())
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            self._uncover()
            return
        pressed, self._pressed = self._pressed, None
        if self._part_at(event.position().toPoint()) != pressed:
            return
        index, part = pressed
        if part is Part.BOX:
            self.toggle(index)
        else:
            self.setCurrentIndex(index)
            self.kind_wished.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick clicks are two clicks

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._heat(None)
        self._hover(QModelIndex())

    def _heat(self, place: QPoint | None) -> None:
        """Show whether the mouse is over the chip of a claim."""
        at = self._part_at(place) if place is not None else None
        hot = self._model.fact(at[0]) if at is not None and at[1] is Part.CHIP else None
        if hot != self.delegate.hot_chip:
            self.delegate.hot_chip = hot
            self.viewport().update()
            if hot is not None:
                self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.viewport().unsetCursor()

    def _hover(self, index: QModelIndex) -> None:
        row = self._model.fact(index)
        if row != self._hovered:
            self._hovered = row
            self.row_hovered.emit(row)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and plain:
            self.toggle(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if index.isValid():
                self.row_clicked.emit(index, True)
        else:
            super().keyPressEvent(event)
            if self.currentIndex() != index:
                self.row_clicked.emit(self.currentIndex(), False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectedIndexes():  # Qt has made the first row current, but it looks like none
            self.setCurrentIndex(self.currentIndex())

    # Size

    def _reach_end(self, place: int) -> None:
        if place == self.verticalScrollBar().maximum():
            self._model.show_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        rect = self.visualRect(self.currentIndex())
        seen = rect.isValid() and 0 <= rect.top() < event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # rows wrap anew
        if seen:  # what is told of the current row takes room from the list
            self._covered = True
            QTimer.singleShot(0, self, self._uncover)

    def _uncover(self) -> None:
        """Bring the current row into sight again; not from under a mouse that is down on it."""
        if self._covered and not QApplication.mouseButtons():
            self._covered = False
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

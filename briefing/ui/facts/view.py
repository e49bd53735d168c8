"""The list itself: mouse and keys. What they mean is announced."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QTreeView, QWidget

from briefing.model.corrections import Act
from briefing.ui.facts.delegate import FactDelegate
from briefing.ui.facts.model import FactsModel


class FactsView(QTreeView):
    """A tree without branches: unlike a list it passes over headings as the keys move on."""

    row_clicked = Signal(QModelIndex, bool)
    """Clicked, or reached with the keys; whether it was the current one already."""
    row_hovered = Signal(object)
    """FactRow under the mouse; None for none."""

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
        self._pressed = QModelIndex()
        """The row whose box the mouse went down on."""
        self._was_current = False
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
        for editor in self.viewport().findChildren(QLineEdit):
            if not editor.isHidden():
                self.delegate.save(editor)

    def toggle(self, index: QModelIndex) -> None:
        row = self._model.fact(index)
        if row is not None:
            wished = Qt.CheckState.Unchecked if row.taken else Qt.CheckState.Checked
            self._model.setData(index, wished, Qt.ItemDataRole.CheckStateRole)

    # Mouse

    def _box_at(self, place: QPoint) -> QModelIndex:
        index = self.indexAt(place)
        if self._model.fact(index) is None:
            return QModelIndex()
        box = self.delegate.check_rect(self.visualRect(index), self.font())
        return index if box.adjusted(-4, -4, 4, 4).contains(place) else QModelIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._pressed = self._box_at(place)
        self._was_current = self.indexAt(place) == self.currentIndex()
        if event.button() != Qt.MouseButton.LeftButton:
            self._pressed = QModelIndex()
        if not self._pressed.isValid():
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pressed.isValid():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._pressed.isValid():
            super().mouseReleaseEvent(event)
            return
        pressed, self._pressed = self._pressed, QModelIndex()
        if self._box_at(event.position().toPoint()) == pressed:
            self.toggle(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick clicks are two clicks

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

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
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # rows wrap anew

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

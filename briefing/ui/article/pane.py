"""What mouse and keys do on the sheet of paper. What they mean is announced."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefing.ui.article import gutter, tips
from briefing.ui.article.marks import Mark
from briefing.ui.article.paper import Paper
from briefing.ui.article.signs import Sign

_ONWARDS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACKWARDS = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp)
_Beside = gutter.Chip | gutter.Caption | Sign


class TextPane(Paper):
    text_clicked = Signal(int)
    """A left click that neither dragged nor selected: position of the character."""
    click_withdrawn = Signal()
    """The click told last was the first half of a double click, which selects a word."""
    label_clicked = Signal(str)
    """A left click on the label of the section with this id."""
    role_clicked = Signal(QPoint, int)
    """A left click on what stands beside a paragraph: the screen's point below it, and the
    position of the paragraph."""
    claim_clicked = Signal(QPoint, int)
    """A left click on the sign of a claim: the screen's point below it, and the position of the
    sentence."""
    hovered = Signal(int)
    """Position of the character under the mouse, -1 for none."""
    key_pressed = Signal(object)
    """A QKeyEvent that ``wants_key`` asked for."""
    passed = Signal(int)
    """A key wished to go on where the text ends (1) or back where it begins (-1)."""
    menu_requested = Signal(QPoint, int)
    """Where on the screen, and the position in the text it is about."""
    zoomed = Signal(int)
    """Steps of the wheel with Ctrl held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_key: Callable[[QKeyEvent], bool] = lambda event: False  # noqa: ARG005
        self._pressed: QPoint | None = None
        self._pressed_beside: _Beside | None = None
        self._over_caption = False
        self._may_click = False
        self._told_click = False

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._told_click = False
        self._pressed, self._pressed_beside = event.position().toPoint(), None
        beside = self._beside(event.position())
        if event.position().x() < self.text_left - gutter.EDGE / 2 or beside is not None:
            if event.button() is Qt.MouseButton.LeftButton:
                self._pressed_beside = beside
            self._may_click = False
            return
        within = self.textCursor().hasSelection() and self._selects(
            self.character_at(event.position())
        )
        left = event.button() is Qt.MouseButton.LeftButton
        self._may_click = left and not within
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if left and not shift and self.textCursor().hasSelection():
            # Qt would drag what is selected out of here, and the window take it for an article.
            cursor = self.textCursor()
            cursor.clearSelection()
            with self.unmoved():
                self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._may_click = False
        if self._told_click:
            self.click_withdrawn.emit()
        self._told_click = False
        if event.position().x() >= self.text_left - gutter.EDGE / 2:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_beside is not None:
            pressed, self._pressed_beside = self._pressed_beside, None
            self._click_beside(pressed, self._beside(event.position()))
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if not self._may_click or pressed is None or self.textCursor().hasSelection():
            return
        self._may_click = False
        moved = (event.position().toPoint() - pressed).manhattanLength()
        position = self.character_at(event.position())
        if moved < QApplication.startDragDistance() and position >= 0:
            self._told_click = True
            self.text_clicked.emit(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            self._hover_at(event.position())
        elif self._pressed_beside is not None:
            return
        super().mouseMoveEvent(event)
        self._set_pointer()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._set_hover(None)
            self.hovered_label, self.hovered_claim, self._over_caption = None, None, False
            self.hovered.emit(-1)
            self.viewport().update()
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip, place = self._tip_at(QPointF(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self.viewport(), place)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            point = QPointF(event.pos())
            beside = self._beside(point)
            if isinstance(beside, gutter.Caption):
                position = beside.label.position
            else:
                position = self.character_at(point)
            if position >= 0 and not (self.textCursor().hasSelection() and self._selects(position)):
                self.put_caret(position)
            self.menu_requested.emit(event.globalPos(), position)
        else:
            caret = self.textCursor().position()
            self.menu_requested.emit(self.place_beside(caret, caret), caret)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _click_beside(self, pressed: _Beside, released: _Beside | None) -> None:
        match pressed, released:
            case gutter.Chip(run=run), gutter.Chip(run=other) if run.section.id == other.section.id:
                self.label_clicked.emit(run.section.id)
            case gutter.Caption(label=label), gutter.Caption(rect, other) if label == other:
                self.put_caret(label.position)
                corner = self.viewport().mapToGlobal(rect.bottomLeft().toPoint())
                self.role_clicked.emit(corner, label.position)
            case Sign(mark=mark), Sign(rect, other) if mark == other:
                self.put_caret(mark.start)
                corner = self.viewport().mapToGlobal(rect.bottomLeft().toPoint())
                self.claim_clicked.emit(corner, mark.start)

    def _hover_at(self, point: QPointF) -> None:
        beside = self._beside(point)
        self._over_caption = isinstance(beside, gutter.Caption)
        label = beside.run.section.id if isinstance(beside, gutter.Chip) else None
        claim = beside.mark if isinstance(beside, Sign) else None
        if (label, claim) != (self.hovered_label, self.hovered_claim):
            self.hovered_label, self.hovered_claim = label, claim
            self.viewport().update()
        position = self.character_at(point)
        found = self.marks.at(position) if position >= 0 else ()
        self._set_hover(found[0] if found else None)
        self.hovered.emit(position)

    def _set_hover(self, mark: Mark | None) -> None:
        if mark != self.hovered_mark:
            self.hovered_mark = mark
            self.viewport().update()

    def _set_pointer(self) -> None:
        beside = self.hovered_label is not None or self._over_caption or self.hovered_claim
        if self.hovered_mark or beside:
            shape = Qt.CursorShape.PointingHandCursor
        elif self.viewport().mapFromGlobal(self.cursor().pos()).x() < self.text_left:
            shape = Qt.CursorShape.ArrowCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _beside(self, point: QPointF) -> _Beside | None:
        """The label of a section or paragraph, or the sign of a claim, at a point of the margins.

        Signs are small: a little beside is meant as well.
        """
        every = (*self.margin.chips, *self.margin.captions)
        sign = (each for each in self.signs if each.rect.adjusted(-1, -4, 1, 4).contains(point))
        return next((each for each in every if each.rect.contains(point)), None) or next(sign, None)

    def _selects(self, position: int) -> bool:
        cursor = self.textCursor()
        return cursor.selectionStart() <= position < cursor.selectionEnd()

    def _tip_at(self, point: QPointF) -> tuple[str, QRectF]:
        for chip in self.margin.chips:
            if chip.rect.contains(point):
                return tips.of_label(chip.run), chip.rect.toRect()
        for bar in self.margin.bars:
            if bar.rect.adjusted(-2, 0, 2, 0).contains(point):
                return bar.tip, bar.rect.toRect()
        for caption in self.margin.captions:
            if caption.rect.contains(point):
                return caption.label.tip, caption.rect.toRect()
        if isinstance(sign := self._beside(point), Sign):
            return tips.of_claim(sign.mark), sign.rect.toRect()
        position = self.character_at(point)
        if position < 0:
            return "", self.viewport().rect()
        found, label = self.marks.at(position), self.label_at(position)
        parts = [tips.of_sentence(found)] if found else []
        claim = self.claims.at(position)
        if claim is not None and (claim.shown or found):
            parts.append(tips.of_claim(claim))
        if label is not None and label.grey:
            parts.append(label.tip)
        return "<hr>".join(parts), self.viewport().rect()

    # Keyboard, copying

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.wants_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.wants_key(event):
            self.key_pressed.emit(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            before = self.textCursor().position(), self.verticalScrollBar().value()
            super().keyPressEvent(event)
            if before == (self.textCursor().position(), self.verticalScrollBar().value()):
                self._tell_passed(event)

    def _tell_passed(self, event: QKeyEvent) -> None:
        """Of a key that moved nothing, as the text is over."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if event.key() in _ONWARDS:
            self.passed.emit(1)
        elif event.key() in _BACKWARDS:
            self.passed.emit(-1)

    def copy(self) -> None:
        """Plain text only: what is copied carries no colours and sizes of ours.

        Not by ``createMimeDataFromSelection``: what is made there in Python stays with the
        clipboard after the interpreter has gone, and the program would crash as it ends.
        """
        if self.textCursor().hasSelection():
            QApplication.clipboard().setText(self.textCursor().selection().toPlainText())

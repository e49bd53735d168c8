"""The sheet of paper: the text with its margin, painted and listened to.

It knows positions in the document and nothing of drafts; ``view.ArticleView`` does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from briefing.ui import theme
from briefing.ui.article import dress, gutter, highlights, tips
from briefing.ui.article.lines import LineBox, runs_right_to_left, visible_lines
from briefing.ui.article.marks import Mark, Marks

MEASURE = 75
"""Characters on a full line, at most."""
_GUTTER_SHARE, _GUTTER_LEAST, _GUTTER_USUAL, _GUTTER_MOST = 0.31, 108, 148, 220
_TEXT_USUAL = 220
"""Pixels of text that the margin leaves before it shows whole names; both yield below that."""
_RIGHT = 16
_TOP = 14
_LOOK_BACK = 1500
"""Pixels above the view from which labels are worked out, as one may push down the next."""
_FLASH_MS = 1400


@dataclass(frozen=True, slots=True)
class Emphasis:
    start: int
    end: int
    colour: QColor


class TextPane(QTextEdit):
    text_clicked = Signal(int)
    """A left click that neither dragged nor selected: position of the character."""
    click_withdrawn = Signal()
    """The click told last was the first half of a double click, which selects a word."""
    label_clicked = Signal(str)
    """A left click on the label of the section with this id."""
    hovered = Signal(int)
    """Position of the character under the mouse, -1 for none."""
    key_pressed = Signal(object)
    """A QKeyEvent that ``wants_key`` asked for."""
    menu_requested = Signal(QPoint, int)
    """Where on the screen, and the position in the text it is about."""
    zoomed = Signal(int)
    """Steps of the wheel with Ctrl held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(0)
        self.marks = Marks()
        self.mixed = False
        """Whether some of the text runs from right to left."""
        self.labels: tuple[gutter.ParagraphLabel, ...] = ()
        self.emphasis: Emphasis | None = None
        self.wants_key = lambda event: False  # noqa: ARG005
        self._hover: Mark | None = None
        self._hover_label: str | None = None
        self._flash: Emphasis | None = None
        self._flashing = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_FLASH_MS)
        self._flashing.valueChanged.connect(lambda _: self.viewport().update())
        self._flashing.finished.connect(self._flash_over)
        self._text_left = 0.0
        self._gutter = 0.0
        self.margin = gutter.Margin()
        self._pressed: QPoint | None = None
        self._pressed_label: str | None = None
        self._may_click = False
        self._told_click = False

    # What is shown

    def show_text(self, text: str) -> None:
        self.mixed = runs_right_to_left(text)
        self.setPlainText(text)

    def show_marks(self, marks: Marks) -> None:
        """Paint these from now on; the view does not move."""
        self.marks = marks
        muted = QTextCharFormat()
        muted.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        selections: list[QTextEdit.ExtraSelection] = []
        for segment in marks.segments:
            if not segment.marks[0].taken:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self.cursor_over(segment.start, segment.end)
                selection.format = muted
                selections.append(selection)
        self.setExtraSelections(selections)
        self._set_hover(None)
        self.viewport().update()

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def set_emphasis(self, emphasis: Emphasis | None) -> None:
        self.emphasis = emphasis
        self.viewport().update()

    def reveal(self, emphasis: Emphasis) -> None:
        """Scroll to a place, unless it is in view already, and let it flash."""
        layout = self.document().documentLayout()
        block = self.document().findBlock(emphasis.start)
        line = block.layout().lineForTextPosition(emphasis.start - block.position())
        top = layout.blockBoundingRect(block).top() + (line.y() if line.isValid() else 0)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + _TOP <= top <= bar.value() + height * 0.7:
            bar.setValue(round(top - height / 3))
        self._flash = emphasis
        self._flashing.stop()
        self._flashing.start()

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Keep the first line in view where it is while the layout changes."""
        bar = self.verticalScrollBar()
        if bar.value() == 0:
            yield
            return
        cursor = self.cursorForPosition(QPoint(round(self._text_left) + 1, 1))
        before = self.cursorRect(cursor).top()
        yield
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - before)

    def fit(self) -> None:
        """Set the margins for the width there is: margin, then a measure that reads well."""
        width = self.viewport().width()
        least = min(_GUTTER_USUAL, max(_GUTTER_LEAST, width - _RIGHT - _TEXT_USUAL))
        self._gutter = min(_GUTTER_MOST, max(least, width * _GUTTER_SHARE))
        measure = QFontMetricsF(self.document().defaultFont()).averageCharWidth() * MEASURE
        slack = max(0.0, width - self._gutter - _RIGHT - measure)
        left, right = round(self._gutter + slack / 2), round(_RIGHT + slack / 2)
        frame = self.document().rootFrame()
        now = frame.frameFormat()
        self._text_left = left
        if (now.leftMargin(), now.rightMargin()) != (left, right):
            made = QTextFrameFormat()
            made.setLeftMargin(left)
            made.setRightMargin(right)
            made.setTopMargin(_TOP)
            made.setBottomMargin(_TOP * 3)
            frame.setFrameFormat(made)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        dark = theme.is_dark(self)
        lines = list(visible_lines(self, above=_LOOK_BACK, mixed=self.mixed))
        shown = [each for each in lines if each.bottom >= 0]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highlights.paint_marks(painter, shown, self.marks, dark)
        for start, end, colour, strength in self._emphases(dark):
            highlights.paint_emphasis(painter, shown, start, end, colour, strength)
        number_width = QFontMetricsF(gutter.small_font(self._ui_font())).horizontalAdvance("¶88")
        columns = gutter.Columns.of(
            self._text_left, self._gutter, max(2, self.marks.lanes), number_width
        )
        self.margin = gutter.arrange(lines, self.marks, self.labels, columns, self._ui_font())
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        gutter.paint(painter, self.margin, self._ui_font(), muted, dark, self._hover_label)
        painter.end()
        super().paintEvent(event)

    def _emphases(self, dark: bool) -> Iterator[tuple[int, int, QColor, float]]:
        if self._hover is not None:
            line = theme.section_colours(self._hover.section.colour, dark).line
            yield self._hover.start, self._hover.end, line, 1.0
        if self.emphasis is not None:
            yield self.emphasis.start, self.emphasis.end, self.emphasis.colour, 1.0
        if self._flash is not None:
            strength = float(self._flashing.currentValue())
            yield self._flash.start, self._flash.end, self._flash.colour, min(1.0, strength * 1.6)

    def _flash_over(self) -> None:
        self._flash = None
        self.viewport().update()

    def _ui_font(self) -> QFont:
        return QApplication.font()

    # Mouse

    def character_at(self, point: QPointF) -> int:
        """Position of the character under a point of the viewport, -1 where there is none."""
        lines = list(visible_lines(self))
        index = bisect_right(lines, point.y(), key=lambda each: each.top) - 1
        if index < 0:
            return -1
        line: LineBox = lines[index]
        text = line.line.naturalTextRect().translated(line.left, 0)
        below = line.top + line.height * dress.LINE_HEIGHT / 100
        if not (text.left() <= point.x() <= text.right() and point.y() <= below):
            return -1
        x = point.x() - line.left
        found = line.line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return line.block + found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._told_click = False
        self._pressed, self._pressed_label = event.position().toPoint(), None
        if event.position().x() < self._text_left - gutter.EDGE / 2:
            chip = self._chip_at(event.position())
            if chip is not None and event.button() is Qt.MouseButton.LeftButton:
                self._pressed_label = chip.run.section.id
            self._may_click = False
            return
        within = self.textCursor().hasSelection() and self._in_selection(event.position())
        left = event.button() is Qt.MouseButton.LeftButton
        self._may_click = left and not within
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if left and not shift and self.textCursor().hasSelection():
            # Qt would drag what is selected out of here, and the window take it for an article.
            cursor = self.textCursor()
            cursor.clearSelection()
            with self.staying():  # a cursor that is set is brought into view
                self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._may_click = False
        if self._told_click:
            self.click_withdrawn.emit()
        self._told_click = False
        if event.position().x() >= self._text_left - gutter.EDGE / 2:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_label is not None:
            chip = self._chip_at(event.position())
            label, self._pressed_label = self._pressed_label, None
            if chip is not None and chip.run.section.id == label:
                self.label_clicked.emit(label)
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
        elif self._pressed_label is not None:
            return
        super().mouseMoveEvent(event)
        self._set_pointer()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._set_hover(None)
            self._hover_label = None
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
            position = self.character_at(QPointF(event.pos()))
            self.menu_requested.emit(event.globalPos(), position)
        else:
            corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_requested.emit(corner, self.textCursor().position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _hover_at(self, point: QPointF) -> None:
        chip = self._chip_at(point)
        label = chip.run.section.id if chip is not None else None
        if label != self._hover_label:
            self._hover_label = label
            self.viewport().update()
        position = self.character_at(point)
        found = self.marks.at(position) if position >= 0 else ()
        self._set_hover(found[0] if found else None)
        self.hovered.emit(position)

    def _set_hover(self, mark: Mark | None) -> None:
        if mark != self._hover:
            self._hover = mark
            self.viewport().update()

    def _set_pointer(self) -> None:
        if self._hover is not None or self._hover_label is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self.viewport().mapFromGlobal(self.cursor().pos()).x() < self._text_left:
            shape = Qt.CursorShape.ArrowCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _chip_at(self, point: QPointF) -> gutter.Chip | None:
        return next((each for each in self.margin.chips if each.rect.contains(point)), None)

    def _in_selection(self, point: QPointF) -> bool:
        cursor, position = self.textCursor(), self.character_at(point)
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
        position = self.character_at(point)
        found = self.marks.at(position) if position >= 0 else ()
        return (tips.of_sentence(found) if found else ""), self.viewport().rect()

    # Keyboard, copying, size

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
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Plain text only: what is copied carries no colours and sizes of ours.

        Not by ``createMimeDataFromSelection``: what is made there in Python stays with the
        clipboard after the interpreter has gone, and the program would crash as it ends.
        """
        if self.textCursor().hasSelection():
            QApplication.clipboard().setText(self.textCursor().selection().toPlainText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self.staying():
            self.fit()
            super().resizeEvent(event)

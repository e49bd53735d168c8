"""The sheet of paper: the text with its margin, laid out and painted.

It knows positions in its document and nothing of drafts; ``view.ArticleView`` does. What mouse
and keys do on it is in ``pane``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from briefing.ui import theme
from briefing.ui.article import dress, gutter, highlights, signs
from briefing.ui.article.claims import ClaimMark, ClaimMarks
from briefing.ui.article.lines import LineBox, runs_right_to_left, visible_lines
from briefing.ui.article.marks import Mark, Marks

MEASURE = 75
"""Characters on a full line, at most."""
_GUTTER_SHARE, _GUTTER_LEAST, _GUTTER_USUAL, _GUTTER_MOST = 0.31, 108, 148, 220
_TEXT_USUAL = 220
"""Pixels of text that the margin leaves before it shows whole names; both yield below that."""
_NUMBER = "¶88"
"""Room for this at least is kept for the numbers of the paragraphs."""
_RIGHT = 30
"""Room for two signs of claims."""
_TOP = 14
_LOOK_BACK = 1500
"""Pixels above the view from which labels are worked out, as one may push down the next."""
_FLASH_MS = 1400


@dataclass(frozen=True, slots=True)
class Emphasis:
    start: int
    end: int
    colour: QColor


class Paper(QTextEdit):
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
        self.claims = ClaimMarks()
        self.signs: tuple[signs.Sign, ...] = ()
        self.mixed = False
        """Whether some of the text runs from right to left."""
        self.labels: tuple[gutter.ParagraphLabel, ...] = ()
        self.emphasis: Emphasis | None = None
        self.margin = gutter.Margin()
        self.text_left = 0.0
        """Pixels from the left of the viewport to the text."""
        self.text_right = 0.0
        self.hovered_mark: Mark | None = None
        self.hovered_claim: ClaimMark | None = None
        """That whose sign is under the mouse."""
        self.hovered_label: str | None = None
        """Id of the section whose label is under the mouse."""
        self._gutter = 0.0
        self._flash: Emphasis | None = None
        self._flashing = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_FLASH_MS)
        self._flashing.valueChanged.connect(lambda _: self.viewport().update())
        self._flashing.finished.connect(self._flash_over)

    # What is shown

    def show_text(self, text: str) -> None:
        self.mixed = runs_right_to_left(text)
        self._flash_over()
        self.setPlainText(text)

    def show_marks(self, marks: Marks, claims: ClaimMarks = ClaimMarks()) -> None:  # noqa: B008
        """Paint these from now on; the view does not move."""
        self.marks, self.claims = marks, claims
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
        self.hovered_mark = self.hovered_claim = None
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
        cursor = self.cursorForPosition(QPoint(round(self.text_left) + 1, 1))
        before = self.cursorRect(cursor).top()
        yield
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - before)

    @contextmanager
    def unmoved(self) -> Iterator[None]:
        """A cursor that is set is brought into view; here the view stays."""
        bar = self.verticalScrollBar()
        before = bar.value()
        yield
        bar.setValue(before)

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
        self.text_left, self.text_right = left, width - right
        if (now.leftMargin(), now.rightMargin()) != (left, right):
            made = QTextFrameFormat()
            made.setLeftMargin(left)
            made.setRightMargin(right)
            made.setTopMargin(_TOP)
            made.setBottomMargin(_TOP * 3)
            frame.setFrameFormat(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self.staying():
            self.fit()
            super().resizeEvent(event)

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

    def label_at(self, position: int) -> gutter.ParagraphLabel | None:
        """What stands beside the paragraph that the character at ``position`` is in."""
        index = bisect_right(self.labels, position, key=lambda each: each.position) - 1
        found = self.labels[index] if index >= 0 else None
        return found if found is not None and position < found.end else None

    def lines_in_view(self) -> list[LineBox]:
        """Those whose letters are seen, from top to bottom."""
        height = self.viewport().height()
        return [
            each
            for each in visible_lines(self)
            if each.baseline - each.ascent >= 0 and each.baseline <= height
        ]

    def place_beside(self, start: int, end: int) -> QPoint:
        """The screen's point below the text from ``start`` to ``end``, for a menu about it: at the
        caret if it is there, else at its first line in view."""
        caret = self.textCursor().position()
        seen = [each for each in self.lines_in_view() if each.end >= start and each.start <= end]
        line = next((each for each in seen if each.start <= caret <= each.end), None)
        line = line or next(iter(seen), None)
        if line is None:
            corner = self.cursorRect().bottomLeft()
        else:
            x = line.x(caret) if line.start <= caret <= line.end else line.left
            corner = QPoint(round(x), round(line.bottom))
        area = self.viewport().rect()
        corner.setX(min(max(corner.x(), area.left()), area.right()))
        corner.setY(min(max(corner.y(), area.top()), area.bottom()))
        return self.viewport().mapToGlobal(corner)

    def put_caret(self, position: int) -> None:
        """Without scrolling, and without a selection."""
        with self.unmoved():
            self.setTextCursor(self.cursor_over(position, position))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        dark = theme.is_dark(self)
        lines = list(visible_lines(self, above=_LOOK_BACK, mixed=self.mixed))
        shown = [each for each in lines if each.bottom >= 0]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highlights.paint_marks(painter, shown, self.marks, dark)
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        signs.paint_waves(painter, shown, self.claims, muted)
        for start, end, colour, strength in self._emphases(dark):
            highlights.paint_emphasis(painter, shown, start, end, colour, strength)
        font = QApplication.font()
        numbers = (each.text for each in self.labels if each.body)
        longest = max(numbers, key=len, default="")
        number_width = QFontMetricsF(gutter.small_font(font)).horizontalAdvance(
            longest if len(longest) > len(_NUMBER) else _NUMBER
        )
        columns = gutter.Columns.of(
            self.text_left, self._gutter, max(2, self.marks.lanes), number_width
        )
        self.margin = gutter.arrange(lines, self.marks, self.labels, columns, font)
        gutter.paint(painter, self.margin, font, muted, dark, self.hovered_label)
        self.signs = signs.arrange(shown, self.claims, self.text_right, self.viewport().width())
        painter.setFont(font)
        signs.paint(painter, self.signs, muted, self.palette().color(QPalette.ColorRole.Text))
        painter.end()
        super().paintEvent(event)

    def _emphases(self, dark: bool) -> Iterator[tuple[int, int, QColor, float]]:
        if self.hovered_mark is not None:
            line = theme.section_colours(self.hovered_mark.section.colour, dark).line
            yield self.hovered_mark.start, self.hovered_mark.end, line, 1.0
        if self.hovered_claim is not None:
            muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
            yield self.hovered_claim.start, self.hovered_claim.end, muted, 1.0
        if self.emphasis is not None:
            yield self.emphasis.start, self.emphasis.end, self.emphasis.colour, 1.0
        if self._flash is not None:
            strength = float(self._flashing.currentValue())
            yield self._flash.start, self._flash.end, self._flash.colour, min(1.0, strength * 1.6)

    def _flash_over(self) -> None:
        self._flash = None
        self.viewport().update()

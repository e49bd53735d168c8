"""Where the lines of text stand on the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit


@dataclass(frozen=True, slots=True)
class LineBox:
    """One laid-out line. Valid until the text is laid out anew, so never kept."""

    start: int
    """Position of its first character in the document."""
    end: int
    """Position after its last."""
    top: float
    """Pixels from the top of the viewport."""
    height: float
    baseline: float
    ascent: float
    descent: float
    left: float
    """Pixels from the left of the viewport, of the block."""
    block: int
    """Position of its block."""
    line: QTextLine

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def x(self, position: int) -> float:
        found = self.line.cursorToX(position - self.block)
        return self.left + (found[0] if isinstance(found, tuple) else found)

    def rect(self, start: int, end: int) -> QRectF:
        """Around the letters from ``start`` to ``end``, as far as they are on this line."""
        one, other = self.x(max(start, self.start)), self.x(min(end, self.end))
        # The space a line breaks at hangs over its edge; it is no part of what is marked.
        edge = self.line.naturalTextRect().translated(self.left, 0)
        left = max(min(one, other), edge.left())
        right = max(left, min(max(one, other), edge.right()))
        return QRectF(left, self.baseline - self.ascent, right - left, self.ascent + self.descent)


def visible_lines(edit: QTextEdit, above: float = 0.0) -> Iterator[LineBox]:
    """The lines in view, from ``above`` pixels over the top edge down to the bottom edge."""
    layout = edit.document().documentLayout()
    shift = -edit.verticalScrollBar().value()
    height = edit.viewport().height()
    block = edit.cursorForPosition(QPoint(0, 0)).block()
    while block.previous().isValid() and (layout.blockBoundingRect(block).top() + shift > -above):
        block = block.previous()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() + shift > height:
            return
        yield from _lines_of(block, rect.left(), rect.top() + shift, -above, height)
        block = block.next()


def _lines_of(
    block: QTextBlock, left: float, top: float, from_y: float, to_y: float
) -> Iterator[LineBox]:
    layout = block.layout()
    lines = range(layout.lineCount())
    # One paragraph may be a megabyte: start at the first line in view.
    first = bisect_right(lines, from_y - top, key=lambda i: layout.lineAt(i).y())
    for index in lines[max(0, first - 1) :]:
        line = layout.lineAt(index)
        line_top = top + line.y()
        if line_top > to_y:
            return
        start = block.position() + line.textStart()
        yield LineBox(
            start=start,
            end=start + line.textLength(),
            top=line_top,
            height=line.height(),
            baseline=line_top + line.ascent(),
            ascent=line.ascent(),
            descent=line.descent(),
            left=left,
            block=block.position(),
            line=line,
        )


def lines_between(lines: Sequence[LineBox], start: int, end: int) -> Iterator[LineBox]:
    """Those of ``lines`` that hold some of the text from ``start`` to ``end``."""
    first = bisect_right(lines, start, key=lambda each: each.end)
    for each in lines[first:]:
        if each.start >= end:
            return
        yield each

"""Where the lines of text stand on the screen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The scripts that run so, and the marks that turn a text round."""
_TOUCHING = 0.6
"""Pixels between two letters of one stretch, at most."""


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
    mixed: bool = False
    """Whether some of the article runs from right to left."""

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def x(self, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
        found = self.line.cursorToX(position - self.block, edge)
        return self.left + (found[0] if isinstance(found, tuple) else found)

    def rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Around the letters from ``start`` to ``end``, as far as they are on this line.

        Words that follow each other may stand apart where the direction changes: one rectangle
        for each stretch, from left to right.
        """
        start, end = max(start, self.start), min(end, self.end)
        if start >= end:
            return
        # The space a line breaks at hangs over its edge; it is no part of what is marked.
        edge = self.line.naturalTextRect().translated(self.left, 0)
        stretches = self._stretches(start, end) if self.mixed else [(self.x(start), self.x(end))]
        for one, other in stretches:
            left = max(min(one, other), edge.left())
            right = max(left, min(max(one, other), edge.right()))
            top, height = self.baseline - self.ascent, self.ascent + self.descent
            yield QRectF(left, top, right - left, height)

    def _stretches(self, start: int, end: int) -> list[tuple[float, float]]:
        """(left, right) of what touches on the line, letter by letter."""
        letters = sorted(self._letter(each) for each in range(start, end))
        joined: list[tuple[float, float]] = []
        for left, right in letters:
            if joined and left <= joined[-1][1] + _TOUCHING:
                joined[-1] = joined[-1][0], max(joined[-1][1], right)
            else:
                joined.append((left, right))
        return [(left, right) for left, right in joined if right > left]

    def _letter(self, position: int) -> tuple[float, float]:
        """(left, right) of the letter at ``position``."""
        left, right = sorted(
            self.x(position, edge) for edge in (QTextLine.Edge.Leading, QTextLine.Edge.Trailing)
        )
        if left == right:
            # The first letter after a change of direction: both edges are given as where the
            # letter before it ends, so the letter itself has to be asked.
            glyphs = self.line.glyphRuns(position - self.block, 1)
            boxes = [each.boundingRect().translated(self.left, 0) for each in glyphs]
            left = min((each.left() for each in boxes), default=left)
            right = max((each.right() for each in boxes), default=right)
        return left, right


def runs_right_to_left(text: str) -> bool:
    """Whether some of ``text`` does."""
    return _RIGHT_TO_LEFT.search(text) is not None


def visible_lines(edit: QTextEdit, above: float = 0.0, *, mixed: bool = False) -> Iterator[LineBox]:
    """The lines in view, from ``above`` pixels over the top edge down to the bottom edge.

    ``mixed`` says that some of the text runs from right to left.
    """
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
        yield from _lines_of(block, rect.left(), rect.top() + shift, -above, height, mixed)
        block = block.next()


def _lines_of(
    block: QTextBlock, left: float, top: float, from_y: float, to_y: float, mixed: bool
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
            mixed=mixed,
        )


def lines_between(lines: Sequence[LineBox], start: int, end: int) -> Iterator[LineBox]:
    """Those of ``lines`` that hold some of the text from ``start`` to ``end``."""
    first = bisect_right(lines, start, key=lambda each: each.end)
    for each in lines[first:]:
        if each.start >= end:
            return
        yield each

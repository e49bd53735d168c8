"""Paints the sections' colours behind the text. The text itself is never touched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from briefing.ui import theme
from briefing.ui.article.lines import LineBox, lines_between
from briefing.ui.article.marks import Mark, Marks

_ROUND = 3.0
_PAD_X, _PAD_Y = 1.5, 1.0
_SOLID_WIDTH = 2.0
_DOT_WIDTH = 1.6
_UNDERLINE_STEP = 3.5
_MAX_UNDERLINES = 3


def paint_marks(painter: QPainter, lines: Sequence[LineBox], marks: Marks, dark: bool) -> None:
    """Tint for what is taken, dotted line under what is not, one more line per further section."""
    if not lines:
        return
    for segment in marks.segments_in(lines[0].start, lines[-1].end):
        first, *others = segment.marks
        under = others if first.taken else [first, *others]
        for line in lines_between(lines, segment.start, segment.end):
            for rect in line.rects(segment.start, segment.end):
                if first.taken:
                    fill = theme.section_colours(first.section.colour, dark).fill
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(fill)
                    painter.drawRoundedRect(_padded(rect), _ROUND, _ROUND)
                for step, mark in enumerate(under[:_MAX_UNDERLINES]):
                    _underline(painter, rect, step, mark, dark)


def paint_emphasis(
    painter: QPainter,
    lines: Sequence[LineBox],
    start: int,
    end: int,
    colour: QColor,
    strength: float = 1.0,
) -> None:
    """A stronger tint and an outline around the text from ``start`` to ``end``.

    ``strength`` from 0 to 1 fades it.
    """
    path = QPainterPath()
    for line in lines_between(lines, start, end):
        for rect in line.rects(start, end):
            if rect.width() <= 0:
                continue
            piece = QPainterPath()
            piece.addRoundedRect(_padded(rect).adjusted(-1, -1, 1, 1), _ROUND + 1, _ROUND + 1)
            path = path.united(piece)
    wash, edge = QColor(colour), QColor(colour)
    wash.setAlphaF(0.16 * strength)
    edge.setAlphaF(strength)
    painter.setBrush(wash)
    painter.setPen(QPen(edge, 1.4))
    painter.drawPath(path)


def _padded(rect: QRectF) -> QRectF:
    return rect.adjusted(-_PAD_X, -_PAD_Y, _PAD_X, _PAD_Y)


def _underline(painter: QPainter, rect: QRectF, step: int, mark: Mark, dark: bool) -> None:
    colour = theme.section_colours(mark.section.colour, dark).line
    if mark.taken:
        pen = QPen(colour, _SOLID_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    else:
        pen = QPen(colour, _DOT_WIDTH, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
    painter.setPen(pen)
    y = rect.bottom() + _PAD_Y + _SOLID_WIDTH / 2 + step * _UNDERLINE_STEP
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

"""The margin left of the text: paragraph numbers, bars and labels of the sections.

``arrange`` works out where each thing stands; ``paint`` draws it; both are asked on each paint,
for what is in view only, so nothing is kept that could go stale.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from briefing.ui import contrast, icons, theme
from briefing.ui.article.lines import LineBox, lines_between
from briefing.ui.article.marks import MAX_LANES, Marks, Run

BAR_WIDTH = 4.0
LANE = 6.5
"""From one bar to the next, in pixels."""
EDGE = 7.0
"""Between the window's edge and the labels, and between the bars and the text."""
GAP = 4.0

_CHIP_ROUND = 4.0
_CHIP_PAD = 4.5
_CHIP_GAP = 3.0
_TICK = 8.0
_TICK_GAP = 3.0
_FAR_OFF = 4
"""Lines a label may slip below where it belongs before it is left out."""


@dataclass(frozen=True, slots=True)
class ParagraphLabel:
    """What stands in the margin beside a paragraph."""

    position: int
    """Of the paragraph's first character in the document."""
    end: int
    """Position after its last."""
    text: str
    tip: str
    body: bool
    """Whether it is a number rather than the name of what the paragraph is."""
    grey: bool = False
    """Whether the paragraph is furniture, whose text is grey."""
    by_hand: bool = False
    """Whether the person said what it is; a small pencil shows it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the margin are, in pixels from the left of the viewport."""

    left: float
    number_right: float
    """Right edge of the paragraph numbers, and of the labels above or below them."""
    number_width: float
    bars_right: float

    @property
    def chip_right(self) -> float:
        return self.number_right - self.number_width - GAP

    def lane(self, lane: int) -> float:
        return self.bars_right - BAR_WIDTH - lane * LANE

    @classmethod
    def of(cls, text_left: float, width: float, lanes: int, number_width: float) -> Columns:
        """Columns of a margin ``width`` wide that ends where the text begins."""
        bars_right = text_left - EDGE
        number_right = bars_right - max(1, min(lanes, MAX_LANES)) * LANE - GAP / 2
        return cls(text_left - width + EDGE, number_right, number_width, bars_right)


@dataclass(frozen=True, slots=True)
class Chip:
    rect: QRectF
    run: Run
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    rect: QRectF
    run: Run
    taken: bool
    tip: str


@dataclass(frozen=True, slots=True)
class Caption:
    rect: QRectF
    label: ParagraphLabel
    text: str
    """Of the label, as much as there is room for."""


@dataclass(frozen=True, slots=True)
class Margin:
    chips: tuple[Chip, ...] = ()
    bars: tuple[Bar, ...] = ()
    captions: tuple[Caption, ...] = ()


def small_font(base: QFont, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPointSizeF(max(7.0, base.pointSizeF() * 0.8))
    font.setBold(bold)
    return font


def arrange(
    lines: Sequence[LineBox],
    marks: Marks,
    labels: Sequence[ParagraphLabel],
    columns: Columns,
    font: QFont,
) -> Margin:
    """Place everything beside ``lines``, which are in order. ``labels`` are by position."""
    if not lines:
        return Margin()
    runs = list(marks.runs_in(lines[0].start, lines[-1].end + 1))
    captions = tuple(_captions(lines, labels, columns, small_font(font)))
    wide = [each.rect for each in captions if each.rect.left() < columns.chip_right]
    return Margin(
        chips=tuple(_chips(lines, runs, wide, columns, small_font(font, bold=True))),
        bars=tuple(bar for run in runs for bar in _bars(lines, run, columns)),
        captions=captions,
    )


def _bars(lines: Sequence[LineBox], run: Run, columns: Columns) -> Iterator[Bar]:
    """A bar begins and ends as far down its line as its text is along the line.

    So two runs that meet in the middle of a line meet in the bar too, and never overlap.
    """
    for mark in run.marks:
        touched = list(lines_between(lines, mark.start, mark.end))
        if not touched:
            continue
        top = _along(touched[0], mark.start) if mark.start >= touched[0].start else touched[0].top
        bottom = (
            _along(touched[-1], mark.end) if mark.end <= touched[-1].end else touched[-1].bottom
        )
        height = max(BAR_WIDTH, bottom - top - 1)
        rect = QRectF(columns.lane(run.lane), top, BAR_WIDTH, height)
        yield Bar(rect, run, mark.taken, f"{run.number} {run.section.name}")


def _along(line: LineBox, position: int) -> float:
    whole = max(1, line.end - line.start)
    top, bottom = line.baseline - line.ascent, line.baseline + line.descent
    return top + (bottom - top) * min(1.0, max(0.0, (position - line.start) / whole))


def _captions(
    lines: Sequence[LineBox], labels: Sequence[ParagraphLabel], columns: Columns, font: QFont
) -> Iterator[Caption]:
    metrics = QFontMetricsF(font)
    first = bisect_left(labels, lines[0].start, key=lambda each: each.position)
    for label in labels[first:]:
        if label.position > lines[-1].end:
            return
        line = next(lines_between(lines, label.position, label.position + 1), None)
        if line is None:
            continue
        pencil = metrics.height() if label.by_hand else 0.0
        room = columns.number_right - columns.left - pencil
        text = metrics.elidedText(label.text, Qt.TextElideMode.ElideRight, room)
        width = pencil + metrics.horizontalAdvance(text) + 1
        if label.body:
            width = max(width, columns.number_width)
        top = line.baseline - metrics.ascent()
        rect = QRectF(columns.number_right - width, top, width, metrics.height())
        yield Caption(rect, label, text)


def _chips(
    lines: Sequence[LineBox],
    runs: Sequence[Run],
    taken: Sequence[QRectF],
    columns: Columns,
    font: QFont,
) -> Iterator[Chip]:
    """``taken`` are places that other labels have, from top to bottom."""
    metrics = QFontMetricsF(font)
    room, beside = columns.chip_right - columns.left, 2 * _CHIP_PAD + _TICK + _TICK_GAP
    free = float("-inf")
    for run in runs:
        line = next(lines_between(lines, run.start, run.start + 1), None)
        if line is None:
            continue
        rows = _rows(f"{run.number} {run.section.name}", metrics, room - beside)
        widest = max(metrics.horizontalAdvance(row) for row in rows)
        size = widest + beside, len(rows) * metrics.height() + 3
        wanted = line.baseline - metrics.ascent() - 1.5
        top = max(wanted, free)
        for place in taken:
            if place.top() < top + size[1] and top < place.bottom():
                top = place.bottom() + _CHIP_GAP
        if top - wanted > _FAR_OFF * line.height:
            continue
        free = top + size[1] + _CHIP_GAP
        yield Chip(QRectF(columns.chip_right - size[0], top, *size), run, rows)


def _rows(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """``text`` on one row, or two, elided where they are too long."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    number, _, name = text.partition(" ")
    first, *rest = name.split() or [""]
    first = f"{number} {first}"
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}") <= width:
        first += f" {rest.pop(0)}"
    rows = (first, " ".join(rest)) if rest else (first,)
    return tuple(metrics.elidedText(row, Qt.TextElideMode.ElideRight, width) for row in rows)


def paint(
    painter: QPainter,
    margin: Margin,
    font: QFont,
    muted: QColor,
    dark: bool,
    hovered: str | None,
) -> None:
    """Draw ``margin``. ``hovered`` is the section whose label is under the mouse."""
    painter.setFont(small_font(font))
    painter.setPen(muted)
    for caption in margin.captions:
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(caption.rect, flags, caption.text)
        if caption.label.by_hand:
            _paint_pencil(painter, caption)
    for bar in margin.bars:
        _paint_bar(painter, bar, dark)
    painter.setFont(small_font(font, bold=True))
    for chip in margin.chips:
        _paint_chip(painter, chip, dark, chip.run.section.id == hovered)


def _paint_pencil(painter: QPainter, caption: Caption) -> None:
    """Just before the words: the person wrote this."""
    side = caption.rect.height() - 2
    words = painter.fontMetrics().horizontalAdvance(caption.text)
    place = QRectF(caption.rect.right() - words - side - 2, caption.rect.top() + 1, side, side)
    icons.icon("edit").paint(painter, place.toRect())


def _paint_bar(painter: QPainter, bar: Bar, dark: bool) -> None:
    line = theme.section_colours(bar.run.section.colour, dark).line
    if bar.taken:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawRoundedRect(bar.rect, BAR_WIDTH / 2, BAR_WIDTH / 2)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1.0))
        inner = bar.rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, BAR_WIDTH / 2, BAR_WIDTH / 2)


def _paint_chip(painter: QPainter, chip: Chip, dark: bool, hovered: bool) -> None:
    colours = theme.section_colours(chip.run.section.colour, dark)
    section = chip.run.section
    if section.taken and not chip.run.empty:
        ink = colours.chip_text
        ground = contrast.mix(colours.chip, ink, 0.12) if hovered else colours.chip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(chip.rect, _CHIP_ROUND, _CHIP_ROUND)
    else:
        ink = colours.line
        painter.setPen(QPen(colours.line, 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(colours.fill if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), _CHIP_ROUND, _CHIP_ROUND)
    painter.setPen(ink)
    row_height = (chip.rect.height() - 3) / len(chip.rows)
    inner = chip.rect.adjusted(_CHIP_PAD, 1.5, -_CHIP_PAD, -1.5)
    for index, row in enumerate(chip.rows):
        place = QRectF(inner.left(), inner.top() + index * row_height, inner.width(), row_height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row)
    top = inner.top() + (row_height - _TICK) / 2
    _paint_state(painter, QRectF(inner.right() - _TICK, top, _TICK, _TICK), ink, chip.run)


def _paint_state(painter: QPainter, box: QRectF, ink: QColor, run: Run) -> None:
    """A tick, a dash where none of the section's sentences is taken, or an empty ring."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if run.section.taken and run.empty:
        painter.setPen(QPen(ink, 1.6))
        painter.drawLine(
            QPointF(box.left() + 1, box.center().y()), QPointF(box.right() - 1, box.center().y())
        )
        return
    if not run.section.taken:
        painter.setPen(QPen(ink, 1.0))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(ink, 1.6, style, cap, join))
    painter.drawPolyline(
        [
            QPointF(box.left(), box.center().y() + 0.5),
            QPointF(box.left() + box.width() * 0.38, box.bottom() - 1),
            QPointF(box.right(), box.top() + 1),
        ]
    )

"""Tables that are set: columns, rows and borders, before a page is found for them.

x counts from the left margin, y down. The grid lies in the middle of the upright borders; text
stands one padding from the grid, as Word and LibreOffice have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import accumulate
from math import floor

from briefing.model.brief import Cell, Paragraph, ParagraphStyle, Table
from briefing.model.columns import numeric_columns
from briefing.writers.house.letterhead import EdgeCell, RowHeight, Vertical
from briefing.writers.house.look import Border, CharacterChange, TableLook
from briefing.writers.layout import keeping
from briefing.writers.layout.stacks import START, Arranged, Segment, Stacked, arrange, join

_TWIPS = 20
_OTHER_FONT = 1.149
"""Height of a line of Liberation Serif, as a multiple of its size."""
_NARROWEST = 1.0
"""Points that a cell has for text, whatever its paddings."""
_NO_CHANGE = CharacterChange()
_NOTHING = Paragraph(ParagraphStyle.NORMAL, ())

Maker = Callable[
    [Paragraph, Cell, tuple[int, int, int, int], float, CharacterChange, bool], Stacked
]
"""Sets a paragraph of a cell at its place in the room; the last says whether it is a figure."""


@dataclass(frozen=True, slots=True)
class SetRow:
    cells: tuple[tuple[Stacked, ...], ...]
    whole: tuple[Arranged, ...]
    """The cells, as they stand where no page ends."""
    height: float
    """Between its borders."""
    border: Border | None
    """Below it."""
    shade: str
    notes: tuple[int, ...]
    shades: tuple[str, ...] = ()
    """Of single cells; empty where none has one of its own."""

    @property
    def below(self) -> float:
        return self.border.width if self.border else 0


@dataclass(frozen=True, slots=True)
class SetTable:
    look: TableLook
    edges: tuple[float, ...]
    """x of the grid, from left to right: one more than there are columns."""
    rows: tuple[SetRow, ...]
    heads: int
    """Rows at the top that are repeated."""
    kept: bool
    """Whether all of it should stand on one page, as where each label keeps with the next."""

    @property
    def above(self) -> float:
        top = self.look.borders.top
        return top.width if top else 0

    @property
    def inside(self) -> float:
        """Of the border where a page ends between rows."""
        border = self.look.borders.inside_horizontal
        return border.width if border else 0

    @property
    def heads_height(self) -> float:
        return sum(each.height + each.below for each in self.rows[: self.heads])

    @property
    def height(self) -> float:
        return self.above + sum(each.height + each.below for each in self.rows)


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row, or as much of it as a page holds."""

    row: int
    cells: tuple[Arranged, ...]
    height: float
    ends: bool
    """Whether it goes no further."""
    begins: bool = True
    """Whether it is the first of the row."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    part: RowPart
    top: float
    """Below the border above it."""
    repeated: bool


def set_table(table: Table, look: TableLook, block: int, room: float, make: Maker) -> SetTable:
    edges = grid(look, _edges(table.widths, room))
    figures = numeric_columns(table)
    rows: list[tuple[tuple[Stacked, ...], ...]] = []
    for r, row in enumerate(table.rows):
        head = look.head_text if r < table.header_rows else _NO_CHANGE
        cells: list[tuple[Stacked, ...]] = []
        for c, cell in enumerate(row):
            change = _both(look.column_text, head) if c == 0 else head
            width = _inner(edges[c + 1] - edges[c], look)
            paragraphs = cell.paragraphs or (_NOTHING,)
            cells.append(
                tuple(
                    make(each, cell, (block, r, c, p), width, change, c in figures)
                    for p, each in enumerate(paragraphs)
                )
            )
        rows.append(tuple(cells))
    return put_together(look, edges, rows, table.header_rows)


def put_together(
    look: TableLook,
    edges: tuple[float, ...],
    rows: Sequence[Sequence[Sequence[Stacked]]],
    header_rows: int,
) -> SetTable:
    """A table of paragraphs that are set."""
    borders = look.borders
    found: list[SetRow] = []
    for r, row in enumerate(rows):
        cells = tuple(join(each) for each in row)
        whole = tuple(arrange(each) for each in cells)
        padding = look.padding_top + look.padding_bottom
        if r == len(rows) - 1:
            border = borders.bottom
        elif r == header_rows - 1 and look.head_bottom:
            border = look.head_bottom
        else:
            border = borders.inside_horizontal
        if r < header_rows:
            shade = look.head_shade
        else:
            shade = look.band_shade if (r - header_rows) % 2 == 0 else ""
        notes = tuple(
            number
            for cell in cells
            for paragraph in cell
            for line in paragraph.set.lines
            for number in line.notes
        )
        height = padding + _highest(cells, whole)
        found.append(SetRow(cells, whole, height, border, shade, notes))
    heads = header_rows if header_rows < len(rows) else 0
    kept = all(row.cells and row.cells[0] and row.cells[0][0].look.keep_next for row in found)
    return SetTable(look, edges, tuple(found), heads, kept)


def with_height(
    row: SetRow,
    look: TableLook,
    cells: Sequence[EdgeCell],
    wanted: RowHeight,
    border: float,
) -> SetRow:
    """The row, at least or exactly as high, with its cells as they say for themselves.

    ``border`` is the width of that above it, which counts as part of the row.
    """
    padding = look.padding_top + look.padding_bottom
    above = [_own(each.padding_top, look.padding_top) for each in cells]
    below = [_own(each.padding_bottom, look.padding_bottom) for each in cells]
    needed = [
        up + _height(stack, found) + down
        for up, down, stack, found in zip(above, below, row.cells, row.whole, strict=True)
    ]
    least = max(wanted.least - border, 0)
    height = least if wanted.exact else max((least, padding, *needed))
    whole: list[Arranged] = []
    for n, found in enumerate(row.whole):
        free = {Vertical.TOP: 0.0, Vertical.CENTRE: 0.5, Vertical.BOTTOM: 1.0}[cells[n].vertical]
        down = max(0.0, height - needed[n]) * free + above[n] - look.padding_top
        segments = (
            replace(each, top=each.top + down, bottom=each.bottom + down) for each in found.segments
        )
        if wanted.exact:
            segments = cut_below(segments, height - look.padding_top)
        whole.append(replace(found, segments=tuple(segments)))
    shades = tuple(each.shade for each in cells)
    return replace(row, whole=tuple(whole), height=height, shades=shades if any(shades) else ())


def cut_below(segments: Iterable[Segment], room: float) -> Iterator[Segment]:
    """Without the lines that begin where the room has ended."""
    for each in segments:
        lines = each.paragraph.set.lines[each.start : each.stop]
        tops = accumulate((line.height for line in lines), initial=each.top)
        stop = each.start + sum(top < room for top, _ in zip(tops, lines, strict=False))
        if stop > each.start:
            bottom = each.top + sum(line.height for line in lines[: stop - each.start])
            yield replace(each, stop=stop, bottom=bottom)


def _own(padding: float | None, around: float) -> float:
    return around if padding is None else padding


def whole_row(table: SetTable, row: int) -> RowPart:
    each = table.rows[row]
    return RowPart(row, each.whole, each.height, ends=True)


def part_of_row(
    table: SetTable,
    row: int,
    starts: Sequence[tuple[int, int]],
    room: float,
    *,
    force: bool = False,
) -> RowPart | None:
    """As much of a row as the room holds, from where its cells go on; None for nothing.

    ``force``: at least one line, however low the room.
    """
    look = table.look
    padding = look.padding_top + look.padding_bottom
    cells = table.rows[row].cells
    found = tuple(
        arrange(each, start, room - padding, force=force)
        for each, start in zip(cells, starts, strict=True)
    )
    waiting = [n for n, each in enumerate(cells) if starts[n][0] < len(each)]
    if waiting and not any(found[n].segments for n in waiting):
        return None
    if any(starts[n] == START and not found[n].segments for n in waiting):
        return _part(row, found, cells, starts, padding) if force else None
    return _part(row, found, cells, starts, padding)


def _part(
    row: int,
    found: tuple[Arranged, ...],
    cells: Sequence[Sequence[Stacked]],
    starts: Sequence[tuple[int, int]],
    padding: float,
) -> RowPart:
    ends = all(each.end[0] >= len(cell) for each, cell in zip(found, cells, strict=True))
    height = padding + _highest(cells, found)
    return RowPart(row, found, height, ends, all(each == START for each in starts))


def _highest(cells: Sequence[Sequence[Stacked]], found: Sequence[Arranged]) -> float:
    return max((_height(*each) for each in zip(cells, found, strict=True)), default=0)


def _height(cell: Sequence[Stacked], found: Arranged) -> float:
    """Of a cell. Below its last line LibreOffice leaves the spacing of another font's lines."""
    if not cell or found.end[0] < len(cell):
        return found.height
    look, line = cell[-1].look, cell[-1].set.lines[-1]
    spacing = keeping.let_go(line.height, look)
    if not spacing:
        return found.height
    other = floor(round(_OTHER_FONT * look.text.size * _TWIPS) * (look.line - 1)) / _TWIPS
    return found.height - spacing + other


def least(table: SetTable, row: int) -> float:
    """Height of the first lines of a row that no page holds."""
    padding = table.look.padding_top + table.look.padding_bottom
    height = 0.0
    for cell in table.rows[row].cells:
        for each in cell[:1]:
            count = keeping.first_lines(len(each.set.lines), each.look)
            lines = sum(line.height for line in each.set.lines[:count])
            height = max(height, each.look.before + each.above + lines + each.below)
    return padding + height


def _inner(width: float, look: TableLook) -> float:
    """Room for text in a cell."""
    return max(_NARROWEST, width - look.padding_left - look.padding_right)


def cell_room(table: TableLook, edges: Sequence[float], column: int) -> tuple[float, float]:
    """(x, width) of the room for text in a column."""
    width = edges[column + 1] - edges[column]
    return edges[column] + table.padding_left, _inner(width, table)


def grid(look: TableLook, offsets: Sequence[float]) -> tuple[float, ...]:
    """x of the grid from the left margin. A left border keeps within the indent."""
    left = look.borders.left
    start = look.indent + (left.width / 2 if left else 0)
    return tuple(start + each for each in offsets)


def _edges(widths: Sequence[float], room: float) -> list[float]:
    """In whole twips, as the columns are in Word."""
    twips = round(room * _TWIPS)
    return [round(twips * sum(widths[:n])) / _TWIPS for n in range(len(widths) + 1)]


def _both(change: CharacterChange, over: CharacterChange) -> CharacterChange:
    """Both changes; where they differ, the second."""
    if over == _NO_CHANGE:
        return change
    mine = {
        each.name: value for each in fields(over) if (value := getattr(over, each.name)) is not None
    }
    return replace(change, **mine)

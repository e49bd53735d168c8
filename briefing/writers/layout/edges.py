"""Headers and footers, and how much room they leave for the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.model.brief import Brief, Inline, PageField
from briefing.writers.house.contents import said_in
from briefing.writers.house.letterhead import (
    EdgeBlock,
    EdgeCell,
    EdgeField,
    EdgeParagraph,
    EdgePicture,
    EdgeSlot,
    EdgeTab,
    EdgeTable,
    EdgeText,
    Field,
    Slot,
    paragraphs,
)
from briefing.writers.house.whole import House
from briefing.writers.layout.items import Item as SetItem
from briefing.writers.layout.items import Picture, Words
from briefing.writers.layout.laid import Image, Item
from briefing.writers.layout.painting import Canvas
from briefing.writers.layout.paragraph import items, set_items
from briefing.writers.layout.rows import PlacedTable
from briefing.writers.layout.setter import Setter
from briefing.writers.layout.stacks import Segment, Stacked, arrange, join
from briefing.writers.layout.tables import (
    PlacedRow,
    cell_room,
    grid,
    put_together,
    whole_row,
    with_height,
)

_WIDEST_NUMBERS = (888, 888)
_LEAST_SHARE = 1 / 3
"""Of the paper's height, for text, whatever stands above and below it."""
_NO_NUMBERS = (0, 0)


@dataclass(frozen=True, slots=True)
class SetEdge:
    """A header or footer; y from its top, down."""

    segments: tuple[Segment, ...] = ()
    tables: tuple[PlacedTable, ...] = ()
    pictures: tuple[EdgePicture, ...] = ()
    """Those that float."""
    height: float = 0


@dataclass(frozen=True, slots=True)
class Room:
    """Of the text on a page: y of its top and bottom, from the bottom of the paper."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class PageEdges:
    """What stands above and below the text of each page."""

    def __init__(self, brief: Brief, setter: Setter) -> None:
        self._house: House = setter.house
        self._setter = setter
        self._slots: dict[Slot, tuple[Inline, ...]] = {
            each: said_in(each, brief, numbers_pages=setter.house.numbers_pages) for each in Slot
        }
        self._cache: dict[tuple[int, tuple[int, int]], SetEdge] = {}
        self._rooms: dict[bool, Room] = {}

    def room(self, page: int) -> Room:
        """``page`` counts from 0."""
        first = page == 0 and self._house.page.first_differs
        found = self._rooms.get(first)
        if found is None:
            found = self._rooms[first] = self._room(first)
        return found

    def _room(self, first: bool) -> Room:
        page = self._house.page
        header, footer = (self._edge(each, _WIDEST_NUMBERS) for each in self._blocks(first))
        above = abs(page.top)
        if header.height and page.top >= 0:  # below 0: the header may lie over the text
            above = max(above, page.header + header.height)
        below = abs(page.bottom)
        if footer.height and page.bottom >= 0:
            below = max(below, page.footer + footer.height)
        for each in (*header.pictures, *footer.pictures):
            anchor = each.anchor
            if anchor is None or not anchor.wraps:
                continue
            if anchor.y + each.height / 2 < page.height / 2:
                above = max(above, anchor.y + each.height)
            else:
                below = max(below, page.height - anchor.y)
        if page.height - above - below < page.height * _LEAST_SHARE:
            above, below = abs(page.top), abs(page.bottom)
        if page.height - above - below < page.height * _LEAST_SHARE:
            above = below = page.height * _LEAST_SHARE / 2
        return Room(page.height - above, below)

    def paint(self, canvas: Canvas) -> None:
        """The edges of a page, which must be as the page is numbered."""
        page = self._house.page
        first = canvas.numbers[0] == 1 and page.first_differs
        header, footer = (self._edge(each, canvas.numbers) for each in self._blocks(first))
        self._put(header, page.height - page.header, canvas, canvas.header)
        self._put(footer, page.footer + footer.height, canvas, canvas.footer)

    def _blocks(self, first: bool) -> tuple[tuple[EdgeBlock, ...], tuple[EdgeBlock, ...]]:
        edges = self._house.edges
        if first:
            return edges.first_header, edges.first_footer
        return edges.header, edges.footer

    def _put(self, edge: SetEdge, top: float, canvas: Canvas, out: list[Item]) -> None:
        page = self._house.page
        for each in edge.pictures:
            if each.anchor is not None:
                y = page.height - each.anchor.y - each.height
                out.append(
                    Image(each.anchor.x, y, each.width, each.height, each.data, each.alternative)
                )
        canvas.segments(edge.segments, page.left, page.room, top, out)
        for each in edge.tables:
            canvas.table(each, page.left, top, out)

    def _edge(self, blocks: tuple[EdgeBlock, ...], numbers: tuple[int, int]) -> SetEdge:
        if not any(_is_numbered(each, self._slots) for each in paragraphs(blocks)):
            numbers = _NO_NUMBERS
        key = (id(blocks), numbers)
        found = self._cache.get(key)
        if found is None:
            found = self._set(blocks, numbers)
            if numbers in (_NO_NUMBERS, _WIDEST_NUMBERS):
                self._cache[key] = found
        return found

    def _set(self, blocks: Sequence[EdgeBlock], numbers: tuple[int, int]) -> SetEdge:
        segments: list[Segment] = []
        tables: list[PlacedTable] = []
        y = after = 0.0
        room = self._house.page.room
        group: list[Stacked] = []

        def flush() -> None:
            nonlocal y, after
            if not group:
                return
            stack = arrange(join(group))
            last = group[-1].look.after
            move = y + max(0, after - group[0].look.before)
            segments.extend(
                replace(each, top=each.top + move, bottom=each.bottom + move)
                for each in stack.segments
            )
            y, after = move + stack.height - last, last
            group.clear()

        for each in self._staying(blocks):
            match each:
                case EdgeParagraph():
                    group.append(self._paragraph(each, room, numbers))
                case EdgeTable():
                    flush()
                    placed, height = self._table(each, y + after, numbers)
                    tables.append(placed)
                    y, after = y + after + height, 0
        flush()
        pictures = tuple(
            item
            for each in paragraphs(blocks)
            for item in each.items
            if isinstance(item, EdgePicture) and item.anchor is not None
        )
        return SetEdge(tuple(segments), tuple(tables), pictures, y + after)

    def _table(
        self, table: EdgeTable, top: float, numbers: tuple[int, int]
    ) -> tuple[PlacedTable, float]:
        offsets = [sum(table.widths[:n]) for n in range(len(table.widths) + 1)]
        edges = grid(table.look, offsets)
        rows = [
            [
                [
                    self._paragraph(
                        _inset(each, table, r, n), cell_room(table.look, edges, n)[1], numbers
                    )
                    for each in self._staying(cell)
                    if isinstance(each, EdgeParagraph)
                ]
                for n, cell in enumerate(row[: len(table.widths)])
            ]
            for r, row in enumerate(table.rows)
        ]
        made = put_together(table.look, edges, rows, 0)
        if table.cells:
            above = (made.above, *(row.below for row in made.rows))
            each_row = zip(made.rows, table.cells, table.heights, above, strict=False)
            made = replace(
                made,
                rows=tuple(
                    with_height(row, table.look, cells, height, border)
                    for row, cells, height, border in each_row
                ),
            )
        placed = PlacedTable(made, top)
        y = top + made.above
        for n, row in enumerate(made.rows):
            placed.rows.append(PlacedRow(whole_row(made, n), y, repeated=False))
            y += row.height + row.below
        return placed, made.height

    def _staying(self, blocks: Sequence[EdgeBlock]) -> list[EdgeBlock]:
        """All but the lines that have nothing to say; the last one if nothing else would stay."""
        found: list[EdgeBlock] = []
        for n, each in enumerate(blocks):
            if (
                not isinstance(each, EdgeParagraph)
                or not self._is_left_out(each)
                or (n == len(blocks) - 1 and not (found and isinstance(found[-1], EdgeParagraph)))
            ):
                found.append(each)
        return found

    def _is_left_out(self, paragraph: EdgeParagraph) -> bool:
        """Whether it holds nothing but slots, and nothing is in them."""
        return bool(paragraph.items) and all(
            isinstance(each, EdgeSlot) and not self._slots[each.slot] for each in paragraph.items
        )

    def _paragraph(
        self, paragraph: EdgeParagraph, room: float, numbers: tuple[int, int]
    ) -> Stacked:
        made: list[SetItem] = []
        for index, each in enumerate(paragraph.items):
            match each:
                case EdgeText():
                    made.append(Words(each.text, each.look, index))
                case EdgeTab():
                    made.append(Words("\t", each.look, index))
                case EdgeField():
                    number = numbers[each.field is Field.COUNT]
                    made.append(Words(str(number), each.look, index))
                case EdgeSlot():
                    made += self._filled(each, index, numbers)
                case EdgePicture():
                    if each.anchor is None:
                        made.append(Picture(each.width, each.height, each.data, each.alternative))
        return Stacked((), set_items(made, paragraph.look, room, self._setter, rtl=False))

    def _filled(self, slot: EdgeSlot, index: int, numbers: tuple[int, int]) -> Iterable[SetItem]:
        for each in items(self._slots[slot.slot], slot.look, self._setter, numbers=numbers):
            yield replace(each, inline=index) if isinstance(each, Words) else each


def _inset(paragraph: EdgeParagraph, table: EdgeTable, row: int, column: int) -> EdgeParagraph:
    """With the indents that stand for the paddings of a cell that has its own."""
    cell = table.cells[row][column] if table.cells else EdgeCell()
    left, right = (
        0 if own is None else own - around
        for own, around in (
            (cell.padding_left, table.look.padding_left),
            (cell.padding_right, table.look.padding_right),
        )
    )
    if not left and not right:
        return paragraph
    look = paragraph.look
    tabs = tuple(replace(each, position=each.position + left) for each in look.tabs)
    look = replace(look, left=look.left + left, right=look.right + right, tabs=tabs)
    return replace(paragraph, look=look)


def _is_numbered(paragraph: EdgeParagraph, slots: dict[Slot, tuple[Inline, ...]]) -> bool:
    return any(
        isinstance(each, EdgeField)
        or (
            isinstance(each, EdgeSlot)
            and any(isinstance(inline, PageField) for inline in slots[each.slot])
        )
        for each in paragraph.items
    )

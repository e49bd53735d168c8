"""A page that is being filled, and the rows of a table that go on it and on those that follow.

y counts from the top of the text of a page, down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.writers.layout import keeping
from briefing.writers.layout.notes import EMPTY, Foot, Notes
from briefing.writers.layout.stacks import START, Segment
from briefing.writers.layout.tables import (
    PlacedRow,
    RowPart,
    SetTable,
    part_of_row,
    whole_row,
)


@dataclass(slots=True)
class PlacedTable:
    """What stands of a table on one page."""

    table: SetTable
    top: float
    rows: list[PlacedRow] = field(default_factory=list[PlacedRow])


Placed = Segment | PlacedTable | float
"""A float is the y of the middle of a short rule."""


@dataclass(slots=True)
class Page:
    height: float
    """Of the room for text and notes."""
    breaks: bool
    """Whether it begins the document, or where a break was asked for: space above stays then."""
    foot: Foot = EMPTY
    placed: list[Placed] = field(default_factory=list[Placed])
    y: float = 0
    """Where the last line or row ends."""
    below: float = 0
    """What the border below it takes."""

    @property
    def empty(self) -> bool:
        return not self.placed


class Rows:
    """Puts the rows of one table on pages."""

    def __init__(
        self,
        page: Page,
        notes: Notes,
        turn: Callable[[], Page],
        table: SetTable,
        heads: int,
        *,
        alone: bool,
    ) -> None:
        """``alone``: what stands above it on the page is kept with it."""
        self._page = page
        self._notes = notes
        self._turn_page = turn
        self._table = table
        self._heads = heads
        self._heads_height = sum(each.height + each.below for each in table.rows[:heads])
        self._placed: PlacedTable | None = None
        self._foot = page.foot
        self._waiting: tuple[int, ...] = ()
        """Notes of the head, which have room when the first row has."""
        self._first = True
        self._alone = alone

    def place(self, gap: float, full: float) -> None:
        """``gap`` is the space above; ``full`` the height of the pages that follow."""
        table = self._table
        self._page.y += gap
        self._page.below = 0
        self._open()
        for row in range(self._heads, len(table.rows)):
            each = table.rows[row]
            room = full - table.above - self._heads_height
            stranding = self._alone and row == self._heads and not self._fits(whole_row(table, row))
            if stranding or each.height + each.below > room + keeping.TOLERANCE:
                self._broken(row)
                continue
            part = whole_row(table, row)
            while not self._fits(part):
                if self._fresh():
                    self._postpone()  # notes have no room: they follow
                    break
                self._turn()
            self._add(part, repeated=False)

    def _open(self) -> None:
        """The part of the table on this page, with its head."""
        table, page = self._table, self._page
        self._placed = PlacedTable(table, page.y)
        self._foot = page.foot
        self._waiting = ()
        page.placed.append(self._placed)
        page.y += table.above if self._heads or self._first else table.inside
        for row in range(self._heads):
            self._add(whole_row(table, row), repeated=not self._first)
            if self._first:
                self._waiting += table.rows[row].notes

    def _turn(self) -> None:
        if self._placed is not None:
            if len(self._placed.rows) > self._heads:
                self._first = False
            else:  # nothing below the head
                self._page.placed.remove(self._placed)
                self._page.foot = self._foot
        self._page = self._turn_page()
        self._open()

    def _fresh(self) -> bool:
        """Whether the page has nothing but the head of this table, and what its notes say."""
        placed = self._placed
        return (
            placed is not None
            and self._page.placed[0] is placed
            and len(placed.rows) == self._heads
            and not self._foot.portions
        )

    def _postpone(self) -> None:
        self._page.foot = self._notes.postponed(self._page.foot)

    def _fits(self, part: RowPart) -> bool:
        page = self._page
        bottom = page.y + part.height + self._below(part)
        if bottom + page.foot.height > page.height + keeping.TOLERANCE:
            return False
        notes = self._waiting + self._table.rows[part.row].notes
        return self._notes.with_notes(page.foot, notes, page.height - bottom) is not None

    def _below(self, part: RowPart) -> float:
        row = self._table.rows[part.row]
        return row.below if part.ends else self._table.inside

    def _broken(self, row: int) -> None:
        """A row that no page holds."""
        table = self._table
        starts = [START] * len(table.rows[row].cells)
        while True:
            page = self._page
            room = page.height - page.y - page.foot.height - table.rows[row].below
            part = part_of_row(table, row, starts, room)
            if part is not None and (numbers := self._waiting + _notes_of(part)):
                noted = self._notes.with_notes(page.foot, numbers, page.height)
                more = min(room / 2, noted.height - page.foot.height if noted else room / 2)
                part = part_of_row(table, row, starts, room - more)
            if part is None and self._fresh():
                self._postpone()
                room = page.height - page.y - table.rows[row].below
                part = part_of_row(table, row, starts, room, force=True)
            if part is not None:
                self._add(part, repeated=False)
                if part.ends:
                    return
                starts = [each.end for each in part.cells]
            self._turn()

    def _add(self, part: RowPart, *, repeated: bool) -> None:
        page = self._page
        assert self._placed is not None
        self._placed.rows.append(PlacedRow(part, page.y, repeated))
        page.y += part.height
        if repeated and part.row == self._heads - 1:
            page.y += self._table.inside  # LibreOffice gives a repeated head no more
        else:
            page.y += self._below(part)
        if part.row >= self._heads:
            numbers, self._waiting = self._waiting + _notes_of(part), ()
            page.foot = self._notes.forced(page.foot, numbers, page.height - page.y)


def _notes_of(part: RowPart) -> tuple[int, ...]:
    return tuple(
        number
        for cell in part.cells
        for segment in cell.segments
        for line in segment.paragraph.set.lines[segment.start : segment.stop]
        for number in line.notes
    )

"""A page for each line: where pages end, by the rules of Word and LibreOffice.

y counts from the top of the text of a page, down. Nothing is set here, and nothing is lost: what
no page holds is broken all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.writers.house.look import ParagraphLook
from briefing.writers.layout import keeping
from briefing.writers.layout.notes import RULE_ROOM, Foot, Notes
from briefing.writers.layout.rows import Page, Rows
from briefing.writers.layout.stacks import Segment, Stacked
from briefing.writers.layout.tables import SetTable, least


@dataclass(frozen=True, slots=True)
class NoteRule:
    """The short rule above notes that stand after the text."""


Element = Stacked | SetTable | NoteRule


def paginate(
    elements: Sequence[Element], notes: Notes, height: Callable[[int], float]
) -> list[Page]:
    """At least one page. ``height`` gives that of a page, from 0, for text and notes."""
    return _Paginator(elements, notes, height).run()


class _Paginator:
    def __init__(
        self, elements: Sequence[Element], notes: Notes, height: Callable[[int], float]
    ) -> None:
        self._elements = elements
        self._notes = notes
        self._height = height
        self._pages = [Page(height(0), breaks=True)]
        self._page = self._pages[0]
        self._last: ParagraphLook | None = None
        self._alone = True
        """Whether the page has nothing but what is kept together just now."""

    def run(self) -> list[Page]:
        kept = 0
        for index, element in enumerate(self._elements):
            if index >= kept:
                end = self._chain(index)
                if isinstance(element, Stacked) and element.look.page_break_before:
                    self._break()
                if end > index + 1 and not self._page.empty and not self._holds(index, end):
                    self._turn()
                kept = end
                self._alone = self._page.empty
            match element:
                case Stacked():
                    self._paragraph(element)
                case SetTable():
                    self._table(element)
                case NoteRule():
                    self._rule()
        while self._page.foot.rest:
            self._turn()
        return self._pages

    def _turn(self, *, breaks: bool = False) -> None:
        before = self._page
        height = self._height(len(self._pages))
        self._page = Page(height, breaks, self._notes.going_on(before.foot, height))
        self._pages.append(self._page)
        self._last = None

    def _break(self) -> None:
        if not self._page.empty:
            self._turn(breaks=True)

    def _chain(self, index: int) -> int:
        """The end of what is to be kept together, beginning there."""
        elements = self._elements
        while index + 1 < len(elements):
            each, after = elements[index], elements[index + 1]
            if isinstance(each, SetTable) or (
                isinstance(each, Stacked) and not each.look.keep_next
            ):
                break
            if isinstance(after, Stacked) and after.look.page_break_before:
                break
            index += 1
        return index + 1

    def _gap(self, look: ParagraphLook, last: ParagraphLook | None, *, empty: bool) -> float:
        if empty:
            return look.before if self._page.breaks else 0
        return keeping.gap(last, look)

    def _holds(self, start: int, end: int) -> bool:
        """Whether the rest of the page holds the elements, and the beginning of the last."""
        page = self._page
        y, foot, last = page.y + page.below, page.foot, self._last
        for index in range(start, end):
            each = self._elements[index]
            match each:
                case Stacked():
                    lines = each.set.lines
                    count = len(lines)
                    if index == end - 1:
                        count = keeping.first_lines(count, each.look)
                    y += self._gap(each.look, last, empty=False) + each.above
                    taken = self._take(each, 0, count, y, foot)
                    if len(taken) < count:
                        return False
                    y, foot = taken[-1]
                    y += each.below
                    last = each.look
                case SetTable():
                    return self._begins(each, y + (last.after if last else 0), foot)
                case NoteRule():
                    y += RULE_ROOM
        return True

    def _take(
        self, paragraph: Stacked, start: int, stop: int, y: float, foot: Foot
    ) -> list[tuple[float, Foot]]:
        """Where the lines end that fit below y, each with the foot that the page has then."""
        height = self._page.height + keeping.TOLERANCE
        taken: list[tuple[float, Foot]] = []
        lines, look, below = paragraph.set.lines, paragraph.look, paragraph.below
        for index in range(start, stop):
            line = lines[index]
            y += line.height
            bottom = y + (below or -keeping.let_go(line.height, look))
            if bottom + foot.height > height:
                break
            if line.notes:
                noted = self._notes.with_notes(foot, line.notes, self._page.height - bottom)
                if noted is None:
                    break
                foot = noted
            taken.append((y, foot))
        return taken

    def _paragraph(self, paragraph: Stacked) -> None:
        look, lines = paragraph.look, paragraph.set.lines
        start = 0
        while start < len(lines):
            page = self._page
            joined = paragraph.joined and not start and not page.empty
            above = (
                paragraph.above if joined == paragraph.joined else keeping.extent(look.borders.top)
            )
            y = page.y + page.below
            if not start:
                y += self._gap(look, self._last, empty=page.empty)
            y += above
            taken = self._take(paragraph, start, len(lines), y, page.foot)
            fitting = len(taken)
            count = keeping.lines_before_break(fitting, start, len(lines), look)
            if not count and (self._alone or page.empty):
                count = fitting
            if count:
                foot = taken[count - 1][1]
            elif not page.empty or page.foot.portions:
                self._turn()
                continue
            else:  # no page holds even this line
                count = 1
                bottom = y + lines[start].height
                foot = self._notes.forced(page.foot, lines[start].notes, page.height - bottom)
            bottom = y + sum(each.height for each in lines[start : start + count])
            segment = Segment(
                paragraph, start, start + count, y, bottom, above, paragraph.below, joined
            )
            page.placed.append(segment)
            page.y, page.below, page.foot = bottom, paragraph.below, foot
            self._last = look
            start += count
            if start < len(lines):
                self._turn()

    def _rule(self) -> None:
        page = self._page
        if not page.empty:
            page.y += page.below
            page.below = 0
        page.placed.append(page.y + RULE_ROOM / 2)
        page.y += RULE_ROOM
        self._last = None

    def _begins(self, table: SetTable, y: float, foot: Foot) -> bool:
        """Whether as much of the table as must stand together fits below y."""
        height = self._page.height
        if table.kept:
            rows, y = range(len(table.rows)), y + table.height
        else:
            first = table.heads
            rows = range(first + 1)
            y += table.above + table.heads_height
            if self._too_high(table, first):
                y += least(table, first) + table.rows[first].below
                rows = range(first)
            else:
                y += table.rows[first].height + table.rows[first].below
        noted: Foot | None = foot
        for row in rows:
            if noted is not None:
                noted = self._notes.with_notes(noted, table.rows[row].notes, height - y)
        return noted is not None and y + noted.height <= height + keeping.TOLERANCE

    def _too_high(self, table: SetTable, row: int) -> bool:
        """Whether no page holds the row, below the head."""
        each = table.rows[row]
        room = self._height(len(self._pages)) - table.above
        if row >= table.heads:
            room -= table.heads_height
        return each.height + each.below > room + keeping.TOLERANCE

    def _table(self, table: SetTable) -> None:
        if not table.rows:
            return
        heads = table.heads
        if heads and table.heads_height > self._height(len(self._pages)) / 2:
            heads = 0  # they would leave no room for what they are the head of
        y = self._page.y + self._page.below + (self._last.after if self._last else 0)
        if not self._page.empty and not self._alone and not self._begins(table, y, self._page.foot):
            self._turn()
        Rows(self._page, self._notes, self._next, table, heads, alone=self._alone).place(
            0 if self._page.empty else self._page.below + (self._last.after if self._last else 0),
            self._height(len(self._pages)),
        )
        self._last = None

    def _next(self) -> Page:
        self._turn()
        return self._page

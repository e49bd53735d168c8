"""Notes at the foot of a page: how many lines of them stand there, and what goes on the next.

A line of the text needs its notes on its own page, or at least their first lines: what is too
long goes on at the foot of the next page. So Word and LibreOffice do it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.writers.house.look import ParagraphLook
from briefing.writers.layout import keeping
from briefing.writers.layout.setting import SetParagraph
from briefing.writers.layout.stacks import Segment, Stacked

RULE_WIDTH = 0.5
RULE_SHARE = 0.25
"""Of the width of the text."""
RULE_SPACE = 2.85
"""Above the rule, and below it."""
RULE_ROOM = RULE_SPACE + RULE_WIDTH + RULE_SPACE
MOST = 0.8
"""Of a page for notes that go on from the page before."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Lines of a note."""

    number: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Foot:
    """The notes of one page."""

    portions: tuple[Portion, ...] = ()
    height: float = 0
    """With the rule above them."""
    rest: tuple[tuple[int, int], ...] = ()
    """Number and first line of what goes on the next page."""


EMPTY = Foot()


class Notes:
    """Sets each note once, and finds room for it."""

    def __init__(
        self, look: ParagraphLook, make: Callable[[int], Stacked], *, at_foot: bool = True
    ) -> None:
        """``at_foot``: else pages have no notes; they stand after the text."""
        self._at_foot = at_foot
        self._look = look
        self._gap = keeping.gap(look, look)
        self._make = make
        self._made: dict[int, Stacked] = {}

    def paragraph(self, number: int) -> Stacked:
        found = self._made.get(number)
        if found is None:
            found = self._made[number] = self._make(number)
        return found

    def with_notes(self, foot: Foot, numbers: tuple[int, ...], room: float) -> Foot | None:
        """The foot with the notes of a line; None where they do not even begin in the room."""
        found: Foot | None = foot
        for number in numbers if self._at_foot else ():
            found = self._with(found, number, room) if found is not None else None
        return found

    def forced(self, foot: Foot, numbers: tuple[int, ...], room: float) -> Foot:
        """As ``with_notes``; what has no room at all goes on the next page."""
        for number in numbers if self._at_foot else ():
            foot = self._with(foot, number, room) or _later(foot, number, 0)
        return foot

    def going_on(self, foot: Foot, height: float) -> Foot:
        """The foot of the page after that of ``foot``; ``height`` for text and notes."""
        found = EMPTY
        for number, start in foot.rest:
            added = self._with(found, number, height * MOST, start)
            if added is None and not found.portions:  # a line as high as a page
                lines = self.paragraph(number).set.lines
                added = Foot((Portion(number, start, start + 1),), RULE_ROOM + lines[start].height)
                if start + 1 < len(lines):
                    added = _later(added, number, start + 1)
            found = added or _later(found, number, start)
        return found

    def postponed(self, foot: Foot) -> Foot:
        """All of the notes go on the next page."""
        begun = {each.number for each in foot.portions}
        rest = (each for each in foot.rest if each[0] not in begun)
        return Foot(rest=(*((each.number, each.start) for each in foot.portions), *rest))

    def _with(self, foot: Foot, number: int, room: float, start: int = 0) -> Foot | None:
        if foot.rest:  # notes keep their order
            return None
        lines: SetParagraph = self.paragraph(number).set
        height = foot.height + self._lead(foot, start)
        stop = start
        for each in lines.lines[start:]:
            if height + each.height > room + keeping.TOLERANCE:
                break
            height += each.height
            stop += 1
        if stop == len(lines.lines):
            return Foot((*foot.portions, Portion(number, start, stop)), height)
        least = 1 if start else keeping.first_lines(len(lines.lines), self._begins(lines))
        if stop - start < least:
            return None
        portions = (*foot.portions, Portion(number, start, stop))
        return _later(Foot(portions, height), number, stop)

    def _lead(self, foot: Foot, start: int) -> float:
        if foot.portions:
            return self._gap
        return RULE_ROOM + (0 if start else self._look.before)

    @staticmethod
    def _begins(note: SetParagraph) -> ParagraphLook:
        return note.look

    def segments(self, foot: Foot) -> Iterator[Segment]:
        """y from the top of the foot, down; the rule stands ``RULE_SPACE`` below it."""
        y = 0.0
        seen: list[Portion] = []
        for each in foot.portions:
            y += self._lead(Foot(tuple(seen[:1])), each.start)
            seen.append(each)
            paragraph = self.paragraph(each.number)
            height = sum(line.height for line in paragraph.set.lines[each.start : each.stop])
            yield Segment(paragraph, each.start, each.stop, y, y + height)
            y += height


def _later(foot: Foot, number: int, start: int) -> Foot:
    return Foot(foot.portions, foot.height, (*foot.rest, (number, start)))

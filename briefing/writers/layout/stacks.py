"""Paragraphs one under another: in a cell, a header, a footer.

y counts from the top of the stack, down.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefing.writers.house.look import ParagraphLook
from briefing.writers.layout import keeping
from briefing.writers.layout.laid import Place
from briefing.writers.layout.setting import SetParagraph


@dataclass(frozen=True, slots=True)
class Stacked:
    """A paragraph among others."""

    place: Place
    set: SetParagraph
    above: float = 0
    """Room that its border takes above its first line, unless the box began before."""
    below: float = 0
    joined: bool = False
    """Whether it continues the box of the paragraph above."""
    level: int | None = None
    """In the outline, from 0; None for what is not in it."""
    again: Callable[[tuple[int, int]], SetParagraph] | None = None
    """Sets it with its page and the page count; None where it says neither."""

    @property
    def look(self) -> ParagraphLook:
        return self.set.look


@dataclass(frozen=True, slots=True)
class Segment:
    """As many lines of a paragraph as stand together on a page."""

    paragraph: Stacked
    start: int
    stop: int
    top: float
    """Of the first of the lines."""
    bottom: float
    """Of the last of them."""
    above: float = 0
    below: float = 0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    segments: tuple[Segment, ...]
    height: float
    end: tuple[int, int]
    """Paragraph and line where it goes on; the count of paragraphs and 0 where all is there."""


START = (0, 0)


def join(paragraphs: Sequence[Stacked]) -> tuple[Stacked, ...]:
    """The same, with the room for borders that boxes of several paragraphs leave."""
    if not any(keeping.has_box(each.look) for each in paragraphs):
        return tuple(paragraphs)
    found: list[Stacked] = []
    for each in paragraphs:
        look = each.look
        above = keeping.extent(look.borders.top)
        below = keeping.extent(look.borders.bottom)
        is_joined = bool(found) and keeping.joined(found[-1].look, look)
        if is_joined:
            found[-1] = replace(found[-1], below=0)
            above = 0
        found.append(replace(each, above=above, below=below, joined=is_joined))
    return tuple(found)


def arrange(
    paragraphs: Sequence[Stacked],
    start: tuple[int, int] = START,
    room: float | None = None,
    *,
    force: bool = False,
) -> Arranged:
    """What stands in the room from ``start`` on; all of the rest where no room is given.

    With ``force`` there is at least one line, however low the room.
    """
    segments: list[Segment] = []
    y = 0.0
    last: ParagraphLook | None = None
    index, line = start
    while index < len(paragraphs):
        each = paragraphs[index]
        look, lines = each.look, each.set.lines
        is_joined = each.joined and bool(segments)
        above = each.above if each.joined == is_joined else keeping.extent(look.borders.top)
        top = y + keeping.gap(last, look) + above
        if room is None:
            count = len(lines) - line
        else:
            count = _fitting(each, line, room - top)
            if not count and force and not segments:
                count = 1
        if not count:
            break
        bottom = top + sum(each.height for each in lines[line : line + count])
        segments.append(
            Segment(each, line, line + count, top, bottom, above, each.below, is_joined)
        )
        y, last = bottom + each.below, look
        if line + count < len(lines):
            return Arranged(tuple(segments), y, (index, line + count))
        index, line = index + 1, 0
    if last is not None and index == len(paragraphs):
        y += last.after
    return Arranged(tuple(segments), y, (index, line))


def _fitting(paragraph: Stacked, start: int, room: float) -> int:
    lines = paragraph.set.lines
    count = 0
    height = 0.0
    for each in range(start, len(lines)):
        height += lines[each].height
        if height > room - paragraph.below + keeping.TOLERANCE:
            break
        count += 1
    return keeping.lines_before_break(count, start, len(lines), paragraph.look)

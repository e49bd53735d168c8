"""Lines to paragraphs, within a column and on over columns and pages.

A paragraph ends where the next line stands further off than lines do, where the next line is
indented, or where the first word of the next line would have fitted on this one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.progress import Checkpoint
from briefing.readers.pdf.layout import Column
from briefing.readers.pdf.lines import ITEM, Line
from briefing.readers.pdf.marks import HYPHEN

_END = re.compile(r"[.!?…。！？:][\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_TAIL = 12
"""Characters at the end of a line that tell whether a sentence ends with it."""
_INDENT = (0.6, 4.0)
"""Ems that the first line of a paragraph may be indented by."""
_SAME_SIZE = 0.06
SMALL = 0.93
"""Of the size of the text; what is smaller is a note or a caption."""


@dataclass(slots=True)
class Passage:
    """A paragraph as it grows."""

    lines: list[Line]
    page: int
    column: int
    """Counted over the document."""
    is_row: bool = False
    """Of a table."""
    indented: bool = False
    full: bool = False
    """Whether its last line goes to the edge of its column."""
    opens: bool = False
    """Whether it is the first of its column."""
    at_foot: bool = False
    """Of the page, in smaller type."""

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(each.bold for each in self.lines)

    @property
    def length(self) -> int:
        return sum(len(each.text) for each in self.lines)


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is set."""

    size: float
    """Points of its text's type."""
    bold: bool
    leading: float
    """Points from line to line of its text."""
    indents: bool
    """Whether a paragraph's first line is indented."""


def look(pages: Sequence[Sequence[Column]]) -> Look:
    """How the document is set, by what most of it is."""
    sizes: Counter[tuple[float, bool]] = Counter()
    for column in (each for page in pages for each in page if not each.is_table):
        for line in column.lines:
            sizes[round(line.size * 2) / 2, line.bold] += len(line.text)
    if not sizes:
        return Look(10, False, 12, False)
    size, bold = max(sizes, key=sizes.__getitem__)
    return Look(size, bold, _leading(pages, size), False)


def _leading(pages: Sequence[Sequence[Column]], size: float) -> float:
    """The smallest step between lines that is common: larger ones part paragraphs."""
    steps: Counter[float] = Counter()
    for column in (each for page in pages for each in page if not each.is_table):
        for line, following in pairwise(column.lines):
            if abs(line.size - size) < 0.5 and abs(following.size - size) < 0.5:
                steps[round((following.base - line.base) * 2) / 2] += 1
    steps = Counter({step: count for step, count in steps.items() if 0.8 < step / size < 3})
    total = steps.total()
    common = [step for step, count in steps.items() if count >= 0.15 * total]
    return min(common, default=1.25 * size)


def passages(
    pages: Iterable[tuple[int, Sequence[Column]]], look: Look, checkpoint: Checkpoint
) -> list[Passage]:
    """The paragraphs of each column; ``pages`` are (number, columns)."""
    made: list[Passage] = []
    number = 0
    for page, columns in pages:
        checkpoint()
        for column in columns:
            number += 1
            if column.is_table:
                made += (Passage([row], page, number, is_row=True) for row in column.lines)
            else:
                found = list(_passages(column.lines, look, page, number))
                for each in found if column.at_foot else ():
                    each.at_foot = True
                made += found
    return made


def _passages(lines: Sequence[Line], look: Look, page: int, number: int) -> Iterator[Passage]:
    edges = _Edges(lines, look)
    current = Passage([lines[0]], page, number, opens=True)
    current.indented = edges.is_indented(lines[0])
    for index in range(1, len(lines)):
        line, before = lines[index], lines[index - 1]
        after = lines[index + 1] if index + 1 < len(lines) else None
        if _starts(before, line, after, current, edges, look):
            current.full = not edges.fits(before, line)
            yield current
            current = Passage([line], page, number)
            current.indented = edges.is_indented(line)
        else:
            current.lines.append(line)
    current.full = edges.is_full(lines[-1])
    yield current


class _Edges:
    """Where the lines of a column begin and end."""

    def __init__(self, lines: Sequence[Line], look: Look) -> None:
        usual = [each for each in lines if abs(each.size - look.size) < 0.5] or lines
        lefts = Counter(round(each.left) for each in usual)
        common = [left for left, count in lefts.items() if count >= 0.2 * len(usual)]
        self.left = float(min(common, default=min(lefts)))
        self.right = _outer(sorted((each.right for each in usual), reverse=True), look.size)

    def is_indented(self, line: Line) -> bool:
        indent = line.left - self.left
        return _INDENT[0] * line.size < indent < _INDENT[1] * line.size

    def fits(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line would have fitted on this one."""
        if line.text.endswith(HYPHEN):
            return False
        word = following.text.split(" ", 1)[0]
        letter = (following.right - following.left) / max(len(following.text), 1)
        room = self.right - line.right
        return room > 1.12 * letter * (len(word) + 1) + 0.2 * line.size

    def is_full(self, line: Line) -> bool:
        """Whether a usual word would not fit after it."""
        return self.right - line.right < 4 * line.size

    def is_short(self, line: Line) -> bool:
        return self.right - line.right > 0.4 * (self.right - self.left)


def _outer(rights: Sequence[float], em: float) -> float:
    """The furthest end; of many lines one that no other comes near does not count."""
    if len(rights) > 4:
        for one, other in pairwise(rights[:3]):
            if one - other < 3 * em:
                return one
    return rights[0]


def _starts(
    before: Line,
    line: Line,
    after: Line | None,
    current: Passage,
    edges: _Edges,
    look: Look,
) -> bool:
    """Whether a paragraph starts with ``line``."""
    em = line.size
    if abs(em - before.size) > _SAME_SIZE * max(em, before.size):
        return True
    step, usual = line.base - before.base, look.leading * em / look.size
    broken = before.text[-1] == HYPHEN
    if step > 1.2 * usual + 0.5 and not (broken and step < 2 * usual):
        return True
    first = current.lines[0].text
    is_item = ITEM.match(first) is not None
    if ITEM.match(line.text) and (is_item or _ends(before.text)):
        return True
    shift = line.left - before.left
    stands_out = line.bold or em > (1 + _SAME_SIZE) * look.size
    middles = line.left + line.right, before.left + before.right
    if stands_out and abs(shift) > 0.3 * em and abs(middles[0] - middles[1]) < em:
        return False  # a centred heading
    fits = edges.fits(before, line)
    goes_on = line.text[0].islower() and not _ends(before.text)
    hangs = is_item and len(current.lines) == 1
    if edges.is_indented(line) and not hangs and (fits or not goes_on):
        if after is None:  # whether the next line goes back to the edge is not to be seen
            return shift > 0.5 * em and _ends(before.text)
        stays = abs(after.left - line.left) < 0.3 * em
        if shift > 0.5 * em and not stays:
            return True
        if abs(shift) < 0.3 * em and not stays and len(current.lines) == 1 and current.indented:
            return True
    if not fits:
        return False
    return line.bold != before.bold or not goes_on or edges.is_short(before)


def _ends(text: str) -> bool:
    """Whether a sentence ends with it."""
    return _END.search(text[-_TAIL:]) is not None


def joined(made: Sequence[Passage], look: Look) -> list[Passage]:
    """Paragraphs that go on in the next column or on the next page put together.

    What stands between, such as notes and captions, comes after the whole paragraph.
    """
    whole: list[Passage] = []
    open_: int | None = None
    """Index in ``whole`` of what may go on."""
    broken = False
    """Whether something else came since."""
    for each in made:
        if open_ is not None and _goes_on_in_other_type(whole[open_], each):
            whole[open_].lines += each.lines
            whole[open_].full = each.full
            continue
        if not _is_text(each, look):
            whole.append(each)
            broken = True
            if each.is_row or each.size > look.size * (1 + _SAME_SIZE):
                open_ = None
            continue
        if open_ is not None and (each.opens or broken) and _goes_on(whole[open_], each, look):
            whole[open_].lines += each.lines
            whole[open_].full = each.full
        else:
            whole.append(each)
            open_ = len(whole) - 1
        broken = False
    return whole


def _is_text(each: Passage, look: Look) -> bool:
    return not each.is_row and abs(each.size - look.size) <= _SAME_SIZE * look.size


def _goes_on_in_other_type(one: Passage, other: Passage) -> bool:
    """Over a column's end, where the next line is in a type that is used inside of sentences."""
    return (
        other.opens
        and not (other.is_row or other.at_foot)
        and one.full
        and other.lines[0].text[0].islower()
        and not _ends(one.lines[-1].text)
        and 0.85 < other.size / one.size < 1.15
        and one.bold == other.bold
    )


def _goes_on(one: Passage, other: Passage, look: Look) -> bool:
    end, start = one.lines[-1].text, other.lines[0].text
    if end.endswith(HYPHEN):
        return True
    if one.bold != other.bold or ITEM.match(start):
        return False
    if start[0].islower():
        return one.full or not _ends(end)
    if not one.full or other.indented:
        return False
    # A sentence ended with the column: its paragraph goes on if others begin with an indent.
    return not _ends(end) or (look.indents and len(other.lines) > 1)


def is_justified(made: Sequence[Passage]) -> bool:
    """Whether lines end at one edge, but for the last of a paragraph."""
    level = total = 0
    for each in made:
        inner = each.lines[:-1]
        if len(inner) > 1 and not each.is_row:
            edge = max(line.right for line in inner) - 0.15 * each.size
            level += sum(line.right >= edge for line in inner) - 1
            total += len(inner) - 1
    return total > 0 and level > 0.7 * total


def indents(made: Sequence[Passage], look: Look) -> bool:
    """Whether paragraphs of the document begin with an indented line."""
    longer = [each for each in made if _is_text(each, look) and len(each.lines) > 1]
    inside = [each for each in longer if not each.opens]
    return bool(inside) and sum(each.indented for each in inside) > 0.5 * len(inside)

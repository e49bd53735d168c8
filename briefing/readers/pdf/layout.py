"""The order in which a page is read: columns, what spans them, tables.

A gutter is a strip that no words cross, with rows of words on both sides of it. The highest
gutter parts its page in what stands above it, left of it, right of it and below; each part is
looked at in the same way. Two sides whose words stand row by row side by side, and are short,
are a table and not columns.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from briefing.readers.pdf import foot
from briefing.readers.pdf.dropcaps import with_drop_caps
from briefing.readers.pdf.lines import Line, cells, is_mark, lines, rows
from briefing.readers.pdf.marks import Piece

_NARROWEST = 3.0
"""Points, of a gutter."""
_GUTTER = 0.35
"""Ems, the same."""
_MOST_PIECES = 20_000
"""On a page. More are no article, and are left in the order in which they are drawn."""
_MOST_EDGES, _MOST_STEPS = 60, 200_000
"""Places where a column may begin; those times the pieces of a page."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DEEPEST = 24


@dataclass(frozen=True, slots=True)
class Column:
    """Lines under each other."""

    lines: tuple[Line, ...]
    is_table: bool = False
    """Each line is a row."""
    at_foot: bool = False
    """Whether it is smaller type below the columns of the text."""
    from_right: bool = False
    """Whether its text runs from right to left; its lines are mirrored."""


@dataclass(frozen=True, slots=True)
class _Gutter:
    left: float
    right: float
    top: float
    base: float
    """Where both sides have words."""
    above: float
    below: float
    """Where the nearest words are that cross it; infinite for none."""

    @property
    def height(self) -> float:
        return self.base - self.top


def columns(pieces: Sequence[Piece]) -> list[Column]:
    """The columns of a page, in the order of reading."""
    if not pieces:
        return []
    if len(pieces) > _MOST_PIECES:
        return [_column(pieces)]
    em = _usual_size(pieces)
    text, notes = foot.parted(pieces, em)
    if not (text and notes):
        return _columns(pieces, em)
    below = (replace(each, at_foot=True) for each in _columns(notes, _usual_size(notes)))
    return [*_columns(text, em), *below]


def _columns(pieces: Sequence[Piece], em: float) -> list[Column]:
    placed = _with_marks(sorted(pieces, key=lambda each: each.base))
    from_right = _runs_from_right(pieces)
    return list(_ordered(placed, em, from_right, 0))


def _usual_size(pieces: Sequence[Piece]) -> float:
    sizes: Counter[float] = Counter()
    for each in pieces:
        sizes[each.size] += len(each.text)
    return max(sizes, key=sizes.__getitem__)


def _ordered(pieces: list[Piece], em: float, from_right: bool, depth: int) -> list[Column]:
    """``pieces`` from top to bottom."""
    if not pieces:
        return []
    gutter = _highest(pieces, em) if depth < _DEEPEST else None
    if gutter is None:
        return [_column(pieces)]
    if (found := _table(pieces, gutter, from_right)) is not None:
        above, table, below = found
        between = [table]
    else:
        above, left, right, below = _parted(pieces, gutter)
        if not (left and right):
            return [_column(pieces)]
        sides = [_ordered(each, em, from_right, depth + 1) for each in (left, right)]
        between = [column for side in (sides[::-1] if from_right else sides) for column in side]
    return [
        *_ordered(above, em, from_right, depth + 1),
        *between,
        *_ordered(below, em, from_right, depth + 1),
    ]


def _highest(pieces: list[Piece], em: float) -> _Gutter | None:
    edges = _edges(pieces, em)
    if not edges:
        return None
    width = max(_NARROWEST, _GUTTER * em)
    found = [each for edge in edges for each in _gutters(pieces, edge - width, edge, em)]
    return max(found, key=lambda each: each.height, default=None)


def _edges(pieces: list[Piece], em: float) -> list[float]:
    """Where a column may begin: left ends of words with others left of them at their height."""
    counts: Counter[int] = Counter()
    beside: list[Piece] = []
    for each in pieces:
        beside = [other for other in beside[-12:] if other.base > each.base - 0.9 * em]
        for other in beside:
            if each.left >= other.right:
                counts[int(each.left)] += 1
            elif other.left >= each.right:
                counts[int(other.left)] += 1
        beside.append(each)
    # A ragged edge has many ends near each other; the leftmost of them is the column's.
    most = max(4, min(_MOST_EDGES, _MOST_STEPS // len(pieces)))
    common = sorted(edge for edge, _ in counts.most_common(most))
    return [float(edge) for edge in common]


def _gutters(pieces: list[Piece], left: float, right: float, em: float) -> list[_Gutter]:
    """The strips between ``left`` and ``right`` that are free, from top to bottom."""
    found: list[_Gutter] = []
    above = -float("inf")
    ones: list[Piece] = []
    others: list[Piece] = []
    for each in pieces:
        if each.right <= left + 1:
            ones.append(each)
        elif each.left >= right - 1:
            others.append(each)
        else:
            _add_gutter(found, (ones, others), left, right, above, each.base, em)
            ones, others, above = [], [], each.base
    _add_gutter(found, (ones, others), left, right, above, float("inf"), em)
    return found


def _add_gutter(
    found: list[_Gutter],
    sides: tuple[list[Piece], list[Piece]],
    left: float,
    right: float,
    above: float,
    below: float,
    em: float,
) -> None:
    ones, others = sides
    if not (ones and others):
        return
    top = max(ones[0].base, others[0].base)
    base = min(ones[-1].base, others[-1].base)
    counts = [len(_between(side, top, base, em)) for side in sides]
    if min(counts) > 1:
        # A few lines close between two that cross it: a gap that wide spaces happen to leave.
        is_river = base - top < 4 * em and top - above < 1.6 * em and below - base < 1.6 * em
        is_one = base - top > 0.8 * em and not is_river
    else:
        is_one = min(counts) == 1 and len(ones) + len(others) > 3 and _stands_alone(sides, em)
    if is_one:
        found.append(_Gutter(left, right, top, base, above, below))


def _between(side: list[Piece], top: float, base: float, em: float) -> list[Piece]:
    return [each for each in side if top - 0.6 * em <= each.base <= base + 0.6 * em]


def _stands_alone(sides: tuple[list[Piece], list[Piece]], em: float) -> bool:
    """Whether one side is a single line, drawn neither before nor after what is level with it."""
    fewer, more = sorted(sides, key=len)
    if len(fewer) > 1:
        return False
    beside = _between(more, fewer[0].base, fewer[0].base, em)
    return all(abs(each.row - fewer[0].row) > 1 for each in beside)


def _parted(
    pieces: list[Piece], gutter: _Gutter
) -> tuple[list[Piece], list[Piece], list[Piece], list[Piece]]:
    """Above, left, right, below."""
    inside = [each for each in pieces if gutter.above < each.base < gutter.below]
    above = [each for each in pieces if each.base <= gutter.above]
    below = [each for each in pieces if each.base >= gutter.below]
    if above:
        inside = _hung_on(inside, above, gutter)
    if below:
        inside = _cut_off(inside, below, gutter)
    middle = (gutter.left + gutter.right) / 2
    left = [each for each in inside if each.left < middle]
    right = [each for each in inside if each.left >= middle]
    return above, left, right, below


def _hung_on(inside: list[Piece], above: list[Piece], gutter: _Gutter) -> list[Piece]:
    """Without the last lines of the paragraph above, which may be short; ``above`` gets them."""
    last = above[-1]
    for number, each in enumerate(inside):
        goes_on = (
            each.base < gutter.top - 0.5 * each.size
            and each.base - last.base < 1.45 * last.size
            and abs(each.size - last.size) < 0.05 * last.size
        )
        if not goes_on:
            return inside[number:]
        above.append(each)
        last = each
    return []


def _cut_off(inside: list[Piece], below: list[Piece], gutter: _Gutter) -> list[Piece]:
    """Without what stands clear under the columns; ``below`` gets it."""
    last = gutter.base
    for number, each in enumerate(inside):
        if each.base > gutter.base + 0.5 * each.size and each.base - last > 2.4 * each.size:
            below[:0] = inside[number:]
            return inside[:number]
        last = each.base
    return inside


def _table(
    pieces: list[Piece], gutter: _Gutter, from_right: bool
) -> tuple[list[Piece], Column, list[Piece]] | None:
    """The rows on both sides of a gutter, and what is above and below; None for no table."""
    middle = (gutter.left + gutter.right) / 2
    band: list[Piece] = []
    for each in pieces:
        # What the last cell goes on with hangs under it.
        hangs = (
            band
            and each.base - band[-1].base < 1.6 * each.size
            and (each.right < gutter.left if from_right else each.left >= gutter.right - 1)
        )
        if each.base > gutter.top - 0.4 * each.size and (
            each.base < gutter.base + 0.4 * each.size or hangs
        ):
            band.append(each)
    left = [each for each in band if each.left < middle]
    right = [each for each in band if each.left >= middle]
    if (_has_sentences(left) and _has_sentences(right)) or not _level_with(left, right):
        return None
    whole: list[list[Piece]] = []
    last = -float("inf")
    for row in rows(band):
        # A row without a word in its first column goes on with the one before.
        starts = any((each.left >= middle) is from_right for each in row)
        if starts or not whole or row[0].base - last > 1.6 * row[0].size:
            whole.append([])
        whole[-1] += row
        last = row[0].base
    both = [index for index, row in enumerate(whole) if len(row) > 1]
    if not both:
        return None
    first, end = both[0], both[-1] + 1
    table = Column(tuple(cells(each, from_right) for each in whole[first:end]), is_table=True)
    inside = {piece for row in whole[first:end] for piece in row}
    rest = [each for each in pieces if each not in inside]
    top = min(each.base for each in inside)
    above = [each for each in rest if each.base <= top]
    return above, table, [each for each in rest if each.base > top]


def _level_with(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the words of the side with fewer stand beside words of the other."""
    fewer, more = sorted((left, right), key=len)
    bases = sorted(each.base for each in more)
    level = 0
    index = 0
    for each in fewer:
        near = 0.3 * each.size
        while index < len(bases) and bases[index] < each.base - near:
            index += 1
        level += index < len(bases) and bases[index] <= each.base + near
    return level >= 0.7 * len(fewer)


def _has_sentences(side: list[Piece]) -> bool:
    """Whether its lines are long enough for a column of text."""
    texts = [each.text for each in side]
    if median(text.count(" ") + 1 for text in texts) < 3 and median(map(len, texts)) < 22:
        return False
    length = sum(map(len, texts))
    return sum(len(_LETTERS.sub("", text)) for text in texts) < 0.45 * length


def _column(pieces: Sequence[Piece]) -> Column:
    from_right = _runs_from_right(pieces)
    return Column(tuple(lines(with_drop_caps(pieces), from_right)), from_right=from_right)


def _runs_from_right(pieces: Sequence[Piece]) -> bool:
    right = left = 0
    for each in pieces:
        if each.text.isascii():
            left += len(each.text)
            continue
        for letter in each.text:
            kind = unicodedata.bidirectional(letter)
            right += kind in ("R", "AL")
            left += kind == "L"
    return right > left


def _with_marks(pieces: list[Piece]) -> list[Piece]:
    """List marks joined to the words they stand before, so that they are no column."""
    made: list[Piece] = []
    marks: list[Piece] = []
    for each in pieces:
        if is_mark(each.text):
            marks.append(each)
            continue
        made.append(each)
    if not marks:
        return pieces
    return _joined_marks(made, marks)


def _joined_marks(pieces: list[Piece], marks: list[Piece]) -> list[Piece]:
    bases = [each.base for each in pieces]
    made = list(pieces)
    for mark in marks:
        index = bisect_left(bases, mark.base - 0.35 * mark.size)
        best: int | None = None
        while index < len(bases) and bases[index] <= mark.base + 0.35 * mark.size:
            after = made[index].left - mark.right
            if -1 < after < 5 * mark.size and (best is None or made[index].left < made[best].left):
                best = index
            index += 1
        if best is None:
            made.append(mark)
        else:
            words = made[best]
            made[best] = words._replace(text=f"{mark.text} {words.text}")
    return sorted(made, key=lambda each: each.base)

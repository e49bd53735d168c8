"""Pieces of a row put together again: the lines of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.readers.pdf.marks import HYPHEN, UNKNOWN, Piece

_MARK = re.compile(r"(?:[-–—*•·‣▪○●■□◦➢✓]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])")
ITEM = re.compile(rf"{_MARK.pattern}\s+\S")
CELLS = " | "
"""Between two cells of a row."""
_WORD_GAP = 0.12
"""Ems between two pieces that are not one word."""


class Line(NamedTuple):
    """A line of a column; lengths as those of a piece."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


def is_mark(text: str) -> bool:
    """Whether it is nothing but the mark of a list's item."""
    return len(text) <= 5 and _MARK.fullmatch(text) is not None


def lines(pieces: Sequence[Piece], from_right: bool = False) -> list[Line]:
    """From top to bottom. Of text that runs from the right ``left`` is where a line begins."""
    if from_right:
        pieces = [each._replace(left=-each.right, right=-each.left) for each in pieces]
    return [_line(row) for row in rows(pieces)]


def cells(row: list[Piece], from_right: bool) -> Line:
    """A row of a table, of one line or more."""
    columns: list[list[Piece]] = []
    right = 0.0
    for each in sorted(row, key=lambda each: each.left):
        if not columns or each.left >= right + 1:
            columns.append([])
            right = each.right
        columns[-1].append(each)
        right = max(right, each.right)
    if from_right:
        columns.reverse()
    made = [" ".join(line.text for line in lines(each, from_right)) for each in columns]
    whole = _line(row)
    return whole._replace(text=CELLS.join(made))


def rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand side by side, from top to bottom."""
    made: list[list[Piece]] = []
    main: Piece | None = None
    for each in sorted(pieces, key=lambda each: each.base):
        if main is not None and _level(main, each):
            made[-1].append(each)
            if each.size > main.size:
                main = each
        else:
            made.append([each])
            main = each
    return made


def _level(one: Piece, other: Piece) -> bool:
    """Whether they stand side by side in one line; the smaller may be raised."""
    if one.left < other.right - 1 and other.left < one.right - 1:
        return False
    big, small = (one, other) if one.size >= other.size else (other, one)
    middle = small.base - 0.35 * small.size
    is_beside = big.base - 0.8 * big.size < middle < big.base
    return is_beside and abs(big.base - small.base) < 0.5 * big.size


def _line(row: list[Piece]) -> Line:
    if len(row) == 1:
        text, left, right, base, size, bold, _, _ = row[0]
        return Line(text, left, right, base, size, bold)
    row = sorted(row, key=lambda each: each.left)
    most = max(row, key=lambda each: len(each.text))
    text = row[0].text
    for before, each in pairwise(row):
        space = " " if each.left - before.right > _WORD_GAP * most.size else ""
        # Within a row it is no hyphen, but a letter that the file gives this number.
        text = text.replace(HYPHEN, UNKNOWN) + space + each.text
    return Line(
        text,
        row[0].left,
        max(each.right for each in row),
        most.base,
        most.size,
        all(each.bold for each in row),
    )

"""Tables to paragraphs.

A row of figures is read as one, ``Kotka | 1,200 | 1,350``: a figure means nothing without what
stands beside it. Where a cell of a row holds more than a few words, or a table has a single row,
it is there for the layout, and each paragraph of a cell is one, as if there were no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.article import Role
from briefing.readers.content import Block

SEPARATOR = " | "
_MOST = 160
"""Characters in a cell of a row of figures."""
Cell = Sequence[Block]
Row = Sequence[Cell]


def blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """The paragraphs of a table; what was furniture in a cell stays so, below its row."""
    filled = [[text for cell in row if (text := _text(cell))] for row in rows]
    figures = [_is_of_figures(each) for each in filled]
    if sum(figures) < 2:
        figures = [False] * len(figures)
    for row, cells, joined in zip(rows, filled, figures, strict=True):
        if not joined:
            for cell in row:
                yield from cell
            continue
        text = SEPARATOR.join(cell[0].text.strip() for cell in cells)
        yield Block(text, Role.BODY)  # a short row is no heading of what follows
        for cell in row:
            yield from (each for each in cell if each.role is Role.NOTICE)


def _text(cell: Cell) -> list[Block]:
    return [each for each in cell if each.text.strip() and each.role is not Role.NOTICE]


def _is_of_figures(cells: list[list[Block]]) -> bool:
    """At least two cells, and a few words in each."""
    return len(cells) > 1 and all(len(each) == 1 and len(each[0].text) <= _MOST for each in cells)

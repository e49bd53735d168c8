"""The paragraphs and tables of a part of an RTF file: the body, a note, a header."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.readers.content import Block
from briefing.readers.office import tables

MOST_NESTED = 50
"""Tables in each other; what lies deeper is read as if it lay here."""


@dataclass(slots=True)
class _Grid:
    """A table that is being read."""

    rows: list[list[list[Block]]] = field(default_factory=list[list[list[Block]]])
    cells: list[list[Block]] = field(default_factory=list[list[Block]])
    cell: list[Block] = field(default_factory=list[Block])

    def end_row(self) -> None:
        if self.cell:
            self.cells.append(self.cell)
        if self.cells:
            self.rows.append(self.cells)
        self.cells, self.cell = [], []


@dataclass(slots=True)
class Story:
    kind: str = "body"
    blocks: list[Block] = field(default_factory=list[Block])
    pieces: list[str] = field(default_factory=list[str])
    """Of the paragraph at hand."""
    below: list[Block] = field(default_factory=list[Block])
    """Notes and text boxes, that come after the paragraph at hand."""
    label: list[str] = field(default_factory=list[str])
    """The number or bullet of the paragraph at hand."""
    grids: list[_Grid] = field(default_factory=list[_Grid])
    """Tables, each in a cell of the one before."""

    def add(self, found: list[Block], level: int) -> None:
        """A paragraph in so many tables."""
        if not found:
            return
        if level == 0:
            self._close(0)
            self.blocks += found
        else:
            self._grid(level).cell += found

    def end_cell(self, found: list[Block], level: int) -> None:
        grid = self._grid(level)
        grid.cells.append(grid.cell + found)
        grid.cell = []

    def end_row(self, found: list[Block], level: int) -> None:
        grid = self._grid(level)
        grid.cell += found
        grid.end_row()

    def close(self) -> list[Block]:
        """All that was found."""
        self._close(0)
        return self.blocks

    def _grid(self, level: int) -> _Grid:
        level = min(max(level, 1), MOST_NESTED)
        self._close(level)
        while len(self.grids) < level:
            self.grids.append(_Grid())
        return self.grids[-1]

    def _close(self, level: int) -> None:
        """The tables that lie deeper."""
        while len(self.grids) > level:
            grid = self.grids.pop()
            grid.end_row()
            outer = self.grids[-1].cell if self.grids else self.blocks
            outer += tables.blocks(grid.rows)

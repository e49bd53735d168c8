"""Notes as an annex: a numbered list where the template wants it, and its numbers in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model.brief import (
    Block,
    Cell,
    Heading,
    Inline,
    Note,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)


def has_notes(block: Block) -> bool:
    return Annex().without_notes([block]) != [block]


class Annex:
    """Takes the notes out of blocks, in their order."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    def without_notes(self, blocks: Sequence[Block]) -> list[Block]:
        return [self._block(each) for each in blocks]

    def blocks(self, title: str) -> Iterator[Block]:
        """A heading and the list; nothing when there was no note."""
        if self._notes:
            yield Heading(1, (Run(title),))
        for each in self._notes:
            yield Paragraph(ParagraphStyle.NUMBER, each.inlines, each.sources)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Table):
            return replace(block, rows=tuple(tuple(map(self._cell, row)) for row in block.rows))
        return replace(block, inlines=self._inlines(block.inlines))

    def _cell(self, cell: Cell) -> Cell:
        paragraphs = (
            replace(each, inlines=self._inlines(each.inlines)) for each in cell.paragraphs
        )
        return replace(cell, paragraphs=tuple(paragraphs))

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._number(each) if isinstance(each, Note) else each for each in inlines)

    def _number(self, note: Note) -> Run:
        self._notes.append(note)
        return Run(f"\N{NO-BREAK SPACE}[{len(self._notes)}]", mark=True)

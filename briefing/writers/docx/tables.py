"""Tables of Word, whose looks come from a table style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise

from briefing.model.brief import Cell, Run, Table
from briefing.model.columns import numeric_columns
from briefing.model.rows import may_part
from briefing.writers.docx.inlines import Part
from briefing.writers.docx.looks import around, direct
from briefing.writers.docx.paragraphs import Head, Mark
from briefing.writers.docx.xml import attribute, colour, twips
from briefing.writers.house.look import CharacterChange, Style, TableLook
from briefing.writers.house.whole import House

_NO_CHANGE = CharacterChange()
_TO_THE_END = '<w:jc w:val="right"/>'
_APART = '<w:keepNext w:val="0"/>'


class Tables:
    def __init__(self, house: House, part: Part) -> None:
        self._house = house
        self._part = part
        self._heads: dict[tuple[object, ...], Head] = {}

    def table(self, table: Table, title: str, mark: Mark | None) -> str:
        """``title`` names it for those who cannot see it; ``mark`` is put into its first cell."""
        look = self._house.tables[table.style]
        room = twips(self._house.page.room)
        edges = [round(room * sum(table.widths[:n])) for n in range(len(table.widths) + 1)]
        widths = [right - left for left, right in pairwise(edges)]
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        rows = "".join(self._rows(table, look, widths, mark))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.id}"/>'
            f'<w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
            f'<w:tblInd w:w="{twips(look.indent)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"{_conditions(table, look)}{_alternative(table, title)}</w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _rows(
        self, table: Table, look: TableLook, widths: list[int], mark: Mark | None
    ) -> Iterator[str]:
        figures = numeric_columns(table)
        parting = may_part(table)
        for n, row in enumerate(table.rows):
            head = n < table.header_rows
            # Word breaks a row that no page can hold all the same.
            yield f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
            shade = ""
            if head and n and look.head_shade:  # a table style knows one row only
                fill = colour(look.head_shade)
                shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
            for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
                change = look.head_text if head else _NO_CHANGE
                if column == 0:
                    change = _both(look.column_text, change)
                aligned = _TO_THE_END if column in figures else ""
                apart = parting and not head
                start = self._head(cell, change, aligned, said=head and n > 0, apart=apart)
                words = "".join(
                    start.paragraph(self._part, each.inlines, None if n or column or m else mark)
                    for m, each in enumerate(cell.paragraphs)
                )
                yield (
                    f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
                    f"{words or start.paragraph(self._part, ())}</w:tc>"
                )
            yield "</w:tr>"

    def _head(
        self, cell: Cell, change: CharacterChange, rest: str, *, said: bool, apart: bool
    ) -> Head:
        """``change`` comes from the table style; it is said directly where the style does not."""
        style = Style.LABEL if cell.header else Style.CELL
        key = (style, change, rest, said, apart)
        known = self._heads.get(key)
        if known is None:
            look = self._house.styles[style]
            start = _APART if apart and look.keep_next else ""
            at = around(look.text, change)
            if said:
                at = replace(at, own=tuple(direct(change).items()))
            known = self._heads[key] = Head(look.id, at, start, rest)
        return known


def _both(change: CharacterChange, over: CharacterChange) -> CharacterChange:
    """Both changes; where they differ, the second."""
    said = {each.name: getattr(over, each.name) for each in fields(over)}
    return replace(change, **{name: what for name, what in said.items() if what is not None})


def _has_column_head(table: Table) -> bool:
    """Whether the first cell of each row names the row."""
    rows = table.rows[table.header_rows :]
    return bool(rows) and all(row[0].header for row in rows)


def _conditions(table: Table, look: TableLook) -> str:
    """Which of the table style's special looks apply, as bits and as words."""
    row = table.header_rows > 0
    column = look.column_text != _NO_CHANGE or _has_column_head(table)
    plain = not look.band_shade
    bits = 0x20 * row | 0x80 * column | 0x200 * plain | 0x400
    return (
        f'<w:tblLook w:val="{bits:04X}" w:firstRow="{row:d}" w:lastRow="0" '
        f'w:firstColumn="{column:d}" w:lastColumn="0" w:noHBand="{plain:d}" w:noVBand="1"/>'
    )


def _alternative(table: Table, title: str) -> str:
    """What it is about, and the words at its edges."""
    labels = [_words(cell) for row in table.rows for cell in row if cell.header]
    said = attribute(", ".join(each for each in labels if each))
    caption = attribute(title)
    return (f'<w:tblCaption w:val="{caption}"/>' if caption else "") + (
        f'<w:tblDescription w:val="{said}"/>' if said else ""
    )


def _words(cell: Cell) -> str:
    return " ".join(
        "".join(each.text for each in paragraph.inlines if isinstance(each, Run))
        for paragraph in cell.paragraphs
    )

"""The text of a Word document, its headers and footers, as WordprocessingML.

Only styles give looks, so that someone who edits the document can change them in one place.
It is put together as text: python-docx would take some thirty times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE

from briefing.model.brief import (
    Brief,
    Heading,
    Inline,
    Page,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from briefing.writers.docx import names
from briefing.writers.docx.base import SIZES
from briefing.writers.docx.lists import NUMBERS
from briefing.writers.docx.names import id_of
from briefing.writers.docx.xml import text, twips
from briefing.writers.style import MILLIMETRE, HouseStyle

_STYLED = {
    name: f'<w:p><w:pPr><w:pStyle w:val="{id_of(name)}"/></w:pPr>'
    for name in (
        *names.PARAGRAPHS.values(),
        *names.HEADINGS,
        names.CELL,
        names.LABEL,
        names.MARKING,
        names.HEADER,
        names.FOOTER,
    )
}
_EMPTY_CELL = f"{_STYLED[names.CELL]}</w:p>"
_EMPHASIS = {
    (False, False): "",
    **{
        look: f'<w:rPr><w:rStyle w:val="{id_of(name)}"/></w:rPr>'
        for look, name in (
            ((True, False), names.BOLD),
            ((False, True), names.ITALIC),
            ((True, True), names.BOLD_ITALIC),
        )
    },
}
"""By bold and italic."""
_FIELDS = {PageField.NUMBER: "PAGE", PageField.COUNT: "NUMPAGES"}


class Part:
    """One part of the package, with the addresses it links to."""

    def __init__(self, style: HouseStyle, page: Page) -> None:
        self._style = style
        self._page = page
        self._links: dict[str, int] = {}
        self.numbered_lists = 0

    @property
    def links(self) -> tuple[str, ...]:
        """In the order of their ids."""
        return tuple(self._links)

    def body(self, brief: Brief) -> str:
        return "".join(self._blocks(brief))

    def header(self, brief: Brief) -> str:
        line = self._paragraph(names.HEADER, brief.header) if brief.header else ""
        return self._marking(brief) + line

    def footer(self, brief: Brief) -> str:
        line = self._paragraph(names.FOOTER, brief.footer) if brief.footer else ""
        return line + self._marking(brief)

    def _marking(self, brief: Brief) -> str:
        return self._paragraph(names.MARKING, (Run(brief.marking),))

    def _blocks(self, brief: Brief) -> Iterator[str]:
        numbering = False
        after_table = False
        for block in brief.blocks:
            numbered = isinstance(block, Paragraph) and block.style is ParagraphStyle.NUMBER
            if numbered and not numbering:
                self.numbered_lists += 1
            numbering = numbered
            if after_table and isinstance(block, Table):
                yield _EMPTY_CELL  # or Word would make one table of the two
            after_table = isinstance(block, Table)
            match block:
                case Heading():
                    yield self._paragraph(names.HEADINGS[block.level - 1], block.inlines)
                case Paragraph():
                    yield (
                        self._numbered(block)
                        if numbered
                        else self._paragraph(names.PARAGRAPHS[block.style], block.inlines)
                    )
                case Table():
                    yield self._table(block)
                case _:
                    assert_never(block)
        if after_table or not brief.blocks:
            yield _EMPTY_CELL  # a document ends in a paragraph

    def _paragraph(self, style: str, inlines: Iterable[Inline]) -> str:
        return f"{_STYLED[style]}{self._runs(inlines)}</w:p>"

    def _numbered(self, block: Paragraph) -> str:
        number = NUMBERS + self.numbered_lists
        return (
            '<w:p><w:pPr><w:pStyle w:val="ListNumber"/>'
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            f"{self._runs(block.inlines)}</w:p>"
        )

    def _runs(self, inlines: Iterable[Inline]) -> str:
        return "".join(
            self._run(each) if isinstance(each, Run) else _field(each) for each in inlines
        )

    def _run(self, run: Run) -> str:
        pieces = [
            f'<w:t xml:space="preserve">{text(piece)}</w:t>' if piece else ""
            for piece in run.text.split("\n")
        ]
        xml = f"<w:r>{_look(run)}{'<w:br/>'.join(pieces)}</w:r>"
        if run.href:
            id = _link_id(self._links.setdefault(run.href, len(self._links)))
            return f'<w:hyperlink r:id="{id}" w:history="1">{xml}</w:hyperlink>'
        return xml

    def _table(self, table: Table) -> str:
        width, _ = SIZES[self._page]
        margins = self._style.page
        room = width - twips((margins.left + margins.right) * MILLIMETRE)
        edges = [round(room * sum(table.widths[:n])) for n in range(len(table.widths) + 1)]
        widths = [right - left for left, right in pairwise(edges)]
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        first_row = int(table.header_rows > 0)
        rows = "".join(
            "<w:tr>"
            + ("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if n < table.header_rows else "")
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                + (
                    "".join(
                        self._paragraph(names.LABEL if cell.header else names.CELL, each.inlines)
                        for each in cell.paragraphs
                    )
                    or _EMPTY_CELL
                )
                + "</w:tc>"
                for cell, width in zip(row, widths, strict=True)
            )
            + "</w:tr>"
            for n, row in enumerate(table.rows)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{id_of(names.TABLES[table.style])}"/>'
            f'<w:tblW w:w="{room}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"0020" if first_row else "0000"}" w:firstRow="{first_row}" '
            'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )


def relationships(links: Iterable[str]) -> str:
    return "".join(
        f'<Relationship Id="{_link_id(number)}" Type="{RELATIONSHIP_TYPE.HYPERLINK}" '
        f'Target="{text(address)}" TargetMode="External"/>'
        for number, address in enumerate(links)
    )


def _link_id(number: int) -> str:
    return f"rIdLink{number}"


def _look(run: Run) -> str:
    """A run has one character style; only where that is taken, bold and italic come on top."""
    if run.gap:
        style = names.GAP
    elif run.mark:
        style = names.MARK
    elif run.href:
        style = names.LINK
    elif run.muted:
        style = names.MUTED
    else:
        return _EMPHASIS[run.bold, run.italic]
    bold = "<w:b/><w:bCs/>" if run.bold else ""
    italic = "<w:i/><w:iCs/>" if run.italic else ""
    return f'<w:rPr><w:rStyle w:val="{id_of(style)}"/>{bold}{italic}</w:rPr>'


def _field(field: PageField) -> str:
    code = _FIELDS[field]
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

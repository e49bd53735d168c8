"""The text of a Word document as WordprocessingML.

Styles give the looks, so that someone who edits the document can change them in one place. It is
put together as text: python-docx would take some thirty times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefing.model.brief import Brief, Heading, Paragraph, ParagraphStyle, Run, Table
from briefing.writers.docx.inlines import Part
from briefing.writers.docx.lists import Lists
from briefing.writers.docx.looks import around
from briefing.writers.docx.paragraphs import Head, mark
from briefing.writers.docx.tables import Tables
from briefing.writers.house.look import Style
from briefing.writers.house.whole import House

HEADINGS = (Style.HEADING1, Style.HEADING2, Style.HEADING3)
PARAGRAPHS: dict[ParagraphStyle, Style] = {
    ParagraphStyle.TITLE: Style.TITLE,
    ParagraphStyle.SUBTITLE: Style.SUBTITLE,
    ParagraphStyle.NORMAL: Style.NORMAL,
    ParagraphStyle.LEAD: Style.LEAD,
    ParagraphStyle.QUOTE: Style.QUOTE,
    ParagraphStyle.CAPTION: Style.CAPTION,
    ParagraphStyle.BULLET: Style.BULLET,
    ParagraphStyle.NUMBER: Style.NUMBER,
}
_LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""One point high."""


class Body:
    def __init__(self, house: House, part: Part, lists: Lists) -> None:
        self._part = part
        self._lists = lists
        self._tables = Tables(house, part)
        self._heads = {
            style: Head(look.id, around(look.text)) for style, look in house.styles.items()
        }
        self._number = house.styles[Style.NUMBER]
        normal = house.styles[Style.NORMAL].id
        self._end = Head(normal, rest=_LOW).paragraph(part, ())
        self.numbered_lists = 0

    def xml(self, brief: Brief) -> str:
        return "".join(self._blocks(brief))

    def _blocks(self, brief: Brief) -> Iterator[str]:
        part = self._part
        heads = {style: self._heads[name] for style, name in PARAGRAPHS.items()}
        headings = [self._heads[name] for name in HEADINGS]
        numbering: Head | None = None
        after_table = False
        title = brief.title
        for n, block in enumerate(brief.blocks, start=1):
            match block:
                case Heading():
                    yield headings[block.level - 1].paragraph(part, block.inlines, mark(n))
                    title = "".join(each.text for each in block.inlines if isinstance(each, Run))
                case Paragraph(style=ParagraphStyle.NUMBER):
                    if numbering is None:
                        numbering = self._numbered()
                    yield numbering.paragraph(part, block.inlines, mark(n))
                    after_table = False
                    continue
                case Paragraph():
                    yield heads[block.style].paragraph(part, block.inlines, mark(n))
                case Table():
                    if after_table:
                        # or Word would make one table of the two
                        yield self._heads[Style.CELL].paragraph(part, ())
                    yield self._tables.table(block, title, mark(n))
                case _:
                    assert_never(block)
            numbering = None
            after_table = isinstance(block, Table)
        if after_table or not brief.blocks:
            yield self._end  # a document ends in a paragraph

    def _numbered(self) -> Head:
        """Of the items of another numbered list."""
        if not self._lists:
            return self._heads[Style.NUMBER]
        self.numbered_lists += 1
        return Head(
            self._number.id,
            around(self._number.text),
            self._lists.number(self.numbered_lists),
            self._lists.indent,
        )

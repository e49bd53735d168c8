"""From the blocks of a brief to what ReportLab lays out.

Text goes to ReportLab as finished fragments, never as its mini-markup: nothing an article
says can be taken for a tag, and there is nothing to parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, assert_never

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle as Look
from reportlab.platypus import Flowable
from reportlab.platypus import Table as Grid
from reportlab.platypus.paraparser import ParaFrag

from briefing.model.brief import (
    Block,
    Heading,
    Inline,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers.fonts import FontSet
from briefing.writers.pdf.text import Room, Text
from briefing.writers.style import HouseStyle

_BULLET = "•"
_NOTHING = "\N{NO-BREAK SPACE}"
_KEPT_LINES = 2
"""Lines of the next paragraph that stay with a heading."""
_HANGING = {ParagraphStyle.BULLET.value, ParagraphStyle.NUMBER.value}
_WHOLE_ROWS, _WHOLE_HEIGHT = 12, 250
"""A header table up to this size (in points) stays on one page."""
_KEPT_WITH_NEXT = {"heading1", "heading2", "heading3", ParagraphStyle.SUBTITLE.value}
_CENTRED = {"marking", "header", "footer"}
_LONGEST = 6000
"""Characters that are laid out at once: ReportLab's time grows with the square of the length."""
_NARROWEST = 24.0
"""Points: a column that is meant to be narrower holds no word."""


class Flow:
    def __init__(self, style: HouseStyle, fonts: FontSet) -> None:
        self._style = style
        self._fonts = fonts
        self._looks: dict[str, Look] = {}
        self._links = 0
        self._inline = {
            name: HexColor(getattr(style.inline, name)) for name in ("mark", "gap", "muted", "link")
        }

    def font(self) -> str:
        return self._fonts.name(bold=False, italic=False)

    def blocks(self, blocks: Sequence[Block], width: float) -> Iterator[Flowable]:
        """``width`` of the text in points, which tables and headings must know."""
        level = -1
        number = 0
        for index, block in enumerate(blocks):
            is_number = isinstance(block, Paragraph) and block.style is ParagraphStyle.NUMBER
            number = number + 1 if is_number else 0
            match block:
                case Heading():
                    level = min(block.level, level + 1)
                    flowable = self.text(f"heading{block.level}", block.inlines)
                    flowable.outline = (_words(block.inlines), level)
                    if index == 0 or not isinstance(blocks[index - 1], Heading):
                        yield Room(self._kept(blocks[index:], width))
                    yield flowable
                case Paragraph(style=ParagraphStyle.TITLE):
                    flowable = self.text("title", block.inlines)
                    flowable.outline = (_words(block.inlines), 0)
                    level = 0
                    yield flowable
                case Paragraph():
                    sign = _sign(block.style, number)
                    yield from self._texts(block.style.value, block.inlines, sign)
                case Table():
                    if whole := self._whole(block, width):
                        yield Room(whole)
                    yield self._table(block, width)
                case _:
                    assert_never(block)

    def _texts(
        self, name: str, inlines: Sequence[Inline], bullet: str | None = None
    ) -> Iterator[Text]:
        """A paragraph; one beyond all measure in several pieces, each from a new line."""
        portions = list(_portions(inlines))
        for number, portion in enumerate(portions):
            text = self.text(name, portion, bullet if number == 0 else None)
            if len(portions) > 1:
                text.spaceBefore = 0 if number else text.getSpaceBefore()
                text.spaceAfter = 0 if portion is not portions[-1] else text.getSpaceAfter()
            yield text

    def text(
        self,
        name: str,
        inlines: Iterable[Inline],
        bullet: str | None = None,
        numbers: tuple[int, int] = (0, 0),
    ) -> Text:
        """A paragraph; ``numbers`` are the page and how many there are, where these are said."""
        look = self._look(name)
        return Text("", look, bulletText=bullet, frags=self._fragments(name, inlines, numbers))

    def _look(self, name: str) -> Look:
        found = self._looks.get(name)
        if found is None:
            each = self._style.styles.named(name)
            font = self._fonts.name(bold=each.bold, italic=each.italic)
            found = self._looks[name] = Look(
                name,
                fontName=font,
                fontSize=each.size,
                leading=each.leading,
                spaceBefore=each.before,
                spaceAfter=each.after,
                leftIndent=each.indent,
                firstLineIndent=0,
                bulletFontName=font,
                bulletFontSize=each.size,
                bulletIndent=0 if name in _HANGING else each.indent,
                textColor=HexColor(each.colour),
                alignment=TA_CENTER if name in _CENTRED else 0,
                allowWidows=0,
                allowOrphans=0,
                splitLongWords=1,
                spaceShrinkage=0,
            )
        return found

    def _fragments(
        self, name: str, inlines: Iterable[Inline], numbers: tuple[int, int]
    ) -> list[ParaFrag]:
        look = self._look(name)
        base = self._style.styles.named(name)
        out: list[ParaFrag] = []
        for each in inlines:
            if isinstance(each, PageField):
                each = Run(str(numbers[each is PageField.COUNT]))
            link: list[tuple[int, str]] = []
            colour = look.textColor
            if each.href:
                self._links += 1
                link, colour = [(self._links, each.href)], self._inline["link"]
            for kind in ("muted", "mark", "gap"):
                if getattr(each, kind):
                    colour = self._inline[kind]
            bold, italic = base.bold or each.bold or each.gap, base.italic or each.italic
            for line, text in enumerate(each.text.split("\n")):
                if line:
                    out.append(_fragment("", look.fontName, look.fontSize, colour, []))
                    out[-1].lineBreak = True
                out += [
                    _fragment(piece, font, look.fontSize, colour, link)
                    for font, piece in self._fonts.pieces(text, bold=bold, italic=italic)
                ]
        # ReportLab leaves out the bullet of a paragraph that has nothing to show
        return out or [_fragment(_NOTHING, look.fontName, look.fontSize, look.textColor, [])]

    def _kept(self, blocks: Sequence[Block], width: float) -> float:
        """Height of the headings at the start of the blocks, with the start of what follows."""
        height = 0.0
        for each in blocks:
            if isinstance(each, Table):
                rows = each.header_rows + 1
                padding = 2 * self._style.table.padding
                least = rows * (self._look("cell").leading + padding)
                return height + (self._whole(each, width) or least)
            name = f"heading{each.level}" if isinstance(each, Heading) else each.style.value
            first = next(self._texts(name, each.inlines))
            needed = first.wrap(width, 1e6)[1]
            height += first.getSpaceBefore()
            if name not in _KEPT_WITH_NEXT:
                leading = self._look(name).leading
                whole = round(needed / leading) <= _KEPT_LINES + 1  # else one line would be alone
                return height + (needed if whole else _KEPT_LINES * leading)
            height += needed + first.getSpaceAfter()
        return height

    def _whole(self, table: Table, width: float) -> float:
        """Height of a table that is not to be split; 0 for one that can be."""
        if table.style is not TableStyle.HEADER or len(table.rows) > _WHOLE_ROWS:
            return 0
        height = self._table(table, width).wrap(width, 1e6)[1]
        return height if height <= _WHOLE_HEIGHT else 0

    def _table(self, table: Table, width: float) -> Flowable:
        look = self._style.table
        grid = table.style is TableStyle.GRID
        left = look.side if grid else 0
        columns = [max(_NARROWEST, width * each) for each in table.widths]
        scale = width / sum(columns)
        rule = (0.5, HexColor(look.rule))
        commands: list[Any] = [
            ("FONTNAME", (0, 0), (-1, -1), self.font()),  # else Helvetica, which is not embedded
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), look.padding),
            ("BOTTOMPADDING", (0, 0), (-1, -1), look.padding),
            ("LEFTPADDING", (0, 0), (-1, -1), left),
            ("RIGHTPADDING", (0, 0), (-1, -1), look.side),
        ]
        if grid:
            commands.append(("GRID", (0, 0), (-1, -1), *rule))
        else:
            commands += [("LINEABOVE", (0, 0), (-1, -1), *rule)]
            commands += [("LINEBELOW", (0, -1), (-1, -1), *rule)]
        if table.header_rows:
            last = (-1, table.header_rows - 1)
            commands.append(("BACKGROUND", (0, 0), last, HexColor(look.shade)))
        rows = [
            [
                [
                    text
                    for each in cell.paragraphs
                    for text in self._texts("label" if cell.header else "cell", each.inlines)
                ]
                for cell in row
            ]
            for row in table.rows
        ]
        return Grid(
            rows,
            colWidths=[each * scale for each in columns],
            repeatRows=table.header_rows,
            splitInRow=1,
            style=commands,
            hAlign="LEFT",
            spaceAfter=self._style.styles.normal.after,
        )


def _portions(inlines: Sequence[Inline]) -> Iterator[list[Inline]]:
    """The inlines, cut at a space where they are too long."""
    portion: list[Inline] = []
    room = _LONGEST
    for each in inlines:
        # a mark stays with the word before it, and is short
        while isinstance(each, Run) and not each.mark and len(each.text) > room:
            at = each.text.rfind(" ", 0, room) + 1 or room
            yield [*portion, replace(each, text=each.text[:at])]
            portion, room, each = [], _LONGEST, replace(each, text=each.text[at:])
        portion.append(each)
        room -= len(each.text) if isinstance(each, Run) else 0
    yield portion


def _fragment(
    text: str, font: str, size: float, colour: object, link: list[tuple[int, str]]
) -> ParaFrag:
    return ParaFrag(
        text=text, fontName=font, fontSize=size, textColor=colour, link=link, us_lines=[], rise=0
    )


def _sign(style: ParagraphStyle, number: int) -> str | None:
    if style is ParagraphStyle.NUMBER:
        return f"{number}."
    return _BULLET if style is ParagraphStyle.BULLET else None


def _words(inlines: Iterable[Inline]) -> str:
    """For the outline, which is one line."""
    return "".join(each.text for each in inlines if isinstance(each, Run)).replace("\n", " ")

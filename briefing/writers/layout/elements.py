"""From the blocks of a brief to what pages are made of: paragraphs and tables, each set once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefing.model.brief import (
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    Notes,
    PageField,
    Paragraph,
    ParagraphStyle,
    Table,
)
from briefing.model.rows import may_part
from briefing.writers.house.look import (
    Alignment,
    CharacterChange,
    CharacterStyle,
    ListSign,
    ParagraphLook,
    Style,
)
from briefing.writers.house.whole import House
from briefing.writers.layout import notes, pages, stacks, tables
from briefing.writers.layout.items import Words
from briefing.writers.layout.laid import NOTE, SIGN
from briefing.writers.layout.paragraph import items, set_items, set_paragraph
from briefing.writers.layout.setter import Setter
from briefing.writers.layout.stacks import Stacked

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
_WIDEST_NUMBERS = (888, 888)
_NO_CHANGE = CharacterChange()
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Elements:
    """Sets the blocks of one brief."""

    def __init__(self, brief: Brief, setter: Setter) -> None:
        self._brief = brief
        self._house: House = setter.house
        self._setter = setter
        self._room = setter.house.page.room
        self._notes = brief.numbered()
        self._next_note = 1
        self._counts: dict[Style, int] = {}
        self._in_cells: dict[tuple[int, bool, bool], ParagraphLook] = {}
        self.at_foot = brief.notes is Notes.FOOTNOTES
        """Else notes stand after the text: a PDF has no comments in its margin."""

    def make(self) -> Iterator[pages.Element]:
        """In the order of the text; notes at the foot are not among them."""
        paragraphs: list[Stacked] = []
        after_table = False
        titled, level = False, -1
        for n, block in enumerate(self._brief.blocks):
            match block:
                case Table():
                    yield from stacks.join(paragraphs)
                    paragraphs.clear()
                    if after_table:
                        yield self._between()
                    yield self._table(block, n)
                case Heading() | Paragraph():
                    stacked = self._block(block, n)
                    wanted = _level(block, titled=titled)
                    if wanted is not None:
                        titled = titled or isinstance(block, Paragraph)
                        level = min(wanted, level + 1)
                        stacked = replace(stacked, level=level)
                    paragraphs.append(stacked)
            after_table = isinstance(block, Table)
        yield from stacks.join(paragraphs)
        if self._notes and not self.at_foot:
            yield pages.NoteRule()
            yield from stacks.join([self.note(n) for n in range(1, len(self._notes) + 1)])

    def note(self, number: int) -> Stacked:
        """The paragraph of a note."""
        note = self._notes[number - 1]
        if self.at_foot:
            style, reference = Style.FOOTNOTE, CharacterStyle.FOOTNOTE_REFERENCE
        else:
            style, reference = Style.ENDNOTE, CharacterStyle.ENDNOTE_REFERENCE
        look = self._house.styles[style]
        raised = self._setter.changed(look.text, reference)
        said = [Words(" ", look.text, SIGN), *items(note.inlines, look.text, self._setter)]
        if look.first < 0:  # the number has the room in which the first line hangs out
            sign = ListSign("%1", "decimal", look=self._house.characters[reference])
            hung = replace(look, sign=sign)
            made = set_items(said, hung, self._room, self._setter, sign=str(number))
        else:
            made = set_items(
                [Words(str(number), raised, SIGN), *said], look, self._room, self._setter
            )
        return Stacked((NOTE, number), made)

    def _block(self, block: Heading | Paragraph, index: int) -> Stacked:
        if isinstance(block, Heading):
            style = HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
        else:
            style = PARAGRAPHS[block.style]
        look = self._house.styles[style]
        return self._set((index,), block.inlines, look, self._room, sign=self._sign(style, look))

    def _between(self) -> Stacked:
        """What keeps two tables apart, as the Word file has it."""
        return self._set((), (), self._house.styles[Style.CELL], self._room)

    def _set(
        self,
        place: tuple[int, ...],
        inlines: Sequence[Inline],
        look: ParagraphLook,
        room: float,
        *,
        sign: str | None = None,
        extra: CharacterChange | None = None,
    ) -> Stacked:
        make: Callable[..., stacks.SetParagraph] = partial(
            set_paragraph,
            inlines,
            look,
            room,
            self._setter,
            sign=sign,
            first_note=self._next_note,
            extra=extra,
        )
        self._next_note += sum(isinstance(each, Note) for each in inlines)
        if not any(isinstance(each, PageField) for each in inlines):
            return Stacked(place, make())
        return Stacked(place, make(numbers=_WIDEST_NUMBERS), again=lambda n: make(numbers=n))

    def _table(self, table: Table, index: int) -> tables.SetTable:
        look = self._house.tables[table.style]
        apart = table.header_rows if may_part(table) else len(table.rows)
        make = partial(self._cell, apart)
        return tables.set_table(table, look, index, self._room, make)

    def _cell(
        self,
        apart: int,
        paragraph: Paragraph,
        cell: Cell,
        place: tuple[int, int, int, int],
        room: float,
        change: CharacterChange,
        figure: bool,
    ) -> Stacked:
        """Rows from ``apart`` on do not keep with the next."""
        look = self._house.styles[Style.LABEL if cell.header else Style.CELL]
        if figure or (look.keep_next and place[1] >= apart):
            look = self._in_cell(look, figure=figure, apart=place[1] >= apart)
        extra = None if change == _NO_CHANGE else change
        return self._set(place, paragraph.inlines, look, room, extra=extra)

    def _in_cell(self, look: ParagraphLook, *, figure: bool, apart: bool) -> ParagraphLook:
        key = (id(look), figure, apart)
        found = self._in_cells.get(key)
        if found is None:
            found = replace(
                look,
                alignment=Alignment.END if figure else look.alignment,
                keep_next=look.keep_next and not apart,
            )
            self._in_cells[key] = found
        return found

    def _sign(self, style: Style, look: ParagraphLook) -> str | None:
        """Of the next paragraph; only lists begin anew after other blocks."""
        if style is not Style.NUMBER:
            self._counts.pop(Style.NUMBER, None)
        sign = look.sign
        if sign is None:
            return None
        count = self._counts.get(style, sign.start - 1) + 1
        self._counts[style] = count
        return spelled(sign, count)


def _level(block: Heading | Paragraph, *, titled: bool) -> int | None:
    if isinstance(block, Heading):
        return block.level if titled else block.level - 1
    return 0 if block.style is ParagraphStyle.TITLE else None


def spelled(sign: ListSign, number: int) -> str:
    """A bullet, or the number of an item as the list writes it."""
    match sign.format:
        case "bullet":
            return sign.text
        case "lowerLetter":
            shown = _letters(number)
        case "upperLetter":
            shown = _letters(number).upper()
        case "lowerRoman":
            shown = _roman(number)
        case "upperRoman":
            shown = _roman(number).upper()
        case "decimalZero":
            shown = f"{number:02}"
        case _:
            shown = str(number)
    return sign.text.replace("%1", shown)


def _letters(number: int) -> str:
    """a, b, … z, aa, bb, …, as Word counts."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    if number < 1:
        return str(number)
    found = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        found += letters * count
    return found


def note_room(elements: Elements, house: House) -> notes.Notes:
    """Sets notes at the foot when they are first needed."""
    look = house.styles[Style.FOOTNOTE]
    return notes.Notes(look, elements.note, at_foot=elements.at_foot)

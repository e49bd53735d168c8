"""Paragraphs from words: lines of glyphs, each at its place, before a page is found for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from briefing.model.brief import Inline, Note, PageField, Run
from briefing.model.direction import RIGHT_TO_LEFT, right_to_left
from briefing.writers.fonts import bidi
from briefing.writers.house.look import (
    Alignment,
    CharacterChange,
    CharacterLook,
    CharacterStyle,
    ListSign,
    ParagraphLook,
)
from briefing.writers.layout import heights, lines
from briefing.writers.layout.filling import Filled, Filler
from briefing.writers.layout.flow import Flow, Span, flow
from briefing.writers.layout.items import Item, Picture, Words
from briefing.writers.layout.laid import SIGN
from briefing.writers.layout.letters import Letters
from briefing.writers.layout.lines import Row
from briefing.writers.layout.setter import Setter
from briefing.writers.layout.setting import SetLine, SetParagraph
from briefing.writers.layout.tabs import Stops, advance

__all__ = ["Item", "Picture", "Setter", "Words", "items", "set_items", "set_paragraph"]

_SAME = 0.1
"""Points by which rooms may differ that are the same."""


def set_paragraph(
    inlines: Sequence[Inline],
    look: ParagraphLook,
    room: float,
    setter: Setter,
    *,
    sign: str | None = None,
    numbers: tuple[int, int] = (0, 0),
    first_note: int = 1,
    extra: CharacterChange | None = None,
) -> SetParagraph:
    """The paragraph in lines that are at most ``room`` wide, its indents included.

    ``sign`` is its bullet or number; ``numbers`` are that of the page and of all pages;
    ``first_note`` is the number of its first note; ``extra`` changes all of its letters, as a
    table does in its first column.
    """
    text = extra.over(look.text) if extra is not None else look.text
    made = items(inlines, text, setter, numbers=numbers, first_note=first_note)
    return set_items(made, look, room, setter, sign=sign, text=text)


def items(
    inlines: Iterable[Inline],
    text: CharacterLook,
    setter: Setter,
    *,
    numbers: tuple[int, int] = (0, 0),
    first_note: int = 1,
) -> list[Item]:
    """Each in its look, ``text`` being that of the paragraph."""
    found: list[Item] = []
    note = first_note
    for index, inline in enumerate(inlines):
        match inline:
            case Run():
                look = setter.look(text, inline)
                found.append(Words(inline.text, look, index, inline.language))
            case PageField.NUMBER:
                found.append(Words(str(numbers[0]), text, index))
            case PageField.COUNT:
                found.append(Words(str(numbers[1]), text, index))
            case Note():
                look = setter.changed(text, CharacterStyle.FOOTNOTE_REFERENCE)
                found.append(Words(str(note), look, index, note=note))
                note += 1
            case _:
                assert_never(inline)
    return found


def set_items(
    made: Sequence[Item],
    look: ParagraphLook,
    room: float,
    setter: Setter,
    *,
    sign: str | None = None,
    text: CharacterLook | None = None,
    rtl: bool | None = None,
) -> SetParagraph:
    """As ``set_paragraph``, of whatever is to stand in it.

    ``text`` is what the paragraph's own letters look like, if not ``look.text``; ``rtl`` is its
    direction, None for that of its words.
    """
    if rtl is None:
        rtl = right_to_left(each.text for each in made if isinstance(each, Words))
    plain = setter.letters(text or look.text)
    row = flow(made, setter, plain)
    return _Paragraph(row, look, room, setter, plain, sign, rtl).set()


class _Paragraph:
    def __init__(
        self,
        row: Flow,
        look: ParagraphLook,
        room: float,
        setter: Setter,
        plain: Letters,
        sign: str | None,
        rtl: bool,
    ) -> None:
        self._flow = row
        self._look = look
        self._room = room
        self._right = room - look.right
        self._setter = setter
        self._plain = plain
        self._sign = sign
        mixed = rtl or (not row.text.isascii() and RIGHT_TO_LEFT.search(row.text) is not None)
        self._rtl = rtl
        self._runs = bidi.runs(row.text, rtl) if mixed else None
        self._starts = row.starts()
        self._at = 0
        """Where in the text the next line begins."""
        self._noted = 0
        """The last note that a line refers to."""
        self._heights: dict[tuple[float, float, bool], tuple[float, float]] = {}

    def set(self) -> SetParagraph:
        look, setter = self._look, self._setter
        page = setter.house.page
        outside = page.right if abs(self._room - page.room) < _SAME else 0
        stops = Stops.of(look, setter.house.default_tab, outside)
        first = Row()
        x = look.left + look.first
        if self._sign is not None and look.sign is not None:
            x = self._place_sign(first, look.sign, x, stops)
        found: list[SetLine] = []
        words = self._flow.words
        if not words:
            found.append(self._line(Filled(0, 0, x, last=True, loose=True), first))
        else:
            hyphenate = setter.house.hyphenate and look.hyphenate
            capitals = setter.house.hyphenate_capitals
            filler = Filler(self._flow, hyphenate=hyphenate, capitals=capitals)
            for line in filler.lines(x, look.left, self._right, stops):
                found.append(self._line(line, Row() if found else first))
        return SetParagraph(look, tuple(found), sum([each.height for each in found]))

    def _place_sign(self, row: Row, sign: ListSign, x: float, stops: Stops) -> float:
        """Gives where the text begins."""
        letters = self._setter.letters(sign.look.over(self._plain.look))
        word = letters.part(self._sign or "")
        match sign.alignment:
            case Alignment.END:
                x -= word.true
            case Alignment.CENTRE:
                x -= word.true / 2
            case _:
                pass
        end = x + word.true
        if word.text:
            group = lines.Group(Span(letters, SIGN), [word])
            if self._rtl:
                runs = bidi.runs(word.text, True)
                lines.add_both_ways(row, [group], runs, 0, self._room - end, 0)
            else:
                lines.add_group(row, group, x, 0)
        match sign.suffix:
            case "tab":
                return advance(stops, end, 0)[0]
            case "space":
                return end + letters.space_width(1)
            case _:
                return end

    def _line(self, line: Filled, row: Row) -> SetLine:
        begin = self._at
        end = self._text_end(line)
        signs = row.order or list(range(len(row.pieces)))
        row.order = None
        if line.stretches:
            x, width = self._tabbed(line, row)
        else:
            x, width = self._simple(line, row)
        if line.hyphen and not self._rtl:
            lines.add_hyphen(row, self._last(line).letters, x + width)
            width += self._hyphen(line)
        if not row.ascent and not row.descent:
            row.reach(self._last(line).letters.reach)
        key = (row.ascent, row.descent, begin == 0)
        height = self._heights.get(key)
        if height is None:
            height = heights.of_line(self._look, row.ascent, row.descent, first=begin == 0)
            self._heights[key] = height
        self._at = end
        order = row.order
        if order is None and signs != sorted(signs):
            order = list(range(len(signs), len(row.pieces)))
        if order is not None and signs:
            order = [*signs, *order]
        return SetLine(
            height[0],
            height[1],
            x,
            width,
            tuple(row.pieces),
            self._flow.text[begin:end],
            tuple(order) if order is not None else None,
            tuple(row.marks),
            self._new(row.notes),
        )

    def _new(self, notes: Sequence[int]) -> tuple[int, ...]:
        """Those that no line before refers to; even a number may be parted."""
        found = tuple(each for each in notes if each > self._noted)
        self._noted = max(found, default=self._noted)
        return found

    def _text_end(self, line: Filled) -> int:
        head = len(line.head.text) if line.head is not None else 0
        if head and line.end == line.start:
            return self._at + head
        return self._starts[line.end] + head

    def _last(self, line: Filled) -> Span:
        """What the line ends with."""
        flow = self._flow
        if not flow.spans:
            return Span(self._plain, SIGN)
        at = line.end if line.head is not None else max(line.end - 1, line.start)
        return flow.span_at(min(at, len(flow.words) - 1))

    def _simple(self, line: Filled, row: Row) -> tuple[float, float]:
        """Puts the words; gives where they begin and how wide they are."""
        found = lines.groups(self._flow, line, line.start, line.end)
        if not found:
            return self._seen(line.x, 0), 0
        width, blanks = self._natural(found)
        hyphen = self._hyphen(line)
        room = self._right - line.x - width - hyphen
        stretch, x = 0.0, line.x
        match self._look.alignment:
            case Alignment.START:
                pass
            case Alignment.END:
                x += room
            case Alignment.CENTRE:
                x += room / 2
            case Alignment.JUSTIFIED:
                stretch = self._stretch(line, x + width, blanks)
                width += stretch * blanks
        x = self._seen(x, width + hyphen)
        self._put(row, found, x, stretch, self._at)
        return x, width

    def _hyphen(self, line: Filled) -> float:
        """Width of the hyphen at the end of the line."""
        return self._last(line).letters.true_hyphen if line.hyphen else 0

    def _stretch(self, line: Filled, end: float, blanks: int) -> float:
        """What each space gains so that a line ends at the edge that would end at ``end``."""
        if not blanks or line.loose or self._look.alignment is not Alignment.JUSTIFIED:
            return 0
        return (self._right - end - self._hyphen(line)) / blanks

    def _seen(self, x: float, width: float) -> float:
        """``x`` from the left, where it was from the edge that lines begin at."""
        return self._room - x - width if self._rtl else x

    def _natural(self, found: Sequence[lines.Group]) -> tuple[float, int]:
        """Width without the spaces at the end, and how many spaces there are before these."""
        words = found[0].words if len(found) == 1 else [w for each in found for w in each.words]
        last = words[-1]
        blanks = sum([each.blanks for each in words]) - last.blanks
        if self._runs is None and None not in [each.shaped for each in words]:
            width = sum([each.true for each in words]) + sum([each.true_space for each in words])
            return width - last.true_space, blanks
        tried = Row()
        self._put(tried, found, 0, 0, self._at)
        return tried.end, blanks

    def _tabbed(self, line: Filled, row: Row) -> tuple[float, float]:
        flow = self._flow
        begin: float | None = None
        end = line.x
        at = self._at
        for number, each in enumerate(line.stretches):
            at += number > 0
            stop = each.end
            found = lines.groups(flow, line, each.start, stop)
            width, blanks = self._natural(found) if found else (0.0, 0)
            stretch = 0.0
            if number == len(line.stretches) - 1:  # what is before a tab stays as it is
                stretch = self._stretch(line, each.x + width, blanks)
                width += stretch * blanks
            x = self._seen(each.x, width)
            if each.leader:
                leader = flow.span_at(each.start - 1)
                lines.add_leader(row, leader, each.leader, self._seen(each.leader_x, 0), x)
            self._put(row, found, x, stretch, at)
            at += sum([len(word.text) for group in found for word in group.words])
            if found:
                begin = each.x if begin is None else begin
                end = each.x + width
        begin = line.x if begin is None else begin
        return self._seen(begin, end - begin), end - begin

    def _put(
        self, row: Row, found: Sequence[lines.Group], x: float, stretch: float, at: int
    ) -> None:
        """``at`` is where in the text the first word begins."""
        if self._runs is not None:
            lines.add_both_ways(row, found, self._runs, at, x, stretch)
        else:
            for group in found:
                x = lines.add_group(row, group, x, stretch)

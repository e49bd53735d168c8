"""Headers and footers as values: paragraphs, fields, slots, pictures, simple tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefing.writers.house.cells import borders_of_cells, cell_of_its_own, row_height
from briefing.writers.house.letterhead import (
    EdgeBlock,
    EdgeCell,
    EdgeField,
    EdgeItem,
    EdgeParagraph,
    EdgeSlot,
    EdgeTab,
    EdgeTable,
    EdgeText,
    Field,
    Slot,
)
from briefing.writers.house.look import Caps, CharacterChange, CharacterLook, PageLook, TableLook
from briefing.writers.house.numbering import Numbering, readable
from briefing.writers.house.pictures import Pictures
from briefing.writers.house.properties import Values, borders, characters
from briefing.writers.house.styles import StyleSheet
from briefing.writers.house.tables import over, table_look
from briefing.writers.house.xml import Element, child, elements, q, twips, value

SLOT = re.compile(r"\{{1,2}\s*(marking|header|footer|title)\s*\}{1,2}", re.IGNORECASE)
"""Word may make the first letter a capital by itself; some write two braces, or spaces."""
FIELDS = {"PAGE": Field.NUMBER, "NUMPAGES": Field.COUNT}
_LETTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "cr": "\n", "br": "\n"}
_SWITCHES = ("bold", "italic", "strike")
_WRAPPERS = {"hyperlink", "smartTag", "ins", "sdt", "sdtContent", "fldSimple"}


@dataclass(frozen=True, slots=True)
class Edge:
    """Reads one header or footer, which has been made simple (see ``simplifying``)."""

    sheet: StyleSheet
    numbering: Numbering
    page: PageLook
    pictures: Pictures

    def blocks(self, root: Element, room: float) -> tuple[EdgeBlock, ...]:
        return tuple(self._blocks(root, room))

    def _blocks(self, parent: Element, room: float) -> Iterator[EdgeBlock]:
        for each in elements(parent):
            if each.tag == q("w:p"):
                yield self._paragraph(each)
            elif each.tag == q("w:tbl"):
                yield self._table(each, room)

    def _paragraph(self, paragraph: Element) -> EdgeParagraph:
        properties = child(paragraph, "w:pPr")
        style = self.sheet.with_id(value(properties, "w:pStyle"))
        if style is None:
            style = self.sheet.default("paragraph")
        values = self.sheet.values(style, self.numbering)
        self.sheet.change(values, properties, self.numbering)
        id = "" if style is None else style.get(q("w:styleId"), "")
        look = values.look(id, value(style, "w:name") or "")
        return EdgeParagraph(look, tuple(self._items(paragraph, values)))

    def _items(self, paragraph: Element, values: Values) -> Iterator[EdgeItem]:
        field: str | None = None
        shown = True
        for run in _runs(paragraph):
            if isinstance(run, Field):
                yield EdgeField(run, self._letters(None, values))
                continue
            look = self._letters(child(run, "w:rPr"), values)
            for each in elements(run):
                name = each.tag.rsplit("}", 1)[-1]
                if name == "fldChar":
                    kind = each.get(q("w:fldCharType"))
                    if kind == "begin":
                        field = ""
                        continue
                    if kind == "separate" or (kind == "end" and shown):
                        found = FIELDS.get(field_name(field))
                        if found is not None:
                            yield EdgeField(found, look)
                        shown = found is None
                    if kind == "end":
                        field, shown = None, True
                elif name == "instrText" and field is not None:
                    field += each.text or ""
                elif shown:
                    yield from self._item(each, name, look)

    def _item(self, element: Element, name: str, look: CharacterLook) -> Iterator[EdgeItem]:
        if name == "t" and element.text:
            slot = SLOT.fullmatch(element.text)
            yield EdgeSlot(Slot(slot[1].lower()), look) if slot else EdgeText(element.text, look)
        elif name in {"tab", "ptab"}:
            yield EdgeTab(look)
        elif name in _LETTERS:
            yield EdgeText(_LETTERS[name], look)
        elif name == "sym":
            yield EdgeText(symbol(element), look)
        elif name == "drawing":
            picture = self.pictures.picture(element, self.page)
            if picture is not None:
                yield picture

    def _letters(self, properties: Element | None, values: Values) -> CharacterLook:
        look = values.look("", "").text
        style = self.sheet.with_id(value(properties, "w:rStyle"))
        if style is not None:
            look = _styled(self.sheet.characters(style, look.size), look)
        return characters(properties, self.sheet.theme, look.size).over(look)

    def _table(self, table: Element, room: float) -> EdgeTable:
        properties = child(table, "w:tblPr")
        style = self.sheet.with_id(value(properties, "w:tblStyle"))
        if style is None:
            style = self.sheet.default("table")
        size = self.sheet.values(None, self.numbering).text.size
        look = TableLook("", "") if style is None else table_look(style, self.sheet, size)
        look = over(look, properties, self.sheet)
        own = borders_of_cells(table)
        look = replace(look, borders=borders(own, self.sheet.theme, look.borders))
        rows = tuple(
            tuple(
                tuple(each for each in self._blocks(cell, room) if isinstance(each, EdgeParagraph))
                for cell in row.findall(q("w:tc"))
            )
            for row in table.findall(q("w:tr"))
        )
        columns = max((len(row) for row in rows), default=1)
        rows = tuple(row + ((),) * (columns - len(row)) for row in rows)
        heights = tuple(row_height(row) for row in table.findall(q("w:tr")))
        cells = tuple(
            tuple(cell_of_its_own(cell, self.sheet.theme) for cell in row.findall(q("w:tc")))
            for row in table.findall(q("w:tr"))
        )
        cells = tuple(row + (EdgeCell(),) * (columns - len(row)) for row in cells)
        return EdgeTable(look, _widths(table, columns, room), rows, heights, cells)


def _styled(change: CharacterChange, look: CharacterLook) -> CharacterLook:
    """Where the styles of a paragraph and of letters switch the same on, it is off for Word."""
    off: dict[str, Any] = {
        name: False for name in _SWITCHES if getattr(change, name) and getattr(look, name)
    }
    if change.caps is look.caps and change.caps is not Caps.NONE:
        off["caps"] = Caps.NONE
    return replace(change.over(look), **off)


def symbol(element: Element) -> str:
    """The letter that ``w:sym`` draws, as any font may have it."""
    try:
        letter = chr(int(element.get(q("w:char"), ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return readable(letter, element.get(q("w:font"), ""))


def field_name(code: str | None) -> str:
    """``PAGE`` of ``PAGE \\* MERGEFORMAT``."""
    words = (code or "").split(maxsplit=1)
    return words[0].upper() if words else ""


def _runs(parent: Element) -> Iterator[Element]:
    """Runs in their order, a simple field as what it stands for."""
    for each in elements(parent):
        name = each.tag.rsplit("}", 1)[-1]
        if name == "r":
            yield each
        elif name == "fldSimple":
            found = FIELDS.get(field_name(each.get(q("w:instr"))))
            if found is not None:
                yield found
            else:
                yield from _runs(each)
        elif name in _WRAPPERS:
            yield from _runs(each)


def _widths(table: Element, columns: int, room: float) -> tuple[float, ...]:
    grid = child(table, "w:tblGrid")
    found = [twips(each.get(q("w:w"))) for each in grid] if grid is not None else []
    if len(found) == columns and all(found):
        return tuple(each for each in found if each is not None)
    return (room / columns,) * columns

"""Table styles, resolved along ``w:basedOn``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.writers.house.look import Border, TableLook
from briefing.writers.house.properties import border, borders, characters, shade
from briefing.writers.house.styles import StyleSheet
from briefing.writers.house.xml import Element, child, q, value, whole

_SIDES = {
    "top": "padding_top",
    "bottom": "padding_bottom",
    "left": "padding_left",
    "start": "padding_left",
    "right": "padding_right",
    "end": "padding_right",
}


def table_look(style: Element, sheet: StyleSheet, size: float) -> TableLook:
    """``size`` is that of the letters in its cells."""
    look = TableLook(style.get(q("w:styleId"), ""), value(style, "w:name") or "")
    for each in sheet.chain(style):
        look = over(look, child(each, "w:tblPr"), sheet)
        for part in each.findall(q("w:tblStylePr")):
            look = _part(look, part, sheet, size)
    return look


def over(look: TableLook, properties: Element | None, sheet: StyleSheet) -> TableLook:
    """By ``w:tblPr``, of a style or of one table."""
    if properties is None:
        return look
    found: dict[str, Any] = {
        "borders": borders(child(properties, "w:tblBorders"), sheet.theme, look.borders)
    }
    margins = child(properties, "w:tblCellMar")
    for each in margins if margins is not None else ():
        side = _SIDES.get(each.tag.rsplit("}", 1)[-1])
        width = _width(each)
        if side is not None and width is not None:
            found[side] = width
    indent = child(properties, "w:tblInd")
    width = None if indent is None else _width(indent)
    if width is not None:
        found["indent"] = width
    return replace(look, **found)


def _width(element: Element) -> float | None:
    if element.get(q("w:type"), "dxa") not in {"dxa", "nil"}:
        return None
    number = whole(element.get(q("w:w")))
    return None if number is None else number / 20


def _part(look: TableLook, part: Element, sheet: StyleSheet, size: float) -> TableLook:
    cells = child(part, "w:tcPr")
    behind = shade(child(cells, "w:shd"), sheet.theme)
    change = characters(child(part, "w:rPr"), sheet.theme, size)
    match part.get(q("w:type")):
        case "firstRow":
            return replace(
                look,
                head_text=change,
                head_shade=look.head_shade if behind is None else behind,
                head_bottom=_bottom(cells, sheet) or look.head_bottom,
            )
        case "firstCol":
            return replace(look, column_text=change)
        case "band1Horz":
            return replace(look, band_shade=look.band_shade if behind is None else behind)
        case _:
            return look


def _bottom(cells: Element | None, sheet: StyleSheet) -> Border | None:
    return border(child(child(cells, "w:tcBorders"), "w:bottom"), sheet.theme)

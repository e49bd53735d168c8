"""Tables in headers and footers: how high rows are, and what cells have of their own."""

from __future__ import annotations

import copy
from itertools import pairwise

from briefing.writers.house.letterhead import EdgeCell, RowHeight, Vertical
from briefing.writers.house.properties import shade
from briefing.writers.house.theme import Theme
from briefing.writers.house.xml import Element, child, made, q, twips, value

_VERTICAL = {"center": Vertical.CENTRE, "both": Vertical.CENTRE, "bottom": Vertical.BOTTOM}
_NAMES = {
    "top": ("top",),
    "bottom": ("bottom",),
    "left": ("left", "start"),
    "right": ("right", "end"),
    "insideH": ("insideH",),
    "insideV": ("insideV",),
}
_NONE = {"nil", "none"}


def row_height(row: Element) -> RowHeight:
    found = child(child(row, "w:trPr"), "w:trHeight")
    points = None if found is None else twips(found.get(q("w:val")))
    if found is None or points is None or found.get(q("w:hRule")) == "auto":
        return RowHeight()
    return RowHeight(max(points, 0), exact=found.get(q("w:hRule")) == "exact")


def cell_of_its_own(cell: Element, theme: Theme) -> EdgeCell:
    properties = child(cell, "w:tcPr")
    margins = child(properties, "w:tcMar")
    sides = (_margin(margins, each) for each in ("top", "bottom", "left", "right"))
    return EdgeCell(
        _VERTICAL.get(value(properties, "w:vAlign") or "", Vertical.TOP),
        shade(child(properties, "w:shd"), theme) or "",
        *sides,
    )


def _margin(margins: Element | None, side: str) -> float | None:
    found = _side(margins, side)
    if found is None or found.get(q("w:type"), "dxa") not in {"dxa", "nil"}:
        return None
    return twips(found.get(q("w:w")))


def _side(parent: Element | None, side: str) -> Element | None:
    each = (child(parent, f"w:{name}") for name in _NAMES[side])
    return next((found for found in each if found is not None), None)


def borders_of_cells(table: Element) -> Element | None:
    """``w:tblBorders`` that says what the cells say for themselves, if they agree.

    None where one cell differs from another, and no table as a whole is like that.
    """
    around = child(child(table, "w:tblPr"), "w:tblBorders")
    found = made("<w:tblBorders/>")
    for side, places in _places(table).items():
        said = [each if each is not None else _side(around, side) for each in places]
        if len({_key(each) for each in said}) > 1:
            return None
        if said and said[0] is not None:
            element = copy.deepcopy(said[0])
            element.tag = q(f"w:{side}")
            found.append(element)
    return found


def _places(table: Element) -> dict[str, list[Element | None]]:
    """What the cells say of each place of a border."""
    rows = [
        [child(child(cell, "w:tcPr"), "w:tcBorders") for cell in row.findall(q("w:tc"))]
        for row in table.findall(q("w:tr"))
    ]
    found: dict[str, list[Element | None]] = {each: [] for each in _NAMES}
    if not rows:
        return found
    found["top"] = [_side(each, "top") for each in rows[0]]
    found["bottom"] = [_side(each, "bottom") for each in rows[-1]]
    found["left"] = [_side(row[0], "left") for row in rows if row]
    found["right"] = [_side(row[-1], "right") for row in rows if row]
    found["insideH"] = [
        _either(_side(upper, "bottom"), _side(lower, "top"))
        for above, below in pairwise(rows)
        for upper, lower in zip(above, below, strict=False)
    ]
    found["insideV"] = [
        _either(_side(left, "right"), _side(right, "left"))
        for row in rows
        for left, right in pairwise(row)
    ]
    return found


def _either(first: Element | None, second: Element | None) -> Element | None:
    return second if first is None or (second is not None and _key(first) is None) else first


def _key(border: Element | None) -> tuple[str, ...] | str | None:
    if border is None:
        return "as around"
    if border.get(q("w:val"), "nil") in _NONE:
        return None
    return tuple(border.get(q(f"w:{each}"), "") for each in ("val", "sz", "space", "color"))

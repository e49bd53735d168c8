"""The page of a house style, also on another paper."""

from __future__ import annotations

from briefing.model.brief import Page
from briefing.writers.house.look import PageLook
from briefing.writers.house.source import Source
from briefing.writers.house.xml import Element, child, length, made, q, whole

SIZES: dict[Page, tuple[int, int]] = {Page.A4: (11906, 16838), Page.LETTER: (12240, 15840)}
"""Width and height in twips."""
_NEAR = 60
"""Twips by which a tab stop may miss the margin or the middle and still be meant for it."""
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 720, "footer": 720}
_LEAST_ROOM = 2160
"""Twips."""
_LEAST, _MOST = 144, 2880
"""Points: two inches, and forty."""


def settle(source: Source, page: Page | None) -> None:
    """Leave one plain page size and margins in the section, and fit all else to another paper."""
    wide, high = _paper(source)
    margins = _margins(source)
    old = wide - margins["left"] - margins["right"]
    if page is not None:
        wide, high = SIZES[page][::-1] if wide > high else SIZES[page]
    for name in ("w:pgSz", "w:pgMar"):
        found = child(source.section, name)
        if found is not None:
            source.section.remove(found)
    lying = ' w:orient="landscape"' if wide > high else ""
    source.section.append(made(f'<w:pgSz w:w="{wide}" w:h="{high}"{lying}/>'))
    sides = "".join(f' w:{name}="{width}"' for name, width in margins.items())
    source.section.append(made(f'<w:pgMar{sides} w:gutter="0"/>'))
    new = wide - margins["left"] - margins["right"]
    if abs(new - old) > 1:
        for root in (source.styles, *(each.root for each in source.edges.values())):
            _move_stops(root, old, new)
            _widen_tables(root, old, new)


def room(source: Source) -> int:
    """Width of the text, in twips."""
    margins = _margins(source)
    return _paper(source)[0] - margins["left"] - margins["right"]


def _paper(source: Source) -> tuple[int, int]:
    size = child(source.section, "w:pgSz")
    wide, high = length(size, "w:w"), length(size, "w:h")
    if wide is None or high is None or not (_LEAST <= wide <= _MOST and _LEAST <= high <= _MOST):
        return SIZES[Page.A4]
    return round(wide * 20), round(high * 20)


def _margins(source: Source) -> dict[str, int]:
    """Those that leave no room for text become Word's own."""
    element = child(source.section, "w:pgMar")
    wide, high = _paper(source)
    found = {name: _margin(element, name, usual) for name, usual in _MARGINS.items()}
    found["left"] += _margin(element, "gutter", 0)
    for one, other, across in (("left", "right", wide), ("top", "bottom", high)):
        if across - found[one] - found[other] < _LEAST_ROOM:
            found[one] = found[other] = min(1440, across // 4)
    return found


def page_look(source: Source) -> PageLook:
    """Of a section that is settled."""
    size, margins = (child(source.section, each) for each in ("w:pgSz", "w:pgMar"))

    def points(element: Element | None, name: str) -> float:
        return length(element, name) or 0.0

    return PageLook(
        points(size, "w:w"),
        points(size, "w:h"),
        points(margins, "w:top"),
        points(margins, "w:bottom"),
        points(margins, "w:left"),
        points(margins, "w:right"),
        points(margins, "w:header"),
        points(margins, "w:footer"),
        source.first_differs,
    )


def _margin(margins: Element | None, name: str, usual: int) -> int:
    """Below 0 it means that the header must not push the text down; we never let it."""
    points = length(margins, f"w:{name}")
    return usual if points is None else abs(round(points * 20))


def _move_stops(root: Element, old: int, new: int) -> None:
    for each in root.iter(q("w:tab")):
        place = whole(each.get(q("w:pos")))
        if place is None or each.get(q("w:val")) == "left":
            continue
        for share in (1, 0.5):
            if abs(place - old * share) <= _NEAR:
                each.set(q("w:pos"), str(round(new * share)))


def _widen_tables(root: Element, old: int, new: int) -> None:
    for table in root.iter(q("w:tbl")):
        grid = child(table, "w:tblGrid")
        columns = list(grid) if grid is not None else []
        if abs(sum(whole(each.get(q("w:w"))) or 0 for each in columns) - old) > 4 * _NEAR:
            continue
        for each in (*columns, *table.iter(q("w:tcW")), *table.iter(q("w:tblW"))):
            width = whole(each.get(q("w:w")))
            if width is not None and each.get(q("w:type"), "dxa") == "dxa":
                each.set(q("w:w"), str(round(width * new / old)))

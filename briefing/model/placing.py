"""Where points stand: in the order of the articles, unless the person moved them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model.draft import Draft, Point


def last_number(draft: Draft) -> int:
    """Of the points there are; 0 for none. Their ids are ``k1``, ``k2``, …"""
    return max((int(each.id[1:]) for each in draft.points), default=0)


def placed(draft: Draft, new: Mapping[str, Sequence[Point]]) -> Draft:
    """Put points, by section, each before the first one there that comes later in the articles."""
    order = {id: place for place, id in enumerate(draft.articles)}

    def key(each: Point) -> tuple[int, int, int]:
        return order[each.source.article], each.source.span.start, each.source.span.end

    points = [each for each in draft.points if each.section not in new]
    there: dict[str, list[Point]] = {section: [] for section in new}
    for each in draft.points:
        if each.section in there:
            there[each.section].append(each)
    for section, added in new.items():
        present, at = there[section], 0
        for point in sorted(added, key=key):
            while at < len(present) and key(present[at]) <= key(point):
                points.append(present[at])
                at += 1
            points.append(point)
        points += present[at:]
    return replace(draft, points=tuple(points))

"""The six lists: what stands in each, in which order, and what is said where nothing does.

What is made here is light, for a long article has a hundred thousand claims: rows are made of it
(``rows.py``) as they come into sight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article
from briefing.model.facts import DateExpression, DateKind, Entity, EntityKind, Gap, Quotation
from briefing.model.timeline import Line, period, timeline


class FactList(StrEnum):
    PEOPLE = "People"
    PLACES = "Places"
    TIMELINE = "Timeline"
    QUOTATIONS = "Quotations"
    CLAIMS = "Claims"
    GAPS = "Gaps"


Thing = Entity | Line | DateExpression | Quotation | Claim | Gap


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Item:
    article: int
    """Its place on the desk, from 0."""
    thing: Thing


Entry = Heading | Item


@dataclass(frozen=True, slots=True)
class Group:
    """Things of a list that stand together, under a heading where it has several groups."""

    title: str
    things: Sequence[Thing | Item]
    article: int = 0
    """That all of them are of, where they are no Items."""


class Entries(Sequence[Entry]):
    """Headings and what stands below them, in a row; each is made when it is asked for."""

    def __init__(self, groups: Iterable[Group], *, headed: bool | None = None) -> None:
        """``headed``: whether the groups have headings; None for where there are several."""
        self._groups = [each for each in groups if each.things]
        self._headed = len(self._groups) > 1 if headed is None else headed
        self._starts = [0]
        for each in self._groups:
            self._starts.append(self._starts[-1] + len(each.things) + self._headed)

    @property
    def total(self) -> int:
        """Headings apart."""
        return sum(len(each.things) for each in self._groups)

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:  # type: ignore[override]
        if isinstance(place, slice):
            return [self._at(each) for each in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._at(place)

    def __iter__(self) -> Iterator[Entry]:
        return map(self._at, range(len(self)))

    def items(self) -> Iterator[Item]:
        return (each for each in self if isinstance(each, Item))

    def _at(self, place: int) -> Entry:
        number = bisect_right(self._starts, place) - 1
        group, inside = self._groups[number], place - self._starts[number] - self._headed
        if inside < 0:
            return Heading(group.title, len(group.things))
        thing = group.things[inside]
        return thing if isinstance(thing, Item) else Item(group.article, thing)


EMPTY: dict[FactList, tuple[str, str]] = {
    FactList.PEOPLE: (
        "No people or organisations",
        "No names of people or organisations were found in {where}.",
    ),
    FactList.PLACES: ("No places", "No names of places were found in {where}."),
    FactList.TIMELINE: ("No dates", "No days, times or durations were found in {where}."),
    FactList.QUOTATIONS: ("No quotations", "Nobody is quoted word for word in {where}."),
    FactList.CLAIMS: ("No claims", "There are no sentences to tell apart in {where}."),
    FactList.GAPS: ("No gaps", "Nothing that is usually asked was found missing in {where}."),
}
"""A title, and a sentence; ``where`` is "this article" or "these articles"."""

_PEOPLE = {EntityKind.PERSON: "People", EntityKind.ORGANISATION: "Organisations"}
_UNDATED = "No place on the calendar"
_DATES = {DateKind.POINT: _UNDATED, DateKind.DURATION: "Durations", DateKind.SET: "Recurring"}


def counts(found: Sequence[Annotations]) -> dict[FactList, int]:
    """How much stands in each list, dismissed things apart."""
    places = sum(each.kind is EntityKind.PLACE for one in found for each in one.entities)
    return {
        FactList.PEOPLE: sum(len(each.entities) for each in found) - places,
        FactList.PLACES: places,
        FactList.TIMELINE: sum(len(each.dates) for each in found),
        FactList.QUOTATIONS: sum(len(each.quotations) for each in found),
        FactList.CLAIMS: sum(len(each.claims) for each in found),
        FactList.GAPS: sum(len(each.gaps) for each in found),
    }


def entries(
    which: FactList,
    articles: Sequence[Article],
    found: Sequence[Annotations],
    kind: ClaimKind | None = None,
) -> Entries:
    """What stands in a list; ``kind`` picks among the claims, None is all of them."""
    match which:
        case FactList.PEOPLE:
            groups = (Group(title, _entities(found, kind)) for kind, title in _PEOPLE.items())
            return Entries(groups, headed=True)
        case FactList.PLACES:
            return Entries([Group(which.value, _entities(found, EntityKind.PLACE))])
        case FactList.TIMELINE:
            return _timeline(found)
        case FactList.QUOTATIONS:
            return _by_article(articles, found, lambda each: each.quotations)
        case FactList.GAPS:
            return _by_article(articles, found, lambda each: each.gaps)
        case FactList.CLAIMS if kind is None:
            return _by_article(articles, found, lambda each: each.claims)
        case FactList.CLAIMS:
            return _by_article(
                articles, found, lambda each: [it for it in each.claims if it.kind is kind]
            )


def claims_by_kind(found: Sequence[Annotations]) -> dict[ClaimKind, int]:
    counted = dict.fromkeys(ClaimKind, 0)
    for one in found:
        for each in one.claims:
            counted[each.kind] += 1
    return counted


def _entities(found: Sequence[Annotations], kind: EntityKind) -> list[Item]:
    return [
        Item(place, each)
        for place, one in enumerate(found)
        for each in one.entities
        if each.kind is kind
    ]


def _timeline(found: Sequence[Annotations]) -> Entries:
    """What has a place on the calendar in the order of time, then the rest."""
    dated = [Item(place, line) for place, one in enumerate(found) for line in timeline(one)]
    if len(found) > 1:
        dated.sort(key=_time)
    on_it = {(each.article, each.thing.date.span) for each in dated if isinstance(each.thing, Line)}
    rest: dict[DateKind, list[Item]] = {each: [] for each in _DATES}
    for place, one in enumerate(found):
        for each in one.dates:
            if (place, each.span) not in on_it:
                rest[each.kind].append(Item(place, each))
    others = (Group(_DATES[kind], rest[kind]) for kind in _DATES)
    return Entries([Group("In the order of time", dated), *others])


def _time(item: Item) -> tuple[date, int]:
    assert isinstance(item.thing, Line)
    lasts = period(item.thing.date.value or "")
    first, last = lasts or (date.max, date.max)
    return first, (last - first).days


def _by_article(
    articles: Sequence[Article],
    found: Sequence[Annotations],
    things: Callable[[Annotations], Sequence[Thing]],
) -> Entries:
    groups = (
        Group(f"{place + 1}  {article.name}", things(one), place)
        for place, (article, one) in enumerate(zip(articles, found, strict=True))
    )
    return Entries(groups, headed=len(articles) > 1)

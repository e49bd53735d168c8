"""The six lists: what stands in each, in which order, and what is said where nothing does.

What is made here is light, for a long article has a hundred thousand claims: rows are made of it
(``rows.py``) as they come into sight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model import listing
from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article
from briefing.model.corrections import List
from briefing.model.facts import DateExpression, DateKind, Entity, EntityKind
from briefing.model.listing import Thing
from briefing.model.timeline import Line, period

TITLES = {
    List.PEOPLE: "People",
    List.PLACES: "Places",
    List.TIMELINE: "Timeline",
    List.QUOTATIONS: "Quotations",
    List.CLAIMS: "Claims",
    List.GAPS: "Gaps",
}
"""As the window calls them, in its order."""


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


EMPTY: dict[List, tuple[str, str]] = {
    List.PEOPLE: (
        "No people or organisations",
        "No names of people or organisations were found in {where}.",
    ),
    List.PLACES: ("No places", "No names of places were found in {where}."),
    List.TIMELINE: ("No dates", "No days, times or durations were found in {where}."),
    List.QUOTATIONS: ("No quotations", "Nobody is quoted word for word in {where}."),
    List.CLAIMS: ("No claims", "There are no sentences to tell apart in {where}."),
    List.GAPS: ("No gaps", "Nothing that is usually asked was found missing in {where}."),
}
"""A title, and a sentence; ``where`` is "this article" or "these articles"."""

_PEOPLE = {EntityKind.PERSON: "People", EntityKind.ORGANISATION: "Organisations"}
_UNDATED = "No place on the calendar"
_DATES = {DateKind.POINT: _UNDATED, DateKind.DURATION: "Durations", DateKind.SET: "Recurring"}


def entries(
    which: List,
    articles: Sequence[Article],
    found: Sequence[Annotations],
    kind: ClaimKind | None = None,
) -> Entries:
    """What stands in a list; ``kind`` picks among the claims, None is all of them.

    Names come as the articles bring them up, dates in the order of time, all else in the order
    of the text.
    """
    match which:
        case List.PEOPLE:
            names = _names(which, articles, found)
            groups = (
                Group(title, [it for it in names if it.thing.kind is who])
                for who, title in _PEOPLE.items()
            )
            return Entries(groups, headed=True)
        case List.PLACES:
            return Entries([Group(TITLES[which], _names(which, articles, found))])
        case List.TIMELINE:
            return _timeline(found)
        case _:
            groups = (
                Group(f"{place + 1}  {article.name}", _of_kind(one, which, kind), place)
                for place, (article, one) in enumerate(zip(articles, found, strict=True))
            )
            return Entries(groups, headed=len(articles) > 1)


def summary(found: Sequence[Annotations]) -> tuple[int, str]:
    """How much there is, claims apart, for every sentence is one; and how much of each."""
    counted = listing.counts(found)
    del counted[List.CLAIMS]
    parts = (f"{TITLES[each]} {count:,}" for each, count in counted.items())
    return sum(counted.values()), ", ".join(parts)


def claims_by_kind(found: Sequence[Annotations]) -> dict[ClaimKind, int]:
    counted = dict.fromkeys(ClaimKind, 0)
    for one in found:
        for each in one.claims:
            counted[each.kind] += 1
    return counted


def _names(which: List, articles: Sequence[Article], found: Sequence[Annotations]) -> list[Item]:
    every = enumerate(zip(articles, found, strict=True))
    return [
        Item(place, each)
        for place, (article, one) in every
        for each in listing.by_body(
            article, (it for it in listing.things(one, which) if isinstance(it, Entity))
        )
    ]


def _of_kind(found: Annotations, which: List, kind: ClaimKind | None) -> Sequence[Thing]:
    every = listing.things(found, which)
    if kind is None:
        return every
    return [each for each in every if isinstance(each, Claim) and each.kind is kind]


def _timeline(found: Sequence[Annotations]) -> Entries:
    """What has a place on the calendar in the order of time, then the rest."""
    dated: list[Item] = []
    rest: dict[DateKind, list[Item]] = {each: [] for each in _DATES}
    for place, one in enumerate(found):
        for each in listing.things(one, List.TIMELINE):
            on_it = not isinstance(each, DateExpression)
            (dated if on_it else rest[each.kind]).append(Item(place, each))
    if len(found) > 1:
        dated.sort(key=_time)
    others = (Group(_DATES[kind], rest[kind]) for kind in _DATES)
    return Entries([Group("In the order of time", dated), *others])


def _time(item: Item) -> tuple[date, int]:
    assert isinstance(item.thing, Line)
    lasts = period(item.thing.date.value or "")
    first, last = lasts or (date.max, date.max)
    return first, (last - first).days

"""The six lists: which facts stand in each, and the row by which one goes into the briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article, Role
from briefing.model.corrections import Fact, List, Row
from briefing.model.facts import DateExpression, Entity, EntityKind, Gap, Mention, Quotation
from briefing.model.span import Source, Span
from briefing.model.timeline import Line, timeline

Thing = Entity | Line | DateExpression | Quotation | Claim | Gap
"""A ``Line`` is a date with a place on the calendar, a ``DateExpression`` one without."""

FACTS = {
    List.PEOPLE: Fact.ENTITY,
    List.PLACES: Fact.ENTITY,
    List.TIMELINE: Fact.DATE,
    List.QUOTATIONS: Fact.QUOTATION,
    List.CLAIMS: Fact.CLAIM,
    List.GAPS: Fact.GAP,
}
"""What corrections and rows of each list are about."""


def things(found: Annotations, list: List) -> Sequence[Thing]:
    """All that stands in a list. The timeline has what is on the calendar first, in the order
    of time; all else is in the order of the text."""
    match list:
        case List.PEOPLE | List.PLACES:
            places = list is List.PLACES
            return [e for e in found.entities if (e.kind is EntityKind.PLACE) == places]
        case List.TIMELINE:
            lines = timeline(found)
            dated = {each.date.span for each in lines}
            others = (e for e in found.dates if e.span not in dated and not e.of_writing)
            return [*lines, *others]
        case List.QUOTATIONS:
            return found.quotations
        case List.CLAIMS:
            return found.claims
        case List.GAPS:
            return found.gaps
        case _:
            assert_never(list)


def counts(found: Iterable[Annotations]) -> dict[List, int]:
    """How many things stand in each list of some articles."""
    total = dict.fromkeys(List, 0)
    for each in found:
        places = sum(it.kind is EntityKind.PLACE for it in each.entities)
        total[List.PEOPLE] += len(each.entities) - places
        total[List.PLACES] += places
        total[List.TIMELINE] += sum(not it.of_writing for it in each.dates)
        total[List.QUOTATIONS] += len(each.quotations)
        total[List.CLAIMS] += len(each.claims)
        total[List.GAPS] += len(each.gaps)
    return total


def row(found: Annotations, thing: Thing) -> Row:
    """That of one thing found in an article."""
    match thing:
        case Entity():
            return Row(Fact.ENTITY, Source(found.article, thing.first))
        case Line():
            return Row(Fact.DATE, Source(found.article, thing.date.span))
        case DateExpression():
            return Row(Fact.DATE, Source(found.article, thing.span))
        case Quotation():
            return Row(Fact.QUOTATION, Source(found.article, thing.span))
        case Claim():
            return Row(Fact.CLAIM, Source(found.article, found.sentence(thing.sentence).span))
        case Gap():
            return Row(Fact.GAP, Source(found.article, thing.first), thing.kind.value)


def rows(found: Annotations, list: List) -> Iterator[Row]:
    """What a list puts into the briefing when nobody picks: dates that are on the calendar, and
    of claims those nobody states as plain facts; of the others all."""
    for each in things(found, list):
        plain = isinstance(each, Claim) and each.kind is ClaimKind.REPORTED
        if not plain and not isinstance(each, DateExpression):
            yield row(found, each)


# ---------------------------------------------------------------- names in the order of the body


def by_body(article: Article, entities: Iterable[Entity]) -> list[Entity]:
    """In the order of their first mentions in the body, as the article brings them up.

    Those that are named in captions and headings alone come last: the text tells nothing of them.
    """

    def place(entity: Entity) -> tuple[bool, Span]:
        first = article.in_body(each.span for each in entity.mentions)
        return not _in_body(article, first), first

    return sorted(entities, key=place)


def body_first(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """Those in the body, then those in captions and headings; each in the order of the text.

    The first one is what the briefing cites.
    """
    return sorted(mentions, key=lambda each: not _in_body(article, each.span))


def _in_body(article: Article, span: Span) -> bool:
    paragraph = article.paragraph_at(span.start)
    return paragraph is not None and paragraph.role is Role.BODY

"""Every fact of an article as a row of the briefing, by the list it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.corrections import Fact, List, Row
from briefing.model.facts import EntityKind
from briefing.model.span import Source, Span
from briefing.model.timeline import timeline


def rows(found: Annotations, list: List) -> Iterator[Row]:
    """What one list could put into the briefing; of claims, those nobody states as plain facts."""
    article = found.article

    def row(fact: Fact, span: Span, key: str = "") -> Row:
        return Row(fact, Source(article, span), key)

    match list:
        case List.PEOPLE | List.PLACES:
            for each in found.entities:
                if (each.kind is EntityKind.PLACE) == (list is List.PLACES):
                    yield row(Fact.ENTITY, each.first)
        case List.TIMELINE:
            for line in timeline(found):
                yield row(Fact.DATE, line.date.span)
        case List.QUOTATIONS:
            for each in found.quotations:
                yield row(Fact.QUOTATION, each.span)
        case List.CLAIMS:
            for each in found.claims:
                if each.kind is not ClaimKind.REPORTED:
                    yield row(Fact.CLAIM, found.sentence(each.sentence).span)
        case List.GAPS:
            for each in found.gaps:
                yield row(Fact.GAP, each.first, each.kind.value)
        case _:
            assert_never(list)

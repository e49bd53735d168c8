"""What stands in each of the six lists, in which order, and what of it goes into the briefing."""

from __future__ import annotations

from dataclasses import replace

import desk
import found
import pytest

from briefing.model import fact_edits, listing
from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import Article, Role
from briefing.model.correcting import claim_at, date_at, entity_at, gap_at, quotation_at
from briefing.model.corrections import Act, Fact, List
from briefing.model.draft import Draft
from briefing.model.facts import DateKind, Entity, EntityKind, Mention
from briefing.model.listing import Thing
from briefing.model.span import Span
from briefing.model.timeline import Line

FINDERS = {
    Fact.ENTITY: lambda made, row: entity_at(made, row.source.span),
    Fact.DATE: lambda made, row: date_at(made, row.source.span),
    Fact.QUOTATION: lambda made, row: quotation_at(made, row.source.span),
    Fact.CLAIM: lambda made, row: claim_at(made, row.source.span),
    Fact.GAP: lambda made, row: gap_at(made, row.source.span, row.key),
}


def with_a_duration() -> Annotations:
    made = found.annotations()
    first, *others = made.dates
    return replace(made, dates=(replace(first, kind=DateKind.DURATION, value="P1D"), *others))


def test_people_and_organisations_stand_together_and_places_apart() -> None:
    made = found.annotations()
    people = [each.name for each in listing.things(made, List.PEOPLE)]
    assert people == ["Ann Roe", "Jan Kowal", "Poland"]
    assert [each.name for each in listing.things(made, List.PLACES)] == ["Gdynia"]


def test_the_timeline_has_first_what_is_on_the_calendar() -> None:
    things = listing.things(with_a_duration(), List.TIMELINE)
    assert [isinstance(each, Line) for each in things] == [True, True, False]


@pytest.mark.parametrize("which", List)
def test_everything_is_counted(which: List) -> None:
    made = with_a_duration()
    assert listing.counts([made, made])[which] == 2 * len(listing.things(made, which))


def test_nothing_is_counted_as_none() -> None:
    assert listing.counts(()) == dict.fromkeys(List, 0)


@pytest.mark.parametrize("which", List)
def test_by_its_row_a_thing_is_found_again(which: List) -> None:
    made = with_a_duration()

    def known(thing: Thing) -> object:
        return thing.date if isinstance(thing, Line) else thing

    for each in listing.things(made, which):
        row = listing.row(made, each)
        assert row.fact is listing.FACTS[which]
        assert row.source.article == made.article
        assert FINDERS[row.fact](made, row) == known(each)


@pytest.mark.parametrize("which", List)
def test_by_its_row_a_thing_is_dismissed(which: List) -> None:
    if which is List.CLAIMS:
        return  # a sentence stays a sentence
    made = with_a_duration()
    draft = Draft((made.article,), (found.article().card,))
    for each in listing.things(made, which):
        row = listing.row(made, each)
        both = fact_edits.add_row(draft, row)
        gone = fact_edits.correct(
            both,
            replace(found.correction(Act.DISMISS, row.fact, "Roe", row.key), target=row.source),
        )
        assert gone.rows == ()


def test_of_claims_those_that_nobody_states_as_facts_go_in_and_of_dates_those_on_the_calendar() -> (
    None
):
    made = with_a_duration()
    claims = {each.source.span for each in listing.rows(made, List.CLAIMS)}
    plain = {
        made.sentence(each.sentence).span for each in made.claims if each.kind is ClaimKind.REPORTED
    }
    assert len(claims) == 3
    assert not claims & plain
    assert len(list(listing.rows(made, List.TIMELINE))) == 2
    for which in (List.PEOPLE, List.PLACES, List.QUOTATIONS, List.GAPS):
        assert len(list(listing.rows(made, which))) == len(listing.things(made, which))


# ---------------------------------------------------------------- the order of names

PARTS = ("Roe, Kowal and the guide.", "Lunt met Kowal.", "Then came Roe.")


def captioned() -> Article:
    return desk.article(*PARTS, roles={1: Role.CAPTION})


def entity(name: str) -> Entity:
    text, spans, start = captioned().text, [], -1
    while (start := text.find(name, start + 1)) >= 0:
        spans.append(Span(start, start + len(name)))
    mentions = tuple(Mention(each, f"at {each.start}") for each in spans)
    return Entity(EntityKind.PERSON, name, mentions, "a rule")


def test_names_come_as_the_body_brings_them_up_and_those_in_captions_alone_last() -> None:
    entities = [entity(each) for each in ("Roe", "Kowal", "guide", "Lunt")]
    ordered = listing.by_body(captioned(), entities)
    assert [each.name for each in ordered] == ["Lunt", "Kowal", "Roe", "guide"]


def test_mentions_in_the_body_come_before_those_in_captions() -> None:
    article, roe = captioned(), entity("Roe")
    mentions = listing.body_first(article, roe.mentions)
    assert [article.paragraph_at(each.span.start).id for each in mentions] == ["p3", "p1"]
    assert mentions[0].span == article.in_body(each.span for each in roe.mentions)

"""The person's corrections laid over what was found."""

from __future__ import annotations

from dataclasses import replace

import found
import pytest
from found import correction, span
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import BY_HAND
from briefing.model.correcting import claim_at, corrected, date_at, entity_at, gap_at, quotation_at
from briefing.model.corrections import Act, Correction, Fact
from briefing.model.facts import DateKind, EntityKind
from briefing.model.span import Source, Span

ENTITY, DATE, QUOTATION, CLAIM, GAP = Fact
TALKS = "Talks could resume in April, raising hopes."


def after(*corrections: Correction) -> Annotations:
    return corrected(found.annotations(), corrections)


def names(of: Annotations) -> list[str]:
    return [each.name for each in of.entities]


def test_without_corrections_it_is_the_same_object() -> None:
    plain = found.annotations()
    assert corrected(plain, ()) is plain


def test_corrections_of_another_article_are_not_for_this_one() -> None:
    other = Correction(Act.DISMISS, ENTITY, Source("another", span("Ann Roe")))
    assert after(other) == found.annotations()


@pytest.mark.parametrize("mention", [("Ann Roe", 0), ("Roe", 2)])
def test_an_entity_is_named_by_any_of_its_mentions(mention: tuple[str, int]) -> None:
    renamed = after(correction(Act.NAME, ENTITY, mention[0], "Anna Roe", nth=mention[1]))
    entity = entity_at(renamed, span("Ann Roe"))
    assert entity is not None
    assert (entity.name, entity.cue, len(entity.mentions)) == ("Anna Roe", BY_HAND, 3)


def test_a_new_name_or_role_is_that_of_the_speaker_too() -> None:
    changed = after(
        correction(Act.NAME, ENTITY, "Ann Roe", "Anna Roe"),
        correction(Act.ROLE, ENTITY, "Ann Roe", "Colonel"),
    )
    (quotation,) = changed.quotations
    assert (quotation.speaker, quotation.role) == ("Anna Roe", "Colonel")


def test_an_entity_has_another_kind() -> None:
    changed = entity_at(after(correction(Act.KIND, ENTITY, "Poland", "place")), span("Poland"))
    assert changed is not None
    assert changed.kind is EntityKind.PLACE


def test_a_kind_that_there_is_not_changes_nothing() -> None:
    assert after(correction(Act.KIND, ENTITY, "Poland", "planet")) == found.annotations()
    assert after(correction(Act.KIND, DATE, "Tuesday", "planet")) == found.annotations()
    assert after(correction(Act.KIND, CLAIM, TALKS, "planet")) == found.annotations()


def test_two_entities_are_one_with_the_name_of_the_other() -> None:
    joined = after(correction(Act.JOIN, ENTITY, "Ann Roe", other="Jan Kowal"))
    assert names(joined) == ["Jan Kowal", "Gdynia", "Poland"]
    entity = joined.entities[0]
    assert [each.span for each in entity.mentions] == sorted(each.span for each in entity.mentions)
    assert len(entity.mentions) == 5
    assert entity.role == "Minister"
    assert joined.quotations[0].speaker == "Jan Kowal"


def test_nothing_is_joined_with_itself_or_with_what_is_not_there() -> None:
    assert after(correction(Act.JOIN, ENTITY, "Ann Roe", other="Ann Roe")) == found.annotations()
    assert after(correction(Act.JOIN, ENTITY, "Ann Roe", other="Talks")) == found.annotations()


def test_a_mention_is_an_entity_of_its_own() -> None:
    split = after(correction(Act.SPLIT, ENTITY, "Roe", "Roe", nth=2))
    assert names(split) == ["Ann Roe", "Jan Kowal", "Gdynia", "Poland", "Roe"]
    assert [len(each.mentions) for each in split.entities] == [2, 2, 1, 1, 1]
    assert split.entities[-1].role is None


def test_the_only_mention_cannot_be_split_off() -> None:
    assert after(correction(Act.SPLIT, ENTITY, "Gdynia", "Gdynia")) == found.annotations()


@pytest.mark.parametrize(
    ("fact", "words", "value"),
    [
        (ENTITY, "Gdynia", ""),
        (DATE, "April", ""),
        (QUOTATION, "We will wait,", ""),
        (GAP, "gave no details", "withheld"),
    ],
)
def test_what_is_dismissed_is_gone_and_nothing_else(fact: Fact, words: str, value: str) -> None:
    gone = after(correction(Act.DISMISS, fact, words, value))
    before = found.annotations()
    counts = [
        len(one) - len(other)
        for one, other in (
            (before.entities, gone.entities),
            (before.dates, gone.dates),
            (before.quotations, gone.quotations),
            (before.gaps, gone.gaps),
        )
    ]
    place = (ENTITY, DATE, QUOTATION, GAP).index(fact)
    assert counts == [int(each == place) for each in range(4)]
    assert gone.claims == before.claims


def test_a_gap_of_the_card_is_dismissed_by_its_kind() -> None:
    first = Source(found.article().id, Span(0, 0))
    gone = after(Correction(Act.DISMISS, GAP, first, "no date"))
    assert gap_at(gone, Span(0, 0), "no date") is None
    assert after(Correction(Act.DISMISS, GAP, first, "no outlet")) == found.annotations()


def test_a_date_has_another_value_and_no_doubt_any_more() -> None:
    date = date_at(after(correction(Act.VALUE, DATE, "April", "2021-04")), span("April"))
    assert date is not None
    assert (date.value, date.doubt, date.cue) == ("2021-04", "", BY_HAND)
    date = date_at(after(correction(Act.VALUE, DATE, "April", "")), span("April"))
    assert date is not None
    assert date.value is None


def test_a_date_has_another_kind() -> None:
    date = date_at(after(correction(Act.KIND, DATE, "2019", "set")), span("2019"))
    assert date is not None
    assert date.kind is DateKind.SET


def test_a_quotation_has_another_speaker_or_nobody() -> None:
    words = "We will wait,"
    said = quotation_at(after(correction(Act.SPEAKER, QUOTATION, words, "Jan Kowal")), span(words))
    assert said is not None
    assert (said.speaker, said.role, said.cue) == ("Jan Kowal", None, BY_HAND)
    said = quotation_at(after(correction(Act.SPEAKER, QUOTATION, words, "")), span(words))
    assert said is not None
    assert said.speaker is None


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_a_claim_has_another_kind(kind: ClaimKind) -> None:
    changed = after(correction(Act.KIND, CLAIM, TALKS, kind.value))
    claim = claim_at(changed, span(TALKS))
    assert claim is not None
    assert (claim.kind, claim.cue) == (kind, BY_HAND)
    others = [(a, b) for a, b in zip(changed.claims, found.annotations().claims, strict=True)]
    assert sum(a != b for a, b in others) == 1


SAID = "“We will wait,” said Roe."


def test_a_quotation_and_its_claim_have_one_speaker() -> None:
    by_quotation = after(correction(Act.SPEAKER, QUOTATION, "We will wait,", "Ben Dorn"))
    by_claim = after(correction(Act.SPEAKER, CLAIM, SAID, "Ben Dorn"))
    for changed in (by_quotation, by_claim):
        claim = claim_at(changed, span(SAID))
        assert claim is not None
        assert (claim.speaker, changed.quotations[0].speaker) == ("Ben Dorn", "Ben Dorn")


def test_a_new_name_is_that_of_who_makes_a_claim() -> None:
    claim = claim_at(after(correction(Act.NAME, ENTITY, "Ann Roe", "Anna Rowe")), span(SAID))
    assert claim is not None
    assert claim.speaker == "Anna Rowe"


def test_a_new_role_is_that_of_who_makes_a_claim() -> None:
    claim = claim_at(after(correction(Act.ROLE, ENTITY, "Ann Roe", "Colonel")), span(SAID))
    assert claim is not None
    assert claim.speaker == "Ann Roe, Colonel"


def test_what_the_gazetteer_knows_is_of_the_name_and_kind_that_were_found() -> None:
    for act, value in ((Act.NAME, "Gdynia Lines"), (Act.KIND, "organisation")):
        entity = entity_at(after(correction(act, ENTITY, "Gdynia", value)), span("Gdynia"))
        assert entity is not None
        assert entity.note == ""


def test_of_two_with_one_surname_nobody_else_is_renamed() -> None:
    made = found.annotations()
    other = found.entity(EntityKind.PERSON, "Jon Roe", ("Talks", 0))
    made = replace(made, entities=(*made.entities[:2], other, *made.entities[2:]))
    changed = corrected(made, [correction(Act.NAME, ENTITY, "Talks", "Jon Rowe")])
    assert changed.claims == made.claims
    assert changed.quotations == made.quotations


def test_of_two_with_one_name_only_the_words_of_the_one_who_is_named_follow() -> None:
    changed = after(
        correction(Act.NAME, ENTITY, "Jan Kowal", "Ann Roe"),
        correction(Act.NAME, ENTITY, "Jan Kowal", "Ann Doe"),
    )
    assert changed.quotations[0].speaker == "Ann Roe"


def test_who_is_split_off_takes_what_they_say_along() -> None:
    changed = after(correction(Act.SPLIT, ENTITY, "Roe", "Private Roe", nth=1))
    assert (changed.quotations[0].speaker, changed.quotations[0].role) == ("Private Roe", None)


def test_nobody_is_split_off_without_a_name() -> None:
    assert after(correction(Act.SPLIT, ENTITY, "Roe", "", nth=1)) == found.annotations()


def test_what_the_reporter_states_has_no_speaker() -> None:
    words = "“We will wait,” said Roe."
    claim = claim_at(after(correction(Act.KIND, CLAIM, words, "reported")), span(words))
    assert claim is not None
    assert claim.speaker is None
    claim = claim_at(after(correction(Act.KIND, CLAIM, words, "attributed")), span(words))
    assert claim is not None
    assert claim.speaker == "Roe"


def test_each_correction_sees_what_those_before_it_did() -> None:
    changed = after(
        correction(Act.SPLIT, ENTITY, "Roe", "Roe", nth=2),
        correction(Act.NAME, ENTITY, "Roe", "Private Roe", nth=2),
        correction(Act.JOIN, ENTITY, "Jan Kowal", other="Ann Roe"),
    )
    assert names(changed) == ["Ann Roe", "Gdynia", "Poland", "Private Roe"]


spans = st.sampled_from(
    [
        span(words, nth)
        for words, nth in [
            ("Ann Roe", 0), ("Roe", 1), ("Roe", 2), ("Jan Kowal", 0), ("Kowal", 1), ("Gdynia", 0),
            ("Poland", 0), ("April", 0), ("2019", 0), ("We will wait,", 0), ("Talks", 0),
            (TALKS, 0),
        ]
    ]
)  # fmt: skip
values = st.sampled_from(["", "x", "person", "place", "inference", "reported", "withheld"])
corrections = st.builds(
    lambda act, fact, target, value, other: Correction(
        act, fact, Source(found.article().id, target), value, Source(found.article().id, other)
    ),
    st.sampled_from(Act),
    st.sampled_from(Fact),
    spans,
    values,
    spans,
)


@given(st.lists(corrections, max_size=8))
def test_no_corrections_break_what_annotations_promise(made: list[Correction]) -> None:
    changed = after(*made)
    mentions = [each.span for entity in changed.entities for each in entity.mentions]
    assert len(mentions) == len(set(mentions))
    firsts = [each.first for each in changed.entities]
    assert firsts == sorted(firsts)
    assert all(each.name for each in changed.entities if each.cue != BY_HAND)
    before = found.annotations()
    assert [each.sentence for each in changed.claims] == [each.sentence for each in before.claims]
    assert {each.span for each in changed.dates} <= {each.span for each in before.dates}

"""Suggested sections take the place of those that a topic set gave."""

from __future__ import annotations

from dataclasses import replace

import desk

from briefing.model import edits
from briefing.model.annotations import Annotations, FoundSection, Hit
from briefing.model.draft import Draft
from briefing.model.span import Source
from briefing.model.suggested import COLOURS, take_suggestions, told_apart
from briefing.model.topic import Topic

CHIEFS = Topic("chiefs", "Chiefs", COLOURS[0], ("chiefs",))
FENCE = Topic("fence", "Fence", COLOURS[1], ("fence",))


def suggested(annotations: Annotations) -> Annotations:
    return replace(
        annotations,
        sections=(
            FoundSection(CHIEFS, (Hit("s1", "a cue", True), Hit("s2", "a cue", True))),
            FoundSection(FENCE, (Hit("s3", "a cue", True), Hit("s4", "a cue", True))),
        ),
    )


def taken(draft: Draft) -> tuple[Draft, Annotations]:
    found = suggested(desk.example()[1])
    return take_suggestions(draft, told_apart(draft, (found,))), found


def test_what_a_topic_set_found_is_replaced() -> None:
    before = replace(desk.draft(), topic_set="security-diplomacy")
    after, _ = taken(before)
    assert [each.name for each in after.sections] == ["Chiefs", "Fence"]
    assert [each.section for each in after.points] == ["chiefs", "chiefs", "fence", "fence"]
    assert all(each.taken for each in after.points)
    assert after.topic_set == ""


def test_a_section_with_a_point_of_the_persons_own_stays() -> None:
    draft = desk.draft()
    own = draft.points_of("border")[0]
    after, _ = taken(edits.set_wording(draft, own.id, "In my words."))
    assert [each.name for each in after.sections] == ["Border", "Chiefs", "Fence"]
    assert [each.wording for each in after.points_of("border")] == ["In my words."]


def test_what_was_taken_out_stays_out() -> None:
    article, annotations = desk.example()
    out = Source(article.id, annotations.sentence("s3").span)
    after, _ = taken(replace(desk.draft(), rejected=(("fence", out),)))
    assert out not in {each.source for each in after.points_of("fence")}


def test_a_section_of_the_same_name_is_the_suggested_one() -> None:
    article, annotations = desk.example()
    border = replace(FENCE, id="border", name="Border")
    found = replace(annotations, sections=(FoundSection(border, (Hit("s4", "a cue", True),)),))
    after = take_suggestions(desk.draft(), (found,))
    (section,) = after.sections
    assert section.terms == ("fence",)
    (point,) = after.points
    assert point.source == Source(article.id, annotations.sentence("s4").span)


def test_sections_of_two_articles_have_colours_of_their_own() -> None:
    first = suggested(desk.example()[1])
    other = replace(FENCE, id="fish", name="Fish", colour=COLOURS[0])
    second = replace(
        first, article="bbbbbbbbbbbb", sections=(*first.sections[:1], FoundSection(other, ()))
    )
    colours = {
        section.topic.name: section.topic.colour
        for each in told_apart(Draft(), (first, second))
        for section in each.sections
    }
    assert colours == dict(zip(("Chiefs", "Fence", "Fish"), COLOURS, strict=False))

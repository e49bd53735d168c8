from __future__ import annotations

import desk
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import edits, findings
from briefing.model.article import Role
from briefing.model.draft import Draft
from briefing.model.span import Source, Span
from briefing.model.topic import slug


def words(draft: Draft, section: str, *, taken: bool | None = None) -> list[str]:
    text = desk.example()[0].text
    return [
        each.wording or each.source.span.of(text)
        for each in draft.points_of(section)
        if taken is None or each.taken is taken
    ]


@pytest.fixture
def draft() -> Draft:
    return desk.draft()


def source(piece: str) -> Source:
    article = desk.example()[0]
    start = article.text.index(piece)
    return Source(article.id, Span(start, start + len(piece)))


def test_a_found_section_holds_its_sentences_in_the_order_of_the_article(draft: Draft) -> None:
    assert [each.name for each in draft.sections] == ["Talks", "Border"]
    assert words(draft, "border") == [
        "The chiefs met for talks near the border.",
        "Guards watch the border.",
        "A fence is planned.",
    ]


def test_a_sentence_in_two_sections_is_taken_once(draft: Draft) -> None:
    both = [each.taken for each in draft.points if each.source.span.start == 0]
    assert both == [True, False]


def test_the_same_article_is_not_added_twice(draft: Draft) -> None:
    assert edits.add_article(draft, *desk.example()) is draft


def test_closing_an_article_takes_its_points_along(draft: Draft) -> None:
    closed = edits.remove_article(draft, draft.articles[0])
    assert (closed.articles, closed.cards, closed.points) == ((), (), ())
    assert closed.sections == draft.sections


def test_picking_a_section_alone_takes_what_only_touches_it(draft: Draft) -> None:
    picked = findings.pick_sections(draft, ["border"])
    assert [each.taken for each in picked.sections] == [False, True]
    assert len(words(picked, "border", taken=True)) == 3


def test_picking_both_sections_says_nothing_twice(draft: Draft) -> None:
    assert findings.pick_sections(draft, ["talks", "border"]) == draft


def test_an_empty_field_is_no_field(draft: Draft) -> None:
    filled = edits.set_field(draft, "to", "Minister")
    assert filled.field("to") == "Minister"
    assert edits.set_field(filled, "to", "  ") == draft


def test_a_new_section_gets_an_id_of_its_own(draft: Draft) -> None:
    twice = edits.add_section(edits.add_section(draft, "Talks", "#000000"), "Talks", "#000000")
    assert [each.id for each in twice.sections] == ["talks", "border", "talks-2", "talks-3"]


def test_moving_a_section_counts_places_without_it(draft: Draft) -> None:
    three = edits.add_section(draft, "Third", "#000000")
    moved = edits.move_section(three, "talks", 2)
    assert [each.id for each in moved.sections] == ["border", "third", "talks"]


def test_merging_keeps_every_sentence_once_and_all_the_words_to_look_for(draft: Draft) -> None:
    merged = edits.merge_sections(draft, "talks", "border")
    assert words(merged, "border") == [
        "The chiefs met for talks near the border.",
        "They said little.",
        "Guards watch the border.",
        "A fence is planned.",
    ]
    assert words(merged, "border", taken=False) == []
    assert merged.sections[0].terms == ("border", "talks")


def test_a_section_cannot_be_merged_into_itself(draft: Draft) -> None:
    assert edits.merge_sections(draft, "talks", "talks") is draft


def test_a_point_moves_to_a_place_in_another_section(draft: Draft) -> None:
    fence = draft.points_of("border")[2]
    moved = edits.move_point(draft, fence.id, "talks", 1)
    assert words(moved, "talks")[1] == "A fence is planned."
    assert "A fence is planned." not in words(moved, "border")


def test_a_point_moved_onto_its_twin_replaces_it(draft: Draft) -> None:
    first = draft.points_of("talks")[0]
    moved = edits.move_point(draft, first.id, "border", 3)
    assert words(moved, "border")[-1] == "The chiefs met for talks near the border."
    assert len(moved.points_of("border")) == 3


def test_a_selection_is_cut_at_sentences() -> None:
    article, annotations = desk.example()
    start = article.text.index("near the border")
    end = article.text.index(" border.", start + 20)
    cut = edits.pieces(article, annotations, Span(start - 1, end + 1))
    assert [each.span.of(article.text) for each in cut] == [
        "near the border.",
        "They said little.",
        "Guards watch the",
    ]


def test_words_given_to_a_section_stand_in_the_order_of_the_article(draft: Draft) -> None:
    given_ = edits.assign(draft, "talks", [source("A fence"), source("Guards watch the border.")])
    assert words(given_, "talks")[2:] == ["Guards watch the border.", "A fence"]
    assert all(each.taken for each in given_.points_of("talks"))


def test_words_a_section_has_already_are_only_taken(draft: Draft) -> None:
    given_ = edits.assign(draft, "border", [source("talks near the border")])
    assert len(given_.points) == len(draft.points)
    assert given_.points_of("border")[0].taken


def test_a_whole_sentence_absorbs_its_parts(draft: Draft) -> None:
    part = edits.assign(draft, "talks", [source("A fence")])
    whole = edits.assign(part, "talks", [source("A fence is planned.")])
    assert words(whole, "talks")[2:] == ["A fence is planned."]


def test_words_can_be_taken_out_of_a_section(draft: Draft) -> None:
    out = edits.unassign(draft, "talks", [source("said")])
    assert words(out, "talks") == ["The chiefs met for talks near the border."]
    assert words(out, "border") == words(draft, "border")


def test_taking_a_sentence_of_a_section_left_out_takes_it_alone(draft: Draft) -> None:
    out = edits.take_section(draft, "border", False)
    taken = edits.take_sentence(out, out.points_of("border")[1].id)
    assert words(taken, "border", taken=True) == ["Guards watch the border."]
    assert taken.sections[1].taken


def test_looking_again_keeps_what_the_person_did(draft: Draft) -> None:
    article = desk.example()[0]
    reworded = edits.set_wording(draft, draft.points_of("talks")[1].id, "Nothing was said.")
    by_hand = edits.assign(reworded, "talks", [source("A fence")])
    left = edits.take_points(by_hand, {by_hand.points_of("border")[1].id}, False)
    found = desk.annotations(
        article, *desk.PARAGRAPHS, sections={desk.BORDER: {"s3": True}, desk.TALKS: {"s3": False}}
    )
    again = findings.look_again(left, [found], [desk.TALKS, desk.BORDER], "set")
    assert words(again, "talks") == ["Nothing was said.", "Guards watch the border.", "A fence"]
    assert words(again, "border", taken=False) == ["Guards watch the border."]
    assert again.topic_set == "set"


def test_other_topics_replace_the_sections_found_before(draft: Draft) -> None:
    article = desk.example()[0]
    found = desk.annotations(article, *desk.PARAGRAPHS, sections={desk.BORDER: {"s3": True}})
    again = findings.look_again(draft, [found], [desk.BORDER], "other")
    assert [each.id for each in again.sections] == ["border"]


@pytest.mark.parametrize(
    ("name", "id"),
    [("Border watch", "border-watch"), ("Łódź 2", "łódź-2"), ("!?", "section")],
)
def test_a_slug_is_readable(name: str, id: str) -> None:
    assert slug(name) == id


EDITS = st.sampled_from(
    [
        lambda d, n: edits.take_section(d, d.sections[n % len(d.sections)].id, n % 2 == 0),
        lambda d, n: edits.take_points(d, {d.points[n % len(d.points)].id}, n % 2 == 0),
        lambda d, n: edits.move_point(d, d.points[n % len(d.points)].id, d.sections[0].id, n % 5),
        lambda d, n: edits.move_section(d, d.sections[n % len(d.sections)].id, n % 3),
        lambda d, n: edits.add_section(d, f"New {n}", "#123456"),
        lambda d, n: edits.merge_sections(d, d.sections[n % len(d.sections)].id, d.sections[0].id),
        lambda d, n: edits.set_wording(d, d.points[n % len(d.points)].id, f"words {n}"),
        lambda d, n: edits.assign(
            d, d.sections[n % len(d.sections)].id, [Source(d.articles[0], Span(n % 40, n % 40 + 9))]
        ),
    ]
)


@given(st.lists(st.tuples(EDITS, st.integers(0, 99)), max_size=12))
def test_no_row_of_edits_breaks_a_draft(steps: list) -> None:
    draft = desk.draft()
    for edit, number in steps:
        draft = edit(draft, number)
        if not draft.points or not draft.sections:
            break
        ids = [each.id for each in draft.points]
        assert len(ids) == len(set(ids))
        assert {each.section for each in draft.points} <= {each.id for each in draft.sections}
        places = [(each.section, each.source) for each in draft.points]
        assert len(places) == len(set(places))


def found(**sections: dict[str, bool]) -> desk.Annotations:
    topics = {"talks": desk.TALKS, "border": desk.BORDER}
    by_topic = {topics[name]: hits for name, hits in sections.items()}
    return desk.annotations(desk.example()[0], *desk.PARAGRAPHS, sections=by_topic)


EVERYTHING = {
    "talks": {"s1": True, "s2": True},
    "border": {"s1": False, "s3": True, "s4": True},
}


def test_a_new_search_does_not_bring_back_what_was_taken_out(draft: Draft) -> None:
    gone = draft.points_of("border")[1]
    out = edits.remove_points(draft, {gone.id})
    again = findings.look_again(out, [found(**EVERYTHING)], [desk.TALKS, desk.BORDER], "set")
    assert words(again, "border") == words(out, "border")


def test_a_new_search_does_not_bring_back_what_was_moved_elsewhere(draft: Draft) -> None:
    fence = draft.points_of("border")[2]
    out = edits.move_point(draft, fence.id, "talks", 0)
    again = findings.look_again(out, [found(**EVERYTHING)], [desk.TALKS, desk.BORDER], "set")
    assert words(again, "talks") == words(out, "talks")
    assert words(again, "border") == words(out, "border")


def test_a_new_search_keeps_the_order_the_person_gave(draft: Draft) -> None:
    last = draft.points_of("border")[2]
    out = edits.move_point(draft, last.id, "border", 0)
    again = findings.look_again(out, [found(**EVERYTHING)], [desk.TALKS, desk.BORDER], "set")
    assert words(again, "border") == words(out, "border")


def test_what_the_person_gives_back_is_no_longer_taken_out(draft: Draft) -> None:
    gone = draft.points_of("border")[1]
    out = edits.remove_points(draft, {gone.id})
    back = edits.assign(out, "border", [gone.source])
    assert back.rejected == ()
    assert words(back, "border") == words(draft, "border")


def test_a_second_article_stands_behind_the_first(draft: Draft) -> None:
    text = ("More talks. | Another border.",)
    other = desk.article(*text, name="other.txt")
    sections = {desk.TALKS: {"s1": True}, desk.BORDER: {"s2": True}}
    both = edits.add_article(draft, other, desk.annotations(other, *text, sections=sections))
    last = [both.points_of(each)[-1].source.article for each in ("talks", "border")]
    assert last == [other.id, other.id]


def test_what_is_typed_is_cleaned() -> None:
    draft = edits.set_field(Draft(), "title", "A\x00 \ud800title\u202e")
    assert draft.field("title") == "A title"
    assert edits.add_section(draft, " Bor\x07der\n", "#000000").sections[0].name == "Border"


# ---------------------------------------------------------------- roles


def test_a_paragraph_gets_another_role(draft: Draft) -> None:
    article = desk.example()[0]
    given = edits.set_role(draft, article, "p2", Role.CAPTION)
    assert given.roles == ((article.id, "p2", Role.CAPTION),)
    assert given.roles_in(article.id) == {"p2": Role.CAPTION}
    assert given.roles_in("another") == {}
    assert given.points == draft.points


def test_the_role_it_was_read_with_needs_no_note(draft: Draft) -> None:
    article = desk.example()[0]
    given = edits.set_role(draft, article, "p2", Role.CAPTION)
    assert edits.set_role(given, article, "p2", Role.BODY) == draft


def test_the_last_word_on_a_role_holds(draft: Draft) -> None:
    article = desk.example()[0]
    given = edits.set_role(draft, article, "p2", Role.CAPTION)
    given = edits.set_role(given, article, "p2", Role.NOTICE)
    given = edits.set_role(given, article, "p1", Role.HEADING)
    assert given.roles == ((article.id, "p1", Role.HEADING), (article.id, "p2", Role.NOTICE))


def test_a_paragraph_or_article_that_is_not_there_gets_no_role(draft: Draft) -> None:
    article = desk.example()[0]
    assert edits.set_role(draft, article, "p9", Role.CAPTION) is draft
    assert edits.set_role(Draft(), article, "p1", Role.CAPTION) == Draft()


def test_closing_an_article_takes_its_roles_along(draft: Draft) -> None:
    article = desk.example()[0]
    given = edits.set_role(draft, article, "p2", Role.CAPTION)
    assert edits.remove_article(given, article.id).roles == ()

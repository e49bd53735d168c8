from __future__ import annotations

from dataclasses import replace
from datetime import date

import desk
import pytest

from briefing.model import carrying, edits, fact_edits, findings, revising
from briefing.model.article import Article, Role, SourceCard
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.draft import Draft
from briefing.model.span import Source, Span

MORE = "Guards met for talks. | They said no more."
TEXTS = (*desk.PARAGRAPHS, MORE)


def notice() -> tuple[Article, Draft]:
    """The example with a third paragraph that was read as a notice."""
    article = desk.article(*TEXTS, roles={3: Role.NOTICE})
    sections = {desk.TALKS: {"s1": True, "s2": True}, desk.BORDER: {"s3": True, "s4": True}}
    return article, edits.add_article(
        Draft(), article, desk.annotations(article, *TEXTS, sections=sections)
    )


def words(draft: Draft, article: Article, section: str) -> list[str]:
    return [article.text_of(each.source.span) for each in draft.points_of(section)]


def follow(draft: Draft, article: Article, roles, sections) -> Draft:
    """Give roles, with what is found then: topic → sentences."""
    found = desk.annotations(article, *TEXTS, sections=sections)
    before = article.with_roles(draft.roles_in(article.id))
    draft = revising.set_roles(draft, article, roles)
    after = article.with_roles(draft.roles_in(article.id))
    return revising.follow_roles(draft, before, after, found)


ALL = {desk.TALKS: {"s1": True, "s2": True, "s5": True}, desk.BORDER: {"s3": True, "s4": True}}


def test_what_is_body_text_now_is_found() -> None:
    article, draft = notice()
    draft = follow(draft, article, {"p3": Role.BODY}, ALL)
    assert words(draft, article, "talks")[-1] == "Guards met for talks."


def test_what_is_furniture_now_loses_what_was_found_in_it() -> None:
    article, draft = notice()
    without = {desk.TALKS: {"s1": True, "s2": True}}
    draft = follow(draft, article, {"p2": Role.CAPTION}, without)
    assert words(draft, article, "border") == []
    assert words(draft, article, "talks") == [
        "The chiefs met for talks near the border.",
        "They said little.",
    ]


def test_the_persons_own_points_stay_where_they_are_furniture_now() -> None:
    article, draft = notice()
    planned = article.text.index("A fence")
    own = next(each for each in draft.points if each.source.span.start == planned)
    draft = edits.set_wording(draft, own.id, "A fence will come.")
    draft = follow(draft, article, {"p2": Role.CAPTION}, {})
    assert [each.wording for each in draft.points_of("border")] == ["A fence will come."]


def test_only_the_paragraphs_that_were_meant_change() -> None:
    """A section that was removed does not come back by itself elsewhere."""
    article, draft = notice()
    draft = edits.remove_section(draft, "border")
    draft = follow(draft, article, {"p3": Role.BODY}, ALL)
    assert draft.section("border") is None


def test_a_paragraph_is_what_it_was_read_as_again() -> None:
    article, draft = notice()
    given = revising.set_roles(draft, article, {"p3": Role.BODY, "p2": Role.CAPTION})
    assert given.roles_in(article.id) == {"p3": Role.BODY, "p2": Role.CAPTION}
    assert revising.set_roles(given, article, {"p3": None, "p2": None}) == draft


# ---------------------------------------------------------------- another reading


CARD = SourceCard("Read", ("A. One",), "Paper", language="en")


@pytest.fixture
def three() -> tuple[Draft, list[Article]]:
    articles = [replace(desk.article(f"Article {each}."), card=CARD) for each in "ABC"]
    draft = Draft()
    for each in articles:
        draft = edits.add_article(draft, each, desk.annotations(each, each.text))
    return draft, articles


def again(text: str, card: SourceCard) -> Article:
    return replace(desk.article(text), card=card)


def test_another_reading_takes_the_place_of_the_article(three) -> None:
    draft, (a, b, c) = three
    draft = edits.set_role(draft, b, "p1", Role.NOTICE)
    draft = edits.assign(
        edits.add_section(draft, "Own", "#000000"),
        "own",
        [Source(b.id, b.paragraphs[0].span)],
    )
    new = again("Article Β.", CARD)
    found = desk.annotations(new, new.text, sections={desk.TALKS: {"s1": True}})
    draft = revising.replace_article(draft, b, new, found)
    assert draft.articles == (a.id, new.id, c.id)
    assert draft.roles == ()
    assert [(each.section, each.source.article) for each in draft.points] == [("talks", new.id)]


def test_what_the_person_did_is_carried_to_the_same_words(three) -> None:
    draft, (a, b, _) = three
    parts = ("Menu.", "One two three.", "Four five.", "Four five.", "More.")
    old, new = (replace(desk.article(*each), card=CARD) for each in (parts[:4], parts[1:]))
    draft = edits.add_article(draft, old, desk.annotations(old, *parts[:4]))

    def at(article: Article, words: str, nth: int = 0) -> Source:
        start = -1
        for _ in range(nth + 1):
            start = article.text.index(words, start + 1)
        return Source(article.id, Span(start, start + len(words)))

    draft = edits.add_section(draft, "Own", "#000000")
    draft = edits.assign(draft, "own", [at(old, "two"), at(old, "five", 1), at(old, "Menu")])
    name = Correction(Act.NAME, Fact.ENTITY, at(old, "One"), "Uno")
    gone = Correction(Act.DISMISS, Fact.ENTITY, at(old, "Menu"))
    other = Correction(Act.DISMISS, Fact.ENTITY, Source(a.id, Span(0, 3)))
    card = Row(Fact.GAP, Source(old.id, Span(0, 0)), "no date")
    draft = fact_edits.correct(draft, name, gone, other)
    draft = fact_edits.add_row(draft, Row(Fact.DATE, at(old, "Four", 1)), card)
    draft = edits.remove_points(draft, {draft.points_of("own")[-1].id})
    assert carrying.lost(draft, old, new) == 2  # the point and the correction of the menu
    made = revising.replace_article(draft, old, new, desk.annotations(new, *parts[1:]))
    assert [each.source for each in made.points_of("own")] == [at(new, "two")]
    assert made.rejected == (("own", at(new, "five", 1)),)
    assert made.corrections == (replace(name, target=at(new, "One")), other)
    assert set(made.rows) == {
        Row(Fact.DATE, at(new, "Four", 1)), replace(card, source=Source(new.id, Span(0, 0))),
    }  # fmt: skip
    assert b.id in made.articles


def test_what_the_person_typed_into_the_card_is_kept(three) -> None:
    draft, (_, b, _) = three
    draft = edits.set_card(draft, b.id, replace(CARD, outlet="The Paper", authors=()))
    new = again("Article Β.", SourceCard("Read better", ("B. Two",), "Papier", place="Oslo"))
    draft = revising.replace_article(draft, b, new, desk.annotations(new, new.text))
    assert draft.card(new.id) == SourceCard("Read better", (), "The Paper", place="Oslo")


def test_a_reading_that_is_there_already_changes_nothing(three) -> None:
    draft, (a, b, _) = three
    assert revising.replace_article(draft, a, b, desk.annotations(b, b.text)) is draft


def test_the_address_of_a_fetched_page_goes_along() -> None:
    card = SourceCard("T", url="https://a.example/x", accessed=date(2026, 1, 2))
    cues = (("accessed", "the day"), ("url", "the address"))
    old = replace(desk.article("Old."), card=card, card_cues=cues)
    new = again("New.", SourceCard("U", url="https://a.example/canonical"))
    made = revising.carried_over(old, new)
    assert (made.card.url, made.card.accessed, made.card.title) == (card.url, card.accessed, "U")
    assert dict(made.card_cues) == dict(cues)
    assert revising.carried_over(new, old) is old


def test_points_found_in_other_articles_are_left_alone(three) -> None:
    draft, articles = three
    b = articles[1]
    found = desk.annotations(b, b.text, sections={desk.TALKS: {"s1": True}})
    draft = findings.take_findings(draft, [found])
    other = articles[0]
    after = other.with_roles({"p1": Role.NOTICE})
    kept = revising.follow_roles(draft, other, after, desk.annotations(other, other.text))
    assert kept.points == draft.points


def test_roles_given_are_carried_over_by_the_text() -> None:
    old = desk.article("One.", "Two.", "Two.", "Three.")
    new = desk.article("Menu.", "Two.", "One.", "Two.")
    roles = {"p1": Role.CAPTION, "p3": Role.NOTICE, "p4": Role.BYLINE}
    carried = revising.carried_roles(roles, old, new)
    assert carried == {"p3": Role.CAPTION, "p4": Role.NOTICE}


def test_in_another_encoding_a_paragraph_is_the_one_in_its_place() -> None:
    old = replace(desk.article("Plain.", "Ã‰cole."), encoding="cp1252")
    new = replace(desk.article("Plain.", "École."), encoding="utf-8")
    roles = {"p1": Role.CAPTION, "p2": Role.NOTICE}
    assert revising.carried_roles(roles, old, new) == roles
    other = replace(desk.article("Plain.", "École.", "More."), encoding="utf-8")
    assert revising.carried_roles(roles, old, other) == {"p1": Role.CAPTION}
    assert revising.carried_roles(roles, old, replace(new, encoding="cp1252")) == {
        "p1": Role.CAPTION
    }


def test_a_role_carried_over_is_in_the_draft() -> None:
    old = replace(desk.article("One.", "Two."), card=CARD)
    draft = edits.add_article(Draft(), old, desk.annotations(old, "One.", "Two."))
    draft = edits.set_role(draft, old, "p2", Role.NOTICE)
    new = again("Two.", CARD)
    draft = revising.replace_article(draft, old, new, desk.annotations(new, "Two."))
    assert draft.roles == ((new.id, "p1", Role.NOTICE),)

from __future__ import annotations

from datetime import date

import desk
import pytest

from briefing.model.article import BY_HAND, Role, SourceCard
from briefing.model.template import SOURCE_FIELDS

CARD = SourceCard(
    "Headline", ("A. One", "B. Two"), "Outlet", published=date(2021, 9, 22), language="en"
)


@pytest.mark.parametrize("field", [each.id for each in SOURCE_FIELDS])
def test_a_card_is_read_and_written_by_field(field: str) -> None:
    assert CARD.with_value(field, CARD.value(field)) == CARD
    assert SourceCard().with_value(field, CARD.value(field)).value(field) == CARD.value(field)


def test_what_is_no_day_is_no_publication_date() -> None:
    assert CARD.with_value("published", "last week").published is None


def test_a_field_that_a_card_has_not() -> None:
    with pytest.raises(KeyError):
        CARD.value("colour")


def test_only_body_paragraphs_are_numbered() -> None:
    article = desk.article("A.", "B.", "C.", roles={2: Role.CAPTION})
    assert article.numbers() == {"p1": 1, "p3": 2}


def test_a_paragraph_is_found_by_its_place() -> None:
    article = desk.article("One.", "Two.")
    assert [article.paragraph_at(offset) for offset in (0, 4, 5, 6)] == [
        article.paragraphs[0],
        article.paragraphs[0],
        None,
        article.paragraphs[1],
    ]


def test_roles_that_the_person_gave_are_told_by_their_cue() -> None:
    article = desk.article("A.", "B.", "C.", roles={2: Role.CAPTION})
    given = article.with_roles({"p1": Role.HEADING, "p2": Role.CAPTION, "p9": Role.BODY})
    assert [each.role for each in given.paragraphs] == [Role.HEADING, Role.CAPTION, Role.BODY]
    assert [each.cue for each in given.paragraphs] == [BY_HAND, "", ""]
    assert given.numbers() == {"p3": 1}
    assert (given.id, given.text, given.card) == (article.id, article.text, article.card)


def test_an_article_without_such_roles_is_the_same() -> None:
    article = desk.article("A.", "B.")
    assert article.with_roles({}) is article
    assert article.with_roles({"p1": Role.BODY}) is article

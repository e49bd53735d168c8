from __future__ import annotations

from datetime import date

import desk
import pytest

from briefing.model.article import Role, SourceCard
from briefing.model.template import SOURCE_FIELDS

CARD = SourceCard("Headline", ("A. One", "B. Two"), "Outlet", date(2021, 9, 22), "en")


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

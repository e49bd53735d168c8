"""What a person can do to facts."""

from __future__ import annotations

from dataclasses import replace

import desk
import found
import pytest
from found import correction, row

from briefing.model import edits, fact_edits
from briefing.model.correcting import corrected
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.draft import Draft
from briefing.model.span import Source, Span

ENTITY, DATE, QUOTATION, CLAIM, GAP = Fact


@pytest.fixture
def draft() -> Draft:
    return edits.add_article(Draft(), found.article(), found.annotations())


def test_corrections_are_kept_in_their_order(draft: Draft) -> None:
    one = correction(Act.NAME, ENTITY, "Ann Roe", "Anna Roe")
    two = correction(Act.JOIN, ENTITY, "Ann Roe", other="Jan Kowal")
    assert fact_edits.correct(fact_edits.correct(draft, one), two).corrections == (one, two)


def test_the_later_answer_takes_the_place_of_the_earlier(draft: Draft) -> None:
    one, two = (correction(Act.NAME, ENTITY, "Ann Roe", name) for name in ("A", "B"))
    other = correction(Act.NAME, ENTITY, "Jan Kowal", "C")
    assert fact_edits.correct(draft, one, other, two).corrections == (other, two)


def test_what_was_said_before_somebody_was_split_off_stays_said(draft: Draft) -> None:
    """The same mention is another entity then."""
    first, split = (
        correction(Act.NAME, ENTITY, "Ann Roe", "Anna Roe"),
        correction(Act.SPLIT, ENTITY, "Ann Roe", "Ann Roe"),
    )
    again = correction(Act.NAME, ENTITY, "Ann Roe", "Another Roe")
    made = fact_edits.correct(draft, first, split, again)
    assert made.corrections == (first, split, again)
    names = [each.name for each in corrected(found.annotations(), made.corrections).entities]
    assert names == ["Another Roe", "Jan Kowal", "Gdynia", "Anna Roe", "Poland"]


def test_what_is_joined_split_and_joined_again_is_joined(draft: Draft) -> None:
    join = correction(Act.JOIN, ENTITY, "Ann Roe", other="Jan Kowal")
    split = correction(Act.SPLIT, ENTITY, "Roe", "Roe", nth=2)
    made = fact_edits.correct(draft, join, split, join)
    assert made.corrections == (join, split, join)


def test_a_row_stays_with_its_entity_when_its_mention_is_split_off(draft: Draft) -> None:
    made = fact_edits.add_row(draft, row(ENTITY, "Ann Roe"))
    split = replace(
        correction(Act.SPLIT, ENTITY, "Ann Roe", "Ann Roe"), other=found.source("Roe", 1)
    )
    assert fact_edits.correct(made, split).rows == (Row(ENTITY, found.source("Roe", 1)),)


def test_two_gaps_at_one_place_are_two(draft: Draft) -> None:
    first = Source(found.article().id, Span(0, 0))
    both = [Correction(Act.DISMISS, GAP, first, kind) for kind in ("no date", "no outlet")]
    assert fact_edits.correct(draft, *both).corrections == tuple(both)


def test_what_is_typed_is_one_clean_line(draft: Draft) -> None:
    made = fact_edits.correct(draft, correction(Act.NAME, ENTITY, "Ann Roe", " Ann\n Roe\x00 "))
    assert made.corrections[0].value == "Ann Roe"


def test_an_article_that_is_not_on_the_desk_is_not_corrected(draft: Draft) -> None:
    other = Correction(Act.DISMISS, ENTITY, Source("another", Span(0, 3)))
    assert fact_edits.correct(draft, other) == draft
    assert fact_edits.add_row(draft, Row(ENTITY, Source("another", Span(0, 3)))) == draft


def test_a_dismissal_is_listed_and_taken_back(draft: Draft) -> None:
    gone = correction(Act.DISMISS, ENTITY, "Gdynia")
    made = fact_edits.correct(draft, gone, correction(Act.NAME, ENTITY, "Ann Roe", "A"))
    assert fact_edits.dismissed(made, found.article().id) == (gone,)
    assert fact_edits.dismissed(made, "another") == ()
    assert gone not in fact_edits.restore(made, gone).corrections
    assert len(fact_edits.restore(made, gone).corrections) == 1


def test_rows_stand_in_the_order_of_the_article(draft: Draft) -> None:
    late, early = row(DATE, "2019"), row(ENTITY, "Ann Roe")
    made = fact_edits.add_row(fact_edits.add_row(draft, late), early)
    assert made.rows == (early, late)
    assert fact_edits.add_row(made, early, late) == made
    assert fact_edits.remove_row(made, early).rows == (late,)


def test_rows_of_an_article_opened_later_come_later(draft: Draft) -> None:
    other, annotations = desk.example()
    draft = edits.add_article(draft, other, annotations)
    second = Row(CLAIM, Source(other.id, Span(0, 5)))
    made = fact_edits.add_row(draft, second, row(DATE, "2019"))
    assert made.rows == (row(DATE, "2019"), second)


def test_what_is_dismissed_goes_out_of_the_briefing(draft: Draft) -> None:
    rows = (row(ENTITY, "Gdynia"), row(GAP, "gave no details", "withheld"), row(DATE, "2019"))
    made = fact_edits.add_row(draft, *rows)
    made = fact_edits.correct(made, correction(Act.DISMISS, ENTITY, "Gdynia"))
    made = fact_edits.correct(
        made, correction(Act.DISMISS, GAP, "gave no details", "single source")
    )
    assert set(made.rows) == set(rows[1:])
    made = fact_edits.correct(made, correction(Act.DISMISS, GAP, "gave no details", "withheld"))
    assert made.rows == rows[2:]


def test_facts_go_with_their_article(draft: Draft) -> None:
    made = fact_edits.add_row(draft, row(ENTITY, "Gdynia"))
    made = fact_edits.correct(made, correction(Act.NAME, ENTITY, "Ann Roe", "A"))
    made = edits.remove_article(made, found.article().id)
    assert (made.rows, made.corrections) == ((), ())

"""What the article does not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import anchored, annotate, gaps
from briefing.analysis.gaps import phrases
from briefing.errors import EmptySource
from briefing.lexicon import keys, words
from briefing.model.article import SourceCard
from briefing.model.facts import Gap, GapKind

_CARD = (GapKind.NO_DATE, GapKind.NO_OUTLET)


@cases.each("gaps.txt")
def test_gaps(case: cases.Case) -> None:
    found = annotate(readers.read_pasted(case.text), ()).gaps
    told = [f"{each.kind} | {each.text}" for each in found if each.kind not in _CARD]
    assert sorted(told) == sorted(case.expected)


def test_what_a_source_card_lacks() -> None:
    assert [each.kind for each in gaps.of_card(SourceCard())] == list(_CARD)
    full = SourceCard(outlet="The Courier", published=date(2021, 9, 22))
    assert gaps.of_card(full) == ()
    assert [each.kind for each in gaps.of_card(replace(full, outlet=""))] == [GapKind.NO_OUTLET]


def test_the_gaps_of_the_card_come_first_and_are_no_more_once_it_is_filled_in() -> None:
    article = readers.read_pasted("The palace gave no details of the visit on Monday.")
    found = annotate(article, ())
    assert [each.kind for each in found.gaps] == [*_CARD, GapKind.WITHHELD]
    card = replace(article.card, outlet="The Courier", published=date(2021, 9, 22))
    assert [each.kind for each in anchored(found, article, card).gaps] == [GapKind.WITHHELD]


@pytest.mark.parametrize("kind", keys("gaps", "withheld"))
def test_every_phrase_of_the_list_is_found_by_its_own_pattern(kind: str) -> None:
    for phrase in words("gaps", f"withheld.{kind}"):
        plain = phrases._PART.sub(lambda part: part[2] or part[1].split("|")[0], phrase)
        assert phrases.pattern(f"withheld.{kind}").search(f"They {plain} it."), plain


PIECES = [
    "around", "100,000", "troops", "$", "4.5", "%", "dozens of", "gave no details", "the Pentagon",
    "said", "Moscow", "announced", "a", "Russian", "American", "Ann Roe", ",", ".", "one official",
    "according to", "\n\n", "“", "”", "XQZ", "in 2019", "no.",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_has_gaps_that_point_into_it(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        return
    found: tuple[Gap, ...] = annotate(article, ()).gaps
    for each in found:
        assert each.text.rstrip("\"'”’»")[-1] in ".!?…"
        assert all(0 <= span.start < span.end <= len(article.text) for span in each.spans)
        assert each.spans or each.kind in _CARD
    assert len({(each.kind, each.first) for each in found}) == len(found)

"""Days, durations and what recurs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import dates, sentences
from briefing.analysis.dates import rules
from briefing.errors import EmptySource
from briefing.model.article import Article
from briefing.model.dates import parse_day
from briefing.model.facts import DateExpression
from briefing.progress import unchecked

_PUBLISHED = "published:"


def _article(text: str, published: date | None) -> Article:
    article = readers.read_pasted(text)
    return replace(article, card=replace(article.card, published=published))


def _find(article: Article) -> tuple[DateExpression, ...]:
    return dates.find(article, sentences.find(article, unchecked), unchecked)


def _line(article: Article, each: DateExpression) -> str:
    text = " ".join(article.text_of(each.span).split())
    line = f"{text} | {each.kind} | {each.value or '-'}"
    return f"{line} | {each.doubt}" if each.doubt else line


@cases.each("dates.txt")
def test_dates(case: cases.Case) -> None:
    first, _, text = case.text.partition("\n")
    assert first.startswith(_PUBLISHED), f"{case.name}: begins with “{_PUBLISHED}”"
    article = _article(text, parse_day(first.removeprefix(_PUBLISHED)))
    assert [_line(article, each) for each in _find(article)] == case.expected


def test_another_day_of_publication_gives_other_values() -> None:
    article = _article("They met on Monday and in 2019. It took two weeks.", date(2021, 9, 22))
    found = _find(article)
    assert [each.value for each in found] == ["2021-09-20", "2019", "P2W"]
    later = dates.resolve(article, found, date(2021, 10, 1))
    assert [each.value for each in later] == ["2021-09-27", "2019", "P2W"]
    assert [each.span for each in later] == [each.span for each in found]
    unknown = dates.resolve(article, later, None)
    assert [each.value for each in unknown] == [None, "2019", "P2W"]
    assert "day of publication" in unknown[0].cue
    assert dates.resolve(article, unknown, date(2021, 9, 22)) == found


def test_a_cue_says_the_rule_the_words_and_the_day() -> None:
    found = _find(_article("They met in April.", date(2021, 9, 22)))
    assert found[0].cue == "month “April”, reckoned from 22 September 2021"


def test_what_no_rule_reads_stays_without_a_value() -> None:
    article = _article("They met on Monday.", date(2021, 9, 22))
    wrong = replace(_find(article)[0], span=article.paragraphs[0].span)
    [kept] = dates.resolve(article, [wrong], date(2021, 9, 22))
    assert (kept.span, kept.kind, kept.value) == (wrong.span, wrong.kind, None)


def test_no_rule_begins_otherwise_than_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rule names the classes it begins with; trying it everywhere finds nothing else."""
    texts = [case.text for case in cases.load("dates.txt")]
    before = [rules.find(text, 0, len(text)) for text in texts]

    def every(code: str) -> tuple[int, ...]:  # noqa: ARG001
        return tuple(range(len(rules.RULES)))

    monkeypatch.setattr(rules, "_beginning", every)
    monkeypatch.setattr(rules, "_START", re.compile(".", re.DOTALL))
    assert [rules.find(text, 0, len(text)) for text in texts] == before


@pytest.mark.parametrize(
    "text",
    ["the ", "3-", "a few ", "every second ", "1 2 3 ", "two and a half ", "the last ", "May 5 – "],
)
def test_time_is_linear_in_hostile_text(text: str) -> None:
    """A pattern that ran away would take hours."""
    _find(_article(text * 3000 + "on Monday", date(2021, 9, 22)))


WORDS = [
    "the", "a", "an", "last", "next", "this", "past", "20", "two", "3", "2021", "May",
    "Sept.", "Monday", "year", "years", "month", "week", "days", "ago", "later", "earlier",
    "before", "first", "quarter", "of", "and", "half", "-", ",", "to", "10:30", "a.m.",
    "GMT", "noon", "early", "the end of", "mid", "every", "twice", "1990s", "31 June",
    "since", "was", "will", "9999", "0001-01-01", "9999-12-31", "century", "fiscal",
    "summer", "Christmas", "weekend", "evening", "yesterday", "that", "12/13/2021", "\n\n",
    ".", "for", "in", "on", "decade", "thousand", "million", "BC", "hundred", "several",
]  # fmt: skip
DAYS = st.none() | st.dates()


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=100), DAYS)
def test_any_text(text: str, published: date | None) -> None:
    try:
        article = _article(text, published)
    except EmptySource:
        return
    found = _find(article)
    ends = 0
    for each in found:
        assert ends <= each.span.start < each.span.end <= len(article.text)
        assert each.cue
        assert each.value is None or (each.value and " " not in each.value)
        ends = each.span.end
    assert found == _find(article)
    assert dates.resolve(article, found, published) == found
    elsewhere = dates.resolve(article, found, date(2020, 2, 29))
    assert dates.resolve(article, elsewhere, published) == found

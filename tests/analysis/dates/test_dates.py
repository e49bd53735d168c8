"""Days, durations and what recurs."""

from __future__ import annotations

import re
import string
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import cases
import counting
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import anchored, annotate, dates, sentences
from briefing.analysis.dates import rules, tense
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


def test_no_rule_begins_or_needs_otherwise_than_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rule names the classes it begins with and those it needs; trying it everywhere finds
    nothing else."""
    texts = [case.text for case in cases.load("dates.txt")]
    before = [rules.find(text, 0, len(text)) for text in texts]

    def every(code: str) -> tuple[int, ...]:  # noqa: ARG001
        return tuple(range(len(rules.RULES)))

    codes = "".join({code for rule in rules.RULES for code in rule.needs}) + "_,.(t"
    anything = tuple(rule._replace(needs=codes + string.printable) for rule in rules.RULES)
    monkeypatch.setattr(rules, "RULES", anything)
    monkeypatch.setattr(rules, "_beginning", every)
    monkeypatch.setattr(rules, "_START", re.compile(".", re.DOTALL))
    assert [rules.find(text, 0, len(text)) for text in texts] == before


def test_days_of_a_month_without_a_day_of_publication() -> None:
    """Nobody knows the year, neither at first nor when the day of publication is cleared."""
    text = "The fair is open from 5-7 December."
    undated = _article(text, None)
    [found] = annotate(undated, ()).dates
    assert found.value == "XXXX-12-05/XXXX-12-07"
    dated = annotate(_article(text, date(2021, 9, 22)), ())
    assert dated.dates[0].value == "2021-12-05/2021-12-07"
    assert anchored(dated, undated, undated.card).dates == (found,)


@pytest.mark.parametrize(
    "text",
    ["the ", "3-", "a few ", "every second ", "1 2 3 ", "two and a half ", "the last ", "May 5 – "],
)
def test_time_is_linear_in_hostile_text(text: str) -> None:
    """A pattern that ran away would take hours."""
    _find(_article(text * 3000 + "on Monday", date(2021, 9, 22)))


@pytest.mark.parametrize(
    "text",
    [
        "7" * 100_000,
        "-" * 100_000,
        "," * 100_000,
        "1," * 50_000,
        "5-" * 50_000,
        "1:" * 50_000,
        "of the " * 30_000,
        "the first and " * 10_000,
        "18th and " * 10_000,
        "3 May and " * 8_000,
        "the end of the end of " * 6_000,
        "two hundred million and a half " * 4_000,
    ],
    ids=lambda text: text[:24],
)
def test_hostile_strings_are_read_in_no_time(text: str) -> None:
    """A generous bound: each takes a fraction of a second, and hours if a pattern ran away."""
    started = time.process_time()
    rules.find(text, 0, len(text))
    assert time.process_time() - started < 20


def _calls(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls, when it knows nothing of this text yet."""
    tense.direction.cache_clear()
    return counting.calls(work)


def test_work_grows_no_faster_than_the_text() -> None:
    base = "\n\n".join(case.text.partition("\n")[2] for case in cases.load("dates.txt")[:40])
    one, ten = (_article("\n\n".join([base] * times), date(2021, 9, 22)) for times in (2, 20))
    for work in (_find_calls, _resolve_calls):
        work(one)  # word lists and patterns are made once
        assert work(ten) <= 11 * work(one)


def _find_calls(article: Article) -> int:
    parts = sentences.find(article, unchecked)
    return _calls(lambda: dates.find(article, parts, unchecked))


def _resolve_calls(article: Article) -> int:
    found = _find(article)
    return _calls(lambda: dates.resolve(article, found, date(2019, 2, 1)))


WORDS = [
    "the", "a", "an", "last", "next", "this", "past", "20", "two", "3", "2021", "May",
    "Sept.", "Monday", "year", "years", "month", "week", "days", "ago", "later", "earlier",
    "before", "first", "quarter", "of", "and", "half", "-", ",", "to", "10:30", "a.m.",
    "GMT", "noon", "early", "the end of", "mid", "every", "twice", "1990s", "31 June",
    "since", "was", "will", "9999", "0001-01-01", "9999-12-31", "century", "fiscal",
    "summer", "Christmas", "weekend", "evening", "yesterday", "that", "12/13/2021", "\n\n",
    ".", "for", "in", "on", "decade", "thousand", "million", "BC", "hundred", "several",
    "5-7", "5–7 December", "May 3 and 4", "5 and 6", "December", "28 February", "29", "31", "or",
    "from", "between", "18th", "19th", "centuries", "overnight", "last year", "09-03-2023",
    "2021-09-21T99:10", "week of", "–", "٣ May",
]  # fmt: skip
DAYS = st.none() | st.sampled_from([date.min, date.max, date(2020, 2, 29)]) | st.dates()
STARTS = st.sampled_from(["5", "3", "29", "18th"])
ENDS = st.sampled_from(["7", "31", "the 30th", "40", "19th"])
JOINTS = st.sampled_from(["-", "–", " - ", " to ", " and ", " or ", ", "])
MONTHS = st.sampled_from(["December", "February", "Sept.", "May 2020", "centuries"])
RANGES = st.builds("from {}{}{} {}".format, STARTS, JOINTS, ENDS, MONTHS) | st.builds(
    "on {} {}{}{}".format, MONTHS, STARTS, JOINTS, ENDS
)
TEXTS = st.lists(st.sampled_from(WORDS) | RANGES, max_size=40).map(" ".join)
VALUE = re.compile(r"[0-9A-Z.:/+-]+")


@given(TEXTS | st.text(max_size=100), DAYS, DAYS)
def test_any_text(text: str, published: date | None, other: date | None) -> None:
    _holds(text, published, other)


@given(RANGES, DAYS, DAYS)
def test_any_range_of_days(text: str, published: date | None, other: date | None) -> None:
    _holds(text, published, other)


def _holds(text: str, published: date | None, other: date | None) -> None:
    """What is true of any text: spans in order, values well formed, reckoned again the same."""
    try:
        article = _article(text, published)
    except EmptySource:
        return
    found = _find(article)
    ends = 0
    for each in found:
        assert ends <= each.span.start < each.span.end <= len(article.text)
        assert each.cue
        assert each.value is None or VALUE.fullmatch(each.value)
        ends = each.span.end
    assert found == _find(article)
    assert dates.resolve(article, found, published) == found
    elsewhere = dates.resolve(article, found, other)
    assert [each.span for each in elsewhere] == [each.span for each in found]
    assert dates.resolve(article, elsewhere, published) == found

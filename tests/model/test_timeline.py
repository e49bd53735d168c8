"""Values of dates in words and in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import found
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.facts import DateExpression, DateKind
from briefing.model.timeline import in_words, period, timeline


def test_the_earliest_comes_first_with_its_sentence() -> None:
    lines = timeline(found.annotations())
    assert [each.shown for each in lines] == ["2019", "Tue 21 September 2021", "April 2022"]
    text = found.article().text
    assert lines[0].sentence.span.of(text) == "Poland last held such talks in 2019."


def test_of_two_that_begin_together_the_more_precise_comes_first() -> None:
    made = found.annotations()
    values = ("2022", "2022-01", "2022-01-01")
    dates = tuple(replace(each, value=v) for each, v in zip(made.dates, values, strict=True))
    assert [each.shown for each in timeline(replace(made, dates=dates))] == [
        "Sat 1 January 2022", "January 2022", "2022",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (DateKind.DURATION, "P20M"),
        (DateKind.SET, "P1W"),
        (DateKind.POINT, None),
        (DateKind.POINT, "PRESENT_REF"),
        (DateKind.POINT, "2021-13"),
        (DateKind.POINT, "2021-W60"),
    ],
)
def test_what_has_no_place_on_the_calendar_is_no_line(kind: DateKind, value: str | None) -> None:
    made = replace(
        found.annotations(), dates=(DateExpression(found.span("Tuesday"), kind, value, ""),)
    )
    assert timeline(made) == ()


@pytest.mark.parametrize(
    ("value", "words", "first", "last"),
    [
        ("2021-09-22", "Wed 22 September 2021", date(2021, 9, 22), date(2021, 9, 22)),
        ("2021-09-22T10:00", "Wed 22 September 2021, 10:00", date(2021, 9, 22), date(2021, 9, 22)),
        ("2021-09-22TEV", "Wed 22 September 2021, evening", date(2021, 9, 22), date(2021, 9, 22)),
        ("2024-02", "February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021", "2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("200X", "the 2000s", date(2000, 1, 1), date(2009, 12, 31)),
        ("19XX", "the 20th century", date(1900, 1, 1), date(1999, 12, 31)),
        ("2021-W38", "week of 20 September 2021", date(2021, 9, 20), date(2021, 9, 26)),
        ("2021-W38-WE", "weekend of 25 September 2021", date(2021, 9, 25), date(2021, 9, 26)),
        ("2021-Q3", "third quarter of 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("2021-H2", "second half of 2021", date(2021, 7, 1), date(2021, 12, 31)),
        (
            "2022-05-03/2022-05-05",
            "Tue 3 May 2022 to Thu 5 May 2022",
            date(2022, 5, 3),
            date(2022, 5, 5),
        ),
        ("2019/2021", "2019 to 2021", date(2019, 1, 1), date(2021, 12, 31)),
        ("2021-WI", "winter 2021", date(2021, 12, 1), date(2022, 2, 28)),
    ],
)
def test_points(value: str, words: str, first: date, last: date) -> None:
    assert in_words(value) == words
    assert period(value) == (first, last)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P20M", "20 months"),
        ("P1Y", "1 year"),
        ("P3D", "3 days"),
        ("PT45M", "45 minutes"),
        ("P2Y6M", "2 years, 6 months"),
        ("P", "P"),
        ("PTXM", "some minutes"),
        ("PXY", "some years"),
        ("T23:40", "23:40"),
        ("FY2023", "fiscal year 2023"),
        ("XXXX-05-03", "3 May"),
        ("XXXX-05", "May"),
        ("XXXX-13", "XXXX-13"),
        ("2021/2019", "2021/2019"),
        ("XXXX-WXX-1", "XXXX-WXX-1"),
        ("", ""),
    ],
)
def test_other_values(value: str, words: str) -> None:
    assert in_words(value) == words
    assert period(value) is None


@given(st.from_regex(r"[0-9X]{2,4}(-[WQHSP0-9]{1,3}){0,2}(T.{0,3})?", fullmatch=True) | st.text())
def test_any_text_has_words(value: str) -> None:
    assert in_words(value) or not value
    period(value)

"""Dates and durations as people type them."""

from __future__ import annotations

import pytest

from briefing.model.timeline import in_words
from briefing.ui.facts.values import FORMS, read_value, typed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22 September 2021", "2021-09-22"),
        ("Wed 22 September 2021", "2021-09-22"),
        ("Sept 22, 2021", "2021-09-22"),
        ("May 2020", "2020-05"),
        ("2021", "2021"),
        ("the 1990s", "199X"),
        ("20 months", "P20M"),
        ("2 years, 3 months", "P2Y3M"),
        ("a year and 2 days", "P1Y2D"),
        ("90 minutes", "PT90M"),
        ("2021-W38", "2021-W38"),
        ("2021-q3", "2021-Q3"),
        ("p1w", "P1W"),
        ("yesterday", None),
        ("20 parsecs", None),
        ("", None),
    ],
)
def test_what_is_typed_is_read(text: str, value: str | None) -> None:
    assert read_value(text) == value


@pytest.mark.parametrize("value", ["2021-09-22", "2021-05", "199X", "P20M", "2021-Q3", "2021-W38"])
def test_what_is_offered_is_read_back(value: str) -> None:
    assert read_value(typed(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 March 2025 02:00", "2025-03-03T02:00"),
        ("Mon 3 March 2025, 02:00", "2025-03-03T02:00"),
        ("Monday, 3 March 2025 at 2:30 pm", "2025-03-03T14:30"),
        ("March 3, 2025, 2 a.m.", "2025-03-03T02:00"),
        ("2025-03-03 12 am", "2025-03-03T00:00"),
        ("2025-03-03T02:00", "2025-03-03T02:00"),
        ("Mon 3 March 2025, evening", "2025-03-03TEV"),
        ("March 2025", "2025-03"),
        ("3 March 2025 24:00", None),
        ("3 March 2025 13 pm", None),
        ("3 March 2025 02:60", None),
        ("3 March 2025 2", None),
        ("2 March", None),
    ],
)
def test_a_day_may_have_an_hour(text: str, value: str | None) -> None:
    assert read_value(text) == value


@pytest.mark.parametrize("value", ["2025-03-03T02:00", "2025-03-03TEV", "2025-03-03T14:30"])
def test_an_hour_is_offered_as_the_list_shows_it(value: str) -> None:
    assert typed(value) == in_words(value)


@pytest.mark.parametrize("form", FORMS.split("; "))
def test_each_form_that_is_told_is_read(form: str) -> None:
    assert read_value(form)

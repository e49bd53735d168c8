"""Dates and durations as people type them."""

from __future__ import annotations

import pytest

from briefing.ui.facts.values import read_value, typed


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

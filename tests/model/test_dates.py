from __future__ import annotations

from datetime import date

import pytest

from briefing.model.dates import parse_day, spelled


@pytest.mark.parametrize(
    "text",
    [
        "2021-09-22",
        "22 September 2021",
        " 22 Sept. 2021 ",
        "22nd Sep 2021",
        "Wednesday, 22 September 2021",
        "September 22, 2021",
        "Wednesday September 22nd 2021",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_day(text) == date(2021, 9, 22)


@pytest.mark.parametrize(
    "text",
    ["", "today", "9/10/2021", "22.09.2021", "31 June 2021", "22 2021", "22 Ma 2021", "May 2021"],
)
def test_what_is_no_day_or_could_be_two_is_none(text: str) -> None:
    assert parse_day(text) is None


def test_the_month_is_in_letters() -> None:
    assert spelled(date(2021, 9, 5)) == "5 September 2021"

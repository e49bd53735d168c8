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
        "Wed 22 Sep 2021",
        "22.09.2021",
        "22. 9. 2021",
        "22/9/2021",
        "9/22/2021",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_day(text) == date(2021, 9, 22)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "9/10/2021",
        "09.22.2021",
        "22/22/2021",
        "0/9/2021",
        "31 June 2021",
        "22 2021",
        "22 Ma 2021",
        "May 2021",
    ],
)
def test_what_is_no_day_or_could_be_two_is_none(text: str) -> None:
    assert parse_day(text) is None


def test_dots_put_the_day_first_and_equal_numbers_are_one_day() -> None:
    assert parse_day("05.07.2015") == date(2015, 7, 5)
    assert parse_day("7/7/2015") == date(2015, 7, 7)


def test_the_month_is_in_letters() -> None:
    assert spelled(date(2021, 9, 5)) == "5 September 2021"

"""Days, months and years, counted; what ISO 8601 calls them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

FIRST, LAST = 1, 9999
"""Years that a day can have."""


class Partial(NamedTuple):
    """A day, month or year, as far as it is known."""

    year: int
    month: int = 0
    """0 where it is not known."""
    day: int = 0

    @classmethod
    def of(cls, day: date) -> Partial:
        return cls(day.year, day.month, day.day)

    @classmethod
    @lru_cache(maxsize=1 << 12)
    def parse(cls, value: str) -> Partial | None:
        """What a value names; None for a week, a quarter, an interval and the like."""
        text = value.partition("T")[0]
        parts = text.split("-")
        if len(parts) > 3 or not all(each.isdigit() for each in parts) or len(parts[0]) != 4:
            return None
        numbers = [int(each) for each in parts]
        return cls(*numbers)

    @property
    def date(self) -> date | None:
        return day_of(self.year, self.month, self.day) if self.day else None


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_in(year: int, month: int) -> int:
    following = plus_months(year, month, 1)
    return 31 if month == 12 else (date(*following, 1) - date(year, month, 1)).days


def plus_days(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def plus_months(year: int, month: int, count: int) -> tuple[int, int]:
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def month_value(year: int, month: int) -> str | None:
    return f"{year:04}-{month:02}" if FIRST <= year <= LAST else None


def year_value(year: int) -> str | None:
    return f"{year:04}" if FIRST <= year <= LAST else None


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(year: int, number: int) -> str | None:
    """``number`` may leave 1..4: 0 is the last of the year before."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return f"{year:04}-Q{number}" if FIRST <= year <= LAST else None


def easter(year: int) -> date:
    """Of the Western churches, by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def months_between(start: Partial, end: Partial) -> int:
    return (end.year - start.year) * 12 + end.month - start.month

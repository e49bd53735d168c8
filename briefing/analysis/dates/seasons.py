"""Quarters, halves and seasons of a year."""

from __future__ import annotations

from datetime import date
from functools import cache, partial

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.forms import (
    NEEDS_DAY,
    Basis,
    Direction,
    Form,
    Reckoned,
    against,
)
from briefing.lexicon import words


def quarter(number: int, year: Form | None = None, letter: str = "Q") -> Form:
    """``letter`` is ``H`` for half a year."""
    if year is not None:
        return _within(year, f"{letter}{number}")
    return Form(partial(_nearest_quarter, number), leans=True)


def season(name: str, year: Form | None = None, shift: str = "") -> Form:
    """``name`` is a key of the seasons in ``times.toml``."""
    if year is not None:
        return _within(year, name)

    def reckon(basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        of = _year(name, shift, published, basis.direction)
        return against(published, f"{of:04}-{name}" if cal.FIRST <= of <= cal.LAST else None)

    return Form(reckon, leans=True)


def _within(year: Form, name: str) -> Form:
    def reckon(basis: Basis) -> Reckoned:
        found = year.reckon(basis)
        whole = found.value is not None and len(found.value) == 4
        return Reckoned(f"{found.value}-{name}" if whole else found.value, found.why)

    return Form(reckon, leans=year.leans)


def _nearest_quarter(number: int, basis: Basis) -> Reckoned:
    published = basis.published
    if published is None:
        return Reckoned(None, NEEDS_DAY)
    starts, year = 3 * number - 2, published.year
    if basis.direction is not Direction.FUTURE:
        year -= starts > published.month
    elif starts + 2 < published.month:
        year += 1
    return against(published, f"{year:04}-Q{number}" if cal.FIRST <= year <= cal.LAST else None)


@cache
def _first_month(name: str) -> int:
    return int(words("times", f"season_starts.{name}")[0])


def _year(name: str, shift: str, at: date, direction: Direction) -> int:
    """Of the season's beginning, on the northern half of the earth; winter begins the year."""
    starts = _first_month(name)
    ends = (starts + 2) % 12 or 12
    inside = (at.month - starts) % 12 < 3
    if inside and shift not in ("last", "next"):
        return at.year - (starts > ends and at.month <= ends)
    if shift == "last":
        return at.year - (inside or at.month < starts)
    if shift == "next":
        return at.year + (inside or at.month >= starts)
    if shift == "this":
        return at.year
    if direction is Direction.FUTURE:
        return at.year + (at.month > ends and at.month >= starts)
    return at.year - (at.month < starts)

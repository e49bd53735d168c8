"""Quarters, seasons and days with a name of their own."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.forms import (
    NEEDS_DAY,
    WEEKDAYS,
    Basis,
    Direction,
    Form,
    Reckoned,
    against,
)


class Quarter(NamedTuple):
    number: int
    year: Form | None = None
    letter: str = "Q"
    """Or ``H`` for half a year."""

    def reckon(self, basis: Basis) -> Reckoned:
        if self.year is not None:
            found = self.year.reckon(basis)
            whole = found.value is not None and len(found.value) == 4
            return Reckoned(
                f"{found.value}-{self.letter}{self.number}" if whole else found.value, found.why
            )
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        length = 3 if self.letter == "Q" else 6
        starts = (self.number - 1) * length + 1
        year = published.year
        if basis.direction is not Direction.FUTURE and starts > published.month:
            year -= 1
        elif basis.direction is Direction.FUTURE and starts + length - 1 < published.month:
            year += 1
        return against(published, f"{year:04}-{self.letter}{self.number}" if year else None)


class Season(NamedTuple):
    season: str
    year: Form | None = None
    shift: str = ""

    def reckon(self, basis: Basis) -> Reckoned:
        if self.year is not None:
            found = self.year.reckon(basis)
            whole = found.value is not None and len(found.value) == 4
            return Reckoned(f"{found.value}-{self.season}" if whole else found.value, found.why)
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        year = self._year(published, basis.direction)
        return against(published, f"{year:04}-{self.season}" if year > 0 else None)

    def _year(self, at: date, direction: Direction) -> int:
        """Of the season's beginning, on the northern half of the earth; winter begins the year."""
        starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[self.season]
        ends = (starts + 2) % 12 or 12
        inside = (at.month - starts) % 12 < 3
        year = at.year - (self.season == "WI" and at.month <= ends)
        if inside and self.shift not in ("last", "next"):
            return year
        match self.shift, direction:
            case "last", _:
                return year - 1 if inside or at.month < starts else at.year
            case "next", _:
                return year + 1 if inside or at.month >= starts else at.year
            case "this", _:
                return at.year
            case _, Direction.FUTURE:
                return at.year + (at.month > ends and at.month >= starts)
            case _:
                return at.year - (at.month < starts)


class Named(NamedTuple):
    """A day with a name of its own."""

    rule: str
    """As in ``times.toml``."""
    year: int | None = None
    shift: str = ""

    def reckon(self, basis: Basis) -> Reckoned:
        if len(self.rule) == 10 and self.rule[4] == "-":
            return Reckoned(self.rule)
        if self.rule == "moon":
            why = "moves with another calendar"
            return Reckoned(cal.year_value(self.year) if self.year else None, why)
        if self.year is not None:
            day = self._in(self.year)
            return Reckoned(day.isoformat() if day else cal.year_value(self.year))
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        years = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
        days = [each for year in years if (each := self._in(year))]
        gone = [each for each in days if each < published]
        coming = [each for each in days if each > published]
        same = [each for each in days if each == published]
        future = self.shift == "next" or (
            self.shift != "last" and basis.direction is Direction.FUTURE
        )
        if same and not self.shift:
            day = same[0]
        elif self.shift == "this":
            day = self._in(published.year)
        elif not self.shift and basis.direction is Direction.OPEN:
            day = min(days, key=lambda each: abs((each - published).days), default=None)
        else:
            day = next(iter(coming), None) if future else (gone[-1] if gone else None)
        return against(published, day.isoformat() if day else None)

    def _in(self, year: int) -> date | None:
        if self.rule.startswith("easter"):
            return cal.plus_days(cal.easter(year), int(self.rule.removeprefix("easter")))
        month, _, rest = self.rule.partition("-")
        if rest.isdigit():
            return cal.day_of(year, int(month), int(rest))
        name, _, number = rest.partition("-")
        weekday = [each[:3].lower() for each in WEEKDAYS].index(name) + 1
        length = cal.days_in(year, int(month))
        fitting = [
            day
            for count in range(1, length + 1)
            if (day := date(year, int(month), count)).isoweekday() == weekday
        ]
        place = int(number)
        return fitting[place - 1 if place > 0 else place]

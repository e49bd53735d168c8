"""What a time expression means, before it is known when it was written.

Each form is reckoned against a basis. They are named tuples: eight times as quick to define as
data classes, and the window waits for them. Values are ISO 8601 at the precision known, None for
none.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple, Protocol

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.calendar import Partial
from briefing.model.dates import spelled


class Direction(Enum):
    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    """Nothing near tells."""


class Basis(NamedTuple):
    """What an expression is reckoned from."""

    published: date | None
    direction: Direction = Direction.OPEN
    anchor: Partial | None = None
    """The date mentioned before, or close by for a time of day."""


class Reckoned(NamedTuple):
    value: str | None
    why: str = ""
    """For the cue; empty where the value needs nothing else."""
    doubt: str = ""


class Form(Protocol):
    def reckon(self, basis: Basis) -> Reckoned: ...


NEEDS_DAY = "needs the day of publication"
_SHIFTS = {"last": Direction.PAST, "next": Direction.FUTURE}
_FAR = 300
_NEAR = {Direction.PAST: 7, Direction.FUTURE: 45, Direction.OPEN: 0}
"""Days: one that the tense puts far off is the one that is near on the other side, for nobody
leaves out the year of a day almost a year ahead."""


def _from(published: date) -> str:
    return f"reckoned from {spelled(published)}"


def against(published: date | None, make: str | None) -> Reckoned:
    return Reckoned(make, _from(published)) if published else Reckoned(None, NEEDS_DAY)


class Fixed(NamedTuple):
    value: str | None
    why: str = ""
    doubt: str = ""

    def reckon(self, basis: Basis) -> Reckoned:  # noqa: ARG002
        return Reckoned(self.value, self.why, self.doubt)


class Day(NamedTuple):
    """A day of a month, with or without its year."""

    month: int
    day: int
    year: int | None = None
    weekday: int = 0
    """1 to 7; 0 where it is not named."""
    part: str = ""
    shift: str = ""
    """``last`` or ``next`` where that is said of it."""

    def reckon(self, basis: Basis) -> Reckoned:
        if self.year is not None:
            return self._in(self.year)
        published = basis.published
        if published is None:
            return Reckoned(f"XXXX-{self.month:02}-{self.day:02}", NEEDS_DAY)
        direction = _SHIFTS.get(self.shift, basis.direction)
        day = self._nearest(published, direction)
        if day is None:
            return self._in(published.year)
        found = self._in(day.year)
        return Reckoned(found.value, _from(published), found.doubt)

    def _nearest(self, published: date, direction: Direction) -> date | None:
        years = range(max(1, published.year - 4), min(9999, published.year + 4) + 1)
        days = [each for year in years if (each := cal.day_of(year, self.month, self.day))]
        if self.weekday and (fitting := self._fitting(days, published)):
            days = fitting
        if not days:
            return None
        nearest = min(days, key=lambda each: (abs((each - published).days), each))
        match direction:
            case Direction.PAST:
                gone = [each for each in days if each <= published]
                chosen = gone[-1] if gone else nearest
            case Direction.FUTURE:
                coming = [each for each in days if each >= published]
                chosen = coming[0] if coming else nearest
            case Direction.OPEN:
                chosen = nearest
        far = not self.shift and abs((chosen - published).days) > _FAR
        return nearest if far and abs((nearest - published).days) <= _NEAR[direction] else chosen

    def _fitting(self, days: list[date], published: date) -> list[date]:
        """Those on the weekday that is named, of this year and its neighbours."""
        near = (each for each in days if abs(each.year - published.year) <= 1)
        return [each for each in near if each.isoweekday() == self.weekday]

    def _in(self, year: int) -> Reckoned:
        day = cal.day_of(year, self.month, self.day)
        if day is None:
            return Reckoned(cal.month_value(year, self.month), "", self._no_such_day(year))
        doubt = ""
        if self.weekday and day.isoweekday() != self.weekday:
            doubt = f"{spelled(day)} was a {WEEKDAYS[day.isoweekday() - 1]}."
        return Reckoned(day.isoformat() + (f"T{self.part}" if self.part else ""), "", doubt)

    def _no_such_day(self, year: int) -> str:
        if not cal.FIRST <= year <= cal.LAST:
            return ""
        month = spelled(date(2000, self.month, 1)).split()[1]
        return f"{month} {year} has {cal.days_in(year, self.month)} days."


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Month(NamedTuple):
    month: int
    year: int | None = None
    shift: str = ""
    """``last``, ``next``, ``this``, or empty: whichever the tense tells."""

    def reckon(self, basis: Basis) -> Reckoned:
        if self.year is not None:
            return Reckoned(cal.month_value(self.year, self.month))
        published = basis.published
        if published is None:
            return Reckoned(f"XXXX-{self.month:02}" if not self.shift else None, NEEDS_DAY)
        return against(published, cal.month_value(self.year_near(published, basis), self.month))

    def year_near(self, published: date, basis: Basis) -> int:
        ahead = (self.month - published.month) % 12
        before, coming = (
            published.year - (self.month > published.month),
            published.year + (self.month < published.month),
        )
        match self.shift, basis.direction:
            case "last", _:
                return before - (ahead == 0)
            case "next", _:
                return coming + (ahead == 0)
            case "this", _:
                return published.year
            case _, Direction.FUTURE:
                return coming
            case _:
                return before


class MonthOf(NamedTuple):
    """A month of a year that is itself reckoned."""

    month: int
    year: Form

    def reckon(self, basis: Basis) -> Reckoned:
        found = self.year.reckon(basis)
        return Reckoned(f"{found.value}-{self.month:02}" if found.value else None, found.why)


class Weekday(NamedTuple):
    weekday: int
    shift: str = ""
    week: int | None = None
    """Weeks from that of publication, for "Tuesday of last week"."""
    part: str = ""

    def reckon(self, basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        today = published.isoweekday()
        back, on = (today - self.weekday) % 7, (self.weekday - today) % 7
        match self.shift, basis.direction:
            case _ if self.week is not None:
                count = 7 * self.week + self.weekday - today
            case "last", _:
                count = -(back or 7)
            case "next", _:
                count = on or 7
            case "this", direction:
                count = self.weekday - today
                if count < 0 and direction is Direction.FUTURE:
                    count += 7
            case _, Direction.FUTURE:
                count = on
            case _:
                count = -back
        day = cal.plus_days(published, count)
        return against(published, day and day.isoformat() + (f"T{self.part}" if self.part else ""))


class Near(NamedTuple):
    """This, the last or the next week, month, year, … counted from the day of publication."""

    unit: str
    """A letter of ``times.toml``; ``Q`` a quarter, ``WE`` a weekend."""
    steps: int = 0
    part: str = ""

    def reckon(self, basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        return against(published, self._value(published, basis.direction))

    def _value(self, at: date, direction: Direction) -> str | None:
        if self.unit == "WE":
            return _weekend(at, self.steps, direction)
        return shifted(Partial.of(at), self.unit, self.steps, self.part)


def _weekend(at: date, count: int, direction: Direction) -> str | None:
    """One that is just over is meant until the next comes into sight."""
    if count == 0 and at.isoweekday() <= 3 and direction is Direction.PAST:
        count = -1
    day = cal.plus_days(at, 7 * count)
    return f"{cal.week_value(day)}-WE" if day else None


class Fiscal(NamedTuple):
    """A budget's year, whose days are nobody's but the budget's."""

    steps: int

    def reckon(self, basis: Basis) -> Reckoned:
        year = cal.year_value(basis.published.year + self.steps) if basis.published else None
        return against(basis.published, f"FY{year}" if year else None)


class Shifted(NamedTuple):
    """So many units before (below 0) or after a day; None of them if they are not counted."""

    unit: str
    steps: float | None
    anaphoric: bool = False
    """Whether it is counted from a date mentioned before, not from the day of publication."""
    part: str = ""

    def reckon(self, basis: Basis) -> Reckoned:
        if self.anaphoric and basis.anchor is not None:
            value = self._value(basis.anchor)
            known = basis.anchor
            text = _shown(known)
            return Reckoned(
                value, f"reckoned from {text}" if value else f"{text} is not exact enough"
            )
        if self.anaphoric and (self.steps is None or self.steps >= 0):
            return Reckoned(None, "no date before it to reckon from")
        if basis.published is None:
            return Reckoned(None, NEEDS_DAY)
        if self.steps is None:
            return Reckoned(None, "nobody says how many")
        value = self._value(Partial.of(basis.published))
        return Reckoned(value, _from(basis.published) if value else "takes the time of day")

    def _value(self, at: Partial) -> str | None:
        """ "A decade ago" is a year; "this decade" is not."""
        if self.steps is None:
            return None
        return shifted(at, self.unit, self.steps, self.part, as_year=self.steps != 0)


def _shown(known: Partial) -> str:
    if known.day and (day := known.date):
        return spelled(day)
    return spelled(date(known.year, known.month, 1))[2:] if known.month else str(known.year)


def shifted(
    at: Partial, unit: str, count: float, part: str = "", *, as_year: bool = False
) -> str | None:
    """The value ``count`` units from ``at``, at the precision of the unit; None if it lacks it.

    ``as_year``: decades and centuries are so many years, not those the calendar numbers.
    """
    number, letter = int(unit[:-1] or 0) if unit[:-1].isdigit() else 1, unit[-1]
    if unit.startswith("T") or unit == "Q":
        number, letter = 1, unit
    total = number * count
    if letter == "Y" and total != int(total):
        letter, total = "M", 12 * total
    if letter == "M" and total != int(total):
        letter, total = "D", 30 * total
    step = int(total)
    if abs(step) > 100_000:
        return None
    match letter:
        case "Y":
            year = at.year + step
            if number == 1 or as_year or count != int(count):
                return cal.year_value(year)
            known = cal.year_value(year)
            return {10: known[:3] + "X", 100: known[:2] + "XX"}.get(number) if known else None
        case "M" if at.month and number == 1:
            return cal.month_value(*cal.plus_months(at.year, at.month, step))
        case "M" | "Q" if at.month:
            steps = int(count)
            return cal.quarter_value(at.year, (at.month - 1) // 3 + 1 + steps)
        case "W" if day := at.date:
            moved = cal.plus_days(day, 7 * step)
            return cal.week_value(moved) if moved else None
        case "D" | "N" if day := at.date:
            moved = cal.plus_days(day, step)
            return moved.isoformat() + (f"T{part}" if part else "") if moved else None
        case _:
            return None


class Clock(NamedTuple):
    """A time of day, on a day that it names or that stands close by."""

    time: str
    """``10:00``; for a part of the day ``MO``, ``EV``."""
    day: Form | None = None

    def reckon(self, basis: Basis) -> Reckoned:
        if self.day is not None:
            found = self.day.reckon(basis)
            known = found.value is not None and len(found.value) == 10
            return Reckoned(
                f"{found.value}T{self.time}" if known else found.value, found.why, found.doubt
            )
        if basis.anchor is not None and (day := basis.anchor.date):
            return Reckoned(f"{day.isoformat()}T{self.time}", f"on {spelled(day)}")
        return Reckoned(f"T{self.time}", "nobody says on which day")


class Range(NamedTuple):
    """From one day to another of the same kind: an interval of ISO 8601."""

    first: Day
    last: Day

    def reckon(self, basis: Basis) -> Reckoned:
        end = self.last.reckon(basis)
        if end.value is None:
            return end
        start = Day(self.first.month, self.first.day, int(end.value[:4])).reckon(basis)
        return Reckoned(f"{start.value}/{end.value}", end.why, start.doubt or end.doubt)

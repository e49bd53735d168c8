"""Days of a month and of a week, and times of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.calendar import Partial
from briefing.analysis.dates.forms import (
    NEEDS_DAY,
    WEEKDAYS,
    Basis,
    Direction,
    Form,
    Reckoned,
    against,
    fixed,
    since,
)
from briefing.model.dates import spelled

_SHIFTS = {"last": Direction.PAST, "next": Direction.FUTURE}
_FAR = 300
_NEAR = {Direction.PAST: 7, Direction.FUTURE: 45, Direction.OPEN: 0}
"""Days: one that the tense puts far off is the one that is near on the other side, for nobody
leaves out the year of a day almost a year ahead."""


def on(
    month: int,
    day: int,
    year: int | None = None,
    *,
    weekday: int = 0,
    part: str = "",
    shift: str = "",
) -> Form:
    """A day of a month. ``weekday`` is 1 to 7, 0 where it is not named; ``shift`` is ``last`` or
    ``next`` where that is said of it."""

    def of(year: int) -> Reckoned:
        return _of(year, month, day, weekday, part)

    if year is not None:
        return fixed(*of(year))._replace(day=True)

    def reckon(basis: Basis) -> Reckoned:
        if basis.joined is not None:
            there = basis.joined
            behind = (month, day) > (there.month, there.day or 31)
            return of(there.year - behind)._replace(why=f"with {there.year}")
        published = basis.published
        if published is None:
            return Reckoned(f"XXXX-{month:02}-{day:02}", NEEDS_DAY)
        days = _around(published.year, 1, month, day)
        if weekday:
            days = [each for each in days if each.isoweekday() == weekday] or days
        days = days or _around(published.year, 4, month, day)  # 29 February
        if not days:
            return of(published.year)
        direction = _SHIFTS.get(shift, basis.direction)
        found = of(_nearest(days, published, direction, certain=bool(shift)).year)
        return found._replace(why=since(published))

    return Form(reckon, leans=True, day=True, yearless=True)


@lru_cache(maxsize=1 << 9)
def _around(year: int, reach: int, month: int, day: int) -> Sequence[date]:
    """That day of each year within ``reach``; the earliest first."""
    years = range(max(cal.FIRST, year - reach), min(cal.LAST, year + reach) + 1)
    return tuple(found for each in years if (found := cal.day_of(each, month, day)))


def _nearest(days: Sequence[date], published: date, direction: Direction, *, certain: bool) -> date:
    nearest = min(days, key=lambda each: (abs((each - published).days), each))
    chosen = nearest
    if direction is Direction.PAST:
        chosen = max((each for each in days if each <= published), default=nearest)
    elif direction is Direction.FUTURE:
        chosen = min((each for each in days if each >= published), default=nearest)
    far = not certain and abs((chosen - published).days) > _FAR
    return nearest if far and abs((nearest - published).days) <= _NEAR[direction] else chosen


def _of(year: int, month: int, day: int, weekday: int = 0, part: str = "") -> Reckoned:
    known = cal.day_of(year, month, day)
    if known is None:
        if not cal.FIRST <= year <= cal.LAST:
            return Reckoned(None)
        name = spelled(date(2000, month, 1)).split()[1]
        doubt = f"{name} {year} has {cal.days_in(year, month)} days."
        return Reckoned(cal.month_value(year, month), "", doubt)
    doubt = ""
    if weekday and known.isoweekday() != weekday:
        doubt = f"{spelled(known)} was a {WEEKDAYS[known.isoweekday() - 1]}."
    return Reckoned(known.isoformat() + (f"T{part}" if part else ""), "", doubt)


def of_year(month: int, day: int, steps: int) -> Form:
    """ "29 May last year"."""

    def reckon(basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(f"XXXX-{month:02}-{day:02}", NEEDS_DAY)
        return _of(published.year + steps, month, day)._replace(why=since(published))

    return Form(reckon, day=True)


def between(month: int, first: int, last: int, year: int | None) -> Form:
    """From one day of a month to another: an interval of ISO 8601."""
    end_of = on(month, last, year)

    def reckon(basis: Basis) -> Reckoned:
        end = end_of.reckon(basis)
        if end.value is None:
            return end
        known = Partial.parse(end.value)  # None while nobody knows the year
        start = on(month, first, known.year).reckon(basis) if known else None
        begins = start.value if start else f"XXXX-{month:02}-{first:02}"
        return Reckoned(f"{begins}/{end.value}", end.why, end.doubt)

    return Form(reckon, leans=year is None, yearless=year is None)


def several(month: int, first: int, last: int, year: int | None) -> Form:  # noqa: ARG001
    """Days of a month that are apart: no more than the month is common to them."""
    end_of = on(month, last, year)

    def reckon(basis: Basis) -> Reckoned:
        end = end_of.reckon(basis)
        return end._replace(value=end.value[:7] if end.value else None)

    return end_of._replace(reckon=reckon, day=False)


def either(one: date, other: date) -> Form:
    """A day in figures that can be two: the one by the day of publication, if the other is not."""
    days = sorted((one, other))
    doubt = f"It can be {' or '.join([spelled(each) for each in (one, other)])}."
    why = "either number can be the month"

    def reckon(basis: Basis) -> Reckoned:
        published = basis.published
        if published is not None:
            by = sorted(days, key=lambda each: abs((each - published).days))
            away = [abs((each - published).days) for each in by]
            if away[0] <= 3 and away[1] > 14:
                return Reckoned(by[0].isoformat(), f"the reading close to {spelled(published)}")
        return Reckoned(cal.year_value(one.year), why, doubt)

    return Form(reckon)


def weekday(number: int, shift: str = "", week: int | None = None, part: str = "") -> Form:
    """``number`` is 1 to 7; ``week`` counts from that of publication: "Tuesday of last week"."""

    def steps(today: int, direction: Direction) -> int:
        back, on_ = (today - number) % 7, (number - today) % 7
        if week is not None:
            return 7 * week + number - today
        if shift == "last":
            return -(back or 7)
        if shift == "next":
            return on_ or 7
        if shift == "this":
            ahead = number - today
            return ahead + 7 * (ahead < 0 and direction is Direction.FUTURE)
        return on_ if direction is Direction.FUTURE else -back

    def reckon(basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        day = cal.plus_days(published, steps(published.isoweekday(), basis.direction))
        return against(published, day and day.isoformat() + (f"T{part}" if part else ""))

    return Form(reckon, leans=True, day=True)


def last_night() -> Form:
    """ "Overnight": the night before the day of publication, or the one behind it."""

    def reckon(basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        day = published
        if basis.direction is not Direction.FUTURE:
            day = cal.plus_days(published, -1)
        return against(published, f"{day.isoformat()}TNI" if day else None)

    return Form(reckon, leans=True)


def clock(time: str, day: Form | None = None) -> Form:
    """A time of day (``10:00``, ``MO``), on a day that it names or that stands close by."""

    def alone(basis: Basis) -> Reckoned:
        if basis.anchor is not None and (known := basis.anchor.date):
            return Reckoned(f"{known.isoformat()}T{time}", f"on {spelled(known)}")
        return Reckoned(f"T{time}", "nobody says on which day")

    if day is None:
        return Form(alone, anchor="T")

    def with_day(basis: Basis) -> Reckoned:
        found = day.reckon(basis)
        value = (found.value or "").partition("T")[0]  # "10 p.m. on Friday night"
        known = len(value) == 10
        return found._replace(value=f"{value}T{time}" if known else found.value)

    return Form(with_day, leans=day.leans)

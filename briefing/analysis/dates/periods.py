"""Months, years and other spans on the calendar, named or counted from another."""

from __future__ import annotations

from datetime import date

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.calendar import Partial
from briefing.analysis.dates.forms import (
    NEEDS_DAY,
    Basis,
    Direction,
    Form,
    Reckoned,
    against,
    fixed,
    since,
)
from briefing.model.dates import spelled


def month(number: int, year: int | None = None, shift: str = "") -> Form:
    """``shift`` is ``last``, ``next``, ``this``, or empty: whichever the tense tells."""
    if year is not None:
        return fixed(cal.month_value(year, number))

    def reckon(basis: Basis) -> Reckoned:
        if basis.joined is not None and not shift:
            there = basis.joined
            year = there.year - (number > there.month)
            return Reckoned(cal.month_value(year, number), f"with {there.year}")
        published = basis.published
        if published is None:
            return Reckoned(f"XXXX-{number:02}" if not shift else None, NEEDS_DAY)
        year = _year_near(published, number, shift, basis.direction)
        return against(published, cal.month_value(year, number))

    return Form(reckon, leans=True, yearless=True)


def _year_near(published: date, number: int, shift: str, direction: Direction) -> int:
    same = number == published.month
    before = published.year - (number > published.month)
    coming = published.year + (number < published.month)
    if shift == "last":
        return before - same
    if shift == "next":
        return coming + same
    if shift == "this":
        return published.year
    return coming if direction is Direction.FUTURE else before


def month_of(number: int, year: Form) -> Form:
    """A month of a year that is itself reckoned."""

    def reckon(basis: Basis) -> Reckoned:
        found = year.reckon(basis)
        return Reckoned(f"{found.value}-{number:02}" if found.value else None, found.why)

    return Form(reckon)


def near(unit: str, steps: int = 0, part: str = "") -> Form:
    """This, the last or the next week, month, year, … counted from the day of publication.

    ``unit`` is a letter of ``times.toml``; ``Q`` a quarter, ``WE`` a weekend.
    """

    def reckon(basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        if unit == "WE":
            return against(published, _weekend(published, steps, basis.direction))
        return against(published, moved(Partial.of(published), unit, steps, part))

    return Form(reckon, leans=unit == "WE", day=unit == "1D")


def _weekend(at: date, count: int, direction: Direction) -> str | None:
    """One that is just over is meant until the next comes into sight."""
    if count == 0 and at.isoweekday() <= 3 and direction is Direction.PAST:
        count = -1
    day = cal.plus_days(at, 7 * count)
    return f"{cal.week_value(day)}-WE" if day else None


def fiscal(steps: int) -> Form:
    """A budget's year, whose days are nobody's but the budget's."""

    def reckon(basis: Basis) -> Reckoned:
        year = cal.year_value(basis.published.year + steps) if basis.published else None
        return against(basis.published, f"FY{year}" if year else None)

    return Form(reckon)


def away(unit: str, steps: float | None, part: str = "") -> Form:
    """So many units before (below 0) or after publication; None of them if they are not counted."""

    def reckon(basis: Basis) -> Reckoned:
        if basis.published is None:
            return Reckoned(None, NEEDS_DAY)
        if steps is None:
            return Reckoned(None, "nobody says how many")
        value = moved(Partial.of(basis.published), unit, steps, part, as_year=True)
        return Reckoned(value, since(basis.published) if value else "takes the time of day")

    return Form(reckon)


def from_there(unit: str, steps: float | None, part: str = "") -> Form:
    """The same, from a date mentioned before; one that is back may be before publication."""
    from_here = away(unit, steps, part)

    def reckon(basis: Basis) -> Reckoned:
        at = basis.anchor
        if at is None:
            if steps is None or steps >= 0:
                return Reckoned(None, "no date before it to reckon from")
            return from_here.reckon(basis)
        text, value = _shown(at), None
        if steps is not None:  # "a decade later" is a year; "that decade" is not
            value = moved(at, unit, steps, part, as_year=steps != 0)
        return Reckoned(value, f"reckoned from {text}" if value else f"{text} is not exact enough")

    return Form(reckon, anchor=unit)


def _shown(known: Partial) -> str:
    if known.day and (day := known.date):
        return spelled(day)
    return spelled(date(known.year, known.month, 1))[2:] if known.month else str(known.year)


def moved(
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
            year = cal.year_value(at.year + step)
            if number == 1 or as_year or year is None:
                return year
            return {10: year[:3] + "X", 100: year[:2] + "XX"}.get(number)
        case "M" if at.month and number == 1:
            return cal.month_value(*cal.plus_months(at.year, at.month, step))
        case "M" | "Q" if at.month:
            return cal.quarter_value(at.year, (at.month - 1) // 3 + 1 + int(count))
        case "W" if day := at.date:
            there = cal.plus_days(day, 7 * step)
            return cal.week_value(there) if there else None
        case "D" | "N" if day := at.date:
            there = cal.plus_days(day, step)
            return there.isoformat() + (f"T{part}" if part else "") if there else None
        case _:
            return None

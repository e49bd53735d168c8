"""Days with a name of their own: "Christmas", "Easter Monday", "Thanksgiving"."""

from __future__ import annotations

from datetime import date

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.forms import (
    NEEDS_DAY,
    WEEKDAYS,
    Basis,
    Direction,
    Form,
    Reckoned,
    against,
    fixed,
)


def named(rule: str, year: int | None = None, shift: str = "") -> Form:
    """``rule`` as in ``times.toml``."""
    if len(rule) == 10 and rule[4] == "-":
        return fixed(rule)
    if rule == "moon":
        return fixed(cal.year_value(year) if year else None, "moves with another calendar")
    if year is not None:
        day = _in(rule, year)
        return fixed(day.isoformat() if day else cal.year_value(year))

    def reckon(basis: Basis) -> Reckoned:
        published = basis.published
        if published is None:
            return Reckoned(None, NEEDS_DAY)
        day = _near(rule, shift, published, basis.direction)
        return against(published, day.isoformat() if day else None)

    return Form(reckon, leans=True)


def _near(rule: str, shift: str, published: date, direction: Direction) -> date | None:
    if shift == "this":
        return _in(rule, published.year)
    years = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
    days = [each for year in years if (each := _in(rule, year))]
    if not shift and (published in days or direction is Direction.OPEN):
        return min(days, key=lambda each: abs((each - published).days), default=None)
    if shift == "next" or (shift != "last" and direction is Direction.FUTURE):
        return min((each for each in days if each > published), default=None)
    return max((each for each in days if each < published), default=None)


def _in(rule: str, year: int) -> date | None:
    if rule.startswith("easter"):
        return cal.plus_days(cal.easter(year), int(rule.removeprefix("easter")))
    month, _, rest = rule.partition("-")
    if rest.isdigit():
        return cal.day_of(year, int(month), int(rest))
    name, _, number = rest.partition("-")
    return _that_weekday(year, int(month), name, int(number))


def _that_weekday(year: int, month: int, name: str, number: int) -> date:
    """The first (1), second, … or last (-1) of a weekday in a month."""
    weekday = [each[:3].lower() for each in WEEKDAYS].index(name) + 1
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    days = range(first, cal.days_in(year, month) + 1, 7)
    return date(year, month, days[number - 1 if number > 0 else number])

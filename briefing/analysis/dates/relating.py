"""What expressions mean that are counted from publication or from a date mentioned before."""

from __future__ import annotations

from briefing.analysis.dates import days, periods
from briefing.analysis.dates.forms import Form, fixed
from briefing.analysis.dates.lasting import count_of, period
from briefing.analysis.dates.made import STEPS, Made
from briefing.analysis.dates.seasons import season
from briefing.analysis.dates.vocabulary import folded, single


def ago(made: Made) -> Form | None:
    unit = made.datum("Uu")
    if not made.has("vDYNa*u-"):
        return None
    if made.has("-") and not made.has("vDYNa*"):
        return periods.away(unit, -1)  # "the year-ago profit"
    count = count_of(made.all("DYNva*8|2-~"))
    step = 1 if made.has("H") else -1
    return periods.away(unit, None if count is None else step * count)


def later(made: Made) -> Form | None:
    count = count_of(made.all("DYNva*8"))
    step = 1 if made.has("rR") else -1
    return periods.from_there(made.datum("Uu"), None if count is None else step * count)


def day_after(made: Made) -> Form | None:
    step = 1 if made.has("R") else -1
    if made.has("P"):
        return periods.from_there("1D", step, part=made.datum("P"))
    return periods.from_there(made.datum("U"), step)


def near(made: Made) -> Form | None:
    count = made.steps
    return _near(made, count)


def _near(made: Made, count: int) -> Form | None:
    if made.has("K"):
        return periods.near("WE", count)
    if made.has("SF"):
        return season(made.datum("S") or "FA", shift=made.shift)
    if made.has("Q"):
        return periods.near("Q", count)
    unit = made.one("UP")
    if unit is None:
        return None
    if unit.code == "P":
        return periods.near("1D", count, unit.datum)
    if unit.datum.startswith("T"):
        return None
    if made.has("P"):
        return None
    return periods.near(unit.datum, count)


def near_the(made: Made) -> Form | None:
    """With "the": "the previous day" is counted from the day before it, "the past year" lasts."""
    word, unit = made.word, made.datum("U")
    if not word:
        if unit in ("1D",):
            return periods.from_there("1D", 0)
        return None if unit.startswith("T") or unit == "2W" else _near(made, 0)
    if made.has("T"):
        return that(made)
    count = made.steps
    if made.has("P"):
        return periods.from_there("1D", count, part=made.datum("P"))
    if word in single("senses.of_there") or (word == "next" and unit == "1D"):
        return periods.from_there(unit, count) if unit else _near(made, count)
    if unit and word in single("senses.so_long"):
        return fixed(period(1, unit))
    return _near(made, count)


def that(made: Made) -> Form | None:
    if made.has("P"):
        return periods.from_there("1D", 0, part=made.datum("P"))
    if made.has("K"):
        return periods.from_there("WE", None)
    if made.has("S"):
        return periods.from_there("S", None)
    unit = made.datum("U")
    return None if unit.startswith("T") else periods.from_there(unit, 0)


def weekday(made: Made) -> Form | None:
    number = made.number("W")
    if number is None:
        return None
    part = made.datum("P")
    unit = made.one("U")
    if unit is not None:
        if unit.datum != "1W":
            return None
        shift = made.tokens[made.tokens.index(unit) - 1].datum
        return days.weekday(number, week=STEPS.get(shift, 0), part=part)
    return days.weekday(number, made.shift, part=part)


def today(made: Made) -> Form | None:
    steps, _, part = made.datum("z").partition(" ")
    return periods.near("1D", int(steps), made.datum("P") or part)


def part(made: Made) -> Form | None:
    return periods.from_there("1D", 0, part=made.datum("P"))


def reference(made: Made) -> Form | None:
    """What is near to now on either side has no value in ISO 8601."""
    name = {"last": "past", "next": "future"}.get(made.tokens[-1].datum)
    return fixed(None, f"{name or made.tokens[0].datum}, not said when")


def day_but_one(made: Made) -> Form | None:
    count = int(made.datum("z").split()[0]) * 2
    return periods.near("1D", count) if made.datum("U") == "1D" and count else None


def year_end(made: Made) -> Form | None:
    """ "Year-end" and "month's end"."""
    unit = made.datum("U")
    return (
        periods.near(unit, 0)
        if folded(made.tokens[-1].text) in single("senses.ends") and unit in ("1Y", "1M")
        else None
    )


def overnight(made: Made) -> Form | None:  # noqa: ARG001
    return days.last_night()

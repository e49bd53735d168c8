"""Whether people would say so many days, months or years of what the calendar counts."""

from __future__ import annotations

import re
from functools import cache

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.calendar import Partial
from briefing.lexicon import either, words
from briefing.model.article import Article
from briefing.model.dates import spelled
from briefing.model.facts import DateExpression, DateKind

_PERIOD = r"P(?P<count>\d{1,4})(?P<unit>[YMWD])"
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """When it is first needed: few articles need any."""
    return re.compile(pattern)


def length(
    article: Article, span: DateExpression, start: DateExpression, end: Partial
) -> str | None:
    """What the calendar says instead of ``span`` between a start and an end, if it is not that."""
    known = Partial.parse(start.value) if start.value else None
    period = compiled(_PERIOD).fullmatch(span.value or "")
    if known is None or period is None:
        return None
    count, unit = int(period["count"]), period["unit"]
    actual = _between(known, end, unit)
    words_of = article.text_of(span.span)
    if actual is None or actual <= 0 or tolerated(words_of, count, actual, unit):
        return None
    return (
        f"From {article.text_of(start.span)} to {_shown(end)} is {counted(actual, unit)} by the"
        f" calendar, not {counted(count, unit)}."
    )


def _between(start: Partial, end: Partial, unit: str) -> int | None:
    """Whole units by the calendar; None where the start is not exact enough."""
    match unit:
        case "Y":
            return end.year - start.year
        case "M" if start.month and end.month:
            return cal.months_between(start, end)
        case "W" | "D" if (one := start.date) and (other := end.date):
            days = (other - one).days
            return days if unit == "D" else round(days / 7)
        case _:
            return None


def tolerated(said: str, count: int, actual: int, unit: str) -> bool:
    """Whether people would say so: "almost two years" of 23 months, "20 years" of 19."""
    if count == actual:
        return True
    low, high = 0.85 * count, 1.2 * count
    if rounded_by := rounding(said):
        more = rounded_by in words("times", "doubts.more")
        return (
            (low if not more else count)
            <= actual
            <= (max(high, count + 1) if not more else 2 * count)
        )
    if unit == "Y":
        whole = count % 5 == 0
        return abs(count - actual) <= (max(1, count // 10) if whole else 1)
    if unit == "M" and count % 6 == 0:
        return abs(count - actual) <= 1
    return unit in "WD" and abs(count - actual) <= 1


def rounding(said: str) -> str:
    """The words that say that a number is about right: "almost"; empty for none."""
    found = _rounding().match(said) if said[:1].isalpha() else None
    return found[0].lower() if found else ""


@cache
def _rounding() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('times', 'classes.about'))})\b", re.I)


def exact(date_: DateExpression) -> bool:
    return (
        date_.kind is DateKind.DURATION
        and compiled(_PERIOD).fullmatch(date_.value or "") is not None
    )


def counted(count: int, unit: str) -> str:
    return f"{count} {_UNITS[unit]}{'' if count == 1 else 's'}"


def _shown(known: Partial) -> str:
    day = known.date
    return spelled(day) if day else str(known.year)

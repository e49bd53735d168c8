"""What happened when, as far as the article says; and values of dates in words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from briefing.model.annotations import Annotations, Sentence
from briefing.model.dates import MONTHS, spelled
from briefing.model.facts import DateExpression, DateKind

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_POINT = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|AU|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T(?P<time>.+))?"
)
_FISCAL = re.compile(r"FY(\d{4})")
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
"""A day or month of a year that is not known."""
_DECADES = re.compile(r"(?P<start>\d{1,3})(?P<unknown>X{1,3})")
_PERIOD = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)
_SOME = re.compile(r"P(X[YMWD]|TX[HMS])")
_SOME_UNITS = {"XY": "years", "XM": "months", "XW": "weeks", "XD": "days"} | {
    "TXH": "hours", "TXM": "minutes", "TXS": "seconds",
}  # fmt: skip
_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?")
"""An hour of a day that is not known."""
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_SEASONS = {
    "SP": ("spring", 3),
    "SU": ("summer", 6),
    "FA": ("autumn", 9),
    "AU": ("autumn", 9),
    "WI": ("winter", 12),
}
"""In words, and the first of its three months."""
_TIMES = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}


@dataclass(frozen=True, slots=True)
class Line:
    """A point in time, and the sentence that tells of it."""

    shown: str
    """The value in words: ``Wed 22 September 2021``."""
    date: DateExpression
    sentence: Sentence


def timeline(found: Annotations) -> tuple[Line, ...]:
    """The points that have a place on the calendar, the earliest first.

    Of two that begin on the same day the more precise comes first, then the earlier in the text.
    """
    lines: list[tuple[tuple[date, int, str, int], Line]] = []
    for each in found.dates:
        if each.kind is not DateKind.POINT or each.value is None or each.of_writing:
            continue
        lasts = period(each.value)
        sentence = found.sentence_at(each.span.start)
        if lasts is None or sentence is None:
            continue
        first, last = lasts
        order = (first, (last - first).days, each.value, each.span.start)
        lines.append((order, Line(in_words(each.value), each, sentence)))
    return tuple(line for _, line in sorted(lines, key=lambda each: each[0]))


@lru_cache(maxsize=4096)
def period(value: str) -> tuple[date, date] | None:
    """First and last day of a point in ISO 8601, with ``X`` for digits not known; None for what
    is no point or lies outside the calendar."""
    if "/" in value:
        ends = [period(each) for each in value.split("/")]
        first, last = ends[0], ends[-1]
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    try:
        if (found := _DECADES.fullmatch(value)) is not None and len(value) == 4:
            years = 10 ** len(found["unknown"])
            start = int(found["start"]) * years
            return date(max(start, 1), 1, 1), date(start + years - 1, 12, 31)
        if (found := _POINT.fullmatch(value)) is None:
            return None
        year = int(found["year"])
        if found["week"]:
            monday = date.fromisocalendar(year, int(found["week"]), 1)
            return monday + timedelta(5 if found["weekend"] else 0), monday + timedelta(6)
        if found["quarter"]:
            return _months(year, int(found["quarter"]) * 3 - 2, 3)
        if found["half"]:
            return _months(year, int(found["half"]) * 6 - 5, 6)
        if found["season"]:
            return _months(year, _SEASONS[found["season"]][1], 3)
        if found["day"]:
            day = date(year, int(found["month"]), int(found["day"]))
            return day, day
        if found["month"]:
            return _months(year, int(found["month"]), 1)
        return _months(year, 1, 12)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def in_words(value: str) -> str:
    """A value as it is printed: ``2021-04`` is "April 2021", ``P20M`` "20 months".

    What has no words here is given back as it is.
    """
    if (found := _PERIOD.fullmatch(value)) is not None and any(found.groups()):
        pairs = zip(found.groups(), _UNITS, strict=True)
        return ", ".join(f"{n} {unit}" if n == "1" else f"{n} {unit}s" for n, unit in pairs if n)
    if (found := _SOME.fullmatch(value)) is not None:
        return f"some {_SOME_UNITS[found[1]]}"
    if _CLOCK.fullmatch(value) is not None:
        return value.removeprefix("T")
    if value.count("/") == 1 and period(value):
        return " to ".join(in_words(each) for each in value.split("/"))
    if (found := _FISCAL.fullmatch(value)) is not None:
        return f"fiscal year {found[1]}"
    if (found := _YEARLESS.fullmatch(value)) is not None:
        return _yearless(int(found[1]), int(found[2] or 0)) or value
    if len(value) == 4 and (found := _DECADES.fullmatch(value)) is not None:
        start = int(found["start"])
        match len(found["unknown"]):
            case 1:
                return f"the {start}0s"
            case 2:
                return f"the {_ordinal(start + 1)} century"
            case _:
                return f"the {_ordinal(start + 1)} millennium"
    if (lasts := period(value)) is None or (found := _POINT.fullmatch(value)) is None:
        return value
    first, year = lasts[0], found["year"]
    if found["week"]:
        said = f"{'weekend' if found['weekend'] else 'week'} of {spelled(first)}"
    elif found["quarter"]:
        said = (
            f"{('first', 'second', 'third', 'fourth')[int(found['quarter']) - 1]} quarter of {year}"
        )
    elif found["half"]:
        said = f"{('first', 'second')[int(found['half']) - 1]} half of {year}"
    elif found["season"]:
        said = f"{_SEASONS[found['season']][0]} {year}"
    elif found["day"]:
        said = f"{_WEEKDAYS[first.weekday()]} {spelled(first)}"
    elif found["month"]:
        said = f"{MONTHS[first.month - 1]} {year}"
    else:
        said = year
    time = found["time"]
    return f"{said}, {_TIMES.get(time, time)}" if time else said


def _yearless(month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return ""
    return f"{day} {MONTHS[month - 1]}" if day else MONTHS[month - 1]


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 <= 20 else ending}"


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])

"""Dates and durations as people type them: words to ISO 8601 and back."""

from __future__ import annotations

import re

from briefing.model.dates import month_number, parse_day
from briefing.model.timeline import in_words, period

_MONTH = re.compile(r"(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})")
_TIME = re.compile(
    r"(?P<day>.+?)(?:,\s*|\s+)(?:at\s+)?(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d\d))?(?:\s*(?P<half>[ap])\.?m\.?)?",
    re.IGNORECASE,
)
"""A day and what the clock says; nothing but a half of the day or minutes makes it an hour."""
_DECADE = re.compile(r"(?:the\s+)?(?P<start>\d{3})0s")
_LENGTH = re.compile(r"(?P<number>\d+(?:\.\d+)?|an?|one)\s+(?P<unit>[a-z]+?)s?", re.IGNORECASE)
_UNITS = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM",
    "second": "TS",
}  # fmt: skip
FORMS = "3 March 2025, 14:30; 3 March 2025; March 2025; 2025; 20 months; 2025-03-03"
"""What may be typed, by example."""
_PARTS = ("MO", "MI", "AF", "EV", "NI")
"""Of a day, as TIMEX3 has them."""
_APART = re.compile(r",?\s+and\s+|,\s*")


def read_value(text: str) -> str | None:
    """``22 September 2021``, that with ``, 14:30`` or ``2:30 p.m.``, ``September 2021``, ``2021``,
    ``1990s``, ``2 years, 3 months`` or ISO 8601 itself as ISO 8601; None for anything else."""
    text = " ".join(text.split())
    if (day := parse_day(text)) is not None:
        return day.isoformat()
    if (time := _time(text)) is not None:
        return time
    if (found := _MONTH.fullmatch(text)) and (number := month_number(found["name"])):
        return f"{found['year']}-{number:02}"
    if found := _DECADE.fullmatch(text):
        return f"{found['start']}X"
    if (length := _length(text)) is not None:
        return length
    iso = text.upper()
    return iso if period(iso) is not None or in_words(iso) != iso else None


def typed(value: str) -> str:
    """A value as somebody may type it, in words where those are read back."""
    words = in_words(value)
    return words if read_value(words) == value else value


def _time(text: str) -> str | None:
    """A day with an hour, to the minute, or with a time of day."""
    before, _, last = text.rpartition(",")
    if (day := parse_day(before)) is not None:
        for part in _PARTS:
            if in_words(value := f"{day}T{part}").endswith(f", {last.strip().lower()}"):
                return value
    found = _TIME.fullmatch(text)
    day = parse_day(found["day"]) if found else None
    if found is None or day is None or not (found["minute"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    return f"{day}T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _length(text: str) -> str | None:
    days, times = "", ""
    for part in _APART.split(text):
        found = _LENGTH.fullmatch(part)
        unit = _UNITS.get(found["unit"].lower()) if found else None
        if found is None or unit is None:
            return None
        number = found["number"] if found["number"][0].isdigit() else "1"
        if unit.startswith("T"):
            times += f"{number}{unit[1:]}"
        else:
            days += f"{number}{unit}"
    return f"P{days}{'T' if times else ''}{times}"

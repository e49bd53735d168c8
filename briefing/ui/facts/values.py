"""Dates and durations as people type them: words to ISO 8601 and back."""

from __future__ import annotations

import re

from briefing.model.dates import month_number, parse_day
from briefing.model.timeline import in_words, period

_MONTH = re.compile(r"(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})")
_DECADE = re.compile(r"(?:the\s+)?(?P<start>\d{3})0s")
_LENGTH = re.compile(r"(?P<number>\d+(?:\.\d+)?|an?|one)\s+(?P<unit>[a-z]+?)s?", re.IGNORECASE)
_UNITS = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM",
    "second": "TS",
}  # fmt: skip
_APART = re.compile(r",?\s+and\s+|,\s*")


def read_value(text: str) -> str | None:
    """``22 September 2021``, ``September 2021``, ``2021``, ``1990s``, ``2 years, 3 months`` or
    ISO 8601 itself as ISO 8601; None for anything else."""
    text = " ".join(text.split())
    if (day := parse_day(text)) is not None:
        return day.isoformat()
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

"""Days as people write them in English, and as the briefing prints them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(
        rf"{_WEEKDAY}(?P<day>\d{{1,2}}){_ORDINAL}\s+(?P<name>[a-z]+)\.?,?\s+(?P<year>\d{{4}})", re.I
    ),
    re.compile(
        rf"{_WEEKDAY}(?P<name>[a-z]+)\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})", re.I
    ),
)


def parse_day(text: str) -> date | None:
    """The day that ``text`` is, and nothing else; None when it is none.

    Understood: ``2021-09-22``, ``22 September 2021``, ``22 Sept. 2021``, ``Sept 22, 2021``, with
    or without the weekday. Numbers only, such as 9/10/2021, can be two days and are none.
    """
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["month"]) if "month" in parts else _month(parts["name"])
        try:
            return date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            return None
    return None


def spelled(day: date) -> str:
    """``22 September 2021``: the month in letters, so that nobody reads it the wrong way."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _month(name: str) -> int:
    """1 to 12; 0 for no month. A month may be cut to three letters or more."""
    for number, month in enumerate(MONTHS, start=1):
        if len(name) >= 3 and month.lower().startswith(name.lower()):
            return number
    return 0

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
_WEEKDAY = r"(?:(?i:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?i:day)?\b\.?,?\s+)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
FORMS = (
    rf"{_YEAR}-(?P<month>\d{{1,2}})-{_DAY}",
    rf"{_WEEKDAY}{_DAY}{_ORDINAL}\s+{_NAME},?\s+{_YEAR}",
    rf"{_WEEKDAY}{_NAME}\s+{_DAY}{_ORDINAL},?\s+{_YEAR}",
    rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",  # with full stops the day comes first
    rf"(?P<one>\d{{1,2}})/(?P<other>\d{{1,2}})/{_YEAR}",  # the month stands on either side
)
"""Patterns of a day, for a larger one; ``day_in`` reads what one of them matched."""
_FORMS = tuple(re.compile(form) for form in FORMS)


def parse_day(text: str) -> date | None:
    """The day that ``text`` is, and nothing else; None when it is none.

    Understood: ``2021-09-22``, ``22 September 2021``, ``22 Sept. 2021``, ``Sept 22, 2021``, with
    or without the weekday; ``22.09.2021`` and ``22/9/2021``. 9/10/2021 can be two days and is none.
    """
    for form in _FORMS:
        if (found := form.fullmatch(text.strip())) is not None:
            return day_in(found)
    return None


def day_in(found: re.Match[str]) -> date | None:
    """The day that a match of one of ``FORMS`` names; None when it names none, or two."""
    parts = found.groupdict()
    if parts.get("one"):
        one, other = int(parts["one"]), int(parts["other"])
        if is_either(found) and one != other:
            return None
        day, month = (one, other) if other <= 12 else (other, one)
    else:
        day = int(parts["day"])
        month = int(parts["month"]) if parts.get("month") else month_number(parts["name"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def is_either(found: re.Match[str]) -> bool:
    """Whether either number of a match could be its month, as in 9/10/2021."""
    parts = found.groupdict()
    return bool(parts.get("one")) and all(1 <= int(parts[each]) <= 12 for each in ("one", "other"))


def spelled(day: date) -> str:
    """``22 September 2021``: the month in letters, so that nobody reads it the wrong way."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_number(name: str) -> int:
    """1 to 12; 0 for no month. A month may be cut to three letters or more."""
    for number, month in enumerate(MONTHS, start=1):
        if len(name) >= 3 and month.lower().startswith(name.lower()):
            return number
    return 0

"""Dates on a line of their own. What is ambiguous (05/07/2015) is seen, but not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefing.lexicon import words

_LONGEST = 90
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_NUMERIC = (
    r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
    r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
    r"\d{1,2}/\d{1,2}/\d{4}",  # month and day may stand either way round
)
_TIME = (
    r"(?:(?:T|,?\s+(?:at\s+)?|\s*[-–—|•·]\s*)\d{1,2}(?:[:.]\d{2}){0,2}\s*(?:[ap]\.?m\.?|AM|PM|hrs)?"
    r"\s*(?:Z|\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|MSK)(?:\s?[+-]\d{1,2})?\)?)?)"
)


@dataclass(frozen=True, slots=True)
class DateLine:
    published: date | None
    """None when the line tells another date, or leaves in doubt which."""


def line(text: str) -> DateLine | None:
    """A paragraph that is a date and nothing more, such as "Published: Thursday, 7 May 2015"."""
    if len(text) > _LONGEST or not any(each.isdigit() for each in text):
        return None
    for pattern in _lines():
        if (found := pattern.fullmatch(text)) is not None:
            day = _date(found)
            if day is None and "year" in pattern.groupindex:
                return None  # 30 February
            is_update = (found["label"] or "").casefold() in words("furniture", "byline.updated")
            return DateLine(None if is_update else day)
    return None


def dateline(text: str) -> DateLine | None:
    """Place and date above the article: ``HELSINKI, Sept. 22, 2021 (Agency) —``."""
    if len(text) > _LONGEST:
        return None
    found = _dateline().fullmatch(text)
    return DateLine(_date(found)) if found is not None else None


def _date(found: re.Match[str]) -> date | None:
    """The day a match names; None when it names none, or none that exists."""
    parts = found.groupdict()
    year, day = parts.get("year"), parts.get("day")
    month = int(parts["number"]) if parts.get("number") else _month(parts.get("month") or "")
    if not year or not day or not month:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    """1 to 12, or 0."""
    start = name[:3].casefold()
    months = [each[:3].casefold() for each in words("furniture", "byline.months")]
    return months.index(start) + 1 if start in months else 0


@cache
def _month_name() -> str:
    months = words("furniture", "byline.months")
    return rf"(?P<month>(?i:{'|'.join(months)}|(?:{'|'.join(m[:3] for m in months)}|Sept)\.?))"


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    labels = words("furniture", "byline.published") + words("furniture", "byline.updated")
    label = "|".join(re.escape(each) for each in sorted(labels, key=len, reverse=True))
    weekday = rf"(?:(?i:{'|'.join(words('furniture', 'byline.weekdays'))})\.?,?\s+)?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    written = (rf"{day}\s+{_month_name()},?\s+{_YEAR}", rf"{_month_name()}\s+{day},?\s+{_YEAR}")
    return tuple(
        re.compile(rf"(?:(?P<label>(?i:{label}))\s*:?\s+)?{weekday}{form}{_TIME}?\.?")
        for form in (*written, *_NUMERIC)
    )


@cache
def _dateline() -> re.Pattern[str]:
    place = r"[A-Z][A-Z .’'-]{2,30}(?:,\s[A-Z][\w. ]{1,20})?"
    day = rf"{_month_name()}\s+(?P<day>\d{{1,2}})(?:,\s+{_YEAR})?"
    agency = r"\([A-Z][\w. ]{1,20}\)"
    end = r"\s*(?:[-–—]{1,2}|:)?"
    return re.compile(rf"{place},\s+{day}(?:\s+{agency})?{end}|{place}\s+{agency}{end}")

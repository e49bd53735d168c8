"""Dates on a line of their own. What is ambiguous (05/07/2015) is seen, but not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefing.lexicon import either, words
from briefing.model.dates import FORMS, day_in, is_either, month_number

_LONGEST = 90
_TIME = (
    r"(?:(?:T|,?\s+(?:at\s+)?|\s*[-–—|•·]\s*)\d{1,2}(?:[:.]\d{2}){0,2}\s*(?:[ap]\.?m\.?|AM|PM|hrs)?"
    r"\s*(?:Z|\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|MSK)(?:\s?[+-]\d{1,2})?\)?)?)"
)


@dataclass(frozen=True, slots=True)
class DateLine:
    published: date | None
    """None when the line tells another date, or leaves in doubt which."""
    labelled: bool = False
    """Whether the line says what its date is of: "Published: 7 May 2015"."""


def line(text: str) -> DateLine | None:
    """A paragraph that is a date and nothing more, such as "Published: Thursday, 7 May 2015"."""
    if len(text) > _LONGEST or not any(each.isdigit() for each in text):
        return None
    for pattern in _lines():
        if (found := pattern.fullmatch(text)) is not None:
            day = day_in(found)
            if day is None and not is_either(found):
                return None  # 30 February
            label = (found["label"] or "").casefold()
            is_update = label in words("furniture", "byline.updated")
            return DateLine(None if is_update else day, labelled=bool(label))
    return None


def dateline(text: str) -> DateLine | None:
    """Place and date above the article: ``HELSINKI, Sept. 22, 2021 (Agency) —``."""
    if len(text) > _LONGEST or (found := _dateline().fullmatch(text)) is None:
        return None
    if found["name"] is not None and not month_number(found["name"]):
        return None
    return DateLine(day_in(found) if found["year"] else None)


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    labels = words("furniture", "byline.published") + words("furniture", "byline.updated")
    return tuple(
        re.compile(rf"(?:(?P<label>(?i:{either(labels)}))\s*:?\s+)?{form}{_TIME}?\.?")
        for form in FORMS
    )


@cache
def _dateline() -> re.Pattern[str]:
    place = r"[A-Z][A-Z .’'-]{2,30}(?:,\s[A-Z][\w. ]{1,20})?"
    day = r"(?P<name>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:,\s+(?P<year>\d{4}))?"
    agency = r"\([A-Z][\w. ]{1,20}\)"
    end = r"\s*(?:[-–—]{1,2}|:)?"
    return re.compile(rf"{place},\s+{day}(?:\s+{agency})?{end}|{place}\s+{agency}{end}")

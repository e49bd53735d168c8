"""Dates on a line of their own. What is ambiguous (05/07/2015) is seen, but not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from briefing import lexicon
from briefing.lexicon import either, words
from briefing.model.dates import FORMS, day_in, is_either

_LONGEST = 120
_CLOCK = (
    r"\d{1,2}(?:[:.hH]\d{2}){0,2}\s*(?:[ap]\.?m\.?|AM|PM|hrs|Uhr|h|ч)?"
    r"(?:\s*(?:Z|\(?(?:GMT|UTC|BST|CET|CEST|MEZ|MESZ|EET|EEST|EST|EDT|ET|PST|PDT|MSK|IST|AEST)"
    r"(?:\s?[+-]\d{1,2})?\)?)|[+-]\d{2}:?\d{2})?"
)
_EARLIER = r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?|AM|PM)?(?:\s*[A-Z]{2,4})?,?\s+(?:on\s+)?)?"


@dataclass(frozen=True, slots=True)
class DateLine:
    published: date | None
    """None when the line tells another date, or leaves in doubt which."""
    labelled: bool = False
    """Whether the line says what its date is of: "Published: 7 May 2015"."""
    updated: date | None = None
    """The day it tells when it is one of a later change."""


@lru_cache(maxsize=256)  # several rules ask of the same line
def line(text: str) -> DateLine | None:
    """A paragraph that is a date and nothing more, such as "Published: Thursday, 7 May 2015"."""
    if len(text) > _LONGEST or not _has_year(text) or "://" in text:
        return None
    for pattern in _lines():
        if (found := pattern.fullmatch(text)) is not None:
            day = _day(found)
            if day is None and not is_either(found):
                continue  # 30 February, or another language's month
            label = " ".join((found["label"] or "").casefold().split())
            if label in words("furniture", "byline.updated"):
                return DateLine(None, True, day)
            return DateLine(day, labelled=bool(label))
    return None


def cut(text: str) -> tuple[str, DateLine | None]:
    """A line without the date that ends it, and that date: ``Jane Doe, 7 May 2015``."""
    if _has_year(text) and len(text) <= 2 * _LONGEST:
        for start in _starts().finditer(text):
            if (found := line(text[start.end() :])) is not None:
                return text[: start.start()], found
    return text, None


def month(name: str) -> int:
    """1 to 12; 0 for no month of any language the program knows."""
    return _months().get(name.casefold().rstrip("."), 0)


def month_names() -> frozenset[str]:
    return frozenset(_months())


@cache
def any_day() -> str:
    """A pattern of a day in letters, its year optional: ``Sept. 22``, ``le 22 septembre 2021``.

    ``on`` makes a date of what it matched.
    """
    names = either(_months())
    before = either(words("days", "around.before"))
    behind = either(words("days", "around.behind"))
    return (
        rf"(?:(?i:{names})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
        rf"|(?:(?:{before})\s+)?\d{{1,2}}(?:\.|er|º|°)?\s+(?:de\s+)?(?i:{names})\b\.?"
        rf"(?:,?\s+(?:de\s+|del\s+)?\d{{4}}(?:\s?(?:{behind})(?!\w))?)?)"
    )


def on(text: str) -> tuple[int, int, int | None] | None:
    """Month, day and year (None where it is left out) of what ``any_day`` matched."""
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    number = next((found for each in re.findall(r"[^\W\d_]+", text) if (found := month(each))), 0)
    if not number or not numbers or not 1 <= numbers[0] <= 31:
        return None
    return number, numbers[0], numbers[1] if len(numbers) > 1 else None


def _has_year(text: str) -> bool:
    return _YEAR.search(text) is not None


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def _day(found: re.Match[str]) -> date | None:
    if "foreign" not in found.re.groupindex:
        return day_in(found)
    try:
        return date(int(found["year"]), month(found["foreign"]), int(found["day"]))
    except ValueError:
        return None


@cache
def _starts() -> re.Pattern[str]:
    """Where in a line a date may begin: behind a bar, a comma, a dash or a bracket."""
    return re.compile(r"\s*[|•·,;–—/(]\s*|\s+-\s+|\s+(?=\S)")


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    labels = words("furniture", "byline.published") + words("furniture", "byline.updated")
    at, days = either(words("days", "around.at")), either(words("days", "weekdays.all"))
    before = either(words("days", "around.before"))
    behind = either(words("days", "around.behind"))
    foreign = (
        rf"(?:(?i:{days})\.?,?\s+)?(?:(?i:{before})\s+)?(?P<day>\d{{1,2}})(?:\.|er|º|°)?\s*(?:de\s+)?"
        rf"(?P<foreign>(?i:{either(_months())}))\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})"
        rf"(?:\s?(?:{behind})(?!\w))?"
    )
    eastern = r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
    glued = r"(?:\b|(?<=[^\W\d_])(?=\d))"  # "Published27 November 2021", as some pages have it
    time = rf"(?:(?:T|,?\s+(?:(?i:{at})\s+)?|\s*[-–—|•·/]\s*){_CLOCK})"
    return tuple(
        re.compile(
            rf"(?:(?P<label>(?i:{either(labels)}))\s*:?\s*{glued})?{_EARLIER}{form}{time}?\.?"
        )
        for form in (*FORMS, foreign, eastern)
    )


@cache
def _months() -> dict[str, int]:
    return {
        form: number
        for language in lexicon.keys("days", "months")
        for number, forms in enumerate(words("days", f"months.{language}"), start=1)
        for form in forms.split()
    }

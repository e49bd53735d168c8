"""Dates in languages other than English: in figures, or with the month's name."""

from __future__ import annotations

import re
from functools import cache

from briefing import lexicon
from briefing.analysis.dates import days, periods
from briefing.analysis.dates.forms import Form
from briefing.lexicon import either, words


def find(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where they are in ``text[start:end]``; a month alone is none."""
    return [each.span() for each in _pattern().finditer(text, start, end)]


def read(text: str) -> Form | None:
    """What an expression with a month's name means."""
    found = _pattern().fullmatch(text)
    if found is None or found["figures"]:
        return None
    month, year = (
        _months()[found["month"].casefold()],
        int(found["year"]) if found["year"] else None,
    )
    if found["day"] is None:
        return periods.month(month, year)
    return days.on(month, int(found["day"]), year) if 1 <= int(found["day"]) <= 31 else None


@cache
def _months() -> dict[str, int]:
    return {
        form: number
        for language in lexicon.keys("days", "months")
        if language != "en"
        for number, forms in enumerate(words("days", f"months.{language}"), start=1)
        for form in forms.split()
    }


@cache
def _pattern() -> re.Pattern[str]:
    """A day with its month, the year optional, or a month with its year."""
    of = r"(?:de\s|del\s)?"
    return re.compile(
        r"(?P<figures>\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b|\b\d{1,2}/\d{1,2}/\d{4}\b)"
        rf"|(?:\b(?P<day>\d{{1,2}})(?:\.|er|º|°)?\s{of})?\b(?P<month>(?i:{either(_months())}))\b\.?"
        rf"(?:\s{of}(?P<year>\d{{4}})\b|(?(day)|(?!)))"
    )

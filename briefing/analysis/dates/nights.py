"""Times of day told one after another: what is told after the evening goes on behind midnight."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates import tense
from briefing.analysis.dates.calendar import Partial
from briefing.analysis.dates.forms import Direction
from briefing.analysis.dates.vocabulary import folded, single
from briefing.model.span import Span

_EVENING, _MORNING = "18:00", "06:00"
_PERFECT = 5
"""Words before a time within which "had" tells that it was before the others."""


class Told(NamedTuple):
    """The last time of day that was told with its day."""

    day: date
    hour: str
    """As in ``23:40``."""
    span: Span
    paragraph: int


def told(value: str, span: Span, paragraph: int) -> Told | None:
    """None where ``value`` is not a time of a known day."""
    hour = _hour(value)
    known = Partial.parse(value) if hour else None
    day = known.date if known else None
    return Told(day, hour, span, paragraph) if day else None


def next_day(text: str, span: Span, value: str | None, before: Told) -> Partial | None:
    """The day behind ``before``'s, if ``value``, reckoned on the same day, is of the night that
    follows; None if it is not."""
    this = told(value, span, 0) if value else None
    if this is None or this.day != before.day or not this.hour < _MORNING:
        return None
    if before.hour < _EVENING or _goes_back(text, span):
        return None
    if tense.direction(text, before.span.start, before.span.end) is not Direction.PAST:
        return None
    day = cal.plus_days(before.day, 1)
    return Partial.of(day) if day else None


def _hour(value: str) -> str:
    hour = value.partition("T")[2][:5]
    return hour if hour[2:3] == ":" else ""


def _goes_back(text: str, span: Span) -> bool:
    """ "Earlier, at 2 a.m.", "it had left at 2 a.m."."""
    start, end = tense.sentence(text, span)
    before = [folded(each) for each in tense.WORD.findall(text[start : span.start])]
    behind = [folded(each) for each in tense.WORD.findall(text[span.end : end])]
    if not single("tense.earlier").isdisjoint(before + behind):
        return True
    return not single("tense.perfect").isdisjoint(before[-_PERFECT:])

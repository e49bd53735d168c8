"""What does not fit: a span of time against the days it lies between, a past that is to come.

Each check would rather be silent than wrong. A form doubts itself where a day has no such date or
weekday; the checks here compare what several expressions, or an expression and its words, say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates import tense
from briefing.analysis.dates.calendar import Partial
from briefing.analysis.dates.forms import Direction
from briefing.analysis.dates.vocabulary import folded, single
from briefing.lexicon import either, words
from briefing.model.article import Article
from briefing.model.dates import spelled
from briefing.model.facts import DateExpression, DateKind
from briefing.model.span import Span

_PERIOD = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[YMWD])")
_FIRST = r"(?i)\b(?:first|last|only)\b(?P<what>[^.;:!?]{0,60}?)\b(?P<how>in|since)\s+$"
_REACH = 90
"""Characters before an expression in which "the first time since" must begin."""
_NEAR = 900
"""Characters between two sentences that may speak of one event."""
_WORDS = re.compile(r"[^\W\d_]{4,}")
_SHARED = 1
"""Words that two sentences about one event share, at least, beside common ones."""
_TOO_LATE = 2
"""Days after publication from which an event that is told as past does not fit: clocks differ."""


class _First(NamedTuple):
    """ "The first time in 20 months", "the first meeting since May"."""

    place: int
    """Which expression."""
    since: bool
    head: str
    """The first time, meeting, …; empty for "the first since"."""
    about: frozenset[str]
    """Words of its sentence."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """When it is first needed: few articles need any."""
    return re.compile(pattern)


def doubted(
    article: Article, found: Sequence[DateExpression], published: date | None
) -> tuple[DateExpression, ...]:
    """The same expressions, with a doubt where one is due and there was none."""
    doubts: dict[int, str] = {}
    for check in (_firsts, _since, _intervals, _ago, _to_come):
        for place, doubt in check(article, found, published):
            doubts.setdefault(place, doubt)
    if not doubts:
        return tuple(found)
    return tuple(
        replace(each, doubt=doubts[place]) if place in doubts and not each.doubt else each
        for place, each in enumerate(found)
    )


_Doubts = Iterator[tuple[int, str]]


def _firsts(article: Article, found: Sequence[DateExpression], published: date | None) -> _Doubts:
    """One event cannot be the first in 20 months and the first since 21 months ago."""
    if published is None:
        return
    firsts = [first for place in range(len(found)) if (first := _first(article.text, found, place))]
    starts = [each for each in firsts if each.since]
    offsets = [found[each.place].span.start for each in starts]
    for span in (each for each in firsts if not each.since):
        here = found[span.place].span.start
        near = range(bisect_right(offsets, here - _NEAR), bisect_right(offsets, here + _NEAR))
        for since in (starts[index] for index in near):
            if since.head != span.head or len(since.about & span.about) < _SHARED:
                continue
            start = found[since.place]
            if (
                doubt := _length(article, found[span.place], start, Partial.of(published))
            ) is not None:
                yield span.place, doubt
                break


def _first(text: str, found: Sequence[DateExpression], place: int) -> _First | None:
    here = found[place]
    if not (here.kind is DateKind.POINT or _exact(here)):
        return None
    if not text[max(0, here.span.start - 7) : here.span.start].rstrip().endswith(("in", "since")):
        return None
    low = max(0, here.span.start - _REACH)
    match = _compiled(_FIRST).search(text[low : here.span.start])
    if match is None or (match["how"].lower() == "since") != (here.kind is DateKind.POINT):
        return None
    heads = [each for each in match["what"].split() if each.isalpha()]
    start, end = _sentence(text, here.span)
    return _First(
        place,
        here.kind is DateKind.POINT,
        heads[-1].lower() if heads else "time",
        frozenset(each.lower() for each in _WORDS.findall(text[start:end])) - _common(),
    )


@cache
def _common() -> frozenset[str]:
    """Words that sentences share without a common event."""
    calendar = (*words("times", "months.names"), *words("times", "weekdays.names"))
    return single("doubts.common") | {folded(each) for line in calendar for each in line.split()}


def _sentence(text: str, span: Span, reach: int = 300) -> tuple[int, int]:
    """About where the sentence begins and ends: paragraphs and full stops before a capital."""
    before, behind = (
        text[max(0, span.start - reach) : span.start],
        text[span.end : span.end + reach],
    )
    starts = [each.end() for each in tense.SENTENCE.finditer(before)]
    stop = tense.SENTENCE.search(behind)
    return (
        span.start - len(before) + (starts[-1] if starts else 0),
        span.end + (stop.start() if stop else len(behind)),
    )


def _since(article: Article, found: Sequence[DateExpression], published: date | None) -> _Doubts:
    """ "The 20 months since December 2019"; "20 years after 1990" is not known to end now."""
    if published is None:
        return
    for place in range(len(found) - 1):
        span, start = found[place], found[place + 1]
        between = article.text[span.span.end : start.span.start]
        if between.strip().lower() == "since" and "\n\n" not in between and _exact(span):
            if start.kind is not DateKind.POINT:
                continue
            if (doubt := _length(article, span, start, Partial.of(published))) is not None:
                yield place, doubt


def _length(
    article: Article, span: DateExpression, start: DateExpression, end: Partial
) -> str | None:
    """What the calendar says instead of ``span`` between a start and an end, if it is not that."""
    known = Partial.parse(start.value) if start.value else None
    period = _PERIOD.fullmatch(span.value or "")
    if known is None or period is None:
        return None
    count, unit = int(period["count"]), period["unit"]
    actual = _between(known, end, unit)
    words_of = article.text_of(span.span)
    if actual is None or actual <= 0 or _tolerated(words_of, count, actual, unit):
        return None
    return (
        f"From {article.text_of(start.span)} to {_shown(end)} is {_counted(actual, unit)} by the"
        f" calendar, not {_counted(count, unit)}."
    )


def _between(start: Partial, end: Partial, unit: str) -> int | None:
    """Whole units by the calendar; None where the start is not exact enough."""
    match unit:
        case "Y":
            return end.year - start.year
        case "M" if start.month and end.month:
            return cal.months_between(start, end)
        case "W" | "D" if (one := start.date) and (other := end.date):
            days = (other - one).days
            return days if unit == "D" else round(days / 7)
        case _:
            return None


def _tolerated(said: str, count: int, actual: int, unit: str) -> bool:
    """Whether people would say so: "almost two years" of 23 months, "20 years" of 19."""
    if count == actual:
        return True
    low, high = 0.85 * count, 1.2 * count
    if said[:1].isalpha() and (rounded := _rounding().match(said)) is not None:
        more = rounded[0].lower() in words("times", "doubts.more")
        return (
            (low if not more else count)
            <= actual
            <= (max(high, count + 1) if not more else 2 * count)
        )
    if unit == "Y":
        whole = count % 5 == 0
        return abs(count - actual) <= (max(1, count // 10) if whole else 1)
    if unit == "M" and count % 6 == 0:
        return abs(count - actual) <= 1
    return unit in "WD" and abs(count - actual) <= 1


@cache
def _rounding() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('times', 'classes.about'))})\b", re.I)


def _exact(date_: DateExpression) -> bool:
    return date_.kind is DateKind.DURATION and _PERIOD.fullmatch(date_.value or "") is not None


_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def _counted(count: int, unit: str) -> str:
    return f"{count} {_UNITS[unit]}{'' if count == 1 else 's'}"


def _shown(known: Partial) -> str:
    day = known.date
    return spelled(day) if day else str(known.year)


_FROM_TO = r"(?i)\s*(?:to|until|till|through|[-–—])\s*"
_BEHIND_SPAN = r"(?i)[^.;:!?\d]{0,50}?\b(?:from|between|,)\s*$"


def _intervals(
    article: Article,
    found: Sequence[DateExpression],
    published: date | None,  # noqa: ARG001
) -> _Doubts:
    """ "The three-day visit, from 3 to 9 May": one of the two is wrong."""
    text = article.text
    for place, span in enumerate(found[:-1]):
        if not _exact(span) or not (span.value or "").endswith("D"):
            continue
        ends = _ends(text, found, place + 1)
        if (
            ends is None
            or _compiled(_BEHIND_SPAN).fullmatch(text[span.span.end : found[place + 1].span.start])
            is None
        ):
            continue
        count, days = int((span.value or "")[1:-1]), (ends[1] - ends[0]).days
        said = article.text_of(span.span)
        if days > 0 and count not in (days, days + 1) and _rounding().match(said) is None:
            yield (
                place,
                f"From {spelled(ends[0])} to {spelled(ends[1])} is {_counted(days + 1, 'D')}, both"
                f" counted, not {_counted(count, 'D')}.",
            )


def _ends(text: str, found: Sequence[DateExpression], place: int) -> tuple[date, date] | None:
    """The two days that "from … to …" names, as one expression or as two."""
    first = found[place]
    start, _, end = (first.value or "").partition("/")
    if not end and place + 1 < len(found):
        between = text[first.span.end : found[place + 1].span.start]
        end = (found[place + 1].value or "") if _compiled(_FROM_TO).fullmatch(between) else ""
    one, other = (Partial.parse(each) if each else None for each in (start, end))
    return (one.date, other.date) if one and other and one.date and other.date else None


def _ago(article: Article, found: Sequence[DateExpression], published: date | None) -> _Doubts:
    """ "Three years ago, in 2017"."""
    if published is None:
        return
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        said = article.text_of(one.span)
        if not said.endswith("ago"):
            continue
        between = article.text[one.span.end : other.span.start]
        if between.strip(" \n") not in _IN:
            continue
        first = Partial.parse(one.value) if one.value else None
        second = Partial.parse(other.value) if other.value else None
        if first is None or second is None or "year" not in said:
            continue
        if str(second.year) not in article.text_of(other.span):
            continue
        count, actual = published.year - first.year, published.year - second.year
        if actual > 0 and not _tolerated(said, count, actual, "Y"):
            yield place, f"{second.year} is {_counted(actual, 'Y')} before {spelled(published)}."


_IN = frozenset({", in", "in", ",", "(", ", on", "(in"})


def _to_come(article: Article, found: Sequence[DateExpression], published: date | None) -> _Doubts:
    """A day after publication that is told as past: "was opened on 5 May 2022"."""
    if published is None:
        return
    text = article.text
    for place, each in enumerate(found):
        value = each.value or ""
        if each.kind is not DateKind.POINT or len(value) < 7 or value[:4] < str(published.year):
            continue
        if (
            value[:4] not in text[each.span.start : each.span.end]
            or not value[:7] >= published.isoformat()[:7]
        ):
            continue
        known = Partial.parse(value)
        if known is None or not known.month:
            continue
        first = cal.day_of(known.year, known.month, known.day or 1)
        if first is None or (first - published).days < _TOO_LATE:
            continue
        start, end = _sentence(text, each.span)
        before = text[start : each.span.start]
        told = _compiled(_TOLD).search(before)
        if (
            told is None
            or _compiled(_OPEN).search(text[start:end])
            or _compiled(_BOUND).search(before)
        ):
            continue
        if tense.direction(text, each.span.start, each.span.end) is Direction.PAST:
            yield (
                place,
                f"{each.span.of(text)} is after the day of publication, but told as past.",
            )


_TOLD = (
    r"\b(?:was|were|had|has been|have been|died|met|took|began|held|[a-z]{3,}ed)\b"
    r"(?:\s+[\w’'-]+){0,4}?\s+(?:on|in)\s+$"
)
_BOUND = r"(?i)\b(?:to|until|till|by|from|for|of|than)\b"
"""Words before the day that may tie it to something else that is to come."""
_OPEN = (
    r"\b(?:will|would|plan\w*|due|expect\w*|schedul\w*|propos\w*|postpon\w*|delay\w*|set|if|could"
    r"|should|may|might|must|can|next|agree\w*|sign\w*|extend\w*|promis\w*|pledg\w*|announc\w*|call\w*|election\w*)\b"
)

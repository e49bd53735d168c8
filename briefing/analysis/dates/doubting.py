"""What does not fit: a span of time against the days it lies between, a past that is to come.

Each check would rather be silent than wrong. A form doubts itself where a day has no such date or
weekday; the checks here compare what several expressions, or an expression and its words, say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates import tense
from briefing.analysis.dates.calendar import Partial
from briefing.analysis.dates.counting import counted, exact, length, rounding, tolerated
from briefing.analysis.dates.firsts import firsts
from briefing.analysis.dates.forms import Direction
from briefing.analysis.dates.vocabulary import folded, listed, single
from briefing.lexicon import either, words
from briefing.model.article import Article
from briefing.model.dates import spelled
from briefing.model.facts import DateExpression, DateKind

_CLOSE = 60
"""Characters between a span of time and its ends."""
_TOO_LATE = 2
"""Days after publication from which an event that is told as past does not fit: clocks differ."""


def doubted(
    article: Article, found: Sequence[DateExpression], published: date | None
) -> tuple[DateExpression, ...]:
    """The same expressions, with a doubt where one is due and there was none."""
    doubts: dict[int, str] = {}
    for check in (firsts, _since, _intervals, _ago, _to_come):
        for place, doubt in check(article, found, published):
            doubts.setdefault(place, doubt)
    if not doubts:
        return tuple(found)
    return tuple(
        replace(each, doubt=doubts[place]) if place in doubts and not each.doubt else each
        for place, each in enumerate(found)
    )


_Doubts = Iterator[tuple[int, str]]


def _since(article: Article, found: Sequence[DateExpression], published: date | None) -> _Doubts:
    """ "The 20 months since December 2019"; "20 years after 1990" is not known to end now."""
    if published is None:
        return
    for place in range(len(found) - 1):
        span, start = found[place], found[place + 1]
        between = article.text[span.span.end : start.span.start]
        if (
            folded(between.strip()) in single("doubts.since")
            and "\n\n" not in between
            and exact(span)
        ):
            if start.kind is not DateKind.POINT:
                continue
            if (doubt := length(article, span, start, Partial.of(published))) is not None:
                yield place, doubt


def _intervals(
    article: Article,
    found: Sequence[DateExpression],
    published: date | None,  # noqa: ARG001
) -> _Doubts:
    """ "The three-day visit, from 3 to 9 May": one of the two is wrong."""
    text = article.text
    for place, span in enumerate(found[:-1]):
        if not exact(span) or not (span.value or "").endswith("D"):
            continue
        ends = _ends(text, found, place + 1)
        between = text[span.span.end : found[place + 1].span.start]
        if ends is None or not _behind_span(between):
            continue
        count, days = int((span.value or "")[1:-1]), (ends[1] - ends[0]).days
        said = article.text_of(span.span)
        if days > 0 and count not in (days, days + 1) and not rounding(said):
            yield (
                place,
                f"From {spelled(ends[0])} to {spelled(ends[1])} is {counted(days + 1, 'D')}, both"
                f" counted, not {counted(count, 'D')}.",
            )


def _behind_span(between: str) -> bool:
    """Whether no more than a few words and "from" part a span of time from its ends."""
    apart = between.rstrip()
    if len(between) > _CLOSE or not apart.lower().endswith(tuple(single("doubts.span_before"))):
        return False
    return not any(each in ".;:!?" or each.isdigit() for each in apart)


def _ends(text: str, found: Sequence[DateExpression], place: int) -> tuple[date, date] | None:
    """The two days that "from … to …" names, as one expression or as two."""
    first = found[place]
    start, _, end = (first.value or "").partition("/")
    if not end and place + 1 < len(found):
        between = text[first.span.end : found[place + 1].span.start]
        joined = folded(between.strip()) in single("doubts.to")
        end = (found[place + 1].value or "") if joined else ""
    one, other = (Partial.parse(each) if each else None for each in (start, end))
    return (one.date, other.date) if one and other and one.date and other.date else None


def _ago(article: Article, found: Sequence[DateExpression], published: date | None) -> _Doubts:
    """ "Three years ago, in 2017"."""
    if published is None:
        return
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        said = article.text_of(one.span)
        if folded(said[-3:]) not in listed("classes.ago"):
            continue
        between = article.text[one.span.end : other.span.start]
        if " ".join(between.split()) not in words("times", "doubts.apposition"):
            continue
        first = Partial.parse(one.value) if one.value else None
        second = Partial.parse(other.value) if other.value else None
        if first is None or second is None or not _years(said):
            continue
        if str(second.year) not in article.text_of(other.span):
            continue
        count, actual = published.year - first.year, published.year - second.year
        if actual > 0 and not tolerated(said, count, actual, "Y"):
            yield place, f"{second.year} is {counted(actual, 'Y')} before {spelled(published)}."


def _years(said: str) -> bool:
    return any(each in said for each in words("times", "units.1Y"))


def _to_come(article: Article, found: Sequence[DateExpression], published: date | None) -> _Doubts:
    """A day after publication that is told as past: "was opened on 5 May 2022"."""
    if published is None:
        return
    text = article.text
    for place, each in enumerate(found):
        if not _later(text, each, published) or not _on(text, each.span.start):
            continue
        start, end = tense.sentence(text, each.span)
        before = text[start : each.span.start]
        if (
            _told().search(before)
            and not _open().search(text[start:end])
            and not _bound().search(before)
            and tense.direction(text, each.span.start, each.span.end) is Direction.PAST
        ):
            words_of = each.span.of(text)
            yield place, f"{words_of} is after the day of publication, but told as past."


def _later(text: str, each: DateExpression, published: date) -> bool:
    """Whether it names a day or month, with its year, that is clearly behind publication."""
    value = each.value or ""
    if each.kind is not DateKind.POINT or len(value) < 7 or value[:7] < published.isoformat()[:7]:
        return False
    known = Partial.parse(value)
    if known is None or not known.month or value[:4] not in each.span.of(text):
        return False
    first = cal.day_of(known.year, known.month, known.day or 1)
    return first is not None and (first - published).days >= _TOO_LATE


def _on(text: str, start: int) -> bool:
    """Whether "on" or "in" stands before: quicker than to look for the whole sentence."""
    before = text[max(0, start - 6) : start].split()
    return bool(before) and before[-1] in single("doubts.on")


@cache
def _told() -> re.Pattern[str]:
    told, on = either(single("doubts.told")), either(single("doubts.on"))
    return re.compile(rf"\b(?:{told}|[a-z]{{3,}}ed)\b(?:\s+[\w’'-]+){{0,4}}?\s+(?:{on})\s+$")


@cache
def _open() -> re.Pattern[str]:
    whole, stems = either(single("doubts.open")), either(single("doubts.open_stems"))
    return re.compile(rf"\b(?:{whole}|(?:{stems})\w*)\b")


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{either(single('doubts.bound'))})\b")

"""One event told as the first twice: "the first in 20 months", "the first since December"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from briefing.analysis.dates import tense
from briefing.analysis.dates.calendar import Partial
from briefing.analysis.dates.counting import compiled, exact, length
from briefing.analysis.dates.vocabulary import folded, single
from briefing.lexicon import either, words
from briefing.model.article import Article
from briefing.model.facts import DateExpression, DateKind

_REACH = 90
"""Characters before an expression in which "the first time since" must begin."""
_NEAR = 900
"""Characters between two sentences that may speak of one event."""
_WORDS = r"[^\W\d_]{4,}"
_SHARED = 1
"""Words that two sentences about one event share, at least, beside common ones."""


class _First(NamedTuple):
    """ "The first time in 20 months", "the first meeting since May"."""

    place: int
    """Which expression."""
    since: bool
    head: str
    """The first time, meeting, …; empty for "the first since"."""
    about: frozenset[str]
    """Words of its sentence."""


def firsts(
    article: Article, found: Sequence[DateExpression], published: date | None
) -> Iterator[tuple[int, str]]:
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
                doubt := length(article, found[span.place], start, Partial.of(published))
            ) is not None:
                yield span.place, doubt
                break


def _first(text: str, found: Sequence[DateExpression], place: int) -> _First | None:
    here = found[place]
    if not (here.kind is DateKind.POINT or exact(here)):
        return None
    if not text[max(0, here.span.start - 7) : here.span.start].rstrip().lower().endswith(_hows()):
        return None
    low = max(0, here.span.start - _REACH)
    match = _pattern().search(text[low : here.span.start])
    point = here.kind is DateKind.POINT
    if match is None or (folded(match["how"]) in single("doubts.since")) != point:
        return None
    heads = [each for each in match["what"].split() if each.isalpha()]
    start, end = tense.sentence(text, here.span)
    return _First(
        place,
        point,
        heads[-1].lower() if heads else "time",
        frozenset(each.lower() for each in compiled(_WORDS).findall(text[start:end])) - _common(),
    )


@cache
def _hows() -> tuple[str, ...]:
    return tuple(sorted(single("doubts.within") | single("doubts.since")))


@cache
def _pattern() -> re.Pattern[str]:
    first, how = either(single("doubts.first")), either(_hows())
    return re.compile(rf"(?i)\b(?:{first})\b(?P<what>[^.;:!?]{{0,60}}?)\b(?P<how>{how})\s+$")


@cache
def _common() -> frozenset[str]:
    """Words that sentences share without a common event."""
    calendar = (*words("times", "months.names"), *words("times", "weekdays.names"))
    return single("doubts.common") | {folded(each) for line in calendar for each in line.split()}

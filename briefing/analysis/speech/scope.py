"""Which words of caution are nobody's but the reporter's, in a sentence where somebody speaks.

"Officials said the bridge was safe, but it could fall": they did not say that it could.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from briefing.analysis.speech import hedges
from briefing.analysis.speech.hedges import Hedge
from briefing.analysis.speech.said import Said, closes
from briefing.lexicon import either, words


def apart(own: str, said: Sequence[Said]) -> Hedge | None:
    """The first words of caution of a sentence for which none of those who speak in it vouch.

    Places of ``said`` are in ``own``; they are in its order.
    """
    found = list(hedges.find(own))
    if not found:
        return None
    starts = _starts(own, said, found)
    told = {bisect_right(starts, each.start) for each in said}
    closing = max((each.start for each in said if closes(own, each)), default=0)
    for hedge in found:
        clause = bisect_right(starts, hedge.start)
        end = starts[clause] if clause < len(starts) else len(own)
        if clause not in told and closing < end:
            return hedge
    return None


def _starts(own: str, said: Sequence[Said], found: Sequence[Hedge]) -> list[int]:
    """Where a clause of its own begins."""
    starts = {each.end() for each in _joined().finditer(own)}
    aside = _aside()
    for hedge in found:
        before = aside.search(own, max(0, hedge.start - 12), hedge.start)
        if before is not None and hedge.words.split()[0] in words("hedges", "clauses.asides"):
            starts.add(before.start() + 1)
    if (comma := _end_of_opening(own, said, found)) is not None:
        starts.add(comma)
    return sorted(starts)


def _end_of_opening(own: str, said: Sequence[Said], found: Sequence[Hedge]) -> int | None:
    """The comma of "While officials said it was safe, it could fall", and the other way round."""
    if not said or not found or not _opening().match(own):
        return None
    first = said[0]
    if found[0].start < first.first:
        comma = own.rfind(",", found[0].start, first.first)
        return comma if comma >= 0 and not closes(own, first) else None
    hedge = next((each for each in found if each.start > first.last), None)
    comma = own.rfind(",", first.last, hedge.start) if hedge is not None else -1
    return comma if comma >= 0 and _concedes().match(own) else None


@cache
def _joined() -> re.Pattern[str]:
    joins = either(words("hedges", "clauses.joins"))
    goes_on = either(words("hedges", "clauses.goes_on"))
    return re.compile(rf";(?!\s+(?:and\s+)?that\b)|[,—–]\s*(?=(?:{joins})\s+(?!(?:{goes_on})\b))")


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"[,—–]\s+(?:even as\s+|as\s+|with\s+)?$")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('hedges', 'clauses.opening'))})\b", re.IGNORECASE)


@cache
def _concedes() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('hedges', 'clauses.joins'))})\b", re.IGNORECASE)

"""Whether the words near a date speak of what is gone or of what is to come."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.analysis.dates.forms import Direction
from briefing.analysis.dates.vocabulary import folded, listed, single
from briefing.lexicon import words
from briefing.model.span import Span

_REACH = 160
"""Characters looked at on either side."""
WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?|['’]ll\b|[,;:.–—\"“”]")
_SENTENCE = re.compile(r"(?:[^\W\d_]{3}|\d|[)\"”’])[.!?][\"”’)]*\s+(?=[\"“‘A-Z])|\n\n")
_DATELINE = re.compile(r",?\s*(?:\d{4})?\s*(?:[(/\[][^()\[\]]{2,40}[)/\]])?\s*[-–—]{1,2}\s")
_DATELINE_WITHIN = 60
_COMMA, _CLAUSE, _SPEECH = 3.0, 3.0, 6.0
"""What a mark or a word between counts for, in words."""
_FORWARD = 1.4
"""Verbs stand before their day more often than behind it."""


@lru_cache(maxsize=1 << 15)  # other days of publication ask again
def direction(text: str, start: int, end: int) -> Direction:
    """Of the words nearest to ``text[start:end]`` in its sentence that tell."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    before, behind = text[low:start], text[end:high]
    breaks = [found.end() for found in _SENTENCE.finditer(before)]
    if breaks:
        before = before[breaks[-1] :]
    if (stop := _SENTENCE.search(behind)) is not None:
        behind = behind[: stop.start() + 1]
    if (
        len(before) < _DATELINE_WITHIN
        and _DATELINE.match(behind)
        and before.split(",")[0].isupper()
    ):
        return Direction.OPEN
    words_before = WORD.findall(before)
    if _awaited(words_before):
        return Direction.FUTURE
    back, back_at = _nearest(words_before, reverse=True)
    ahead, ahead_at = _nearest(WORD.findall(behind), reverse=False)
    if back is Direction.OPEN or (
        ahead is not Direction.OPEN and _FORWARD * ahead_at + 1 < back_at
    ):
        return ahead
    return back


def _awaited(found: list[str]) -> bool:
    """Whether a deadline is behind these words: "expects one more cut by"; a past verb of a
    clause of its own stands between in "the bank, which expects a cut, closed by"."""
    if not found or folded(found[-1]) not in single("tense.deadline"):
        return False
    past = False
    for index in range(len(found) - 2, -1, -1):
        word, key = found[index], folded(found[index])
        if word in ';:."“”' or key in single("tense.finite"):
            return False
        clause = key in single("tense.clause")
        if past and clause:
            return False
        before = folded(found[index - 1]) if index else ""
        if word[0].islower() and _outlook(key, before):
            return not (past and before in single("tense.clause"))
        past = past or key in single("tense.past") or _is_past(word)
    return False


def _outlook(key: str, before: str) -> bool:
    return key in single("tense.outlook") or f"{before} {key}" in listed("tense.outlook_pairs")


def sentence(text: str, span: Span, reach: int = 300) -> tuple[int, int]:
    """About where the sentence begins and ends: paragraphs and full stops before a capital."""
    before, behind = (
        text[max(0, span.start - reach) : span.start],
        text[span.end : span.end + reach],
    )
    starts = [each.end() for each in _SENTENCE.finditer(before)]
    stop = _SENTENCE.search(behind)
    return (
        span.start - len(before) + (starts[-1] if starts else 0),
        span.end + (stop.start() if stop else len(behind)),
    )


def _nearest(found: list[str], *, reverse: bool) -> tuple[Direction, float]:
    order = range(len(found) - 1, -1, -1) if reverse else range(len(found))
    distance = 0.0
    for index in order:
        word = found[index]
        distance += 1
        if word in ",;:.–—":
            distance += _COMMA
            continue
        if word in '"“”':
            distance += _SPEECH
            continue
        if folded(word) in single("tense.clause"):
            distance += _CLAUSE
        sign = _sign(found, index, reverse=reverse)
        if sign is not None:
            return sign, distance
    return Direction.OPEN, distance


def _sign(found: list[str], index: int, *, reverse: bool) -> Direction | None:
    """Of one word, by those beside it."""
    word, key, signs = found[index], folded(found[index]), _signs()
    before = folded(found[index - 1]) if index else ""
    following = found[index + 1] if index + 1 < len(found) else ""
    sign = signs.get(f"{key} {folded(following)}") if following else None
    if sign is None and (word[0].islower() or word[0] in "'’" or key in single("tense.starts")):
        sign = signs.get(key)
    neutral = before in single("tense.neutral")
    if sign is Direction.PAST and neutral:
        sign = None
    if sign is not None:
        return sign
    if _is_past(word) and not neutral and before not in single("tense.participle"):
        return Direction.PAST
    if word.endswith("ing") and before in single("tense.progressive"):
        return Direction.FUTURE
    if key == "to" and reverse and following.islower() and not following.endswith("ing"):
        return Direction.FUTURE if before in single("tense.before_to") else None
    return None


def _is_past(word: str) -> bool:
    return (
        word.endswith("ed")
        and len(word) > 4
        and word.islower()
        and word not in single("tense.not_past")
    )


@cache
def _signs() -> dict[str, Direction]:
    found = dict.fromkeys(single("tense.past"), Direction.PAST)
    found.update((folded(each), Direction.FUTURE) for each in words("times", "tense.future"))
    return found

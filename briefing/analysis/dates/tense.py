"""Whether the words near a date speak of what is gone or of what is to come."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.analysis.dates.forms import Direction
from briefing.analysis.dates.vocabulary import folded, single
from briefing.lexicon import words

_REACH = 160
"""Characters looked at on either side."""
_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?|['’]ll\b|[,;:.–—\"“”]")
SENTENCE = re.compile(r"(?:[^\W\d_]{3}|\d|[)\"”’])[.!?][\"”’)]*\s+(?=[\"“‘A-Z])|\n\n")
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
    breaks = [found.end() for found in SENTENCE.finditer(before)]
    if breaks:
        before = before[breaks[-1] :]
    if (stop := SENTENCE.search(behind)) is not None:
        behind = behind[: stop.start() + 1]
    if (
        len(before) < _DATELINE_WITHIN
        and _DATELINE.match(behind)
        and before.split(",")[0].isupper()
    ):
        return Direction.OPEN
    back, back_at = _nearest(_WORD.findall(before), reverse=True)
    ahead, ahead_at = _nearest(_WORD.findall(behind), reverse=False)
    if back is Direction.OPEN or (
        ahead is not Direction.OPEN and _FORWARD * ahead_at + 1 < back_at
    ):
        return ahead
    return back


def _nearest(found: list[str], *, reverse: bool) -> tuple[Direction, float]:
    order = range(len(found) - 1, -1, -1) if reverse else range(len(found))
    distance = 0.0
    signs = _signs()
    for index in order:
        word = found[index]
        key = folded(word)
        distance += 1
        if word in ",;:.–—":
            distance += _COMMA
            continue
        if word in '"“”':
            distance += _SPEECH
            continue
        if key in _clause():
            distance += _CLAUSE
        following = f"{key} {folded(found[index + 1])}" if index + 1 < len(found) else ""
        sign = signs.get(following) or (
            signs.get(key) if word[0].islower() or key in _STARTS or word[0] in "'’" else None
        )
        if sign is Direction.PAST and index and folded(found[index - 1]) in _NEUTRAL:
            sign = None
        if sign is None and _is_past(word) and not (index and folded(found[index - 1]) in _NEUTRAL):
            sign = Direction.PAST
        if (
            sign is None
            and word.endswith("ing")
            and index
            and folded(found[index - 1]) in ("is", "are", "am")
        ):
            sign = Direction.FUTURE
        if sign is None and key == "to" and reverse and index + 1 < len(found):
            after = found[index + 1]
            intended = index > 0 and folded(found[index - 1]) in single("tense.before_to")
            if after.islower() and intended and not after.endswith("ing"):
                sign = Direction.FUTURE
        if sign is not None:
            return sign, distance
    return Direction.OPEN, distance


_NEUTRAL = frozenset({"be", "being", "to", "will", "would"})
_STARTS = frozenset({"will", "won't"})


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


@cache
def _clause() -> frozenset[str]:
    return single("tense.clause")

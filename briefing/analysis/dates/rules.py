"""Where time expressions are in a sentence, and what each means by itself.

At each word the rules of ``table`` are tried in their order; the first that fits wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.analysis.dates.forms import Form
from briefing.analysis.dates.made import Made
from briefing.analysis.dates.table import RULES
from briefing.analysis.dates.tokens import Token, tokenise
from briefing.model.facts import DateKind


class Reading(NamedTuple):
    kind: DateKind
    form: Form
    label: str
    """The rule and the words, for the cue."""


@cache
def _beginning(code: str) -> tuple[int, ...]:
    """Which rules can begin with a word of this class."""
    return tuple(index for index, rule in enumerate(RULES) if code in rule.starts)


@cache
def _pattern(index: int) -> re.Pattern[str]:
    """Compiled when it is first tried: few articles need all."""
    return re.compile(RULES[index].pattern)


_CORE = frozenset("MmbWwUuPSFKQCAnIiGYLVdz!Jclf9")
"""Without one of these a sentence has no time in it."""
_ALONE = "MmbWwzVdCnIiGYLSFu!9"
_OTHERS = "".join(sorted({code for rule in RULES for code in rule.starts} - set(_ALONE)))
_START = re.compile(rf"[{_ALONE}]|[{re.escape(_OTHERS)}](?![_,.(]|$)")
"""Where an expression may begin: at a word that can stand alone, or before another with a class."""


def find(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the expressions of a sentence are; they do not overlap."""
    tokens = tokenise(text, start, end)
    codes = "".join([each.code for each in tokens])
    classes = frozenset(codes)
    if classes.isdisjoint(_CORE):
        return []
    found: list[tuple[int, int]] = []
    position = 0
    while (match := _START.search(codes, position)) is not None:
        begin = match.start()
        behind = _accepted(tokens, codes, classes, begin)
        if behind:
            found.append((tokens[begin].start, tokens[behind - 1].end))
        position = behind or begin + 1
    return found


def _accepted(tokens: Sequence[Token], codes: str, classes: frozenset[str], begin: int) -> int:
    """Behind which word the first rule ends that takes what begins there; 0 for none."""
    for index in _beginning(codes[begin]):
        rule = RULES[index]
        if classes.isdisjoint(rule.needs):
            continue
        if (match := _pattern(index).match(codes, begin)) is not None:
            behind = match.end()
            made = rule.make(Made(tokens[begin:behind]))
            if made is not None and rule.fits(tokens, begin, behind):
                return behind
    return 0


@lru_cache(maxsize=1 << 14)
def read(text: str) -> Reading | None:
    """What an expression means by itself; None where it means no time."""
    tokens = tokenise(text, 0, len(text))
    codes = "".join([each.code for each in tokens])
    classes = frozenset(codes)
    for index in _beginning(codes[:1] or "_"):
        rule = RULES[index]
        if classes.isdisjoint(rule.needs):
            continue
        if _pattern(index).fullmatch(codes) is not None:
            form = rule.make(Made(tokens))
            if form is not None:
                return Reading(rule.kind, form, _label(rule.name, text))
    return _foreign(text)


def _foreign(text: str) -> Reading | None:
    """Late: few articles have any."""
    from briefing.analysis.dates import foreign

    form = foreign.read(text)
    return Reading(DateKind.POINT, form, _label("date", text)) if form is not None else None


def _label(rule: str, text: str) -> str:
    return f"{rule} “{' '.join(text.split())}”"

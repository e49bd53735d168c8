"""Words by which a sentence says that something is not certain, and how far they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.lexicon import keys, words

_WORD = re.compile(r"[^\W\d_]+")
_FACT = "fact"


class Hedge(NamedTuple):
    words: str
    strength: str
    start: int
    """Where the words begin in what was read."""


def find(own: str) -> Iterator[Hedge]:
    """Such words of a sentence, in order."""
    end = 0
    for word in _WORD.finditer(own):
        if word.start() < end or word[0] not in _by_first():
            continue
        found = _pattern(word[0]).match(own, word.start())
        if found is None:
            continue
        strength = str(found.lastgroup)
        end = found.end()
        if strength != _FACT:
            yield Hedge(found[0], strength, found.start())


@cache
def _by_first() -> dict[str, list[tuple[str, str]]]:
    """Phrases and their strengths by the first word; what states a fact comes first."""
    found: dict[str, list[tuple[str, str]]] = {}
    groups = [(_FACT, words("hedges", "not"))]
    groups += [(each, words("hedges", f"strengths.{each}")) for each in keys("hedges", "strengths")]
    for strength, phrases in groups:
        for phrase in phrases:
            found.setdefault(phrase.split()[0], []).append((phrase, strength))
    return found


@cache
def _pattern(first: str) -> re.Pattern[str]:
    """The longest phrase wins that begins with a word; one word is quicker than all."""
    ordered = sorted(_by_first()[first], key=lambda each: (each[1] != _FACT, -len(each[0])))
    by_strength = [rf"(?:{_phrase(phrase)})\b" for phrase, _ in ordered]
    # A group's name may stand only once, so a lookahead of each strength is not possible.
    names = {strength for _, strength in ordered}
    if len(names) == 1:
        return re.compile(rf"(?P<{ordered[0][1]}>{'|'.join(by_strength)})")
    groups = [
        (name, "|".join(p for p, (_, s) in zip(by_strength, ordered, strict=True) if s == name))
        for name in sorted(names, key=lambda each: (each != _FACT, each))
    ]
    return re.compile("|".join(rf"(?P<{name}>{pattern})" for name, pattern in groups))


def _phrase(phrase: str) -> str:
    """ "…" stands for up to six words."""
    escaped = re.escape(phrase).replace(r"\ …\ ", "…")
    return escaped.replace("…", r"\b(?:\s+[^\s,;\x00]+){0,6}?\s+")

"""Which language a text is in, by its small words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000
"""Characters that tell the language."""
_FEWEST_WORDS = 8
_LEAST_SHARE, _LEAST_LEAD = 0.15, 1.25
"""Of small words among all, and over the language that comes second."""


def guess(texts: Sequence[str]) -> str | None:
    """BCP 47 tag of the language whose small words are frequent and lead; None when unsure."""
    counts = dict.fromkeys(_languages(), 0)
    total = 0
    for word in _words(texts):
        total += 1
        for language in _speaking().get(word, ()):
            counts[language] += 1
    if total < _FEWEST_WORDS:
        return None
    (language, most), (_, second) = sorted(counts.items(), key=lambda each: -each[1])[:2]
    sure = most >= _LEAST_SHARE * total and most >= _LEAST_LEAD * second
    return language if sure else None


def _words(texts: Sequence[str]) -> list[str]:
    found: list[str] = []
    left = _LOOKED_AT
    for text in texts:
        found += [each.casefold() for each in _WORD.findall(text[:left])]
        left -= len(text)
        if left <= 0:
            break
    return found


@cache
def _languages() -> tuple[str, ...]:
    return lexicon.keys("languages", "words")


@cache
def _speaking() -> dict[str, tuple[str, ...]]:
    """The languages that have a small word."""
    found: dict[str, tuple[str, ...]] = {}
    for language in _languages():
        for word in set(lexicon.words("languages", f"words.{language}")):
            found[word] = (*found.get(word, ()), language)
    return found

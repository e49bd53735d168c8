"""Which language a text is in: by a script that only it has, else by its small words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000
"""Characters that tell the language."""
_FEWEST_WORDS = 8
_FEWEST_LETTERS = 8
_LEAST_SHARE, _LEAST_LEAD = 0.15, 1.25
"""Of small words among all, and over the language that comes second."""


BY_SCRIPT, BY_WORDS = "the text’s script", "the text’s small words"
"""Why a guess is made."""
_SCRIPTS = {
    language: re.compile(f"[{characters}]")
    for language, characters in (
        ("ja", "\u3040-\u30ff"),
        ("zh", "\u3400-\u4dbf\u4e00-\u9fff"),
        ("ko", "\uac00-\ud7a3"),
        ("el", "\u0370-\u03ff\u1f00-\u1fff"),
        ("he", "\u05d0-\u05ea"),
        ("th", "\u0e01-\u0e5b"),
        ("ka", "\u10a0-\u10ff"),
        ("hy", "\u0531-\u058f"),
    )
}
"""Scripts that one language has, as far as news goes. Japanese is told by its kana."""
_KANA_SHARE = 0.1
"""Of kana among the characters that Chinese and Japanese have."""


def guess(texts: Sequence[str]) -> str | None:
    """BCP 47 tag of the language whose small words are frequent and lead; None when unsure."""
    found = told(texts)
    return found[0] if found else None


def told(texts: Sequence[str]) -> tuple[str, str] | None:
    """The same with its cue, ``BY_SCRIPT`` or ``BY_WORDS``."""
    if (language := _by_script(texts)) is not None:
        return language, BY_SCRIPT
    language = _by_words(texts)
    return (language, BY_WORDS) if language else None


def _by_script(texts: Sequence[str]) -> str | None:
    """The language of a script that has more than half of the letters."""
    sample = "".join(_samples(texts))
    if sample.isascii():
        return None
    letters = sum(map(str.isalpha, sample))
    counts = {each: len(script.findall(sample)) for each, script in _SCRIPTS.items()}
    if counts["ja"] >= _KANA_SHARE * (counts["ja"] + counts["zh"]):
        counts["ja"] += counts["zh"]
    language = max(counts, key=lambda each: counts[each])
    return language if letters >= _FEWEST_LETTERS and counts[language] > letters / 2 else None


def share(texts: Sequence[str]) -> float:
    """How much a text is of one language, 0 to 1: of its small words among all words."""
    total, counts = _counts(texts)
    return max(counts.values()) / total if total else 0.0


def _by_words(texts: Sequence[str]) -> str | None:
    total, counts = _counts(texts)
    if total < _FEWEST_WORDS:
        return None
    (language, most), (_, second) = sorted(counts.items(), key=lambda each: -each[1])[:2]
    sure = most >= _LEAST_SHARE * total and most >= _LEAST_LEAD * second
    return language if sure else None


def _counts(texts: Sequence[str]) -> tuple[int, dict[str, int]]:
    """How many words there are, and how many of them are each language's."""
    counts = dict.fromkeys(_languages(), 0)
    total = 0
    for word in _words(texts):
        total += 1
        for language in _speaking().get(word, ()):
            counts[language] += 1
    return total, counts


def _words(texts: Sequence[str]) -> list[str]:
    return [each.casefold() for text in _samples(texts) for each in _WORD.findall(text)]


def _samples(texts: Sequence[str]) -> list[str]:
    found: list[str] = []
    left = _LOOKED_AT
    for text in texts:
        found.append(text[:left])
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

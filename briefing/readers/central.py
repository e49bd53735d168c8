"""ISO 8859-2 or Windows-1250: Central European text, which reads nearly the same in both.

Of the letters that differ, Windows has most where ISO has only controls. The others are letters in
one and signs or another country's letters in the other: no alphabet has both ``ě`` and ``ą``.
"""

from __future__ import annotations

import re
from functools import cache

from briefing import lexicon
from briefing.lexicon import words

WINDOWS, ISO = "cp1250", "iso8859-2"
_WINDOWS_ONLY = re.compile(rb"[\x80-\x84\x86-\x9f]")
"""Controls in ISO 8859-2; all but the line end that some old systems have."""
_TOKEN = re.compile(rb"[A-Za-z]*[\xa1-\xff][A-Za-z\xa1-\xff]*")
_SIGN_INSIDE = re.compile(r"(?<=[^\W\d_])[^\w'’.-]+(?=[^\W\d_])")
_CAPITAL_INSIDE = re.compile(
    r"[a-zà-ž](?<![A-ZÀ-Ž])[A-Z\u0104\u0139\u013d\u015a\u0160\u0164\u0179\u017d]"
)
_WESTERN_INSIDE = re.compile(r"(?<=[a-zà-ÿ])[¹¾µ¼¶±»«](?=[a-zà-ÿ])")
"""What "š", "ž" and others of ISO 8859-2 are in Windows-1252."""
_SOFT_TWICE = re.compile("[ľĽ][eéiíEÉIÍ]")
"""Slovak writes no caron where the vowel makes the letter soft."""
_MOST = 3000
"""Words that are looked at."""


def told(data: bytes) -> str:
    """The one that the bytes are in; Windows-1250 where nothing tells."""
    if _WINDOWS_ONLY.search(data) is not None:
        return WINDOWS
    found = [each[0] for each, _ in zip(_TOKEN.finditer(data), range(_MOST), strict=False)]
    windows, iso = ([each.decode(codec, "replace") for each in found] for codec in (WINDOWS, ISO))
    pairs = [(one, other) for one, other in zip(windows, iso, strict=True) if one != other]
    odd = sum(_oddness(one) - _oddness(other) for one, other in pairs)
    if odd == 0:  # each word may be one: what fits the language of the others?
        odd = _most_in_one(iso) - _most_in_one(windows)
    return ISO if odd > 0 else WINDOWS


def is_taken_for_western(data: bytes) -> bool:
    """Whether signs stand inside words where Windows-1252 reads them, and letters do in truth."""
    found = [each[0] for each, _ in zip(_TOKEN.finditer(data), range(_MOST), strict=False)]
    codec = told(data)
    return any(
        _WESTERN_INSIDE.search(word.decode("cp1252", "replace"))
        and not _oddness(word.decode(codec, "replace"))
        for word in found
    )


def _oddness(word: str) -> int:
    """How much speaks against a word."""
    signs = len(_SIGN_INSIDE.findall(word))
    odd = len(_CAPITAL_INSIDE.findall(word)) + len(_SOFT_TWICE.findall(word))
    return signs + odd + (not any(_letters(word) <= each for each in _alphabets()))


def _most_in_one(found: list[str]) -> int:
    """How many of the words one language can have, at most."""
    letters = [_letters(each) for each in found if each.isalpha()]
    return max(sum(each <= alphabet for each in letters) for alphabet in _alphabets())


def _letters(word: str) -> frozenset[str]:
    """The letters of a word that are not of every alphabet, small."""
    return frozenset(each for each in word.lower() if each > "\x7f" and each.isalpha())


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    keys = lexicon.keys("encodings", "alphabets")
    return tuple(frozenset(words("encodings", f"alphabets.{each}")[0]) for each in keys)

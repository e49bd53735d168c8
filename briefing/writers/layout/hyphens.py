"""Where a word may be parted by a hyphen, by language.

The patterns are those of the Hunspell dictionaries, which LibreOffice uses as well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

_MIN = 2
"""Letters before and after a hyphen at the least; a dictionary may ask for more."""
_MIN_WORD = 5
_HEAD = 4096
"""Bytes of a dictionary that tell what it asks for."""
_SEGMENT = re.compile("[^-–'’]+")
"""Each is a word of its own to the patterns."""
_LETTER = "[^\\W\\d_]|@"
_WORD = re.compile(
    rf"(?:\d+(?:[,.:;@‘’‛′]\d+)*)?(?:{_LETTER})"
    rf"(?:(?:[-.'’‘`·‧′\xad]?(?:{_LETTER}))|\d+(?:[,.:;@‘’‛′]?\d+)*|[\u0300-\u036f])*\.?"
)
"""What is looked up as one word."""
SOFT = "\xad"


@lru_cache(maxsize=32)
def _patterns(language: str) -> Any:
    """None where there are none."""
    import pyphen  # late: only justified documents need it

    tag = language.replace("-", "_")
    found: str | None = pyphen.language_fallback(tag) if tag else None
    if found is None:
        return None
    with Path(pyphen.LANGUAGES[found]).open("rb") as file:
        head = file.read(_HEAD)
    return pyphen.Pyphen(lang=found, left=_least(head, b"LEFT"), right=_least(head, b"RIGHT"))


def _least(head: bytes, side: bytes) -> int:
    found = re.search(rb"^" + side + rb"HYPHENMIN[ \t]+(\d{1,2})", head, re.MULTILINE)
    return max(int(found[1]), _MIN) if found else _MIN


@lru_cache(maxsize=16384)
def points(word: str, language: str) -> tuple[int, ...]:
    """Indices in the word before which a hyphen may be put; rising.

    Only patterns that leave the spelling as it is count.
    """
    if len(word) < _MIN_WORD:
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    return tuple(
        match.start() + int(each)
        for match in _SEGMENT.finditer(word.rstrip("."))
        for each in patterns.positions(match[0])
        if each.data is None
    )


def has(language: str) -> bool:
    """Whether there are patterns for it."""
    return _patterns(language) is not None


def marks(text: str) -> int:
    """How many signs of punctuation it begins with."""
    return sum(1 for _ in takewhile(_is_mark, text))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def is_mark(text: str, at: int) -> bool:
    """Whether there is nothing but punctuation up to ``text[at]``, and that as well."""
    return all(map(_is_mark, text[: at + 1].rstrip(" ")))


def word_at(text: str, at: int) -> tuple[int, str] | None:
    """The word that ``text[at]`` is in, or that ends there, and where it begins.

    Of punctuation it is the word before.
    """
    while at > 0 and (at >= len(text) or _is_mark(text[at])):
        at -= 1
    for match in _WORD.finditer(text):
        if match.start() >= at:
            break
        if at <= match.end():
            return match.start(), match[0]
    return None

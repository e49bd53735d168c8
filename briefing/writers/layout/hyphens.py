"""Where a word may be parted by a hyphen, by language.

The patterns are those of the Hunspell dictionaries, which LibreOffice uses as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

_MIN = 2
"""Letters before and after a hyphen at the least; a dictionary may ask for more."""
_MIN_WORD = 5
_HEAD = 4096
"""Bytes of a dictionary that tell what it asks for."""
_APOSTROPHES = "'’"
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

    Only patterns that leave the spelling as it is count, and what is before an apostrophe.
    """
    stop = min((at for at in map(word.find, _APOSTROPHES) if at >= 0), default=len(word))
    if stop < _MIN_WORD:
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    return tuple(int(each) for each in patterns.positions(word[:stop]) if each.data is None)

"""Which way a paragraph runs: the same in every document that is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import bidirectional

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What makes the order of letters worth a thought."""


def right_to_left(texts: Iterable[str]) -> bool:
    """Whether a paragraph of these runs of words goes from right to left.

    It does if each that has letters begins with one that does: the words of a foreign speaker,
    with the name and office in ours behind them, are a paragraph of ours.
    """
    known = list(texts)
    if not any(not each.isascii() and RIGHT_TO_LEFT.search(each) for each in known):
        return False
    firsts = [first for each in known if (first := _first_strong(each))]
    return bool(firsts) and "L" not in firsts


def _first_strong(text: str) -> str:
    """``L``, ``R`` or ``AL``; what is isolated does not count (P2 of UAX #9). Empty for none."""
    depth = 0
    for each in text:
        kind = bidirectional(each) or "L"
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif not depth and kind in ("L", "R", "AL"):
            return kind
    return ""

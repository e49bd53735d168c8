"""The order of text that runs both ways: Unicode's bidirectional algorithm (UAX #9).

Rules are named as there. Lines are ordered when they are known, by ``visual``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from briefing.writers.fonts import levels

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs(text: str, rtl: bool | None = None) -> list[tuple[int, int, int]]:
    """(start, end, level) of the runs of a paragraph, in logical order; odd levels are RTL.

    ``rtl`` is the direction of the paragraph; None takes that of its first strong letter. Spaces
    at the end of a line, which only its breaking makes, are to be given the paragraph's level.
    """
    if not text:
        return []
    if not rtl and _RIGHT_TO_LEFT.search(text) is None:
        return [(0, len(text), 0)]
    found: list[tuple[int, int, int]] = []
    start = 0
    for level, each in groupby(levels.of(text, rtl)):
        end = start + sum(1 for _ in each)
        found.append((start, end, level))
        start = end
    return found


def visual(levels: Sequence[int]) -> list[int]:
    """Order of the runs of one line, from left to right (L2), as indices into ``levels``."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for lowest in range(max(levels), min(odd) - 1, -1):
        start = None
        for at in range(len(order) + 1):
            if at < len(order) and levels[order[at]] >= lowest:
                start = at if start is None else start
            elif start is not None:
                order[start:at] = order[start:at][::-1]
                start = None
    return order

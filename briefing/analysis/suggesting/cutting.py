"""The best places to part an article, all chosen at once."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from math import inf, log

from briefing.analysis.suggesting.changes import Change

MOST = 7
"""Sections."""
_USUAL = 4.5
"""Sections of an article with several subjects."""
_EVEN = 0.7
"""How much it costs that a section is far longer or shorter than is usual."""
READY = 0.7
"""Added to the odds: to miss a change is worse than to see one too many."""
_CANDIDATES = 100
"""Places that are considered; of a long text the likeliest, so that time grows with its length."""


def cut(changes: Sequence[Change], ready: float = READY) -> list[int]:
    """Which parts begin another section; ``changes`` is before each but the first.

    Dynamic programming over all ways to part it into ``MOST`` sections at most: the odds of the
    boundaries, less what uneven lengths cost. Round-ups of more items thus keep the boundaries
    that are clearest: the most alike neighbours stay together.
    """
    count = len(changes) + 1
    usual = max(1.0, count / _USUAL)
    places = sorted(nlargest(_CANDIDATES, range(1, count), key=lambda at: changes[at - 1].odds))
    ends = [*places, count]

    def cost(start: int, end: int) -> float:
        return _EVEN * log((end - start) / usual) ** 2

    # After each round: the best way to part all before an end into so many sections.
    best = [-cost(0, end) for end in ends]
    rounds: list[list[int]] = []
    totals = [best[-1]]
    for _ in range(MOST - 1):
        came_from = [-1] * len(ends)
        following = [-inf] * len(ends)
        for at, end in enumerate(ends):
            for before in range(at):
                start = ends[before]
                gain = best[before] + changes[start - 1].odds + ready - cost(start, end)
                if gain > following[at]:
                    following[at], came_from[at] = gain, before
        best = following
        rounds.append(came_from)
        totals.append(best[-1])
    sections = max(range(len(totals)), key=totals.__getitem__)
    cuts: list[int] = []
    at = len(ends) - 1
    for came_from in reversed(rounds[:sections]):
        at = came_from[at]
        cuts.append(ends[at])
    return cuts[::-1]

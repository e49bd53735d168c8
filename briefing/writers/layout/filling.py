"""How many words go on each line: as many as fit, as LibreOffice fills lines.

Lengths are points; x counts from the left of the paragraph's room, or from its right where it
runs from right to left.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from briefing.writers.layout import hyphens
from briefing.writers.layout.flow import Flow
from briefing.writers.layout.letters import Word
from briefing.writers.layout.tabs import Stops, advance

_TOLERANCE = 1e-6
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(slots=True)
class Stretch:
    """Words of a line without a tab between them."""

    start: int
    end: int
    """Indices of words; ``end`` is the first that is not in it."""
    x: float
    leader: str = ""
    """What fills the tab before it."""
    leader_x: float = 0
    """Where that tab begins."""


@dataclass(slots=True)
class Filled:
    """A line: which words are on it."""

    start: int
    end: int
    x: float
    head: Word | None = None
    """Beginning of the word ``end``, which is parted."""
    hyphen: bool = False
    """Whether a hyphen is to be put at its end."""
    last: bool = False
    """Whether a line break ends it, or the paragraph."""
    loose: bool = False
    """Whether the paragraph ends with it, so that it is never spread."""
    stretches: tuple[Stretch, ...] = ()
    """Where there are tabs."""


class Filler:
    def __init__(self, flow: Flow, *, hyphenate: bool) -> None:
        self._flow = flow
        self._words = flow.words
        self._hyphenate = hyphenate
        words = self._words
        widths = [each.width for each in words]
        spaces = [each.space for each in words]
        self._before = list(accumulate(map(add, widths, spaces), initial=0.0))
        """Width of all the words before the word of this index."""
        self._ends = list(map(add, self._before, widths))

    def lines(self, first: float, x: float, right: float, stops: Stops) -> Iterator[Filled]:
        """``first`` and ``x`` are where the first line and the others begin.

        A line must be used before the next is asked for: words that are parted are put into the
        flow in their place.
        """
        count = len(self._words)
        start, origin = 0, 0.0
        at = first
        for stop in (*self._flow.breaks, count):
            while True:
                if self._flow.tabs:
                    line = self._tabbed(start, stop, at, origin, right, stops)
                else:
                    line = self._line(start, stop, at, origin, right)
                if line.last:
                    line.end = min(stop + 1, count)
                    line.loose = stop == count
                    yield line
                    start, origin = line.end, self._before[line.end]
                    at = x
                    break
                if line.head is not None:
                    tail = self._tail(line.end, line.head)
                    yield line
                    self._words[line.end] = tail
                    origin = self._ends[line.end] - tail.width
                else:
                    yield line
                    origin = self._before[line.end]
                start, at = line.end, x

    def _tail(self, index: int, head: Word) -> Word:
        word = self._words[index]
        return self._flow.span_at(index).letters.word(word.text[len(head.text) :])

    def _line(self, start: int, stop: int, x: float, origin: float, right: float) -> Filled:
        """``origin`` is the width of what is before the line, in the row of all words."""
        limit = origin + max(right - x, 0) + _TOLERANCE
        over = bisect_right(self._ends, limit, start, stop)
        if over == stop and self._fits(start, stop, limit):
            return Filled(start, stop, x, last=True)
        return self._broken(start, start, min(over, stop - 1), stop, x, limit)

    def _broken(
        self, start: int, first: int, over: int, stop: int, x: float, limit: float
    ) -> Filled:
        """Ends the line before or in the word ``over``, the first one that does not fit.

        The line begins with ``start``; it cannot end before ``first``, and has to at ``stop``.
        """
        begins = self._flow.begins
        if self._hyphenate and (head := self._hyphenated(over, limit)) is not None:
            return Filled(start, over, x, head, hyphen=True)
        end = over
        while end > first and not (begins[end] and self._fits(start, end, limit)):
            end -= 1
        if end == first and self._flow.slanted:  # rather too narrow than inside a word
            end = next((at for at in range(over, first, -1) if self._parts(at)), first)
        if end > start and (end > first or begins[end]):
            hyphen = self._words[end - 1].text.endswith(hyphens.SOFT)
            return Filled(start, end, x, hyphen=hyphen)
        head = self._cut(over, limit, needed=over == start)
        if head is None:
            return Filled(start, over, x)
        if len(head.text) == len(self._words[over].text):
            return Filled(start, over + 1, x, last=over + 1 == stop)
        return Filled(start, over, x, head)

    def _parts(self, index: int) -> bool:
        """Whether a line may begin with this word and needs no hyphen before it."""
        soft = self._words[index - 1].text.endswith(hyphens.SOFT)
        return self._flow.begins[index] and not soft

    def _fits(self, start: int, end: int, limit: float) -> bool:
        """Whether there is room for what the end of a line needs before the word ``end``."""
        if end == start:
            return True
        soft = self._words[end - 1].text.endswith(hyphens.SOFT)
        if not soft and not self._flow.slanted:
            return True
        letters = self._flow.span_at(end - 1).letters
        needed = letters.overhang + (letters.hyphen if soft else 0)
        return self._ends[end - 1] + needed <= limit

    def _hyphenated(self, index: int, limit: float) -> Word | None:
        word = self._words[index]
        match = _LETTERS.search(word.text)
        if match is None:
            return None
        letters = self._flow.span_at(index).letters
        room = limit - (self._ends[index] - word.width) - letters.overhang
        for point in reversed(hyphens.points(match[0], letters.language)):
            end = match.start() + point
            if word.shaped is not None and end not in word.shaped.clusters:
                # a ligature is parted only where there is room for it and the hyphen
                later = [each for each in word.shaped.clusters if each > end]
                whole = word.text[: min(later, default=len(word.text))]
                if letters.measure(whole) + letters.hyphen > room:
                    continue
            head = letters.word(word.text[:end])
            if head.width + letters.hyphen <= room:
                return head
        return None

    def _cut(self, index: int, limit: float, *, needed: bool) -> Word | None:
        """As much of a word as there is room for; if ``needed``, at the least one letter."""
        word = self._words[index]
        letters = self._flow.span_at(index).letters
        room = limit - (self._ends[index] - word.width)
        text = word.text
        clusters = _clusters(text.rstrip(" "))
        low, high = 0, len(clusters) - 1  # clusters[low] fits
        while low < high:
            middle = (low + high + 1) // 2
            if letters.measure(text[: clusters[middle]]) <= room:
                low = middle
            else:
                high = middle - 1
        if low == 0:
            if not needed:
                return None
            low = 1
        if low >= len(clusters) - 1:
            return word
        return letters.part(text[: clusters[low]])

    def _tabbed(
        self, start: int, stop: int, x: float, origin: float, right: float, stops: Stops
    ) -> Filled:
        tabs = self._flow.tabs
        found: list[Stretch] = []
        at, first = x, start
        leader, leader_x = "", 0.0
        while True:
            number = bisect_right(tabs, first - 1)
            end = min(tabs[number], stop) if number < len(tabs) else stop
            limit = origin + max(right - at, 0) + _TOLERANCE
            over = bisect_right(self._ends, limit, first, end)
            if over == end == stop and not self._fits(first, end, limit):
                over -= 1
            if over < end:
                line = self._broken(start, first, over, stop, x, limit)
                found.append(Stretch(first, line.end, at, leader, leader_x))
                line.stretches = tuple(found)
                return line
            found.append(Stretch(first, end, at, leader, leader_x))
            if end == stop:
                return Filled(start, stop, x, last=True, stretches=tuple(found))
            begin = at + self._before[end] - origin
            number += 1
            after = min(tabs[number], stop) if number < len(tabs) else stop
            width = self._ends[after - 1] - self._before[end + 1] if after > end + 1 else 0.0
            at, leader = advance(stops, begin, width)
            leader_x = begin
            first = end + 1
            origin = self._before[first]


def _clusters(text: str) -> Sequence[int]:
    """0 and the ends of the letters, each with its marks."""
    from briefing.writers.fonts.characters import graphemes

    return list(accumulate(map(len, graphemes(text)), initial=0))

"""How many words go on each line: as many as fit, as LibreOffice fills lines.

Lengths are points; x counts from the left of the paragraph's room, or from its right where it
runs from right to left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from briefing.writers.layout import hyphens
from briefing.writers.layout.flow import Flow
from briefing.writers.layout.letters import Letters, Word
from briefing.writers.layout.tabs import Stops, advance, reach

_TOLERANCE = 1e-6
_SLASH = "/"
_LONG_PATH = 66
"""Letters after which a path is parted at a slash, where otherwise it goes to the next line."""


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
    def __init__(self, flow: Flow, *, hyphenate: bool, capitals: bool = True) -> None:
        """``capitals`` is whether words in capitals are hyphenated as well."""
        self._flow = flow
        self._words = flow.words
        self._hyphenate = hyphenate
        self._capitals = capitals
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
        if not begins[over] and over > first and self._blank_over(start, over, limit):
            return Filled(start, over, x)
        hyphenate = self._hyphenate and hyphens.has(self._flow.span_at(over).letters.language)
        if hyphenate and (found := self._hyphenated(first, over, limit)) is not None:
            return Filled(start, found[0], x, found[1], hyphen=True)
        end = self._end(start, first, over, limit)
        if end > first and self._after_slash(end):
            if end == over and not self._begun(over, limit):
                end = self._end(start, first, over - 1, limit)
            if not hyphenate and end > first and self._after_slash(end):
                end = max(self._before_path(end), first)
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

    def _blank_over(self, start: int, index: int, limit: float) -> bool:
        """Whether it is the space before a word that there is no room for.

        Then the line ends there, whatever stands beside the space.
        """
        last = self._words[index - 1]
        overhang = self._flow.span_at(index - 1).letters.overhang
        over = self._before[index] + overhang > limit
        return last.blanks > 0 and over and self._fits(start, index, limit)

    def _end(self, start: int, first: int, over: int, limit: float) -> int:
        """The last word from ``first`` to ``over`` that a line may begin with."""
        begins = self._flow.begins
        end = over
        while end > first and not (begins[end] and self._fits(start, end, limit)):
            end -= 1
        return end

    def _after_slash(self, index: int) -> bool:
        return self._words[index - 1].text.endswith(_SLASH)

    def _begun(self, index: int, limit: float) -> bool:
        """Whether there is room for the first letter of a word that does not fit."""
        word = self._words[index]
        letters = self._flow.span_at(index).letters
        room = limit - (self._ends[index] - word.width) - letters.overhang
        return letters.measure(word.text[: _clusters(word.text)[1]]) <= room

    def _before_path(self, index: int) -> int:
        """The word after the last space before a slash that the word ``index`` stands after.

        A path that is very long is parted at its slash.
        """
        far, at = 0, index
        while at > 0:
            text = self._words[at - 1].text
            if text[-1] in " \n\t":
                return at if far < _LONG_PATH else index
            far += len(text)
            at -= 1
        return index

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

    def _hyphenated(self, first: int, index: int, limit: float) -> tuple[int, Word] | None:
        """Which word is parted, and its beginning."""
        word = self._words[index]
        letters = self._flow.span_at(index).letters
        room = limit - (self._ends[index] - word.width) - letters.overhang
        cut = self._cut_at(word, letters, room)
        reach = self._cut_at(word, letters, room - letters.hyphen)
        after = ""
        while index > first and self._glued(index) and hyphens.is_mark(word.text, cut):
            after = word.text + after
            index -= 1  # what is in the way belongs to the word before
            word = self._words[index]
            letters = self._flow.span_at(index).letters
            room = limit - (self._ends[index] - word.width) - letters.overhang
            cut = len(word.text)
            reach += cut
        found = hyphens.word_at(word.text, cut)
        if found is None or not (self._capitals or not found[1].isupper()):
            return None
        begin, text = found
        beyond = begin + len(text)
        if reach > beyond:
            return None
        if reach == beyond:
            reach -= hyphens.marks(word.text[beyond:] + after)
        for point in reversed(hyphens.points(text, letters.language)):
            end = begin + point
            if end > reach:
                continue
            if word.shaped is not None and end not in word.shaped.clusters:
                # a ligature is parted only where there is room for it and the hyphen
                later = [each for each in word.shaped.clusters if each > end]
                whole = word.text[: min(later, default=len(word.text))]
                if letters.measure(whole) + letters.hyphen > room:
                    continue
            head = letters.word(word.text[:end])
            if head.width + letters.hyphen <= room:
                return index, head
        return None

    def _glued(self, index: int) -> bool:
        """Whether a word goes on what stands before it, in other letters."""
        return not self._flow.begins[index] and not self._words[index - 1].blanks

    def _cut(self, index: int, limit: float, *, needed: bool) -> Word | None:
        """As much of a word as there is room for; if ``needed``, at the least one letter."""
        word = self._words[index]
        letters = self._flow.span_at(index).letters
        room = limit - (self._ends[index] - word.width)
        clusters = _clusters(word.text.rstrip(" "))
        low = self._fitting(word.text, clusters, letters, room)
        if low == 0:
            if not needed:
                return None
            low = 1
        if low >= len(clusters) - 1:
            return word
        return letters.part(word.text[: clusters[low]])

    def _cut_at(self, word: Word, letters: Letters, room: float) -> int:
        """Index of the first letter of a word that there is no room for."""
        text = word.text.rstrip(" ")
        shaped = word.shaped
        if shaped is not None and word.regular:
            ends = accumulate(shaped.advances[: len(text)])
            wanted = room / letters.scale
            return next((at for at, end in enumerate(ends) if end > wanted), len(text))
        clusters = _clusters(text)
        return clusters[self._fitting(text, clusters, letters, room)]

    @staticmethod
    def _fitting(text: str, clusters: Sequence[int], letters: Letters, room: float) -> int:
        """How many of the clusters there is room for."""
        low, high = 0, len(clusters) - 1  # clusters[low] fits
        while low < high:
            middle = (low + high + 1) // 2
            if letters.measure(text[: clusters[middle]]) <= room:
                low = middle
            else:
                high = middle - 1
        return low

    def _tabbed(
        self, start: int, stop: int, x: float, origin: float, right: float, stops: Stops
    ) -> Filled:
        tabs = self._flow.tabs
        found: list[Stretch] = []
        at, first = x, start
        leader, leader_x = "", 0.0
        edge = right
        while True:
            number = bisect_right(tabs, first - 1)
            end = min(tabs[number], stop) if number < len(tabs) else stop
            limit = origin + max(edge - at, 0) + _TOLERANCE
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
            width = 0.0
            if after > end + 1:
                width = self._ends[after - 1] - self._before[end + 1]
                width += self._flow.span_at(after - 1).letters.look.spacing
            edge = reach(stops, begin, width, right)
            at, leader = advance(stops, begin, width)
            leader_x = begin
            first = end + 1
            origin = self._before[first]


def _clusters(text: str) -> Sequence[int]:
    """0 and the ends of the letters, each with its marks."""
    from briefing.writers.fonts.characters import graphemes

    return list(accumulate(map(len, graphemes(text)), initial=0))

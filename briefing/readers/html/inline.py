"""Text inside one block: its letters in links, and the paragraphs that line ends make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PARTED = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*")
WHITE = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_ENDED = re.compile(r"[.!?…:。！？”\"»)؟]\s*$")

Span = tuple[int, int]
"""The letters and digits of a run from one to another, by their number in it."""


@dataclass(slots=True)
class Run:
    """Inline text that is being gathered."""

    pieces: list[str] = field(default_factory=list)
    linked: list[Span] = field(default_factory=list)
    bold: list[Span] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    counted: int = 0
    """Pieces whose letters are counted."""
    letters: int = 0

    def span(self) -> Span:
        """Of the last piece."""
        start = self.letters
        for piece in self.pieces[self.counted :]:
            start = self.letters
            self.letters += sum(map(str.isalnum, piece))
        self.counted = len(self.pieces)
        return start, self.letters


def within(spans: list[Span], sizes: list[int]) -> list[int]:
    """How many letters of the spans lie in each part of a run."""
    found: list[int] = []
    at = start = 0
    for size in sizes:
        end, inside = start + size, 0
        while at < len(spans) and spans[at][0] < end:
            inside += min(end, spans[at][1]) - max(start, spans[at][0])
            if spans[at][1] > end:
                break
            at += 1
        found.append(inside)
        start = end
    return found


def parts(text: str) -> list[str]:
    """A run of text by its empty lines; by its line ends, where each line is finished."""
    pieces = _PARTED.split(text)
    made: list[str] = []
    for part in pieces:
        lines = [WHITE.sub(" ", each).strip() for each in part.split("\n")]
        lines = [each for each in lines if each]
        long = sum(len(each) > 60 for each in lines)
        ended = sum(_ENDED.search(each) is not None for each in lines)
        if len(lines) >= 3 and long >= 0.6 * len(lines) and ended >= 0.8 * len(lines):
            made += lines
        elif lines:
            made.append(" ".join(lines))
    return made


def words(text: str, letters: int) -> int:
    """Of a script without spaces, two letters make a word."""
    return max(len(text.split()), letters // 2 if _dense(text) else 0)


def _dense(text: str) -> bool:
    return any("\u3040" <= each <= "\u9fff" for each in text[:40])

"""Places in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def intersection(self, other: Span) -> Span | None:
        """The range both share, or None when they share no character."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def trimmed(self, text: str) -> Span | None:
        """The span without white space at its ends; None when nothing else is in it."""
        piece = self.of(text)
        stripped = piece.strip()
        if not stripped:
            return None
        start = self.start + len(piece) - len(piece.lstrip())
        return Span(start, start + len(stripped))


_T = TypeVar("_T")


def overlapping(
    items: Sequence[_T], span: Span, place: Callable[[_T], Span] = attrgetter("span")
) -> tuple[_T, ...]:
    """The items that share a character with ``span``; they are in order and do not overlap."""
    if not len(span):
        return ()
    first = bisect_right(items, span.start, key=lambda each: place(each).end)
    last = bisect_left(items, span.end, first, key=lambda each: place(each).start)
    return tuple(items[first:last])


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as fewest spans, in order; none overlaps or touches another."""
    joined: list[Span] = []
    for each in sorted(spans):
        if joined and each.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, each.end))
        else:
            joined.append(each)
    return tuple(joined)


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A span in a certain article: where words of the briefing came from."""

    article: str
    """Id of the article."""
    span: Span
    """Code points into ``Article.text``."""

    def __str__(self) -> str:
        return f"{self.article}:{self.span.start}-{self.span.end}"

    @classmethod
    def parse(cls, text: str) -> Source:
        """Read what ``str`` wrote. Raises ValueError for anything else."""
        article, _, range_ = text.rpartition(":")
        start, _, end = range_.partition("-")
        if not article:
            raise ValueError(f"not a source: {text!r}")
        return cls(article, Span(int(start), int(end)))

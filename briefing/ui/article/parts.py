"""A long article is shown a part at a time: Qt lays out whatever it is given, to the last line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model.article import Article, Paragraph, Role
from briefing.model.span import Span

WHOLE = 100_000
"""The longest article that is shown in one piece; see ``_cost``."""
PART = 60_000
"""How long a part is, about."""
_PARAGRAPH = 60
"""What a paragraph costs to lay out, in characters, however short it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """Whole paragraphs, in a row."""

    span: Span
    """Of the article's text, in code points."""
    first: int
    """Index of its first paragraph."""
    last: int
    """Index after its last."""


def cut(article: Article) -> tuple[Part, ...]:
    """The parts of an article, in order. Never empty; a short article is one part."""
    paragraphs = article.paragraphs
    whole = sum(map(_cost, paragraphs))
    if whole <= WHOLE:
        return (Part(Span(0, len(article.text)), 0, len(paragraphs)),)
    size = whole / round(whole / PART)  # all of the same length, rather than a short last one
    starts, reached = [0], 0
    for index, each in enumerate(paragraphs):
        if index > starts[-1] and reached + _cost(each) / 2 > size:
            starts.append(_above_heading(paragraphs, starts[-1], index))
            reached = sum(map(_cost, paragraphs[starts[-1] : index]))
        reached += _cost(each)
    return tuple(
        Part(Span(paragraphs[first].span.start, paragraphs[last - 1].span.end), first, last)
        for first, last in pairwise((*starts, len(paragraphs)))
    )


def index_at(parts: Sequence[Part], offset: int) -> int:
    """Which part holds the code point at ``offset``; the one before, between two of them."""
    return max(0, bisect_right(parts, offset, key=lambda each: each.span.start) - 1)


def _cost(paragraph: Paragraph) -> int:
    return len(paragraph.span) + _PARAGRAPH


def _above_heading(paragraphs: Sequence[Paragraph], start: int, index: int) -> int:
    """Where to cut instead of at ``index``, so that no part ends with a heading."""
    place = index
    while place > start + 1 and paragraphs[place - 1].role is Role.HEADING:
        place -= 1
    return place if paragraphs[place - 1].role is not Role.HEADING else index

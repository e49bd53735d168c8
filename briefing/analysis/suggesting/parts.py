"""The article as parts that no boundary divides: paragraphs, or the items inside one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from briefing.analysis.suggesting.openings import Opening, is_entry, is_item, label, plain_heading
from briefing.model.annotations import Sentence
from briefing.model.article import Article, Role
from briefing.model.facts import DateExpression
from briefing.model.span import Span, overlapping

_MOST_IN_PLACE = 3
"""Words."""
_SEVERAL = 2
"""Items that a paragraph must plainly hold before it is divided."""


@dataclass(frozen=True, slots=True)
class Part:
    sentences: tuple[Sentence, ...]
    text: str
    first: str
    """Its first sentence."""
    opening: Opening
    heading: str = ""
    """The sub-heading it stands under; empty where it goes on from the part before."""
    inside: bool = False
    """Whether it is not the first of its paragraph."""


def of(
    article: Article, sentences: Sequence[Sentence], dates: Sequence[DateExpression] = ()
) -> list[Part]:
    """Of the body, in the order of the text."""
    by_paragraph = {
        id: tuple(group) for id, group in groupby(sentences, key=lambda each: each.paragraph)
    }
    parts: list[Part] = []
    heading, seen = "", 0
    for paragraph in article.paragraphs:
        text = article.text_of(paragraph)
        if paragraph.role is Role.HEADING:
            if _is_dateline(text, paragraph.span, dates):
                continue
            heading, seen = text, seen + 1
        elif paragraph.role is Role.BODY and paragraph.id in by_paragraph:
            # A single headline stands over the whole article, not over its first part.
            mine = "" if not parts and seen == 1 else heading
            for part in _of_paragraph(article, by_paragraph[paragraph.id]):
                parts.append(replace(part, heading=mine))
                mine = ""
            heading = ""
    return list(_headed(list(_with_entries(article, parts))))


def _is_dateline(text: str, span: Span, dates: Sequence[DateExpression]) -> bool:
    """Whether a line has nothing but a day, and perhaps a place: "Oslo, 12/05/2025"."""
    inside = overlapping(dates, span)
    rest = text
    for each in reversed(inside):
        start, end = max(0, each.span.start - span.start), each.span.end - span.start
        rest = rest[:start] + rest[end:]
    left = rest.replace(",", " ").strip(" .;:()–—-").split()
    return bool(inside) and len(left) <= _MOST_IN_PLACE and all(w[0].isupper() for w in left)


def _with_entries(article: Article, parts: Sequence[Part]) -> Iterator[Part]:
    """Entries of a list are one with the part before them: "• connect 14 wind farms"."""
    group: list[Part] = []
    for each in parts:
        if group and (each.heading or not is_entry(each.text)):
            yield _merged(article, group)
            group = []
        group.append(each)
    if group:
        yield _merged(article, group)


def _merged(article: Article, group: Sequence[Part]) -> Part:
    first, last = group[0], group[-1]
    if first is last:
        return first
    sentences = tuple(sentence for each in group for sentence in each.sentences)
    text = article.text[sentences[0].span.start : sentences[-1].span.end]
    return replace(first, sentences=sentences, text=text)


def _of_paragraph(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Part]:
    begins = [is_item(article.text_of(each.span)) for each in sentences]
    labels = [label(article.text_of(each.span)) for each in sentences]
    for marks in (begins, [bool(each) for each in labels]):
        if sum(marks) >= _SEVERAL:
            cuts = [0, *(at for at, mark in enumerate(marks) if mark and at), len(sentences)]
            for start, end in pairwise(cuts):
                yield _part(article, sentences[start:end], inside=start > 0)
            return
    yield _part(article, sentences, inside=False)


def _part(article: Article, sentences: tuple[Sentence, ...], *, inside: bool) -> Part:
    text = article.text[sentences[0].span.start : sentences[-1].span.end]
    first = article.text_of(sentences[0].span)
    return Part(sentences, text, first, Opening.of(text), inside=inside)


def _headed(parts: Sequence[Part]) -> Iterator[Part]:
    """A line that stands for a heading, ``**Money**``, is one with the part under it."""
    waiting: tuple[Sentence, ...] = ()
    heading = ""
    for at, each in enumerate(parts):
        mine = plain_heading(each.text)
        if mine and at + 1 < len(parts):
            waiting, heading = (*waiting, *each.sentences), mine
            continue
        if waiting:
            each = replace(each, sentences=(*waiting, *each.sentences), heading=heading)
            waiting = ()
        yield each

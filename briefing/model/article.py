"""What was read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from briefing.errors import Notice
from briefing.model.dates import parse_day
from briefing.model.span import Span, overlapping

BY_HAND = "set by hand"
"""The cue of a role that the person gave."""


class Role(StrEnum):
    """What a paragraph is in its article. All but body and heading are furniture."""

    BODY = "body"
    HEADING = "heading"
    """Headline and sub-headings."""
    CAPTION = "caption"
    """Of a picture, with its credit."""
    RELATED = "related"
    """Links to other articles."""
    NOTICE = "notice"
    """Copyright, legal notices, editor's notes, corrections, newsletter and share lines."""
    BYLINE = "byline"
    """Who, where and when, on a line of its own."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    id: str
    """``p1``, ``p2``, … over all paragraphs, furniture included."""
    role: Role
    span: Span
    cue: str
    """Why it has its role: the rule, and the words that set it off. Empty for body text."""


@dataclass(frozen=True, slots=True)
class SourceCard:
    """Who published the article, where and when. What is not known is empty or None."""

    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    descriptor: str = ""
    """What the outlet is, such as "state news agency"."""
    place: str = ""
    """Where it was written, as its dateline says."""
    published: date | None = None
    accessed: date | None = None
    """The day it was fetched from its address."""
    language: str | None = None
    """BCP 47 tag, such as ``en``."""
    url: str = ""

    def value(self, field: str) -> str:
        """What is known for a field of ``template.SOURCE_FIELDS``; a day as ``YYYY-MM-DD``."""
        match field:
            case "author":
                return "; ".join(self.authors)
            case "published" | "accessed":
                day: date | None = getattr(self, field)
                return day.isoformat() if day else ""
            case _:
                return getattr(self, _ATTRIBUTES[field]) or ""

    def with_value(self, field: str, text: str) -> SourceCard:
        """The card with another answer; a date that is no day is none."""
        match field:
            case "author":
                names = (each.strip() for each in text.split(";"))
                return replace(self, authors=tuple(each for each in names if each))
            case "published":
                return replace(self, published=parse_day(text))
            case "accessed":
                return replace(self, accessed=parse_day(text))
            case "language":
                return replace(self, language=text or None)
            case _:
                values: dict[str, Any] = {_ATTRIBUTES[field]: text}
                return replace(self, **values)


_ATTRIBUTES = {
    "headline": "title",
    "outlet": "outlet",
    "descriptor": "descriptor",
    "place": "place",
    "language": "language",
    "url": "url",
}
"""The plain answers: field of the form → attribute of the card."""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How to read, where somebody has said so."""

    format: str | None = None
    """A suffix of ``readers.READERS``, such as ``.html``; None to tell from the bytes and name."""
    encoding: str | None = None
    """A codec's name; None to tell from the bytes."""
    whole: bool = False
    """Keep the whole page, not only what seems to be its article."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read. Nothing changes it afterwards."""

    id: str
    """Twelve hexadecimal digits: the first of ``sha256``, or others if somebody said how to
    read it, for then it is another text."""
    name: str
    """File name, or a name for pasted text."""
    sha256: str
    """Of the bytes that were read."""
    text: str
    """Cleaned text; paragraphs are parted by one blank line."""
    paragraphs: tuple[Paragraph, ...]
    """In the order of the text; they do not overlap."""
    card: SourceCard = field(default_factory=SourceCard)
    encoding: str = "utf-8"
    """How the bytes were decoded; empty where the format leaves no choice."""
    notices: tuple[Notice, ...] = ()
    """What the person should know of the reading."""
    format: str = ".txt"
    """A suffix of ``readers.READERS``: what the bytes were read as."""
    card_cues: tuple[tuple[str, str], ...] = ()
    """(field of ``template.SOURCE_FIELDS``, where its value was read), as far as it was."""

    def with_roles(self, roles: Mapping[str, Role]) -> Article:
        """The article with other roles, by paragraph id, that the person gave."""
        changed = {
            each.id: roles[each.id]
            for each in self.paragraphs
            if each.id in roles and roles[each.id] is not each.role
        }
        if not changed:
            return self
        return replace(
            self,
            paragraphs=tuple(
                replace(each, role=changed[each.id], cue=BY_HAND) if each.id in changed else each
                for each in self.paragraphs
            ),
        )

    def text_of(self, part: Span | Paragraph) -> str:
        return (part if isinstance(part, Span) else part.span).of(self.text)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the code point at ``offset``, or ends there."""
        index = bisect_right(self.paragraphs, offset, key=lambda each: each.span.start) - 1
        if index >= 0 and offset <= self.paragraphs[index].span.end:
            return self.paragraphs[index]
        return None

    def in_body(self, spans: Iterable[Span]) -> Span:
        """The first of some spans that stands in the body; the first of all where none does.

        There is at least one.
        """
        every = tuple(spans)
        for each in every:
            paragraph = self.paragraph_at(each.start)
            if paragraph is not None and paragraph.role is Role.BODY:
                return each
        return every[0]

    def paragraphs_in(self, span: Span) -> tuple[Paragraph, ...]:
        return overlapping(self.paragraphs, span)

    def numbers(self) -> dict[str, int]:
        """Number of each body paragraph, from 1, by paragraph id: the ¶ of a citation."""
        body = Role.BODY
        ids = [each.id for each in self.paragraphs if each.role is body]
        return dict(zip(ids, range(1, len(ids) + 1), strict=True))

"""What was read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from briefing.errors import Notice
from briefing.model.dates import parse_day
from briefing.model.span import Span, overlapping


class Role(StrEnum):
    """What a paragraph is in its article. All but body and heading are furniture."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    RELATED = "related"
    NOTICE = "notice"
    BYLINE = "byline"


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
    """Who published the article, and when. What is not known is empty or None."""

    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    published: date | None = None
    language: str | None = None
    """BCP 47 tag, such as ``en``."""

    def value(self, field: str) -> str:
        """What is known for a field of ``template.SOURCE_FIELDS``; a day as ``YYYY-MM-DD``."""
        match field:
            case "headline":
                return self.title
            case "outlet":
                return self.outlet
            case "author":
                return "; ".join(self.authors)
            case "published":
                return self.published.isoformat() if self.published else ""
            case _:
                raise KeyError(field)

    def with_value(self, field: str, text: str) -> SourceCard:
        """The card with another answer; a publication date that is no day is none."""
        match field:
            case "headline":
                return replace(self, title=text)
            case "outlet":
                return replace(self, outlet=text)
            case "author":
                names = (each.strip() for each in text.split(";"))
                return replace(self, authors=tuple(each for each in names if each))
            case "published":
                return replace(self, published=parse_day(text))
            case _:
                raise KeyError(field)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read. Nothing changes it afterwards."""

    id: str
    """The first twelve hexadecimal digits of ``sha256``."""
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
    """How the bytes were decoded."""
    notices: tuple[Notice, ...] = ()
    """What the person should know of the reading."""

    def text_of(self, part: Span | Paragraph) -> str:
        return (part if isinstance(part, Span) else part.span).of(self.text)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the code point at ``offset``, or ends there."""
        index = bisect_right(self.paragraphs, offset, key=lambda each: each.span.start) - 1
        if index >= 0 and offset <= self.paragraphs[index].span.end:
            return self.paragraphs[index]
        return None

    def paragraphs_in(self, span: Span) -> tuple[Paragraph, ...]:
        return overlapping(self.paragraphs, span)

    def numbers(self) -> dict[str, int]:
        """Number of each body paragraph, from 1, by paragraph id: the ¶ of a citation."""
        body = (each for each in self.paragraphs if each.role is Role.BODY)
        return {each.id: number for number, each in enumerate(body, start=1)}

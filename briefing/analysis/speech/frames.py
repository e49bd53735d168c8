"""Sentences that one quotation joins are read as one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.analysis.speech.marks import Quote
from briefing.analysis.speech.telling import verbs
from briefing.analysis.speech.tokens import Token, tokens, without_asides
from briefing.model.annotations import Sentence
from briefing.model.article import Paragraph, Role
from briefing.model.span import Span, overlapping

LONGEST = 5_000
"""Characters of a frame that are looked at; what is longer is none."""
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


_CRIED = re.compile(r"[!?…][\"”»“’'«]$")
_TAG = 80
"""Characters of a sentence that only tells who speaks."""


@dataclass(slots=True)
class Frame:
    """What the reporter writes around quotations: one sentence, or some that they join."""

    paragraph: Paragraph
    sentences: Sequence[Sentence]
    span: Span
    own: str
    """Its text with what is quoted blanked out, so that places stay the same."""
    quotes: tuple[Quote, ...]
    names: Sequence[tuple[int, int, int]] = ()
    """Start and end in the article of the persons' names in it."""
    is_title: bool = False
    """Whether it opens the article as a line that is no sentence: a headline nobody marked."""
    _tokens: list[Token] | None = field(default=None)

    @property
    def tokens(self) -> list[Token]:
        """Of the reporter's words, with places in ``own``."""
        if self._tokens is None:
            self._tokens = self._with_names(without_asides(tokens(self.own)))
        return self._tokens

    def _with_names(self, found: list[Token]) -> list[Token]:
        for start, end, _ in self.names:
            first = bisect_left(found, start - self.span.start, key=lambda each: each.start)
            for index in range(first, len(found)):
                if found[index].start >= end - self.span.start:
                    break
                found[index] = found[index]._replace(is_named=found[index].is_word)
        return found

    def at(self, place: int) -> int:
        """Which token begins at a place in ``own`` or first after it."""
        return bisect_left(self.tokens, place, key=lambda each: each.start)

    def forget(self) -> None:
        """Drop the tokens; a long article has too many to keep them all."""
        self._tokens = None

    @property
    def is_heading(self) -> bool:
        return self.paragraph.role is Role.HEADING or self.is_title

    def placed(self, start: int, end: int) -> Span:
        """A place in ``own`` as one in the article."""
        return Span(self.span.start + start, self.span.start + end)

    def has_words(self) -> bool:
        """Whether the reporter writes anything in it."""
        return WORD.search(self.own.replace("\x00", " ")) is not None


def cut(
    text: str, paragraph: Paragraph, sentences: Sequence[Sentence], quotes: list[Quote]
) -> Iterator[Frame]:
    """The frames of one paragraph; ``sentences`` and ``quotes`` are those of it."""
    index = 0
    while index < len(sentences):
        end = index + 1
        reach = _reach(quotes, sentences[index].span)
        while end < len(sentences) and (
            sentences[end].span.start < reach
            or text[sentences[end - 1].span.end - 1] == ","
            or text[sentences[end].span.start] in ",;:–—"
            or _is_tag(text, sentences[end - 1].span, sentences[end].span)
        ):
            reach = max(reach, _reach(quotes, sentences[end].span))
            end += 1
        span = Span(sentences[index].span.start, sentences[end - 1].span.end)
        inside = overlapping(quotes, span, lambda each: each.outer)
        own = _blanked(text, span, inside)
        yield Frame(paragraph, sentences[index:end], span, own, inside)
        index = end


def _is_tag(text: str, before: Span, span: Span) -> bool:
    """Whether a short sentence tells who cried what stands before: “Never!” Jane Roe called out."""
    if len(span) > _TAG or not _CRIED.search(text, before.start, before.end):
        return False
    small = next((each for each in WORD.findall(span.of(text)) if each[0].islower()), "")
    return small in verbs()


def _reach(quotes: Sequence[Quote], span: Span) -> int:
    """Where the last quotation that begins in a sentence ends."""
    inside = overlapping(quotes, span, lambda each: each.outer)
    return inside[-1].outer.end if inside else span.start


def _blanked(text: str, span: Span, quotes: Sequence[Quote]) -> str:
    parts: list[str] = []
    position = span.start
    end = min(span.end, span.start + LONGEST)
    for quote in quotes:
        part = quote.inner.intersection(Span(position, end)) if position < end else None
        if part is not None:
            parts += (text[position : part.start], "\x00" * len(part))
            position = part.end
    return "".join((*parts, text[position:end]))

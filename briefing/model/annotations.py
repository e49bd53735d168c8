"""What analysis found in an article. Spans point into its text; nothing is copied."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.facts import DateExpression, Entity, Gap, Quotation
from briefing.model.span import Span, overlapping
from briefing.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Sentence:
    id: str
    """``s1``, ``s2``, … over the whole article, furniture included."""
    paragraph: str
    """Id of the paragraph that holds it."""
    span: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that belongs to a section."""

    sentence: str
    cue: str
    """Why: the words that were matched, or that the section goes on from the sentence before."""
    leading: bool
    """Whether this is the sentence's main section. Each sentence in any section has one."""
    weight: float = 0.0
    """How much of the section's words it has; 0 for one that only stands beside them."""


@dataclass(frozen=True, slots=True)
class FoundSection:
    topic: Topic
    hits: tuple[Hit, ...]
    """In the order of the text; never empty."""


class ClaimKind(StrEnum):
    REPORTED = "reported"
    """The reporter states it."""
    ATTRIBUTED = "attributed"
    """Somebody says it, in the reporter's words."""
    QUOTED = "quoted"
    """Somebody says it, verbatim."""
    INFERENCE = "inference"
    """Hedged: nobody states it as a fact."""


@dataclass(frozen=True, slots=True)
class Claim:
    sentence: str
    kind: ClaimKind
    speaker: str | None
    """As the article names them; None where nobody, or nobody certain, is named."""
    cue: str | None
    """The words that decided the kind."""
    strength: str = ""
    """Of an inference: how far the words commit themselves, as the word list says."""


@dataclass(frozen=True, slots=True)
class Annotations:
    article: str
    """Id of the article."""
    sentences: tuple[Sentence, ...]
    """In the order of the text; they do not overlap."""
    sections: tuple[FoundSection, ...]
    """In the order of the topic set; topics that were not found are absent."""
    claims: tuple[Claim, ...]
    """One for each sentence of body, headings and captions, in the order of the text."""
    entities: tuple[Entity, ...] = ()
    """People, organisations and places, in the order of their first mentions."""
    dates: tuple[DateExpression, ...] = ()
    """In the order of the text; they do not overlap."""
    quotations: tuple[Quotation, ...] = ()
    """In the order of the text; they do not overlap."""
    gaps: tuple[Gap, ...] = ()
    """Those of the source card first, then in the order of the text."""
    complete: bool = True
    """False while only sentences and sections have been looked for: the facts follow."""

    def sentence(self, id: str) -> Sentence:
        """Raises ValueError or IndexError when there is none."""
        return self.sentences[_number(id) - 1]

    def sentence_at(self, offset: int) -> Sentence | None:
        found = overlapping(self.sentences, Span(offset, offset + 1))
        return found[0] if found else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        return overlapping(self.sentences, span)

    def claims_in(self, span: Span) -> tuple[Claim, ...]:
        """The claims of the sentences that share a character with ``span``."""
        found = self.sentences_in(span)
        if not found:
            return ()
        first, last = (_number(each.id) for each in (found[0], found[-1]))
        start = bisect_left(self.claims, first, key=lambda each: _number(each.sentence))
        end = bisect_left(self.claims, last + 1, start, key=lambda each: _number(each.sentence))
        return self.claims[start:end]


def _number(sentence: str) -> int:
    """Which one of the article it is, from 1: its id says so."""
    return int(sentence.removeprefix("s"))

"""One article as a template sees it: its points, with who says them, and its source card."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefing import paths
from briefing.model.annotations import Annotations, Claim, ClaimKind, Sentence
from briefing.model.article import BY_HAND, Article, Role, SourceCard
from briefing.model.casting import index
from briefing.model.claims import most_careful
from briefing.model.dates import spelled
from briefing.model.draft import Point
from briefing.model.facts import Entity
from briefing.model.span import Span, overlapping, union

_PLACES = {
    Role.HEADING: "heading",
    Role.CAPTION: "caption",
    Role.RELATED: "related link",
    Role.NOTICE: "notice",
    Role.BYLINE: "byline",
}
"""How furniture is cited, and named where it is left out."""

_DIGEST = 12
"""How many digits of a SHA-256 are shown; they tell files apart and fit a line."""


@dataclass(frozen=True, slots=True)
class PointView:
    text: str
    """The article's words, letter for letter, or the person's own."""
    source: str
    """As ``Source`` writes itself."""
    mark: str
    """``¶5``, ``¶5–6``, ``caption``; with several articles ``1 ¶5``. All spaces are no-break."""
    citation: str
    """``Reuters, “Talks”, 22 September 2021, ¶5``; with several articles ``Article 1: …``."""
    short_citation: str
    """``Reuters, ¶5``; with several articles ``Article 1, ¶5``."""
    reworded: bool
    original: str
    """The article's words, where they are reworded; else empty."""
    original_language: str
    """BCP 47 tag of the article, where it is in another language than the briefing; else empty."""
    language: str
    """BCP 47 tag, where the text is in another language than the briefing; else empty."""
    kind: str
    """A ClaimKind; the most careful one when there are several sentences."""
    inferred: bool
    """Whether it is hedged: nobody states it as a fact."""
    hedge: str
    """The words by which it is hedged; empty where the person said so."""
    reporters: bool
    """Whether it is the reporter who infers, and nobody who is named."""
    partly: bool
    """Whether only some of its sentences are hedged, or said by somebody."""
    speakers: tuple[str, ...]
    """Who says it, as far as the text itself does not tell."""
    unsure: bool
    """Whether somebody says it of whom it is not certain who it is."""
    cue: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of the body is not in the briefing, and what is no part of the body."""

    sentences: int
    places: str
    """``¶2–4, ¶9``; empty for none."""
    parts: int
    """Sentences of which only a part is in the briefing."""
    part_places: str
    furniture: tuple[str, ...]
    """``caption``, ``2 related links``."""


@dataclass(frozen=True, slots=True)
class SourceView:
    number: int | None
    """From 1; None when there is one article only."""
    title: str
    authors: tuple[str, ...]
    outlet: str
    descriptor: str
    """What the outlet is, such as "state news agency"."""
    place: str
    published: date | None
    accessed: date | None
    """The day it was fetched from ``url``."""
    url: str
    language: str
    """In English; empty when not known, the code itself when it has no name here."""
    file: str
    digest: str
    """The first digits of the file's SHA-256."""
    sentences: int
    """Sentences of the body."""
    left_out: LeftOut


class Reading:
    """One article with what was found in it."""

    def __init__(
        self,
        article: Article,
        found: Annotations,
        card: SourceCard,
        number: int | None,
        language: str,
    ) -> None:
        """``number`` is None for the only article; ``language`` is the briefing's."""
        self._article = article
        self.found = found
        self._number = number
        name = card.outlet or (f"“{card.title}”" if card.title else article.name)
        self._origin = _origin(card, name, number)
        self._short = name if number is None else f"Article {number}"
        own = card.language or ""
        self.language = "" if _primary(own) == _primary(language) else own
        """BCP 47 tag of the article, where it is another than the briefing's; else empty."""
        self._numbers = article.numbers()
        self._entities: dict[Span, Entity] | None = None

    def point(self, point: Point) -> PointView:
        span = point.source.span
        text = point.wording if point.wording is not None else span.of(self._article.text)
        claims = self.found.claims_in(span)
        kind = most_careful(claims)
        inferences = [each for each in claims if each.kind is ClaimKind.INFERENCE]
        hedges = (each.cue for each in inferences if each.cue and each.cue in text)
        untold = (each.speaker for each in claims if each.speaker and not _tells(text, each))
        return PointView(
            text=text,
            source=str(point.source),
            mark=self.mark(span),
            citation=self.citation(span),
            short_citation=self.short_citation(span),
            reworded=point.wording is not None,
            original="" if point.wording is None else span.of(self._article.text),
            original_language=self.language,
            language="" if point.wording is not None else self.language,
            kind=kind,
            inferred=bool(inferences),
            hedge=next(hedges, ""),
            reporters=any(each.speaker is None for each in inferences),
            partly=len({(each.kind, each.speaker) for each in claims}) > 1,
            speakers=tuple(dict.fromkeys(untold)),
            unsure=any(each.kind in _SAID and not each.speaker for each in claims),
            cue=point.cue,
        )

    def entity(self, span: Span) -> Entity | None:
        """The one that has this very span among its mentions."""
        if self._entities is None:
            self._entities = index(self.found.entities)
        return self._entities.get(span)

    def words(self, span: Span) -> str:
        return span.of(self._article.text)

    def in_body(self, spans: Iterable[Span]) -> Span:
        """As ``Article.in_body``."""
        return self._article.in_body(spans)

    def is_in_body(self, span: Span) -> bool:
        paragraph = self._article.paragraph_at(span.start)
        return paragraph is not None and paragraph.id in self._numbers

    def source(self, card: SourceCard, used: Iterable[Span]) -> SourceView:
        body = [each for each in self.found.sentences if each.paragraph in self._numbers]
        return SourceView(
            number=self._number,
            title=card.title,
            authors=card.authors,
            outlet=card.outlet,
            descriptor=card.descriptor,
            place=card.place,
            published=card.published,
            accessed=card.accessed,
            url=card.url,
            language=_language(card.language or ""),
            file=self._article.name,
            digest=self._article.sha256[:_DIGEST],
            sentences=len(body),
            left_out=self._left_out(body, union(used)),
        )

    def mark(self, span: Span) -> str:
        """Where in the article a span is: ``¶5``; with several articles ``1 ¶5``."""
        place = self._place(span)
        return place if self._number is None else f"{self._number}\N{NO-BREAK SPACE}{place}"

    def citation(self, span: Span) -> str:
        """The article and where in it a span is: ``Reuters, “Talks”, 22 September 2021, ¶5``."""
        return f"{self._origin}, {self._place(span)}"

    def short_citation(self, span: Span) -> str:
        """Once the article was named in full: ``Reuters, ¶5``."""
        return f"{self._short}, {self._place(span)}"

    def _place(self, span: Span) -> str:
        touched = list(self._article.paragraphs_in(span))
        numbers = [self._numbers[each.id] for each in touched if each.id in self._numbers]
        places = [_ranges(numbers)] if numbers else []
        places += dict.fromkeys(_PLACES[each.role] for each in touched if each.role in _PLACES)
        return ", ".join(places).replace(" ", "\N{NO-BREAK SPACE}")

    def _left_out(self, body: Sequence[Sentence], used: Sequence[Span]) -> LeftOut:
        whole: list[int] = []
        parts: list[int] = []
        for each in body:
            if not overlapping(used, each.span, _itself):  # most of a long text
                whole.append(self._numbers[each.paragraph])
                continue
            missing = _missing(each.span, used, self._article.text)
            if missing == _letters(each.span.of(self._article.text)):
                whole.append(self._numbers[each.paragraph])
            elif missing:
                parts.append(self._numbers[each.paragraph])
        furniture: dict[str, int] = {}
        for paragraph in self._article.paragraphs:
            name = _PLACES.get(paragraph.role)
            if name and not overlapping(used, paragraph.span, _itself):
                furniture[name] = furniture.get(name, 0) + 1
        return LeftOut(
            len(whole),
            _ranges(whole),
            len(parts),
            _ranges(parts),
            tuple(name if n == 1 else f"{n} {name}s" for name, n in furniture.items()),
        )


_SAID = (ClaimKind.ATTRIBUTED, ClaimKind.QUOTED)


@cache
def _languages() -> dict[str, str]:
    data = tomllib.loads((paths.ASSETS / "languages.toml").read_text("utf-8"))
    return {code: str(name) for code, name in data["names"].items()}


def _language(tag: str) -> str:
    """``en-GB`` → ``English``."""
    return _languages().get(tag.partition("-")[0].lower(), tag)


def _origin(card: SourceCard, name: str, number: int | None) -> str:
    """What a note calls an article at first: its outlet, or else title or file; its day."""
    title = f"“{card.title}”" if card.title and card.outlet else ""
    day = spelled(card.published) if card.published else ""
    said = ", ".join(each for each in (name, title, day) if each)
    return said if number is None else f"Article {number}: {said}"


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _tells(text: str, claim: Claim) -> bool:
    """Whether a text itself tells who makes a claim: by the last word of the name, as it is
    written, and by the words that attribute it, where a rule found them."""
    name, _, _ = (claim.speaker or "").partition(",")  # "…, spokesperson for X" names X as well
    last = _words(name)[-1:]
    by_rule = claim.cue is not None and claim.cue not in (BY_HAND, "quotation marks")
    attributed = not by_rule or (claim.cue or "") in text
    return bool(last) and last[0] in _words(text) and attributed


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


def _missing(span: Span, used: Sequence[Span], text: str) -> int:
    """How many letters and digits of the span no used span covers."""
    covered = (each.intersection(span) for each in overlapping(used, span, _itself))
    shown = sum(_letters(each.of(text)) for each in covered if each is not None)
    return _letters(span.of(text)) - shown


def _itself(span: Span) -> Span:
    return span


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers of paragraphs as a citation: 1, 2, 3, 7 → ``¶1–3, ¶7``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"¶{a}" if a == b else f"¶{a}–{b}" for a, b in runs)

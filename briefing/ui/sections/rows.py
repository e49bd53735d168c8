"""What the tree shows, as plain values made from the Draft and what it points into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.model.span import Source

KEYS = 9
"""How many sections have a key in the article view."""

_KINDS_SHOWN = (ClaimKind.INFERENCE, ClaimKind.QUOTED)


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the articles say of a source."""

    text: str
    """Letter for letter; empty when the article is not at hand."""
    mark: str
    """``¶5``, ``¶5–6``, ``2 ¶5`` with several articles, or the role of what is not body text."""
    speakers: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    id: str
    section: str
    facts: SourceFacts
    wording: str | None
    taken: bool
    """The person's choice for this point."""
    counts: bool
    """Whether it goes into the briefing: its section is taken as well."""
    cue: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """What kinds of claim it is; in other words it is no quotation any more."""
        if self.wording is None:
            return self.facts.kinds
        return tuple(each for each in self.facts.kinds if each != ClaimKind.QUOTED.value)

    @property
    def text(self) -> str:
        """On one line, as the tree shows it."""
        return " ".join((self.facts.text if self.wording is None else self.wording).split())


@dataclass(frozen=True, slots=True)
class SectionRow:
    id: str
    name: str
    colour: str
    taken: bool
    key: int
    """1 to 9, its key in the article view; 0 for none."""
    count: int
    count_taken: int


Rows = tuple[tuple[SectionRow, tuple[PointRow, ...]], ...]


class Facts:
    """Looks sources up in their articles, each once."""

    def __init__(self, articles: Iterable[Article], annotations: Iterable[Annotations]) -> None:
        self._articles = {each.id: each for each in articles}
        self._numbers = {each.id: each.numbers() for each in self._articles.values()}
        self._place = {id: number for number, id in enumerate(self._articles, start=1)}
        self._annotations = {each.article: each for each in annotations}
        self._claims = {
            each.article: {claim.sentence: claim for claim in each.claims}
            for each in self._annotations.values()
        }
        self._known: dict[Source, SourceFacts] = {}

    def of(self, source: Source) -> SourceFacts:
        if source not in self._known:
            self._known[source] = self._look_up(source)
        return self._known[source]

    def _look_up(self, source: Source) -> SourceFacts:
        article = self._articles.get(source.article)
        if article is None:
            return SourceFacts("", "", (), ())
        claims = self._claims_in(source)
        kinds = {each.kind for each in claims}
        return SourceFacts(
            text=article.text_of(source.span),
            mark=self._mark(article, source),
            speakers=tuple(dict.fromkeys(each.speaker for each in claims if each.speaker)),
            kinds=tuple(each.value for each in _KINDS_SHOWN if each in kinds),
        )

    def _claims_in(self, source: Source) -> list[Claim]:
        annotations = self._annotations.get(source.article)
        if annotations is None:
            return []
        claims = self._claims[source.article]
        inside = annotations.sentences_in(source.span)
        return [claims[each.id] for each in inside if each.id in claims]

    def _mark(self, article: Article, source: Source) -> str:
        paragraphs = tuple(article.paragraphs_in(source.span))
        numbers = [
            number for each in paragraphs if (number := self._numbers[article.id].get(each.id))
        ]
        if numbers:
            first, last = numbers[0], numbers[-1]
            mark = f"¶{first}" if first == last else f"¶{first}–{last}"
        else:
            mark = paragraphs[0].role.value if paragraphs else ""
        several = len(self._articles) > 1
        return f"{self._place[article.id]} {mark}".rstrip() if several else mark


def build(draft: Draft | None, facts: Facts) -> Rows:
    """The rows of the tree; points of a section that is not there are left out."""
    if draft is None:
        return ()
    taken = {each.id: each.taken for each in draft.sections}
    points: dict[str, list[PointRow]] = {each.id: [] for each in draft.sections}
    for each in draft.points:
        if each.section in points:
            points[each.section].append(
                PointRow(
                    id=each.id,
                    section=each.section,
                    facts=facts.of(each.source),
                    wording=each.wording,
                    taken=each.taken,
                    counts=each.taken and taken[each.section],
                    cue=each.cue,
                )
            )
    return tuple(
        (
            SectionRow(
                id=each.id,
                name=each.name,
                colour=each.colour,
                taken=each.taken,
                key=number if number <= KEYS else 0,
                count=len(points[each.id]),
                count_taken=sum(point.taken for point in points[each.id]),
            ),
            tuple(points[each.id]),
        )
        for number, each in enumerate(draft.sections, start=1)
    )


def sentences_taken(draft: Draft | None) -> tuple[int, int]:
    """(taken, all); a sentence that stands in two sections is one."""
    if draft is None:
        return 0, 0
    sections = {each.id for each in draft.sections if each.taken}
    taken = {each.source for each in draft.points if each.taken and each.section in sections}
    return len(taken), len({each.source for each in draft.points})

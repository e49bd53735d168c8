"""What the tree shows, as plain values made from the Draft and what it points into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article
from briefing.model.claims import most_careful
from briefing.model.draft import Draft
from briefing.model.span import Source
from briefing.ui.claim_kinds import is_by_hand, people

KEYS = 9
"""How many sections have a key in the article view."""


class SourceFacts:
    """What the articles say of a source; each thing is looked up once it is asked for."""

    def __init__(
        self, article: Article | None, found: Annotations | None, numbers: Numbers, source: Source
    ) -> None:
        self._article, self._found, self._numbers = article, found, numbers
        self._span = source.span

    @cached_property
    def text(self) -> str:
        """Letter for letter; empty when the article is not at hand."""
        return self._article.text_of(self._span) if self._article is not None else ""

    @cached_property
    def mark(self) -> str:
        """``¶5``, ``¶5–6``, ``2 ¶5`` with several articles, or the role of what is not body."""
        if self._article is None:
            return ""
        paragraphs = self._article.paragraphs_in(self._span)
        of = self._numbers.paragraphs
        numbers = [of[each.id] for each in paragraphs if each.id in of]
        if numbers:
            first, last = numbers[0], numbers[-1]
            mark = f"¶{first}" if first == last else f"¶{first}–{last}"
        else:
            mark = paragraphs[0].role.value if paragraphs else ""
        return f"{self._numbers.article or ''} {mark}".strip()

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.speaker for each in self.claims if each.speaker))

    @cached_property
    def kind(self) -> ClaimKind | None:
        """The most careful one of its sentences; None where none makes a claim, as in a caption."""
        return most_careful(self.claims) if self.claims else None

    @cached_property
    def by_hand(self) -> bool:
        """Whether the person said who vouches for any of it."""
        return any(map(is_by_hand, self.claims))

    @property
    def people(self) -> tuple[str, ...]:
        """Who may have said it."""
        return people(self._found) if self._found is not None else ()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return self._found.claims_in(self._span) if self._found is not None else ()


@dataclass(frozen=True, slots=True)
class PointRow:
    id: str
    section: str
    source: Source
    reading: Facts
    """Where its facts are looked up, once they are asked for: few rows of many are seen."""
    wording: str | None
    taken: bool
    """The person's choice for this point."""
    counts: bool
    """Whether it goes into the briefing: its section is taken as well."""
    cue: str

    @property
    def facts(self) -> SourceFacts:
        return self.reading.of(self.source)

    @property
    def kind(self) -> ClaimKind | None:
        """Of claim that it is; in other words it is no quotation any more."""
        if self.wording is not None and self.facts.kind is ClaimKind.QUOTED:
            return ClaimKind.ATTRIBUTED
        return self.facts.kind

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

    @property
    def empty(self) -> bool:
        """Whether it has points, and none of them is taken."""
        return self.count > 0 and not self.count_taken

    @property
    def whole(self) -> bool:
        """Whether all its points are taken, if it has any."""
        return self.count_taken == self.count


Rows = tuple[tuple[SectionRow, tuple[PointRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    article: int | None
    """From 1; None when there is one only."""
    paragraphs: Mapping[str, int]
    """Of the body, by id."""


class Facts:
    """Looks sources up in their articles."""

    def __init__(self, articles: Sequence[Article], annotations: Iterable[Annotations]) -> None:
        self._articles = {each.id: each for each in articles}
        self._annotations = {each.article: each for each in annotations}
        several = len(articles) > 1
        self._numbers = {
            each.id: Numbers(number if several else None, each.numbers())
            for number, each in enumerate(articles, start=1)
        }
        self._known: dict[Source, SourceFacts] = {}

    def of(self, source: Source) -> SourceFacts:
        facts = self._known.get(source)
        if facts is None:
            id = source.article
            facts = self._known[source] = SourceFacts(
                self._articles.get(id),
                self._annotations.get(id),
                self._numbers.get(id, Numbers(None, {})),
                source,
            )
        return facts


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
                    source=each.source,
                    reading=facts,
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

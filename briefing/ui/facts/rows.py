"""What a row of a list shows and can be asked for, as a plain value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import listing
from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.draft import Draft
from briefing.model.facts import DateExpression, DateKind, Entity, Gap, GapKind, Quotation
from briefing.model.listing import Thing
from briefing.model.span import Source, Span
from briefing.model.timeline import Line, in_words
from briefing.ui.facts.lists import Item
from briefing.ui.facts.values import typed
from briefing.ui.sections.rows import Facts as Sources

SPOKEN_FOR = (ClaimKind.ATTRIBUTED, ClaimKind.QUOTED)
"""Claims that are somebody's: without a speaker they are open."""
_FIELDS = {GapKind.NO_DATE: "published", GapKind.NO_OUTLET: "outlet"}
"""Gaps that the person can fill: kind → field of the source card."""
_NO_SPEAKER = "It is not certain who says it"


@dataclass(frozen=True, slots=True)
class FactRow:
    fact: Fact
    source: Source
    """What corrections and rows of the briefing are about."""
    title: str = ""
    """A name, or a date in words; empty for what is told in a sentence."""
    text: str = ""
    """On one line."""
    details: tuple[str, ...] = ()
    mark: str = ""
    """The ¶ it stands in."""
    kind: str = ""
    """Value of an ``EntityKind``, ``DateKind``, ``ClaimKind`` or ``GapKind``."""
    places: tuple[Span, ...] = ()
    """Where the article means it, what stands in its body first; empty for what it does not
    say."""
    cues: tuple[str, ...] = ()
    """Why it is what it is, then why each place is one."""
    doubt: str = ""
    note: str = ""
    key: str = ""
    """Of its row in the briefing: the kind of a gap."""
    field: str = ""
    """Of the source card, that would answer it."""
    role: str = ""
    speaker: str = ""
    candidates: tuple[str, ...] = ()
    value: str = ""
    """Of a date, as it is typed."""
    taken: tuple[Row, ...] = ()
    """By which it is in the briefing; empty for not."""
    corrections: tuple[Correction, ...] = ()
    """The person's, about it."""

    @property
    def row(self) -> Row:
        """By which it would be in the briefing."""
        return Row(self.fact, self.source, self.key)

    @property
    def name(self) -> str:
        return self.title or self.text

    @property
    def claim(self) -> ClaimKind | None:
        """Its kind where it is a claim."""
        return ClaimKind(self.kind) if self.fact is Fact.CLAIM else None

    def place(self, number: int) -> Source | None:
        """Where the article means it the ``number``-th time, from 0."""
        if not self.places:
            return None
        return Source(self.source.article, self.places[number % len(self.places)])

    def answer(self, act: Act) -> str:
        """What is known now, for whoever types something else."""
        match act:
            case Act.NAME:
                return self.title
            case Act.ROLE:
                return self.role
            case Act.VALUE:
                return self.value
            case Act.SPEAKER:
                return self.speaker
            case _:
                return self.kind


class RowMaker:
    """Makes rows of one desk. Cheap to make itself: what it looks up is few things."""

    def __init__(
        self,
        draft: Draft,
        articles: Sequence[Article],
        found: Sequence[Annotations],
        sources: Sources,
    ) -> None:
        self._articles, self._found, self._sources = articles, found, sources
        self._draft = draft
        self._rows: dict[tuple[Fact, str, Source], Row] = {
            (each.fact, each.key, each.source): each for each in draft.rows
        }
        self._corrections: dict[tuple[Fact, Source], list[Correction]] = {}
        for each in draft.corrections:
            self._corrections.setdefault((each.fact, each.target), []).append(each)

    def make(self, item: Item) -> FactRow:
        match item.thing:
            case Entity():
                return self._entity(item.article, item.thing)
            case Line():
                return self._date(item.article, item.thing.date, item.thing)
            case DateExpression():
                return self._date(item.article, item.thing, None)
            case Quotation():
                return self._quotation(item.article, item.thing)
            case Claim():
                return self._claim(item.article, item.thing)
            case Gap():
                return self._gap(item.article, item.thing)

    def _entity(self, article: int, entity: Entity) -> FactRow:
        mentions = listing.body_first(self._articles[article], entity.mentions)
        times = len(mentions)
        return FactRow(
            **self._common(article, entity, tuple(each.span for each in mentions)),
            title=entity.name,
            text=entity.role or entity.note,
            details=(f"{times} mentions",) if times > 1 else (),
            kind=entity.kind.value,
            cues=(entity.cue, *(each.cue for each in mentions)),
            note=entity.note,
            role=entity.role or "",
        )

    def _date(self, article: int, date: DateExpression, line: Line | None) -> FactRow:
        words = self._words(article, date.span)
        common = self._common(article, date, (date.span,))
        doubts, field = [date.doubt] if date.doubt else [], ""
        sentence = line.sentence if line else self._found[article].sentence_at(date.span.start)
        if date.value is None and date.kind is DateKind.POINT:
            unknown = self._draft.card(common["source"].article).published is None
            field = "published" if unknown else ""
            doubts.insert(0, "Needs the day of publication" if unknown else "Its day is not known")
        shown = in_words(date.value) if date.value and date.kind is not DateKind.SET else ""
        return FactRow(
            **common,
            title=shown or _quoted(words),
            text=self._words(article, sentence.span) if sentence else "",
            details=(_quoted(words),) if shown else (),
            kind=date.kind.value,
            cues=(date.cue,),
            doubt=". ".join(each.rstrip(".") for each in doubts),
            field=field,
            value=typed(date.value) if date.value else "",
        )

    def _quotation(self, article: int, quotation: Quotation) -> FactRow:
        speaker = quotation.speaker or ""
        role = f", {quotation.role}" if quotation.role and speaker else ""
        among = " or ".join(quotation.candidates)
        doubt = f"{_NO_SPEAKER}: {among}" if among else _NO_SPEAKER
        return FactRow(
            **self._common(article, quotation, (quotation.span,)),
            text=_quoted(self._words(article, quotation.span)),
            details=(f"{speaker}{role}",) if speaker else (),
            cues=(quotation.cue,),
            doubt="" if speaker else doubt,
            role=quotation.role or "",
            speaker=speaker,
            candidates=quotation.candidates,
        )

    def _claim(self, article: int, claim: Claim) -> FactRow:
        span = self._found[article].sentence(claim.sentence).span
        details = (claim.strength, claim.speaker or "")
        open_ = claim.kind in SPOKEN_FOR and not claim.speaker
        return FactRow(
            **self._common(article, claim, (span,)),
            text=self._words(article, span),
            details=tuple(each for each in details if each),
            kind=claim.kind.value,
            cues=(claim.cue or "nothing in it says otherwise",),
            doubt=_NO_SPEAKER if open_ else "",
            speaker=claim.speaker or "",
        )

    def _gap(self, article: int, gap: Gap) -> FactRow:
        return FactRow(
            **self._common(article, gap, gap.spans),
            text=gap.text,
            details=(gap.kind.value,),
            kind=gap.kind.value,
            cues=(gap.cue,),
            field=_FIELDS.get(gap.kind, ""),
        )

    def _common(self, article: int, thing: Thing, places: tuple[Span, ...]) -> dict[str, object]:
        """Where it stands, whether it is in the briefing, and what was corrected."""
        row = listing.row(self._found[article], thing)
        fact, key, id = row.fact, row.key, row.source.article
        every = [Source(id, each) for each in places] or [row.source]
        rows = [self._rows.get((fact, key, each)) for each in every] if self._rows else ()
        made = [it for each in every for it in self._corrections.get((fact, each), ())]
        return {
            "fact": fact,
            "source": row.source,
            "key": key,
            "places": places,
            "mark": self._sources.of(every[0]).mark if places else self._number(article),
            "taken": tuple(each for each in rows if each),
            "corrections": tuple(made),
        }

    def _number(self, article: int) -> str:
        return str(article + 1) if len(self._articles) > 1 else ""

    def _words(self, article: int, span: Span) -> str:
        return " ".join(span.of(self._articles[article].text).split())


def _quoted(words: str) -> str:
    return f"“{words}”"

"""The facts that the person put into the briefing, as lists for a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.context.reading import PointView, Reading
from briefing.model.correcting import claim_at, date_at, gap_at, quotation_at
from briefing.model.corrections import Fact, Row
from briefing.model.draft import Draft, Point
from briefing.model.facts import Entity, EntityKind
from briefing.model.span import Source
from briefing.model.timeline import in_words, period


@dataclass(frozen=True, slots=True)
class NameView:
    name: str
    role: str
    """What the article says they are; may be empty."""
    note: str
    """What is known of the name from elsewhere than the article; may be empty."""
    mark: str
    """``¶1``: the first mention in the body, or the first of all."""
    source: str


@dataclass(frozen=True, slots=True)
class DateView:
    shown: str
    """The value in words; the article's words where it has no value."""
    words: str
    """As the article writes it."""
    text: str
    """The sentence, letter for letter."""
    note: PointView
    """The same sentence as a point: whose words it is, and whether anybody is certain."""
    doubt: str
    """A sentence; empty for none."""
    mark: str
    source: str


@dataclass(frozen=True, slots=True)
class QuotationView:
    text: str
    """Between the marks, letter for letter, but for the comma that led on to who says it."""
    speaker: str
    """Empty where it is not certain."""
    role: str
    language: str
    """As ``PointView.language``."""
    mark: str
    citation: str
    short_citation: str
    source: str


@dataclass(frozen=True, slots=True)
class GapView:
    text: str
    mark: str
    """Empty where it is about the whole article."""
    source: str
    """May be empty."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Each list may be empty."""

    people: tuple[NameView, ...]
    organisations: tuple[NameView, ...]
    places: tuple[NameView, ...]
    timeline: tuple[DateView, ...]
    """The earliest first; what has no place on the calendar last."""
    quotations: tuple[QuotationView, ...]
    claims: tuple[PointView, ...]
    gaps: tuple[GapView, ...]
    any: bool
    """Whether there is anything in any list."""


def build(draft: Draft, readings: Mapping[str, Reading]) -> Facts:
    """Rows whose fact is found no more are passed over; ``lost`` tells which those are."""
    rows: dict[Fact, list[Row]] = {each: [] for each in Fact}
    for each in draft.rows:
        if each.source.article in readings:
            rows[each.fact].append(each)
    dates = [each for row in rows[Fact.DATE] for each in _date(row, readings)]
    names = _names(rows[Fact.ENTITY], readings)
    people, organisations, places = (names[kind] for kind in EntityKind)
    timeline = tuple(view for _, view in sorted(dates, key=lambda each: each[0]))
    quotations = tuple(each for row in rows[Fact.QUOTATION] for each in _quotation(row, readings))
    claims = tuple(each for row in rows[Fact.CLAIM] for each in _claim(row, readings))
    gaps = tuple(each for row in rows[Fact.GAP] for each in _gap(row, readings))
    some = any((people, organisations, places, timeline, quotations, claims, gaps))
    return Facts(people, organisations, places, timeline, quotations, claims, gaps, some)


def printed(draft: Draft, readings: Mapping[str, Reading]) -> Iterator[Source]:
    """The words of the articles that the lists print as they stand."""
    for row in draft.rows:
        reading = readings.get(row.source.article)
        if reading is None or not _is_found(row, reading):
            continue
        if row.fact in (Fact.QUOTATION, Fact.CLAIM):
            yield row.source
        elif row.fact is Fact.DATE:
            sentence = reading.found.sentence_at(row.source.span.start)
            if sentence is not None:
                yield Source(row.source.article, sentence.span)


def lost(draft: Draft, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """The words of the rows whose fact is found no more; a gap of the card is just filled."""
    return tuple(
        readings[row.source.article].words(row.source.span)
        for row in draft.rows
        if row.source.article in readings
        and len(row.source.span)
        and not _is_found(row, readings[row.source.article])
    )


def _is_found(row: Row, reading: Reading) -> bool:
    span, found = row.source.span, reading.found
    match row.fact:
        case Fact.ENTITY:
            return reading.entity(span) is not None
        case Fact.DATE:
            return date_at(found, span) is not None
        case Fact.QUOTATION:
            return quotation_at(found, span) is not None
        case Fact.CLAIM:
            return claim_at(found, span) is not None
        case Fact.GAP:
            return gap_at(found, span, row.key) is not None


def _names(
    rows: list[Row], readings: Mapping[str, Reading]
) -> dict[EntityKind, tuple[NameView, ...]]:
    """In the order of the articles and their bodies; who is named in captions alone comes last."""
    order = {id: place for place, id in enumerate(readings)}
    seen: dict[Source, tuple[Entity, bool]] = {}
    for row in rows:
        reading = readings[row.source.article]
        entity = reading.entity(row.source.span)
        if entity is not None:  # two that were joined are one
            first = reading.in_body(each.span for each in entity.mentions)
            seen[Source(row.source.article, first)] = entity, reading.is_in_body(first)
    views: dict[EntityKind, list[NameView]] = {kind: [] for kind in EntityKind}
    for source in sorted(seen, key=lambda each: (order[each.article], not seen[each][1], each)):
        entity, _ = seen[source]
        reading = readings[source.article]
        mark = reading.mark(source.span)
        view = NameView(entity.name, entity.role or "", entity.note, mark, str(source))
        views[entity.kind].append(view)
    return {kind: tuple(some) for kind, some in views.items()}


def _date(
    row: Row, readings: Mapping[str, Reading]
) -> Iterator[tuple[tuple[str, str, Source], DateView]]:
    reading, span = readings[row.source.article], row.source.span
    date = date_at(reading.found, span)
    sentence = reading.found.sentence_at(span.start)
    if date is None or sentence is None:
        return
    lasts = period(date.value) if date.value else None
    order = (lasts[0].isoformat() if lasts else "~", date.value or "", row.source)
    words = reading.words(span)
    source = Source(row.source.article, sentence.span)
    note = reading.point(Point("", "", source))
    shown = in_words(date.value) if date.value else words
    yield (
        order,
        DateView(shown, words, note.text, note, date.doubt, reading.mark(span), str(source)),
    )


def _quotation(row: Row, readings: Mapping[str, Reading]) -> Iterator[QuotationView]:
    reading, span = readings[row.source.article], row.source.span
    quotation = quotation_at(reading.found, span)
    if quotation is not None:
        yield QuotationView(
            reading.words(span).rstrip().removesuffix(","),
            quotation.speaker or "",
            quotation.role or "",
            reading.language,
            reading.mark(span),
            reading.citation(span),
            reading.short_citation(span),
            str(row.source),
        )


def _claim(row: Row, readings: Mapping[str, Reading]) -> Iterator[PointView]:
    reading = readings[row.source.article]
    if claim_at(reading.found, row.source.span) is not None:
        yield reading.point(Point("", "", row.source))


def _gap(row: Row, readings: Mapping[str, Reading]) -> Iterator[GapView]:
    reading, span = readings[row.source.article], row.source.span
    gap = gap_at(reading.found, span, row.key)
    if gap is not None:
        mark = reading.mark(span) if len(span) else ""
        yield GapView(gap.text, mark, str(row.source) if len(span) else "")

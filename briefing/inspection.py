"""What was read and found, as the JSON that other programs rely on (schema 1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from briefing.model.annotations import Annotations, FoundSection
from briefing.model.article import Article, SourceCard
from briefing.model.facts import Entity, EntityKind
from briefing.model.span import Span


def inspect(
    article: Article,
    annotations: Annotations,
    card: SourceCard,
    suggested: Sequence[FoundSection] = (),
) -> str:
    """One JSON object. Offsets are code points into ``text``, half-open.

    A string that is not known is empty, anything else that is not known is null.
    """
    report: dict[str, Any] = {
        "schema": 1,
        "title": card.title,
        "authors": list(card.authors),
        "outlet": card.outlet,
        "published": card.published.isoformat() if card.published else None,
        "language": card.language or "",
        "sha256": article.sha256,
        "text": article.text,
        "paragraphs": [
            {
                "id": each.id,
                "role": each.role.value,
                "start": each.span.start,
                "end": each.span.end,
                "cue": each.cue,
            }
            for each in article.paragraphs
        ],
        "sentences": [
            {
                "id": each.id,
                "paragraph": each.paragraph,
                "start": each.span.start,
                "end": each.span.end,
            }
            for each in annotations.sentences
        ],
        "sections": [
            {
                "id": each.topic.id,
                "name": each.topic.name,
                "sentences": [hit.sentence for hit in each.hits],
                "cue": "; ".join(f"{hit.sentence}: {hit.cue}" for hit in each.hits),
            }
            for each in annotations.sections
        ],
        "people": [
            {"name": each.name, "role": each.role, "mentions": _mentions(each), "cue": each.cue}
            for each in annotations.entities
            if each.kind is EntityKind.PERSON
        ],
        "organisations": _named(annotations, EntityKind.ORGANISATION),
        "places": _named(annotations, EntityKind.PLACE),
        "dates": [
            {
                **_placed(each.span, article),
                "value": each.value,
                "kind": each.kind.value,
                "cue": each.cue,
                "doubt": each.doubt,
            }
            for each in annotations.dates
        ],
        "quotes": [
            {
                **_placed(each.span, article),
                "speaker": each.speaker,
                "role": each.role,
                "candidates": list(each.candidates),
                "cue": each.cue,
            }
            for each in annotations.quotations
        ],
        "claims": [
            {
                "sentence": each.sentence,
                "kind": each.kind.value,
                "speaker": each.speaker,
                "cue": each.cue,
                "strength": each.strength or None,
            }
            for each in annotations.claims
        ],
        "gaps": [
            {
                "kind": each.kind.value,
                "text": each.text,
                "spans": [{"start": span.start, "end": span.end} for span in each.spans],
                "cue": each.cue,
            }
            for each in annotations.gaps
        ],
        "name": article.name,
        "format": article.format.removeprefix("."),
        "encoding": article.encoding,
        "url": card.url,
        "place": card.place,
        "descriptor": card.descriptor,
        "accessed": card.accessed.isoformat() if card.accessed else None,
        "card_cues": _cues(article, card),
        "suggested": [
            {
                "name": each.topic.name,
                "sentences": [hit.sentence for hit in each.hits],
                "cue": "; ".join(f"{hit.sentence}: {hit.cue}" for hit in each.hits),
            }
            for each in suggested
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _named(annotations: Annotations, kind: EntityKind) -> list[dict[str, Any]]:
    return [
        {"name": each.name, "mentions": _mentions(each), "note": each.note, "cue": each.cue}
        for each in annotations.entities
        if each.kind is kind
    ]


def _mentions(entity: Entity) -> list[dict[str, Any]]:
    return [
        {"start": each.span.start, "end": each.span.end, "cue": each.cue}
        for each in entity.mentions
    ]


def _placed(span: Span, article: Article) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": article.text_of(span)}


def _cues(article: Article, card: SourceCard) -> dict[str, str]:
    """Why the card says what it says, by the names used here; nothing for what somebody typed."""
    return {
        _NAMES.get(field, field): cue
        for field, cue in article.card_cues
        if card.value(field) == article.card.value(field)
    }


_NAMES = {"headline": "title", "author": "authors"}
"""What this report calls the fields of a source card, where it is another word."""

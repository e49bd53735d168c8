"""What was read and found, as the JSON that other programs rely on (schema 1)."""

from __future__ import annotations

import json
from typing import Any

from briefing.model.annotations import Annotations
from briefing.model.article import Article, SourceCard


def inspect(article: Article, annotations: Annotations, card: SourceCard) -> str:
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
        "people": [],
        "organisations": [],
        "places": [],
        "dates": [],
        "quotes": [],
        "claims": [
            {
                "sentence": each.sentence,
                "kind": each.kind.value,
                "speaker": each.speaker,
                "cue": each.cue,
            }
            for each in annotations.claims
        ],
        "gaps": [],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"

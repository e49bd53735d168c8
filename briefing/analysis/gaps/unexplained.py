"""People, places and bodies that the article names and never says who or what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.annotations import Annotations
from briefing.model.article import Article, Role
from briefing.model.facts import Entity, EntityKind, Gap, GapKind

_SAID = {
    EntityKind.PERSON: "The article does not say who {} is.",
    EntityKind.ORGANISATION: "The article does not say what {} is.",
    EntityKind.PLACE: "The article does not say where {} is.",
}
_SHORT = re.compile(r"[A-Z][A-Z&-]{1,6}")
_PLACED = re.compile(r",\s+[A-Z]|\s+(?:in|near|on|outside|south|north|east|west)\b")
"""What places a place: "Orsha, Belarus", "Orsha in the east"."""
_PLACES_IT = re.compile(
    r"(?:city|town|village|province|region|district|port|island|river|capital|suburb|base|border)"
    r"(?:\s+of)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NEAR = 40
"""Characters before a name that are looked at."""


def find(article: Article, found: Annotations) -> Iterator[Gap]:
    body = [each.span for each in article.paragraphs if each.role is Role.BODY]
    for entity in found.entities:
        inside = any(span.covers(entity.first) for span in body)
        if inside and not entity.role and not entity.note and _is_open(article, entity):
            text = _SAID[entity.kind].format(entity.name)
            spans = (entity.first,)
            yield Gap(GapKind.UNEXPLAINED, text, spans, "no role, and not in the gazetteer")


def _is_open(article: Article, entity: Entity) -> bool:
    """Whether nothing beside the name explains it either."""
    match entity.kind:
        case EntityKind.PERSON:
            return True
        case EntityKind.ORGANISATION:
            return _SHORT.fullmatch(entity.name) is not None
        case EntityKind.PLACE:
            return not any(
                _PLACED.match(article.text, each.span.end)
                or _PLACES_IT.search(article.text, max(0, each.span.start - _NEAR), each.span.start)
                for each in entity.mentions
            )

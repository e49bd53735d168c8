"""People, places and bodies that the article names and never says who or what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.annotations import Annotations
from briefing.model.article import Article, Role
from briefing.model.facts import Entity, EntityKind, Gap, GapKind
from briefing.progress import Checkpoint

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


def find(article: Article, found: Annotations, checkpoint: Checkpoint) -> Iterator[Gap]:
    for done, entity in enumerate(found.entities):
        checkpoint(done, len(found.entities))
        if (
            _in_body(article, entity)
            and not entity.role
            and not entity.note
            and _is_open(article, entity)
        ):
            text = _SAID[entity.kind].format(entity.name)
            spans = (entity.first,)
            yield Gap(GapKind.UNEXPLAINED, text, spans, "no role, and not in the gazetteer")


def _in_body(article: Article, entity: Entity) -> bool:
    paragraph = article.paragraph_at(entity.first.start)
    return paragraph is not None and paragraph.role is Role.BODY


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

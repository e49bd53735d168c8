"""With what a name can be joined, as a menu lists it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from briefing.model.facts import Entity
from briefing.model.span import Source
from briefing.ui.facts.describe import KINDS
from briefing.ui.facts.rows import FactRow

_FEWEST = 10
"""Of other kinds that have a place in the menu, however many are of the same kind."""

Entry = tuple[str, Source]
"""What is shown, and the first mention of what is meant."""


def partners(
    row: FactRow, entities: Sequence[Entity], mark: Callable[[Source], str], most: int
) -> tuple[list[Entry], list[Entry]]:
    """Those of the kind of ``row``, then all others with their kind; both by the alphabet.

    ``mark`` is the ¶ of a place, which tells namesakes apart. Of more than ``most`` those are
    listed that are meant most often.
    """
    others = [each for each in entities if each.first != row.source.span]
    same = most_often([each for each in others if each.kind == row.kind], most)
    apart = [each for each in others if each.kind != row.kind]
    apart = most_often(apart, max(most - len(same), _FEWEST))
    namesakes = Counter((each.name, each.kind) for each in others)

    def entry(entity: Entity) -> Entry:
        place = Source(row.source.article, entity.first)
        notes = [] if entity.kind == row.kind else [KINDS[entity.kind].lower()]
        if namesakes[entity.name, entity.kind] > 1 or entity.name == row.title:
            notes += filter(None, (entity.note, mark(place)))
        return f"{entity.name} ({', '.join(notes)})" if notes else entity.name, place

    def listed(each: list[Entity]) -> list[Entry]:
        return [entry(it) for it in sorted(each, key=lambda it: (it.name.casefold(), it.first))]

    return listed(same), listed(apart)


def most_often(entities: Sequence[Entity], most: int) -> list[Entity]:
    """In their order; of more than ``most``, those that are meant most often."""
    if len(entities) <= most:
        return list(entities)
    least = sorted((len(each.mentions) for each in entities), reverse=True)[most - 1]
    return [each for each in entities if len(each.mentions) >= least][:most]

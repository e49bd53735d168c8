"""Suggested sections in place of those that a topic set gave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model.annotations import Annotations, FoundSection
from briefing.model.draft import Draft, Section
from briefing.model.findings import by_hand, look_again
from briefing.model.topic import Topic

COLOURS = ("#004A74", "#EA6700", "#008662", "#C2739F", "#735000", "#474747", "#3A98CF")
"""Of suggested sections, in their order: those of the topic sets, and one for a seventh."""


def take_suggestions(draft: Draft, annotations: Sequence[Annotations]) -> Draft:
    """Replace what analysis found before by the sections of ``annotations``, which are suggested.

    What the person did stays, as in ``findings.look_again``. No topic set is in use afterwards.
    ``annotations`` should be ``told_apart`` before.
    """
    stay = {each.id for each in _staying(draft)}
    draft = replace(
        draft,
        sections=tuple(each for each in draft.sections if each.id in stay),
        points=tuple(each for each in draft.points if each.section in stay),
    )
    topics = [section.topic for each in annotations for section in each.sections]
    return look_again(draft, annotations, topics, "")


def told_apart(draft: Draft, annotations: Iterable[Annotations]) -> tuple[Annotations, ...]:
    """The same with a colour for each section of all articles, as far as there are enough.

    Each article was looked at alone, so their sections begin with the same colours. Sections of
    one name are one; what stays in the draft keeps its colour, and no other takes it.
    """
    colours = {each.id: each.colour.upper() for each in _staying(draft)}
    used = list(colours.values())

    def coloured(topic: Topic) -> Topic:
        if topic.id not in colours:
            colours[topic.id] = min(COLOURS, key=used.count)
            used.append(colours[topic.id])
        return replace(topic, colour=colours[topic.id])

    return tuple(
        replace(
            each,
            sections=tuple(FoundSection(coloured(it.topic), it.hits) for it in each.sections),
        )
        for each in annotations
    )


def _staying(draft: Draft) -> list[Section]:
    """Sections with points of the person's own, or made without words to look for."""
    own = {each.section for each in draft.points if by_hand(each)}
    return [each for each in draft.sections if each.id in own or not (each.terms or each.phrases)]

"""From what analysis found to sections and points of a Draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from briefing.model.annotations import Annotations
from briefing.model.draft import Draft, Point, Section
from briefing.model.placing import last_number, placed
from briefing.model.span import Source
from briefing.model.topic import Topic


def take_findings(draft: Draft, annotations: Iterable[Annotations]) -> Draft:
    """Add the sections and points found, beside those that are there.

    A sentence is taken in its main section and only offered in its others, so that the
    briefing says nothing twice unless the person wants it.
    """
    sections = {each.id: each for each in draft.sections}
    known = {(each.section, each.source) for each in draft.points} | set(draft.rejected)
    number = last_number(draft)
    new: dict[str, list[Point]] = {}
    for found in annotations:
        spans = {each.id: each.span for each in found.sentences}
        for section in found.sections:
            id = section.topic.id
            sections.setdefault(id, section_of(section.topic))
            for hit in section.hits:
                source = Source(found.article, spans[hit.sentence])
                if (id, source) not in known:
                    number += 1
                    point = Point(f"k{number}", id, source, taken=hit.leading, cue=hit.cue)
                    new.setdefault(id, []).append(point)
    draft = replace(draft, sections=tuple(sections.values()))
    return placed(draft, new)


def look_again(
    draft: Draft, annotations: Sequence[Annotations], topics: Sequence[Topic], topic_set: str
) -> Draft:
    """Replace what analysis found before by what it found with other topics.

    What the person did stays: sections without words to look for or with points of the
    person's own, those points, the order of what is found again and whether it is taken, and
    that what was taken out stays out.
    """
    found = {
        (section.topic.id, Source(each.article, spans[hit.sentence])): hit.cue
        for each in annotations
        for spans in ({sentence.id: sentence.span for sentence in each.sentences},)
        for section in each.sections
        for hit in section.hits
    }
    points = tuple(
        each if by_hand(each) else replace(each, cue=found[each.section, each.source])
        for each in draft.points
        if by_hand(each) or (each.section, each.source) in found
    )
    wanted = {each.id for each in topics} | {each.section for each in points}
    sections = tuple(
        each for each in draft.sections if each.id in wanted or not (each.terms or each.phrases)
    )
    draft = replace(draft, sections=sections, points=points, topic_set=topic_set)
    return take_findings(draft, annotations)


def by_hand(point: Point) -> bool:
    """Whether the person made the point, moved it to its section, or wrote its words."""
    return not point.cue or point.wording is not None


def pick_sections(draft: Draft, picked: Collection[str]) -> Draft:
    """Take these sections and no others.

    A sentence whose main section is not picked is taken in the picked section it touches.
    """
    sections = tuple(replace(each, taken=each.id in picked) for each in draft.sections)
    shown = {each.source for each in draft.points if each.taken and each.section in picked}
    points: list[Point] = []
    for each in draft.points:
        if each.section in picked and each.source not in shown:
            each = replace(each, taken=True)
            shown.add(each.source)
        points.append(each)
    return replace(draft, sections=sections, points=tuple(points))


def section_of(topic: Topic) -> Section:
    return Section(topic.id, topic.name, topic.colour, terms=topic.terms, phrases=topic.phrases)


def topic_of(section: Section) -> Topic:
    return Topic(section.id, section.name, section.colour, section.terms, section.phrases)

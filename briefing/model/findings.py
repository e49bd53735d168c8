"""From what analysis found to sections and points of a Draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.errors import ManyFound
from briefing.model.annotations import Annotations, FoundSection, Hit
from briefing.model.article import Article
from briefing.model.draft import Draft, Point, Section
from briefing.model.placing import last_number, placed
from briefing.model.span import Source
from briefing.model.topic import Topic

MOST_TAKEN = 300
"""Sentences of an article that are taken by themselves; with more, a person has to pick."""
MOST_OFFERED = 3000
"""Points that are made of one article: more would be a list that nobody reads."""
MOST_OFFERED_IN_SECTION = 500
_LAST = 1000.0
"""More than any weight."""


def take_findings(
    draft: Draft, annotations: Iterable[Annotations], *, all_of_them: bool = False
) -> Draft:
    """Add the sections and points found, beside those that are there.

    A sentence is taken in its main section and only offered in its others, so that the
    briefing says nothing twice unless the person wants it. Of an article with more than
    ``MOST_TAKEN`` of them none is taken, and the strongest are offered: ``overflow`` says so.
    With ``all_of_them`` there is no such bound, for where nobody is there to pick.
    """
    sections = {each.id: each for each in draft.sections}
    known = {(each.section, each.source) for each in draft.points} | set(draft.rejected)
    number = last_number(draft)
    new: dict[str, list[Point]] = {}
    for found in annotations:
        few = all_of_them or _count(found) <= MOST_TAKEN
        for section, hits in _offered(found, few):
            id = section.topic.id
            sections.setdefault(id, section_of(section.topic))
            for hit in hits:
                source = _source(found, hit)
                if (id, source) not in known:
                    number += 1
                    taken = few and hit.leading
                    point = Point(f"k{number}", id, source, taken=taken, cue=hit.cue)
                    new.setdefault(id, []).append(point)
    draft = replace(draft, sections=tuple(sections.values()))
    return placed(draft, new)


def overflow(article: Article, found: Annotations) -> ManyFound | None:
    """What to tell the person where too much was found to be taken by itself."""
    count = _count(found)
    if count <= MOST_TAKEN:
        return None
    offered = {hit.sentence for _, hits in _offered(found, few=False) for hit in hits}
    return ManyFound(article.name, count, len(offered))


def look_again(
    draft: Draft, annotations: Sequence[Annotations], topics: Sequence[Topic], topic_set: str
) -> Draft:
    """Replace what analysis found before by what it found with other topics.

    What the person did stays: sections without words to look for or with points of the
    person's own, those points, the order of what is found again and whether it is taken, and
    that what was taken out stays out. Of very many findings, those that are offered no more
    stay if they were taken.
    """
    hits = {
        (each.article, section.topic.id): {hit.sentence: hit for hit in section.hits}
        for each in annotations
        for section in each.sections
    }
    read = {each.article: each for each in annotations}
    offered = {
        (section.topic.id, _source(each, hit))
        for each in annotations
        for section, some in _offered(each, _count(each) <= MOST_TAKEN)
        for hit in some
    }

    def again(point: Point) -> Point | None:
        if by_hand(point):
            return point
        source = point.source
        own = hits.get((source.article, point.section))
        if own is None or not (point.taken or (point.section, source) in offered):
            return None
        inside = read[source.article].sentences_in(source.span)
        hit = own.get(inside[0].id) if inside and inside[0].span == source.span else None
        return replace(point, cue=hit.cue) if hit is not None else None

    points = tuple(kept for each in draft.points if (kept := again(each)) is not None)
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


def _count(found: Annotations) -> int:
    """How many sentences have a section."""
    return sum(hit.leading for section in found.sections for hit in section.hits)


def _offered(found: Annotations, few: bool) -> Iterator[tuple[FoundSection, Sequence[Hit]]]:
    """Each section with the hits that become points, in the order of the text."""
    most = min(MOST_OFFERED_IN_SECTION, MOST_OFFERED // max(1, len(found.sections)))
    for section in found.sections:
        if few or len(section.hits) <= most:
            yield section, section.hits
            continue
        # Of equals the first: sorting keeps their order.
        weakness = [(0.0 if hit.leading else _LAST) - hit.weight for hit in section.hits]
        places = sorted(range(len(weakness)), key=weakness.__getitem__)[:most]
        yield section, [section.hits[place] for place in sorted(places)]


def _source(found: Annotations, hit: Hit) -> Source:
    return Source(found.article, found.sentence(hit.sentence).span)

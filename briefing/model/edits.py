"""What a person can do to a Draft. Each edit takes a Draft and gives the next one.

An edit that names a section or point that is not there gives the Draft back unchanged.
What the person types is cleaned here, so that a Draft holds only text that can be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from briefing.model.annotations import Annotations
from briefing.model.article import Article, Role, SourceCard
from briefing.model.cleaning import clean_line, clean_text
from briefing.model.draft import Draft, Point, Section
from briefing.model.findings import take_findings
from briefing.model.placing import last_number, placed
from briefing.model.span import Source, Span
from briefing.model.topic import slug

_T = TypeVar("_T")


# ---------------------------------------------------------------- articles and the form


def add_article(
    draft: Draft, article: Article, annotations: Annotations, *, all_of_it: bool = False
) -> Draft:
    """Put an article on the desk, with the sections and points that analysis found in it.

    ``all_of_it`` takes what was found however much it is.
    """
    if article.id in draft.articles:
        return draft
    draft = replace(
        draft,
        articles=(*draft.articles, article.id),
        cards=(*draft.cards, article.card),
    )
    return take_findings(draft, (annotations,), all_of_them=all_of_it)


def remove_article(draft: Draft, article: str) -> Draft:
    """Take an article off the desk, and its points; sections stay."""
    if article not in draft.articles:
        return draft
    index = draft.articles.index(article)
    return replace(
        draft,
        articles=_without(draft.articles, index),
        cards=_without(draft.cards, index),
        roles=tuple(each for each in draft.roles if each[0] != article),
        points=tuple(each for each in draft.points if each.source.article != article),
        corrections=tuple(each for each in draft.corrections if each.target.article != article),
        rows=tuple(each for each in draft.rows if each.source.article != article),
    )


def set_role(draft: Draft, article: Article, paragraph: str, role: Role) -> Draft:
    """Give a paragraph another role; the one it was read with needs no note.

    ``article`` is as it was read. Points stay as they are.
    """
    read = next((each.role for each in article.paragraphs if each.id == paragraph), None)
    if read is None or article.id not in draft.articles:
        return draft
    others = (each for each in draft.roles if each[:2] != (article.id, paragraph))
    own = () if role is read else ((article.id, paragraph, role),)
    return replace(draft, roles=tuple(sorted((*others, *own))))


def set_field(draft: Draft, id: str, text: str) -> Draft:
    fields = dict(draft.fields) | {id: clean_text(text)}
    return replace(draft, fields=tuple(sorted((k, v) for k, v in fields.items() if v.strip())))


def set_card(draft: Draft, article: str, card: SourceCard) -> Draft:
    card = replace(
        card,
        title=clean_text(card.title),
        outlet=clean_text(card.outlet),
        descriptor=clean_line(card.descriptor),
        place=clean_line(card.place),
        language=clean_line(card.language or "") or None,
        url=clean_line(card.url),
        authors=tuple(clean_line(each) for each in card.authors),
    )
    cards = tuple(
        card if id == article else old for id, old in zip(draft.articles, draft.cards, strict=True)
    )
    return replace(draft, cards=cards)


# ---------------------------------------------------------------- sections


def add_section(
    draft: Draft,
    name: str,
    colour: str,
    terms: tuple[str, ...] = (),
    phrases: tuple[str, ...] = (),
) -> Draft:
    """Append a section of the person's own; its id is ``new_section_id(draft, name)``."""
    name = clean_line(name)
    section = Section(new_section_id(draft, name), name, colour, terms=terms, phrases=phrases)
    return replace(draft, sections=(*draft.sections, section))


def new_section_id(draft: Draft, name: str) -> str:
    wanted = id = slug(name)
    number = 2
    while draft.section(id) is not None:
        id = f"{wanted}-{number}"
        number += 1
    return id


def take_section(draft: Draft, id: str, taken: bool) -> Draft:
    return _change_section(draft, id, lambda each: replace(each, taken=taken))


def edit_section(
    draft: Draft,
    id: str,
    *,
    name: str,
    colour: str,
    terms: tuple[str, ...],
    phrases: tuple[str, ...],
) -> Draft:
    name = clean_line(name)
    return _change_section(
        draft,
        id,
        lambda each: replace(each, name=name, colour=colour, terms=terms, phrases=phrases),
    )


def move_section(draft: Draft, id: str, index: int) -> Draft:
    """Put a section at ``index`` among the others."""
    section = draft.section(id)
    if section is None:
        return draft
    others = [each for each in draft.sections if each.id != id]
    others.insert(index, section)
    return replace(draft, sections=tuple(others))


def merge_sections(draft: Draft, id: str, into: str) -> Draft:
    """Move all points of a section into another, which also gets its words to look for."""
    gone, other = draft.section(id), draft.section(into)
    if gone is None or other is None or id == into:
        return draft
    merged = replace(
        other,
        terms=_union(other.terms, gone.terms),
        phrases=_union(other.phrases, gone.phrases),
    )
    draft = _change_section(draft, into, lambda _: merged)
    moved = draft.points_of(id)
    draft = remove_section(draft, id)
    kept = {each.source: each for each in reversed(draft.points_of(into))}
    new: dict[Source, Point] = {}
    for point in moved:
        twin = new.get(point.source) or kept.get(point.source)
        if twin is None:
            new[point.source] = replace(point, section=into)
            continue
        better = replace(
            twin, taken=twin.taken or point.taken, wording=twin.wording or point.wording
        )
        (new if point.source in new else kept)[point.source] = better
    changed = {each.id: each for each in kept.values()}
    points = tuple(changed.get(each.id, each) for each in draft.points)
    draft = replace(draft, points=points)
    return placed(draft, {into: tuple(new.values())}) if new else draft


def remove_section(draft: Draft, id: str) -> Draft:
    return replace(
        draft,
        sections=tuple(each for each in draft.sections if each.id != id),
        points=tuple(each for each in draft.points if each.section != id),
    )


# ---------------------------------------------------------------- points


def take_points(draft: Draft, ids: Collection[str], taken: bool) -> Draft:
    points = (replace(each, taken=taken) if each.id in ids else each for each in draft.points)
    return replace(draft, points=tuple(points))


def take_sentence(draft: Draft, id: str) -> Draft:
    """Take one point so that it shows: a section that was left out is taken for it alone."""
    point = draft.point(id)
    section = draft.section(point.section) if point else None
    if point is None or section is None:
        return draft
    if not section.taken:
        others = {each.id for each in draft.points_of(section.id)}
        draft = take_section(take_points(draft, others, False), section.id, True)
    return take_points(draft, {id}, True)


def set_wording(draft: Draft, id: str, wording: str | None) -> Draft:
    """Give a point the person's words; None gives it back the article's."""
    wording = clean_line(wording) if wording is not None else None
    return _change_point(draft, id, lambda each: replace(each, wording=wording))


def remove_points(draft: Draft, ids: Collection[str]) -> Draft:
    """Take points out of their sections; a new search does not bring them back."""
    gone = tuple((each.section, each.source) for each in draft.points if each.id in ids)
    rejected = (*draft.rejected, *(each for each in gone if each not in draft.rejected))
    points = tuple(each for each in draft.points if each.id not in ids)
    return replace(draft, points=points, rejected=rejected)


def move_point(draft: Draft, id: str, section: str, index: int) -> Draft:
    """Put a point at ``index`` among the other points of a section, its own or another."""
    point = draft.point(id)
    if point is None or draft.section(section) is None:
        return draft
    twins = {
        each.id
        for each in draft.points_of(section)
        if each.source == point.source and each.id != id
    }
    index -= sum(each.id in twins for each in draft.points_of(section)[:index])
    others = [each for each in draft.points if each.id != id and each.id not in twins]
    places = [place for place, each in enumerate(others) if each.section == section]
    place = places[index] if index < len(places) else len(others)
    if point.section != section:  # the person's doing now, not the search's
        draft = remove_points(draft, {id})
        point = replace(point, section=section, cue="")
    others.insert(place, point)
    return replace(draft, points=tuple(others))


def pieces(article: Article, annotations: Annotations, span: Span) -> tuple[Source, ...]:
    """A selection as sources: cut at sentences, so that each point can be traced to one."""
    cut = (each.span.intersection(span) for each in annotations.sentences_in(span))
    trimmed = (each.trimmed(article.text) for each in cut if each is not None)
    return tuple(Source(article.id, each) for each in trimmed if each is not None)


def holds(draft: Draft, section: str, sources: Collection[Source]) -> bool:
    """Whether a section already has every one of these words as taken points."""
    return bool(sources) and all(_covering(draft, section, each, True) for each in sources)


def assign(draft: Draft, section: str, sources: Iterable[Source]) -> Draft:
    """Give words to a section. Words it has already are taken, not given twice."""
    if draft.section(section) is None:
        return draft
    for source in sources:
        covering = _covering(draft, section, source, False)
        if covering is not None:
            draft = take_points(draft, {covering.id}, True)
            continue
        absorbed = {
            each.id
            for each in draft.points_of(section)
            if each.source.article == source.article
            and source.span.covers(each.source.span)
            and each.wording is None
        }
        draft = _insert(remove_points(draft, absorbed), section, source, taken=True, cue="")
    return draft


def unassign(draft: Draft, section: str, sources: Collection[Source]) -> Draft:
    """Take words out of a section: every point of it that shares characters with them."""
    gone = {
        each.id
        for each in draft.points_of(section)
        for source in sources
        if each.source.article == source.article and each.source.span.overlaps(source.span)
    }
    return remove_points(draft, gone)


# ---------------------------------------------------------------- inside


def _covering(draft: Draft, section: str, source: Source, taken: bool) -> Point | None:
    return next(
        (
            each
            for each in draft.points_of(section)
            if each.source.article == source.article
            and each.source.span.covers(source.span)
            and (each.taken or not taken)
        ),
        None,
    )


def _insert(draft: Draft, section: str, source: Source, *, taken: bool, cue: str) -> Draft:
    id = f"k{last_number(draft) + 1}"
    rejected = tuple(each for each in draft.rejected if each != (section, source))
    draft = replace(draft, rejected=rejected)
    return placed(draft, {section: [Point(id, section, source, taken=taken, cue=cue)]})


def _change_section(draft: Draft, id: str, change: Callable[[Section], Section]) -> Draft:
    sections = (change(each) if each.id == id else each for each in draft.sections)
    return replace(draft, sections=tuple(sections))


def _change_point(draft: Draft, id: str, change: Callable[[Point], Point]) -> Draft:
    points = (change(each) if each.id == id else each for each in draft.points)
    return replace(draft, points=tuple(points))


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(each for each in second if each not in first))


def _without(items: tuple[_T, ...], index: int) -> tuple[_T, ...]:
    return (*items[:index], *items[index + 1 :])

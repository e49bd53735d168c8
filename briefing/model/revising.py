"""What the person says about how an article was read: what a paragraph is, another reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.model import edits
from briefing.model.annotations import Annotations
from briefing.model.article import Article, Role, SourceCard
from briefing.model.carrying import carried, same_paragraphs
from briefing.model.draft import Draft
from briefing.model.findings import by_hand, take_findings
from briefing.model.template import SOURCE_FIELDS


def set_roles(draft: Draft, article: Article, roles: Mapping[str, Role | None]) -> Draft:
    """Give paragraphs other roles, by their ids; None for the role they were read with.

    ``article`` is as it was read. Points stay as they are: ``follow_roles`` sees to them.
    """
    read = {each.id: each.role for each in article.paragraphs}
    for paragraph, role in roles.items():
        draft = edits.set_role(draft, article, paragraph, role or read[paragraph])
    return draft


def follow_roles(draft: Draft, before: Article, after: Article, found: Annotations) -> Draft:
    """Make the points fit roles that were just given, in those paragraphs only.

    What analysis had found in a paragraph that is furniture now goes; the person's own points
    stay. What it finds in one that is body text now comes. ``found`` is for ``after``.
    """
    was = {each.id: each.role for each in before.paragraphs}
    changed = [each for each in after.paragraphs if each.role is not was[each.id]]
    furniture = [each.span for each in changed if each.role is not Role.BODY]
    points = tuple(
        each
        for each in draft.points
        if by_hand(each)
        or each.source.article != after.id
        or not any(span.covers(each.source.span) for span in furniture)
    )
    body = {each.id for each in changed if each.role is Role.BODY}
    return take_findings(replace(draft, points=points), (_within(found, body),))


def carried_over(old: Article, new: Article) -> Article:
    """What is known of an article from elsewhere than its bytes, given to another reading of it:
    the address it was fetched from, and the day."""
    if old.card.accessed is None or new.card.accessed is not None:
        return new
    cues = dict(new.card_cues)
    card = new.card
    for field in ("url", "accessed"):
        card = card.with_value(field, old.card.value(field))
        cues[field] = dict(old.card_cues).get(field, "")
    order = [each.id for each in SOURCE_FIELDS]
    return replace(new, card=card, card_cues=tuple((id, cues[id]) for id in order if cues.get(id)))


def carried_roles(roles: Mapping[str, Role], old: Article, new: Article) -> dict[str, Role]:
    """The roles given to paragraphs of an article, by their ids in another reading of it.

    A paragraph is found by its text; if that occurs several times, by its turn among those. In
    another encoding it has other letters, and is the one in its place if there are as many.
    """
    in_place = old.encoding != new.encoding and len(old.paragraphs) == len(new.paragraphs)
    same = same_paragraphs(old, new)
    kept: dict[str, Role] = {}
    for place, each in enumerate(old.paragraphs):
        if each.id not in roles:
            continue
        if each.id in same:
            kept[same[each.id]] = roles[each.id]
        elif in_place:
            kept[new.paragraphs[place].id] = roles[each.id]
    return kept


def replace_article(draft: Draft, old: Article, new: Article, found: Annotations) -> Draft:
    """Put another reading of an article where the old one was; both are as they were read.

    What analysis found in the old one goes, for its text may be another. What the person typed into
    the source card stays, and so do the roles, points, corrections and rows whose paragraph is
    there as it was: ``carrying.lost`` counts the others. ``found`` is for ``new`` with these roles.
    """
    if old.id not in draft.articles or new.id in draft.articles:
        return draft
    place = draft.articles.index(old.id)
    card = _typed_over(draft.cards[place], old.card, new.card)
    roles = carried_roles(draft.roles_in(old.id), old, new)
    draft = replace(
        carried(draft, old, new),
        articles=(*draft.articles[:place], new.id, *draft.articles[place + 1 :]),
        cards=(*draft.cards[:place], card, *draft.cards[place + 1 :]),
        roles=tuple(each for each in draft.roles if each[0] != old.id),
    )
    draft = set_roles(draft, new, roles)
    return take_findings(draft, (found,))


def _within(found: Annotations, paragraphs: set[str]) -> Annotations:
    """Only the sections that were found in these paragraphs."""
    there = {each.id for each in found.sentences if each.paragraph in paragraphs}
    sections = (
        replace(each, hits=tuple(hit for hit in each.hits if hit.sentence in there))
        for each in found.sections
    )
    return replace(found, sections=tuple(each for each in sections if each.hits))


def _typed_over(card: SourceCard, read: SourceCard, new: SourceCard) -> SourceCard:
    for each in SOURCE_FIELDS:
        if (typed := card.value(each.id)) != read.value(each.id):
            new = new.with_value(each.id, typed)
    return new

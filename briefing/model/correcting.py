"""The person's corrections laid over what was found.

A correction that fits nothing any more is passed over: the article may be read otherwise now.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import BY_HAND
from briefing.model.corrections import Act, Correction, Fact
from briefing.model.facts import (
    DateExpression,
    DateKind,
    Entity,
    EntityKind,
    Gap,
    Mention,
    Quotation,
)
from briefing.model.span import Span

_Placed = TypeVar("_Placed", DateExpression, Quotation)


def corrected(found: Annotations, corrections: Iterable[Correction]) -> Annotations:
    """``found`` with the corrections that are for its article, in their order."""
    for each in corrections:
        if each.target.article != found.article:
            continue
        match each.fact:
            case Fact.ENTITY:
                found = _entity(found, each)
            case Fact.DATE:
                found = replace(found, dates=_changed(found.dates, each, _date))
            case Fact.QUOTATION:
                found = replace(found, quotations=_changed(found.quotations, each, _quotation))
            case Fact.CLAIM:
                found = _claim(found, each)
            case Fact.GAP:
                kept = (gap for gap in found.gaps if not _is(gap, each))
                found = replace(found, gaps=tuple(kept))
    return found


def entity_at(found: Annotations, span: Span) -> Entity | None:
    """The one that has this very span among its mentions."""
    return next((each for each in found.entities if _has(each, span)), None)


def date_at(found: Annotations, span: Span) -> DateExpression | None:
    return _at(found.dates, span)


def quotation_at(found: Annotations, span: Span) -> Quotation | None:
    return _at(found.quotations, span)


def claim_at(found: Annotations, span: Span) -> Claim | None:
    """That of the sentence with this very span."""
    sentence = found.sentence_at(span.start)
    if sentence is None or sentence.span != span:
        return None
    return next(iter(found.claims_in(span)), None)


def gap_at(found: Annotations, span: Span, kind: str) -> Gap | None:
    return next((each for each in found.gaps if each.first == span and each.kind == kind), None)


# ---------------------------------------------------------------- entities


def _entity(found: Annotations, correction: Correction) -> Annotations:
    entity = entity_at(found, correction.target.span)
    if entity is None:
        return found
    others = [each for each in found.entities if each is not entity]
    match correction.act:
        case Act.DISMISS:
            return replace(found, entities=tuple(others))
        case Act.SPLIT:
            if len(entity.mentions) == 1:
                return found
            span = correction.target.span
            alone = Entity(
                entity.kind, correction.value, (Mention(span, BY_HAND),), BY_HAND, note=entity.note
            )
            rest = tuple(each for each in entity.mentions if each.span != span)
            return _with(found, others, replace(entity, mentions=rest), alone)
        case Act.JOIN:
            other = entity_at(found, correction.other.span) if correction.other else None
            if other is None or other is entity:
                return found
            mentions = sorted((*entity.mentions, *other.mentions), key=lambda each: each.span)
            joined = replace(
                other,
                mentions=tuple(mentions),
                role=other.role or entity.role,
                note=other.note or entity.note,
            )
            others = [each for each in others if each is not other]
            return _respoken(_with(found, others, joined), entity, joined)
        case Act.NAME if correction.value:
            changed = replace(entity, name=correction.value, cue=BY_HAND)
        case Act.ROLE:
            changed = replace(entity, role=correction.value or None, cue=BY_HAND)
        case Act.KIND if _is_kind(correction.value, EntityKind):
            changed = replace(entity, kind=EntityKind(correction.value), cue=BY_HAND)
        case _:
            return found
    return _respoken(_with(found, others, changed), entity, changed)


def _with(found: Annotations, others: Sequence[Entity], *new: Entity) -> Annotations:
    ordered = sorted((*others, *new), key=lambda each: each.first)
    return replace(found, entities=tuple(ordered))


def _respoken(found: Annotations, old: Entity, new: Entity) -> Annotations:
    """Quotations of somebody who has another name or role now."""
    if (old.name, old.role) == (new.name, new.role):
        return found

    def again(each: Quotation) -> Quotation:
        if each.speaker != old.name:
            return each
        role = new.role if each.role in (None, old.role) else each.role
        return replace(each, speaker=new.name, role=role)

    return replace(found, quotations=tuple(map(again, found.quotations)))


def _has(entity: Entity, span: Span) -> bool:
    place = bisect_left(entity.mentions, span, key=lambda each: each.span)
    return place < len(entity.mentions) and entity.mentions[place].span == span


# ---------------------------------------------------------------- dates, quotations, claims, gaps


def _at(items: Sequence[_Placed], span: Span) -> _Placed | None:
    place = _place(items, span)
    return items[place] if place is not None else None


def _place(items: Sequence[_Placed], span: Span) -> int | None:
    place = bisect_left(items, span, key=lambda each: each.span)
    return place if place < len(items) and items[place].span == span else None


def _changed(
    items: tuple[_Placed, ...],
    correction: Correction,
    change: Callable[[_Placed, Correction], _Placed],
) -> tuple[_Placed, ...]:
    place = _place(items, correction.target.span)
    if place is None:
        return items
    own = () if correction.act is Act.DISMISS else (change(items[place], correction),)
    return (*items[:place], *own, *items[place + 1 :])


def _date(date: DateExpression, correction: Correction) -> DateExpression:
    match correction.act:
        case Act.VALUE:
            return replace(date, value=correction.value or None, cue=BY_HAND, doubt="")
        case Act.KIND if _is_kind(correction.value, DateKind):
            return replace(date, kind=DateKind(correction.value), cue=BY_HAND)
        case _:
            return date


def _quotation(quotation: Quotation, correction: Correction) -> Quotation:
    match correction.act:
        case Act.SPEAKER if correction.value != quotation.speaker:
            speaker = correction.value or None
            return replace(quotation, speaker=speaker, role=None, cue=BY_HAND, candidates=())
        case Act.ROLE:
            return replace(quotation, role=correction.value or None, cue=BY_HAND)
        case _:
            return quotation


def _claim(found: Annotations, correction: Correction) -> Annotations:
    claim = claim_at(found, correction.target.span)
    if claim is None:
        return found
    match correction.act:
        case Act.KIND if _is_kind(correction.value, ClaimKind):
            kind = ClaimKind(correction.value)
            # What the reporter states has no other speaker.
            speaker = None if kind is ClaimKind.REPORTED else claim.speaker
            strength = claim.strength if kind is ClaimKind.INFERENCE else ""
            changed = replace(claim, kind=kind, speaker=speaker, cue=BY_HAND, strength=strength)
        case Act.SPEAKER:
            changed = replace(claim, speaker=correction.value or None, cue=BY_HAND)
        case _:
            return found
    place = bisect_left(found.claims, _number(claim), key=_number)
    return replace(found, claims=(*found.claims[:place], changed, *found.claims[place + 1 :]))


def _is_kind(value: str, kinds: type[StrEnum]) -> bool:
    return any(value == each for each in kinds)


def _number(claim: Claim) -> int:
    return int(claim.sentence.removeprefix("s"))


def _is(gap: Gap, correction: Correction) -> bool:
    return (
        correction.act is Act.DISMISS
        and gap.first == correction.target.span
        and gap.kind == correction.value
    )

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
from briefing.model.casting import Cast, index
from briefing.model.corrections import Act, Correction, Fact
from briefing.model.facts import DateExpression, DateKind, Entity, Gap, Quotation
from briefing.model.span import Span, overlapping

_Placed = TypeVar("_Placed", DateExpression, Quotation)
_SAID = (ClaimKind.QUOTED, ClaimKind.ATTRIBUTED)


def corrected(found: Annotations, corrections: Iterable[Correction]) -> Annotations:
    """``found`` with the corrections that are for its article, in their order."""
    own = [each for each in corrections if each.target.article == found.article]
    cast = Cast(found) if any(each.fact is Fact.ENTITY for each in own) else None
    for each in own:
        match each.fact:
            case Fact.ENTITY:
                if cast is not None:
                    found = cast.correct(found, each)
            case Fact.DATE:
                found = replace(found, dates=_changed(found.dates, each, _date))
            case Fact.QUOTATION:
                found = _quotation(found, each)
            case Fact.CLAIM:
                found = _claim(found, each)
            case Fact.GAP:
                kept = (gap for gap in found.gaps if not _is(gap, each))
                found = replace(found, gaps=tuple(kept))
    return replace(found, entities=cast.entities()) if cast is not None else found


# ---------------------------------------------------------------- looking up


def entity_at(found: Annotations, span: Span) -> Entity | None:
    """The one that has this very span among its mentions; for many, ask ``casting.index``."""
    return index(found.entities).get(span)


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


def _quotation(found: Annotations, correction: Correction) -> Annotations:
    """A quotation's speaker is that of the claim it makes, too."""
    old = quotation_at(found, correction.target.span)
    found = replace(found, quotations=_changed(found.quotations, correction, _spoken))
    if old is None or correction.act is not Act.SPEAKER:
        return found
    for claim in found.claims_in(old.span):
        same = claim.speaker is None or _is_called(claim.speaker, old.speaker)
        if claim.kind is ClaimKind.QUOTED or (claim.kind is ClaimKind.ATTRIBUTED and same):
            found = _with_claim(found, _said_by(claim, correction.value))
    return found


def _spoken(quotation: Quotation, correction: Correction) -> Quotation:
    match correction.act:
        case Act.SPEAKER if correction.value != (quotation.speaker or ""):
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
            return _with_claim(found, changed)
        case Act.SPEAKER:
            found = _with_claim(found, _said_by(claim, correction.value))
            for each in overlapping(found.quotations, correction.target.span):
                if claim.kind is ClaimKind.QUOTED or _is_called(claim.speaker, each.speaker):
                    speaking = replace(
                        correction, target=replace(correction.target, span=each.span)
                    )
                    quotations = _changed(found.quotations, speaking, _spoken)
                    found = replace(found, quotations=quotations)
            return found
        case _:
            return found


def _said_by(claim: Claim, speaker: str) -> Claim:
    return replace(claim, speaker=speaker or None, cue=BY_HAND)


def _with_claim(found: Annotations, claim: Claim) -> Annotations:
    place = bisect_left(found.claims, _number(claim), key=_number)
    return replace(found, claims=(*found.claims[:place], claim, *found.claims[place + 1 :]))


def _is_called(one: str | None, other: str | None) -> bool:
    """Whether two ways to name a speaker end alike: "Colonel Ann Roe, spokeswoman" and "Roe"."""
    if not one or not other:
        return one == other
    return one.partition(",")[0].split()[-1:] == other.partition(",")[0].split()[-1:]


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

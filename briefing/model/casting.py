"""The person's corrections of people, organisations and places, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.model.annotations import Annotations, Claim
from briefing.model.article import BY_HAND
from briefing.model.corrections import Act, Correction
from briefing.model.facts import Entity, EntityKind, Mention, Quotation
from briefing.model.span import Span


def index(entities: Iterable[Entity]) -> dict[Span, Entity]:
    """Each by every span that is a mention of it."""
    return {mention.span: each for each in entities for mention in each.mentions}


class Cast:
    """Entities while they are corrected one after the other."""

    def __init__(self, found: Annotations) -> None:
        self._by_span = index(found.entities)
        self._present = dict.fromkeys(found.entities)
        """In any order; a set that keeps one."""

    def entities(self) -> tuple[Entity, ...]:
        """In the order of their first mentions."""
        return tuple(sorted(self._present, key=lambda each: each.first))

    def correct(self, found: Annotations, correction: Correction) -> Annotations:
        """Gives what else was found as it follows; the entities are in ``entities``."""
        entity = self._by_span.get(correction.target.span)
        if entity is None:
            return found
        value = correction.value
        match correction.act:
            case Act.DISMISS:
                self._replace((entity,), ())
                return found
            case Act.SPLIT:
                return self._split(found, entity, correction)
            case Act.JOIN:
                return self._join(found, entity, correction)
            case Act.NAME if value:
                changed = replace(entity, name=value, cue=BY_HAND, note="")
            case Act.ROLE:
                changed = replace(entity, role=value or None, cue=BY_HAND)
            case Act.KIND if any(value == each for each in EntityKind):
                changed = replace(entity, kind=EntityKind(value), cue=BY_HAND, note="")
            case _:
                return found
        return self._became(found, entity, changed)

    def _split(self, found: Annotations, entity: Entity, correction: Correction) -> Annotations:
        span, name = correction.target.span, correction.value
        if len(entity.mentions) == 1 or not name:
            return found
        alone = Entity(entity.kind, name, (Mention(span, BY_HAND),), BY_HAND, note=entity.note)
        rest = tuple(each for each in entity.mentions if each.span != span)
        self._replace((entity,), (replace(entity, mentions=rest), alone))

        def again(each: Quotation) -> Quotation:
            return replace(each, speaker=name, role=None) if each.named == span else each

        return replace(found, quotations=tuple(map(again, found.quotations)))

    def _join(self, found: Annotations, entity: Entity, correction: Correction) -> Annotations:
        other = self._by_span.get(correction.other.span) if correction.other else None
        if other is None or other is entity:
            return found
        mentions = sorted((*entity.mentions, *other.mentions), key=lambda each: each.span)
        joined = replace(
            other,
            mentions=tuple(mentions),
            role=other.role or entity.role,
            note=other.note or entity.note,
        )
        self._replace((other,), ())
        return self._became(found, entity, joined)

    def _became(self, found: Annotations, old: Entity, new: Entity) -> Annotations:
        """With the name and role that somebody has now wherever they speak."""
        namesakes = any(each.name == old.name for each in self._present if each is not old)
        surname = old.name.split()[-1]
        alone = not any(
            each.name.split()[-1] == surname for each in self._present if each is not old
        )
        self._replace((old,), (new,))
        if (old.name, old.role) == (new.name, new.role):
            return found
        places = {each.span for each in old.mentions}

        def spoken(each: Quotation) -> Quotation:
            is_theirs = each.named in places or (each.speaker == old.name and not namesakes)
            if not is_theirs or each.cue == BY_HAND != old.cue:
                return each
            role = new.role if each.role in (None, old.role) else each.role
            return replace(each, speaker=new.name, role=role)

        def claimed(each: Claim) -> Claim:
            called, _, rest = (each.speaker or "").partition(", ")
            is_theirs = old.name in called or (alone and called.split()[-1:] == [surname])
            if not called or namesakes or not is_theirs:
                return each
            if old.name != new.name:
                in_full = old.name in called
                called = called.replace(old.name, new.name, 1) if in_full else new.name
            if old.role != new.role:
                called, rest = new.name, new.role or ""
            return replace(each, speaker=f"{called}, {rest}" if rest else called)

        return replace(
            found,
            quotations=tuple(map(spoken, found.quotations)),
            claims=tuple(map(claimed, found.claims)),
        )

    def _replace(self, old: Iterable[Entity], new: Iterable[Entity]) -> None:
        for each in old:
            del self._present[each]
            for mention in each.mentions:
                self._by_span.pop(mention.span, None)
        for each in new:
            self._present[each] = None
            self._by_span.update(dict.fromkeys((m.span for m in each.mentions), each))

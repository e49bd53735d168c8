"""Countries, capitals and seats of power: a place, or who governs there."""

from __future__ import annotations

from briefing import gazetteer
from briefing.analysis.names import acting
from briefing.analysis.names.context import Context
from briefing.analysis.names.found import CERTAIN, Found
from briefing.analysis.names.making import made, with_article
from briefing.analysis.names.vocabulary import known
from briefing.gazetteer import Entry
from briefing.model.facts import EntityKind

COUNTRIES = frozenset({"country", "territory", "former state"})
STATES = COUNTRIES | {"capital"}


def place_or_government(context: Context, start: int, end: int, sense: Entry) -> Found:
    """By what stands around: "Moscow has said", "in Moscow". ``sense`` is a place."""
    body = _government(sense)
    if body and (first := _of_whom(context, start)) is not None:
        name = context.text(first, end)
        cue = f"named as “{context.low(first)} of”"
        return made(context, EntityKind.ORGANISATION, first, end, cue, CERTAIN, body, name)
    reason = acting.reason(context, start, end, sense) if body else ""
    kind = EntityKind.ORGANISATION if reason else EntityKind.PLACE
    cue, note = (reason, body) if reason else (f"gazetteer: {sense.note}", sense.note)
    found = made(context, kind, start, end, cue, CERTAIN, note, sense.canonical)
    found.settled = True
    found.placed = end - start > 1 or context.low(start - 1) in (
        known("places.prepositions") | known("places.firm")
    )
    return found


def _of_whom(context: Context, start: int) -> int | None:
    """Where "government of Iraq" begins, in small letters; the place begins at ``start``."""
    at = start - 1 if context.low(start - 1) == "the" else start
    is_body = context.low(at - 2) in known("organisations.of_states")
    written_small = at > 1 and not context.names(at - 2)
    return at - 2 if context.low(at - 1) == "of" and is_body and written_small else None


def _government(sense: Entry) -> str:
    """Who may be meant by a place; empty for nobody."""
    if sense.kind in COUNTRIES:
        return f"government of {with_article(sense.canonical)}"
    body = gazetteer.metonyms().get(sense.name) or gazetteer.metonyms().get(sense.canonical)
    if body is None:
        return ""
    if sense.kind == "capital":
        return f"government of {with_article(sense.note.removeprefix('capital of '))}"
    return body.canonical

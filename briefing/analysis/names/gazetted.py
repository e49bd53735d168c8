"""Names that the gazetteer has."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import gazetteer
from briefing.analysis.names import acting
from briefing.analysis.names.bodies import group
from briefing.analysis.names.context import Context, is_calendar
from briefing.analysis.names.found import CERTAIN, Found
from briefing.analysis.names.making import made
from briefing.analysis.names.single import single
from briefing.analysis.names.states import place_or_government
from briefing.analysis.names.vocabulary import known, role_nouns
from briefing.gazetteer import Entry
from briefing.model.facts import EntityKind

_PLACE = EntityKind.PLACE
_ORGANISATION = EntityKind.ORGANISATION


def is_person_after_all(context: Context, start: int, end: int, senses: tuple[Entry, ...]) -> bool:
    """Whether a name in the gazetteer is a person here: "Mr. Jordan", "Georgia said"."""
    before = context.words[start - 1] if start else ""
    return (
        before in known("titles.honorifics")
        and end - start == 1
        and all(each.family != "organisation" for each in senses)
    )


def gazetted(context: Context, start: int, end: int, senses: tuple[Entry, ...]) -> Iterator[Found]:
    """A run that is a name with these senses; nothing where the context speaks against them."""
    if context.shouted and len(context.tokens) > 1:
        senses = tuple(each for each in senses if not each.exact)
    if (whose := group(context, start, end)) is not None:
        yield whose
        return
    word = context.text(start, end)
    if word in gazetteer.adjectives() and sum(each.kind != "city" for each in senses) == 0:
        return
    if not senses or context.words[end : end + 1] == ["$"]:
        return
    if end - start == 1 and context.low(start - 1).isdigit() and word.isupper():
        return  # "575 B.C."
    sense = senses[0]
    reason = acting.reason(context, start, end, sense)
    if all(each.ambiguous for each in senses) and not (
        reason or _agrees(context, start, end, sense)
    ):
        if end - start == 1:
            yield from single(context, start, doubted=True)
        return
    if sense.family == "organisation":
        before = context.low(start - (2 if context.low(start - 1) == "the" else 1))
        seat = sense.name in gazetteer.metonyms()
        inside = seat and before in known("places.into_seats")
        if inside and not acting.is_verb(context, end):
            cue = f"after “{before}”"
            found = made(context, _PLACE, start, end, cue, CERTAIN, sense.note, sense.canonical)
            found.settled = found.placed = True
            yield found
            return
        cue = f"gazetteer: {sense.note}"
        found = made(context, _ORGANISATION, start, end, cue, CERTAIN, sense.note, sense.canonical)
        found.settled = seat
        yield found
        return
    yield place_or_government(context, start, end, sense)


def _agrees(context: Context, start: int, end: int, sense: Entry) -> bool:
    """Whether what stands around a name that is also a word speaks for the place or body."""
    before = context.low(start - 1)
    if sense.family == "organisation":
        return context.words[start].isupper() or before == "the"
    if context.low(end) == "," and context.match(end + 1)[0] and context.names(end + 1):
        return True
    if before in known("places.kinds") or (
        context.low(start - 2) in known("places.kinds") and before == "of"
    ):
        return True
    if before == "of" and context.low(start - 2) in role_nouns():  # "president of Georgia"
        return True
    after = context.low(end)
    return (before in known("places.prepositions") and not is_calendar(context, start)) or (
        after == "city" or after in known("places.after")
    )


def gazetted_parts(context: Context, start: int, end: int) -> Iterator[Found]:
    """Only what the gazetteer knows of a run."""
    index = start
    while index < end:
        length, senses = context.match(index)
        if length and index + length <= end:
            yield from gazetted(context, index, index + length, senses)
        index += max(1, length)

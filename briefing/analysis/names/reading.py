"""From a run of words written like names to what they name."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.names.bodies import by_head, explained
from briefing.analysis.names.context import Context, is_calendar
from briefing.analysis.names.found import Found
from briefing.analysis.names.gazetted import gazetted, is_person_after_all
from briefing.analysis.names.several import after_adjective, several
from briefing.analysis.names.single import single
from briefing.analysis.names.titled import after_body, titled
from briefing.analysis.names.vocabulary import known, listed, no_names


def read(context: Context, start: int, end: int) -> Iterator[Found]:
    """What the tokens from ``start`` to ``end`` name. The first rule that fits decides."""
    start = _without_opening(context, start, end)
    while end > start and (
        context.low(end - 1) in no_names()
        and context.match(end - 1)[0] == 0
        and end - start > 1
        and is_calendar(context, end - 1)
    ):
        end -= 1
    if start >= end or _is_thing(context, start, end):
        return
    length, senses = context.match(start)
    if length == end - start and senses and not is_person_after_all(context, start, end, senses):
        yield from gazetted(context, start, end, senses)
    elif (body := explained(context, start, end)) is not None:
        yield body
    elif (title := after_body(context, start, end)) is not None:
        yield from read(context, start, title)
        yield from read(context, title, end)
    elif (person := titled(context, start, end)) is not None:
        yield from person
    elif (kind := by_head(context, start, end)) is not None:
        yield from kind
    elif end - start == 1:
        yield from single(context, start)
    elif (name := after_adjective(context, start, end)) is not None:
        yield from read(context, name, end)
    else:
        yield from several(context, start, end)


def _is_thing(context: Context, start: int, end: int) -> bool:
    """A ship, an operation: it has a name, and is none of ours."""
    first = context.words[start]
    before = context.low(start - (2 if context.low(start - 1) == "the" else 1))
    if before in known("sentences.before_ships") and not context.match(start)[0]:
        return True
    return end - start > 1 and (
        first in listed("units.ships") or first.lower() in known("sentences.thing_openers")
    )


def _without_opening(context: Context, start: int, end: int) -> int:
    """Without the word that only begins the sentence: "Another Kremlin official"."""
    while start < end and context.match(start)[0] < 2:
        low = context.low(start)
        if context.match(start)[0] and context.words[start].isupper():
            break
        if low in known("sentences.never") or (
            low in known("sentences.starts")
            and end - start > 1
            and context.is_initial(start)
            and context.match(start + 1)[0] == end - start - 1
            and low not in known("titles.modifiers")
        ):
            start += 1
        else:
            break
    return start

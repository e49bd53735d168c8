"""People with a title: ``Lt. Col. Ann Roe``, ``Minister of Defence John Doe``."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import gazetteer
from briefing.analysis.names import acting, roles
from briefing.analysis.names.context import Context
from briefing.analysis.names.found import CERTAIN, LIKELY, Found
from briefing.analysis.names.gazetted import gazetted
from briefing.analysis.names.making import made
from briefing.analysis.names.vocabulary import (
    heads,
    known,
    men,
    openers,
    remits,
    title_heads,
    women,
)
from briefing.model.facts import EntityKind
from briefing.model.span import Span

_ORGANISATION = EntityKind.ORGANISATION
_PERSON = EntityKind.PERSON


def titled(context: Context, start: int, end: int) -> Iterator[Found] | None:
    """A title and a name: ``Lt. Col. Ann Roe``, ``Minister of Defence John Doe``."""
    words = context.words
    if context.low(end - 1) in known("sentences.things"):
        return None  # "Executive Order"
    titles = [at for at in range(start, end) if _is_title(context, at, start, end)]
    if not titles:
        return None
    last = titles[-1]
    name = last + 1
    if name < end and context.low(name) in ("of", "for", "on", "to", "and", "&"):
        name = _after_office(context, name, end)
    head = context.low(end - 1)
    if name < end and end - name > 1 and _is_body(context, name, end):
        return None
    if name == last + 1 and head in heads() and name < end:
        return None
    if name >= end:
        if head in heads() and words[end - 1] not in title_heads():
            return None
        return _within(context, start, end)
    return _person_with_title(context, start, name, end)


def after_body(context: Context, start: int, end: int) -> int | None:
    """Where the title begins in "Ministry of Defence Colonel John Doe"; None for no such thing."""
    if context.low(start) not in openers():
        return None
    first = next((at for at in range(start, end) if _is_title(context, at, start, end)), start)
    if first >= end - 1:  # "Office of the High Representative"
        return None
    of = any(context.low(at) in ("of", "for") for at in range(start, first))
    return first if of and first - start > 2 else None


def _is_title(context: Context, index: int, start: int, end: int) -> bool:
    word = context.words[index]
    if word not in title_heads() or _is_given(context, index, start, end):
        return False
    if context.low(index + 1) in acting.GENITIVE:  # "the Governor's Palace"
        return False
    # "Office of Justice"
    return not (word in remits() and index > start and context.low(index - 1) in ("of", "for"))


def _is_given(context: Context, index: int, start: int, end: int) -> bool:
    """Whether a word that can be a title is a first name: "Dean Kamen"."""
    word = context.words[index]
    return (
        index == start
        and end - start == 2
        and word in gazetteer.first_names()
        and (word in known("titles.names_too"))
    )


def _is_body(context: Context, start: int, end: int) -> bool:
    return context.low(end - 1) in heads() - known("organisations.weak") and (
        context.words[start] not in gazetteer.first_names()
    )


def _after_office(context: Context, index: int, end: int) -> int:
    """Where "of State", "of Russia", "for Education" end within a run."""
    while index < end and context.low(index) in ("of", "for", "on", "to", "the", "and", "&", "in"):
        index += 1
    length = context.match(index)[0] if index < end else 0
    if length and index + length <= end:
        index += length
        while index < end and context.low(index) in heads():
            index += 1
    else:
        index += 1
        while index < end and (context.words[index] in remits() or context.low(index) in heads()):
            index += 1
    if index < end and context.low(index) in ("of", "for", "and", "&", "on", "in", "to"):
        return _after_office(context, index, end)
    return index


def _within(context: Context, start: int, end: int) -> Iterator[Found]:
    """An office without a name: what it belongs to is named all the same."""
    index = start
    while index < end:
        length, senses = context.match(index)
        if length and index + length <= end and context.words[index] not in title_heads():
            stop = index + length
            while stop < end and context.low(stop) in heads():
                stop += 1
            if stop > index + length:  # "African Union Commission"
                cue = f"named as “{context.words[stop - 1]}”"
                yield made(context, _ORGANISATION, index, stop, cue, LIKELY)
                length = stop - index
            else:
                yield from gazetted(context, index, stop, senses)
        elif (
            context.names(index)
            and context.low(index) in openers()
            and context.low(index + 1) == "of"
            and context.low(index - 1) not in ("of", "for")
            and context.words[index] not in remits()
        ):
            stop = index + 1
            while stop < end and context.words[stop] not in title_heads():
                stop += 1
            if stop == end - 1 and context.low(stop - 1) in known("titles.modifiers"):
                stop = end  # "Office of the High Representative"
            cue = f"named as “{context.words[index]} of”"
            yield made(context, _ORGANISATION, index, stop, cue, LIKELY)
            length = stop - index
        index += max(1, length)


def _person_with_title(context: Context, start: int, name: int, end: int) -> Iterator[Found]:
    title = context.text(start, name)
    found = made(context, _PERSON, name, end, f"title “{title}”", CERTAIN)
    found.title = title
    before = set(context.words[start:name])
    found.female = True if before & women() else False if before & men() else None
    role = roles.title_role(context, start, name)
    lower = roles.before(context, start)
    first = lower if lower is not None and context.low(start - 1) != "," else role
    if lower is not None and context.low(start - 1) == ",":
        found.role = context.text(lower, start - 1)
    elif first is not None:
        found.role = roles.without_rank(context, first, name)
    at = start - 1 if start and context.low(start - 1) == "the" else start
    found.span = Span(context.tokens[at].start, found.core.end)
    add_apposition(context, found, end)
    yield found


def add_apposition(context: Context, found: Found, end: int) -> None:
    place = roles.after(context, end)
    if place is not None:
        found.role = context.text(*place)
        if found.weight < CERTAIN:
            found.cue, found.weight = f"role “{found.role}”", CERTAIN

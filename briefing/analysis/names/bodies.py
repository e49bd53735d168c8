"""Organisations and places by the words in their names, or beside them."""

from __future__ import annotations

import re

from briefing import gazetteer
from briefing.analysis.names import acting, roles
from briefing.analysis.names.context import Context
from briefing.analysis.names.found import CERTAIN, LIKELY, WEAK, Found
from briefing.analysis.names.making import made
from briefing.analysis.names.states import STATES, place_or_government
from briefing.analysis.names.vocabulary import (
    heads,
    known,
    listed,
    no_names,
    openers,
    place_heads,
    place_openers,
    remits,
    role_nouns,
    title_heads,
    unit_heads,
)
from briefing.model.facts import EntityKind

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_PLACE = EntityKind.PLACE
_ORGANISATION = EntityKind.ORGANISATION


def explained(context: Context, start: int, end: int) -> Found | None:
    """What stands right after says that it is an organisation: "(UKMTO)", "news agency"."""
    after = context.words[end : end + 3]
    name = context.words[start:end]
    if end - start > 1 and len(after) > 1 and after[0] in "([" and after[1].isupper():
        letters = "".join(each[0] for word in name for each in word.split("-") if each)
        capital = "".join(each for each in letters if each.isupper())
        if len(after[1]) > 1 and after[1].replace(".", "") in (capital, letters.upper()):
            return made(context, _ORGANISATION, start, end, f"followed by “({after[1]})”", CERTAIN)
    if end - start > 1 and start > 1 and context.words[start - 1] == "(":
        letters = sorted(each[0] for each in name if each[0].isupper())
        if context.words[start - 2].isupper() and sorted(context.words[start - 2]) == letters:
            cue = f"spells out “{context.words[start - 2]}”"
            return made(context, _ORGANISATION, start, end, cue, CERTAIN)
    if "&" in name and not context.shouted:
        return made(context, _ORGANISATION, start, end, "joined by “&”", LIKELY)
    if name[0] in gazetteer.adjectives() or context.text(start, end) in gazetteer.adjectives():
        return None
    for words in (2, 1):
        noun = " ".join(context.low(at) for at in range(end, end + words))
        if (
            noun in known("organisations.after")
            and not context.names(end)
            and context.low(start) not in no_names()
            and not (len(name) == 1 and (name[0] in remits() or context.low(start) in heads()))
            and name[-1] not in title_heads()
        ):
            return made(context, _ORGANISATION, start, end, f"followed by “{noun}”", LIKELY)
    return None


def by_head(context: Context, start: int, end: int) -> tuple[Found, ...] | None:
    if end - start < 2:
        return None
    links = ("of", "for", "on", "in", "to")
    stop = next((at for at in range(start + 1, end) if context.low(at) in links), end)
    head = context.low(stop - 1)
    if head.isdigit():
        if context.low(end - 2) in unit_heads() or end - start == 2:  # "Task Force 50", "CTF 50"
            return (_body(context, start, end, context.words[end - 2]),)
        return None
    first = context.low(start)
    given = context.words[start] in gazetteer.first_names()
    if context.low(end - 1) in known("sentences.things") and head not in heads():
        return ()
    if stop < end and head in known("places.states"):
        at = stop + 2 if context.low(stop + 1) == "the" else stop + 1
        length, senses = context.match(at)
        if at + length == end and any(each.kind in STATES for each in senses):
            return (place_or_government(context, start, end, senses[0]),)
    if stop < end:
        if head in openers() and head not in place_openers():
            return (_body(context, start, end, head),)
        if head in place_openers() or f"{head} of" in place_openers():
            cue = f"named as “{context.words[stop - 1]}”"
            return (made(context, _PLACE, start, end, cue, LIKELY),)
    opens = first in place_openers() and first not in known("places.compass") and not given
    if opens and (head not in heads() or first in ("lake", "mount", "mt.", "mt", "cape", "fort")):
        return (made(context, _PLACE, start, end, f"named as “{context.words[start]}”", LIKELY),)
    if head in heads():
        if all(words in remits() for words in context.words[start:end]) and (
            context.low(end) in role_nouns()
        ):
            return ()  # "Foreign Affairs minister"
        if head in known("organisations.weak") and given and end - start == 2:
            return None
        body = _body(context, start, end, head)
        body.alone = context.shouted or context.titled
        return (body,)
    if first == "task" and context.low(start + 1) == "force":  # "Task Force Red Dragon"
        return (_body(context, start, end, "Task Force"),)
    two = " ".join(context.words[max(start, stop - 2) : stop])
    if (head in place_heads() or (end - start > 2 and two in listed("place.heads"))) and not (
        (given and end - start == 2) or roles.before(context, start) is not None
    ):
        return (made(context, _PLACE, start, end, f"named as “{context.words[stop - 1]}”", LIKELY),)
    if head in known("sentences.things"):
        return ()
    if first in known("places.compass"):  # "North Mitrovica"
        length, senses = context.match(start + 1)
        if length == end - start - 1 and senses[0].family == "place":
            cue = f"“{context.words[start]}” before a place"
            return (made(context, _PLACE, start, end, cue, LIKELY),)
    if end - start == 2 and not given:
        last = context.match(end - 1)[1]
        if any(each.kind == "country" for each in last):  # "Statistics Finland"
            cue = f"ends in “{context.words[end - 1]}”"
            return (made(context, _ORGANISATION, start, end, cue, WEAK),)
        if head in known("organisations.papers") and context.match(start)[0] == 1:
            cue = f"ends in “{context.words[end - 1]}”"
            return (made(context, _ORGANISATION, start, end, cue, LIKELY),)
    return None


def _body(context: Context, start: int, end: int, head: str) -> Found:
    weight = WEAK if head in known("organisations.weak") else LIKELY
    if start and head in unit_heads() and _ORDINAL.fullmatch(context.words[start - 1]):
        start -= 1
    return made(context, _ORGANISATION, start, end, f"named as “{head.capitalize()}”", weight)


def group(context: Context, start: int, end: int) -> Found | None:
    """ "Iraqi security forces", "U.S. troops": a body called by whose it is."""
    word = context.text(start, end)
    adjectives = gazetteer.adjectives()
    led = [context.low(at) for at in range(end, end + 3)]  # "U.S.-led coalition"
    if led[:2] == ["-", "led"] and led[2] in known("organisations.led"):
        return made(context, _ORGANISATION, start, end + 3, f"led by “{word}”", LIKELY)
    if (
        word not in adjectives
        and not acting.modifies(context, start, end)
        and not all(each in adjectives for each in context.words[start:end])
    ):
        return None
    at = end
    while at < end + 3 and context.low(at) in known("organisations.between"):
        at += 1
    for last in (at, at - 1):
        if last >= end and context.low(last) in known("organisations.groups"):
            cue = f"“{word}” before “{context.low(last)}”"
            return made(context, _ORGANISATION, start, last + 1, cue, LIKELY)
    return None

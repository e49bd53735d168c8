"""One word written like a name, which the gazetteer does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from briefing import gazetteer
from briefing.analysis.names import roles
from briefing.analysis.names.bodies import group
from briefing.analysis.names.context import Context, is_calendar
from briefing.analysis.names.found import CERTAIN, LIKELY, WEAK, Found
from briefing.analysis.names.making import made, with_article
from briefing.analysis.names.states import STATES
from briefing.analysis.names.vocabulary import (
    heads,
    known,
    no_names,
    remits,
    speech,
    title_heads,
    unit_heads,
)
from briefing.model.facts import EntityKind
from briefing.model.span import Span

_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.?[&-]?){2,}\d?s?|[A-Z]{3,}\d\d|[A-Z][a-z]{0,2}[A-Z]{2,}[a-z]?"
)
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_LONGEST_ABBREVIATION = 7
_SURE_ABBREVIATION = 5
"""What is longer may be a word, or a name, in capitals."""
_LIST = 6
"""Words of a list, each way."""
_JOINTS = frozenset({",", "and", "or"})
_LONGEST_PERSON = 6
"""Words."""
_PLACE = EntityKind.PLACE
_ORGANISATION = EntityKind.ORGANISATION
_PERSON = EntityKind.PERSON


def single(context: Context, index: int, doubted: bool = False) -> Iterator[Found]:
    """``doubted``: the gazetteer has it, but as something it rarely is."""
    word, low = context.words[index], context.low(index)
    if low in known("sentences.calendar"):
        if is_calendar(context, index):
            return
    elif low in no_names() or word in title_heads() or low in known("sentences.things"):
        return
    if (whose := group(context, index, index + 1)) is not None:
        yield whose
        return
    if word in gazetteer.adjectives() or word.capitalize() in gazetteer.adjectives():
        return
    if low in unit_heads() and _NUMBER.fullmatch(context.low(index - 1)):
        yield made(context, _ORGANISATION, index - 1, index + 1, f"named as “{word}”", LIKELY)
        return
    initial = context.is_initial(index)
    if context.shouted and not doubted:
        found = made(context, None, index, index + 1, "", WEAK)
        found.alone = True
        yield found
        return
    if (two := _compound(context, index)) is not None:
        yield from two
        return
    first = index
    while (
        first > index - _LONGEST_PERSON
        and first
        and context.low(first - 1) in known("particles.surnames")
        and context.words[first - 1].islower()
    ):
        first -= 1
    found = made(context, None, first, index + 1, "", WEAK)
    found.alone = True
    if word in known("organisations.not_abbreviations"):
        return
    if not context.shouted and len(word) <= _LONGEST_ABBREVIATION and _ABBREVIATION.fullmatch(word):
        found.kind, found.cue, found.alone = _ORGANISATION, f"abbreviation “{word}”", False
        found.weight = LIKELY
        if len(word) > _SURE_ABBREVIATION and word.isalpha():
            found.weight, found.alone = WEAK, True
        yield found
        return
    if (low in heads() or low in remits()) and not doubted:
        if context.low(index - 1) == "the" and not initial and low in heads():
            found.kind, found.cue = _ORGANISATION, f"called “the {word}”"
            found.alone = low in known("organisations.weak")
        yield found
        return
    _by_neighbours(context, found, index, initial, doubted)
    yield found


def _compound(context: Context, index: int) -> Iterator[Found] | None:
    """Two names in one word: "US-Russia talks", "the Putin-Biden summit"."""
    token = context.tokens[index]
    first, hyphen, last = token.text.partition("-")
    if not (hyphen and first and last[:1].isupper()):
        return None
    senses = [gazetteer.lookup(each) for each in (first, last)]
    places = all(any(each.kind in STATES for each in some) for some in senses)
    meeting = context.low(index + 1) in known("acting.meetings")
    if not places and not meeting:
        return None
    known_bodies = any(each.kind != "city" for some in senses for each in some)
    if not places and (known_bodies or {first, last} & set(gazetteer.adjectives())):
        return None
    kind = _ORGANISATION if places else _PERSON
    cue = f"in “{token.text}”"
    at = token.start
    spans = Span(at, at + len(first)), Span(at + len(first) + 1, token.end)
    made = [
        Found(kind, span.of(context.source), span, span, cue, LIKELY, settled=places)
        for span in spans
    ]
    if places:
        for each, some in zip(made, senses, strict=True):
            each.canonical = some[0].canonical
            each.note = f"government of {with_article(each.canonical)}"
    return iter(made)


def _by_neighbours(
    context: Context, found: Found, index: int, initial: bool, doubted: bool
) -> None:
    """What stands beside a single word speaks for a person or a place, if weakly."""
    before, after = context.low(index - 1), context.low(index + 1)
    if before in known("titles.honorifics_low"):
        found.kind, found.cue, found.weight = (
            _PERSON,
            f"title “{context.words[index - 1]}”",
            CERTAIN,
        )
        found.alone = False
    elif roles.is_place(context, index + 1) and not doubted:
        found.kind, found.weight, found.alone = _PLACE, LIKELY, False
        found.cue = f"“{context.text(index + 1, index + 4)} …”"
    elif (role := roles.in_front(context, index)) is not None:
        found.kind, found.weight, found.alone = _PERSON, LIKELY, False
        found.role = context.text(*role)
        found.cue = f"role “{found.role}”"
    elif (place := roles.after(context, index + 1)) is not None and not doubted:
        found.kind, found.weight = _PERSON, LIKELY
        found.role = context.text(*place)
        found.cue, found.alone = f"role “{found.role}”", False
    elif before == "of" and context.low(index - 2) in known("places.kinds"):
        found.kind, found.cue, found.weight = _PLACE, f"after “{context.low(index - 2)} of”", LIKELY
        found.alone = False
    elif _is_dateline(context, index):
        found.kind, found.cue, found.weight = _PLACE, "dateline", LIKELY
        found.alone = False
    elif before == "the" and context.low(index - 2) in known("places.over") and not doubted:
        found.kind, found.cue, found.alone = _PLACE, f"after “{context.low(index - 2)} the”", False
    elif (
        after in ("'s", "’s") and context.low(index + 2) in known("acting.personal") and not doubted
    ):
        found.kind, found.alone = _PERSON, False
        found.cue = f"with “{context.low(index + 2)}” of their own"
    elif before == "of" and context.low(index - 2) in known("places.offices"):
        found.kind, found.cue, found.alone = _PLACE, f"after “{context.low(index - 2)} of”", False
    elif after in known("places.after"):
        found.kind, found.weight, found.alone = _PLACE, LIKELY, False
        found.cue = f"followed by “{after}”"
    elif before in known("places.kinds") and not initial and not doubted:
        found.kind, found.weight, found.alone = _PLACE, LIKELY, False
        found.cue = f"after “{before}”"
    elif not doubted and (place := _in_list_of_places(context, index)) is not None:
        found.kind, found.cue, found.alone = _PLACE, f"in a list of places: “{place}”", False
    elif before in known("places.firm") or before in ("to", "from"):
        if doubted:
            return
        found.kind, found.cue = _PLACE, f"after “{before}”"
        found.alone = before not in known("places.firm") or context.heading
    elif not doubted and not initial and (after in speech() or before in speech()):
        found.kind, found.cue = _PERSON, f"beside “{after if after in speech() else before}”"
        found.alone = before == "the"


def _in_list_of_places(context: Context, index: int) -> str | None:
    """A place that the gazetteer has, beside it in "in Sinjar, Zumar and Rabiyah"."""
    first, last = _end_of_list(context, index, -1), _end_of_list(context, index, 1)
    if first == last or context.low(first - 1) not in (
        known("places.before_lists") | known("acting.suffered")
    ):
        return None
    before = first - (3 if context.low(first - 2) == "," else 2)  # "Iraq, including Zumar and"
    for at in (*range(first, last + 1), before):
        senses = context.match(at)[1] if at != index and context.names(at) else ()
        if senses and senses[0].family == "place" and not senses[0].ambiguous:
            return context.words[at]
    word = context.low(first - 1)
    return word if word in known("places.firm") and not context.heading else None


def _end_of_list(context: Context, index: int, step: Literal[-1, 1]) -> int:
    """The last name of the list that a name is in, to its left or right."""
    at = index
    for _ in range(_LIST):
        for gap in (1, 2, 3):
            between = [context.low(at + step * each) for each in range(1, gap)]
            if context.names(at + step * gap) and all(each in _JOINTS for each in between):
                at += step * gap
                break
        else:
            break
    return at


def _is_dateline(context: Context, index: int) -> bool:
    """ "KUŹNICA, Monday", "ADEN (Reuters) —"."""
    after = context.words[index + 1 : index + 2]
    if index or not after:
        return False
    if (
        after[0] == "," and is_calendar(context, index + 2)
        if index + 2 < len(context.words)
        else False
    ):
        return True
    return context.words[0].isupper() and len(context.words[0]) > 3 and after[0] in "(—–,-"

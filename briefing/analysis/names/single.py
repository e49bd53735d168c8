"""One word written like a name, which the gazetteer does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing import gazetteer
from briefing.analysis.names import roles
from briefing.analysis.names.bodies import group
from briefing.analysis.names.context import Context, is_calendar
from briefing.analysis.names.found import CERTAIN, LIKELY, WEAK, Found
from briefing.analysis.names.making import made, with_article
from briefing.analysis.names.states import STATES
from briefing.analysis.names.vocabulary import heads, known, no_names, remits, speech, title_heads
from briefing.model.facts import EntityKind
from briefing.model.span import Span

_ABBREVIATION = re.compile(r"(?:[A-Z]\.?[&-]?){2,}\d?s?|[A-Z][a-z]{0,2}[A-Z]{2,}[a-z]?")
_LONGEST_ABBREVIATION = 7
_SURE_ABBREVIATION = 5
"""What is longer may be a word, or a name, in capitals."""
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
            found.kind, found.cue = _ORGANISATION, f"“the {word}”"
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
    elif (role := roles.in_front(context, index)) is not None:
        found.kind, found.weight, found.alone = _PERSON, LIKELY, False
        found.role = context.text(*role)
        found.cue = f"“{found.role}”"
    elif (place := roles.after(context, index + 1)) is not None and not doubted:
        found.kind, found.weight = _PERSON, LIKELY
        found.role = context.text(*place)
        found.cue, found.alone = f"“{found.role}”", False
    elif before == "of" and context.low(index - 2) in known("places.kinds"):
        found.kind, found.cue, found.weight = _PLACE, f"“{context.low(index - 2)} of”", LIKELY
        found.alone = False
    elif _is_dateline(context, index):
        found.kind, found.cue, found.weight = _PLACE, "dateline", LIKELY
        found.alone = False
    elif before == "the" and context.low(index - 2) in known("places.over") and not doubted:
        found.kind, found.cue, found.alone = _PLACE, f"“{context.low(index - 2)} the”", False
    elif (
        after in ("'s", "’s") and context.low(index + 2) in known("acting.personal") and not doubted
    ):
        found.kind, found.cue, found.alone = _PERSON, f"“{context.low(index + 2)}”", False
    elif before == "of" and context.low(index - 2) in known("places.offices"):
        found.kind, found.cue, found.alone = _PLACE, f"“{context.low(index - 2)} of”", False
    elif after in known("places.after"):
        found.kind, found.cue, found.weight, found.alone = _PLACE, f"“{after}”", LIKELY, False
    elif before in known("places.kinds") and not initial and not doubted:
        found.kind, found.cue, found.weight, found.alone = _PLACE, f"“{before}”", LIKELY, False
    elif before in known("places.firm") or before in ("to", "from"):
        if doubted:
            return
        found.kind, found.cue = _PLACE, f"“{before}”"
        found.alone = before not in known("places.firm") or context.heading
    elif not doubted and not initial and (after in speech() or before in speech()):
        found.kind, found.cue = _PERSON, f"“{after if after in speech() else before}”"
        found.alone = before == "the"


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

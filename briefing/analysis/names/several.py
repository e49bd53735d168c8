"""Several words written like a name, which nothing else explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing import gazetteer
from briefing.analysis.names import roles
from briefing.analysis.names.bodies import group
from briefing.analysis.names.context import NICKNAME_MARKS, Context
from briefing.analysis.names.found import CERTAIN, LIKELY, WEAK, Found
from briefing.analysis.names.gazetted import gazetted_parts
from briefing.analysis.names.making import made
from briefing.analysis.names.single import single
from briefing.analysis.names.titled import add_apposition
from briefing.analysis.names.vocabulary import heads, known, no_names, particles, remits, speech
from briefing.model.facts import EntityKind

_ABBREVIATION = re.compile(r"(?:[A-Z]\.?[&-]?){2,}\d?s?|[A-Z][a-z]{0,2}[A-Z]{2,}[a-z]?")
_INITIAL = re.compile(r"[A-Z]\.?")
_LONGEST_PERSON = 6
"""Words."""
_PLACE = EntityKind.PLACE
_PERSON = EntityKind.PERSON


def several(context: Context, start: int, end: int) -> Iterator[Found]:
    """A person, if the words look like one; of other runs what the gazetteer has in them."""
    words = context.words
    given = gazetteer.first_names()
    first = words[start]
    if (context.titled or context.shouted) and first not in given:
        for index in range(start, end):  # whoever it is, the body names them
            found = made(context, None, index, index + 1, "", WEAK)
            found.alone = True
            if context.names(index) and context.low(index) not in no_names():
                yield found
        return
    text = context.text(start, end)
    if text in gazetteer.adjectives() or all(
        each in gazetteer.adjectives() for each in words[start:end]
    ):
        if (whose := group(context, start, end)) is not None:
            yield whose
        return
    if first in gazetteer.adjectives() and first not in given:
        if (whose := group(context, start, end)) is not None:
            yield whose
        else:
            yield from single(context, start + 1)
        return
    if roles.is_place(context, end) and first not in given and end - start < _LONGEST_PERSON:
        cue = f"“{context.text(end, end + 3)} …”"
        yield made(context, _PLACE, start, end, cue, LIKELY)
        return
    if _looks_personal(context, start, end):
        marked = any(context.low(at) in particles() for at in range(start, end)) or any(
            _INITIAL.fullmatch(words[at]) for at in range(start, end - 1)
        )
        known_first = first in given or _family_first(first)
        if context.shouted and not known_first:
            return
        found = made(context, _PERSON, start, end, "", WEAK)
        if known_first:
            found.cue, found.weight = f"begins with the name “{first}”", LIKELY
        elif marked:
            found.cue, found.weight = "parts of a person's name", LIKELY
        role = roles.in_front(context, start)
        if role is not None:
            found.role = context.text(*role)
            found.cue, found.weight = f"role “{found.role}”", CERTAIN
        add_apposition(context, found, end)
        if found.weight == WEAK:
            found.alone = True
            if not _unexplained(context, found, start, end):
                yield from gazetted_parts(context, start, end)
                return
        yield found
        return
    yield from gazetted_parts(context, start, end)


def after_adjective(context: Context, start: int, end: int) -> int | None:
    """Where the name begins in "Russian Olga Sidorova"; None where no demonym stands before one."""
    words = context.words
    adjectives, given = gazetteer.adjectives(), gazetteer.first_names()
    if words[start] not in adjectives or words[start] in given or context.titled or context.shouted:
        return None
    if all(each in adjectives for each in words[start:end]):
        return None
    is_name = end - start > 2 or words[start + 1] in given
    return start + 1 if is_name and group(context, start, end) is None else None


def _looks_personal(context: Context, start: int, end: int) -> bool:
    if end - start > _LONGEST_PERSON:
        return False
    first = context.words[start]
    length, senses = context.match(start)
    if (
        length
        and senses
        and first not in gazetteer.first_names()
        and not all(each.ambiguous for each in senses)
        and length >= 1
        and first not in gazetteer.surnames_first()
    ):
        return False
    return all(
        context.low(at) in particles()
        or context.words[at] in NICKNAME_MARKS
        or (
            context.words[at][0].isalpha()
            and context.low(at) not in heads()
            and context.low(at) not in ("of", "for", "on", "and", "&")
            and not (at == start and _is_abbreviation(context, first) and not _family_first(first))
        )
        for at in range(start, end)
    )


def _is_abbreviation(context: Context, word: str) -> bool:
    return (
        not context.shouted
        and len(word.replace(".", "")) > 2
        and _ABBREVIATION.fullmatch(word) is not None
    )


def _unexplained(context: Context, found: Found, start: int, end: int) -> bool:
    """Several capitalised words that nothing explains; says whether they may be a name."""
    before, after = context.low(start - 1), context.low(end)
    lows = [context.low(at) for at in range(start, end)]
    if any(each in no_names() or each in known("sentences.things") for each in lows):
        return False
    if before in known("places.firm") or (
        before == "of" and context.low(start - 2) in known("places.kinds")
    ):
        found.kind, found.cue = _PLACE, f"after “{before}”"
        found.alone = context.heading or _is_given(context, start)
    elif after in known("places.after"):
        found.kind, found.cue, found.weight = _PLACE, f"followed by “{after}”", LIKELY
        found.alone = context.heading
    elif before == "the":
        found.kind, found.alone = None, True
    elif after in speech() or before in speech():
        found.cue, found.weight = f"beside “{after if after in speech() else before}”", LIKELY
        found.alone = context.heading
    elif end - start in (2, 3) and not (context.is_initial(start) and lows[0] in remits()):
        found.cue = "written like a person's name"
    else:
        return False
    return True


def _is_given(context: Context, start: int) -> bool:
    """Whether the first word is somebody's first name."""
    return context.words[start] in gazetteer.first_names()


def _family_first(word: str) -> bool:
    """Whether a word is a family name that stands first: "Kim", "KIM"."""
    names = gazetteer.surnames_first()
    return word in names or (word.isupper() and len(word) > 1 and word.capitalize() in names)

"""Who says it, as a phrase: the words before or after a verb of speech.

Better nobody than somebody wrong: what does not look like a name or an office is None.
Phrases are (first, last) positions of tokens, both of them in it.
"""

from __future__ import annotations

from briefing.analysis.speech.appositions import appended_name, apposition_end, past_asides
from briefing.analysis.speech.nouns import MOST_TOKENS, Phrase, back, forward, plain_noun
from briefing.analysis.speech.telling import could_tell
from briefing.analysis.speech.tokens import (
    Token,
    is_determiner,
    is_genitive,
    is_head,
    is_helper,
    is_name,
    known,
)


def before(found: list[Token], verb: int) -> Phrase | None:
    """The subject of the verb at a position: "the U.S. military has said"."""
    last = subject_end(found, verb)
    if last < 0:
        return None
    if found[last].text in (",", ")", "—", "–"):
        return past_asides(found, last)
    if (clause := _past_clause(found, last)) is not None:
        return clause
    first = back(found, last)
    if first is None:
        return _past_place(found, last)
    previous = found[first - 1] if first else None
    if previous is None:
        return first, last
    if previous.lower in known("speakers.prepositions"):
        return _with_preposition(found, first - 1, last)
    if previous.lower in ("and", "&") and not is_name(found, first):
        return None  # "both X and the Y said": it may be both who say it
    if previous.text == "," and first > 1 and is_name(found, first - 2):
        role = found[first].lower in known("speakers.people") and found[first].text[0].islower()
        name = back(found, first - 2) if role else None
        if name is not None:  # "Jane Roe, commander of the force said"
            first = name
    if previous.text == "," and (appended := appended_name(found, first)) is not None:
        first = appended
    return first, last


def pronoun_before(found: list[Token], verb: int) -> int | None:
    """Position of the pronoun that is the subject of a verb."""
    last = subject_end(found, verb)
    while last > 0 and found[last].lower in known("speakers.reflexive"):
        last -= 1
    is_pronoun = last >= 0 and found[last].lower in known("speakers.pronouns")
    return last if is_pronoun else None


def subject_end(found: list[Token], verb: int) -> int:
    """Position of the last word before a verb that is no adverb, auxiliary or day; -1 for none."""
    last = verb - 1
    while last >= 0:
        token = found[last]
        if is_helper(token):
            last -= 1
        elif token.lower in known("speakers.days"):
            last -= 1
            while last >= 0 and found[last].lower in known("speakers.before_days"):
                last -= 1
        elif token.lower in known("speakers.months") and last and found[last - 1].lower == "in":
            last -= 2
        else:
            break
    return last


def after(found: list[Token], first: int, *, certain: bool = False) -> Phrase | None:
    """The speaker that begins at a position: "said Colonel Jane Roe, spokesperson for X"."""
    end = forward(found, first)
    return None if end is None else (first, apposition_end(found, first, end, certain=certain))


def after_quote(found: list[Token], first: int) -> Phrase | None:
    """The same where it is certain that who speaks follows: "…," said the host."""
    strict = forward(found, first)
    loose = plain_noun(found, first)
    ends = [each for each in (strict, loose) if each is not None]
    if not ends:
        named = first < len(found) and found[first].lower in ("one", "another")
        end = apposition_end(found, first, first, certain=True) if named else first
        return (first, end) if end > first else None  # "asked one, Jane Roe"
    return first, apposition_end(found, first, max(ends), certain=True)


def opening(found: list[Token], end: int) -> Phrase | None:
    """The subject that a sentence begins with, before position ``end``: "On Monday X left and"."""
    start = 0
    if found and found[0].lower in known("speakers.times") | known("speakers.prepositions"):
        comma = next((i for i in range(min(end, 12)) if found[i].text == ","), None)
        start = 0 if comma is None else comma + 1
    dated = known("speakers.days") | known("speakers.before_days") - {"the", "that", "this"}
    while start < end and found[start].lower in dated:  # "Late on Monday the founder left"
        start += 1
    if start >= end:
        return None
    if found[start].lower in known("speakers.pronouns"):
        return start, start
    if found[start].lower in known("speakers.others"):
        return start, start
    if start + 1 < end and found[start + 1].lower in known("speakers.others"):
        return start, start + 1
    last = forward(found, start, is_noun=False)
    if is_determiner(found[start]):
        noun = plain_noun(found, start)
        before_comma = noun is not None and noun + 1 < end and found[noun + 1].text == ","
        last = noun if last is None or before_comma else last
    last = _to_name(found, start, end, last)
    if last is None or last >= end:
        return None
    return start, min(apposition_end(found, start, last, certain=True), end - 1)


def _to_name(found: list[Token], start: int, end: int, last: int | None) -> int | None:
    """Where "Former prime minister Jane Roe" ends: no verb parts the office from the name."""
    named = next((i for i in range(start, min(end, start + 8)) if found[i].is_named), None)
    if named is None or (last is not None and named <= last):
        return last
    for index in range(start, named):
        word = found[index]
        if not word.is_word or could_tell(found, index) or is_helper(word) or is_genitive(word):
            return last
        if word.lower in known("stops") | known("speakers.prepositions") | known("verbs.passive"):
            return last
    while named + 1 < end and found[named + 1].is_named:
        named += 1
    return last if is_genitive(found[named]) else named


def _with_preposition(found: list[Token], preposition: int, last: int) -> Phrase | None:
    """ "Police in Zimbabwe say", but "a letter seen by X says" is the letter's, not X's."""
    index = preposition - 1
    if index < 0:
        return None
    if found[index].lower in ("seen", "obtained", "published", "released", "issued", "reviewed"):
        first = back(found, index - 1) if index else None
        return None if first is None else (first, index - 1)
    if found[preposition].lower == "of" and found[index].lower in known("speakers.determiners"):
        return index, last  # "one of the diplomats"
    if found[preposition].lower not in known("speakers.places") or not is_head(found[index]):
        return None
    first = back(found, index)
    if first is None or (first and found[first - 1].lower in known("speakers.prepositions")):
        return None
    return first, last


def _past_place(found: list[Token], last: int) -> Phrase | None:
    """ "A soldier at the gate said", where no list has "gate"."""
    for index in range(last - 1, max(0, last - 5), -1):
        word = found[index].lower
        if word in known("speakers.places"):
            return _with_preposition(found, index, last)
        if not found[index].is_word or word in known("stops"):
            return None
    return None


def _past_clause(found: list[Token], last: int) -> Phrase | None:
    """ "A diplomat who was in the room said": from the name to before "who"."""
    for index in range(last, max(0, last - MOST_TOKENS), -1):
        if not found[index].is_word:
            return None
        if found[index].lower == "who":
            first = back(found, index - 1)
            return None if first is None else (first, index - 1)
    return None


def subject(found: list[Token], verb: int) -> tuple[tuple[int, int] | None, bool]:
    """Who stands before a verb, and whether a pronoun does."""
    pronoun = pronoun_before(found, verb)
    if pronoun is not None:
        return (found[pronoun].start, found[pronoun].end), True
    return place(found, before(found, verb)), False


def place(found: list[Token], phrase: Phrase | None) -> tuple[int, int] | None:
    return None if phrase is None else (found[phrase[0]].start, found[phrase[1]].end)

"""Who says it where the verb is in no list: "…," grumbled Jane Roe; Jane Roe shrugged: "…".

What stands right beside a quotation tells of it, whatever the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from briefing.analysis.speech import phrases
from briefing.analysis.speech.frames import WORD, Frame
from briefing.analysis.speech.marks import Quote
from briefing.analysis.speech.nouns import MOST_TOKENS, plain_noun
from briefing.analysis.speech.phrases import place
from briefing.analysis.speech.said import Said, introduces
from briefing.analysis.speech.telling import could_tell
from briefing.analysis.speech.tokens import Token, is_helper, is_name, known

_GOES_ON = re.compile(r"[,?!…—–-]$")
_COMMA = re.compile(r"[\"”»“’'«‘›‹]\s*[,—–]")
_LONG = 5
"""Words of a quotation that the subject of its sentence says, though no verb of speech does."""


def of_quotes(text: str, frame: Frame, found: list[Said]) -> Iterator[Said]:
    """One for each quotation that none of ``found`` is about, where something beside it tells."""
    for index, quote in enumerate(frame.quotes):
        begin, end = quote.outer.start - frame.span.start, quote.outer.end - frame.span.start
        if begin < 0 or frame.is_heading:
            continue
        until = (
            frame.quotes[index + 1].outer.start - frame.span.start
            if index + 1 < len(frame.quotes)
            else len(frame.own)
        )
        since = frame.quotes[index - 1].outer.end - frame.span.start if index else 0
        if any(end <= each.start < until or since <= each.start < begin for each in found):
            continue
        said = _after(text, frame, quote, end, until) or _before(text, frame, quote, since, begin)
        if said is not None:
            yield said


def _after(text: str, frame: Frame, quote: Quote, end: int, until: int) -> Said | None:
    """ "…," grumbled Jane Roe; "…," an aide to the minister texted."""
    goes_on = _GOES_ON.search(quote.span.of(text)[-3:]) or _COMMA.match(frame.own, end - 1)
    goes_on = goes_on or frame.own[end:].lstrip().startswith(("—", "–", "-"))
    if not goes_on:
        return None
    first = frame.at(end)
    while first < len(frame.tokens) and frame.tokens[first].text in (",", "—", "–"):
        first += 1
    last = first
    while last < len(frame.tokens) and last - first < MOST_TOKENS:
        token = frame.tokens[last]
        if token.start >= until or (not token.is_word and token.text not in (",", "(", ")")):
            break
        last += 1
    clause = frame.tokens[:last]
    if first >= last:
        return None
    if last == len(frame.tokens) and frame.own[end:].lstrip().startswith(("—", "–", "-")):
        phrase = phrases.after_quote(clause, first)
        if phrase is not None and phrase[1] == last - 1:
            start = clause[phrase[0]].start
            return Said("signed", "—", end, start, place(clause, phrase), after=True)
    if could_tell(clause, first) and not is_name(clause, first):
        verb = clause[first]
        if first + 1 < last:
            following = clause[first + 1]
            if following.lower in known("speakers.personal"):
                who = (following.start, following.end)
                return Said("beside", verb.text, verb.start, verb.end, who, True, True)
            phrase = phrases.after_quote(clause, first + 1)
            if phrase is not None:
                return Said("beside", verb.text, verb.start, verb.end, place(clause, phrase),
                            after=True)  # fmt: skip
        return None
    for index in range(first + 1, last):
        if not could_tell(clause, index) or clause[index].is_named:
            continue
        verb = clause[index]
        subject = clause[first]
        if subject.lower in known("speakers.pronouns") and index == first + 1 + _helpers(
            clause, first + 1, index
        ):
            who = (subject.start, subject.end)
            return Said("beside", verb.text, verb.start, verb.end, who, True, True)
        phrase = phrases.before(clause, index)
        if phrase is None or phrase[0] != first:
            noun = plain_noun(clause, first)
            phrase = (first, noun) if noun is not None and noun < index else None
        if phrase is not None:
            return Said("beside", verb.text, verb.start, verb.end, place(clause, phrase),
                        after=True)  # fmt: skip
    return _person(clause, first)


def _person(clause: list[Token], first: int) -> Said | None:
    """ "…", President Roe would later recall: a person is named at once, and a verb follows."""
    phrase = phrases.after_quote(clause, first)
    if phrase is None or phrase[1] + 1 >= len(clause):
        return None
    verb = clause[phrase[1] + 1]
    named = any(each.is_named for each in clause[phrase[0] : phrase[1] + 1])
    if not named or not verb.text.isalpha() or not verb.text.islower():
        return None
    if verb.lower in known("speakers.prepositions") or verb.lower in ("and", "or", "who"):
        return None
    return Said("beside", verb.text, verb.start, verb.end, place(clause, phrase), after=True)


def _one(clause: list[Token]) -> tuple[int, int]:
    """Who "One of them, Jane Roe, offered this" is."""
    for index, token in enumerate(clause[:6]):
        if token.text == ",":
            named = list(takewhile(lambda each: each.text[0].isupper(), clause[index + 1 :]))
            if named:
                return named[0].start, named[-1].end
    return clause[0].start, clause[0].end


def _helpers(found: list[Token], first: int, end: int) -> int:
    return sum(1 for _ in takewhile(is_helper, found[first:end]))


def _before(text: str, frame: Frame, quote: Quote, since: int, begin: int) -> Said | None:
    """ "Jane Roe shrugged: …", "Her verdict: …", "She fought for “…”."""
    own = frame.own
    colon = introduces(own, begin)
    if not colon and len(WORD.findall(quote.span.of(text)[:200])) < _LONG:
        return None
    start = max(since, *(own.rfind(mark, 0, begin) + 1 for mark in (". ", "? ", "! ", "; ")))
    first, last = frame.at(start), frame.at(begin)
    clause = frame.tokens[first:last]
    while clause and not clause[0].is_word:
        clause = clause[1:]
    if not clause:
        return None
    phrase = phrases.opening(clause, len(clause))
    owner = phrase is None or not any(each.is_named for each in clause[: phrase[1] + 1])
    if colon and owner and clause[0].lower in known("speakers.genitives"):
        who = (clause[0].start, clause[0].end)
        return Said("colon", ":", begin - 1, begin, who, is_pronoun=True)
    if colon and clause[0].lower in ("one", "another"):
        return Said("colon", ":", begin - 1, begin, _one(clause))
    if phrase is None:
        return None
    named = clause[phrase[0] : phrase[1] + 1]
    is_pronoun = named[0].lower in known("speakers.personal")
    is_person = is_pronoun or any(
        each.is_named or each.lower in known("speakers.people") for each in named
    )
    verb = next((i for i in range(phrase[1] + 1, len(clause)) if could_tell(clause, i)), None)
    if not is_person or (verb is None and not colon):
        return None
    rest = clause[phrase[1] + 1 :]
    before_verb = rest if verb is None else clause[phrase[1] + 1 : verb]
    if any(each.lower in known("verbs.passive") for each in before_verb) and not colon:
        return None
    if any(each.is_named for each in rest):
        return None
    if colon or verb is None:
        return Said("colon", ":", begin - 1, begin, place(clause, phrase), is_pronoun)
    cue = clause[verb]
    return Said("beside", cue.text, cue.start, cue.end, place(clause, phrase), is_pronoun)

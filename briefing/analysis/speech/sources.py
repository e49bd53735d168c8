"""Who says it where no verb of speech tells: "according to", "in her view", a colon."""

from __future__ import annotations

import re
from functools import cache

from briefing.analysis.speech import phrases
from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.phrases import place, subject
from briefing.analysis.speech.said import Said
from briefing.analysis.speech.tokens import Token, known
from briefing.lexicon import words

_LABEL = re.compile(r"([^\W\d_][^\n:]{0,60}?)\s*:\s*(?=[\"“«„‘'»‚‹]\x00)")


@cache
def sources() -> frozenset[str]:
    """The words that ``according to`` and the like begin with."""
    return frozenset(phrase.split()[0] for phrase in words("attribution", "sources.phrases"))


def according(own: str, found: list[Token], index: int) -> Said | None:
    """``according to the ministry``; "according to plan" names nobody."""
    for phrase in words("attribution", "sources.phrases"):
        parts = phrase.split()
        end = index + len(parts)
        if end < len(found) and [each.lower for each in found[index:end]] == parts:
            start, stop = found[index].start, found[end - 1].end
            who = found[end].lower in known("speakers.objects")
            phrase_ = (end, end) if who else phrases.after(found, end)
            if phrase_ is not None:
                cue = own[start:stop]
                return Said("source", cue, start, stop, place(found, phrase_), is_pronoun=who)
    return None


def view(own: str, found: list[Token], index: int) -> Said | None:
    """``in her view``, ``in the ministry's words``."""
    if found[index].lower != "in" or index + 2 >= len(found):
        return None
    views = known("sources.views")
    if found[index + 1].lower in known("speakers.genitives") and found[index + 2].lower in views:
        start, end = found[index].start, found[index + 2].end
        who = (found[index + 1].start, found[index + 1].end)
        return Said("source", own[start:end], start, end, who, is_pronoun=True)
    return None


def as_saying(own: str, found: list[Token], index: int) -> Said | None:
    """ "She was quoted by X as saying": the speaker is who is quoted."""
    ahead = [each.lower for each in found[index : index + 14]]
    if "saying" not in ahead or ahead[ahead.index("saying") - 1] != "as":
        return None
    saying = index + ahead.index("saying")
    start, end = found[index].start, found[saying].end
    cue = own[start : found[index].end] + " as saying"
    back = index - 1
    while back >= 0 and found[back].lower in known("verbs.helpers"):
        back -= 1
    if back >= 0 and found[back].lower in known("verbs.passive"):
        who, is_pronoun = subject(found, back)
    else:
        phrase = phrases.after_quote(found, index + 1)
        is_pronoun = found[index + 1].lower in known("speakers.objects")
        who = place(found, (index + 1, index + 1) if is_pronoun else phrase)
    return Said("quoted as saying", cue, start, end, who, is_pronoun=is_pronoun and who is not None)


@cache
def _leads() -> list[list[str]]:
    """What may stand before the name: "Quote from Jane Roe: …"."""
    return [each.split() for each in words("attribution", "interview.leads")]


def with_colon(frame: Frame, found: list[Said]) -> Said | None:
    """``Its spokesman, Jane Roe: "…"``, ``ROE: "…"``: no verb, but a colon."""
    label = _LABEL.match(frame.own)
    if label is None or "\x00" in label[1]:
        return None
    if any(each.start < label.end() for each in found):
        return None
    tokens = [each for each in frame.tokens if each.end <= label.end(1)]
    if not tokens:
        return None
    start = label.end(1)
    for first in range(len(tokens) - 1, -1, -1):
        if tokens[first].text in ("–", "—", "/"):
            tokens = tokens[first + 1 :]
            break
    begins = [each.lower for each in tokens]
    tokens = tokens[next((len(each) for each in _leads() if begins[: len(each)] == each), 0) :]
    if not tokens:
        return None
    pronoun = next((t for t in tokens if t.lower in known("speakers.personal")), None)
    if pronoun is not None:
        who = (pronoun.start, pronoun.end)
        return Said("colon", ":", start, start + 1, who, is_pronoun=True)
    phrase = phrases.opening(tokens, len(tokens))
    if phrase is not None and phrase[1] < len(tokens) - 1:
        return None  # a sentence that goes on, and not only a name
    if phrase is None and tokens[0].text.isupper():
        phrase = (0, len(tokens) - 1)
    if phrase is None and len(tokens) <= 4 and all(each.text[0].isupper() for each in tokens):
        phrase = (0, len(tokens) - 1)
    return None if phrase is None else Said("colon", ":", start, start + 1, place(tokens, phrase))

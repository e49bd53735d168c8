"""Verbs of speech, and who is their subject."""

from __future__ import annotations

import re

from briefing.analysis.speech import nouns, phrases
from briefing.analysis.speech.phrases import place, subject
from briefing.analysis.speech.said import Said
from briefing.analysis.speech.telling import verbs
from briefing.analysis.speech.tokens import Token, is_name, known

_ARTICLES = frozenset({"the", "a", "an", "his", "its", "their", "this"})
_NO_SUBJECT = frozenset({"to", "that", "as", "of", "and", "or", "by", "with"})
_AFTER_PARTICIPLE = frozenset({"of", "for", "by", "as", "at"})
_QUOTE_ENDS = re.compile("\x00[\"”»“’'«‘›‹][,.]?\\s*(?:[—–-]\\s*)?$")
_QUOTE_COMES = re.compile(r"[^.;]{0,40}?[:,]?\s*[\"“«„‘'»‚]\x00")
_ASIDE = 6
"""Tokens before a verb that may be its subject: ", the minister added,"."""
_MOST_BETWEEN = 40
"""Tokens between a quotation and a verb after it."""


def with_verb(own: str, found: list[Token], index: int, length: int, kind: str) -> Said | None:
    start, end = found[index].start, found[index + length - 1].end
    cue, judges = own[start:end], kind == "judging"
    back = index - 1
    while back >= 0 and found[back].lower in known("verbs.helpers"):
        back -= 1
    previous = found[back] if back >= 0 else None
    if previous is not None and previous.lower in known("verbs.negative"):
        return None
    if previous is not None and previous.lower in _ARTICLES:
        return None  # "the condemned"
    if previous is not None and previous.lower in known("verbs.passive"):
        return _passive(own, found, index, length, judges=judges)
    if kind == "plural" and previous is not None and previous.lower == "would":
        return _all_would_say(found, index)
    following = index + length
    after = found[following].lower if following < len(found) else ""
    if cue in known("verbs.participles") and after in _AFTER_PARTICIPLE:
        return None
    if kind == "hanging":
        return _hanging(own, found, index)
    if kind == "objects" and not _has_object(found, following):
        return None
    inverted = _QUOTE_ENDS.search(own, 0, start) is not None
    if kind == "clause" and not (inverted or _has_clause(own, found, index, following)):
        return None
    if judges and "\x00" not in own and not _has_clause(own, found, index, following):
        return None
    closes = inverted or _closes_quote(found, index)
    if inverted and following < len(found):
        if found[following].lower in known("speakers.pronouns"):
            who = (found[following].start, found[following].end)
            return Said("verb before the name", cue, start, end, who, is_pronoun=True, after=True)
        if (phrase := phrases.after_quote(found, following)) is not None:
            return Said("verb before the name", cue, start, end, place(found, phrase), after=True)
    who, is_pronoun = subject(found, index)
    if who is None and kind == "speech" and (aside := _aside(found, index, following)) is not None:
        return Said("verb before the name", cue, start, end, aside, after=True)
    is_short = who is not None and who[0] == found[0].start and following >= len(found) - 1
    if is_short and not own.rstrip().endswith(":"):
        return None  # "The minister has tweeted."
    if who is not None:
        return Said("verb", cue, start, end, who, is_pronoun, closes, judges)
    if kind == "plural":
        return None
    if inverted:
        return Said("verb", cue, start, end, None, after=True)
    if previous is not None and previous.lower in ("and", "but", "then"):
        phrase = phrases.opening(found, back)
        if phrase is not None:
            is_pronoun = found[phrase[0]].lower in known("speakers.pronouns")
            return Said("verb of the same subject", cue, start, end, place(found, phrase),
                        is_pronoun, closes, judges)  # fmt: skip
    # A finite verb has a subject, though it is none we know: "the neighbours said".
    finite = cue == "said" or cue.endswith("s") or own[end:].startswith(" that ")
    if kind != "speech" or not finite or previous is None:
        return None
    is_noun = previous.lower in _NO_SUBJECT | known("speakers.determiners")
    if is_noun or not (previous.is_word or previous.text == ","):
        return None
    return Said("verb", cue, start, end, after=closes)


def _aside(found: list[Token], index: int, following: int) -> tuple[int, int] | None:
    """ "The law is dead, argued Jane Roe, because …": who stands between a verb and a mark."""
    if index < 2 or found[index - 1].text != "," or following >= len(found):
        return None
    phrase = phrases.after_quote(found, following)
    if phrase is None or not (
        found[following].text[0].isupper() or found[following].lower == "the"
    ):
        return None
    closes = phrase[1] + 1 >= len(found) or found[phrase[1] + 1].text in (",", ".", ";", "—", "–")
    return place(found, phrase) if closes and found[following].is_word else None


def _passive(own: str, found: list[Token], index: int, length: int, *, judges: bool) -> Said | None:
    """ "were told by X that"; "were told that": somebody says it, it is not told who."""
    start, end = found[index].start, found[index + length - 1].end
    cue = own[start:end]
    for by in range(index + length, min(len(found), index + length + 12)):
        if found[by].text in (".", ";", ","):
            break
        if found[by].lower == "by" and (judges or cue in known("verbs.by_agent")):
            phrase = phrases.after(found, by + 1, certain=True)
            if phrase is not None:
                return Said("verb with by", cue, start, end, place(found, phrase), judges=judges)
    told = cue in known("verbs.unnamed")
    if (told and not (index + 1 < len(found) and found[index + 1].lower == "to")) or (
        cue == "reported" and found[index - 1].lower in ("is", "are", "been")
    ):
        return Said("verb", cue, start, end)
    return None


def _all_would_say(found: list[Token], index: int) -> Said | None:
    """``"Ask the king," was all he would say``."""
    if "all" not in (each.lower for each in found[max(0, index - 8) : index]):
        return None
    who, is_pronoun = subject(found, index - 1)
    start = found[max(0, max(i for i in range(index) if found[i].lower == "all") - 1)].start
    return Said("verb", "would say", start, found[index].end, who, is_pronoun, after=True)


def _has_object(found: list[Token], following: int) -> bool:
    """Whether what is rejected or expressed is something said: "rejected the claims"."""
    ahead = found[following : following + 5]
    if [each.lower for each in ahead[1:2]] == ["as"]:  # "rejected this as"
        return True
    return any(each.lower in known("verbs.said_things") for each in ahead)


def _hanging(own: str, found: list[Token], index: int) -> Said | None:
    """``He gave no details, saying …``: the speaker is the subject at the sentence's beginning."""
    if index and (phrase := nouns.accompanying(found, index)) is not None:
        start, end = found[index].start, found[index].end
        return Said("verb", found[index].text, start, end, place(found, phrase))
    if index == 0 or found[index - 1].text != ",":
        return None
    token = found[index]
    if token.text in known("verbs.doubtful") and not _has_clause(own, found, index, index + 1):
        return None
    start, end = token.start, token.end
    judges = token.text in known("verbs.judging_hanging")
    verb = next((i for i in range(index) if found[i].text in verbs()), None)
    if verb is not None:  # "X denied it, calling the report …": the same who denied it
        before = with_verb(own, found, verb, 1, verbs()[found[verb].text][0])
        if before is not None and before.who is not None:
            return Said("verb that hangs on another", token.text, start, end, before.who,
                        before.is_pronoun, judges=judges)  # fmt: skip
    phrase = phrases.opening(found, index)
    if phrase is None:
        return Said("verb that hangs on another", token.text, start, end, judges=judges)
    is_pronoun = found[phrase[0]].lower in known("speakers.pronouns")
    # Another person may have come in between; then it is not certain whose words they are.
    only = is_pronoun or not any(
        each.text[0].isupper() and is_name(found, i)
        for i, each in enumerate(found[phrase[1] + 1 : index], phrase[1] + 1)
    )
    who = place(found, phrase) if only else None
    return Said("verb that hangs on another", token.text, start, end, who,
                is_pronoun and only, judges=judges)  # fmt: skip


def _has_clause(own: str, found: list[Token], index: int, following: int) -> bool:
    """Whether words of somebody follow: "that", a colon, a quotation, or came before a comma."""
    ahead = own[found[following - 1].end :].lstrip()
    after = found[following].lower if following < len(found) else ""
    verb = found[following - 1].lower
    if after in known("verbs.asking") or (
        verb in known("verbs.thinking")
        and after in known("speakers.pronouns") | {"there", "otherwise", "so"}
    ):
        return True
    is_aside = after == "," and verb in known("verbs.aside")
    if is_aside and any(each.text == "," for each in found[max(0, index - _ASIDE) : index]):
        return True  # "Nor, she added, was it a question of money"
    if ahead.startswith(("that ", "\x00", '"', "“", "«", "„", ":")) or _QUOTE_COMES.match(ahead):
        return True
    start = found[index].start
    return _QUOTE_ENDS.search(own, 0, start) is not None or _closes_quote(found, index)


def _closes_quote(found: list[Token], verb: int) -> bool:
    """``"…," the minister added``: a quotation ends a little before the verb."""
    commas = 0
    for back in range(verb - 1, max(-1, verb - _MOST_BETWEEN), -1):
        text = found[back].text
        if text[0] == "\x00":
            # A comma in between only round an apposition: "…," X, the envoy, said.
            after_mark = back + 2 < verb and found[back + 2].text == ","
            return (commas - after_mark) % 2 == 0
        if text in (".", ";", "?", "!"):
            return False
        commas += text == ","
    return False

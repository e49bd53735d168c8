"""Whether a country, or its capital, acts: "Russia amassed troops", and not "in Russia"."""

from __future__ import annotations

from briefing.analysis.names.context import Context
from briefing.analysis.names.vocabulary import known, role_nouns, speech
from briefing.gazetteer import Entry

_ADVERB = "ly"
_LIST = 8
"""Names in a list that are looked through."""
_HEADLINE_START = 4
"""Words."""
GENITIVE = ("'s", "’s", "'", "’")


def reason(context: Context, start: int, end: int, sense: Entry) -> str:
    """The cue for a government; empty for a place. Tokens ``start`` to ``end`` are its name."""
    if context.heading and context.shouted:
        return ""
    first = _before_list(context, start, end)
    before = context.low(first - 1)
    if before == "the" and first > 1:
        before = context.low(first - 2)
    is_country = sense.kind in ("country", "territory", "former state")
    if before in known("places.firm") or before in known("places.kinds"):
        return ""
    if before == "of" and _is_place_word(context, start):
        return ""
    if before == "of" and context.low(first - 2) in role_nouns():
        return ""  # "the Prime Minister of Georgia"
    if before in ("between", "and", "with") and any(
        context.low(at) in ("border", "frontier", "borders", "boundary", "road", "crossing")
        for at in range(max(0, start - 5), start)
    ):
        return ""
    after = context.low(end)
    glued = after == "-" and context.tokens[end].start == context.tokens[end - 1].end
    if glued and context.low(end + 1) not in ("based", "born", "wide"):
        return f"followed by “-{context.low(end + 1)}”"  # "Russia-backed"
    if after in GENITIVE:
        for at in range(end + 1, end + 4):
            if context.names(at) or not context.low(at).isalpha():
                break
            low = context.low(at)
            if low in known("acting.policy") and context.low(at + 1) not in role_nouns():
                return f"with “{low}” of its own"
            if low in known("acting.no_nouns"):
                break
        return ""
    opens = start == 0 or (start == 1 and before == "the")
    if is_country and opens and after == "," and not (context.heading or context.names(end + 1)):
        return "begins the sentence, as who acts"
    if before not in known("places.prepositions") | {"of", "for", "with", "by", "against"}:
        if (verb := verb_after(context, end)) is not None:
            return f"acts: “{verb}”"
        if (verb := _verb_of_all(context, end)) is not None:
            return f"acts: “{verb}”"
        if context.heading and start == 0 and (verb := _in_headline(context, end)) is not None:
            return f"acts: “{verb}”"
    if before == "for" and after == "to" and context.low(end + 1) not in known("sentences.never"):
        return "“for … to”"
    if before in known("acting.conjunctions") and after.endswith("s") and after.isalpha():
        return f"acts: “{after}”"
    if before == "between" and context.low(first - 2) in known("acting.between"):
        return f"after “{context.low(first - 2)} between”"
    if before == "that" and after.isalpha() and after not in known("acting.no_nouns"):
        return f"acts: “{after}”"
    if before in known("acting.before") and (is_country or before != "between"):
        return f"after “{before}”"
    if modifies(context, start, end):
        return f"followed by “{context.words[end]}”"
    return ""


def _verb_of_all(context: Context, end: int) -> str | None:
    """ "China, Chad and the United States signed": the verb is that of each."""
    at = end
    for _ in range(_LIST):
        if context.low(at) not in ("and", "or", ","):
            break
        last = context.low(at) != ","
        other = at + 1
        while context.low(other) in ("and", "or", "the"):
            last = last or context.low(other) != "the"
            other += 1
        if not context.names(other) or not context.match(other)[0]:
            break
        at = other + context.match(other)[0]
        if last:
            return verb_after(context, at)
        if context.heading and end < _HEADLINE_START and (verb := _in_headline(context, at)):
            return verb
    return None


def _before_list(context: Context, start: int, end: int) -> int:
    """Index of the first of the names that commas and "and" join to the one at a token."""
    at = start
    for _ in range(_LIST):
        before = at - 1
        while context.low(before) in ("and", "or", "the") or (
            context.low(before) == "," and (at < start or context.low(end) in ("and", "or", ","))
        ):
            before -= 1
        joined = any(context.low(each) in ("and", "or", ",") for each in range(before + 1, at))
        if not joined or before < 0 or not context.names(before):
            break
        at = before
        while at > 0 and (
            context.names(at - 1) or (context.low(at - 1) == "of" and context.names(at - 2))
        ):
            at -= 1
    return at


def _in_headline(context: Context, index: int) -> str | None:
    """What follows the first words of a headline is its verb, if it is none of these."""
    low = context.low(index)
    if not low.isalpha() or context.names(index) or low in known("acting.no_nouns"):
        return None
    return low


def _is_place_word(context: Context, start: int) -> bool:
    at = start - 2 if context.low(start - 1) == "of" else start - 3
    return context.low(at) in known("places.kinds") | known("places.firm")


def is_verb(context: Context, index: int) -> bool:
    return verb_after(context, index) is not None


def verb_after(context: Context, index: int) -> str | None:
    """The verb at a token, maybe after an adverb; None where there is none."""
    low = context.low(index)
    if low in ("on", "last", "this") and context.low(index + 1) in known("sentences.calendar") | {
        "week",
        "month",
        "year",
    }:
        index += 2
        low = context.low(index)
    first = index
    while (low.endswith(_ADVERB) or low in known("acting.adverbs")) and index < first + 2:
        index += 1
        low = context.low(index)
    if not low or context.names(index) or _is_suffered(context, index):
        return None
    if low == "called" and context.low(index + 1) in ("for", "on", "upon"):
        return context.text(first, index + 2)
    is_past = low.endswith("ed") and len(low) > 4 and low not in known("acting.no_verbs")
    if is_past or low in known("acting.verbs") or low in speech():
        return context.text(first, index + 1)
    if first < index and context.low(first) in known("acting.adverbs_alone"):
        return context.low(first)
    return None


def _is_suffered(context: Context, index: int) -> bool:
    """ "Kyiv was hit": that is done to a place."""
    at = index
    while context.low(at) in ("was", "were", "is", "has", "had", "been", "being", "later", "also"):
        at += 1
    return at > index and context.low(at) in known("acting.suffered")


def modifies(context: Context, start: int, end: int) -> bool:
    """ "U.S. efforts": an abbreviation before a noun is its government."""
    if end - start != 1 or context.words[start] not in known("acting.modified"):
        return False
    if end >= len(context.tokens) or not context.tokens[end].is_word:
        return False
    low = context.low(end)
    return low.isalpha() and not context.names(end) and low not in known("acting.no_nouns")

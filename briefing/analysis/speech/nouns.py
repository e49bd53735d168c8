"""Where a phrase that names who speaks begins and ends.

Phrases are (first, last) positions of tokens, both of them in it.
"""

from __future__ import annotations

from briefing.analysis.speech.telling import verbs
from briefing.analysis.speech.tokens import (
    Token,
    is_determiner,
    is_genitive,
    is_head,
    is_helper,
    is_name,
    known,
)

Phrase = tuple[int, int]
_MOST_PLAIN = 5
MOST_TOKENS = 14
"""Looked at on one side of a verb."""


def _office_before_of(found: list[Token], last: int) -> int | None:
    """Position of the office in "the ministry of water" and "head of the water board"."""
    for index in range(last - 1, max(0, last - 4), -1):
        if not (found[last].is_word and found[index].is_word):
            return None
        if found[index].lower == "of":
            return index - 1 if is_head(found[index - 1]) else None
    return None


def back(found: list[Token], last: int) -> int | None:
    """Where the speaker that ends at ``last`` begins; None when it is none."""
    if last < 0:
        return None
    here = found[last]
    if here.lower in known("speakers.others"):
        determined = last > 0 and found[last - 1].lower in ("a", "the")
        return last - 1 if determined else last
    month = here.text[0].isupper() and here.lower in known("speakers.months")  # "May said"
    if not (here.is_word and (is_name(found, last) or is_head(here) or month)):
        office = _office_before_of(found, last)
        if office is None:
            return plain_back(found, last)
        last = office
    first = index = last
    while index > 0 and last - index < MOST_TOKENS:
        token = found[index - 1]
        if not token.is_word:
            break
        if is_name(found, index - 1) or is_head(token):
            first = index = index - 1
        elif token.lower in known("speakers.determiners"):
            first = index = index - 1
            joined = index > 1 and found[index - 1].lower in known("speakers.connectors")
            if not joined or found[index - 1].lower in ("and", "&"):
                break
            if not (is_name(found, index - 2) or is_head(found[index - 2])):
                break
            first = index = index - 2  # "ambassador to the United States Jane Roe"
        elif (
            token.lower in known("speakers.connectors")
            and index > 1
            and (is_name(found, index - 2) or is_head(found[index - 2]))
        ):
            first = index = index - 2
        elif _leads_to_determiner(found, index - 1):
            index -= 1  # "the country's foreign ministry": what is between belongs to it
        else:
            break
    if first and found[first - 1].lower in ("a", "an", "the"):
        first -= 1  # "a senior official"
    bare = found[first].text[0].islower() and is_head(found[first])
    if bare and first and found[first - 1].is_word and (first == 1 or not found[first - 2].is_word):
        word = found[first - 1]
        if word.text[0].islower() and word.lower not in known("speakers.times") | known(
            "speakers.prepositions"
        ):
            first -= 1  # "team member Jane Roe"
    return first


def plain_back(found: list[Token], last: int) -> int | None:
    """Where "her Russian counterpart" begins, in words that no list has."""
    for index in range(last, max(-1, last - _MOST_PLAIN), -1):
        token = found[index]
        if not token.is_word or token.lower in known("stops") | known("speakers.prepositions"):
            return None
        if token.lower in known("speakers.times") or token.text[0].isdigit() or is_helper(token):
            return None
        if is_determiner(token):
            previous = found[index - 1].lower if index else ""
            led = previous in known("speakers.prepositions") | known("speakers.determiners")
            return None if index == last or led else index
    return None


def _leads_to_determiner(found: list[Token], index: int) -> bool:
    """Whether a lower-case word describes what follows: a determiner stands a little before."""
    for back in range(index, max(-1, index - 4), -1):
        token = found[back]
        if not token.is_word or token.lower in known("speakers.times"):
            return False
        if token.lower in known("speakers.connectors") and token.lower != "al":
            return False
        if back < index and (is_determiner(token) or is_name(found, back)):
            return True
        if back == index and is_genitive(token):
            return True
    return False


def accompanying(found: list[Token], verb: int) -> Phrase | None:
    """The subject in "with the mayor saying"."""
    first = back(found, verb - 1)
    with_it = first is not None and first > 0 and found[first - 1].lower == "with"
    return (first, verb - 1) if first is not None and with_it else None


def forward(found: list[Token], first: int, *, is_noun: bool = True) -> int | None:
    """Where the speaker that begins at ``first`` ends. Where it is not certain that only a noun
    stands there, a word in small letters is a verb: "Jane Roe shook her head".
    """
    end: int | None = None
    index = first
    while index < len(found) and index - first < MOST_TOKENS:
        token = found[index]
        if not token.is_word:
            break
        if is_name(found, index) or is_head(token):
            end = index
        elif not _belongs(found, index, end, bridge=is_noun):
            break
        index += 1
    return end if end is None else _with_genitive(found, end)


def _with_genitive(found: list[Token], end: int) -> int:
    """Where "chief of joint operations" ends: with one comma or more after it."""
    if end + 2 >= len(found) or found[end + 1].lower != "of" or not is_head(found[end]):
        return end
    stop = end + 2
    while stop < len(found) and found[stop].is_word and stop - end < _MOST_PLAIN + 1:
        if found[stop].lower in known("stops"):
            return end
        stop += 1
    return stop - 1 if stop < len(found) and found[stop].text == "," else end


def _belongs(found: list[Token], index: int, end: int | None, *, bridge: bool) -> bool:
    """Whether a word that is neither name nor office leads on to one of the same speaker."""
    token, ahead = found[index], found[index + 1 : index + 4]
    ahead = ahead[: next((i for i, each in enumerate(ahead) if not each.is_word), len(ahead))]
    if not ahead or token.lower in known("speakers.times") - known("speakers.connectors"):
        return False
    place = index + 1
    if end is None:  # "the country's foreign ministry"
        return any(is_name(found, place + i) or is_head(each) for i, each in enumerate(ahead))
    if token.lower in known("speakers.connectors"):
        office = found[end].lower in known("speakers.people")
        if token.lower in ("to", "on") and not office:
            return False
        return is_name(found, place) or (
            (ahead[0].lower == "the" or is_genitive(ahead[0]))
            and len(ahead) > 1
            and (is_name(found, place + 1) or is_head(ahead[1]) or len(ahead) > 2)
        )
    if token.lower == "the":  # after "of"
        return found[index - 1].lower in known("speakers.connectors")
    # "Yonhap news agency"
    return (
        bridge
        and token.text[0].islower()
        and not found[end].is_named
        and token.lower not in known("speakers.prepositions")
        and any(is_head(each) for each in ahead[:2])
    )


def plain_noun(found: list[Token], first: int) -> int | None:
    """Where "a market trader" ends, in words that no list has."""
    if first >= len(found) or not found[first].is_word or found[first].lower in known("stops"):
        return None
    if not is_determiner(found[first]) and not found[first].text[0].isupper():
        return None
    is_proper = found[first].text[0].isupper() and not is_determiner(found[first])
    index = first + 1
    while index < len(found) and index - first < 6:
        token = found[index]
        if not token.is_word or token.lower in known("stops") or token.text.isdigit():
            break
        if token.lower in known("speakers.days") or token.lower in known("speakers.prepositions"):
            break
        if index - first > 1 and token.lower.endswith("ing") and token.text[0].islower():
            break
        told = (
            token.text in verbs()
            or token.lower.endswith("ed")
            or token.lower in known("verbs.irregular")
        )
        if index - first > 1 and told:
            break
        if is_helper(token) or (is_proper and token.text[0].islower()):
            break
        index += 1
    last = index - 1
    return last if last > first or is_proper else None

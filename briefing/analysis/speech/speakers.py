"""Who says it: the words before or after a verb of speech.

Better no speaker than a wrong one: what does not look like a name or an office is None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.lexicon import words

_TOKEN = re.compile(r"\x00+|[^\W_](?:[\w'’&.-]*[\w'’])?\.?|[^\w\s]")
_MOST_TOKENS = 14
"""Looked at on one side of a verb."""
_INITIALS = re.compile(r"(?:[A-Z]\.)+")


class Token(NamedTuple):
    """A tuple, for a text has very many."""

    text: str
    start: int
    end: int
    lower: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


def tokens(text: str) -> list[Token]:
    """Words and marks; a full stop is part of an abbreviation only."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if len(word) > 1 and word.endswith(".") and not _is_abbreviation(word):
            found.append(Token(word[:-1], match.start(), match.end() - 1, word[:-1].casefold()))
            found.append(Token(".", match.end() - 1, match.end(), "."))
        else:
            found.append(Token(word, match.start(), match.end(), word.casefold()))
    return found


def _is_abbreviation(word: str) -> bool:
    return bool(_INITIALS.fullmatch(word)) or word[:-1] in words("abbreviations", "titles")


@cache
def known(key: str) -> frozenset[str]:
    return frozenset(words("attribution", key))


def before(text: str, found: list[Token], verb: int) -> str | None:
    """The subject of the verb at a position: "the U.S. military has said"."""
    last = _subject_end(found, verb)
    if last < 0:
        return None
    if found[last].text == ",":
        return _with_apposition(text, found, last)
    first = _back(found, last)
    if first is None:
        return None
    previous = found[first - 1] if first else None
    if previous is not None and previous.lower in known("speakers.prepositions"):
        return None  # "a letter seen by X says"
    if previous is not None and previous.lower in ("and", "&") and not _is_name(found[first]):
        return None  # "both X and the Y said": it may be both who say it
    if previous is not None and previous.text == "," and first > 1 and _is_name(found[first - 2]):
        role = found[first].lower in known("speakers.people") and found[first].text[0].islower()
        name = _back(found, first - 2) if role else None
        if name is not None:  # "Jane Roe, commander of the force said"
            first = name
    return text[found[first].start : found[last].end]


def pronoun_before(found: list[Token], verb: int) -> str | None:
    last = _subject_end(found, verb)
    is_pronoun = last >= 0 and found[last].lower in known("speakers.pronouns")
    return found[last].lower if is_pronoun else None


def _subject_end(found: list[Token], verb: int) -> int:
    """Position of the last word before a verb that is no adverb or auxiliary; -1 for none."""
    last = verb - 1
    while last >= 0 and _is_helper(found[last]):
        last -= 1
    return last


def _is_helper(token: Token) -> bool:
    return token.lower in known("verbs.helpers") or (
        token.text.endswith("ly") and token.text[0].islower()
    )


def after(text: str, found: list[Token], first: int) -> str | None:
    """The speaker that begins at a position: "said Colonel Jane Roe, spokesperson for X"."""
    end = _forward(found, first)
    if end is None:
        return None
    end = _apposition_end(found, end)
    return text[found[first].start : found[end].end]


def is_person(speaker: str) -> bool:
    """Whether "he" or "she" may stand for a speaker: an office, or a name of two words."""
    parts = speaker.split(",")[0].split()
    if any(part.casefold() in known("speakers.people") for part in parts):
        return True
    return (
        len(parts) >= 2
        and parts[0].casefold() not in known("speakers.determiners")
        and all(part[0].isupper() for part in parts)
        and not any(part.casefold() in known("speakers.heads") for part in parts)
    )


def _is_name(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.lower not in known("speakers.times")
        and token.lower not in known("speakers.pronouns")
        and token.lower not in known("speakers.determiners")
    )


def _is_head(token: Token) -> bool:
    return token.lower in known("speakers.heads")


def _is_determiner(token: Token) -> bool:
    return token.lower in known("speakers.determiners") or token.lower.endswith(("'s", "’s"))


def _office_before_of(found: list[Token], last: int) -> int | None:
    """Position of the office in "the ministry of water" and "head of the water board"."""
    for index in range(last - 1, max(0, last - 4), -1):
        if not (found[last].is_word and found[index].is_word):
            return None
        if found[index].lower == "of":
            return index - 1 if _is_head(found[index - 1]) else None
    return None


def _back(found: list[Token], last: int) -> int | None:
    """Where the speaker ends at ``last`` begins; None when it is none."""
    if not (found[last].is_word and (_is_name(found[last]) or _is_head(found[last]))):
        office = _office_before_of(found, last)
        if office is None:
            return None
        last = office
    first = index = last
    while index > 0 and last - index < _MOST_TOKENS:
        token = found[index - 1]
        if not token.is_word:
            break
        if _is_name(token) or _is_head(token):
            first = index = index - 1
        elif token.lower in known("speakers.determiners"):
            first = index = index - 1
            joined = index > 1 and found[index - 1].lower in known("speakers.connectors")
            if not joined or found[index - 1].lower in ("and", "&"):
                break
            if not (_is_name(found[index - 2]) or _is_head(found[index - 2])):
                break
            first = index = index - 2  # "ambassador to the United States Jane Roe"
        elif (
            token.lower in known("speakers.connectors")
            and index > 1
            and (_is_name(found[index - 2]) or _is_head(found[index - 2]))
        ):
            first = index = index - 2
        elif _leads_to_determiner(found, index - 1):
            index -= 1  # "the country's foreign ministry": what is between belongs to it
        else:
            break
    bare = found[first].text[0].islower() and _is_head(found[first])
    if bare and first and found[first - 1].is_word and (first == 1 or not found[first - 2].is_word):
        word = found[first - 1]
        if word.text[0].islower() and word.lower not in known("speakers.times") | known(
            "speakers.prepositions"
        ):
            first -= 1  # "team member Jane Roe"
    return first


def _leads_to_determiner(found: list[Token], index: int) -> bool:
    """Whether a lower-case word describes what follows: a determiner stands a little before."""
    for back in range(index, max(-1, index - 4), -1):
        token = found[back]
        if not token.is_word or token.lower in known("speakers.times"):
            return False
        if token.lower in known("speakers.connectors") and token.lower != "al":
            return False
        if back < index and (_is_determiner(token) or _is_name(token)):
            return True
        if back == index and token.lower.endswith(("'s", "’s")):
            return True
    return False


def _with_apposition(text: str, found: list[Token], comma: int) -> str | None:
    """ "John Roe, the ministry's spokesman, said": from the name to the second comma."""
    opening = comma - 1
    while opening >= 0 and found[opening].text != "," and comma - opening <= _MOST_TOKENS:
        if not found[opening].is_word:
            return None
        opening -= 1
    if opening < 1 or found[opening].text != "," or opening + 1 == comma:
        return None
    first = _back(found, opening - 1)
    if first is None or (first and found[first - 1].lower in known("speakers.prepositions")):
        return None
    inside = found[opening + 1 : comma]
    if inside[0].lower in ("who", "whose", "which") or inside[0].text.isdigit():
        return text[found[first].start : found[opening - 1].end]
    describes = inside[0].lower in known("speakers.determiners") or any(map(_is_head, inside))
    if not describes or inside[0].lower in known("speakers.prepositions"):
        return None
    return text[found[first].start : found[comma - 1].end]


def _forward(found: list[Token], first: int) -> int | None:
    """Where the speaker that begins at ``first`` ends."""
    end: int | None = None
    index = first
    while index < len(found) and index - first < _MOST_TOKENS:
        token = found[index]
        if not token.is_word:
            break
        if _is_name(token) or _is_head(token):
            end = index
        elif not _belongs(found, index, end):
            break
        index += 1
    return end


def _belongs(found: list[Token], index: int, end: int | None) -> bool:
    """Whether a word that is neither name nor office leads on to one of the same speaker."""
    token, ahead = found[index], found[index + 1 : index + 4]
    ahead = ahead[: next((i for i, each in enumerate(ahead) if not each.is_word), len(ahead))]
    if not ahead or token.lower in known("speakers.times") - known("speakers.connectors"):
        return False
    if end is None:  # "the country's foreign ministry"
        return any(_is_name(each) or _is_head(each) for each in ahead)
    if token.lower in known("speakers.connectors"):
        office = found[end].lower in known("speakers.people")
        if token.lower in ("to", "on") and not office:
            return False
        return _is_name(ahead[0]) or (
            ahead[0].lower == "the"
            and len(ahead) > 1
            and (_is_name(ahead[1]) or _is_head(ahead[1]))
        )
    if token.lower == "the":  # after "of"
        return found[index - 1].lower in known("speakers.connectors")
    # "Yonhap news agency"
    return (
        token.text[0].islower()
        and token.lower not in known("speakers.prepositions")
        and any(_is_head(each) for each in ahead[:2])
    )


def _apposition_end(found: list[Token], end: int) -> int:
    """Where ", spokesperson for X" ends, if that follows the speaker; else ``end``."""
    if end + 2 >= len(found) or found[end + 1].text != "," or found[end + 2].text[0].isupper():
        return end  # "according to the Herald, Professor Roe ..." names two
    index = end + 2
    heads = False
    while index < len(found) and found[index].is_word and index - end <= 10:
        heads = heads or _is_head(found[index])
        if found[index].lower in (
            "who",
            "which",
            "whose",
            "in",
            "at",
            "after",
            "as",
            "when",
            "adding",
        ):
            return end
        index += 1
    closes = index == len(found) or found[index].text in ',.;”"'
    return index - 1 if heads and closes else end

"""Words and marks of a sentence, and what kind of word each is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.lexicon import words

_TOKEN = re.compile(r"\x00+|[^\W_](?:[\w'’&.-]*[\w'’])?\.?|[^\w\s]")
_STATE = re.compile(r"[DRI]-[A-Z][a-z]+\.")
"""A party and a state: ``D-Mich.``"""
_ASIDE = 8
"""Words and marks in brackets that are passed over."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


class Token(NamedTuple):
    """A tuple, for a text has very many."""

    text: str
    start: int
    end: int
    lower: str
    is_named: bool = False
    """Whether it is known to be part of a person's name."""

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


def without_asides(found: list[Token]) -> list[Token]:
    """Without a few words in brackets: "Jane Roe (D-Calif.) said"."""
    if not any(each.text == "(" for each in found):
        return found
    kept: list[Token] = []
    index = 0
    while index < len(found):
        if found[index].text == "(":
            inside = found[index + 1 : index + _ASIDE]
            closing = next((i for i, each in enumerate(inside) if each.text == ")"), None)
            if closing is not None and all(each.text[0] != "\x00" for each in inside[:closing]):
                index += closing + 2
                continue
        kept.append(found[index])
        index += 1
    return kept


def _is_abbreviation(word: str) -> bool:
    if _INITIALS.fullmatch(word) or _STATE.fullmatch(word):
        return True
    return word[:-1] in words("abbreviations", "titles")


@cache
def known(key: str) -> frozenset[str]:
    """A list of ``attribution.toml``."""
    return frozenset(words("attribution", key))


def is_name(found: list[Token], index: int) -> bool:
    """Whether a word can be part of a name: "May" only after a title or another name."""
    token = found[index]
    if token.is_named:
        return True
    if not token.text[0].isupper():
        return False
    if token.lower in known("speakers.times"):
        before = found[index - 1] if index else None
        if before is None or not before.text[0].isupper():
            return False
        is_month = token.lower in known("speakers.months")
        titled = before.lower.rstrip(".") in known("speakers.courtesy")
        return titled or (is_month and before.text[1:].islower() and _plain_name(before))
    lower = token.lower
    return lower not in known("speakers.pronouns") and lower not in known("speakers.determiners")


def _plain_name(token: Token) -> bool:
    return token.lower not in known("speakers.times") | known("speakers.determiners")


def is_head(token: Token) -> bool:
    """Whether a word can be who speaks: "ministry", "spokesman", "vice-president"."""
    heads = known("speakers.heads")
    return token.lower in heads or token.lower.rpartition("-")[2] in heads


def is_determiner(token: Token) -> bool:
    return token.lower in known("speakers.determiners") or is_genitive(token)


def is_genitive(token: Token) -> bool:
    return token.lower.endswith(("'s", "’s", "s'", "s’"))


def is_helper(token: Token) -> bool:
    """Whether it may stand between who speaks and the verb: "has also", "quietly"."""
    return token.lower in known("verbs.helpers") or (
        token.text.endswith("ly") and token.text[0].islower()
    )

"""Paragraphs known by their words, which stand in ``assets/lexicon/furniture.toml``.

In a whole line of a list, ``#`` stands for a number and ``*`` for one to eight words:
``# min read``, ``Follow * on Twitter``.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import words

_DRESS = " \t-–—*#=_.…~·•[]()<>|:!»›→▶►✉+"
_BEFORE = "*•-–—>»→[( ▶►"
"""What may stand before an entry."""
_LONGEST_WHOLE = 160
_TERMINAL = re.compile(r"[.!?…:;,。！？؟۔।][\"'”’»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")
_ITEM = re.compile(r"[-–—*•·‣▪○]\s|\(?\w{1,2}[.):]\s")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!?…][\"'”’»)\]]*\s+[\"'“‘«„(\[]*(?![a-zß-ÿ])\w")
_LOOKED_AT = 2000
"""Characters at the beginning of a paragraph."""
_LONGEST_TITLE = 200


def starting(text: str, key: str) -> tuple[str, str] | None:
    """The longest entry of a list that the text begins with, and what follows it.

    What may stand before it is passed over, unless the entry itself begins so, as "(c) 20" does.
    """
    entries = _by_beginning(key)
    for start in sorted({0, len(text) - len(text.lstrip(_BEFORE))}):
        lowered = text[start : start + 80].casefold()
        for letters in (3, 2, 1):
            for each in entries.get(lowered[:letters], ()):
                end = start + len(each)
                # An entry ends where a word does: "Related" does not begin "Relatedly".
                inside = each[-1].isalpha() and text[end : end + 1].isalnum()
                if lowered.startswith(each) and not inside:
                    return text[start:end], text[end:]
    return None


def whole(text: str, key: str) -> str | None:
    """The text without its dress, if all of it is an entry of a list."""
    if len(text) > _LONGEST_WHOLE:
        return None
    bare = " ".join(text.casefold().split()).strip(_DRESS)
    if not bare:
        return None
    if bare in _folded(key):
        return bare
    patterns, open_patterns = _patterns(key)
    first = "#" if bare[0].isdigit() else bare.split(" ", 1)[0].rstrip(":,")
    for each in (*patterns.get(first, ()), *open_patterns):
        # "Sponsored by the king, it went on." is a sentence, whatever the words may stand for.
        if not all(word in bare for word in _literals(each)):
            continue  # soon told, and most lines are none of them
        if _pattern(each).fullmatch(bare) and not ("*" in each and finished(text)):
            return bare
    return None


def is_one_of(text: str, key: str) -> bool:
    """Whether the text, punctuation at its end apart, is an entry."""
    return text.strip(_DRESS).casefold() in _folded(key)


def finished(text: str) -> bool:
    """Whether it ends as a sentence does."""
    return _SENTENCE_END.search(text[-12:]) is not None


def has_sentence(text: str) -> bool:
    """Whether a sentence ends in it: with it, or before another or a note in brackets."""
    return finished(text) or _SENTENCE_INSIDE.search(text[:_LOOKED_AT]) is not None


def is_title(text: str, most_words: int) -> bool:
    """Whether it is short, begins with a capital or a number, and does not end as a sentence."""
    if len(text) > _LONGEST_TITLE or _TERMINAL.search(text[-12:]) or _ITEM.match(text):
        return False
    first = text.lstrip("\"'“‘«#([ ")[:1]
    capital = first.isupper() or first.isdigit() or (not first.islower() and first.isalpha())
    return capital and len(text.split()) <= most_words


@cache
def _by_beginning(key: str) -> dict[str, list[str]]:
    """The entries by their first three letters, or fewer where they have no more; longest first."""
    found: dict[str, list[str]] = {}
    for each in sorted(words("furniture", key), key=len, reverse=True):
        found.setdefault(each.casefold()[:3], []).append(each.casefold())
    return found


@cache
def _folded(key: str) -> frozenset[str]:
    return frozenset(_bare(each.casefold()) for each in words("furniture", key))


def _bare(entry: str) -> str:
    return entry.strip(_DRESS.replace("#", "").replace("*", ""))


@cache
def _patterns(key: str) -> tuple[dict[str, list[str]], list[str]]:
    """The entries with a place-holder, by their first word; those that begin with any word."""
    by_word: dict[str, list[str]] = {}
    anywhere: list[str] = []
    for each in words("furniture", key):
        if not {"#", "*"} & set(each):
            continue
        first = each.casefold().split()[0].rstrip(":,")
        if first == "*":
            anywhere.append(each.casefold())
        else:
            by_word.setdefault("#" if first[0] == "#" else first, []).append(each.casefold())
    return by_word, anywhere


@cache
def _literals(entry: str) -> tuple[str, ...]:
    """The words of an entry that stand for themselves."""
    return tuple(each for each in _bare(entry).split() if not {"#", "*"} & set(each))


@cache
def _pattern(entry: str) -> re.Pattern[str]:
    """Compiled when it is first needed: there are hundreds, and few are."""
    return re.compile(_expression(entry))


def _expression(entry: str) -> str:
    found = re.escape(_bare(entry))
    found = found.replace(r"\#", r"\d[\d.,:]*\s?[km]?").replace(r"\*", r"\S+(?: \S+){0,7}?")
    return found.replace(r"\ ", " ?" if "#" in entry else " ")

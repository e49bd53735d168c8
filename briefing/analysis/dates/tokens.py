"""A sentence as words, each with its class; their classes in a row are what the grammar reads."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.analysis.dates.vocabulary import WORD, Entry, folded, single, vocabulary

_Raw = list[re.Match[str]]
_DASHES = "-‐‑–—"
_MONEY = "$€£¥₽#№"


class Token(NamedTuple):
    start: int
    """Code points into the text that was given."""
    end: int
    text: str
    """As it stands; of a phrase, its words parted by blanks."""
    code: str
    """Its class: one character."""
    datum: str = ""
    """What its list says of it; a number's digits."""


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words of ``text[start:end]``; white space between them is left out."""
    raw = list(WORD.finditer(text, start, end))
    found: list[Token] = []
    index = 0
    while index < len(raw):
        here = raw[index]
        key = folded(here[0])
        if (taken := _phrase(raw, index, key)) is not None:
            token, index = taken
        else:
            token = _token(raw, index, key, text)
            index += 1
        found.append(token)
    return found


def _phrase(raw: _Raw, index: int, key: str) -> tuple[Token, int] | None:
    _, phrases = vocabulary()
    for parts, entry in phrases.get(key, ()):
        behind = index + len(parts)
        if behind > len(raw) or (entry.capital and not _capital(raw[index][0])):
            continue
        if all(folded(raw[index + i][0]) == part for i, part in enumerate(parts)):
            words = " ".join([each[0] for each in raw[index:behind]])
            if entry.code == "_" and words not in (entry.datum, entry.datum.upper()):
                continue  # a name is written as one
            start, end = raw[index].start(), raw[behind - 1].end()
            return Token(start, end, words, entry.code, entry.datum), behind
    return None


def _token(raw: _Raw, index: int, key: str, text: str) -> Token:
    here = raw[index]
    start, end, word, kind = here.start(), here.end(), here[0], here.lastgroup
    code, datum = "_", word
    known, _ = vocabulary()
    if kind == "word" or key in known:
        entry = known.get(key)
        if entry is not None and not (entry.capital and not _capital(word)):
            code, datum = entry.code, entry.datum
            if code in "Md" and word[0].isupper() and _inside_a_name(raw, index, entry):
                code = "_"
    elif kind == "number":
        code, datum = _number(raw, index, text)
    elif kind == "ordinal":
        code, datum = "O", word[:-2]
    elif kind == "half":
        code, datum = (
            ("A" if index and raw[index - 1].lastgroup in ("number", "clock") else "_"),
            key[0],
        )
    elif kind in _KINDS:
        code = _KINDS[kind]
    elif word in _DASHES:
        tight = text[start - 1 : start].strip() and text[end : end + 1].strip()
        code = "-" if tight else "~"
    elif key == "'s":
        code = "'"
    elif word in ",.(":
        code = word
    return Token(start, end, word, code, datum)


_KINDS = {"iso": "I", "numeric": "i", "clock": "C", "decade": "G"}


def _inside_a_name(raw: _Raw, index: int, entry: Entry) -> bool:
    """ "Daily", "Weekly" and their like with a capital inside a sentence are of a title."""
    return entry.code == "d" and index > 0 and raw[index - 1][0] not in "\"“‘'«:(-–—"


def _number(raw: _Raw, index: int, text: str) -> tuple[str, str]:
    here = raw[index]
    digits = here[0].replace(",", "")
    before = text[max(0, here.start() - 1) : here.start()]
    behind = text[here.end() : here.end() + 1]
    if (before and before in _MONEY) or behind == "%":
        return "_", digits
    if before and before in _DASHES and index > 1 and raw[index - 2].end() == here.start() - 1:
        tied = raw[index - 2]
        if tied.lastgroup == "word" and folded(tied[0]) not in single("senses.tied"):
            known, _ = vocabulary()
            entry = known.get(folded(tied[0]))
            if entry is None or entry.code not in "NMmbW":
                return "_", digits
    if index + 1 < len(raw) and folded(raw[index + 1][0]) in single("names.counted"):
        known = folded(raw[index - 1][0]) if index else ""
        if len(digits) != 4 or digits.endswith("00") or known not in single("around.before"):
            return "N", digits
    plain = digits.isascii() and digits == here[0]
    if plain and digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        return "D", digits
    if plain and digits.isdigit() and len(digits) == 4 and 1000 <= int(digits) < 2200:
        return "Y", digits
    return "N", digits


def _capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()

"""Where a line may end: the pairs of Unicode's line breaking algorithm (UAX #14).

As LibreOffice has them: numbers break after a hyphen, letters do not break before a bracket.
After a slash a line may end only where ``filling`` allows it. Scripts written without spaces but
for Chinese, Japanese and Korean have no opportunities here; their words are broken anywhere, as
any word that is too long.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum, auto
from functools import lru_cache


class Kind(IntEnum):
    """Classes of UAX #14 as far as pairs tell them apart; the names are the standard's."""

    AL = auto()
    HL = auto()
    BA = auto()
    """With HY: hyphens, dashes but for the long one, the spaces of typographers."""
    B2 = auto()
    BB = auto()
    CL = auto()
    CM = auto()
    EX = auto()
    ID = auto()
    IN = auto()
    IS = auto()
    NS = auto()
    NU = auto()
    OP = auto()
    PO = auto()
    PR = auto()
    QU = auto()
    """With GL: spaces and hyphens that do not break."""
    SY = auto()
    WJ = auto()
    ZW = auto()
    SP = auto()


_LISTED: dict[Kind, str] = {
    Kind.EX: "!?\\！？؛؟",
    Kind.QU: "\"'\xa0«»‑‘’‛“”‟\u202f‹›\u2007\u034f",
    Kind.PR: "$+£¤¥±€№−",
    Kind.PO: "%¢‰‱′″‴‵‶‷℃℉％﷼٪",
    Kind.OP: "¡¿",
    Kind.CL: "、。，．",
    Kind.IS: ",.:;⁄،",
    Kind.BA: "-|\xad‐‒–‧־\t",
    Kind.SY: "/",
    Kind.NU: "٫٬",
    Kind.BB: "´",
    Kind.B2: "—",
    Kind.IN: "․‥…",
    Kind.NS: "‼‽⁇⁈⁉・：；〜゛゜ーっッゃゅょャュョぁぃぅぇぉァィゥェォゎヮヵヶ々〻ゝゞヽヾ",
    Kind.WJ: "\u2060\ufeff",
    Kind.ZW: "\u200b",
    Kind.AL: "°〃※‖―",
    Kind.SP: " ",
}
_KINDS = {character: kind for kind, listed in _LISTED.items() for character in listed}
_CATEGORIES: dict[str, Kind] = {
    "Nd": Kind.NU,
    "Mn": Kind.CM,
    "Me": Kind.CM,
    "Mc": Kind.CM,
    "Cf": Kind.CM,
    "Zs": Kind.BA,
    "Pd": Kind.BA,
    "Ps": Kind.OP,
    "Pe": Kind.CL,
    "Pi": Kind.QU,
    "Pf": Kind.QU,
    "Sc": Kind.PR,
}
_HEBREW = ("\u0590", "\u05ff")
_EMOJI = ("\U0001f000", "\U0001faff")

_NEVER_BEFORE = frozenset({Kind.EX, Kind.CL, Kind.IS, Kind.SY, Kind.WJ, Kind.ZW})
"""Not even after a space."""
_JOINS_BEFORE = frozenset({Kind.QU, Kind.BA, Kind.NS, Kind.CM}) | _NEVER_BEFORE
"""Not without a space."""
_ALWAYS_JOINS = frozenset({Kind.QU, Kind.BB, Kind.OP, Kind.WJ})
_LETTERS = frozenset({Kind.AL, Kind.HL, Kind.NU})
_JOINS: dict[Kind, frozenset[Kind]] = {
    Kind.AL: _LETTERS | {Kind.PR, Kind.OP, Kind.IN},
    Kind.HL: _LETTERS | {Kind.OP, Kind.IN},
    Kind.NU: _LETTERS | {Kind.PR, Kind.PO, Kind.OP, Kind.IN},
    Kind.PR: _LETTERS | {Kind.ID},
    Kind.PO: _LETTERS,
    Kind.CL: _LETTERS,
    Kind.IS: frozenset({Kind.AL, Kind.NU}),
    Kind.IN: frozenset({Kind.IN}),
    Kind.ID: frozenset({Kind.PO, Kind.IN}),
    Kind.B2: frozenset({Kind.B2}),
}
"""Pairs that stay together without a space between, but for what joins everything."""
_IN_NUMBERS = frozenset({Kind.NU, Kind.SY, Kind.IS})
_ENDS_NUMBERS = frozenset({Kind.NU, Kind.PR, Kind.PO})
"""What a slash joins to a number before it."""
_JOINS_SPACED = {Kind.CL: Kind.NS, Kind.B2: Kind.B2}
"""Pairs that stay together with a space between as well."""


@lru_cache(maxsize=4096)
def kind(character: str) -> Kind:
    found = _KINDS.get(character)
    if found is not None:
        return found
    if _HEBREW[0] <= character <= _HEBREW[1] and character.isalpha():
        return Kind.HL
    found = _CATEGORIES.get(unicodedata.category(character))
    if found is not None:
        return found
    if unicodedata.east_asian_width(character) in "WF" or _EMOJI[0] <= character <= _EMOJI[1]:
        return Kind.ID
    return Kind.AL


def parts(before: Kind, after: Kind) -> bool:
    """Whether a line may end between two that stand side by side."""
    if before is Kind.ZW:
        return after is not Kind.ZW
    if after in _JOINS_BEFORE or before in _ALWAYS_JOINS:
        return False
    return after not in _JOINS.get(before, ())


def parts_spaced(before: Kind, after: Kind) -> bool:
    """Whether a line may end between two that have spaces between them."""
    if before is Kind.ZW:
        return True
    if after in _NEVER_BEFORE or before in (Kind.OP, Kind.WJ):
        return False
    return _JOINS_SPACED.get(before) is not after


def may_end(before: str, after: str) -> bool:
    """Whether a line may end between two texts that follow each other, neither of them empty.

    At a soft hyphen it may: who sets the line shows it there.
    """
    if after[0] == " ":
        return False
    end = _base(before)
    spaced = before[-1] == " "
    if spaced:
        bare = before.rstrip(" ")
        if not bare:
            return True
        end = _base(bare)
    if spaced:
        return parts_spaced(end, kind(after[0]))
    return parts(end, kind(after[0])) and not (end is Kind.SY and _in_number(before + after[0]))


def _base(text: str) -> Kind:
    """Kind of the last letter; marks count with the letter they stand on."""
    for at in range(len(text) - 1, -1, -1):
        found = kind(text[at])
        if text[at] == "\u200d":
            return Kind.WJ
        if found is not Kind.CM:
            return found
    return Kind.AL


def _in_number(text: str) -> bool:
    """Whether what ends it belongs to a number, slashes included."""
    if kind(text[-1]) not in _ENDS_NUMBERS:
        return False
    for each in reversed(text[:-1]):
        found = kind(each)
        if found is Kind.NU:
            return True
        if found not in _IN_NUMBERS:
            return False
    return False


def opportunities(word: str) -> tuple[int, ...]:
    """Indices inside a word without spaces before which a new line may begin."""
    found: list[int] = []
    before = kind(word[0])
    if before is Kind.CM:
        before = Kind.AL
    for at in range(1, len(word)):
        after = kind(word[at])
        if after is Kind.CM:
            if word[at] == "\u200d":
                before = Kind.WJ  # joins what follows
            continue
        if (
            parts(before, after)
            and not _flags(word, at)
            and not (before is Kind.SY and _in_number(word[: at + 1]))
        ):
            found.append(at)
        before = after
    return tuple(found)


def _flags(word: str, at: int) -> bool:
    """Whether it is inside something that is one sign to the reader."""
    after = word[at]
    if "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if not "\U0001f1e6" <= after <= "\U0001f1ff":
        return False
    begin = at
    while begin > 0 and "\U0001f1e6" <= word[begin - 1] <= "\U0001f1ff":
        begin -= 1
    return (at - begin) % 2 == 1

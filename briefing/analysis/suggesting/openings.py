"""How a paragraph begins: as another item of a round-up, or going on with the one before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefing.lexicon import words


def _late(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Compiled when it is first used: the window comes first."""
    return cache(lambda: re.compile(pattern))


_MARK = _late(r"(?P<mark>[-–—*•·‣▪●○■►]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}"
_LABEL = _late(
    rf"(?:On\s(?P<asked>[\w'’-]{{1,30}}(?:,?\s[\w'’-]{{1,20}}){{0,11}})"
    rf"|(?P<label>{_NAME}(?:\s(?:{_NAME}|and|of|the|&)){{0,3}})):\s+(?=[^\s\"“„«])"
)
"""``Economy: The bank …``, ``On visas for Canada: Talks …``."""
_RUN_IN = _late(rf"(?P<label>{_NAME}(?:,?\s[\w'’-]{{1,20}}){{0,5}})[.!?]\s+(?=[A-Z“\"‘])")
"""``The empty camps. Italy's cabinet …`` behind a number or bullet."""
_DATELINE = _late(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?:[ -][A-ZÀ-ÖØ-Þ.'’-]{2,})*)"
    r"(?:,\s[\w .'’-]{2,30}){0,2}\s*(?:\([^()]{2,40}\)\s*)?[—–-]{1,2}\s"
)
_CAPITALS = _late(
    r"(?:(?:A|AN|THE)\s)?(?P<words>[A-ZÀ-ÖØ-Þ]{2,}(?:-[A-Z]{2,})?)(?:['’][Ss])?(?=[\s,])"
)
_BOLD = _late(r"(?:\*\*|__|==+\s?)(?P<title>[^*_=]{2,80})(?:\*\*|__|\s?==+)")
_PLAIN = str.maketrans("’ʼ‘“”„«»", '\'\'\'"""""')
_LOOKED_AT = 200
_ENDS = '.!?"”’'
_SHORT = 8
"""Words of an entry of a list."""


@dataclass(frozen=True, slots=True)
class Opening:
    marker: str = ""
    """What sets an item off: "item", "label", "dateline", "capitals" or "opener"; else empty."""
    words: str = ""
    """The words of the marker: ``Ukraine``, ``MEANWHILE``, ``GOMA``."""
    label: str = ""
    """What the item is called, where it says so: ``Ukraine: …``, ``3. The empty camps. …``."""
    other: str = ""
    """Words that turn to another subject: ``elsewhere``."""
    goes_on: bool = False
    """Whether it points back: "He", "The same", "But"."""
    definite: bool = False
    """Whether it begins with "The"."""
    quoted: bool = False
    dateline: int = 0
    """How many characters the dateline has."""

    @classmethod
    def of(cls, text: str) -> Opening:
        """Of a paragraph, by its first words."""
        start = text[:_LOOKED_AT]
        marker, named, called = "", "", ""
        dateline = 0
        if found := _MARK().match(start):
            start = start[found.end() :]
            marker = "item"
            called = label(start) or _named(_RUN_IN().match(start))
            named = called
        elif found := _DATELINE().match(start):
            marker, named = "dateline", found["place"]
            dateline = found.end()
        elif (words := label(start)) is not None:
            marker, named, called = "label", words, words
        elif found := _CAPITALS().match(start):
            shouted = found["words"]
            marker = "opener" if shouted.casefold() in _openers() else "capitals"
            named = shouted
        if named.casefold() in _openers():  # "Elsewhere: …" is nothing's name
            called = ""
        low = start.translate(_PLAIN).casefold()
        return cls(
            marker,
            named,
            called,
            _begins(low, "others"),
            bool(_begins(low, "goes_on")),
            low.startswith("the "),
            low.startswith(('"', "'")),
            dateline,
        )


def label(text: str) -> str | None:
    """The label of ``Ukraine: Forty drones …``, but not of ``Jane Doe: "We …"``."""
    found = _LABEL().match(text[:_LOOKED_AT])
    return (found["label"] or found["asked"]) if found else None


def is_item(text: str) -> bool:
    return _MARK().match(text[:_LOOKED_AT]) is not None


def is_entry(text: str) -> bool:
    """Whether it is an item of a list that is no sentence: ``• 14 wind farms``."""
    found = _MARK().match(text[:_LOOKED_AT])
    if found is None or text.rstrip()[-1:] in _ENDS:
        return False
    rest = text[found.end() :]
    return rest[:1].islower() or len(rest.split()) <= _SHORT


def plain_heading(text: str) -> str:
    """The words of a line that is set off as a heading by signs; empty for any other."""
    found = _BOLD().fullmatch(text.strip()) if len(text) < _LOOKED_AT else None
    return found["title"].strip() if found else ""


def _named(found: re.Match[str] | None) -> str:
    return found["label"] if found else ""


def _begins(low: str, kind: str) -> str:
    found = _pattern(kind).match(low)
    return found[0] if found else ""


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    choices = sorted(words("items", kind), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, choices))})\b")


@cache
def _openers() -> frozenset[str]:
    return frozenset(words("items", "openers"))

"""What a line says of itself: a call to the reader, words about the author, a heading of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing import lexicon
from briefing.readers import dates
from briefing.readers.html.blocks import Block

_NUMBER = re.compile(r"[(\[]?\d+[)\]]?")
_CLAUSE = re.compile(r"\s+[-–—|]\s+|[:：(（\[]")
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?年")
_CLOCK, _YEAR = re.compile(r"\b\d{1,2}[:.]\d{2}\b"), re.compile(r"\b(?:19|20)\d\d(?!\d)")
_STAMP, _STAMPED = 60, 8
"""Characters, and words."""
_SHORT_CALL, _LONG = 30, 70
"""Words of a line that calls the reader to something, and of one about the author or the page."""


def is_noise(block: Block) -> bool:
    """``Advertisement``, ``Share``: a whole line that is never text."""
    return block.words <= 6 and _bare(block.text) in _noise()


def is_call(block: Block) -> bool:
    """``Read more: …``, ``Sign up for …``, ``© …``."""
    if block.words <= _LONG and block.text.startswith(lexicon.words("pages", "lines.legal")):
        return True
    if not block.text.startswith(lexicon.words("pages", "lines.calls")):
        return False
    if block.words > _SHORT_CALL:
        return block.link_share > 0.6
    return block.link_share > 0.2 or block.words < 12


def is_bio(block: Block, authors: Sequence[str] = ()) -> bool:
    """Words about the author, under the text."""
    if block.words > _LONG:
        return False
    start = block.text.casefold()
    if any(" " in each and start.startswith(each.casefold()) for each in authors):
        return True
    return any(each in block.text for each in lexicon.words("pages", "lines.bios"))


def is_stamp(text: str) -> bool:
    """``21.10.2009, Wednesday, 14:02 | Seen: 340``: a day and hardly anything more."""
    if len(text) > _STAMP:
        return False
    if dates.line(text) is not None:
        return True
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    if _CLOCK.search(text) is not None and _YEAR.search(text) is not None:
        return len(text.split()) <= _STAMPED
    return _DAY.search(text) is not None and digits >= letters


def asks_consent(block: Block) -> bool:
    return any(each in block.text for each in lexicon.words("pages", "lines.consent"))


def is_other(text: str) -> bool:
    """A heading that opens a part of the page that is not the article."""
    bare, others = _bare(text), _folded("other")
    if bare in others or opens_comments(text):
        return True
    parts = bare.split()
    return len(parts) <= 5 and any(" ".join(parts[:size]) in others for size in (2, 3))


def opens_comments(text: str) -> bool:
    """``Comments (12)``, ``Forum – have your say``."""
    known = _folded("comments")
    return _bare(text) in known or _bare(_CLAUSE.split(text, maxsplit=1)[0]) in known


def is_doubtful(text: str) -> bool:
    """``Letters``, ``Reactions``: it may head a part of the article too."""
    return _bare(text) in _folded("doubtful")


def marks_reply(text: str) -> bool:
    """``Reply``, ``Anonymous wrote:``: a line that stands in each comment."""
    marks, dense = _replies()
    words = _bare(text).split()
    return bool(words) and (words[0] in marks or words[-1] in marks or words[0].startswith(dense))


@cache
def _replies() -> tuple[frozenset[str], tuple[str, ...]]:
    """All such words, and those of scripts without spaces."""
    words = lexicon.words("pages", "lines.replies")
    return frozenset(words), tuple(each for each in words if each[0] > "\u3040")


def _bare(text: str) -> str:
    return " ".join(_NUMBER.sub(" ", text).strip(" :.…»>").casefold().split())


@cache
def _noise() -> frozenset[str]:
    return frozenset(each.casefold() for each in lexicon.words("furniture", "notice.whole"))


@cache
def _folded(key: str) -> frozenset[str]:
    words = lexicon.words("pages", f"headings.{key}")
    return frozenset(each.strip(" :").casefold() for each in words)

"""What a line says of itself: a call to the reader, words about the author, a heading of others."""

from __future__ import annotations

import re
from functools import cache

from briefing import lexicon
from briefing.readers.html.blocks import Block

_NUMBER = re.compile(r"[(\[]?\d+[)\]]?")
_SHORT_CALL, _LONG = 30, 70
"""Words of a line that calls the reader to something, and of one about the author or the page."""


def is_noise(block: Block) -> bool:
    """``Advertisement``, ``Share``: a whole line that is never text."""
    return block.words <= 6 and _bare(block.text) in _noise()


def is_call(block: Block) -> bool:
    """``Read more: …``, ``Sign up for …``, ``© …``."""
    if block.words <= _LONG and block.text.startswith(lexicon.words("pages", "lines.legal")):
        return True
    if block.words > _SHORT_CALL or not block.text.startswith(
        lexicon.words("pages", "lines.calls")
    ):
        return False
    return block.link_share > 0.2 or block.words < 12


def is_bio(block: Block) -> bool:
    """Words about the author, under the text."""
    if block.words > _LONG:
        return False
    return any(each in block.text for each in lexicon.words("pages", "lines.bios"))


def asks_consent(block: Block) -> bool:
    return any(each in block.text for each in lexicon.words("pages", "lines.consent"))


def is_other(text: str) -> bool:
    """A heading that opens a part of the page that is not the article."""
    bare, others = _bare(text), _folded("other")
    if bare in others or bare in _folded("comments"):
        return True
    parts = bare.split()
    return len(parts) <= 5 and any(" ".join(parts[:size]) in others for size in (2, 3))


def opens_comments(text: str) -> bool:
    return _bare(text) in _folded("comments")


def _bare(text: str) -> str:
    return " ".join(_NUMBER.sub(" ", text).strip(" :.…»>").casefold().split())


@cache
def _noise() -> frozenset[str]:
    return frozenset(each.casefold() for each in lexicon.words("furniture", "notice.whole"))


@cache
def _folded(key: str) -> frozenset[str]:
    words = lexicon.words("pages", f"headings.{key}")
    return frozenset(each.strip(" :").casefold() for each in words)

"""Paragraphs that are two, and paragraphs that are there again and again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model.article import Role
from briefing.readers.content import Block

_BREAK = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_DIGITS = re.compile(r"\d+")


def parts(text: str) -> Iterable[str]:
    """A paragraph in parts: two line breaks in a row end one, whatever the file calls it."""
    return [each for each in _BREAK.split(text) if each] if "\n" in text else (text,)


@dataclass(slots=True)
class Furniture:
    """Page headers and footers; one that differs from another by its page number is the same."""

    headers: list[Block] = field(default_factory=list[Block])
    footers: list[Block] = field(default_factory=list[Block])
    _seen: set[str] = field(default_factory=set[str])

    def add(self, which: str, blocks: Iterable[Block]) -> None:
        """``which`` is ``header`` or ``footer``."""
        kept = self.headers if which == "header" else self.footers
        for each in blocks:
            key = _DIGITS.sub("0", " ".join(each.text.split()))
            if key not in self._seen:
                self._seen.add(key)
                kept.append(Block(each.text, Role.NOTICE, f"page {which}"))

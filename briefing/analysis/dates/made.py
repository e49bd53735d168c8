"""The words of one expression, for the functions that say what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.analysis.dates.tokens import Token
from briefing.analysis.dates.vocabulary import folded


class Made(NamedTuple):
    """The words of an expression."""

    tokens: Sequence[Token]

    def one(self, codes: str) -> Token | None:
        """The first of any of these classes."""
        return next((each for each in self.tokens if each.code in codes), None)

    def datum(self, codes: str) -> str:
        found = self.one(codes)
        return found.datum if found else ""

    def number(self, codes: str) -> int | None:
        found = self.one(codes)
        return int(found.datum) if found and found.datum.isdigit() else None

    def all(self, codes: str) -> list[Token]:
        return [each for each in self.tokens if each.code in codes]

    def has(self, codes: str) -> bool:
        return self.one(codes) is not None

    @property
    def shift(self) -> str:
        """``last``, ``next``, ``this`` or empty."""
        return self.datum("lf") or self.datum("h")

    @property
    def word(self) -> str:
        """The word that says which: "previous"."""
        found = self.one("lfT")
        return folded(found.text) if found else ""

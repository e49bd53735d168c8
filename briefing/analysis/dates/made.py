"""The words of one expression, for the functions that say what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.dates.tokens import Token
from briefing.analysis.dates.vocabulary import folded

MONTHS = "Mmb"
"""Classes of names of months."""
STEPS = {"last": -1, "next": 1}


class Made:
    """The words of an expression."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

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
    def steps(self) -> int:
        """-1 for what is last, 1 for what is next."""
        return STEPS.get(self.shift, 0)

    @property
    def word(self) -> str:
        """The word that says which: "previous"."""
        found = self.one("lfT")
        return folded(found.text) if found else ""

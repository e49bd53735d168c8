"""The words beside an expression."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.dates.tokens import Token
from briefing.analysis.dates.vocabulary import folded

Tokens = Sequence[Token]


def before(tokens: Tokens, i: int, back: int = 1) -> str:
    """The word before ``tokens[i]``, folded; empty for none."""
    return folded(tokens[i - back].text) if i >= back else ""


def behind(tokens: Tokens, j: int, on: int = 0) -> str:
    """``tokens[j]``, the word behind an expression, folded; empty for none."""
    return folded(tokens[j + on].text) if j + on < len(tokens) else ""


def capital(tokens: Tokens, i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].text[:1].isupper()


def not_an_age(tokens: Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """ "34-year-old", "two years old", "aged 34 years"."""
    code = tokens[j].code if j < len(tokens) else ""
    if code == "-" and j + 1 < len(tokens):
        code = tokens[j + 1].code
    return code != "0"

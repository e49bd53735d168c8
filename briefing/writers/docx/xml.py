"""Small pieces of WordprocessingML."""

from __future__ import annotations

import re

TWIPS = 20
"""Twentieths of a point, Word's unit of length."""

_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(value: str) -> str:
    """Without what XML cannot hold, or not as it is, should any have come so far."""
    return _ILLEGAL.sub("", value)


def text(value: str) -> str:
    """For element content and for attributes in double quotes."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    if '"' in value:
        value = value.replace('"', "&quot;")
    return value


def attribute(value: str) -> str:
    """Words on one line, for an attribute in double quotes."""
    return text(" ".join(legal(value).split()))


def twips(points: float) -> int:
    return round(points * TWIPS)


def half_points(points: float) -> int:
    return round(points * 2)


def colour(value: str) -> str:
    return value.removeprefix("#").upper()

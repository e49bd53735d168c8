"""Small pieces of WordprocessingML."""

from __future__ import annotations

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
TWIPS = 20
"""Twentieths of a point, Word's unit of length."""


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


def twips(points: float) -> int:
    return round(points * TWIPS)


def colour(value: str) -> str:
    return value.removeprefix("#").upper()

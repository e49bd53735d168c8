"""PDF's own notation of text, names and numbers."""

from __future__ import annotations

from functools import lru_cache

_MOST = 8_000
"""Letters: even of four bytes each they are less than an archive allows a string."""
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


def string(text: str) -> str:
    """A text string: as it is where it is plain, else in UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def shortened(text: str) -> str:
    """What a string can hold of it."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


def number(value: float) -> str:
    """To a hundredth of a point, without needless zeros."""
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said


def box(left: float, bottom: float, right: float, top: float) -> str:
    return f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"


@lru_cache(maxsize=256)
def colour(value: str) -> str:
    """The operands of ``rg`` and ``RG`` for ``#rrggbb``."""
    parts = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{each:.4f}".rstrip("0").rstrip(".") or "0" for each in parts)

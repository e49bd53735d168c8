"""How many of what, for a notice."""

from __future__ import annotations


def counted(what: str, count: int) -> str:
    """``1 chart``, ``2 charts``; ``what`` is in the plural: its noun is its last word before
    ``that``."""
    if count != 1:
        return f"{count} {what}"
    noun, that, rest = what.partition(" that ")
    return f"1 {noun.removesuffix('s')}{that}{rest}"

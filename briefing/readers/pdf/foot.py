"""Small type at the foot of a column: footnotes, copyright lines. It is read after the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.readers.pdf.marks import Piece

CUE = "footnote: smaller type at the foot of the page"
_SMALL = 0.93
"""Of the size of the text."""
_BESIDE = 2.0
"""Ems from a word within which a mark belongs to it."""
_STEP = 1.0
"""Ems by which a line of the text may end above, and still be level with a raised mark."""
_MOST_PIECES = 20_000
_NOTE = re.compile(
    r"(?:\d{1,3}[.)]?\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?|[*†‡§]{1,3}\s?)[\"'“‘«„(]?(?=\w)(?![a-zß-ÿ])"
)


def is_note(text: str) -> bool:
    """Whether it begins with the mark of a footnote."""
    return _NOTE.match(text) is not None


def parted(pieces: Sequence[Piece], em: float) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a page without those at the foot, and these; ``em`` is the text's size.

    At the foot is small type with none of the text's own under it or level with it.
    """
    small = [each for each in pieces if each.size < _SMALL * em]
    if not small or len(pieces) > _MOST_PIECES:
        return list(pieces), []
    lowest = _lowest([each for each in pieces if each.size >= _SMALL * em], em)
    foot = {
        each
        for each in small
        if max((lowest.get(strip, 0.0) for strip in _strips(each, em)), default=0.0)
        < each.base - _STEP * em
    }
    return [each for each in pieces if each not in foot], [each for each in pieces if each in foot]


def _lowest(pieces: Sequence[Piece], em: float) -> dict[int, float]:
    """How far down the text goes in each strip of the page, an em wide."""
    found: dict[int, float] = {}
    for each in pieces:
        for strip in _strips(each, em):
            found[strip] = max(found.get(strip, 0.0), each.base)
    return found


def _strips(piece: Piece, em: float) -> range:
    first, last = int(piece.left / em - _BESIDE), int(piece.right / em + _BESIDE)
    return range(first, min(last, first + 500) + 1)

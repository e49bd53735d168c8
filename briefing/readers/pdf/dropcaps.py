"""Large first letters that reach down over lines of their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.readers.pdf.marks import Piece

SEAM = "\u2060"
"""Between a large first letter and what follows it: one word, or the word “A” and the next."""
_LETTER = re.compile(r"[\"'“‘«]?[^\W\d_a-z]{1,2}")
_LARGER = 1.7
_MOST = 20
"""In one column."""


def with_drop_caps(pieces: Sequence[Piece]) -> list[Piece]:
    """Each put before the line that it opens; lines beside it begin where it does."""
    made = list(pieces)
    caps = [each for each in pieces if len(each.text) <= 3 and _LETTER.fullmatch(each.text)]
    for cap in caps[:_MOST]:
        top = cap.base - 0.85 * cap.size
        beside = [
            index
            for index, each in enumerate(made)
            if cap.size > _LARGER * each.size
            and top < each.base <= cap.base + 0.1 * each.size
            and -2 < each.left - cap.right < 2 * each.size
        ]
        if not beside:
            continue
        first = min(beside, key=lambda index: made[index].base)
        if len(beside) == 1 and abs(made[first].base - cap.base) < 0.1 * cap.size:
            continue  # a line that begins with a large letter, and no more
        words = made[first]
        for index in beside:
            made[index] = made[index]._replace(left=cap.left)
        made[first] = words._replace(text=f"{cap.text}{SEAM}{words.text}", left=cap.left)
        made.remove(cap)
    return made

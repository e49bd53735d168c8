"""What is written beside a paragraph: the kind its cue tells, such as "Correction"."""

from __future__ import annotations

import re
from functools import cache

from briefing import lexicon
from briefing.model.article import BY_HAND, Paragraph
from briefing.ui.article.roles import NAMES

_NUMBER = "#"


def name(paragraph: Paragraph) -> str:
    """Short; the name of its role where the cue tells no more."""
    if paragraph.cue != BY_HAND:
        told = paragraph.cue.casefold().replace("’", "'")
        for start, kind in _kinds():
            if told.startswith(start):
                number = re.match(r"\s*(\d+)", told[len(start) :])
                return kind.replace(_NUMBER, number[1] if number else "").strip()
    return NAMES[paragraph.role]


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """(how a cue begins, what it tells), in the order of the list."""
    return tuple(
        (start.casefold(), kind)
        for kind in lexicon.keys("kinds", "names")
        for start in lexicon.words("kinds", f"names.{kind}")
    )

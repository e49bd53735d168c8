"""Phrases of the word list, as one pattern each list."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import words

_PART = re.compile(r"\(([^)]*)\)|(\S+)")


@cache
def pattern(key: str) -> re.Pattern[str]:
    """The phrases of a list of ``gaps.toml``: ``did not (yet|) say`` is "did not say" too."""
    phrases = sorted(words("gaps", key), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_phrase, phrases))})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    made = ""
    parts = list(_PART.finditer(phrase))
    for part in parts:
        space = "" if part is parts[0] else r"\s+"
        if part[1] is None:
            made += space + re.escape(part[2])
            continue
        choices = part[1].split("|")
        either = "|".join(r"\s+".join(map(re.escape, each.split())) for each in choices if each)
        if "" not in choices:
            made += f"{space}(?:{either})"
        elif part is parts[0]:
            made += rf"(?:(?:{either})\s+)?"
        else:
            made += f"(?:{space}(?:{either}))?"
    return made


def quoted(sentence: str) -> str:
    """A sentence at the end of another: in quotation marks, with one full stop in all."""
    text = " ".join(sentence.split())
    return f"“{text}”" if text.rstrip("\"'”’»")[-1:] in (".", "!", "?", "…") else f"“{text}”."

"""Statements without quotation marks: "Jane Roe said:", and her words in paragraphs after it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.analysis.speech.dialogue import MARKS
from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.tokens import known
from briefing.lexicon import either, words
from briefing.model.article import Article, Paragraph, Role

_LEAST = 20
"""Characters of a paragraph that is speech."""
_ENDS = (".", "!", "?", "…", ".)")
_LAST = 200
"""Characters at the end of a paragraph that are looked at."""


class Announced(NamedTuple):
    words: str
    """Those that say so, with the colon: ``said:``."""
    is_text: bool
    """Whether it is a document whose words follow, whoever is "I" in it."""


def announced(frame: Frame) -> Announced | None:
    """Whether the end of a paragraph says that somebody's words follow: "The statement reads:"."""
    own = frame.own[-_LAST:].rstrip()
    if frame.is_heading or not own.endswith(":") or "\x00" in own:
        return None
    found = _announcing().search(own)
    if found is None:
        return None
    spoken = found[1].casefold() in known("interview.speaking")
    near = {each.casefold() for each in re.findall(r"\w+", own)}
    is_text = not spoken or not near.isdisjoint(known("speakers.documents"))
    return Announced(f"{found[1]}:", is_text)


def may_be(article: Article, paragraph: Paragraph) -> bool:
    """Whether a paragraph can be speech without marks; no list and no sub-heading is."""
    words_ = article.text_of(paragraph)
    return (
        paragraph.role is Role.BODY
        and len(words_) >= _LEAST
        and words_[0] not in MARKS
        and words_[0].isupper()
        and words_.endswith(_ENDS)
    )


def is_first_person(words_: str) -> bool:
    """Whether somebody speaks of themselves: I, we, our. "World War I" is nobody."""
    return _first_person().search(words_) is not None


@cache
def _announcing() -> re.Pattern[str]:
    every = either(
        words("attribution", "interview.announcing") + words("attribution", "interview.speaking")
    )
    after = either(words("attribution", "interview.circumstances"))
    return re.compile(rf"\b({every})(?:\s+(?:{after})\b[^,;:]*)?\s*:$", re.IGNORECASE)


@cache
def _first_person() -> re.Pattern[str]:
    plain = either(words("attribution", "interview.first_person"))
    begins = either(each.capitalize() for each in words("attribution", "interview.first_person"))
    return re.compile(rf"\b(?:{plain}|{begins})\b|(?:^|[^\w\s]\s*|\b[a-z]\w*\s+)I\b")

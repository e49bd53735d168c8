"""What a paragraph is by the style it has."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import words
from briefing.model.article import Role

LONGEST_HEADING = 300
"""Characters. A longer one is text that somebody wanted large."""
_HEADING = re.compile(r"heading ?\d")
_CONTENTS = re.compile(r"(?:toc|contents) \d|table of (?:figures|contents)|index \d|contents")
_ROLES = (
    ("title", Role.HEADING),
    ("heading", Role.HEADING),
    ("caption", Role.CAPTION),
    ("byline", Role.BYLINE),
)
NO_ROLE: tuple[Role | None, str] = (None, "")


@cache
def role(style: str, level: int | None = None) -> tuple[Role | None, str]:
    """The role that a style's name gives and its cue; ``level`` is that of the outline, from 1."""
    plain = " ".join(style.casefold().split())
    told = cue(style)
    if _HEADING.match(plain):
        return Role.HEADING, told
    if _CONTENTS.fullmatch(plain):
        return Role.NOTICE, f"table of contents: {told}"
    for key, found in _ROLES:
        if plain in words("office", f"styles.{key}"):
            return found, told
    if level is not None:
        return Role.HEADING, f"{told}, outline level {level}" if style else f"outline level {level}"
    return NO_ROLE


def cue(style: str) -> str:
    """With the name as Word shows it: ``heading 1`` → ``Heading 1``."""
    return f"style “{style[:1].upper()}{style[1:]}”"


def is_title(style: str) -> bool:
    return " ".join(style.casefold().split()) in words("office", "styles.title")


def of_text(text: str, given: tuple[Role | None, str]) -> tuple[Role | None, str]:
    """The same, but a text too long for a heading is none."""
    if given[0] is Role.HEADING and len(text) > LONGEST_HEADING:
        return NO_ROLE
    return given

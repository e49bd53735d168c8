"""An attribution: that somebody says something, and where the article tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis.speech.frames import Frame
from briefing.model.span import Span

_NEW_CLAUSE = re.compile(r"[,;]\s+(?:but|while|and|whereas|although|though)\b|;|\.")


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution. Places are in the frame's ``own``."""

    rule: str
    cue: str
    """The words that tell of speech."""
    start: int
    end: int
    """Of those words."""
    who: tuple[int, int] | None = None
    """The words that name the speaker, with an apposition; None where none certain are there."""
    is_pronoun: bool = False
    after: bool = False
    """Whether what is said stands before it: "…," said X."""
    judges: bool = False
    """Whether it says what somebody calls a thing: even one word of it is theirs."""

    @property
    def first(self) -> int:
        """Where it begins, with the speaker's name."""
        return min(self.start, self.who[0]) if self.who else self.start

    @property
    def last(self) -> int:
        return max(self.end, self.who[1]) if self.who else self.end


def outermost(own: str, found: tuple[Said, ...]) -> Said | None:
    """Who vouches for the whole sentence: the first, as in "X says that Y has complained".

    Where another one stands in a clause of its own, nobody is named: half would be put in the
    wrong mouth.
    """
    named = [each for each in found if each.who and not each.is_pronoun]
    pronouns = [each for each in found if each.is_pronoun]
    if not named:
        return next(iter(pronouns), found[0] if found else None)
    first = named[0]
    if pronouns and pronouns[0].start < first.start:
        return pronouns[0]
    for each in named[1:]:
        same = _plain(own, each) == _plain(own, first)
        if not same and _NEW_CLAUSE.search(own, first.last, each.start) and not each.after:
            return Said(first.rule, first.cue, first.start, first.end)
    return first


def _plain(own: str, said: Said) -> str:
    assert said.who is not None
    return own[said.who[0] : said.who[1]].casefold().removeprefix("the ")


def introduces(own: str, mark: int) -> bool:
    """Whether a colon stands before the quotation whose mark is at a place."""
    return own[max(0, mark - 2) : mark].rstrip().endswith(":")


def placed(frame: Frame, said: Said) -> Span | None:
    """Where the article names who says it."""
    return frame.placed(*said.who) if said.who else None

"""An attribution: that somebody says something, and where the article tells it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.tokens import known
from briefing.lexicon import either
from briefing.model.span import Span

THOUGHT = "verb of thought"


class Said(NamedTuple):
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

    def moved(self, by: int) -> Said:
        """With its places counted from elsewhere."""
        who = self.who and (self.who[0] + by, self.who[1] + by)
        return self._replace(start=self.start + by, end=self.end + by, who=who) if by else self

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
    wrong mouth. What somebody thinks may be what another one says of them.
    """
    if found and found[0].rule == THOUGHT:
        last = next((each for each in reversed(found) if each.rule != THOUGHT), None)
        if last is not None and closes(own, last):
            return last
    named = [each for each in found if each.who and not each.is_pronoun]
    pronouns = [each for each in found if each.is_pronoun]
    if not named:
        return next(iter(pronouns), found[0] if found else None)
    first = named[0]
    if pronouns and pronouns[0].start < first.start:
        return pronouns[0]
    if _leads(own, found[0], first):
        return found[0]
    for each in named[1:]:
        same = _plain(own, each) == _plain(own, first)
        if not same and _new_clause().search(own, first.last, each.start) and not each.after:
            return Said(first.rule, first.cue, first.start, first.end)
    return first


def _leads(own: str, said: Said, other: Said) -> bool:
    """Whether somebody whom no rule can name says what another is told to say: "People close to
    the talks said the bank had argued for it"."""
    if said.who or said.is_pronoun or said.rule == THOUGHT or said.start >= other.first:
        return False
    between = own[said.end : other.first]
    return "\x00" not in own[: other.last] and not re.search(r"[,;:.\n]", between)


def closes(own: str, said: Said) -> bool:
    """Whether what is said stands before: "The river may rise, officials said on Monday."""
    before = own[: said.first].rstrip("\"”»“’'«‘›‹ ")
    return before.endswith((",", "—", "–")) and _no_more().match(own, said.last) is not None


@cache
def _new_clause() -> re.Pattern[str]:
    return re.compile(r"[,;]\s+(?:but|while|and|whereas|although|though)\b|;|\.")


@cache
def _no_more() -> re.Pattern[str]:
    """After a verb of speech: nothing, or only to whom, when and where."""
    whom = r"(?:\s+(?:reporters|journalists|lawmakers|parliament|the\s+\w+|[A-Z]\w+))?"
    days = either(known("speakers.days") | known("speakers.before_days") - {"the", "that", "same"})
    day = rf"(?:\s+(?i:{days})\b)*"
    where = r"(?:\s+(?:in|at|to|after|during|following|from)\b[^,;]*)?"
    return re.compile(rf"{whom}{day}{where}\s*(?:[.!,;—–]|$)")


def _plain(own: str, said: Said) -> str:
    assert said.who is not None
    return own[said.who[0] : said.who[1]].casefold().removeprefix("the ")


def introduces(own: str, mark: int) -> bool:
    """Whether a colon stands before the quotation whose mark is at a place."""
    return own[max(0, mark - 2) : mark].rstrip().endswith(":")


def placed(frame: Frame, said: Said) -> Span | None:
    """Where the article names who says it."""
    return frame.placed(*said.who) if said.who else None

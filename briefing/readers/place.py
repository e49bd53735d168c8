"""A paragraph among the others, as a rule sees it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.model.article import Role


@dataclass(frozen=True, slots=True)
class Place:
    text: str
    index: int
    texts: Sequence[str]
    roles: Sequence[Role]
    """Of the paragraphs before."""
    cues: Sequence[str]
    """Of the paragraphs before."""
    before_body: bool
    """Whether all of those are furniture or headings."""
    titled: bool
    """Whether one of those is a heading."""
    is_entry: bool = False
    """Whether the file has it in a list."""

    @property
    def next(self) -> str:
        return self.texts[self.index + 1] if self.index + 1 < len(self.texts) else ""

    @property
    def role_before(self) -> Role | None:
        return self.roles[-1] if self.roles else None


Rule = Callable[[Place], str | None]
"""The cue by which it knows a paragraph; None when it says nothing."""

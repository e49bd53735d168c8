"""A place in a sentence that may be a name."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.facts import EntityKind
from briefing.model.span import Span

CERTAIN, LIKELY, WEAK = 3, 2, 1
"""How far a rule can be trusted: when rules differ over a name, the sum decides."""


@dataclass(slots=True)
class Found:
    """What one rule makes of one run of words. Joining completes it, so it is not frozen."""

    kind: EntityKind | None
    """None: the words say nothing, but the rest of the article may."""
    name: str
    """Without title and article."""
    core: Span
    """Where the name is."""
    span: Span
    """The mention: with the title or article that belongs to it."""
    cue: str
    weight: int = LIKELY
    role: str | None = None
    note: str = ""
    canonical: str = ""
    """What the gazetteer calls it; or what else makes two of these the same."""
    female: bool | None = None
    """As the title says; None where it does not."""
    alone: bool = False
    """It is a mention only if the article names it elsewhere."""
    settled: bool = False
    """The syntax decides its kind here, whatever it is elsewhere."""
    title: str = ""
    """Before the name: "General", "US Secretary of State"."""
    placed: bool = False
    """A word before it says that it is a place."""
    reference: str | None = None
    """The title, where a title stands for a name: "the general"."""

"""What the person says about what was found: kept in the draft, laid over the annotations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.span import Source


class Fact(StrEnum):
    """What a correction or a row of the briefing is about."""

    ENTITY = "entity"
    """By any of its mentions."""
    DATE = "date"
    QUOTATION = "quotation"
    CLAIM = "claim"
    """By the span of its sentence."""
    GAP = "gap"
    """By its first span, ``0..0`` where it has none, and its kind as the value."""


class Act(StrEnum):
    KIND = "kind"
    """It is of another kind: an ``EntityKind``, a ``DateKind`` or a ``ClaimKind``."""
    NAME = "name"
    """It is called otherwise; an entity's name."""
    ROLE = "role"
    """Of a person; empty for none."""
    JOIN = "join"
    """Two entities are one; ``other`` is a mention of the one that gives name and kind."""
    SPLIT = "split"
    """The mention that is the target is another entity than the others, by itself."""
    DISMISS = "dismiss"
    """It is none. Of an entity, all mentions; of a claim there is nothing to dismiss."""
    VALUE = "value"
    """Another value for a date; empty for none."""
    SPEAKER = "speaker"
    """Of a quotation or a claim; empty for nobody."""


@dataclass(frozen=True, slots=True)
class Correction:
    act: Act
    fact: Fact
    target: Source
    value: str = ""
    other: Source | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A fact that goes into the briefing as a row of its list."""

    fact: Fact
    source: Source
    """An entity's first mention, a date, a quotation, a claim's sentence, a gap's first span."""
    key: str = ""
    """The kind of a gap."""


class List(StrEnum):
    """Facts that are shown together, in the window and in the briefing."""

    PEOPLE = "people"
    """And organisations."""
    PLACES = "places"
    TIMELINE = "timeline"
    QUOTATIONS = "quotations"
    CLAIMS = "claims"
    GAPS = "gaps"

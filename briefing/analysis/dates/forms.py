"""What a time expression means, before it is known when it was written.

A form is reckoned against a basis. ``days``, ``periods``, ``seasons`` and ``named`` make them.
Values are ISO 8601 at the precision known, None for none.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import NamedTuple

from briefing.analysis.dates.calendar import Partial
from briefing.model.dates import spelled


class Direction(Enum):
    PAST = "past"
    FUTURE = "future"
    OPEN = "open"
    """Nothing near tells."""


class Basis(NamedTuple):
    """What an expression is reckoned from."""

    published: date | None
    direction: Direction = Direction.OPEN
    anchor: Partial | None = None
    """The date mentioned before, or close by for a time of day."""
    joined: Partial | None = None
    """The date behind it that it shares its year with: "March to June 2020"."""


class Reckoned(NamedTuple):
    value: str | None
    why: str = ""
    """For the cue; empty where the value needs nothing else."""
    doubt: str = ""


class Form(NamedTuple):
    reckon: Callable[[Basis], Reckoned]
    leans: bool = False
    """Whether the tense near it tells which is meant."""
    anchor: str = ""
    """The unit in which it is counted from a date mentioned before; ``T`` for a time of day."""
    day: bool = False
    """Whether it can be the day of a time close by."""
    yearless: bool = False
    """Whether it is of the year of a date that it is joined to."""


NEEDS_DAY = "needs the day of publication"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def since(published: date) -> str:
    return f"reckoned from {spelled(published)}"


def against(published: date | None, value: str | None) -> Reckoned:
    return Reckoned(value, since(published)) if published else Reckoned(None, NEEDS_DAY)


def fixed(value: str | None, why: str = "", doubt: str = "") -> Form:
    """It means the same whenever it was written."""

    def reckon(basis: Basis) -> Reckoned:  # noqa: ARG001
        return Reckoned(value, why, doubt)

    return Form(reckon)

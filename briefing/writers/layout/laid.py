"""A document that is laid out: pages with everything on them at its place.

Lengths are points; x counts from the left edge of the paper, y from its bottom, as in PDF.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import Notice
from briefing.writers.fonts.face import Face, Shaped

Place = tuple[int, ...]
"""Where in the Brief something comes from: ``(block,)``, ``(block, row, cell, paragraph)`` in a
table, ``(NOTE, number)`` for a note, numbered from 1 in their order; ``()`` for headers, footers,
the marking and whatever else is only decoration."""
NOTE = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters in one look, from left to right."""

    x: float
    y: float
    """Base line."""
    shaped: Shaped
    size: float
    colour: str
    inline: int
    """Index of the Inline in its paragraph; SIGN for a bullet or number, HYPHEN for a hyphen that
    only the end of the line needs."""
    spacing: float = 0
    """Added after each letter."""
    stretch: float = 0
    """Added at each space, where lines are justified."""

    @property
    def face(self) -> Face:
        return self.shaped.face


SIGN, HYPHEN = -1, -2


@dataclass(frozen=True, slots=True)
class Line:
    place: Place
    x: float
    y: float
    """Base line."""
    width: float
    pieces: tuple[Piece, ...]
    """From left to right, as it is seen."""
    text: str
    """As it is read: logical order, without a hyphen that only the end of the line needs."""
    order: tuple[int, ...] | None = None
    """Indices of ``pieces`` in the order of reading; None where that is from left to right."""
    repeated: bool = False
    """Whether it repeats what stood before, as the head of a table does on its next page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, of a border, below words, or through them."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    kind: str = "single"
    place: Place = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle, behind what follows."""

    x: float
    y: float
    """Of its lower edge."""
    width: float
    height: float
    colour: str
    place: Place = ()


@dataclass(frozen=True, slots=True)
class Image:
    x: float
    y: float
    """Of its lower edge."""
    width: float
    height: float
    data: bytes
    """PNG or JPEG."""
    alternative: str


Item = Line | Rule | Fill | Image


@dataclass(frozen=True, slots=True)
class LaidPage:
    items: tuple[Item, ...]
    """In the order of painting: fills first, then rules, then header, text, notes, footer."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    title: str
    level: int
    """From 0; never more than one deeper than the entry before."""
    page: int
    """From 0."""
    y: float
    """Top of the heading."""


@dataclass(frozen=True, slots=True)
class Laid:
    width: float
    height: float
    pages: tuple[LaidPage, ...]
    """Never empty."""
    outline: tuple[OutlineEntry, ...]
    notices: tuple[Notice, ...]
    """Letters no font has, families this machine lacks."""

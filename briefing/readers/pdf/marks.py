"""What is on a page, as values. Lengths are points, from the top left corner of what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

HYPHEN = "\ufffe"
"""What PDFium makes of a hyphen at the end of a row; it has no other sign there."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""A character of which the file does not say what it means."""


class Piece(NamedTuple):
    """Words in one row, without a wide gap.

    A tuple and not a dataclass: there are many, and it is made three times as fast.
    """

    text: str
    left: float
    right: float
    base: float
    """The line that its letters stand on, from the top of the page."""
    size: float
    """Of its type."""
    bold: bool
    row: int
    """PDFium's row, in the order of drawing."""
    artifact: bool = False
    """Whether the file marks it as no part of the text."""


class Box(NamedTuple):
    left: float
    top: float
    right: float
    base: float


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    """From 1."""
    width: float
    height: float
    pieces: tuple[Piece, ...] = ()
    turned: tuple[Piece, ...] = ()
    """Text that runs another way than the rest of the page."""
    outside: tuple[Piece, ...] = ()
    """Text beyond the edges of what is shown."""
    pictures: tuple[Box, ...] = ()
    is_picture: bool = False
    """Pictures or drawings cover most of it."""
    length: int = 0
    """Characters, blanks left out."""
    unmapped: int = 0
    """Characters of which the file does not say what they mean."""
    notes: int = 0
    """Annotations with words in them."""
    filled: int = 0
    """Form fields with words in them."""
    failed: bool = False

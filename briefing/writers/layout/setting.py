"""A paragraph that is set: its lines, before a page is found for them.

x counts from the left edge of the room the paragraph was given, y from the top of the line, down.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.writers.house.look import ParagraphLook
from briefing.writers.layout.laid import Fill, Image, Piece, Rule


@dataclass(frozen=True, slots=True)
class SetLine:
    height: float
    """From the top of the line to the top of the next."""
    base: float
    """From the top of the line to its base line."""
    x: float
    """Where its first letter begins."""
    width: float
    """From there to the end of its last letter that is seen."""
    pieces: tuple[Piece, ...]
    """``x`` as here; ``y`` is how far a piece is raised above the base line."""
    text: str
    """As ``laid.Line.text``."""
    order: tuple[int, ...] | None = None
    """As ``laid.Line.order``."""
    marks: tuple[Rule | Fill | Image, ...] = ()
    """Lines below words, shades behind them, pictures between them; y counts up from the base."""
    notes: tuple[int, ...] = ()
    """Numbers of the notes it refers to."""


@dataclass(frozen=True, slots=True)
class SetParagraph:
    look: ParagraphLook
    lines: tuple[SetLine, ...]
    """Never empty: a paragraph without words has one empty line."""
    height: float
    """Of the lines together, without the space before and after."""

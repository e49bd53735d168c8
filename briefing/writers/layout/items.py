"""What a paragraph is made of before it is set, wherever it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.writers.house.look import CharacterLook


@dataclass(frozen=True, slots=True)
class Words:
    """Letters in one look. ``\\n`` is a line break, ``\\t`` goes to the next tab stop."""

    text: str
    look: CharacterLook
    inline: int
    """As ``laid.Piece.inline``."""
    language: str = ""
    """BCP 47 tag; empty for that of the document."""
    note: int = 0
    """Number of the note that this text refers to; 0 for none."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Stands on the base line like a letter. Points."""

    width: float
    height: float
    data: bytes
    alternative: str = ""


Item = Words | Picture
OBJECT = "\ufffc"
"""Stands for a picture in the text of a paragraph."""

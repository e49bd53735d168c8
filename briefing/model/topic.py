"""What a section can be about: data that staff keep, not code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    """Lower-case words joined by hyphens, made from the name."""
    name: str
    colour: str
    """``#rrggbb``; the window derives the tints for light and dark."""
    terms: tuple[str, ...] = ()
    """Single words, compared by stem."""
    phrases: tuple[str, ...] = ()
    """Several words in a row, compared by stem; they weigh more than a term."""


@dataclass(frozen=True, slots=True)
class TopicSet:
    id: str
    """Name of its file, without the suffix."""
    name: str
    description: str
    topics: tuple[Topic, ...]


def slug(name: str) -> str:
    """An id made from a name: ``afghanistan-surveillance``; letters of any script stay."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name).casefold())
    return "-".join(words) or "section"

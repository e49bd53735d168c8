"""What the person typed about a section, and the words to look for as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.draft import Section


@dataclass(frozen=True, slots=True)
class SectionEdit:
    """All that can be edited of a section; the owner puts it into the Draft."""

    name: str
    colour: str
    """``#rrggbb``."""
    terms: tuple[str, ...] = ()
    """Single words."""
    phrases: tuple[str, ...] = ()
    """Several words in a row, joined by single spaces."""

    @classmethod
    def of(cls, section: Section) -> SectionEdit:
        return cls(section.name, section.colour, section.terms, section.phrases)


def parse(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read one word or phrase a line: (terms, phrases), each once, in order."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        words = " ".join(line.split())
        if words:
            found.setdefault(words.casefold(), words)
    terms = tuple(each for each in found.values() if " " not in each)
    phrases = tuple(each for each in found.values() if " " in each)
    return terms, phrases


def lines(terms: Sequence[str], phrases: Sequence[str]) -> str:
    """What ``parse`` reads back."""
    return "\n".join((*terms, *phrases))

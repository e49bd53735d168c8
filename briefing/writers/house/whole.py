"""A house style as a whole: its looks, its letterhead, and the Word file behind them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import Notice
from briefing.model.brief import TableStyle
from briefing.writers.house.letterhead import Edges
from briefing.writers.house.look import (
    CharacterChange,
    CharacterStyle,
    PageLook,
    ParagraphLook,
    Style,
    TableLook,
)


@dataclass(frozen=True, slots=True)
class Package:
    """The Word file that every export starts from, with nothing missing.

    Styles that the reference lacked are added; its body is gone; headers and footers hold each
    slot as one run ``<w:t>{marking}</w:t>``; nothing tells who made it or when.
    """

    parts: tuple[tuple[str, bytes], ...]
    """Name and content, in the order of the archive, but for ``word/document.xml``,
    ``docProps/core.xml``."""
    section: str
    """The ``w:sectPr`` of the body, as XML, with its references to headers and footers."""


@dataclass(frozen=True, slots=True)
class House:
    id: str
    """Name of its file without suffix."""
    name: str
    page: PageLook
    styles: dict[Style, ParagraphLook]
    characters: dict[CharacterStyle, CharacterChange]
    character_ids: dict[CharacterStyle, str]
    """Their ``w:styleId``."""
    tables: dict[TableStyle, TableLook]
    edges: Edges
    hyphenate: bool
    """Whether lines may end inside words, at hyphens that are put there."""
    default_tab: float
    package: Package
    digest: str
    """SHA-256 of the file, in hexadecimal."""
    findings: tuple[Notice, ...] = ()
    """What is missing in it, and what of it the program cannot follow."""
    shipped: bool = True
    hyphenate_capitals: bool = True
    """Whether words in capitals are hyphenated like others."""
    numbers_pages: bool = False
    """Whether its header or footer has page numbers of its own, outside of slots."""

    def __hash__(self) -> int:
        return hash((self.id, self.digest, self.page))

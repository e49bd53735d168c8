"""The finished document, which every writer writes in the same words and order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.span import Source


class PageField(StrEnum):
    """A number that only the laid-out page knows."""

    NUMBER = "page"
    COUNT = "pages"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. White space inside is single spaces; ``\\n`` is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    mark: bool = False
    """A source mark, such as ¶5."""
    gap: bool = False
    """Stands for something that is required and missing."""
    href: str = ""
    """http, https or mailto address; empty for none."""
    muted: bool = False
    """Less than the text around it, such as "not known" for what nobody requires."""
    language: str = ""
    """BCP 47 tag of a foreign passage; empty for the document's own."""


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a note, where it stands in the text; numbered from 1 in their order."""

    inlines: tuple[Run, ...]
    """What the note says; never empty."""
    sources: tuple[Source, ...] = ()


Inline = Run | PageField | Note


class Notes(StrEnum):
    """Where the notes of a document are."""

    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"
    """After the text."""
    COMMENTS = "comments"
    """In the margin: a reviewer's copy, Word only."""


class ParagraphStyle(StrEnum):
    """Which named style a paragraph has; each is a style in Word as well."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    NORMAL = "normal"
    LEAD = "lead"
    """The bottom line."""
    QUOTE = "quote"
    CAPTION = "caption"
    BULLET = "bullet"
    NUMBER = "number"
    """An item of a numbered list; numbering starts anew after any other block."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1 to 3."""
    inlines: tuple[Inline, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    style: ParagraphStyle
    inlines: tuple[Inline, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    paragraphs: tuple[Paragraph, ...]
    header: bool = False


class TableStyle(StrEnum):
    HEADER = "header"
    """To, From, Date …: labels and values, without rules between columns."""
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Table:
    style: TableStyle
    rows: tuple[tuple[Cell, ...], ...]
    """All rows have the same number of cells, at least one."""
    widths: tuple[float, ...]
    """Share of each column in the width of the text; they add up to 1."""
    header_rows: int = 0
    """How many rows at the top are repeated on each page."""


Block = Heading | Paragraph | Table


class Page(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class Brief:
    title: str
    blocks: tuple[Block, ...]
    marking: str
    """Stands at the top and bottom of every page; never empty."""
    header: tuple[Inline, ...] = ()
    """Line at the top of each page, beside or under the marking."""
    footer: tuple[Inline, ...] = ()
    """Line at the bottom of each page; ``numbering`` follows on it."""
    page: Page | None = None
    """Paper; None for that of the house style."""
    language: str = "en-GB"
    """BCP 47 tag."""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    notes: Notes = Notes.FOOTNOTES
    numbering: tuple[Inline, ...] = ()
    """How the pages are numbered; left out where the house style numbers them itself."""

    def numbered(self) -> tuple[Note, ...]:
        """Its notes; number n is at n - 1."""
        return tuple(
            each
            for block in self.blocks
            for inlines in _lines(block)
            for each in inlines
            if isinstance(each, Note)
        )


def _lines(block: Block) -> Iterator[tuple[Inline, ...]]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from (each.inlines for each in cell.paragraphs)
    else:
        yield block.inlines

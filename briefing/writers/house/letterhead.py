"""What stands in the headers and footers of a house style, as plain values.

Lengths are in points, colours ``#rrggbb``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.writers.house.look import CharacterLook, ParagraphLook, TableLook


class Slot(StrEnum):
    """What a briefing puts into a header or footer; ``{marking}`` stands there in Word."""

    MARKING = "marking"
    HEADER = "header"
    FOOTER = "footer"
    TITLE = "title"


class Field(StrEnum):
    NUMBER = "PAGE"
    COUNT = "NUMPAGES"


@dataclass(frozen=True, slots=True)
class EdgeText:
    text: str
    look: CharacterLook


@dataclass(frozen=True, slots=True)
class EdgeTab:
    look: CharacterLook


@dataclass(frozen=True, slots=True)
class EdgeField:
    field: Field
    look: CharacterLook


@dataclass(frozen=True, slots=True)
class EdgeSlot:
    slot: Slot
    look: CharacterLook


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a picture floats. Offsets are from the edge of the paper, resolved."""

    x: float
    y: float
    """Down from the top of the paper."""
    wraps: bool = False
    """Whether text keeps away from it, above and below."""


@dataclass(frozen=True, slots=True)
class EdgePicture:
    data: bytes
    """PNG or JPEG."""
    width: float
    height: float
    alternative: str = ""
    anchor: Anchor | None = None
    """None: it stands in the line, like a letter."""


EdgeItem = EdgeText | EdgeTab | EdgeField | EdgeSlot | EdgePicture


@dataclass(frozen=True, slots=True)
class EdgeParagraph:
    look: ParagraphLook
    items: tuple[EdgeItem, ...]
    """A paragraph that holds nothing but slots, all of them empty, is left out."""


class Vertical(StrEnum):
    """Where the text of a cell stands that is higher than it."""

    TOP = "top"
    CENTRE = "centre"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class RowHeight:
    """Paddings included."""

    least: float = 0
    exact: bool = False
    """Whether it is that and no more, whatever is in it."""


@dataclass(frozen=True, slots=True)
class EdgeCell:
    """What a cell has of its own; a padding is None where it is that of the table."""

    vertical: Vertical = Vertical.TOP
    shade: str = ""
    padding_top: float | None = None
    padding_bottom: float | None = None
    padding_left: float | None = None
    padding_right: float | None = None


@dataclass(frozen=True, slots=True)
class EdgeTable:
    look: TableLook
    widths: tuple[float, ...]
    """Of the columns."""
    rows: tuple[tuple[tuple[EdgeParagraph, ...], ...], ...]
    """Row, cell, paragraph."""
    heights: tuple[RowHeight, ...] = ()
    """Of the rows; empty: each as high as what is in it."""
    cells: tuple[tuple[EdgeCell, ...], ...] = ()
    """Row, cell; empty: none has anything of its own."""


EdgeBlock = EdgeParagraph | EdgeTable


@dataclass(frozen=True, slots=True)
class Edges:
    """Header and footer of the pages."""

    header: tuple[EdgeBlock, ...] = ()
    footer: tuple[EdgeBlock, ...] = ()
    first_header: tuple[EdgeBlock, ...] = ()
    """Of the first page, where ``PageLook.first_differs``."""
    first_footer: tuple[EdgeBlock, ...] = ()

    @property
    def numbers_pages(self) -> bool:
        """Whether pages have their number in it, outside of slots; the first may go without."""
        return any(
            isinstance(item, EdgeField) and item.field is Field.NUMBER
            for each in paragraphs((*self.header, *self.footer))
            for item in each.items
        )


def paragraphs(blocks: Iterable[EdgeBlock]) -> Iterator[EdgeParagraph]:
    """Those in tables as well."""
    for each in blocks:
        if isinstance(each, EdgeParagraph):
            yield each
        else:
            for row in each.rows:
                for cell in row:
                    yield from cell

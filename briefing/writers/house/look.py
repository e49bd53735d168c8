"""How a house style looks, as plain values: what a ``reference.docx`` says, resolved.

Nothing here is inherited any more: each style carries all of its properties. Lengths are in
points, colours ``#rrggbb``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from briefing.errors import Notice
from briefing.model.brief import TableStyle


class Style(StrEnum):
    """The paragraph styles a briefing uses; the values are Word's names of them."""

    NORMAL = "Normal"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING1 = "heading 1"
    HEADING2 = "heading 2"
    HEADING3 = "heading 3"
    LEAD = "Bottom Line"
    BULLET = "List Bullet"
    NUMBER = "List Number"
    QUOTE = "Quote"
    CAPTION = "caption"
    CELL = "Table Text"
    LABEL = "Table Label"
    MARKING = "Marking"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote text"
    ENDNOTE = "endnote text"


class CharacterStyle(StrEnum):
    """The character styles a briefing uses; the values are Word's names of them."""

    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    MARK = "Source Mark"
    GAP = "Gap"
    MUTED = "Subtle Emphasis"
    LINK = "Hyperlink"
    FOOTNOTE_REFERENCE = "footnote reference"
    ENDNOTE_REFERENCE = "endnote reference"


TABLE_NAMES: dict[TableStyle, str] = {
    TableStyle.HEADER: "Header Block",
    TableStyle.GRID: "Table Grid",
}
"""Word's names of the table styles a briefing uses."""


class Caps(StrEnum):
    NONE = "none"
    ALL = "all"
    SMALL = "small"


class Raised(StrEnum):
    NO = "no"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True)
class CharacterLook:
    """Letters, with nothing left open."""

    family: str
    """As the document names it; which face that is on this machine is for ``fonts`` to say."""
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    underline: bool = False
    strike: bool = False
    caps: Caps = Caps.NONE
    spacing: float = 0
    """Added after each letter."""
    kern: bool = False
    """Whether pairs of letters are kerned at this size."""
    raised: Raised = Raised.NO
    shade: str = ""
    """Colour behind the letters; empty for none."""


@dataclass(frozen=True, slots=True)
class CharacterChange:
    """What a character style, or a list's sign, changes of the letters around it; None: nothing."""

    family: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    underline: bool | None = None
    strike: bool | None = None
    caps: Caps | None = None
    spacing: float | None = None
    kern: bool | None = None
    raised: Raised | None = None
    shade: str | None = None

    def over(self, look: CharacterLook) -> CharacterLook:
        changes: dict[str, Any] = {
            each.name: value
            for each in fields(self)
            if (value := getattr(self, each.name)) is not None
        }
        return replace(look, **changes) if changes else look


class Alignment(StrEnum):
    START = "start"
    END = "end"
    CENTRE = "centre"
    JUSTIFIED = "justified"


class LineRule(StrEnum):
    MULTIPLE = "multiple"
    """``line`` is a multiple of the font's own line height."""
    EXACT = "exact"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class Border:
    width: float
    """Of all of it: a double one is two lines and a gap between, each a third as wide."""
    colour: str = "#000000"
    space: float = 0
    """Between the line and the text."""
    kind: str = "single"
    """``single``, ``double``, ``dotted`` or ``dashed``."""


@dataclass(frozen=True, slots=True)
class Borders:
    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None
    inside_horizontal: Border | None = None
    """Between the rows of a table, or paragraphs of one style (``w:between``)."""
    inside_vertical: Border | None = None
    """Between the columns of a table."""


@dataclass(frozen=True, slots=True)
class Tab:
    position: float
    """From the left margin of the paragraph's room (not its indent)."""
    alignment: Alignment = Alignment.START
    """START: text begins there; END: it ends there; CENTRE: its middle is there."""
    leader: str = ""
    """``.``, ``-``, ``_`` or empty."""


@dataclass(frozen=True, slots=True)
class ListSign:
    """The bullet or number of a list's first level."""

    text: str
    """``•``, or with ``%1`` for the number: ``%1.``, ``(%1)``."""
    format: str = "bullet"
    """``bullet``, ``decimal``, ``lowerLetter``, ``upperLetter``, ``lowerRoman``, ``upperRoman``."""
    start: int = 1
    look: CharacterChange = field(default_factory=CharacterChange)
    """Over the letters of the paragraph."""
    suffix: str = "tab"
    """What parts it from the text: ``tab`` (to the next stop, at the latest the indent), ``space``
    or ``nothing``."""
    alignment: Alignment = Alignment.START


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph style, with nothing left open."""

    id: str
    """Its ``w:styleId``."""
    name: str
    text: CharacterLook
    alignment: Alignment = Alignment.START
    left: float = 0
    right: float = 0
    first: float = 0
    """Of the first line, added to ``left``; below 0 it hangs out."""
    before: float = 0
    after: float = 0
    line: float = 1
    """A multiple, or points: see ``line_rule``."""
    line_rule: LineRule = LineRule.MULTIPLE
    contextual: bool = False
    """No space between paragraphs of this very style."""
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    hyphenate: bool = True
    """False where the style suppresses hyphens; ``House.hyphenate`` must hold as well."""
    borders: Borders = field(default_factory=Borders)
    shade: str = ""
    tabs: tuple[Tab, ...] = ()
    sign: ListSign | None = None


@dataclass(frozen=True, slots=True)
class TableLook:
    id: str
    """Its ``w:styleId``."""
    name: str
    borders: Borders = field(default_factory=Borders)
    padding_top: float = 0
    padding_bottom: float = 0
    padding_left: float = 5.4
    padding_right: float = 5.4
    indent: float = 0
    """Of the left edge of the cells' room from the left margin, as Word reckons it: text in the
    first column stands at ``indent + padding_left`` (compatibility mode 15)."""
    head_text: CharacterChange = field(default_factory=CharacterChange)
    """Of rows that are repeated at the top."""
    head_shade: str = ""
    head_bottom: Border | None = None
    """Below such a row; None: as between other rows."""
    column_text: CharacterChange = field(default_factory=CharacterChange)
    """Of the first column."""
    band_shade: str = ""
    """Behind every other row below the head, beginning with the first."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """Sizes in points."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    """From the edge of the paper to the top of the header."""
    footer: float
    """From the edge of the paper to the bottom of the footer."""
    first_differs: bool = False
    """Whether the first page has a header and footer of its own."""

    @property
    def room(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right


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

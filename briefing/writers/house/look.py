"""How a house style looks, as plain values: what a ``reference.docx`` says, resolved.

Nothing here is inherited any more: each style carries all of its properties. Lengths are in
points, colours ``#rrggbb``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

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

"""The structure of a tagged PDF: what a screen reader reads, in the order of the Brief.

The tree is built from the Brief before anything is painted. Painting only tells which marked
content belongs to which element, so neither pages nor the order of painting change the reading.
A note is read after the paragraph that refers to it, or, where notes are at the end, there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from briefing.model.brief import (
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    Notes,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from briefing.writers.layout.laid import NOTE, SIGN, Place
from briefing.writers.pdf.elements import Annotated, Element
from briefing.writers.pdf.objects import box, string

if TYPE_CHECKING:
    from collections.abc import Sequence

ROLES = {"Title": "P"}
"""Names of elements that are our own, and the standard ones they stand for."""

_LISTS = {ParagraphStyle.BULLET: "Disc", ParagraphStyle.NUMBER: "Decimal"}


@dataclass(slots=True)
class Spot:
    """A paragraph of the Brief, or of a note, and the elements that its words belong to."""

    element: Element
    inlines: tuple[Inline, ...]
    sign: Element | None = None
    """Of its bullet or number; None where it has none."""
    first_note: int = 1
    """Number of the first note that it refers to."""
    notes: list[Element] = field(default_factory=list[Element])
    """Which are read at its end."""
    owners: dict[int, Element] = field(default_factory=dict[int, Element])
    """Elements of single inlines, once they were painted."""
    is_plain: bool = True
    """Whether all its words belong to its own element."""

    def note(self, inline: int) -> int:
        """Number of the note that an inline refers to."""
        return self.first_note + sum(isinstance(each, Note) for each in self.inlines[:inline])


class Structure:
    def __init__(self, brief: Brief) -> None:
        self.root = Element("Document")
        self.spots: dict[Place, Spot] = {}
        self.pages: list[list[Element]] = []
        """For each page, the element that each marked content there belongs to."""
        self.annotated: list[Element] = []
        """The element that each annotation belongs to."""
        self._pictures = 0
        self._level = 0
        self._noted = 0
        self._notes_follow = brief.notes is Notes.FOOTNOTES
        self._group: Element | None = None
        self._style: ParagraphStyle | None = None
        self._table: Element | None = None
        """The one just ended, while it may still get a caption."""
        self._caption: Element | None = None
        """What waits for its table."""
        self._build(brief)

    def owner(self, spot: Spot, inline: int) -> Element:
        """The element that the letters of an inline belong to."""
        if inline == SIGN:
            return spot.sign or spot.element
        if not 0 <= inline < len(spot.inlines):
            return spot.element
        owner = spot.owners.get(inline)
        if owner is None:
            owner = spot.owners[inline] = _inline(spot, inline)
        return owner

    def figure(self, alternative: str, corners: tuple[float, float, float, float]) -> Element:
        """A picture above the text; such are read first."""
        extra = f"/Alt {string(alternative)}/A<</O/Layout/Placement/Block/BBox{box(*corners)}>>"
        element = Element("Figure", None, extra)
        element.parent = self.root
        self.root.kids.insert(self._pictures, element)
        self._pictures += 1
        return element

    def begin_page(self) -> None:
        self.pages.append([])

    def content(self, element: Element) -> int:
        """A number for marked content on the page begun last, which belongs to the element."""
        page = self.pages[-1]
        page.append(element)
        number = len(page) - 1
        element.kids.append((len(self.pages) - 1, number))
        return number

    def annotate(self, element: Element, number: int) -> int:
        """An annotation on that page, by the number of its object, belongs to the element.

        Gives how many came before it.
        """
        element.kids.append(Annotated(len(self.pages) - 1, number))
        self.annotated.append(element)
        return len(self.annotated) - 1

    def end(self) -> None:
        """All is painted."""
        for spot in self.spots.values():
            if spot.notes:
                spot.element.kids += spot.notes

    def _build(self, brief: Brief) -> None:
        blocks = brief.blocks
        for at, block in enumerate(blocks):
            match block:
                case Heading():
                    self._level = min(block.level, self._level + 1)
                    element = Element(f"H{self._level}", self.root)
                    self._add((at,), block.inlines, element, beside=self.root)
                case Table():
                    self._add_table(at, block)
                case Paragraph(style=ParagraphStyle.CAPTION) if self._table is not None:
                    self._add((at,), block.inlines, Element("Caption", self._table))
                case Paragraph(style=ParagraphStyle.CAPTION) if _is_table(blocks, at + 1):
                    self._caption = Element("Caption")
                    self._add((at,), block.inlines, self._caption)
                case Paragraph():
                    self._add_paragraph((at,), block, self.root)
                case _:
                    assert_never(block)
            if not isinstance(block, Paragraph):
                self._group = self._style = None
            if not isinstance(block, Table):
                self._table = None
        if not self._notes_follow:
            section = Element("Sect", self.root)
            for number, note in enumerate(brief.numbered(), start=1):
                self._note(number, note, Element("P", section))

    def _add_paragraph(self, place: Place, block: Paragraph, parent: Element) -> None:
        """Those of a list or a quotation that follow one another are kept together."""
        if block.style is not self._style:
            self._group, self._style = _group(block.style, parent), block.style
        inside = self._group or parent
        if block.style in _LISTS:
            item = Element("LI", inside)
            sign = Element("Lbl", item)
            self._add(place, block.inlines, Element("LBody", item), sign=sign)
        elif block.style is ParagraphStyle.TITLE:
            self._add(place, block.inlines, Element("Title", inside), beside=inside)
        else:
            self._add(place, block.inlines, Element("P", inside))

    def _add_table(self, at: int, block: Table) -> None:
        table = Element("Table", self.root)
        if self._caption is not None:
            self._caption.parent = table
            table.kids.append(self._caption)
        for r, row in enumerate(block.rows):
            line = Element("TR", table)
            for c, cell in enumerate(row):
                made = _cell(cell, line, in_head=r < block.header_rows)
                paragraphs = cell.paragraphs
                if len(paragraphs) == 1 and _group(paragraphs[0].style, None) is None:
                    self._add((at, r, c, 0), paragraphs[0].inlines, made)
                    continue
                self._group = self._style = None
                for p, each in enumerate(paragraphs):
                    self._add_paragraph((at, r, c, p), each, made)
        self._table = None if self._caption is not None else table
        self._caption = None

    def _add(
        self,
        place: Place,
        inlines: tuple[Inline, ...],
        element: Element,
        *,
        sign: Element | None = None,
        beside: Element | None = None,
    ) -> None:
        """``beside``: where its notes stand, in a paragraph of their own; None: at its end."""
        spot = self.spots[place] = Spot(element, inlines, sign, self._noted + 1)
        spot.is_plain = not any(map(_is_special, inlines))
        if spot.is_plain:
            return
        for inline in inlines:
            if not isinstance(inline, Note):
                continue
            self._noted += 1
            if not self._notes_follow:
                continue
            if beside is None:
                spot.notes.append(self._note(self._noted, inline, None))
                spot.notes[-1].parent = element
            else:
                self._note(self._noted, inline, Element("P", beside))

    def _note(self, number: int, note: Note, parent: Element | None) -> Element:
        made = Element("Note", parent, f"/ID(note-{number})")
        link = Element("Link", Element("Lbl", made))
        spot = self.spots[NOTE, number] = Spot(Element("P", made), note.inlines, link)
        spot.is_plain = False
        return made


def _group(style: ParagraphStyle, parent: Element | None) -> Element | None:
    if style in _LISTS:
        return Element("L", parent, f"/A<</O/List/ListNumbering/{_LISTS[style]}>>")
    if style is ParagraphStyle.QUOTE:
        return Element("BlockQuote", parent)
    return None


def _cell(cell: Cell, row: Element, *, in_head: bool) -> Element:
    """An empty cell is no heading, wherever it stands."""
    says = any(map(_says, cell.paragraphs))
    if not (says and (in_head or cell.header)):
        return Element("TD", row)
    return Element("TH", row, f"/A<</O/Table/Scope/{'Column' if in_head else 'Row'}>>")


def _says(paragraph: Paragraph) -> bool:
    return any(not isinstance(each, Run) or each.text.strip() for each in paragraph.inlines)


def _is_special(inline: Inline) -> bool:
    return isinstance(inline, Note) or (
        isinstance(inline, Run) and bool(inline.href or inline.language)
    )


def _inline(spot: Spot, at: int) -> Element:
    said = spot.inlines[at]
    if isinstance(said, Note):
        return Element("Link", Element("Reference", spot.element))
    if isinstance(said, PageField) or not (said.href or said.language):
        return spot.element
    before = spot.inlines[at - 1] if at else None
    if (
        isinstance(before, Run)
        and (before.href, before.language) == (said.href, said.language)
        and at - 1 in spot.owners
    ):
        return spot.owners[at - 1]
    language = f"/Lang{string(said.language)}" if said.language else ""
    return Element("Link" if said.href else "Span", spot.element, language)


def _is_table(blocks: Sequence[object], at: int) -> bool:
    return at < len(blocks) and isinstance(blocks[at], Table)

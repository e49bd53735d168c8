"""The walk over OpenDocument's XML: what a reader of the printed page would read.

Text lies between elements as well as in them, so the walk meets every element, once at its start
and once at its end. What is nested in earnest lies on stacks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from briefing.model.article import Role
from briefing.progress import Checkpoint
from briefing.readers import xml
from briefing.readers.content import Block
from briefing.readers.office import flow, styles, symbols, tables
from briefing.readers.office.numbering import Counters
from briefing.readers.office.odfstyles import OUTLINE, Styles, attribute, named, number
from briefing.readers.xml import Element

_EVERY = 500
"""Paragraphs between two checkpoints."""
PICTURES = "pictures"
HIDDEN = "hidden passages"


@dataclass(slots=True)
class Document:
    """What the walks over the parts of one document share."""

    checkpoint: Checkpoint
    styles: Styles
    formula: Callable[[str], str]
    """What an embedded formula says, by where it lies; empty when it is something else."""
    tally: Counter[str] = field(default_factory=Counter[str])
    """What was come across and not read."""
    insertions: int = 0
    deletions: int = 0
    title: str = ""
    """The first paragraph in the style of a title."""
    paragraphs: int = 0


class _Paragraph:
    """One that is open. There are many, so it is a plain class: half the time of a dataclass."""

    __slots__ = ("below", "hidden", "is_entry", "label", "level", "pieces", "style")

    def __init__(self, style: str, hidden: bool) -> None:
        self.pieces: list[str] = []
        self.below: list[Block] = []
        """Notes and text boxes, that come after it."""
        self.style = style
        self.level = 0
        """Of the outline, from 1; 0 for none."""
        self.label = ""
        self.is_entry = False
        self.hidden = hidden


@dataclass(slots=True)
class _List:
    style: str
    counters: Counters
    depth: int
    """From 0."""
    start: int | None = None
    """Where the item at hand begins to count again."""
    fresh: bool = False
    """Whether the item at hand has shown no number yet."""


def blocks(root: Element, document: Document) -> list[Block]:
    """The paragraphs below an element."""
    return _Walk(document).run(root)


class _Walk:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.hidden = document.styles.hidden
        self.flows: list[list[Block]] = [[]]
        self.paragraphs: list[_Paragraph | None] = [None]
        """None where a cell begins: what stands around it is no part of it."""
        self.rows: list[list[tables.Row]] = []
        self.cells: list[list[list[Block]]] = []
        self.lists: list[_List | None] = [None]
        self.counters: dict[str, Counters] = {}
        """List's id or style → where the last such list has got to."""
        self.outline = Counters()
        self.notes: list[tuple[int, str]] = []
        """Of the notes that are open: where they begin, and their cue."""
        self.placed: Counter[str] = Counter()
        self.ended: set[str] | None = None
        """Ids of changes whose end is marked."""
        self.deletions: set[str] = set()
        """Ids of deletions whose text stands in its place."""
        self.gone: set[str] = set()
        """Those of them that are being walked over."""
        self.held: _Paragraph | None = None
        """One whose end is deleted."""

    def run(self, root: Element) -> list[Block]:
        xml.walk(root, self.begin, self.end)
        if self.held is not None:
            self.flows[0].extend(self._finished(self.held))
        return self.flows[0]

    def begin(self, element: Element) -> bool:
        tag = element.tag
        if (begin := _AT_START.get(tag)) is not None:
            return begin(self, element) is True
        if element.text and self.paragraphs[-1] is not None and _inline(tag):
            self.text(element.text, element)
        return False

    def end(self, element: Element) -> None:
        if (finish := _AT_END.get(element.tag)) is not None:
            finish(self, element)
        if element.tail and self.paragraphs[-1] is not None:
            parent = element.getparent()
            if _inline(parent.tag):
                self.text(element.tail, parent)

    def text(self, text: str, element: Element) -> None:
        """Text in an element."""
        if "\n" in text:
            text = text.replace("\n", " ")
        if not text.isascii() and symbols.PRIVATE.search(text):
            text = symbols.read(text, self.font(element))
        self.add(text)

    def font(self, element: Element) -> str:
        """Symbol where nothing is said, for that has most signs."""
        at: Element | None = element
        while at is not None:
            if found := self.document.styles.font(attribute(at, "text:style-name")):
                return found
            at = at.getparent()
        return "Symbol"

    @property
    def sink(self) -> list[Block]:
        """Where a finished paragraph goes."""
        open = self.paragraphs[-1]
        return self.flows[-1] if open is None else open.below

    def add(self, text: str) -> None:
        if (open := self.paragraphs[-1]) is not None and not self.gone:
            open.pieces.append(text)

    def skip(self, element: Element) -> bool:  # noqa: ARG002
        return True

    def space(self, element: Element) -> None:  # noqa: ARG002
        self.add(" ")

    def tab(self, element: Element) -> None:  # noqa: ARG002
        self.add("\t")

    def line_break(self, element: Element) -> None:  # noqa: ARG002
        self.add("\n")

    def begin_paragraph(self, element: Element) -> bool:
        document = self.document
        document.paragraphs += 1
        if document.paragraphs % _EVERY == 0:
            document.checkpoint()
        style = element.get(_STYLE_NAME) or ""
        paragraph = _Paragraph(style, style in self.hidden)
        if self.held is not None:
            paragraph.pieces, paragraph.below = self.held.pieces, self.held.below
            self.held = None
        inside = self.lists[-1]
        paragraph.is_entry = inside is not None
        if inside is not None and inside.fresh:
            inside.fresh = False
            paragraph.label = document.styles.label(
                inside.style, inside.depth, inside.counters, inside.start
            )
            inside.start = None
        self.paragraphs.append(paragraph)
        if not self.gone and (text := self.plain_text(element)) is not None:
            paragraph.pieces.append(text.replace("\n", " ") if "\n" in text else text)
            return True
        if element.text:
            self.text(element.text, element)
        return False

    def plain_text(self, paragraph: Element) -> str | None:
        """Of a paragraph that is nothing but text, as most are; None of another."""
        pieces = [paragraph.text or ""]
        for each in paragraph:
            if each.tag != _SPAN or self.hidden or len(each):
                return None
            pieces += (each.text or "", each.tail or "")
        text = "".join(pieces)
        return text if text.isascii() or not symbols.PRIVATE.search(text) else None

    def begin_heading(self, element: Element) -> bool:
        plain = self.begin_paragraph(element)
        if (paragraph := self.paragraphs[-1]) is not None:
            paragraph.level = max(1, number(attribute(element, "text:outline-level"), 1))
            if not paragraph.label and attribute(element, "text:is-list-header") != "true":
                paragraph.label = self.document.styles.label(
                    OUTLINE, paragraph.level - 1, self.outline, None
                )
        return plain

    def end_paragraph(self, element: Element) -> None:  # noqa: ARG002
        paragraph = self.paragraphs.pop()
        if paragraph is not None and self.gone:  # its end is deleted: the next goes on with it
            self.held = paragraph
        elif paragraph is not None:
            self.sink.extend(self._finished(paragraph))

    def _finished(self, paragraph: _Paragraph) -> list[Block]:
        document = self.document
        text = "".join(paragraph.pieces).strip()
        if not text:
            return paragraph.below
        if paragraph.hidden:
            document.tally[HIDDEN] += 1
            return paragraph.below
        given = document.styles.role(paragraph.style, paragraph.level)
        if paragraph.label and (label := paragraph.label.strip()):
            text = f"{label} {text}"
        if given[0] is Role.HEADING:
            if not document.title and document.styles.is_title(paragraph.style):
                document.title = text
            given = styles.of_text(text, given)
        if "\n" in text:
            parts = flow.parts(text)
            return [Block(each, *given, paragraph.is_entry) for each in parts] + paragraph.below
        return [Block(text, *given, paragraph.is_entry), *paragraph.below]

    def span(self, element: Element) -> bool:
        if self.hidden and attribute(element, "text:style-name") in self.hidden:
            self.document.tally[HIDDEN] += 1
            return True
        if element.text:
            self.text(element.text, element)
        return False

    def hideable(self, element: Element) -> bool:
        if attribute(element, "text:is-hidden") == "true":
            self.document.tally[HIDDEN] += 1
            return True
        if element.text and _inline(element.tag):
            self.text(element.text, element)
        return False

    def hidden_paragraph(self, element: Element) -> None:
        open = self.paragraphs[-1]
        if open is not None and attribute(element, "text:is-hidden") == "true":
            open.hidden = True

    def section(self, element: Element) -> bool:
        gone = attribute(element, "text:display") == "none"
        if gone or attribute(element, "text:is-hidden") == "true":
            self.document.tally[HIDDEN] += 1
            return True
        return False

    def begin_list(self, element: Element) -> None:
        above = self.lists[-1]
        style = attribute(element, "text:style-name")
        if above is not None:
            self.lists.append(_List(style or above.style, above.counters, above.depth + 1))
            return
        before = attribute(element, "text:continue-list")
        if not before and attribute(element, "text:continue-numbering") == "true":
            before = style
        counters = self.counters.get(before) if before else None
        counters = counters or Counters()
        self.counters[style] = counters
        if id := attribute(element, "xml:id"):
            self.counters[id] = counters
        self.lists.append(_List(style, counters, 0))

    def end_list(self, element: Element) -> None:  # noqa: ARG002
        self.lists.pop()

    def begin_item(self, element: Element) -> None:
        if (inside := self.lists[-1]) is not None:
            inside.fresh = True
            start = attribute(element, "text:start-value")
            inside.start = number(start, 1) if start else None

    def end_item(self, element: Element) -> None:  # noqa: ARG002
        if (inside := self.lists[-1]) is not None:
            inside.fresh = False

    def begin_table(self, element: Element) -> None:  # noqa: ARG002
        self.rows.append([])

    def end_table(self, element: Element) -> None:  # noqa: ARG002
        self.sink.extend(tables.blocks(self.rows.pop()))

    def begin_row(self, element: Element) -> None:  # noqa: ARG002
        self.cells.append([])

    def end_row(self, element: Element) -> None:  # noqa: ARG002
        cells = self.cells.pop()
        if self.rows:
            self.rows[-1].append(cells)

    def begin_cell(self, element: Element) -> None:  # noqa: ARG002
        self.flows.append([])
        self.paragraphs.append(None)
        self.lists.append(None)

    def end_cell(self, element: Element) -> None:  # noqa: ARG002
        self.lists.pop()
        self.paragraphs.pop()
        cell = self.flows.pop()
        if self.cells:
            self.cells[-1].append(cell)
        else:
            self.sink.extend(cell)

    def begin_note(self, element: Element) -> None:
        kind = "endnote" if attribute(element, "text:note-class") == "endnote" else "footnote"
        self.placed[kind] += 1
        self.notes.append((len(self.sink), f"{kind} {self.placed[kind]}"))
        self.lists.append(None)

    def end_note(self, element: Element) -> None:  # noqa: ARG002
        self.lists.pop()
        start, cue = self.notes.pop()
        sink = self.sink
        sink[start:] = [Block(each.text, Role.NOTICE, cue) for each in sink[start:]]

    def begin_box(self, element: Element) -> None:  # noqa: ARG002
        self.lists.append(None)

    def end_box(self, element: Element) -> None:  # noqa: ARG002
        self.lists.pop()

    def tracked(self, element: Element) -> bool:
        """Deleted text lies here, or in its place between two marks."""
        self.document.insertions += sum(1 for _ in element.iter(named("text:insertion")))
        if self.ended is None:
            ends = element.getroottree().iter(named("text:change-end"))
            self.ended = {attribute(each, "text:change-id") for each in ends}
        for each in element.iter(named("text:deletion")):
            self.document.deletions += 1
            id = attribute(each.getparent(), "text:id") or attribute(each.getparent(), "xml:id")
            if id in self.ended:  # a mark that is never closed would swallow the rest
                self.deletions.add(id)
        return True

    def begin_change(self, element: Element) -> None:
        id = attribute(element, "text:change-id")
        if id in self.deletions:
            self.gone.add(id)

    def end_change(self, element: Element) -> None:
        self.gone.discard(attribute(element, "text:change-id"))

    def comment(self, element: Element) -> bool:  # noqa: ARG002
        self.document.tally["comments"] += 1
        return True

    def begin_reading_aid(self, element: Element) -> None:
        """How a word is pronounced, above it in print."""
        self.add(f"({element.text or ''}")

    def end_reading_aid(self, element: Element) -> None:  # noqa: ARG002
        self.add(")")

    def picture(self, element: Element) -> None:  # noqa: ARG002
        self.document.tally[PICTURES] += 1

    def embedded(self, element: Element) -> bool:
        if said := self.document.formula(attribute(element, "xlink:href")):
            self.add(said)
        else:
            self.document.tally["embedded objects"] += 1
        return True


_START: dict[str, Any] = {
    "text:p": _Walk.begin_paragraph,
    "text:h": _Walk.begin_heading,
    "text:span": _Walk.span,
    "text:s": _Walk.space,
    "text:tab": _Walk.tab,
    "text:line-break": _Walk.line_break,
    "text:list": _Walk.begin_list,
    "text:list-item": _Walk.begin_item,
    "text:section": _Walk.section,
    "text:hidden-text": _Walk.hideable,
    "text:hidden-paragraph": _Walk.hidden_paragraph,
    "text:note": _Walk.begin_note,
    "text:ruby-text": _Walk.begin_reading_aid,
    "text:tracked-changes": _Walk.tracked,
    "text:change-start": _Walk.begin_change,
    "text:change-end": _Walk.end_change,
    "table:table": _Walk.begin_table,
    "table:table-row": _Walk.begin_row,
    "table:table-cell": _Walk.begin_cell,
    "table:covered-table-cell": _Walk.begin_cell,
    "draw:frame": _Walk.begin_box,
    "draw:custom-shape": _Walk.begin_box,
    "draw:image": _Walk.picture,
    "draw:object": _Walk.embedded,
    "draw:object-ole": _Walk.embedded,
    "draw:plugin": _Walk.embedded,
    "draw:floating-frame": _Walk.embedded,
    "office:annotation": _Walk.comment,
    **dict.fromkeys(
        (
            "text:note-citation", "text:number", "text:sequence-decls", "text:variable-decls",
            "text:user-field-decls", "text:dde-connection-decls", "text:table-of-content-source",
            "text:alphabetical-index-source", "text:bibliography-source",
            "text:illustration-index-source", "text:table-index-source", "text:user-index-source",
            "text:object-index-source", "text:script", "office:forms", "office:scripts",
            "svg:title", "svg:desc",
        ),
        _Walk.skip,
    ),
}  # fmt: skip
_END: dict[str, Any] = {
    "text:p": _Walk.end_paragraph,
    "text:h": _Walk.end_paragraph,
    "text:list": _Walk.end_list,
    "text:list-item": _Walk.end_item,
    "text:note": _Walk.end_note,
    "text:ruby-text": _Walk.end_reading_aid,
    "table:table": _Walk.end_table,
    "table:table-row": _Walk.end_row,
    "table:table-cell": _Walk.end_cell,
    "table:covered-table-cell": _Walk.end_cell,
    "draw:frame": _Walk.end_box,
    "draw:custom-shape": _Walk.end_box,
}
_AT_START = {named(name): each for name, each in _START.items()}
_AT_END = {named(name): each for name, each in _END.items()}
_SPAN = named("text:span")
_STYLE_NAME = named("text:style-name")
_TEXT = named("text:")
_NOT_INLINE = frozenset(
    named(f"text:{each}")
    for each in (
        "list", "list-item", "list-header", "note", "note-body", "ruby", "section", "index-body",
        "index-title", "table-of-content", "numbered-paragraph",
    )
)  # fmt: skip


def _inline(tag: str) -> bool:
    """Whether text that stands in such an element is text, not the layout of the file."""
    return tag.startswith(_TEXT) and tag not in _NOT_INLINE

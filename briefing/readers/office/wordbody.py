"""The walk over Word's XML: what a reader of the printed page would read, with changes accepted.

libxml2 picks the elements that matter, so Python sees only those; each has a method here, for its
start or its end. What is nested in earnest (tables, text boxes) lies on stacks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from briefing.model.article import Role
from briefing.progress import Checkpoint
from briefing.readers import xml
from briefing.readers.content import Block
from briefing.readers.office import flow, styles, symbols, tables
from briefing.readers.office.opc import (
    attribute,
    child,
    children,
    is_on,
    named,
    number,
    value,
)
from briefing.readers.office.wordstyles import Lists, Styles
from briefing.readers.xml import Element

_EVERY = 500
"""Paragraphs between two checkpoints."""
_BETWEEN = {"m:den": "/", "m:sup": "^", "m:sub": "_", "m:rad": "√"}
"""What stands before a part of a formula when it is written in one line."""
_INLINE = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_COUNTED = {
    "o:OLEObject": "embedded objects",
    "c:chart": "charts",
    "w:altChunk": "embedded documents",
    "w:subDoc": "linked documents",
}
PICTURES = "pictures"
HIDDEN = "hidden passages"


@dataclass(slots=True)
class Document:
    """What the walks over the parts of one document share."""

    checkpoint: Checkpoint
    styles: Styles
    lists: Lists
    notes: dict[tuple[str, str], list[Block]]
    """(``footnote`` or ``endnote``, id) → its paragraphs."""
    diagram: Callable[[str], list[Block]]
    """The paragraphs of a diagram, by the id of its relationship."""
    placed: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])
    """Note → its number, once the text has referred to it."""
    counts: Counter[str] = field(default_factory=Counter[str])
    """Kind of note → how many the text has referred to."""
    unplaced: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """Notes whose reference was deleted."""
    tally: Counter[str] = field(default_factory=Counter[str])
    """What was come across and not read."""
    insertions: int = 0
    deletions: int = 0
    furniture: dict[str, str] = field(default_factory=dict[str, str])
    """Id of the relationship of a header or footer → which of them."""
    title: str = ""
    """The first paragraph in the style of a title."""
    paragraphs: int = 0


def blocks(root: Element, document: Document) -> list[Block]:
    """The paragraphs of a part."""
    walk = _Walk(document)
    saved = (document.insertions, document.deletions, Counter(document.tally))
    found = walk.run(root)
    if walk.fields and not walk.lenient:
        # A field that never ends would swallow the rest: then codes are told by their tags alone.
        document.insertions, document.deletions, document.tally = saved
        document.placed.clear()
        document.counts.clear()
        document.lists.counters.clear()
        found = _Walk(document, lenient=True).run(root)
    return found


class _Paragraph:
    """One that is open. There are many, so it is a plain class: half the time of a dataclass."""

    __slots__ = ("below", "goes_on", "level", "list", "list_level", "pieces", "style")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.below: list[Block] = []
        """Notes and text boxes, that come after it."""
        self.style = ""
        self.level: int | None = None
        """Of the outline, from 0."""
        self.list = ""
        self.list_level: int | None = None
        self.goes_on = False
        """It ends in no paragraph mark: the next is the same paragraph."""


@dataclass(slots=True)
class _Flow:
    """Paragraphs one below the other: the body, a cell, a text box."""

    blocks: list[Block] = field(default_factory=list[Block])
    held: _Paragraph | None = None


class _Walk:
    def __init__(self, document: Document, *, lenient: bool = False) -> None:
        self.document = document
        self.lenient = lenient
        self.flows = [_Flow()]
        self.paragraphs: list[_Paragraph] = []
        self.rows: list[list[tables.Row]] = []
        self.cells: list[list[list[Block]]] = []
        self.choices: list[Element | None] = []
        self.fields: list[bool] = []
        """For each field that is open: whether its result has begun."""
        self.in_code = 0
        """Fields whose code is being walked over."""
        self.hides = False
        """Whether anything in the part may be hidden."""
        self.special: set[Element] = set()
        """Paragraphs that are more than runs of text."""
        self.hidden_run: Element | None = None
        self.aid_from, self.aid = 0, ""
        """How the word at hand is pronounced, and where that began."""

    def run(self, root: Element) -> list[Block]:
        self.special = _special(root)
        self.hides = bool(self.document.styles.hidden) or _has(root, "w:vanish")
        xml.walk(root, self.begin, self.end)
        return self._closed(self.flows[0])

    def begin(self, element: Element) -> bool:
        begin = _AT_START.get(element.tag)
        return begin is not None and begin(self, element) is True

    def end(self, element: Element) -> None:
        if (finish := _AT_END.get(element.tag)) is not None:
            finish(self)

    def text(self, element: Element) -> None:
        text = element.text
        if not text or self.in_code:
            return
        if self.hidden_run is not None and element.getparent() is self.hidden_run:
            self.document.tally[HIDDEN] += 1
            return
        if "\n" in text:
            text = text.replace("\n", " ")
        if not text.isascii() and symbols.PRIVATE.search(text):
            text = symbols.read(text, _font(element))
        self.add(text)

    def add(self, text: str) -> None:
        if self.paragraphs:
            self.paragraphs[-1].pieces.append(text)
        else:
            self.flows[-1].blocks.append(Block(text))

    def inline(self, element: Element) -> None:
        if not self.in_code and self.paragraphs:
            self.paragraphs[-1].pieces.append(_INLINE[_STARTS[element.tag]])

    def symbol(self, element: Element) -> None:
        code = attribute(element, "w:char") or ""
        if not self.in_code and re.fullmatch("[0-9A-Fa-f]{1,6}", code):
            self.add(symbols.letter(int(code, 16), attribute(element, "w:font") or ""))

    def formula(self, element: Element) -> None:
        self.add(_BETWEEN[_STARTS[element.tag]])

    def begin_paragraph(self, element: Element) -> bool:
        document, flow = self.document, self.flows[-1]
        document.paragraphs += 1
        if document.paragraphs % _EVERY == 0:
            document.checkpoint()
        paragraph = _Paragraph()
        if (held := flow.held) is not None:
            paragraph.pieces, paragraph.below, flow.held = held.pieces, held.below, None
        self.paragraphs.append(paragraph)
        if len(element) and element[0].tag in _LOOK:
            self._look(element[0], paragraph)
        if element in self.special or self.in_code:
            return False
        text = "".join([each.text or "" for each in element.iter(*_TEXT)])
        if not text.isascii() and symbols.PRIVATE.search(text):
            return False
        paragraph.pieces.append(text.replace("\n", " ") if "\n" in text else text)
        return True  # most are so: their parts need not be walked over

    def _look(self, look: Element, paragraph: _Paragraph) -> None:
        for each in look:
            match _LOOKS.get(each.tag):
                case "w:pStyle":
                    paragraph.style = attribute(each, "w:val") or ""
                case "w:outlineLvl":
                    paragraph.level = number(attribute(each, "w:val"))
                case "w:numPr":
                    paragraph.list = value(each, "w:numId") or ""
                    paragraph.list_level = number(value(each, "w:ilvl"))
                case "w:rPr":
                    gone = child(each, "w:del") if len(each) else None
                    gone = child(each, "w:moveFrom") if len(each) and gone is None else gone
                    paragraph.goes_on = paragraph.goes_on or gone is not None
                case "w:framePr":
                    drop = attribute(each, "w:dropCap") or "none"
                    paragraph.goes_on = paragraph.goes_on or drop != "none"
                case "w:sectPr":
                    self.section(each)
                case _:
                    pass

    def end_paragraph(self) -> None:
        paragraph = self.paragraphs.pop()
        if paragraph.goes_on:
            self.flows[-1].held = paragraph
        else:
            self.flows[-1].blocks.extend(self._finished(paragraph))

    def _finished(self, paragraph: _Paragraph) -> list[Block]:
        document = self.document
        text = "".join(paragraph.pieces).strip()
        style, label, is_entry = paragraph.style, "", False
        if paragraph.list or style:
            label, is_entry = self._label(paragraph)
        if not text:
            return paragraph.below
        if style in document.styles.hidden:
            document.tally[HIDDEN] += 1
            return paragraph.below
        given = document.styles.role(style) if style else styles.NO_ROLE
        if given[0] is None and paragraph.level is not None and paragraph.level < 9:
            given = styles.role("", paragraph.level + 1)
        if label:
            text = f"{label} {text}"
        if given[0] is Role.HEADING:
            if not document.title and document.styles.is_title(style):
                document.title = text
            given = styles.of_text(text, given)
        if "\n" in text:
            return [Block(each, *given, is_entry) for each in flow.parts(text)] + paragraph.below
        return [Block(text, *given, is_entry), *paragraph.below]

    def _label(self, paragraph: _Paragraph) -> tuple[str, bool]:
        """Its number, and whether it is in a list."""
        list, level = paragraph.list, paragraph.list_level
        if not list:
            list, from_style = self.document.styles.list(paragraph.style)
            level = from_style if level is None else level
        if not list:
            return "", False
        return self.document.lists.label(list, level, paragraph.style), True

    def _closed(self, flow: _Flow) -> list[Block]:
        if flow.held is not None:
            flow.blocks.extend(self._finished(flow.held))
            flow.held = None
        return flow.blocks

    def skip(self, element: Element) -> bool:  # noqa: ARG002
        return True

    def begin_table(self, element: Element) -> None:  # noqa: ARG002
        self.rows.append([])

    def end_table(self) -> None:
        self.flows[-1].blocks.extend(tables.blocks(self.rows.pop()))

    def begin_row(self, element: Element) -> bool:
        self.cells.append([])
        look = child(element, "w:trPr")
        return look is not None and child(look, "w:del") is not None

    def end_row(self) -> None:
        cells = self.cells.pop()
        if self.rows:
            self.rows[-1].append(cells)

    def begin_cell(self, element: Element) -> bool:
        self.flows.append(_Flow())
        look = child(element, "w:tcPr")
        return look is not None and child(look, "w:cellDel") is not None

    def end_cell(self) -> None:
        cell = self._closed(self.flows.pop())
        if self.cells:
            self.cells[-1].append(cell)
        else:
            self.flows[-1].blocks.extend(cell)

    def begin_box(self, element: Element) -> None:  # noqa: ARG002
        self.flows.append(_Flow())

    def end_box(self) -> None:
        self.below(self._closed(self.flows.pop()))

    def below(self, found: list[Block]) -> None:
        (self.paragraphs[-1].below if self.paragraphs else self.flows[-1].blocks).extend(found)

    def drawn_text(self, element: Element) -> None:
        """Text in a drawing that is no text box."""
        if element.text:
            self.below([Block(element.text)])

    def sign(self, element: Element) -> None:
        """Ornamental writing, such as DRAFT across the page."""
        if text := element.get("string"):
            self.below([Block(str(text))])

    def begin_choice(self, element: Element) -> None:
        """The same content for newer and older programs: one of them is read."""
        chosen: Element | None = None
        for each in element:
            if chosen is None or next(each.iter(*_TEXTS), None) is not None:
                chosen = each
                if next(each.iter(*_TEXTS), None) is not None:
                    break
        self.choices.append(chosen)

    def end_choice(self) -> None:
        self.choices.pop()

    def alternative(self, element: Element) -> bool:
        return bool(self.choices) and element is not self.choices[-1]

    def inserted(self, element: Element) -> None:
        before = element.getprevious()
        if before is None or before.tag != element.tag:
            self.document.insertions += 1

    def deleted(self, element: Element) -> bool:
        before = element.getprevious()
        if before is None or before.tag != element.tag:
            self.document.deletions += 1
        for kind in ("footnote", "endnote"):
            for each in element.iter(*named(f"w:{kind}Reference")):
                self.document.unplaced.add((kind, attribute(each, "w:id") or ""))
        return True

    def letters(self, look: Element) -> bool:
        """How a run looks: whether it shows at all."""
        if self.hides:
            style = child(look, "w:rStyle")
            hidden = style is not None and attribute(style, "w:val") in self.document.styles.hidden
            if (own := child(look, "w:vanish")) is not None:
                hidden = is_on(own)
            if hidden:
                self.hidden_run = look.getparent()
        return True

    def begin_field_part(self, element: Element) -> None:
        if self.lenient:
            return
        match attribute(element, "w:fldCharType"):
            case "begin":
                self.fields.append(False)
                self.in_code += 1
            case "separate":
                if self.fields and not self.fields[-1]:
                    self.fields[-1] = True
                    self.in_code -= 1
            case "end":
                if self.fields and not self.fields.pop():
                    self.in_code -= 1
            case _:
                pass

    def footnote(self, element: Element) -> None:
        self.note("footnote", element)

    def endnote(self, element: Element) -> None:
        self.note("endnote", element)

    def note(self, kind: str, element: Element) -> None:
        document = self.document
        key = (kind, attribute(element, "w:id") or "")
        if key in document.placed or key not in document.notes or self.in_code:
            return
        document.counts[kind] += 1
        document.placed[key] = document.counts[kind]
        cue = f"{kind} {document.placed[key]}"
        self.below([Block(each.text, Role.NOTICE, cue) for each in document.notes[key]])

    def section(self, element: Element) -> bool:
        for which in ("header", "footer"):
            for each in children(element, f"w:{which}Reference"):
                self.document.furniture.setdefault(attribute(each, "r:id") or "", which)
        return True

    def begin_reading_aid(self, element: Element) -> None:  # noqa: ARG002
        """How a word is pronounced, above it in print; it comes first in the file."""
        self.aid_from = len(self.paragraphs[-1].pieces) if self.paragraphs else 0

    def end_reading_aid(self) -> None:
        if self.paragraphs:
            pieces = self.paragraphs[-1].pieces
            self.aid = "".join(pieces[self.aid_from :])
            del pieces[self.aid_from :]

    def end_aided(self) -> None:
        if self.aid:
            self.add(f"({self.aid})")
            self.aid = ""

    def count(self, element: Element) -> None:
        self.document.tally[_COUNTED[_STARTS[element.tag]]] += 1

    def picture(self, element: Element) -> None:  # noqa: ARG002
        self.document.tally[PICTURES] += 1

    def smart_art(self, element: Element) -> None:
        self.below(self.document.diagram(attribute(element, "r:dm") or ""))


def _has(root: Element, name: str) -> bool:
    return next(root.iter(*named(name)), None) is not None


def _special(root: Element) -> set[Element]:
    """Paragraphs that are more than runs of text; libxml2 finds them faster than a walk does."""
    found: set[Element] = set()
    for each in root.iter(*_SPECIAL):
        if (parent := each.getparent()) is not None and parent.tag not in _TAB_STOPS:
            found.update(each.iterancestors(*_PARAGRAPH))
    return found


def _font(text: Element) -> str:
    """Of a run's text; Symbol where nothing is said, for that has most such signs."""
    look = child(text.getparent(), "w:rPr")
    fonts = None if look is None else child(look, "w:rFonts")
    return "Symbol" if fonts is None else attribute(fonts, "w:ascii") or "Symbol"


_START: dict[str, Any] = {
    "w:t": _Walk.text,
    "m:t": _Walk.text,
    "w:p": _Walk.begin_paragraph,
    "w:pPr": _Walk.skip,
    "w:del": _Walk.deleted,
    "w:moveFrom": _Walk.deleted,
    "w:ins": _Walk.inserted,
    "w:moveTo": _Walk.inserted,
    "w:sym": _Walk.symbol,
    "w:rPr": _Walk.letters,
    "w:fldChar": _Walk.begin_field_part,
    "w:footnoteReference": _Walk.footnote,
    "w:endnoteReference": _Walk.endnote,
    "w:tbl": _Walk.begin_table,
    "w:tr": _Walk.begin_row,
    "w:tc": _Walk.begin_cell,
    "w:txbxContent": _Walk.begin_box,
    "w:sectPr": _Walk.section,
    "w:rt": _Walk.begin_reading_aid,
    "mc:AlternateContent": _Walk.begin_choice,
    "mc:Choice": _Walk.alternative,
    "mc:Fallback": _Walk.alternative,
    "a:t": _Walk.drawn_text,
    "v:textpath": _Walk.sign,
    "a:blip": _Walk.picture,
    "v:imagedata": _Walk.picture,
    "dgm:relIds": _Walk.smart_art,
    **dict.fromkeys(_INLINE, _Walk.inline),
    **dict.fromkeys(_BETWEEN, _Walk.formula),
    **dict.fromkeys(_COUNTED, _Walk.count),
}
_END: dict[str, Any] = {
    "w:p": _Walk.end_paragraph,
    "w:tbl": _Walk.end_table,
    "w:tr": _Walk.end_row,
    "w:tc": _Walk.end_cell,
    "w:txbxContent": _Walk.end_box,
    "w:rt": _Walk.end_reading_aid,
    "w:rubyBase": _Walk.end_aided,
    "mc:AlternateContent": _Walk.end_choice,
}
_STARTS = {tag: key for key in _START for tag in named(key)}
_ENDS = {tag: key for key in _END for tag in named(key)}
_AT_START = {tag: _START[key] for tag, key in _STARTS.items()}
_AT_END = {tag: _END[key] for tag, key in _ENDS.items()}
_TEXT = named("w:t")
_PARAGRAPH = named("w:p")
_TAB_STOPS = frozenset(named("w:tabs"))
_USUAL = ("w:t", "w:p", "w:pPr", "w:rPr", "w:sectPr", "w:tbl", "w:tr", "w:tc")
_SPECIAL = (
    *(tag for tag, key in _STARTS.items() if key not in _USUAL),
    *named("w:vanish"),
    *named("w:rStyle"),
)
_LOOK = frozenset(named("w:pPr"))
_LOOKS = {
    tag: key
    for key in ("w:pStyle", "w:outlineLvl", "w:numPr", "w:rPr", "w:framePr", "w:sectPr")
    for tag in named(key)
}
_TEXTS = (*named("w:t"), *named("m:t"), *named("a:t"))

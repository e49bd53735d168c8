"""Headers and footers of the house style, with what the brief puts into their slots."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from briefing.model.brief import Brief
from briefing.writers.docx.inlines import Part
from briefing.writers.docx.looks import Around, around
from briefing.writers.house.contents import said_in
from briefing.writers.house.letterhead import Slot
from briefing.writers.house.slots import own
from briefing.writers.house.whole import House
from briefing.writers.house.xml import elements, etree, parsed, q, value

_SLOT = re.compile(rf"\{{({'|'.join(Slot)})\}}")
_PLACE = re.compile(r"<\?place (\d+)\?>")
_DECLARED = re.compile(r' xmlns:(\w+)="[^"]*"')
_SILENT = {q(each) for each in ("w:rPr", "w:lastRenderedPageBreak", "w:proofErr")}
"""What stands in a run and is not seen."""
_LOGO = "Logo"
"""What a picture in a letterhead is, when the house style does not say."""
_BLOCKS = {q(each) for each in ("w:p", "w:tbl", "w:sdt")}


@dataclass(frozen=True, slots=True)
class Place:
    """A slot with the looks of the run that stood for it."""

    slot: Slot
    around: Around


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that holds nothing but slots; it goes where all are empty."""

    stretch: int
    """Number of the paragraphs it stands among: of one header, footer or cell, between tables."""
    last: bool
    """Whether its header, footer or cell ends with it. Word wants a paragraph there."""
    after_paragraph: bool
    """Whether a paragraph that always stays stands before it in the stretch."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One header or footer, taken apart."""

    name: str
    pieces: tuple[str | Place | Line | None, ...]
    """In order. A Line begins such a paragraph, the next None ends it."""
    numbers_pages: bool
    """Whether the house style does."""

    def filled(self, brief: Brief, part: Part) -> str:
        made: list[str] = []
        start = 0
        full = False
        line: Line | None = None
        stayed: set[int] = set()
        for piece in self.pieces:
            if isinstance(piece, str):
                made.append(piece)
            elif isinstance(piece, Place):
                words = said_in(piece.slot, brief, numbers_pages=self.numbers_pages)
                full = full or bool(words)
                made.append(part.inlines(words, piece.around, rtl=False)[0])
            elif piece is not None:
                line, start, full = piece, len(made), False
            elif line is not None:
                needed = line.last and not line.after_paragraph and line.stretch not in stayed
                if full or needed:
                    stayed.add(line.stretch)
                else:
                    del made[start:]
        return "".join(made)


def edge(name: str, data: bytes, house: House) -> Edge:
    """Take a part apart that ``House.package`` has."""
    root = parsed(data)
    _describe_pictures(root)
    slots = {each: _slots(each) for each in root.iter(q("w:p"))}
    places: list[Place | Line | None] = []

    def mark(what: Place | Line | None) -> Any:
        places.append(what)
        return etree().ProcessingInstruction("place", str(len(places) - 1))

    for paragraph, line in _lines(root, slots):
        paragraph.addprevious(mark(line))
        paragraph.addnext(mark(None))
    for paragraph, found in slots.items():
        for run, slot in found:
            run.getparent().replace(run, mark(Place(slot, _around(paragraph, run, root, house))))
    xml = etree().tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    pieces = (places[int(piece)] if n % 2 else piece for n, piece in enumerate(_PLACE.split(xml)))
    found = tuple(each for each in pieces if each != "")
    return Edge(name, found, house.numbers_pages)


def _slots(paragraph: Any) -> list[tuple[Any, Slot]]:
    """The runs that stand for something; those of a text box belong to the paragraphs in it."""
    found: list[tuple[Any, Slot]] = []
    for run in own(paragraph, "w:r"):
        seen = [each for each in elements(run) if each.tag not in _SILENT]
        if len(seen) == 1 and seen[0].tag == q("w:t"):
            match = _SLOT.fullmatch(seen[0].text or "")
            if match:
                found.append((run, Slot(match[1])))
    return found


def _lines(root: Any, slots: dict[Any, list[tuple[Any, Slot]]]) -> list[tuple[Any, Line]]:
    """Paragraphs that hold nothing but slots."""
    found: list[tuple[Any, Line]] = []
    stretch = 0
    for container in (root, *root.iter(q("w:tc"))):
        stretch += 1
        after_paragraph = False
        blocks = [each for each in elements(container) if each.tag in _BLOCKS]
        for block in blocks:
            if block.tag != q("w:p"):
                stretch += 1
                after_paragraph = False
            elif slots[block] and _alone(block, [run for run, _ in slots[block]]):
                found.append((block, Line(stretch, block is blocks[-1], after_paragraph)))
            else:
                after_paragraph = True
    return found


def _alone(paragraph: Any, slots: list[Any]) -> bool:
    return all(
        run in slots or all(each.tag in _SILENT for each in elements(run))
        for run in paragraph.iter(q("w:r"))
    )


def _around(paragraph: Any, run: Any, root: Any, house: House) -> Around:
    """Looks of a slot: those of its paragraph's style, and its own properties."""
    style = value(paragraph.find(q("w:pPr")), "w:pStyle")
    looks = [each.text for each in house.styles.values() if each.id == style]
    properties = run.find(q("w:rPr"))
    own = (
        {}
        if properties is None
        else {etree().QName(each).localname: _bare(each, root) for each in elements(properties)}
    )
    return replace(around(*looks[:1]), own=tuple(own.items()))


def _bare(element: Any, root: Any) -> str:
    """Its XML, without declarations that the root of the part has."""
    xml: str = etree().tostring(element, encoding="unicode", with_tail=False)
    known = set(root.nsmap)
    return _DECLARED.sub(lambda each: "" if each[1] in known else each[0], xml)


def _describe_pictures(root: Any) -> None:
    """Each picture has an alternative, or says that it is only decoration."""
    for each in root.iter(q("wp:docPr")):
        if not (each.get("descr") or each.get("title")) and not _is_decoration(each):
            each.set("descr", _LOGO)


def _is_decoration(picture: Any) -> bool:
    return any(
        each.tag.endswith("}decorative") and each.get("val") in {"1", "true"}
        for each in picture.iter()
        if isinstance(each.tag, str)
    )

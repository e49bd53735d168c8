"""Each way in which the file could be wrong is found: a check that cannot fail is no check."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from pdf_briefs import RICH, pdf
from pdf_rules import all_faults

from briefing.writers.layout.laid import Line
from briefing.writers.pdf import embedding
from briefing.writers.pdf.file import File
from briefing.writers.pdf.metadata import Metadata
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.structure import Structure

Patch = pytest.MonkeyPatch
Defect = Callable[[Patch], object]


def objects(pattern: str, instead: str = "", count: int = 0) -> Defect:
    """Another text in the objects of the file."""

    def defect(patch: Patch) -> None:
        take = File._take

        def changed(file: File) -> None:
            take(file)
            hits = 0
            for number, body in file._plain.items():
                if count and hits >= count:
                    break
                body, made = re.subn(pattern.encode(), instead.encode(), body, count=count)
                file._plain[number] = body
                hits += made
            assert hits

        patch.setattr(File, "_take", changed)

    return defect


def drawing(pattern: str, instead: str = "") -> Defect:
    """Another drawing of the first page."""

    def defect(patch: Patch) -> None:
        original = Painter.page

        def changed(painter: Painter, page: Any) -> str:
            text = original(painter, page)
            if painter._page:
                return text
            text, hits = re.subn(pattern, instead, text, count=1, flags=re.DOTALL)
            assert hits
            return text

        patch.setattr(Painter, "page", changed)

    return defect


def at_end(change: Callable[[Structure], object]) -> Defect:
    """Another tree."""

    def defect(patch: Patch) -> None:
        original = Structure.end

        def changed(structure: Structure) -> None:
            original(structure)
            change(structure)

        patch.setattr(Structure, "end", changed)

    return defect


def swap(things: list[Any], one: int, other: int) -> None:
    things[one], things[other] = things[other], things[one]


def claim(structure: Structure) -> None:
    structure.root.kids[1].kids.append((0, 0))


def unclaim(structure: Structure) -> None:
    structure.spots[0,].element.kids.clear()


def without_line(patch: Patch) -> None:
    original = Painter._line

    def changed(painter: Painter, line: Line) -> None:
        if line.place != (3,):
            original(painter, line)

    patch.setattr(Painter, "_line", changed)


def character_map(pattern: str, instead: str, count: int = 0) -> Defect:
    """Another text for the codes of the fonts."""

    def defect(patch: Patch) -> None:
        original = embedding._character_map

        def changed(*given: Any) -> str:
            text, hits = re.subn(pattern, instead, original(*given), count=count)
            assert hits
            return text

        patch.setattr(embedding, "_character_map", changed)

    return defect


def no_actual_text(patch: Patch) -> None:
    patch.setattr(Painter, "_said", lambda *_: "")


def other_packet(old: bytes, new: bytes) -> Defect:
    def defect(patch: Patch) -> None:
        original = Metadata.packet

        def changed(metadata: Metadata, options: Any) -> bytes:
            packet = original(metadata, options)
            assert old in packet
            return packet.replace(old, new)

        patch.setattr(Metadata, "packet", changed)

    return defect


_SCOPE = r"/A<</O/Table/Scope/(Row|Column)>>"
DEFECTS: dict[str, Defect] = {
    "does not say that it is tagged": objects("/MarkInfo<</Marked true>>"),
    "no structure": objects(r"/StructTreeRoot \d+ 0 R"),
    "no language": objects(r"/Lang\s?\(en-GB\)"),
    "no language of a foreign passage": objects(r"/Lang\(fr\)"),
    "title not shown": objects("/DisplayDocTitle true", "/DisplayDocTitle false"),
    "two entries of the ParentTree changed": at_end(lambda s: swap(s.pages[0], 0, 1)),
    "ParentTree lacks an entry": at_end(lambda s: s.pages[0].pop()),
    "page without StructParents": objects(r"/StructParents 0\b"),
    "content claimed twice": at_end(claim),
    "content that no element claims": at_end(unclaim),
    "text without a mark": drawing(r"/P<</MCID \d+>>BDC\n(.*?)\nEMC", r"\1"),
    "marking without a mark": drawing(
        r"/Artifact<</Type/Pagination/Subtype/Header>>BDC\n(.*?)\nEMC", r"\1"
    ),
    "lines without a mark": drawing(r"/Artifact<</Type/Layout>>BDC\n(.*?)\nEMC", r"\1"),
    "marking that is not told as a header": drawing("/Subtype/Header", ""),
    "other order of reading": at_end(lambda s: swap(s.root.kids, 2, 3)),
    "rows in another order": at_end(
        lambda s: swap(next(e for e in s.root.kids if e.kind == "Table").kids, 0, 1)
    ),
    "lost line": without_line,
    "heading that skips a level": objects("/S/H2/", "/S/H3/"),
    "heads of a table without scope": objects(_SCOPE),
    "one head of the other scope": objects("/Scope/Column", "/Scope/Row", 1),
    "head cell that is none": objects("/S/TH/", "/S/TD/", 1),
    "item of a list without its list": objects("/S/L/", "/S/Sect/", 1),
    "name that is no standard": objects("/S/BlockQuote/", "/S/Cited/"),
    "picture without alternative text": objects(r"/Alt \(.*?\)"),
    "link without words": objects(r"/Contents (\(.*?\)(?=/)|<[0-9A-F]*>)"),
    "link outside the structure": objects(r"<</Type/OBJR[^>]*>>"),
    "link that the ParentTree does not know": objects(r"/StructParent \d+>>", ">>", 1),
    "link that is not printed": objects("/F 4", "/F 0"),
    "links in no order": objects("/Tabs /S"),
    "note without an ID": objects(r"/ID\(note-1\)"),
    "font that is not embedded": objects(r"/FontFile[23] \d+ 0 R"),
    "font without its letters": objects(r"/ToUnicode \d+ 0 R"),
    "font with other letters": character_map(r"(?m)^(<\w{4}>) <\w+>", r"\1 <0078>"),
    "letter that says nothing": character_map(r"(?m)^<0002> <", "<FFFE> <"),
    "words from right to left as they are seen": no_actual_text,
    "no output intent": objects(r"/OutputIntents\[.*?\]"),
    "no XMP": objects(r"/Metadata \d+ 0 R"),
    "another title in Info": objects(r"/Title \(Harbour .*?\)", "/Title (Other)"),
    "another author in XMP": other_packet(b"A. Kowalska", b"B. Kowalska"),
    "does not claim to be accessible": other_packet(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "claims another part of PDF/A": other_packet(
        b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:part>1</pdfaid:part>"
    ),
}


def test_without_a_defect_nothing_is_found() -> None:
    assert all_faults(pdf(), RICH) == []


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS.keys())
def test_a_defect_is_found(defect: Defect, monkeypatch: Patch) -> None:
    defect(monkeypatch)
    assert all_faults(pdf(), RICH)

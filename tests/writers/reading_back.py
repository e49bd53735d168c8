"""Reading back what the writers wrote, and briefs to write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree
from pdfminer.converter import PDFConverter
from pdfminer.layout import LTPage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from briefing.model.brief import (
    Block,
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Glyphs(PDFConverter):
    """Every character of each page in the order in which it is drawn."""

    def __init__(self) -> None:
        super().__init__(PDFResourceManager(), io.StringIO())
        self.pages: list[str] = []

    def begin_page(self, page, ctm) -> None:
        super().begin_page(page, ctm)
        self.pages.append("")

    def receive_layout(self, ltpage: LTPage) -> None:
        pass

    def handle_undefined_char(self, font, cid) -> str:  # noqa: ARG002
        return f"(cid:{cid})"

    def render_char(self, matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate) -> float:
        self.pages[-1] += font.to_unichr(cid)
        return super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)


@dataclass
class Pdf:
    data: bytes

    def __post_init__(self) -> None:
        self.document = PDFDocument(PDFParser(io.BytesIO(self.data)))
        device = Glyphs()
        interpreter = PDFPageInterpreter(device.rsrcmgr, device)
        for page in PDFPage.create_pages(self.document):
            interpreter.process_page(page)
        self.pages = device.pages

    def body(self, brief: Brief) -> str:
        """The text of all pages without white space, edges and marking taken off."""
        count = len(self.pages)
        return "".join(
            _without_edges(solid(page), brief, number, count)
            for number, page in enumerate(self.pages, start=1)
        )


def _without_edges(page: str, brief: Brief, number: int, count: int) -> str:
    marking = solid(brief.marking)
    top = marking + solid(_said(brief.header, number, count))
    lines = (_said(each, number, count) for each in (brief.footer, brief.numbering))
    bottom = solid(" · ".join(each for each in lines if each)) + marking
    assert page.startswith(top), page[:200]
    assert page.endswith(bottom), page[-200:]
    return page[len(top) : len(page) - len(bottom)]


def _said(inlines: tuple[Inline, ...], number: int = 1, count: int = 1) -> str:
    """Without notes, which are said elsewhere."""
    return "".join(
        each.text if isinstance(each, Run) else str(number if each is PageField.NUMBER else count)
        for each in inlines
        if not isinstance(each, Note)
    )


def solid(text: str) -> str:
    return "".join(text.split())


@dataclass
class Docx:
    data: bytes

    def xml(self, name: str) -> etree._Element:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return etree.fromstring(archive.read(name))

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.namelist()

    def paragraphs(self, part: str = "word/document.xml") -> list[str]:
        return [paragraph_text(each) for each in self.xml(part).iter(f"{W}p")]

    def has(self, name: str) -> bool:
        return name in self.names()

    def styles(self) -> list[str | None]:
        return [
            None if (style := each.find(f"{W}pPr/{W}pStyle")) is None else style.get(f"{W}val")
            for each in self.xml("word/document.xml").iter(f"{W}p")
        ]


_LETTERS = {"br": "\n", "tab": "\t", "softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}
"""Elements that stand for a letter in a run."""


def paragraph_text(paragraph: etree._Element) -> str:
    return "".join(
        each.text or "" if each.tag == f"{W}t" else _LETTERS.get(etree.QName(each).localname, "")
        for run in paragraph.iter(f"{W}r")
        for each in run
    )


def texts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """(sign of the list, words) of each paragraph, in order."""
    number = 0
    for block in blocks:
        is_number = isinstance(block, Paragraph) and block.style is ParagraphStyle.NUMBER
        number = number + 1 if is_number else 0
        match block:
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from (("", _said(each.inlines)) for each in cell.paragraphs)
            case Paragraph(style=ParagraphStyle.BULLET):
                yield "•", _said(block.inlines)
            case _:
                yield f"{number}." if number else "", _said(block.inlines)


def paragraph(text: str, style: ParagraphStyle = ParagraphStyle.NORMAL) -> Paragraph:
    return Paragraph(style, (Run(text),))


def cell(text: str, header: bool = False) -> Cell:
    return Cell((paragraph(text),), header)


FULL = Brief(
    title="Harbour & rail <2021>",
    blocks=(
        paragraph("Briefing note", ParagraphStyle.SUBTITLE),
        paragraph("Harbour & rail <2021>", ParagraphStyle.TITLE),
        Table(
            TableStyle.HEADER,
            (
                (cell("To", True), cell("The Minister")),
                (
                    cell("From", True),
                    Cell(
                        (Paragraph(ParagraphStyle.NORMAL, (Run("[From: not given]", gap=True),)),)
                    ),
                ),
                (
                    cell("Author", True),
                    Cell((Paragraph(ParagraphStyle.NORMAL, (Run("not known", muted=True),)),)),
                ),
            ),
            (0.2, 0.8),
        ),
        Heading(1, (Run("Bottom line"),)),
        paragraph(
            "Zażółć gęślą jaźń; Щука, ёж; Ωμέγα; naïve café — “quoted”.", ParagraphStyle.LEAD
        ),
        Heading(2, (Run("Points "), Run("taken", italic=True))),
        Paragraph(
            ParagraphStyle.BULLET,
            (Run("A line with {{ 7*7 }}, {% for %}, <b>, & and ]]> in it. "), Run("¶1", mark=True)),
        ),
        Paragraph(
            ParagraphStyle.BULLET,
            (
                Run("Bold", bold=True),
                Run(", "),
                Run("italic", italic=True),
                Run(", "),
                Run("both", bold=True, italic=True),
                Run(", a "),
                Run("link", href="https://example.org/a?b=1&c=2"),
                Run(" and\na break."),
            ),
        ),
        paragraph("One", ParagraphStyle.NUMBER),
        paragraph("Two", ParagraphStyle.NUMBER),
        Heading(3, (Run("After"),)),
        paragraph("One again", ParagraphStyle.NUMBER),
        paragraph("Said aloud.", ParagraphStyle.QUOTE),
        Table(
            TableStyle.GRID,
            (
                (cell("Port", True), cell("Berths", True)),
                (cell("Gdańsk"), cell("16")),
                (cell("Ålesund"), Cell(())),
            ),
            (0.6, 0.4),
            1,
        ),
        paragraph("A small remark.", ParagraphStyle.CAPTION),
    ),
    marking="UNMARKED",
    header=(Run("Ports desk"),),
    numbering=(Run("Page "), PageField.NUMBER, Run(" of "), PageField.COUNT),
    author="A. Kowalska",
    subject="Briefing note",
    keywords=("harbour", "rail"),
)
"""Every kind of block and inline there is, but for notes and foreign passages."""


def note(*runs: Run) -> Note:
    return Note(runs)


NOTED = replace(
    FULL,
    blocks=(
        *FULL.blocks,
        Paragraph(
            ParagraphStyle.NORMAL,
            (
                Run("A claim"),
                note(Run("The first & "), Run("only", italic=True)),
                Run(" and "),
                Run("another", bold=True),
                note(Run("See "), Run("here", href="https://example.org/note")),
                note(Run("«Déjà vu»", language="fr")),
                Run("."),
            ),
        ),
        Table(
            TableStyle.GRID,
            (
                (cell("Head", True),),
                (Cell((Paragraph(ParagraphStyle.NORMAL, (Run("Cell"), note(Run("In it")))),)),),
            ),
            (1.0,),
            1,
        ),
    ),
)
"""With four notes, one of them in a table."""

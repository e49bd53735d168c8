"""Reading PDF files against the library alone: PDFium's text of all pages, in turns, in one run."""

from __future__ import annotations

import io
import random

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
from side_by_side import ratio

from briefing.model.article import ReadAs
from briefing.progress import unchecked
from briefing.readers import pdf

SENTENCE = (
    "the harbour council said on Tuesday that negotiations over a shared terminal would be "
    "resumed in late April after months of delays and surveillance along the eastern channel "
    "ministers reported officials government infrastructure"
)


def document(pages: int, columns: int) -> bytes:
    """A file of this many pages, about, with a running head and page numbers."""
    chosen, words = random.Random(7), SENTENCE.split()
    style = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=10, leading=12.5, firstLineIndent=12, alignment=4
    )
    width = 460 / columns - 10
    frames = [Frame(60 + (width + 20) * n, 60, width, 700) for n in range(columns)]

    def edges(canvas: Canvas, made: BaseDocTemplate) -> None:
        canvas.drawString(60, 810, "Harbour review")
        canvas.drawRightString(530, 30, f"Page {made.page}")

    out = io.BytesIO()
    made = BaseDocTemplate(out, pagesize=A4, invariant=1)
    made.addPageTemplates(PageTemplate(frames=frames, onPage=edges))
    story = [
        " ".join(chosen.choice(words) for _ in range(chosen.randint(50, 110))).capitalize() + "."
        for _ in range(int(pages * 8.4))
    ]
    made.build([Paragraph(each, style) for each in story])
    return out.getvalue()


def library_alone(data: bytes) -> int:
    opened = pypdfium2.PdfDocument(data)
    length = 0
    for number in range(len(opened)):
        page = opened[number]
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    opened.close()
    return length


def ours(data: bytes) -> int:
    return len(pdf.read(data, "long.pdf", ReadAs(), unchecked).blocks)


@pytest.mark.parametrize("columns", [1, 2])
def test_three_hundred_pages(columns: int, capsys: pytest.CaptureFixture[str]) -> None:
    data = document(300, columns)
    pages = len(pypdfium2.PdfDocument(data))
    mine, theirs, times = ratio(lambda: ours(data), lambda: library_alone(data), rounds=5)
    with capsys.disabled():
        print(
            f"\nPDF, {pages} pages of {columns} columns: {mine:.2f} s "
            f"({1000 * mine / pages:.1f} ms a page); pypdfium2's text alone {theirs:.2f} s; "
            f"ratio {times:.2f}"
        )
    assert times < 4


def test_against_pdfminer(capsys: pytest.CaptureFixture[str]) -> None:
    from pdfminer.high_level import extract_text

    data = document(12, 1)
    mine, theirs, times = ratio(
        lambda: ours(data), lambda: extract_text(io.BytesIO(data)), rounds=3
    )
    with capsys.disabled():
        print(f"\nPDF, 12 pages: {mine:.3f} s; pdfminer.six {theirs:.3f} s; ratio {times:.3f}")
    assert times < 0.5

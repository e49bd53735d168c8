"""A row of a table stays whole where a page can hold it, in both outputs."""

from __future__ import annotations

import io

import docx
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer

from briefing import pipeline
from briefing.model.brief import Brief, Cell, Paragraph, ParagraphStyle, Run, Table, TableStyle

ROWS = 40


def brief(words: int, count: int = ROWS) -> Brief:
    def cell(text: str, *, header: bool = False) -> Cell:
        return Cell((Paragraph(ParagraphStyle.NORMAL, (Run(text),)),), header)

    head = (cell("When", header=True), cell("What", header=True))
    rows = [
        (cell(f"Day {n:02}"), cell(f"begin{n:02} {'word ' * words}end{n:02}")) for n in range(count)
    ]
    table = Table(TableStyle.GRID, (head, *rows), (0.2, 0.8), 1)
    return Brief("Rows", (table,), "UNMARKED")


@pytest.mark.parametrize("words", [30, 75, 150, 200, 260])
def test_no_row_of_a_pdf_is_broken_and_each_page_has_one_head(words: int) -> None:
    data = pipeline.export(brief(words), ".pdf").data
    seen = 0
    for page in extract_pages(io.BytesIO(data)):
        text = "\n".join(each.get_text() for each in page if isinstance(each, LTTextContainer))
        whole = [n for n in range(ROWS) if f"begin{n:02}" in text]
        assert all(f"end{n:02}" in text for n in whole)
        assert text.count("When") == 1
        seen += len(whole)
    assert seen == ROWS


def test_a_row_that_no_page_can_hold_is_broken_and_loses_nothing() -> None:
    pages = list(extract_pages(io.BytesIO(pipeline.export(brief(1500, 3), ".pdf").data)))
    text = "".join(e.get_text() for page in pages for e in page if isinstance(e, LTTextContainer))
    assert text.count("word") == 1500 * 3


def test_no_row_of_a_word_file_may_be_broken() -> None:
    document = docx.Document(io.BytesIO(pipeline.export(brief(30), ".docx").data))
    rows = document.tables[0]._tbl.tr_lst
    assert [len(row.xpath("./w:trPr/w:cantSplit")) for row in rows] == [1] * (ROWS + 1)
    assert [len(row.xpath("./w:trPr/w:tblHeader")) for row in rows] == [1] + [0] * ROWS

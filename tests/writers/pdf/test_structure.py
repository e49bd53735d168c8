"""Which elements a brief becomes."""

from __future__ import annotations

import pytest
from pdf_rules import Element, TaggedPdf, faults
from reading_back import cell, paragraph

from briefing.model.brief import (
    Block,
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    Notes,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers import house
from briefing.writers.options import Options
from briefing.writers.pdf import write

BULLET, NUMBER = ParagraphStyle.BULLET, ParagraphStyle.NUMBER
QUOTE, CAPTION = ParagraphStyle.QUOTE, ParagraphStyle.CAPTION
TABLE = Table(TableStyle.GRID, ((cell("a"),),), (1.0,))
MADE_TABLE = "Table(TR(TD))"


def said(*inlines: Inline) -> Paragraph:
    return Paragraph(ParagraphStyle.NORMAL, inlines)


def structure(*blocks: Block, notes: Notes = Notes.FOOTNOTES) -> str:
    """Elements and what is in them: ``P L(LI(Lbl LBody))``."""
    brief = Brief("T", blocks, "UNMARKED", notes=notes)
    data = write(brief, house.load(), Options()).data
    assert faults(data, brief) == []
    root = TaggedPdf(data).root
    assert root is not None
    assert root.kind == "Document"
    return _inside(root)


def _inside(element: Element) -> str:
    return " ".join(_shown(each) for each in element.below if isinstance(each, Element))


def _shown(element: Element) -> str:
    inside = _inside(element)
    return f"{element.kind}({inside})" if inside else element.kind


@pytest.mark.parametrize(
    ("styles", "wanted"),
    [
        ((BULLET, BULLET), "L(LI(Lbl LBody) LI(Lbl LBody))"),
        ((BULLET, NUMBER, BULLET), "L(LI(Lbl LBody)) L(LI(Lbl LBody)) L(LI(Lbl LBody))"),
        ((QUOTE, QUOTE, ParagraphStyle.LEAD), "BlockQuote(P P) P"),
        ((ParagraphStyle.TITLE, ParagraphStyle.SUBTITLE, CAPTION), "P P P"),
    ],
)
def test_paragraphs(styles: tuple[ParagraphStyle, ...], wanted: str) -> None:
    assert structure(*(paragraph("x", each) for each in styles)) == wanted


def test_headings_skip_no_level() -> None:
    levels = (2, 3, 1, 3, 2, 3)
    assert structure(*(Heading(each, (Run("x"),)) for each in levels)) == "H1 H2 H1 H2 H2 H3"


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ("ct", "Table(Caption TR(TD))"),
        ("tc", "Table(TR(TD) Caption)"),
        ("ctc", "Table(Caption TR(TD)) P"),
        ("tct", f"Table(TR(TD) Caption) {MADE_TABLE}"),
        ("tpc", f"{MADE_TABLE} P P"),
        ("tcc", "Table(TR(TD) Caption) P"),
        ("cpt", f"P P {MADE_TABLE}"),
    ],
)
def test_a_caption_belongs_to_the_table_beside_it(blocks: str, wanted: str) -> None:
    made = {"c": paragraph("x", CAPTION), "p": paragraph("x"), "t": TABLE}
    assert structure(*(made[each] for each in blocks)) == wanted


def test_cells() -> None:
    several = Cell((paragraph("a"), paragraph("b", BULLET), paragraph("c", BULLET)))
    rows = (
        (cell("head", True), cell("head")),
        (cell("label", True), several),
        (cell("", True), Cell(())),
    )
    table = Table(TableStyle.GRID, rows, (0.5, 0.5), 1)
    cells = "TD(P L(LI(LBody) LI(LBody)))"  # there are no signs in cells
    assert structure(table) == f"Table(TR(TH TH) TR(TH {cells}) TR(TD TD))"


NOTE = Note((Run("See "), Run("page 4", href="https://example.org/")))
MADE_NOTE = "Note(Lbl(Link) P(Link))"


def test_notes_follow_what_refers_to_them() -> None:
    heading = Heading(1, (Run("x"), NOTE))
    item = Paragraph(BULLET, (Run("x"), NOTE, Run("y"), NOTE))
    row = (Cell((said(Run("x"), NOTE),)),)
    assert structure(heading, item, Table(TableStyle.GRID, (row,), (1.0,))) == (
        f"H1(Reference(Link)) P({MADE_NOTE}) "
        f"L(LI(Lbl LBody(Reference(Link) Reference(Link) {MADE_NOTE} {MADE_NOTE}))) "
        f"Table(TR(TD(Reference(Link) {MADE_NOTE})))"
    )


@pytest.mark.parametrize("notes", [Notes.ENDNOTES, Notes.COMMENTS])
def test_notes_at_the_end(notes: Notes) -> None:
    assert structure(said(Run("x"), NOTE), paragraph("y"), notes=notes) == (
        f"P(Reference(Link)) P Sect(P({MADE_NOTE}))"
    )


def test_runs() -> None:
    there = "https://example.org/"
    runs = (
        Run("a ", href=there),
        Run("b", bold=True, href=there),
        Run(" "),
        Run("c ", language="fr"),
        Run("d", italic=True, language="fr"),
        Run(" e", bold=True),
    )
    assert structure(said(*runs)) == "P(Link Span)"


def test_what_says_nothing_is_left_out() -> None:
    assert structure(paragraph(""), paragraph("x"), paragraph("")) == "P"
    assert structure() == ""

from __future__ import annotations

import io
import time
from dataclasses import replace

import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar, LTTextContainer
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from reading_back import Pdf, cell, paragraph, solid, texts

from briefing.errors import GlyphsMissing, RightToLeftUnordered
from briefing.model.brief import (
    Brief,
    Heading,
    Page,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers.pdf import write
from briefing.writers.style import house_style

STYLE = house_style()
LINE = "The ferry to Ålesund leaves at noon and nobody knows when it will be back. "


def written(brief: Brief) -> Pdf:
    return Pdf(write(brief, STYLE).data)


def whole(brief: Brief) -> str:
    return solid("".join(sign + words for sign, words in texts(brief.blocks)))


def test_metadata(full: Brief) -> None:
    document = written(full).document
    info = {
        key: decode_text(resolve1(value))
        for key, value in document.info[0].items()
        if key in ("Title", "Author", "Subject", "Keywords")
    }
    assert info == {
        "Title": "Harbour & rail <2021>",
        "Author": "A. Kowalska",
        "Subject": "Briefing note",
        "Keywords": "harbour, rail",
    }
    assert decode_text(resolve1(document.catalog["Lang"])) == "en-GB"


def test_outline(full: Brief) -> None:
    entries = [(level, title) for level, title, *_ in written(full).document.get_outlines()]
    assert entries == [
        (1, "Harbour & rail <2021>"),
        (2, "Bottom line"),
        (3, "Points taken"),
        (4, "After"),
    ]


def test_outline_of_headings_that_skip_a_level(full: Brief) -> None:
    brief = replace(full, blocks=(Heading(3, (Run("Deep"),)), Heading(1, (Run("High"),))))
    assert len(list(written(brief).document.get_outlines())) == 2


def test_links(full: Brief) -> None:
    data = write(full, STYLE).data
    assert b"https://example.org/a?b=1&c=2" in data


def test_every_font_is_embedded(full: Brief) -> None:
    page = next(iter(_pages(written(full))))
    fonts = resolve1(resolve1(page["Resources"])["Font"])
    assert fonts
    for each in fonts.values():
        font = resolve1(each)
        assert "FontFile2" in resolve1(font["FontDescriptor"]), font["BaseFont"]


def _pages(pdf: Pdf) -> list[dict[str, object]]:
    return [resolve1(each) for each in resolve1(pdf.document.catalog["Pages"])["Kids"]]


@pytest.mark.parametrize(("page", "width"), [(Page.A4, 595.3), (Page.LETTER, 612)])
def test_paper(full: Brief, page: Page, width: float) -> None:
    box = resolve1(_pages(written(replace(full, page=page)))[0]["MediaBox"])
    assert box[2] == pytest.approx(width, abs=0.1)


def test_pages_are_counted_and_marked(full: Brief) -> None:
    long = replace(full, blocks=tuple(paragraph(LINE * 5) for _ in range(60)))
    pdf = written(long)
    count = len(pdf.pages)
    assert count > 3
    for number, page in enumerate(pdf.pages, start=1):
        assert page.startswith("UNMARKED")
        assert page.endswith(f"Page {number} of {count}UNMARKED")
    assert pdf.body(long) == whole(long)


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("margin", range(25, 50))
def test_no_heading_is_left_behind(full: Brief, margin: int, lines: int) -> None:
    """Wherever the page ends (``margin`` is in millimetres) and however much follows."""
    before = tuple(paragraph("x", ParagraphStyle.CAPTION) for _ in range(30))
    headings = (
        Heading(1, (Run("HEADING"),)),
        Paragraph(ParagraphStyle.SUBTITLE, (Run("UNDER"),)),
        Heading(2, (Run("SECOND"),)),
    )
    brief = replace(full, blocks=(*before, *headings, paragraph((LINE * lines).strip())))
    style = replace(STYLE, page=replace(STYLE.page, bottom=margin))
    for page in Pdf(write(brief, style).data).pages:
        assert not solid(page).split("Page")[0].endswith(("HEADING", "UNDER", "SECOND"))


def test_the_larger_of_two_spaces_counts_as_in_word(full: Brief) -> None:
    blocks = (paragraph("above"), Heading(1, (Run("below"),)))
    page = next(iter(extract_pages(io.BytesIO(write(replace(full, blocks=blocks), STYLE).data))))
    tops = {each.get_text().strip(): each.y1 for each in page if isinstance(each, LTTextContainer)}
    styles = STYLE.styles
    space = tops["above"] - tops["below"] - styles.normal.leading
    assert space == pytest.approx(max(styles.normal.after, styles.heading1.before), abs=2)


def test_paragraph_longer_than_a_page(full: Brief) -> None:
    brief = replace(full, blocks=(Heading(1, (Run("H"),)), paragraph(LINE * 200)))
    pdf = written(brief)
    assert pdf.body(brief) == whole(brief)
    assert "The ferry" in pdf.pages[0]  # the heading does not push it to a page of its own


@pytest.mark.parametrize("text", [LINE * 4000, "x" * 100_000])
def test_text_beyond_all_measure(full: Brief, text: str) -> None:
    inlines = (Run("Said "), Run(text.strip(), bold=True), Run(" ¶1", mark=True))
    rows = ((cell(text[:20_000].strip()),),)
    blocks = (
        Paragraph(ParagraphStyle.BULLET, inlines),
        Table(TableStyle.GRID, rows, (1.0,)),
        paragraph("end"),
    )
    brief = replace(full, blocks=blocks)
    start = time.perf_counter()
    pdf = written(brief)
    assert time.perf_counter() - start < 60  # all at once it takes many minutes
    assert pdf.body(brief) == whole(brief)


def _lines(pdf: Pdf) -> list[str]:
    """A no-break space is a space in what is read back."""
    return [line.strip() for line in extract_text(io.BytesIO(pdf.data)).splitlines()]


NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("addition", ["", " [inference]", " [said by Harbour Master Wójcik]"])
@pytest.mark.parametrize("mark", ["¶1", f"1{NB}¶5,{NB}reworded"])
def test_a_mark_never_stands_alone(full: Brief, addition: str, mark: str) -> None:
    """Whatever the length of the line before it."""
    said = f"of Afghanistan.{addition}"
    points = tuple(
        Paragraph(ParagraphStyle.BULLET, (Run(f"{'x' * n} {said}{NB}"), Run(mark, mark=True)))
        for n in range(20, 95)
    )
    lines = [each for each in _lines(written(replace(full, blocks=points))) if "¶" in each]
    assert len(lines) == len(points)
    end = f"{said.split()[-1]} {mark.replace(NB, ' ')}"
    assert all(each.endswith(end) for each in lines)
    assert end in lines  # which is as short as such a line can be


def test_a_mark_stays_with_a_text_beyond_all_measure(full: Brief) -> None:
    for length in range(5996, 6003):
        words = ("word " * 1300)[: length - 6] + " ends" + NB
        brief = replace(
            full,
            blocks=(Paragraph(ParagraphStyle.BULLET, (Run(words), Run("¶1", mark=True))),),
        )
        (line,) = (each for each in _lines(written(brief)) if "¶" in each)
        assert line.endswith("ends ¶1")


def test_time_grows_with_the_length_and_no_faster(full: Brief) -> None:
    def seconds(points: int) -> float:
        blocks = tuple(paragraph(LINE * 2, ParagraphStyle.BULLET) for _ in range(points))
        start = time.perf_counter()
        write(replace(full, blocks=blocks), STYLE)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(2000) / seconds(250) < 8 * 2.5


@pytest.mark.parametrize("style", [ParagraphStyle.NORMAL, ParagraphStyle.BULLET])
def test_word_longer_than_a_line(full: Brief, style: ParagraphStyle) -> None:
    brief = replace(full, blocks=(Paragraph(style, (Run("x" * 5000), Run("¶1", mark=True))),))
    pdf = written(brief)
    assert pdf.body(brief) == whole(brief)
    assert _rightmost(pdf) <= 595.3 - STYLE.page.right * 72 / 25.4 + 1


def _rightmost(pdf: Pdf) -> float:
    def characters(item: object) -> list[LTChar]:
        if isinstance(item, LTChar):
            return [item]
        return [c for each in getattr(item, "_objs", []) for c in characters(each)]

    return max(c.x1 for page in extract_pages(io.BytesIO(pdf.data)) for c in characters(page))


def test_tables_split_across_pages(full: Brief) -> None:
    rows = (
        (cell("Port", True), cell("Note", True)),
        *((cell(f"Port {n}"), cell(LINE * 3)) for n in range(60)),
    )
    brief = replace(full, blocks=(Table(TableStyle.GRID, rows, (0.3, 0.7), 1),))
    pdf = written(brief)
    assert len(pdf.pages) > 2
    for page in pdf.pages:
        assert page.count("PortNote") == 1  # the head row stands on each


@pytest.mark.parametrize("margin", range(25, 60, 5))
@pytest.mark.parametrize("heading", [(), (Heading(1, (Run("HEADING"),)),)])
def test_a_header_table_stays_whole(full: Brief, margin: int, heading: tuple[Heading, ...]) -> None:
    before = tuple(paragraph("x", ParagraphStyle.CAPTION) for _ in range(26))
    rows = tuple((cell(f"L{n}", True), cell(f"V{n}")) for n in range(6))
    blocks = (*before, *heading, Table(TableStyle.HEADER, rows, (0.2, 0.8)))
    style = replace(STYLE, page=replace(STYLE.page, bottom=margin))
    pages = [solid(each) for each in Pdf(write(replace(full, blocks=blocks), style).data).pages]
    whole = "HEADING" * len(heading) + "".join(f"L{n}V{n}" for n in range(6))
    assert sum(whole in each for each in pages) == 1


def test_cell_longer_than_a_page(full: Brief) -> None:
    rows = ((cell("Note", True), cell(LINE * 200)), (cell("x" * 400), cell("end")))
    brief = replace(full, blocks=(Table(TableStyle.HEADER, rows, (0.2, 0.8)),))
    body = written(brief).body(brief)
    assert sorted(body) == sorted(whole(brief))


def test_very_narrow_column(full: Brief) -> None:
    rows = ((cell("abc"), cell("def")),)
    brief = replace(full, blocks=(Table(TableStyle.GRID, rows, (0.0001, 0.9999)),))
    assert written(brief).body(brief) == "abcdef"


@pytest.mark.parametrize("marking", ["SECRET // " * 30, "X" * 3000])
def test_long_marking(full: Brief, marking: str) -> None:
    brief = replace(full, marking=marking.strip())
    assert written(brief).body(brief) == whole(brief)


def test_a_letter_no_font_has_is_told_and_shown(full: Brief) -> None:
    brief = replace(full, blocks=(paragraph("a\U0010fffdb"),))
    result = write(brief, STYLE)
    assert result.notices == (GlyphsMissing(("\U0010fffd",)),)
    assert Pdf(result.data).body(brief) == "a[U+10FFFD]b"


def test_a_private_character_is_named_whatever_some_font_makes_of_it(full: Brief) -> None:
    brief = replace(full, blocks=(paragraph("A private \ue123 sign."),))
    assert GlyphsMissing(("\ue123",)) in write(brief, house_style()).notices


def test_text_from_right_to_left_is_told(full: Brief) -> None:
    brief = replace(full, blocks=(paragraph("The word سلام and no more."),))
    assert RightToLeftUnordered() in write(brief, house_style()).notices


def test_nothing_missing_no_notice(full: Brief) -> None:
    assert write(full, STYLE).notices == ()


def test_an_empty_brief_is_a_page(full: Brief) -> None:
    assert len(written(replace(full, blocks=())).pages) == 1

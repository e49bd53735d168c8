from __future__ import annotations

import io
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pdf_briefs import LINE, RICH, pdf
from pdf_rules import all_faults, faults, validated
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from reading_back import Pdf, cell, paragraph, solid, texts

from briefing.errors import GlyphsMissing
from briefing.model.brief import (
    Brief,
    Heading,
    Note,
    Notes,
    Page,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers import house
from briefing.writers.house.whole import House
from briefing.writers.layout import lay
from briefing.writers.layout.laid import Line
from briefing.writers.options import Options
from briefing.writers.pdf import write

HOUSE = house.load()
STYLES = ("modern", "classical", "plain")
NB = "\N{NO-BREAK SPACE}"


def written(brief: Brief, style: House = HOUSE, options: Options | None = None) -> Pdf:
    return Pdf(write(brief, style, options or Options()).data)


def whole(brief: Brief) -> str:
    return solid("".join(sign + words for sign, words in texts(brief.blocks)))


def pages(brief: Brief, style: House = HOUSE) -> list[str]:
    """The text of each page but for its edges, without white space."""
    return [
        "".join(solid(each.text) for each in page.items if isinstance(each, Line) and each.place)
        for page in lay(brief, style).pages
    ]


def with_bottom(margin: float) -> House:
    """Millimetres."""
    return replace(HOUSE, page=replace(HOUSE.page, bottom=margin * 72 / 25.4))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("notes", [Notes.FOOTNOTES, Notes.ENDNOTES])
def test_each_house_style_is_accessible_and_fit_for_the_archive(style: str, notes: Notes) -> None:
    brief = replace(RICH, notes=notes)
    assert all_faults(pdf(brief, style), brief) == []


def test_without_the_archive_it_is_accessible_still() -> None:
    data = pdf(options=Options(archive=False))
    assert all_faults(data, RICH, archive=False) == []
    assert b"GTS_PDFA1" not in data


def test_an_archive_is_tagged_whatever_is_asked() -> None:
    assert faults(pdf(options=Options(archive=True, tagged=False)), RICH) == []


def test_untagged_has_no_marks_and_no_structure() -> None:
    read = Pdf(pdf(options=Options(archive=False, tagged=False)))
    catalog = read.document.catalog
    assert "StructTreeRoot" not in catalog
    assert "MarkInfo" not in catalog
    for page in _pages(read):
        content = resolve1(page["Contents"]).get_data()
        assert b"BDC" not in content
        assert b"BMC" not in content
        assert "StructParents" not in page


def test_what_is_painted_does_not_depend_on_tags() -> None:
    tagged = Pdf(pdf()).pages
    assert Pdf(pdf(options=Options(archive=False, tagged=False))).pages == tagged


@pytest.mark.parametrize("options", [Options(), Options(False, True), Options(False, False)])
def test_qpdf_finds_nothing(options: Options, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("NO QPDF: PDF FILES ARE NOT CHECKED BY IT")
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(options=options))
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_same_bytes() -> None:
    first = write(RICH, HOUSE, Options()).data
    assert write(RICH, HOUSE, Options()).data == first


def test_metadata(full: Brief) -> None:
    document = written(full).document
    info = {key: decode_text(resolve1(value)) for key, value in document.info[0].items()}
    del info["Producer"], info["Creator"]
    assert info == {  # and no dates
        "Title": "Harbour & rail <2021>",
        "Author": "A. Kowalska",
        "Subject": "Briefing note",
        "Keywords": "harbour, rail",
    }
    assert decode_text(resolve1(document.catalog["Lang"])) == "en-GB"


@pytest.mark.parametrize("title", ["", "Łódź (2) \\ <b> & \U0001f600", "a\x0bb", ")("])
def test_any_title(full: Brief, title: str) -> None:
    brief = replace(full, title=title, author=title, keywords=(title, "b"))
    shown = replace(brief, title=title.replace("\x0b", ""))
    assert faults(write(brief, HOUSE, Options()).data, shown) == []


def test_outline(full: Brief) -> None:
    entries = [(level, title) for level, title, *_ in written(full).document.get_outlines()]
    assert entries == [
        (1, "Harbour & rail <2021>"),
        (2, "Bottom line"),
        (3, "Points taken"),
        (4, "After"),
    ]


def test_outline_of_headings_that_skip_a_level(full: Brief) -> None:
    headings = (Heading(3, (Run("Deep"),)), Heading(1, (Run("High"),)), Heading(3, (Run("Low"),)))
    brief = replace(full, blocks=headings)
    data = write(brief, HOUSE, Options()).data
    assert [title for _, title, *_ in Pdf(data).document.get_outlines()] == ["Deep", "High", "Low"]
    assert all_faults(data, brief) == []


def test_the_outline_leads_to_its_pages(full: Brief) -> None:
    blocks = tuple(
        each for n in range(9) for each in (Heading(1, (Run(f"H{n}"),)), paragraph(LINE * 30))
    )
    read = written(replace(full, blocks=blocks))
    numbers = [page.objid for page in resolve1(read.document.catalog["Pages"])["Kids"]]
    for _, title, dest, *_ in read.document.get_outlines():
        assert title in read.pages[numbers.index(dest[0].objid)]


def _annotations(read: Pdf) -> list[dict[str, object]]:
    return [resolve1(each) for page in _pages(read) for each in resolve1(page.get("Annots")) or []]


def test_links(full: Brief) -> None:
    read = written(full)
    (link,) = _annotations(read)
    assert resolve1(link["A"])["URI"] == b"https://example.org/a?b=1&c=2"
    assert decode_text(link["Contents"]) == "link (https://example.org/a?b=1&c=2)"
    left, bottom, right, top = link["Rect"]
    under = [c for c in _letters(read) if left - 1 < c.x0 < right and bottom < c.y0 + 3 < top]
    assert "".join(each.get_text() for each in under) == "link"


def test_a_reference_leads_to_its_note_and_back(full: Brief) -> None:
    said = (Run("Said"), Note((Run("Page 4 & 5."),)), Run(" here."))
    blocks = (*(paragraph(LINE) for _ in range(3)), Paragraph(ParagraphStyle.NORMAL, said))
    for notes in (Notes.FOOTNOTES, Notes.ENDNOTES):
        there, back = _annotations(written(replace(full, blocks=blocks, notes=notes)))
        assert decode_text(there["Contents"]) == "Page 4 & 5."
        assert there["Rect"][1] > back["Rect"][1]
        assert abs(there["Dest"][3] - back["Rect"][3]) < 5
        assert abs(back["Dest"][3] - there["Rect"][3]) < 5


def test_every_font_is_embedded(full: Brief) -> None:
    page = _pages(written(full))[0]
    fonts = resolve1(resolve1(page["Resources"])["Font"])
    assert fonts
    for each in fonts.values():
        font = resolve1(each)
        descriptor = resolve1(resolve1(resolve1(font["DescendantFonts"])[0])["FontDescriptor"])
        assert "FontFile2" in descriptor or "FontFile3" in descriptor, font["BaseFont"]


def _pages(read: Pdf) -> list[dict[str, object]]:
    return [resolve1(each) for each in resolve1(read.document.catalog["Pages"])["Kids"]]


@pytest.mark.parametrize(("page", "width"), [(Page.A4, 595.3), (Page.LETTER, 612)])
def test_paper(full: Brief, page: Page, width: float) -> None:
    box = resolve1(_pages(written(full, house.load(page=page)))[0]["MediaBox"])
    assert box[2] == pytest.approx(width, abs=0.1)


def test_pages_are_counted_and_marked(full: Brief) -> None:
    long = replace(full, blocks=tuple(paragraph(LINE * 5) for _ in range(60)))
    read = written(long)
    count = len(read.pages)
    assert count > 3
    for number, page in enumerate(read.pages, start=1):
        assert page.startswith("UNMARKED")
        assert page.endswith(f"Page {number} of {count}UNMARKED")
    assert read.body(long) == whole(long)


@pytest.mark.parametrize("lines", [1, 3, 6])
@pytest.mark.parametrize("margin", range(25, 50, 2))
def test_no_heading_is_left_behind(full: Brief, margin: int, lines: int) -> None:
    """Wherever the page ends (``margin`` is in millimetres) and however much follows."""
    before = tuple(paragraph("x", ParagraphStyle.CAPTION) for _ in range(30))
    headings = (
        Heading(1, (Run("HEADING"),)),
        Paragraph(ParagraphStyle.SUBTITLE, (Run("UNDER"),)),
        Heading(2, (Run("SECOND"),)),
    )
    brief = replace(full, blocks=(*before, *headings, paragraph((LINE * lines).strip())))
    for page in pages(brief, with_bottom(margin)):
        assert not page.endswith(("HEADING", "UNDER", "SECOND"))


def test_paragraph_longer_than_a_page(full: Brief) -> None:
    brief = replace(full, blocks=(Heading(1, (Run("H"),)), paragraph(LINE * 200)))
    read = written(brief)
    assert read.body(brief) == whole(brief)
    assert "The ferry" in read.pages[0]  # the heading does not push it to a page of its own


@pytest.mark.parametrize("text", [LINE * 1000, "x" * 100_000])
def test_text_beyond_all_measure(full: Brief, text: str) -> None:
    inlines = (Run("Said "), Run(text.strip(), bold=True), Run(" ¶1", mark=True))
    rows = ((cell(text[:5000].strip()),),)
    blocks = (
        Paragraph(ParagraphStyle.BULLET, inlines),
        Table(TableStyle.GRID, rows, (1.0,)),
        paragraph("end"),
    )
    brief = replace(full, blocks=blocks)
    start = time.perf_counter()
    data = write(brief, HOUSE, Options()).data
    assert time.perf_counter() - start < 10  # all at once it takes many minutes
    assert Pdf(data).body(brief) == whole(brief)


def _lines(read: Pdf) -> list[str]:
    return [line.strip() for line in extract_text(io.BytesIO(read.data)).splitlines()]


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
    end = f"{said.split()[-1]}{NB}{mark}"
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
        assert line.endswith(f"ends{NB}¶1")


def test_time_grows_with_the_length_and_no_faster(full: Brief) -> None:
    def seconds(points: int) -> float:
        blocks = tuple(paragraph(LINE * 2, ParagraphStyle.BULLET) for _ in range(points))
        start = time.process_time()
        write(replace(full, blocks=blocks), HOUSE, Options())
        return time.process_time() - start

    seconds(10)
    assert seconds(2000) / seconds(250) < 8 * 2.5


@pytest.mark.parametrize("style", [ParagraphStyle.NORMAL, ParagraphStyle.BULLET])
def test_word_longer_than_a_line(full: Brief, style: ParagraphStyle) -> None:
    brief = replace(full, blocks=(Paragraph(style, (Run("x" * 1000), Run("¶1", mark=True))),))
    read = written(brief)
    assert read.body(brief) == whole(brief)
    assert max(each.x1 for each in _letters(read)) <= HOUSE.page.width - HOUSE.page.right + 1
    assert faults(read.data, brief) == []  # no spaces where the word was broken


def _letters(read: Pdf) -> list[LTChar]:
    def inside(item: object) -> list[LTChar]:
        if isinstance(item, LTChar):
            return [item]
        return [c for each in getattr(item, "_objs", []) for c in inside(each)]

    return [c for page in extract_pages(io.BytesIO(read.data)) for c in inside(page)]


def test_tables_split_across_pages(full: Brief) -> None:
    rows = (
        (cell("Port", True), cell("Note", True)),
        *((cell(f"Port {n}"), cell(LINE * 3)) for n in range(60)),
    )
    brief = replace(full, blocks=(Table(TableStyle.GRID, rows, (0.3, 0.7), 1),))
    read = written(brief)
    assert len(read.pages) > 2
    for page in read.pages:
        assert solid(page).count("PortNote") == 1  # the head row stands on each
    assert faults(read.data, brief) == []  # and is read once


@pytest.mark.parametrize("margin", range(25, 60, 5))
@pytest.mark.parametrize("heading", [(), (Heading(1, (Run("HEADING"),)),)])
def test_a_header_table_stays_whole(full: Brief, margin: int, heading: tuple[Heading, ...]) -> None:
    before = tuple(paragraph("x", ParagraphStyle.CAPTION) for _ in range(26))
    rows = tuple((cell(f"L{n}", True), cell(f"V{n}")) for n in range(6))
    blocks = (*before, *heading, Table(TableStyle.HEADER, rows, (0.2, 0.8)))
    whole = "HEADING" * len(heading) + "".join(f"L{n}V{n}" for n in range(6))
    found = pages(replace(full, blocks=blocks), with_bottom(margin))
    assert sum(whole in each for each in found) == 1


def test_cell_longer_than_a_page(full: Brief) -> None:
    rows = ((cell("Note", True), cell(LINE * 200)), (cell("x" * 400), cell("end")))
    brief = replace(full, blocks=(Table(TableStyle.HEADER, rows, (0.2, 0.8)),))
    data = write(brief, HOUSE, Options()).data
    assert sorted(Pdf(data).body(brief)) == sorted(whole(brief))
    assert faults(data, brief) == []


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
    result = write(brief, HOUSE, Options())
    assert GlyphsMissing(("\U0010fffd",)) in result.notices
    assert Pdf(result.data).body(brief) == "a[U+10FFFD]b"


def test_a_private_character_is_named_whatever_some_font_makes_of_it(full: Brief) -> None:
    brief = replace(full, blocks=(paragraph("A private \ue123 sign."),))
    assert GlyphsMissing(("\ue123",)) in write(brief, HOUSE, Options()).notices


def test_nothing_missing_no_notice(full: Brief) -> None:
    notices = write(full, HOUSE, Options()).notices
    assert not [each for each in notices if isinstance(each, GlyphsMissing)]


def test_an_empty_brief_is_a_page(full: Brief) -> None:
    brief = replace(full, blocks=())
    data = write(brief, HOUSE, Options()).data
    assert len(Pdf(data).pages) == 1
    assert all_faults(data, brief) == []


@pytest.mark.parametrize("options", [Options(), Options(archive=False, tagged=False)])
def test_what_runs_from_right_to_left_is_copied_out_as_it_reads(
    full: Brief, options: Options
) -> None:
    brief = replace(full, blocks=(paragraph("The office of שלום in مرحبا, too."),))
    page = pypdfium2.PdfDocument(write(brief, HOUSE, options).data)[0]
    assert "The office of שלום in مرحبا, too." in page.get_textpage().get_text_range()


def test_a_note_whose_number_is_parted_is_said_once(full: Brief) -> None:
    inlines = tuple(Note((Run(f"Note {n}."),)) for n in range(300))
    brief = replace(full, blocks=(Paragraph(ParagraphStyle.NORMAL, inlines),))
    assert faults(write(brief, HOUSE, Options()).data, brief) == []


def test_an_archive_has_no_string_beyond_measure(full: Brief) -> None:
    words = "Nobody knows. " * 3000
    said = (Run("So it is"), Note((Run(words),)))
    blocks = (Heading(1, (Run(words),)), Paragraph(ParagraphStyle.NORMAL, said))
    brief = replace(full, title=words, blocks=blocks)
    assert validated(write(brief, HOUSE, Options()).data) == []

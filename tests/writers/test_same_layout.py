"""The PDF is laid out as LibreOffice lays out the Word file: same lines and pages and places."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace

import libreoffice
import pytest
from briefs import FERRY, SAMPLES, p
from reportlab.pdfgen.canvas import Canvas
from same_layout import Report, compare, read, reports

from briefing.model.brief import Brief, Heading, Page, Paragraph, Run
from briefing.writers import WRITERS, Options
from briefing.writers.house import load

SHARE, ACROSS, DOWN = 0.98, 1, 8
"""Of lines with the same text on the same page; points they may be apart."""

HOUSES = [("modern", False), ("modern", True), ("classical", False), ("plain", False)]


@pytest.mark.parametrize(("house", "letter"), HOUSES)
def test_the_pdf_looks_like_the_word_file(house: str, letter: bool) -> None:
    check(reports(house, list(SAMPLES), letter))


@pytest.mark.slow
@pytest.mark.parametrize("house", ["classical", "plain"])
def test_on_letter_paper_too(house: str) -> None:
    check(reports(house, list(SAMPLES), letter=True))


def check(found: list[Report]) -> None:
    wrong = [each for each in found if not _holds(each)]
    if wrong:
        said = "\n".join(f"{each}\n{each.differences()}" for each in wrong)
        pytest.fail(said, pytrace=False)


def _holds(report: Report) -> bool:
    return (
        report.ours > 50
        and report.pages[0] == report.pages[1]
        and report.share >= SHARE
        and report.dx() <= ACROSS
        and report.dx_right() <= 2 * ACROSS
        and report.dy() <= DOWN
    )


# --- whether the comparison sees what it is for -------------------------------------------------

Drawn = tuple[float, float, str]
"""x, y, words."""
LINES: list[Drawn] = [(72, 700 - 14 * n, f"Line number {n} of the page") for n in range(10)]


def drawn(*pages: Iterable[Drawn], size: float = 10) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for x, y, words in page:
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_the_same_is_the_same() -> None:
    report = compare(drawn(LINES), drawn(LINES))
    assert (report.ours, report.theirs, report.share, report.pages) == (10, 10, 1, (1, 1))
    assert report.dx() == report.dy() == report.dx_right() == 0


def test_a_line_that_is_shifted() -> None:
    x, y, words = LINES[4]
    report = compare(drawn([*LINES[:4], (x + 3, y - 5, words), *LINES[5:]]), drawn(LINES))
    assert report.share == 1
    assert report.dx() == pytest.approx(3)
    assert report.dx_right() == pytest.approx(3)
    assert report.dy() == pytest.approx(5)
    assert report.dx(0.5) == 0
    assert "dx +3.00" in report.differences()
    assert "dy -5.00" in report.differences()


def test_a_word_that_is_changed() -> None:
    x, y, words = LINES[4]
    changed = words.replace("page", "pane")
    report = compare(drawn([*LINES[:4], (x, y, changed), *LINES[5:]]), drawn(LINES))
    assert report.share == 0.9
    assert [each.text for each in report.only_ours] == [changed]
    assert [each.text for each in report.only_theirs] == [words]


def test_a_page_that_ends_earlier() -> None:
    report = compare(drawn(LINES[:8], LINES[8:]), drawn(LINES))
    assert report.pages == (2, 1)
    assert report.share == 0.8
    assert {each.page for each in report.only_ours} == {2}


def test_words_that_go_to_the_next_line() -> None:
    ours = [(72, 700, "one two"), (72, 686, "three four")]
    report = compare(drawn(ours), drawn([(72, 700, "one two three"), (72, 686, "four")]))
    assert report.share == 0


def test_a_line_too_many_and_one_too_few() -> None:
    more, fewer = compare(drawn(LINES), drawn(LINES[1:])), compare(drawn(LINES[1:]), drawn(LINES))
    assert (more.share_ours, more.share_theirs, more.share) == (0.9, 1, 0.9)
    assert (fewer.share_ours, fewer.share_theirs, fewer.share) == (1, 0.9, 0.9)


def test_the_same_words_far_away_are_another_line() -> None:
    assert compare(drawn([(72, 700, "Total")]), drawn([(72, 300, "Total")])).share == 0


def test_cells_side_by_side_are_lines_of_their_own() -> None:
    row = [(72, 700, "Port"), (120, 700, "16"), (300, 700, "not known"), (300, 688, "since May")]
    texts = [each.text for each in read(drawn(row))[0]]
    assert texts == ["Port", "16", "not known", "since May"]


def test_a_raised_number_belongs_to_its_line() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 700, "The river")
    canvas.drawString(72, 686, "below")
    canvas.setFont("Helvetica", 6)
    canvas.drawString(72 + canvas.stringWidth("The river", "Helvetica", 10), 703.3, "12")
    canvas.drawString(72 - canvas.stringWidth("345", "Helvetica", 6), 703.3, "345")
    canvas.showPage()
    canvas.save()
    first, second = read(buffer.getvalue())[0]
    assert (first.text, first.base, second.text) == ("345The river12", 700, "below")


def test_libreoffice_against_itself() -> None:
    """With documents that are changed a little, as LibreOffice lays them out."""
    first = next(n for n, each in enumerate(FERRY.blocks) if _is_text(each))
    blocks = FERRY.blocks
    paragraph = blocks[first]
    assert isinstance(paragraph, Paragraph)
    changed = replace(paragraph, inlines=(*paragraph.inlines, Run(" Yes.")))
    briefs = {
        "same": FERRY,
        "word": replace(FERRY, blocks=(*blocks[:first], changed, *blocks[first + 1 :])),
        "longer": replace(
            FERRY, blocks=(*blocks[:2], *(p(f"More {n}.") for n in range(9)), *blocks[2:])
        ),
        "paper": replace(FERRY, page=Page.LETTER),
    }
    files = {name: _docx(each) for name, each in briefs.items()}
    pdfs = libreoffice.convert(files)
    same, word, longer, paper = (compare(pdfs["same"], pdfs[each]) for each in briefs)
    assert same.share == 1
    assert same.dx() == same.dy() == 0
    assert 0.9 < word.share < 1
    assert longer.share < 0.9
    assert not _holds(paper)


def _is_text(block: object) -> bool:
    return (
        isinstance(block, Paragraph) and not isinstance(block, Heading) and block.style == "normal"
    )


def _docx(brief: Brief) -> bytes:
    return WRITERS[".docx"](brief, load("modern", brief.page), Options()).data

"""Word against docxtpl, PDF against bare ReportLab: the same content, in turns, in one run."""

from __future__ import annotations

import io
import pickle
import statistics
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pytest
from docxtpl import DocxTemplate
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle as Look
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as Laid
from reportlab.platypus import SimpleDocTemplate
from side_by_side import ratio

from briefing.model.brief import Brief, Heading, PageField, Paragraph, ParagraphStyle, Run
from briefing.writers import WRITERS, Options
from briefing.writers.fonts import FontBook
from briefing.writers.fonts.face import Face
from briefing.writers.house import load
from briefing.writers.house.look import Style

ROOT = Path(__file__).parents[2]
HOUSE = load("modern")
OPTIONS = Options()
UNTAGGED = Options(archive=False, tagged=False)
SENTENCE = (
    "The port authorities of Gdańsk and Ålesund signed an agreement on Tuesday & said that "
    "point {n} of it, “the shared terminal”, would be looked at again in late April."
)
Sections = list[tuple[str, list[str]]]


def content(sections: int) -> Sections:
    return [
        (f"Section {s}", [SENTENCE.format(n=10 * s + p) for p in range(10)])
        for s in range(sections)
    ]


def brief(sections: Sections) -> Brief:
    blocks: list[Heading | Paragraph] = [Paragraph(ParagraphStyle.TITLE, (Run("Ports"),))]
    for name, points in sections:
        blocks.append(Heading(1, (Run(name),)))
        blocks += [
            Paragraph(ParagraphStyle.BULLET, (Run(f"{point} "), Run("¶1", mark=True)))
            for point in points
        ]
    footer = (Run("Page "), PageField.NUMBER, Run(" of "), PageField.COUNT)
    return Brief("Ports", tuple(blocks), "UNMARKED", footer=footer)


def docxtpl_template(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Ports", style="Title")
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.name }}", style="Heading 1")
    document.add_paragraph("{%p for point in section.points %}")
    point = document.add_paragraph("{{ point }} ", style="List Bullet")
    point.add_run("¶1").italic = True
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))


@pytest.mark.parametrize("sections", [3, 100, 1000])
def test_docx(sections: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = content(sections)
    made = brief(data)
    template = tmp_path / "template.docx"
    docxtpl_template(template)
    context = {"sections": [{"name": name, "points": points} for name, points in data]}

    def theirs() -> bytes:
        file = DocxTemplate(template)
        file.render(context, autoescape=True)
        buffer = io.BytesIO()
        file.save(buffer)
        return buffer.getvalue()

    said = [each.text for each in docx.Document(io.BytesIO(theirs())).paragraphs]
    own = docx.Document(io.BytesIO(WRITERS[".docx"](made, HOUSE, OPTIONS).data)).paragraphs
    assert said == [each.text for each in own]  # else the comparison says nothing
    figures = ratio(
        lambda: WRITERS[".docx"](made, HOUSE, OPTIONS), theirs, {3: 15, 100: 5, 1000: 3}[sections]
    )
    _report(capsys, f"DOCX, {sections} sections, against docxtpl", figures)
    assert figures[2] <= 0.8


FIRST = """
import pickle, sys, time
start = time.perf_counter()
content, template = sys.argv[1:]
with open(content, "rb") as file:
    made = pickle.load(file)
{}
print(time.perf_counter() - start)
"""
OURS = """
from briefing.writers import WRITERS, Options
from briefing.writers.house import load
WRITERS[".docx"](made, load("modern"), Options())
"""
THEIRS = """
import io
from docxtpl import DocxTemplate
file = DocxTemplate(template)
file.render(made, autoescape=True)
file.save(io.BytesIO())
"""


@pytest.mark.parametrize("sections", [3, 100])
def test_first_docx_of_a_process(
    sections: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With all that has to be imported and made first; nothing is asked of it."""
    data = content(sections)
    template = tmp_path / "template.docx"
    docxtpl_template(template)
    context = {"sections": [{"name": name, "points": points} for name, points in data]}
    commands: list[list[str]] = []
    for code, made in ((OURS, brief(data)), (THEIRS, context)):
        file = tmp_path / str(len(commands))
        file.write_bytes(pickle.dumps(made))
        commands.append([sys.executable, "-c", FIRST.format(code), str(file), str(template)])
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(11):
        for command, taken in zip(commands, times, strict=True):
            done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
            taken.append(float(done.stdout))
    ours, theirs = (statistics.median(each) for each in times)
    what = f"first DOCX of a process, {sections} sections, against docxtpl"
    _report(capsys, what, (ours, theirs, ours / theirs))


@pytest.mark.parametrize(("options", "most"), [(UNTAGGED, 1.2), (OPTIONS, 2.0)])
@pytest.mark.parametrize("sections", [3, 100, 1000])
def test_pdf(
    sections: int, options: Options, most: float, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bare: paragraphs of the same sizes in a font of the same widths, with nothing else done."""
    data = content(sections)
    made = brief(data)
    book = FontBook()
    family = HOUSE.styles[Style.NORMAL].text.family
    fonts = {bold: _registered(book.face(family, bold=bold)) for bold in (False, True)}

    def look(style: Style) -> Look:
        each = HOUSE.styles[style]
        face = book.face(each.text.family, bold=each.text.bold)
        return Look(
            style.name,
            fontName=fonts[each.text.bold],
            fontSize=each.text.size,
            leading=each.text.size * each.line * (face.ascent + face.descent + face.gap),
            spaceBefore=each.before,
            spaceAfter=each.after,
            leftIndent=each.left,
            bulletIndent=each.left + each.first,
            bulletFontName=fonts[False],
            textColor=HexColor(each.text.colour),
        )

    def theirs() -> bytes:
        title, heading, bullet = look(Style.TITLE), look(Style.HEADING1), look(Style.BULLET)
        story = [Laid("Ports", title)]
        for name, points in data:
            story.append(Laid(escape(name), heading))
            story += [
                Laid(f'{escape(each)} <font color="#5d6b7a">¶1</font>', bullet, bulletText="•")
                for each in points
            ]
        buffer = io.BytesIO()
        SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(story)
        return buffer.getvalue()

    def ours() -> bytes:
        return WRITERS[".pdf"](made, HOUSE, options).data

    figures = ratio(ours, theirs, {3: 15, 100: 5, 1000: 1}[sections])
    kind = "tagged, for the archive" if options.tagged else "untagged"
    _report(capsys, f"PDF, {kind}, {sections} sections, against ReportLab", figures)
    assert figures[2] <= most


def _registered(face: Face) -> str:
    font = TTFont(face.key, str(face.path), subfontIndex=face.index)
    pdfmetrics.registerFont(font)
    return face.key


def _report(
    capsys: pytest.CaptureFixture[str], what: str, figures: tuple[float, float, float]
) -> None:
    ours, theirs, times = figures
    with capsys.disabled():
        print(f"\n{what}: {ours * 1000:.1f} ms, {theirs * 1000:.1f} ms, {times:.2f} times")

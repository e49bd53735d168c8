"""Fonts in the PDF: what is copied out of it is what went in."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import font_files as making
import pypdfium2
import pytest
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from reportlab.pdfgen.canvas import Canvas

from briefing.writers.fonts import Face, FontBook, Shaped, files
from briefing.writers.fonts.machine import Fonts
from briefing.writers.pdf.embedding import Embedding

NOTHING = Fonts(())
SIZE = 20
DATA = Path(__file__).parents[1] / "data" / "fonts"
"""Made for these tests: rectangles."""


@pytest.fixture
def sans() -> Face:
    return FontBook(installed=NOTHING).face("Source Sans Pro")


@pytest.fixture
def serif() -> Face:
    return FontBook(installed=NOTHING).face("Source Serif Pro")


@pytest.fixture
def cff(tmp_path: Path) -> Face:
    return postscript(tmp_path)


def postscript(folder: Path) -> Face:
    (folder / "a.otf").write_bytes(making.packaged("SourceSerifPro-Regular.otf"))
    return FontBook(installed=Fonts(files.scan([folder]))).face("Source Serif Pro")


def pdf(*lines: Shaped) -> bytes:
    """A page with each of them on a line of its own."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), invariant=True, pageCompression=0)
    canvas._preamble = ""
    embedding = Embedding(canvas._doc)
    for n, line in enumerate(lines):
        name = embedding.name(line.face)
        canvas._code.append(
            f"BT /{name} {SIZE} Tf 1 0 0 1 50 {700 - 40 * n} Tm"
            f" [{embedding.operand(line, SIZE)}]TJ ET"
        )
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def copied(data: bytes) -> str:
    return extract_text(io.BytesIO(data)).strip().replace("\n\n", "\n")


def rendered(data: bytes) -> bytes:
    with pypdfium2.PdfDocument(data) as document:
        return bytes(document[0].render(scale=2, grayscale=True).buffer)


def ink(data: bytes) -> float:
    """How much of the page is black, in square points."""
    with pypdfium2.PdfDocument(data) as document:
        picture = document[0].render(scale=4, grayscale=True)
        return sum(255 - each for each in bytes(picture.buffer)) / 255 / 16


def the_fonts(data: bytes) -> dict[str, dict[str, object]]:
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    found: dict[str, dict[str, object]] = {}
    for xref in document.xrefs:
        for number in xref.get_objids():
            thing = resolve1(document.getobj(number))
            if isinstance(thing, dict) and str(thing.get("Subtype")) == "/'Type0'":
                found[str(thing["BaseFont"])] = thing
    return found


TEXTS = [
    "plain words",
    "office, waffle, fjord, fi ffi fl",
    "5\u00a0May, 20\u2009km, re\u2011read – “so” — …",
    "Zażółć gęślą jaźń; Щука, ёж; Ωμέγα",
    "e\u0301 é x\u0301",
    "AVATAR To Ty",
]


@pytest.mark.parametrize("text", TEXTS)
def test_text_comes_out_as_it_went_in(sans: Face, serif: Face, text: str) -> None:
    for face in (sans, serif):
        shaped = face.shape(text, kern=True)
        assert Embedding(Canvas(io.BytesIO())._doc).instead(shaped) is None
        assert copied(pdf(shaped)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_so_with_outlines_of_postscript(cff: Face, text: str) -> None:
    assert cff.file.outlines == "CFF"
    data = pdf(cff.shape(text, kern=True))
    assert copied(data) == text
    assert b"/CIDFontType0C" in data
    assert len(set(rendered(data))) > 5


def test_a_glyph_that_says_two_things(sans: Face, cff: Face) -> None:
    for face in (sans, cff):
        a = face.shape("A")
        other = Shaped(face, "Α", a.ids, a.advances, None, (0,), a.width)  # Greek
        assert copied(pdf(a, other)) == "A\nΑ"


def test_hints_on_breaking_are_not_copied(sans: Face) -> None:
    assert copied(pdf(sans.shape("co\u00adop\u200ber\u2066ate\u2069"))) == "cooperate"


@pytest.mark.parametrize("offsets", [None, ((0, 0), (-200, 0))])
def test_several_glyphs_for_one_letter_need_words_of_their_own(
    sans: Face, offsets: tuple[tuple[int, int], ...] | None
) -> None:
    ids = sans.shape("e").ids[0], sans.shape("x\u0323").ids[1]
    parted = Shaped(sans, "ẹ", ids, (500, 0), offsets, (0, 0), 500)
    embedding = Embedding(Canvas(io.BytesIO())._doc)
    assert embedding.instead(parted) == "ẹ"
    assert copied(pdf(parted)).replace("\u200b", "") == "ẹ"


def test_marks_above_letters_are_raised(serif: Face) -> None:
    shaped = serif.shape("X\u0323\u0301X")
    assert shaped.offsets is not None
    assert any(up for _, up in shaped.offsets)
    embedding = Embedding(Canvas(io.BytesIO())._doc)
    operand = embedding.operand(shaped, SIZE)
    assert re.search(r"\]TJ [\d.]+ Ts\[", operand)
    assert operand.count("Ts") == 2
    assert "]TJ 0 Ts[" in operand
    assert embedding.operand(shaped, 2 * SIZE) != operand
    level = tuple((right, 0) for right, _ in shaped.offsets)
    plain = Shaped(serif, shaped.text, shaped.ids, shaped.advances, level, shaped.clusters, 0)
    assert rendered(pdf(shaped)) != rendered(pdf(plain))


def test_every_operand_is_well_formed(sans: Face, serif: Face) -> None:
    embedding = Embedding(Canvas(io.BytesIO())._doc)
    item = r"(?:<(?:[0-9A-F]{4})+>|-?\d+(?:\.\d+)?)"
    rise = r"\]TJ -?\d+(?:\.\d+)? Ts\["
    for face in (sans, serif):
        for text in (
            *TEXTS,
            "x\u0301\u0301 q\u0303\u030cX\u0323\u0301X",
            "\u030c\u0301x",
            "",
            "\u200b",
        ):
            for rtl in (False, True):
                operand = embedding.operand(face.shape(text, rtl=rtl, kern=True), SIZE)
                assert re.fullmatch(rf"(?:\s*(?:{item}|{rise}))*\s*", operand), operand


def test_kerning_is_in_the_drawing(sans: Face) -> None:
    embedding = Embedding(Canvas(io.BytesIO())._doc)
    loose = embedding.operand(sans.shape("AV"))
    close = embedding.operand(sans.shape("AV", kern=True))
    assert re.fullmatch(r"<[0-9A-F]{8}>", loose)
    found = re.fullmatch(r"<[0-9A-F]{4}>(\d+(?:\.\d+)?)<[0-9A-F]{4}>", close)
    assert found is not None
    gained = sans.shape("AV").width - sans.shape("AV", kern=True).width
    assert float(found[1]) == pytest.approx(gained * 1000 / sans.units, abs=0.01)


def test_where_letters_stand(sans: Face) -> None:
    shaped = sans.shape("AVATAR", kern=True)
    with pypdfium2.PdfDocument(pdf(shaped, sans.shape("x"))) as document:
        page = document[0].get_textpage()
        left, right = page.get_charbox(0, loose=True)[0], page.get_charbox(5, loose=True)[2]
    assert right - left == pytest.approx(shaped.width * SIZE / sans.units, abs=0.1)


def test_only_what_is_used_is_embedded(sans: Face) -> None:
    assert len(pdf(sans.shape("abc"))) < 12_000
    assert len(making.packaged()) > 200_000


def test_a_font_that_must_stay_whole_is_embedded_whole(tmp_path: Path) -> None:
    making.put(tmp_path, "Whole", permissions=0x100)
    making.put(tmp_path, "Part")
    installed = Fonts(files.scan([tmp_path]))
    sizes = [
        len(pdf(FontBook(installed=installed).face(name).shape("abc")))
        for name in ("Whole", "Part")
    ]
    assert sizes[0] > 5 * sizes[1]


def test_a_face_of_a_collection(tmp_path: Path) -> None:
    faces = [making.made("First"), making.made("Second", source="SourceSansPro-Bold.ttf")]
    (tmp_path / "both.ttc").write_bytes(making.collection(faces))
    book = FontBook(installed=Fonts(files.scan([tmp_path])))
    first, second = (pdf(book.face(name).shape("abc")) for name in ("First", "Second"))
    assert copied(first) == copied(second) == "abc"
    assert rendered(first) != rendered(second)


def test_a_weight_of_a_variable_font() -> None:
    book = FontBook(installed=Fonts(files.scan([DATA])))
    plain, bold = (pdf(book.face("Vary", bold=bold).shape("ABC")) for bold in (False, True))
    assert copied(plain) == copied(bold) == "ABC"
    assert ink(bold) > ink(plain) * 1.1


def test_a_font_that_numbers_its_glyphs_otherwise() -> None:
    """Its letters A to Z are rectangles of 500 to 750 by 400 to 750 thousandths."""
    face = FontBook(installed=Fonts(files.scan([DATA]))).face("CidFont")
    shaped = face.shape("AZ 漢")
    data = pdf(shaped)
    assert copied(data) == "AZ 漢"
    drawn = sum(
        (each - 100) * height
        for each, height in zip(
            (face.own_width(glyph) for glyph in shaped.ids if glyph != 1),
            (300, 550, 500),
            strict=True,
        )
    )
    assert ink(data) == pytest.approx(drawn * SIZE**2 / 1e6, rel=0.05)


def test_the_box_for_what_is_not_there_is_never_shown(sans: Face) -> None:
    data = pdf(sans.shape("abc"))
    assert "<0000>" not in data.decode("latin-1").split("stream")[1]
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    (font,) = the_fonts(data).values()
    below = resolve1(resolve1(font["DescendantFonts"])[0])
    places = resolve1(below["CIDToGIDMap"])
    assert isinstance(places, PDFStream)
    assert document is not None
    codes = places.get_data()
    assert len(codes) == 8
    assert 0 not in [int.from_bytes(codes[at : at + 2], "big") for at in (2, 4, 6)]


def test_what_a_reader_is_told_of_the_font(sans: Face) -> None:
    italic = FontBook(installed=NOTHING).face("Source Sans Pro", italic=True, bold=True)
    data = pdf(sans.shape("abc"), italic.shape("abc"))
    fonts = the_fonts(data)
    assert len(fonts) == 2
    for name, font in fonts.items():
        assert re.match(r"/'[A-Z]{6}\+SourceSansPro-", name)
        below = resolve1(resolve1(font["DescendantFonts"])[0])
        told = resolve1(below["FontDescriptor"])
        assert told["Ascent"] == 984
        assert told["Descent"] == -273
        assert (told["ItalicAngle"] < -5) == ("It" in name)
        assert bool(told["Flags"] & 64) == ("It" in name)
        assert told["StemV"] > (120 if "Bold" in name else 60)
        assert len(resolve1(told["FontBBox"])) == 4
        assert isinstance(resolve1(told["FontFile2"]), PDFStream)
        widths = resolve1(below["W"])
        face = italic if "It" in name else sans
        assert widths[1] == pytest.approx(
            [face.own_width(face.glyph(c)) * 1000 / face.units for c in "abc"], abs=0.01
        )


def test_a_font_that_is_named_and_not_used_is_left_out(sans: Face, serif: Face) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    embedding = Embedding(canvas._doc)
    embedding.name(serif)
    embedding.operand(sans.shape("abc"))
    embedding.end()
    embedding.end()
    canvas.save()
    assert len(the_fonts(out.getvalue())) == 1


PROGRAM = """
import sys
sys.path[:0] = {path!r}
import test_embedding as here
from briefing.writers.fonts import FontBook
book = FontBook(installed=here.NOTHING)
faces = [book.face(name, bold=bold) for name in ("Source Sans Pro", "Source Serif Pro")
         for bold in (False, True)]
data = here.pdf(*(face.shape(text, kern=True) for face in faces for text in here.TEXTS[:4]))
sys.stdout.buffer.write(data)
"""


def test_the_same_bytes_in_two_processes() -> None:
    path = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    made = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM.format(path=path)],
            env={"PYTHONHASHSEED": seed, "LC_ALL": language},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed, language in (("1", "C"), ("2", "tr_TR.UTF-8"))
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF")


def test_two_versions_of_a_font_do_not_get_mixed_up(tmp_path: Path) -> None:
    faces: list[Face] = []
    for folder in ("new", "old", "older"):
        (tmp_path / folder).mkdir()
        making.put(tmp_path / folder, "Twice")
        found = files.scan([tmp_path / folder])
        faces.append(FontBook(installed=Fonts(found)).face("Twice"))
    embedding = Embedding(Canvas("").__dict__["_doc"])
    assert len({embedding.name(each) for each in faces}) == 3

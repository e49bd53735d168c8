"""Pages laid out by hand, and what is painted of them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from pdf_briefs import png
from pdf_rules import TaggedPdf, all_faults
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar
from pdfminer.pdftypes import resolve1
from PIL import Image as Picture
from reading_back import Pdf, paragraph

from briefing.model.brief import Brief, Cell, Paragraph, ParagraphStyle, Run, Table, TableStyle
from briefing.writers.fonts import FontBook
from briefing.writers.fonts.face import Face
from briefing.writers.layout.laid import (
    HYPHEN,
    Fill,
    Image,
    Item,
    Laid,
    LaidPage,
    Line,
    Piece,
    Place,
    Rule,
)
from briefing.writers.options import Options
from briefing.writers.pdf.document import build

BOOK = FontBook()
SANS = BOOK.face("Source Sans Pro")
BOLD = BOOK.face("Source Sans Pro", bold=True)
PLAIN = Options(archive=False, tagged=False)


def piece(text: str, x: float, y: float = 700, **changes: object) -> Piece:
    face = changes.pop("face", SANS)
    assert isinstance(face, Face)
    rtl = bool(changes.pop("rtl", False))
    made = Piece(x, y, face.shape(text, rtl=rtl), 10, "#000000", 0)
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


def line(
    *pieces: Piece, place: Place = (0,), text: str = "", order: tuple[int, ...] | None = None
) -> Line:
    said = text or "".join(each.shaped.text for each in pieces)
    return Line(place, pieces[0].x, pieces[0].y, 100, pieces, said, order)


def edges() -> tuple[Item, ...]:
    return tuple(line(piece("UNMARKED", 60, y), place=()) for y in (800, 30))


def laid(*pages: tuple[Item, ...]) -> Laid:
    return Laid(595, 842, tuple(LaidPage((*edges(), *each)) for each in pages), (), ())


def brief(*blocks: Paragraph | Table) -> Brief:
    return Brief("T", blocks, "UNMARKED")


def drawing(made: Laid, options: Options = PLAIN, of: Brief | None = None) -> str:
    read = Pdf(build(of or brief(paragraph("x")), made, options))
    page = resolve1(resolve1(read.document.catalog["Pages"])["Kids"][0])
    return resolve1(resolve1(page)["Contents"]).get_data().decode()


def letters(data: bytes) -> list[LTChar]:
    def inside(item: object) -> list[LTChar]:
        if isinstance(item, LTChar):
            return [item]
        return [c for each in getattr(item, "_objs", []) for c in inside(each)]

    return [c for page in extract_pages(io.BytesIO(data)) for c in inside(page)]


def seen(made: Laid) -> Picture.Image:
    """Points are pixels."""
    document = pypdfium2.PdfDocument(build(brief(), made, PLAIN))
    return document[0].render(scale=1).to_pil().convert("RGB")


def width(text: str, size: float = 10, face: Face = SANS) -> float:
    return face.shape(text).width * size / face.units


def test_words_in_one_look_are_painted_together() -> None:
    words = ["one ", "two ", "three"]
    x = 60.0
    pieces: list[Piece] = []
    for each in words:
        pieces.append(piece(each, x))
        x += width(each)
    text = drawing(laid((line(*pieces),)))
    assert text.count("TJ") == 3  # with the two markings


def test_every_letter_is_at_its_place() -> None:
    pieces = (
        piece("ab ", 60),
        piece("cd", 100),
        piece("QF", 130, face=BOLD),
        piece("g", 150, y=704),
    )
    data = build(brief(paragraph("ab cdQFg")), laid((line(*pieces),)), PLAIN)
    places = {c.get_text(): (c.x0, c.matrix[5]) for c in letters(data) if c.get_text() in "acQg"}
    wanted = {"a": (60, 700), "c": (100, 700), "Q": (130, 700), "g": (150, 704)}
    for each, place in wanted.items():
        assert places[each] == pytest.approx(place, abs=0.02)


@pytest.mark.parametrize("changes", [{"stretch": 3.0}, {"spacing": 1.5}])
def test_wider_spaces_and_letters(changes: dict[str, float]) -> None:
    first = piece("ab cd e", 60, **changes)
    gained = changes.get("stretch", 0) * 2 + changes.get("spacing", 0) * 7
    # what follows is where it would be anyway, so nothing moves it
    after = piece("z", 60 + width("ab cd e") + gained, **changes)
    data = build(brief(paragraph("ab cd ez")), laid((line(first, after),)), PLAIN)
    found = {c.get_text(): c.x0 for c in letters(data)}
    each = changes.get("spacing", 0)
    assert found["c"] == pytest.approx(
        60 + width("ab ") + changes.get("stretch", 0) + 3 * each, abs=0.05
    )
    assert found["z"] == pytest.approx(after.x, abs=0.05)


def test_wider_spaces_among_ligatures() -> None:
    face = BOOK.face("Carlito")
    text = "office fi fl z"
    first = piece(text, 60, face=face, stretch=3.0)
    assert len(first.shaped.ids) < len(text)
    data = build(brief(paragraph(text)), laid((line(first),)), PLAIN)
    (found,) = [c for c in letters(data) if c.get_text() == "z"]
    assert found.x0 == pytest.approx(60 + width(text[:-1], face=face) + 9, abs=0.05)


def test_faces_a_family_lacks_are_imitated() -> None:
    class Imitated(Face):
        pass

    imitated = Imitated(SANS.file, key="Imitated", embolden=True, slant=True)
    text = drawing(laid((line(piece("fat", 60, face=imitated), piece("thin", 90)),)))
    assert re.search(r"2 Tr 0\.3\d+ w", text)
    assert re.search(r"1 0 0\.2\d* 1 60\.000 700\.000 Tm", text)
    assert text.index("2 Tr") < text.rindex("0 Tr")


def test_fills_and_rules() -> None:
    items = (
        Fill(100, 100, 50, 20, "#ff0000"),
        Rule(100, 200, 200, 200, 4, "#0000ff"),
        Rule(100, 300, 200, 300, 9, "#00ff00", "double"),
        Rule(100, 400, 200, 400, 4, "#000000", "dashed"),
        Rule(100, 500, 200, 500, 4, "#000000", "dotted"),
        Rule(300, 100, 300, 200, 9, "#00ff00", "double"),
    )
    page = seen(laid(items))

    def at(x: float, y: float) -> object:
        return page.getpixel((int(x), int(842 - y)))

    assert at(120, 110) == (255, 0, 0)
    assert at(150, 200) == (0, 0, 255)
    assert [at(150, y) for y in (303, 300, 297)] == [(0, 255, 0), (255, 255, 255), (0, 255, 0)]
    assert [at(x, 150) for x in (297, 300, 303)] == [(0, 255, 0), (255, 255, 255), (0, 255, 0)]
    for y in (400, 500):
        shades = {at(x, y) for x in range(101, 199)}
        assert (255, 255, 255) in shades
        assert min(sum(each) for each in shades) < 100


def test_pictures() -> None:
    jpeg = io.BytesIO()
    Picture.new("CMYK", (8, 8), (0, 255, 255, 0)).save(jpeg, "JPEG")
    sets = [png(), png(mode="RGB"), png(mode="L"), jpeg.getvalue()]
    items = tuple(Image(100, 100 * n, 50, 50, data, "") for n, data in enumerate(sets, start=1))
    page = seen(laid(items, items))
    shades = [page.getpixel((125, int(842 - 100 * n - 25))) for n in range(1, 5)]
    assert shades[1] == (20, 60, 120)
    assert shades[0] == pytest.approx((137, 157, 187), abs=2)  # one lets the paper through
    assert shades[2] == (200, 200, 200)
    assert shades[3] == pytest.approx((255, 0, 0), abs=12)
    told = brief(paragraph("x"))
    data = build(told, laid((*items, line(piece("x", 60))), items), Options())
    assert all_faults(data, told) == []
    assert data.count(b"/Subtype/Image") == 5  # each once, and a mask


def test_a_picture_is_told_of_once() -> None:
    told = brief(paragraph("x"))
    logo = Image(60, 760, 40, 30, png(), "Arms (of) Gdańsk")
    data = build(told, laid((logo, line(piece("x", 60))), (logo,)), Options())
    assert all_faults(data, told) == []
    figures = [each for each in TaggedPdf(data).elements() if each.kind == "Figure"]
    assert len(figures) == 1


def test_a_hyphen_at_the_end_of_a_line_is_not_read() -> None:
    told = brief(paragraph("harbour"))
    hyphen = replace(piece("-", 60 + width("har")), inline=HYPHEN)
    items = (
        line(piece("har", 60), hyphen, text="har"),
        line(piece("bour", 60, y=680), text="bour"),
    )
    data = build(told, laid(items), Options())
    assert all_faults(data, told) == []
    assert "\xad" in "".join(TaggedPdf(data).painted.words.values())


@pytest.mark.parametrize(
    ("end", "wanted"), [("one ", "one two"), ("one\n", "one two"), ("one", "onetwo")]
)
def test_words_of_two_lines_are_parted_where_the_text_does(end: str, wanted: str) -> None:
    told = brief(paragraph(wanted))
    items = (line(piece("one", 60), text=end), line(piece("two", 60, y=680)))
    assert all_faults(build(told, laid(items), Options()), told) == []


def test_words_from_right_to_left_are_read_in_their_order() -> None:
    """The word that is read first stands rightmost."""
    told = brief(paragraph("אחת two שלוש"))
    face = BOOK.pieces("שלוש", SANS)[0][0]
    items = (
        line(
            piece("שלוש", 60, face=face, rtl=True),
            piece(" two ", 90),
            piece("אחת", 120, face=face, rtl=True),
            text="אחת two שלוש",
            order=(2, 1, 0),
        ),
    )
    assert all_faults(build(told, laid(items), Options()), told) == []


def test_a_paragraph_on_two_pages_is_read_as_one() -> None:
    told = brief(paragraph("one two"), paragraph("end"))
    pages = (
        (line(piece("one ", 60)),),
        (line(piece("two", 60)), line(piece("end", 60, y=600), place=(1,))),
    )
    data = build(told, laid(*pages), Options())
    assert all_faults(data, told) == []
    assert [each.kind for each in TaggedPdf(data).elements()] == ["Document", "P", "P"]


def test_the_order_of_painting_does_not_matter() -> None:
    told = brief(paragraph("one"), paragraph("two"))
    items = (line(piece("two", 60), place=(1,)), line(piece("one", 60, y=720)))
    assert all_faults(build(told, laid(items), Options()), told) == []


def test_what_is_repeated_is_read_once() -> None:
    rows = tuple((Cell((paragraph(each),), each == "Head"),) for each in ("Head", "a", "b"))
    told = brief(Table(TableStyle.GRID, rows, (1.0,), 1))
    head = line(piece("Head", 60), place=(0, 0, 0, 0))
    pages = (
        (head, line(piece("a", 60, y=600), place=(0, 1, 0, 0))),
        (replace(head, repeated=True), line(piece("b", 60, y=600), place=(0, 2, 0, 0))),
    )
    assert all_faults(build(told, laid(*pages), Options()), told) == []


def test_a_link_on_two_lines_is_one() -> None:
    run = Run("one two", href="https://example.org/")
    told = brief(Paragraph(ParagraphStyle.NORMAL, (run,)))
    items = (line(piece("one ", 60)), line(piece("two", 60, y=680)))
    data = build(told, laid(items), Options())
    assert all_faults(data, told) == []
    (link,) = [each for each in TaggedPdf(data).elements() if each.kind == "Link"]
    assert len(link.objects) == 2


@pytest.mark.parametrize("options", [PLAIN, Options()])
def test_no_font_is_there_but_those_that_are_embedded(options: Options) -> None:
    document = Pdf(build(brief(paragraph("x")), laid((line(piece("x", 60)),)), options)).document
    objects = [resolve1(document.getobj(each)) for each in document.xrefs[0].get_objids()]
    fonts = [
        each["BaseFont"].name for each in objects if isinstance(each, dict) and "BaseFont" in each
    ]
    assert len(fonts) == 2  # the font and its glyphs
    assert all("SourceSansPro" in each for each in fonts)

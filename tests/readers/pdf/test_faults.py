"""Files that cannot be read, or not wholly."""

from __future__ import annotations

import zlib
from contextlib import suppress

import pytest
from gold import read, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from raw import bare, page_with, stream
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from setting import A4, Box, Sheet, Type
from wording import HARBOUR, MARKET

from briefing.errors import (
    BriefingError,
    Cancelled,
    Damaged,
    Encrypted,
    PartsUnread,
    PictureOfText,
    TextTooLong,
)
from briefing.model.article import ReadAs, Role
from briefing.readers import pdf

ONE = Box(72, 60, 450, 780)


def story(sheet: Sheet | None = None) -> bytes:
    sheet = sheet or Sheet()
    sheet.flow((*HARBOUR, *MARKET), [ONE, None, ONE], Type(size=12, leading=16))
    return sheet.data()


def scanned(sheet: Sheet) -> None:
    picture = ImageReader(Image.new("RGB", (60, 85), (250, 250, 240)))
    sheet.canvas.drawImage(picture, 0, 0, *A4)


def test_a_scan_is_a_picture_of_text() -> None:
    sheet = Sheet()
    for _ in range(3):
        scanned(sheet)
        sheet.turn()
    with pytest.raises(PictureOfText) as caught:
        read(sheet.data(), "scan.pdf")
    assert caught.value == PictureOfText("scan.pdf", 3)


def test_a_stamp_on_a_scan_is_no_text() -> None:
    sheet = Sheet()
    scanned(sheet)
    sheet.at(60, 830, "Received by the archive on 3 May 2021")
    with pytest.raises(PictureOfText):
        read(sheet.data())


def test_letters_drawn_as_shapes_are_a_picture_of_text() -> None:
    sheet = Sheet()
    for number in range(300):
        sheet.canvas.rect(60 + number, 400, 1, 9, fill=1)
    with pytest.raises(PictureOfText):
        read(sheet.data())


def test_recognised_text_under_a_scan_is_read() -> None:
    sheet = Sheet()
    scanned(sheet)
    drawn = sheet.canvas.beginText(60, 700)
    drawn.setTextRenderMode(3)
    drawn.setFont("Times-Roman", 11)
    first = "The lock was built in 1931, and it was widened in the years after the floods."
    drawn.textLine(first)
    drawn.textLine("It has carried less traffic since.")
    sheet.canvas.drawText(drawn)
    assert " ".join(texts(read(sheet.data()))) == f"{first} It has carried less traffic since."


def test_pages_that_are_pictures_are_told() -> None:
    sheet = Sheet()
    sheet.flow(MARKET, [ONE], Type())
    for _ in range(2):
        sheet.turn()
        scanned(sheet)
    sheet.turn()
    sheet.flow(HARBOUR[:2], [ONE], Type())
    content = read(sheet.data(), "mixed.pdf")
    assert texts(content) == [*MARKET, *HARBOUR[:2]]
    assert content.notices == (PartsUnread("mixed.pdf", ("pages 2 to 3 (a picture)",)),)


def test_a_page_with_an_article_and_a_large_picture_is_no_scan() -> None:
    sheet = Sheet()
    scanned(sheet)
    sheet.flow(HARBOUR[:3], [ONE], Type())
    content = read(sheet.data())
    assert texts(content) == list(HARBOUR[:3])
    assert content.notices == ()


@pytest.mark.parametrize("strength", [40, 128])
def test_a_password_to_open_is_told(strength: int) -> None:
    locked = StandardEncryption("tarn", ownerPassword="osk", strength=strength)
    with pytest.raises(Encrypted) as caught:
        read(story(Sheet(encrypt=locked)), "locked.pdf")
    assert caught.value == Encrypted("locked.pdf", "PDF document")


def test_a_password_to_change_it_is_no_obstacle() -> None:
    locked = StandardEncryption("", ownerPassword="osk", canPrint=0, canCopy=0, strength=128)
    assert texts(read(story(Sheet(encrypt=locked)))) == [*HARBOUR, *MARKET]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_ends_too_early(share: float) -> None:
    data = story()
    with pytest.raises(Damaged) as caught:
        read(data[: int(share * len(data))])
    assert caught.value.reason == "it ends too early"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"garbage " * 999])
def test_garbage(data: bytes) -> None:
    with pytest.raises(Damaged):
        read(data)


def test_a_table_of_places_that_is_wrong_is_found_again() -> None:
    data = story().replace(b"startxref\n", b"startxref\n1")
    assert texts(read(data)) == [*HARBOUR, *MARKET]


def test_no_pages() -> None:
    with pytest.raises(Damaged) as caught:
        read(bare([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]))
    assert caught.value.reason == "it has no pages that can be found"


def test_a_page_that_is_none_is_told() -> None:
    data = bare(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>",
            stream(b"BT /F 12 Tf 72 700 Td (The lock was built in 1931.) Tj ET"),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"(no page at all)",
        ]
    )
    content = read(data, "part.pdf")
    assert texts(content) == ["The lock was built in 1931."]
    assert content.notices == (PartsUnread("part.pdf", ("page 2 (damaged)",)),)


def test_pages_that_are_their_own_parents_end() -> None:
    data = bare([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"])
    with pytest.raises(Damaged):
        read(data)


def test_letters_without_a_code() -> None:
    font = b"""<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]
    /CharProcs<</g1 6 0 R>>/Encoding<</Type/Encoding/Differences[1/g1/g1/g1/g1]>>
    /FirstChar 1/LastChar 4/Widths[9 9 9 9]>>"""
    rows = b"BT /F 12 Tf 60 700 Td " + b"<0102030401020304> Tj 0 -14 Td " * 9 + b"ET"
    data = bare(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>",
            stream(rows),
            font,
            stream(b"9 0 d0 0 0 8 8 re f"),
        ]
    )
    with pytest.raises(Damaged) as caught:
        read(data)
    assert "no code" in caught.value.reason


def test_notes_and_forms_are_told() -> None:
    sheet = Sheet()
    sheet.flow(HARBOUR, [ONE, None, ONE], Type())
    sheet.canvas.textAnnotation("Please check the date.", Rect=[10, 10, 40, 40])
    sheet.canvas.acroForm.textfield(name="to", value="The Minister", x=100, y=20, width=200)
    content = read(sheet.data(), "form.pdf")
    assert texts(content) == list(HARBOUR)
    assert content.notices == (
        PartsUnread("form.pdf", ("1 note in the margin", "1 filled-in form field")),
    )


@pytest.mark.parametrize("mark", [b"/Artifact BMC", b"/Artifact <</Type/Pagination>> BDC"])
def test_what_the_file_marks_as_no_part_of_the_text(mark: bytes) -> None:
    content = read(
        page_with(
            stream(
                b"BT /F 10 Tf " + mark + b" 1 0 0 1 60 800 Tm (Ports desk) Tj EMC "
                b"1 0 0 1 60 780 Tm (The lock was built in 1931 and widened twice.) Tj ET"
            )
        )
    )
    assert [(each.text, each.role) for each in content.blocks] == [
        ("The lock was built in 1931 and widened twice.", None),
        ("Ports desk", Role.NOTICE),
    ]


def test_progress_is_told_page_by_page_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []

    def checkpoint(done: int = 0, total: int = 0, /) -> None:
        told.append((done, total))

    pdf.read(story(), "story.pdf", ReadAs(), checkpoint)
    assert [each for each in told if each[1]] == [(0, 2), (1, 2), (2, 2)]

    def stop(done: int = 0, total: int = 0, /) -> None:  # noqa: ARG001
        raise Cancelled

    with pytest.raises(Cancelled):
        pdf.read(story(), "story.pdf", ReadAs(), stop)


def test_a_small_file_that_unfolds_to_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LONGEST", 100_000)
    words = (
        b"BT /F 9 Tf 60 700 Td "
        + b"".join(b"(The lock was built in %d) Tj 0 -3 Td " % year for year in range(9000))
        + b"ET"
    )
    packed = zlib.compress(words)
    content = b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed)
    data = page_with(content)
    assert len(data) < 50_000
    with pytest.raises(TextTooLong):
        read(data)


@pytest.mark.parametrize("rows", [5_000, 60_000])
def test_a_page_of_very_many_rows(rows: int) -> None:
    words = b"".join(
        b"1 0 0 1 %d %d Tm (w%d) Tj " % (20 + 7 * (n % 80), 830 - n // 80, n) for n in range(rows)
    )
    content = read(page_with(stream(b"BT /F 1 Tf " + words + b"ET")))
    found = " ".join(texts(content)).replace("|", " ").split()
    assert sorted(found) == sorted(f"w{n}" for n in range(rows))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_anywhere_is_an_error_with_facts_or_none(data: st.DataObject) -> None:
    whole = bytearray(story())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    with suppress(BriefingError):
        read(bytes(whole))

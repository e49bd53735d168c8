from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.writers.fonts import Face, FontBook, files, machine
from briefing.writers.fonts.machine import Fonts

NOTHING = Fonts(())


@pytest.fixture
def sans() -> Face:
    return FontBook(installed=NOTHING).face("Source Sans Pro")


@pytest.fixture
def serif() -> Face:
    return FontBook(installed=NOTHING).face("Source Serif Pro")


def test_a_ligature_is_one_glyph_for_several_letters(serif: Face) -> None:
    shaped = serif.shape("of fire")
    assert len(shaped.ids) == len(shaped.text) - 1
    assert shaped.clusters == (0, 1, 2, 3, 5, 6)
    apart = serif.shape("fi", ligatures=False)
    assert len(apart.ids) == 2
    assert len(serif.shape("fi").ids) == 1


def test_kerning(sans: Face) -> None:
    loose, close = sans.shape("AVATAR"), sans.shape("AVATAR", kern=True)
    assert loose.ids == close.ids
    assert close.width < loose.width
    assert loose.width == sum(sans.own_width(each) for each in loose.ids)
    assert close.width == sum(close.advances)


def test_marks_are_put_in_their_place(sans: Face) -> None:
    assert sans.shape("e\u0301").ids == sans.shape("é").ids
    marked = sans.shape("x\u0301")
    assert marked.offsets is not None
    assert marked.advances[1] == 0
    assert marked.clusters == (0, 0)


def test_right_to_left_is_seen_from_the_left(sans: Face) -> None:
    shaped = sans.shape("ab", rtl=True)
    assert shaped.rtl
    assert shaped.clusters == (1, 0)
    assert shaped.ids == sans.shape("ab").ids[::-1]
    assert sans.shape("(", rtl=True).ids == sans.shape(")").ids


def test_spaces_of_other_widths(sans: Face) -> None:
    assert abs(sans.shape("\u00a0").width - sans.shape(" ").width) < sans.units / 100
    assert 0 < sans.shape("\u2009").width < sans.units / 3
    assert sans.shape("\t").ids == sans.shape(" ").ids


def test_a_shape_is_kept_and_room_for_them_is_bounded(
    sans: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sans.shape("kept") is sans.shape("kept")
    assert sans.shape("kept", kern=True) is not sans.shape("kept")
    long = "so long that it will hardly come again " * 5
    assert sans.shape(long) is not sans.shape(long)
    monkeypatch.setattr("briefing.writers.fonts.face._MAX_WORDS", 10)
    for n in range(40):
        sans.shape(f"word{n}")
    assert len(sans._words) <= 10


def test_the_language_decides_on_ligatures(serif: Face) -> None:
    assert len(serif.shape("fi", language="tr").ids) == 2  # it has an i without a dot
    assert len(serif.shape("fi", language="en-GB").ids) == 1


def test_measures(sans: Face, serif: Face) -> None:
    for face in (sans, serif):
        assert 0.7 < face.ascent < 1.1
        assert 0.2 < face.descent < 0.4
        assert face.gap == 0
        assert -0.2 < face.underline_position < 0
        assert 0.02 < face.underline_thickness < 0.1
        assert 0.2 < face.strike_position < 0.4
        assert 0.6 < face.cap_height < 0.7
    italic = FontBook(installed=NOTHING).face("Source Sans Pro", italic=True)
    assert -20 < italic.italic_angle < -5
    assert sans.italic_angle == 0


def test_outlines_of_postscript_are_shaped_too() -> None:
    folder = machine.packaged().usable[0].path.parent
    faces = [each for each in files.scan([folder]) if each.outlines == "CFF"]
    face = FontBook(installed=Fonts(tuple(faces)), packaged=NOTHING).face("Source Sans Pro")
    assert face.file.outlines == "CFF"
    assert face.shows("a")
    assert face.shape("office").width > 0


def test_arabic_letters_are_joined() -> None:
    fonts = FontBook()
    own = fonts.face("Source Sans Pro")
    ((face, text),) = fonts.pieces("بيت", own)
    if face is own:
        pytest.skip("NO ARABIC FONT ON THIS MACHINE: joining of letters was not checked")
    joined = face.shape(text, rtl=True)
    alone = [face.shape(each, rtl=True).ids[0] for each in reversed(text)]
    assert len(joined.ids) == 3
    assert list(joined.ids) != alone


@settings(deadline=None, max_examples=300)
@given(text=st.text(max_size=30), rtl=st.booleans())
def test_no_text_has_a_box_in_it(text: str, rtl: bool) -> None:
    fonts = FontBook(installed=NOTHING)
    for face, piece in fonts.pieces(text, fonts.face("Source Sans Pro")):
        shaped = face.shape(piece, rtl=rtl)
        assert 0 not in shaped.ids
        assert len(shaped.ids) == len(shaped.advances) == len(shaped.clusters)
        assert all(0 <= each < len(piece) for each in shaped.clusters)
        assert list(shaped.clusters) == sorted(shaped.clusters, reverse=rtl)


def test_a_variant_that_the_font_lacks_is_the_usual_letter(sans: Face) -> None:
    # a letter that is put together of two, as this font has to
    letter = next(
        chr(code)
        for code in range(0xC0, 0x2000)
        if not sans.glyph(chr(code)) and len(normalize("NFD", chr(code))) > 1
        if sans.shows(chr(code)) and not chr(code).isspace()
    )
    assert sans.shape(letter + "\ufe01").ids == sans.shape(letter).ids
    assert 0 not in sans.shape(letter).ids

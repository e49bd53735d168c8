"""Letters that the font at hand lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import font_files as making
import pytest

from briefing.errors import GlyphsMissing
from briefing.writers.fonts import FontBook, files
from briefing.writers.fonts.characters import graphemes
from briefing.writers.fonts.machine import Fonts

Pieces = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def book(tmp_path: Path) -> Callable[[], FontBook]:
    return lambda: FontBook(installed=Fonts(files.scan([tmp_path])))


@pytest.fixture
def pieces(book: Callable[[], FontBook]) -> Pieces:
    """Of text in the packaged sans: family and letters."""

    def found(text: str) -> list[tuple[str, str]]:
        fonts = book()
        face = fonts.face("Source Sans Pro")
        return [(each.family, part) for each, part in fonts.pieces(text, face)]

    return found


OWN = "Source Sans Pro"


def test_common_letters_need_one_font(pieces: Pieces) -> None:
    text = "Zażółć gęślą jaźń; Щука, ёж; Ωμέγα; naïve café — “quoted”. ¶\u00a05 …\t\u2009x\u00ad"
    assert pieces(text) == [(OWN, text)]


def test_another_font_shows_what_is_lacking(tmp_path: Path, pieces: Pieces) -> None:
    making.put(tmp_path, "Hebrew", shows={"ש": "S", "ל": "L"})
    making.put(tmp_path, "Han", shows={"漢": "H"})
    assert pieces("a שלש 漢b") == [
        (OWN, "a "),
        ("Hebrew", "שלש"),
        (OWN, " "),
        ("Han", "漢"),
        (OWN, "b"),
    ]


def test_a_letter_without_a_font_is_named(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "Han", shows={"漢": "H"})
    fonts = book()
    face = fonts.face(OWN)
    assert fonts.pieces("a😀字漢", face)[0] == (face, "a[U+1F600][U+5B57]")
    assert fonts.notices == (GlyphsMissing(("字", "😀")),)


def test_an_empty_glyph_shows_nothing(tmp_path: Path, pieces: Pieces) -> None:
    making.put(tmp_path, "A Empty", shows={"漢": " "})
    assert pieces("漢") == [(OWN, "[U+6F22]")]
    making.put(tmp_path, "B Drawn", shows={"漢": "H"})
    assert pieces("漢") == [("B Drawn", "漢")]


def test_a_font_in_colours_shows_what_it_has_outlines_for(tmp_path: Path, pieces: Pieces) -> None:
    parts = making.made("Colours", shows={"😀": "O", "😁": " "}) | {"COLR": bytes(14)}
    (tmp_path / "colours.ttf").write_bytes(making.sfnt(parts))
    assert pieces("😀😁") == [("Colours", "😀"), (OWN, "[U+1F601]")]


def test_private_letters_are_nobody_elses(tmp_path: Path, pieces: Pieces) -> None:
    making.put(tmp_path, "Logos", shows={"\ue123": "L"})
    assert pieces("\ue123") == [(OWN, "[U+E123]")]


def test_bullets_as_word_stores_them(pieces: Pieces) -> None:
    assert pieces("\uf0b7") == [(OWN, "•")]


def test_hyphens_that_do_not_break_stay_in_the_font(tmp_path: Path, pieces: Pieces) -> None:
    making.put(tmp_path, "Other", shows={"\u2011": "-"})
    assert pieces("a\u2011b")[0][0] == OWN
    assert len(pieces("a\u2011b")) == 1


def test_marks_stay_with_their_letter(tmp_path: Path, pieces: Pieces) -> None:
    making.put(tmp_path, "Marked", shows={"ש": "S", "\u05b8": "."})
    making.put(tmp_path, "A Letter", shows={"ש": "S"})
    assert pieces("ש\u05b8") == [("Marked", "ש\u05b8")]
    assert pieces("ש") == [("A Letter", "ש")]


def test_decomposed_letters_that_the_font_has_composed(pieces: Pieces) -> None:
    assert pieces("e\u0301") == [(OWN, "e\u0301")]


def test_joined_emoji_stay_together(tmp_path: Path, pieces: Pieces) -> None:
    text = "👩\u200d💻\ufe0f"
    making.put(tmp_path, "Emoji", shows={"👩": "W", "💻": "L"})
    assert pieces(text) == [("Emoji", text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ab", ["a", "b"]),
        ("e\u0301\u0323x", ["e\u0301\u0323", "x"]),
        ("☺\ufe0fx", ["☺\ufe0f", "x"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("👩\u200d💻", ["👩\u200d💻"]),
        ("a\u200db", ["a\u200db"]),
        ("\u0301a", ["\u0301", "a"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
    ],
)
def test_what_must_stay_together(text: str, parts: list[str]) -> None:
    assert graphemes(text) == parts


def test_the_preferred_font_of_a_script(tmp_path: Path, pieces: Pieces) -> None:
    making.put(tmp_path, "A First By Name", shows={"ש": "S"})
    making.put(tmp_path, "Noto Sans Hebrew", shows={"ש": "S"})
    assert pieces("ש") == [("Noto Sans Hebrew", "ש")]


def test_a_serif_for_a_serif(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "Noto Sans Hebrew", shows={"ש": "S"})
    making.put(tmp_path, "Noto Serif Hebrew", shows={"ש": "S"})
    fonts = book()
    for family, other in ((OWN, "Noto Sans Hebrew"), ("Source Serif Pro", "Noto Serif Hebrew")):
        assert fonts.pieces("ש", fonts.face(family))[0][0].family == other


def test_chinese_characters_by_language(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    for place in ("SC", "TC", "JP", "KR"):
        making.put(tmp_path, f"Noto Sans CJK {place}", shows={"漢": "H", "か": "K", "한": "N"})

    def family(text: str, language: str) -> str:
        fonts = book()
        (piece,) = fonts.pieces(text, fonts.face(OWN), language)
        return piece[0].family

    assert family("漢", "") == "Noto Sans CJK SC"
    assert family("漢", "zh-CN") == "Noto Sans CJK SC"
    assert family("漢", "zh-TW") == "Noto Sans CJK TC"
    assert family("漢", "zh-Hant-HK") == "Noto Sans CJK TC"
    assert family("漢", "ja") == "Noto Sans CJK JP"
    assert family("漢", "ko-KR") == "Noto Sans CJK KR"
    assert family("漢か", "en") == "Noto Sans CJK JP"  # its kana say so
    assert family("한漢", "") == "Noto Sans CJK KR"


def test_bold_text_falls_back_on_bold(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "Hebrew", shows={"ש": "S"})
    fonts = book()
    face = fonts.pieces("ש", fonts.face(OWN, bold=True))[0][0]
    assert (face.family, face.embolden) == ("Hebrew", True)
    making.put(tmp_path, "Hebrew", "Bold", weight=700, shows={"ש": "S"})
    fonts = book()
    face = fonts.pieces("ש", fonts.face(OWN, bold=True))[0][0]
    assert (face.family, face.file.weight, face.embolden) == ("Hebrew", 700, False)


def test_fonts_that_may_not_be_embedded_are_not_fallen_back_on(
    tmp_path: Path, pieces: Pieces
) -> None:
    making.put(tmp_path, "Secret", permissions=2, shows={"ש": "S"})
    assert pieces("ש") == [(OWN, "[U+05E9]")]


def test_controls_and_hints_draw_nothing(book: Callable[[], FontBook]) -> None:
    fonts = book()
    face = fonts.face(OWN)
    text = "a\u200b\u00ad\u2066\x07\ufeff\u3164\U0001bca0\u202cb\n\u2028"
    assert fonts.pieces(text, face) == [(face, text)]
    assert face.shape(text).ids == face.shape("ab  ").ids
    assert fonts.notices == ()


def test_the_same_on_each_run(tmp_path: Path, pieces: Pieces) -> None:
    for name in "CAB":
        making.put(tmp_path, f"Font {name}", shows={"ש": "S"})
    assert pieces("ש") == [("Font A", "ש")]


def test_private_letters_are_not_shown_even_by_a_font_that_has_them(
    tmp_path: Path, book: Callable[[], FontBook]
) -> None:
    making.put(tmp_path, "Icons", shows={"\ue123": "S", "a": "a", "[": "["})
    fonts = book()
    found = fonts.pieces("a\ue123", fonts.face("Icons"))
    assert "".join(part for _, part in found) == "a[U+E123]"
    assert GlyphsMissing(("\ue123",)) in fonts.notices

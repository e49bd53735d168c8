from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import HouseStyleProblem
from briefing.writers import fonts, system_fonts
from briefing.writers.fonts import FontSet
from briefing.writers.style import house_style


@pytest.fixture
def font_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FontSet:
    """The house style's fonts on a machine that has one more: Black, under another name."""
    packaged = fonts._packaged("modern", "font_source_sans_pro", "SourceSansPro-Regular.ttf")
    assert "ж" in packaged.characters
    for cached in (fonts._fallback, fonts._system, system_fonts.ordered):
        cached.cache_clear()
    monkeypatch.setattr(system_fonts, "folders", lambda: (tmp_path,))
    yield FontSet(house_style())
    for cached in (fonts._fallback, fonts._system, system_fonts.ordered):
        cached.cache_clear()


def test_common_letters_need_one_font(font_set: FontSet) -> None:
    text = "Zażółć gęślą jaźń; Щука, ёж; Ωμέγα; naïve café — “quoted”. ¶5 …"
    assert font_set.pieces(text, bold=False, italic=False) == [("SourceSansPro-Regular", text)]


@pytest.mark.parametrize(
    ("bold", "italic", "name"),
    [
        (False, False, "SourceSansPro-Regular"),
        (True, False, "SourceSansPro-Semibold"),
        (False, True, "SourceSansPro-It"),
        (True, True, "SourceSansPro-SemiboldIt"),
    ],
)
def test_faces(font_set: FontSet, bold: bool, italic: bool, name: str) -> None:
    assert font_set.name(bold=bold, italic=italic) == name


def test_invisible_characters_are_not_drawn(font_set: FontSet) -> None:
    text = "a\u00ad\u200b\u200d\ufeff\ufe0fb"
    assert font_set.pieces(text, bold=False, italic=False) == [("SourceSansPro-Regular", "ab")]
    assert font_set.missing == ()


def test_spaces_no_font_has_are_spaces(font_set: FontSet) -> None:
    pieces = font_set.pieces("a\u2028b\u3000c", bold=False, italic=False)
    assert "".join(text for _, text in pieces) == "a b c"
    assert font_set.missing == ()


def test_a_machine_without_fonts_shows_numbers(font_set: FontSet) -> None:
    pieces = font_set.pieces("日x", bold=False, italic=False)
    assert pieces == [("SourceSansPro-Regular", "[U+65E5]x")]
    assert font_set.missing == ("日",)


@pytest.mark.usefixtures("font_set")
def test_a_font_of_the_system_helps_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Path(fonts.importlib.util.find_spec("font_source_serif_pro").origin).parent
    serif = next((source / "files").glob("SourceSerifPro-Regular.ttf"))
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font at all")
    (tmp_path / "Extra.ttf").write_bytes(serif.read_bytes())
    face = fonts._packaged("modern", "font_source_sans_pro", "SourceSansPro-Regular.ttf")
    poorer = fonts.Face(face.name, face.characters - {"ж"})
    monkeypatch.setattr(fonts, "_packaged", lambda *_: poorer)
    pieces = FontSet(house_style()).pieces("aжb", bold=False, italic=False)
    assert pieces == [
        ("SourceSansPro-Regular", "a"),
        ("Extra-0", "ж"),
        ("SourceSansPro-Regular", "b"),
    ]


def test_characters_beyond_the_first_plane_can_be_copied() -> None:
    assert "<01> <D83DDE00>" in fonts._character_map([0, 0x1F600])
    assert "<00>" not in fonts._character_map([0, 65]).split("beginbfchar")[1]


def test_a_style_that_is_not_there() -> None:
    with pytest.raises(HouseStyleProblem):
        house_style("no-such-style")

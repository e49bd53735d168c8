"""Which face is taken for what a house style asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import font_files as making
import pytest

from briefing.errors import FontSubstituted, HouseStyleProblem
from briefing.messages import describe
from briefing.writers.fonts import FontBook, files, machine
from briefing.writers.fonts.machine import Fonts
from briefing.writers.fonts.subset import subset


@pytest.fixture
def book(tmp_path: Path) -> Callable[[], FontBook]:
    """Of a machine that has the fonts under ``tmp_path``."""
    return lambda: FontBook(installed=Fonts(files.scan([tmp_path])))


def test_the_family_itself_by_any_of_its_names(
    tmp_path: Path, book: Callable[[], FontBook]
) -> None:
    path = making.put(tmp_path, "Arial", names=[(1, making.GERMAN, "Arial Deutsch")])
    fonts = book()
    for name in ("Arial", "ARIAL", "arial deutsch", "Arial Regular", "Arial-Regular"):
        assert fonts.face(name).path == path
    assert fonts.notices == ()


def test_four_faces(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    for style, weight in (
        ("Regular", 400),
        ("Bold", 700),
        ("Italic", 400),
        ("Bold Italic", 700),
        ("Semibold", 600),
        ("Light", 300),
        ("Black", 900),
    ):
        making.put(tmp_path, "Ours", style, weight=weight)
    fonts = book()
    for bold in (False, True):
        for italic in (False, True):
            face = fonts.face("Ours", bold=bold, italic=italic)
            words = "Bold " * bold + "Italic " * italic
            assert face.file.style == (words.strip() or "Regular")
            assert (face.bold, face.italic) == (bold, italic)
            assert not face.embolden
            assert not face.slant


def test_semibold_is_bold_where_there_is_no_bold(
    tmp_path: Path, book: Callable[[], FontBook]
) -> None:
    making.put(tmp_path, "Ours")
    making.put(tmp_path, "Ours", "Semibold", weight=600)
    face = book().face("Ours", bold=True)
    assert (face.file.weight, face.embolden) == (600, False)
    assert book().face("Ours").file.weight == 400


def test_thin_rather_than_bold_for_regular(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "Ours", "Thin", weight=100)
    making.put(tmp_path, "Ours", "Semibold", weight=600)
    assert book().face("Ours").file.weight == 100


def test_what_the_family_lacks_is_imitated(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "Ours")
    making.put(tmp_path, "Ours", "Medium", weight=500)
    fonts = book()
    face = fonts.face("Ours", bold=True, italic=True)
    assert (face.embolden, face.slant, face.bold, face.italic) == (True, True, True, True)
    plain = fonts.face("Ours")
    assert (plain.file.weight, plain.embolden, plain.slant) == (400, False, False)
    assert face is not plain
    assert face.key != plain.key
    assert face.shape("Ab").width == plain.shape("Ab").width


def test_the_normal_width_before_a_condensed_one(
    tmp_path: Path, book: Callable[[], FontBook]
) -> None:
    making.put(tmp_path, "Ours", "Condensed", width=3)
    making.put(tmp_path, "Ours", "Regular")
    assert book().face("Ours").file.width == 5


def test_the_newest_of_two_versions(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path / "b", "Ours")
    parts = making.made("Ours")
    head = bytearray(parts["head"])
    head[4:8] = b"\0\x09\0\0"
    (tmp_path / "z.ttf").write_bytes(making.sfnt(parts | {"head": bytes(head)}))
    assert book().face("Ours").path == tmp_path / "z.ttf"


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("Arial", "Liberation Sans"),
        ("Liberation Sans", "Arial"),
        ("Helvetica", "Nimbus Sans"),
        ("Times New Roman", "Liberation Serif"),
        ("Times", "Times New Roman"),
        ("Courier New", "Liberation Mono"),
        ("Calibri", "Carlito"),
        ("Carlito", "Calibri"),
        ("Cambria", "Caladea"),
        ("georgia", "Gelasio"),
    ],
)
def test_twins(tmp_path: Path, book: Callable[[], FontBook], wanted: str, there: str) -> None:
    making.put(tmp_path, there)
    fonts = book()
    assert fonts.face(wanted).family == there
    fonts.face(wanted)
    assert fonts.notices == (FontSubstituted(wanted, there, same_widths=True),)
    assert f"{there}, which has the same widths, is used" in describe(fonts.notices[0])


@pytest.mark.parametrize(
    ("wanted", "used"),
    [
        ("Verdana", "Source Sans Pro"),
        ("Nobody Knows", "Source Sans Pro"),
        ("Century Gothic", "Source Sans Pro"),
        ("PT Sans Serif", "Source Sans Pro"),
        ("Garamond", "Source Serif Pro"),
        ("Adobe Caslon Pro", "Source Serif Pro"),
        ("PT Serif", "Source Serif Pro"),
        ("Times New Roman", "Source Serif Pro"),
        ("Consolas", "Source Sans Pro"),  # nothing of fixed width is there
    ],
)
def test_a_packaged_font_stands_in(book: Callable[[], FontBook], wanted: str, used: str) -> None:
    fonts = book()
    assert fonts.face(wanted).family == used
    assert fonts.notices == (FontSubstituted(wanted, used, same_widths=False),)
    assert "lines may break elsewhere" in describe(fonts.notices[0])


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("Verdana", "DejaVu Sans"),
        ("Tahoma", "DejaVu Sans"),
        ("Lucida Grande", "DejaVu Sans"),
        ("Georgia", "DejaVu Serif"),
    ],
)
def test_what_comes_near_before_what_is_packaged(
    tmp_path: Path, book: Callable[[], FontBook], wanted: str, there: str
) -> None:
    making.put(tmp_path, there)
    fonts = book()
    assert fonts.face(wanted).family == there
    assert fonts.notices == (FontSubstituted(wanted, there, same_widths=False),)


def test_fixed_width_of_the_machine(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "DejaVu Sans Mono")
    assert book().face("Lucida Console").family == "DejaVu Sans Mono"


def test_a_font_that_may_not_be_embedded(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "Secret Serif", permissions=2)
    fonts = book()
    assert fonts.face("Secret Serif").family == "Source Serif Pro"
    (notice,) = fonts.notices
    assert notice == FontSubstituted("Secret Serif", "Source Serif Pro", False, restricted=True)
    assert "licence" in describe(notice)


def test_the_packaged_fonts_need_no_machine(book: Callable[[], FontBook]) -> None:
    fonts = book()
    assert fonts.face("Source Sans Pro").file.weight == 400
    assert fonts.face("Source Serif Pro", bold=True, italic=True).file.weight == 700
    assert fonts.notices == ()


def test_several_names_are_tried_in_turn(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    making.put(tmp_path, "Second Choice")
    fonts = book()
    assert fonts.face("First Choice;Second Choice").family == "Second Choice"
    assert fonts.notices == ()


def test_a_broken_file_is_passed_over(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    path = making.put(tmp_path, "Gone")
    fonts = book()
    path.unlink()
    assert fonts.face("Gone").family == "Source Sans Pro"


def test_a_damaged_font_is_passed_over(tmp_path: Path, book: Callable[[], FontBook]) -> None:
    parts = making.made("Damaged")
    (tmp_path / "damaged.ttf").write_bytes(making.sfnt(parts | {"maxp": b"", "loca": b"\1\2"}))
    otf = making.tables(making.packaged("SourceSansPro-Regular.otf"))
    broken = making.made("Broken") | {"CFF ": otf["CFF "][:5000]}
    del broken["glyf"], broken["loca"]
    (tmp_path / "broken.otf").write_bytes(making.sfnt(broken))
    fonts = book()
    for name in ("Damaged", "Broken"):
        assert fonts.face(name).family == "Source Sans Pro"
        assert fonts.face(name, bold=True).family == "Source Sans Pro"
    assert [notice.used for notice in fonts.notices] == ["Source Sans Pro"] * 2


def test_widths_differ_where_the_twin_must_be_made_bold(
    tmp_path: Path, book: Callable[[], FontBook]
) -> None:
    making.put(tmp_path, "Gelasio")
    fonts = book()
    fonts.face("Georgia")
    assert fonts.notices == (FontSubstituted("Georgia", "Gelasio", same_widths=True),)
    fonts.face("Georgia", bold=True)
    fonts.face("Georgia", italic=True)
    assert fonts.notices == (FontSubstituted("Georgia", "Gelasio", same_widths=False),)


def test_without_any_font_the_reason_is_given() -> None:
    nothing = Fonts(())
    with pytest.raises(HouseStyleProblem, match="Arial"):
        FontBook(installed=nothing, packaged=nothing).face("Arial")


def test_faces_are_shared_between_documents(book: Callable[[], FontBook]) -> None:
    assert book().face("Source Sans Pro") is book().face("Source Sans Pro")
    assert machine.packaged() is machine.packaged()


def test_a_damaged_letter_stands_as_one_that_is_not_there(
    tmp_path: Path, book: Callable[[], FontBook]
) -> None:
    making.put(tmp_path, "Half")
    face = book().face("Half")
    sound = face.glyph("a")
    made = subset(face, [0, sound, 60_000, sound])
    assert made == subset(face, [0, sound, 0, sound])


def test_the_name_of_a_face_does_not_depend_on_what_was_opened_before(tmp_path: Path) -> None:
    for folder in ("new", "old"):
        (tmp_path / folder).mkdir()
        making.put(tmp_path / folder, "Twice")
    first, second = files.scan([tmp_path])
    keys = [FontBook(installed=Fonts((each,))).face("Twice").key for each in (first, second)]
    assert keys[0] == keys[1]

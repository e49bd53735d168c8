from __future__ import annotations

import sys
from pathlib import Path

import font_files as making
import pytest

from briefing.writers.fonts import FontBook, files
from briefing.writers.fonts.machine import Fonts

DATA = Path(__file__).parents[2] / "data" / "fonts"


def test_what_a_file_says_of_itself(tmp_path: Path) -> None:
    making.put(
        tmp_path,
        "Ministry Text",
        "Bold Italic",
        weight=700,
        permissions=8,
        names=[(1, making.GERMAN, "Ministeriumsschrift"), (16, making.ENGLISH, "Ministry")],
    )
    (found,) = files.scan([tmp_path])
    assert (found.family, found.style) == ("Ministry", "Bold Italic")
    assert found.families == {"ministry", "ministry text", "ministeriumsschrift"}
    assert (found.weight, found.italic, found.outlines) == (700, True, "glyf")
    assert found.postscript == "Ministry-Text-Bold-Italic"
    assert found.embeddable


def test_collections(tmp_path: Path) -> None:
    faces = [making.made("First"), making.made("Second", style="Italic")]
    (tmp_path / "both.TTC").write_bytes(making.collection(faces))
    found = files.scan([tmp_path])
    assert [(each.family, each.index, each.italic) for each in found] == [
        ("First", 0, False),
        ("Second", 1, True),
    ]


def test_outlines_of_postscript(tmp_path: Path) -> None:
    (tmp_path / "a.otf").write_bytes(making.packaged("SourceSansPro-Regular.otf"))
    (found,) = files.scan([tmp_path])
    assert (found.outlines, found.embeddable) == ("CFF", True)


@pytest.mark.parametrize(
    ("permissions", "embeddable", "whole"),
    [
        (0, True, False),
        (2, False, False),
        (4, True, False),
        (8, True, False),
        (6, True, False),  # of two the more liberal holds
        (0x100, True, True),
        (0x200, False, False),
    ],
)
def test_licences(tmp_path: Path, permissions: int, embeddable: bool, whole: bool) -> None:
    making.put(tmp_path, "Licensed", permissions=permissions)
    (found,) = files.scan([tmp_path])
    assert (found.embeddable, found.whole) == (embeddable, whole)
    assert Fonts((found,)).restricted("licensed") is not embeddable


def test_pictures_are_no_outlines(tmp_path: Path) -> None:
    parts = making.made("Pictures", without=["glyf", "loca"]) | {"CBDT": b"\0\3\0\0"}
    (tmp_path / "pictures.ttf").write_bytes(making.sfnt(parts))
    (found,) = files.scan([tmp_path])
    assert found.colour
    assert not found.embeddable
    assert not found.restricted


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\1\0\0",
        b"ttcf\0\1\0\0\xff\xff\xff\xff",
        b"wOF2 and more",
        making.packaged()[:300],
        making.packaged()[:40_000],
        b"\0\1\0\0\xff\xff" + bytes(200),
    ],
    ids=range(7),
)
def test_what_is_no_font_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.ttf").write_bytes(content)
    making.put(tmp_path, "Good")
    assert [each.family for each in files.scan([tmp_path])] == ["Good"]


def test_fonts_of_boxes_are_none(tmp_path: Path) -> None:
    making.put(tmp_path, "Adobe Blank")
    making.put(tmp_path, "LastResort")
    assert files.scan([tmp_path]) == ()


def test_folders_below_and_folders_that_are_not_there(tmp_path: Path) -> None:
    making.put(tmp_path / "truetype" / "deep", "Deep")
    found = files.scan([tmp_path / "nowhere", tmp_path])
    assert [each.family for each in found] == ["Deep"]


def test_folders_of_each_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", "C:/W")
    monkeypatch.setenv("LOCALAPPDATA", "C:/L")
    assert files.folders() == (Path("C:/W/Fonts"), Path("C:/L/Microsoft/Windows/Fonts"))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert Path("/System/Library/Fonts") in files.folders()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/x")
    assert Path("/usr/share/fonts") in files.folders()
    assert Path("/x/fonts") in files.folders()


def test_a_variable_font() -> None:
    (found,) = [each for each in files.scan([DATA]) if each.variable]
    assert found.weights == (200, 400, 900)
    book = FontBook(installed=Fonts((found,)))
    plain, bold = book.face("Vary"), book.face("Vary", bold=True)
    assert (plain.file.weight_axis, bold.file.weight_axis) == (None, 700)
    assert not bold.embolden
    assert bold.shape("A").width == plain.shape("A").width + 60

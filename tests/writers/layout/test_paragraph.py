"""Looks, signs, tabs, notes and directions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paragraphs import FAMILY, look, put, setter, texts

from briefing.model.brief import Note, PageField, Run
from briefing.writers.fonts import FontBook
from briefing.writers.house.look import Alignment, Caps, CharacterChange, ListSign, Tab
from briefing.writers.layout.laid import SIGN, Fill, Image, Rule
from briefing.writers.layout.paragraph import Picture, Words, set_items, set_paragraph

SETTER = setter()


def test_looks() -> None:
    runs = (
        Run("plain "),
        Run("bold", bold=True),
        Run(" link", href="https://example.org"),
        Run(" gap", gap=True),
    )
    line = set_paragraph(runs, look(), 400, SETTER).lines[0]
    assert [piece.inline for piece in line.pieces] == [0, 1, 2, 3]
    assert line.pieces[1].face is not line.pieces[0].face
    assert line.pieces[2].colour == "#0000ff"
    (rule,) = [each for each in line.marks if isinstance(each, Rule)]
    assert rule.x1 == line.pieces[2].x
    assert rule.x2 == pytest.approx(line.pieces[3].x)
    assert rule.y1 == rule.y2 < 0
    (fill,) = [each for each in line.marks if isinstance(each, Fill)]
    assert fill.colour == "#ffff00"
    assert fill.x + fill.width == pytest.approx(line.x + line.width)


def test_pieces_stand_side_by_side() -> None:
    parted = set_paragraph((Run("one "), Run("two "), Run("three")), look(), 400, SETTER)
    whole = put("one two three", 400)
    assert parted.lines[0].width == pytest.approx(whole.lines[0].width)


def test_extra() -> None:
    made = set_paragraph(
        (Run("x"),), look(), 400, SETTER, extra=CharacterChange(bold=True, colour="#123456")
    )
    assert made.lines[0].pieces[0].colour == "#123456"


def test_numbers_of_pages() -> None:
    inlines = (Run("Page "), PageField.NUMBER, Run(" of "), PageField.COUNT)
    line = set_paragraph(inlines, look(), 400, SETTER, numbers=(3, 12)).lines[0]
    assert line.text == "Page 3 of 12"


def test_notes() -> None:
    note = Note((Run("source"),))
    inlines = (Run("said so."), note, Run(" Others did not."), note)
    made = set_paragraph(inlines, look(), 60, SETTER, first_note=9)
    assert "".join(line.text for line in made.lines) == "said so.9 Others did not.10"
    assert [line.notes for line in made.lines if line.notes] == [(9,), (10,)]
    raised = [piece for line in made.lines for piece in line.pieces if piece.inline in (1, 3)]
    assert all(piece.y > 0 and piece.size < 11 for piece in raised)


def test_a_note_stays_with_its_word() -> None:
    note = Note((Run("source"),))
    word = set_paragraph((Run("one two"),), look(), 400, SETTER).lines[0].width
    made = set_paragraph((Run("one two—"), note), look(), word + 12, SETTER)
    assert all(line.text.strip("0123456789") for line in made.lines)


@pytest.mark.parametrize(("suffix", "x"), [("tab", 18), ("space", None), ("nothing", None)])
def test_sign(suffix: str, x: float | None) -> None:
    sign = ListSign("•", suffix=suffix)
    style = look(left=18, first=-14, sign=sign)
    made = set_paragraph((Run("one two three four five six"),), style, 80, SETTER, sign="•")
    first = made.lines[0].pieces[0]
    assert (first.inline, first.x, first.shaped.text) == (SIGN, 4, "•")
    assert "•" not in made.lines[0].text
    if x is not None:
        assert made.lines[0].x == x
    else:
        assert 4 < made.lines[0].x < 18
    assert all(line.x == 18 for line in made.lines[1:])


def test_a_wide_sign_goes_to_the_next_stop() -> None:
    style = look(left=18, first=-18, sign=ListSign("%1."))
    made = set_paragraph((Run("one"),), style, 200, SETTER, sign="1234567.")
    assert made.lines[0].x == 72


def test_tabs() -> None:
    style = look(tabs=(Tab(200, Alignment.CENTRE), Tab(400, Alignment.END, ".")))
    items = [Words("left\tmiddle\tright", style.text, 0)]
    line = set_items(items, style, 400, SETTER).lines[0]
    places = {piece.shaped.text: piece for piece in line.pieces}
    width = {
        text: piece.shaped.width * piece.size / piece.face.units for text, piece in places.items()
    }
    assert places["left"].x == 0
    assert places["middle"].x + width["middle"] / 2 == pytest.approx(200, abs=0.02)
    assert places["right"].x + width["right"] == pytest.approx(400, abs=0.02)
    (leader,) = [text for text in places if set(text) == {"."}]
    assert places[leader].x >= places["middle"].x + width["middle"]
    assert places[leader].x + width[leader] <= places["right"].x + 0.01
    assert line.text == "left\tmiddle\tright"


def test_tabs_by_default_and_at_the_indent() -> None:
    plain = look()
    line = set_items([Words("a\tb", plain.text, 0)], plain, 400, SETTER).lines[0]
    assert [piece.x for piece in line.pieces] == [0, 36]
    hung = look(left=50, first=-50)
    line = set_items([Words("To:\tall", hung.text, 0)], hung, 400, SETTER).lines[0]
    assert [piece.x for piece in line.pieces] == [0, 50]


def test_picture() -> None:
    style = look()
    picture = Picture(30, 40, b"", "A crest")
    line = set_items([picture, Words(" text", style.text, 0)], style, 400, SETTER).lines[0]
    (image,) = [each for each in line.marks if isinstance(each, Image)]
    assert (image.x, image.y, image.width, image.alternative) == (0, 0, 30, "A crest")
    assert line.pieces[0].x == 30
    assert line.base == 40


def test_capitals() -> None:
    style = look()
    small = replace(style, text=replace(style.text, caps=Caps.SMALL))
    line = set_paragraph((Run("Gap"),), small, 400, SETTER).lines[0]
    assert [piece.shaped.text for piece in line.pieces] == ["G", "AP"]
    assert line.pieces[1].size == pytest.approx(0.8 * line.pieces[0].size)
    assert line.text == "Gap"
    capitals = replace(style, text=replace(style.text, caps=Caps.ALL))
    line = set_paragraph((Run("Gap"),), capitals, 400, SETTER).lines[0]
    assert [piece.shaped.text for piece in line.pieces] == ["GAP"]


def test_letter_spacing() -> None:
    style = look(kern=False)
    wide = replace(style, text=replace(style.text, spacing=2))
    near = set_paragraph((Run("abc"),), style, 400, SETTER).lines[0].width
    assert set_paragraph((Run("abc"),), wide, 400, SETTER).lines[0].width == near + 4


needs_hebrew = pytest.mark.skipif(
    FontBook().pieces("ש", FontBook().face(FAMILY))[0][1] != "ש", reason="no font with Hebrew"
)


@needs_hebrew
def test_right_to_left_in_left_to_right() -> None:
    line = put("Hello שלום עולם there", 400).lines[0]
    assert line.x == 0
    assert line.text == "Hello שלום עולם there"
    xs = {piece.shaped.text.strip(): piece.x for piece in line.pieces}
    assert xs["Hello"] < xs["עולם"] < xs["שלום"] < xs["there"]
    order = [line.pieces[at].shaped.text for at in line.order or ()]
    assert "".join(order) == line.text


@needs_hebrew
def test_a_foreign_quotation_and_its_speaker() -> None:
    runs = (Run("“שלום עולם”", language="he"), Run(" — Faisal, minister"))
    line = set_paragraph(runs, look(), 400, SETTER).lines[0]
    assert line.x == 0
    xs = {piece.shaped.text.strip(" “”—"): piece.x for piece in line.pieces}
    assert xs["עולם"] < xs["שלום"] < xs["Faisal, minister"]
    numbered = (runs[0], Run(" — 12"))
    line = set_paragraph(numbered, look(), 400, SETTER).lines[0]
    assert line.x + line.width == pytest.approx(400)


@needs_hebrew
def test_right_to_left_paragraph() -> None:
    made = put("שלום world 12", 400, left=20)
    line = made.lines[0]
    assert line.x + line.width == pytest.approx(380)
    xs = {piece.shaped.text.strip(): piece.x for piece in line.pieces}
    assert xs["world 12"] < xs["שלום"]
    spread = put("שלום עולם " * 12, 150, alignment=Alignment.JUSTIFIED)
    assert len(spread.lines) > 2
    for line in spread.lines[:-1]:
        assert (line.x, line.width) == (pytest.approx(0, abs=0.01), pytest.approx(150, abs=0.01))


def _ends(text: str, room: float, **rest: bool) -> list[str]:
    return texts(put(text, room, **rest))


def test_path_goes_to_the_next_line_whole() -> None:
    text = "changes go to example.org/tallinn/round-7/seating"
    for room in range(150, 200, 5):
        first = _ends(text, room)[0]
        assert first in ("changes go to", "changes go to example.org/tallinn/round-")


def test_long_path_is_parted_at_a_slash() -> None:
    first = _ends("see " + "example.org/" + "organisation/" * 12, 430)[0]
    assert first.startswith("see example.org/organisation/")
    assert first.endswith("/")

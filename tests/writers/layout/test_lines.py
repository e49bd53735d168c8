"""How lines are filled and how high they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import end, look, put, setter, texts

from briefing.model.brief import Run
from briefing.writers.house.look import Alignment, LineRule
from briefing.writers.layout.paragraph import set_paragraph

PROSE = (
    "The port authorities of Gdańsk and Ålesund signed an agreement on Tuesday & said that "
    "point 7 of it, “the shared terminal”, would be looked at again in late April."
)
LETTERS = (
    "aeintAVT.,;-–—’“”()/  \N{NO-BREAK SPACE}\N{SOFT HYPHEN}\n中文אבe\N{COMBINING ACUTE ACCENT}1"
)
SETTER, HYPHENATING = setter(), setter(hyphenate=True)


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[tuple[Run, ...], float, Alignment, bool]:
    word = st.text(LETTERS, max_size=14) | st.sampled_from(["international", "government’s ", " "])
    run = st.builds(
        Run, st.lists(word, max_size=8).map("".join), bold=st.booleans(), italic=st.booleans()
    )
    return (
        tuple(draw(st.lists(run, max_size=4))),
        draw(st.floats(20, 400)),
        draw(st.sampled_from(Alignment)),
        draw(st.booleans()),
    )


@settings(max_examples=200, deadline=None)
@given(paragraphs())
def test_no_letter_is_lost_and_none_goes_over_the_edge(
    case: tuple[tuple[Run, ...], float, Alignment, bool],
) -> None:
    runs, room, alignment, hyphenate = case
    style = look(alignment=alignment)
    made = set_paragraph(runs, style, room, HYPHENATING if hyphenate else SETTER)
    assert made.lines
    assert "".join(each.text for each in made.lines) == "".join(each.text for each in runs)
    for line in made.lines:
        letters = [each for each in line.text if each not in " \n\N{SOFT HYPHEN}"]
        if len(letters) > 2:  # a letter with its mark is not parted
            assert line.width <= room + 0.3  # widths are rounded for filling
        shown = "".join(
            each.shaped.text
            for each in (
                line.pieces if line.order is None else [line.pieces[at] for at in line.order]
            )
            if each.inline >= 0
        )
        if "[U+" not in shown:
            assert shown.rstrip(" ") == line.text.rstrip(" \n").replace("\n", "")
    assert made.height == pytest.approx(sum(each.height for each in made.lines))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text("aeinotV,", min_size=1, max_size=9), min_size=2, max_size=60),
    st.floats(80, 400),
)
def test_justified_lines_end_at_the_edge(words: list[str], room: float) -> None:
    style = look(alignment=Alignment.JUSTIFIED)
    made = set_paragraph((Run(" ".join(words)),), style, room, HYPHENATING)
    for line in made.lines[:-1]:
        if " " in line.text.rstrip():
            assert line.x + line.width == pytest.approx(room, abs=0.01)
            assert end(line) == pytest.approx(room, abs=0.01)
    assert all(piece.stretch == 0 for piece in made.lines[-1].pieces)


def test_as_many_words_as_fit() -> None:
    made = put(PROSE, 200)
    words = PROSE.split()
    found = [line.split() for line in texts(made)]
    assert [each for line in found for each in line] == words
    for line, after in zip(made.lines, found[1:], strict=False):
        longer = put(f"{line.text}{after[0]}", 2000)
        assert longer.lines[0].width > 199.9


@pytest.mark.parametrize(
    ("alignment", "x"), [(Alignment.START, 0), (Alignment.CENTRE, 0.5), (Alignment.END, 1)]
)
def test_alignment(alignment: Alignment, x: float) -> None:
    line = put("Short", 300, alignment=alignment).lines[0]
    assert line.x == pytest.approx((300 - line.width) * x)
    assert line.pieces[0].x == pytest.approx(line.x)


def test_a_manual_break_is_no_end() -> None:
    made = put("one two\nthree four", 300, alignment=Alignment.JUSTIFIED)
    assert texts(made) == ["one two", "three four"]
    assert made.lines[0].width == pytest.approx(300)
    assert made.lines[1].width < 200


def test_a_break_at_the_end_makes_an_empty_line() -> None:
    assert [line.text for line in put("one\n", 300).lines] == ["one\n", ""]


def test_words_too_long_are_parted_anywhere() -> None:
    made = put("x" * 100, 60)
    assert len(made.lines) > 5
    assert all(0 < line.width <= 60 for line in made.lines)


def test_a_single_letter_may_be_too_wide() -> None:
    assert texts(put("WWW", 2)) == ["W", "W", "W"]


def test_italic_letters_need_more_room_at_the_end() -> None:
    upright = set_paragraph((Run("one two"),), look(), 500, SETTER).lines[0].width
    slanted = (Run("one two", italic=True),)
    width = set_paragraph(slanted, look(), 500, SETTER).lines[0].width
    assert len(set_paragraph(slanted, look(), width + 0.3, SETTER).lines) == 2
    assert len(set_paragraph((Run("one two"),), look(), upright + 0.3, SETTER).lines) == 1


def test_no_word_is_parted_for_the_sake_of_slant() -> None:
    slanted = (Run("international one", italic=True),)
    width = set_paragraph(slanted, look(), 500, SETTER).lines[0].width
    word = set_paragraph((Run("international", italic=True),), look(), 500, SETTER).lines[0].width
    assert word < width
    made = set_paragraph(slanted, look(), word + 0.3, SETTER)
    assert texts(made) == ["international", "one"]


def test_no_break_space_is_not_stretched() -> None:
    made = put("a\N{NO-BREAK SPACE}b c d e", 45, alignment=Alignment.JUSTIFIED)
    assert len(made.lines) > 1 or made.lines[0].width < 45
    assert made.lines[0].text.startswith("a\N{NO-BREAK SPACE}b")


def test_line_heights() -> None:
    single = put(PROSE, 200)
    height, base = single.lines[0].height, single.lines[0].base
    assert single.height == pytest.approx(height * len(single.lines))
    wide = put(PROSE, 200, line=1.5)
    assert wide.lines[0].base == base  # what is more comes below
    assert wide.lines[0].height == pytest.approx(1.5 * height, abs=0.06)
    tight = put(PROSE, 200, line=0.8)
    assert tight.lines[0].height == pytest.approx(0.8 * height, abs=0.06)
    assert tight.lines[0].base == pytest.approx(0.8 * base, abs=0.06)
    assert tight.lines[1].base == pytest.approx(base - 0.2 * height, abs=0.06)
    exact = put(PROSE, 200, line=20, line_rule=LineRule.EXACT)
    assert (exact.lines[0].height, exact.lines[0].base) == (20, 16)
    least = put(PROSE, 200, line=30, line_rule=LineRule.AT_LEAST)
    assert least.lines[0].height == 30
    assert least.lines[0].base == pytest.approx(30 - (height - base))
    assert put(PROSE, 200, line=3, line_rule=LineRule.AT_LEAST).lines[0].height == height


def test_an_empty_paragraph_has_a_line() -> None:
    made = set_paragraph((), look(), 200, SETTER)
    assert len(made.lines) == 1
    assert made.lines[0].height == put("x", 200).lines[0].height
    assert made.lines[0].pieces == ()

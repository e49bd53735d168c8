"""Notes at the foot of pages and after the text."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.brief import Brief, Cell, Note, Notes, Paragraph, ParagraphStyle, Run, Table
from briefing.model.brief import TableStyle as TableKind
from briefing.writers.house import load
from briefing.writers.house.look import Style
from briefing.writers.house.whole import House
from briefing.writers.layout import lay
from briefing.writers.layout.laid import NOTE, SIGN, Laid, LaidPage, Line, Rule
from briefing.writers.layout.notes import RULE_SHARE

NORMAL = ParagraphStyle.NORMAL


@cache
def house() -> House:
    return load("modern")


def note(text: str) -> Note:
    return Note((Run(text),))


def paragraph(*inlines: Run | Note) -> Paragraph:
    return Paragraph(NORMAL, inlines)


def brief(*blocks: Paragraph | Table, notes: Notes = Notes.FOOTNOTES) -> Brief:
    return Brief("Title", blocks, "UNMARKED", notes=notes)


def lines(page: LaidPage) -> list[Line]:
    return [each for each in page.items if isinstance(each, Line) and each.place]


def note_lines(laid: Laid) -> list[list[Line]]:
    return [[each for each in lines(page) if each.place[0] == NOTE] for page in laid.pages]


def test_a_note_stands_at_the_foot_with_its_number() -> None:
    laid = lay(brief(paragraph(Run("Said"), note("Who said it."), Run("."))), house())
    text, foot = lines(laid.pages[0])
    assert foot.place == (NOTE, 1)
    assert foot.text == "1 Who said it."
    assert foot.pieces[0].inline == SIGN
    assert foot.pieces[0].y > foot.y
    assert {each.inline for each in foot.pieces if each.inline != SIGN} == {0}
    assert foot.y < text.y - 400


def test_a_short_rule_stands_above_the_notes() -> None:
    plain = lay(brief(paragraph(Run("Said"))), house())
    noted = lay(brief(paragraph(Run("Said"), note("Who."))), house())
    before = [each for each in plain.pages[0].items if isinstance(each, Rule)]
    after = [each for each in noted.pages[0].items if isinstance(each, Rule)]
    [rule] = [each for each in after if each not in before]
    assert rule.x2 - rule.x1 == pytest.approx(house().page.room * RULE_SHARE)
    [foot] = note_lines(noted)[0]
    assert 0 < rule.y1 - foot.y < 25


def test_notes_are_numbered_through_text_and_tables() -> None:
    def cell(*inlines: Run | Note) -> Cell:
        return Cell((paragraph(*inlines),))

    table = Table(
        TableKind.GRID,
        ((cell(Run("a"), note("second")), cell(Run("b"), note("third"))),),
        (0.5, 0.5),
    )
    laid = lay(
        brief(paragraph(Run("x"), note("first")), table, paragraph(Run("y"), note("fourth"))),
        house(),
    )
    assert [each.text for each in note_lines(laid)[0]] == [
        "1 first",
        "2 second",
        "3 third",
        "4 fourth",
    ]
    assert [each.place for each in note_lines(laid)[0]] == [(NOTE, n) for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("notes", [Notes.ENDNOTES, Notes.COMMENTS])
def test_other_notes_stand_after_the_text(notes: Notes) -> None:
    blocks = [paragraph(Run(f"Line {n}"), note(f"Note {n}")) for n in range(1, 60)]
    laid = lay(brief(*blocks, notes=notes), house())
    found = [each for page in laid.pages for each in lines(page)]
    assert [each.place for each in found] == [
        *((n,) for n in range(59)),
        *((NOTE, n) for n in range(1, 60)),
    ]
    assert note_lines(laid)[0] == []


def test_a_long_note_goes_on_below_the_text_of_the_next_page() -> None:
    blocks = [paragraph(Run("Said"), note("word " * 3000)), *[paragraph(Run("x"))] * 10]
    laid = lay(brief(*blocks), house())
    found = note_lines(laid)
    assert len(found) > 2
    assert all(found)
    assert sum(each.text.count("word") for page in found for each in page) == 3000
    assert [each.place for each in lines(laid.pages[1]) if each.place[0] != NOTE]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 120), st.integers(0, 120)), min_size=1, max_size=25),
    st.sampled_from(["modern", "classical", "plain"]),
)
def test_notes_are_whole_and_begin_with_their_references(
    sizes: list[tuple[int, int]], name: str
) -> None:
    blocks: list[Paragraph] = []
    for words, noted in sizes:
        more = [note("note " * noted)] if noted else []
        blocks.append(paragraph(Run("text " * words), *more, Run(" more")))
    laid = lay(brief(*blocks), load(name))
    seen = ""
    number = 0
    for page in laid.pages:
        text = [each for each in lines(page) if each.place[0] != NOTE]
        notes = [each for each in lines(page) if each.place[0] == NOTE]
        said = "".join(each.text for each in notes)
        seen += said
        if text and notes:
            assert min(each.y for each in text) > max(each.y for each in notes)
        begun = sum(each.pieces[0].inline == SIGN for each in notes)
        referred = sum(
            piece.shaped.text.isdigit()
            for each in text
            for piece in each.pieces
            if piece.y > each.y
        )
        assert begun == referred
        number += begun
    assert number == sum(noted > 0 for _, noted in sizes)
    assert seen.count("note") == sum(noted for _, noted in sizes)


def test_a_house_without_room_for_notes_keeps_them_all_the_same() -> None:
    page = replace(house().page, height=200, top=60, bottom=60)
    laid = lay(
        brief(*[paragraph(Run("x"), note("word " * 60)) for _ in range(4)]),
        replace(house(), page=page),
    )
    said = " ".join(each.text for page in note_lines(laid) for each in page)
    assert said.count("word") == 240


def test_space_between_notes_is_that_of_their_style() -> None:
    styles = {
        **house().styles,
        Style.FOOTNOTE: replace(house().styles[Style.FOOTNOTE], before=3, after=9),
    }
    laid = lay(brief(paragraph(Run("x"), note("a"), note("b"))), replace(house(), styles=styles))
    first, second = note_lines(laid)[0]
    close = lay(brief(paragraph(Run("x"), note("a"), note("b"))), house())
    near, far = note_lines(close)[0]
    gap = house().styles[Style.FOOTNOTE]
    assert first.y - second.y == pytest.approx(near.y - far.y + 9 - max(gap.before, gap.after))
    assert second.y == pytest.approx(far.y)


def test_a_number_has_the_room_in_which_its_note_hangs_out() -> None:
    """As LibreOffice sets it: the words of each line begin at the indent."""
    look = replace(house().styles[Style.FOOTNOTE], left=20.0, first=-20.0)
    hanging = replace(house(), styles={**house().styles, Style.FOOTNOTE: look}, digest="hanging")
    laid = lay(brief(paragraph(Run("Said"), note("Who said it. " * 30))), hanging)
    first, second, *_ = note_lines(laid)[0]
    left = house().page.left
    (number,) = [each for each in first.pieces if each.shaped.text == "1"]
    words = next(each for each in first.pieces if each.shaped.text.startswith("Who"))
    assert (number.x, number.inline) == (pytest.approx(left), SIGN)
    assert words.x == pytest.approx(left + 20, abs=3)
    assert second.x == pytest.approx(left + 20)

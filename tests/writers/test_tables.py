"""Tables that are set: columns, heights, borders, and which columns hold figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_pages import BARE, CELL, LINE, one_line

from briefing.model.brief import (
    Cell,
    Note,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.model.columns import numeric_columns
from briefing.writers.house.look import Border, Borders, CharacterChange
from briefing.writers.layout.laid import Fill, Rule
from briefing.writers.layout.notes import Notes
from briefing.writers.layout.pages import paginate
from briefing.writers.layout.painting import Canvas
from briefing.writers.layout.rows import PlacedTable
from briefing.writers.layout.setting import SetParagraph
from briefing.writers.layout.stacks import Stacked
from briefing.writers.layout.tables import SetTable, cell_room, put_together, set_table

TOP, INSIDE, BOTTOM, LEFT = Border(2), Border(1), Border(3), Border(4)


def cell(text: str, *, header: bool = False) -> Cell:
    return Cell((Paragraph(ParagraphStyle.NORMAL, (Run(text),)),), header)


def column(*texts: str, head: str = "Head") -> Table:
    rows = [(cell(head, header=True),), *((cell(each),) for each in texts)]
    return Table(TableStyle.GRID, tuple(rows), (1,), 1)


FIGURES = [
    ("1", "22", "333"),
    ("1,234", "12.5", "−3"),
    ("12%", "8.5 %", "100 per cent"),
    ("£3m", "£12.4 million", "€ 7"),
    ("EUR 5", "US$1,200", "3 bn"),
    ("(1,234)", "+7", "~40"),
    ("5", "–", "n/a"),
    ("1 000", "12 500", ""),
    ("1998", "2001", "17"),
]
WORDS = [
    ("1", "two", "3"),
    ("2019", "2020", "2021"),
    ("–", "", "n/a"),
    ("12 March", "13 March", "14 March"),
    ("1 to 2", "5", "6"),
    ("10:30", "11:00", "12:00"),
    ("A1", "A2", "A3"),
    ("", "", ""),
]


@pytest.mark.parametrize("texts", FIGURES)
def test_columns_of_figures(texts: tuple[str, ...]) -> None:
    assert numeric_columns(column(*texts)) == {0}


@pytest.mark.parametrize("texts", WORDS)
def test_columns_of_words(texts: tuple[str, ...]) -> None:
    assert not numeric_columns(column(*texts))


def test_marks_notes_and_gaps_are_no_part_of_a_figure() -> None:
    inlines = (Run("12"), Run(" ¶5", mark=True), Note((Run("Says who."),)))
    marked = Cell((Paragraph(ParagraphStyle.NORMAL, inlines),))
    gap = Cell((Paragraph(ParagraphStyle.NORMAL, (Run("[not given]", gap=True),)),))
    assert numeric_columns(Table(TableStyle.GRID, ((marked,), (gap,)), (1,))) == {0}


def test_a_header_table_and_a_column_of_labels_have_no_figures() -> None:
    row = (cell("1", header=True), cell("2"))
    assert not numeric_columns(Table(TableStyle.HEADER, (row,), (0.5, 0.5)))
    assert numeric_columns(Table(TableStyle.GRID, (row,), (0.5, 0.5))) == {1}


def made(table: Table, look: object = BARE, room: float = 300) -> list[tuple[object, ...]]:
    """What is asked of each paragraph: text, place, room, change, whether it is a figure."""
    found: list[tuple[object, ...]] = []

    def make(
        paragraph: Paragraph,
        _: Cell,
        place: tuple[int, ...],
        room: float,
        change: CharacterChange,
        figure: bool,
    ) -> Stacked:
        text = "".join(each.text for each in paragraph.inlines if isinstance(each, Run))
        found.append((text, place, room, change, figure))
        return Stacked(place, SetParagraph(CELL, (one_line(),), LINE))

    set_table(table, look, 7, room, make)  # type: ignore[arg-type]
    return found


def test_each_cell_has_its_place_and_its_room() -> None:
    table = Table(TableStyle.GRID, ((cell("a"), cell("b")), (cell("c"), cell("d"))), (0.2, 0.8))
    look = replace(BARE, padding_left=5, padding_right=6)
    assert [each[:3] for each in made(table, look)] == [
        ("a", (7, 0, 0, 0), pytest.approx(49)),
        ("b", (7, 0, 1, 0), pytest.approx(229)),
        ("c", (7, 1, 0, 0), pytest.approx(49)),
        ("d", (7, 1, 1, 0), pytest.approx(229)),
    ]


def test_a_column_without_room_has_some_all_the_same() -> None:
    table = Table(TableStyle.GRID, ((cell("a"), cell("b")),), (0, 1))
    assert all(float(str(each[2])) > 0 for each in made(table, replace(BARE, padding_left=20)))


def test_the_head_is_looked_at_after_the_first_column() -> None:
    look = replace(
        BARE,
        head_text=CharacterChange(bold=True, colour="#111111"),
        column_text=CharacterChange(italic=True, colour="#222222"),
    )
    table = Table(TableStyle.GRID, ((cell("a"), cell("b")), (cell("c"), cell("d"))), (0.5, 0.5), 1)
    changes = {str(each[0]): each[3] for each in made(table, look)}
    assert changes == {
        "a": CharacterChange(bold=True, italic=True, colour="#111111"),
        "b": CharacterChange(bold=True, colour="#111111"),
        "c": CharacterChange(italic=True, colour="#222222"),
        "d": CharacterChange(),
    }


def test_figures_and_their_head_are_marked() -> None:
    assert [each[4] for each in made(column("1", "2"))] == [True, True, True]


def test_an_empty_cell_has_a_line() -> None:
    assert [each[0] for each in made(Table(TableStyle.GRID, ((Cell(()),),), (1,)))] == [""]


# --- heights and borders ------------------------------------------------------------------------


def stacked(count: int, **look: object) -> Stacked:
    return Stacked(
        (0, 0, 0, 0),
        SetParagraph(
            replace(CELL, **look),  # type: ignore[arg-type]
            tuple(one_line() for _ in range(count)),
            count * LINE,
        ),
    )


def grid(rows: list[list[int]], header_rows: int = 0, **look: object) -> SetTable:
    borders = Borders(TOP, BOTTOM, LEFT, None, INSIDE)
    made = replace(BARE, padding_top=2, padding_bottom=3, borders=borders, **look)  # type: ignore[arg-type]
    width = len(rows[0])
    edges = tuple(100.0 * n for n in range(width + 1))
    cells = [[[stacked(count)] for count in row] for row in rows]
    return put_together(made, edges, cells, header_rows)


def test_a_row_is_as_high_as_its_highest_cell_with_paddings_and_borders() -> None:
    table = grid([[1, 2], [3, 1], [1, 1]])
    assert [each.height for each in table.rows] == [25, 35, 15]
    assert [each.below for each in table.rows] == [1, 1, 3]
    assert table.height == 2 + 25 + 1 + 35 + 1 + 15 + 3


def test_space_between_paragraphs_counts_in_a_cell_and_so_does_that_at_its_ends() -> None:
    paragraphs = [stacked(1, before=4, after=6), stacked(1, before=2, after=5)]
    table = put_together(BARE, (0, 100), [[paragraphs]], 0)
    assert table.rows[0].height == 4 + 10 + 6 + 10 + 5


def test_below_the_last_line_of_a_cell_is_the_spacing_of_another_font() -> None:
    table = put_together(BARE, (0, 100), [[[stacked(3, line=2)]]], 0)
    assert table.rows[0].height == pytest.approx(2 * LINE + LINE / 2 + 11.5)


def test_text_stands_one_padding_from_the_grid() -> None:
    look = replace(BARE, padding_left=5, padding_right=7, indent=3)
    assert cell_room(look, (3, 103, 203), 1) == (108, 88)


def place(table: SetTable, height: float) -> list[Canvas]:
    notes = Notes(CELL, lambda _: stacked(1))
    found: list[Canvas] = []
    for page in paginate([table], notes, lambda _: height):
        canvas = Canvas((1, 1))
        for each in page.placed:
            assert isinstance(each, PlacedTable)
            canvas.table(each, 0, height, canvas.text)
        found.append(canvas)
    return found


def across(canvas: Canvas) -> list[tuple[float, float]]:
    """y of the middle, down from 100, and width of the borders from left to right."""
    found = [each for each in canvas.rules if isinstance(each, Rule) and each.y1 == each.y2]
    return [(100 - each.y1, each.width) for each in found]


def test_borders_stand_above_between_and_below_rows() -> None:
    [canvas] = place(grid([[1], [1]]), 100)
    assert across(canvas) == [(1, 2), (17.5, 1), (34.5, 3)]


def test_where_a_page_ends_the_border_is_that_between_rows() -> None:
    first, second = place(grid([[3], [3], [3]]), 100)
    assert across(first) == [(1, 2), (37.5, 1), (73.5, 1)]
    assert across(second) == [(0.5, 1), (37.5, 3)]


def test_below_a_repeated_head_stands_what_stands_above_the_table() -> None:
    second = place(grid([[1], [5], [5]], header_rows=1, head_bottom=Border(2)), 100)[1]
    assert across(second)[0] == (1, 2)
    assert across(second)[1] == (18, 2)


def test_upright_borders_go_from_top_to_bottom() -> None:
    [canvas] = place(grid([[1], [1]]), 100)
    [left] = [each for each in canvas.rules if isinstance(each, Rule) and each.x1 == each.x2]
    assert (left.x1, 100 - left.y2, 100 - left.y1, left.width) == (0, 0, 36, 4)


def test_head_and_bands_are_shaded() -> None:
    table = grid([[1]] * 4, header_rows=1, head_shade="#eeeeee", band_shade="#dddddd")
    [canvas] = place(table, 100)
    shades = [each.colour for each in canvas.fills if isinstance(each, Fill)]
    assert shades == ["#eeeeee", "#dddddd", "#dddddd"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.integers(0, 25), min_size=2, max_size=2), min_size=1, max_size=8),
    st.integers(0, 2),
    st.integers(40, 200),
)
def test_no_line_of_a_cell_is_lost_and_none_leaves_the_page(
    rows: list[list[int]], heads: int, height: int
) -> None:
    counts = [[max(1, count) for count in row] for row in rows]
    table = grid(counts, min(heads, len(rows)))
    seen: dict[tuple[int, int], list[int]] = {}
    notes = Notes(CELL, lambda _: stacked(1))
    for page in paginate([table], notes, lambda _: height):
        for placed in page.placed:
            assert isinstance(placed, PlacedTable)
            for row in placed.rows:
                for at, part in enumerate(row.part.cells):
                    for segment in part.segments:
                        assert row.top + 2 + segment.bottom <= height or len(placed.rows) == 1
                        if not row.repeated:
                            lines = range(segment.start, segment.stop)
                            seen.setdefault((row.part.row, at), []).extend(lines)
    assert seen == {
        (r, c): list(range(count)) for r, row in enumerate(counts) for c, count in enumerate(row)
    }

"""Headers and footers: what stands in them, and the room they leave for the text."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from briefing.model.brief import Brief, Inline, PageField, Paragraph, ParagraphStyle, Run
from briefing.writers.house import load
from briefing.writers.house.letterhead import (
    Anchor,
    EdgeBlock,
    EdgeCell,
    EdgeField,
    EdgeItem,
    EdgeParagraph,
    EdgePicture,
    Edges,
    EdgeSlot,
    EdgeTab,
    EdgeTable,
    EdgeText,
    Field,
    RowHeight,
    Slot,
    Vertical,
)
from briefing.writers.house.look import (
    Alignment,
    Border,
    Borders,
    PageLook,
    ParagraphLook,
    Style,
    Tab,
    TableLook,
)
from briefing.writers.house.whole import House
from briefing.writers.layout import lay
from briefing.writers.layout.laid import Fill, Image, Laid, LaidPage, Line

PAPER = PageLook(400, 400, 50, 50, 40, 40, 20, 20)
PNG = b"not looked at here"


@cache
def plain() -> House:
    return load("plain")


def look(**changes: object) -> ParagraphLook:
    found = replace(plain().styles[Style.HEADER], before=0, after=0, line=1)
    return replace(found, **changes)  # type: ignore[arg-type]


def letters() -> ParagraphLook:
    return plain().styles[Style.HEADER]


def edge(*items: EdgeItem, **changes: object) -> EdgeParagraph:
    return EdgeParagraph(look(**changes), items)


def words(text: str) -> EdgeText:
    return EdgeText(text, letters().text)


def slot(which: Slot) -> EdgeSlot:
    return EdgeSlot(which, letters().text)


def number(which: Field = Field.NUMBER) -> EdgeField:
    return EdgeField(which, letters().text)


def house(page: PageLook = PAPER, **edges: tuple[EdgeBlock, ...]) -> House:
    return replace(plain(), page=page, edges=Edges(**edges))


def brief(
    paragraphs: int = 1,
    header: tuple[Inline, ...] = (),
    footer: tuple[Inline, ...] = (),
    numbering: tuple[Inline, ...] = (),
) -> Brief:
    texts = (Paragraph(ParagraphStyle.NORMAL, (Run(f"text {n}"),)) for n in range(paragraphs))
    return Brief("The title", tuple(texts), "SECRET", header, footer, numbering=numbering)


def said(page: LaidPage) -> list[str]:
    """Of the edges, from top to bottom."""
    return [each.text for each in page.items if isinstance(each, Line) and not each.place]


def bodies(laid: Laid) -> list[list[Line]]:
    return [
        [each for each in page.items if isinstance(each, Line) and each.place]
        for page in laid.pages
    ]


def top_of_text(laid: Laid, page: int = 0) -> float:
    """Base line of the first line, down from the top of the paper."""
    return laid.height - bodies(laid)[page][0].y


def test_slots_are_filled() -> None:
    header = (edge(slot(Slot.MARKING)), edge(slot(Slot.TITLE)), edge(slot(Slot.HEADER)))
    laid = lay(brief(header=(Run("Ports desk"),)), house(header=header))
    assert said(laid.pages[0]) == ["SECRET", "The title", "Ports desk"]


def test_a_line_of_empty_slots_is_left_out_and_takes_no_room() -> None:
    full = (edge(slot(Slot.MARKING)), edge(slot(Slot.HEADER)), edge(words("End")))
    laid = lay(brief(), house(header=full))
    assert said(laid.pages[0]) == ["SECRET", "End"]
    line, end = (each for each in laid.pages[0].items if isinstance(each, Line) and not each.place)
    assert line.y - end.y == pytest.approx(look().text.size * 1.15, abs=1)


def test_a_line_with_something_beside_an_empty_slot_stays() -> None:
    laid = lay(brief(), house(header=(edge(slot(Slot.HEADER), words("x")),)))
    assert said(laid.pages[0]) == ["x"]


def test_pages_are_numbered_in_fields_and_in_what_fills_a_slot() -> None:
    footer = (
        edge(words("p. "), number(), words("/"), number(Field.COUNT)),
        edge(slot(Slot.FOOTER)),
    )
    told = (Run("Page "), PageField.NUMBER, Run(" of "), PageField.COUNT)
    laid = lay(brief(60, footer=told), house(footer=footer))
    count = len(laid.pages)
    assert count > 1
    assert [said(each) for each in laid.pages] == [
        [f"p. {n}/{count}", f"Page {n} of {count}"] for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("footer", "own", "wanted"),
    [
        ((), False, ["Page 1"]),
        ((Run("Ref 7"),), False, ["Ref 7 · Page 1"]),
        ((Run("Ref 7"),), True, ["Ref 7", "– 1 –"]),
        ((), True, ["– 1 –"]),
    ],
)
def test_pages_are_numbered_once(footer: tuple[Inline, ...], own: bool, wanted: list[str]) -> None:
    blocks: tuple[EdgeBlock, ...] = (edge(slot(Slot.FOOTER)),)
    if own:
        blocks = (*blocks, edge(words("– "), number(), words(" –")))
    made = replace(house(footer=blocks), numbers_pages=own)
    laid = lay(brief(footer=footer, numbering=(Run("Page "), PageField.NUMBER)), made)
    assert said(laid.pages[0]) == wanted


def test_the_header_begins_and_the_footer_ends_at_its_distance() -> None:
    laid = lay(brief(), house(header=(edge(words("up")),), footer=(edge(words("down")),)))
    up, down = (each for each in laid.pages[0].items if isinstance(each, Line) and not each.place)
    assert 20 < laid.height - up.y < 20 + 1.2 * look().text.size
    assert 20 < down.y < 20 + 0.5 * look().text.size


def test_a_low_header_leaves_the_margin_and_a_high_one_pushes_the_text_down() -> None:
    low = lay(brief(), house(header=(edge(words("up")),)))
    high = lay(brief(), house(header=(edge(words("up"), before=30, after=30),)))
    height = high.height - next(each.y for each in high.pages[0].items if isinstance(each, Line))
    assert top_of_text(low) == top_of_text(lay(brief(), house()))
    assert top_of_text(high) > top_of_text(low) + 10
    assert height > 50


def test_a_high_footer_pushes_the_text_up() -> None:
    low = lay(brief(60), house())
    high = lay(brief(60), house(footer=(edge(words("x"), before=80),)))
    assert len(bodies(high)[0]) < len(bodies(low)[0])
    assert min(each.y for each in bodies(high)[0]) > 100


def test_a_header_below_a_negative_margin_lies_over_the_text() -> None:
    paper = replace(PAPER, top=-50, bottom=-50)
    laid = lay(brief(), house(paper, header=(edge(words("x"), after=100),)))
    assert top_of_text(laid) == top_of_text(lay(brief(), house()))


@pytest.mark.parametrize(
    "page",
    [
        replace(PAPER, top=300, bottom=300),
        replace(PAPER, top=0, bottom=0, header=0, footer=0),
        replace(PAPER, top=-300, bottom=500, header=900, footer=-20),
    ],
)
def test_there_is_room_for_text_whatever_the_margins(page: PageLook) -> None:
    edges = (edge(words("x"), before=300),)
    laid = lay(brief(20), house(page, header=edges, footer=edges))
    found = [each.text for page in bodies(laid) for each in page]
    assert found == [f"text {n}" for n in range(20)]
    assert len(laid.pages) < 20
    assert all(0 <= each.y <= laid.height for page in bodies(laid) for each in page)


def test_the_first_page_has_edges_of_its_own() -> None:
    paper = replace(PAPER, first_differs=True)
    laid = lay(
        brief(60),
        house(
            paper,
            header=(edge(words("later")),),
            first_header=(edge(words("first"), before=60),),
        ),
    )
    assert [said(each) for each in laid.pages[:2]] == [["first"], ["later"]]
    assert top_of_text(laid, 0) > top_of_text(laid, 1) + 20
    assert len(bodies(laid)[0]) < len(bodies(laid)[1])


def test_pictures_in_the_line_and_those_that_float() -> None:
    inline = EdgePicture(PNG, 30, 60, "Crest")
    floating = EdgePicture(PNG, 20, 10, "Seal", Anchor(300, 15))
    laid = lay(brief(), house(header=(edge(inline, floating),)))
    found = {each.alternative: each for each in laid.pages[0].items if isinstance(each, Image)}
    assert set(found) == {"Crest", "Seal"}
    assert (found["Seal"].x, found["Seal"].y) == (300, 400 - 15 - 10)
    assert found["Crest"].x == 40
    assert found["Crest"].y == pytest.approx(400 - 20 - 60)
    assert top_of_text(laid) > 20 + 60


def test_text_keeps_below_a_picture_that_wants_it() -> None:
    seal = EdgePicture(PNG, 20, 100, "Seal", Anchor(300, 15, wraps=True))
    assert top_of_text(lay(brief(), house(header=(edge(seal),)))) > 115
    seal = replace(seal, anchor=Anchor(300, 15))
    assert top_of_text(lay(brief(), house(header=(edge(seal),)))) < 115


def test_a_table_in_a_header() -> None:
    table = EdgeTable(
        TableLook("T", "T", padding_left=0, padding_right=0),
        (100, 220),
        (((edge(words("left")),), (edge(slot(Slot.HEADER)), edge(words("right")))),),
    )
    laid = lay(brief(), house(header=(edge(words("a")), table, edge(words("b")))))
    lines = {
        each.text: each for each in laid.pages[0].items if isinstance(each, Line) and not each.place
    }
    assert set(lines) == {"a", "left", "right", "b"}
    assert (lines["left"].x, lines["right"].x) == (40, 140)
    assert lines["left"].y == lines["right"].y
    assert lines["a"].y > lines["left"].y > lines["b"].y


def rows(*heights: RowHeight, cell: EdgeCell, **table: object) -> EdgeTable:
    """A high cell, and beside it a low one that says ``cell`` of itself."""
    row = ((edge(words("a")), edge(words("b")), edge(words("c"))), (edge(words("low")),))
    look = TableLook("T", "T", padding_left=0, padding_right=0, **table)  # type: ignore[arg-type]
    return EdgeTable(
        look, (100, 220), (row,) * len(heights), heights, ((EdgeCell(), cell),) * len(heights)
    )


def placed(table: EdgeTable) -> dict[str, tuple[float, float]]:
    """(x, y down from the top of the header) of the lines, the last of those with these words."""
    laid = lay(brief(), house(header=(table, edge(words("after")))))
    lines = [each for each in laid.pages[0].items if isinstance(each, Line) and not each.place]
    return {each.text: (each.x, 380 - each.y) for each in lines}


@pytest.mark.parametrize(
    ("height", "vertical", "low", "after"),
    [  # in lines of this style: of text before, and rows before "after"
        (RowHeight(), Vertical.TOP, 0, 3),
        (RowHeight(), Vertical.CENTRE, 1, 3),
        (RowHeight(), Vertical.BOTTOM, 2, 3),
        (RowHeight(1), Vertical.BOTTOM, 2, 3),
        (RowHeight(5), Vertical.CENTRE, 2, 5),
        (RowHeight(5), Vertical.BOTTOM, 4, 5),
        (RowHeight(2, exact=True), Vertical.BOTTOM, 1, 2),
    ],
)
def test_rows_are_as_high_as_they_say(
    height: RowHeight, vertical: Vertical, low: float, after: float
) -> None:
    plain_row = placed(rows(RowHeight(), cell=EdgeCell()))
    line = plain_row["b"][1] - plain_row["a"][1]
    first = plain_row["a"][1]
    found = placed(rows(replace(height, least=height.least * line), cell=EdgeCell(vertical)))
    assert found["low"][1] == pytest.approx(first + low * line)
    assert found["after"][1] == pytest.approx(first + after * line)
    assert ("c" in found) is not height.exact, "nothing is painted below an exact row"


def test_the_height_of_a_row_holds_the_border_above_it() -> None:
    borders = Borders(top=Border(4), bottom=Border(3), inside_horizontal=Border(2))
    wide = RowHeight(100)
    found = placed(rows(wide, wide, cell=EdgeCell(), borders=borders))
    alone = placed(rows(wide, cell=EdgeCell()))
    assert found["after"][1] - alone["after"][1] == pytest.approx(100 + 3)
    assert found["low"][1] - alone["low"][1] == pytest.approx(100 + 2)


def test_a_cell_has_paddings_and_a_shade_of_its_own() -> None:
    cell = EdgeCell(shade="#eeeeee", padding_top=7, padding_left=9)
    usual, own = (placed(rows(RowHeight(), cell=each)) for each in (EdgeCell(), cell))
    assert own["low"][0] - usual["low"][0] == pytest.approx(9)
    assert own["low"][1] - usual["low"][1] == pytest.approx(7)
    laid = lay(brief(), house(header=(rows(RowHeight(50), cell=cell),)))
    (fill,) = [each for each in laid.pages[0].items if isinstance(each, Fill)]
    assert (fill.x, fill.width, fill.colour) == (140, 220, "#eeeeee")
    assert fill.height == pytest.approx(50)


@pytest.mark.parametrize(
    ("alignment", "position", "share"),
    [(Alignment.END, 320, 1), (Alignment.END, 340, 1), (Alignment.CENTRE, 310, 0.5)],
)
def test_a_stop_may_bring_text_over_the_margin(
    alignment: Alignment, position: float, share: float
) -> None:
    tabs = (Tab(position, alignment),)
    line = edge(words("a"), EdgeTab(letters().text), words("two words"), tabs=tabs)
    laid = lay(brief(), house(header=(line,)))
    [found] = [each for each in laid.pages[0].items if isinstance(each, Line) and not each.place]
    piece = max(found.pieces, key=lambda each: each.x)
    width = piece.shaped.width * piece.size / piece.face.units
    assert piece.x + width * share == pytest.approx(40 + position, abs=0.1)


def test_a_stop_beyond_the_paper_is_none() -> None:
    tabs = (Tab(400, Alignment.END),)
    line = edge(words("a"), EdgeTab(letters().text), words("two words"), tabs=tabs)
    laid = lay(brief(), house(header=(line,)))
    found = [each for each in laid.pages[0].items if isinstance(each, Line) and not each.place]
    assert max(each.x + each.width for each in found) < 400


@pytest.mark.parametrize("alignment", [Alignment.CENTRE, Alignment.END])
def test_the_space_after_the_last_letter_does_not_count(alignment: Alignment) -> None:
    def piece(spacing: float) -> tuple[float, float]:
        text = replace(letters().text, spacing=spacing)
        line = edge(EdgeText("SECRET", text), alignment=alignment)
        laid = lay(brief(), house(header=(line,)))
        [found] = [e for e in laid.pages[0].items if isinstance(e, Line) and not e.place]
        return found.x, found.width

    (x, width), (spaced_x, spaced) = piece(0), piece(4)
    assert spaced == pytest.approx(width + 5 * 4)
    gone = 20 if alignment is Alignment.END else 10
    assert spaced_x == pytest.approx(x - gone)


def test_a_tab_goes_to_its_stop() -> None:
    laid = lay(brief(), house(header=(edge(words("a"), EdgeTab(letters().text), words("b")),)))
    [line] = [each for each in laid.pages[0].items if isinstance(each, Line) and not each.place]
    assert line.text == "a\tb"
    assert max(each.x for each in line.pieces) > 45

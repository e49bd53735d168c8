"""Pages in many layouts: their paragraphs come out as they were written."""

from __future__ import annotations

import pytest
from gold import body, of, read, texts
from setting import Box, Sheet, Type
from wording import DECK, HARBOUR, HEADLINE, MARKET, numbered

from briefing.model.article import Role
from briefing.readers.pdf import foot

BLANK = Type()
INDENTED = Type(indent=12, after=0)
JUSTIFIED = Type(justified=True)
BOOK = Type(indent=12, after=0, justified=True, hyphens=True)
NEWS = Type(size=9, leading=10.5, indent=9, after=0, justified=True, hyphens=True)
STYLES = {
    "blank": BLANK,
    "indented": INDENTED,
    "justified": JUSTIFIED,
    "book": BOOK,
    "news": NEWS,
    "large": Type(size=13, leading=18, after=10),
    "double": Type(size=11, leading=26, after=0, indent=24),
}
ONE = Box(72, 60, 450, 780)
LEFT, RIGHT = Box(60, 60, 225, 780), Box(310, 60, 225, 780)
THIRDS = tuple(Box(50 + 170 * number, 60, 155, 780) for number in range(3))
styles = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)


@styles
def test_one_column(style: Type) -> None:
    sheet = Sheet()
    sheet.flow(HARBOUR, [ONE, None, ONE, None, ONE], style)
    assert texts(read(sheet.data())) == list(HARBOUR)


@styles
def test_two_columns(style: Type) -> None:
    sheet = Sheet()
    sheet.flow(HARBOUR, [LEFT, RIGHT, None, LEFT, RIGHT, None, LEFT, RIGHT], style)
    assert texts(read(sheet.data())) == list(HARBOUR)


@styles
def test_three_columns_under_a_headline_that_spans_them(style: Type) -> None:
    sheet = Sheet()
    sheet.at(50, 80, HEADLINE, 24, "Times-Bold")
    sheet.at(50, 105, DECK, 14)
    boxes = [Box(each.left, 130, each.width, 420) for each in THIRDS]
    more = [None, *THIRDS, None, *THIRDS]
    sheet.flow(HARBOUR, [*boxes, *more], style)
    content = read(sheet.data())
    assert texts(content) == [HEADLINE, DECK, *HARBOUR]
    assert of(content, Role.HEADING)[0].cue == "headline: the largest type of the first page"
    assert content.card.title == HEADLINE


@styles
def test_short_columns_one_above_the_other(style: Type) -> None:
    sheet = Sheet(size=(595, 2400))
    top = [Box(60, 60, 225, 900), Box(310, 60, 225, 900)]
    foot = [Box(60, 1100, 225, 2300), Box(310, 1100, 225, 2300)]
    sheet.flow(MARKET[:3], top, style)
    sheet.at(60, 1000, "Harbour news from the other bank of the river in full width", 16)
    sheet.flow(HARBOUR[:5], foot, style)
    assert body(read(sheet.data())) == [*MARKET[:3], *HARBOUR[:5]]


def test_words_broken_in_ragged_columns() -> None:
    sheet = Sheet()
    sheet.flow(HARBOUR, [LEFT, RIGHT, None, LEFT, RIGHT], Type(hyphens=True))
    assert texts(read(sheet.data())) == list(HARBOUR)


def test_columns_drawn_row_by_row() -> None:
    sheet = Sheet()
    left = [line for each in HARBOUR[:4] for line, _ in sheet.broken(each, BLANK, 225)]
    right = [line for each in MARKET[:4] for line, _ in sheet.broken(each, BLANK, 225)]
    for number, (one, other) in enumerate(zip(left, right, strict=False)):
        sheet.at(60, 80 + 13 * number, one)
        sheet.at(310, 80 + 13 * number, other)
    content = read(sheet.data())
    rows = min(len(left), len(right))
    assert " ".join(texts(content)) == " ".join([*left[:rows], *right[:rows]]).replace("- ", "-")


def test_columns_drawn_from_right_to_left() -> None:
    sheet = Sheet()
    sheet.flow(MARKET[:4], [RIGHT], BOOK)
    sheet.flow(HARBOUR[:4], [LEFT], BOOK)
    assert texts(read(sheet.data())) == [*HARBOUR[:4], *MARKET[:4]]


def test_a_short_line_of_the_lead_stays_with_it_above_columns() -> None:
    sheet = Sheet()
    wide = "The governments of Velmar and Osk agreed on Tuesday to run the northern lock together"
    sheet.at(60, 80, f"{wide}, and to pay for it.", 12)
    sheet.at(60, 95, "Both will sign.", 12)
    columns = [Box(60, 110, 225, 700), Box(310, 110, 225, 700)]
    sheet.flow(HARBOUR[1:11], columns, Type(size=12, leading=15, indent=12, after=0))
    found = texts(read(sheet.data()))
    assert found[:2] == [f"{wide}, and to pay for it. Both will sign.", HARBOUR[1]]


def test_a_picture_with_a_caption_in_a_column() -> None:
    sheet = Sheet()
    caption = "The gates of the northern lock before the last repair"
    base = sheet.flow(HARBOUR[:3], [LEFT], BOOK)
    sheet.turn()
    first = Box(60, 60, 225, base - 12)
    rest = Box(60, 420, 225, 800)
    sheet.flow(HARBOUR[:6], [first, rest], BOOK)
    sheet.rectangle(Box(60, base + 10, 225, 390))
    sheet.at(60, 402, caption, 8)
    sheet.flow(MARKET, [RIGHT], BOOK)
    data = sheet.data()
    content = read(data)
    assert [each for each in body(content) if each in HARBOUR[3:]] == list(HARBOUR[3:6])
    assert [each.text for each in of(content, Role.CAPTION)] == [caption]
    assert body(content)[-len(MARKET) :] == list(MARKET)


def test_running_heads_and_page_numbers_are_kept_once() -> None:
    sheet = Sheet()
    story = numbered(40)
    boxes: list[Box | None] = []
    for _ in range(12):
        boxes += [ONE, None]
    done = 0
    turn = sheet.turn

    def turned() -> None:
        nonlocal done
        done += 1
        sheet.at(72, 40, "The Tarn Review", 9)
        sheet.at(522, 40, f"No. 14 · page {done}", 9, right=True)
        sheet.at(297, 815, str(done), 9, centre=True)
        turn()

    sheet.turn = turned  # type: ignore[method-assign]
    sheet.flow(story, boxes, BOOK)
    turned()
    content = read(sheet.data())
    assert body(content) == story
    notices = [(each.text, each.cue) for each in of(content, Role.NOTICE)]
    assert notices == [
        (
            f"The Tarn Review No. 14 · page 1 … The Tarn Review No. 14 · page {done}",
            f"running head on {done} pages",
        ),
        (f"1 … {done}", f"page numbers on {done} pages"),
    ]


def test_notes_that_count_as_the_pages_do_are_no_running_foot() -> None:
    sheet = Sheet()
    notes = [f"{number} Minutes of the commission, volume {7 * number}." for number in range(1, 7)]
    for each in notes:
        sheet.flow(HARBOUR[:6], [Box(72, 60, 450, 700)], BLANK)
        sheet.at(72, 780, each, 8)
        sheet.turn()
    content = read(sheet.data())
    assert [each.text for each in content.blocks if each.cue == foot.CUE] == notes


def test_odd_and_even_pages_may_have_different_heads() -> None:
    sheet = Sheet()
    for number in range(1, 9):
        head = "The Tarn Review" if number % 2 else "Autumn of the lock"
        sheet.at(297, 40, head, 9, centre=True)
        sheet.flow([f"Report {number}. {HARBOUR[number]}"], [ONE], BLANK)
        sheet.turn()
    content = read(sheet.data())
    assert body(content) == [f"Report {number}. {HARBOUR[number]}" for number in range(1, 9)]
    assert [(each.text, each.cue) for each in of(content, Role.NOTICE)] == [
        ("The Tarn Review", "running head on 4 pages"),
        ("Autumn of the lock", "running head on 4 pages"),
    ]

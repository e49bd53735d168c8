"""A brief laid out: all of it, in its order, inside the room that there is for it."""

from __future__ import annotations

import io
import time
from functools import cache

import docx
import pytest
from briefs import SAMPLES, briefs, grid
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing.model.brief import (
    Brief,
    Cell,
    Heading,
    Inline,
    Notes,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers import WRITERS
from briefing.writers.house import load
from briefing.writers.house.look import ListSign
from briefing.writers.house.whole import House
from briefing.writers.layout import lay
from briefing.writers.layout.elements import spelled
from briefing.writers.layout.laid import NOTE, SIGN, Laid, Line, Place
from briefing.writers.options import Options

HOUSES = ["modern", "classical", "plain"]
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@cache
def house(name: str = "modern") -> House:
    return load(name)


def brief(*blocks: Heading | Paragraph | Table) -> Brief:
    return Brief("Title", blocks, "UNMARKED")


def p(text: str, style: ParagraphStyle = ParagraphStyle.NORMAL) -> Paragraph:
    return Paragraph(style, (Run(text),))


def h(level: int, text: str) -> Heading:
    return Heading(level, (Run(text),))


def lines(laid: Laid) -> list[Line]:
    """Of the text, in the order of painting, without what is said again."""
    return [
        each
        for page in laid.pages
        for each in page.items
        if isinstance(each, Line) and each.place and not each.repeated
    ]


def expected(brief: Brief) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for n, block in enumerate(brief.blocks):
        if isinstance(block, Table):
            for r, row in enumerate(block.rows):
                for c, cell in enumerate(row):
                    for number, paragraph in enumerate(cell.paragraphs):
                        found[n, r, c, number] = words(paragraph.inlines)
        else:
            found[(n,)] = words(block.inlines)
    for n, note in enumerate(brief.numbered(), start=1):
        found[NOTE, n] = words(note.inlines)
    return {place: text for place, text in found.items() if text}


def words(inlines: tuple[Inline, ...]) -> str:
    return _bare("".join(each.text for each in inlines if isinstance(each, Run)))


def _bare(text: str) -> str:
    """Capitals are a look as well."""
    return "".join(text.split()).casefold()


def said(laid: Laid) -> dict[Place, str]:
    """By place, what the letters say that are no sign, number or note's number."""
    found: dict[Place, str] = {}
    for line in lines(laid):
        order = line.order or range(len(line.pieces))
        text = "".join(
            line.pieces[n].shaped.text
            for n in order
            if line.pieces[n].inline >= 0
            and not (line.pieces[n].y > line.y and line.pieces[n].shaped.text.isdigit())
        )
        found[line.place] = found.get(line.place, "") + _bare(text)
    return {place: text for place, text in found.items() if text}


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("sample", list(SAMPLES))
def test_all_is_there_inside_its_room(sample: str, name: str) -> None:
    check(SAMPLES[sample], house(name))


@settings(
    deadline=None, max_examples=60, phases=PHASES, suppress_health_check=[HealthCheck.too_slow]
)
@given(briefs(), st.sampled_from(HOUSES))
def test_all_of_any_brief_is_there(brief: Brief, name: str) -> None:
    check(brief, house(name))


def check(brief: Brief, house: House) -> None:
    laid = lay(brief, house)
    have, want = said(laid), expected(brief)
    # signs that stand for no letters are not compared here, but in what the files say
    assert set(have) <= set(want)
    assert {k: v for k, v in have.items() if v.isascii()} == {
        k: want[k] for k, v in have.items() if v.isascii()
    }
    places = [each.place for each in lines(laid) if each.place[0] != NOTE]
    first = list(dict.fromkeys(places))
    assert [each[0] for each in first] == sorted(each[0] for each in first)
    for page in laid.pages:
        for each in page.items:
            if isinstance(each, Line) and each.place:
                assert house.page.left - 40 <= each.x <= house.page.width
                assert 0 < each.y < laid.height
        _no_overlap([e for e in page.items if isinstance(e, Line) and len(e.place) == 1])


def _no_overlap(found: list[Line]) -> None:
    """Base lines of paragraphs go down the page."""
    heights = [each.y for each in found]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == len(heights)


def test_a_brief_without_words_has_a_page() -> None:
    laid = lay(brief(), house())
    assert len(laid.pages) == 1
    assert not lines(laid)
    assert laid.outline == ()


def test_the_outline_has_title_and_headings_and_no_level_jumps() -> None:
    laid = lay(
        brief(
            p("The title", ParagraphStyle.TITLE),
            h(2, "A"),
            h(3, "B"),
            h(1, "C"),
            h(3, "D"),
            h(1, "E"),
        ),
        house(),
    )
    levels = [(each.title, each.level) for each in laid.outline]
    assert levels == [("The title", 0), ("A", 1), ("B", 2), ("C", 1), ("D", 2), ("E", 1)]


def test_headings_without_a_title_begin_the_outline() -> None:
    laid = lay(brief(h(1, "A"), h(2, "B"), h(1, "C")), house())
    assert [(each.title, each.level) for each in laid.outline] == [("A", 0), ("B", 1), ("C", 0)]


def test_an_entry_of_the_outline_leads_to_the_top_of_its_heading() -> None:
    blocks = [each for n in range(40) for each in (h(1, f"Head {n}"), p("text"))]
    laid = lay(brief(*blocks), house())
    assert {each.page for each in laid.outline} == set(range(len(laid.pages)))
    for entry in laid.outline:
        [line] = [
            each
            for each in laid.pages[entry.page].items
            if isinstance(each, Line) and each.text == entry.title
        ]
        assert 5 < entry.y - line.y < 20


def test_numbers_begin_again_after_any_other_block() -> None:
    number, bullet = ParagraphStyle.NUMBER, ParagraphStyle.BULLET
    laid = lay(
        brief(p("a", number), p("b", number), p("c"), p("d", number), p("e", bullet)), house()
    )
    signs = [
        "".join(piece.shaped.text for piece in each.pieces if piece.inline == SIGN)
        for each in lines(laid)
    ]
    assert [each.strip(".()") for each in signs[:4]] == ["1", "2", "", "1"]
    assert signs[4]


@pytest.mark.parametrize(
    ("format", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("lowerLetter", 3, "c"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 4, "IV"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 0, "0"),
        ("upperRoman", 0, "0"),
    ],
)
def test_numbers_as_a_list_writes_them(format: str, number: int, shown: str) -> None:
    assert spelled(ListSign("(%1)", format), number) == f"({shown})"
    assert spelled(ListSign("•"), number) == "•"


def test_columns_of_figures_end_at_the_right_and_so_does_their_head() -> None:
    laid = lay(brief(grid("What | Cost", ["a | 5", "b | 1,000"], (0.5, 0.5))), house())
    ends = [each.x + each.width for each in lines(laid) if each.place[2] == 1]
    assert max(ends) - min(ends) < 0.1


def test_the_text_can_say_its_page() -> None:
    blocks = [p("x")] * 100
    field = Paragraph(ParagraphStyle.NORMAL, (PageField.NUMBER, Run("/"), PageField.COUNT))
    laid = lay(brief(*blocks, field), house())
    count = len(laid.pages)
    assert lines(laid)[-1].text == f"{count}/{count}"


@pytest.mark.parametrize("notes", list(Notes))
def test_time_grows_with_length(notes: Notes) -> None:
    """Each paragraph is set once, and no page looks at those before it."""
    from briefing.writers.layout import paragraph

    blocks = [each for n in range(300) for each in (h(1, f"Head {n}"), p("text " * 60))]
    counted = 0
    real = paragraph.set_items

    def counting(*args: object, **options: object) -> object:
        nonlocal counted
        counted += 1
        return real(*args, **options)  # type: ignore[arg-type]

    paragraph.set_items = counting  # type: ignore[assignment]
    try:
        lay(Brief("Title", tuple(blocks), "UNMARKED", notes=notes), house())
    finally:
        paragraph.set_items = real
    assert counted == len(blocks)


@pytest.mark.parametrize(("count", "begins"), [(30, 0), (5, 1)])
def test_a_long_table_of_labelled_rows_begins_where_there_is_room(count: int, begins: int) -> None:
    """A short one stays whole; either way the Word file says the same."""

    def cell(text: str, *, header: bool = False) -> Cell:
        return Cell((p(text),), header)

    words = "Nobody knows when the ferry will be back. " * 9
    head = (cell("Port", header=True), cell("Berths", header=True))
    rows = tuple((cell(f"Port {n}", header=True), cell(words)) for n in range(count))
    blocks = (*(p("x") for _ in range(17)), Table(TableStyle.GRID, (head, *rows), (0.3, 0.7), 1))
    made = brief(*blocks)
    found = [
        number
        for number, page in enumerate(lay(made, house()).pages)
        for each in page.items
        if isinstance(each, Line) and each.place[:2] == (17, 1)
    ]
    assert found[0] == begins
    document = docx.Document(io.BytesIO(WRITERS[".docx"](made, house(), Options()).data))
    labels = [row.cells[0].paragraphs[0] for row in document.tables[0].rows]
    assert labels[0].paragraph_format.keep_with_next is None
    assert {each.paragraph_format.keep_with_next for each in labels[1:]} == {
        False if count > 8 else None
    }


@pytest.mark.parametrize("letters", ["x", "ש", "e\u0301", "漢", "ffi"])
def test_time_grows_with_the_length_of_a_word_and_no_faster(letters: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        made = lay(brief(p(letters * (count // len(letters)))), house("classical"))
        text = "".join(each.text for each in lines(made))
        assert text == letters * (count // len(letters))
        return time.process_time() - start

    seconds(500)
    assert seconds(4000) / seconds(500) < 8 * 2.5

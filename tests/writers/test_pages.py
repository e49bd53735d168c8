"""Where pages end: cases as text, in lines of 10 points."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.writers.house.look import Border, Borders, CharacterLook, ParagraphLook, TableLook
from briefing.writers.layout import keeping
from briefing.writers.layout.notes import RULE_ROOM, Notes
from briefing.writers.layout.pages import Element, NoteRule, paginate
from briefing.writers.layout.rows import Page, PlacedTable
from briefing.writers.layout.setting import SetLine, SetParagraph
from briefing.writers.layout.stacks import Segment, Stacked, join
from briefing.writers.layout.tables import SetTable, put_together

LINE = 10.0
LOOK = ParagraphLook("Normal", "Normal", CharacterLook("Any", 10))
CELL = replace(LOOK, id="Cell", name="Cell")
BARE = TableLook("Table", "Table", padding_left=0, padding_right=0)

CASES = """
what fits stays on one page
  page 10 | a 4 | b 6
  a1-4 b1-6

a paragraph goes on when the page is full
  page 10 | a 4 | b 9
  a1-4 b1-6 / b7-9

no line is left alone at the foot
  page 10 | a 9 | b 5
  a1-9 / b1-5

two lines may stay at the foot
  page 10 | a 8 | b 5
  a1-8 b1-2 / b3-5

no line is left alone at the top: the page before gives one up
  page 10 | a 6 | b 5
  a1-6 b1-3 / b4-5

three lines are not parted
  page 10 | a 8 | b 3
  a1-8 / b1-3

lines may be alone where the style does not care
  page 10 | a 9 | b 3 loose
  a1-9 b1 / b2-3

lines that are kept together move together
  page 10 | a 5 | b 6 whole
  a1-5 / b1-6

what no page holds is broken though it should not be
  page 10 | a 5 | b 25 whole
  a1-5 / b1-10 / b11-20 / b21-25

a heading goes with the first lines of what follows
  page 10 | a 8 | h 1 keep | b 5
  a1-8 / h1 b1-5

a heading stays where two lines have room below it
  page 10 | a 7 | h 1 keep | b 5
  a1-7 h1 b1-2 / b3-5

headings go together
  page 10 | a 7 | h 1 keep | i 1 keep | b 5
  a1-7 / h1 i1 b1-5

a heading goes with a paragraph that is kept whole
  page 10 | a 5 | h 1 keep | b 5 whole
  a1-5 / h1 b1-5

a chain longer than a page begins on a page of its own and is broken
  page 4 | a 1 | b 2 keep | c 2 keep | d 2 keep | e 1
  a1 / b1-2 c1-2 / d1-2 e1

a heading is not left behind by a paragraph that no page holds
  page 6 | a 1 | h 1 keep | b 9 whole
  a1 / h1 b1-5 / b6-9

the last heading of all stands where it is
  page 10 | a 9 | h 1 keep
  a1-9 h1

the larger of two spaces parts paragraphs
  page 10 | a 2 after=20 | b 2 before=30 | c 3
  a1-2 b1-2 c1-3

space is part of what must fit
  page 10 | a 2 after=20 | b 2 before=31 | c 3
  a1-2 b1-2 / c1-3

no space above at the top of a page that follows by itself
  page 10 | a 10 | b 10 before=50 | c 1
  a1-10 / b1-10 / c1

space above stays at the top of the first page
  page 10 | a 6 before=50
  a1-4 / a5-6

space below is let go at the foot
  page 10 | a 10 after=50 | b 10
  a1-10 / b1-10

space above stays after a break that was asked for
  page 10 | a 1 | b 10 before=20 break
  a1 / b1-8 / b9-10

a break at the very beginning leaves no empty page
  page 10 | a 1 break
  a1

a heading is not kept with what begins a page
  page 10 | a 1 | h 1 keep | b 1 break
  a1 h1 / b1

no space between paragraphs of one style that asks for it
  page 10 | a 5 after=20 near | b 5 before=20 near
  a1-5 b1-5

a border has room of its own
  page 10 | a 9 box=5 | b 1
  a1-9 / b1

paragraphs in one box have one border
  page 10 | a 4 box=5 | b 5 box=5 | c 1
  a1-4 b1-5 / c1

the spacing below the last line is let go at the foot
  page 10 | a 10 before=5 airy
  a1-10

a page without words
  page 10
  -

a note stands on the page of its line
  page 10 | a 4 note@2=3 | b 9
  a1-4 b1-2 n1:1-3 / b3-9

a line goes to the next page if its note cannot begin
  page 10 | a 9 loose note@9=2
  a1-8 / a9 n1:1-2

a note goes on where two of its lines have room
  page 10 | a 5 loose note@5=6 | b 3
  a1-5 n1:1-4 / b1-3 n1:5-6

a note of two lines is not parted
  page 10 | a 8 loose note@8=2
  a1-7 / a8 n1:1-2

notes keep their order
  page 10 | a 3 loose note@1=2 note@2=2 note@3=2
  a1-3 n1:1-2 n2:1-2 n3:1-2

a line with two notes needs the first of them whole
  page 10 | a 5 loose note@5=3 note@5=4
  a1-4 / a5 n1:1-3 n2:1-4

a note longer than a page goes on and on
  page 10 | a 1 note@1=20 | b 2
  a1 n1:1-8 / b1-2 n1:9-15 / n1:16-20

a heading goes with the note of the line below
  page 10 | a 7 | h 1 keep | b 1 note@1=2
  a1-7 / h1 b1 n1:1-2

notes after the text stand below a rule
  page 10 | a 4 | rule | n 5 | m 4
  a1-4 - n1-5 / m1-4

rows stay whole
  page 10 | t table heads=0 rows=4,4,4
  t1-2 / t3

the head is repeated
  page 10 | t table heads=1 rows=2,4,4,4,3
  t1-3 / (t1) t4-5

a table goes to the next page when only its head has room
  page 10 | a 6 | t table heads=1 rows=2,4,4
  a1-6 / t1-3

a heading goes with the head and the first row
  page 10 | a 5 | h 1 keep | t table heads=1 rows=2,4,4
  a1-5 / h1 t1-2 / (t1) t3

a row that no page holds is broken where it stands
  page 10 | a 4 | t table heads=1 rows=1,15,2
  a1-4 t1 t2:1-5 / (t1) t2:6-14 / (t1) t2:15 t3

a head that fills the page is not repeated
  page 10 | t table heads=1 rows=8,4,4
  t1 / t2-3

a table of nothing but heads
  page 10 | t table heads=2 rows=6,6
  t1 / t2

labels keep a table together
  page 10 | a 5 | t table heads=0 rows=2,2,2 labels
  a1-5 / t1-3

labels of a table that no page holds
  page 10 | a 5 | t table heads=0 rows=4,4,4 labels | b 6
  a1-5 / t1-2 / t3 b1-6

a row goes with its note
  page 10 | t table heads=0 rows=4,4 note@2=3
  t1 / t2 n1:1-3

borders between rows take room
  page 10 | t table heads=0 rows=3,3,3 rules=6 | a 1
  t1-2 / t3 a1
"""


def cases() -> list[object]:
    found: list[object] = []
    for case in CASES.strip().split("\n\n"):
        name, given_, expected = (each.strip() for each in case.split("\n"))
        found.append(pytest.param(given_, expected, id=name))
    return found


class Document:
    """What a case describes, with nothing really set."""

    def __init__(self, text: str) -> None:
        size, *parts = (each.strip() for each in text.split("|"))
        self.height = float(size.removeprefix("page ")) * LINE
        self.names: dict[int, str] = {}
        self.note_lines: list[int] = []
        paragraphs: list[Stacked] = []
        self.elements: list[Element] = []
        for n, part in enumerate(parts):
            words = part.split()
            self.names[n] = words[0]
            if words[0] == "rule" or "table" in words:
                self.elements += join(paragraphs)
                paragraphs = []
                self.elements.append(NoteRule() if words[0] == "rule" else self._table(n, words))
            else:
                paragraphs.append(self._paragraph((n,), int(words[1]), words[2:]))
        self.elements += join(paragraphs)
        self.notes = Notes(LOOK, self._note)

    def _paragraph(self, place: tuple[int, ...], count: int, options: list[str]) -> Stacked:
        said = dict(each.split("=") for each in options if "=" in each and "@" not in each)
        border = Border(float(said["box"]), space=0) if "box" in said else None
        look = replace(
            LOOK,
            line=2 if "airy" in options else 1,
            keep_next="keep" in options,
            keep_lines="whole" in options,
            widow_control="loose" not in options,
            page_break_before="break" in options,
            contextual="near" in options,
            before=float(said.get("before", 0)),
            after=float(said.get("after", 0)),
            borders=Borders(top=border, bottom=border),
        )
        return Stacked(place, self._set(look, count, options))

    def _set(self, look: ParagraphLook, count: int, options: list[str]) -> SetParagraph:
        notes: dict[int, list[int]] = {}
        for each in options:
            if "@" in each:
                line, lines = each.removeprefix("note@").split("=")
                self.note_lines.append(int(lines))
                notes.setdefault(int(line), []).append(len(self.note_lines))
        lines = tuple(one_line(tuple(notes.get(n, ()))) for n in range(1, count + 1))
        return SetParagraph(look, lines, count * LINE)

    def _table(self, index: int, words: list[str]) -> SetTable:
        said = dict(each.split("=") for each in words if "=" in each and "@" not in each)
        look = replace(CELL, keep_next="labels" in words, widow_control=False)
        rule = Border(float(said["rules"])) if "rules" in said else None
        borders = Borders(inside_horizontal=rule)
        rows: list[list[list[Stacked]]] = []
        for r, count in enumerate(said["rows"].split(",")):
            notes = [
                f"note@1={each.split('=')[1]}" for each in words if each.startswith(f"note@{r + 1}")
            ]
            rows.append([[Stacked((index, r, 0, 0), self._set(look, int(count), notes))]])
        return put_together(replace(BARE, borders=borders), (0, 100), rows, int(said["heads"]))

    def _note(self, number: int) -> Stacked:
        count = self.note_lines[number - 1]
        return Stacked((-1, number), self._set(LOOK, count, []))

    def pages(self) -> list[Page]:
        return paginate(self.elements, self.notes, lambda _: self.height)

    def said(self, page: Page) -> str:
        found: list[str] = []
        for each in page.placed:
            if isinstance(each, Segment):
                name = self.names[each.paragraph.place[0]]
                found.append(f"{name}{_span(each.start, each.stop)}")
            elif isinstance(each, PlacedTable):
                found += self._rows(each)
            else:
                found.append("-")
        found += [f"n{n.number}:{_span(n.start, n.stop)}" for n in page.foot.portions]
        return " ".join(found) or "-"

    def _rows(self, placed: PlacedTable) -> list[str]:
        found: list[str] = []
        whole: list[int] = []
        name = next(self.names[paragraph.place[0]] for paragraph in placed.table.rows[0].cells[0])
        for row in placed.rows:
            number = row.part.row
            segment = row.part.cells[0].segments[0]
            count = len(segment.paragraph.set.lines)
            if row.repeated:
                found.append(f"({name}{number + 1})")
            elif segment.stop - segment.start < count:
                found += _whole(name, whole)
                found.append(f"{name}{number + 1}:{_span(segment.start, segment.stop)}")
            else:
                whole.append(number)
        return found + _whole(name, whole)


def _whole(name: str, rows: list[int]) -> list[str]:
    said = [f"{name}{_span(rows[0], rows[-1] + 1)}"] if rows else []
    rows.clear()
    return said


def _span(start: int, stop: int) -> str:
    return f"{start + 1}" if stop == start + 1 else f"{start + 1}-{stop}"


def one_line(notes: tuple[int, ...] = ()) -> SetLine:
    return SetLine(LINE, 8, 0, 50, (), "words", notes=notes)


@pytest.mark.parametrize(("text", "expected"), cases())
def test_pages_end_where_they_should(text: str, expected: str) -> None:
    document = Document(text)
    assert " / ".join(document.said(each) for each in document.pages()) == expected


def test_notes_stand_at_the_very_foot() -> None:
    [page] = Document("page 10 | a 2 note@1=2 note@2=1").pages()
    assert page.foot.height == pytest.approx(RULE_ROOM + 3 * LINE)


PARAGRAPHS = st.builds(
    lambda count, options, note: " ".join(
        [str(count), *options, *([f"note@{1 + note[0] % count}={note[1]}"] if note else [])]
    ),
    st.integers(1, 30),
    st.lists(
        st.sampled_from(
            ["keep", "whole", "loose", "break", "near", "before=7", "after=9", "box=3"]
        ),
        unique=True,
        max_size=3,
    ),
    st.none() | st.tuples(st.integers(0, 29), st.integers(1, 25)),
)
TABLES = st.builds(
    lambda heads, rows, labels, note: " ".join(
        [
            "table",
            f"heads={min(heads, len(rows))}",
            "rows=" + ",".join(map(str, rows)),
            *(["labels"] if labels else []),
            *([f"note@{1 + note[0] % len(rows)}={note[1]}"] if note else []),
        ]
    ),
    st.integers(0, 2),
    st.lists(st.integers(1, 14), min_size=1, max_size=8),
    st.booleans(),
    st.none() | st.tuples(st.integers(0, 7), st.integers(1, 9)),
)
DOCUMENTS = st.builds(
    lambda height, parts: " | ".join(
        [f"page {height}", *(f"{chr(97 + n % 26)} {each}" for n, each in enumerate(parts))]
    ),
    st.integers(3, 20),
    st.lists(PARAGRAPHS | TABLES, max_size=12),
)


@settings(deadline=None)
@given(DOCUMENTS)
def test_each_line_stands_once_inside_a_page_and_below_the_one_before(text: str) -> None:
    document = Document(text)
    pages = document.pages()
    seen: list[tuple[tuple[int, ...], int]] = []
    noted: list[tuple[int, int]] = []
    for page in pages:
        bottom = 0.0
        for top, height, place, number, repeated in lines_of(page):
            assert top >= bottom - keeping.TOLERANCE
            bottom = top + height
            if not repeated:
                seen.append((place, number))
        assert bottom + page.foot.height <= document.height + keeping.TOLERANCE or bottom == LINE
        noted += [(n.number, at) for n in page.foot.portions for at in range(n.start, n.stop)]
    assert seen == [(place, n) for place, count in everything(document) for n in range(count)]
    assert noted == [(n, at) for n, c in enumerate(document.note_lines, 1) for at in range(c)]


@settings(deadline=None)
@given(DOCUMENTS)
def test_a_note_begins_on_the_page_of_its_reference_or_after_it(text: str) -> None:
    begun: dict[int, int] = {}
    for number, page in enumerate(Document(text).pages()):
        for portion in page.foot.portions:
            begun.setdefault(portion.number, number)
        for segment in page.placed:
            if isinstance(segment, Segment):
                for each in segment.paragraph.set.lines[segment.start : segment.stop]:
                    assert all(begun.get(note, number) >= number for note in each.notes)


@settings(deadline=None)
@given(
    st.integers(12, 30),
    st.lists(st.tuples(st.integers(1, 2), st.integers(1, 40) | TABLES), max_size=12),
)
def test_no_heading_is_the_last_of_a_page(height: int, sections: list[tuple[int, object]]) -> None:
    parts = [
        f"h {lines} keep before=8 after=4 | b {what}".replace("table heads=2", "table heads=1")
        for lines, what in sections
    ]
    for page in Document(" | ".join([f"page {height}", *parts])).pages():
        last = page.placed[-1] if page.placed else None
        assert not isinstance(last, Segment) or not last.paragraph.look.keep_next


def lines_of(page: Page) -> list[tuple[float, float, tuple[int, ...], int, bool]]:
    """Top, height, place and number of each line of the text, and whether it is repeated."""
    found: list[tuple[float, float, tuple[int, ...], int, bool]] = []
    for placed in page.placed:
        if isinstance(placed, Segment):
            found += _lines_in(placed, 0, repeated=False)
        elif isinstance(placed, PlacedTable):
            for row in placed.rows:
                for cell in row.part.cells:
                    for segment in cell.segments:
                        found += _lines_in(segment, row.top, repeated=row.repeated)
    return found


def _lines_in(
    segment: Segment, top: float, *, repeated: bool
) -> list[tuple[float, float, tuple[int, ...], int, bool]]:
    return [
        (
            top + segment.top + LINE * (n - segment.start),
            LINE,
            segment.paragraph.place,
            n,
            repeated,
        )
        for n in range(segment.start, segment.stop)
    ]


def everything(document: Document) -> list[tuple[tuple[int, ...], int]]:
    found: list[tuple[tuple[int, ...], int]] = []
    for each in document.elements:
        if isinstance(each, Stacked):
            found.append((each.place, len(each.set.lines)))
        elif isinstance(each, SetTable):
            found += [(p.place, len(p.set.lines)) for row in each.rows for p in row.cells[0]]
    return found

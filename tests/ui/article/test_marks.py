from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article, Paragraph, Role
from briefing.model.draft import Draft, Point, Section
from briefing.model.span import Source, Span
from briefing.ui.article.marks import MAX_LANES, Marks, build
from briefing.ui.positions import Positions

TEXT = "One 😀 two. Three four.\n\nAn aside.\n\nFive 😀 six. Seven."
ARTICLE = Article(
    "a",
    "a.txt",
    "",
    TEXT,
    (
        Paragraph("p1", Role.BODY, Span(0, 22), ""),
        Paragraph("p2", Role.RELATED, Span(24, 33), "aside"),
        Paragraph("p3", Role.BODY, Span(35, 53), ""),
    ),
)
SECTIONS = tuple(Section(name, name.title(), "#0072b2") for name in ("one", "two", "three"))


def marks_of(*points: Point, sections: tuple[Section, ...] = SECTIONS) -> Marks:
    return build(ARTICLE, Positions(TEXT), Draft(sections=sections, points=points))


def point(id: str, section: str, words: str, taken: bool = True) -> Point:
    start = TEXT.index(words)
    return Point(id, section, Source("a", Span(start, start + len(words))), taken=taken)


def words(marks: Marks) -> list[tuple[str, list[str]]]:
    units = TEXT.encode("utf-16-le")
    return [
        (units[2 * s.start : 2 * s.end].decode("utf-16-le"), [m.point.id for m in s.marks])
        for s in marks.segments
    ]


def test_positions_are_in_qts_units():
    assert words(marks_of(point("q", "one", "two."), point("r", "one", "Seven."))) == [
        ("two.", ["q"]),
        ("Seven.", ["r"]),
    ]


def test_overlaps_are_cut_where_they_begin_and_end():
    made = marks_of(point("q", "one", "One 😀 two."), point("r", "two", "two. Three"))
    assert words(made) == [("One 😀 ", ["q"]), ("two.", ["q", "r"]), (" Three", ["r"])]


def test_what_is_taken_comes_first():
    made = marks_of(point("q", "one", "two.", taken=False), point("r", "three", "two."))
    assert words(made) == [("two.", ["r", "q"])]


def test_a_point_of_a_section_left_out_is_not_taken():
    left_out = (replace(SECTIONS[0], taken=False), *SECTIONS[1:])
    (mark,) = marks_of(point("q", "one", "two."), sections=left_out).marks
    assert not mark.taken


def test_points_elsewhere_are_left_aside():
    other = replace(point("q", "one", "two."), source=Source("b", Span(0, 3)))
    unknown = point("r", "nowhere", "two.")
    beyond = replace(point("s", "one", "two."), source=Source("a", Span(900, 950)))
    assert marks_of(other, unknown, beyond).marks == ()


def test_a_run_goes_on_over_furniture_and_breaks_at_body_text():
    a, b = point("q", "one", "Three four."), point("r", "one", "Five 😀 six.")
    (run,) = marks_of(a, b).runs
    assert [each.point.id for each in run.marks] == ["q", "r"]
    assert len(marks_of(point("q", "one", "One 😀"), b).runs) == 2


def test_runs_side_by_side_have_lanes_of_their_own():
    made = marks_of(point("q", "one", "One 😀 two."), point("r", "two", "two. Three"))
    assert [(run.section.id, run.lane) for run in made.runs] == [("one", 0), ("two", 1)]
    apart = marks_of(point("q", "one", "One 😀 two."), point("r", "two", "Seven."))
    assert [run.lane for run in apart.runs] == [0, 0]


def test_what_is_at_a_position():
    made = marks_of(point("q", "one", "One 😀 two."), point("r", "two", "two. Three"))
    assert [[m.point.id for m in made.at(p)] for p in (0, 7, 11, 17)] == [
        ["q"],
        ["q", "r"],
        ["r"],
        [],
    ]


SPANS = st.tuples(st.integers(0, 53), st.integers(0, 53)).map(sorted)


@given(st.lists(st.tuples(SPANS, st.sampled_from(["one", "two", "three"])), max_size=8))
def test_segments_say_exactly_what_the_points_say(drawn: list[tuple[list[int], str]]):
    points = [
        Point(str(i), section, Source("a", Span(start, end)))
        for i, ((start, end), section) in enumerate(drawn)
    ]
    made, positions = marks_of(*points), Positions(TEXT)
    for offset in range(len(TEXT)):
        covering = {p.id for p in points if p.source.span.start <= offset < p.source.span.end}
        assert {m.point.id for m in made.at(positions.to_qt(offset))} == covering
    assert all(0 <= run.lane < MAX_LANES for run in made.runs)
    assert sum(len(run.marks) for run in made.runs) == len(made.marks)


@pytest.mark.parametrize("count", [2, 6])
def test_many_runs_at_one_place_share_the_last_lane(count: int):
    sections = tuple(Section(str(i), str(i), "#0072b2") for i in range(count))
    made = marks_of(*(point(f"q{i}", str(i), "two.") for i in range(count)), sections=sections)
    assert made.lanes == min(count, MAX_LANES)

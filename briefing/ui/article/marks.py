"""What is to be marked in an article, worked out from the draft once after each edit.

All positions here are Qt's (UTF-16 units).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model.article import Article, Role
from briefing.model.draft import Draft, Point, Section
from briefing.model.span import Span
from briefing.ui.positions import Positions

MAX_LANES = 4
"""Bars side by side in the margin; more runs than that share the last lane."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point, where it stands in the text."""

    start: int
    end: int
    point: Point
    section: Section
    number: int
    """Of the section, from 1, as it is shown and as its key is."""
    empty: bool = False
    """Whether no point of its section is taken, here or elsewhere."""

    @property
    def taken(self) -> bool:
        return self.point.taken and self.section.taken


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same marks cover throughout."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    """Never empty: those that are taken first, then in the order of the sections."""


@dataclass(frozen=True, slots=True)
class Run:
    """Marks of one section with no other body text between them; it gets one label."""

    marks: tuple[Mark, ...]
    lane: int = 0
    """Column of its bar in the margin, 0 is nearest to the text."""

    @property
    def start(self) -> int:
        return self.marks[0].start

    @property
    def end(self) -> int:
        return max(each.end for each in self.marks)

    @property
    def section(self) -> Section:
        return self.marks[0].section

    @property
    def number(self) -> int:
        return self.marks[0].number

    @property
    def empty(self) -> bool:
        return self.marks[0].empty

    @property
    def taken(self) -> bool:
        return any(each.taken for each in self.marks)


@dataclass(frozen=True, slots=True)
class Marks:
    marks: tuple[Mark, ...] = ()
    """By start."""
    segments: tuple[Segment, ...] = ()
    """By start; they do not overlap."""
    runs: tuple[Run, ...] = ()
    """By start."""

    @property
    def lanes(self) -> int:
        return max((each.lane for each in self.runs), default=-1) + 1

    def segments_in(self, start: int, end: int) -> Iterator[Segment]:
        first = bisect_right(self.segments, start, key=lambda each: each.end)
        for each in self.segments[first:]:
            if each.start >= end:
                return
            yield each

    def at(self, position: int) -> tuple[Mark, ...]:
        """The marks that cover the character at ``position``."""
        index = bisect_right(self.segments, position, key=lambda each: each.start) - 1
        if index >= 0 and position < self.segments[index].end:
            return self.segments[index].marks
        return ()

    def runs_in(self, start: int, end: int) -> Iterator[Run]:
        last = bisect_left(self.runs, end, key=lambda each: each.start)
        return (each for each in self.runs[:last] if each.end > start)


def build(article: Article, positions: Positions, draft: Draft) -> Marks:
    """Everything the view paints of ``article`` where ``positions`` are; no other points."""
    sections = {each.id: (number, each) for number, each in enumerate(draft.sections, start=1)}
    filled = {each.section for each in draft.points if each.taken}
    shown = positions.span
    marks = sorted(
        (
            Mark(
                positions.to_qt(max(point.source.span.start, shown.start)),
                positions.to_qt(min(point.source.span.end, shown.end)),
                point,
                sections[point.section][1],
                sections[point.section][0],
                point.section not in filled,
            )
            for point in draft.points
            if point.source.article == article.id
            and point.section in sections
            and point.source.span.overlaps(shown)
            and len(point.source.span)
        ),
        key=lambda each: (each.start, each.number, each.end),
    )
    return Marks(tuple(marks), tuple(_segments(marks)), tuple(_runs(article, positions, marks)))


def _segments(marks: list[Mark]) -> Iterator[Segment]:
    """Cut the text at every start and end of a mark. ``marks`` is sorted by start."""
    cuts = sorted({edge for each in marks for edge in (each.start, each.end)})
    active: list[Mark] = []
    upcoming = iter(marks)
    following = next(upcoming, None)
    for start, end in pairwise(cuts):
        active = [each for each in active if each.end > start]
        while following is not None and following.start <= start:
            active.append(following)
            following = next(upcoming, None)
        if active:
            active.sort(key=lambda each: (not each.taken, each.number))
            yield Segment(start, end, tuple(active))


def _runs(article: Article, positions: Positions, marks: list[Mark]) -> Iterator[Run]:
    by_section: dict[str, list[Mark]] = {}
    for each in marks:
        by_section.setdefault(each.section.id, []).append(each)
    found = [
        Run(tuple(group))
        for own in by_section.values()
        for group in _unbroken(article, positions, own)
    ]
    free_from = [0] * MAX_LANES
    for run in sorted(found, key=lambda each: (each.start, each.number)):
        lane = next((i for i, free in enumerate(free_from) if free <= run.start), MAX_LANES - 1)
        free_from[lane] = max(free_from[lane], run.end)
        yield replace(run, lane=lane)


def _unbroken(
    article: Article, positions: Positions, marks: Iterable[Mark]
) -> Iterator[list[Mark]]:
    group: list[Mark] = []
    reach = 0
    for each in marks:
        if group and _body_between(
            article, positions.from_qt(reach), positions.from_qt(each.start)
        ):
            yield group
            group = []
        group.append(each)
        reach = max(reach, each.end)
    if group:
        yield group


def _body_between(article: Article, start: int, end: int) -> bool:
    """Whether text that is no furniture stands between two offsets in code points."""
    if start >= end:
        return False
    between = article.text[start:end]
    if not between.strip():
        return False
    for paragraph in article.paragraphs_in(Span(start, end)):
        if paragraph.role in (Role.BODY, Role.HEADING):
            inside = slice(max(start, paragraph.span.start), min(end, paragraph.span.end))
            if article.text[inside].strip():
                return True
    return False

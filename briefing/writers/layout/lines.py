"""A line from its words: glyphs at their places, lines below them, shades behind them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from briefing.writers.fonts import bidi
from briefing.writers.fonts.face import Shaped
from briefing.writers.layout import decorating
from briefing.writers.layout.filling import Filled
from briefing.writers.layout.flow import BREAK, Flow, Span
from briefing.writers.layout.laid import HYPHEN, Fill, Image, Piece, Rule
from briefing.writers.layout.letters import Letters, Part, Word

_range = tuple(range(512))
_offsets = attrgetter("offsets")
_regular = attrgetter("regular")


@dataclass(slots=True)
class Row:
    """What a line is made of while it is put together; x is rising but in right-to-left text."""

    pieces: list[Piece] = field(default_factory=list[Piece])
    marks: list[Rule | Fill | Image] = field(default_factory=list[Rule | Fill | Image])
    order: list[int] | None = None
    ascent: float = 0
    descent: float = 0
    notes: list[int] = field(default_factory=list[int])
    end: float = 0
    """After the last letter that is seen."""

    def reach(self, measures: tuple[float, float]) -> None:
        ascent, descent = measures
        if ascent > self.ascent:
            self.ascent = ascent
        if descent > self.descent:
            self.descent = descent


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one line in one look."""

    span: Span
    words: list[Word]


def groups(flow: Flow, line: Filled, start: int, end: int) -> list[Group]:
    """The words from ``start`` to ``end``, with what is parted at the end of the line."""
    bounds, spans, words = flow.bounds, flow.spans, flow.words
    if end > start and words[end - 1].text == BREAK:
        end -= 1
    found: list[Group] = []
    if start < end:
        number = bisect_right(bounds, start, 0, len(spans)) - 1
        while number < len(spans) and (first := bounds[number]) < end:
            first, stop = max(first, start), min(bounds[number + 1], end)
            if stop > first:
                found.append(Group(spans[number], words[first:stop]))
            number += 1
    if line.head is not None and end == line.end:
        span = flow.span_at(end)
        if found and found[-1].span is span:
            found[-1].words.append(line.head)
        else:
            found.append(Group(span, [line.head]))
    return found


def add_group(row: Row, group: Group, x: float, stretch: float) -> float:
    """Puts words that run from left to right; gives where they end, spaces included."""
    span = group.span
    letters = span.letters
    picture = span.picture
    if picture is not None:
        row.marks.append(
            Image(x, 0, picture.width, picture.height, picture.data, picture.alternative)
        )
        row.reach((picture.height, 0))
        row.end = x + picture.width
        return row.end
    row.reach(letters.reach)
    if span.note:
        row.notes.append(span.note)
    begin = x
    words = group.words
    shapes = [each.shaped for each in words]
    if None in shapes:
        x = _add_parts(row, span, words, x, stretch)
    else:
        shaped = _joined(letters, words, shapes)  # pyright: ignore[reportArgumentType]
        look = letters.look
        row.pieces.append(
            Piece(x, letters.up, shaped, letters.size, look.colour, span.inline, 0, stretch)
        )
        x += shaped.width * letters.scale
        if stretch:
            x += stretch * sum([each.blanks for each in words])
    last = words[-1]
    row.end = x - last.true_space - stretch * last.blanks
    if letters.decorated:
        decorating.decorate(row.marks, letters, begin, row.end if last.blanks else x)
    return x


def _joined(letters: Letters, words: list[Word], shapes: list[Shaped]) -> Shaped:
    first = shapes[0]
    if len(shapes) == 1:
        return first
    text = "".join([each.text for each in words])
    flat = chain.from_iterable
    ids = tuple(flat([each.ids for each in shapes]))
    advances = tuple(flat([each.advances for each in shapes]))
    offsets = None
    if any(map(_offsets, shapes)):
        offsets = tuple(flat([each.offsets or ((0, 0),) * len(each.ids) for each in shapes]))
    if all(map(_regular, words)):
        clusters = _range[: len(ids)] if len(ids) <= len(_range) else tuple(range(len(ids)))
    else:
        found: list[int] = []
        begin = 0
        for each in shapes:
            found += [begin + cluster for cluster in each.clusters]
            begin += len(each.text)
        clusters = tuple(found)
    return Shaped(letters.face, text, ids, advances, offsets, clusters, sum(advances))


def _add_parts(row: Row, span: Span, words: list[Word], x: float, stretch: float) -> float:
    """Words that need several faces or sizes."""
    letters = span.letters
    merged: list[Part] = []
    for face, size, text in chain.from_iterable([letters.parts(each.text) for each in words]):
        if merged and merged[-1][:2] == (face, size):
            merged[-1] = (face, size, merged[-1][2] + text)
        else:
            merged.append((face, size, text))
    for part in merged:
        x = _add_part(row, span, part, letters.shaped_part(part), x, stretch)
    return x


def _add_part(row: Row, span: Span, part: Part, shaped: Shaped, x: float, stretch: float) -> float:
    letters, (face, size, text) = span.letters, part
    look = letters.look
    row.pieces.append(
        Piece(x, letters.up, shaped, size, look.colour, span.inline, look.spacing, stretch)
    )
    x += shaped.width * size / face.units + look.spacing * len(shaped.ids)
    return x + stretch * text.count(" ") if stretch else x


def add_hyphen(row: Row, letters: Letters, x: float) -> None:
    word = letters.part("-")
    if word.shaped is not None:
        shapes = [(word.shaped, letters.size)]
    else:
        shapes = [(letters.shaped_part(each), each[1]) for each in word.parts]
    look = letters.look
    x += look.spacing
    for shaped, size in shapes:
        row.pieces.append(Piece(x, letters.up, shaped, size, look.colour, HYPHEN, look.spacing))


def add_leader(row: Row, span: Span, sign: str, begin: float, end: float) -> None:
    """Fills a tab."""
    letters = span.letters
    width = letters.measure(sign)
    count = int((end - begin) / width + 1e-6) if width > 0 else 0
    if count <= 0:
        return
    for part in letters.parts(sign * count):
        shaped = letters.shaped_part(part)
        row.pieces.append(
            Piece(begin, letters.up, shaped, part[1], letters.look.colour, span.inline)
        )


@dataclass(frozen=True, slots=True)
class _Segment:
    span: Span
    text: str
    level: int


def add_both_ways(
    row: Row,
    found: Sequence[Group],
    runs: Sequence[tuple[int, int, int]],
    at: int,
    x: float,
    stretch: float,
) -> None:
    """Puts words of which some run from right to left, in the order they are seen.

    ``runs`` are those of the whole paragraph; ``at`` is where in its text the words begin. Spaces
    at the end are left out.
    """
    segments: list[_Segment] = []
    for group in found:
        text = "".join([each.text for each in group.words])
        shown = text.rstrip(" ") if group is found[-1] else text
        end = at + len(shown)
        for first, stop, level in runs:
            if first < end and stop > at and shown:
                part = shown[max(first - at, 0) : stop - at]
                last = segments[-1] if segments else None
                if last is not None and last.span is group.span and last.level == level:
                    segments[-1] = _Segment(last.span, last.text + part, level)
                else:
                    segments.append(_Segment(group.span, part, level))
        at += len(text)
        if group.span.note:
            row.notes.append(group.span.note)
    placed: list[list[int]] = [[] for _ in segments]
    for number in bidi.visual([each.level for each in segments]):
        segment = segments[number]
        before = len(row.pieces)
        x = _add_segment(row, segment, x, stretch)
        added = list(range(before, len(row.pieces)))
        placed[number] = added[::-1] if segment.level % 2 else added
    order = [*(row.order or ()), *(each for added in placed for each in added)]
    if row.order is not None or order != sorted(order):
        row.order = order
    row.end = x


def _add_segment(row: Row, segment: _Segment, x: float, stretch: float) -> float:
    span = segment.span
    letters = span.letters
    if span.picture is not None:
        return add_group(row, Group(span, [letters.part("")]), x, stretch)
    row.reach(letters.reach)
    begin = x
    rtl = segment.level % 2 == 1
    parts = letters.parts(segment.text)
    for part in reversed(parts) if rtl else parts:
        x = _add_part(row, span, part, letters.shape(part[0], part[2], rtl=rtl), x, stretch)
    if letters.decorated:
        decorating.decorate(row.marks, letters, begin, x)
    return x

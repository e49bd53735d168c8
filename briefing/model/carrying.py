"""What the person did with an article, taken over to another reading of it.

A paragraph is found again by its text; if that occurs several times, by its turn among those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from briefing.model.article import Article
from briefing.model.corrections import Correction, Row
from briefing.model.draft import Draft, Point
from briefing.model.findings import by_hand
from briefing.model.span import Source, Span

_T = TypeVar("_T")


def same_paragraphs(old: Article, new: Article) -> dict[str, str]:
    """Ids of the paragraphs that are in both, word for word: old → new."""
    there: dict[str, list[str]] = {}
    for each in new.paragraphs:
        there.setdefault(new.text_of(each), []).append(each.id)
    turns: Counter[str] = Counter()
    same: dict[str, str] = {}
    for each in old.paragraphs:
        text = old.text_of(each)
        turn, ids = turns[text], there.get(text, [])
        turns[text] += 1
        if turn < len(ids):
            same[each.id] = ids[turn]
    return same


class Carrier:
    """Moves places of one reading to the other; what is not there as it was has none."""

    def __init__(self, old: Article, new: Article) -> None:
        self._old, self._new = old, new
        self._same = same_paragraphs(old, new)
        self._starts = {each.id: each.span.start for each in new.paragraphs}

    def source(self, source: Source) -> Source | None:
        if source.article != self._old.id:
            return source
        span = source.span
        if not len(span):
            return Source(self._new.id, span)  # about the article as a whole
        paragraph = self._old.paragraph_at(span.start)
        if paragraph is None or not paragraph.span.covers(span):
            return None
        if paragraph.id not in self._same:
            return None
        shift = self._starts[self._same[paragraph.id]] - paragraph.span.start
        return Source(self._new.id, Span(span.start + shift, span.end + shift))

    def correction(self, correction: Correction) -> Correction | None:
        target, other = self.source(correction.target), correction.other
        moved = self.source(other) if other is not None else None
        if target is None or (other is not None and moved is None):
            return None
        return replace(correction, target=target, other=moved)

    def row(self, row: Row) -> Row | None:
        source = self.source(row.source)
        return replace(row, source=source) if source is not None else None

    def point(self, point: Point) -> Point | None:
        """Of what analysis found none: it is looked for anew."""
        if point.source.article == self._old.id and not by_hand(point):
            return None
        source = self.source(point.source)
        return replace(point, source=source) if source is not None else None

    def rejected(self, rejected: tuple[str, Source]) -> tuple[str, Source] | None:
        source = self.source(rejected[1])
        return (rejected[0], source) if source is not None else None


def carried(draft: Draft, old: Article, new: Article) -> Draft:
    """The draft with the person's points, corrections and rows of one reading in the other."""
    carry = Carrier(old, new)
    return replace(
        draft,
        points=_all(map(carry.point, draft.points)),
        corrections=_all(map(carry.correction, draft.corrections)),
        rows=_all(map(carry.row, draft.rows)),
        rejected=_all(map(carry.rejected, draft.rejected)),
    )


def lost(draft: Draft, old: Article, new: Article) -> int:
    """How many of the person's points, corrections and rows are not in the other reading."""
    mine = [each for each in draft.points if each.source.article != old.id or by_hand(each)]
    after = carried(draft, old, new)
    before = len(mine) + len(draft.corrections) + len(draft.rows)
    return before - len(after.points) - len(after.corrections) - len(after.rows)


def _all(items: Iterable[_T | None]) -> tuple[_T, ...]:
    return tuple(each for each in items if each is not None)

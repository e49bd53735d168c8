"""Which sentences in view are whose: what is quoted, attributed or inferred. No widgets.

All positions here are Qt's (UTF-16 units).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.ui.claim_kinds import is_by_hand
from briefing.ui.positions import Positions


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A claim, where its sentence stands in the text."""

    start: int
    end: int
    claim: Claim

    @property
    def kind(self) -> ClaimKind:
        return self.claim.kind

    @property
    def by_hand(self) -> bool:
        return is_by_hand(self.claim)

    @property
    def shown(self) -> bool:
        """Whether it has a sign: what is merely reported is most of a text."""
        return self.kind is not ClaimKind.REPORTED or self.by_hand


@dataclass(frozen=True, slots=True)
class ClaimMarks:
    marks: tuple[ClaimMark, ...] = ()
    """By start; they do not overlap."""

    def between(self, start: int, end: int) -> Iterator[ClaimMark]:
        """Those that have a character from ``start`` to ``end``."""
        first = bisect_right(self.marks, start, key=lambda each: each.end)
        for each in self.marks[first:]:
            if each.start >= end:
                return
            yield each

    def at(self, position: int) -> ClaimMark | None:
        """That of the character at ``position``."""
        return next(self.between(position, position + 1), None)


def build(positions: Positions, found: Annotations | None) -> ClaimMarks:
    """The claims of the sentences where ``positions`` are; no others of a long article."""
    shown = positions.span
    if found is None:
        return ClaimMarks()
    made: list[ClaimMark] = []
    for each in found.claims_in(shown):
        part = found.sentence(each.sentence).span.intersection(shown)
        if part is not None:
            made.append(ClaimMark(positions.to_qt(part.start), positions.to_qt(part.end), each))
    return ClaimMarks(tuple(made))

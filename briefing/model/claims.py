"""What sentences are together, each of which has a kind of its own."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.annotations import Claim, ClaimKind

CAREFUL_FIRST = (
    ClaimKind.INFERENCE,
    ClaimKind.ATTRIBUTED,
    ClaimKind.QUOTED,
    ClaimKind.REPORTED,
)
"""The kinds, from what may least be taken for a fact."""


def most_careful(claims: Iterable[Claim]) -> ClaimKind:
    """What several sentences are as one; reported where there are none."""
    kinds = {each.kind for each in claims}
    return next((each for each in CAREFUL_FIRST if each in kinds), ClaimKind.REPORTED)

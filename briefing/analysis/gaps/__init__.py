"""What a principal would ask, and the article does not say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.analysis.gaps import figures, sides, single, unexplained, withheld
from briefing.model.annotations import Annotations
from briefing.model.article import Article, SourceCard
from briefing.model.facts import Gap, GapKind
from briefing.progress import Checkpoint

_RULES: tuple[Callable[[Article, Annotations, Checkpoint], Iterator[Gap]], ...] = (
    sides.find,
    single.find,
    withheld.find,
    figures.find,
    unexplained.find,
)


def of_card(card: SourceCard) -> tuple[Gap, ...]:
    """What the source card lacks."""
    found: list[Gap] = []
    if card.published is None:
        found.append(Gap(GapKind.NO_DATE, "The article does not say when it was published."))
    if not card.outlet:
        found.append(Gap(GapKind.NO_OUTLET, "The article does not say who published it."))
    return tuple(found)


def find(article: Article, found: Annotations, checkpoint: Checkpoint) -> tuple[Gap, ...]:
    """What the text leaves open, in its order; ``found`` has all but the gaps.

    What is about the whole article comes first.
    """
    gaps: list[Gap] = []
    for place, rule in enumerate(_RULES):
        gaps += rule(article, found, _part(place, checkpoint))
    unique = {(each.kind, each.first): each for each in reversed(gaps)}
    order = list(GapKind)
    return tuple(sorted(unique.values(), key=lambda each: (each.first, order.index(each.kind))))


def _part(place: int, checkpoint: Checkpoint) -> Checkpoint:
    """The checkpoint of one rule, which is a part of the whole."""

    def reached(done: int = 0, total: int = 0, /) -> None:
        checkpoint(place * total + done, len(_RULES) * total)

    return reached

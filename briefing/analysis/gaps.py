"""What a principal would ask, and the article does not say."""

from __future__ import annotations

from briefing.model.annotations import Annotations
from briefing.model.article import Article, SourceCard
from briefing.model.facts import Gap
from briefing.progress import Checkpoint


def of_card(card: SourceCard) -> tuple[Gap, ...]:  # noqa: ARG001
    """What the source card lacks."""
    return ()


def find(
    article: Article,  # noqa: ARG001
    found: Annotations,  # noqa: ARG001
    checkpoint: Checkpoint,  # noqa: ARG001
) -> tuple[Gap, ...]:
    """What the text leaves open, in its order; ``found`` has all but the gaps."""
    return ()

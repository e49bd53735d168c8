"""Days, durations and what recurs, resolved against the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.model.annotations import Sentence
from briefing.model.article import Article
from briefing.model.facts import DateExpression
from briefing.progress import Checkpoint


def find(
    article: Article,  # noqa: ARG001
    sentences: Sequence[Sentence],  # noqa: ARG001
    checkpoint: Checkpoint,  # noqa: ARG001
) -> tuple[DateExpression, ...]:
    """In the order of the text, resolved against ``article.card.published``."""
    return ()


def resolve(
    article: Article,  # noqa: ARG001
    found: Sequence[DateExpression],
    published: date | None,  # noqa: ARG001
) -> tuple[DateExpression, ...]:
    """The same expressions against another day; spans and kinds stay."""
    return tuple(found)

"""What is in an article: deterministic, and each result says what caused it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.analysis import claims, sections, sentences
from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.topic import Topic


def annotate(
    article: Article,
    topics: Sequence[Topic],
    checkpoint: Callable[[], None] = lambda: None,
) -> Annotations:
    """``checkpoint`` is called at each paragraph, and may raise Cancelled."""
    found = sentences.find(article, checkpoint)
    return Annotations(
        article=article.id,
        sentences=found,
        sections=sections.find(article, found, topics, checkpoint),
        claims=claims.find(article, found, checkpoint),
    )

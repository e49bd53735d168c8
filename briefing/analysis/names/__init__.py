"""People, organisations and places, and every place where the article means them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.annotations import Sentence
from briefing.model.article import Article
from briefing.model.facts import Entity
from briefing.progress import Checkpoint


def find(
    article: Article,  # noqa: ARG001
    sentences: Sequence[Sentence],  # noqa: ARG001
    checkpoint: Checkpoint,  # noqa: ARG001
) -> tuple[Entity, ...]:
    """In the order of their first mentions. Linear in the length of the text."""
    return ()

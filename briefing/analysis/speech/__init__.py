"""Who says what: quotations with their speakers, and who vouches for each sentence."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.speech import claims
from briefing.model.annotations import Claim, Sentence
from briefing.model.article import Article
from briefing.model.facts import Entity, Quotation
from briefing.progress import Checkpoint


def find(
    article: Article,
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],  # noqa: ARG001
    checkpoint: Checkpoint,
) -> tuple[tuple[Quotation, ...], tuple[Claim, ...]]:
    """Both in the order of the text."""
    return (), claims.find(article, sentences, checkpoint)

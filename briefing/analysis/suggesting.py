"""Sections for an article that no topic set knows: where its subject changes, and their names."""

from __future__ import annotations

from briefing.model.annotations import Annotations, FoundSection
from briefing.model.article import Article
from briefing.progress import Checkpoint, unchecked


def suggest(
    article: Article,  # noqa: ARG001
    found: Annotations,  # noqa: ARG001
    checkpoint: Checkpoint = unchecked,  # noqa: ARG001
) -> tuple[FoundSection, ...]:
    """Two to seven sections in the order of the text, or none where the article has one subject.

    Each sentence of the body is in one of them at most, and leads there. A topic's terms and
    phrases are the article's own words, its name is readable.
    """
    return ()

"""What is in an article: deterministic, and each result says what caused it."""

from __future__ import annotations

import gc
from collections.abc import Generator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace

from briefing.analysis import sections, sentences
from briefing.model.annotations import Annotations
from briefing.model.article import Article, SourceCard
from briefing.model.facts import GapKind
from briefing.model.topic import Topic
from briefing.progress import Checkpoint, unchecked

_PASSES, _PASSES_FOR_FACTS = 2, 4
_LONG = 500_000
"""Characters."""


def annotate(
    article: Article, topics: Sequence[Topic], checkpoint: Checkpoint = unchecked
) -> Annotations:
    """All of it. ``checkpoint`` is called at each paragraph of each pass, and may raise Cancelled."""
    count = len(article.paragraphs)
    first = _part(0, _PASSES * count, checkpoint)
    return with_facts(article, sectioned(article, topics, first), checkpoint)


def sectioned(
    article: Article, topics: Sequence[Topic], checkpoint: Checkpoint = unchecked
) -> Annotations:
    """Sentences and sections, which are what is seen first; ``with_facts`` finds the rest."""
    reached = _passes(article, _PASSES, checkpoint)
    with _in_peace(article):
        found = sentences.find(article, reached(0))
        in_sections = sections.find(article, found, topics, reached(1))
        return Annotations(article.id, found, in_sections, claims=(), complete=False)


def with_facts(
    article: Article, found: Annotations, checkpoint: Checkpoint = unchecked
) -> Annotations:
    """What ``sectioned`` found in ``article``, with names, speech, dates and gaps beside it."""
    from briefing.analysis import dates, gaps, names, speech  # late: the sections come first

    reached = _passes(article, _PASSES_FOR_FACTS, checkpoint)
    with _in_peace(article):
        entities = names.find(article, found.sentences, reached(0))
        quotations, claims = speech.find(article, found.sentences, entities, reached(1))
        whole = replace(
            found,
            claims=claims,
            entities=entities,
            dates=dates.find(article, found.sentences, reached(2)),
            quotations=quotations,
            complete=True,
        )
        open_questions = gaps.find(article, whole, reached(3))
        return replace(whole, gaps=(*gaps.of_card(article.card), *open_questions))


def anchored(found: Annotations, article: Article, card: SourceCard) -> Annotations:
    """What depends on the source card, for a card that is not the article's own.

    Days are reckoned from its day of publication; what it lacks is a gap. ``found`` is for
    ``article``.
    """
    days = dates.resolve(article, found.dates, card.published)
    of_text = (each for each in found.gaps if each.kind not in _OF_CARD)
    return replace(found, dates=days, gaps=(*gaps.of_card(card), *of_text))


def asked_again(found: Annotations, article: Article, card: SourceCard) -> Annotations:
    """What the article leaves open, for facts that somebody has corrected."""
    return replace(found, gaps=(*gaps.of_card(card), *gaps.find(article, found, unchecked)))


_OF_CARD = (GapKind.NO_DATE, GapKind.NO_OUTLET)


@contextmanager
def _in_peace() -> Generator[None, None, None]:
    """Without the search for values that hold each other in a circle, now and later.

    What is found never does. A long text gives a million values; to look through them all,
    again and again, would stop every thread for a third of a second each time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()


def _pass(number: int, paragraphs: int, checkpoint: Checkpoint) -> Checkpoint:
    """The checkpoint of one pass over the article, which is a part of the whole."""

    def reached(done: int = 0, total: int = 0, /) -> None:
        share = paragraphs * done // total if total else 0
        checkpoint(number * paragraphs + share, _PASSES * paragraphs)

    return reached

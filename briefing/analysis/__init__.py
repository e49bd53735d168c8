"""What is in an article: deterministic, and each result says what caused it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
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
    """``checkpoint`` is called at each paragraph of each pass, and may raise Cancelled."""
    found = sectioned(article, topics, _part(0, _PASSES, checkpoint))
    return with_facts(article, found, _part(_PASSES, _PASSES_FOR_FACTS, checkpoint))


def sectioned(
    article: Article, topics: Sequence[Topic], checkpoint: Checkpoint = unchecked
) -> Annotations:
    """Sentences and sections, which are seen first; ``with_facts`` finds the rest."""
    reached = _passes(article, _PASSES, checkpoint)
    with _in_peace(article):
        found = sentences.find(article, reached(0))
        in_sections = sections.find(article, found, topics, reached(1))
        return Annotations(article.id, found, in_sections, claims=(), complete=False)


def with_facts(
    article: Article, found: Annotations, checkpoint: Checkpoint = unchecked
) -> Annotations:
    """What ``sectioned`` found in ``article``, and names, speech, dates and gaps."""
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
    from briefing.analysis import dates, gaps

    days = dates.resolve(article, found.dates, card.published)
    of_text = (each for each in found.gaps if each.kind not in _OF_CARD)
    return replace(found, dates=days, gaps=(*gaps.of_card(card), *of_text))


def asked_again(found: Annotations, article: Article, card: SourceCard) -> Annotations:
    """What the article leaves open, for facts that somebody has corrected."""
    from briefing.analysis import gaps

    return replace(found, gaps=(*gaps.of_card(card), *gaps.find(article, found, unchecked)))


_OF_CARD = (GapKind.NO_DATE, GapKind.NO_OUTLET)


@contextmanager
def _in_peace(article: Article) -> Generator[None, None, None]:
    """For a long text, without the search for values that hold each other in a circle.

    What is found never does. A long text gives a million values; to look through them all,
    again and again, now and later, would stop every thread for a third of a second each time.
    """
    if len(article.text) <= _LONG:
        yield
        return
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()


def _passes(article: Article, count: int, checkpoint: Checkpoint) -> Callable[[int], Checkpoint]:
    """Gives the checkpoint of one of so many passes over an article, by its number from 0."""
    paragraphs = len(article.paragraphs)

    def of(number: int) -> Checkpoint:
        def reached(done: int = 0, total: int = 0, /) -> None:
            share = paragraphs * done // total if total else 0
            checkpoint(number * paragraphs + share, count * paragraphs)

        return reached

    return of


def _part(before: int, passes: int, checkpoint: Checkpoint) -> Checkpoint:
    """The checkpoint of some of all the passes, those after the first ``before``."""

    def reached(done: int = 0, total: int = 0, /) -> None:
        one = total // passes  # of all that a pass goes over
        checkpoint(before * one + done, (_PASSES + _PASSES_FOR_FACTS) * one)

    return reached

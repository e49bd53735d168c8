"""Days, durations and what recurs, resolved against the day of publication.

``vocabulary`` and ``tokens`` give each word a class; ``rules`` finds expressions by the ``table``
of patterns over classes, which ``contexts``, ``mentions`` and ``lengths`` check by the words
``nearby``; ``making``, ``relating``, ``clocks`` and ``lasting`` say which of the ``forms`` of
``days``, ``periods``, ``seasons`` and ``named`` they mean; ``tense`` tells whether it is gone or to
come; ``reckoning`` gives values, with ``nights`` for hours told one after another, and ``doubting``
and ``counting`` what does not fit; ``writing`` tells datelines from events. ``foreign`` knows
the months of other languages. What is found depends on the text alone, so that the same
expressions can be reckoned from another day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from briefing.analysis.dates import reckoning, rules, writing
from briefing.model.annotations import Sentence
from briefing.model.article import Article, Role
from briefing.model.facts import DateExpression, DateKind
from briefing.model.span import Span
from briefing.progress import Checkpoint

_ROLES = (Role.BODY, Role.HEADING, Role.CAPTION, Role.BYLINE)
"""A date line and a caption tell days too."""


def find(
    article: Article, sentences: Sequence[Sentence], checkpoint: Checkpoint
) -> tuple[DateExpression, ...]:
    """In the order of the text, resolved against ``article.card.published``."""
    read = {each.id for each in article.paragraphs if each.role in _ROLES}
    spans: list[tuple[Span, DateKind | None]] = []
    english = (article.card.language or "en").split("-")[0] == "en"
    look = rules.find if english else _foreign()
    paragraph = ""
    for done, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            checkpoint(done, len(sentences))
        if paragraph in read:
            found = look(article.text, sentence.span.start, sentence.span.end)
            spans += [(Span(start, end), None) for start, end in found]
    return tuple(writing.marked(article, reckoning.reckon(article, spans, article.card.published)))


def _foreign() -> Callable[[str, int, int], list[tuple[int, int]]]:
    from briefing.analysis.dates import foreign  # late: most articles are in English

    return foreign.find


def resolve(
    article: Article, found: Sequence[DateExpression], published: date | None
) -> tuple[DateExpression, ...]:
    """The same expressions against another day; spans and kinds stay."""
    spans = [(each.span, each.kind) for each in found]
    return tuple(writing.marked(article, reckoning.reckon(article, spans, published)))

"""Who says what: quotations with their speakers, and who vouches for each sentence.

In a row: what stands between marks (``marks``), the sentences they join (``frames``), who is said
to say something there (``attribution``) and whom those words mean (``cast``, ``resolving``), which
of it is speech and whose (``governing``, ``quotations``), and what that makes of each sentence
(``claims``, ``hedges``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing.analysis.speech import cast, claims, dialogue, frames, marks, quotations
from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.marks import Quote
from briefing.analysis.speech.quotations import Reader
from briefing.analysis.speech.resolving import Resolver
from briefing.model.annotations import Claim, Sentence
from briefing.model.article import Article, Role
from briefing.model.facts import Entity, Quotation
from briefing.model.span import overlapping
from briefing.progress import Checkpoint

_HEADLINE = 160
"""Characters of a headline, at most."""


def find(
    article: Article,
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    checkpoint: Checkpoint,
) -> tuple[tuple[Quotation, ...], tuple[Claim, ...]]:
    """Both in the order of the text."""
    cut = _frames(article, sentences)
    people = cast.of_entities(article.text, entities)
    for each in cut:
        each.names = people.people_in(each.span)
    resolver = Resolver(article.text, cut, people, [])
    reader = Reader(article, cut, resolver, dialogue.lines(article), [])
    found: list[Claim] = []
    for _, grouped in groupby(range(len(cut)), key=lambda each: cut[each].paragraph.id):
        numbers = list(grouped)
        checkpoint(numbers[0], len(cut))
        start = len(reader.spoken)
        reader.read(numbers[0], numbers[-1] + 1)
        inside = reader.spoken[start:]
        for number in numbers:
            near = overlapping(inside, cut[number].span, lambda each: each.quote.span)
            found += claims.of_frame(
                article.text, cut[number], resolver.heard[number], near, people
            )
    quotations.of_headline(article.text, reader.spoken, cut)
    return quotations.shown(reader.spoken, people), tuple(found)


def _frames(article: Article, sentences: Sequence[Sentence]) -> list[Frame]:
    by_paragraph: dict[str, list[Sentence]] = {}
    for each in sentences:
        by_paragraph.setdefault(each.paragraph, []).append(each)
    quotes: dict[str, list[Quote]] = {}
    for quote in marks.find(article):
        quotes.setdefault(quote.paragraph, []).append(quote)
    found: list[Frame] = []
    for paragraph in article.paragraphs:
        if paragraph.role in (Role.BODY, Role.HEADING):
            inside = by_paragraph.get(paragraph.id, [])
            found += frames.cut(article.text, paragraph, 0, inside, quotes.get(paragraph.id, []))
    if len(found) > 1 and found[0].paragraph != found[1].paragraph:
        last = article.text_of(found[0].paragraph)[-2:].rstrip("”’'\"»“")[-1:]
        found[0].is_title = (last.isalnum() or last == "?") and len(found[0].span) < _HEADLINE
    return found

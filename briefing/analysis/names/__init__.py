"""People, organisations and places, and every place where the article means them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis import crediting
from briefing.analysis.names import references
from briefing.analysis.names.context import Context, runs
from briefing.analysis.names.found import Found
from briefing.analysis.names.joining import join
from briefing.analysis.names.reading import read
from briefing.analysis.names.tokens import split
from briefing.model.annotations import Sentence
from briefing.model.article import Article, Role
from briefing.model.facts import Entity
from briefing.progress import Checkpoint

_ENDS = frozenset(".!?…:;,\"”’'»)")
"""A line that ends with none of these may be a headline, whatever its role."""
_READ = (Role.BODY, Role.HEADING, Role.CAPTION)


def find(
    article: Article, sentences: Sequence[Sentence], checkpoint: Checkpoint
) -> tuple[Entity, ...]:
    """In the order of their first mentions. Linear in the length of the text."""
    paragraphs = {each.id: each for each in article.paragraphs}
    found: list[Found] = []
    count = len(sentences)
    for done, sentence in enumerate(sentences):
        checkpoint(done, count)
        paragraph = paragraphs[sentence.paragraph]
        if paragraph.role not in _READ:
            continue
        start, end = sentence.span.start, sentence.span.end
        if paragraph.role is Role.CAPTION:
            end = min(end, crediting.story_end(article, paragraph))
        if start < end:
            is_line = article.text[end - 1] not in _ENDS
            heading = paragraph.role is Role.HEADING or is_line
            found.extend(_in_sentence(article.text, start, end, heading))
    return join(article.text, found)


def _in_sentence(text: str, start: int, end: int, heading: bool) -> list[Found]:
    tokens = split(text, start, end)
    context = Context(text, tokens, heading)
    found = [each for first, last in runs(context) for each in read(context, first, last)]
    found.extend(references.find(context))
    return found

"""People, organisations and places, and every place where the article means them."""

from __future__ import annotations

from collections.abc import Sequence

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
    roles = {each.id: each.role for each in article.paragraphs}
    found: list[Found] = []
    count = len(sentences)
    for done, sentence in enumerate(sentences):
        checkpoint(done, count)
        role = roles[sentence.paragraph]
        if role in _READ:
            is_line = article.text[sentence.span.end - 1] not in _ENDS
            found.extend(_in_sentence(article.text, sentence, role is Role.HEADING or is_line))
    return join(article.text, found)


def _in_sentence(text: str, sentence: Sentence, heading: bool) -> list[Found]:
    tokens = split(text, sentence.span.start, sentence.span.end)
    context = Context(text, tokens, heading)
    found = [found for start, end in runs(context) for found in read(context, start, end)]
    found.extend(references.find(context))
    return found

"""What stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.article import Article, Role
from briefing.model.span import Span

_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"'}
_MARK = re.compile("[" + "".join((*_PAIRS, *_PAIRS.values())) + "]")


@dataclass(frozen=True, slots=True)
class Quote:
    span: Span
    """In the article's text, between the marks."""
    paragraph: str
    closed: bool
    """False when the speech goes on in the next paragraph."""
    continues: bool
    """Whether it goes on from the paragraph before."""


def find(article: Article) -> Iterator[Quote]:
    """Quotations in the body. One that is not closed ends with its paragraph, and goes on in
    the next if that begins with a quotation mark: so print marks a speech of several
    paragraphs."""
    is_open = False
    for paragraph in article.paragraphs:
        if paragraph.role is not Role.BODY:
            continue
        text = article.text_of(paragraph)
        goes_on = is_open and text[0] in _PAIRS
        is_open = False
        for start, end, closed in _within(text):
            offset = paragraph.span.start
            yield Quote(
                Span(offset + start, offset + end), paragraph.id, closed, goes_on and start == 1
            )
            is_open = not closed


def _within(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, closed) of each quotation in a paragraph, marks left out."""
    opened: int | None = None
    closers = ""
    for found in _MARK.finditer(text):
        index, character = found.start(), found[0]
        if opened is not None:
            if character in closers and not (character == '"' and _opens(text, index)):
                yield opened, index, True
                opened = None
        elif character in _PAIRS and (character != '"' or _opens(text, index)):
            opened, closers = index + 1, _PAIRS[character]
    if opened is not None and opened < len(text):
        yield opened, len(text), False


def _opens(text: str, index: int) -> bool:
    """Whether a straight mark opens: a space or bracket before it, and a word after."""
    before = text[index - 1] if index else " "
    after = text[index + 1 : index + 2]
    return (before.isspace() or before in "([—–-‘'") and bool(after) and not after.isspace()

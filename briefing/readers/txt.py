"""Plain text."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable

from briefing.errors import CharactersRemoved, EmptySource, Notice
from briefing.model.article import Article, Paragraph
from briefing.model.cleaning import clean
from briefing.model.span import Span
from briefing.readers import card, decoding, paragraphs, roles

PASTED = "Pasted text"


def read(
    data: bytes, name: str, *, encoding: str | None, checkpoint: Callable[[], None]
) -> Article:
    decoded = decoding.decode(data, name, encoding)
    checkpoint()
    return article_from(
        decoded.text,
        name,
        data,
        encoding=decoded.encoding,
        notices=decoded.notices,
        checkpoint=checkpoint,
    )


def article_from(
    text: str,
    name: str,
    data: bytes,
    *,
    encoding: str = "utf-8",
    notices: tuple[Notice, ...] = (),
    checkpoint: Callable[[], None],
) -> Article:
    """An article from decoded text; ``data`` are the bytes it came from."""
    cleaned = clean(text)
    checkpoint()
    texts = paragraphs.split(cleaned.text)
    if not any(_shows(each) for each in texts):
        raise EmptySource(name)
    if cleaned.removed:
        notices = (*notices, CharactersRemoved(name, cleaned.removed))
    checkpoint()
    given = roles.assign(texts, checkpoint)
    placed: list[Paragraph] = []
    start = 0
    for number, (each, (role, cue)) in enumerate(zip(texts, given, strict=True), start=1):
        placed.append(Paragraph(f"p{number}", role, Span(start, start + len(each)), cue))
        start += len(each) + len("\n\n")
    sha256 = hashlib.sha256(data).hexdigest()
    return Article(
        id=sha256[:12],
        name=name,
        sha256=sha256,
        text="\n\n".join(texts),
        paragraphs=tuple(placed),
        card=card.from_paragraphs(texts, [role for role, _ in given]),
        encoding=encoding,
        notices=notices,
    )


def _shows(text: str) -> bool:
    """Whether there is anything to see: neither space nor an invisible mark."""
    return any(unicodedata.category(each)[0] not in "ZC" for each in text)

"""The source card: only what a rule reads; the rest is asked of the person, never assumed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.model.article import Role, SourceCard
from briefing.readers import credits, dates, language


def from_paragraphs(texts: Sequence[str], roles: Sequence[Role]) -> SourceCard:
    # A heading further down is a sub-heading.
    above = takewhile(lambda each: each[1] is not Role.BODY, zip(texts, roles, strict=True))
    title = next((text for text, role in above if role is Role.HEADING), "")
    lines = [text for text, role in zip(texts, roles, strict=True) if role is Role.BYLINE]
    authors = next((names for text in lines if (names := credits.authors(text))), ())
    days = [
        found.published for text in lines if (found := dates.line(text) or dates.dateline(text))
    ]
    published = next(filter(None, days), None)
    return SourceCard(
        title=title,
        authors=authors,
        published=published,
        language=language.guess(texts),
    )

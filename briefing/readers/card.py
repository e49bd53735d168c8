"""The source card: only what a rule reads; the rest is asked of the person, never assumed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.model.article import Role, SourceCard
from briefing.readers import credits, dates, language


def from_paragraphs(texts: Sequence[str], roles: Sequence[Role]) -> SourceCard:
    both = list(zip(texts, roles, strict=True))
    # A heading further down is a sub-heading, and a date there is another day.
    above = list(takewhile(lambda each: each[1] is not Role.BODY, both))
    title = next((text for text, role in above if role is Role.HEADING), "")
    lines = [text for text, role in both if role is Role.BYLINE]
    authors = next((names for text in lines if (names := credits.authors(text))), ())
    days = [
        found.published
        for text, role in above
        if role is Role.BYLINE and (found := dates.line(text) or dates.dateline(text))
    ]
    published = next(filter(None, days), None)
    return SourceCard(
        title=title,
        authors=authors,
        published=published,
        language=language.guess(texts),
    )

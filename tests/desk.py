"""Small articles, annotations and drafts for tests, made of plain text."""

from __future__ import annotations

import hashlib

from briefing.model import edits
from briefing.model.annotations import (
    Annotations,
    Claim,
    ClaimKind,
    FoundSection,
    Hit,
    Sentence,
)
from briefing.model.article import Article, Paragraph, Role
from briefing.model.draft import Draft
from briefing.model.span import Span
from briefing.model.topic import Topic

TALKS = Topic("talks", "Talks", "#0072b2", ("talks",), ("chiefs of staff",))
BORDER = Topic("border", "Border", "#d55e00", ("border",), ())


def article(
    *paragraphs: str, name: str = "article.txt", roles: dict[int, Role] | None = None
) -> Article:
    """An article whose sentences are parted by `` | `` in the text given."""
    text = "\n\n".join(each.replace(" | ", " ") for each in paragraphs)
    made: list[Paragraph] = []
    start = 0
    for number, each in enumerate(paragraphs, 1):
        length = len(each.replace(" | ", " "))
        role = (roles or {}).get(number, Role.BODY)
        made.append(Paragraph(f"p{number}", role, Span(start, start + length), ""))
        start += length + 2
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Article(sha[:12], name, sha, text, tuple(made))


def annotations(
    of: Article, *paragraphs: str, sections: dict[Topic, dict[str, bool]] | None = None
) -> Annotations:
    """Annotations for ``article(*paragraphs)``; ``sections``: topic → sentence id → leading."""
    sentences: list[Sentence] = []
    for paragraph, text in zip(of.paragraphs, paragraphs, strict=True):
        start = paragraph.span.start
        for each in text.split(" | "):
            span = Span(start, start + len(each))
            sentences.append(Sentence(f"s{len(sentences) + 1}", paragraph.id, span))
            start += len(each) + 1
    found = tuple(
        FoundSection(topic, tuple(Hit(id, "a cue", leading) for id, leading in hits.items()))
        for topic, hits in (sections or {}).items()
    )
    claims = tuple(Claim(each.id, ClaimKind.REPORTED, None, None) for each in sentences)
    return Annotations(of.id, tuple(sentences), found, claims)


PARAGRAPHS = (
    "The chiefs met for talks near the border. | They said little.",
    "Guards watch the border. | A fence is planned.",
)


def example() -> tuple[Article, Annotations]:
    """Two paragraphs, four sentences; the first one is in both sections."""
    made = article(*PARAGRAPHS)
    sections = {
        TALKS: {"s1": True, "s2": True},
        BORDER: {"s1": False, "s3": True, "s4": True},
    }
    return made, annotations(made, *PARAGRAPHS, sections=sections)


def draft() -> Draft:
    return edits.add_article(Draft(), *example())

"""An article and what might be found in it, made by hand for tests of what comes after."""

from __future__ import annotations

from dataclasses import replace

import desk

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.facts import (
    DateExpression,
    DateKind,
    Entity,
    EntityKind,
    Gap,
    GapKind,
    Mention,
    Quotation,
)
from briefing.model.span import Source, Span

PARTS = (
    "General Ann Roe met Minister Jan Kowal in Gdynia on Tuesday.",
    "“We will wait,” said Roe. | Talks could resume in April, raising hopes.",
    "Kowal gave no details. | Poland last held such talks in 2019. | Roe is no general.",
)


def article() -> Article:
    return desk.article(*PARTS)


def span(words: str, nth: int = 0) -> Span:
    text, start = article().text, -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def source(words: str, nth: int = 0) -> Source:
    return Source(article().id, span(words, nth))


def annotations() -> Annotations:
    made = desk.annotations(article(), *PARTS)
    kinds = {
        "s2": (ClaimKind.QUOTED, "Roe"),
        "s3": (ClaimKind.INFERENCE, None),
        "s4": (ClaimKind.ATTRIBUTED, None),
    }
    cues = {"s2": "said", "s3": "could"}
    claims = tuple(
        Claim(each.id, *kinds.get(each.id, (ClaimKind.REPORTED, None)), cues.get(each.id))
        for each in made.sentences
    )
    return replace(
        made,
        claims=claims,
        entities=(
            entity(
                EntityKind.PERSON, "Ann Roe", ("Ann Roe", 0), ("Roe", 1), ("Roe", 2), role="General"
            ),
            entity(EntityKind.PERSON, "Jan Kowal", ("Jan Kowal", 0), ("Kowal", 1), role="Minister"),
            entity(EntityKind.PLACE, "Gdynia", ("Gdynia", 0), note="city in Poland"),
            entity(EntityKind.ORGANISATION, "Poland", ("Poland", 0)),
        ),
        dates=(
            DateExpression(span("Tuesday"), DateKind.POINT, "2021-09-21", "a rule"),
            DateExpression(span("April"), DateKind.POINT, "2022-04", "a rule", "It does not fit."),
            DateExpression(span("2019"), DateKind.POINT, "2019", "a rule"),
        ),
        quotations=(
            Quotation(span("We will wait,"), "p2", "Ann Roe", "said", "General", span("Roe", 1)),
        ),
        gaps=(
            Gap(GapKind.NO_DATE, "The article gives no day of publication."),
            Gap(GapKind.WITHHELD, "Details are withheld.", (span("gave no details"),)),
        ),
    )  # fmt: skip


def entity(
    kind: EntityKind, name: str, *mentions: tuple[str, int], role: str | None = None, note: str = ""
) -> Entity:
    spans = tuple(Mention(span(*each), "a rule") for each in mentions)
    return Entity(kind, name, spans, "a rule", role, note)


def correction(
    act: Act, fact: Fact, words: str, value: str = "", other: str = "", nth: int = 0
) -> Correction:
    return Correction(act, fact, source(words, nth), value, source(other) if other else None)


def row(fact: Fact, words: str, key: str = "") -> Row:
    return Row(fact, source(words), key)

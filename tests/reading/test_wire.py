"""What the two processes say to each other arrives as it was, or not at all."""

from __future__ import annotations

import inspect
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing import errors
from briefing.errors import BriefingError, Notice
from briefing.model.article import Article, Paragraph, ReadAs, Role, SourceCard
from briefing.model.span import Span
from briefing.readers import Found, read
from briefing.readers.content import Attachment
from briefing.reading import wire

SAMPLES: dict[str, Any] = {
    "str": "a “word”\n\u2028",
    "int": 3,
    "float": 2.5,
    "bool": True,
    "Path": Path("folder/a.txt"),
    "int | None": None,
    "tuple[str, ...]": ("a", "b"),
    "tuple[tuple[str, int], ...]": (("a", 1), ("b", 2)),
}
SAID = (
    "The port of Ostvik was opened again on Monday after a long winter.",
    "Ferries to Lindholm sail twice a day until the end of October.",
)
FACTS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, (BriefingError, Notice)) and kind not in (BriefingError, Notice)
]


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.__name__)
def test_each_error_and_notice_arrives_as_it_was(kind: type[Any]) -> None:
    value = kind(*(SAMPLES[each.type] for each in fields(kind)))
    answer = wire.answer(wire.pack(wire.Answer(error=wire.fact(value))))
    assert answer.error is not None
    made = wire.error if issubclass(kind, BriefingError) else wire.notice
    assert made(answer.error) == value
    assert repr(made(answer.error)) == repr(value)


def test_a_request_arrives_as_it_was() -> None:
    request = wire.Request("Ærø.html", ReadAs(".html", "cp1252", True), 3, 1 << 30, 2.5)
    assert wire.request(wire.pack(request)) == request


@pytest.fixture
def found() -> Found:
    made = read("\n\n".join(SAID).encode(), "a.txt")
    card = SourceCard("Ostvik", ("A", "B"), published=date(2021, 9, 22), language="en")
    notice = errors.EncodingGuessed("a.txt", "cp1252")
    return Found(
        replace(made.article, card=card, card_cues=(("url", "meta"),), notices=(notice,)),
        (Attachment("b.txt", b"\x00\xff"),),
    )


def arrived(found: Found) -> Found:
    answer = wire.answer(wire.pack(wire.found(found)))
    return wire.whole(answer, tuple(each.data for each in found.attachments))


def test_an_article_arrives_as_it_was(found: Found) -> None:
    assert arrived(found) == found


def broken(article: Article) -> list[Article]:
    first, second = article.paragraphs
    end = len(article.text)
    return [
        replace(article, text=article.text + " more"),
        replace(article, text=article.text[:-1]),
        replace(article, paragraphs=(first,)),
        replace(article, paragraphs=(second, first)),
        replace(article, paragraphs=(first, first)),
        replace(article, paragraphs=(first, replace(second, span=Span(0, end)))),
        replace(article, paragraphs=(first, replace(second, id="p3"))),
        replace(article, paragraphs=(Paragraph("p1", Role.BODY, Span(1, end), ""),)),
        replace(article, paragraphs=(Paragraph("p1", Role.BODY, Span(end, end), ""),)),
        replace(article, paragraphs=()),
    ]


@pytest.mark.parametrize("number", range(10))
def test_an_article_that_does_not_hold_together_is_refused(found: Found, number: int) -> None:
    article = broken(found.article)[number]
    with pytest.raises(ValueError):
        arrived(replace(found, article=article))


def test_letters_that_are_none_do_not_stop_an_error() -> None:
    fact = wire.fact(errors.ReaderFailed("a\ud800.txt", "b"))
    answer = wire.answer(wire.pack(wire.Answer(error=fact)))
    assert answer.error is not None
    assert wire.error(answer.error) == errors.ReaderFailed("a?.txt", "b")

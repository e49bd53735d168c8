"""Plain text as it lies in files, small and large."""

from __future__ import annotations

import textwrap
import time

import pytest

from briefing import readers
from briefing.errors import Cancelled
from briefing.model.article import Article

SENTENCES = (
    "The ministers of the two countries met on Tuesday to speak about the river, the palace said.",
    "They will meet again in May.",
    "“Nobody wants the bridge,” said Jane Doe, who has lived beside it for sixty years (AFP).",
    "By the end of the week the water had risen by two metres, and the harbour was closed.",
)
PARAGRAPHS = [" ".join(SENTENCES[each % 4 :] + SENTENCES[: each % 3]) for each in range(12)]
SIZES = {"many paragraphs": "\n\n", "a line a paragraph": "\n", "one line": " "}


def read(text: str) -> Article:
    return readers.read(text.encode(), "a.txt").article


@pytest.mark.parametrize("width", [45, 60, 72, 78, 100])
def test_the_width_makes_no_difference(width: int) -> None:
    plain = "\n\n".join(PARAGRAPHS)
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in PARAGRAPHS)
    assert read(wrapped).text == read(plain).text == plain
    assert [each.role for each in read(wrapped).paragraphs] == [
        each.role for each in read(plain).paragraphs
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028"])
def test_every_line_end_is_one(end: str) -> None:
    assert read(end.join(["Strelsau is dry.", "", "It is May."])).text.split("\n\n") == [
        "Strelsau is dry.",
        "It is May.",
    ]


def test_carriage_return_and_line_feed_are_one_end() -> None:
    assert len(read("One is here.\r\nTwo is here.\r\rThree is here.").paragraphs) == 3


def _large(kind: str, size: int) -> bytes:
    joined = SIZES[kind].join(PARAGRAPHS)
    return (joined + SIZES[kind]).encode() * (size // len(joined))


def _seconds(data: bytes) -> float:
    start = time.process_time()
    readers.read(data, "a.txt")
    return time.process_time() - start


@pytest.mark.parametrize("kind", SIZES)
def test_time_grows_with_the_text_and_no_faster(kind: str) -> None:
    _seconds(_large(kind, 10_000))
    small, large = (_large(kind, size) for size in (300_000, 1_200_000))
    assert _seconds(large) < 10 * max(0.02, _seconds(small))


@pytest.mark.slow
@pytest.mark.parametrize("kind", SIZES)
def test_ten_megabytes(kind: str) -> None:
    data = _large(kind, 10_000_000)
    start = time.process_time()
    article = readers.read(data, "a.txt").article
    assert time.process_time() - start < 20
    assert len(article.text) > 0.99 * len(data.decode())
    assert max(len(each.span.of(article.text)) for each in article.paragraphs) <= 12_000


def test_a_large_text_can_be_cancelled_while_it_is_read() -> None:
    calls = 0

    def stop(_done: int = 0, _total: int = 0, /) -> None:
        nonlocal calls
        calls += 1
        if calls > 4:  # not at the beginning
            raise Cancelled

    with pytest.raises(Cancelled):
        readers.read(_large("many paragraphs", 2_000_000), "a.txt", None, stop)

# ruff: noqa: E501 (mark-up is easier to read on one line)
"""Whatever a page holds, it is read or refused: soon, and without reaching for anything."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from pages import TEXT, body, page, read

from briefing.errors import BriefingError, Cancelled, Damaged, EmptySource, EntitiesRefused, TooDeep
from briefing.model.article import ReadAs
from briefing.readers import html

LINE = f"<p>{TEXT[0]}</p>"
CASES: dict[str, Callable[[], str]] = {
    "nested": lambda: "<html><body>" + "<div>" * 100_000 + LINE + "</div>" * 100_000,
    "nested inline": lambda: "<html><p>" + "<b>" * 50_000 + "words of it",
    "nested lists": lambda: "<html><ul><li>" * 3000 + LINE,
    "open styles": lambda: "<html>" + "<style>" * 300_000,
    "open scripts": lambda: "<html>" + LINE + "<script>" * 300_000,
    "open tags": lambda: "<html>" + "<p" * 500_000,
    "attributes": lambda: "<html><p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">" + LINE,
    "a long line": lambda: "<html><p>" + "word " * 400_000,
    "nested data": lambda: page('<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
    "dashes in the title": lambda: "<html><title>" + " - " * 100_000 + "</title>" + LINE,
    "bars in the title": lambda: "<html><title>" + "|" * 500_000 + "</title>" + LINE,
    "spaces": lambda: "<html><p class='" + " " * 1_000_000 + "'>" + " " * 2_000_000 + "x" + LINE,
    "line breaks": lambda: "<html>" + "<br>" * 100_000 + LINE,
    "links": lambda: "<html>" + "".join(f"<a href='/{n}'>Link {n} to a story</a> " for n in range(20_000)),
    "boxes": lambda: "<html>" + "".join(f"<div><div>{n} words in a box</div></div>" for n in range(10_000)),
    "names": lambda: "<html>" + f"<div class='{'a-b ' * 300}'>{LINE}</div>" * 300,
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_it_ends(name: str) -> None:
    start = time.monotonic()
    with suppress(TooDeep, Damaged, EmptySource):
        assert read(CASES[name]()).text
    assert time.monotonic() - start < 20


def test_too_deep_is_said() -> None:
    with pytest.raises(TooDeep):
        read(CASES["nested"]())


def test_a_tag_with_attributes_by_the_thousand_is_refused() -> None:
    with pytest.raises(Damaged):
        read(CASES["attributes"]())


def test_a_tag_with_much_data_is_read() -> None:
    inside = "<div data-state='" + '{"a": "b c d"}, ' * 4000 + "'></div>"
    assert body(read(page(inside=inside))) == list(TEXT)


def test_deep_as_pages_may_be_is_read() -> None:
    for depth in (200, 300, 900):
        html = f"<html><body><h1>Bridge at Velmora closes</h1>{'<div>' * depth}{''.join(f'<p>{each}</p>' for each in TEXT)}"
        assert body(read(html)) == list(TEXT), depth


@pytest.mark.parametrize(
    "subset",
    ['<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">', '<!ENTITY c SYSTEM "file:///etc/hostname">', "<!-- x --> <!ENTITY % c 'd'>"],
)  # fmt: skip
def test_entities_are_refused(subset: str) -> None:
    with pytest.raises(EntitiesRefused):
        read(
            f'<?xml version="1.0"?><!DOCTYPE html [{subset}]><html><body><p>&c; {TEXT[0]}</p></body></html>'
        )


def test_an_ordinary_doctype_is_none() -> None:
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    assert body(read(doctype + page().removeprefix("<!DOCTYPE html>"))) == list(TEXT)


@pytest.mark.parametrize(
    "data",
    [b"", b"   ", b"<!-- x -->", b"<html></html>", b"<script>1</script>", b"<html><head><title>x</title></head></html>",
     b"<html><body><img src='https://courier.example/x.png'></body></html>", b"<html><body>\xc2\xa0</body></html>"],
)  # fmt: skip
def test_a_page_without_a_word(data: bytes) -> None:
    with pytest.raises(EmptySource):
        read(data)


def test_no_tag_at_all() -> None:
    assert body(read(TEXT[0])) == [TEXT[0]]


def test_zero_bytes_in_it() -> None:
    data = page().replace("Monday", "Mon\0day").encode()
    assert "Monday" in read(data).text


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = (
        '<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">'
        '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/"><script src="http://127.0.0.1:9/a.js"></script>'
    )
    inside = '<iframe src="http://127.0.0.1:9/f"></iframe><img src="http://127.0.0.1:9/i.png"><object data="http://127.0.0.1:9/o"></object>'
    assert body(read(page(head, inside))) == list(TEXT)


def test_it_can_be_cancelled() -> None:
    def stop(*_: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        html.read(page().encode(), "page.html", ReadAs(), stop)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes(share: float) -> None:
    data = page(text=TEXT * 1).encode()
    data = data[: int(len(data) * share)]
    try:
        article = read(data)
    except BriefingError:
        assert share < 0.3
        return
    for paragraph in body(article):
        assert any(each.startswith(paragraph) for each in (*TEXT, "Bridge at Velmora closes")), (
            paragraph
        )


@pytest.mark.parametrize(
    ("message", "kind"), [("unknown error (<string>, line 0)", MemoryError), ("odd", Damaged)]
)
def test_a_parser_without_memory_is_not_a_damaged_page(
    monkeypatch: pytest.MonkeyPatch, message: str, kind: type[Exception]
) -> None:
    """It cannot say what is wrong; the reading process turns it into its own error."""
    from lxml import etree
    from lxml import html as lxml_html

    def fail(*_: object, **__: object) -> None:
        raise etree.LxmlError(message)

    monkeypatch.setattr(lxml_html, "document_fromstring", fail)
    with pytest.raises(kind):
        read(page(LINE))

# ruff: noqa: E501 (mark-up is easier to read on one line)
"""Pages saved with all their parts."""

from __future__ import annotations

import base64
import quopri

import pytest

from briefing import readers
from briefing.errors import BriefingError, Damaged, EmptySource, PartsUnread
from briefing.model.article import Article, Role

TEXT = (
    "The council of Velmora said on Monday that the bridge over the Asken would be closed until spring.",
    "“We have waited long enough,” said Maren Tollefsen, who runs the bakery at the eastern end.",
    "Engineers found 14 cracks in the third pillar last week, according to a report seen by the paper.",
)
PAGE = (
    "<html><body><h1>Bridge closes</h1>"
    + "".join(f"<p>{each}</p>" for each in TEXT)
    + "</body></html>"
)
BARE = PAGE.replace("<h1>Bridge closes</h1>", "")


def part(data: bytes, kind: str, encoding: str, *headers: str) -> bytes:
    coded = (
        quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    )
    lines = (f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}", *headers, "", "")
    return "\r\n".join(lines).encode() + coded + b"\r\n"


def saved(
    *parts: bytes, start: str = "", subject: str = "Bridge closes at Velmora", end: bool = True
) -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/bridge\r\n"
        f"Subject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";{start}\r\n\tboundary="----B"\r\n\r\n\r\n'
    ).encode()
    return (
        head
        + b"".join(b"------B\r\n" + each for each in parts)
        + (b"------B--\r\n" if end else b"")
    )


def read(data: bytes, name: str = "page.mhtml") -> Article:
    return readers.read(data, name).article


def body(article: Article) -> tuple[str, ...]:
    return tuple(article.text_of(each) for each in article.paragraphs if each.role is Role.BODY)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_the_page_is_decoded(encoding: str, charset: str) -> None:
    data = saved(part(PAGE.encode(charset), f'text/html; charset="{charset}"', encoding))
    article = read(data)
    assert body(article) == TEXT
    assert article.format == ".mhtml"
    assert not article.notices


def test_where_it_was_saved_from_and_its_title() -> None:
    article = read(
        saved(
            part(BARE.encode(), "text/html", "base64"), subject="=?utf-8?Q?Br=C3=BCcke_gesperrt?="
        )
    )
    assert article.card.url == "https://courier.example/bridge"
    assert article.card.title == "Brücke gesperrt"
    cues = dict(article.card_cues)
    assert cues["url"] == "address it was saved from"
    assert cues["headline"] == "subject of the saved page"


def test_the_page_knows_its_title_better() -> None:
    assert read(saved(part(PAGE.encode(), "text/html", "base64"))).card.title == "Bridge closes"


def test_of_several_pages_the_one_that_was_open() -> None:
    frame = part(b"<html><body><p>An advertisement in a frame of its own.</p></body></html>", "text/html", "base64",
                 "Content-ID: <f@x>", "Content-Location: https://ads.example/f")  # fmt: skip
    page = part(
        PAGE.encode(),
        "text/html",
        "base64",
        "Content-ID: <p@x>",
        "Content-Location: https://courier.example/bridge",
    )
    picture = part(
        b"\x89PNG\r\n\x1a\n" * 50,
        "image/png",
        "base64",
        "Content-Location: https://courier.example/a.png",
    )
    assert body(read(saved(picture, frame, page))) == TEXT
    named = saved(picture, frame, page.replace(b"/bridge", b"/other"), start='\r\n\tstart="<p@x>";')
    assert body(read(named)) == TEXT


def test_a_single_page_is_no_multipart() -> None:
    data = b"Snapshot-Content-Location: https://courier.example/a\r\n" + part(
        PAGE.encode(), "text/html; charset=utf-8", "base64"
    )
    assert body(read(data)) == TEXT


def test_cut_off() -> None:
    whole = saved(part(PAGE.encode(), "text/html", "quoted-printable"), end=False)
    article = read(whole[: whole.index(b"Engineers")])
    assert body(article)[:2] == TEXT[:2]
    assert any(isinstance(each, PartsUnread) for each in article.notices)


@pytest.mark.parametrize("size", [0, 50, 200, 300])
def test_cut_off_before_the_page(size: int) -> None:
    with pytest.raises(BriefingError):
        read(saved(part(PAGE.encode(), "text/html", "base64"))[:size])


def test_without_a_page() -> None:
    with pytest.raises(Damaged):
        read(saved(part(b"\x89PNG", "image/png", "base64")))
    with pytest.raises(EmptySource):
        read(saved(part(b"", "text/html", "base64")))

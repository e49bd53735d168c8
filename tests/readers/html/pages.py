# ruff: noqa: E501 (mark-up is easier to read on one line)
"""Read a page as the program does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from briefing import readers
from briefing.model.article import Article, ReadAs, Role

TEXT = (
    "The council of Velmora said on Monday that the bridge over the Asken would be closed until spring.",
    "“We have waited long enough,” said Maren Tollefsen, who runs the bakery at the eastern end.",
    "Engineers found 14 cracks in the third pillar last week, according to a report seen by the paper.",
    "Buses will take another road from Thursday, and the ferry will run twice as often as it does now.",
)


def read(html: str | bytes, name: str = "page.html", how: ReadAs | None = None) -> Article:
    data = html.encode() if isinstance(html, str) else html
    return readers.read(data, name, how).article


def texts(article: Article, *roles: Role) -> list[str]:
    return [article.text_of(each) for each in article.paragraphs if each.role in (roles or Role)]


def body(article: Article) -> list[str]:
    return texts(article, Role.BODY)


def page(head: str = "", inside: str = "", text: Sequence[str] = TEXT) -> str:
    """A small page with an article of four paragraphs."""
    paragraphs = "".join(f"<p>{each}</p>" for each in text)
    return (
        f"<!DOCTYPE html><html><head><title>Bridge at Velmora closes | The Courier</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article>"
        f"<h1>Bridge at Velmora closes</h1>{inside}{paragraphs}</article>"
        f"<footer><p>About this paper and its owners</p></footer></body></html>"
    )


_NAMED = re.compile(
    r"(class|id|data-component|data-type|itemprop|role|data-testid)=(\"[^\"]*\"|'[^']*'|[^\s>]+)"
)
_TAGS = re.compile(r"<(/?)(?:aside|nav|footer|header|figure|figcaption|article|main|section)\b")


def nameless(html: str) -> str:
    """The page with every name in its mark-up replaced by one that tells nothing."""

    def hashed(found: re.Match[str]) -> str:
        return f'{found[1]}="c{hashlib.md5(found[2].encode()).hexdigest()[:6]}"'

    return _NAMED.sub(hashed, html)


def untagged(html: str) -> str:
    """The same without the tags that tell what a part is for."""
    return _TAGS.sub(r"<\1div", html)

# ruff: noqa: E501 (mark-up is easier to read on one line)
"""The source card: what a page tells of itself, and where."""

from __future__ import annotations

import json
from datetime import date

import pytest
from pages import page, read

from briefing.model.article import Article
from briefing.readers.html.source import day, persons, without_site


def cue(article: Article, field: str) -> str:
    return dict(article.card_cues).get(field, "")


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge at Velmora closes",
    "datePublished": "2024-03-05T00:30:00+05:00",
    "author": [{"@type": "Person", "name": "Maren Tollefsen"}, {"name": "Ikaro Dellwyn"}],
    "publisher": {"@type": "Organization", "name": "The Courier"},
    "inLanguage": "en-GB",
    "url": "https://courier.example/bridge",
    "dateline": "VELMORA",
}


def test_structured_data_tells_all() -> None:
    article = read(page(ld(NEWS)))
    card = article.card
    assert card.title == "Bridge at Velmora closes"
    assert card.authors == ("Maren Tollefsen", "Ikaro Dellwyn")
    assert card.outlet == "The Courier"
    assert card.published == date(2024, 3, 5)  # the day it was there, whatever it was in Greenwich
    assert card.language == "en-GB"
    assert card.url == "https://courier.example/bridge"
    assert card.place == "VELMORA"
    assert cue(article, "published") == "JSON-LD datePublished"
    assert cue(article, "author") == "JSON-LD author"
    assert cue(article, "headline") == "h1"


@pytest.mark.parametrize(
    "data",
    [
        [NEWS],
        {"@graph": [{"@type": "WebSite", "name": "x"}, NEWS]},
        {**NEWS, "@type": ["ReportageNewsArticle", "Thing"]},
        {"@type": "WebPage", "mainEntity": NEWS},
    ],
    ids=["list", "graph", "types", "main entity"],
)
def test_wherever_it_lies(data: object) -> None:
    assert read(page(ld(data))).card.outlet == "The Courier"


def test_of_several_items_the_one_of_this_page() -> None:
    other = {**NEWS, "headline": "Another story altogether", "author": "Somebody Else"}
    assert read(page(ld([other, NEWS]))).card.authors == ("Maren Tollefsen", "Ikaro Dellwyn")


@pytest.mark.parametrize(
    "script",
    ["{", "null", "[]", "[[[[", '{"@type": 5}', '{"@type":"NewsArticle","author":{"name":[]}}',
     '{"@type":"NewsArticle","author":7,"publisher":[],"datePublished":{},"headline":[]}'],
)  # fmt: skip
def test_broken_data_is_no_obstacle(script: str) -> None:
    article = read(page(f'<script type="application/ld+json">{script}</script>'))
    assert article.card.title == "Bridge at Velmora closes"


def test_data_in_a_comment_or_with_line_ends() -> None:
    text = json.dumps(NEWS).replace("VELMORA", "VEL\nMORA")
    script = f'<script type="application/ld+json">//<![CDATA[\n{text}\n//]]></script>'
    assert read(page(script)).card.outlet == "The Courier"


@pytest.mark.parametrize(
    ("head", "field", "value", "where"),
    [
        ('<meta property="og:site_name" content="The Courier">', "outlet", "The Courier", "og:site_name"),
        ('<meta name="application-name" content="The Courier">', "outlet", "The Courier", "meta application-name"),
        ('<meta name="DC.publisher" content="The Courier">', "outlet", "The Courier", "meta dc.publisher"),
        ('<meta property="article:published_time" content="2024-03-05T23:30:00-05:00">', "published", "2024-03-05",
         "article:published_time"),
        ('<meta name="parsely-pub-date" content="2024-03-05T07:30:00Z">', "published", "2024-03-05", "meta parsely-pub-date"),
        ('<meta name="DC.date.issued" content="2024-03-05">', "published", "2024-03-05", "meta dc.date.issued"),
        ('<meta name="citation_publication_date" content="2024/03/05"><meta name="date" content="5 March 2024">', "published",
         "2024-03-05", "meta date"),
        ('<meta name="pubdate" content="20240305">', "published", "2024-03-05", "meta pubdate"),
        ('<meta name="author" content="By Maren Tollefsen">', "author", "Maren Tollefsen", "meta author"),
        ('<meta name="parsely-author" content="Maren Tollefsen">', "author", "Maren Tollefsen", "meta parsely-author"),
        ('<meta name="byl" content="By Maren Tollefsen and Ikaro Dellwyn">', "author", "Maren Tollefsen; Ikaro Dellwyn",
         "meta byl"),
        ('<meta name="dc.creator" content="Maren Tollefsen">', "author", "Maren Tollefsen", "meta dc.creator"),
        ('<meta name="citation_author" content="Maren Tollefsen"><meta name="citation_author" content="Ikaro Dellwyn">', "author",
         "Maren Tollefsen; Ikaro Dellwyn", "meta citation_author"),
        ('<link rel="canonical" href="https://courier.example/a">', "url", "https://courier.example/a", "canonical link"),
        ('<link rel="canonical" href="/a"><meta property="og:url" content="https://courier.example/b">', "url",
         "https://courier.example/b", "og:url"),
        ('<meta property="og:locale" content="en_US">', "language", "en-US", "og:locale"),
        ('<meta http-equiv="Content-Language" content="en">', "language", "en", "meta content-language"),
    ],
)  # fmt: skip
def test_meta_elements(head: str, field: str, value: str, where: str) -> None:
    article = read(page(head))
    assert article.card.value(field) == value
    assert cue(article, field) == where


def test_a_time_element_and_a_marked_author() -> None:
    inside = '<p class="byline"><a rel="author" href="/m">Maren Tollefsen</a> <time datetime="2024-03-05">5 March</time></p>'
    article = read(page(inside=inside))
    assert article.card.published == date(2024, 3, 5)
    assert cue(article, "published") == "time"
    assert article.card.authors == ("Maren Tollefsen",)


def test_the_address_a_browser_saved_it_from() -> None:
    html = (
        "<!DOCTYPE html>\n<!-- saved from url=(0031)https://courier.example/bridge -->\n" + page()
    )
    article = read(html)
    assert article.card.url == "https://courier.example/bridge"
    assert cue(article, "url") == "address it was saved from"


def test_a_language_that_the_text_is_not_in_is_not_believed() -> None:
    article = read(page().replace("<html>", '<html lang="ru">'))
    assert article.card.language == "en"


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Bridge at Velmora closes | The Courier", "", "Bridge at Velmora closes"),
        ("Bridge at Velmora closes - The Courier", "The Courier", "Bridge at Velmora closes"),
        ("Bridge at Velmora closes - again", "The Courier", "Bridge at Velmora closes - again"),
        ("Velmora – a city without a bridge", "", "Velmora – a city without a bridge"),
        (
            "Bridge at Velmora closes | News | The Courier",
            "The Courier",
            "Bridge at Velmora closes",
        ),
        (
            "The Courier: Bridge at Velmora closes",
            "The Courier",
            "The Courier: Bridge at Velmora closes",
        ),
        ("The Courier - Bridge at Velmora closes", "The Courier", "Bridge at Velmora closes"),
        ("Yes | No", "", "Yes | No"),
    ],
)
def test_titles_without_their_site(title: str, outlet: str, expected: str) -> None:
    assert without_site(title, outlet) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Maren Tollefsen", ["Maren Tollefsen"]),
        ("Maren Tollefsen, Ikaro Dellwyn and Osei Brandt", ["Maren Tollefsen", "Ikaro Dellwyn", "Osei Brandt"]),
        ("Maren Tollefsen, Environment Correspondent", ["Maren Tollefsen"]),
        ("https://courier.example/author/maren", []),
        ("The Courier", []),
        ("admin", []),
        ("Maren Tollefsen (maren@courier.example)", ["Maren Tollefsen"]),
        ("Олена Коваль", ["Олена Коваль"]),
        ("<b>Maren</b> Tollefsen", ["Maren Tollefsen"]),
    ],
)  # fmt: skip
def test_authors_are_names_only(text: str, expected: list[str]) -> None:
    assert persons(text, "The Courier") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05T23:59:59-08:00", date(2024, 3, 5)),
        ("2024-03-05", date(2024, 3, 5)),
        ("March 5, 2024", date(2024, 3, 5)),
        ("Tue, 05 Mar 2024 07:30:00 GMT", date(2024, 3, 5)),
        ("2024-13-05", None),
        ("0000-00-00", None),
        ("03/05/2024", None),  # two days
        ("1709622000", None),
        ("", None),
    ],
)
def test_days(text: str, expected: date | None) -> None:
    assert day(text) == expected

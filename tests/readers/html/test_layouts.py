"""The article is found on a page, in whatever layout it stands."""

from __future__ import annotations

import statistics
from collections.abc import Callable

import pytest
from layouts import LAYOUTS, Page
from pages import nameless, read, texts, untagged
from scoring import f1
from stories import story

from briefing.model.article import Article, Role

LANGUAGES = ("ru", "de", "zh", "ar", "fr")
LESS = {"embedded_posts": 0.93, "government": 0.94, "tabloid": 0.94, "hashed_classes": 0.94}
"""Where what is the text is a matter of opinion: a post's date, a lead, points above the text."""


def found(article: Article) -> list[str]:
    """Text and sub-headings, without the headline."""
    return [
        article.text_of(each)
        for each in article.paragraphs
        if each.role is Role.BODY
        or (each.role is Role.HEADING and not each.cue.startswith(("headline", "standfirst")))
    ]


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("seed", [11, 12])
def test_the_text_is_found_whole_and_alone(name: str, seed: int) -> None:
    made = LAYOUTS[name](story(seed * 37))
    assert f1(found(read(made.html)), made.gold) >= LESS.get(name, 0.96)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["wordpress", "paragraphs_as_divs", "interrupted", "short_news"])
def test_in_other_languages(name: str, language: str) -> None:
    made = LAYOUTS[name](story(7, 9, language))
    article = read(made.html)
    assert f1(found(article), made.gold) >= 0.95
    assert (article.card.language or "").partition("-")[0] == language


@pytest.mark.parametrize(
    ("change", "least"),
    [(lambda html: html, 0.99), (nameless, 0.98), (lambda html: untagged(nameless(html)), 0.97)],
    ids=["as written", "without names", "without names and sections"],
)
def test_on_average(change: Callable[[str], str], least: float) -> None:
    """The mark-up's words help, and what they tell is not all that is known."""
    scores = [f1(found(read(change(each.html))), each.gold) for each in made_pages()]
    assert statistics.mean(scores) >= least
    assert min(scores) > 0.5


def made_pages() -> list[Page]:
    return [make(story(1000 + number)) for number, make in enumerate(LAYOUTS.values())]


@pytest.mark.parametrize("name", ["semantic", "text_blocks", "sections_apart", "live_blog"])
def test_sub_headings_are_headings(name: str) -> None:
    made = LAYOUTS[name](story(5))
    assert set(made.subheads) <= set(texts(read(made.html), Role.HEADING))


@pytest.mark.parametrize("name", ["semantic", "wordpress", "captions_everywhere", "local_paper"])
def test_captions_are_kept_with_their_role(name: str) -> None:
    made = LAYOUTS[name](story(5))
    captions = " ".join(texts(read(made.html), Role.CAPTION))
    assert all(each in captions for each in made.captions)


@pytest.mark.parametrize(
    "name", [each for each in LAYOUTS if each not in ("spans_only", "unclosed")]
)
def test_the_headline_comes_first(name: str) -> None:
    news = story(21)
    article = read(LAYOUTS[name](news).html)
    assert news.headline in article.card.title
    if name not in ("old_table", "live_blog", "no_html_tag"):
        assert article.paragraphs[0].role is Role.HEADING
        assert article.paragraphs[0].cue.startswith("headline")


@pytest.mark.parametrize("name", LAYOUTS)
def test_other_stories_stay_out(name: str) -> None:
    """Not even with a role: they are no part of this article."""
    if name in ("live_blog", "numbered_sections", "question_answer"):
        pytest.skip("their headings are of the bank that teasers have")
    news = story(31)
    article = read(LAYOUTS[name](news).html)
    assert not any(text in article.text for _, text in news.teasers)
    assert not any(text in article.text for text in news.comments)
    assert "All rights reserved" not in article.text

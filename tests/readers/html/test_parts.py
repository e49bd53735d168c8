# ruff: noqa: E501 (mark-up is easier to read on one line)
"""What stands in and around the text: roles, hidden parts, inline elements, what is left out."""

from __future__ import annotations

from layouts import LAYOUTS
from pages import TEXT, body, page, read, texts
from stories import story

from briefing.errors import PagePartsLeftOut
from briefing.model.article import Role


def cues(html: str, role: Role) -> dict[str, str]:
    article = read(html)
    return {article.text_of(each): each.cue for each in article.paragraphs if each.role is role}


def test_a_caption_and_its_credit_are_one() -> None:
    inside = "<figure><img src=a><figcaption><span>The bridge in fog.</span> <small class='credit'>Osei Brandt/Norfoto</small></figcaption></figure>"
    assert cues(page(inside=inside), Role.CAPTION) == {
        "The bridge in fog. Osei Brandt/Norfoto": "figcaption"
    }


def test_a_caption_in_two_elements() -> None:
    inside = "<div class='image'><div class='caption'>The bridge in fog.</div><div class='credit'>Osei Brandt/Norfoto</div></div>"
    assert list(cues(page(inside=inside), Role.CAPTION)) == [
        "The bridge in fog. Osei Brandt/Norfoto"
    ]


def test_byline_and_date_above_the_text() -> None:
    inside = "<div class='byline'>By <a href=/m>Maren Tollefsen</a>, 5 March 2024</div>"
    found = cues(page(inside=inside), Role.BYLINE)
    assert list(found) == ["By Maren Tollefsen, 5 March 2024"]


def test_a_standfirst_apart_is_no_text() -> None:
    """Where it stands among the paragraphs and every library takes it, it is text all the same."""
    news = story(3)
    found = cues(LAYOUTS["standfirst_apart"](news).html, Role.HEADING)
    assert found[news.standfirst].startswith("standfirst")


def test_a_link_between_paragraphs_keeps_its_place_and_is_no_text() -> None:
    text = (
        *TEXT[:2],
        '<a href="/x">Ferry captain tells of his winter on the Asken river</a>',
        *TEXT[2:],
    )
    article = read(page(text=text))
    assert body(article) == list(TEXT)
    assert texts(article, Role.RELATED) == ["Ferry captain tells of his winter on the Asken river"]


def test_who_wrote_it_is_told_under_the_text() -> None:
    text = (*TEXT, "Ikaro Dellwyn is a staff writer at The Courier. He lives in Kastrel.")
    article = read(page(text=text))
    assert body(article) == list(TEXT)
    assert texts(article, Role.NOTICE) == [text[-1]]


def test_a_list_item_is_text_however_short() -> None:
    html = page().replace(
        "</article>",
        "<ul><li>A toll of two crowns</li><li>A new lock at Kastrel</li></ul></article>",
    )
    assert body(read(html))[-2:] == ["A toll of two crowns", "A new lock at Kastrel"]


def test_a_row_of_a_table_is_a_line() -> None:
    table = (
        "<table><tr><th>Bridge</th><th>Built</th></tr><tr><td>Asken</td><td>1931</td></tr></table>"
    )
    html = page().replace(f"<p>{TEXT[2]}</p>", f"<p>{TEXT[2]}</p>{table}")
    found = body(read(html))
    assert found[3:5] == ["Bridge | Built", "Asken | 1931"]


def test_what_is_hidden_is_not_read() -> None:
    hidden = "A paragraph that nobody sees on the page, though it is in the file of it."
    for how in (
        "style='display: none'",
        "hidden",
        "style='color:red; visibility:hidden'",
        "class='sr-only'",
    ):
        inside = f"<div {how}><p>{hidden}</p></div>"
        assert hidden not in read(page(inside=inside)).text, how
    for tag in ("template", "noscript", "script", "iframe"):
        assert hidden not in read(page(inside=f"<{tag}><p>{hidden}</p></{tag}>")).text, tag


def test_a_text_that_is_hidden_until_a_click_is_read() -> None:
    html = page(text=TEXT * 1).replace("<article>", "<article style='display:none'>")
    assert body(read(html)) == list(TEXT)


def test_a_page_under_a_window_that_was_open_when_it_was_saved() -> None:
    html = (
        page()
        .replace("<body>", "<body><div aria-hidden='true'>")
        .replace("</body>", "</div><div>Accept?</div></body>")
    )
    assert body(read(html)) == list(TEXT)


def test_words_are_neither_joined_nor_parted() -> None:
    text = (
        "<span class='dropcap'>T</span>he mayor spoke on Sunday of <a href=/a>the bridge</a>, the <em>oldest</em> in the land.",
        "Water stood at 3 m<sup>2</sup> and H<sub>2</sub>O ran in un&shy;der&shy;ground pipes; he said<br>nothing more.",
        "It is called <q>the Asken</q> in every book of the old library.\n     Nobody knows why,\n     she said.",
    )
    assert body(read(page(text=(*text, *TEXT))))[:3] == [
        "The mayor spoke on Sunday of the bridge, the oldest in the land.",
        "Water stood at 3 m2 and H2O ran in underground pipes; he said nothing more.",
        "It is called “the Asken” in every book of the old library. Nobody knows why, she said.",
    ]


def test_line_breaks_part_paragraphs() -> None:
    joined = "<br><br>".join(TEXT)
    html = f"<html><body><h1>Bridge at Velmora closes</h1><div>{joined}</div></body></html>"
    assert body(read(html)) == list(TEXT)


def test_a_text_twice_on_the_page_is_read_once() -> None:
    html = page().replace(
        "</article>",
        "</article><article>" + "".join(f"<p>{each}</p>" for each in TEXT) + "</article>",
    )
    assert body(read(html)) == list(TEXT)


def test_what_is_left_out_is_counted() -> None:
    more = "".join(
        f"<li><a href='/{n}'>Another story of the day, number {n}</a></li>" for n in range(9)
    )
    notices = read(page().replace("</nav>", f"<ul>{more}</ul></nav>")).notices
    assert [each.words for each in notices if isinstance(each, PagePartsLeftOut)] == [71]


def test_a_page_that_is_nearly_its_article_has_no_notice() -> None:
    assert not read(page()).notices


def test_a_page_without_an_article_is_read_whole() -> None:
    html = "<html><body><h1>Log in</h1><p>Your name</p><p>Your password</p></body></html>"
    assert texts(read(html)) == ["Log in", "Your name", "Your password"]


def test_data_that_shows_more_than_the_page() -> None:
    import json

    data = {"@type": "NewsArticle", "headline": "Bridge at Velmora closes",
            "articleBody": "<p>" + "</p><p>".join(TEXT * 1) + "</p>"}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert body(read(page(head, text=("Loading",)))) == list(TEXT)

# ruff: noqa: E501 (mark-up is easier to read on one line)
"""Pages whose names mislead, whose text is short or folded, and whose readers write more than it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import body, read, texts
from scoring import f1
from stories import Story, story

from briefing.model.article import Role
from briefing.progress import unchecked
from briefing.readers.html import parsing
from briefing.readers.html.blocks import outline
from briefing.readers.html.choosing import Votes, choose
from briefing.readers.html.votes import vote

NEWS = story(4242, 9)
NAMES = ("Anonymous", "old_salt", "SallyT", "Zed", "Linnet", "PlatformNine", "Mrs Pell", "ghost")


def ps(texts: list[str] | tuple[str, ...], attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{each}</p>" for each in texts)


def page(inside: str, news: Story = NEWS, head: str = "") -> str:
    links = "".join(f"<a href='/{n}'>{n}</a> " for n in ("Home", "World", "Sport", "Weather"))
    return (
        f"<html><head><title>{news.headline} - The Courier</title>{head}</head><body><div>{links}</div>"
        f"{inside}<div class='footer'>© 2014 The Courier. All rights reserved.</div></body></html>"
    )


def comments(count: int = 8, between: str = "<p><b>{name}</b> 12:04</p><p>{text}</p>") -> str:
    return "".join(
        between.format(name=NAMES[at % len(NAMES)], text=text)
        for at, text in enumerate(list(NEWS.comments[:count]))
    )


def teasers(make: str = "<li><a href='/x'>{title}</a> <span>{text}</span></li>") -> str:
    return "".join(make.format(title=title, text=text) for title, text in NEWS.teasers)


@pytest.mark.parametrize(
    "name",
    [
        "read-more",
        "content-wrapper related",
        "teaser",
        "collection",
        "newsletter-body",
        "share-wrap",
        "next",
        "gallery",
    ],
)
@pytest.mark.parametrize("count", [3, 8])
def test_a_name_that_misleads(name: str, count: int) -> None:
    text = NEWS.paragraphs[:count]
    html = page(
        f"<h1>{NEWS.headline}</h1><div class='{name}'>{ps(text)}</div><ul class='list'>{teasers()}</ul>"
        f"<div class='x'><h3>Comments</h3>{comments()}</div>"
    )
    assert f1(body(read(html)), text) > 0.95


@pytest.mark.parametrize(
    "fold",
    [
        "<div style='display:none' id='more'>{}</div>",
        "<div hidden class='read-more-content'>{}</div>",
        "{}",
    ],
)
def test_what_a_click_would_show(fold: str) -> None:
    text = NEWS.paragraphs
    hidden = ps(text[3:], " style='display: none'" if fold == "{}" else "")
    html = page(
        f"<h1>{NEWS.headline}</h1><div class='a'>{ps(text[:3])}{fold.format(hidden)}</div><div><a href='#'>Read all</a></div>"
    )
    assert body(read(html)) == list(text)


def test_what_is_hidden_between_paragraphs_stays_out() -> None:
    text = NEWS.paragraphs
    other = f"<p style='display:none'>{NEWS.comments[0]}</p>"
    html = page(f"<h1>{NEWS.headline}</h1><div class='a'>{ps(text[:3])}{other}{ps(text[3:])}</div>")
    assert body(read(html)) == list(text)


@pytest.mark.parametrize(
    "label",
    [
        "Your say",
        "Letters",
        "Readers' letters",
        "Réactions (5)",
        "精选留言",
        "Leserbriefe",
        "Opinions",
        "What do you think?",
        "Comments (12)",
        "Forum - Diskutieren Sie mit",
        "Have your say",
        "8 Comments",
        "Комментарии: 8",
    ],
)
@pytest.mark.parametrize(
    "box",
    [
        "<h3>{label}</h3>{all}",
        "<div class='q'><div><h4>{label}</h4></div><div>{all}</div></div>",
        "<p class='k'><b>{label}</b></p>{all}",
    ],
)
def test_what_readers_wrote(label: str, box: str) -> None:
    text = NEWS.paragraphs[:4]
    html = page(
        f"<h1>{NEWS.headline}</h1><div class='b'>{ps(text)}</div>"
        + box.format(label=label, all=comments(8, "<p>{name}: {text}</p>"))
    )
    assert body(read(html)) == list(text)


@pytest.mark.parametrize(
    "mark",
    [
        "<div><a href='#'>Reply</a> <a href='#'>Report</a></div>",
        "<div>回复</div>",
        "<p><a href='#'>Antworten</a></p>",
    ],
)
def test_what_readers_wrote_without_a_heading(mark: str) -> None:
    text = NEWS.paragraphs[:3]
    all_of_it = comments(8, "<div><div>{name}</div><p>{text}</p>" + mark + "</div>")
    html = page(f"<h1>{NEWS.headline}</h1><div>{ps(text)}</div><div>{all_of_it}</div>")
    assert body(read(html)) == list(text)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(
    "make",
    [
        "<li>{text}</li>",
        "<div><h3>{title}</h3><p>{text}</p></div>",
        "<p><a href='/x'>{title}</a><br>{text}</p>",
        "<td><b>{title}</b> {text}</td>",
        "<div class='s'><a href='/x'><h4>{title}</h4></a><div>{text}</div></div>",
    ],
)
def test_a_very_short_article(count: int, make: str) -> None:
    text = NEWS.paragraphs[:count]
    head = f'<meta property="og:description" content="{text[0]}"><meta property="og:title" content="{NEWS.headline}">'
    html = page(
        f"<div class='m'><h1>{NEWS.headline}</h1><div class='c'>{ps(text)}</div></div><div class='n'>{teasers(make)}</div>",
        head=head,
    )
    assert f1(body(read(html)), text) > 0.9


def test_a_very_short_article_with_many_comments() -> None:
    text = NEWS.paragraphs[:2]
    html = page(
        f"<div class='m'><h1>{NEWS.headline}</h1>{ps(text)}</div><div class='n'><h3>What do you think?</h3>{comments()}</div><ul>{teasers()}</ul>"
    )
    assert body(read(html)) == list(text)


@pytest.mark.parametrize(
    "date",
    [
        "21.10.2009, среда, 14:02",
        "15 March 2012 Last updated at 00:14",
        "2010年10月21日07:12",
        "2009-10-21 14:02:11",
    ],
)
def test_a_date_is_neither_headline_nor_text(date: str) -> None:
    text = NEWS.paragraphs
    html = (
        f"<html><head><title>Courier.example: World: {NEWS.headline}</title></head><body><table><tr><td><div>{date}</div><h2>{NEWS.headline}</h2>"
        f"{ps(text)}<p class='links'>Ссылки по теме<br>- <a href='/1'>{NEWS.teasers[0][0]}</a> - 19.10.2009<br>- <a href='/2'>{NEWS.teasers[1][0]}</a></p></td></tr></table></body></html>"
    )
    article = read(html)
    assert article.card.title == NEWS.headline
    assert body(article) == list(text)


@pytest.mark.parametrize(
    "bio",
    [
        "Ottla Marn is writing a history of string. She lives by the sea.",
        "Ottla Marn writes about boats and covers the coast for this paper.",
    ],
)
def test_the_author_at_the_end(bio: str) -> None:
    html = page(
        f"<h1>{NEWS.headline}</h1><p class='byline'>By Ottla Marn</p><div>{ps(NEWS.paragraphs)}<p><i>{bio}</i></p></div>"
    )
    article = read(html)
    assert body(article) == list(NEWS.paragraphs)
    assert bio in texts(article, Role.NOTICE)


def test_small_ads_below_the_text() -> None:
    ads = "".join(f"<p>À vendre: {text}</p>" for _, text in NEWS.teasers)
    html = page(
        f"<h1>{NEWS.headline}</h1><div>{ps(NEWS.paragraphs[:5])}</div><div><div><b>Petites annonces</b></div>{ads}</div>"
    )
    assert body(read(html)) == list(NEWS.paragraphs[:5])


def test_comments_in_chinese() -> None:
    news = story(7, 5, "zh")
    others = "".join(
        f"<div><div>网友{n}</div><p>{text}</p></div>"
        for n, text in enumerate(story(8, 9, "zh").paragraphs)
    )
    html = page(
        f"<h1>{news.headline}</h1><div>{ps(news.paragraphs)}</div><div><div>最新</div>{others}</div>",
        news,
    )
    assert body(read(html)) == list(news.paragraphs)


def test_a_text_in_two_parts_of_one_name() -> None:
    text = NEWS.paragraphs
    box = f"<div class='inline'><div><h3>Related</h3><h6><a href='/x'>{NEWS.teasers[0][0]}</a></h6></div></div>"
    html = page(
        f"<h1>{NEWS.headline}</h1><div class='part'>{ps(text[:3])}</div>{box}<div class='part'>{ps(text[3:])}</div>"
    )
    assert body(read(html)) == list(text)


def test_text_goes_on_under_related_links() -> None:
    text = NEWS.paragraphs
    html = page(
        f"<h1>{NEWS.headline}</h1><div>{ps(text[:4])}<h3>Related</h3><ul>{teasers('<li><a href=/x>{title}</a></li>')}</ul>{ps(text[4:])}</div>"
    )
    assert body(read(html)) == list(text)


def test_a_count_of_comments_above_the_text_opens_nothing() -> None:
    html = page(f"<div><h1>{NEWS.headline}</h1><p>12 Comments</p>{ps(NEWS.paragraphs)}</div>")
    assert body(read(html)) == list(NEWS.paragraphs)


def test_lines_between_paragraphs_that_stop_nothing() -> None:
    text = NEWS.paragraphs
    between = ["<p>ADVERTISEMENT</p>", "<p>Story continues below</p>", "<div>Advertisement</div>"]
    html = page(
        f"<h1>{NEWS.headline}</h1><div>{ps(text[:2])}{between[0]}{ps(text[2:4])}{between[1]}{ps(text[4:6])}{between[2]}{ps(text[6:])}</div>"
    )
    assert body(read(html)) == list(text)


@pytest.mark.parametrize(
    "make",
    [
        "<div><p><b>{name}</b> 12:04</p><p>{text}</p></div>",
        "<li><b>{name}</b> <i>May 4, 2015 at 3:02 pm</i><p>{text}</p></li>",
        "<div>{name}, vor 3 Stunden</div><div>{text}</div>",
    ],
)
def test_what_others_signed(make: str) -> None:
    text = NEWS.paragraphs[:3]
    html = page(
        f"<div><h1>{NEWS.headline}</h1><div>{ps(text)}</div></div><ul>{comments(8, make)}</ul>"
    )
    assert body(read(html)) == list(text)


def test_times_of_a_live_report_sign_nothing() -> None:
    lead, rest = NEWS.paragraphs[:2], NEWS.paragraphs[2:]
    blocks = "".join(
        f"<div><p>1{at}:00 Update</p><p>{text}</p></div>" for at, text in enumerate(rest)
    )
    html = page(f"<h1>{NEWS.headline}</h1><div>{ps(lead)}</div><div>{blocks}</div>")
    assert set(NEWS.paragraphs) <= set(body(read(html)))


@pytest.mark.parametrize("heading", ["Reactions", "Forum", "Letters", "Jobs"])
def test_a_sub_heading_of_one_word(heading: str) -> None:
    text = NEWS.paragraphs
    html = page(
        f"<h1>{NEWS.headline}</h1><div>{ps(text[:4])}<h2>{heading}</h2>{ps(text[4:])}</div>"
    )
    assert body(read(html)) == list(text)


def test_links_in_a_text_of_lines_are_counted_where_they_stand() -> None:
    links = "<br>".join(f"<a href='/x'>{title}</a>" for title, _ in NEWS.teasers)
    html = page(
        f"<h1>{NEWS.headline}</h1><div>{'<br><br>'.join(NEWS.paragraphs)}<br><br><b>More on it</b><br>{links}</div>"
    )
    assert body(read(html)) == list(NEWS.paragraphs)


def test_hidden_text_that_all_take_for_the_article_is_shown_whatever_is_around_it() -> None:
    text = NEWS.paragraphs
    html = page(
        f"<div class='big-modal'><h1>{NEWS.headline}</h1><div class='read-more'>"
        f"<div>{ps(text[:2])}</div><div class='rest' style='display:none'><div>{ps(text[2:])}</div>"
        f"</div></div></div>"
    )
    assert body(read(html)) == list(text)


def chosen(html: str, voted: Sequence[str]) -> list[str]:
    """The body, where both libraries take the same for the article."""
    outline_ = outline(parsing.tree(html, ""), "", unchecked)
    headline = next(each.index for each in outline_.blocks if each.tag == "h1")
    own = vote(voted)
    made = choose(outline_, Votes(own, own), headline)
    return [outline_.blocks[each].text for each in sorted(made.body)]


@pytest.mark.parametrize(("name", "shown"), [("newsletter", False), ("rest", True)])
def test_hidden_text_that_all_vote_for(name: str, shown: bool) -> None:
    text = NEWS.paragraphs
    rest = f"<div class='{name}' style='display:none'>{ps(text[6:])}</div>"
    html = page(f"<article><h1>{NEWS.headline}</h1>{ps(text[:6])}{rest}</article>")
    assert chosen(html, text) == list(text if shown else text[:6])


def test_a_line_that_ends_its_box_opens_nothing() -> None:
    text = NEWS.paragraphs
    title, teaser = NEWS.teasers[0]
    box = f"<aside><h6><a href='/x'>{title}</a></h6><p>{teaser}</p><span>Read more</span></aside>"
    html = page(f"<article><h1>{NEWS.headline}</h1>{ps(text[:6])}{box}{ps(text[6:])}</article>")
    assert body(read(html)) == list(text)


def test_a_first_paragraph_that_nobody_votes_for() -> None:
    text = NEWS.paragraphs
    html = page(
        f"<h1>{NEWS.headline}</h1><section class='article-body'><div class='lead-media'>"
        f"<p>{text[0]}</p></div>{''.join(f'<div>{each}</div>' for each in text[1:])}</section>"
    )
    assert chosen(html, text[1:]) == list(text)

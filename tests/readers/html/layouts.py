# ruff: noqa: E501 (mark-up is easier to read on one line)
"""Pages in as many layouts as news sites have, each with the text of its article.

The mark-up follows what publishing systems write; the news is invented (``stories``). A layout
is a function of a story that gives a ``Page``; ``LAYOUTS`` has them by name.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape as e

from stories import Story


@dataclass(frozen=True, slots=True)
class Page:
    html: str
    gold: tuple[str, ...]
    """The article's paragraphs, list items, quotes and sub-headings, in order."""
    subheads: tuple[str, ...] = ()
    """Which of those are sub-headings."""
    captions: tuple[str, ...] = ()


Layout = Callable[[Story], Page]
LAYOUTS: dict[str, Layout] = {}


def layout(made: Layout) -> Layout:
    LAYOUTS[made.__name__] = made
    return made


# ---------------------------------------------------------------- what stands around

SITE = "The Velmora Courier"


def head(s: Story, extra: str = "", outlet: str = SITE) -> str:
    return (
        f'<!DOCTYPE html><html lang="{s.language}"><head><meta charset="utf-8">'
        f"<title>{e(s.headline)} | {outlet}</title>"
        f'<meta property="og:title" content="{e(s.headline)}">'
        f'<meta property="og:site_name" content="{outlet}">'
        f'<meta name="description" content="{e(s.standfirst)}">'
        f'<meta property="article:published_time" content="{s.published}T07:30:00+01:00">'
        f"<style>.a{{color:red}} .hidden{{display:none}}</style><script>var a = '<p>no</p>';</script>"
        f"{extra}</head>"
    )


def nav() -> str:
    names = ("Home", "World", "Politics", "Business", "Sport", "Culture", "Weather", "Opinion")
    items = "".join(f'<li><a href="/{n.lower()}">{n}</a></li>' for n in names)
    return (
        '<header class="site-header"><a class="logo" href="/">The Velmora Courier</a>'
        f'<nav class="main-nav"><ul>{items}</ul></nav><form class="search"><input name="q">'
        '<button>Search</button></form><a href="/login">Sign in</a></header>'
    )


def footer() -> str:
    return (
        '<footer class="site-footer"><ul><li><a href="/about">About us</a></li>'
        '<li><a href="/contact">Contact the newsroom</a></li><li><a href="/privacy">Privacy</a></li></ul>'
        "<p>© 2024 Courier Media Group. All rights reserved. Registered in Velmora under number 8812. "
        "No part of this site may be reproduced without written permission of the publisher.</p></footer>"
    )


def cookies() -> str:
    return (
        '<div id="cookie-banner" class="cookie-consent"><h2>We value your privacy</h2><p>We and our 812 '
        "partners store and access information on a device, such as cookies, and process personal data, "
        "such as unique identifiers, to show you personalised advertising and content.</p><p>You can change "
        "your choices at any time in our privacy centre. Some vendors may process your data on the basis of "
        "legitimate interest.</p><button>Accept all</button><button>Reject</button></div>"
    )


def newsletter() -> str:
    return (
        '<div class="newsletter-signup"><h3>The Morning Courier</h3><p>Our editors pick the stories that '
        'matter and send them to your inbox every weekday at seven.</p><form><input type="email">'
        "<button>Sign up</button></form><p>By signing up you agree to our terms of use.</p></div>"
    )


def share() -> str:
    return (
        '<div class="social-share"><span>Share this article</span><ul><li><a href="#">Facebook</a></li>'
        '<li><a href="#">X</a></li><li><a href="#">Copy link</a></li></ul></div>'
    )


def sidebar(s: Story) -> str:
    items = "".join(
        f'<div class="teaser"><h4><a href="/s/{i}">{e(t)}</a></h4><p>{e(p)}</p></div>'
        for i, (t, p) in enumerate(s.teasers[:5])
    )
    popular = "".join(f'<li><a href="/r/{i}">{e(t)}</a></li>' for i, t in enumerate(s.related))
    return (
        f'<aside class="sidebar"><section><h3>Latest news</h3>{items}</section>'
        f'<section class="most-read"><h3>Most read</h3><ol>{popular}</ol></section></aside>'
    )


def related(s: Story, title: str = "Related stories", cls: str = "related-articles") -> str:
    items = "".join(f'<li><a href="/r/{i}">{e(t)}</a></li>' for i, t in enumerate(s.related))
    return f'<div class="{cls}"><h3>{title}</h3><ul>{items}</ul></div>'


def cards(s: Story, title: str = "More from World") -> str:
    items = "".join(
        f'<article class="card"><a href="/s/{i}"><img src="{i}.jpg" alt=""><h3>{e(t)}</h3></a>'
        f'<p>{e(p)}</p><time datetime="2024-03-0{i + 1}">{i + 1} March</time></article>'
        for i, (t, p) in enumerate(s.teasers)
    )
    return f'<section class="more-stories"><h2>{title}</h2>{items}</section>'


def comments(s: Story) -> str:
    items = "".join(
        f'<li class="comment"><div class="comment-author">reader{i}</div><div class="comment-body">'
        f"<p>{e(c)}</p></div><a>Reply</a></li>"
        for i, c in enumerate(s.comments)
    )
    return f'<div id="comments" class="comments-area"><h3>{len(s.comments)} comments</h3><ol class="comment-list">{items}</ol></div>'


def bio(s: Story) -> str:
    return f'<div class="author-bio"><img src="a.jpg" alt=""><h4>About the author</h4><p>{e(s.bio)}</p></div>'


def ad() -> str:
    return '<div class="ad-slot" id="div-gpt-ad-3"><span>Advertisement</span><script>ads.push(3)</script></div>'


def figure(s: Story, number: int = 0) -> str:
    return f'<figure><img src="f{number}.jpg" alt="a picture"><figcaption>{e(s.captions[number])}</figcaption></figure>'


def ps(texts: tuple[str, ...], attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{e(t)}</p>" for t in texts)


def ld(s: Story, **more: object) -> str:
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": s.headline,
        "datePublished": f"{s.published}T07:30:00+01:00",
        "author": {"@type": "Person", "name": s.author},
        "publisher": {"@type": "Organization", "name": SITE}, **more,
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


# ---------------------------------------------------------------- layouts


@layout
def semantic(s: Story) -> Page:
    """Clean mark-up: article, figure, aside."""
    p = s.paragraphs
    html = (
        f"{head(s, ld(s))}<body>{nav()}<main><article><header><h1>{e(s.headline)}</h1>"
        f'<p class="byline">By {s.author}</p><time datetime="{s.published}">5 March 2024</time></header>'
        f"{figure(s)}{ps(p[:4])}<h2>{s.subheads[0]}</h2>{ps(p[4:])}</article>{related(s)}</main>"
        f"{sidebar(s)}{footer()}</body></html>"
    )
    return Page(html, (*p[:4], s.subheads[0], *p[4:]), (s.subheads[0],), (s.captions[0],))


@layout
def wordpress(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s, ld(s))}<body class="post-template-default single single-post has-sidebar"><div id="page">'
        f'{nav()}<div id="content" class="site-content"><div id="primary"><article class="post-12 post type-post hentry">'
        f'<header class="entry-header"><h1 class="entry-title">{e(s.headline)}</h1><div class="entry-meta">'
        f'<span class="posted-on">Posted on <time class="entry-date published">5 March 2024</time></span> '
        f'<span class="byline">by <span class="author vcard">{s.author}</span></span></div></header>'
        f'<div class="entry-content"><div class="wp-caption alignleft"><img src="a.jpg"><p class="wp-caption-text">{e(s.captions[0])}</p></div>'
        f'{ps(p[:3])}<p>&nbsp;</p>{ps(p[3:6])}<blockquote class="wp-block-quote"><p>{e(s.quote)}</p></blockquote>{ps(p[6:])}'
        f'<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent"><h3 class="sd-title">Share this:</h3>'
        f"<ul><li><a>Click to share on X</a></li><li><a>Facebook</a></li></ul></div></div>"
        f"<div id='jp-relatedposts' class='jp-relatedposts'><h3>Related</h3><p>{e(s.teasers[0][1])}</p></div></div>"
        f'<footer class="entry-footer"><span class="cat-links">Posted in <a>News</a></span><span class="tags-links">'
        f"Tagged <a>water</a>, <a>budget</a></span></footer></article>{bio(s)}"
        f'<nav class="post-navigation"><a rel="prev">Previous: {e(s.related[0])}</a><a rel="next">Next: {e(s.related[1])}</a></nav>'
        f"{comments(s)}</div>{sidebar(s)}</div>{footer()}</div></body></html>"
    )
    return Page(html, (*p[:6], s.quote, *p[6:]), captions=(s.captions[0],))


@layout
def text_blocks(s: Story) -> Page:
    """Every paragraph in a component of its own, with hashed class names."""
    p = s.paragraphs

    def block(t: str) -> str:
        return f'<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper ep2nwvo0"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph"><b class="x">{e(t[:20])}</b>{e(t[20:])}</p></div></div>'

    image = (
        '<div data-component="image-block" class="ssrcss-c6tvqr"><figure><div><picture><img></picture>'
        f'<span>Image source, Norfoto</span></div><div data-component="caption-block"><figcaption><span class="visually-hidden">Image caption, </span><p>{e(s.captions[0])}</p></figcaption></div></figure></div>'
    )
    links = "".join(f'<li><a href="/{i}">{e(t)}</a></li>' for i, t in enumerate(s.related[:2]))
    html = (
        f'{head(s)}<body>{cookies()}{nav()}<main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper">'
        f'<header class="ssrcss-1eqcsb1-HeadingWrapper"><h1 id="main-heading" class="ssrcss-15xko80-StyledHeading">{e(s.headline)}</h1>'
        f'<div data-component="byline-block"><div>{s.author}</div><div>Environment correspondent</div></div>'
        f'<time data-testid="timestamp">5 March 2024</time></header>{image}'
        + "".join(block(t) for t in p[:5])
        + f'<div data-component="unordered-list-block"><ul>{links}</ul></div>'
        + f'<div data-component="subheadline-block"><h2>{s.subheads[1]}</h2></div>'
        + "".join(block(t) for t in p[5:])
        + '<section data-component="topic-list"><h2>Related Topics</h2><ul><li><a>Rivers</a></li><li><a>Velmora</a></li></ul></section>'
        + f'<section data-component="links-block"><h2>More on this story</h2>{related(s, "", "x")}</section></article></main>{footer()}</body></html>'
    )
    return Page(html, (*p[:5], s.subheads[1], *p[5:]), (s.subheads[1],), (s.captions[0],))


@layout
def paragraphs_as_divs(s: Story) -> Page:
    p = s.paragraphs
    body = "".join(
        f'<div class="article-paragraph" data-testid="paragraph-{i}">{e(t)}</div>'
        for i, t in enumerate(p)
    )
    html = (
        f'{head(s)}<body>{nav()}<div class="container"><h1>{e(s.headline)}</h1><div class="info">By {s.author} March 5, 2024 7:30 AM</div>'
        f'<div class="article-body__content">{body}<div class="sign-off">Reporting by {s.author}; Editing by Nuala Kerrigan</div>'
        f'<p class="trust-badge">Our Standards: <a>The Courier Trust Principles.</a></p></div>{cards(s)}</div>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def double_breaks(s: Story) -> Page:
    """Blog posts with line breaks for paragraphs."""
    p = s.paragraphs
    html = (
        f"{head(s)}<body><div class='header'><h1 class='title'><a href='/'>Courier blog</a></h1></div><div class='main'><div class='post hentry'>"
        f"<h3 class='post-title entry-title'>{e(s.headline)}</h3><div class='post-body entry-content'>"
        + "<br /><br />\n".join(e(t) for t in p)
        + f"<div style='clear: both;'></div></div><div class='post-footer'>Posted by <span class='fn'>{s.author}</span> at 07:30</div></div>"
        f"{comments(s)}</div>{sidebar(s)}</body></html>"
    )
    return Page(html, p)


@layout
def old_table(s: Story) -> Page:
    p = s.paragraphs
    menu = "".join(
        f'<tr><td><font size="1"><a href="/{i}">{e(t)}</a></font></td></tr>'
        for i, t in enumerate(s.related)
    )
    html = (
        f"<html><head><title>{SITE} - {e(s.headline)}</title></head><body bgcolor=white><table width=780><tr><td colspan=3><font size=5>{SITE}</font></td></tr>"
        f"<tr><td width=120 valign=top><table>{menu}</table></td><td valign=top><font size=4><b>{e(s.headline)}</b></font><br><font size=1>By {s.author}, 5 March 2024</font><br><br>"
        f'<font face="Arial" size="2">'
        + "<p>".join(e(t) for t in p)
        + f"</font></td><td width=150 valign=top><b>Also today</b><br><font size=1>{e(s.teasers[0][1])}<br><br>{e(s.teasers[1][1])}</font></td></tr>"
        "<tr><td colspan=3><font size=1>Copyright 2004 The Velmora Courier. Webmaster: web@courier.example</font></td></tr></table></body></html>"
    )
    return Page(html, p)


@layout
def interrupted(s: Story) -> Page:
    """Advertisements, related boxes and a sign-up between the paragraphs."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div class="article-wrap"><h1 class="headline">{e(s.headline)}</h1><div class="article-body">'
        f'{ps(p[:2])}{ad()}{ps(p[2:3])}<div class="inline-related"><strong>Read more</strong> <a href="/1">{e(s.related[0])}</a></div>'
        f'{ps(p[3:5])}{newsletter()}{ps(p[5:6])}<p><strong>READ MORE: <a href="/2">{e(s.related[1])}</a></strong></p>{ps(p[6:])}'
        f"{share()}</div>{bio(s)}{cards(s)}</div>{footer()}</body></html>"
    )
    return Page(html, p)


@layout
def json_ld_body(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s, ld(s, articleBody=chr(10).join(p)))}<body>{nav()}<div class="grid"><div class="col-8"><h1>{e(s.headline)}</h1>'
        f'<p class="lede">{e(s.standfirst)}</p>{ps(p)}<p>{e(s.bio)}</p></div>{sidebar(s)}</div>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def only_json_ld(s: Story) -> Page:
    """A script draws the page; the text is in the structured data only."""
    p = s.paragraphs
    html = f'{head(s, ld(s, articleBody=(chr(10) * 2).join(p)))}<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>'
    return Page(html, p)


@layout
def only_next_data(s: Story) -> Page:
    p = s.paragraphs
    state = {
        "props": {"pageProps": {"menu": [{"title": n} for n in ("Home", "World")], "article": {
            "headline": s.headline, "body": [{"type": "text", "content": t} for t in p],
            "related": [{"title": t, "lead": text} for t, text in s.teasers[:2]],
        }}},
        "buildId": "x1",
    }  # fmt: skip
    html = f'{head(s)}<body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script></body></html>'
    return Page(html, p)


@layout
def live_blog(s: Story) -> Page:
    p = s.paragraphs
    posts = "".join(
        f'<article class="live-post" id="post-{i}"><time>{10 + i}:05</time><h3>{e(s.related[i % 4])} ({i})</h3><p>{e(t)}</p></article>'
        for i, t in enumerate(p)
    )
    gold = tuple(x for i, t in enumerate(p) for x in (f"{s.related[i % 4]} ({i})", t))
    html = f'{head(s)}<body>{nav()}<main><h1>{e(s.headline)} – live</h1><div class="live-blog__posts">{posts}</div></main>{footer()}</body></html>'
    return Page(html, gold, gold[::2])


@layout
def list_article(s: Story) -> Page:
    p = s.paragraphs
    items = "".join(f"<li>{e(t)}</li>" for t in s.items)
    html = (
        f'{head(s)}<body>{nav()}<article class="story"><h1>{e(s.headline)}</h1><div class="story-text">{ps(p[:3])}'
        f"<p>The plan has four parts:</p><ul>{items}</ul>{ps(p[3:])}</div></article>{related(s)}{footer()}</body></html>"
    )
    return Page(html, (*p[:3], "The plan has four parts:", *s.items, *p[3:]))


@layout
def numbered_sections(s: Story) -> Page:
    p = s.paragraphs
    body = "".join(
        f"<h2>{i + 1}. {e(s.related[i])}</h2>{ps(p[2 * i + 1 : 2 * i + 3])}" for i in range(4)
    )
    gold = [p[0]]
    for i in range(4):
        gold += [f"{i + 1}. {s.related[i]}", *p[2 * i + 1 : 2 * i + 3]]
    html = f'{head(s)}<body>{nav()}<div class="content-main"><h1>{e(s.headline)}</h1>{ps(p[:1])}{body}{share()}</div>{cards(s)}{footer()}</body></html>'
    return Page(html, tuple(gold), tuple(f"{i + 1}. {s.related[i]}" for i in range(4)))


@layout
def data_table(s: Story) -> Page:
    p = s.paragraphs
    rows = [
        ("District", "Homes", "Cost"),
        ("Lower Brenn", "412", "3.1"),
        ("Kastrel", "97", "0.8"),
        ("Port Asken", "1,204", "9.9"),
    ]
    table = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in rows)
    html = f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="article-text">{ps(p[:4])}<table class="data">{table}</table>{ps(p[4:])}</div></article>{sidebar(s)}{footer()}</body></html>'
    return Page(html, (*p[:4], *(" ".join(r) for r in rows), *p[4:]))


@layout
def embedded_posts(s: Story) -> Page:
    """Posts of a social network among the paragraphs."""
    p = s.paragraphs
    post = f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{e(s.quote)}</p>— {s.author} (@{s.author.split()[0].lower()}) <a href="https://t.example/1">March 4, 2024</a></blockquote><script async src="w.js"></script>'
    html = f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="entry">{ps(p[:4])}{post}{ps(p[4:])}</div></article>{related(s)}{footer()}</body></html>'
    tweet = f"{s.quote} — {s.author} (@{s.author.split()[0].lower()}) March 4, 2024"
    return Page(html, (*p[:4], tweet, *p[4:]))


@layout
def pull_quotes(s: Story) -> Page:
    """Words of the text repeated in large letters."""
    p = s.paragraphs
    pulled = p[4].split(". ")[0]
    html = (
        f'{head(s)}<body>{nav()}<article class="feature"><h1>{e(s.headline)}</h1><div class="body">{ps(p[:3])}'
        f'<aside class="pullquote"><p>{e(pulled)}</p></aside>{ps(p[3:])}</div></article>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def drop_cap(s: Story) -> Page:
    p = s.paragraphs
    first = f'<p class="first"><span class="dropcap">{e(p[0][0])}</span>{e(p[0][1:])}</p>'
    html = f'{head(s)}<body>{nav()}<div class="story-body"><h1>{e(s.headline)}</h1>{first}{ps(p[1:])}</div>{sidebar(s)}{footer()}</body></html>'
    return Page(html, p)


@layout
def paywall_stub(s: Story) -> Page:
    p = s.paragraphs[:3]
    wall = (
        '<div class="paywall-barrier"><h3>Continue reading with a subscription</h3><p>Get unlimited access to all our '
        "journalism for one crown a week for the first six months, then eight crowns.</p><a>Subscribe now</a>"
        "<p>Already a subscriber? <a>Log in</a></p></div>"
    )
    html = f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="article__content">{ps(p)}{wall}</div></article>{cards(s)}{footer()}</body></html>'
    return Page(html, p)


@layout
def consent_first(s: Story) -> Page:
    p = s.paragraphs[:4]
    html = (
        f'{head(s)}<body>{cookies()}{cookies().replace("cookie-banner", "gdpr-layer")}{nav()}<div id="app"><div class="css-1x"><div class="css-2y"><h1 class="css-3z">{e(s.headline)}</h1>'
        f'<div class="css-4w">{ps(p, chr(32) + "class=css-5v")}</div></div></div></div>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def hashed_classes(s: Story) -> Page:
    """Nothing in the class names helps."""
    p = s.paragraphs
    body = "".join(
        f'<div class="css-s99gbd"><div class="css-53u6y8">{ps(p[i : i + 2], " class=css-at9mc1")}</div></div><div class="css-8x1"><div><div><p>Advertisement</p></div></div></div>'
        for i in range(0, len(p), 2)
    )
    links = "".join(
        f'<div class="css-q"><a class="css-w" href="/{i}"><h3>{e(t)}</h3><p>{e(x)}</p></a></div>'
        for i, (t, x) in enumerate(s.teasers)
    )
    html = (
        f'{head(s)}<body><div id="app"><div class="css-1">{nav()}</div><main class="css-2"><article class="css-3"><header class="css-4"><h1 class="css-5">{e(s.headline)}</h1>'
        f'<p class="css-6">{e(s.standfirst)}</p></header><div class="css-7"><p class="css-8">By <span>{s.author}</span></p></div><section class="css-9">{body}</section>'
        f'<div class="css-b">{e(s.bio)}</div></article></main><div class="css-c">{links}</div></div>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def inline_newlines(s: Story) -> Page:
    """Hand-made: paragraphs broken over lines, links and emphasis inside, soft hyphens."""
    p = s.paragraphs

    def marked(t: str) -> str:
        words = t.split()
        words[2] = f'<a href="/x">{e(words[2])}</a>'
        words[4] = f"<em>{e(words[4])}</em>"
        return "\n      ".join(words).replace("committee", "com&shy;mit&shy;tee")

    body = "\n".join(f"   <p>\n{marked(t)}\n   </p>" for t in p)
    html = f'{head(s)}<body>{nav()}<div id="story"><h1>{e(s.headline)}</h1>{body}</div>{footer()}</body></html>'
    return Page(html, p)


@layout
def amp(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{e(s.headline)}</title><link rel="canonical" href="https://courier.example/a">'
        "<style amp-boilerplate>body{visibility:hidden}</style><script async src=x></script></head><body>"
        f'<amp-sidebar id="s" layout="nodisplay"><ul><li>Home</li><li>World</li></ul></amp-sidebar><header class="amp-header">{SITE}</header>'
        f'<article class="amp-article"><h1 class="amp-title">{e(s.headline)}</h1><div class="amp-meta">{s.author} 5 March 2024</div>'
        f'<amp-img src="a.jpg"></amp-img><div class="amp-content">{ps(p[:3])}<amp-ad width=300></amp-ad>{ps(p[3:])}</div><amp-social-share type="x"></amp-social-share></article>'
        f'<div class="amp-related"><h3>You may also like</h3>{related(s)}</div>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def mobile_copy(s: Story) -> Page:
    """The same text twice: for large and for small screens."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div class="desktop-only"><h1>{e(s.headline)}</h1><div class="text">{ps(p)}</div></div>'
        f'<div class="mobile-only"><h1>{e(s.headline)}</h1><div class="text">{ps(p)}</div></div>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def hidden_parts(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="c">{ps(p[:3])}<div style="display:none"><p>{e(s.teasers[0][1])}</p></div>'
        f'<div aria-hidden="true"><p>{e(s.teasers[1][1])}</p></div><template><p>{e(s.teasers[2][1])}</p></template><p hidden>{e(s.teasers[3][1])}</p>{ps(p[3:])}'
        f"<noscript><p>Please enable JavaScript to view the comments powered by a service.</p></noscript></div></article>{footer()}</body></html>"
    )
    return Page(html, p)


@layout
def next_articles(s: Story) -> Page:
    """Endless scrolling: two more articles follow in full."""
    p = s.paragraphs
    others = "".join(
        f'<article class="article next-article"><h1>{e(s.teasers[i][0])}</h1><div class="article-body">{ps(s.comments[2 * i : 2 * i + 2])}</div></article>'
        for i in range(2)
    )
    html = f'{head(s)}<body>{nav()}<div class="infinite"><article class="article"><h1>{e(s.headline)}</h1><div class="article-body">{ps(p)}</div></article>{others}</div>{footer()}</body></html>'
    return Page(html, p)


@layout
def nested_teasers(s: Story) -> Page:
    """Article elements of other stories inside the article."""
    p = s.paragraphs
    inner = "".join(
        f'<article class="teaser"><a href="/{i}"><h4>{e(t)}</h4><p>{e(x)}</p></a></article>'
        for i, (t, x) in enumerate(s.teasers[:3])
    )
    html = f'{head(s)}<body>{nav()}<article class="full"><h1>{e(s.headline)}</h1>{ps(p[:4])}<div class="box">{inner}</div>{ps(p[4:])}</article>{footer()}</body></html>'
    return Page(html, p)


@layout
def long_comments(s: Story) -> Page:
    """A short item with more words in its comments than in itself."""
    p = s.paragraphs[:3]
    html = f'{head(s)}<body>{nav()}<div class="item"><h1>{e(s.headline)}</h1><div class="item-text">{ps(p)}</div></div>{comments(s)}{comments(s).replace("reader", "user")}{footer()}</body></html>'
    return Page(html, p)


@layout
def short_news(s: Story) -> Page:
    """Two sentences and a page full of everything else."""
    p = s.paragraphs[:2]
    html = f'{head(s)}<body>{nav()}<div class="news-detail"><h1>{e(s.headline)}</h1><span class="date">05.03.2024</span><div class="news-text">{ps(p)}</div></div>{sidebar(s)}{cards(s)}{footer()}</body></html>'
    return Page(html, p)


@layout
def standfirst_apart(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<main><div class="article-header"><h1>{e(s.headline)}</h1><div class="standfirst"><p>{e(s.standfirst)}</p></div>'
        f'<div class="byline">By {s.author}</div></div><div class="article-body">{ps(p)}</div></main>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def press_release(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div id="main"><h1>{e(s.headline)}</h1><div class="release-body container"><div class="row"><div class="col-lg-10"><p><span class="xn-location">VELMORA</span>, <span class="xn-chron">March 5, 2024</span> /Norwire/ -- {e(p[0])}</p>'
        f"{ps(p[1:])}<p>SOURCE Courier Holdings</p></div></div></div></div>{related(s, 'Also from this source')}{footer()}</body></html>"
    )
    return Page(
        html, (f"VELMORA, March 5, 2024 /Norwire/ -- {p[0]}", *p[1:], "SOURCE Courier Holdings")
    )


@layout
def government(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{cookies()}{nav()}<div id="wrapper"><div class="gem-c-breadcrumbs"><ol><li><a>Home</a></li><li><a>Government</a></li></ol></div><main id="content">'
        f'<span class="gem-c-title__context">Press release</span><h1 class="gem-c-title__text">{e(s.headline)}</h1><p class="gem-c-lead-paragraph">{e(s.standfirst)}</p>'
        f'<div class="gem-c-metadata"><dl><dt>From:</dt><dd><a>Ministry of Rivers</a></dd><dt>Published</dt><dd>5 March 2024</dd></dl></div>'
        f'<div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{ps(p[:5])}<ul><li>{e(s.items[0])}</li><li>{e(s.items[1])}</li></ul>{ps(p[5:])}</div></div>'
        f"</main>{share()}{related(s, 'Related content')}</div>{footer()}</body></html>"
    )
    return Page(html, (*p[:5], *s.items[:2], *p[5:]))


@layout
def encyclopaedic(s: Story) -> Page:
    """A wiki page: edit links, reference marks."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body class="mediawiki"><div id="content" class="mw-body"><h1 id="firstHeading">{e(s.headline)}</h1><div id="bodyContent"><div id="siteSub">From the free news source</div><div class="mw-parser-output">'
        f'<p><b>Tuesday, March 5, 2024</b></p>{ps(p[:4])}<h2><span class="mw-headline">{s.subheads[1]}</span><span class="mw-editsection">[<a>edit</a>]</span></h2>{ps(p[4:])}'
        f'<h2>Sources</h2><ul><li>{s.author}. “<a>{e(s.related[0])}</a>” — Courier, March 4, 2024</li></ul></div></div></div><div id="mw-navigation"><ul><li>Main page</li><li>Random</li></ul></div>{footer()}</body></html>'
    )
    return Page(html, (*p[:4], s.subheads[1], *p[4:]), (s.subheads[1],))


@layout
def captions_everywhere(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div class="story"><h1>{e(s.headline)}</h1><div class="image-block"><img src=a><div class="image-caption">{e(s.captions[0])}</div></div>'
        f'{ps(p[:4])}<div class="media media--image"><img src=b><span class="media__caption">{e(s.captions[1])}</span><span class="media__credit">Norfoto</span></div>{ps(p[4:])}</div>{footer()}</body></html>'
    )
    return Page(html, p, captions=s.captions)


@layout
def strong_subheads(s: Story) -> Page:
    p = s.paragraphs
    html = f'{head(s)}<body>{nav()}<div class="post"><h1>{e(s.headline)}</h1><div class="post-content">{ps(p[:3])}<p><strong>{s.subheads[0]}</strong></p>{ps(p[3:6])}<p><b>{s.subheads[2]}</b></p>{ps(p[6:])}</div></div>{related(s)}{footer()}</body></html>'
    return Page(
        html,
        (*p[:3], s.subheads[0], *p[3:6], s.subheads[2], *p[6:]),
        (s.subheads[0], s.subheads[2]),
    )


@layout
def question_answer(s: Story) -> Page:
    p = s.paragraphs
    pairs = "".join(
        f"<p><strong>Courier: {e(q)}?</strong></p><p>{e(a)}</p>"
        for q, a in zip(s.related, p[1:5], strict=True)
    )
    gold = [p[0]]
    for q, a in zip(s.related, p[1:5], strict=True):
        gold += [f"Courier: {q}?", a]
    html = f'{head(s)}<body>{nav()}<article class="interview"><h1>{e(s.headline)}</h1><div class="interview-text"><p>{e(p[0])}</p>{pairs}</div></article>{footer()}</body></html>'
    return Page(html, tuple(gold))


@layout
def site_discards(s: Story) -> Page:
    """Paragraphs in containers whose names look like furniture."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body class="with-sidebar newsletter-enabled">{nav()}<div class="widget elementor-widget-theme-post-content"><div class="elementor-widget-container"><h1>{e(s.headline)}</h1>{ps(p[:4])}'
        f'<div class="embedded-text">{ps(p[4:5])}</div>{ps(p[5:])}</div></div>{related(s)}{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def follow_up_lists(s: Story) -> Page:
    """After the text, plain paragraphs that are not the article."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="article-text">{ps(p)}<p><em>{e(s.bio)}</em></p><p><a href="/n">Sign up for our daily newsletter</a></p>'
        f'<p>Follow us on <a>Facebook</a> and <a>X</a>.</p><p>Read also: <a href="/1">{e(s.related[0])}</a></p><p>Read also: <a href="/2">{e(s.related[1])}</a></p></div></article>{cards(s)}{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def tags_and_topics(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div class="breadcrumb"><a>Home</a> » <a>News</a> » <span>{e(s.headline)}</span></div><div class="single"><h1>{e(s.headline)}</h1><div class="meta">{s.author} | 5 March 2024 | 3 min read</div>'
        f'<div class="single-content">{ps(p)}</div><div class="tags"><a>Rivers</a> <a>Budget</a> <a>Courts</a></div><div class="rating">Rate this article: <span>4.5</span></div></div>{cards(s, "Read next")}{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def split_by_ads(s: Story) -> Page:
    """The text in several containers, with advertisements between them."""
    p = s.paragraphs
    parts = ad().join(f'<div class="article-part">{ps(p[i : i + 3])}</div>' for i in range(0, 9, 3))
    html = f'{head(s)}<body>{nav()}<div class="page"><div class="left"><h1>{e(s.headline)}</h1>{parts}{related(s)}</div>{sidebar(s)}</div>{footer()}</body></html>'
    return Page(html, p)


@layout
def sections_apart(s: Story) -> Page:
    p = s.paragraphs
    parts = "".join(
        f'<section class="chapter"><h2>{s.subheads[i]}</h2>{ps(p[3 * i : 3 * i + 3])}</section>'
        for i in range(3)
    )
    gold = tuple(x for i in range(3) for x in (s.subheads[i], *p[3 * i : 3 * i + 3]))
    html = f'{head(s)}<body>{nav()}<main role="main"><h1>{e(s.headline)}</h1>{parts}<section class="chapter"><h2>More stories</h2>{"".join(f"<p><a href=/{i}>{e(t)}</a></p>" for i, t in enumerate(s.related))}</section></main>{footer()}</body></html>'
    return Page(html, gold, s.subheads)


@layout
def no_html_tag(s: Story) -> Page:
    p = s.paragraphs
    return Page(f"<h1>{e(s.headline)}</h1>\n{ps(p)}", p)


@layout
def unclosed(s: Story) -> Page:
    """Tags that are never closed, or closed twice."""
    p = s.paragraphs
    html = (
        f"{head(s)}<body><div id=wrap><div class=nav><a href=/>Home<a href=/n>News</div><div class=article><h1>{e(s.headline)}<p>"
        + "<p>".join(e(t) for t in p[:5])
        + "</span></div></b><i><p>"
        + "<p>".join(e(t) for t in p[5:])
    )
    return Page(html, p)


@layout
def single_breaks(s: Story) -> Page:
    """One line break a paragraph, in one container."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div class="newsbody"><h1>{e(s.headline)}</h1><div id="newstext">'
        + "<br>\n".join(e(t) for t in p)
        + f"</div></div>{related(s)}{footer()}</body></html>"
    )
    return Page(html, p)


@layout
def magazine(s: Story) -> Page:
    """A newsletter platform: body markup, buttons, footnotes."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body><div id="entry"><div class="single-post"><article class="typography newsletter-post post"><h1 class="post-title published">{e(s.headline)}</h1><h3 class="subtitle">{e(s.standfirst)}</h3>'
        f'<div class="available-content"><div dir="auto" class="body markup">{ps(p[:4])}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><p class="cta-caption">Thanks for reading! Subscribe for free to receive new posts and support my work.</p><form><input type=email></form></div></div>'
        f'{ps(p[4:])}<p class="button-wrapper"><a class="button">Share</a></p></div></div></article><div class="comments-page">{comments(s)}</div></div></div>{footer()}</body></html>'
    )
    return Page(html, p)


@layout
def local_paper(s: Story) -> Page:
    """The text in a plan for subscribers, with a gallery and most-popular lists inside the same column."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div class="asset-body"><div class="asset-masthead"><h1 class="headline"><span>{e(s.headline)}</span></h1><ul class="list-inline"><li><span class="tnt-byline">By {s.author} scribe@courier.example</span></li><li><time>Mar 5, 2024</time></li></ul></div>'
        f'<div id="asset-content" class="asset-content"><div class="asset-photo"><span class="caption-text"><p>{e(s.captions[0])}</p></span></div><div class="subscriber-preview">{ps(p[:2])}</div><div class="subscriber-only encrypted-content">{ps(p[2:])}</div>'
        f'<div class="tncms-region"><section class="block"><h3>Trending now</h3>{related(s, "", "card-grid")}</section></div></div></div>{footer()}</body></html>'
    )
    return Page(html, p, captions=(s.captions[0],))


@layout
def television(s: Story) -> Page:
    p = s.paragraphs
    html = (
        f'{head(s)}<body>{nav()}<div class="page-content"><main class="main-content"><article class="article-wrap"><header class="article-header"><h1 class="headline">{e(s.headline)}</h1><div class="author-byline">By <span><a>{s.author}</a></span> | Courier TV</div></header>'
        f'<div class="article-content"><div class="article-body"><div class="featured-video"><div class="video-ct">Video</div><div class="caption"><p>{e(s.captions[0])}</p></div></div><p class="speakable">{e(p[0])}</p><p class="speakable">{e(p[1])}</p><p><a href="/1"><strong>{e(s.related[0].upper())}</strong></a></p>'
        f'{ps(p[2:6])}<p><a href="/2"><strong><u>CLICK HERE TO GET THE COURIER TV APP</u></strong></a></p>{ps(p[6:])}<div class="article-meta"><div class="author-bio"><p>{e(s.bio)}</p></div></div></div></div></article></main>{sidebar(s)}</div>{footer()}</body></html>'
    )
    return Page(html, p, captions=(s.captions[0],))


@layout
def agency_feed(s: Story) -> Page:
    """Blocks with their kind in a data attribute, others in the middle of the text."""
    p = s.paragraphs
    blocks = "".join(
        f'<div class="article__block" data-type="text"><div class="article__text">{e(t)}</div></div>'
        for t in p[:4]
    )
    more = "".join(
        f'<div class="article__block" data-type="text"><div class="article__text">{e(t)}</div></div>'
        for t in p[4:]
    )
    inside = f'<div class="article__block" data-type="article"><div class="article__article"><a href="/1"><span class="article__article-title">{e(s.related[0])}</span><div class="article__article-info">4 March, 12:01</div></a></div></div>'
    html = f'{head(s)}<body>{nav()}<div class="layout-article"><div class="article__header"><h1 class="article__title">{e(s.headline)}</h1><div class="article__info-date">07:30 05.03.2024</div></div><div class="article__body js-mediator-article">{blocks}{inside}{more}</div></div>{cards(s)}{footer()}</body></html>'
    return Page(html, p)


@layout
def tabloid(s: Story) -> Page:
    """Bullets above the text, bare text beside paragraphs, pictures by the dozen."""
    p = s.paragraphs
    bullets = "".join(f"<li><strong>{e(t)}</strong></li>" for t in s.items[:3])
    gallery = "".join(
        f'<div class="artSplitter mol-img-group"><div class="mol-img"><img src="{i}.jpg"></div><p class="imageCaption">{e(s.captions[i % 2])} ({i})</p></div>'
        for i in range(4)
    )
    html = (
        f'{head(s)}<body>{nav()}<div id="js-article-text" class="article-text wide"><h1>{e(s.headline)}</h1><ul class="mol-bullets-with-font">{bullets}</ul><p class="author-section byline-plain">By <a class="author">{s.author}</a></p><p class="byline-section">Published: 07:30, 5 March 2024 | Updated: 08:01, 5 March 2024</p>'
        f'<div itemprop="articleBody">{"".join(f"<p class=mol-para-with-font>{e(t)}</p>" for t in p[:4])}{gallery}{"".join(f"<p class=mol-para-with-font>{e(t)}</p>" for t in p[4:])}</div>{share()}</div>{comments(s)}{footer()}</body></html>'
    )
    return Page(html, p, captions=tuple(f"{s.captions[i % 2]} ({i})" for i in range(4)))


@layout
def long_read(s: Story) -> Page:
    """Many containers deep, a letter-spaced first line, section breaks."""
    p = s.paragraphs
    body = "".join(
        f'<div class="body__inner-container">{ps(p[i : i + 3], " class=paywall")}</div><div class="ad__container"><div></div></div><p>* * *</p>'
        for i in range(0, 9, 3)
    )
    html = f'{head(s)}<body>{nav()}{"<div>" * 12}<article class="article main-content"><h1 data-testid="ContentHeaderHed">{e(s.headline)}</h1><div class="ContentHeaderDek">{e(s.standfirst)}</div>{body}<div class="SummaryCollectionGrid"><h2>More great stories</h2>{related(s, "", "x")}</div></article>{"</div>" * 12}{footer()}</body></html>'
    return Page(html, p)


@layout
def aside_body(s: Story) -> Page:
    """A fact box belongs to the page, not to the run of the text."""
    p = s.paragraphs
    box = f'<aside class="factbox"><h4>In brief</h4><ul><li>{e(s.items[0])}</li><li>{e(s.items[1])}</li></ul></aside>'
    html = f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="text-wrapper">{ps(p[:4])}{box}{ps(p[4:])}</div></article>{cards(s)}{footer()}</body></html>'
    return Page(html, p)


@layout
def custom_elements(s: Story) -> Page:
    p = s.paragraphs
    html = f'{head(s)}<body><site-nav>{nav()}</site-nav><bsp-story><bsp-headline><h1>{e(s.headline)}</h1></bsp-headline><div class="RichTextStoryBody RichTextBody">{ps(p[:3])}<bsp-list-loadmore class="PageListStandardE"><h4>Related stories</h4><div>{e(s.related[0])}</div></bsp-list-loadmore>{ps(p[3:])}</div></bsp-story>{cards(s)}{footer()}</body></html>'
    return Page(html, p)


@layout
def spans_only(s: Story) -> Page:
    """An app that writes spans for everything."""
    p = s.paragraphs
    html = (
        f'{head(s)}<body><div class="v1"><span class="t">{SITE}</span></div><div class="v2"><div class="v3" role="heading"><span class="t">{e(s.headline)}</span></div>'
        + "".join(
            f'<div class="v4" dir="auto"><span class="t"><span>{e(t)}</span></span></div>'
            for t in p
        )
        + f'</div><div class="v5">{"".join(f"<div><a><span>{e(t)}</span></a></div>" for t in s.related)}</div></body></html>'
    )
    return Page(html, p)


@layout
def definition_list(s: Story) -> Page:
    p = s.paragraphs
    pairs = "".join(f"<dt>{e(i)}</dt><dd>{e(t)}</dd>" for i, t in zip(s.items, p[2:6], strict=True))
    gold = [*p[:2]]
    for i, t in zip(s.items, p[2:6], strict=True):
        gold += [i, t]
    html = f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="body-copy">{ps(p[:2])}<dl>{pairs}</dl>{ps(p[6:])}</div></article>{footer()}</body></html>'
    return Page(html, (*gold, *p[6:]))


@layout
def editors_note(s: Story) -> Page:
    p = s.paragraphs
    html = f'{head(s)}<body>{nav()}<article><h1>{e(s.headline)}</h1><div class="story-content">{ps(p)}<p><em>Correction: an earlier version of this article gave the wrong year for the treaty.</em></p><p><em>Additional reporting by Sefa Aydan.</em></p></div></article>{related(s)}{footer()}</body></html>'
    return Page(html, p)

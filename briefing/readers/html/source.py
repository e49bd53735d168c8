"""The source card of a page: from its data for machines first, its meta elements second."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from briefing import lexicon
from briefing.model.article import SourceCard
from briefing.model.cleaning import clean_line
from briefing.readers import dates
from briefing.readers.html.structured import Data, as_data, as_list

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
_BY = re.compile(r"(?:by|von|par|por|di|af|av|от|text|words|story)\s*:?\s+", re.I)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\||/|&|\band\b|\bund\b|\bet\b)\s*")
_BETWEEN_TITLE_AND_SITE = re.compile(r"\s+(?:[|–—·•»:]|::|-{1,2})\s+|\s*\|\s*")
_SAVED = re.compile(
    r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--[^>]{0,200}?\burl:\s*(https?://\S+)", re.I
)
_PLACEHOLDER = re.compile(r"\W*(?:null|none|undefined|admin|administrator|staff|n/?a)\W*", re.I)

_DAYS = (
    "article:published_time", "og:article:published_time", "article:published",
    "og:published_time", "parsely-pub-date", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date",
    "publish_date", "published_time", "publication_date", "ptime", "pdate", "sailthru.date",
    "citation_publication_date", "citation_date", "article.published", "originalpublicationdate",
    "datecreated",
)  # fmt: skip
"""Names of meta elements that tell the day, the surest first."""
_MOST_AUTHORS = 40
_OUTLETS = ("Organization", "NewsMediaOrganization")
_LONGEST_TITLE = 500
"""Characters."""

Found = tuple[str, str]
"""(value, where it stands)"""


@dataclass(frozen=True, slots=True)
class Source:
    card: SourceCard
    cues: tuple[tuple[str, str], ...]
    titles: tuple[Found, ...]
    """What may be the headline, the best first."""
    item: Data
    """What the page tells of its article in JSON-LD; empty for nothing."""


class Metas:
    """The ``meta`` and ``link`` elements of a page, by name."""

    def __init__(self, root: Any) -> None:
        self._values: dict[str, list[str]] = {}
        self.canonical = ""
        self.title = ""
        self.language = root.get("lang") or root.get("xml:lang") or ""
        for each in root.iter("meta", "link", "title"):
            if each.tag == "title":
                self.title = self.title or _line(each.text_content())
            elif each.tag == "link":
                if "canonical" in (each.get("rel") or "").lower().split():
                    self.canonical = self.canonical or (each.get("href") or "").strip()
            else:
                name = each.get("property") or each.get("name") or each.get("itemprop")
                name = name or each.get("http-equiv") or ""
                if name and (content := _line(each.get("content") or "")):
                    self._values.setdefault(name.lower(), []).append(content)

    def all(self, name: str) -> list[str]:
        return self._values.get(name, [])

    def first(self, *names: str) -> Found | None:
        """The first of these that is told, and its name."""
        for name in names:
            if values := self._values.get(name):
                return values[0], name if name.startswith(("og:", "article:")) else f"meta {name}"
        return None


def source(root: Any, items: list[Data], text: str) -> Source:
    """``items`` are the page's articles in JSON-LD, ``text`` the start of its source."""
    metas = Metas(root)
    item = _main(items, metas)
    outlet = _outlet(item, metas)
    titles = tuple(_titles(item, metas, outlet[0] if outlet else ""))
    authors = _authors(item, metas, root, outlet[0] if outlet else "")
    day = _published(item, metas, root)
    answers: dict[str, Found | None] = {
        "outlet": outlet,
        "published": day,
        "headline": titles[0] if titles else None,
        "author": authors,
        "place": _place(item),
        "language": _language(item, metas),
        "url": _url(item, metas, text),
    }
    card = SourceCard()
    cues: list[tuple[str, str]] = []
    for name, found in answers.items():
        if found is not None:
            card = card.with_value(name, found[0])
            if card.value(name):
                cues.append((name, found[1]))
    return Source(card, tuple(cues), titles, item)


def _main(items: list[Data], metas: Metas) -> Data:
    """The item about this page: whose headline its title has, with a text if one has one."""
    titles = [each.casefold() for each in (metas.title, *metas.all("og:title")) if each]
    about: list[Data] = []
    for item in items:
        headline = _text(item.get("headline") or item.get("name")).casefold()
        if headline and any(headline[:40] in each or each[:40] in headline for each in titles):
            about.append(item)
    about = about or items[:1]
    return next((each for each in about if each.get("articleBody")), about[0] if about else {})


def _titles(item: Data, metas: Metas, outlet: str) -> Iterator[Found]:
    seen: set[str] = set()
    found = [
        (_text(item.get("headline")), "JSON-LD headline"),
        *((each, "og:title") for each in metas.all("og:title")[:1]),
        *((each, "meta twitter:title") for each in metas.all("twitter:title")[:1]),
        *((each, "meta dc.title") for each in metas.all("dc.title")[:1]),
        (metas.title, "title"),
    ]
    for value, where in found:
        bare = without_site(_line(value), outlet)
        if bare and bare.casefold() not in seen:
            seen.add(bare.casefold())
            yield bare, where


def without_site(title: str, outlet: str) -> str:
    """A page's title without the name of its site: ``Headline | Outlet``."""
    title = title[:_LONGEST_TITLE]
    parts = list(_BETWEEN_TITLE_AND_SITE.finditer(title))
    known = _squeezed(outlet)
    for found in reversed(parts):
        before, after = title[: found.start()], title[found.end() :]
        squeezed = _squeezed(after)
        named = bool(known) and (squeezed in known or known in squeezed)
        bar = "|" in found[0] and len(after.split()) <= 5
        if (named or bar) and len(before.split()) >= 3:
            title = before
    for found in parts[:1]:  # "Outlet - Headline"
        before, after = title[: found.start()], title[found.end() :]
        if known and _squeezed(before) == known and after:
            title = after
    return title


def _outlet(item: Data, metas: Metas) -> Found | None:
    for key in ("publisher", "sourceOrganization", "provider"):
        if name := _name(item.get(key)):
            return name, f"JSON-LD {key}"
    return metas.first(
        "og:site_name", "citation_journal_title", "dc.publisher", "publisher", "application-name",
        "cre", "source",
    )  # fmt: skip


def _authors(item: Data, metas: Metas, root: Any, outlet: str) -> Found | None:
    told = item.get("author") or item.get("creator")
    for values, where in (
        (list(_names(told)), "JSON-LD author"),
        (metas.all("author"), "meta author"),
        (metas.all("article:author"), "article:author"),
        (metas.all("parsely-author"), "meta parsely-author"),
        (metas.all("sailthru.author"), "meta sailthru.author"),
        (metas.all("byl"), "meta byl"),
        (metas.all("dc.creator") + metas.all("dcterms.creator"), "meta dc.creator"),
        (metas.all("citation_author"), "meta citation_author"),
        (list(_marked_authors(root)), "rel=author"),
    ):
        names = [name for each in values for name in persons(each, outlet)]
        if names:
            return "; ".join(dict.fromkeys(names)), where
    return None


def persons(text: str, outlet: str = "") -> list[str]:
    """The names in what a page calls its authors; none of its site or of a role."""
    text = _line(re.sub(r"<[^<>]{0,200}>", " ", text))
    text = _BY.sub("", text, count=1) if _BY.match(text) else text
    if "://" in text or text.startswith(("www.", "@", "/")) or len(text) > 300:
        return []
    posts = set(lexicon.words("furniture", "byline.posts"))
    found: list[str] = []
    for piece in _BETWEEN_NAMES.split(text):
        name = re.sub(r"\s*(?:\([^()]*\)|<[^<>]*>|@\w+|\S+@\S+)\s*", " ", piece).strip(" .,-–—")
        words = name.split()
        known = _squeezed(outlet)
        if not 1 <= len(words) <= 6 or len(name) > 60 or not any(map(str.isalpha, name)):
            continue
        if _PLACEHOLDER.fullmatch(name) or (known and _squeezed(name) in (known, known + "staff")):
            continue
        if any(each.casefold().strip(".") in posts for each in words) or any(
            map(str.isdigit, name)
        ):
            continue
        if name[0].islower() and len(words) == 1:
            continue
        found.append(name)
    return found


def _marked_authors(root: Any) -> Iterator[str]:
    for each in root.xpath("//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']")[:6]:
        yield each.text_content()


def _published(item: Data, metas: Metas, root: Any) -> Found | None:
    told: list[Found] = [
        (_text(item.get(key)), f"JSON-LD {key}") for key in ("datePublished", "dateCreated")
    ]
    told += [found for each in _DAYS if (found := metas.first(each)) is not None]
    for each in root.iter("time"):
        if value := each.get("datetime") or each.text_content():
            told.append((value, "time"))
            break
    for value, where in told:
        if (read := day(value)) is not None:
            return read.isoformat(), where
    return None


def day(text: str) -> date | None:
    """The calendar day that is written, where it was written: no time zone moves it."""
    if (found := _ISO.match(text)) is not None:
        try:
            made = date(*map(int, found.groups()))
        except ValueError:
            return None
        return made if 1800 <= made.year <= 2200 else None
    line = _line(text)
    if (read := dates.line(line)) is not None and read.published is not None:
        return read.published
    from email.utils import parsedate_tz  # late: rarely needed

    if (parts := parsedate_tz(line)) is not None:
        try:
            return date(*parts[:3])
        except ValueError:
            return None
    return None


def _place(item: Data) -> Found | None:
    if place := _text(item.get("dateline")):
        return (place, "JSON-LD dateline") if len(place) <= 60 else None
    place = _name(item.get("locationCreated"))
    return (place, "JSON-LD locationCreated") if place else None


def _language(item: Data, metas: Metas) -> Found | None:
    told = item.get("inLanguage")
    if spoken := as_data(told):
        told = spoken.get("alternateName") or spoken.get("name")
    locale = metas.first("og:locale")
    content = metas.first("content-language", "dc.language", "language")
    for value, where in (
        (metas.language, "html lang"),
        (_text(told), "JSON-LD inLanguage"),
        (locale[0] if locale else "", "og:locale"),
        (content[0] if content else "", content[1] if content else ""),
    ):
        if (found := _TAG.fullmatch(value.strip())) is not None:
            language, script, region = found.groups()
            tag = language.lower()
            tag += f"-{script.capitalize()}" if script else ""
            return tag + (f"-{region.upper()}" if region else ""), where
    return None


def _url(item: Data, metas: Metas, text: str) -> Found | None:
    main = item.get("mainEntityOfPage")
    main = as_data(main).get("@id") or main
    saved = _SAVED.search(text)
    og = metas.first("og:url")
    for value, where in (
        (metas.canonical, "canonical link"),
        (og[0] if og else "", "og:url"),
        (_text(item.get("url")), "JSON-LD url"),
        (_text(main), "JSON-LD mainEntityOfPage"),
        ((saved[1] or saved[2]) if saved else "", "address it was saved from"),
    ):
        if _is_address(value):
            return value.strip(), where
    return None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(value) < 2000


def _names(value: Any) -> Iterator[str]:
    """Of persons; an outlet is no author."""
    left = as_list(value)[:_MOST_AUTHORS]
    while left:
        each = left.pop(0)
        if isinstance(each, str):
            yield each
        elif (data := as_data(each)) and data.get("@type") not in _OUTLETS:
            left = [*as_list(data.get("name"))[:_MOST_AUTHORS], *left][:_MOST_AUTHORS]


def _name(value: Any) -> str:
    """Of an organisation or a place."""
    value = as_list(value)[0] if value else ""
    data = as_data(value)
    found = _text(data.get("name") or data.get("legalName") if data else value)
    return "" if "://" in found or len(found) > 100 else found


def _text(value: Any) -> str:
    value = as_list(value)[0] if value else ""
    if data := as_data(value):
        value = data.get("@value") or data.get("name") or data.get("@id")
    return _line(value) if isinstance(value, str) else ""


def _line(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    return clean_line(text.replace("\u00ad", "").replace("\u00a0", " "))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold()).removeprefix("the").removeprefix("www")

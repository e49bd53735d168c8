"""Rules for lines around and inside an article: bylines, dates, captions and headings."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import either, words
from briefing.model.article import Role
from briefing.readers import bylines, credits, datelines, dates, outlets, phrases
from briefing.readers.place import Place

_LONG = 400
"""Characters. Only captions are longer."""
_LONGEST_BYLINE = 200
_HEADLINE_SEES = 16
"""Paragraphs below a headline among which its article must begin."""
_IN_THIS_PHOTO = re.compile(
    r"In this (?:[A-Z][a-z]+day, )?(?:[A-Z]\w+\.? \d{1,2}, \d{4},? )?(?:file |handout |undated )?"
    r"(?:photo|image|frame|picture)(?: (?:taken|provided|released|made|from)\b|,)"
)
_MAX_HEADING_WORDS, _MAX_SUBHEADING_WORDS = 22, 10
BARE_DATE, DATE_BELOW = "a date on its own line", "sub-heading: a date on its own line"
_BETWEEN_CELLS = " | "
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")


def byline(place: Place) -> str | None:
    """``By Jane Doe``; above the article also ``Jane Doe, Staff Writer | 7 May 2015``."""
    text = place.text
    if len(text) > _LONGEST_BYLINE or (found := bylines.read(text)) is None:
        if place.before_body and place.titled and credits.is_name(text) and _dated(place):
            return f"byline: “{text}”, beside a date"
        if place.before_body and place.titled and (outlet := outlets.named(text)):
            return f"outlet: “{outlet}”"
        return None
    if found.authors and (found.sure or place.before_body):
        return f"byline: “{text}”"
    return f"byline: “{text}”" if place.before_body or found.sure else None


def named_byline(place: Place) -> str | None:
    """``By Jane Doe``, though the file calls it a heading."""
    found = bylines.read(place.text)
    return f"byline: “{place.text}”" if found and found.authors and found.sure else None


def address(place: Place) -> str | None:
    """The address of a page, and nothing else."""
    text = place.text
    if len(text) > 2000 or ("://" not in text[:40] and "www." not in text[:40]):
        return None
    found = phrases.starting(text, "byline.addresses")
    rest = found[1].lstrip(" :") if found else text
    is_one = _ADDRESS.fullmatch(rest.strip("<>[]() .")) is not None
    return "an address on its own line" if is_one else None


def date_line(place: Place) -> str | None:
    found = dates.line(place.text)
    if found is None:
        is_stamp = place.before_body and phrases.whole(place.text, "byline.stamps")
        return f"time or length: “{place.text}”" if is_stamp else None
    if not (place.before_body or found.labelled):
        return None
    return "a date on its own line, and what it is of" if found.labelled else BARE_DATE


def date_above(place: Place) -> str | None:
    """A date under the headline, though the file calls it a heading."""
    return date_line(place) if place.before_body and place.titled else None


def dateline(place: Place) -> str | None:
    is_one = place.before_body and datelines.alone(place.text)
    return "dateline: place and date on their own line" if is_one else None


def date_below(place: Place) -> str | None:
    """In a timeline or a round-up a date heads what comes under it."""
    text = place.text
    is_one = dates.line(text) is not None or datelines.alone(text) is not None
    return DATE_BELOW if is_one else None


def label(place: Place) -> str | None:
    """``EXCLUSIVE``, ``Associated Press Writer``, ``Contact: …``: above the article only."""
    text = place.text
    if len(text) > _LONG // 2:
        return None
    found = phrases.starting(text, "byline.starts")
    if found and (place.before_body or _is_source(found[0], found[1])):
        return f"label: “{found[0]}”"
    if not place.before_body:
        return None
    bare = phrases.whole(text, "byline.labels")
    return f"label: “{bare}”" if bare else None


def label_above(place: Place) -> str | None:
    """The same above the headline, though the file calls it a heading."""
    return label(place) if place.before_body and not place.titled and place.next else None


def agency_line(place: Place) -> str | None:
    """``(Reporting by Jane Doe; Editing by John Roe)``, ``dpa``: who worked on the article."""
    if (found := bylines.tail(place.text)) is not None:
        return found
    found = phrases.whole(place.text, "byline.ends") if not place.before_body else None
    return f"agency line: “{found}”" if found else None


def credit_below(place: Place) -> str | None:
    """A credit on the line under its caption."""
    text = place.text
    if place.role_before is not Role.CAPTION or len(text) > 80:
        return None
    if outlets.known(text) or credits.find(text, first=True) == text.strip(" .()"):
        return f"credit under a caption: “{text}”"
    return None


def caption(place: Place) -> str | None:
    text = place.text
    if len(text) > 2 * _LONG:
        return None
    if (found := phrases.starting(text, "caption.starts")) is not None:
        return f"caption: “{found[0]}”"
    if (found := _IN_THIS_PHOTO.match(text)) is not None and any(map(str.isdigit, found[0])):
        return f"caption: “{found[0]}”"
    credit = credits.find(text, first=place.before_body)
    return f"caption with photo credit: “{credit}”" if credit else None


def headline(place: Place) -> str | None:
    """The first line that is no furniture, short and unfinished, with an article under it."""
    text = place.text
    if not place.before_body or place.titled or _is_of_many(place):
        return None
    if not phrases.is_title(text.removesuffix("?"), _MAX_HEADING_WORDS):
        return None
    below = place.texts[place.index + 1 : place.index + _HEADLINE_SEES]
    article = any(len(each) > len(text) and phrases.has_sentence(each) for each in below)
    return "headline: short, above the article, and no sentence end" if article else None


def subheading(place: Place) -> str | None:
    """A short line without an end, above a paragraph that has one."""
    if _is_of_many(place):
        return None
    if not phrases.is_title(place.text, _MAX_SUBHEADING_WORDS) or _said().search(place.text):
        return None
    runs = phrases.finished(place.next) and len(place.next.split(maxsplit=8)) > 8
    return "sub-heading: a short line above a paragraph" if runs else None


def _is_of_many(place: Place) -> bool:
    """An entry of a list, or a row of a table: it heads nothing, though it is short."""
    return place.is_entry or _BETWEEN_CELLS in place.text


def _dated(place: Place) -> bool:
    """Whether a date or an agency stands above or below."""
    around = [place.next, place.texts[place.index - 1] if place.index else ""]
    return any(dates.line(each) is not None or outlets.named(each) for each in around if each)


def _is_source(start: str, rest: str) -> bool:
    """``Source: AFP`` below the article: a name, and no sentence."""
    known = start.casefold().rstrip(" :") in words("furniture", "byline.sources")
    return known and bool(outlets.named(rest.strip()))


@cache
def _said() -> re.Pattern[str]:
    """``It is late, said Jane Doe``: a sentence, though it has no end."""
    return re.compile(rf",[\"'”’»]?\s+(?:{either(words('attribution', 'verbs.speech'))})\b")

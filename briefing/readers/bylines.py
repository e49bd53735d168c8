"""Who wrote the article and when, in the many ways a line above or below it says so.

``By Jane Doe, Reuters | 7 May 2015 | 3 min read`` has several pieces. Each must be of a known
kind, or the line is a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from briefing.lexicon import either, words
from briefing.readers import credits, dates, outlets, phrases

_LONGEST = 200
_SHORT = 60
"""Characters of a byline that may end as a sentence does, though it begins with no "By"."""
_BARS = re.compile(r"\s*[|•·]\s*|\s+[-–—/]\s+")
_MAIL = re.compile(r"[\s,(<]*\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}[)>]?")
_HANDLE = re.compile(r"[\s,(]*(?<!\w)@\w{2,30}\)?")
_ON_AT_END = re.compile(r"\s+(?:on|am|le|el|il)$")
_BY_AT_END = re.compile(r"\s+(?:by|von|par|por)\s+(?=\S+\s+\S+$|\S+\s\S+\s\S+$)")


@dataclass(frozen=True, slots=True)
class Byline:
    authors: tuple[str, ...] = ()
    published: date | None = None
    updated: date | None = None
    outlet: str = ""
    sure: bool = False
    """Whether the line says of itself what it is, by a word such as "By"."""


@lru_cache(maxsize=256)  # several rules ask of the same line
def read(text: str) -> Byline | None:
    """What a byline says; None for a line that is none."""
    if len(text) > _LONGEST or text.startswith(("http://", "https://")):
        return None
    if len(text) > _SHORT and phrases.finished(text) and not credits.introduced(text):
        return None  # a sentence: soon told, for most lines are
    bare = _HANDLE.sub("", _MAIL.sub("", text)).strip()
    rest, day = dates.cut(bare)
    if day is None and (parts := _BY_AT_END.split(bare, maxsplit=1))[1:]:
        day = dates.line(parts[0])  # "Posted on 7 May 2015 by Jane Doe"
        rest = f"By {parts[1]}" if day else bare
    rest = _ON_AT_END.sub("", rest.strip(" |•·-–—(,"))
    made = [_dated(day)] if day is not None else []
    if authors := credits.authors(rest):
        made.append(Byline(authors, outlet=_outlet(rest), sure=True))
    else:
        for each in filter(None, _BARS.split(rest)):
            if (piece := _piece(each)) is None:
                return None
            made.append(piece)
    found = _together(made)
    if any((each.sure and each.authors) or (each.outlet and each.sure) for each in made):
        return found
    # A name alone may be anybody's, and a date alone has rules of its own.
    told = len(made) > 1 and (found.authors or found.published or found.updated)
    return found if told else None


def _together(made: list[Byline]) -> Byline:
    return Byline(
        tuple(name for each in made for name in each.authors),
        next((each.published for each in made if each.published), None),
        next((each.updated for each in made if each.updated), None),
        next((each.outlet for each in made if each.outlet), ""),
        any(each.sure for each in made),
    )


def _dated(day: dates.DateLine) -> Byline:
    return Byline(published=day.published, updated=day.updated, sure=day.labelled)


def _piece(text: str) -> Byline | None:
    if authors := credits.authors(text):
        return Byline(authors, outlet=_outlet(text), sure=True)
    if (day := dates.line(text)) is not None:
        return _dated(day)
    if phrases.whole(text, "byline.stamps"):
        return Byline()
    if (by := credits.introduced(text)) and (outlet := outlets.named(by)):
        return Byline(outlet=outlet, sure=True)
    if outlet := outlets.named(text):
        return Byline(outlet=outlet)
    name, comma, post = text.partition(",")
    if credits.is_name(name):
        if not comma:
            return Byline((name.strip(),))
        outlet = outlets.named(post)
        if outlet or credits.is_post(post):
            return Byline((name.strip(),), outlet=outlet, sure=True)
    return None


def _outlet(text: str) -> str:
    """The outlet behind the names: ``By Jane Doe, Reuters``, ``By Jane Doe (AFP)``."""
    for each in re.split(r"\s*[,|•·(]\s*|\s+[-–—]\s+", text.rstrip(" ).|"))[1:]:
        if outlet := outlets.named(each):
            return outlet
    return ""


def tail(text: str) -> str | None:
    """The cue of a line that says who worked on an article: ``(Reporting by Jane Doe)``."""
    if len(text) > 2 * _LONGEST:
        return None
    bare = text.strip("()[] –—-")
    if (found := _tail().match(bare)) is not None and _named_only(bare[found.end() :]):
        return f"agency line: “{found[0].strip()}”"
    if text[:1].isupper() and (found := _contributed().search(text[-_SHORT * 2 :])) is not None:
        before = text.removesuffix(found[0])
        if before.count(".") <= 3 and not re.search(r"[\"“”»«]", text):
            return f"agency line: “{found[0].strip(' .')}”"
    if outlets.known(bare) and len(bare) <= 30:
        return f"agency: “{bare}”"
    return None


def _named_only(rest: str) -> bool:
    """Whether names, places and further "Editing by …" are all that follows: no sentence does."""
    small = {*words("furniture", "caption.particles"), *words("furniture", "byline.small")}
    found = re.findall(r"[\w’'-]+", rest)
    odd = [
        each
        for each in found
        if each[0].islower() and each.casefold() not in small and not outlets.known(each)
    ]
    return bool(found) and len(odd) <= 0.1 * len(found)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:{either(words('furniture', 'byline.tails'))}))(?:\s*:\s*|\s+)")


@cache
def _contributed() -> re.Pattern[str]:
    ends = either(words("furniture", "byline.contributed"))
    where = r"(?:contributed(?: additional)? reporting from \S[^.]{0,60})"
    return re.compile(rf"\b(?:(?i:{ends})|{where})\.?[)\]]?$")

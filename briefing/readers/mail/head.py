"""A message's head to the source card: subject, sender, day.

Headers come as they lie in the file; they may be broken in any way, and long ones are cut before
anything looks at them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_to_datetime
from functools import cache

from briefing.lexicon import either, words
from briefing.model.article import SourceCard
from briefing.model.cleaning import clean_line
from briefing.model.dates import parse_day
from briefing.readers import credits, dates, outlets

_LONGEST = 2000
"""Characters of a header that are looked at."""
_CHARSET = re.compile(r"=\?([^?\s]{1,40})\?([BbQq])\?([^?]{0,2000})\?=")
_LIST_NAME = re.compile(r"\s*\"?([^\"<]{2,80}?)\"?\s*<")
_DAY_FIRST = re.compile(
    r"^\W*(?:[^\W\d_]+,?\s+)?(.{6,40}?)(?:,?\s+(?:at|um|à|в|о|alle|a las)\s.*|\s\d{1,2}:\d{2}.*)?$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a message says of itself, in plain text."""

    subject: str = ""
    sender: str = ""
    """As in "Jane Doe <jane@example.org>"."""
    date: str = ""
    list_id: str = ""
    forwarded: bool = False
    """Whether it repeats another message's head inside a text."""
    passed_on: str = ""
    """When somebody sent it on."""

    @property
    def is_known(self) -> bool:
        return bool(self.subject or self.sender or self.date)


def head(headers: Mapping[str, str]) -> Head:
    """From raw headers by lower-case name."""
    subject, sender, day, list_id = (
        plain(headers.get(each, "")) for each in ("subject", "from", "date", "list-id")
    )
    return Head(subject, sender, day, list_id)


def plain(raw: str) -> str:
    """A raw header in plain text: unfolded, encoded words decoded; never raises."""
    value = re.sub(r"\r?\n\s*", " ", raw[:_LONGEST])
    try:
        value.encode("ascii")
    except UnicodeEncodeError:
        value = _decoded(value.encode("utf-8", "surrogateescape"), "utf-8")
    if "=?" in value:
        try:
            pieces = decode_header(value)
        except (HeaderParseError, ValueError, LookupError, UnicodeError):
            pieces = [(_CHARSET.sub("", value), None)]
        value = "".join(
            each if isinstance(each, str) else _decoded(each, charset or "ascii")
            for each, charset in pieces
        )
    return clean_line(value)


@dataclass(frozen=True, slots=True)
class Said:
    """What a head says for the source card."""

    card: SourceCard
    cues: tuple[tuple[str, str], ...]
    weak: tuple[str, ...]
    """Fields in which the article itself is to be believed before the head."""


def card(said: Head) -> Said:
    """What the head tells, and where.

    Who passes on somebody else's message has not written it, and when is not when it came out:
    that day stands only for want of another. So does an outlet that is but a sender's name.
    """
    made, cues = SourceCard(), dict[str, str]()
    where = "the forwarded head’s" if said.forwarded else "the header"
    subject, passed_on = title(said.subject)
    if subject:
        made, cues["headline"] = replace(made, title=subject), f"{where} Subject"
    is_note = passed_on and not said.forwarded
    weak: list[str] = []
    if (day := sent(said.date)) is not None and not is_note:
        made, cues["published"] = replace(made, published=day), f"{where} Date"
    elif (day := sent(said.passed_on or said.date)) is not None:
        cue = "the header Date, when it was passed on"
        made, cues["published"] = replace(made, published=day), cue
        weak.append("published")
    if is_note:
        return Said(made, tuple(cues.items()), tuple(weak))
    author, outlet = sender(said.sender, said.list_id)
    if author:
        made, cues["author"] = replace(made, authors=(author,)), f"{where} From"
    if outlet:
        made, cues["outlet"] = replace(made, outlet=outlet), f"{where} From"
        weak += [] if outlets.named(outlet) else ["outlet"]
    return Said(made, tuple(cues.items()), tuple(weak))


def title(subject: str) -> tuple[str, bool]:
    """A subject without ``Fwd:`` and ``Re:``, and whether it was forwarded."""
    forwarded = False
    while (found := _prefix().match(subject)) is not None:
        forwarded = forwarded or found["forwarded"] is not None
        subject = subject[found.end() :]
    return subject.strip(), forwarded


def sender(value: str, list_id: str = "") -> tuple[str, str]:
    """The author and the outlet that a sender's name tells; each may be empty."""
    name, bracket, address = value[:_LONGEST].rpartition("<")
    if not bracket:
        name, address = ("", value) if "@" in value else (value, "")
    name = name.strip(" '\"").replace('\\"', '"')
    local, _, _ = address.casefold().partition("@")
    listed = _LIST_NAME.match(list_id)
    if "@" in name or not name:  # an address alone names nobody
        return "", clean_line(listed[1]) if listed else ""
    for each in _joined().split(name, maxsplit=1)[:1]:
        rest = name[len(each) :]
        if rest and credits.is_name(each):
            return each, _joined().sub("", rest, count=1).strip()
    if name.count(",") == 1:  # "Doe, Jane"
        last, first = (each.strip() for each in name.split(","))
        if credits.is_name(f"{first} {last}") and len(last.split()) == 1:
            name = f"{first} {last}"
    is_robot = re.split(r"[.+_-]", local)[0] in words("mail", "sender.robots")
    if credits.is_name(name) and not outlets.named(name) and not is_robot:
        return name, ""
    return "", outlets.known(name) or name


def sent(value: str) -> date | None:
    """The day of a message where it was sent; None for what is no date."""
    try:
        return parsedate_to_datetime(value[:200]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    if (found := dates.line(value[:100])) is not None:  # as programs write it into a text
        return found.published
    bare = _DAY_FIRST.match(value[:100])
    return parse_day(bare[1].strip(" ,")) if bare else None


def _decoded(data: bytes, charset: str) -> str:
    for codec in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(codec)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


@cache
def _prefix() -> re.Pattern[str]:
    forwarded, answered = (
        either(words("mail", f"subject.{each}")) for each in ("forwarded", "answered")
    )
    return re.compile(
        rf"\s*(?:(?P<forwarded>(?i:{forwarded}))|(?i:{answered}))(?:\s?[\[(]\d+[\])])?\s?[:：]\s*"
    )


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(words('mail', 'sender.joining'))})\s+|\s*,\s+(?=\S+\s\S)")

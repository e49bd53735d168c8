"""Datelines: where and when an article was written, as agencies begin it.

``HELSINKI, Sept. 22 (AFP) — The ministers met`` and ``Berlin (dpa) – Die Minister`` stay in their
paragraph: only the source card takes note. A line in capitals with a dash may be anything, so
there must be something else too: a region, a day, or an agency.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefing.lexicon import words
from briefing.readers import dates, outlets

_LOOKED_AT = 140
"""Characters at the beginning of a paragraph that can be a dateline."""
_LONGEST = 90
"""Characters of one on a line of its own."""
_DAY_OR_AGENCY = re.compile(r"[\d(/\[]")
_SHORTEST = 4
"""Letters of a place that nothing but a dash makes one: "EU — ministers" has none."""


@dataclass(frozen=True, slots=True)
class Dateline:
    text: str
    """As it stands, without the dash behind it."""
    place: str = ""
    month: int = 0
    """1 to 12; 0 where it tells no day."""
    day: int = 0
    year: int | None = None
    outlet: str = ""
    """A known agency that signs it."""

    @property
    def published(self) -> date | None:
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> date | None:
        """The day it tells, in a year that somebody else knows."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def near(self, later: date, within: int = 31) -> date | None:
        """The day it tells, if ``later`` is at most ``within`` days behind it."""
        for year in (later.year, later.year - 1):
            day = self.in_year(self.year or year)
            if day is not None and 0 <= (later - day).days <= within:
                return day
        return None


def inline(text: str) -> Dateline | None:
    """The dateline that begins a paragraph of an article."""
    head = text[:_LOOKED_AT]
    if (signed := _agency_alone().match(head)) is not None:
        outlet = outlets.known(signed["agency"])
        month, day, year = (signed["date"] and dates.on(signed["date"])) or (0, 0, None)
        return Dateline(signed[0].rstrip(" -–—"), "", month, day, year, outlet) if outlet else None
    found = _inline().match(head)
    return _made(found) if found is not None and found.end() < len(text) else None


def alone(text: str) -> Dateline | None:
    """A dateline on a line of its own."""
    if len(text) > _LONGEST or not text[:1].isupper() or _DAY_OR_AGENCY.search(text) is None:
        return None
    found = _alone().fullmatch(text)
    if found is None or not (found["date"] or found["agency"]):
        return None
    if not found["place"].isupper():  # "Paris, le 22 septembre 2021"; "Berlin (dpa)"
        day = dates.on(found["date"]) if found["date"] else None
        signed = " " not in found["place"] and outlets.known(found["agency"] or "")
        if not (day and day[2]) and not signed:
            return None
    return _made(found)


def _made(found: re.Match[str]) -> Dateline | None:
    place, region = found["place"], found["region"] or ""
    outlet = outlets.known(found["agency"] or "")
    day = dates.on(found["date"]) if found["date"] else None
    if found["date"] and day is None:
        return None
    label = place.casefold() in _labels() or place.split()[0].casefold() in _days()
    letters = sum(map(str.isalpha, place))
    if place.isupper() and letters >= 2 and not label:
        dash = not found["dash"].startswith(":")
        evident = bool(region or day or found["agency"] or (dash and letters >= _SHORTEST))
    else:
        evident = bool(outlet or day) and not label
    if not evident or outlets.known(place) or found["date"] == place:
        return None
    month, number, year = day or (0, 0, None)
    text = found[0].removesuffix(found["dash"]).strip()
    return Dateline(text, _spelled(place) + region, month, number, year, outlet)


def _spelled(place: str) -> str:
    """``RIVER CITY`` as ``River City``; anything else as it stands."""
    if not place.isupper() or len(place) <= 2:
        return place
    return re.sub(r"[^\W\d_]+[’'][Ss]\b", lambda each: each[0].capitalize(), place.title())


@cache
def _labels() -> frozenset[str]:
    keys = ("byline.labels", "notice.whole", "related.starts", "byline.no_places")
    return frozenset(
        each.casefold().rstrip(" :-–—") for key in keys for each in words("furniture", key)
    )


@cache
def _days() -> frozenset[str]:
    """Weekdays and months, which are no places."""
    return frozenset(words("days", "weekdays.all")) | dates.month_names()


@cache
def _agency_alone() -> re.Pattern[str]:
    day = rf"(?:(?P<date>{dates.any_day()})\s)?"
    return re.compile(day + r"\((?P<agency>[^()]{2,40})\)\s?[-–—]{1,2}\s")


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(_place_and_day() + r"(?P<dash>\s?(?:[-–—]{1,2}|:|(?<=[)/\]])\.)\s)")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(_place_and_day() + r"(?P<dash>\s?(?:[-–—]{1,2}|:|\.)|)\s*")


def _place_and_day() -> str:
    word = r"[^\W\d_][\w.’'/-]*"
    region = r"(?P<region>,\s[^\W\d_][\w.]*(?:\s[^\W\d_][\w.]*){0,2})"
    day = rf"(?:(?:,|\s[-–—]|\.)?\s(?P<date>{dates.any_day()}))"
    agency = r"(?:[.,]?\s?[(/\[](?P<agency>[^()\[\]]{2,40}?)[)/\]])"
    return rf"(?P<place>{word}(?:\s{word}){{0,3}}?){region}??{day}?{agency}?"

"""What each paragraph is: an ordered list of rules, the first that speaks decides.

A rule is a function that gives the cue by which it knows a paragraph, or None. Rules would
rather miss furniture than take a sentence of the article for it: the person can turn a
caption off with one click, but would never look for a sentence that is greyed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.lexicon import either, words
from briefing.model.article import Role
from briefing.readers import bans, credits, dates

_TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ITEM = re.compile(r"[-–—*•·‣▪○]\s|\(?\w{1,2}[.)]\s")
_LONG = 400
"""Characters. Furniture, captions apart, is shorter; so a rule need not search a long text."""
_COPYRIGHT = re.compile(r"(?i:copyright)\s+\d{4}(?=[,.]|\s+[A-Z(]|\s*$|\s+by\s+[A-Z]|\s*[-–])")
_LINK_MARK = re.compile(r"\s*[:|»›>→]|\s[-–—]\s")
_MAX_LINKS = 12
"""In one list of related articles. A longer list is none, and the search stays short."""
_BARE_DATE, _DATE_BELOW = "a date on its own line", "sub-heading: a date on its own line"
_MAX_HEADING_WORDS, _MAX_SUBHEADING_WORDS = 22, 10


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph among the others."""

    text: str
    index: int
    texts: Sequence[str]
    roles: Sequence[Role]
    """Of the paragraphs before."""
    before_body: bool
    """Whether all of those are furniture or headings."""
    titled: bool
    """Whether one of those is a heading."""

    @property
    def next(self) -> str:
        return self.texts[self.index + 1] if self.index + 1 < len(self.texts) else ""


Rule = Callable[[Place], str | None]


def assign(
    texts: Sequence[str], checkpoint: Callable[[], None] = lambda: None
) -> list[tuple[Role, str]]:
    """The role of each paragraph and its cue, which is empty for body text."""
    roles: list[Role] = []
    cues: list[str] = []
    before_body, titled = True, False
    for index, text in enumerate(texts):
        if index % 1000 == 0:
            checkpoint()
        role, cue = _first(Place(text, index, texts, roles, before_body, titled))
        before_body = before_body and role is not Role.BODY
        titled = titled or role is Role.HEADING
        roles.append(role)
        cues.append(cue)
    if Role.BODY not in roles:  # a text of headings and captions only is the article itself
        found = zip(roles, cues, strict=True)
        itself = (Role.HEADING, Role.CAPTION)
        return [(Role.BODY, "") if role in itself else (role, cue) for role, cue in found]
    _mark_last_notice(texts, roles, cues)
    _mark_timeline(roles, cues)
    return list(zip(roles, cues, strict=True))


def _mark_last_notice(texts: Sequence[str], roles: list[Role], cues: list[str]) -> None:
    """A sentence about a ban is a notice only where nothing of the article follows it."""
    last = len(roles) - 1 - roles[::-1].index(Role.BODY)
    if Role.HEADING in roles[last:] or Role.BODY not in roles[:last]:
        return
    if (cue := bans.notice(texts[last])) is not None:
        roles[last], cues[last] = Role.NOTICE, cue


def _mark_timeline(roles: list[Role], cues: list[str]) -> None:
    """A bare date straight above the body heads it, if other dates head what follows."""
    first = roles.index(Role.BODY)
    if first and cues[first - 1] == _BARE_DATE and _DATE_BELOW in cues[first:]:
        roles[first - 1], cues[first - 1] = Role.HEADING, _DATE_BELOW


def _first(place: Place) -> tuple[Role, str]:
    for role, rule in RULES:
        if (cue := rule(place)) is not None:
            return role, cue
    return Role.BODY, ""


def marked_ban_notice(place: Place) -> str | None:
    """A notice of a ban anywhere, if it is set apart: ``* X is an organisation banned in Y``."""
    marked = place.text[0] == "*" or (place.text[0] in "([" and place.text[-1] in ")]")
    return bans.notice(place.text) if marked else None


def starts_notice(place: Place) -> str | None:
    if (year := _COPYRIGHT.match(place.text[:_LONG])) is not None and len(place.text) <= _LONG:
        return f"notice: “{year[0].strip()}”"
    found = _starting(place.text, "notice.starts")
    return f"notice: “{found[0]}”" if found and len(place.text) <= _LONG else None


def rights_reserved(place: Place) -> str | None:
    if len(place.text) > _LONG:
        return None
    for phrase in words("furniture", "notice.reserved"):
        if place.text.startswith(phrase) or place.text.rstrip(" .").endswith(phrase):
            return f"copyright notice: “{phrase}”"
    return None


def whole_line(place: Place) -> str | None:
    """A line that is one of the known ones, or has no word in it at all."""
    text = place.text
    if len(text) > 60:
        return None
    bare = text.strip(" -–—*#=_.~·•[]()<>|:").casefold()
    if not bare:
        return "a line without words"
    return f"notice: “{bare}”" if bare in _folded("notice.whole") else None


def related_link(place: Place) -> str | None:
    text = place.text
    if len(text) > _LONG or (found := _starting(text, "related.starts")) is None:
        return None
    start, rest = found
    is_open = start.casefold() in _folded("related.open")
    opens_title = rest.lstrip("\"'“‘« ")[:1].isupper() and not _finished(text)
    if not rest or _LINK_MARK.match(rest) or (is_open and opens_title):
        return f"related link: “{start}”"
    return None


def listed_link(place: Place) -> str | None:
    """A headline in the list under ``Related articles``."""
    if not place.roles or place.roles[-1] is not Role.RELATED or not _is_title(place.text, 20):
        return None
    opening = place.index - 1
    while opening > 0 and place.roles[opening - 1] is Role.RELATED:
        opening -= 1
        if place.index - opening > _MAX_LINKS:
            return None
    bare = place.texts[opening].rstrip(" :").casefold()
    alone = bare in _folded("related.starts")
    return "goes on from the related links before" if alone else None


def caption(place: Place) -> str | None:
    text = place.text
    if len(text) > 2 * _LONG:
        return None
    if (found := _starting(text, "caption.starts")) is not None:
        return f"caption: “{found[0]}”"
    credit = credits.find(text, first=place.before_body)
    return f"caption with photo credit: “{credit}”" if credit else None


def by_names(place: Place) -> str | None:
    return f"byline: “{place.text}”" if credits.authors(place.text) else None


def label(place: Place) -> str | None:
    """``EXCLUSIVE``, ``Associated Press Writer``, ``Contact: …``: above the article only."""
    text = place.text
    if not place.before_body or len(text) > _LONG // 2:
        return None
    bare = text.strip(" -–—*#=_.~·•[]()<>|:!").casefold()
    if bare in _folded("byline.labels"):
        return f"label: “{bare}”"
    found = _starting(text, "byline.starts")
    return f"label: “{found[0]}”" if found else None


def date_line(place: Place) -> str | None:
    found = dates.line(place.text)
    if found is None or not (place.before_body or found.labelled):
        return None
    return "a date on its own line, and what it is of" if found.labelled else _BARE_DATE


def dateline(place: Place) -> str | None:
    is_one = place.before_body and dates.dateline(place.text)
    return "dateline: place and date on their own line" if is_one else None


def date_below(place: Place) -> str | None:
    """In a timeline or a round-up a date heads what comes under it."""
    text = place.text
    is_one = dates.line(text) is not None or dates.dateline(text) is not None
    return _DATE_BELOW if is_one else None


def headline(place: Place) -> str | None:
    """The first line that is no furniture, short and unfinished, with an article under it."""
    text = place.text
    if not place.before_body or place.titled:
        return None
    if not _is_title(text.removesuffix("?"), _MAX_HEADING_WORDS):
        return None
    below = place.texts[place.index + 1 : place.index + 5]
    article = any(_finished(each) and len(each) > len(text) for each in below)
    return "headline: short, above the article, and no sentence end" if article else None


def subheading(place: Place) -> str | None:
    """A short line without an end, above a paragraph that has one."""
    if not _is_title(place.text, _MAX_SUBHEADING_WORDS) or _said().search(place.text):
        return None
    runs = _finished(place.next) and len(place.next.split(maxsplit=8)) > 8
    return "sub-heading: a short line above a paragraph" if runs else None


@cache
def _said() -> re.Pattern[str]:
    """``It is late, said Jane Doe``: a sentence, though it has no end."""
    return re.compile(rf",[\"'”’»]?\s+(?:{either(words('attribution', 'verbs.speech'))})\b")


def _finished(text: str) -> bool:
    """Whether it ends as a sentence does."""
    return _SENTENCE_END.search(text[-12:]) is not None


def _is_title(text: str, most_words: int) -> bool:
    if len(text) > _LONG // 2 or _TERMINAL.search(text) or _ITEM.match(text):
        return False
    first = text.lstrip("\"'“‘«#([ ")[:1]
    return len(text.split()) <= most_words and (first.isupper() or first.isdigit())


def _starting(text: str, key: str) -> tuple[str, str] | None:
    """The longest entry of a list that the text begins with, and what follows it."""
    bare = text.lstrip("*•-–—>»[( ")
    lowered = bare[:80].casefold()
    longest = 0
    for each in _by_first_letter(key).get(lowered[:1], ()):
        # An entry ends where a word does: "Related" does not begin "Relatedly".
        ends = not (each[-1].isalpha() and bare[len(each) : len(each) + 1].isalnum())
        if ends and lowered.startswith(each):
            longest = max(longest, len(each))
    return (bare[:longest], bare[longest:]) if longest else None


@cache
def _by_first_letter(key: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in words("furniture", key):
        found.setdefault(each[0].casefold(), []).append(each.casefold())
    return found


@cache
def _folded(key: str) -> frozenset[str]:
    return frozenset(each.casefold() for each in words("furniture", key))


RULES: tuple[tuple[Role, Rule], ...] = (
    (Role.NOTICE, whole_line),
    (Role.NOTICE, starts_notice),
    (Role.NOTICE, rights_reserved),
    (Role.NOTICE, marked_ban_notice),
    (Role.RELATED, related_link),
    (Role.RELATED, listed_link),
    (Role.BYLINE, by_names),
    (Role.BYLINE, date_line),
    (Role.BYLINE, dateline),
    (Role.HEADING, date_below),
    (Role.BYLINE, label),
    (Role.CAPTION, caption),
    (Role.HEADING, headline),
    (Role.HEADING, subheading),
)

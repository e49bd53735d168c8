"""Rules for what stands around an article and says so in its own words."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import either, words
from briefing.model.article import Role
from briefing.readers import bans, phrases
from briefing.readers.place import Place

_LONG = 400
"""Characters. Furniture, captions apart, is shorter; so a rule need not search a long text."""
_LONGEST_NOTE = 900
"""Characters of an editor's note or a correction."""
_LONGEST_INVITATION = 250
_COPYRIGHT = re.compile(r"(?i:copyright)\s+\d{4}(?=[,.]|\s+[A-Z(]|\s*$|\s+by\s+[A-Z]|\s*[-–])")
_LINK_MARK = re.compile(r"\s*[:|»›>→]|\s[-–—]\s")
_QUOTED = re.compile('["“”«»„]')
_MAX_LINKS = 12
"""In one list of related articles. A longer list is none, and the search stays short."""
_LONGEST_HEAD = 60
_MAX_TAG_WORDS = 4
_BRACKET = ("(", "[")


def whole_line(place: Place) -> str | None:
    """A line that is one of the known ones, or has no word in it at all."""
    text = place.text
    if len(text) > 160:
        return None
    if not text.strip(" -–—*#=_.~·•[]()<>|:"):
        return "a line without words"
    found = phrases.whole(text, "notice.whole")
    return f"notice: “{found}”" if found else None


def correction(place: Place) -> str | None:
    """``Correction: An earlier version …``, ``(Corrects the name in paragraph 3)``."""
    return _note(place.text, "correction", "notice.corrections")


def editors_note(place: Place) -> str | None:
    """``Editor's note: …``, ``(This story has been updated with …)``."""
    return _note(place.text, "editor's note", "notice.notes")


def _note(text: str, kind: str, key: str) -> str | None:
    if len(text) > _LONGEST_NOTE:
        return None
    if (found := phrases.starting(text, key)) is not None:
        return f"{kind}: “{found[0]}”"
    if text[0] in _BRACKET and (found := phrases.starting(text, f"{key}_bracketed")) is not None:
        return f"{kind}: “{found[0]}”"
    return None


def starts_notice(place: Place) -> str | None:
    text = place.text
    if len(text) > _LONG:
        return None
    if (year := _COPYRIGHT.match(text)) is not None:
        return f"notice: “{year[0].strip()}”"
    found = phrases.starting(text, "notice.starts")
    return f"notice: “{found[0]}”" if found and not _is_said(text) else None


def rights_reserved(place: Place) -> str | None:
    text = place.text
    if len(text) > _LONG:
        return None
    reserved = words("furniture", "notice.reserved")
    if text.startswith(reserved) or text.rstrip(" .").endswith(reserved):
        phrase = next(each for each in reserved if each in text)
        return f"copyright notice: “{phrase}”"
    return None


def invitation(place: Place) -> str | None:
    """``Get our morning letter delivered to your inbox``: it speaks to the reader of itself."""
    text = place.text
    if len(text) > _LONGEST_INVITATION:
        return None
    lowered = text.casefold()
    found = next((each for each in _invitations() if each in lowered), None)
    if found is None or _QUOTED.search(text) or _is_said(text):
        return None
    return f"notice: “{found}”" if re.search(rf"\b{re.escape(found)}\b", lowered) else None


def marked_ban_notice(place: Place) -> str | None:
    """A notice of a ban anywhere, if it is set apart: ``* X is an organisation banned in Y``."""
    marked = place.text[0] == "*" or (place.text[0] in "([" and place.text[-1] in ")]")
    if not marked or len(place.text) > _LONG:
        return None
    if (found := bans.notice(place.text)) is not None:
        return found
    ban = _bans_elsewhere().search(place.text)
    return f"legal notice: “{ban[0]}”" if ban else None


def tags(place: Place) -> str | None:
    """``Topics: rivers, dams``, and the tags below a line ``Topics``."""
    text = place.text
    if len(text) > _LONG:
        return None
    if (found := phrases.starting(text, "related.tags")) is not None:
        start, rest = found
        if not rest.strip(" :") or (rest.lstrip().startswith(":") and not phrases.finished(text)):
            return f"tags: “{start}”"
    if place.role_before is Role.RELATED and len(text.split()) <= _MAX_TAG_WORDS:
        opening = _opening(place)
        if opening is not None and phrases.is_one_of(place.texts[opening], "related.tags"):
            is_title = phrases.is_title(text, _MAX_TAG_WORDS) or text.startswith("#")
            return "goes on from the tags before" if is_title and not _runs(place.next) else None
    return None


def related_link(place: Place) -> str | None:
    text = place.text
    if len(text) > _LONG or (found := phrases.starting(text, "related.starts")) is None:
        return None
    start, rest = found
    is_open = start.casefold() in _open()
    opens_title = rest.lstrip("\"'“‘« ")[:1].isupper() and not phrases.finished(text)
    if not rest.strip(" …") or _LINK_MARK.match(rest) or (is_open and opens_title):
        return f"related link: “{start}”"
    return None


def listed_link(place: Place) -> str | None:
    """A headline in the list under ``Related articles``."""
    if place.role_before is not Role.RELATED or not phrases.is_title(place.text, 20):
        return None
    opening = _opening(place)
    alone = opening is not None and phrases.is_one_of(place.texts[opening], "related.starts")
    return "goes on from the related links before" if alone else None


def related_heading(place: Place) -> str | None:
    """A heading above links: ``Related articles``, ``Most read``. Never the headline."""
    if not place.titled and place.before_body:
        return None
    for key in ("related.starts", "related.tags"):
        if phrases.is_one_of(place.text, key):
            return f"related links: “{place.text}”"
    return None


def link_under_heading(place: Place) -> str | None:
    """A title that is a heading too, under ``Related articles``, with no text of its own."""
    return listed_link(place) if not _runs(place.next) else None


def _opening(place: Place) -> int | None:
    """Where the run of related links before a paragraph begins; None when it is too long."""
    roles, opening = place.roles, place.index - 1
    if opening >= _MAX_LINKS and all(each is Role.RELATED for each in roles[-_MAX_LINKS:]):
        last = range(opening, opening - _MAX_LINKS, -1)
        return next((each for each in last if _heads(place.texts[each])), None)
    while opening > 0 and roles[opening - 1] is Role.RELATED and not _heads(place.texts[opening]):
        opening -= 1
    return opening


def _heads(text: str) -> bool:
    """Whether it stands above related links, and is none itself."""
    return len(text) < _LONGEST_HEAD and phrases.is_one_of(text, "related.starts")


def _runs(text: str) -> bool:
    """Whether it is a paragraph of an article, not a title."""
    return phrases.finished(text) and len(text.split(maxsplit=8)) > 8


def _is_said(text: str) -> bool:
    """``Follow our troops, the king said.``: a sentence that somebody says."""
    return _said().search(text) is not None


@cache
def _said() -> re.Pattern[str]:
    verbs = either(words("attribution", "verbs.speech"))
    return re.compile(rf",[\"'”’»]?\s+(?:\S+\s+){{0,4}}(?:{verbs})\b[^,]{{0,60}}$")


@cache
def _invitations() -> tuple[str, ...]:
    return tuple(each.casefold() for each in words("furniture", "notice.invitations"))


@cache
def _bans_elsewhere() -> re.Pattern[str]:
    return re.compile(rf"(?i:{either(words('furniture', 'notice.bans_elsewhere'))})")


@cache
def _open() -> frozenset[str]:
    return frozenset(each.casefold() for each in words("furniture", "related.open"))

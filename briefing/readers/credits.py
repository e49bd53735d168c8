"""Who made a picture or wrote the article, where a line of its own says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.lexicon import either, words
from briefing.readers import outlets

_SENTENCE_START = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=\S)")
_CREDIT_SPAN = 110
"""Characters at the end of a paragraph that can be a credit."""
_PIECES = re.compile(r",|&|\band\b|[|•·;]|\s[-–—/]\s")
_IN_PLACE = re.compile(r"\s+(?:in|for|at)\s+[A-Z].*$")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_CAPITALISED = re.compile(r"[^\W\d_]")


def find(text: str, *, first: bool) -> str | None:
    """The photo credit at the end of a caption; None when there is none.

    ``first`` tells that the article has not begun. Further down "Jane Doe/AFP" may be how its
    author signs, and a sentence of the article would be lost; so there a credit needs a label,
    or somebody's name with an agency of pictures.
    """
    tail = text[-_CREDIT_SPAN:]
    if (found := _labelled().search(tail)) is not None:
        return found["credit"]
    if (found := _bracketed().search(tail)) is not None:
        # "… 38% (Reuters/Ipsos).": the full stop behind makes it a part of the sentence.
        inside = found["stop"] and not _SENTENCE_START.search(tail[: found.start()] + "(")
        if _is_credit(_parts(found["credit"]), first=first and not inside, alone=False):
            return found["credit"]
    if first:
        for pattern in (_agency_at_end(), _copyright()):
            if (found := pattern.search(tail)) is not None and not _is_said(tail, found):
                return found["credit"]
    starts = [match.end() for match in _SENTENCE_START.finditer(tail)]
    if len(text) <= _CREDIT_SPAN:
        starts.insert(0, 0)
    # An initial ("J. Doe / Agency") looks like a sentence end too: take the longest that fits.
    for start in starts:
        credit = tail[start:]
        if _slashed().fullmatch(credit):
            return credit if _is_credit(_parts(credit), first=first, alone=True) else None
    return None


def _is_credit(parts: Sequence[str], *, first: bool, alone: bool) -> bool:
    """Whether the parts of ``Name / Agency`` are a photographer's and an agency's.

    ``alone`` tells that nothing of a sentence stands before them.
    """
    pollsters = words("furniture", "caption.pollsters")
    if any(word in pollsters for part in parts for word in part.split()):
        return False
    somebody = any(is_name(part) for part in parts)
    if not first:
        return somebody and any(part in words("furniture", "caption.pictures") for part in parts)
    known = [part in _agencies() for part in parts]
    return somebody or all(known) or (alone and any(known))


def _is_said(tail: str, found: re.Match[str]) -> bool:
    """Whether somebody is quoted: "said John Smith/AFP"."""
    before = tail[: found.start("credit")].split()
    verbs = (*words("attribution", "verbs.speech"), *words("attribution", "verbs.clause"))
    return bool(before) and before[-1].casefold() in (*verbs, "to", "by", "with", "and", "told")


def authors(text: str) -> tuple[str, ...]:
    """The names in a byline such as "By Jane Doe and John Roe, Reuters"; empty if it is none."""
    if len(text) > 160 or (opening := _by().match(text)) is None:
        return ()
    rest = text[opening.end() :].rstrip(" .|")
    names: list[str] = []
    for number, piece in enumerate(_PIECES.split(_IN_PLACE.sub("", rest))):
        name = _BRACKETED.sub("", piece).strip()
        several = [each.strip() for each in _joined().split(name)]
        mixed = all(is_name(each) or outlets.known(each) for each in several)
        found = [each for each in several if is_name(each)] if mixed else [name]
        is_names = bool(found) and is_name(found[0])
        if number == 0 and not is_names:  # "By the end of the week": no byline at all
            return ()
        if is_names:
            names += found
        elif len(name.split()) > 4:
            return ()
    return tuple(names)


def introduced(text: str) -> str:
    """What follows "By"; empty when the line does not begin so."""
    opening = _by().match(text)
    return text[opening.end() :].strip() if opening else ""


def is_name(text: str) -> bool:
    """Whether it may be a person's: two to five words with capitals, and no post or outlet."""
    parts = text.split()
    if not 2 <= len(parts) <= 5 or text in _agencies():
        return False
    particles = words("furniture", "caption.particles")
    return (
        parts[0][0].isupper()
        and parts[-1][0].isupper()
        and not text.endswith(("?", "!", ";"))
        and ":" not in text
        and all(part[0].isupper() or part.casefold() in particles for part in parts)
        and all(_CAPITALISED.match(part) for part in parts)
        and not any(map(_is_post, parts))
        and not {"the", "of"} & {part.casefold() for part in parts}
    )


def is_post(text: str) -> bool:
    """Whether it tells what somebody does at a newspaper: "Defence Correspondent"."""
    parts = text.split()
    return 1 <= len(parts) <= 5 and any(map(_is_post, parts)) and not text.endswith((".", "?"))


def _is_post(word: str) -> bool:
    return word.casefold().strip(".,") in words("furniture", "byline.posts")


def _parts(credit: str) -> list[str]:
    return [part.strip(" .") for part in re.split(r"/|\svia\s", credit)]


@cache
def _agencies() -> frozenset[str]:
    return frozenset(words("furniture", "caption.agencies"))


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('furniture', 'byline.by'))})\s?:?\s+")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(words('furniture', 'byline.joining'))})\s+")


@cache
def _name() -> str:
    """A name of one to six words, each capitalised but for small ones inside."""
    particles = either(words("furniture", "caption.particles"))
    word = r"[A-Z\u00c0-\u00de\u0100-\u024f\u0400-\u042f@][\w.’'&-]*"
    return rf"{word}(?:\s+(?:(?:{particles})\s+){{0,2}}{word}){{0,5}}"


@cache
def _slashed() -> re.Pattern[str]:
    """``Name / Agency / Agency`` and nothing else."""
    return re.compile(rf"{_name()}(?:\s?/\s?{_name()}){{1,4}}")


@cache
def _labelled() -> re.Pattern[str]:
    """``Photo: Name``, ``Image by Name / Agency``, ``(Photo: Name)``."""
    labels = either(words("furniture", "caption.labels"))
    name = rf"{_name()}(?:\s?/\s?{_name()}){{0,4}}"
    return re.compile(
        rf"(?:^|(?<=[\s(\[]))(?P<credit>(?:{labels})(?:\s*:|\s+by:?|\s+courtesy of:?|\s+©)\s*{name}"
        rf"(?:,\s*{name})?)\.?[)\]]?\.?$"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    """``(AP Photo/Jane Doe)``: in brackets, with a slash or "via", and an agency."""
    agency, name = either(words("furniture", "caption.agencies")), _name()
    chain = rf"(?:{name})(?:\s?/\s?{name}|\s+via\s+{name}){{1,4}}"
    # One part must be an agency, or "his army (AFU/ZSU)" would be a credit.
    return re.compile(rf"[(\[](?=[^)\]]*\b(?:{agency})\b)(?P<credit>{chain})[)\]](?P<stop>\.?)$")


@cache
def _agency_at_end() -> re.Pattern[str]:
    """``… at the border Jane Doe/AFP``: no sentence end before it, but a known agency."""
    agency, name = either(words("furniture", "caption.agencies")), r"[A-Z][\w.’'-]+"
    via = rf"(?:\s+via\s+(?:{agency}))?"
    return re.compile(
        rf"(?:^|\s)(?P<credit>{name}\s+{name}\s?/\s?(?:{agency})(?:\s?/\s?(?:{agency}))*{via})$"
    )


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[.!?…)]\s)(?P<credit>©\s?(?:\d{{4}}\s)?{_name()}(?:\s?/\s?{_name()})*)$"
    )

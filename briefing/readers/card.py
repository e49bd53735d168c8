"""The source card: only what a rule reads, and where; the rest is asked of the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from briefing.lexicon import words
from briefing.model.article import Role, SourceCard
from briefing.readers import bylines, credits, datelines, dates, language, outlets, phrases

_LONGEST_CUE = 60
_LAST = 8
"""Paragraphs at the end in which a line may tell who published the article."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_RIGHTS = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s:]*(?:©|\([cC]\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*"
    r"(?:by\s+)?(?P<name>[^\W\d_][^.,;:|©]{1,40}?)\s*(?:[.,;:|©]|\d{4}|[Aa]ll [Rr]ights|$)"
)
_MAIL = re.compile(r"\s*[<(]?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}[>)]?")
_MOST_AUTHORS = 20
_GREETING, _NOTE_WORDS = 4, 60
"""Paragraphs, and words in them, that a letter may have above the article it passes on."""
_LOOKED_THROUGH = 200
"""Paragraphs of a letter that are looked at for further datelines."""
_SURE = 400
"""Characters from which a guess at its language outweighs what the file says."""

Cued = tuple[str, str]
"""(value, cue)."""


def from_paragraphs(
    texts: Sequence[str],
    roles: Sequence[Role],
    *,
    is_letter: bool = False,
    passed_on: date | None = None,
) -> tuple[SourceCard, tuple[tuple[str, str], ...]]:
    """The card, and (field of ``template.SOURCE_FIELDS``, cue) for what was read.

    In a letter words to its reader may stand above the article; ``passed_on`` is the day on which
    somebody sent it on.
    """
    first, last = _body(roles)
    above = [(texts[each], roles[each]) for each in range(first)]
    below = [(texts[each], roles[each]) for each in range(last + 1, len(texts))][-_LAST:]
    lines = [_Line(text, role) for text, role in (*above, *below)]
    opening = _opening(texts, roles, first, is_letter)
    found: dict[str, Cued] = {}

    def tell(field: str, values: Iterator[Cued]) -> None:
        if (value := next(values, None)) is not None:
            found[field] = value

    tell("headline", _titles(above))
    tell("author", _authors([_Line(*each) for each in above], [_Line(*each) for each in below]))
    tell("published", _days(above, below, opening, passed_on))
    tell("place", _places(above, opening))
    tell("outlet", _outlets(lines, above, opening))
    tell("url", _addresses(above, below))
    if (guess := language.told(texts)) is not None:
        found["language"] = guess
    made = SourceCard()
    for field, (value, _) in found.items():
        made = made.with_value(field, value)
    return made, tuple((field, cue) for field, (_, cue) in found.items() if made.value(field))


def described(outlet: str) -> Cued | None:
    """What a known outlet is, and how the program knows."""
    found = outlets.descriptor(outlet)
    return (found, f"“{outlet}” is known") if found else None


def language_of(texts: Sequence[str], declared: str | None) -> Cued | None:
    """The language that the words tell, if it is surely not the one that the file declares."""
    guess = language.told(texts) if declared else None
    if guess is None or declared is None or sum(map(len, texts)) < _SURE:
        return None
    if _base(guess[0]) == _base(declared):
        return None
    return guess[0], f"{guess[1]}; the file says “{_short(declared)}”"


def cleaned_authors(names: Sequence[str]) -> tuple[str, ...]:
    """Names without "By", addresses and posts, each once."""
    found: dict[str, str] = {}
    for each in names:
        for name in _names(each):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST_AUTHORS]


def _names(text: str) -> Iterator[str]:
    bare = _MAIL.sub("", _ADDRESS.sub("", " ".join(text.split()))).strip(" ,;|-–—@")
    if not bare or len(bare) > 200:
        return
    read = bylines.read(bare)
    if read is not None and read.authors:
        yield from read.authors
        return
    for each in words("furniture", "byline.by"):
        if bare.startswith(f"{each} "):
            bare = bare.removeprefix(each).strip(" :")
            break
    if bare:
        yield bare


# ---------------------------------------------------------------- what stands where


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    role: Role

    @property
    def byline(self) -> bylines.Byline | None:
        return bylines.read(self.text) if self.role is Role.BYLINE else None

    @property
    def is_name(self) -> bool:
        """Whether it is a name alone, which the roles took for a byline."""
        is_byline = self.role is Role.BYLINE and credits.is_name(self.text)
        return is_byline and not phrases.whole(self.text, "byline.labels")


def _body(roles: Sequence[Role]) -> tuple[int, int]:
    """Index of the first and the last paragraph of body text."""
    if Role.BODY not in roles:
        return len(roles), len(roles)
    return roles.index(Role.BODY), len(roles) - 1 - roles[::-1].index(Role.BODY)


def _opening(
    texts: Sequence[str], roles: Sequence[Role], first: int, is_letter: bool
) -> datelines.Dateline | None:
    """The dateline that begins the article's first paragraph; in a letter, that under a note.

    Of several there none is the letter's: it is a round-up.
    """
    found = datelines.inline(texts[first]) if first < len(roles) else None
    if found is not None or not is_letter:
        return found
    body = [text for text, role in zip(texts, roles, strict=True) if role is Role.BODY]
    words_before = list(accumulate(len(each.split()) for each in body[:_GREETING]))
    under = [datelines.inline(each) for each in body[1:_LOOKED_THROUGH]]
    told = [(number, each) for number, each in enumerate(under) if each is not None]
    if len(told) != 1 or told[0][0] >= len(words_before):
        return None
    return told[0][1] if words_before[told[0][0]] <= _NOTE_WORDS else None


def _titles(above: Sequence[tuple[str, Role]]) -> Iterator[Cued]:
    # A heading further down is a sub-heading.
    for text, role in above:
        if role is Role.HEADING:
            yield text, "headline above the text"


def _authors(above: Sequence[_Line], below: Sequence[_Line]) -> Iterator[Cued]:
    """Those named above the article first; below it only where the line says "By"."""
    for line in above:
        if (found := line.byline) and found.authors:
            yield "; ".join(cleaned_authors(found.authors)), _cue("byline", line.text)
        elif line.is_name:
            yield line.text, _cue("byline", line.text)
    for line in below:
        if (found := line.byline) and found.authors and found.sure:
            yield "; ".join(cleaned_authors(found.authors)), _cue("byline", line.text)


def _days(
    above: Sequence[tuple[str, Role]],
    below: Sequence[tuple[str, Role]],
    opening: datelines.Dateline | None,
    passed_on: date | None,
) -> Iterator[Cued]:
    updated: date | None = None
    for text, role in above:
        if role is not Role.BYLINE:
            continue
        if (found := dates.line(text) or bylines.read(text)) is not None:
            if found.published:
                yield found.published.isoformat(), _cue("date", text)
            updated = updated or found.updated
        elif (place := datelines.alone(text)) is not None and place.published:
            yield place.published.isoformat(), _cue("dateline", place.text)
    if opening is not None and opening.published:
        yield opening.published.isoformat(), _cue("dateline", opening.text)
    for text, role in below:
        found = dates.line(text) if role is Role.BYLINE else None
        if found and found.labelled and found.published:
            yield found.published.isoformat(), _cue("date", text)
        updated = updated or (found.updated if found else None)
    if opening is not None and updated and opening.month and (day := opening.near(updated)):
        yield day.isoformat(), _cue("dateline", opening.text) + " and the year of its update"
    if opening is not None and passed_on and opening.month and (day := opening.near(passed_on)):
        yield day.isoformat(), _cue("dateline", opening.text) + " and the year it was passed on"


def _places(
    above: Sequence[tuple[str, Role]], opening: datelines.Dateline | None
) -> Iterator[Cued]:
    alone = (datelines.alone(text) for text, role in above if role is Role.BYLINE)
    for found in (*alone, opening):
        if found is not None and found.place:
            yield found.place, _cue("dateline", found.text)


def _outlets(
    lines: Sequence[_Line],
    above: Sequence[tuple[str, Role]],
    opening: datelines.Dateline | None,
) -> Iterator[Cued]:
    """What says it outright first, then what hints at it."""
    for number, line in enumerate(lines):
        named = phrases.starting(line.text, "byline.starts") if line.role is Role.BYLINE else None
        if named and named[0].casefold().rstrip(" :") in words("furniture", "byline.sources"):
            name = named[1].strip(" .")
            is_name = bool(outlets.named(name)) or (number < len(above) and _is_name(name))
            if is_name:
                yield outlets.named(name) or name, _cue("", line.text)
    for line in lines:
        if (found := line.byline) and found.outlet:
            yield found.outlet, _cue("byline", line.text)
        elif line.role is Role.BYLINE and (name := outlets.known(line.text.strip("() "))):
            yield name, _cue("agency line", line.text)
    placed = (datelines.alone(text) for text, role in above if role is Role.BYLINE)
    for found in (*placed, opening):
        if found is not None and found.outlet:
            yield found.outlet, _cue("dateline", found.text)
    for line in reversed(lines):
        rights = _RIGHTS.search(line.text) if line.role is Role.NOTICE else None
        if rights and _is_name(rights["name"]) and len(line.text) <= 300:
            name = rights["name"].strip()
            yield outlets.known(name) or name, _cue("", line.text)


def _addresses(
    above: Sequence[tuple[str, Role]], below: Sequence[tuple[str, Role]]
) -> Iterator[Cued]:
    """Of a line that is an address: above the article, or the only one under it."""
    for group in (above, below):
        found = [
            address[0].rstrip(").,;]")
            for text, role in group
            if role is Role.BYLINE and (address := _ADDRESS.search(text)) is not None
        ]
        if found and (group is above or len(set(found)) == 1):
            yield found[0], "an address on its own line"


def _is_name(text: str) -> bool:
    """Whether it may be what an outlet is called: a few words with capitals, no sentence."""
    parts = text.split()
    small = words("furniture", "caption.particles")
    return (
        1 <= len(parts) <= 6
        and not phrases.finished(text)
        and all(each[0].isupper() or each[0].isdigit() or each in small for each in parts)
        and not phrases.whole(text, "notice.whole")
        and _ADDRESS.match(text) is None
    )


def _base(tag: str) -> str:
    base = re.split("[-_]", tag.strip().casefold())[0]
    return {"no": "nb", "nn": "nb", "iw": "he", "in": "id"}.get(base, base)


def _cue(kind: str, text: str) -> str:
    return f"{kind} “{_short(text)}”".strip()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CUE else text[: _LONGEST_CUE - 1].rstrip() + "…"

"""What stands between two lines ``---`` at the head of a Markdown file: a card, not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.lexicon import words
from briefing.model.article import Role, SourceCard
from briefing.model.dates import parse_day
from briefing.readers.content import Block

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_MOST = 200
"""Lines."""
_ENTRY = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*[:=](?:\s+(.*)|$)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_LAYOUT = re.compile(r"\s|#|$")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
CUE = "front matter"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    blocks: tuple[Block, ...]
    """Its title as a headline, all else as notices: nothing in the file is lost."""
    card: SourceCard
    cues: tuple[tuple[str, str], ...]
    lines: int
    """How many lines it takes."""


NONE = FrontMatter((), SourceCard(), (), 0)


def read(text: str) -> FrontMatter:
    lines = text.split("\n", _MOST)
    ends = _FENCES.get(lines[0].rstrip())
    if ends is None:
        return NONE
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ends), 0)
    inside = lines[1:end]
    if not any(_ENTRY.match(each) for each in inside):
        return NONE  # two lines across the page
    if not all(_ENTRY.match(each) or _ITEM.match(each) or _LAYOUT.match(each) for each in inside):
        return NONE
    card, cues = SourceCard(), dict[str, str]()
    blocks: list[Block] = []
    for key, values, written in _entries(inside):
        field = next((each for each in _FIELDS if key in words("office", f"front.{each}")), "")
        value = "; ".join(values)
        if field == "published":
            day = _DAY.fullmatch(value)
            value = day[1] if day else value
            field = field if parse_day(value) else ""
        if field and value and field not in cues:
            card = card.with_value(field, value)
            cues[field] = f"{CUE} “{key}”"
        if field == "headline" and value:
            blocks.append(Block(value, Role.HEADING, f"{CUE} “{key}”"))
        else:
            blocks += [Block(each, Role.NOTICE, CUE) for each in written]
    return FrontMatter(tuple(blocks), card, tuple(cues.items()), end + 1)


_FIELDS = ("headline", "author", "published", "outlet", "url", "language", "place")


def _entries(lines: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Key, its values, and its lines as they are."""
    key, values, written = "", list[str](), list[str]()
    for line in lines:
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if entry:
            if written:
                yield key, values, written
            key, values, written = entry[1].casefold(), _values(entry[2] or ""), [line.strip()]
        elif line.strip():
            written.append(line.strip())
            values += [_bare(item[1])] if item else []
    if written:
        yield key, values, written


def _values(text: str) -> list[str]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [bare for each in text[1:-1].split(",") if (bare := _bare(each))]
    bare = _bare(text)
    return [bare] if bare and bare not in ("|", ">") else []


def _bare(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text

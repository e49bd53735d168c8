"""Bullets and numbers: what ``numbering.xml`` says of a list's level."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.writers.house.look import Alignment, ListSign
from briefing.writers.house.properties import TAB_ALIGNMENTS, characters
from briefing.writers.house.theme import Theme
from briefing.writers.house.xml import Element, child, elements, q, value, whole

_FORMATS = {
    "bullet",
    "decimal",
    "lowerLetter",
    "upperLetter",
    "lowerRoman",
    "upperRoman",
}
SYMBOLS: dict[str, dict[int, str]] = {
    "Symbol": {0xB7: "•", 0xA8: "♦", 0xAE: "→", 0xDE: "⇒", 0x2D: "–", 0xB0: "°"},
    "Wingdings": {
        0xA7: "▪",
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "❑",
        0x75: "◆",
        0x76: "❖",
        0x9F: "•",
        0xA8: "◻",
        0xD8: "➢",
        0xE0: "→",
        0xE8: "➔",
        0xF0: "⇨",
        0xFC: "✓",
        0xFE: "☑",
    },
}
"""Signs of fonts whose letters are pictures, and what Unicode calls them."""
_PRIVATE = 0xF000
_OTHER_LEVEL = re.compile(r"%[2-9]")


@dataclass(frozen=True, slots=True)
class Level:
    sign: ListSign | None
    properties: Element | None
    """Its ``w:pPr``: indents, mostly."""


class Numbering:
    def __init__(self, root: Element | None, theme: Theme) -> None:
        self._theme = theme
        self._kinds: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        if root is not None:
            self.learn(root)

    def learn(self, root: Element) -> None:
        """What stands in ``w:numbering``, once more after a change."""
        for each in elements(root):
            if each.tag == q("w:abstractNum"):
                self._kinds[each.get(q("w:abstractNumId"), "")] = each
            elif each.tag == q("w:num"):
                self._lists[each.get(q("w:numId"), "")] = each

    def level(self, number: str, level: int, style: str, size: float) -> Level | None:
        """Of the list ``number``; the level that names the style goes before ``level``."""
        found = self._lists.get(number)
        kind = self._kinds.get(value(found, "w:abstractNumId") or "")
        if found is None or kind is None:
            return None
        levels = {each.get(q("w:ilvl"), "0"): each for each in kind.findall(q("w:lvl"))}
        overrides = {each.get(q("w:ilvl"), "0"): each for each in found.findall(q("w:lvlOverride"))}
        chosen = str(level)
        for id, each in levels.items():
            if value(each, "w:pStyle") == style:
                chosen = id
        override = overrides.get(chosen)
        element = child(override, "w:lvl")
        element = levels.get(chosen) if element is None else element
        if element is None:
            return None
        start = whole(value(override, "w:startOverride"))
        if start is None:
            start = whole(value(element, "w:start"))
        return Level(self._sign(element, start, size), child(element, "w:pPr"))

    def _sign(self, level: Element, start: int | None, size: float) -> ListSign | None:
        format = value(level, "w:numFmt") or "decimal"
        if format == "none":
            return None
        text = value(level, "w:lvlText") or ""
        letters = characters(child(level, "w:rPr"), self._theme, size)
        if format == "bullet":
            if not text:
                return None
        else:
            format = format if format in _FORMATS else "decimal"
            text = _OTHER_LEVEL.sub("%1", text)  # only one level is ever used
        if any(ord(each) >= _PRIVATE for each in text):
            text = readable(text, letters.family or "")
            letters = replace(letters, family=None)
        return ListSign(
            text,
            format,
            1 if start is None else start,
            letters,
            value(level, "w:suff") or "tab",
            TAB_ALIGNMENTS.get(value(level, "w:lvlJc") or "left", Alignment.START),
        )


def readable(text: str, family: str) -> str:
    """A sign of a picture font as a letter that any font may have."""
    known = SYMBOLS.get(family, {})
    return "".join(
        known.get(ord(each) - _PRIVATE, "•") if ord(each) >= _PRIVATE else each for each in text
    )

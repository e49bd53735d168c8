"""OpenDocument's styles and list numbers, as far as they bear on what is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from briefing.model.article import Role
from briefing.readers.office import styles
from briefing.readers.office.numbering import LEVELS, Counters, formatted
from briefing.readers.xml import Element

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
    "math": "http://www.w3.org/1998/Math/MathML",
}
_CODED = re.compile("_([0-9a-f]{1,6})_")
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
            "I": "upperRoman", "": "none"}  # fmt: skip
_DEEPEST = 50
"""Styles that a style is based on, one on the other."""
OUTLINE = ""
"""The name under which the numbers of headings are kept."""


@cache
def named(name: str) -> str:
    """``text:p`` as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def attribute(element: Element, name: str) -> str:
    """The value of ``text:style-name``, say; empty when there is none."""
    return str(element.get(named(name)) or "")


def number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    """As the program shows it."""
    parent: str = ""
    level: int = 0
    """Of the outline, from 1; 0 for none."""
    hidden: bool = False
    font: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    format: str = "none"
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    """How many levels the number shows."""


@dataclass(slots=True)
class Styles:
    by_name: dict[str, Style] = field(default_factory=dict[str, Style])
    lists: dict[str, dict[int, Level]] = field(default_factory=dict[str, dict[int, Level]])
    """List style → levels from 0; bullets are not among them."""
    _roles: dict[tuple[str, int], tuple[Role | None, str]] = field(
        default_factory=dict[tuple[str, int], tuple[Role | None, str]]
    )

    def chain(self, name: str) -> list[Style]:
        """The style and its parents, the nearest first."""
        found: list[Style] = []
        while (style := self.by_name.get(name)) is not None and len(found) < _DEEPEST:
            found.append(style)
            name = style.parent
        return found

    def role(self, name: str, level: int) -> tuple[Role | None, str]:
        """``level`` is the one that the paragraph itself says it has, from 1; 0 for none."""
        key = (name, level)
        if key not in self._roles:
            self._roles[key] = self._role(name, level)
        return self._roles[key]

    def _role(self, name: str, level: int) -> tuple[Role | None, str]:
        chain = self.chain(name) or [Style(_plain(name))]
        for style in chain:
            if (given := styles.role(style.name))[0] is not None:
                return given
        level = level or next((each.level for each in chain if each.level), 0)
        return styles.role("", level) if level else styles.NO_ROLE

    def is_title(self, name: str) -> bool:
        return any(styles.is_title(each.name) for each in self.chain(name))

    def font(self, name: str) -> str:
        return next((each.font for each in self.chain(name) if each.font), "")

    def is_hidden(self, name: str) -> bool:
        return any(each.hidden for each in self.chain(name))

    @property
    def hidden(self) -> frozenset[str]:
        """Styles whose text does not show."""
        if not any(each.hidden for each in self.by_name.values()):
            return frozenset()
        return frozenset(each for each in self.by_name if self.is_hidden(each))

    def label(self, list: str, level: int, counters: Counters, start: int | None) -> str:
        """Count a paragraph on a level from 0; the number it shows, empty for a bullet."""
        levels = self.lists.get(list, {})
        if level not in levels or level >= LEVELS:
            return ""
        if start is not None:
            counters.values[level] = None
        starts = [levels.get(each, Level()).start for each in range(LEVELS)]
        if start is not None:
            starts[level] = start
        numbers = counters.step(level, tuple(starts))
        shown = levels[level]
        if not shown.format or shown.format == "none":
            return ""
        first = max(0, level + 1 - shown.shown)
        parts = [
            formatted(numbers[at], levels.get(at, Level("decimal")).format)
            for at in range(first, level + 1)
        ]
        return f"{shown.prefix}{'.'.join(each for each in parts if each)}{shown.suffix}"


def read(sources: Iterable[Element | None]) -> Styles:
    """``sources`` hold styles; those of a later one come before those of an earlier one."""
    found = Styles()
    for source in sources:
        for each in () if source is None else source:
            if each.tag == named("style:style"):
                name = attribute(each, "style:name")
                found.by_name[name] = _style(each, name)
            elif each.tag == named("text:list-style"):
                found.lists[attribute(each, "style:name")] = _levels(each)
            elif each.tag == named("text:outline-style"):
                found.lists[OUTLINE] = _levels(each)
    return found


def _style(element: Element, name: str) -> Style:
    letters = element.find(named("style:text-properties"))
    return Style(
        name=attribute(element, "style:display-name") or _plain(name),
        parent=attribute(element, "style:parent-style-name"),
        level=number(attribute(element, "style:default-outline-level"), 0),
        hidden=letters is not None and attribute(letters, "text:display") == "none",
        font="" if letters is None else _font(letters),
    )


def _font(letters: Element) -> str:
    name = attribute(letters, "fo:font-family") or attribute(letters, "style:font-name")
    return name.strip("'\"").rstrip("0123456789")  # LibreOffice numbers fonts of one name


def _plain(name: str) -> str:
    """``Heading_20_1`` → ``Heading 1``."""
    return _CODED.sub(lambda code: _character(int(code[1], 16)), name)


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 else ""


def _levels(element: Element) -> dict[int, Level]:
    numbered = (named("text:list-level-style-number"), named("text:outline-level-style"))
    return {
        number(attribute(each, "text:level"), 1) - 1: Level(
            format=_FORMATS.get(attribute(each, "style:num-format"), "decimal"),
            prefix=attribute(each, "style:num-prefix"),
            suffix=attribute(each, "style:num-suffix"),
            start=number(attribute(each, "text:start-value"), 1),
            shown=number(attribute(each, "text:display-levels"), 1),
        )
        for each in element
        if each.tag in numbered
    }

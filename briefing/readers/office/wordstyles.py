"""Word's styles and list numbers, as far as they bear on what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.model.article import Role
from briefing.readers.office import styles
from briefing.readers.office.numbering import LEVELS, Counters, formatted
from briefing.readers.office.opc import attribute, child, children, is_on, named, number, value
from briefing.readers.xml import Element

_BODY_LEVEL = 9
"""The outline level of what is no heading."""
_PLACE = re.compile("%([1-9])")
_DEEPEST = 50
"""Styles that a style is based on, one on the other."""


@dataclass(frozen=True, slots=True)
class Style:
    name: str = ""
    based_on: str = ""
    level: int | None = None
    """Of the outline, from 0."""
    list: str = ""
    """Id of a numbered list."""
    list_level: int | None = None
    hidden: bool = False


@dataclass(slots=True)
class Styles:
    """A file has hundreds, of which it uses a few: each is looked at when it is asked for."""

    elements: dict[str, Element] = field(default_factory=dict[str, Element])
    """Id → where it is defined."""
    hidden: frozenset[str] = frozenset()
    """Styles whose text does not show."""
    _styles: dict[str, Style] = field(default_factory=dict[str, Style])
    _roles: dict[str, tuple[Role | None, str]] = field(
        default_factory=dict[str, tuple[Role | None, str]]
    )
    _lists: dict[str, tuple[str, int | None]] = field(
        default_factory=dict[str, tuple[str, int | None]]
    )

    def style(self, id: str) -> Style | None:
        if (found := self._styles.get(id)) is None and (
            element := self.elements.get(id)
        ) is not None:
            found = self._styles[id] = _style(element, id)
        return found

    def chain(self, id: str) -> list[Style]:
        """The style and those it is based on, the nearest first."""
        found: list[Style] = []
        while (style := self.style(id)) is not None and len(found) < _DEEPEST:
            found.append(style)
            id = style.based_on
        return found

    def role(self, id: str) -> tuple[Role | None, str]:
        if id not in self._roles:
            self._roles[id] = self._role(id)
        return self._roles[id]

    def _role(self, id: str) -> tuple[Role | None, str]:
        chain = self.chain(id)
        if not chain:
            return styles.role(id)
        level = next((each.level for each in chain if each.level is not None), None)
        for style in chain:
            if level == _BODY_LEVEL:
                break
            if (given := styles.role(style.name))[0] is not None:
                own = styles.cue(chain[0].name)
                return given if style is chain[0] else (given[0], f"{own}, as {given[1]}")
        if level is None or level >= _BODY_LEVEL:
            return styles.NO_ROLE
        return styles.role(chain[0].name, level + 1)

    def is_title(self, id: str) -> bool:
        style = self.style(id)
        return styles.is_title(style.name if style else id)

    def list(self, id: str) -> tuple[str, int | None]:
        """The numbered list and the level that a paragraph style puts its paragraphs in."""
        if id not in self._lists:
            chain = self.chain(id)
            numbered = next((each.list for each in chain if each.list), "")
            levels = (each.list_level for each in chain if each.list_level is not None)
            self._lists[id] = numbered, next(levels, None)
        return self._lists[id]


def read_styles(root: Element) -> Styles:
    found = Styles({attribute(each, "w:styleId") or "": each for each in children(root, "w:style")})
    if next(root.iter(*named("w:vanish")), None) is not None:
        hidden = (id for id in found.elements if any(each.hidden for each in found.chain(id)))
        found.hidden = frozenset(hidden)
    return found


def _style(element: Element, id: str) -> Style:
    look, letters = child(element, "w:pPr"), child(element, "w:rPr")
    numbered = None if look is None else child(look, "w:numPr")
    return Style(
        name=value(element, "w:name") or id,
        based_on=value(element, "w:basedOn") or "",
        level=None if look is None else number(value(look, "w:outlineLvl")),
        list="" if numbered is None else value(numbered, "w:numId") or "",
        list_level=None if numbered is None else number(value(numbered, "w:ilvl")),
        hidden=letters is not None and is_on(child(letters, "w:vanish")),
    )


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    """Such as ``%1.%2)``."""
    digits_only: bool = False
    style: str = ""
    """The paragraph style whose paragraphs are on this level."""


@dataclass(slots=True)
class Lists:
    """Numbered lists; those that are made from one pattern go on counting together."""

    patterns: dict[str, Element] = field(default_factory=dict[str, Element])
    pattern_of: dict[str, str] = field(default_factory=dict[str, str])
    """List → pattern."""
    own: dict[str, list[Element]] = field(default_factory=dict[str, list[Element]])
    """List → where it has levels of its own."""
    restarts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    """List → level → the number it begins with again; each once."""
    counters: dict[str, Counters] = field(default_factory=dict[str, Counters])

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict[str, dict[int, Level]])

    def levels(self, list: str, pattern: str) -> dict[int, Level]:
        if list not in self._levels:
            sources = (*self.own.get(list, ()), self.patterns.get(pattern))
            found: dict[int, Level] = {}
            for each in reversed(sources):
                found |= {} if each is None else _levels(each)
            self._levels[list] = found
        return self._levels[list]

    def label(self, list: str, level: int | None, style: str) -> str:
        """Count a paragraph; the number it shows, empty for a bullet or for none."""
        pattern = self.pattern_of.get(list)
        if pattern is None:
            return ""
        levels = self.levels(list, pattern)
        if level is None:
            level = next((at for at, each in levels.items() if style and each.style == style), 0)
        if level not in levels or not 0 <= level < LEVELS:
            return ""
        starts = tuple(levels.get(each, Level()).start for each in range(LEVELS))
        counters = self.counters.setdefault(pattern, Counters())
        for at, start in self.restarts.pop(list, {}).items():
            if 0 <= at < LEVELS:
                counters.values[at] = None
                starts = (*starts[:at], start, *starts[at + 1 :])
        numbers = counters.step(level, starts)
        shown = levels[level]
        if shown.format == "bullet":
            return ""

        def written(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            if at >= len(numbers):
                return ""
            style = "decimal" if shown.digits_only else levels.get(at, Level()).format
            return formatted(numbers[at], style)

        return _PLACE.sub(written, shown.text)


def read_lists(root: Element) -> Lists:
    found = Lists()
    links: dict[str, str] = {}
    linked: dict[str, str] = {}
    for each in children(root, "w:abstractNum"):
        id = attribute(each, "w:abstractNumId") or ""
        found.patterns[id] = each
        if (style := value(each, "w:styleLink")) is not None:
            linked[style] = id
        if (style := value(each, "w:numStyleLink")) is not None:
            links[id] = style
    for each in children(root, "w:num"):
        id = attribute(each, "w:numId") or ""
        pattern = value(each, "w:abstractNumId") or ""
        found.pattern_of[id] = linked.get(links.get(pattern, ""), pattern)
        for override in children(each, "w:lvlOverride"):
            at = number(attribute(override, "w:ilvl")) or 0
            start = number(value(override, "w:startOverride"))
            if start is not None:
                found.restarts.setdefault(id, {})[at] = start
            found.own.setdefault(id, []).append(override)
    return found


def _levels(parent: Element) -> dict[int, Level]:
    return {
        number(attribute(each, "w:ilvl")) or 0: Level(
            start=_or(number(value(each, "w:start")), 1),
            format=value(each, "w:numFmt") or "decimal",
            text=value(each, "w:lvlText") or "",
            digits_only=is_on(child(each, "w:isLgl")),
            style=value(each, "w:pStyle") or "",
        )
        for each in children(parent, "w:lvl")
    }


def _or(number: int | None, default: int) -> int:
    return default if number is None else number

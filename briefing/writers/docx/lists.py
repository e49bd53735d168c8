"""Numbered lists: each is a list of its own in Word, and starts anew."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.writers.docx.xml import twips
from briefing.writers.house.look import Style
from briefing.writers.house.whole import House
from briefing.writers.house.xml import Element, child, length, q, value, whole

_CHAIN = 50
"""Styles that are based on one another; a ring of them ends here."""


@dataclass(frozen=True, slots=True)
class Lists:
    """How the numbered lists of a house style go on. Falsy where its style has no numbers."""

    kind: str
    """Id of the abstract list; empty where there is none."""
    level: int = 0
    start: int = 1
    first: int = 1
    """The lowest id that is free."""
    indent: str = ""
    """Of the paragraphs, where the style has another than the list: the list's would win."""

    def __bool__(self) -> bool:
        return bool(self.kind)

    def number(self, count: int) -> str:
        """Of an item of the list ``count``, from 1, as a paragraph property."""
        id = self.first + count - 1
        return f'<w:numPr><w:ilvl w:val="{self.level}"/><w:numId w:val="{id}"/></w:numPr>'

    def definitions(self, count: int) -> str:
        """Of all lists of a document."""
        return "".join(
            f'<w:num w:numId="{id}"><w:abstractNumId w:val="{self.kind}"/>'
            f'<w:lvlOverride w:ilvl="{self.level}"><w:startOverride w:val="{self.start}"/>'
            "</w:lvlOverride></w:num>"
            for id in range(self.first, self.first + count)
        )


def lists(styles: Element, numbering: Element | None, house: House) -> Lists:
    look = house.styles[Style.NUMBER]
    found = _number(styles, look.id)
    if found is None or numbering is None or look.sign is None:
        return Lists("")
    number, level = found
    taken = [whole(each.get(q("w:numId"))) or 0 for each in numbering.findall(q("w:num"))]
    for each in numbering.findall(q("w:num")):
        if each.get(q("w:numId")) == number:
            kind = value(each, "w:abstractNumId") or ""
            break
    else:
        return Lists("")
    indent = ""
    for each in numbering.findall(q("w:abstractNum")):
        if each.get(q("w:abstractNumId")) == kind:
            level = next(
                (n for n, style in _levels(each) if style == look.id),
                level,
            )
            shift = next((each for each in each.findall(q("w:lvl")) if _at(each) == level), None)
            indent = _indent(shift, house)
    return Lists(kind, level, look.sign.start, max(taken, default=0) + 1, indent)


def _number(styles: Element, id: str) -> tuple[str, int] | None:
    """List and level that a style, or one it is based on, names."""
    known = {each.get(q("w:styleId")): each for each in styles.findall(q("w:style"))}
    for _ in range(_CHAIN):
        style = known.get(id)
        if style is None:
            return None
        properties = child(child(style, "w:pPr"), "w:numPr")
        number = value(properties, "w:numId")
        if number is not None:
            return number, whole(value(properties, "w:ilvl")) or 0
        id = value(style, "w:basedOn") or ""
    return None


def _levels(kind: Element) -> list[tuple[int, str | None]]:
    return [(_at(each), value(each, "w:pStyle")) for each in kind.findall(q("w:lvl"))]


def _at(level: Element) -> int:
    return whole(level.get(q("w:ilvl"))) or 0


def _indent(level: Element | None, house: House) -> str:
    look = house.styles[Style.NUMBER]
    said = child(child(level, "w:pPr"), "w:ind")
    left = length(said, "w:left", "w:start") or 0
    first = length(said, "w:firstLine")
    if first is None:
        first = -(length(said, "w:hanging") or 0)
    if (twips(left), twips(first)) == (twips(look.left), twips(look.first)):
        return ""
    hang = (
        f'w:hanging="{twips(-look.first)}"'
        if look.first < 0
        else f'w:firstLine="{twips(look.first)}"'
    )
    return f'<w:ind w:left="{twips(look.left)}" {hang}/>'

"""Styles, resolved: from the document's defaults along ``w:basedOn`` to the style itself."""

from __future__ import annotations

from dataclasses import replace

from briefing.writers.house.look import CharacterChange, CharacterLook, ParagraphLook
from briefing.writers.house.mending import is_default
from briefing.writers.house.numbering import Numbering
from briefing.writers.house.properties import Values, characters
from briefing.writers.house.theme import Theme
from briefing.writers.house.xml import Element, child, elements, q, value, whole

_DEEPEST = 32
_SCRIPTLESS = "Times New Roman"
"""What Word takes where nothing names a font."""


class StyleSheet:
    """``styles.xml``, with look-ups by id and by name."""

    def __init__(self, root: Element, theme: Theme) -> None:
        self.root = root
        self.theme = theme
        self._by_id: dict[str, Element] = {}
        self._by_name: dict[tuple[str, str], Element] = {}
        self._default: dict[str, Element] = {}
        for each in elements(root):
            if each.tag == q("w:style"):
                self.learn(each)

    def learn(self, style: Element) -> None:
        kind = style.get(q("w:type"), "paragraph")
        self._by_id.setdefault(style.get(q("w:styleId"), ""), style)
        names = [value(style, "w:name") or "", *(value(style, "w:aliases") or "").split(",")]
        for name in names:
            if name.strip():
                self._by_name.setdefault((kind, name.strip().casefold()), style)
        if is_default(style):
            self._default.setdefault(kind, style)

    def name(self, kind: str, name: str, style: Element) -> None:
        """Let a style go by one more name."""
        self._by_name[kind, name.casefold()] = style

    def existing(self, kind: str, name: str) -> Element:
        """Of a style that is there, since the file was made complete."""
        style = self.named(kind, name)
        if style is None:
            raise KeyError(name)
        return style

    def named(self, kind: str, name: str) -> Element | None:
        return self._by_name.get((kind, name.casefold()))

    def default(self, kind: str) -> Element | None:
        return self._default.get(kind)

    def with_id(self, id: str | None) -> Element | None:
        return None if id is None else self._by_id.get(id)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self._by_id)

    def chain(self, style: Element | None) -> list[Element]:
        """The style and those it is based on, the deepest first."""
        found: list[Element] = []
        while style is not None and style not in found and len(found) < _DEEPEST:
            found.append(style)
            style = self.with_id(value(style, "w:basedOn"))
        return found[::-1]

    def starting(self) -> Values:
        """Before any style: the document's defaults."""
        defaults = child(self.root, "w:docDefaults")
        values = Values(CharacterLook(_SCRIPTLESS, 10))
        values.letters(child(child(defaults, "w:rPrDefault"), "w:rPr"), self.theme)
        values.change(child(child(defaults, "w:pPrDefault"), "w:pPr"), self.theme)
        return values

    def values(self, style: Element | None, numbering: Numbering) -> Values:
        """Of a paragraph style; of the default one where there is none."""
        values = self.starting()
        for each in self.chain(style if style is not None else self.default("paragraph")):
            values.letters(child(each, "w:rPr"), self.theme)
            self.change(values, child(each, "w:pPr"), numbering, each.get(q("w:styleId"), ""))
        return values

    def change(
        self, values: Values, properties: Element | None, numbering: Numbering, style: str = ""
    ) -> None:
        """By ``w:pPr``; the indents of its list stand below its own."""
        listed = child(properties, "w:numPr")
        if listed is not None:
            number = value(listed, "w:numId")
            level = whole(value(listed, "w:ilvl"))
            known_number, known_level = values.number
            values.number = (
                known_number if number is None else number,
                known_level if level is None else level,
            )
            found = numbering.level(*values.number, style, values.text.size)
            values.sign = None if found is None else found.sign
            if found is not None:
                values.change(found.properties, self.theme)
        values.change(properties, self.theme)

    def paragraph(self, style: Element, numbering: Numbering) -> ParagraphLook:
        name = value(style, "w:name") or ""
        return self.values(style, numbering).look(style.get(q("w:styleId"), ""), name)

    def characters(self, style: Element | None, size: float) -> CharacterChange:
        """Of a character style and those it is based on."""
        found = CharacterChange()
        for each in self.chain(style):
            change = characters(child(each, "w:rPr"), self.theme, size)
            found = replace(
                found,
                **{
                    name: getattr(change, name)
                    for name in CharacterChange.__dataclass_fields__
                    if getattr(change, name) is not None
                },
            )
        return found

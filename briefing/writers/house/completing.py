"""A reference file gets what briefings need and it lacks: styles, lists, and slots."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.errors import SlotMissing, StylesMissing
from briefing.writers.house.findings import Findings
from briefing.writers.house.letterhead import Slot
from briefing.writers.house.look import TABLE_NAMES, CharacterStyle, Style
from briefing.writers.house.numbering import Numbering
from briefing.writers.house.slots import says
from briefing.writers.house.source import EdgePart, Source
from briefing.writers.house.standins import (
    CHARACTERS,
    LIST_INDENTS,
    PARAGRAPHS,
    TABLES,
    StandIn,
)
from briefing.writers.house.styles import StyleSheet
from briefing.writers.house.xml import Element, child, elements, made, q, value, whole

_LISTS = {Style.BULLET: ("bullet", "•"), Style.NUMBER: ("decimal", "%1.")}


def complete_styles(
    source: Source, sheet: StyleSheet, numbering: Numbering, room: int, findings: Findings
) -> None:
    """``room`` is the width of the text, in twips."""
    missing: dict[str, list[str]] = {}
    listed = [each for each in _LISTS if sheet.named("paragraph", each) is not None]
    adder = _Adder(sheet, numbering, room)
    for style, standin in PARAGRAPHS.items():
        if sheet.named("paragraph", style) is None:
            default = sheet.default("paragraph")
            if style is Style.NORMAL and default is not None:
                sheet.name("paragraph", style, default)
                continue
            base = adder.paragraph(style, standin)
            if style is not Style.NORMAL:
                missing.setdefault(base, []).append(style.value)
    for style in CharacterStyle:
        if sheet.named("character", style) is None:
            adder.character(style, CHARACTERS[style])
            missing.setdefault("", []).append(style.value)
    for table, name in TABLE_NAMES.items():
        if sheet.named("table", name) is None:
            adder.table(name, TABLES[table])
            missing.setdefault("", []).append(name)
    unsigned = [style for style in _LISTS if _sign(sheet, numbering, style) is None]
    for style in unsigned:
        if style in listed:
            findings.not_followed("unsigned", style.value)
        _number(source, sheet, style)
    for base, names in missing.items():
        findings.add(StylesMissing(findings.name, tuple(names), base))
    if unsigned:
        numbering.learn(source.numbering)


def _sign(sheet: StyleSheet, numbering: Numbering, style: Style) -> object:
    return sheet.values(sheet.named("paragraph", style), numbering).sign


class _Adder:
    def __init__(self, sheet: StyleSheet, numbering: Numbering, room: int) -> None:
        self._sheet = sheet
        self._numbering = numbering
        self._room = room

    def paragraph(self, style: Style, standin: StandIn) -> str:
        """The name of the style it was made from."""
        base = next(
            (found for each in standin.bases if (found := self._sheet.named("paragraph", each))
             is not None),
            None,
        )  # fmt: skip
        around = "" if base is None else f'<w:basedOn w:val="{base.get(q("w:styleId"))}"/>'
        follows = self._sheet.named("paragraph", standin.follows)
        if follows is not None:
            around += f'<w:next w:val="{follows.get(q("w:styleId"))}"/>'
        size = self._sheet.values(base, self._numbering).text.size * standin.size
        letters = standin.letters
        if size:
            number = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
            place = letters.find("<w:u ")
            letters += number if place < 0 else ""
        stops = "".join(
            f'<w:tab w:val="{kind}" w:pos="{place}"/>'
            for kind, place in (("center", round(self._room / 2)), ("right", self._room))
        )
        default = ' w:default="1"' if style is Style.NORMAL else ""
        self._add(
            f'w:type="paragraph"{default}{_OWN * standin.own}',
            style,
            f"{around}<w:qFormat/>"
            + _wrapped("w:pPr", standin.paragraph.replace("{stops}", stops))
            + _wrapped("w:rPr", letters),
        )
        return "" if base is None else value(base, "w:name") or ""

    def character(self, style: CharacterStyle, standin: StandIn) -> None:
        self._add(
            f'w:type="character"{_OWN * standin.own}',
            style,
            f"<w:qFormat/>{_wrapped('w:rPr', standin.letters)}",
        )

    def table(self, name: str, inside: str) -> None:
        self._add(f'w:type="table"{_OWN * (name != "Table Grid")}', name, inside)

    def _add(self, attributes: str, name: str, inside: str) -> None:
        id = plain = name.replace(" ", "")[:1].upper() + name.replace(" ", "")[1:]
        number = 1
        while id in self._sheet.ids:
            number += 1
            id = f"{plain}{number}"
        style = made(
            f'<w:style {attributes} w:styleId="{id}"><w:name w:val="{name}"/>{inside}</w:style>'
        )
        self._sheet.root.append(style)
        self._sheet.learn(style)


_OWN = ' w:customStyle="1"'


def _wrapped(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>" if inside else ""


def _number(source: Source, sheet: StyleSheet, style: Style) -> None:
    """Give the style a list of its own, and the indents of that."""
    element = sheet.existing("paragraph", style)
    format, sign = _LISTS[style]
    indent = LIST_INDENTS[style]
    kind = _free(source.numbering, "w:abstractNum", "w:abstractNumId", 0)
    number = _free(source.numbering, "w:num", "w:numId", 1)
    abstract = made(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:pStyle w:val="{element.get(q("w:styleId"))}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        "</w:lvl></w:abstractNum>"
    )
    lists = made(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/></w:num>')
    kinds = [each for each in elements(source.numbering) if each.tag == q("w:abstractNum")]
    numbers = [each for each in elements(source.numbering) if each.tag == q("w:num")]
    if kinds:
        kinds[-1].addnext(abstract)
    else:
        source.numbering.insert(0, abstract)
    (numbers[-1] if numbers else abstract).addnext(lists)
    properties = child(element, "w:pPr")
    if properties is None:
        properties = made("<w:pPr/>")
        letters = child(element, "w:rPr")
        if letters is None:
            element.append(properties)
        else:
            letters.addprevious(properties)
    for name in ("w:numPr", "w:ind"):
        found = child(properties, name)
        if found is not None:
            properties.remove(found)
    place = sum(1 for each in elements(properties) if each.tag in _BEFORE_LIST)
    properties.insert(place, made(f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'))


_BEFORE_LIST = frozenset(
    q(f"w:{each}")
    for each in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def _free(root: Element, name: str, attribute: str, least: int) -> int:
    taken = [whole(each.get(q(attribute))) or 0 for each in root.findall(q(name))]
    return max([least - 1, *taken]) + 1


def complete_edges(source: Source, sheet: StyleSheet, findings: Findings) -> None:
    """Each page shows the marking at its top and bottom, and the lines of the briefing."""
    for which in ("default", "first") if source.first_differs else ("default",):
        for kind in ("header", "footer"):
            name = f"{which} {kind}"
            where = kind if which == "default" else name
            edge = source.edges.get(name) or EdgePart(made(f"<w:{_ROOTS[kind]}/>"))
            source.edges[name] = edge
            _clear(edge.root)
            line = Slot.HEADER if kind == "header" else Slot.FOOTER
            if which == "default" and not says(edge.root, line):
                if line is Slot.FOOTER:  # a line in the header few briefings have
                    findings.add(SlotMissing(findings.name, line.value, where))
                style = Style.HEADER if kind == "header" else Style.FOOTER
                edge.root.append(_line(sheet, style, line))
            if not says(edge.root, Slot.MARKING):
                findings.add(SlotMissing(findings.name, Slot.MARKING.value, where))
                marking = _line(sheet, Style.MARKING, Slot.MARKING)
                edge.root.insert(0 if kind == "header" else len(edge.root), marking)
            if len(edge.root) and edge.root[-1].tag == q("w:tbl"):
                edge.root.append(made("<w:p/>"))  # it must not end in a table


_ROOTS = {"header": "hdr", "footer": "ftr"}


def _clear(root: Element) -> None:
    """Word leaves an empty line in a header that nobody wrote into."""
    inside = list(elements(root))
    if len(inside) == 1 and inside[0].tag == q("w:p") and not _words(inside[0]):
        root.remove(inside[0])


def _words(paragraph: Element) -> Iterable[Element]:
    return [each for each in elements(paragraph) if each.tag != q("w:pPr")]


def _line(sheet: StyleSheet, style: Style, slot: Slot) -> Element:
    id = sheet.existing("paragraph", style).get(q("w:styleId"))
    return made(
        f'<w:p><w:pPr><w:pStyle w:val="{id}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{{{slot}}}</w:t></w:r></w:p>'
    )

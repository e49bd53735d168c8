"""Styles and lists of a reference file, without what briefings do not follow."""

from __future__ import annotations

from briefing.writers.house.findings import Findings
from briefing.writers.house.look import TABLE_NAMES, CharacterStyle, Style
from briefing.writers.house.numbering import readable
from briefing.writers.house.properties import is_near
from briefing.writers.house.source import Source
from briefing.writers.house.styles import StyleSheet
from briefing.writers.house.xml import (
    Element,
    child,
    drop,
    elements,
    is_on,
    made,
    q,
    value,
)

EFFECTS = tuple(
    q(f"w:{each}")
    for each in (
        "w",
        "position",
        "outline",
        "shadow",
        "emboss",
        "imprint",
        "vanish",
        "webHidden",
        "effect",
        "em",
        "bdr",
        "fitText",
        "eastAsianLayout",
    )
)
_PICTURE_FONTS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings")
_ALONG = frozenset({"lrTb", "lrTbV", "lr"})
"""Directions in which words run from left to right."""
_CELLS_OF_TABLES = ("w:tblCellSpacing", "w:shd")
_REFERENCES = ("w:basedOn", "w:next", "w:link")


def tidy_styles(source: Source, sheet: StyleSheet, findings: Findings) -> None:
    root = source.styles
    for each in list(
        root.iter(q("w:rsid"), q("w:rPrChange"), q("w:pPrChange"), q("w:numberingChange"))
    ):
        drop(each)
    for style in [each for each in elements(root) if each.tag == q("w:style")]:
        for each in list(style.iter(q("w:lang"))):  # that of the text is the briefing's
            drop(each)
        for name in _REFERENCES:
            if value(style, name) not in sheet.ids:
                found = child(style, name)
                if found is not None:
                    style.remove(found)
    for style in _used(sheet):
        _plain_letters(style, findings)
    _unnumber(source, sheet, findings)
    for name in TABLE_NAMES.values():
        for style in sheet.chain(sheet.named("table", name)):
            _plain_table(style, findings)
    _set_language(root)


def _used(sheet: StyleSheet) -> list[Element]:
    found: dict[Element, None] = {}
    for kind, styles in (("paragraph", Style), ("character", CharacterStyle)):
        for each in styles:
            found.update(dict.fromkeys(sheet.chain(sheet.named(kind, each))))
    return list(found)


def _unnumber(source: Source, sheet: StyleSheet, findings: Findings) -> None:
    """Numbers are for numbered lists: those of headings would need counting level by level."""
    listed = {sheet.named("paragraph", each) for each in (Style.BULLET, Style.NUMBER)}
    kept: set[str] = {style.get(q("w:styleId"), "") for style in listed if style is not None}
    for name in Style:
        for style in sheet.chain(sheet.named("paragraph", name)):
            found = child(child(style, "w:pPr"), "w:numPr")
            if found is None or style in listed:
                continue
            if any(style in sheet.chain(each) for each in listed):
                continue
            if value(found, "w:numId") == "0":
                continue  # unlike the style it is based on
            if value(found, "w:numId") is not None:
                findings.not_followed("numbered", value(style, "w:name") or "")
            drop(found)
    for each in list(source.numbering.iter(q("w:pStyle"))):
        if each.get(q("w:val")) not in kept:
            drop(each)


def _plain_letters(style: Element, findings: Findings) -> None:
    name = value(style, "w:name") or ""
    drop_effects(style, f"“{name}”", findings)
    for each in list(style.iter(q("w:framePr"))):
        findings.not_followed("frame-style", name)
        drop(each)
    for each in list(style.iter(q("w:textDirection"))):
        if each.get(q("w:val")) not in _ALONG:
            findings.not_followed("text-direction", name)
        drop(each)
    for each in list(style.iter(q("w:bidi"))):
        if is_on(each):
            findings.not_followed("direction", f"“{name}”")
        drop(each)
    tell_borders(style, f"“{name}”", findings)


def drop_effects(parent: Element, where: str, findings: Findings) -> None:
    """Takes out what letters are not drawn with."""
    found: list[str] = []
    for each in list(parent.iter(*EFFECTS)):
        if each.getparent().tag == q("w:rPr"):
            if each.get(q("w:val")) not in {"0", "100", "none", "false", "off"}:
                found.append(each.tag.rsplit("}", 1)[-1])
            drop(each)
    if found:
        findings.not_followed("letters", where, found)
    twice = list(parent.iter(q("w:dstrike")))
    if any(is_on(each) for each in twice):
        findings.not_followed("double-strike", where)
    for each in twice:
        once = child(each.getparent(), "w:strike")
        if once is None:
            each.tag = q("w:strike")
        else:  # the schema has room for one
            if is_on(each):
                once.attrib.clear()
            drop(each)


def tell_borders(parent: Element, where: str, findings: Findings) -> None:
    """Of kinds that are drawn as others."""
    boxes = [
        each for name in ("w:pBdr", "w:tblBorders", "w:tcBorders") for each in parent.iter(q(name))
    ]
    found = [each.get(q("w:val"), "") for box in boxes for each in elements(box) if is_near(each)]
    if found:
        findings.not_followed("border", where, found)


def _plain_table(style: Element, findings: Findings) -> None:
    """The text of cells has a style of its own, with which the table's must not interfere.

    What Word alone would show of its cells goes as well.
    """
    for name in ("w:pPr", "w:rPr"):
        found = child(style, name)
        if found is not None:
            style.remove(found)
    properties = child(style, "w:tblPr")
    inside = [child(properties, name) for name in _CELLS_OF_TABLES]
    cells = [found for found in (*inside, child(style, "w:tcPr")) if found is not None]
    if any(len(each) or each.tag != q("w:tcPr") for each in cells):
        findings.not_followed("cells", value(style, "w:name") or "")
    rows = child(style, "w:trPr")
    for each in (*cells, *((rows,) if rows is not None else ())):
        drop(each)
    tell_borders(style, f"“{value(style, 'w:name') or ''}”", findings)
    for part in style.findall(q("w:tblStylePr")):
        kind = part.get(q("w:type"))
        if kind == "band2Horz" and next(part.iter(q("w:shd")), None) is not None:
            findings.not_followed("bands", value(style, "w:name") or "")
        if kind not in {"firstRow", "firstCol", "band1Horz"}:
            style.remove(part)
            continue
        paragraph = child(part, "w:pPr")
        if paragraph is not None:
            part.remove(paragraph)


def _set_language(root: Element) -> None:
    """A place for the briefing's language in the document's defaults."""
    defaults = child(root, "w:docDefaults")
    if defaults is None:
        defaults = made("<w:docDefaults/>")
        root.insert(0, defaults)
    letters = child(defaults, "w:rPrDefault")
    if letters is None:
        letters = made("<w:rPrDefault/>")
        defaults.insert(0, letters)
    properties = child(letters, "w:rPr")
    if properties is None:
        properties = made("<w:rPr/>")
        letters.append(properties)
    for each in properties.findall(q("w:lang")):
        properties.remove(each)
    later = [each for each in elements(properties) if each.tag in _AFTER_LANGUAGE]
    language = made('<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>')
    properties.insert(len(properties) - len(later), language)


_AFTER_LANGUAGE = frozenset(q(f"w:{each}") for each in ("eastAsianLayout", "specVanish", "oMath"))


def tidy_numbering(source: Source, findings: Findings) -> None:
    """Signs of picture fonts become letters that any font may have."""
    root = source.numbering
    for each in list(root.iter(q("w:numPicBullet"), q("w:lvlPicBulletId"))):
        findings.not_followed("list-picture")
        drop(each)
    for each in list(root.iter(q("w:nsid"), q("w:tmpl"))):  # drawn by lot at each saving
        drop(each)
    for each in list(root.iter(q("w:rPrChange"), q("w:pPrChange"), q("w:numberingChange"))):
        drop(each)  # they name who changed it, and when
    for level in root.iter(q("w:lvl")):
        for name in list(level.attrib):
            if name == q("w:tplc"):
                del level.attrib[name]
        text = child(level, "w:lvlText")
        fonts = child(child(level, "w:rPr"), "w:rFonts")
        family = "" if fonts is None else fonts.get(q("w:ascii")) or ""
        sign = "" if text is None else text.get(q("w:val")) or ""
        if text is not None and any(ord(each) >= 0xF000 for each in sign):
            text.set(q("w:val"), readable(sign, family))
        if fonts is not None and (
            family in _PICTURE_FONTS or (family == "Courier New" and sign == "o")
        ):
            drop(fonts)

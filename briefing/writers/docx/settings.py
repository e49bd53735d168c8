"""What the settings of a document say of its notes and its language."""

from __future__ import annotations

from briefing.writers.docx.notes import Kind
from briefing.writers.house.xml import Element, child, drop, elements, made, q

_AFTER = {
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
}
"""What the schema has behind the properties of notes."""
_SEPARATORS = "".join(f'<w:{{0}} w:id="{id}"/>' for id in (-1, 0))


def set_notes(settings: Element, kind: Kind | None) -> None:
    """``kind`` is None where a document has no notes of its own, or comments."""
    for name in ("w:footnotePr", "w:endnotePr"):
        drop_all(settings, name)
    if kind is None or kind.element == "comment":
        return
    place = '<w:pos w:val="docEnd"/>' if kind.element == "endnote" else ""
    properties = made(
        f'<w:{kind.element}Pr>{place}<w:numFmt w:val="decimal"/>'
        f"{_SEPARATORS.format(kind.element)}</w:{kind.element}Pr>"
    )
    for each in elements(settings):
        if each.tag.rsplit("}", 1)[-1] in _AFTER:
            each.addprevious(properties)
            return
    settings.append(properties)


def set_breaks(settings: Element) -> None:
    """A line that ends in a break is not stretched, although its paragraph is justified."""
    compatibility = child(settings, "w:compat")
    if compatibility is not None and child(compatibility, "w:doNotExpandShiftReturn") is None:
        compatibility.insert(0, made("<w:doNotExpandShiftReturn/>"))


def speak(settings: Element, tag: str) -> None:
    theme = child(settings, "w:themeFontLang")
    if theme is not None:
        theme.attrib.clear()
        theme.set(q("w:val"), tag)


def section_notes(section: Element, kind: Kind | None) -> None:
    """Notes are numbered 1, 2, 3; endnotes of Word would be i, ii, iii."""
    for name in ("w:footnotePr", "w:endnotePr"):
        drop_all(section, name)
    if kind is None or kind.element == "comment":
        return
    numbers = made(f'<w:{kind.element}Pr><w:numFmt w:val="decimal"/></w:{kind.element}Pr>')
    references = section.findall(q("w:headerReference")) + section.findall(q("w:footerReference"))
    section.insert(len(references), numbers)


def drop_all(parent: Element, name: str) -> None:
    for each in parent.findall(q(name)):
        drop(each)

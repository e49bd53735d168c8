"""WordprocessingML as lxml's trees. lxml has no types, so an element is ``Any``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

Element = Any

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_STRICT = "http://purl.oclc.org/ooxml/"
"""Where the namespaces of Strict Open XML begin; Word writes them only when asked to."""
_STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NAMESPACES["w"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", NAMESPACES["r"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", NAMESPACES["a"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", NAMESPACES["pic"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", NAMESPACES["wp"].encode()),
)

_names: dict[str, str] = {}


def etree() -> Any:
    """lxml.etree, imported when it is first used."""
    return import_module("lxml.etree")


def q(name: str) -> str:
    """``w:p`` as lxml writes it."""
    known = _names.get(name)
    if known is None:
        prefix, local = name.split(":")
        known = _names[name] = f"{{{NAMESPACES[prefix]}}}{local}"
    return known


def parsed(data: bytes) -> Element:
    """The root. Nothing is expanded, nothing fetched. Raises ValueError."""
    lxml = etree()
    if _STRICT.encode() in data:
        for strict, usual in _STRICT_NAMES:
            data = data.replace(strict, usual)
    parser = lxml.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = lxml.fromstring(data, parser)
    except lxml.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise ValueError("it has definitions of its own (entities), which can do harm")
    return root


def made(xml: str) -> Element:
    """An element from our own words, whose prefixes need no declaration."""
    declared = " ".join(f'xmlns:{key}="{NAMESPACES[key]}"' for key in ("w", "r"))
    (element,) = etree().fromstring(f"<root {declared}>{xml}</root>")
    return element


def written(root: Element) -> bytes:
    return etree().tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def elements(parent: Element) -> Iterator[Element]:
    """Those right below, without comments and the like."""
    return (each for each in parent if isinstance(each.tag, str))


def child(parent: Element | None, name: str) -> Element | None:
    return None if parent is None else parent.find(q(name))


def value(parent: Element | None, name: str, attribute: str = "w:val") -> str | None:
    """An attribute of a child; None where either is missing."""
    found = child(parent, name)
    return None if found is None else found.get(q(attribute))


def is_on(element: Element) -> bool:
    return element.get(q("w:val"), "true").lower() not in {"0", "false", "off", "none"}


def switch(parent: Element | None, name: str) -> bool | None:
    """An on-off property; None where nothing is said."""
    found = child(parent, name)
    return None if found is None else is_on(found)


_LARGEST = 1e10
"""Beyond every number of the schema."""


def whole(text: str | None) -> int | None:
    """A number that Word wrote, perhaps with a fraction or a unit it should not have."""
    if text is None:
        return None
    try:
        number = int(text)
    except ValueError:
        try:
            number = float(text)
        except ValueError:
            return None
    return round(number) if abs(number) < _LARGEST else None


_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def twips(text: str | None) -> float | None:
    """A length in points; Word writes twentieths of them, or a number with its unit."""
    if text is None:
        return None
    unit = _UNITS.get(text[-2:])
    if unit is not None:
        try:
            length = float(text[:-2]) * unit
        except ValueError:
            return None
        return length if abs(length) < 1e5 else None
    number = whole(text)
    return None if number is None or abs(number) > 2e6 else number / 20


def length(parent: Element | None, *attributes: str) -> float | None:
    """The first of these attributes that is there, in points."""
    if parent is None:
        return None
    for each in attributes:
        found = twips(parent.get(q(each)))
        if found is not None:
            return found
    return None


def drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

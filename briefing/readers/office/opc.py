"""Office Open XML packages: parts, and the relationships by which they name each other.

A name, an element's or an attribute's, is in one of two namespaces, the usual and the strict one.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache

from briefing.readers import xml
from briefing.readers.package import Package
from briefing.readers.xml import Element

SPACES = {
    "w": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    "r": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    "m": (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    "a": (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    ),
    "c": (
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://purl.oclc.org/ooxml/drawingml/chart",
    ),
    "dgm": (
        "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "http://purl.oclc.org/ooxml/drawingml/diagram",
    ),
    "mc": ("http://schemas.openxmlformats.org/markup-compatibility/2006",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
}
_OFF = frozenset({"0", "false", "off", "none"})


@cache
def named(name: str) -> tuple[str, ...]:
    """``w:p`` as lxml writes it, in each namespace."""
    prefix, _, local = name.partition(":")
    return tuple(f"{{{space}}}{local}" for space in SPACES[prefix])


def attribute(element: Element, name: str) -> str | None:
    """The value of ``w:val``, say."""
    for each in named(name):
        if (value := element.get(each)) is not None:
            return str(value)
    return None


def child(element: Element, name: str) -> Element | None:
    for each in named(name):
        if (found := element.find(each)) is not None:
            return found
    return None


def children(element: Element, name: str) -> list[Element]:
    return [each for spelling in named(name) for each in element.findall(spelling)]


def value(element: Element, name: str) -> str | None:
    """``w:val`` of a child."""
    found = child(element, name)
    return None if found is None else attribute(found, "w:val")


def number(text: str | None) -> int | None:
    """A whole number of a size that is one in earnest."""
    if text is None or not text.lstrip("-").isascii() or not text.lstrip("-").isdigit():
        return None
    return int(text) if len(text) < 10 else None


def is_on(element: Element | None) -> bool:
    """Of a property that is there or not, unless it says it is off."""
    return element is not None and (attribute(element, "w:val") or "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Related:
    """Where the relationships of one part lead."""

    by_id: dict[str, str]
    """Id → part; parts outside the file are not among them."""
    by_kind: dict[str, str]
    """The last word of a relationship's type, such as ``styles`` → part."""


def related(package: Package, part: str) -> Related:
    """``part`` is empty for the package itself. Raises as ``Package.read`` and ``xml.parse``."""
    folder, _, file = part.rpartition("/")
    source = posixpath.join(folder, "_rels", f"{file}.rels")
    found = Related({}, {})
    if source not in package:
        return found
    for each in xml.parse(package.read(source), package.name, package.format, source):
        if each.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target") or ""))
        found.by_id[each.get("Id") or ""] = target
        found.by_kind.setdefault((each.get("Type") or "").rpartition("/")[2], target)
    return found

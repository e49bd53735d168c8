"""A Word file taken apart, for the rules that look into it."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import dirname, join, normpath

from lxml import etree

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

BODY = "word/document.xml"
FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "STYLEREF", "TITLE", "HYPERLINK", "REF", "NOTEREF"}
"""Those that fetch nothing from outside the file and nothing from the clock."""
BLOCKS = {f"{W}p", f"{W}tbl"}
STORIES = ("body", "hdr", "ftr", "footnote", "endnote", "comment", "tc", "txbxContent")


@dataclass(frozen=True, slots=True)
class Relation:
    id: str
    type: str
    """The last word of its address: ``header``, ``image``, ``hyperlink`` …"""
    target: str
    """Name of a part, or an address."""
    external: bool


@dataclass
class Package:
    """A Word file, taken apart; what cannot be read at all is in ``broken``."""

    data: bytes
    broken: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            self.entries = archive.infolist()
            self.parts = {each.filename: archive.read(each) for each in self.entries}
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        self.xml: dict[str, Element] = {}
        for name, data in self.parts.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.xml[name] = etree.fromstring(data, parser)
                except etree.XMLSyntaxError as error:
                    self.broken.append(f"{name} is not XML: {error}")
                if b"<!DOCTYPE" in data:
                    self.broken.append(f"{name} declares a document type")

    def relations(self, part: str) -> list[Relation]:
        rels = self.xml.get(join(dirname(part), "_rels", f"{part.rsplit('/', 1)[-1]}.rels"))
        return [
            Relation(
                each.get("Id", ""),
                each.get("Type", "").rsplit("/", 1)[-1],
                each.get("Target", "")
                if (external := each.get("TargetMode") == "External")
                else normpath(join("/", dirname(part), each.get("Target", ""))).lstrip("/"),
                external,
            )
            for each in (rels if rels is not None else ())
        ]

    @cached_property
    def word(self) -> dict[str, Element]:
        """Parts with text in them."""
        known = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")
        return {
            name: root
            for name, root in self.xml.items()
            if root.tag in {f"{W}{each}" for each in known}
        }

    def root(self, kind: str) -> Element | None:
        """The part whose root element is this."""
        return next((each for each in self.xml.values() if each.tag == f"{W}{kind}"), None)

    @cached_property
    def styles(self) -> dict[str, Element]:
        root = self.root("styles")
        found = root.iter(f"{W}style") if root is not None else ()
        return {each.get(f"{W}styleId", ""): each for each in found}

    @cached_property
    def style_names(self) -> dict[str, str]:
        """Name of each style, lower case, by its id."""
        return {id: value_of(each, "name").lower() for id, each in self.styles.items()}

    def chain(self, style: str) -> Iterator[Element]:
        """A style and what it is based on."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = value_of(self.styles[style], "basedOn")


def value_of(element: Element, path: str) -> str:
    found = element.find("/".join(f"{W}{each}" for each in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def words_of(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t")).strip()


def name_of(element: Element) -> str:
    return etree.QName(element).localname


def is_on(element: Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def repeated(values: Iterable[str]) -> list[str]:
    return [each for each, count in Counter(values).items() if count > 1]

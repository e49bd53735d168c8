"""What every document of a house style has: all but its text, made once.

The parts that are the same for each are packed already; an export puts its own behind them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.model.brief import Notes
from briefing.writers.docx import package, settings, sheet
from briefing.writers.docx.edges import Edge, edge
from briefing.writers.docx.lists import Lists, lists
from briefing.writers.docx.looks import Looks
from briefing.writers.docx.notes import DECLARATION, NAMESPACES, Kind, kind_of
from briefing.writers.house.whole import House
from briefing.writers.house.xml import etree, made, parsed, written

_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_STYLES, _SETTINGS, _NUMBERING = "word/styles.xml", "word/settings.xml", "word/numbering.xml"
_EDGE = re.compile(r"word/(?:header|footer)[^/]*\.xml")


@dataclass(frozen=True, slots=True)
class Around:
    """A part of the package with a place for what is the document's own."""

    before: str
    after: str

    def filled(self, xml: str) -> str:
        return f"{self.before}{xml}{self.after}"


EMPTY_LINKS = Around(
    f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships">',
    "</Relationships>",
)


@dataclass(frozen=True, slots=True)
class Linked:
    """A header or footer, and its relationships."""

    edge: Edge
    links_name: str
    links: Around
    has_links: bool
    """Whether the house style itself links to something, such as a logo."""


@dataclass(frozen=True, slots=True)
class Base:
    archive: bytes
    """The parts that are the same for each document, packed."""
    document: Around
    links: Around
    """Relationships of the text."""
    numbering: Around | None
    lists: Lists
    edges: tuple[Linked, ...]
    notes: Kind
    """How notes are written, should there be any."""
    looks: Looks


@lru_cache(maxsize=16)
def base(house: House, language: str, notes: Notes, noted: bool) -> Base:
    """``noted``: whether the document has notes."""
    parts = dict(house.package.parts)
    styles = parsed(parts[_STYLES])
    sheet.speak(styles, language)
    sheet.repeat_for_complex_scripts(styles)
    commented = noted and notes is Notes.COMMENTS
    kind = kind_of(notes, house, sheet.comment_styles(styles) if commented else None)
    parts[_STYLES] = written(styles)
    said = parsed(parts[_SETTINGS])
    settings.set_notes(said, kind if noted else None)
    settings.set_breaks(said)
    settings.speak(said, language)
    parts[_SETTINGS] = written(said)
    numbered = parsed(parts[_NUMBERING]) if _NUMBERING in parts else None
    own_lists = lists(styles, numbered, house)
    links = parts.pop(_LINKS).decode()
    if noted:
        parts[_TYPES] = _declared(parts[_TYPES], kind)
        target = posixpath.basename(kind.part)
        links = _slot(links, "</Relationships>").filled(
            f'<Relationship Id="rIdNotes" Type="{kind.relation}" Target="{target}"/>'
        )
    return Base(
        edges=tuple(_edges(parts, house)),
        numbering=_numbering(parts) if own_lists else None,
        archive=package.join(parts.items()),
        document=_document(house.package.section, kind if noted else None),
        links=_slot(links, "</Relationships>"),
        lists=own_lists,
        notes=kind,
        looks=Looks(house),
    )


def links_of(part: str) -> str:
    """Name of the part that holds the relationships of another."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _slot(xml: str, end: str) -> Around:
    at = xml.rindex(end)
    return Around(xml[:at], xml[at:])


def _document(section: str, kind: Kind | None) -> Around:
    properties = made(section)
    settings.section_notes(properties, kind)
    return Around(
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>",
        f"{etree().tostring(properties, encoding='unicode')}</w:body></w:document>",
    )


def _numbering(parts: dict[str, bytes]) -> Around:
    xml = parts.pop(_NUMBERING).decode()
    end = "<w:numIdMacAtCleanup"
    return _slot(xml, end if end in xml else "</w:numbering>")


def _edges(parts: dict[str, bytes], house: House) -> Iterator[Linked]:
    """Takes them out of the parts."""
    for name in [each for each in parts if _EDGE.fullmatch(each)]:
        links_name = links_of(name)
        links = parts.pop(links_name, None)
        yield Linked(
            edge(name, parts.pop(name), house),
            links_name,
            _slot(links.decode(), "</Relationships>") if links else EMPTY_LINKS,
            links is not None,
        )


def _declared(types: bytes, kind: Kind) -> bytes:
    one = f'<Override PartName="/{kind.part}" ContentType="{kind.content_type}"/>'
    return _slot(types.decode(), "</Types>").filled(one).encode()

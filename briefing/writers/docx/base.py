"""The document that every export starts from: all but the text, made through python-docx.

It is made once for a house style, page and language, saved, and taken apart. An export puts
its text between the pieces: python-docx itself takes milliseconds for each paragraph.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Twips

from briefing.model.brief import Page
from briefing.writers.docx import oxml
from briefing.writers.docx.lists import add_lists
from briefing.writers.docx.styles import add_styles
from briefing.writers.style import HouseStyle

SIZES: dict[Page, tuple[int, int]] = {Page.A4: (11906, 16838), Page.LETTER: (12240, 15840)}
"""Width and height in twips."""

_KEPT = {
    getattr(RELATIONSHIP_TYPE, each)
    for each in ("STYLES", "NUMBERING", "SETTINGS", "HEADER", "FOOTER")
} | {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
"""What is kept of python-docx's template, which also has a theme, a picture, a bibliography …"""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the package with a place for what is the document's own."""

    before: str
    after: str

    def filled(self, xml: str) -> str:
        return f"{self.before}{xml}{self.after}"


@dataclass(frozen=True, slots=True)
class Base:
    fixed: tuple[tuple[str, bytes], ...]
    """Name and content of the parts that are the same for each document, as saved."""
    document: Slot
    header: Slot
    footer: Slot
    numbering: Slot
    links: Slot
    """Relationships of the text."""
    no_links: Slot
    """Relationships of a header or footer, which has none of its own."""


@lru_cache(maxsize=8)
def base(house: HouseStyle, page: Page, language: str) -> Base:
    buffer = io.BytesIO()
    _made(house, page, language).save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    del parts["docProps/core.xml"]
    links = parts.pop("word/_rels/document.xml.rels").decode()
    return Base(
        document=_slot(parts.pop("word/document.xml").decode(), "<w:body>", "<w:sectPr"),
        header=_slot(parts.pop("word/header1.xml").decode(), "<w:p>", "</w:hdr>", keep=False),
        footer=_slot(parts.pop("word/footer1.xml").decode(), "<w:p>", "</w:ftr>", keep=False),
        numbering=_slot(parts.pop("word/numbering.xml").decode(), "", "</w:numbering>"),
        links=_slot(links, "", "</Relationships>"),
        no_links=_slot(links, "<Relationship ", "</Relationships>", keep=False),
        fixed=tuple(parts.items()),
    )


def _slot(xml: str, start: str, end: str, *, keep: bool = True) -> Slot:
    """``start`` (kept or not; empty: ``end``) and ``end`` are around what can be replaced."""
    after = xml.rindex(end)
    before = xml.index(start) + len(start) * keep if start else after
    return Slot(xml[:before], xml[after:])


def _made(house: HouseStyle, page: Page, language: str) -> Document:
    document = docx.Document()
    owners: tuple[Any, ...] = (document.part, document.part.package)
    for owner in owners:
        for id, relation in list(owner.rels.items()):
            if relation.reltype not in _KEPT:
                del owner.rels[id]
    add_styles(document, house, language)
    add_lists(document, house)
    _set_up_page(document, house, page)
    oxml.tidy_settings(document.settings.element)
    return document


def _set_up_page(document: Document, house: HouseStyle, page: Page) -> None:
    (section,) = document.sections
    cast("Any", section)._sectPr.attrib.clear()  # traces of whoever made the template
    width, height = SIZES[page]
    section.page_width, section.page_height = Twips(width), Twips(height)
    margins = house.page
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance, section.footer_distance = Mm(margins.header), Mm(margins.footer)
    for edge in (section.header, section.footer):
        edge.is_linked_to_previous = False  # python-docx's way to give it one

"""Bullets and numbers: real lists of Word, linked to the list styles."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefing.writers.docx.names import id_of
from briefing.writers.docx.xml import twips
from briefing.writers.style import HouseStyle

BULLETS, NUMBERS = 1, 2
"""Ids of the lists that the list styles name."""


def add_lists(document: Document, house: HouseStyle) -> None:
    """Put the two lists in place of those of python-docx's template."""
    numbering: Any = document.part.numbering_part.element
    for each in list(numbering):
        numbering.remove(each)
    for id, format, signs, style, indent in (
        (BULLETS, "bullet", "•–•", "List Bullet", house.styles.bullet.indent),
        (NUMBERS, "decimal", ("%1.", "%2.", "%3."), "List Number", house.styles.number.indent),
    ):
        levels = "".join(
            _level(level, format, sign, id_of(style), twips(indent))
            for level, sign in enumerate(signs)
        )
        numbering.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        )
    for id in (BULLETS, NUMBERS):
        numbering.add_num(id)


def restarts(count: int) -> str:
    """A list of its own, from 1, for each numbered list of a document; ids follow ``NUMBERS``."""
    return "".join(
        f'<w:num w:numId="{NUMBERS + n}"><w:abstractNumId w:val="{NUMBERS}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, count + 1)
    )


def _level(level: int, format: str, sign: str, style: str, step: int) -> str:
    link = f'<w:pStyle w:val="{style}"/>' if level == 0 else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{link}'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{step * (level + 1)}" w:hanging="{step}"/></w:pPr></w:lvl>'
    )

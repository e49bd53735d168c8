"""Word (Office Open XML): all but the text is made by python-docx, once (see ``base``)."""

from __future__ import annotations

from briefing.model.brief import Brief
from briefing.writers.docx import package
from briefing.writers.docx.base import base
from briefing.writers.docx.body import Part, relationships
from briefing.writers.docx.lists import restarts
from briefing.writers.docx.properties import properties
from briefing.writers.docx.xml import legal
from briefing.writers.style import HouseStyle
from briefing.writers.written import Written


def write(brief: Brief, style: HouseStyle) -> Written:
    """The bytes are the same for the same brief and style, whenever and wherever."""
    made = base(style, brief.page, brief.language)
    text, header, footer = (Part(style, brief.page) for _ in range(3))
    parts = {
        "word/document.xml": made.document.filled(text.body(brief)),
        "word/header1.xml": made.header.filled(header.header(brief)),
        "word/footer1.xml": made.footer.filled(footer.footer(brief)),
        "word/numbering.xml": made.numbering.filled(restarts(text.numbered_lists)),
        "word/_rels/document.xml.rels": made.links.filled(relationships(text.links)),
    }
    for name, part in (("header1", header), ("footer1", footer)):
        if part.links:
            links = made.no_links.filled(relationships(part.links))
            parts[f"word/_rels/{name}.xml.rels"] = links
    own = [(name, legal(xml).encode()) for name, xml in parts.items()]
    return Written(package.join((*made.fixed, ("docProps/core.xml", properties(brief)), *own)))

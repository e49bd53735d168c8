"""Word (Office Open XML): all but the text comes from the house style, once (see ``base``)."""

from __future__ import annotations

from briefing.errors import EndnotesApart
from briefing.model.brief import Brief, Notes
from briefing.writers.docx import package
from briefing.writers.docx.base import EMPTY_LINKS, base, links_of
from briefing.writers.docx.body import Body
from briefing.writers.docx.inlines import Part
from briefing.writers.docx.notes import Gathered
from briefing.writers.docx.properties import properties
from briefing.writers.house.whole import House
from briefing.writers.options import Options
from briefing.writers.written import Written


def write(brief: Brief, house: House, options: Options) -> Written:
    """The bytes are the same for the same brief and house style, whenever and wherever."""
    del options  # what may be chosen is for PDF
    made = base(house, brief.language, brief.notes, bool(brief.numbered()))
    notes = Gathered(made.notes, made.looks, house, len(brief.blocks) + 1)
    text = Part(made.looks, notes)
    body = Body(house, text, made.lists)
    parts = {
        "word/document.xml": made.document.filled(body.xml(brief)),
        "word/_rels/document.xml.rels": made.links.filled(text.relationships()),
    }
    if made.numbering is not None:
        lists = made.lists.definitions(body.numbered_lists)
        parts["word/numbering.xml"] = made.numbering.filled(lists)
    for each in made.edges:
        part = Part(made.looks)
        parts[each.edge.name] = each.edge.filled(brief, part)
        links = part.relationships()
        if links or each.has_links:
            parts[each.links_name] = each.links.filled(links)
    if notes:
        parts[made.notes.part] = notes.xml()
        links = notes.relationships()
        if links:
            parts[links_of(made.notes.part)] = EMPTY_LINKS.filled(links)
    own = ((name, xml.encode()) for name, xml in parts.items())
    core = ("docProps/core.xml", properties(brief))
    apart = brief.notes is Notes.ENDNOTES and bool(notes)
    notices = (EndnotesApart(brief.marking),) if apart else ()
    return Written(package.join((core, *own), before=made.archive), notices)

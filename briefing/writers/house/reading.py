"""A ``reference.docx`` as a House: made complete first, then resolved."""

from __future__ import annotations

from pathlib import PurePath

from briefing import files
from briefing.model.brief import Page
from briefing.writers.house import paper
from briefing.writers.house.archive import Archive
from briefing.writers.house.completing import complete_edges, complete_styles
from briefing.writers.house.edges import Edge
from briefing.writers.house.findings import Findings
from briefing.writers.house.letterhead import EdgeBlock, Edges
from briefing.writers.house.look import TABLE_NAMES, CharacterStyle, PageLook, Style
from briefing.writers.house.mending import mend
from briefing.writers.house.numbering import Numbering
from briefing.writers.house.packaging import packaged
from briefing.writers.house.pictures import Pictures
from briefing.writers.house.simplifying import simplify
from briefing.writers.house.source import Source, taken_apart
from briefing.writers.house.styles import StyleSheet
from briefing.writers.house.surveying import survey
from briefing.writers.house.tables import table_look
from briefing.writers.house.theme import Theme
from briefing.writers.house.tidying import tidy_numbering, tidy_styles
from briefing.writers.house.whole import House
from briefing.writers.house.xml import child, length, q, switch


def read(data: bytes, name: str, shipped: bool = False, page: Page | None = None) -> House:
    """``name`` is the name of the file. Raises HouseStyleProblem."""
    archive = Archive(data, name)
    id = PurePath(name).stem
    source = taken_apart(archive)
    mend(source.styles)
    theme = Theme(source.theme)
    sheet = StyleSheet(source.styles, theme)
    findings = Findings(id)
    survey(source, findings, shipped=shipped)
    tidy_numbering(source, findings)
    numbering = Numbering(source.numbering, theme)
    room = paper.room(source)
    complete_styles(source, sheet, numbering, room, findings)
    tidy_styles(source, sheet, findings)
    for where, edge in sorted(source.edges.items()):
        simplify(edge, where.removeprefix("default "), room, findings)
    complete_edges(source, sheet, findings)
    paper.settle(source, page)
    looks = {each: sheet.paragraph(sheet.existing("paragraph", each), numbering) for each in Style}
    signs = {each: sheet.existing("character", each) for each in CharacterStyle}
    size = looks[Style.NORMAL].text.size
    cell = looks[Style.CELL].text.size
    sheet_of_paper = paper.page_look(source)
    edges = _edges(source, sheet, numbering, sheet_of_paper)
    return House(
        id,
        described(archive, shipped)[0],
        sheet_of_paper,
        looks,
        {each: sheet.characters(style, size) for each, style in signs.items()},
        {each: style.get(q("w:styleId")) for each, style in signs.items()},
        {
            each: table_look(sheet.existing("table", word), sheet, cell)
            for each, word in TABLE_NAMES.items()
        },
        edges,
        bool(switch(source.settings, "w:autoHyphenation")),
        length(child(source.settings, "w:defaultTabStop"), "w:val") or 36,
        packaged(source),
        files.digest(data),
        findings.all,
        shipped,
        not switch(source.settings, "w:doNotHyphenateCaps"),
        edges.numbers_pages,
    )


def described(archive: Archive, shipped: bool) -> tuple[str, str]:
    """Name and description; of a person's own, the name is that of the file.

    The title that Word keeps there is seldom theirs, but of the letter it was once made from.
    """
    stem = PurePath(archive.name).stem
    properties = next(
        (each for each in archive.relations("").values() if each.kind == "core-properties"), None
    )
    if not shipped or properties is None or not archive.has(properties.target):
        return stem, ""
    root = archive.tree(properties.target)
    title, description = (
        (root.findtext(f"{{{_DUBLIN_CORE}}}{each}") or "").strip()
        for each in ("title", "description")
    )
    return title or stem, description


_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def _edges(source: Source, sheet: StyleSheet, numbering: Numbering, page: PageLook) -> Edges:
    def blocks(name: str) -> tuple[EdgeBlock, ...]:
        part = source.edges.get(name)
        if part is None:
            return ()
        data = {id: content for id, (_, content) in part.pictures.items()}
        pictures = Pictures(data, name.endswith("footer"))
        return Edge(sheet, numbering, page, pictures).blocks(part.root, page.room)

    return Edges(
        blocks("default header"),
        blocks("default footer"),
        blocks("first header") if page.first_differs else (),
        blocks("first footer") if page.first_differs else (),
    )

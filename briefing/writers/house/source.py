"""A reference file taken apart into trees, before anything in it is changed or resolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.writers.house.archive import Archive, Relation
from briefing.writers.house.xml import Element, child, elements, made, q, switch

_NO_STYLES = "<w:styles/>"
_NO_NUMBERING = "<w:numbering/>"
_NO_SETTINGS = "<w:settings/>"


@dataclass(slots=True)
class EdgePart:
    """A header or footer."""

    root: Element
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict[str, tuple[str, bytes]])
    """Suffix and content, by the id of the relationship."""
    links: dict[str, str] = field(default_factory=dict[str, str])
    """Addresses, by the id of the relationship."""


@dataclass(slots=True)
class Source:
    styles: Element
    numbering: Element
    settings: Element
    theme: Element | None
    section: Element
    """The last ``w:sectPr``."""
    sections: int
    edges: dict[str, EdgePart]
    """``default header``, ``first footer`` and so on."""
    first_differs: bool
    """Whether the first page has a header and footer of its own."""
    document: Element


def taken_apart(archive: Archive) -> Source:
    """Raises HouseStyleProblem."""
    relations = archive.relations(archive.main)
    document = archive.tree(archive.main)
    body = child(document, "w:body")
    if body is None:
        archive.fail("it has no text part. Save it in Word as a Word document (.docx).")
    sections = list(body.iter(q("w:sectPr")))
    section = sections[-1] if sections else made("<w:sectPr/>")
    return Source(
        _tree(archive, relations, "styles", _NO_STYLES),
        _tree(archive, relations, "numbering", _NO_NUMBERING),
        _tree(archive, relations, "settings", _NO_SETTINGS),
        _theme(archive, relations),
        section,
        max(len(sections), 1),
        _edges(archive, relations, sections),
        bool(switch(section, "w:titlePg")),
        document,
    )


def _tree(archive: Archive, relations: dict[str, Relation], kind: str, empty: str) -> Element:
    for each in relations.values():
        if each.kind == kind and not each.external and archive.has(each.target):
            return archive.tree(each.target)
    return made(empty)


def _theme(archive: Archive, relations: dict[str, Relation]) -> Element | None:
    for each in relations.values():
        if each.kind == "theme" and not each.external and archive.has(each.target):
            return archive.tree(each.target)
    return None


def _edges(
    archive: Archive, relations: dict[str, Relation], sections: list[Element]
) -> dict[str, EdgePart]:
    """A section that has none of a kind has that of the section before."""
    found: dict[str, EdgePart] = {}
    for section in sections:
        for each in elements(section):
            kind = {q("w:headerReference"): "header", q("w:footerReference"): "footer"}.get(
                each.tag
            )
            relation = relations.get(each.get(q("r:id"), ""))
            if kind is None or relation is None or not archive.has(relation.target):
                continue
            found[f"{each.get(q('w:type'), 'default')} {kind}"] = _edge(archive, relation.target)
    return found


def _edge(archive: Archive, part: str) -> EdgePart:
    edge = EdgePart(archive.tree(part))
    for id, each in archive.relations(part).items():
        if each.kind == "image" and not each.external and archive.has(each.target):
            suffix = each.target.rsplit(".", 1)[-1].lower()
            edge.pictures[id] = (suffix, archive.part(each.target))
        elif each.kind == "hyperlink" and each.external:
            edge.links[id] = each.target
    return edge

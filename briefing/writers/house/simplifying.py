"""Headers and footers, made simple: what is left is the same in Word and in the PDF.

Slots stand in runs of their own, content controls are unwrapped, changes accepted, and what
neither can show is taken out. What only Word can show stays, and is told of.
"""

from __future__ import annotations

from briefing.writers.house.cells import borders_of_cells
from briefing.writers.house.drawings import simplify_drawings
from briefing.writers.house.edges import symbol
from briefing.writers.house.findings import Findings
from briefing.writers.house.outside import drop_loose, forget_addresses
from briefing.writers.house.slots import own, part_slots, simplify_fields, split_runs
from briefing.writers.house.source import EdgePart
from briefing.writers.house.tidying import drop_effects, tell_borders
from briefing.writers.house.xml import Element, child, drop, elements, is_on, made, q, switch

_TRACES = frozenset(
    q(f"w:{each}")
    for each in (
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "permStart",
        "permEnd",
        "lastRenderedPageBreak",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
        "footnoteReference",
        "endnoteReference",
        "annotationRef",
        "altChunk",
        "subDoc",
    )
)
_REMOVED = (q("w:del"), q("w:moveFrom"))
_ACCEPTED = (q("w:ins"), q("w:moveTo"))
_CELLS = (q("w:cellIns"), q("w:cellDel"), q("w:cellMerge"))
_WRAPPERS = (
    *_ACCEPTED,
    q("w:sdt"),
    q("w:sdtContent"),
    q("w:smartTag"),
    q("w:customXml"),
    q("w:dir"),
    q("w:bdo"),
)
_INSIDE_WRAPPERS = (q("w:sdtPr"), q("w:sdtEndPr"), q("w:smartTagPr"), q("w:customXmlPr"))
_CHANGES = tuple(
    q(f"w:{each}Change") for each in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "tblPrEx", "tblGrid")
)


def simplify(edge: EdgePart, where: str, room: int, findings: Findings) -> None:
    """``where`` is "header", "first footer" and the like; ``room`` is the width in twips."""
    root = edge.root
    for each in list(root.iter(*_TRACES)):
        drop(each)
    _accept_changes(root, where, findings)
    _unwrap(root)
    _drop_traces(root)
    _plain_letters(root, where, findings)
    forget_addresses(edge)
    simplify_drawings(edge, where, findings)
    drop_loose(edge, where, findings)
    for paragraph in list(root.iter(q("w:p"))):
        split_runs(paragraph)
        simplify_fields(paragraph, where, findings)
        part_slots(paragraph, where, findings)
        _stops_from_edge(paragraph, where, room, findings)
        properties = child(paragraph, "w:pPr")
        frame = child(properties, "w:framePr")
        if frame is not None:
            findings.not_followed("frame", where)
            drop(frame)
        direction = child(properties, "w:bidi")
        if direction is not None:
            if is_on(direction):
                findings.not_followed("direction", f"its {where}")
            drop(direction)
    for table in root.iter(q("w:tbl")):
        if any(
            next(table.iter(q(each)), None) is not None for each in ("w:gridSpan", "w:vMerge")
        ) or any(next(cell.iter(q("w:tbl")), None) is not None for cell in table.iter(q("w:tc"))):
            findings.not_followed("table", where)
            continue
        if borders_of_cells(table) is None:
            findings.not_followed("table", where)


def _accept_changes(root: Element, where: str, findings: Findings) -> None:
    changed = list(root.iter(*_REMOVED, *_ACCEPTED, *_CHANGES, *_CELLS))
    if changed:
        findings.not_followed("changes", where)
    for each in changed:
        if each.tag == q("w:del") and each.getparent().tag == q("w:trPr"):
            drop(each.getparent().getparent())  # the whole row was deleted
        elif each.tag not in _ACCEPTED or each.getparent().tag == q("w:rPr"):
            drop(each)


def _unwrap(root: Element) -> None:
    for each in list(root.iter(*_INSIDE_WRAPPERS)):
        drop(each)
    for each in list(root.iter(*_WRAPPERS)):
        parent = each.getparent()
        place = parent.index(each)
        for inner in list(each)[::-1]:
            parent.insert(place, inner)
        parent.remove(each)


def _drop_traces(root: Element) -> None:
    """Numbers by which Word knows who typed what, and when."""
    for each in root.iter():
        for name in [
            name
            for name in each.attrib
            if name.startswith(q("w:rsid")) or name in {q("w14:paraId"), q("w14:textId")}
        ]:
            del each.attrib[name]
    for each in list(root.iter(q("w:lang"), q("w:noProof"))):
        drop(each)


def _plain_letters(root: Element, where: str, findings: Findings) -> None:
    for each in list(root.iter(q("w:sym"))):
        letter = made('<w:t xml:space="preserve"/>')
        letter.text = symbol(each)
        each.getparent().replace(each, letter)
    for each in root.iter(q("w:t")):
        if each.get(q("xml:space")) != "preserve":
            each.text = (each.text or "").strip(" \t\r\n")
            each.set(q("xml:space"), "preserve")
    for run in list(root.iter(q("w:r"))):
        if switch(child(run, "w:rPr"), "w:vanish"):
            drop(run)
    drop_effects(root, f"its {where}", findings)
    tell_borders(root, f"its {where}", findings)


def _stops_from_edge(paragraph: Element, where: str, room: int, findings: Findings) -> None:
    """``w:ptab`` goes to the middle or the right margin, whatever tab stops there are."""
    found = own(paragraph, "w:ptab")
    if not found:
        return
    if any(each.get(q("w:relativeTo")) == "indent" for each in found):
        findings.not_followed("tabs-from-edge", where)
    for each in found:
        each.getparent().replace(each, made("<w:tab/>"))
    kinds = {each.get(q("w:alignment")) for each in found}
    properties = child(paragraph, "w:pPr")
    if properties is None:
        properties = made("<w:pPr/>")
        paragraph.insert(0, properties)
    old = child(properties, "w:tabs")
    stops = "".join(
        f'<w:tab w:val="{kind}" w:pos="{place}"/>'
        for kind, place in (("center", round(room / 2)), ("right", room))
        if kind in kinds
    )
    tabs = made(f"<w:tabs>{stops}</w:tabs>")
    if old is not None:
        properties.replace(old, tabs)
    else:
        _insert_tabs(properties, tabs)


_BEFORE_TABS = frozenset(
    q(f"w:{each}")
    for each in (
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
        "numPr",
        "suppressLineNumbers",
        "pBdr",
        "shd",
    )
)


def _insert_tabs(properties: Element, tabs: Element) -> None:
    """``w:tabs``, where the schema wants them."""
    place = sum(1 for each in elements(properties) if each.tag in _BEFORE_TABS)
    properties.insert(place, tabs)

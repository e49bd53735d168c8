"""What points out of a reference file: nothing of a briefing is fetched when Word opens it.

Parts that are not taken along are gone as well, and Word takes a pointer to them for damage.
"""

from __future__ import annotations

from briefing.writers.house.findings import Findings
from briefing.writers.house.source import EdgePart
from briefing.writers.house.xml import NAMESPACES, Element, drop, etree, q

_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_RELATION = f"{{{NAMESPACES['r']}}}"
_FETCHED = ("src", f"{_OFFICE}href", f"{_OFFICE}althref", q("r:href"), q("r:pict"))
"""Attributes of VML that name a picture elsewhere."""
_LINK = q("w:hyperlink")
_DRAWINGS = (q("w:drawing"), q("w:pict"))


def forget_addresses(edge: EdgePart) -> None:
    """Of pictures that are at hand, that of the file they came from; and films on the web."""
    for each in list(edge.root.iter()):
        if each.tag.startswith(_VML):
            for name in _FETCHED:
                each.attrib.pop(name, None)
        elif each.tag == q("a:blip") and each.get(q("r:embed")) in edge.pictures:
            each.attrib.pop(q("r:link"), None)
        elif each.tag.endswith("}webVideoPr"):
            drop(each)


def is_linked(drawing: Element) -> bool:
    """Whether it has a picture that lies in another file."""
    return any(each.get(q("r:link")) for each in drawing.iter(q("a:blip"))) or any(
        not each.get(q("r:id")) for each in drawing.iter(f"{_VML}imagedata")
    )


def relations_in(element: Element) -> set[str]:
    """Ids of the relationships that it and what is in it name."""
    return {
        id
        for each in element.iter()
        for name, id in each.attrib.items()
        if id and name.startswith(_RELATION)
    }


def drop_loose(edge: EdgePart, where: str, findings: Findings) -> None:
    """Beside drawings, which are judged on their own, only links may point to anything."""
    for each in list(edge.root.iter()):
        names = [name for name in each.attrib if name.startswith(_RELATION)]
        if not names or next(each.iterancestors(*_DRAWINGS), None) is not None:
            continue
        if each.tag != _LINK:
            findings.not_followed("embedded", where)
            drop(each)
        elif each.get(q("r:id")) not in edge.links:
            for name in names:
                del each.attrib[name]


def forget_pictures(theme: Element) -> None:
    """A theme may fill shapes with pictures; briefings have no shapes, and no such pictures."""
    for name in ("a:objectDefaults", "a:extLst"):
        for each in list(theme.iter(q(name))):
            drop(each)
    for each in list(theme.iter(q("a:blipFill"))):
        plain = etree().Element(q("a:solidFill"))
        etree().SubElement(plain, q("a:schemeClr")).set("val", "phClr")
        each.getparent().replace(each, plain)

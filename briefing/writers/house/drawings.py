"""Pictures and drawings in headers and footers: which stay, and which the PDF can show."""

from __future__ import annotations

from briefing.writers.house.findings import Findings
from briefing.writers.house.outside import is_linked, relations_in
from briefing.writers.house.packaging import PICTURE_SUFFIXES
from briefing.writers.house.pictures import is_bounded, shows
from briefing.writers.house.source import EdgePart
from briefing.writers.house.vml import modern
from briefing.writers.house.xml import Element, drop, q


def simplify_drawings(edge: EdgePart, where: str, findings: Findings) -> None:
    for each in list(edge.root.iter(q("mc:AlternateContent"))):
        pictures = each.findall(f"{q('mc:Choice')}/{q('w:drawing')}")
        if len(pictures) == 1 and _is_picture(pictures[0]):
            each.getparent().replace(each, pictures[0])
    for each in list(edge.root.iter(q("w:pict"))):
        picture = modern(each)
        if picture is not None:
            each.getparent().replace(each, picture)
    for each in list(edge.root.iter(q("w:drawing"), q("w:pict"), q("w:object"))):
        if any(above.tag == q("w:drawing") for above in each.iterancestors()):
            continue  # in a text box, which is judged as a whole
        what, kept = _judged(each, edge)
        if what:
            findings.not_followed(what, where)
        if not kept:
            around = [each, *each.iterancestors(q("mc:AlternateContent"))][-1]
            drop(around)


def _is_picture(drawing: Element) -> bool:
    return drawing.find(f".//{q('a:graphicData')}/{q('pic:pic')}") is not None


def _judged(drawing: Element, edge: EdgePart) -> tuple[str, bool]:
    """What is to be told of it, and whether it may stay in Word's file."""
    if is_linked(drawing):
        return "picture-linked", False
    ids = relations_in(drawing)
    if drawing.tag == q("w:object") or not ids <= edge.pictures.keys() | edge.links.keys():
        return "embedded", False
    if any(edge.pictures[id][0] not in PICTURE_SUFFIXES for id in ids & edge.pictures.keys()):
        return "picture-format", False
    if not _is_picture(drawing):
        across = any(
            each.tag.endswith("}textpath") or "watermark" in each.get("id", "").lower()
            for each in drawing.iter()
        )
        return ("watermark" if across else "text-box"), True
    blip = next(drawing.iter(q("a:blip")), None)
    picture = edge.pictures.get("" if blip is None else blip.get(q("r:embed"), ""))
    if picture is None or not shows(picture[1]):
        return "picture-format", True
    if not is_bounded(picture[1]):
        return "picture-size", True
    crop = next(drawing.iter(q("a:srcRect")), None)
    turned = next(drawing.iter(q("a:xfrm")), None)
    if (crop is not None and crop.attrib) or (
        turned is not None and any(turned.get(each) for each in ("rot", "flipH", "flipV"))
    ):
        return "picture-cropped", True
    return "", True

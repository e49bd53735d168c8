"""Pictures as Word wrote them until 2007 (VML), put as it writes them now."""

from __future__ import annotations

from briefing.writers.house.xml import NAMESPACES, Element, etree, q

_VML = "urn:schemas-microsoft-com:vml"
_EMU = {"pt": 12_700, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": 9_525, "pc": 152_400}
_ACROSS = {"margin": "margin", "page": "page", "text": "column", "char": "character"}
_DOWN = {"margin": "margin", "page": "page", "text": "paragraph", "line": "line"}
_ALIGNED = {
    "H": {"left", "center", "right", "inside", "outside"},
    "V": {"top", "center", "bottom", "inside", "outside"},
}


def modern(pict: Element) -> Element | None:
    """A ``w:drawing`` for ``w:pict``; None where it is more, or less, than one picture."""
    shapes = list(pict.iter(f"{{{_VML}}}shape", f"{{{_VML}}}rect"))
    if len(shapes) != 1 or "watermark" in shapes[0].get("id", "").lower():
        return None
    data = shapes[0].find(f"{{{_VML}}}imagedata")
    id = None if data is None else data.get(q("r:id"))
    style = _style(shapes[0].get("style", ""))
    width, height = (_emu(style.get(each)) for each in ("width", "height"))
    if data is None or not id or not width or not height or width < 0 or height < 0:
        return None
    if (
        any(each.startswith("crop") for each in data.attrib)
        or "rotation" in style
        or "flip" in style
    ):
        return None
    frame = _frame(style, width, height)
    words = shapes[0].get("alt") or ""
    return _drawing(frame, id, width, height, words)


def _style(text: str) -> dict[str, str]:
    pairs = (each.split(":", 1) for each in text.split(";") if ":" in each)
    return {name.strip().lower(): value.strip().lower() for name, value in pairs}


def _emu(text: str | None) -> int:
    if not text:
        return 0
    unit = _EMU.get(text[-2:])
    try:
        points = float(text if unit is None else text[:-2])
    except ValueError:
        return 0
    if not abs(points) < 1e5:
        return 0
    return round(points * (_EMU["px"] if unit is None else unit))


def _frame(style: dict[str, str], width: int, height: int) -> str:
    """Element and what stands before the picture in it; ``%`` is the place of the rest."""
    size = f'<wp:extent cx="{width}" cy="{height}"/>'
    if style.get("position") != "absolute":
        return f'<wp:inline distT="0" distB="0" distL="0" distR="0">{size}%</wp:inline>'
    places = _place("H", _ACROSS, style, "horizontal", "margin-left", "text") + _place(
        "V", _DOWN, style, "vertical", "margin-top", "text"
    )
    behind = int(style.get("z-index", "0").startswith("-"))
    return (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="1" behindDoc="{behind}" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{places}{size}<wp:wrapNone/>%</wp:anchor>'
    )


def _place(
    side: str, kinds: dict[str, str], style: dict[str, str], name: str, offset: str, usual: str
) -> str:
    kind = kinds.get(style.get(f"mso-position-{name}-relative", usual), kinds[usual])
    aligned = style.get(f"mso-position-{name}", "absolute")
    inside = (
        f"<wp:align>{aligned}</wp:align>"
        if aligned in _ALIGNED[side]
        else f"<wp:posOffset>{_emu(style.get(offset))}</wp:posOffset>"
    )
    return f'<wp:position{side} relativeFrom="{kind}">{inside}</wp:position{side}>'


def _drawing(frame: str, id: str, width: int, height: int, words: str) -> Element:
    declared = " ".join(
        f'xmlns:{each}="{NAMESPACES[each]}"' for each in ("w", "r", "a", "pic", "wp")
    )
    graphic = (
        '<wp:docPr id="1" name="Picture"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        f'uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="Picture"/>'
        "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch>"
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic>"
    )
    drawing = etree().fromstring(f"<w:drawing {declared}>{frame.replace('%', graphic)}</w:drawing>")
    next(drawing.iter(q("a:blip"))).set(q("r:embed"), id)
    if words:
        next(drawing.iter(q("wp:docPr"))).set("descr", words)
    return drawing

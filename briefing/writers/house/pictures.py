"""Pictures in headers and footers, and where they float."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.writers.house.letterhead import Anchor, EdgePicture
from briefing.writers.house.look import PageLook
from briefing.writers.house.xml import Element, child, q, whole

_EMU = 12_700
"""In a point."""
_MOST_DOTS = 60_000_000
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def shows(data: bytes) -> bool:
    """Whether it is a picture that both outputs can show: PNG or JPEG."""
    return data.startswith(_SIGNATURES)


def is_bounded(data: bytes) -> bool:
    """Whether it unpacks to no more dots than paper can show."""
    return 0 < dots(data) <= _MOST_DOTS


@dataclass(frozen=True, slots=True)
class Pictures:
    """Of one header or footer."""

    data: Mapping[str, bytes]
    """By the id of the relationship."""
    is_footer: bool = False

    def picture(self, drawing: Element, page: PageLook) -> EdgePicture | None:
        """None where it is no picture, or none that can be shown."""
        frame = next(iter(drawing), None)
        if frame is None:
            return None
        blip = next(drawing.iter(q("a:blip")), None)
        data = None if blip is None else self.data.get(blip.get(q("r:embed"), ""))
        extent = child(frame, "wp:extent")
        if data is None or extent is None or not (shows(data) and is_bounded(data)):
            return None
        width, height = (_points(extent.get(side)) for side in ("cx", "cy"))
        if width <= 0 or height <= 0:
            return None
        described = child(frame, "wp:docPr")
        words = "" if described is None else described.get("descr") or described.get("title") or ""
        anchor = None
        if frame.tag == q("wp:anchor"):
            anchor = self._anchor(frame, page, width, height)
        return EdgePicture(data, width, height, words, anchor)

    def _anchor(self, frame: Element, page: PageLook, width: float, height: float) -> Anchor:
        wraps = child(frame, "wp:wrapTopAndBottom") is not None
        return Anchor(
            self._across(child(frame, "wp:positionH"), page, width),
            self._down(child(frame, "wp:positionV"), page, height),
            wraps,
        )

    def _across(self, place: Element | None, page: PageLook, width: float) -> float:
        kind = "column" if place is None else place.get("relativeFrom", "column")
        match kind:
            case "page":
                start, end = 0.0, page.width
            case "leftMargin" | "insideMargin":
                start, end = 0.0, page.left
            case "rightMargin" | "outsideMargin":
                start, end = page.width - page.right, page.width
            case _:  # margin, column, character
                start, end = page.left, page.width - page.right
        return _placed(place, start, end, width, {"right": 1, "outside": 1, "center": 0.5})

    def _down(self, place: Element | None, page: PageLook, height: float) -> float:
        kind = "paragraph" if place is None else place.get("relativeFrom", "paragraph")
        match kind:
            case "page":
                start, end = 0.0, page.height
            case "topMargin" | "insideMargin":
                start, end = 0.0, page.top
            case "bottomMargin" | "outsideMargin":
                start, end = page.height - page.bottom, page.height
            case "margin":
                start, end = page.top, page.height - page.bottom
            case _:  # paragraph, line: taken as the first of the header or footer
                start = page.height - page.bottom if self.is_footer else page.header
                end = page.height - page.footer if self.is_footer else page.top
        return _placed(place, start, end, height, {"bottom": 1, "outside": 1, "center": 0.5})


def _placed(
    place: Element | None, start: float, end: float, size: float, shares: Mapping[str, float]
) -> float:
    aligned = child(place, "wp:align")
    if aligned is not None:
        return start + (end - start - size) * shares.get((aligned.text or "").strip(), 0)
    offset = child(place, "wp:posOffset")
    return start + (0 if offset is None else _points(offset.text))


def _points(text: str | None) -> float:
    return (whole(text) or 0) / _EMU


def dots(data: bytes) -> int:
    """Of a PNG or JPEG, as its head says; 0 where it says nothing that makes sense."""
    if data.startswith(_SIGNATURES[0]):
        return int.from_bytes(data[16:20]) * int.from_bytes(data[20:24])
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        mark = data[place + 1]
        if 0xC0 <= mark <= 0xCF and mark not in {0xC4, 0xC8, 0xCC}:
            return int.from_bytes(data[place + 5 : place + 7]) * int.from_bytes(
                data[place + 7 : place + 9]
            )
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return 0

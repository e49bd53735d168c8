"""Links on the pages: to addresses, from a reference to its note, and from a note back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefing.writers.pdf.objects import box, shortened, string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.writers.pdf.elements import Element
    from briefing.writers.pdf.file import File
    from briefing.writers.pdf.structure import Structure

_ASCII = "".join(chr(each) for each in range(0x21, 0x7F))


@dataclass(frozen=True, slots=True)
class Target:
    """Either an address, or the note or reference of that number."""

    href: str = ""
    note: int = 0
    reference: int = 0


@dataclass(slots=True)
class Link:
    """A part of a link on one line."""

    page: int
    """Its index."""
    target: Target
    owner: Element
    said: str
    """What stands there."""
    left: float
    bottom: float
    right: float
    top: float
    number: int = 0
    """Of its object."""
    parent: int = -1
    """Its place in the structure, counted from the first one after the pages."""

    def add(self, said: str, left: float, bottom: float, right: float, top: float) -> None:
        self.said += said
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)


class Links:
    def __init__(self, file: File, structure: Structure, *, tagged: bool) -> None:
        self._file = file
        self._structure = structure
        self._tagged = tagged
        self._all: list[Link] = []
        self._page: list[Link] = []
        self._line: dict[int, Link] = {}
        """Those of the line being painted, by the identity of their owners."""
        self._notes: dict[int, tuple[int, float]] = {}
        """Page and top of each note; so with references."""
        self._references: dict[int, tuple[int, float]] = {}

    def add(
        self,
        page: int,
        target: Target,
        owner: Element,
        said: str,
        corners: tuple[float, float, float, float],
    ) -> None:
        link = self._line.get(id(owner))
        if link is None:
            link = self._line[id(owner)] = Link(page, target, owner, said, *corners)
        else:
            link.add(said, *corners)
        if target.note:
            self._references.setdefault(target.note, (page, corners[3]))

    def note_begins(self, number: int, page: int, top: float) -> None:
        self._notes.setdefault(number, (page, top))

    def end_line(self) -> None:
        self._page += self._line.values()
        self._line.clear()

    def end_page(self) -> list[int]:
        """Numbers of the objects of the page's links."""
        made, self._page = self._page, []
        self._all += made
        for link in made:
            link.number = self._file.reserve()
            if self._tagged:
                link.parent = self._structure.annotate(link.owner, link.number)
        return [each.number for each in made]

    def put(self, pages: Sequence[int], texts: Sequence[str]) -> None:
        """Write them. ``texts`` are the words of the notes."""
        for link in self._all:
            action, says = self._action(link, pages, texts)
            parent = f"/StructParent {len(pages) + link.parent}" if self._tagged else ""
            self._file.put(
                f"<</Type/Annot/Subtype/Link/Rect"
                f"{box(link.left, link.bottom, link.right, link.top)}/Border[0 0 0]/F 4"
                f"/P {pages[link.page]} 0 R{action}/Contents {string(shortened(says))}{parent}>>",
                link.number,
            )

    def _action(self, link: Link, pages: Sequence[int], texts: Sequence[str]) -> tuple[str, str]:
        target = link.target
        if target.href:
            said = link.said.strip()
            says = said if said == target.href else f"{said} ({target.href})"
            return f"/A<</S/URI/URI {string(quote(target.href, safe=_ASCII))}>>", says
        if target.note:
            place = self._notes.get(target.note)
            says = texts[target.note - 1] if target.note <= len(texts) else link.said
        else:
            place = self._references.get(target.reference)
            says = f"\N{UPWARDS ARROW} {target.reference}"
        page, top = place or (link.page, link.top)
        return f"/Dest[{pages[page]} 0 R/XYZ null {top:.2f} null]", says

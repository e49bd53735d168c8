"""The drawing of a page, in PDF's operators, from what was laid out.

Letters in one look are joined in one ``TJ``, wherever words begin. Where the file is tagged,
everything is marked: as content of an element of the structure, or as an artifact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefing.model.brief import Note, Run
from briefing.writers.layout.laid import (
    HYPHEN,
    NOTE,
    SIGN,
    Fill,
    Image,
    LaidPage,
    Line,
    Piece,
    Rule,
)
from briefing.writers.pdf import shapes, spaces
from briefing.writers.pdf.links import Target
from briefing.writers.pdf.objects import colour, number, string

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.writers.fonts.face import Shaped
    from briefing.writers.pdf.elements import Element
    from briefing.writers.pdf.embedding import Embedding
    from briefing.writers.pdf.links import Links
    from briefing.writers.pdf.structure import Spot, Structure

_LAYOUT = "/Artifact<</Type/Layout>>BDC"
_HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
_FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
_REVERSED = "/ReversedChars BMC"
_SOFT_HYPHEN = string("\N{SOFT HYPHEN}")
_NEAR = 0.004
"""How far words may be from where the last one ended without being moved, in points."""
_STROKE = 1 / 30
"""Of the size: what a letter gains around itself that must look bold."""
_SLANT = "0.21"


class Painter:
    """Pages one after the other."""

    def __init__(
        self,
        embedding: Embedding,
        structure: Structure,
        links: Links,
        pictures: Callable[[bytes], int],
        *,
        height: float,
        tagged: bool,
    ) -> None:
        """``pictures`` gives the number of a picture's object."""
        self._embedding = embedding
        self._structure = structure
        self._links = links
        self._picture = pictures
        self._height = height
        self._tagged = tagged
        self._shown: set[bytes] = set()
        """Pictures that were told of."""
        self._page = -1
        self._begin()

    def _begin(self) -> None:
        self._out: list[str] = []
        self._is_text = False
        self._font: tuple[str, float] | None = None
        self._fill = ""
        self._stroke = ""
        self._spacing = 0.0
        self._bold = 0.0
        """Width of the stroke around letters."""
        self._mark: Element | str | None = None
        """What is painted belongs to this; a text is that of an artifact."""
        self.pictures: dict[str, int] = {}
        """On this page: their numbers by their names."""

    def page(self, page: LaidPage) -> str:
        self._begin()
        self._page += 1
        self._structure.begin_page()
        for item in page.items:
            match item:
                case Line():
                    self._line(item)
                case Rule():
                    self._artifact(_LAYOUT)
                    self._rule(item)
                case Fill():
                    self._artifact(_LAYOUT)
                    self._colour(item.colour)
                    self._out.append(shapes.fill(item))
                case Image():
                    self._image(item)
                case _:
                    assert_never(item)
        self._end_text()
        return "\n".join(self._out)

    # Marks

    def _end_mark(self) -> None:
        if self._mark is not None:
            self._out.append("EMC")
            self._mark = None

    def _end_text(self) -> None:
        self._end_mark()
        if self._is_text:
            self._out.append("ET")
            self._is_text = False

    def _artifact(self, mark: str) -> None:
        """What follows is no text."""
        if self._is_text:
            self._end_text()
        if self._tagged and self._mark != mark:
            self._end_mark()
            self._out.append(mark)
            self._mark = mark

    def _begin_text(self, mark: Element | str) -> None:
        if (self._tagged and self._mark is not mark) or not self._is_text:
            self._end_mark()
        if not self._is_text:
            self._out.append("BT")
            self._is_text = True
        if self._tagged and self._mark is None:
            if isinstance(mark, str):
                self._out.append(mark)
            else:
                self._out.append(f"/{mark.kind}<</MCID {self._structure.content(mark)}>>BDC")
            self._mark = mark

    # Text

    def _line(self, line: Line) -> None:
        pieces = line.pieces
        if not pieces:
            return
        if line.order is not None:
            pieces = tuple(pieces[at] for at in line.order)
        spot = None if line.repeated else self._structure.spots.get(line.place)
        artifact = ""
        if spot is None:
            artifact = _LAYOUT if line.repeated else self._edge(line)
        elif line.place[0] == NOTE:
            first = pieces[0]
            top = line.y + first.size * first.face.ascent
            self._links.note_begins(line.place[1], self._page, top)
        is_plain = spot is not None and spot.is_plain
        show = self._embedding.operand
        out = self._out
        run: list[str] = []
        before: Piece | None = None
        mark: Element | str | None = None
        end = scale = 0.0
        for piece in pieces:
            shaped = piece.shaped if not piece.stretch else spaces.stretched(piece)
            inline = piece.inline
            size = piece.size
            if spot is None:
                owner = artifact
            elif is_plain and inline >= 0:
                owner = spot.element
            elif inline == HYPHEN and mark is not None:
                owner = mark
            else:
                owner = self._structure.owner(spot, inline)
            if (
                before is None
                or owner is not mark
                or size != before.size
                or shaped.face is not before.shaped.face
                or piece.y != before.y
                or piece.colour != before.colour
                or piece.spacing != before.spacing
            ):
                if run:
                    out.append(f"[{''.join(run)}]TJ")
                    run.clear()
                mark = owner
                self._begin_text(owner)
                self._look(piece)
                end = piece.x
                scale = size / shaped.face.units
            gap = piece.x - end
            if gap > _NEAR or gap < -_NEAR:
                run.append(f"{gap * -1000 / size:.1f}")
            said = self._said(piece, shaped) if self._tagged else ""
            if said:
                if run:
                    out.append(f"[{''.join(run)}]TJ")
                    run.clear()
                out.append(f"{said}\n[{show(shaped, size)}]TJ\nEMC")
            else:
                run.append(show(shaped, size))
            end = piece.x + shaped.width * scale
            if piece.spacing:
                end += piece.spacing * len(shaped.ids)
            before = piece
            if spot is not None and not is_plain:
                self._link(spot, piece, owner)
        if before is not None and spaces.is_lacking(line, before):
            run.append(show(before.shaped.face.shape(" ")))
        if run:
            out.append(f"[{''.join(run)}]TJ")
        if not is_plain:
            self._links.end_line()

    def _edge(self, line: Line) -> str:
        return _HEADER if line.y > self._height / 2 else _FOOTER

    def _look(self, piece: Piece) -> None:
        """Select face, size and colour, and go where the piece is."""
        out = self._out
        face = piece.shaped.face
        font = (self._embedding.name(face), piece.size)
        if font != self._font:
            out.append(f"/{font[0]} {number(piece.size)} Tf")
            self._font = font
        self._colour(piece.colour)
        if piece.spacing != self._spacing:
            out.append(f"{number(piece.spacing)} Tc")
            self._spacing = piece.spacing
        bold = piece.size * _STROKE if face.embolden else 0.0
        if bold != self._bold:
            out.append(f"2 Tr {bold:.3f} w" if bold else "0 Tr")
            self._bold = bold
        if bold and piece.colour != self._stroke:
            out.append(f"{colour(piece.colour)} RG")
            self._stroke = piece.colour
        out.append(f"1 0 {_SLANT if face.slant else 0} 1 {piece.x:.3f} {piece.y:.3f} Tm")

    def _said(self, piece: Piece, shaped: Shaped) -> str:
        """The mark of a piece whose glyphs in their order do not say what it says."""
        if piece.inline == HYPHEN:
            return f"/Span<</ActualText {_SOFT_HYPHEN}>>BDC"
        said = self._embedding.instead(shaped)
        if said is not None:
            return f"/Span<</ActualText {string(said)}>>BDC"
        # readers turn letters round that run from right to left, those of ActualText as well
        return _REVERSED if shaped.rtl else ""

    def _colour(self, value: str) -> None:
        if value != self._fill:
            self._out.append(f"{colour(value)} rg")
            self._fill = value

    def _link(self, spot: Spot, piece: Piece, owner: Element | str) -> None:
        """Note where a piece stands if it leads elsewhere."""
        assert not isinstance(owner, str)
        inline = piece.inline
        if inline == SIGN:
            if owner.kind != "Link":
                return
            target = Target(reference=spot.first_note)
        elif not 0 <= inline < len(spot.inlines):
            return
        else:
            said = spot.inlines[inline]
            if isinstance(said, Note):
                target = Target(note=spot.note(inline))
            elif isinstance(said, Run) and said.href:
                target = Target(href=said.href)
            else:
                return
        shaped, size = piece.shaped, piece.size
        face = shaped.face
        corners = (
            piece.x,
            piece.y - face.descent * size,
            piece.x + shaped.width * size / face.units,
            piece.y + face.ascent * size,
        )
        self._links.add(self._page, target, owner, shaped.text, corners)

    # Lines and pictures

    def _rule(self, rule: Rule) -> None:
        if rule.colour != self._stroke:
            self._out.append(f"{colour(rule.colour)} RG")
            self._stroke = rule.colour
        self._bold = -1  # its width is not that of letters any more
        self._out += shapes.rule(rule)

    def _image(self, image: Image) -> None:
        """The first time it is told of; after that it is part of the paper."""
        corners = (image.x, image.y, image.x + image.width, image.y + image.height)
        if self._tagged and image.alternative and image.data not in self._shown:
            self._end_text()
            figure = self._structure.figure(image.alternative, corners)
            self._out.append(f"/Figure<</MCID {self._structure.content(figure)}>>BDC")
            self._mark = figure
        else:
            self._artifact(_LAYOUT)
        self._shown.add(image.data)
        made = self._picture(image.data)
        name = f"P{made}"
        self.pictures[name] = made
        place = f"{image.width:.2f} 0 0 {image.height:.2f} {image.x:.2f} {image.y:.2f} cm"
        self._out.append(f"q {place} /{name} Do Q")

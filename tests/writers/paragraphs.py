"""Paragraphs for the tests of the layout, in a font that comes with the program."""

from __future__ import annotations

from typing import Any

from briefing.model.brief import Run
from briefing.writers.fonts import FontBook
from briefing.writers.house.letterhead import Edges
from briefing.writers.house.look import (
    CharacterChange,
    CharacterLook,
    CharacterStyle,
    PageLook,
    ParagraphLook,
    Raised,
)
from briefing.writers.house.whole import House, Package
from briefing.writers.layout.paragraph import Setter, set_paragraph
from briefing.writers.layout.setting import SetLine, SetParagraph

FAMILY = "Source Sans Pro"
CHARACTERS = {
    CharacterStyle.STRONG: CharacterChange(bold=True),
    CharacterStyle.EMPHASIS: CharacterChange(italic=True),
    CharacterStyle.MARK: CharacterChange(colour="#777777"),
    CharacterStyle.GAP: CharacterChange(shade="#ffff00"),
    CharacterStyle.MUTED: CharacterChange(colour="#555555"),
    CharacterStyle.LINK: CharacterChange(colour="#0000ff", underline=True),
    CharacterStyle.FOOTNOTE_REFERENCE: CharacterChange(raised=Raised.SUPERSCRIPT),
}


def house(*, hyphenate: bool = False) -> House:
    return House(
        id="test",
        name="Test",
        page=PageLook(595.3, 841.9, 72, 72, 72, 72, 36, 36),
        styles={},
        characters=CHARACTERS,
        character_ids={},
        tables={},
        edges=Edges(),
        hyphenate=hyphenate,
        default_tab=36,
        package=Package((), ""),
        digest="",
    )


def setter(*, hyphenate: bool = False, language: str = "en-GB") -> Setter:
    return Setter(FontBook(), house(hyphenate=hyphenate), language)


def look(
    *, family: str = FAMILY, size: float = 11, kern: bool = True, **rest: Any
) -> ParagraphLook:
    return ParagraphLook("p", "p", CharacterLook(family, size, kern=kern), **rest)


def put(text: str, room: float, *, hyphenate: bool = False, **rest: Any) -> SetParagraph:
    return set_paragraph((Run(text),), look(**rest), room, setter(hyphenate=hyphenate))


def texts(made: SetParagraph) -> list[str]:
    """Of the lines, without the white space that ends them."""
    return [each.text.rstrip() for each in made.lines]


def end(line: SetLine) -> float:
    """Where the last glyph that is seen ends, reckoned from the glyphs."""
    ends = [0.0]
    for piece in line.pieces:
        shaped = piece.shaped
        stretched = piece.stretch * shaped.text.count(" ")
        width = shaped.width * piece.size / shaped.face.units + piece.spacing * len(shaped.ids)
        ends.append(piece.x + width + stretched)
    last = max(line.pieces, key=lambda each: each.x).shaped
    if last.text.endswith(" ") and not last.rtl:
        blank = last.advances[-1] * line.pieces[-1].size / last.face.units
        return max(ends) - blank - line.pieces[-1].stretch
    return max(ends)

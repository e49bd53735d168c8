"""Briefs with all that a tagged PDF has to tell apart, and a way to write them."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache

from PIL import Image as Picture
from reading_back import FULL, cell, paragraph

from briefing.model.brief import (
    Brief,
    Heading,
    Note,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers import house
from briefing.writers.layout import lay
from briefing.writers.layout.laid import Image, Laid
from briefing.writers.options import Options
from briefing.writers.pdf.document import build

LINE = "The ferry to Ålesund leaves at noon and nobody knows when it will be back. "

_SAID = Paragraph(
    ParagraphStyle.NORMAL,
    (
        Run("The office said"),
        Note((Run("See page 4 of the "), Run("report", href="https://example.org/ü?a=(b)"))),
        Run(" that "),
        Run("la fin", language="fr"),
        Run(" is near"),
        Note((Run("A second note."),)),
        Run(", and "),
        Run("שלום עולם", language="he"),
        Run(", too. "),
        Run("https://example.org/", href="https://example.org/"),
    ),
)
RICH = replace(
    FULL,
    blocks=(
        *FULL.blocks,
        Heading(1, (Run("What was said"), Note((Run("In a heading."),)))),
        _SAID,
        paragraph("Said in one place.", ParagraphStyle.QUOTE),
        paragraph("Said in another.", ParagraphStyle.QUOTE),
        paragraph("Berths by port", ParagraphStyle.CAPTION),
        Table(
            TableStyle.GRID,
            (
                (cell("Port", True), cell("Berths", True)),
                *((cell(f"Port {n}", True), cell(LINE * 2)) for n in range(30)),
            ),
            (0.3, 0.7),
            1,
        ),
        *(paragraph(LINE * 5, ParagraphStyle.BULLET) for _ in range(12)),
    ),
)
"""Every kind of block and inline there is, on several pages."""


def png(size: tuple[int, int] = (4, 3), mode: str = "RGBA") -> bytes:
    data = io.BytesIO()
    Picture.new(mode, size, 200 if mode == "L" else (20, 60, 120, 128)[: len(mode)]).save(
        data, "PNG"
    )
    return data.getvalue()


@lru_cache(maxsize=8)
def laid(brief: Brief = RICH, style: str = "modern") -> Laid:
    """With a picture on its first page and the same on the second."""
    made = lay(brief, house.load(style))
    picture = Image(60, 760, 40, 30, png(), "Arms of the port")
    first = [replace(each, items=(picture, *each.items)) for each in made.pages[:2]]
    return replace(made, pages=(*first, *made.pages[2:]))


def pdf(brief: Brief = RICH, style: str = "modern", options: Options | None = None) -> bytes:
    return build(brief, laid(brief, style), options or Options())

"""PDF, laid out by ReportLab."""

from __future__ import annotations

import io

from briefing.errors import GlyphsMissing, Notice, RightToLeftUnordered
from briefing.model.brief import Brief
from briefing.writers.fonts import FontSet
from briefing.writers.pdf.flow import Flow
from briefing.writers.pdf.pages import build
from briefing.writers.style import HouseStyle
from briefing.writers.written import Written


def write(brief: Brief, style: HouseStyle) -> Written:
    """The bytes are the same for the same brief, style and fonts of the machine.

    A character that no font has stands as its number, ``[U+1F600]``, and is told in a notice.
    Text from right to left has all its letters, but not yet in the order of the eye: it is told.
    """
    fonts = FontSet(style)
    buffer = io.BytesIO()
    build(buffer, brief, style, Flow(style, fonts))
    notices: list[Notice] = []
    if fonts.missing:
        notices.append(GlyphsMissing(fonts.missing))
    if fonts.right_to_left:
        notices.append(RightToLeftUnordered())
    return Written(buffer.getvalue(), tuple(notices))

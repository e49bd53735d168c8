"""What a briefing puts into the slots of headers and footers: the same in Word and in the PDF."""

from __future__ import annotations

from briefing.model.brief import Brief, Inline, Run
from briefing.writers.house.letterhead import Slot

_BETWEEN = Run(" · ")


def said_in(slot: Slot, brief: Brief, *, numbers_pages: bool) -> tuple[Inline, ...]:
    """``numbers_pages`` is whether the house style does: then the briefing need not."""
    match slot:
        case Slot.MARKING:
            return (Run(brief.marking),) if brief.marking else ()
        case Slot.HEADER:
            return brief.header
        case Slot.FOOTER:
            numbering = () if numbers_pages else brief.numbering
            between = (_BETWEEN,) if brief.footer and numbering else ()
            return (*brief.footer, *between, *numbering)
        case Slot.TITLE:
            return (Run(brief.title),) if brief.title else ()

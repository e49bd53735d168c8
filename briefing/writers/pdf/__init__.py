"""PDF: what is laid out, painted by ReportLab, with what a screen reader and an archive need."""

from __future__ import annotations

from briefing.model.brief import Brief
from briefing.writers.house.whole import House
from briefing.writers.layout import lay
from briefing.writers.options import Options
from briefing.writers.pdf.document import build
from briefing.writers.written import Written


def write(brief: Brief, house: House, options: Options) -> Written:
    """The bytes are the same for the same brief, house style and fonts of the machine.

    A character that no font has stands as its number, ``[U+1F600]``, and is told in a notice.
    """
    laid = lay(brief, house)
    return Written(build(brief, laid, options), laid.notices)

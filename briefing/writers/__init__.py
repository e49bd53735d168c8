"""One format a module: ``write(brief, style)`` gives the bytes of the file, and what was lost.

The table holds functions that load their module when they are first called, since PDF and
Word libraries are slow to load and a start needs neither.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.model.brief import Brief
from briefing.writers.style import HouseStyle
from briefing.writers.written import Written

__all__ = ["WRITERS", "Writer", "Written"]

Writer = Callable[[Brief, HouseStyle], Written]


def _docx(brief: Brief, style: HouseStyle) -> Written:
    from briefing.writers.docx import write

    return write(brief, style)


def _pdf(brief: Brief, style: HouseStyle) -> Written:
    from briefing.writers.pdf import write

    return write(brief, style)


WRITERS: dict[str, Writer] = {".docx": _docx, ".pdf": _pdf}

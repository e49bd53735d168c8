"""One format a module: ``write(brief, house, options)`` gives the file, and what was lost.

The table holds functions that load their module when they are first called, since PDF and
Word libraries are slow to load and a start needs neither.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.model.brief import Brief
from briefing.writers.house.whole import House
from briefing.writers.options import Options
from briefing.writers.written import Written

__all__ = ["WRITERS", "Options", "Writer", "Written"]

Writer = Callable[[Brief, House, Options], Written]


def _docx(brief: Brief, house: House, options: Options) -> Written:
    from briefing.writers.docx import write

    return write(brief, house, options)


def _pdf(brief: Brief, house: House, options: Options) -> Written:
    from briefing.writers.pdf import write

    return write(brief, house, options)


WRITERS: dict[str, Writer] = {".docx": _docx, ".pdf": _pdf}

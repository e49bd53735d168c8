"""House styles: a ``reference.docx`` each, that drives both outputs.

bytes ─archive─ source ─ surveying, tidying, simplifying: what cannot be followed, told and out
                   └─ completing (standins): what is missing, made ─┬─ packaging → Package
          theme, properties, numbering, styles, tables, edges ──────┴─ resolved  → looks
"""

from __future__ import annotations

from briefing.writers.house.reading import read
from briefing.writers.house.shelf import (
    DEFAULT,
    Entry,
    Met,
    add,
    available,
    folder,
    load,
    met,
    remove,
)

__all__ = ["DEFAULT", "Entry", "Met", "add", "available", "folder", "load", "met", "read", "remove"]

"""The middle of the window: the briefing's sections and the sentences taken for them."""

from briefing.ui.sections.panel import SectionsPanel
from briefing.ui.sections.words import SectionEdit

__all__ = ["SectionEdit", "SectionsPanel"]

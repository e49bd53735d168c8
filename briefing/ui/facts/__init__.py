"""What the article says, as six lists: people, places, timeline, quotations, claims and gaps."""

from briefing.ui.facts.panel import FactsPanel

__all__ = ["FactsPanel"]

"""Briefing: from a news article to a briefing note in Word and PDF."""

__version__ = "0.1.0"

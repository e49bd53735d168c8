"""What a person may ask of a file, beside its words and its looks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    archive: bool = True
    """Whether a PDF is made for the archive, as PDF/A-2a."""
    tagged: bool = True
    """Whether a PDF has the structure that screen readers need; an archive needs it too."""

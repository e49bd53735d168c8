"""What a writer gives back."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import Notice


@dataclass(frozen=True, slots=True)
class Written:
    data: bytes
    """The whole file."""
    notices: tuple[Notice, ...] = ()
    """What the file could not show as it was meant."""

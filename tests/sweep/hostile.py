"""What a hostile file is, and what may come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.errors import BriefingError, TookTooLong


@dataclass(frozen=True)
class Case:
    id: str
    name: str
    """Of the file. ``{canary}`` and ``{server}`` in the bytes are replaced: a file of somebody
    else's, and an address on which a server listens."""
    make: Callable[[], bytes]
    errors: tuple[type[BriefingError], ...] = ()
    """With which it may be refused; none: it must open."""
    text: tuple[str, ...] | None = None
    """What must be in the article when it opens; None: it must not open."""
    large: bool = False
    """Takes seconds."""

    @property
    def seconds(self) -> float:
        """How long it may take. What may be given up need not be waited for."""
        return 4 if TookTooLong in self.errors else 60


def opens(
    id: str,
    name: str,
    make: Callable[[], bytes],
    text: tuple[str, ...] = (),
    errors: tuple[type[BriefingError], ...] = (),
    large: bool = False,
) -> Case:
    return Case(id, name, make, errors, text, large)


def refused(
    id: str,
    name: str,
    make: Callable[[], bytes],
    *errors: type[BriefingError],
    large: bool = False,
) -> Case:
    return Case(id, name, make, errors, None, large)

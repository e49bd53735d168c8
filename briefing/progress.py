"""How long work reports and is stopped."""

from __future__ import annotations

from typing import Protocol


class Checkpoint(Protocol):
    def __call__(self, done: int = 0, total: int = 0, /) -> None:
        """Called now and then during long work; raises Cancelled to end it.

        ``done`` of ``total`` parts are finished, such as pages; a total of 0 says nothing.
        """
        ...


def unchecked(done: int = 0, total: int = 0, /) -> None:
    """Never cancels."""

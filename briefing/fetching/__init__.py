"""One page from its address, when the person asks for it by name: that, and no other request.

``address`` says what may be asked for, ``connecting`` asks, ``page`` makes of the answer what a
reader can read.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

from briefing.errors import NotFetched
from briefing.progress import Checkpoint, unchecked

SECONDS = 30.0
"""For all of it."""
SIZE = 20_000_000
"""Bytes of a page, packed or not."""
_POLL_S = 0.05


@dataclass(frozen=True, slots=True)
class Fetched:
    data: bytes
    name: str
    """For want of a file name: the last part of the address, or its host."""
    url: str
    """Where it was in the end, after redirects."""
    format: str
    """A suffix of ``readers.READERS``."""
    encoding: str | None
    """As the server says, if it does and the bytes fit."""


def fetch(
    address: str,
    checkpoint: Checkpoint = unchecked,
    *,
    seconds: float = SECONDS,
    size: int = SIZE,
) -> Fetched:
    """Raises NotFetched, Refused for what is known and not read, and Cancelled within a second
    of the checkpoint's."""
    from briefing.fetching import connecting, page  # late: rarely needed
    from briefing.fetching.address import checked, shown

    url = checked(address)
    checkpoint()
    deadline = time.monotonic() + seconds
    request = connecting.Request(address, url, seconds, size)
    # A host may take long to look up, and nothing can interrupt that: so it is done elsewhere.
    thread = threading.Thread(target=request.run, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            checkpoint(*request.progress)
            if time.monotonic() > deadline:
                raise NotFetched(shown(address), f"it did not come within {seconds:g} seconds")
            thread.join(_POLL_S)
        checkpoint()
    finally:
        request.abandon()
    if isinstance(request.result, connecting.Answer):
        return page.made(request.result)
    raise request.result

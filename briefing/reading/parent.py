"""Starts the process that reads a file, waits for its answer, and stops it."""

from __future__ import annotations

import time

from briefing.errors import TookTooLong
from briefing.model.article import ReadAs
from briefing.progress import Checkpoint
from briefing.readers import Found, clean_name
from briefing.reading import Limits, endings, wire
from briefing.reading.process import Process

_POLL_S = 0.05


def read(data: bytes, name: str, how: ReadAs, limits: Limits, checkpoint: Checkpoint) -> Found:
    """Raises as ``reading.read`` says."""
    checkpoint()
    deadline = time.monotonic() + limits.seconds
    request = wire.Request(clean_name(name), how, len(data), limits.memory, limits.seconds)
    with Process(request, data) as process:
        while not process.silent(_POLL_S):
            checkpoint(*process.progress)
            if time.monotonic() > deadline:
                raise TookTooLong(request.name, limits.seconds)
        match process.answer:
            case Found() as found:
                checkpoint()
                return found
            case None:
                raise endings.error(request, process.ending())
            case error:
                raise error

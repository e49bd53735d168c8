"""What runs in the process that reads one file: limits first, then the reader."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import BinaryIO

from briefing import readers
from briefing.errors import (
    BriefingError,
    ReaderFailed,
    TooDeep,
    TookTooMuchMemory,
)
from briefing.readers import formats
from briefing.reading import fence, memory, wire

_EVERY_S = 0.1
"""Between two words about the progress."""


def main() -> None:
    files = os.fdopen(0, "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    line = files.readline()
    if not line:
        os._exit(0)  # it was not needed
    request = wire.request(line)
    data = files.read(request.size)
    fence.close(request.memory, request.seconds)
    try:
        _answer(request, data, answers)
    except MemoryError:
        os._exit(memory.SPENT)
    os._exit(0)  # nothing of a library's is worth waiting for


def _answer(request: wire.Request, data: bytes, answers: BinaryIO) -> None:
    told = 0.0

    def checkpoint(done: int = 0, total: int = 0, /) -> None:
        nonlocal told
        now = time.monotonic()
        if total and now - told > _EVERY_S:
            told = now
            answers.write(wire.pack(wire.Answer(progress=(done, total))))
            answers.flush()

    attachments: list[bytes] = []
    try:
        found = readers.read(data, request.name, request.how, checkpoint)
        line = wire.pack(wire.found(found))
        attachments = [each.data for each in found.attachments]
    except Exception as error:
        memory.give_room()
        line = wire.pack(wire.Answer(error=wire.fact(_told(error, request))))
    answers.write(line)
    for each in attachments:
        answers.write(each)
    answers.flush()


def _told(error: Exception, request: wire.Request) -> BriefingError:
    """The error as one of ours. What it came from tells more than what a library made of it."""
    for each in _causes(error):
        if _is_about_memory(each):
            return TookTooMuchMemory(request.name, request.memory)
        if isinstance(each, fence.Forbidden):
            return ReaderFailed(request.name, f"it tried what it may not: {each}")
        if isinstance(each, RecursionError):
            return TooDeep(request.name, formats.NAMES.get(request.suffix, "file"))
    if isinstance(error, BriefingError):
        return error
    return ReaderFailed(request.name, f"{type(error).__name__}: {error}")


def _is_about_memory(error: BaseException) -> bool:
    """One of ours quotes the file, whose name or words may be about anything."""
    if isinstance(error, BriefingError):
        return isinstance(error, TookTooMuchMemory)
    return isinstance(error, MemoryError) or memory.tells(str(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__

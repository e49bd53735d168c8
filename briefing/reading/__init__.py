"""Reading with limits: what parses a file runs in a process of its own.

A parser that hangs, crashes or eats memory takes only that process with it. ``parent`` starts it,
waits and stops it; ``child`` is what runs in it; ``wire`` is what they say to each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.errors import TooLarge
from briefing.model.article import ReadAs
from briefing.progress import Checkpoint, unchecked

if TYPE_CHECKING:
    from briefing.readers import Found


@dataclass(frozen=True, slots=True)
class Limits:
    seconds: float = 60.0
    memory: int = 1 << 30
    """Bytes; kept where the system can."""
    size: int = 200_000_000
    """Bytes of a file."""


def read(
    data: bytes,
    name: str,
    how: ReadAs | None = None,
    limits: Limits | None = None,
    checkpoint: Checkpoint = unchecked,
) -> Found:
    """Read a file's bytes. Raises TooLarge, TookTooLong, TookTooMuchMemory, ReaderFailed,
    Cancelled within a second of the checkpoint's, and what ``readers.read`` raises."""
    from briefing import readers

    how, limits = how or ReadAs(), limits or Limits()
    if len(data) > limits.size:
        raise TooLarge(name, len(data), limits.size)
    if readers.is_light(data, name, how):
        return readers.read(data, name, how, checkpoint)
    from briefing.reading import parent  # late: light text does without

    return parent.read(data, name, how, limits, checkpoint)


def prepare() -> None:
    """Start a process ahead, as when the person is about to choose a file: the next reading is
    faster by what an interpreter takes to start. One waits at most, and ends with this program."""
    from briefing.reading import process

    process.prepare()


def dismiss() -> None:
    """End the process that waits, if there is one."""
    from briefing.reading import process

    process.dismiss()

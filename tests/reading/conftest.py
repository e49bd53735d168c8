from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.model.article import ReadAs
from briefing.progress import Checkpoint, unchecked
from briefing.readers import Found
from briefing.reading import Limits, parent, process

_PROGRAM = f"""\
import sys
sys.path[:0] = [sys.argv[1], {str(Path(__file__).parent)!r}]
import bad_readers
from briefing import readers
from briefing.reading import child
readers.READERS[".txt"] = bad_readers.read
child.main()
"""

Told = Callable[..., Found]


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Reads with ``bad_readers``: the words say what it should do."""
    monkeypatch.setattr(process, "_PROGRAM", _PROGRAM)

    def told(words: str, limits: Limits | None = None, checkpoint: Checkpoint = unchecked) -> Found:
        limits = limits or Limits(seconds=20)
        return parent.read(words.encode(), "words.txt", ReadAs(), limits, checkpoint)

    return told


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """After each test there is no process, no thread and no pipe more than before."""
    threads, open_files = threading.active_count(), _open_files()
    yield
    assert threading.active_count() == threads
    assert _open_files() == open_files
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def _open_files() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0

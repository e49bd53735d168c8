"""Hostile files of every kind, each read as the program reads it: in a process of its own.

Nothing one of them holds crashes or hangs the program, reaches the network or another file, or
comes back as anything but an article or a sentence.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import bombs
import broken
import deep
import figures
import lengthy
import making
import odd
import pytest
import reaching
from hostile import Case

from briefing import pipeline
from briefing.errors import (
    BriefingError,
    FileProblem,
    NotAFile,
    PagePartsLeftOut,
    PartsUnread,
    TooLarge,
)
from briefing.messages import describe
from briefing.reading import Limits

CANARY = "The canary sings in a file of somebody else’s."
CASES = [
    case
    for module in (broken, deep, bombs, lengthy, figures, reaching, odd)
    for case in module.cases()
]


class Server:
    """Listens on this machine, and counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.visits = 0
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere" / "canary.txt"
    path.parent.mkdir()
    path.write_text(CANARY)
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, the person's own and that for temporary files: an empty one."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.chdir(folder)
    return folder


_PILED = pytest.mark.xfail(
    strict=True,
    reason="PDFium leaves out letters that stand on each other, as in a font without widths",
)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            c,
            id=c.id,
            marks=[pytest.mark.slow] * c.large + [_PILED] * (c.id == "pdf-widths"),
        )
        for c in CASES
    ],
)
def test_a_hostile_file_does_no_harm(
    case: Case, tmp_path: Path, server: Server, canary: Path, home: Path
) -> None:
    path = tmp_path / case.name
    data = case.make()
    data = data.replace(b"{canary}", os.fsencode(canary)).replace(
        b"{server}", server.address.encode()
    )
    path.write_bytes(data)
    visits, before = server.visits, sorted(tmp_path.rglob("*"))

    start = time.monotonic()
    error, loaded = None, None
    try:
        loaded = pipeline.load(path, limits=Limits(seconds=case.seconds))
    except BriefingError as caught:
        error = caught
    assert time.monotonic() - start < case.seconds + 1.5

    assert server.visits == visits
    assert sorted(tmp_path.rglob("*")) == before
    assert not list(home.iterdir())
    assert path.read_bytes() == data
    assert canary.read_text() == CANARY

    if error is not None:
        sentence = describe(error)
        assert isinstance(error, case.errors), f"{type(error).__name__}: {sentence}"
        assert case.name in sentence
        assert "\n" not in sentence
        assert "Traceback" not in sentence
        assert CANARY not in sentence
        return
    assert loaded is not None
    article = loaded.article
    assert case.text is not None, f"opened as {article.format}: {article.text[:100]!r}"
    assert CANARY not in article.text
    assert all("\n" not in describe(each) for each in article.notices)
    words = " ".join(article.text.split())
    told = any(isinstance(each, (PartsUnread, PagePartsLeftOut)) for each in article.notices)
    for each in case.text:
        assert each in words or told, f"lost: {each!r} in {words[:300]!r}"


def test_there_are_more_than_a_hundred_and_twenty() -> None:
    assert len({case.id for case in CASES}) == len(CASES) > 120


@pytest.mark.parametrize("case", [c for c in CASES if c.id.startswith("sound")], ids=lambda c: c.id)
def test_the_known_text_would_be_missed(case: Case) -> None:
    """The sweep proves nothing if what it looks for is not there to be lost."""
    if case.name.endswith((".docx", ".odt")):
        return  # packed
    assert all(each.encode() in case.make() for each in making.KNOWN)


# ------------------------------------------------------------ what is no file


def _error(path: Path) -> BriefingError:
    start = time.monotonic()
    with pytest.raises(BriefingError) as caught:
        pipeline.load(path)
    assert time.monotonic() - start < 2
    assert "\n" not in describe(caught.value)
    return caught.value


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert isinstance(_error(tmp_path), NotAFile)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert isinstance(_error(tmp_path / "none.txt"), FileProblem)


@pytest.mark.parametrize("name", ["a\x00b", "a" * 5000, "\ud800"])
def test_a_name_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    assert isinstance(_error(tmp_path / name), FileProblem)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on this system")
def test_a_pipe_does_not_keep_anyone_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert isinstance(_error(tmp_path / "a.txt"), FileProblem)


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("there are none on this system")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a.txt")
        assert isinstance(_error(tmp_path / "a.txt"), FileProblem)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/tty", "/dev/null"])
def test_a_device_is_no_file(device: str) -> None:
    if not Path(device).exists():
        pytest.skip("there is none on this system")
    assert isinstance(_error(Path(device)), FileProblem)


def test_a_ring_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert isinstance(_error(tmp_path / "a.txt"), FileProblem)


def test_a_file_one_may_not_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(making.text())
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read everything")
    assert isinstance(_error(path), FileProblem)


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(300_000_000)  # a hole: it takes no room
    error = _error(tmp_path / "a.txt")
    assert isinstance(error, TooLarge)
    assert "300.0 MB" in describe(error)

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from briefing import files
from briefing.errors import FileProblem, NotAFile
from briefing.files import Obstacle


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    files.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem) as caught:
        files.write(path, b"new")
    assert caught.value.reason == os.strerror(code)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        files.write(tmp_path / "none" / "a.pdf", b"x")


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(FileProblem, match="read-only"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    for act in (lambda: files.read(tmp_path), lambda: files.write(tmp_path, b"")):
        with pytest.raises(NotAFile):
            act()


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(FileProblem, match="ordinary"):
        files.write(Path(os.devnull), b"x")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    files.write(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_reading_stops_behind_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert files.read(tmp_path / "a", 3) == b"1234"


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    path = tmp_path / "briefing.docx"
    assert files.obstacle(path, None) is None
    path.write_bytes(b"mine")
    mine = files.digest(b"mine")
    assert files.obstacle(path, None) is Obstacle.EXISTS
    assert files.obstacle(path, mine) is None
    path.write_bytes(b"edited")
    assert files.obstacle(path, mine) is Obstacle.CHANGED


@pytest.mark.parametrize("owner", ["~$briefing.docx", "~$iefing.docx", ".~lock.briefing.docx#"])
def test_a_document_open_in_word_or_libreoffice_is_noticed(tmp_path: Path, owner: str) -> None:
    (tmp_path / owner).write_bytes(b"")
    (tmp_path / "briefing.docx").write_bytes(b"mine")
    assert files.obstacle(tmp_path / "briefing.docx", files.digest(b"mine")) is Obstacle.OPEN


@pytest.mark.parametrize("act", [files.read, lambda path: files.write(path, b"x")])
@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_no_system_takes(tmp_path: Path, act, name: str) -> None:
    with pytest.raises(FileProblem):
        act(tmp_path / name)


def test_a_ring_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(FileProblem):
        files.write(tmp_path / "a", b"x")
    with pytest.raises(FileProblem):
        files.read(tmp_path / "a")

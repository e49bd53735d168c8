"""What a reader may not do, even when a file makes it try."""

from __future__ import annotations

import os
import platform
import socket
import sys
import zoneinfo
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import ReaderFailed
from briefing.readers import Found

Told = Callable[..., Found]


def refused(tell: Told, words: str) -> str:
    with pytest.raises(ReaderFailed) as caught:
        tell(words)
    return caught.value.reason


@pytest.mark.parametrize("verb", ["connect", "create_connection", "bind", "resolve", "urlopen"])
def test_no_network(tell: Told, verb: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        words = {"urlopen": f"http://127.0.0.1:{port}/", "resolve": "localhost"}.get(verb, port)
        assert "may not" in refused(tell, f"{verb} {words}")
        with pytest.raises(TimeoutError):
            server.accept()


PROGRAMS = ["run", "system", "spawn", "exec"]
if hasattr(os, "fork"):
    PROGRAMS += ["fork", "posix_spawn"]


@pytest.mark.parametrize("verb", PROGRAMS)
def test_no_other_program(tell: Told, verb: str, tmp_path: Path) -> None:
    assert "may not" in refused(tell, f"{verb} {tmp_path / 'touched'}")
    assert not list(tmp_path.iterdir())


def test_no_signal_to_another_process(tell: Told) -> None:
    assert "may not" in refused(tell, f"kill {os.getpid()}")


@pytest.mark.parametrize("verb", ["write", "os_open", "append", "mkdir", "symlink", "mkstemp"])
def test_nothing_is_made(tell: Told, verb: str, tmp_path: Path) -> None:
    refused(tell, f"{verb} {tmp_path / 'made'}")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("verb", ["write", "append", "remove", "rename", "chmod", "rmtree"])
def test_nothing_is_changed(tell: Told, verb: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    file = folder / "file"
    file.write_text("as it was")
    mode = file.stat().st_mode
    assert "may not" in refused(tell, f"{verb} {folder if verb == 'rmtree' else file}")
    assert [each.name for each in folder.iterdir()] == ["file"]
    assert (file.read_text(), file.stat().st_mode) == ("as it was", mode)


@pytest.mark.parametrize("verb", ["read", "read_around", "list", "load"])
def test_no_file_of_anybody_is_read(tell: Told, verb: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    reason = refused(tell, f"{verb} {tmp_path if verb == 'list' else secret}")
    assert "may not" in reason
    assert "the secret" not in reason


def test_what_the_program_is_made_of_can_be_read(tell: Told) -> None:
    import msgspec

    import briefing

    for each in (Path(briefing.__file__), Path(msgspec.__file__), Path(os.__file__)):
        assert tell(f"read {each}").article.text
    if sys.platform == "linux" and zoneinfo.TZPATH:
        assert tell("list /usr/share/zoneinfo").article.text


# ------------------------------------------------------------ past Python


def landlock() -> bool:
    """Whether this kernel lets a process give up files."""
    if sys.platform != "linux":
        return False
    import ctypes

    return ctypes.CDLL(None).syscall(444, None, 0, 1) > 0


LOCKED = pytest.mark.skipif(not landlock(), reason="this kernel has no Landlock")
FILTERED = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="there is no filter for this machine",
)


@LOCKED
def test_no_file_of_anybody_is_read_in_c(tell: Told, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    assert "in C" in refused(tell, f"c_read {tmp_path / 'secret.txt'}")


def test_what_the_program_is_made_of_can_be_read_in_c(tell: Told) -> None:
    assert tell(f"c_read {os.__file__}").article.text


@LOCKED
def test_no_file_is_changed_in_c(tell: Told, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("as it was")
    assert "in C" in refused(tell, f"c_remove {tmp_path / 'file'}")
    assert "in C" in refused(tell, f"c_write {tmp_path / 'new'}")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@FILTERED
@pytest.mark.parametrize("verb", ["c_socket", "c_exec"])
def test_no_network_and_no_other_program_in_c(tell: Told, verb: str, tmp_path: Path) -> None:
    assert "[Errno 1] in C" in refused(tell, f"{verb} {tmp_path / 'touched'}")
    assert not list(tmp_path.iterdir())

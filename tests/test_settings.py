from __future__ import annotations

from pathlib import Path

import pytest

from briefing import settings
from briefing.reading import Limits


def test_settings_come_back_as_saved(tmp_path: Path) -> None:
    mine = settings.Settings(scheme="dark", recent=("a", "b"), splitters=(("desk", "x"),))
    settings.save(mine, tmp_path / "new")
    assert settings.load(tmp_path / "new") == mine


def test_how_documents_look_and_are_written_is_kept(tmp_path: Path) -> None:
    assert settings.Settings().archive
    assert not settings.Settings().receipt
    mine = settings.Settings(house="ministry", page="Letter", archive=False, receipt=True)
    settings.save(mine, tmp_path)
    assert settings.load(tmp_path) == mine


@pytest.mark.parametrize("content", [b"", b"{", b'{"scheme": 3}', b"\xff"])
def test_damaged_settings_are_as_at_first(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert settings.load(tmp_path) == settings.Settings()


def test_no_settings_are_as_at_first(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none") == settings.Settings()


def test_reading_has_the_usual_limits_at_first() -> None:
    assert settings.Settings().limits == Limits()
    assert Limits() == Limits(seconds=60, memory=1 << 30, size=200_000_000)


def test_the_limits_of_reading_are_the_persons(tmp_path: Path) -> None:
    mine = settings.Settings(read_seconds=5, read_memory_mb=512, read_size_mb=20)
    settings.save(mine, tmp_path)
    assert settings.load(tmp_path).limits == Limits(5, 512 << 20, 20_000_000)


@pytest.mark.parametrize("value", [0, -1])
def test_limits_that_make_no_sense_are_the_usual(value: int) -> None:
    odd = settings.Settings(read_seconds=value, read_memory_mb=value, read_size_mb=value)
    assert odd.limits == Limits()

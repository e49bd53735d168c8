from __future__ import annotations

from pathlib import Path

import pytest

from briefing import settings


def test_settings_come_back_as_saved(tmp_path: Path) -> None:
    mine = settings.Settings(scheme="dark", recent=("a", "b"), splitters=(("desk", "x"),))
    settings.save(mine, tmp_path / "new")
    assert settings.load(tmp_path / "new") == mine


@pytest.mark.parametrize("content", [b"", b"{", b'{"scheme": 3}', b"\xff"])
def test_damaged_settings_are_as_at_first(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert settings.load(tmp_path) == settings.Settings()


def test_no_settings_are_as_at_first(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none") == settings.Settings()

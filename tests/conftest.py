"""What every test gets: its own user folders, and the helpers beside this file."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, templates or topics of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name for a test: an archive has the time in it, and each process another."""
    return argname if isinstance(val, bytes) else None

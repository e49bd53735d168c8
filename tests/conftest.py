"""What every test gets: its own user folders, and the helpers beside this file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _move_home(home: Path, environment: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        environment.setenv(name, str(home / name.lower()))


@pytest.fixture(scope="session", autouse=True)
def _nobodys_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nor does what several tests share."""
    with pytest.MonkeyPatch.context() as environment:
        _move_home(tmp_path_factory.mktemp("home"), environment)
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, templates or topics of whoever runs it."""
    _move_home(tmp_path_factory.mktemp("home"), monkeypatch)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name for a test: an archive has the time in it, and each process another."""
    return argname if isinstance(val, bytes) else None

"""What all tests of the window share."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    # What the offscreen platform cannot do is no fault of the program.
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")

"""Helpers of the writers' tests stand beside this file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from reading_back import FULL

from briefing.model.brief import Brief


@pytest.fixture
def full() -> Brief:
    return FULL

"""Where the program's data is, and the person's own folders."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
TEMPLATES = ROOT / "templates"

_APP = "briefing"


def user_data() -> Path:
    """Where the person's own templates and topic sets live; it may not exist yet."""
    import platformdirs  # late: start-up does not need it

    return platformdirs.user_data_path(_APP, appauthor=False)


def user_config() -> Path:
    """Where the settings are kept; it may not exist yet."""
    import platformdirs

    return platformdirs.user_config_path(_APP, appauthor=False)


def user_state() -> Path:
    """Where unsaved work is kept against a crash; it may not exist yet."""
    import platformdirs

    return platformdirs.user_state_path(_APP, appauthor=False)

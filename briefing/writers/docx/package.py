"""A zip archive with nothing of the clock or the machine in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold."""
_PACKED = (".png", ".jpg", ".jpeg")
"""What does not get smaller."""

Parts = Iterable[tuple[str, bytes]]
"""Name and content of each part, in the order of the archive."""


def join(parts: Parts, before: bytes = b"") -> bytes:
    """``before``: an archive that is to stand in front of them, already packed."""
    buffer = io.BytesIO(before)
    with zipfile.ZipFile(buffer, "a" if before else "w") as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            packed = name.lower().endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the byte tells the operating system
            archive.writestr(info, data, compresslevel=6)
    return buffer.getvalue()

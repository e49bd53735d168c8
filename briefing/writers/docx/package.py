"""A zip archive with nothing of the clock or the machine in it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    data: bytes


def entry(name: str, xml: str) -> Entry:
    """A part of the package; what XML cannot hold is left out, should any have come so far."""
    return Entry(name, _ILLEGAL.sub("", xml).encode("utf-8"))


def join(entries: list[Entry]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for each in entries:
            info = zipfile.ZipInfo(each.name, _FIRST_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the byte tells the operating system
            archive.writestr(info, each.data, compresslevel=6)
    return buffer.getvalue()

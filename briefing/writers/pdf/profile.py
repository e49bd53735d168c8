"""An ICC profile of sRGB (IEC 61966-2-1), reckoned here, so that no file is needed."""

from __future__ import annotations

import struct
from functools import lru_cache

_WHITE = (0.9642, 1.0, 0.8249)
"""D50, to which the colours below are adapted."""
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_STEPS = 1024
_HEADER = 128
_CLASS = b"mntrRGB XYZ "
"""A display, whose red, green and blue lead to XYZ."""


@lru_cache(maxsize=1)
def srgb() -> bytes:
    """Version 2.1."""
    curve = b"curv" + struct.pack(">LL", 0, _STEPS)
    curve += b"".join(struct.pack(">H", round(_linear(n) * 65535)) for n in range(_STEPS))
    name = b"sRGB IEC61966-2.1\0"
    description = b"desc" + struct.pack(">LL", 0, len(name)) + name + bytes(78)
    copyright = b"text" + bytes(4) + b"No copyright, use freely\0"
    tables = (
        (b"desc", description),
        (b"cprt", copyright),
        (b"wtpt", _xyz(_WHITE)),
        (b"rXYZ", _xyz(_RED)),
        (b"gXYZ", _xyz(_GREEN)),
        (b"bXYZ", _xyz(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    )
    at = _HEADER + 4 + 12 * len(tables)
    directory = struct.pack(">L", len(tables))
    placed: dict[bytes, int] = {}
    data = b""
    for tag, table in tables:
        if table not in placed:
            placed[table] = at + len(data)
            data += table + bytes(-len(table) % 4)
        directory += tag + struct.pack(">LL", placed[table], len(table))
    return _header(at + len(data)) + directory + data


def _header(size: int) -> bytes:
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return (
        struct.pack(">L4sL", size, bytes(4), 0x02100000)
        + _CLASS
        + date
        + b"acsp"
        + bytes(28)
        + b"".join(struct.pack(">l", round(each * 65536)) for each in _WHITE)
        + bytes(48)
    )


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3l", *(round(each * 65536) for each in value))


def _linear(step: int) -> float:
    value = step / (_STEPS - 1)
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

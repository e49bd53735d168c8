"""The TrueType fonts of this machine and which characters each may have.

Only what a search needs is read: the table of characters. A font is looked into when a
letter is wanted that the house style's fonts lack, and not before.
"""

from __future__ import annotations

import os
import struct
import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_SUFFIXES = {".ttf", ".ttc"}
_NOT_REAL = ("lastresort", "adobeblank", "notdef")
"""Fonts that have a sign for every character, and it is a box."""
_STYLED = ("bold", "italic", "oblique", "black", "light", "thin", "condensed", "mono", "serif")
_MAX_SIZE = 64 * 1024 * 1024
_RESTRICTED = 0x0002
"""The bit of fsType that forbids embedding."""


@dataclass(frozen=True, slots=True)
class FontFile:
    path: Path
    index: int
    """Place in a collection (.ttc); 0 for a font of its own."""


def folders() -> tuple[Path, ...]:
    """The standard font folders of the system and of the person."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", data / "fonts"


@lru_cache(maxsize=8)
def ordered(preferred: tuple[str, ...]) -> tuple[FontFile, ...]:
    """All fonts: the preferred by file name, then upright ones, then the rest, by name."""
    first = {name.casefold(): rank for rank, name in enumerate(preferred)}
    found: dict[str, Path] = {}
    for folder in folders():
        for root, _, names in os.walk(folder):
            for name in names:
                if Path(name).suffix.lower() in _SUFFIXES:
                    found.setdefault(name.casefold(), Path(root) / name)

    def rank(path: Path) -> tuple[int, int, str]:
        stem = path.stem.casefold()
        styled = sum(each in stem for each in _STYLED)
        return first.get(stem, len(first)), styled, stem

    real = (
        each for each in found.values() if not any(n in each.stem.casefold() for n in _NOT_REAL)
    )
    return tuple(
        FontFile(path, index)
        for path in sorted(real, key=rank)
        for index in range(len(_offsets(path)))
    )


def may_have(font: FontFile, character: int) -> bool:
    """Whether the font lists the character. It may still be an empty sign there."""
    starts, ends = _ranges(font)
    at = bisect_right(starts, character) - 1
    return at >= 0 and character <= ends[at]


@lru_cache(maxsize=1024)
def _offsets(path: Path) -> tuple[int, ...]:
    """Where the fonts of a file begin; empty when it is none."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
            if head[:4] != b"ttcf":
                return (0,)
            count = min(struct.unpack(">L", head[8:12])[0], 64)
            return struct.unpack(f">{count}L", file.read(4 * count))
    except (OSError, struct.error):
        return ()


@lru_cache(maxsize=1024)
def _ranges(font: FontFile) -> tuple[list[int], list[int]]:
    """First and last characters of the ranges it lists, sorted; none for what cannot be used."""
    try:
        if font.path.stat().st_size > _MAX_SIZE:
            return [], []
        data = font.path.read_bytes()
        pairs = _listed(data, _offsets(font.path)[font.index])
    except (OSError, struct.error, IndexError, KeyError):
        return [], []
    pairs.sort()
    return [start for start, _ in pairs], [end for _, end in pairs]


def _listed(data: bytes, offset: int) -> list[tuple[int, int]]:
    """Ranges of characters by the font's best table. Raises struct.error or KeyError."""
    (count,) = struct.unpack_from(">H", data, offset + 4)
    tables: dict[bytes, int] = {}
    for n in range(count):
        tag, _, start, _ = struct.unpack_from(">4s3L", data, offset + 12 + 16 * n)
        tables[tag] = start
    if b"glyf" not in tables:
        return []  # outlines of another kind, which the PDF library cannot embed
    if b"OS/2" in tables:
        (embedding,) = struct.unpack_from(">H", data, tables[b"OS/2"] + 8)
        if embedding & 0xF == _RESTRICTED:
            return []
    base = tables[b"cmap"]
    (count,) = struct.unpack_from(">H", data, base + 2)
    found: dict[int, int] = {}
    for n in range(count):
        platform, encoding, start = struct.unpack_from(">2HL", data, base + 4 + 8 * n)
        if (platform, encoding) in ((0, 3), (0, 4), (0, 6), (3, 1), (3, 10)):
            (format,) = struct.unpack_from(">H", data, base + start)
            found.setdefault(format, base + start)
    if 12 in found:
        return _format_12(data, found[12])
    return _format_4(data, found[4]) if 4 in found else []


def _format_4(data: bytes, at: int) -> list[tuple[int, int]]:
    segments = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", data, at + 14)
    starts = struct.unpack_from(f">{segments}H", data, at + 16 + 2 * segments)
    return [(a, b) for a, b in zip(starts, ends, strict=True) if a <= b < 0xFFFF]


def _format_12(data: bytes, at: int) -> list[tuple[int, int]]:
    (groups,) = struct.unpack_from(">L", data, at + 12)
    return [struct.unpack_from(">2L", data, at + 16 + 12 * n) for n in range(groups)]

"""The font files of this machine: their families and styles, without reading them whole."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
_NOT_REAL = ("lastresort", "last resort", "adobeblank", "adobe blank", "notdef")
"""Fonts that have a sign for every character, and it is a box."""
_MAX_FACES = 64
"""In one collection."""
_MAX_TABLE = 1 << 20
_HEADS = (b"\0\1\0\0", b"OTTO", b"true")
_OUTLINES = {b"glyf", b"CFF "}
_COLOURS = {b"COLR", b"CBDT", b"sbix", b"SVG "}
_RESTRICTED, _NO_SUBSET, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200
_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _TYPO_FAMILY, _TYPO_STYLE = 1, 2, 4, 6, 16, 17
_ENGLISH = 0x0409


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face as its file describes it."""

    path: Path
    index: int
    """Place in a collection (.ttc); 0 for a font of its own."""
    family: str
    style: str
    families: frozenset[str]
    """All names of its family, localised ones too, in small letters."""
    names: frozenset[str]
    """Names of this face alone (full, PostScript), in small letters."""
    postscript: str
    weight: int
    """100 to 1000; 400 is regular, 700 bold."""
    width: int
    """1 to 9; 5 is normal."""
    italic: bool
    outlines: str
    """``glyf``, ``CFF`` or nothing."""
    colour: bool
    """Whether it has pictures in colours, perhaps instead of outlines."""
    permissions: int
    """fsType."""
    revision: float
    fixed: bool = False
    """Whether all letters have one width."""
    weights: tuple[float, float, float] | None = None
    """Lightest, usual and boldest weight of a variable font."""
    variable: bool = False
    weight_axis: float | None = None
    """The weight that a variable font is to have; None for its usual one."""

    @property
    def embeddable(self) -> bool:
        """Whether its licence lets a document carry its outlines, and it has some."""
        if self.permissions & 0xF == _RESTRICTED or self.permissions & _BITMAP_ONLY:
            return False
        return bool(self.outlines)

    @property
    def restricted(self) -> bool:
        return bool(self.outlines) and not self.embeddable

    @property
    def whole(self) -> bool:
        """Whether its licence asks that it be embedded whole."""
        return bool(self.permissions & _NO_SUBSET)


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


def scan(places: Iterable[Path]) -> tuple[FontFile, ...]:
    """Every face in the folders; what cannot be read or is no font is passed over."""
    found: list[FontFile] = []
    for path in sorted({each for place in places for each in _files(place)}):
        try:
            with path.open("rb", buffering=0) as file:
                found += _faces(file, path)
        except (OSError, struct.error, ValueError, IndexError):
            continue
    return tuple(found)


def _files(place: Path) -> Iterator[Path]:
    for root, below, names in os.walk(place):
        below.sort()
        for name in names:
            if name.lower().endswith(_SUFFIXES):
                yield Path(root, name)


def _faces(file: BinaryIO, path: Path) -> Iterator[FontFile]:
    head = file.read(12)
    if head[:4] == b"ttcf":
        count = min(struct.unpack(">L", head[8:12])[0], _MAX_FACES)
        offsets: tuple[int, ...] = struct.unpack(f">{count}L", file.read(4 * count))
    elif head[:4] in _HEADS:
        offsets = (0,)
    else:
        return
    for index, offset in enumerate(offsets):
        file.seek(offset)
        face = _face(file, path, index)
        if face is not None:
            yield face


def _face(file: BinaryIO, path: Path, index: int) -> FontFile | None:
    (count,) = struct.unpack(">4xH6x", file.read(12))
    directory = file.read(16 * count)
    places = {
        tag: (start, min(length, _MAX_TABLE))
        for tag, start, length in struct.iter_unpack(">4s4xLL", directory)
    }

    def table(tag: bytes) -> bytes:
        if tag not in places:
            return b""
        start, length = places[tag]
        file.seek(start)
        return file.read(length)

    names = _names(table(b"name"))
    families = [text for number in (_TYPO_FAMILY, _FAMILY) for text in names.get(number, ())]
    if not families or any(each in families[0].casefold() for each in _NOT_REAL):
        return None
    style = next((names[n][0] for n in (_TYPO_STYLE, _STYLE) if n in names), "")
    postscript = next(iter(names.get(_POSTSCRIPT, ())), "")
    head, os2, post = table(b"head"), table(b"OS/2"), table(b"post")
    mac_style = _number(head, 44)
    selection = _number(os2, 62)
    weight = _number(os2, 4) or (700 if mac_style & 1 else 400)
    bold = bool(selection & 0x20 or mac_style & 1)
    if weight < 10:
        weight *= 100  # some old fonts count from 1 to 9
    if bold and weight < 600:
        weight = 700
    (revision,) = struct.unpack_from(">L", head, 4)
    return FontFile(
        path=path,
        index=index,
        family=families[0],
        style=style,
        families=frozenset(each.casefold() for each in families),
        names=frozenset(
            each.casefold() for number in (_FULL, _POSTSCRIPT) for each in names.get(number, ())
        ),
        postscript=postscript or f"{path.stem}-{index}",
        weight=weight,
        width=_number(os2, 6) or 5,
        italic=bool(selection & 0x201 or mac_style & 2),
        outlines="glyf" if b"glyf" in places else "CFF" if b"CFF " in places else "",
        colour=not _COLOURS.isdisjoint(places),
        permissions=_number(os2, 8),
        revision=revision / 65536,
        fixed=any(post[12:16]),
        weights=_weights(table(b"fvar")),
        variable=b"fvar" in places,
    )


def _number(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big")


def _names(table: bytes) -> dict[int, list[str]]:
    """Names by their number, English ones first. Raises struct.error."""
    count, storage = struct.unpack_from(">2xHH", table)
    found: dict[int, list[tuple[bool, str]]] = {}
    wanted = (_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _TYPO_FAMILY, _TYPO_STYLE)
    for n in range(count):
        platform, _, language, number, length, offset = struct.unpack_from(">6H", table, 6 + 12 * n)
        if number not in wanted or platform not in (0, 1, 3):
            continue
        raw = table[storage + offset : storage + offset + length]
        if platform == 1:
            if language:
                continue
            text = raw.decode("mac_roman", "replace")
        else:
            text = raw.decode("utf-16-be", "replace")
        english = platform == 3 and language == _ENGLISH
        if text := text.strip("\0 "):
            found.setdefault(number, []).append((not english, text))
    return {
        number: list(dict.fromkeys(text for _, text in sorted(texts)))
        for number, texts in found.items()
    }


def _weights(table: bytes) -> tuple[float, float, float] | None:
    if not table:
        return None
    start, count, size = struct.unpack_from(">4xH2xHH", table)
    for n in range(count):
        tag, low, usual, high = struct.unpack_from(">4s3l", table, start + n * size)
        if tag == b"wght":
            return low / 65536, usual / 65536, high / 65536
    return None

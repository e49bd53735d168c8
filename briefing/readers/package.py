"""A document that is a zip of parts: parts are unpacked one by one, into memory, with limits.

What the headers say of sizes is not believed: bytes are counted while they are unpacked. Parts
that nobody asks for, such as pictures, are never unpacked. Nothing is written anywhere, so a
part's name can do no harm.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.errors import Damaged, EmptySource, Encrypted, Unfolds

LARGEST_PART = 64_000_000
"""Bytes of one part. The tree of its XML takes about six times as much."""
LARGEST = 200_000_000
"""Bytes of all parts that are read."""
MOST_PARTS = 20_000
_CHUNK = 1 << 18
_ENTRY = b"PK\x01\x02"
"""Begins each row of a zip's directory."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEADER = 30
_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


@dataclass(slots=True)
class Package:
    name: str
    format: str
    """What a person calls it, such as "Word document"."""
    _archive: zipfile.ZipFile
    _parts: dict[str, zipfile.ZipInfo]
    _unpacked: int = field(default=0)

    @property
    def names(self) -> frozenset[str]:
        """Of the parts, in lower case, without a leading slash."""
        return frozenset(self._parts)

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._parts

    def read(self, part: str) -> bytes:
        """A part's bytes. Raises Damaged, also when it is missing, Encrypted and Unfolds."""
        info = self._parts.get(_key(part))
        if info is None:
            raise Damaged(self.name, self.format, f"its part {part} is missing")
        if info.flag_bits & _ENCRYPTED:
            raise Encrypted(self.name, self.format)
        if info.compress_type not in _PACKED:
            raise Damaged(self.name, self.format, f"its part {part} is packed in an unusual way")
        limit = min(LARGEST_PART, LARGEST - self._unpacked)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._archive.open(info) as source:
                while piece := source.read(_CHUNK):
                    pieces.append(piece)
                    size += len(piece)
                    if size > limit:
                        raise Unfolds(self.name, max(size, info.file_size), limit)
        except _BROKEN:
            raise Damaged(self.name, self.format, f"its part {part} cannot be unpacked") from None
        self._unpacked += size
        return b"".join(pieces)


def open(data: bytes, name: str, format: str) -> Package:
    """Raises EmptySource, Damaged and Unfolds."""
    if not data:
        raise EmptySource(name)
    if data.count(_ENTRY) > MOST_PARTS:
        raise Damaged(name, format, "it has more parts than any document")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise Damaged(name, format, _reason(data)) from None
    _check_overlap(archive, name, format)
    return Package(name, format, archive, {_key(each.filename): each for each in archive.filelist})


def names(data: bytes) -> frozenset[str]:
    """The parts' names as ``Package.names``; none where the zip is broken or made to do harm."""
    try:
        return open(data, "", "").names
    except (Damaged, EmptySource, Unfolds):
        return frozenset()


def _key(part: str) -> str:
    """Some programs write other cases, or ``\\`` for ``/``."""
    return part.replace("\\", "/").lstrip("/").lower()


def _check_overlap(archive: zipfile.ZipFile, name: str, format: str) -> None:
    """The same packed bytes as part of many: that is how a small zip becomes a huge one."""
    rows = sorted(archive.filelist, key=lambda each: each.header_offset)
    for row, following in pairwise(rows):
        if row.header_offset + _LOCAL_HEADER + row.compress_size > following.header_offset:
            size = sum(each.file_size for each in rows)
            if size > LARGEST:
                raise Unfolds(name, size, LARGEST)
            raise Damaged(name, format, "its parts overlap, as no program writes them")


def _reason(data: bytes) -> str:
    if not data.strip(b"\0"):
        return "there are only zeros in it"
    return "it ends too early" if data.startswith(b"PK") else "it is no such file inside"

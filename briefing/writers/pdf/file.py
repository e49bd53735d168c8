"""The bytes of a PDF: its objects, packed where they may be, and where to find them.

ReportLab writes each object by itself and leaves out the line end that an archive asks for
before ``endstream``; the elements of a long document's structure would make it several times
as large. So its objects, and our own beside them, are put into streams that are compressed.
"""

from __future__ import annotations

import zlib
from hashlib import md5
from typing import Any

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200
"""Objects in one stream."""
_END = b"endstream\n"
_LINE_END = b"\r\n"
"""Before ``endstream``. With a line feed alone, a stream whose last byte happens to be a carriage
return would seem to be a byte shorter than it says.
"""


class File:
    """Objects by their numbers, which ReportLab's document and we take in turns."""

    def __init__(self, document: Any) -> None:
        self.document = document
        """ReportLab's."""
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """A number for an object of our own."""
        self.document.objectcounter += 1
        return self.document.objectcounter

    def number(self, thing: Any) -> int:
        """That of an object of ReportLab's, or by its name."""
        name = thing if isinstance(thing, str) else self.document.Reference(thing).name
        return self.document.idToObjectNumberAndVersion[name][0]

    def put(self, text: str, number: int | None = None) -> int:
        """Gives its number."""
        number = number or self.reserve()
        self._plain[number] = text.encode("latin-1")
        return number

    def put_stream(
        self, content: bytes, entries: str = "", number: int | None = None, *, packed: bool = True
    ) -> int:
        number = number or self.reserve()
        if packed:
            content = zlib.compress(content)
            entries += "/Filter/FlateDecode"
        self._streams[number] = _stream(entries, content)
        return number

    def data(self, catalog: int, info: int) -> bytes:
        self._take()
        numbers = sorted(self._plain)
        groups = [numbers[at : at + _PACKED] for at in range(0, len(numbers), _PACKED)]
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        streams = dict(self._streams)
        for group in groups:
            holder = self.reserve()
            streams[holder] = self._pack(group)
            places |= {number: (2, holder, at) for at, number in enumerate(group)}
        parts = [_HEADER]
        at = len(_HEADER)
        for number, body in sorted(streams.items()):
            places[number] = (1, at, 0)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            at += len(parts[-1])
        table = self.reserve()
        places[table] = (1, at, 0)
        digest = md5(b"".join(parts), usedforsecurity=False).hexdigest()
        rows = b"".join(_row(*places.get(number, (0, 0, 0))) for number in range(table + 1))
        entries = (
            f"/Type/XRef/Size {table + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID[<{digest}><{digest}>]/Filter/FlateDecode"
        )
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (table, _stream(entries, zlib.compress(rows))))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(parts)

    def _pack(self, numbers: list[int]) -> bytes:
        heads: list[str] = []
        bodies: list[bytes] = []
        at = 0
        for number in numbers:
            body = self._plain[number]
            heads.append(f"{number} {at}")
            bodies.append(body)
            at += len(body) + 1
        head = " ".join(heads).encode() + b"\n"
        entries = f"/Type/ObjStm/N {len(numbers)}/First {len(head)}/Filter/FlateDecode"
        return _stream(entries, zlib.compress(head + b"\n".join(bodies)))

    def _take(self) -> None:
        """What ReportLab's document holds; objects may come while others are written."""
        done: set[int] = set()
        while new := [each for each in self.document.numberToId if each not in done]:
            for number in new:
                done.add(number)
                thing = self.document.idToObject[self.document.numberToId[number]]
                body: bytes = thing.format(self.document)
                if body.endswith(_END):
                    self._streams[number] = body.removesuffix(_END) + _LINE_END + _END.rstrip()
                else:
                    self._plain[number] = body


def _stream(entries: str, content: bytes) -> bytes:
    head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("latin-1")
    return head + content + _LINE_END + _END.rstrip()


def _row(kind: int, place: int, rest: int) -> bytes:
    return bytes((kind,)) + place.to_bytes(4, "big") + rest.to_bytes(2, "big")

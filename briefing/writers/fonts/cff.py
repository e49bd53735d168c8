"""PostScript outlines (CFF) in the order that a document numbers its letters.

A PDF knows the glyphs of such a font by numbers in the font itself (CIDs). They are written anew,
so that a number can stand for what the document wants: a glyph may come twice. The format is
that of Adobe's Technical Note 5176.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_FONT_BOX, _CHARSET, _CHARSTRINGS, _PRIVATE, _SUBRS = b"\5", b"\x0f", b"\x11", b"\x12", b"\x13"
_MATRIX, _ROS, _COUNT = b"\x0c\7", b"\x0c\x1e", b"\x0c\x22"
_FD_ARRAY, _FD_SELECT = b"\x0c\x24", b"\x0c\x25"
_ADOBE, _IDENTITY = 391, 392
"""The first two strings of a font's own."""
_NOTHING = b"\x0e"
"""The drawing of an empty glyph."""


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """Operators and the bytes of their operands."""

    entries: dict[bytes, bytes]

    def numbers(self, operator: bytes) -> list[int]:
        raw = self.entries.get(operator, b"")
        found: list[int] = []
        at = 0
        while at < len(raw):
            number, at = _integer(raw, at)
            found.append(number)
        return found

    def kept(self, *operators: bytes) -> bytes:
        return b"".join(self.entries[each] + each for each in operators if each in self.entries)


def renumbered(data: bytes, glyphs: Sequence[int]) -> bytes:
    """The font with these glyphs in this order, the first for what is not there.

    It must have no subroutines. Raises struct.error, ValueError, IndexError or KeyError where
    the font is broken.
    """
    at = data[2]
    names, at = _index(data, at)
    tops, at = _index(data, at)
    top = _dictionary(tops[0])
    charstrings, _ = _index(data, top.numbers(_CHARSTRINGS)[0])
    if _FD_ARRAY in top.entries:
        rows, _ = _index(data, top.numbers(_FD_ARRAY)[0])
        parts = [_dictionary(row) for row in rows]
        belongs = _selected(data, top.numbers(_FD_SELECT)[0], len(charstrings))
    else:
        parts = [_Dictionary({_PRIVATE: top.entries[_PRIVATE]})]
        belongs = [0] * len(charstrings)
    privates: list[bytes] = []
    for part in parts:
        size, start = part.numbers(_PRIVATE)
        private = _dictionary(data[start : start + size])
        privates.append(private.kept(*(each for each in private.entries if each != _SUBRS)))

    head = b"\1\0\4\4" + _indexed(names[:1])
    after_top = _indexed([b"Adobe", b"Identity"]) + _indexed([])
    fixed = _number(_ADOBE) + _number(_IDENTITY) + _number(0) + _ROS
    fixed += top.kept(_MATRIX, _FONT_BOX) + _number(len(glyphs)) + _COUNT
    length = len(fixed) + sum(5 + len(each) for each in (_CHARSET, _CHARSTRINGS))
    length += sum(5 + len(each) for each in (_FD_ARRAY, _FD_SELECT))
    start = len(head) + len(_indexed([bytes(length)])) + len(after_top)

    charset = struct.pack(">B2H", 2, 1, len(glyphs) - 2) if len(glyphs) > 1 else b"\0"
    select = _selection([belongs[glyph] for glyph in glyphs])
    drawings = _indexed([_NOTHING, *(charstrings[glyph] for glyph in glyphs[1:])])
    select_at = start + len(charset)
    drawings_at = select_at + len(select)
    private_at = drawings_at + len(drawings)
    array: list[bytes] = []
    for part, private in zip(parts, privates, strict=True):
        place = _number(len(private)) + _number(private_at) + _PRIVATE
        array.append(part.kept(_MATRIX) + place)
        private_at += len(private)
    places = _number(start) + _CHARSET + _number(drawings_at) + _CHARSTRINGS
    places += _number(private_at) + _FD_ARRAY + _number(select_at) + _FD_SELECT
    return b"".join(
        (
            head,
            _indexed([fixed + places]),
            after_top,
            charset,
            select,
            drawings,
            *privates,
            _indexed(array),
        )
    )


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """Its items, and where it ends."""
    (count,) = struct.unpack_from(">H", data, at)
    if not count:
        return [], at + 2
    size = data[at + 2]
    start = at + 3
    base = start + (count + 1) * size - 1
    offsets = [
        int.from_bytes(data[start + n * size : start + (n + 1) * size], "big")
        for n in range(count + 1)
    ]
    items = [data[base + a : base + b] for a, b in pairwise(offsets)]
    return items, base + offsets[-1]


def _indexed(items: Sequence[bytes]) -> bytes:
    if not items:
        return b"\0\0"
    offsets = [1]
    for each in items:
        offsets.append(offsets[-1] + len(each))
    return (
        struct.pack(">HB", len(items), 4)
        + struct.pack(f">{len(offsets)}L", *offsets)
        + b"".join(items)
    )


def _dictionary(data: bytes) -> _Dictionary:
    entries: dict[bytes, bytes] = {}
    at = start = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            end = at + (2 if first == 12 else 1)
            entries[data[at:end]] = data[start:at]
            at = start = end
        elif first == 30:  # a real number, until a half byte says so
            at += 1
            while data[at] & 0xF != 0xF and data[at] >> 4 != 0xF:
                at += 1
            at += 1
        else:
            _, at = _integer(data, at)
    return _Dictionary(entries)


def _integer(data: bytes, at: int) -> tuple[int, int]:
    """A number, and where it ends."""
    first = data[at]
    if first == 28:
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if first == 29:
        return struct.unpack_from(">l", data, at + 1)[0], at + 5
    if 32 <= first <= 246:
        return first - 139, at + 1
    if 247 <= first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    if 251 <= first <= 254:
        return -(first - 251) * 256 - data[at + 1] - 108, at + 2
    raise ValueError("not a whole number")


def _number(value: int) -> bytes:
    """Always of the same length, so that places can be reckoned beforehand."""
    return struct.pack(">Bl", 29, value)


def _selected(data: bytes, at: int, count: int) -> list[int]:
    """Which part of the font each glyph belongs to."""
    if data[at] == 0:
        return list(data[at + 1 : at + 1 + count])
    (ranges,) = struct.unpack_from(">H", data, at + 1)
    found: list[int] = []
    for n in range(ranges):
        first, part, end = struct.unpack_from(">HBH", data, at + 3 + 3 * n)
        found += [part] * (end - first)
    return found


def _selection(parts: Sequence[int]) -> bytes:
    starts = [at for at in range(len(parts)) if at == 0 or parts[at] != parts[at - 1]]
    rows = b"".join(struct.pack(">HB", at, parts[at]) for at in starts)
    return struct.pack(">BH", 3, len(starts)) + rows + struct.pack(">H", len(parts))

"""Fonts under other names, with other letters and other licences: made from the packaged ones."""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

ENGLISH, GERMAN = 0x0409, 0x0407


def packaged(name: str = "SourceSansPro-Regular.ttf") -> bytes:
    package = "font_source_sans_pro" if "Sans" in name else "font_source_serif_pro"
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "files" / name).read_bytes()


def tables(data: bytes, offset: int = 0) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, offset + 4)
    found: dict[str, bytes] = {}
    for n in range(count):
        tag, _, start, length = struct.unpack_from(">4s3L", data, offset + 12 + 16 * n)
        found[tag.decode()] = data[start : start + length]
    return found


def sfnt(parts: Mapping[str, bytes], start: int = 0) -> bytes:
    """A font file of these tables; ``start`` is where it is to lie in a collection."""
    head = b"OTTO" if "CFF " in parts else b"\0\1\0\0"
    rows, bodies = b"", b""
    at = start + 12 + 16 * len(parts)
    for tag, body in sorted(parts.items()):
        rows += struct.pack(">4s3L", tag.encode(), 0, at + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    return head + struct.pack(">4H", len(parts), 0, 0, 0) + rows + bodies


def collection(fonts: Sequence[Mapping[str, bytes]]) -> bytes:
    at = 12 + 4 * len(fonts)
    places: list[int] = []
    body = b""
    for parts in fonts:
        places.append(at + len(body))
        body += sfnt(parts, at + len(body))
    return b"ttcf" + struct.pack(f">2HL{len(fonts)}L", 1, 0, len(fonts), *places) + body


def name_table(names: Sequence[tuple[int, int, str]]) -> bytes:
    """Of (number, language, text)."""
    rows, storage = b"", b""
    for number, language, text in sorted(names, key=lambda each: (each[1], each[0])):
        raw = text.encode("utf-16-be")
        rows += struct.pack(">6H", 3, 1, language, number, len(raw), len(storage))
        storage += raw
    return struct.pack(">3H", 0, len(names), 6 + len(rows)) + rows + storage


def character_table(glyphs: Mapping[int, int]) -> bytes:
    """Glyphs by character."""
    groups = b"".join(struct.pack(">3L", code, code, glyphs[code]) for code in sorted(glyphs))
    head = struct.pack(">2H3L", 12, 0, 16 + len(groups), 0, len(glyphs))
    return struct.pack(">2H2HL", 0, 1, 3, 10, 12) + head + groups


def made(
    family: str,
    *,
    style: str = "Regular",
    weight: int = 400,
    width: int = 5,
    permissions: int = 0,
    shows: Mapping[str, str] | None = None,
    names: Sequence[tuple[int, int, str]] = (),
    without: Sequence[str] = (),
    source: str = "SourceSansPro-Regular.ttf",
) -> dict[str, bytes]:
    """The tables of a font. ``shows``: its only letters, and which of the source stand for them."""
    parts = tables(packaged(source))
    bold, italic = "Bold" in style, "Italic" in style
    full = f"{family} {style}"
    parts["name"] = name_table(
        [
            (1, ENGLISH, family),
            (2, ENGLISH, style),
            (4, ENGLISH, full),
            (6, ENGLISH, full.replace(" ", "-")),
            *names,
        ]
    )
    os2 = bytearray(parts["OS/2"])
    struct.pack_into(">3H", os2, 4, weight, width, permissions)
    selection = struct.unpack_from(">H", os2, 62)[0] & ~0x61
    struct.pack_into(">H", os2, 62, selection | 0x20 * bold | italic | 0x40 * (not bold))
    parts["OS/2"] = bytes(os2)
    head = bytearray(parts["head"])
    struct.pack_into(">H", head, 44, bold + 2 * italic)
    parts["head"] = bytes(head)
    if shows is not None:
        from briefing.writers.fonts import FontBook

        face = FontBook().face("Source Sans Pro")
        parts["cmap"] = character_table(
            {ord(each): face.glyph(drawn) for each, drawn in shows.items()}
        )
        parts.pop("GSUB", None)
    for tag in without:
        parts.pop(tag)
    return parts


def put(folder: Path, family: str, style: str = "Regular", **how: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{family}-{style}.ttf".replace(" ", "")
    path.write_bytes(sfnt(made(family, style=style, **how)))  # type: ignore[arg-type]
    return path

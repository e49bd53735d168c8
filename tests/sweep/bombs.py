"""Files that are small and unpack to much, or that are just too large."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

import making
from hostile import Case, opens, refused
from making import KNOWN

from briefing.errors import (
    Damaged,
    EmptySource,
    PictureOfText,
    Refused,
    TextTooLong,
    TooDeep,
    TookTooLong,
    TookTooMuchMemory,
    Unfolds,
)


def _zip_bomb(data: bytes, name: str, size: int, said: int | None = None) -> bytes:
    """The zip with another part ``name``: ``size`` spaces after its root; it says ``said``."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    old = parts.pop(name)
    body = making.deflated(size, start=old, bare=True)
    claimed = len(old) + size if said is None else said
    crc = zlib.crc32(old)
    start = io.BytesIO(making.packed(parts, ["mimetype"]))
    rest = start.getvalue()
    at = rest.rindex(b"PK\x05\x06")
    count, length, offset = struct.unpack("<HII", rest[at + 10 : at + 20])
    fields = struct.pack("<HHHHHIII", 20, 0, 8, 0, 33, crc, len(body), claimed)
    local = b"PK\x03\x04" + fields + struct.pack("<HH", len(name), 0) + name.encode()
    central = (
        b"PK\x01\x02\x14\x00"
        + fields
        + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, offset)
        + name.encode()
    )
    directory = rest[offset : offset + length] + central
    end = struct.pack(
        "<4sHHHHIIH",
        b"PK\x05\x06",
        0,
        0,
        count + 1,
        count + 1,
        len(directory),
        offset + len(local) + len(body),
        0,
    )
    return rest[:offset] + local + body + directory + end


def _overlapping(data: bytes, name: str, times: int) -> bytes:
    """Many names for the one part, all at the same place: small, and huge when all are unpacked."""
    at = data.rindex(b"PK\x05\x06")
    count, length, offset = struct.unpack("<HII", data[at + 10 : at + 20])
    directory = data[offset : offset + length]
    entries = [b"PK\x01\x02" + each for each in directory.split(b"PK\x01\x02")[1:]]
    [entry] = [each for each in entries if each[46:].startswith(name.encode())]
    more = b"".join(
        entry[:28]
        + struct.pack("<H", len(f"word/{n}.xml"))
        + entry[30:46]
        + f"word/{n}.xml".encode()
        for n in range(times)
    )
    end = struct.pack(
        "<4sHHHHIIH",
        b"PK\x05\x06",
        0,
        0,
        count + times,
        count + times,
        length + len(more),
        offset,
        0,
    )
    return data[:offset] + directory + more + end


def cases() -> Iterator[Case]:
    size = 600_000_000
    too_much = (Unfolds, TookTooMuchMemory)
    yield refused(
        "bomb.docx",
        "a.docx",
        lambda: _zip_bomb(making.docx(), "word/document.xml", size),
        Unfolds,
        large=True,
    )
    yield refused(
        "bomb.odt",
        "a.odt",
        lambda: _zip_bomb(making.odt(), "content.xml", size),
        Unfolds,
        large=True,
    )
    yield opens(
        "bomb-types.docx",
        "a.docx",
        lambda: _zip_bomb(making.docx(), "[Content_Types].xml", size),
        KNOWN,  # nobody needs to unpack it
        (Unfolds,),
        large=True,
    )
    yield refused(
        "bomb-manifest.odt",
        "a.odt",
        lambda: _zip_bomb(making.odt(), "META-INF/manifest.xml", size),
        Unfolds,
        large=True,
    )
    for said in (10, 0, 0xFFFFFFFE):
        yield refused(
            f"bomb-says-{said}.docx",
            "a.docx",
            lambda said=said: _zip_bomb(making.docx(), "word/document.xml", size, said),
            Unfolds,
            Damaged,
            large=True,
        )
    yield opens(
        "bomb-in-a-picture.docx",
        "a.docx",
        lambda: _zip_bomb(
            making.docx(extra={"word/media/image1.png": b""}), "word/media/image1.png", size
        ),
        KNOWN,
        (Unfolds,),
        large=True,
    )
    yield opens(
        "zip-in-zip.docx",
        "a.docx",
        lambda: making.docx(
            extra={"word/embeddings/a.docx": making.docx(extra={"a": b" " * 10_000_000})}
        ),
        KNOWN,
        (Unfolds,),
    )
    yield opens(
        "overlapping.docx",
        "a.docx",
        lambda: _overlapping(making.docx(), "word/document.xml", 20_000),
        KNOWN,
        (Unfolds, Damaged),
    )
    yield opens(
        "many-parts.docx",
        "a.docx",
        lambda: making.docx(extra={f"word/x{n}.xml": "<x/>" for n in range(20_000)}),
        KNOWN,
        (Unfolds, Damaged),
    )
    yield refused("gzip-as-html", "a.html", lambda: gzip.compress(making.html() * 1000), Refused)
    yield refused(
        "bomb.html.gz", "a.html.gz", lambda: gzip.compress(bytes(5_000_000)), Refused, large=True
    )

    bomb = b"/Filter /FlateDecode"
    yield refused(
        "bomb.pdf",
        "a.pdf",
        lambda: making.pdf(making.deflated(size), stream=bomb),
        *too_much,
        EmptySource,
        PictureOfText,
        Damaged,
        large=True,
    )
    yield refused(
        "bomb-packed-twice.pdf",
        "a.pdf",
        lambda: making.pdf(
            zlib.compress(making.deflated(2 * size), 9),
            stream=b"/Filter [/FlateDecode /FlateDecode]",
        ),
        *too_much,
        EmptySource,
        PictureOfText,
        Damaged,
        large=True,
    )
    yield refused(
        "bomb-of-text.pdf",
        "a.pdf",
        lambda: making.pdf(making.deflated(300_000_000, b"BT (a) Tj ET "), stream=bomb),
        *too_much,
        TextTooLong,
        TookTooLong,
        Damaged,
        EmptySource,
        PictureOfText,
        large=True,
    )
    kids = b" ".join([b"3 0 R"] * 100_000)
    yield opens(
        "pdf-one-page-100000-times",
        "a.pdf",
        lambda: making.pdf(objects={2: b"<< /Type /Pages /Count 100000 /Kids [" + kids + b"] >>"}),
        KNOWN,
        (TextTooLong, TookTooLong, TooDeep, Damaged),
        large=True,
    )

    for tag in ("p", "b"):
        yield opens(
            f"html-100-MB-of-{tag}",
            "a.html",
            lambda tag=tag: making.html(after=f"<{tag}>" * (100_000_000 // (len(tag) + 2))),
            KNOWN,
            (*too_much, TooDeep, TextTooLong, TookTooLong),
            large=True,
        )
    yield opens(
        "docx-200000-paragraphs",
        "a.docx",
        lambda: making.docx(making.word_body("<w:p/>" * 200_000)),
        KNOWN,
        (Unfolds, TookTooMuchMemory),
        large=True,
    )
    part = "--x\nContent-Type: text/plain\n\na\n" * 50_000
    yield opens(
        "eml-50000-parts",
        "a.eml",
        lambda: making.eml(
            type="multipart/mixed; boundary=x",
            body="--x\nContent-Type: text/plain\n\n" + "\n\n".join(KNOWN) + f"\n{part}--x--",
        ),
        KNOWN,
        (TooDeep, Unfolds),
        large=True,
    )
    yield opens(
        "rtf-a-large-picture",
        "a.rtf",
        lambda: making.rtf("{\\pict\\pngblip " + "89504e47" * 2_000_000 + "}"),
        KNOWN,
        large=True,
    )

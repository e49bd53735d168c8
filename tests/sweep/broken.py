"""Files that are cut off, empty, of noise, locked, or called something else than they are."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from functools import partial

import making
from hostile import Case, opens, refused
from making import FIRST, FORMATS, KNOWN

from briefing.errors import (
    Damaged,
    EmptySource,
    Encrypted,
    NotText,
    PictureOfText,
    Refused,
    UnsupportedFormat,
)

SUFFIXES = (*FORMATS, ".docm")
_TEXTS = (".txt", ".md", ".html", ".mhtml", ".eml", ".rtf")
"""Formats of which the first half is half the text."""
_PROVED = (".html", ".mhtml", ".docx", ".odt", ".rtf", ".pdf")
"""Formats that show in their bytes."""


def cases() -> Iterator[Case]:
    yield from empty()
    yield from cut()
    yield from mislabelled()
    yield from noise()
    yield from locked()
    yield from known_and_not_read()


def empty() -> Iterator[Case]:
    for suffix in SUFFIXES:
        yield refused(f"zero{suffix}", f"a{suffix}", bytes, EmptySource)
    for suffix in (".html", ".eml", ".md", ".pdf"):
        also = (Damaged,) if suffix == ".pdf" else ()
        yield refused(f"blank{suffix}", f"a{suffix}", lambda: b" \n\t\r\n" * 50, EmptySource, *also)
    yield refused("html-without-text", "a.html", lambda: b"<html><body><p> &nbsp;", EmptySource)
    yield refused("docx-without-text", "a.docx", lambda: making.docx(""), EmptySource)
    yield refused("odt-without-text", "a.odt", lambda: making.odt(""), EmptySource)
    yield refused("rtf-without-text", "a.rtf", lambda: rb"{\rtf1\ansi }", EmptySource)
    yield refused("pdf-blank-page", "a.pdf", lambda: making.pdf(b""), EmptySource, PictureOfText)
    yield refused(
        "pdf-without-pages",
        "a.pdf",
        lambda: making.pdf(objects={2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
        EmptySource,
        Damaged,
    )


def _start(suffix: str, share: float) -> bytes:
    whole = FORMATS[suffix]()
    return whole[: max(1, int(len(whole) * share))]


def cut() -> Iterator[Case]:
    for suffix in FORMATS:
        for percent in (2, 50, 98):
            make = partial(_start, suffix, percent / 100)
            id, name = f"cut{suffix}-{percent}", f"a{suffix}"
            errors = (Damaged, EmptySource)
            if suffix in (".docx", ".odt"):
                yield refused(id, name, make, Damaged)
            elif suffix == ".pdf":
                yield opens(id, name, make, KNOWN if percent >= 90 else (), errors)
            else:
                there = (FIRST,) if FIRST.encode() in make() else ()
                yield opens(id, name, make, there, () if there else (*errors, NotText))


def mislabelled() -> Iterator[Case]:
    for actual in FORMATS:
        for called in FORMATS:
            if called == actual:
                yield opens(f"sound{actual}", f"a{actual}", FORMATS[actual], KNOWN)
                continue
            if actual == ".md" and called not in (".txt", ".html"):
                continue  # it is text, as a bare one
            id, name = f"{actual.removeprefix('.')}-as{called}", f"a{called}"
            if actual in _PROVED or called in (".txt", ".md", ".html"):
                yield opens(id, name, FORMATS[actual], KNOWN)
            elif called in (".eml", ".mhtml"):
                yield opens(id, name, FORMATS[actual], KNOWN, (Damaged, EmptySource))
            else:
                yield opens(id, name, FORMATS[actual], KNOWN, (Damaged, NotText))
        yield opens(f"{actual.removeprefix('.')}-without-suffix", "a", FORMATS[actual], KNOWN)
    yield refused("unknown-suffix", "a.xyz", making.text, UnsupportedFormat)


_MAGIC = {
    "pdf": b"%PDF-1.7\n",
    "zip": b"PK\x03\x04",
    "zip-end": b"PK\x05\x06",
    "rtf": rb"{\rtf1\ansi ",
    "html": b"<!doctype html>",
    "xml": b'<?xml version="1.0"?>',
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpeg": b"\xff\xd8\xff\xe0",
    "gif": b"GIF89a",
    "tiff": b"II*\x00",
    "webp": b"RIFF\x00\x10\x00\x00WEBP",
    "heic": b"\x00\x00\x00\x18ftypheic",
    "gzip": b"\x1f\x8b\x08\x00",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "rar": b"Rar!\x1a\x07\x00",
    "xz": b"\xfd7zXZ\x00",
    "elf": b"\x7fELF\x02\x01",
    "exe": b"MZ\x90\x00",
    "mp3": b"ID3\x04\x00",
    "sqlite": b"SQLite format 3\x00",
    "utf-8": b"\xef\xbb\xbf",
    "utf-16": b"\xff\xfe",
    "utf-32": b"\xff\xfe\x00\x00",
    "mail": b"From: a@b.example\r\nMIME-Version: 1.0\r\n\r\n",
    "mhtml": b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
    "nothing": b"",
}
_TRUE_SUFFIX = {
    "pdf": ".pdf",
    "zip": ".docx",
    "zip-end": ".odt",
    "rtf": ".rtf",
    "html": ".html",
    "mail": ".eml",
    "mhtml": ".mhtml",
    "xml": ".html",
}


def noise() -> Iterator[Case]:
    errors = (Damaged, EmptySource, NotText, Refused)
    for kind, start in _MAGIC.items():
        data = start + random.Random(kind).randbytes(20_000)
        yield opens(f"noise-{kind}", "a.txt", lambda data=data: data, (), errors)
        if kind in _TRUE_SUFFIX:
            name = "a" + _TRUE_SUFFIX[kind]
            yield opens(f"noise-{kind}-{name}", name, lambda data=data: data, (), errors)
    for suffix in (".docx", ".pdf", ".rtf"):
        data = random.Random(suffix).randbytes(20_000)
        yield opens(f"noise{suffix}", f"a{suffix}", lambda data=data: data, (), errors)


def _locked_pdf(user: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(user, "owner", strength=128))
    for number, each in enumerate(KNOWN):
        canvas.drawString(72, 700 - 40 * number, each)
    canvas.save()
    return buffer.getvalue()


def _compound(*streams: str) -> bytes:
    """The container of old Office files, and of new ones with a password: header, directory."""
    header = bytearray(512)
    header[:8] = _MAGIC["ole"]
    header[24:34] = b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
    header[44:52] = b"\x01\x00\x00\x00\x01\x00\x00\x00"
    header[56:60], header[60:76] = b"\x00\x10\x00\x00", b"\xfe\xff\xff\xff\x00\x00\x00\x00" * 2
    header[76:512] = b"\x00\x00\x00\x00" + b"\xff" * 432
    table = b"\xfd\xff\xff\xff\xfe\xff\xff\xff" + b"\xff" * 504
    directory = b""
    for number, name in enumerate(("Root Entry", *streams)):
        entry = bytearray(128)
        letters = name.encode("utf-16-le")
        entry[: len(letters)] = letters
        entry[64:66] = (len(letters) + 2).to_bytes(2, "little")
        entry[66] = 2 if number else 5
        entry[68:80] = b"\xff" * 12
        directory += entry
    return bytes(header) + table + directory.ljust(512, b"\x00")


def _locked_word() -> bytes:
    return _compound("EncryptionInfo", "EncryptedPackage")


def _locked_zip(data: bytes) -> bytes:
    """The same zip with each part marked as encrypted."""
    made = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + offset] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


def locked() -> Iterator[Case]:
    yield refused("locked.pdf", "a.pdf", lambda: _locked_pdf("secret"), Encrypted)
    yield opens("locked-only-for-changes.pdf", "a.pdf", lambda: _locked_pdf(""), KNOWN)
    yield refused(
        "locked-unknown-way.pdf",
        "a.pdf",
        lambda: making.pdf(trailer=b"/Encrypt << /Filter /Nobody /V 9 /R 9 /O (x) /U (x) /P -1 >>"),
        Encrypted,
        Damaged,
    )
    yield refused("locked.docx", "a.docx", _locked_word, Encrypted)
    yield refused("locked.docm", "a.docm", _locked_word, Encrypted)
    yield refused("locked-zip.docx", "a.docx", lambda: _locked_zip(making.docx()), Encrypted)
    yield refused("locked-zip.odt", "a.odt", lambda: _locked_zip(making.odt()), Encrypted)
    lock = (
        '<manifest:encryption-data manifest:checksum="x"><manifest:algorithm '
        'manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>'
        "</manifest:encryption-data>"
    )
    rubbish = random.Random(1).randbytes(3000)
    yield refused(
        "locked.odt", "a.odt", lambda: making.odt(content=rubbish, encrypted=lock), Encrypted
    )


def known_and_not_read() -> Iterator[Case]:
    for suffix in (".doc", ".xls", ".msg"):
        make = partial(_compound, "WordDocument")
        yield refused(f"old{suffix}", f"a{suffix}", make, Refused)
    for folder in ("xl", "ppt"):
        make = partial(making.packed, {"[Content_Types].xml": "<x/>", f"{folder}/a.xml": "<x/>"})
        yield refused(f"office-{folder}", f"a.{folder}x", make, Refused)
        yield refused(f"office-{folder}-as.docx", "a.docx", make, Refused, Damaged)
    for kind in ("text-template", "spreadsheet", "presentation"):
        parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"}
        make = partial(making.packed, parts, ["mimetype"])
        yield refused(f"open-{kind}", "a.odt", make, Refused, Damaged, EmptySource)
    make = partial(
        making.packed,
        {"mimetype": "application/epub+zip", "META-INF/container.xml": "x"},
        ["mimetype"],
    )
    yield refused("e-book", "a.epub", make, Refused)
    yield refused("zip", "a.zip", lambda: making.packed({"a.txt": making.text()}), Refused)
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 600 /Height 800 /BitsPerComponent 1 "
        b"/ColorSpace /DeviceGray /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    )
    data = making.deflated(1_000_000)
    yield refused(
        "scan.pdf",
        "a.pdf",
        lambda: making.pdf(
            b"q 612 0 0 792 0 0 cm /I Do Q",
            objects={
                3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                b"/Resources << /XObject << /I 6 0 R >> >> >>",
                6: picture % (len(data), data),
            },
        ),
        PictureOfText,
    )

"""Small files of every format, made by hand, so that each byte of them can be made wrong."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from html import escape

FIRST = "The harbour office of Ostvik opened its gates again on Monday."
SECOND = "Ferries to Lindholm sail twice a day until the end of October."
KNOWN = (FIRST, SECOND)
"""Two paragraphs that every sound file here says."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'


def packed(parts: Mapping[str, bytes | str], stored: Sequence[str] = ()) -> bytes:
    """A zip of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            way = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name, (2021, 9, 22, 0, 0, 0))
            archive.writestr(info, part, way, 9)
    return buffer.getvalue()


def text() -> bytes:
    return "\n\n".join(KNOWN).encode()


def markdown(before: str = "", after: str = "") -> bytes:
    return f"# Ostvik\n\n{before}\n\n{FIRST}\n\n{SECOND}\n\n{after}\n".encode()


def html(head: str = "", before: str = "", after: str = "") -> bytes:
    body = "".join(f"<p>{escape(each)}</p>" for each in KNOWN)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ostvik</title>{head}'
        f"</head><body>{before}<article><h1>Ostvik</h1>{body}</article>{after}</body></html>"
    ).encode()


def word_body(inner: str = "") -> str:
    said = "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in KNOWN)
    return said + inner


def word_xml(body: str, before: str = "", attributes: str = "") -> str:
    return (
        f'{_XML}{before}<w:document xmlns:w="{W}" xmlns:r="{R}"{attributes}>'
        f"<w:body>{body}</w:body></w:document>"
    )


def docx(
    body: str | None = None,
    document: bytes | str | None = None,
    relations: str = "",
    extra: Mapping[str, bytes | str] | None = None,
    main: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
) -> bytes:
    """``relations`` are those of the document; ``extra`` parts may replace any."""
    types = (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    rels = (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types,
        "_rels/.rels": rels,
        "word/document.xml": document or word_xml(word_body() if body is None else body),
    }
    if relations:
        parts["word/_rels/document.xml.rels"] = (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        )
    return packed(parts | dict(extra or {}))


def relation(kind: str, target: str, id: str = "rId9", mode: str = "External") -> str:
    return (
        f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{escape(target)}" TargetMode="{mode}"/>'
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = (
    f'xmlns:office="{_ODF}office:1.0" xmlns:text="{_ODF}text:1.0" xmlns:table="{_ODF}table:1.0" '
    f'xmlns:draw="{_ODF}drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt_body(inner: str = "") -> str:
    return "".join(f"<text:p>{escape(each)}</text:p>" for each in KNOWN) + inner


def odt_xml(body: str, before: str = "") -> str:
    return (
        f'{_XML}{before}<office:document-content {_SPACES} office:version="1.2"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(
    body: str | None = None,
    content: bytes | str | None = None,
    extra: Mapping[str, bytes | str] | None = None,
    encrypted: str = "",
) -> bytes:
    space = f"{_ODF}manifest:1.0"
    manifest = (
        f'{_XML}<manifest:manifest xmlns:manifest="{space}"><manifest:file-entry '
        'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        f"{encrypted}</manifest:file-entry></manifest:manifest>"
    )
    parts: dict[str, bytes | str] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content or odt_xml(odt_body() if body is None else body),
        "META-INF/manifest.xml": manifest,
    }
    return packed(parts | dict(extra or {}), stored=["mimetype"])


def rtf(before: str = "", after: str = "", head: str = "") -> bytes:
    said = "".join(f"{each}\\par\n" for each in KNOWN)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{head}\n{before}{said}{after}}}".encode()


def eml(
    headers: str = "", body: str | None = None, type: str = "text/plain; charset=utf-8"
) -> bytes:
    said = "\n\n".join(KNOWN) if body is None else body
    return (
        "From: Desk <desk@ostvik.example>\nTo: Officer <officer@ostvik.example>\n"
        "Subject: Ostvik\nDate: Mon, 20 Sep 2021 10:00:00 +0000\nMIME-Version: 1.0\n"
        f"{headers}Content-Type: {type}\n\n{said}\n"
    ).replace("\n", "\r\n").encode()  # fmt: skip


def mhtml(page: bytes | None = None, parts: str = "") -> bytes:
    said = (page or html()).decode()
    return (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://ostvik.example/news\n"
        "Subject: Ostvik\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----part"\n\n'
        "------part\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
        f"Content-Location: https://ostvik.example/news\n\n{said}\n{parts}------part--\n"
    ).replace("\n", "\r\n").encode()  # fmt: skip


def pdf_text(lines: Sequence[str] = KNOWN) -> bytes:
    """A page's content stream: a line each, far enough apart to be paragraphs."""
    shown = "".join(f"1 0 0 1 72 {720 - 40 * n} Tm ({each}) Tj\n" for n, each in enumerate(lines))
    return f"BT /F1 11 Tf\n{shown}ET".encode("latin-1")


def pdf(
    content: bytes | None = None,
    *,
    objects: Mapping[int, bytes] | None = None,
    catalog: bytes = b"",
    page: bytes = b"",
    trailer: bytes = b"",
    stream: bytes = b"",
) -> bytes:
    """One page. ``objects`` may replace any; the bytes named stand in the dictionaries."""
    said = pdf_text() if content is None else content
    made = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> " + page + b" >>",
        4: b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(said), stream, said),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    } | dict(objects or {})
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in made.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    highest = max(made)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (highest + 1)
    for number in range(1, highest + 1):
        kept = b"n" if number in places else b"f"
        out += b"%010d 00000 %s \n" % (places.get(number, 0), kept)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        highest + 1,
        trailer,
        start,
    )
    return bytes(out)


def deflated(size: int, unit: bytes = b" ", start: bytes = b"", *, bare: bool = False) -> bytes:
    """``start`` and some ``size`` bytes of the same, packed by zlib; ``bare``: as in a zip.

    A block that ends in a full flush can stand any number of times: nothing is packed twice.
    """
    piece = unit * (1_000_000 // len(unit))
    times = size // len(piece)
    packer = zlib.compressobj(9, wbits=-15)
    head = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    body = head + block * times + zlib.compressobj(9, wbits=-15).flush()
    if bare:
        return body
    check = zlib.adler32(start)
    for _ in range(times):
        check = zlib.adler32(piece, check)
    return b"\x78\xda" + body + check.to_bytes(4, "big")


FORMATS = {
    ".txt": text,
    ".md": markdown,
    ".html": html,
    ".mhtml": mhtml,
    ".docx": docx,
    ".odt": odt,
    ".rtf": rtf,
    ".pdf": pdf,
    ".eml": eml,
}
"""Suffix → a sound file of the format."""

"""Which format a file is in: by its bytes first, by its name second."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import PurePath

from briefing.errors import Damaged, EmptySource, Encrypted, Refused, UnsupportedFormat
from briefing.readers import known, package

NAMES = {
    ".txt": "text file",
    ".text": "text file",
    ".md": "Markdown text",
    ".html": "web page",
    ".htm": "web page",
    ".mhtml": "saved web page (MHTML)",
    ".mht": "saved web page (MHTML)",
    ".docx": "Word document",
    ".docm": "Word document",
    ".odt": "OpenDocument text",
    ".rtf": "RTF document",
    ".pdf": "PDF document",
    ".eml": "e-mail",
}
_SAME = ((".txt", ".text", ".md"), (".html", ".htm"), (".mhtml", ".mht"), (".docx", ".docm"))
"""Suffixes that name the same thing, as far as bytes can tell."""
_ALSO = ((".eml", ".mhtml"), (".mhtml", ".eml"), (".mht", ".eml"), (".md", ".html"))
"""(suffix, what the bytes prove): an e-mail may have related parts as a saved page has, and
Markdown may begin with HTML."""
_ZIPPED = (".docx", ".docm", ".odt")
_BINARY = (*_ZIPPED, ".pdf", ".rtf")
"""What is in these formats shows it in its first bytes."""
_LOOKED_AT = 4096
_TEXT_LOOKED_AT = 65_536
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,500}>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|(?:html|head|body)[\s>])",
    re.I | re.S,
)
_ROOT = re.compile(
    rb"(?:<\?xml[^>]{0,500}>\s*)?(?:<[!?](?:(?!>).)*>\s*)*<(?:[\w.-]+:)?([\w.-]+)([^>]*)", re.S
)
"""An XML file's first element, and its attributes as far as they are seen."""
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t]")
_CONTROLS = re.compile(rb"[\0-\x08\x0e-\x19\x1c-\x1f]")
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_ENTRY = "EncryptedPackage"
_WRITING = ("old-word", "wordperfect", "works", "outlook", "pages", "old-openoffice")
"""Kinds whose suffix people also give to plain text."""


def tell(data: bytes, name: str) -> str:
    """A key of NAMES: the one reader for the file.

    Raises EmptySource, Refused and Encrypted for what is known and not read, UnsupportedFormat
    for what is not known.
    """
    suffix = suffix_of(name)
    found = sniff(data)
    if found is not None:
        return suffix if suffix in NAMES and may_be(suffix, found) else found
    refuse(data, name, suffix)
    if suffix in NAMES:
        return ".txt" if suffix in _BINARY and _is_text(data) else suffix
    if suffix in known.BY_SUFFIX or not suffix:  # text, or else ``refuse`` would have said so;
        return ".txt"  # a file without a suffix, if it is none, shows that when it is decoded
    raise UnsupportedFormat(name, suffix, tuple(NAMES))


def sniff(data: bytes) -> str | None:
    """The format the bytes prove, as a suffix; None when they leave it open."""
    head = _head(data)
    if head.startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and b"endobj" in data):
        return ".pdf"
    if head.startswith((b"{\\rtf", b"{\\urtf")):
        return ".rtf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if _HTML.match(head):
        return ".html"
    if head.startswith(b"<"):
        return ".odt" if _is_flat_document(head) else None
    return _message(head)


def may_be(suffix: str, found: str) -> bool:
    """Whether a file with ``suffix`` may well be what its bytes say."""
    if suffix == found or any(suffix in each and found in each for each in _SAME):
        return True
    return (suffix, found) in _ALSO


def mislabelled(name: str, suffix: str) -> bool:
    """Whether a file is called something else than what it was read as."""
    called = suffix_of(name)
    return (called in NAMES or called in known.BY_SUFFIX) and not may_be(called, suffix)


def refuse(data: bytes, name: str, suffix: str) -> None:
    """Raises EmptySource for no bytes, Refused and Encrypted for what is known and not read."""
    if not data:
        raise EmptySource(name)
    if sniff(data) is not None:
        return
    called = suffix_of(name)
    if data.startswith(_OLE) and _has_entry(data, _LOCKED_ENTRY):
        raise Encrypted(name, NAMES.get(called, "Office document"))
    if (kind := _kind(data, called)) is not None:
        raise Refused(name, kind)
    kind = known.BY_SUFFIX.get(suffix)
    if kind is not None and not (kind in _WRITING and _is_text(data)):
        raise Refused(name, kind)


def suffix_of(name: str) -> str:
    """In lower case; a dot or a space at the end of a name is none of it."""
    return PurePath(name.rstrip(". ")).suffix.lower()


def _kind(data: bytes, suffix: str) -> str | None:
    """A key of ``messages``'s table, by the bytes; None when they prove nothing."""
    if data.startswith(_OLE):
        return _kind_of_ole(data, suffix)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, suffix)
    if data.startswith(b"RIFF"):
        return known.CONTAINERS.get(data[8:12])
    if data[4:8] == b"ftyp" and data.startswith(b"\x00\x00\x00"):
        return "picture" if any(each in data[8:40] for each in known.PICTURE_BRANDS) else "sound"
    if data[257:262] == b"ustar":
        return "archive"
    if data[60:68] == b"BOOKMOBI":
        return "e-book"
    if data.startswith(b"BM") and data[2:6] == struct.pack("<I", len(data) & 0xFFFFFFFF):
        return "picture"
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        return "program"
    head = _head(data)
    if head.startswith(b"<") and suffix not in (".txt", ".text", ".md", ".html", ".htm"):
        return _kind_of_xml(head)
    return next((kind for start, kind in known.STARTS if data.startswith(start)), None)


def _head(data: bytes) -> bytes:
    """The first bytes as UTF-8, without a mark or white space before them."""
    for mark, codec in _WIDE:
        if data.startswith(mark):
            text = data[2 : 2 * _LOOKED_AT].decode(codec, "ignore")
            return text.lstrip().encode("utf-8", "ignore")
    head = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"<" and head[1:2] == b"\0":
        return head.replace(b"\0", b"")
    if data[:2] == b"\0<":
        return data[:_LOOKED_AT].replace(b"\0", b"")
    return head


def _message(head: bytes) -> str | None:
    """An e-mail or a saved page, by the lines above its first blank line."""
    if not _HEADER.match(head):
        return None
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = [each for each in block.splitlines() if each[:1] not in b" \t"]
    headers = {found[1].lower() for each in lines if (found := _HEADER.match(each))}
    if len(headers) < len(lines) / 2:
        return None
    related = re.search(rb"(?im)^content-type:\s*multipart/related", block)
    sent = headers & {b"received", b"to", b"message-id", b"delivered-to"}
    if b"snapshot-content-location" in headers or (related and not sent):
        return ".mhtml"
    if len(sent) > 1 and headers & {b"from", b"received"}:
        return ".eml"
    return ".mhtml" if related else None


def _is_flat_document(head: bytes) -> bool:
    root = _ROOT.match(head)
    return (
        root is not None
        and root[1] == b"document"
        and re.search(rb"office:mimetype=[\"']" + known.ODF.encode() + rb"text", root[2])
        is not None
    )


def _kind_of_xml(head: bytes) -> str | None:
    root = _ROOT.match(head)
    return known.ROOTS.get(root[1]) if root else None


def _has_entry(data: bytes, entry: str) -> bool:
    return entry.encode("utf-16-le") in data


def _kind_of_ole(data: bytes, suffix: str) -> str:
    called = known.BY_SUFFIX.get(suffix)
    kinds = [kind for entry, kind in known.OLE_ENTRIES if _has_entry(data, entry)]
    # A letter may hold a table, and a table a letter: then its name decides.
    return called if called in kinds else kinds[0] if kinds else called or "old-office"


def _zipped(data: bytes) -> str | None:
    names = _names(data)
    if any(each.startswith("word/") for each in names):
        return ".docx"
    type = _mimetype(data)
    if type.startswith(f"{known.ODF}text") or (not type and _looks_like_odt(names)):
        return ".odt"
    return None


def _looks_like_odt(names: frozenset[str]) -> bool:
    """Some programs leave out the type, or pack it."""
    return {"content.xml", "meta-inf/manifest.xml"} <= names and "mimetype" not in names


def _kind_of_zip(data: bytes, suffix: str) -> str | None:
    if (kind := known.OPEN_DOCUMENT.get(_mimetype(data).removesuffix("-template"))) is not None:
        return kind
    names = _names(data)
    for start, kind in known.INSIDE_ZIP:
        if any(each.startswith(start) for each in names):
            return kind
    # Cut off: the name says what it was, and its reader that it is damaged.
    return None if suffix in _ZIPPED and not package.names(data) else "archive"


def _names(data: bytes) -> frozenset[str]:
    """Of a zip's parts; where its directory is missing, of those that are there."""
    return package.names(data) or frozenset(_names_of_rest(data))


def _names_of_rest(data: bytes) -> Iterator[str]:
    at = 0
    for _ in range(100):
        if (at := data.find(b"PK\x03\x04", at)) < 0 or len(data) < at + 30:
            return
        length = int.from_bytes(data[at + 26 : at + 28], "little")
        yield data[at + 30 : at + 30 + length].decode("latin-1").replace("\\", "/").lower()
        at += 30


def _mimetype(data: bytes) -> str:
    """An OpenDocument file has its type first, as a rule unpacked: bytes 38 and on."""
    if data[30:38] != b"mimetype":
        return _packed_mimetype(data) if b"mimetype" in data[-_TEXT_LOOKED_AT:] else ""
    if data[8:10] == b"\0\0":
        extra = int.from_bytes(data[28:30], "little")
        return data[38 + extra : 200].partition(b"PK")[0].decode("latin-1").strip()
    return _packed_mimetype(data)


def _packed_mimetype(data: bytes) -> str:
    try:
        return package.open(data, "", "").read("mimetype")[:200].decode("latin-1").strip()
    except (Damaged, Encrypted, EmptySource):
        return ""


def _is_text(data: bytes) -> bool:
    if any(data.startswith(mark) for mark, _ in _WIDE):
        return True
    return _CONTROLS.search(data[:_TEXT_LOOKED_AT]) is None

"""From a server's answer to bytes that a reader can read."""

from __future__ import annotations

import codecs
from urllib.parse import unquote, urlsplit

from briefing.fetching import Fetched
from briefing.fetching.connecting import Answer
from briefing.model.cleaning import clean_line
from briefing.readers import formats

_FORMATS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_TEXT = (".html", ".txt", ".md")
_WESTERN = ("iso8859-1", "ascii", "iso8859-15", "cp1252")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def made(answer: Answer) -> Fetched:
    """Raises Refused for what is known and not read."""
    name = _name(answer.url)
    formats.refuse(answer.data, name, "")
    format = _format(answer)
    encoding = _encoding(answer) if format in _TEXT else None
    return Fetched(answer.data, name, answer.url, format, encoding)


def _name(url: str) -> str:
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2], errors="replace")
    return clean_line(last)[:120] or parts.hostname or url


def _format(answer: Answer) -> str:
    """As the server says, unless the bytes prove something else or it does not say."""
    proved, said = formats.sniff(answer.data), _FORMATS.get(answer.content_type)
    if said == ".txt" and proved in (None, ".html"):
        return ".txt"  # the source of a page, shown as such
    if proved is not None and not (said and formats.may_be(said, proved)):
        return proved
    return said or (".html" if b"<" in answer.data[:1024] else ".txt")


def _encoding(answer: Answer) -> str | None:
    """As the server says, if the bytes fit. A mark in them knows better, and so does UTF-8 where
    the server says something Western, which many say of everything."""
    try:
        codec = codecs.lookup(answer.charset).name
    except LookupError:
        return None
    if answer.data.startswith(_MARKS) or (codec in _WESTERN and _fits(answer.data, "utf-8")):
        return None
    if codec in ("iso8859-1", "ascii"):
        codec = "cp1252"  # as browsers do
    return codec if _fits(answer.data, codec) else None


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (ValueError, LookupError):
        return False
    return True

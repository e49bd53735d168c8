"""What a drop or the clipboard holds: files, addresses, or text with its form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Transfer:
    files: tuple[Path, ...] = ()
    address: str = ""
    """Of a page; only where there is nothing else, such as a link."""
    text: str = ""
    html: str = ""
    """The same with its form."""


def read(data: QMimeData) -> Transfer:
    """A link brings its own words along in every form; it is an address all the same."""
    files = tuple(Path(each.toLocalFile()) for each in data.urls() if each.isLocalFile())
    if files:
        return Transfer(files)
    text, html = data.text(), data.html()
    links = [each.toString() for each in data.urls() if address(each.toString())]
    if address(text) or (links and set(text.split()) <= set(links)):
        return Transfer(address=address(text) or links[0])
    if links and not text.strip():
        return Transfer(address=links[0])
    return Transfer(text=text, html=html)


def address(text: str) -> str:
    """The address of a page that a text is, and nothing else; empty when it is none."""
    text = text.strip()
    if len(text.split()) != 1:
        return ""
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return ""
    return text if parts.scheme.lower() in ("http", "https") and named else ""

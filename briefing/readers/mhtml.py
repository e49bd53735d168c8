"""Web pages that a browser saved with all their parts in one file (MHTML)."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from urllib.parse import urlsplit

from briefing.errors import Damaged, EmptySource, PartsUnread
from briefing.model.article import ReadAs, Role
from briefing.progress import Checkpoint
from briefing.readers import html
from briefing.readers.content import Block, Content

FORMAT = "saved web page"
_PAGES = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 20_000
_CUT = ("StartBoundaryNotFoundDefect", "CloseBoundaryNotFoundDefect")
"""What the standard library says of a file that ends too early."""


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:
    """Raises Damaged, EmptySource and what ``html.read`` raises."""
    # The old policy parses headers only when asked, so a page of many pictures costs little.
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    checkpoint()
    page = _page(message)
    if page is None:
        raise Damaged(name, FORMAT, "there is no page in it")
    payload = page.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise EmptySource(name)
    read = html.read(payload, name, _said(page, payload, how), checkpoint)
    return _told(_cut_short(read, message, page, name), message, page)


def _page(message: Message) -> Message | None:
    """The part that is the page: the one the header names, else the first that is HTML."""
    parts: list[Message] = []
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.get_content_type() in _PAGES and not part.is_multipart():
            parts.append(part)
    start = str(message.get_param("start") or "").strip()
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in parts:
        if start and part.get("Content-ID", "").strip() == start:
            return part
    for part in parts:
        if address and part.get("Content-Location", "").strip() == str(address).strip():
            return part
    return parts[0] if parts else None


def _said(page: Message, payload: bytes, how: ReadAs) -> ReadAs:
    """With the encoding the part's header says, where it fits."""
    charset = page.get_content_charset()
    if how.encoding is not None or charset is None:
        return how
    try:
        payload.decode(charset)
    except (LookupError, ValueError):
        return how
    return replace(how, encoding=charset)


def _cut_short(read: Content, message: Message, page: Message, name: str) -> Content:
    """Says so where the page itself may lack its end."""
    defects = [type(each).__name__ for each in (*message.defects, *page.defects)]
    *_, last = message.walk()
    if any(each in _CUT for each in defects) and last is page:
        return replace(
            read, notices=(*read.notices, PartsUnread(name, ("its end, which is missing",)))
        )
    return read


def _told(read: Content, message: Message, page: Message) -> Content:
    """The address it was saved from, and the title, where the page has none."""
    card, cues = read.card, read.cues
    blocks = read.blocks
    told = {field for field, _ in cues}
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    address = str(address).strip()
    if "url" not in told and _is_address(address):
        card = card.with_value("url", address)
        cues = (*cues, ("url", "address it was saved from"))
    title = _text(message.get("Subject"))
    if "headline" not in told and title:
        card = card.with_value("headline", title)
        cues = (*cues, ("headline", "subject of the saved page"))
        if not any(each.role is Role.HEADING for each in blocks[:1]):
            blocks = (Block(title, Role.HEADING, "headline: subject of the saved page"), *blocks)
    return replace(read, card=card, cues=cues, blocks=blocks)


def _text(header: object) -> str:
    """An encoded header as text."""
    try:
        return " ".join(str(make_header(decode_header(str(header or "")))).split())
    except (LookupError, ValueError):
        return ""


def _is_address(value: str) -> bool:
    try:
        return urlsplit(value).scheme in ("http", "https")
    except ValueError:
        return False

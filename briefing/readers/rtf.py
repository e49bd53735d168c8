"""RTF: read here and not by a library.

striprtf was tried on files that LibreOffice wrote: it loses notes, page headers and text boxes,
shows hidden and deleted text, knows no styles, and takes twice as long.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from briefing.errors import (
    BadValue,
    ChangesAccepted,
    Damaged,
    EmptySource,
    Notice,
    PartsUnread,
    PictureOfText,
)
from briefing.model.article import ReadAs
from briefing.progress import Checkpoint
from briefing.readers.content import Content
from briefing.readers.office import properties, rtfbody
from briefing.readers.office.counting import counted

FORMAT = rtfbody.FORMAT
_STARTS = (b"{\\rtf", b"{\\urtf")
_BEFORE = b"\xef\xbb\xbf \r\n\t\0"


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:
    """``how.encoding`` is of the bytes whose font does not say another.

    Raises EmptySource, Damaged, TooDeep, PictureOfText, and BadValue for no encoding.
    """
    bare = data.lstrip(_BEFORE)
    if not bare:
        raise EmptySource(name)
    if not bare.startswith(_STARTS):
        raise Damaged(name, FORMAT, "it does not begin as one")
    found = rtfbody.read(bare, name, _codec(how.encoding), checkpoint)
    blocks, card, cues = properties.titled(found.blocks, found.title, found.styled_title)
    if not any(each.text.strip() for each in blocks):
        if b"\\pict" in bare:
            raise PictureOfText(name, 1)
        if found.open_groups:
            raise Damaged(name, FORMAT, "it ends too early")
    return Content(
        (*found.headers, *blocks, *found.footers),
        card,
        cues,
        notices=tuple(_notices(name, found)),
    )


def _codec(encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        b"a".decode(encoding)  # some codecs are not of text
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        expected = "the name of an encoding that fits the file, such as cp1252"
        raise BadValue("encoding", encoding, expected) from None


def _notices(name: str, found: rtfbody.Read) -> Iterator[Notice]:
    if found.insertions or found.deletions:
        yield ChangesAccepted(name, found.insertions, found.deletions)
    parts = [counted(what, count) for what, count in found.tally.items() if count]
    if found.open_groups > 1:
        parts.append("its end: the file is cut off")
    if found.rest:
        parts.append(f"{found.rest} bytes that follow its end")
    if parts:
        yield PartsUnread(name, tuple(parts))

"""Plain text."""

from __future__ import annotations

from briefing.errors import CharactersRemoved
from briefing.model.article import ReadAs
from briefing.model.cleaning import clean
from briefing.progress import Checkpoint
from briefing.readers import decoding, paragraphs
from briefing.readers.content import Block, Content


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:
    """Raises NotText and BadValue."""
    decoded = decoding.decode(data, name, how.encoding)
    checkpoint()
    cleaned = clean(decoded.text)  # before the lines are looked at: it makes their ends even
    checkpoint()
    notices = decoded.notices
    if cleaned.removed:
        notices = (*notices, CharactersRemoved(name, cleaned.removed))
    return Content(
        tuple(Block(each) for each in paragraphs.split(cleaned.text)),
        encoding=decoded.encoding,
        notices=notices,
    )

"""Readers take bytes and give an Article, or raise an error with facts.

A format is a row of ``READERS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Protocol

from briefing.errors import TooLarge, UnsupportedFormat
from briefing.model.article import Article
from briefing.model.cleaning import clean_line
from briefing.readers import txt

LIMIT = 2_000_000
"""Bytes. An article has thousands; the window stays at hand up to some hundred thousand."""


class Reader(Protocol):
    def __call__(
        self, data: bytes, name: str, *, encoding: str | None, checkpoint: Callable[[], None]
    ) -> Article: ...


READERS: dict[str, Reader] = {".txt": txt.read, ".text": txt.read}


def read(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    checkpoint: Callable[[], None] = lambda: None,
) -> Article:
    """Read a file's bytes; ``name`` is its file name, whose suffix tells the format.

    ``encoding`` overrides what the bytes seem to be. ``checkpoint`` is called now and then,
    and may raise Cancelled. Raises TooLarge, UnsupportedFormat, NotText, EmptySource, and
    BadValue when ``encoding`` does not fit.
    """
    name = _clean(name)
    suffix = PurePath(name).suffix.lower()
    # A file without a suffix is read as text; if it is none, that shows in its bytes.
    reader = READERS.get(suffix) if suffix else txt.read
    if reader is None:
        raise UnsupportedFormat(name, suffix, tuple(READERS))
    if len(data) > LIMIT:
        raise TooLarge(name, len(data), LIMIT)
    return reader(data, name, encoding=encoding, checkpoint=checkpoint)


def read_pasted(text: str, *, checkpoint: Callable[[], None] = lambda: None) -> Article:
    """Read text from the clipboard. Raises EmptySource and TooLarge."""
    # A lone surrogate has no UTF-8; it is kept as it is, to be counted among what is removed.
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > LIMIT:
        raise TooLarge(txt.PASTED, len(data), LIMIT)
    return txt.article_from(text, txt.PASTED, data, checkpoint=checkpoint)


def _clean(name: str) -> str:
    """A file name as it can be shown and saved; bytes of it that are no text show as such."""
    unknown = "\N{REPLACEMENT CHARACTER}"
    return clean_line(re.sub("[\ud800-\udfff]", unknown, name)) or unknown

"""Readers take bytes and give an Article, or raise an error with facts.

A format is a row of ``READERS``. Everything that parses goes through ``briefing.reading``, which
runs it in a process of its own with limits; these functions know nothing of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Protocol

from briefing.errors import BriefingError, Mislabelled
from briefing.model.article import Article, ReadAs
from briefing.model.cleaning import clean_line
from briefing.progress import Checkpoint, unchecked
from briefing.readers import assembling, formats, txt
from briefing.readers.content import Attachment, Content

PASTED = "Pasted text"
"""The name of an article that came from the clipboard."""


class Reader(Protocol):
    def __call__(self, data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content: ...


def _late(module: str) -> Reader:
    """The reader in a module that is imported when it is first used: a file needs only one."""

    def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:
        reader: Reader = import_module(f"briefing.readers.{module}").read
        return reader(data, name, how, checkpoint)

    return read


_HTML, _MHTML, _WORD = _late("html"), _late("mhtml"), _late("ooxml")

READERS: dict[str, Reader] = {
    ".txt": txt.read,
    ".text": txt.read,
    ".md": _late("md"),
    ".html": _HTML,
    ".htm": _HTML,
    ".mhtml": _MHTML,
    ".mht": _MHTML,
    ".docx": _WORD,
    ".docm": _WORD,
    ".odt": _late("odt"),
    ".rtf": _late("rtf"),
    ".pdf": _late("pdf"),
    ".eml": _late("eml"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds."""

    article: Article
    attachments: tuple[Attachment, ...] = ()


def read(
    data: bytes, name: str, how: ReadAs | None = None, checkpoint: Checkpoint = unchecked
) -> Found:
    """Read a file's bytes, by what they are first and by the suffix of ``name`` second.

    Raises UnsupportedFormat, Refused, EmptySource, TextTooLong, BadValue when ``how.encoding``
    does not fit, and what the format's reader raises.
    """
    how = how or ReadAs()
    name = clean_name(name)
    suffix = how.format or formats.tell(data, name)
    content = READERS[suffix](data, name, how, checkpoint)
    if how.format is None and formats.mislabelled(name, suffix):
        notice = Mislabelled(name, formats.NAMES[suffix])
        content = replace(content, notices=(notice, *content.notices))
    article = assembling.article(content, name, data, format=suffix, how=how, checkpoint=checkpoint)
    return Found(article, content.attachments)


def pasted(text: str, html: str = "") -> tuple[bytes, str, ReadAs]:
    """What came from the clipboard as arguments of ``read``; ``html`` where the text has form.

    Of formatted text all is kept: the person has chosen it already.
    """
    data = (html or text).encode("utf-8", "surrogatepass")
    return data, PASTED, ReadAs(".html" if html else ".txt", "utf-8", whole=bool(html))


def read_pasted(text: str, html: str = "", checkpoint: Checkpoint = unchecked) -> Article:
    """Read from the clipboard. Raises EmptySource and TextTooLong."""
    return read(*pasted(text, html), checkpoint).article


def is_light(data: bytes, name: str, how: ReadAs) -> bool:
    """Whether only code of our own will look at it, and it is soon done."""
    if len(data) > _LIGHT:
        return False
    try:
        return (how.format or formats.tell(data, name)) in _PLAIN
    except BriefingError:
        return True  # it is refused at once


_LIGHT = 200_000
"""Bytes."""
_PLAIN = (".txt", ".text")


def clean_name(name: str) -> str:
    """A file name as it can be shown and saved; bytes of it that are no text show as such."""
    unknown = "\N{REPLACEMENT CHARACTER}"
    return clean_line(re.sub("[\ud800-\udfff]", unknown, name)) or unknown

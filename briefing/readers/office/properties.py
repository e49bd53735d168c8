"""The title in a file's properties, which is often that of another file.

People begin a file by changing an older one, and the properties stay behind. So a title counts if
the text shows it too, or if the text begins at once without one. The creator is whoever owns the
machine, and the dates are those of the file: neither is about the article, and neither is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.lexicon import words
from briefing.model.article import Role, SourceCard
from briefing.readers.content import Block

CUE = "title in the file's properties"
_AMONG = 10
"""Paragraphs from the first, where a title may stand."""
_SENTENCE = 60
"""Characters; a shorter first paragraph may be a title itself."""
_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FILE_NAME = re.compile(r"\S+\.\w{2,5}")
Found = tuple[tuple[Block, ...], SourceCard, tuple[tuple[str, str], ...]]


def titled(blocks: Sequence[Block], title: str, styled: str = "") -> Found:
    """Blocks, card and cues. ``styled`` is the text of a paragraph in the style of a title."""
    if styled:
        return tuple(blocks), SourceCard(title=_even(styled)), (("headline", "style of a title"),)
    title = _even(title)
    if not title or _is_generic(title):
        return tuple(blocks), SourceCard(), ()
    card, cues = SourceCard(title=title), (("headline", CUE),)
    shown = [index for index, each in enumerate(blocks) if each.role is not Role.NOTICE][:_AMONG]
    for index in shown:
        if _even(blocks[index].text).casefold() == title.casefold():
            found = replace(blocks[index], role=Role.HEADING, cue=CUE)
            return (*blocks[:index], found, *blocks[index + 1 :]), card, cues
    if shown and (first := blocks[shown[0]]).role is None and _begins(_even(first.text)):
        return tuple(blocks), card, cues
    return tuple(blocks), SourceCard(), ()


def _begins(text: str) -> bool:
    """Whether an article begins so, rather than its headline."""
    return len(text) > _SENTENCE and _END.search(text[-6:]) is not None


def _is_generic(title: str) -> bool:
    plain = title.casefold()
    return (
        plain in words("office", "properties.generic")
        or plain.startswith(words("office", "properties.starts"))
        or _FILE_NAME.fullmatch(plain) is not None
    )


def _even(text: str) -> str:
    return " ".join(text.split())

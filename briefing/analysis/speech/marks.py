"""What stands between quotation marks.

Only the outermost marks count: a quotation within one is part of it. A right single mark is an
apostrophe as well; whether it ends a quotation, what stands around it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.model.article import Article, Paragraph
from briefing.model.span import Span

_CLOSERS = {
    "“": "”",
    "«": "»",
    "»": "«",
    "„": "“”",
    "”": "”",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
}
"""Each mark that can open a quotation, with those that close it."""
_EITHER_WAY = "\"'»”›"
"""Marks that open only where a word begins."""
_DOUBLE = {'"': "“”", "“": '"'}
"""Marks of another kind that stand where one of these should: some typists mix them."""
_SINGLE = "‘‚'"
_MARK = re.compile("[" + "".join({*_CLOSERS, *"".join(_CLOSERS.values())}) + "]")
_MOST_MARKS = 1_000
"""Looked at after one that opens, for the one that closes it."""
_ELISION = re.compile(r"(?:em|tis|twas|til|cause|n|s|\d\ds?)\b")


class Quote(NamedTuple):
    span: Span
    """In the article's text, between the marks and without white space at the ends."""
    outer: Span
    """With the marks."""
    paragraph: str
    closed: bool
    """False when the speech goes on in the next paragraph."""
    continues: bool
    """Whether it goes on from the paragraph before."""

    @property
    def inner(self) -> Span:
        """All that is between the marks."""
        return Span(self.outer.start + 1, self.outer.end - self.closed)


def find(article: Article, paragraphs: Iterable[Paragraph]) -> Iterator[Quote]:
    """Quotations in paragraphs that follow each other. One that is not closed ends with its
    paragraph, and goes on in the next if that begins with a quotation mark: so print marks a
    speech of several paragraphs."""
    is_open = False
    for paragraph in paragraphs:
        text = article.text_of(paragraph)
        goes_on = is_open and text[0] in _CLOSERS
        is_open = False
        for start, end, closed in _within(text):
            offset = paragraph.span.start
            outer = Span(offset + start, offset + end)
            inner = Span(outer.start + 1, outer.end - closed).trimmed(article.text)
            if inner is not None and any(map(str.isalnum, inner.of(article.text))):
                yield Quote(inner, outer, paragraph.id, closed, goes_on and start == 0)
                is_open = not closed


def _within(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, closed) of each quotation in a paragraph, with its marks."""
    marks = [each.start() for each in _MARK.finditer(text)]
    dead: set[str] = set()
    """Single marks that nothing after this place closes."""
    position = 0
    while position < len(marks):
        index = marks[position]
        if text[index] in dead or not _opens(text, index):
            position += 1
            continue
        last = _closing(text, marks, position)
        if last is not None:
            yield index, marks[last] + 1, True
            position = last + 1
        elif text[index] not in _SINGLE or _begins_speech(text, index):
            yield index, len(text), False
            return
        else:
            dead.add(text[index])
            position += 1


def _closing(text: str, marks: list[int], opening: int) -> int | None:
    """Which mark closes the one at a position; None where none does."""
    opener = text[marks[opening]]
    closers = _CLOSERS[opener]
    depth = 0
    doubtful: int | None = None
    first: int | None = None
    curly = 0
    mixed: int | None = None
    """The first mark of the other double kind that nothing opens."""
    for position in range(opening + 1, min(len(marks), opening + _MOST_MARKS)):
        index = marks[position]
        mark = text[index]
        if opener in _DOUBLE and mark in _DOUBLE[opener]:
            if mark in "“":
                curly += 1
            elif curly:
                curly -= 1
            elif mark == "”":
                return position
            elif mixed is None and _closes(text, index, opener) and not _opens(text, index):
                mixed = position
        if mark == opener and _opens(text, index):
            if doubtful is not None:
                break
            depth += 1
        elif mark in closers and _closes(text, index, opener):
            if first is None:
                first = position
            if opener in _SINGLE and not depth and _may_be_genitive(text, index):
                doubtful = position if doubtful is None else doubtful
            elif depth:
                depth -= 1
            else:
                return position
    # Marks that do not pair: the first that can close does.
    found = doubtful if doubtful is not None else first
    return mixed if found is None else found


def _opens(text: str, index: int) -> bool:
    """Whether a mark can open a quotation."""
    mark = text[index]
    if mark not in _CLOSERS:
        return False
    after = text[index + 1 : index + 2]
    if mark not in _EITHER_WAY and mark not in _SINGLE:
        return True
    before = text[index - 1] if index else " "
    if not (before.isspace() or before in "([—–-/‘'“\"„«"):
        return False
    if not after or after.isspace():
        return False
    return not (
        mark in "'‘" and _ELISION.match(text, index + 1) and not _begins_speech(text, index)
    )


def _closes(text: str, index: int, opener: str) -> bool:
    """Whether a mark of the closing kind is none in fact: an apostrophe, an opening."""
    before, after = text[index - 1], text[index + 1 : index + 2]
    if opener not in _SINGLE:
        return opener not in _EITHER_WAY or not (before.isspace() and after.isalnum())
    return not before.isspace() and not after.isalnum()


def _may_be_genitive(text: str, index: int) -> bool:
    """ "the dockers’ union": after an s, and before another word."""
    after = text[index + 1 : index + 3]
    return text[index - 1] in "sxz" and after[:1].isspace() and after[1:].isalnum()


def _begins_speech(text: str, index: int) -> bool:
    """Whether a mark stands where speech begins: first in its paragraph, or after a colon."""
    return not index or text[max(0, index - 2) : index].rstrip().endswith(":")

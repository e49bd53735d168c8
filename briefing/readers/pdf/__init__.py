"""PDF documents: from marks on pages to paragraphs.

``glyphs`` says which words stand where, ``furniture`` takes away what is on every page,
``layout`` finds columns and tables, ``flow`` the paragraphs in them and across them, ``wording``
what a line end hides, ``looks`` what type tells, ``facts`` what the file says of itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.errors import Damaged, Notice, PartsUnread, PictureOfText, TextTooLong
from briefing.model.article import ReadAs, Role
from briefing.progress import Checkpoint
from briefing.readers.content import Block, Content
from briefing.readers.pdf import facts, flow, furniture, layout, looks
from briefing.readers.pdf.document import FORMAT, Document
from briefing.readers.pdf.marks import HYPHEN, Page
from briefing.readers.pdf.wording import Wording

LONGEST = 20_000_000
"""Characters of all pages."""
_STAMP = 60
"""Characters that a scanner or a library puts on a page that is a picture."""
_UNMAPPED = 0.3
"""Share of a page's characters without a meaning, above which it cannot be read."""


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:  # noqa: ARG001
    """Raises Damaged, Encrypted, PictureOfText and TextTooLong."""
    document = Document(data, name)
    try:
        pages = list(_pages(document, name, checkpoint))
        title, author = document.said("Title"), document.said("Author")
        language, attached = document.language, document.attached
    finally:
        document.close()
    readable = _readable(pages, name)
    rest, edges = furniture.parted(readable)
    blocks, headline = _blocks(rest, checkpoint)
    card, cues = facts.card(title, author, language, headline, blocks, edges)
    return Content((*blocks, *edges), card, cues, notices=tuple(_unread(pages, attached, name)))


def _pages(document: Document, name: str, checkpoint: Checkpoint) -> Iterator[Page]:
    length = 0
    for index in range(document.pages):
        checkpoint(index, document.pages)
        page = document.page(index)
        length += page.length
        if length > LONGEST:
            raise TextTooLong(name, length, LONGEST)
        yield page
    checkpoint(document.pages, document.pages)


def _readable(pages: Sequence[Page], name: str) -> list[Page]:
    """The pages without letters that nobody knows. Raises Damaged and PictureOfText."""
    if all(each.failed for each in pages):
        raise Damaged(name, FORMAT, "none of its pages can be read")
    pictures = [each for each in pages if _is_picture(each)]
    if pictures and all(_is_picture(each) or not each.length for each in pages):
        raise PictureOfText(name, len(pictures))
    strange = [each for each in pages if _is_strange(each)]
    if strange and all(_is_strange(each) or each.length <= _STAMP for each in pages):
        raise Damaged(name, FORMAT, "its letters have no code, so nobody can tell which they are")
    return [
        replace(each, pieces=(), turned=(), outside=()) if _is_strange(each) else each
        for each in pages
    ]


def _is_picture(page: Page) -> bool:
    return page.is_picture and page.length <= _STAMP


def _is_strange(page: Page) -> bool:
    return page.unmapped > _UNMAPPED * max(page.length, 1)


def _blocks(pages: Sequence[Page], checkpoint: Checkpoint) -> tuple[list[Block], str]:
    """The paragraphs, and the headline if there is one."""
    columns: list[list[layout.Column]] = []
    for page in pages:
        checkpoint()
        columns.append(layout.columns(page.pieces))
    look = flow.look(columns)
    numbered = [(page.number, each) for page, each in zip(pages, columns, strict=True)]
    made = flow.passages(numbered, look, checkpoint)
    look = replace(look, indents=flow.indents(made, look))
    made = flow.joined(made, look)
    lines = [line.text for each in made for line in each.lines]
    wording = Wording(lines, flow.is_justified(made))
    by_number = {page.number: page for page in pages}
    largest = looks.headline_size(made, pages[0])
    blocks: list[Block] = []
    headline = ""
    for number, each in enumerate(made):
        if number % 200 == 0:
            checkpoint()
        text = wording.text([line.text for line in each.lines])
        role, cue = looks.role(each, text, look, by_number[each.page], largest)
        if cue == looks.HEADLINE and not headline:
            headline = text
        blocks.append(Block(text, role, cue))
    blocks += _beside(pages)
    return blocks, headline


def _beside(pages: Sequence[Page]) -> Iterator[Block]:
    """Words that are no part of the page as it is read."""
    for page in pages:
        for each in page.turned:
            cue = f"text that runs another way, on page {page.number}"
            yield Block(each.text.replace(HYPHEN, "-"), Role.NOTICE, cue)
        for each in page.outside:
            cue = f"text beyond the edge of page {page.number}"
            yield Block(each.text.replace(HYPHEN, "-"), Role.NOTICE, cue)


def _unread(pages: Sequence[Page], attached: int, name: str) -> Iterator[Notice]:
    parts = [
        *_listed([each.number for each in pages if _is_picture(each)], "a picture"),
        *_listed([each.number for each in pages if _is_strange(each)], "letters without a code"),
        *_listed([each.number for each in pages if each.failed], "damaged"),
    ]
    notes, filled = sum(each.notes for each in pages), sum(each.filled for each in pages)
    for count, what in (
        (notes, "note{} in the margin"),
        (filled, "filled-in form field{}"),
        (attached, "attached file{}"),
    ):
        if count:
            parts.append(f"{count} {what.format('s' if count > 1 else '')}")
    if parts:
        yield PartsUnread(name, tuple(parts))


def _listed(numbers: Sequence[int], what: str) -> Iterator[str]:
    """``pages 3 to 7 (…)`` for each run of pages."""
    start = 0
    for index, number in enumerate(numbers):
        if index + 1 < len(numbers) and numbers[index + 1] == number + 1:
            continue
        first = numbers[start]
        where = f"page {first}" if first == number else f"pages {first} to {number}"
        yield f"{where} ({what})"
        start = index + 1

"""From markup to the finished document.

The markup is a small well-formed XML vocabulary with HTML's names::

    briefing    the root: title, marking, author, subject, keywords (parted by ;), language, page,
                notes (footnotes, endnotes or annex)
    header, footer                         inlines; lines on every page
    numbering                              inlines; follows the footer, unless the house style
                                           numbers the pages itself
    h1 h2 h3, p, blockquote, ul/ol with li, table (class, widths) with tr, th, td
    annex (title)                          where the notes are listed, if they are an annex
    b i a small br page pages              inlines; small is muted
    span (lang)                            inlines; a foreign passage
    cite gap note                          inlines; a source mark, something that is missing, a note

``class`` on p names a ParagraphStyle, on table a TableStyle; ``source`` on a block, td or note is
the sources behind it. White space collapses as in HTML, but a no-break space is a letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.markup.annex import Annex, has_notes
from briefing.markup.inlines import LANGUAGE, inlines, line, sources
from briefing.markup.tree import HEADINGS, Element, Tree, elements, fail
from briefing.model.brief import (
    Block,
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    Notes,
    Page,
    Paragraph,
    ParagraphStyle,
    Table,
    TableStyle,
)

_LISTS = {"ul": ParagraphStyle.BULLET, "ol": ParagraphStyle.NUMBER}
_BLOCKS = frozenset({"p", "blockquote", "table", *_LISTS, *HEADINGS})
_PARAGRAPH_CLASSES = tuple(
    each.value
    for each in ParagraphStyle
    if each not in (ParagraphStyle.BULLET, ParagraphStyle.NUMBER)
)
_ANNEX = "annex"
_NOTES = (Notes.FOOTNOTES.value, Notes.ENDNOTES.value, _ANNEX)


def parse(markup: str) -> Brief:
    """Raises MarkupProblem."""
    root = Tree().build(markup)
    if root.tag != "briefing":
        fail(root, f"the outermost element is <{root.tag}>, not <briefing>")
    title, marking = (line(root.attributes.get(each, "")) for each in ("title", "marking"))
    for name, text in (("title", title), ("marking", marking)):
        if not text:
            fail(root, f"<briefing> needs the attribute {name}, with text in it")
    language = root.attributes.get("language", "en-GB")
    if not LANGUAGE.fullmatch(language):
        fail(root, f"language “{language}” is not a language tag such as en-GB")
    page = _choice(root, "page", ["", *(each.value for each in Page)], "")
    notes = _choice(root, "notes", _NOTES, Notes.FOOTNOTES)
    keywords = (line(each) for each in root.attributes.get("keywords", "").split(";"))
    header: tuple[Inline, ...] = ()
    footer: tuple[Inline, ...] = ()
    numbering: tuple[Inline, ...] = ()
    blocks: list[Block] = []
    annex = Annex() if notes == _ANNEX else None
    listed = False
    for child in elements(root):
        if child.tag == "header":
            header = _edge(child)
        elif child.tag == "footer":
            footer = _edge(child)
        elif child.tag == "numbering":
            numbering = _edge(child)
        elif child.tag == _ANNEX:
            if listed:
                fail(child, "there is more than one <annex/>, and each note stands in one")
            listed = True
            if annex:
                blocks += annex.blocks(line(child.attributes.get("title", "")) or "Annex")
        else:
            some = list(_blocks(child))
            if annex and listed and any(has_notes(each) for each in some):
                fail(child, "a note stands below <annex/>, which lists those above it")
            blocks += annex.without_notes(some) if annex else some
    if annex and not listed:
        fail(root, "the notes are an annex, and no <annex/> says where it stands")
    return Brief(
        title,
        tuple(blocks),
        marking,
        header,
        footer,
        Page(page) if page else None,
        language,
        line(root.attributes.get("author", "")),
        line(root.attributes.get("subject", "")),
        tuple(each for each in keywords if each),
        Notes(notes) if annex is None else Notes.FOOTNOTES,
        numbering,
    )


def _edge(element: Element) -> tuple[Inline, ...]:
    """A line that is the same on many pages, where no note could stand."""
    words = inlines(element)
    if any(isinstance(each, Note) for each in words):
        fail(element, f"a note stands in <{element.tag}>; notes belong to the text")
    return words


def _blocks(element: Element) -> Iterator[Block]:
    cited = sources(element)
    if element.tag in HEADINGS:
        if words := inlines(element):
            yield Heading(HEADINGS[element.tag], words, cited)
    elif element.tag == "p":
        style = _choice(element, "class", _PARAGRAPH_CLASSES, ParagraphStyle.NORMAL)
        if words := inlines(element):
            yield Paragraph(ParagraphStyle(style), words, cited)
    elif element.tag == "blockquote":
        yield from _paragraphs(element, ParagraphStyle.QUOTE)
    elif element.tag in _LISTS:
        for item in elements(element):
            if item.tag != "li":
                fail(item, f"<{item.tag}> stands in <{element.tag}>; only <li> can")
            if words := inlines(item):
                yield Paragraph(_LISTS[element.tag], words, sources(item))
    elif element.tag == "table":
        yield _table(element)
    else:
        fail(element, f"<{element.tag}> cannot stand here; these can: {', '.join(sorted(_BLOCKS))}")


def _paragraphs(element: Element, style: ParagraphStyle) -> Iterator[Paragraph]:
    """Content that is either inlines or several <p>."""
    if any(isinstance(each, Element) and each.tag == "p" for each in element.children):
        for child in elements(element):
            if child.tag != "p":
                fail(child, f"<{child.tag}> stands beside <p>; put it inside one")
            if words := inlines(child):
                own = _choice(child, "class", _PARAGRAPH_CLASSES, style)
                yield Paragraph(ParagraphStyle(own), words, sources(child) or sources(element))
    elif words := inlines(element):
        yield Paragraph(style, words, sources(element))


def _table(element: Element) -> Table:
    style = _choice(element, "class", [each.value for each in TableStyle], TableStyle.GRID)
    rows: list[tuple[Cell, ...]] = []
    for row in elements(element):
        if row.tag != "tr":
            fail(row, f"<{row.tag}> stands in <table>; only <tr> can")
        cells = tuple(_cell(each) for each in elements(row))
        if not cells:
            fail(row, "the row has no cells")
        if rows and len(cells) != len(rows[0]):
            fail(row, f"the row has {len(cells)} cells, the first row has {len(rows[0])}")
        rows.append(cells)
    if not rows:
        fail(element, "the table has no rows")
    heads = 0
    while heads < len(rows) - 1 and all(each.header for each in rows[heads]):
        heads += 1
    return Table(TableStyle(style), tuple(rows), _widths(element, len(rows[0])), heads)


def _cell(element: Element) -> Cell:
    if element.tag not in ("th", "td"):
        fail(element, f"<{element.tag}> stands in <tr>; only <th> and <td> can")
    return Cell(tuple(_paragraphs(element, ParagraphStyle.NORMAL)), element.tag == "th")


def _widths(table: Element, columns: int) -> tuple[float, ...]:
    given = table.attributes.get("widths", "").split()
    if not given:
        return (1 / columns,) * columns
    try:
        numbers = [float(each) for each in given]
    except ValueError:
        fail(table, f"widths “{table.attributes['widths']}” are not numbers parted by spaces")
    if len(numbers) != columns:
        fail(table, f"there are {len(numbers)} widths for {columns} columns")
    if not all(0 < each < float("inf") for each in numbers):
        fail(table, "a width is not above 0")
    return tuple(each / sum(numbers) for each in numbers)


def _choice(
    element: Element, attribute: str, known: list[str] | tuple[str, ...], default: str
) -> str:
    value = element.attributes.get(attribute, default)
    if value not in known:
        fail(element, f"{attribute} “{value}” is not one of {', '.join(known)}")
    return value

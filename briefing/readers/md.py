"""Markdown: CommonMark with tables, as markdown-it reads it.

Marks become what they mean, so ``*no*`` is “no”; the numbers of a list stay, its bullets go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from briefing.errors import CharactersRemoved, TooDeep
from briefing.model.article import ReadAs, Role
from briefing.model.cleaning import clean
from briefing.progress import Checkpoint
from briefing.readers import decoding, frontmatter, paragraphs, xml
from briefing.readers.content import Block, Content
from briefing.readers.office import tables
from briefing.readers.xml import Element

FORMAT = "Markdown text"
_DEEPEST = 60
"""Quotations and lists in each other; what lies deeper, the library leaves out."""
_EVERY = 1000
"""Tokens between two checkpoints."""
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:")
_MARK = re.compile(r"[ \t]?\[\^([^\]\s]{1,40})\]")
_FOOTNOTE = "footnote "
_NEXT_NOTE = re.compile(r"\n(?=\[\^[^\]\s]{1,40}\]:)")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.I)
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "td", "th", "table", "ul", "ol", "dl", "dt", "dd", "h1", "h2",
     "h3", "h4", "h5", "h6", "figure", "figcaption", "section", "article", "header", "footer",
     "blockquote", "details", "summary", "pre", "hr"}
)  # fmt: skip
"""HTML's elements that begin a paragraph."""
_UNSEEN = ("script", "style", "template", "head")
Token = Any
"""Of markdown-it."""


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:
    """Raises NotText, BadValue and TooDeep."""
    decoded = decoding.decode(data, name, how.encoding)
    checkpoint()
    text, notices = decoded.text, decoded.notices
    if "\0" in text:  # which the library would show as something else; the rest is cleaned later
        cleaned = clean(text)
        text, notices = cleaned.text, (*notices, CharactersRemoved(name, cleaned.removed))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = frontmatter.read(text)
    if front.lines:
        text = text.split("\n", front.lines)[front.lines] if "\n" in text else ""
    blocks = _Walk(name, checkpoint).run(_tokens(text, name))
    return Content(
        (*_without_double(front.blocks, blocks), *blocks),
        front.card,
        front.cues,
        encoding=decoded.encoding,
        notices=notices,
    )


def _without_double(front: Sequence[Block], blocks: Sequence[Block]) -> Iterator[Block]:
    """A title that the text begins with stands there."""
    first = blocks[0] if blocks else None
    for each in front:
        if first is None or each.role is not Role.HEADING or each.text != first.text:
            yield each


def _tokens(text: str, name: str) -> list[Token]:
    from markdown_it import MarkdownIt  # late

    parser: Any = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    reference: Any = next(
        each.fn for each in parser.block.ruler.__rules__ if each.name == "reference"
    )

    def no_note(state: Any, start: int, end: int, silent: bool) -> bool:
        """``[^1]: Ibid.`` is a note, not the address of a link."""
        if state.src.startswith("[^", state.bMarks[start] + state.tShift[start]):
            return False
        return bool(reference(state, start, end, silent))

    parser.block.ruler.at("reference", no_note)
    try:
        return list(parser.parse(text))
    except RecursionError:
        raise TooDeep(name, FORMAT) from None


@dataclass(slots=True)
class _Open:
    """What the tokens at hand lie in."""

    role: Role | None = None
    cue: str = ""
    label: str = ""
    rows: list[list[list[Block]]] = field(default_factory=list[list[list[Block]]])


class _Walk:
    def __init__(self, name: str, checkpoint: Checkpoint) -> None:
        self.name, self.checkpoint = name, checkpoint
        self.blocks: list[Block] = []
        self.outer: list[Block] = []
        """The blocks around the table at hand."""
        self.open = _Open()
        self.items = 0
        """Items of lists in each other."""

    def run(self, tokens: Sequence[Token]) -> list[Block]:
        for at, token in enumerate(tokens):
            if at % _EVERY == 0:
                self.checkpoint(at, len(tokens))
            self.token(token)
        return list(_with_notes(self.blocks))

    def token(self, token: Token) -> None:
        open = self.open
        match token.type:
            case "inline":
                self.inline(token.children or ())
            case "heading_open":
                open.role, open.cue = Role.HEADING, f"Markdown heading {token.tag[1:]}"
            case "heading_close":
                open.role, open.cue = None, ""
            case "list_item_open":
                self.check_depth(token)
                self.items += 1
                open.label = f"{token.info}{token.markup}" if token.info else ""
            case "blockquote_open":
                self.check_depth(token)
            case "list_item_close":
                open.label = ""
                self.items -= 1
            case "fence" | "code_block":
                self.blocks += [Block(each) for each in paragraphs.split(token.content)]
            case "html_block":
                self.blocks += [Block(each) for each in _visible(token.content, self.name)]
            case "table_open":
                open.rows = []
                self.outer, self.blocks = self.blocks, []
            case "tr_open":
                open.rows.append([])
            case "th_close" | "td_close":
                open.rows[-1].append(self.blocks)
                self.blocks = []
            case "table_close":
                self.blocks = self.outer
                self.blocks += tables.blocks(open.rows)
            case _:
                pass

    def check_depth(self, token: Token) -> None:
        if token.level + 1 >= _DEEPEST:
            raise TooDeep(self.name, FORMAT)

    def inline(self, children: Sequence[Token]) -> None:
        text, pictures = _text(children)
        for part in _NEXT_NOTE.split(text):
            role, cue = self.open.role, self.open.cue
            if (note := _NOTE.match(part)) is not None:
                role, cue = Role.NOTICE, f"{_FOOTNOTE}{note[1]}"
                part = part[note.end() :]
            if part.strip():
                label, self.open.label = self.open.label, ""
                text = f"{label} {part}" if label else part
                self.blocks.append(Block(text.strip(), role, cue, self.items > 0))
        for each in pictures:
            self.blocks.append(Block(each, Role.CAPTION, "description of a picture"))


def _with_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """Each note after the paragraph that refers to it, in which no mark of it stays."""
    cues = {each.cue for each in blocks if each.cue.startswith(_FOOTNOTE)}

    def without(mark: re.Match[str]) -> str:
        return "" if f"{_FOOTNOTE}{mark[1]}" in cues else mark[0]

    notes: dict[str, list[Block]] = {cue: [] for cue in cues}
    referred: dict[int, list[str]] = {}
    for number, each in enumerate(blocks):
        if each.cue in cues:
            notes[each.cue].append(replace(each, text=_MARK.sub(without, each.text)))
        elif found := [f"{_FOOTNOTE}{name}" for name in _MARK.findall(each.text)]:
            referred[number] = [cue for cue in found if cue in cues]
    known = {cue for found in referred.values() for cue in found}
    for number, each in enumerate(blocks):
        if number in referred:
            yield replace(each, text=_MARK.sub(without, each.text))
            for cue in referred[number]:
                yield from notes.pop(cue, ())
        elif each.cue not in known:  # what nothing refers to stays where it is
            yield each


def _text(children: Sequence[Token]) -> tuple[str, list[str]]:
    """What shows, and what pictures in it are said to show."""
    pieces: list[str] = []
    pictures: list[str] = []
    for each in children:
        match each.type:
            case "text" | "code_inline" | "text_special":
                pieces.append(each.content)
            case "softbreak" | "hardbreak":
                pieces.append("\n")
            case "html_inline":
                pieces.append("\n" if _LINE_BREAK.fullmatch(each.content) else "")
            case "image":
                alternative, inner = _text(each.children or ())
                said = (alternative, *inner, str(each.attrGet("title") or ""))
                pictures += dict.fromkeys(part for part in said if part.strip())
            case _:
                pass
    return "".join(pieces), pictures


def _visible(html: str, name: str) -> list[str]:
    """The text of a piece of HTML, by its paragraphs."""
    root = xml.parse_html(html, name, FORMAT)
    if root is None:
        return []
    pieces: list[str] = []
    found: list[str] = []

    def begin(element: Element) -> bool:
        if element.tag in _BLOCKS:
            found.extend(_flushed(pieces))
        unseen = element.tag in _UNSEEN
        if element.text and not unseen:
            pieces.append(element.text)
        return unseen

    def end(element: Element) -> None:
        if element.tag in _BLOCKS:
            found.extend(_flushed(pieces))
        if element.tail:
            pieces.append(element.tail)

    xml.walk(root, begin, end)
    return [*found, *_flushed(pieces)]


def _flushed(pieces: list[str]) -> Iterator[str]:
    if text := "".join(pieces).strip():
        yield text
    pieces.clear()

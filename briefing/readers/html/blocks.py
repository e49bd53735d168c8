"""A page as its blocks of text in document order, each knowing what stands around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.errors import TextTooLong, TooDeep
from briefing.progress import Checkpoint
from briefing.readers.assembling import LONGEST
from briefing.readers.html import parsing
from briefing.readers.html.inline import WHITE, Run, parts, within, words
from briefing.readers.html.names import Kind, kinds

_BLOCKS = frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend",
    "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "amp-sidebar", "amp-ad",
    "amp-social-share", "frameset", "noframes",
})  # fmt: skip
_SKIPPED = frozenset({
    "script", "style", "template", "svg", "math", "head", "title", "noscript", "iframe",
    "object", "audio", "video", "canvas", "select", "datalist", "textarea", "input",
    "map", "img", "picture", "param", "area", "link", "meta", "base",
    "frame", "applet", "progress", "meter", "noembed",
})  # fmt: skip
# Not among them: "embed", "source", "track", which have nothing in them, though the parser, which
# is older than they are, puts all the rest of the page there.
_TYPED = frozenset({"", "email", "text", "tel"})
"""Fields of forms that ask for something."""
_CONTROLS = frozenset({"button", "label", "option"})
_HEADINGS = frozenset({
    "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_INLINE_CONTEXTS = Kind.CAPTION | Kind.UNSEEN | Kind.SHARE | Kind.TAGS | Kind.PLAYER
"""What a ``span`` may be; other inline names tell of the words in it only."""
_RUNNING = frozenset({
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd", "dt", "blockquote",
})  # fmt: skip
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_MARKS = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}
"""Where a word may be broken: no part of it."""
_DEEPEST = 1500
_BETWEEN_CELLS = " | "
_LONGEST_ROW = 500
"""Letters of a table row that is shown on one line."""


@dataclass(slots=True)
class Node:
    """An element that can hold blocks."""

    index: int
    parent: int
    """Index of its parent; -1 at the root."""
    tag: str
    names: str
    """Its class attribute."""
    kind: int
    """What it says it is."""
    hidden: bool
    depth: int
    asks: bool = False
    """Whether a field to type into stands in it."""


@dataclass(slots=True)
class Block:
    """A paragraph of the page. ``text`` is on one line."""

    index: int
    text: str
    tag: str
    """Of the block element it stands in."""
    node: int
    """Index of that element."""
    linked: int
    """Letters and digits in links."""
    letters: int
    bold: int
    """Of its letters, those in ``b`` and ``strong``."""
    words: int
    kind: int
    """Of all elements around it."""
    hidden: bool
    times: tuple[str, ...] = ()
    """Values of its ``time`` elements."""

    @property
    def link_share(self) -> float:
        return self.linked / self.letters if self.letters else 0.0

    @property
    def is_heading(self) -> bool:
        return self.tag in _HEADINGS

    @property
    def is_prose(self) -> bool:
        """A sentence or more, mostly not a link."""
        long = self.words >= 8 or self.letters >= 60
        return long and self.link_share < 0.5 and not self.is_heading


@dataclass(slots=True)
class Outline:
    blocks: list[Block]
    nodes: list[Node]
    elements: int = 0
    veils: list[tuple[int, Any]] = field(default_factory=list)
    """The outermost hidden elements, each with the index of its node."""

    def chain(self, node: int) -> list[int]:
        """Indices from a node to the root."""
        found: list[int] = []
        while node >= 0:
            found.append(node)
            node = self.nodes[node].parent
        return found

    def is_in(self, node: int, around: int) -> bool:
        """Whether a node is another, or lies in it."""
        while node > around:  # a parent's index is less than its child's
            node = self.nodes[node].parent
        return node == around


def outline(root: Any, name: str, checkpoint: Checkpoint, *, controls: bool = False) -> Outline:
    """All blocks of a tree. ``controls`` keeps what stands on buttons. Raises TooDeep."""
    return _Walk(name, checkpoint, controls).over(root)


def is_veiled(page: Outline) -> bool:
    """Whether next to all of the text is hidden, until a script or a click would show it."""
    shown = sum(each.letters for each in page.blocks if each.is_prose and not each.hidden)
    hidden = sum(each.letters for each in page.blocks if each.is_prose and each.hidden)
    return hidden >= 200 and shown * 4 <= hidden


def unveil(root: Any) -> None:
    """Takes away what hides parts of the page."""
    for element in root.iter():
        show(element)


def show(element: Any) -> None:
    """Takes away what hides it."""
    for name in ("hidden", "aria-hidden", "style"):
        element.attrib.pop(name, None)


class _Walk:
    """One pass over a tree, without recursion."""

    def __init__(self, name: str, checkpoint: Checkpoint, controls: bool) -> None:
        self.name = name
        self.checkpoint = checkpoint
        self.controls = controls
        self.blocks: list[Block] = []
        self.nodes: list[Node] = [Node(0, -1, "html", "", 0, False, 0)]
        self.kinds: list[int] = [0]  # of each node and all around it
        self.veils: list[tuple[int, Any]] = []
        self.here = 0
        self.run = Run()
        self.letters = 0
        self.links = self.bolds = self.pres = 0
        self.rows: list[bool] = []  # of each table row around, whether it is one line

    def over(self, root: Any) -> Outline:
        walker = parsing.walk(root)
        count = depth = 0
        opened: list[bool] = []  # whether each element around is a node
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                count += 1
                if count % 1000 == 0:
                    self.checkpoint()
                depth += 1
                if depth > _DEEPEST:
                    raise TooDeep(self.name, "web page")
                if tag in _SKIPPED or (tag in _CONTROLS and not self.controls) or not tag:
                    walker.skip_subtree()
                    if tag == "input" and (element.get("type") or "").lower() in _TYPED:
                        self.nodes[self.here].asks = True
                    opened.append(False)
                    continue
                opened.append(self._open(element, tag))
                if element.text:
                    self._text(element.text)
            else:
                depth -= 1
                skipped = tag in _SKIPPED or (tag in _CONTROLS and not self.controls) or not tag
                was_node = opened.pop()
                if not skipped:
                    self._close(tag, was_node)
                if element.tail:
                    self._text(element.tail)
        self._flush()
        return Outline(self.blocks, self.nodes, count, self.veils)

    def _open(self, element: Any, tag: str) -> bool:
        """Begins an element; whether it is a node of its own."""
        if tag == "br":
            self.run.pieces.append("\n")
            return False
        if tag == "a":
            self.links += 1
        elif tag in ("b", "strong"):
            self.bolds += 1
        elif tag == "q":
            self.run.pieces.append("“")
        elif tag == "time" and (value := element.get("datetime")):
            self.run.times.append(value[:60])
        elif tag == "pre":
            self.pres += 1
        attributes: Mapping[str, str] = element.attrib
        if tag == "tr":
            self.rows.append(_is_row(element))
        elif tag in ("td", "th") and self.rows and self.rows[-1]:
            self.run.pieces.append(_BETWEEN_CELLS if "".join(self.run.pieces).strip() else "")
            return False
        is_block = tag in _BLOCKS or ("-" in tag and tag.isascii() and bool(len(element)))
        found = kinds(tag, attributes)
        hidden = _is_hidden(attributes, is_block)
        if not is_block:
            inline = found & _INLINE_CONTEXTS
            running = self.nodes[self.here].tag in _RUNNING
            if not hidden and not found & Kind.UNSEEN and (not inline or running or tag == "a"):
                return False
            found = inline
        self._flush()
        parent = self.nodes[self.here]
        index = len(self.nodes)
        names = " ".join(attributes.get("class", "").split())[:200]
        node = Node(
            index, parent.index, tag, names, found, hidden or parent.hidden, parent.depth + 1
        )
        self.nodes.append(node)
        if hidden and not parent.hidden:
            self.veils.append((index, element))
        self.kinds.append(self.kinds[parent.index] | found)
        self.here = index
        return True

    def _close(self, tag: str, was_node: bool) -> None:
        if was_node:
            self._flush()
            self.here = self.nodes[self.here].parent
        if tag == "a":
            self.links -= 1
        elif tag in ("b", "strong"):
            self.bolds -= 1
        elif tag == "q":
            self.run.pieces.append("”")
        elif tag == "pre":
            self.pres -= 1
        elif tag == "tr":
            self.rows.pop()

    def _text(self, text: str) -> None:
        run = self.run
        if self.pres:
            run.pieces.append(text)
        else:
            run.pieces.append(WHITE.sub(" ", text))
        if self.links or self.bolds:
            span = run.span()
            if self.links:
                run.linked.append(span)
            if self.bolds:
                run.bold.append(span)

    def _flush(self) -> None:
        """Ends a run of inline text: a block, or several where empty lines part it."""
        run, self.run = self.run, Run()
        if not run.pieces:
            return
        text = "".join(run.pieces).translate(_MARKS)
        if not text.strip():
            return
        node = self.nodes[self.here]
        lines = parts(text)
        sizes = [sum(map(str.isalnum, each)) for each in lines]
        shares = zip(lines, sizes, within(run.linked, sizes), within(run.bold, sizes), strict=True)
        for part, own, linked, bold in shares:
            self.letters += own
            if self.letters > LONGEST:
                raise TextTooLong(self.name, self.letters, LONGEST)
            self.blocks.append(
                Block(
                    index=len(self.blocks),
                    text=part,
                    tag=node.tag,
                    node=node.index,
                    linked=linked,
                    letters=own,
                    bold=bold,
                    words=words(part, own),
                    kind=self.kinds[node.index],
                    hidden=node.hidden,
                    times=tuple(run.times),
                )
            )


def _is_row(element: Any) -> bool:
    """Whether a table row is one of data: several cells, and nothing but words in them."""
    if not 2 <= len(element) <= 60:
        return False
    inside = element.iterdescendants()
    if any(each.tag not in ("td", "th") and each.tag in _BLOCKS for each in inside):
        return False
    return sum(map(len, element.itertext())) <= _LONGEST_ROW


def _is_hidden(attributes: Mapping[str, str], is_block: bool) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if is_block and attributes.get("aria-hidden") == "true":
        return True  # of a word inside a line, such as its first letter, it says nothing
    style = attributes.get("style")
    return style is not None and _HIDDEN.search(style) is not None

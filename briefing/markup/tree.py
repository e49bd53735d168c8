"""Markup as elements that know their line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from briefing.errors import MarkupProblem

SPACE = " \t\r\n"
"""White space that means nothing: a no-break space, for one, is a letter."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_MAX_DEPTH = 40
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "briefing": frozenset(
        {"title", "marking", "author", "subject", "keywords", "language", "page", "notes"}
    ),
    "p": frozenset({"class", "source"}),
    "li": frozenset({"source"}),
    "blockquote": frozenset({"source"}),
    "td": frozenset({"source"}),
    "table": frozenset({"class", "widths"}),
    "a": frozenset({"href"}),
    "note": frozenset({"source"}),
    "span": frozenset({"lang"}),
    "annex": frozenset({"title"}),
    **dict.fromkeys(HEADINGS, frozenset({"source"})),
    **dict.fromkeys(
        ["header", "footer", "numbering", "ul", "ol", "tr", "th", "b", "i", "small", "cite", "gap"],
        frozenset[str](),
    ),
    **dict.fromkeys(["br", "page", "pages"], frozenset[str]()),
}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list["Element | str"])


class Tree:
    """Reads XML into elements that know their line. No entities, no files, no network."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._root: Element | None = None
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype

    def build(self, markup: str) -> Element:
        # a declared encoding would be untrue of a str: expat is told what it gets
        data = markup.encode("utf-8", "surrogatepass")
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code) or "not well-formed"
            if self._open:
                reason += f" (inside <{self._open[-1].tag}>)"
            raise MarkupProblem(error.lineno, reason) from error
        assert self._root is not None  # expat has refused an empty document
        return self._root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, self._parser.CurrentLineNumber)
        if tag not in _ATTRIBUTES:
            fail(element, f"there is no element <{tag}>; there are: {', '.join(_ATTRIBUTES)}")
        for name in attributes:
            if name not in _ATTRIBUTES[tag]:
                known = ", ".join(sorted(_ATTRIBUTES[tag])) or "none"
                fail(element, f"<{tag}> has no attribute {name}; it has: {known}")
        if len(self._open) >= _MAX_DEPTH:
            fail(element, f"more than {_MAX_DEPTH} elements inside one another")
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _doctype(self, *_: object) -> NoReturn:
        raise MarkupProblem(self._parser.CurrentLineNumber, "a document type is not allowed here")


def elements(element: Element) -> Iterator[Element]:
    """Child elements, where text of its own would be lost."""
    for child in element.children:
        if isinstance(child, Element):
            yield child
        elif child.strip(SPACE):
            shown = child.strip(SPACE)[:30]
            fail(element, f"the text “{shown}” stands in <{element.tag}> outside of any paragraph")


def fail(element: Element, reason: str) -> NoReturn:
    raise MarkupProblem(element.line, reason)

"""Words in a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from briefing.markup.tree import SPACE, Element, fail
from briefing.model.brief import Inline, Note, PageField, Run
from briefing.model.span import Source

_SPACES = re.compile(f"[{SPACE}]+")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ADDRESS_SAFE = "%/:?#[]@!$&'()*+,;=~-._"


def line(text: str) -> str:
    """White space collapsed, none at the ends."""
    return _SPACES.sub(" ", text).strip(" ")


def inlines(element: Element) -> tuple[Inline, ...]:
    """The words in an element: white space collapsed, none at the ends or beside a break."""
    out: list[Inline] = []
    spaced = True  # whether a space here would follow a space or the start of a line
    for each in _flat(element, Run("")):
        if not isinstance(each, Run):
            if isinstance(each, Note):
                _strip_end(out)  # its number stands at the word
            out.append(each)
            spaced = False
            continue
        if each.text == "\n":
            _strip_end(out)
            out.append(each)
            spaced = True
            continue
        text = each.text.removeprefix(" ") if spaced else each.text
        if text:
            out.append(replace(each, text=text))
            spaced = text.endswith(" ")
    _strip_end(out)
    while out and isinstance(out[-1], Run) and out[-1].text == "\n":
        out.pop()
        _strip_end(out)
    return tuple(_joined(out))


def _strip_end(out: list[Inline]) -> None:
    if out and isinstance(out[-1], Run) and out[-1].text.endswith(" "):
        out[-1] = replace(out[-1], text=out[-1].text[:-1])
        if not out[-1].text:
            out.pop()


def _joined(inlines: list[Inline]) -> Iterator[Inline]:
    """Neighbours of one style as one run."""
    last: Inline | None = None
    for each in inlines:
        if (
            isinstance(last, Run)
            and isinstance(each, Run)
            and replace(last, text="") == replace(each, text="")
        ):
            last = replace(last, text=last.text + each.text)
        else:
            if last is not None:
                yield last
            last = each
    if last is not None:
        yield last


def _flat(element: Element, style: Run) -> Iterator[Inline]:
    for child in element.children:
        if isinstance(child, str):
            yield replace(style, text=_SPACES.sub(" ", child))
            continue
        match child.tag:
            case "b":
                yield from _flat(child, replace(style, bold=True))
            case "i":
                yield from _flat(child, replace(style, italic=True))
            case "cite":
                yield from _flat(child, replace(style, mark=True))
            case "gap":
                yield from _flat(child, replace(style, gap=True))
            case "small":
                yield from _flat(child, replace(style, muted=True))
            case "a":
                yield from _flat(child, replace(style, href=_address(child)))
            case "span":
                yield from _flat(child, replace(style, language=_language(child)))
            case "note":
                yield from _note(child)
            case "br":
                _empty(child)
                yield replace(style, text="\n")
            case "page" | "pages":
                _empty(child)
                yield PageField(child.tag)
            case _:
                fail(
                    child,
                    f"<{child.tag}> cannot stand in <{element.tag}>, which holds a line of text",
                )


def _note(element: Element) -> Iterator[Note]:
    """One, or none when it says nothing."""
    said: list[Run] = []
    for each in inlines(element):
        if not isinstance(each, Run):
            fail(element, "a note holds words, and neither page numbers nor notes")
        said.append(each)
    if said:
        yield Note(tuple(said), sources(element))


def _language(element: Element) -> str:
    tag = element.attributes.get("lang", "")
    if not LANGUAGE.fullmatch(tag):
        fail(element, f"lang “{tag}” is not a language tag such as uk or fr-CA")
    return tag


def sources(element: Element) -> tuple[Source, ...]:
    """What its attribute ``source`` names."""
    text = element.attributes.get("source", "")
    try:
        return tuple(Source.parse(each) for each in text.split())
    except ValueError:
        fail(element, f"source “{text}” is not of the form article:start-end")


def _empty(element: Element) -> None:
    if element.children:
        fail(element, f"<{element.tag}/> has nothing in it")


def _address(element: Element) -> str:
    address = element.attributes.get("href", "").strip()
    if not _ADDRESS.fullmatch(address):
        fail(element, f"“{address}” is not a http, https or mailto address")
    return quote(address, safe=_ADDRESS_SAFE)

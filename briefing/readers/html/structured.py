"""What a page tells of its article in data for machines: JSON-LD, and the state of its scripts."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, cast

from briefing.progress import Checkpoint
from briefing.readers.html import parsing
from briefing.readers.html.blocks import outline

Data = dict[str, Any]

_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|NewsRelease|Report)$", re.I)
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)?\s*|\s*(?:-->|//\s*\]\]>|\]\]>|;)?\s*$"
)
_ITEMS = 200_000
"""Values of a page's data that are looked at."""
_MARKUP = re.compile(r"</?(?:p|br|div|a|b|i|em|strong|h\d|ul|li|span|figure|img)\b[^<>]*>", re.I)
_LINES = re.compile(r"[ \t\u00a0]*[\r\n]+\s*")
_SENTENCE = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*\s*$")
_LONG = 60
"""Characters of a value that may be a paragraph."""
_LEAST = 300
"""Characters of a text in data that is worth taking."""
_STATES = ("application/json", "text/json", "application/x-json")


def as_data(value: Any) -> Data:
    """An object of JSON; empty for anything else."""
    return cast("Data", value) if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """A list of JSON; one of anything else."""
    return cast("list[Any]", value) if isinstance(value, list) else [value]


def articles(root: Any) -> list[Data]:
    """The JSON-LD items of a page that are articles, in order."""
    found: list[Data] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for item in _dicts(_parsed(script.text or "")):
            kinds = as_list(item.get("@type"))
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                found.append(item)
    return found


def body(item: Data, checkpoint: Checkpoint) -> list[str]:
    """The paragraphs of an item's ``articleBody``."""
    texts = [each for each in as_list(item.get("articleBody")) if isinstance(each, str)]
    return paragraphs("\n".join(texts), checkpoint)


def paragraphs(text: str, checkpoint: Checkpoint) -> list[str]:
    """Of a value that may have mark-up in it, escaped or not."""
    if "&lt;" in text or "&amp;" in text or "&#" in text or "&quot;" in text or "&nbsp;" in text:
        text = html.unescape(text)
    if _MARKUP.search(text):
        root = parsing.fragment(f"<div>{text}</div>")
        if root is not None:
            page = outline(root, "", checkpoint)
            return [each.text for each in page.blocks if not each.hidden]
    return [each.strip() for each in _LINES.split(text) if each.strip()]


def states(root: Any) -> list[str]:
    """The data that a page's scripts would draw it from, as JSON."""
    return [
        each.text
        for each in root.iter("script")
        if (each.get("type") or "").lower() in _STATES and each.text
    ]


def longest(states: list[str], checkpoint: Checkpoint) -> list[str]:
    """The paragraphs of the longest text in such data.

    Values under one path (``article.body[].content``) are one text.
    """
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for each in states:
        for path, value in _strings(_parsed(each)):
            texts[path].append(value)
    best: list[str] = []
    size = 0
    for values in texts.values():
        checkpoint()
        made = [part for each in dict.fromkeys(values) for part in paragraphs(each, checkpoint)]
        finished = [each for each in made if _SENTENCE.search(each) and len(each) >= _LONG]
        weight = sum(map(len, finished))
        if weight > size and 2 * len(finished) >= len(made):
            best, size = made, weight
    return best if size >= _LEAST else []


def _parsed(text: str) -> Any:
    try:
        return json.loads(_WRAPPED.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _dicts(value: Any) -> Iterator[Data]:
    """All objects in a value, outer ones first, in order."""
    left: list[Any] = [value]
    for _ in range(_ITEMS):
        if not left:
            return
        each = left.pop()
        if data := as_data(each):
            yield data
            left.extend(reversed(data.values()))
        elif isinstance(each, list):
            left.extend(reversed(as_list(cast("list[Any]", each))))


def _strings(value: Any) -> Iterator[tuple[str, str]]:
    """(path without the places in lists, text) of each string that may be a paragraph."""
    left: list[tuple[str, Any]] = [("", value)]
    for _ in range(_ITEMS):
        if not left:
            return
        path, each = left.pop()
        if data := as_data(each):
            left.extend((f"{path}.{key}"[-300:], data[key]) for key in reversed(data))
        elif isinstance(each, list):
            items = as_list(cast("list[Any]", each))
            left.extend((f"{path}[]"[-300:], item) for item in reversed(items))
        elif isinstance(each, str) and len(each) >= _LONG and " " in each.strip():
            yield path, each

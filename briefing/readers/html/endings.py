"""Where the article ends: what stands under a heading of its own, and what readers wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.readers.html import lines
from briefing.readers.html.blocks import Block, Outline

_SHORT = 8
"""Words of a line that may open another part of the page."""
_BRIEF = 5
_SAID = re.compile(r"[\w .’'-]{2,24}:\s")
_ARTICLE = 40
"""Words of prose that must stand above what readers wrote: before, a line only counts comments."""
_SIGNED = 12
"""Words of a name with a time."""
_TIME = re.compile(r"\d{1,2}[:.]\d{2}\b|\d{4}|\d+ \w+ ago|\bvor \d+|\bil y a \d+")
_REPLIES = 3
"""Marks such as "Reply" that make a list of comments."""


@dataclass(slots=True)
class _Part:
    """A part of the page that such a heading opens, while in it."""

    around: int
    """The element it lies in."""
    level: str
    """Of the heading."""
    replies: bool
    before: set[tuple[int, str]]
    """Of the prose above it, the element around and the tag."""
    heading: int
    """Index of the heading."""
    doubtful: bool
    """Whether it could be a sub-heading as well."""
    linked: bool = False
    brief: bool = False
    """Whether the line before is a name or a time."""

    def holds(self, page: Outline, block: Block) -> bool:
        if not page.is_in(block.node, self.around):
            return False
        if block.is_heading and block.tag <= self.level:
            return False
        if not _flows(block) or (page.nodes[block.node].parent, block.tag) not in self.before:
            return True
        if self.doubtful:  # paragraphs like those above are text, but for "Zed: Well said"
            return self.brief or _SAID.match(block.text) is not None
        return self.replies or not self.linked  # they go on under a list of links


def under_others(page: Outline, headline: int | None) -> set[int]:
    """The blocks under a heading such as "Related stories", in the same part of the page."""
    found: set[int] = set()
    replies: set[int] = set()
    part: _Part | None = None
    before: set[tuple[int, str]] = set()
    words = 0
    spans = _spans(page)
    for block in page.blocks:
        if block.hidden:
            continue
        first, last = spans[block.node]
        closes = first < block.index == last and not block.is_heading  # "Read more" ends its box
        if (
            _opens(block)
            and not closes
            and (not (told := lines.opens_comments(block.text)) or words >= _ARTICLE)
        ):
            if part is None or not part.replies or told or not part.holds(page, block):
                level = block.tag if block.is_heading else "h3" if told else "h6"
                around, doubtful = _scope(page, block, spans), lines.is_doubtful(block.text)
                part = _Part(around, level, told, before, block.index, doubtful)
                (replies if told else found).add(block.index)
        elif part is not None:
            if part.holds(page, block):
                (replies if part.replies else found).add(block.index)
                part.linked |= block.link_share > 0.6
                part.brief = block.words <= _BRIEF
                part.doubtful &= not _flows(block)
                continue
            if part.doubtful:
                (replies if part.replies else found).discard(part.heading)
            part = None
        if _flows(block) and (headline is None or block.index > headline):
            before.add((page.nodes[block.node].parent, block.tag))
            words += block.words
    everything = sum(page.blocks[each].letters for each in found if page.blocks[each].is_prose)
    prose = sum(each.letters for each in page.blocks if each.is_prose and not each.hidden)
    return replies | replied(page, headline) | (found if everything < 0.6 * prose else set())


def replied(page: Outline, headline: int | None) -> set[int]:
    """The blocks of parts below the text where lines such as "Reply", or each time another name
    with a time, stand between the others."""
    marks, prose = [0] * len(page.nodes), [0] * len(page.nodes)
    above = [0]  # words of prose below the headline, before each block
    signed: dict[int, str] = {}
    for block in page.blocks:
        if (name := _signed(block)) and not block.hidden:
            signed[block.index] = name
        flows = _flows(block) and (headline is None or block.index > headline)
        above.append(above[-1] + (block.words if flows and not block.hidden else 0))
        prose[block.node] += block.is_prose
        told = block.words <= _SHORT and lines.marks_reply(block.text)
        marks[block.node] += told or block.index in signed
    if sum(marks) < _REPLIES:
        return set()
    for node in reversed(page.nodes):
        if node.parent >= 0:
            prose[node.parent] += prose[node.index]
            marks[node.parent] += marks[node.index]
    spans = _spans(page)
    found: set[int] = set()
    seen: set[tuple[int, int]] = set()
    for node in page.nodes:
        first, last = spans[node.index]
        if marks[node.index] < max(_REPLIES, 0.5 * prose[node.index]) or first in found:
            continue
        if (headline is not None and first <= headline) or above[first] < _ARTICLE:
            continue
        if (first, last) in seen:
            continue
        seen.add((first, last))
        names = [signed[each] for each in range(first, last + 1) if each in signed]
        count = marks[node.index] - len(names)
        if count >= max(_REPLIES, 0.5 * prose[node.index]) or (
            _REPLIES < len(names) <= 2 * prose[node.index] and len(set(names)) >= 0.7 * len(names)
        ):
            found.update(range(first, last + 1))
    return found


def _signed(block: Block) -> str:
    """The beginning of a short line that has a time in it and more than that: often a name."""
    if block.words > _SIGNED or block.is_prose or block.is_heading or len(block.text) > 100:
        return ""
    found = _TIME.search(block.text)
    if found is None:
        return ""
    start = " ".join(block.text[: found.start()].split()[:2])
    return start if any(map(str.isalpha, start)) else ""


def _opens(block: Block) -> bool:
    if block.is_prose or block.words > _SHORT:
        return False
    return (block.link_share < 0.5 or block.is_heading) and lines.is_other(block.text)


def _flows(block: Block) -> bool:
    return block.is_prose and block.link_share < 0.3


def _spans(page: Outline) -> list[tuple[int, int]]:
    """The first and the last block in each node; the first is past the last in an empty one."""
    first, last = [len(page.blocks)] * len(page.nodes), [-1] * len(page.nodes)
    for block in page.blocks:
        first[block.node] = min(first[block.node], block.index)
        last[block.node] = block.index
    for node in reversed(page.nodes):
        if node.parent >= 0:
            first[node.parent] = min(first[node.parent], first[node.index])
            last[node.parent] = max(last[node.parent], last[node.index])
    return list(zip(first, last, strict=True))


def _scope(page: Outline, block: Block, spans: list[tuple[int, int]]) -> int:
    """The element whose rest a heading opens: not the box of the heading alone."""
    node = page.nodes[block.node].parent
    while node > 0 and spans[node] == (block.index, block.index):
        node = page.nodes[node].parent
    return max(node, 0)

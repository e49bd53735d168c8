"""What stands around the text and belongs to it: headline, byline, captions, links between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.article import Role
from briefing.readers import bylines
from briefing.readers.content import Block as Read
from briefing.readers.html import lines
from briefing.readers.html.blocks import Block, Outline
from briefing.readers.html.choosing import Chosen
from briefing.readers.html.names import FURNITURE, Kind
from briefing.readers.html.votes import tokens

_ITEMS = frozenset({"li", "dd", "dt", "td", "th", "tr", "blockquote"})
_PARTED = re.compile(r"\s*[:|»•·]\s+|\s+[-–—/]\s+")
_FEWEST_WORDS = 3
"""Of a headline that is a part of a title."""
_LONGEST_HEADLINE = 45
_LONGEST_BYLINE = 30
_BYLINES = 8
"""Lines under the headline of which one may tell the author."""
_LONGEST_CAPTION = 120
_LONGEST_LINK = 30
"""Words."""
_FEWEST_LETTERS = 8


def headline(page: Outline, titles: Sequence[str]) -> int | None:
    """Index of the block that is the headline: an ``h1`` that is like one of the titles, else
    another heading that is; else the only ``h1``, else a line that is a title word for word."""
    wanted = [frozenset(tokens(each)) for each in titles]
    # "The Courier: World: Bridge at Velmora closes"
    parts = [frozenset(tokens(part)) for each in titles for part in _parts(each)]
    best: tuple[float, int] | None = None
    alone: list[int] = []
    for block in page.blocks:
        if block.hidden or block.words > _LONGEST_HEADLINE or block.kind & Kind.UNSEEN:
            continue
        if not block.is_heading and block.words < 3:
            continue
        if block.tag == "h1" and not block.kind & (Kind.MENU | Kind.FOOT | Kind.LAYER):
            alone.append(block.index)
        words = frozenset(tokens(block.text))
        likeness = max((_likeness(words, each) for each in wanted), default=0.0)
        if block.is_heading and len(words) >= _FEWEST_WORDS:
            likeness = max(likeness, *(0.9 * (words == each) for each in parts), 0.0)
        if lines.is_stamp(block.text):
            continue
        if likeness < (0.5 if block.tag == "h1" else 0.75 if block.is_heading else 0.95):
            continue
        if block.kind & (Kind.MENU | Kind.FOOT | Kind.SIDE | Kind.RELATED) and block.tag != "h1":
            continue
        rank = likeness + (1.0 if block.tag == "h1" else 0.5 if block.is_heading else 0.0)
        if best is None or rank > best[0] + 0.01:
            best = rank, block.index
    if best is not None:
        return best[1]
    # A page's only h1 may be the name of its site, which is a link.
    alone = [each for each in alone if page.blocks[each].link_share < 0.9]
    return alone[0] if len(alone) == 1 else None


def authors(page: Outline, head: int | None) -> list[str]:
    """Who a line under the headline says wrote it."""
    start = 0 if head is None else head + 1
    for block in page.blocks[start : start + _BYLINES]:
        if not block.hidden and block.words <= _LONGEST_BYLINE:
            said = bylines.read(block.text)
            if said is not None and said.sure and said.authors:
                return list(said.authors)
    return []


def _parts(title: str) -> list[str]:
    parts = _PARTED.split(title[:1000])
    return parts if len(parts) > 1 else []


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def placed(page: Outline, chosen: Chosen, head: int | None) -> list[Read]:
    """The article in the page's order, headline first."""
    return list(_Placing(page, chosen, head).made())


class _Placing:
    def __init__(self, page: Outline, chosen: Chosen, head: int | None) -> None:
        self.page = page
        self.chosen = chosen
        self.head = head
        self.first, self.last = min(chosen.body), max(chosen.body)
        self.region = self._region()
        self.parents = {page.nodes[page.blocks[each].node].parent for each in chosen.body}

    def made(self) -> Iterator[Read]:
        blocks = self.page.blocks
        if self.head is not None:
            yield Read(blocks[self.head].text, Role.HEADING, f"headline: {blocks[self.head].tag}")
        bylines = 0
        pending: list[Block] = []  # of one figure
        for block in blocks:
            index = block.index
            is_caption = self._is_caption(block)
            if pending and not (is_caption and self._same_figure(pending[-1], block)):
                yield self._caption(pending)
                pending = []
            if index in self.chosen.body:
                # A short item of a list is no sub-heading, whatever it looks like.
                yield Read(block.text, Role.BODY if block.tag in _ITEMS else None)
            elif index in self.chosen.headings:
                yield Read(block.text, Role.HEADING, f"sub-heading: {block.tag}")
            elif index in self.chosen.tail:
                about = "a call to the reader" if lines.is_call(block) else "about the author"
                yield Read(block.text, Role.NOTICE, f"{about}, under the text")
            elif index == self.head or block.hidden:
                continue
            elif is_caption:
                pending.append(block)
            elif self._is_lead(block):
                yield Read(block.text, Role.HEADING, "standfirst between headline and text")
            elif bylines < 3 and self._is_byline(block):
                bylines += 1
                yield Read(block.text, Role.BYLINE, "byline between headline and text")
            elif self._is_between(block):
                if block.link_share > 0.5:
                    yield Read(block.text, Role.RELATED, "related link between paragraphs")
                else:
                    yield Read(block.text, Role.NOTICE, "a line between paragraphs that is no text")
        if pending:
            yield self._caption(pending)

    def _caption(self, blocks: list[Block]) -> Read:
        figure = any(
            self.page.nodes[each].tag == "figcaption" for each in self.page.chain(blocks[0].node)
        )
        text = " ".join(each.text for each in blocks)
        return Read(text, Role.CAPTION, "figcaption" if figure else "caption, by its name")

    def _same_figure(self, one: Block, other: Block) -> bool:
        nodes = self.page.nodes
        near = {one.node, nodes[one.node].parent, nodes[nodes[one.node].parent].parent}
        return bool(near & {other.node, nodes[other.node].parent})

    def _region(self) -> int:
        """The node that holds headline and text."""
        blocks = self.page.blocks
        inside = [self.first, self.last] + ([self.head] if self.head is not None else [])
        chains = [self.page.chain(blocks[each].node) for each in inside]
        common = set(chains[0]).intersection(*chains[1:])
        return next(each for each in chains[0] if each in common)

    def _is_caption(self, block: Block) -> bool:
        kind = self.chosen.kinds[block.node]
        if block.index in self.chosen.body or block.hidden or block.words > _LONGEST_CAPTION:
            return False
        if not kind & Kind.CAPTION or kind & FURNITURE or block.link_share > 0.8:
            return False
        start = self.first if self.head is None else min(self.head, self.first)
        near = start - 4 <= block.index <= self.last + 3
        return near and self.page.is_in(block.node, self.region)

    def _above(self, block: Block) -> bool:
        return self.head is not None and self.head < block.index < self.first

    def _is_lead(self, block: Block) -> bool:
        if not self._above(block) or block.words < 5 or block.link_share > 0.5:
            return False
        kind = self.chosen.kinds[block.node]
        if kind & (FURNITURE | Kind.CAPTION | Kind.FIGURE):
            return False
        straight = block.is_heading and block.index == (self.head or 0) + 1
        return bool(kind & Kind.LEAD) or straight

    def _is_byline(self, block: Block) -> bool:
        if block.words > _LONGEST_BYLINE:
            return False
        kind = self.chosen.kinds[block.node]
        if kind & (FURNITURE & ~Kind.BIO | Kind.CAPTION):
            return False
        if not self._above(block):
            return False
        return bool(kind & Kind.BYLINE or block.times) or lines.is_stamp(block.text)

    def _is_between(self, block: Block) -> bool:
        """A line of links or the like in the run of the paragraphs itself."""
        node = self.page.nodes[block.node]
        return (
            self.first < block.index < self.last
            and 3 <= block.words <= _LONGEST_LINK
            and block.letters >= _FEWEST_LETTERS
            and node.tag == "p"
            and node.parent in self.parents
            and not self.chosen.kinds[block.node] & FURNITURE
            and not block.is_heading
        )

"""What stands around a block, and which blocks belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.readers.html import lines
from briefing.readers.html.blocks import Block, Outline
from briefing.readers.html.names import APART, Kind

Group = tuple[str | int, ...]
"""What blocks that belong together share: the element around them, or their make."""
Make = tuple[str, str, str, str]
"""Tag and class of a block's element and of the one around it: paragraphs of a text share them."""

_SURELY = Kind.COMMENTS | Kind.RELATED | Kind.BIO | Kind.FOOT
"""Names that are seldom wrong."""
_FORM_BOX = 600
"""Letters of the box around a form that belong to it."""
_TEXT = 400
"""Letters of a part that can be text, whatever it is called."""


def kinds(page: Outline, votes: Sequence[float]) -> list[int]:
    """Of each node and all around it. A name that would make furniture of most of the text, or
    of what everybody takes for text, cannot be meant so; ``votes`` has their share by block."""
    prose, voted = [0.0] * len(page.nodes), [0.0] * len(page.nodes)
    for block in page.blocks:
        if block.is_prose and not block.hidden:
            prose[block.node] += block.letters
            voted[block.node] += block.letters * votes[block.index]
    _sum_up(page, prose)
    _sum_up(page, voted)
    named: defaultdict[tuple[str, str], float] = defaultdict(float)
    for node in page.nodes:  # each paragraph may have the name, so they count together
        if node.kind & APART:
            named[node.tag, node.names] += voted[node.index]
    boxes = _form_boxes(page, prose[0])
    found: list[int] = []
    for node in page.nodes:
        kind = node.kind | (Kind.FORM if node.index in boxes else 0)
        if kind & APART:
            own, sure = prose[node.index], voted[node.index]
            heavy = named[node.tag, node.names] > 0.5 * voted[0] > 0
            most = own > 0.6 * prose[0] and not kind & (Kind.COMMENTS | Kind.LAYER)
            agreed = own >= max(_TEXT, 0.1 * voted[0]) and sure > 0.9 * own and not kind & _SURELY
            if heavy or agreed or (most and sure > 0.2 * voted[0]):
                kind &= ~APART
        found.append(kind | (found[node.parent] if node.parent >= 0 else 0))
    return found


def _form_boxes(page: Outline, prose: float) -> set[int]:
    """What stands around a form that asks for something and little else: a sign-up."""
    letters = [0.0] * len(page.nodes)
    for block in page.blocks:
        letters[block.node] += block.letters
    _sum_up(page, letters)
    most = min(_FORM_BOX, 0.25 * prose)
    found: set[int] = set()
    for node in page.nodes:
        if not node.asks:
            continue
        parent = node.parent
        while parent > 0 and parent not in found and letters[parent] <= most:
            found.add(parent)
            parent = page.nodes[parent].parent
    return found


def _sum_up(page: Outline, values: list[float]) -> None:
    """Adds to each node what is in it; children come after their parents."""
    for node in reversed(page.nodes):
        if node.parent >= 0:
            values[node.parent] += values[node.index]


def under_others(page: Outline) -> set[int]:
    """The blocks under a heading such as "Related stories", in the same part of the page."""
    found: set[int] = set()
    replies: set[int] = set()
    around = -1  # the element such a heading opens, while in it
    level, into = "", found
    for block in page.blocks:
        if block.hidden:
            continue
        short = block.words <= 6 and block.link_share < 0.5 and not block.is_prose
        if short and lines.is_other(block.text):
            around = page.nodes[block.node].parent
            level = block.tag if block.is_heading else "h6"
            into = replies if lines.opens_comments(block.text) else found
        elif around >= 0:
            inside = page.is_in(block.node, around)
            if not inside or (block.is_heading and block.tag <= level):
                around = -1
            else:
                into.add(block.index)
    everything = sum(page.blocks[each].letters for each in found if page.blocks[each].is_prose)
    prose = sum(each.letters for each in page.blocks if each.is_prose and not each.hidden)
    return replies | (found if everything < 0.6 * prose else set())


def make(page: Outline, block: Block) -> Make:
    node = page.nodes[block.node]
    around = page.nodes[node.parent] if node.parent >= 0 else node
    return node.tag, node.names, around.tag, around.names


def groups(page: Outline) -> list[Group]:
    """Paragraphs in one element are a group; of those that have one each, all of a make."""
    own: Counter[int] = Counter()
    around: Counter[int] = Counter()
    for block in page.blocks:
        if block.is_prose:
            own[block.node] += 1
            around[page.nodes[block.node].parent] += 1
    found: list[Group] = []
    for block in page.blocks:
        parent = page.nodes[block.node].parent
        if own[block.node] >= 3:
            found.append((block.node,))
        elif around[parent] >= 3:
            found.append((parent, block.tag))
        else:
            found.append(make(page, block))
    return found

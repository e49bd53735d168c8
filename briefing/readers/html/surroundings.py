"""What stands around a block, and which blocks belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.readers.html.blocks import Block, Outline
from briefing.readers.html.names import APART, FURNITURE, Kind

Group = tuple[str | int, ...]
"""What blocks that belong together share: the element around them, or their make."""
Make = tuple[str, str, str, str]
"""Tag and class of a block's element and of the one around it: paragraphs of a text share them."""

_SURELY = Kind.COMMENTS | Kind.RELATED | Kind.BIO | Kind.FOOT
"""Names that are seldom wrong."""
_NEVER_TEXT = _SURELY & ~Kind.RELATED
_OFTEN_TEXT = Kind.RELATED | Kind.SHARE | Kind.NEWSLETTER | Kind.PLAYER | Kind.TAGS
"""Names that parts of the text have, on some pages."""
_LEAST_TEXT = 200
"""Letters of what may be an article."""
_FORM_BOX = 600
"""Letters of the box around a form that belong to it."""
_TEXT = 400
"""Letters of a part that can be text, whatever it is called."""


def kinds(
    page: Outline, votes: Sequence[float], headline: int | None, others: set[int]
) -> list[int]:
    """Of each node and all around it. A name that would make furniture of most of the text, or
    of what everybody takes for text, cannot be meant so; ``votes`` has their share by
    block. ``others`` are the blocks under headings of other things."""
    prose, voted = [0.0] * len(page.nodes), [0.0] * len(page.nodes)
    below = [0.0] * len(page.nodes)
    for block in page.blocks:
        if block.is_prose and not block.hidden:
            prose[block.node] += block.letters
            voted[block.node] += block.letters * votes[block.index]
            if headline is None or block.index > headline:
                below[block.node] += block.letters
    _sum_up(page, prose)
    _sum_up(page, voted)
    _sum_up(page, below)
    named: defaultdict[tuple[str, str], float] = defaultdict(float)
    for node in page.nodes:  # each paragraph may have the name, so they count together
        if node.kind & APART:
            named[node.tag, node.names] += voted[node.index]
    boxes = _form_boxes(page, prose[0])
    free, firsts = _free(page, headline, others)
    found: list[int] = []
    for node in page.nodes:
        kind = node.kind | (Kind.FORM if node.index in boxes else 0)
        if kind & APART:
            own, sure = prose[node.index], voted[node.index]
            heavy = named[node.tag, node.names] > 0.5 * voted[0] > 0
            most = own > 0.6 * prose[0] and not kind & (Kind.COMMENTS | Kind.LAYER)
            agreed = own >= max(_TEXT, 0.1 * voted[0]) and sure > 0.9 * own and not kind & _SURELY
            most = most and sure > 0.2 * voted[0]
            # Right under the headline, and nothing else is there that could be the text.
            begins = free[-1] < below[node.index] >= _LEAST_TEXT and not kind & _NEVER_TEXT
            begins = begins and free[firsts[node.index]] < 0.2 * own
            begins = begins and (sure > 0.25 * own or not kind & ~_OFTEN_TEXT & FURNITURE)
            # What readers wrote is under a text, and often longer.
            wrote = kind & Kind.COMMENTS and free[firsts[node.index]] >= _LEAST_TEXT
            if (heavy or agreed or most or begins) and not wrote:
                kind &= ~APART
        found.append(kind | (found[node.parent] if node.parent >= 0 else 0))
    return found


def _free(page: Outline, headline: int | None, others: set[int]) -> tuple[list[int], list[int]]:
    """Before each block and after all, the letters of prose below the headline that nothing
    speaks against; and the first block of each node."""
    firsts = [len(page.blocks)] * len(page.nodes)
    free = [0]
    start = -1 if headline is None else headline
    for block in page.blocks:
        firsts[block.node] = min(firsts[block.node], block.index)
        flows = block.is_prose and block.link_share < 0.2 and not block.hidden
        counts = flows and block.index > start and block.index not in others
        own = block.letters if counts and not block.kind & APART else 0
        free.append(free[-1] + own)
    for node in reversed(page.nodes):
        if node.parent >= 0:
            firsts[node.parent] = min(firsts[node.parent], firsts[node.index])
    return free, firsts


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


def make(page: Outline, block: Block) -> Make:
    node = page.nodes[block.node]
    around = page.nodes[node.parent] if node.parent >= 0 else node
    return node.tag, node.names, around.tag, around.names


def groups(page: Outline) -> list[Group]:
    """Paragraphs in one element are a group, with those in its neighbours of the same name; of
    those that have one each, all of a make."""
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
            found.append(_named(page, block.node))
        elif around[parent] >= 3:
            found.append((*_named(page, parent), block.tag))
        elif any((own_make := make(page, block))[1::2]):
            found.append(own_make)
        else:  # without a name, what lies as deep in a part of one name
            above = page.nodes[max(0, page.nodes[parent].parent)]
            found.append((*own_make, above.names, page.nodes[block.node].depth))
    return found


def _named(page: Outline, node: int) -> Group:
    element = page.nodes[node]
    return (element.parent, element.tag, element.names) if element.names else (node,)

"""Where the article begins: what stands right under the headline, and what a click would show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

from briefing.readers.html.blocks import Block, Outline
from briefing.readers.html.names import FURNITURE, Kind

_NEAR = 40
"""Blocks under the headline among which the text begins."""
_GAP = 12
"""Blocks that may stand between two paragraphs of it."""
_TEXT = 25
"""Words of a text; less is a lead."""
_ALONE = 40
"""Words of a text in one paragraph."""
_ENDED = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*\s*$")
_FOLDED = 20
"""Words that a fold may hide."""
_UNVEILED, _AGREED = 200, 0.7
"""Letters of a hidden text, and the share of them that is voted for, that show it."""
_NO_FOLD = FURNITURE & ~(Kind.RELATED | Kind.FORM) | Kind.CAPTION
"""A fold may be called "read more"."""


def opening(
    page: Outline,
    headline: int | None,
    usable: Sequence[bool],
    groups: Sequence[Hashable],
    lists: set[Hashable],
) -> list[int]:
    """The first paragraphs under the headline that belong together and are no list of others."""
    if headline is None:
        return []
    found: list[int] = []
    lone: list[int] = []
    words = 0
    for block in page.blocks[headline + 1 :]:
        if block.hidden or not usable[block.index] or not _flows(block):
            continue
        group = groups[block.index]
        if group in lists:
            continue
        if found and (groups[found[-1]] != group or block.index - found[-1] > _GAP):
            if words >= _TEXT and len(found) > 1:
                break
            lone = lone or (found if words >= _ALONE else [])
            found, words = [], 0
        if not found and block.index > headline + _NEAR:
            break
        found.append(block.index)
        words += block.words
    if words >= (_TEXT if len(found) > 1 else _ALONE):
        return found
    return lone


def folded(page: Outline) -> list[Any]:
    """The hidden elements that go on with the text above them, until a click shows it whole."""
    if not page.veils:
        return []
    ends: dict[int, int] = {}  # of each element, the last paragraph right in it that is shown
    inside: dict[int, list[Block]] = {index: [] for index, _ in page.veils}
    veils = _veils(page)
    above: dict[int, Block] = {}
    last: Block | None = None
    for block in page.blocks:
        if block.hidden:
            node = veils[block.node]
            if node >= 0 and last is not None:
                inside[node].append(block)
                above.setdefault(node, last)
        elif _flows(block) and not block.kind & FURNITURE:
            last = block
            ends[page.nodes[block.node].parent] = ends[block.node] = block.index
    folds: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, before in above.items():
        around = page.nodes[index].parent
        if ends.get(around, -1) <= before.index and not page.nodes[index].kind & _NO_FOLD:
            folds[around, before.index].append(index)
    shown: set[int] = set()
    for (around, before), found in folds.items():
        hidden = [block for each in found for block in inside[each]]
        if _continues(page, around, hidden, page.blocks[before]):
            shown.update(found)
    return [element for index, element in page.veils if index in shown]


def show_voted(page: Outline, votes: Sequence[float], headline: int | None) -> None:
    """Shows what is hidden below the headline and everybody takes for the article: a script would
    show it, or a click. ``votes`` has the share of those who do, by block."""
    if not page.veils:
        return
    veils = _veils(page)
    letters, voted = [0.0] * len(page.nodes), [0.0] * len(page.nodes)
    for block in page.blocks:
        node = veils[block.node]
        if node >= 0 and block.is_prose and (headline is None or block.index > headline):
            letters[node] += block.letters
            voted[node] += block.letters * votes[block.index]
    shown = {
        index
        for index, _ in page.veils
        if not page.nodes[index].kind & _NO_FOLD
        and letters[index] >= _UNVEILED
        and voted[index] >= _AGREED * letters[index]
    }
    for block in page.blocks:
        if veils[block.node] in shown:
            block.hidden = False


def _veils(page: Outline) -> list[int]:
    """Of each node, the nearest hidden one it lies in; -1 for none."""
    own = {index for index, _ in page.veils}
    found = [-1] * len(page.nodes)
    for node in page.nodes:
        above = found[node.parent] if node.parent >= 0 else -1
        found[node.index] = node.index if node.index in own else above
    return found


def _continues(page: Outline, around: int, blocks: list[Block], before: Block) -> bool:
    text = [each for each in blocks if each.is_prose and not each.kind & _NO_FOLD]
    letters = sum(each.letters for each in text)
    if sum(each.words for each in text) < _FOLDED:
        return False
    ended = sum(_ENDED.search(each.text) is not None for each in text)
    parent = page.nodes[before.node].parent
    return (
        around in (before.node, parent, page.nodes[parent].parent)
        and page.nodes[text[0].node].tag == page.nodes[before.node].tag
        and letters >= 0.8 * sum(each.letters for each in blocks)
        and ended >= 0.7 * len(text)
    )


def _flows(block: Block) -> bool:
    return block.is_prose and block.link_share < 0.3

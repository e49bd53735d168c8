"""How far a part of the page looks like running text: the vote that needs no library.

An article is a run of paragraphs. Teasers and comments have paragraphs too, but something linked or
short between any two of them: a headline, a name, "Reply".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence

from briefing.readers.html.blocks import Block

_BRIEF = 5
"""Words of a block that may be a name or a time."""
_MOST, _LEAST = 0.25, 0.04
"""Share of the longest run that makes a run text, and that makes it none."""
_TEASED, _TEASER = 0.2, 45
"""Share of links, and words, of a paragraph that is another story's headline and a line on it."""
_TITLED = 4
"""Paragraphs of a list that is one of other stories."""
_SENTENCES = re.compile(r"[.!?…]\s+\S")
_BETWEEN = 0.15
"""What a short line between paragraphs has of their length, as far as its being text goes."""


def running(
    blocks: Sequence[Block],
    groups: Sequence[Hashable],
    usable: Sequence[bool],
    lists: set[Hashable],
) -> list[float]:
    """For each block from -1 to 1: whether it lies in a long run of paragraphs."""
    masses = [0.0] * len(blocks)
    for run in _runs(blocks, usable):
        prose = [each for each in run if each.is_prose and groups[each.index] not in lists]
        brief = sum(each.words < _BRIEF for each in run)
        worth = 0.35 if len(prose) > 1 and brief >= 0.7 * len(prose) else 1.0
        parts: defaultdict[Hashable, float] = defaultdict(float)
        for each in prose:
            parts[groups[each.index]] += each.letters * worth
        for each in run:
            masses[each.index] = parts.get(groups[each.index], 0.0)
            between = prose and prose[0].index < each.index < prose[-1].index
            if between and not each.is_prose:  # a row, an item, a line of speech
                masses[each.index] = max(masses[each.index], _BETWEEN * max(parts.values()))
    best = max(masses, default=0.0)
    if not best:
        return [-1.0] * len(blocks)
    return [_scaled(each / best) for each in masses]


def listed(blocks: Sequence[Block], groups: Sequence[Hashable]) -> set[Hashable]:
    """The groups whose paragraphs stand under a linked line each, or begin with one: lists of
    teasers."""
    last: dict[Hashable, int] = {}
    pairs: defaultdict[Hashable, int] = defaultdict(int)
    parted: defaultdict[Hashable, int] = defaultdict(int)
    begun: defaultdict[Hashable, int] = defaultdict(int)
    linked = 0
    for block in blocks:
        if block.hidden:
            continue
        if block.link_share > 0.8 and block.words >= 3:
            linked += 1
        elif block.is_prose:
            group = groups[block.index]
            begun[group] += block.link_share >= _TEASED and block.words <= _TEASER
            if group in last:
                pairs[group] += 1
                parted[group] += linked > last[group]
            last[group] = linked
    return {
        group
        for group, count in pairs.items()
        if count >= 2 and max(parted[group], begun[group] - 1) >= 0.7 * count
    }


def titled(blocks: Sequence[Block], groups: Sequence[Hashable], text: set[int]) -> set[int]:
    """The paragraphs of one sentence under a heading each, where a text stands apart from them."""
    if not text:
        return set()
    apart = {groups[each] for each in text}
    members: defaultdict[Hashable, list[int]] = defaultdict(list)
    single: defaultdict[Hashable, int] = defaultdict(int)
    headed = False
    for block in blocks[min(text) :]:
        if block.hidden or not (block.is_prose or block.is_heading):
            continue
        if block.is_heading:
            headed = True
            continue
        group = groups[block.index]
        begun = 0.1 * block.letters < block.bold < 0.7 * block.letters
        one = len(_SENTENCES.findall(block.text)) == 0 and block.words <= _TEASER
        members[group].append(block.index)
        single[group] += one and (headed or begun)
        headed = False
    return {
        each
        for group, found in members.items()
        if group not in apart and len(found) >= _TITLED and single[group] >= 0.9 * len(found)
        for each in found
    }


def _runs(blocks: Sequence[Block], usable: Sequence[bool]) -> list[list[Block]]:
    made: list[list[Block]] = []
    run: list[Block] = []
    for block in blocks:
        if block.hidden:
            continue
        if not usable[block.index] or block.tag == "h1" or block.link_share > 0.6:
            if run:
                made.append(run)
            run = []
        else:
            run.append(block)
    if run:
        made.append(run)
    return made


def _scaled(share: float) -> float:
    return max(-1.0, min(1.0, 2 * (share - _LEAST) / (_MOST - _LEAST) - 1))

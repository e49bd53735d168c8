"""What is taken away again of the paragraphs that were chosen: copies, and lines under the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.readers.html import lines
from briefing.readers.html.blocks import Outline
from briefing.readers.html.surroundings import Make
from briefing.readers.html.votes import Shingle, shingles


def without_copies(
    page: Outline, accepted: set[int], words: Sequence[list[str]], makes: Sequence[Make]
) -> set[int]:
    """Each text once: of copies, the one of the commonest make, else the first."""
    mass: Counter[Make] = Counter()
    for index in accepted:
        mass[makes[index]] += page.blocks[index].letters
    order = sorted(accepted, key=lambda index: (-mass[makes[index]], index))
    seen: set[Shingle] = set()
    grams: set[Shingle] = set()
    kept: set[int] = set()
    for index in order:
        own = words[index]
        if len(own) >= 6:
            found = shingles(own)
            again = sum(each in grams for each in found)
            if tuple(own) in seen or (len(found) >= 6 and again > 0.9 * len(found)):
                continue
            seen.add(tuple(own))
            grams.update(found)
        kept.add(index)
    return kept


def tail(page: Outline, accepted: set[int], authors: Sequence[str]) -> set[int]:
    """At the end, the lines that tell of the author or call the reader."""
    found: set[int] = set()
    for index in sorted(accepted, reverse=True)[: len(accepted) // 2]:
        block = page.blocks[index]
        if not (lines.is_bio(block, authors) or lines.is_call(block)):
            break
        found.add(index)
    return found

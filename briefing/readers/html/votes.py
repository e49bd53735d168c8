"""What the libraries take for the article, as sets by which our blocks are recognised."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from briefing.progress import Checkpoint, unchecked
from briefing.readers.html.blocks import outline

_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
_GRAM = 4
"""Words in a shingle."""
_COMPARED = 20_000
"""Characters of a paragraph by which it is recognised."""
Shingle = tuple[str, ...]


def tokens(text: str) -> list[str]:
    """The first words of a text, as they are compared."""
    return _TOKEN.findall(text[:_COMPARED].casefold())


def shingles(words: list[str]) -> list[Shingle]:
    """Each run of four words; of a shorter text none."""
    return list(zip(*(words[start:] for start in range(_GRAM)), strict=False))


@dataclass(slots=True)
class Vote:
    """A text somebody took for the article."""

    lines: set[Shingle] = field(default_factory=set)
    """Its lines, each as all of its words."""
    grams: set[Shingle] = field(default_factory=set)
    size: int = 0
    """Words."""

    def share(self, words: list[str]) -> float:
        """How much of a block is in it, from 0 to 1."""
        if not words:
            return 0.0
        if len(words) < _GRAM + 1:
            return 1.0 if tuple(words) in self.lines else 0.0
        found = shingles(words)
        return sum(each in self.grams for each in found) / len(found)


def vote(lines: Iterable[str]) -> Vote:
    made = Vote()
    for line in lines:
        words = tokens(line)
        if words:
            made.lines.add(tuple(words))
            made.grams.update(shingles(words))
            made.size += len(words)
    return made


def by_trafilatura(root: Any, *, recall: bool = False) -> Vote:
    """The tree stays as it is. Nothing is fetched: trafilatura gets a tree and no address."""
    import trafilatura

    _silence("trafilatura")
    try:
        found: Any = trafilatura.bare_extraction(
            root, include_comments=False, favor_recall=recall, with_metadata=False
        )
    except MemoryError:
        raise
    except Exception:  # whatever breaks it, the others still vote
        return Vote()
    return vote((found.text or "").split("\n")) if found is not None else Vote()


def by_readability(root: Any, checkpoint: Checkpoint = unchecked) -> Vote:
    """By the readability that trafilatura brings."""
    from copy import copy

    from trafilatura.external import try_readability

    _silence("trafilatura")
    found: Any = try_readability(copy(root))
    return vote(each.text for each in outline(found, "", checkpoint).blocks)


def _silence(name: str) -> None:
    """Libraries log what they think of a page; nobody would read it."""
    logging.getLogger(name).setLevel(logging.CRITICAL + 1)

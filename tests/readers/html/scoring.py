"""How well a text matches another: shingles of four words, as benchmarks of extraction do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def f1(found: Iterable[str], gold: Iterable[str]) -> float:
    a, b = _shingles(found), _shingles(gold)
    if not a or not b:
        return float(a == b)
    both = sum((a & b).values())
    precision, recall = both / sum(a.values()), both / sum(b.values())
    return 2 * precision * recall / (precision + recall) if both else 0.0


def _shingles(texts: Iterable[str]) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(" ".join(texts).replace("\u00ad", ""))
    if 0 < len(words) < 4:
        return Counter([tuple(words)])
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))

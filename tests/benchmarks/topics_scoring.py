"""How well suggested sections part articles, against reference segments: Pk and WindowDiff.

    python tests/benchmarks/topics_scoring.py FOLDER [--files]

FOLDER has ``*.txt`` whose paragraphs are parted by blank lines, and ``annotations.jsonl``, a line
a file: ``{"file", "kind", "segments": [{"first": index of a paragraph, "name"}]}``. Both measures
are errors, 0 for the same boundaries (Beeferman and others 1999; Pevzner and Hearst 2002). Beside
ours stand a cosine-depth segmenter, TextTiling (Hearst 1997), one segment, and a boundary at
every third paragraph.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from math import log, sqrt
from pathlib import Path
from statistics import fmean, pstdev

sys.path.insert(0, str(Path(__file__).parents[2]))

from briefing import readers
from briefing.analysis import names, sentences, suggesting
from briefing.analysis.stems import stemmer
from briefing.analysis.suggesting.meaning import stopwords
from briefing.model.annotations import Annotations
from briefing.progress import unchecked

Segmenter = Callable[[str, list[str]], set[int]]
"""Text and its paragraphs → paragraphs that begin a segment, but for the first."""


# ---------------------------------------------------------------- measures


def numbered(starts: set[int], count: int) -> list[int]:
    """The number of its segment for each paragraph."""
    found: list[int] = []
    for at in range(count):
        found.append((found[-1] if found else 0) + (at in starts and at > 0))
    return found


def counts(reference: Sequence[int], found: Sequence[int]) -> list[tuple[int, int]]:
    """Boundaries within each window, in the reference and in what was found."""
    n = len(reference)
    width = min(max(2, int(n / (reference[-1] + 1) / 2 + 0.5)), n - 1) if n else 0
    return [
        (reference[at + width] - reference[at], found[at + width] - found[at])
        for at in range(n - width if n > 1 else 0)
    ]


def pk(reference: Sequence[int], found: Sequence[int]) -> float:
    """Share of windows whose ends are in one segment here and in two there."""
    pairs = counts(reference, found)
    return fmean((a == 0) != (b == 0) for a, b in pairs) if pairs else 0.0


def window_diff(reference: Sequence[int], found: Sequence[int]) -> float:
    """Share of windows with another number of boundaries."""
    pairs = counts(reference, found)
    return fmean(a != b for a, b in pairs) if pairs else 0.0


# ---------------------------------------------------------------- segmenters


def ours(text: str, paragraphs: list[str]) -> set[int]:
    article = readers.read(text.encode(), "article.txt").article
    parted = sentences.find(article, unchecked)
    people_and_places = names.find(article, parted, unchecked)
    found = Annotations(article.id, parted, (), (), people_and_places)
    span = {each.id: each.span for each in found.sentences}
    # White space may differ between the file and what was read of it: count what does not.
    ends: list[int] = []
    for each in paragraphs:
        ends.append((ends[-1] if ends else 0) + len("".join(each.split())))
    starts: set[int] = set()
    for section in suggesting.suggest(article, found)[1:]:
        offset = len("".join(article.text[: span[section.hits[0].sentence].start].split()))
        at = next(i for i, end in enumerate(ends) if end > offset)
        while at > 1 and _is_heading(paragraphs[at - 1]):  # it belongs to what stands under it
            at -= 1
        starts.add(at)
    return starts


def _is_heading(paragraph: str) -> bool:
    return len(paragraph) < 90 and paragraph.rstrip("*_= ")[-1:] not in '.:;,!”"’'


def cosine_depth(_text: str, paragraphs: list[str]) -> set[int]:
    """Valleys of the likeness of two paragraphs before with two after, deeper than is usual."""
    bags = _weighed([_stems(each) for each in paragraphs])
    gaps = [
        _cosine(bags[max(0, at - 2) : at], bags[at : at + 2]) for at in range(1, len(paragraphs))
    ]
    return _valleys(gaps)


def text_tiling(_text: str, paragraphs: list[str], size: int = 20, block: int = 10) -> set[int]:
    """Hearst's: blocks of token sequences, smoothed, boundaries moved to the next paragraph."""
    words = [(stem, at) for at, each in enumerate(paragraphs) for stem in _stems(each)]
    tiles = [words[at : at + size] for at in range(0, len(words), size)]
    bags = [{s: float(n) for s, n in Counter(stem for stem, _ in tile).items()} for tile in tiles]
    gaps = [_cosine(bags[max(0, at - block) : at], bags[at : at + block])
            for at in range(1, len(bags))]  # fmt: skip
    smooth = [fmean(gaps[max(0, at - 1) : at + 2]) for at in range(len(gaps))]
    return {tiles[at][0][1] for at in _valleys(smooth)} - {0}


def none(_text: str, _paragraphs: list[str]) -> set[int]:
    return set()


def every_third(_text: str, paragraphs: list[str]) -> set[int]:
    return set(range(3, len(paragraphs), 3))


def _stems(text: str) -> list[str]:
    stem = stemmer("en")
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [stem(each) for each in words if each not in stopwords("en")]


def _weighed(bags: Sequence[list[str]]) -> list[dict[str, float]]:
    often = Counter(stem for each in bags for stem in set(each))
    return [
        {stem: n * log(1 + len(bags) / often[stem]) for stem, n in Counter(each).items()}
        for each in bags
    ]


def _cosine(left: Sequence[dict[str, float]], right: Sequence[dict[str, float]]) -> float:
    one, other = Counter[str](), Counter[str]()
    for each in left:
        one.update(each)
    for each in right:
        other.update(each)
    norm = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return sum(w * other[stem] for stem, w in one.items()) / norm if norm else 0.0


def _valleys(gaps: Sequence[float]) -> set[int]:
    """Gaps that lie deeper below the hills beside them than the mean less half a deviation."""
    depths: list[float] = []
    for at, here in enumerate(gaps):
        left = right = here
        for each in reversed(gaps[:at]):
            if each < left:
                break
            left = each
        for each in gaps[at + 1 :]:
            if each < right:
                break
            right = each
        depths.append(left + right - 2 * here)
    if not depths:
        return set()
    least = fmean(depths) - pstdev(depths) / 2
    return {at + 1 for at, depth in enumerate(depths) if depth > max(least, 0.0)}


# ---------------------------------------------------------------- report


def main(folder: Path, *, files: bool = False) -> None:
    segmenters: dict[str, Segmenter] = {
        "suggested": ours,
        "cosine depth": cosine_depth,
        "TextTiling": text_tiling,
        "every third": every_third,
        "one segment": none,
    }
    lines = (folder / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    scores: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in map(json.loads, filter(str.strip, lines)):
        text = (folder / row["file"]).read_text(encoding="utf-8").strip()
        paragraphs = re.split(r"\n\s*\n", text)
        reference = numbered({each["first"] for each in row["segments"]}, len(paragraphs))
        for name, segment in segmenters.items():
            found = numbered(segment(text, paragraphs), len(paragraphs))
            score = pk(reference, found), window_diff(reference, found)
            scores.setdefault((row["kind"], name), []).append(score)
            if files and segment is ours:
                print(f"{row['file']}  Pk {score[0]:.3f}")
    for (kind, name), pairs in sorted(scores.items()):
        both = [fmean(each[at] for each in pairs) for at in (0, 1)]
        print(f"{kind:8} {name:13} n={len(pairs):3}  Pk {both[0]:.3f}  WindowDiff {both[1]:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), files="--files" in sys.argv)

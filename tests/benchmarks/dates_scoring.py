"""How well dates are found and resolved, against reference annotations.

    python tests/benchmarks/dates_scoring.py FOLDER [--errors]

FOLDER holds ``*.txt`` and ``annotations.jsonl``, a line a text: ``file``, ``published`` and
``dates`` with ``start``, ``end`` and ``value`` (null for none). A pattern of one line is measured
beside it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefing import readers
from briefing.analysis import dates, sentences
from briefing.progress import unchecked

_MONTH = "(?:Jan|Febr?|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
FLOOR = re.compile(
    rf"\b(?:{_MONTH}\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{4}}"
    r"|(?:last |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d"
    r"|(?:last|next|this) (?:week|month|year)|today|yesterday|tomorrow"
    r"|(?:\d+|two|three|four|five|six|ten) (?:day|week|month|year)s?(?: ago)?)\b"
)

Found = tuple[int, int, str | None]
"""Start, end and value."""
Finder = Callable[[str, date | None], list[Found]]


@dataclass
class Score:
    found: int = 0
    gold: int = 0
    strict: int = 0
    lenient_found: int = 0
    """Found ones that share a character with a gold one."""
    lenient_gold: int = 0
    valued: int = 0
    """Gold values of expressions that were found, if only in part."""
    right: int = 0
    errors: list[str] = field(default_factory=list[str])

    def line(self, name: str) -> str:
        strict = _f1(self.strict, self.strict, self.found, self.gold)
        lenient = _f1(self.lenient_found, self.lenient_gold, self.found, self.gold)
        value = f"{self.right / self.valued:.3f}" if self.valued else "-"
        return f"{name:<10} strict {strict}   lenient {lenient}   value {value} of {self.valued}"


def _f1(right_found: int, right_gold: int, found: int, gold: int) -> str:
    precision, recall = right_found / (found or 1), right_gold / (gold or 1)
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def ours(text: str, published: date | None) -> list[Found]:
    article = readers.read_pasted(text)
    article = replace(article, card=replace(article.card, published=published))
    found = dates.find(article, sentences.find(article, unchecked), unchecked)
    return [
        (*_place(text, article.text, each.span.start, each.span.end), each.value) for each in found
    ]


def _place(text: str, read: str, start: int, end: int) -> tuple[int, int]:
    """Reading changes white space only: the same letters, counted without it."""
    if text == read:
        return start, end
    letters = len("".join(read[:start].split()))
    length = len("".join(read[start:end].split()))
    places = [index for index, each in enumerate(text) if not each.isspace()]
    return places[letters], places[letters + length - 1] + 1


def floor(text: str, published: date | None) -> list[Found]:  # noqa: ARG001
    return [(each.start(), each.end(), None) for each in FLOOR.finditer(text)]


def score(finder: Finder, texts: Sequence[tuple[str, dict[str, Any]]]) -> Score:
    total = Score()
    for text, record in texts:
        published = record.get("published")
        found = finder(text, date.fromisoformat(published) if published else None)
        gold: list[Found] = [(d["start"], d["end"], d.get("value")) for d in record["dates"]]
        _add(total, text, record["file"], found, gold)
    return total


def _add(total: Score, text: str, file: str, found: list[Found], gold: list[Found]) -> None:
    total.found += len(found)
    total.gold += len(gold)
    spans = {each[:2] for each in found}
    for start, end, value in gold:
        over = [each for each in found if each[0] < end and start < each[1]]
        around = (
            text[max(0, start - 30) : start] + "[[" + text[start:end] + "]]" + text[end : end + 20]
        )
        shown = f"{file}: {' '.join(around.split())}"
        total.strict += (start, end) in spans
        total.lenient_gold += bool(over)
        if not over:
            total.errors.append(f"missed   {shown}")
            continue
        best = max(over, key=lambda each: min(end, each[1]) - max(start, each[0]))
        if best[:2] != (start, end):
            total.errors.append(f"bounds   {shown} <- {text[best[0] : best[1]]!r}")
        if value is not None:
            total.valued += 1
            same = best[2] == value or (best[2] is None and value.endswith("_REF"))
            total.right += same
            if not same:
                total.errors.append(f"value    {shown} {value} <- {best[2]}")
    for start, end, value in found:
        if any(start < each[1] and each[0] < end for each in gold):
            total.lenient_found += 1
        else:
            around = (
                text[max(0, start - 30) : start]
                + "[["
                + text[start:end]
                + "]]"
                + text[end : end + 20]
            )
            total.errors.append(f"spurious {file}: {' '.join(around.split())} {value}")


def texts(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for line in (folder / "annotations.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "dates" in record:
            yield (folder / record["file"]).read_text(encoding="utf-8"), record


def main(arguments: Sequence[str]) -> None:
    known = list(texts(Path(arguments[0])))
    result = score(ours, known)
    print(result.line("ours"))
    print(score(floor, known).line("one line"))
    if "--errors" in arguments:
        print(*result.errors, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])

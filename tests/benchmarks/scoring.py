"""Found against a reference: precision, recall and F1, strict and lenient."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple


class Item(NamedTuple):
    """A span of a kind, in code points of the file as it lies there."""

    start: int
    end: int
    kind: str

    def overlaps(self, other: Item) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Counts:
    found: int = 0
    """Items found, and of those the right ones."""
    right: int = 0
    expected: int = 0
    """Items of the reference, and of those the ones that were found."""
    reached: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.found + other.found, self.right + other.right,
            self.expected + other.expected, self.reached + other.reached,
        )  # fmt: skip

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.reached / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def strict(found: Sequence[Item], expected: Sequence[Item]) -> Counts:
    """The same span and kind."""
    same = len(set(found) & set(expected))
    return Counts(len(set(found)), same, len(set(expected)), same)


def lenient(found: Sequence[Item], expected: Sequence[Item]) -> Counts:
    """A span that shares a character, and the same kind."""

    def met(some: Iterable[Item], others: Sequence[Item]) -> int:
        return sum(
            any(each.kind == other.kind and each.overlaps(other) for other in others)
            for each in set(some)
        )

    return Counts(len(set(found)), met(found, expected), len(set(expected)), met(expected, found))


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a folder, with its row in ``annotations.jsonl``."""

    name: str
    text: str
    row: dict[str, Any]


def texts(folder: Path) -> list[Text]:
    """Those of ``annotations.jsonl`` in a folder, in its order."""
    lines = (folder / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [
        Text(row["file"], (folder / row["file"]).read_bytes().decode("utf-8"), row) for row in rows
    ]


def places(read: str, original: str) -> Callable[[int], int]:
    """From offsets in a text as it was read to those in the file.

    Reading changes white space and leaves out characters that nobody sees; no more.
    """
    at: list[int] = []
    position = 0
    for character in read:
        if character.isspace():
            at.append(position)
            continue
        nearest = original.find(character, position)
        position = nearest if nearest >= 0 else position
        at.append(position)
        position += 1
    at.append(position)

    def place(offset: int) -> int:
        return at[offset]

    return place


def table(rows: Sequence[tuple[str, Counts, Counts]]) -> str:
    """Lines of name, strict and lenient precision, recall and F1."""
    lines = [
        f"{'':24}  {'strict':^17}  {'lenient':^17}",
        f"{'':24}  {'P    R    F1':17}  P    R    F1",
    ]
    for name, *both in rows:
        figures = "  ".join(
            f"{each.precision:.2f} {each.recall:.2f} {each.f1:.3f}" for each in both
        )
        lines.append(f"{name:24}  {figures}  {both[0].found} found, {both[0].expected} expected")
    return "\n".join(lines)

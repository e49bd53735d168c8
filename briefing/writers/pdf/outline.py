"""The outline: the headings, as a tree, with where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.writers.pdf.objects import shortened, string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.writers.layout.laid import OutlineEntry
    from briefing.writers.pdf.file import File


class _Node:
    def __init__(self, number: int, entry: OutlineEntry | None = None) -> None:
        self.number = number
        self.entry = entry
        self.below: list[_Node] = []

    def count(self) -> int:
        return sum(1 + each.count() for each in self.below)


def put(file: File, entries: Sequence[OutlineEntry], pages: Sequence[int]) -> int | None:
    """Gives the number of its object; None where there is no heading."""
    if not entries:
        return None
    root = _Node(file.reserve())
    path = [root]
    for entry in entries:
        del path[entry.level + 1 :]
        node = _Node(file.reserve(), entry)
        path[-1].below.append(node)
        path.append(node)
    _put(file, root, None, "", pages)
    return root.number


def _put(file: File, node: _Node, parent: int | None, beside: str, pages: Sequence[int]) -> None:
    said = [f"/Parent {parent} 0 R"] if parent is not None else ["/Type/Outlines"]
    if node.entry is not None:
        at = f"[{pages[node.entry.page]} 0 R/XYZ null {node.entry.y:.2f} null]"
        said.append(f"/Title {string(shortened(node.entry.title))}/Dest{at}{beside}")
    if node.below:
        first, last = node.below[0].number, node.below[-1].number
        said.append(f"/First {first} 0 R/Last {last} 0 R/Count {node.count()}")
    file.put(f"<<{''.join(said)}>>", node.number)
    for at, each in enumerate(node.below):
        before = f"/Prev {node.below[at - 1].number} 0 R" if at else ""
        after = f"/Next {node.below[at + 1].number} 0 R" if at + 1 < len(node.below) else ""
        _put(file, each, node.number, before + after, pages)

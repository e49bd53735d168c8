"""The tree's rows and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from briefing.ui.sections.rows import PointRow, Rows, SectionRow

Identity = tuple[type, str]
"""Sections and points have ids of their own, which may meet."""


def identity(row: SectionRow | PointRow) -> Identity:
    return type(row), row.id


@dataclass(eq=False, slots=True)
class Node:
    """A row's place in the tree. ``key`` outlives moves, so an index can be found again."""

    key: int
    row: SectionRow | PointRow | None
    parent: Node | None = None
    position: int = 0
    children: list[Node] = field(default_factory=list["Node"])

    def insert(self, position: int, nodes: Sequence[Node]) -> None:
        self.children[position:position] = nodes
        self._number_from(position)

    def remove(self, first: int, last: int) -> list[Node]:
        """Take out the children from ``first`` to ``last``, that one included."""
        gone = self.children[first : last + 1]
        del self.children[first : last + 1]
        self._number_from(first)
        return gone

    def _number_from(self, first: int) -> None:
        for position in range(first, len(self.children)):
            child = self.children[position]
            child.position = position
            child.parent = self


class Nodes:
    """The tree, with its nodes by key and by what they show."""

    def __init__(self) -> None:
        self._keys = count(1)
        self.root = Node(0, None)
        self._by_key: dict[int, Node] = {}
        self._by_id: dict[Identity, Node] = {}

    def at(self, key: int) -> Node:
        """The root when there is none."""
        return self._by_key.get(key, self.root)

    def of(self, kind: type[SectionRow] | type[PointRow], id: str) -> Node | None:
        return self._by_id.get((kind, id))

    def make(self, row: SectionRow | PointRow) -> Node:
        node = Node(next(self._keys), row)
        self._by_key[node.key] = node
        self._by_id[identity(row)] = node
        return node

    def fill(self, rows: Rows) -> None:
        """Begin anew with ``rows``."""
        self._by_key.clear()
        self._by_id.clear()
        self.root.children.clear()
        for section, points in rows:
            node = self.make(section)
            node.insert(0, [self.make(each) for each in points])
            self.root.insert(len(self.root.children), (node,))

    def forget(self, nodes: Sequence[Node]) -> None:
        """That were removed; with their children."""
        for node in nodes:
            self.forget(node.children)
            del self._by_key[node.key]
            assert node.row is not None
            del self._by_id[identity(node.row)]


def runs(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Positions in rising order as (first, last) of what follows without a gap."""
    first = last = None
    for each in positions:
        if first is None or last is None:
            first = last = each
        elif each == last + 1:
            last = each
        else:
            yield first, last
            first = last = each
    if first is not None and last is not None:
        yield first, last

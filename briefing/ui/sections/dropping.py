"""Where what is dragged would land in the tree."""

from __future__ import annotations

from briefing.ui.sections.nodes import Node
from briefing.ui.sections.rows import PointRow

Landing = tuple[Node, int]
"""The new parent, and the place there without what is moved."""


def landing(moved: Node, target: Node, row: int, root: Node) -> Landing | None:
    """None for no move. ``target`` and ``row`` as Qt gives them: -1 for a drop on ``target``."""
    place = (
        _of_point(target, row, root)
        if isinstance(moved.row, PointRow)
        else _of_section(target, row, root)
    )
    if place is None or moved.parent is None:
        return None
    parent, row = place
    if row < 0:
        row = len(parent.children)
    if moved.parent is parent:
        if moved.position < row:
            row -= 1
        if moved.position == row:
            return None
    return parent, row


def _of_section(target: Node, row: int, root: Node) -> Landing:
    """On a section or among its points it lands before that section."""
    while target is not root and target.parent is not None:
        target, row = target.parent, target.position
    return target, row


def _of_point(target: Node, row: int, root: Node) -> Landing | None:
    if isinstance(target.row, PointRow):  # before it
        return (target.parent or root), target.position
    if target is not root:
        return target, row
    sections = root.children
    if not sections:
        return None
    above = len(sections) if row < 0 else row  # between sections: at the end of the one above
    return sections[max(above - 1, 0)], -1 if above else 0

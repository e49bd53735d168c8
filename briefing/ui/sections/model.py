"""The tree of sections and points for Qt: it shows rows, announces wishes, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.ui.sections.describe import spoken, tooltip
from briefing.ui.sections.rows import PointRow, Rows, SectionRow

Index = QModelIndex | QPersistentModelIndex
Item = Qt.ItemDataRole

ROW = Item.UserRole
"""Role under which an index gives its SectionRow or PointRow."""
SECTION_MIME = "application/x-briefing-section"
POINT_MIME = "application/x-briefing-point"


_Identity = tuple[type, str]
"""Sections and points have ids of their own, which may meet."""


@dataclass(eq=False, slots=True)
class _Node:
    """A row's place in the tree. ``key`` outlives moves, so an index can be found again."""

    key: int
    row: SectionRow | PointRow | None
    parent: _Node | None = None
    position: int = 0
    children: list[_Node] = field(default_factory=list["_Node"])

    def number_children(self) -> None:
        for position, child in enumerate(self.children):
            child.position = position
            child.parent = self


class SectionsModel(QAbstractItemModel):
    """Sections at the top, their points below. An ``index`` that is announced is the place among
    the siblings without the moved one."""

    section_taken = Signal(str, bool)
    point_taken = Signal(str, bool)
    section_moved = Signal(str, int)
    point_moved = Signal(str, str, int)
    wording_edited = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = count(1)
        self._root = _Node(0, None)
        self._nodes: dict[int, _Node] = {}
        self._by_id: dict[_Identity, _Node] = {}

    # What is shown

    def set_rows(self, rows: Rows) -> None:
        """Show ``rows`` by the fewest kinds of change, so that views keep their state."""
        if not rows or not self._root.children:
            if rows or self._root.children:
                self._reset(rows)
            return
        wanted = {_identity(row) for section, points in rows for row in (section, *points)}
        for section in self._root.children:
            self._remove_unwanted(section, wanted)
        for position, (section, points) in enumerate(rows):
            self._bring(self._root, position, section)
            node = self._root.children[position]
            for place, point in enumerate(points):
                self._bring(node, place, point)
        # only now: points of a section that goes may have moved into one that stays
        self._remove_unwanted(self._root, wanted)

    def section_index(self, id: str) -> QModelIndex:
        """Invalid when there is none."""
        return self._index(self._by_id.get((SectionRow, id), self._root))

    def point_index(self, id: str) -> QModelIndex:
        """Invalid when there is none."""
        return self._index(self._by_id.get((PointRow, id), self._root))

    def row_at(self, index: Index) -> SectionRow | PointRow | None:
        return self._node(index).row

    def section_of(self, index: Index) -> SectionRow | None:
        """The section itself, or the one a point stands in."""
        node = self._node(index)
        if isinstance(node.row, PointRow) and node.parent is not None:
            node = node.parent
        return node.row if isinstance(node.row, SectionRow) else None

    def sections(self) -> tuple[SectionRow, ...]:
        return tuple(each.row for each in self._root.children if isinstance(each.row, SectionRow))

    def points_of(self, section: str) -> tuple[PointRow, ...]:
        node = self._by_id.get((SectionRow, section), self._root)
        return tuple(each.row for each in node.children if isinstance(each.row, PointRow))

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].key)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        parent = self._node(child).parent
        return self._index(parent) if parent is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        row = self.row_at(index)
        if row is None:
            return flag.ItemIsDropEnabled
        common = (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsUserCheckable
            | flag.ItemIsDragEnabled
        )
        if isinstance(row, SectionRow):
            return common | flag.ItemIsDropEnabled
        return common | flag.ItemIsEditable | flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Item.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Item.DisplayRole:
                return row.name if isinstance(row, SectionRow) else row.text
            case Item.EditRole:
                return _wording(row) if isinstance(row, PointRow) else row.name
            case Item.CheckStateRole:
                return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
            case Item.ToolTipRole:
                return tooltip(row)
            case Item.AccessibleTextRole:
                return spoken(row, self.section_of(index))
            case _ if role == ROW:
                return row
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Item.EditRole) -> bool:
        """Announce the wish. Always False: the owner decides, and gives new rows."""
        row = self.row_at(index)
        if role == Item.CheckStateRole and row is not None:
            wished = Qt.CheckState(value) != Qt.CheckState.Unchecked
            if wished != row.taken:
                signal = self.section_taken if isinstance(row, SectionRow) else self.point_taken
                signal.emit(row.id, wished)
        elif role == Item.EditRole and isinstance(row, PointRow):
            wording = str(value).strip()
            if _same(wording, row.facts.text) or not wording:
                wording = None
            if wording != row.wording:
                self.wording_edited.emit(row.id, wording)
        return False

    # Drag and drop

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [SECTION_MIME, POINT_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:
        data = QMimeData()
        row = self.row_at(indexes[0]) if indexes else None
        if row is not None:
            kind = SECTION_MIME if isinstance(row, SectionRow) else POINT_MIME
            data.setData(kind, QByteArray(row.id.encode()))
        return data

    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        return action == Qt.DropAction.MoveAction and self._landing(data, row, parent) is not None

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        """Announce the move. False, so that Qt leaves the rows to the owner."""
        landing = self._landing(data, row, parent)
        if action == Qt.DropAction.MoveAction and landing is not None:
            node, target, position = landing
            assert node.row is not None
            if isinstance(node.row, SectionRow):
                self.section_moved.emit(node.row.id, position)
            else:
                assert target.row is not None
                self.point_moved.emit(node.row.id, target.row.id, position)
        return False

    def _landing(self, data: QMimeData, row: int, parent: Index) -> tuple[_Node, _Node, int] | None:
        """(what is moved, its new parent, its place there without itself); None for no move.

        ``row`` and ``parent`` as Qt gives them: -1 for a drop on ``parent`` itself.
        """
        target = self._node(parent)
        if data.hasFormat(SECTION_MIME):
            node = self._by_id.get((SectionRow, _text(data, SECTION_MIME)))
            if target is not self._root:  # on a section or among its points: before that section
                row = target.position if target.parent is self._root else target.parent.position  # type: ignore[union-attr]
                target = self._root
        else:
            node = self._by_id.get((PointRow, _text(data, POINT_MIME)))
            if isinstance(target.row, PointRow):  # on a point: before it
                row, target = target.position, target.parent or self._root
            elif target is self._root:  # between sections: at the end of the one above
                sections = self._root.children
                above = len(sections) if row < 0 else row
                if not sections:
                    return None
                target, row = sections[max(above - 1, 0)], -1 if above else 0
        if node is None or node.parent is None:
            return None
        if row < 0:
            row = len(target.children)
        if node.parent is target:
            if node.position < row:
                row -= 1
            if node.position == row:
                return None
        return node, target, row

    # From rows to nodes

    def _node(self, index: Index) -> _Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex(node.position, 0, node.key)

    def _make(self, row: SectionRow | PointRow) -> _Node:
        node = _Node(next(self._keys), row)
        self._nodes[node.key] = node
        self._by_id[_identity(row)] = node
        return node

    def _reset(self, rows: Rows) -> None:
        self.beginResetModel()
        self._nodes.clear()
        self._by_id.clear()
        self._root.children.clear()
        for section, points in rows:
            node = self._make(section)
            node.children = [self._make(each) for each in points]
            node.number_children()
            self._root.children.append(node)
        self._root.number_children()
        self.endResetModel()

    def _bring(self, parent: _Node, position: int, row: SectionRow | PointRow) -> None:
        """Have ``row`` at ``position`` under ``parent``, wherever it was."""
        node = self._by_id.get(_identity(row))
        if node is None:
            self.beginInsertRows(self._index(parent), position, position)
            parent.children.insert(position, self._make(row))
            parent.number_children()
            self.endInsertRows()
            return
        old = node.parent or self._root
        if old is not parent or node.position != position:
            at = node.position
            self.beginMoveRows(self._index(old), at, at, self._index(parent), position)
            parent.children.insert(position, old.children.pop(at))
            old.number_children()
            parent.number_children()
            self.endMoveRows()
        if node.row != row:
            node.row = row
            index = self._index(node)
            self.dataChanged.emit(index, index)

    def _remove_unwanted(self, parent: _Node, wanted: set[_Identity]) -> None:
        for node in reversed(parent.children.copy()):
            assert node.row is not None
            if _identity(node.row) in wanted:
                continue
            if any(each.row and _identity(each.row) in wanted for each in node.children):
                continue
            self.beginRemoveRows(self._index(parent), node.position, node.position)
            parent.children.remove(node)
            parent.number_children()
            for gone in (node, *node.children):
                del self._nodes[gone.key]
                assert gone.row is not None
                del self._by_id[_identity(gone.row)]
            self.endRemoveRows()


def _identity(row: SectionRow | PointRow) -> _Identity:
    return type(row), row.id


def _text(data: QMimeData, format: str) -> str:
    return bytes(data.data(format).data()).decode(errors="replace")


def _wording(row: PointRow) -> str:
    return row.facts.text if row.wording is None else row.wording


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())

"""The tree of sections and points for Qt: it shows rows, announces wishes, changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
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
from briefing.ui.sections.dropping import landing
from briefing.ui.sections.nodes import Identity, Node, Nodes, identity, runs
from briefing.ui.sections.rows import PointRow, Rows, SectionRow

Index = QModelIndex | QPersistentModelIndex
Item = Qt.ItemDataRole

ROW = Item.UserRole
"""Role under which an index gives its SectionRow or PointRow."""
SECTION_MIME = "application/x-briefing-section"
POINT_MIME = "application/x-briefing-point"


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
        self._nodes = Nodes()
        self._root = self._nodes.root

    # What is shown

    def set_rows(self, rows: Rows) -> None:
        """Show ``rows`` by the fewest kinds of change, so that views keep their state."""
        if not rows or not self._root.children:
            if rows or self._root.children:
                self._reset(rows)
            return
        wanted = {identity(row) for section, points in rows for row in (section, *points)}
        for section in self._root.children:
            self._remove_unwanted(section, wanted)
        for position, (section, points) in enumerate(rows):
            self._bring(self._root, position, section, points)
            self._bring_points(self._root.children[position], points)
        # only now: points of a section that goes may have moved into one that stays
        self._remove_unwanted(self._root, wanted)

    def section_index(self, id: str) -> QModelIndex:
        """Invalid when there is none."""
        return self._index(self._nodes.of(SectionRow, id) or self._root)

    def point_index(self, id: str) -> QModelIndex:
        """Invalid when there is none."""
        return self._index(self._nodes.of(PointRow, id) or self._root)

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
        node = self._nodes.of(SectionRow, section) or self._root
        return tuple(each.row for each in node.children if isinstance(each.row, PointRow))

    def point_count(self) -> int:
        return sum(len(each.children) for each in self._root.children)

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
                return check_state(row)
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
        moved = self._moved(data)
        place = self._landing(data, row, parent)
        if action == Qt.DropAction.MoveAction and moved is not None and place is not None:
            target, position = place
            if isinstance(moved.row, SectionRow):
                self.section_moved.emit(moved.row.id, position)
            elif moved.row is not None and target.row is not None:
                self.point_moved.emit(moved.row.id, target.row.id, position)
        return False

    def _landing(self, data: QMimeData, row: int, parent: Index) -> tuple[Node, int] | None:
        """The new parent and the place there; None for no move. ``row`` as Qt gives it."""
        moved = self._moved(data)
        return landing(moved, self._node(parent), row, self._root) if moved is not None else None

    def _moved(self, data: QMimeData) -> Node | None:
        if data.hasFormat(SECTION_MIME):
            return self._nodes.of(SectionRow, _text(data, SECTION_MIME))
        return self._nodes.of(PointRow, _text(data, POINT_MIME))

    # From rows to nodes

    def _node(self, index: Index) -> Node:
        return self._nodes.at(index.internalId()) if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex(node.position, 0, node.key)

    def _reset(self, rows: Rows) -> None:
        self.beginResetModel()
        self._nodes.fill(rows)
        self.endResetModel()

    def _bring_points(self, parent: Node, points: Sequence[PointRow]) -> None:
        """Have ``points`` under ``parent`` in their order, new ones in as few steps as can be."""
        new = [each for each, row in enumerate(points) if self._nodes.of(PointRow, row.id) is None]
        ends = dict(runs(new))
        changed: list[int] = []
        for place, row in enumerate(points):
            if place in ends:
                self._insert(parent, place, points[place : ends[place] + 1])
            elif self._place(parent, place, row):
                changed.append(place)
        for first, last in runs(changed):
            self._announce(parent.children[first], parent.children[last])

    def _bring(
        self, parent: Node, position: int, row: SectionRow, points: Sequence[PointRow]
    ) -> None:
        """Have a section at ``position``, wherever it was; a new one with those of its points
        that are new as well."""
        if self._nodes.of(SectionRow, row.id) is None:
            new = [each for each in points if self._nodes.of(PointRow, each.id) is None]
            self.beginInsertRows(self._index(parent), position, position)
            node = self._nodes.make(row)
            node.insert(0, [self._nodes.make(each) for each in new])
            parent.insert(position, (node,))
            self.endInsertRows()
        elif self._place(parent, position, row):
            node = parent.children[position]
            self._announce(node, node)

    def _insert(self, parent: Node, position: int, rows: Sequence[PointRow]) -> None:
        self.beginInsertRows(self._index(parent), position, position + len(rows) - 1)
        parent.insert(position, [self._nodes.make(each) for each in rows])
        self.endInsertRows()

    def _place(self, parent: Node, position: int, row: SectionRow | PointRow) -> bool:
        """Move a row that is there, and give it what it shows; whether that is another."""
        node = self._nodes.of(type(row), row.id)
        assert node is not None
        old = node.parent or self._root
        if old is not parent or node.position != position:
            at = node.position
            self.beginMoveRows(self._index(old), at, at, self._index(parent), position)
            parent.insert(position, old.remove(at, at))
            self.endMoveRows()
        changed = node.row != row
        if changed:
            node.row = row
        return changed

    def _announce(self, first: Node, last: Node) -> None:
        self.dataChanged.emit(self._index(first), self._index(last))

    def _remove_unwanted(self, parent: Node, wanted: set[Identity]) -> None:
        def is_wanted(node: Node) -> bool:
            return node.row is not None and identity(node.row) in wanted

        gone = [
            node.position
            for node in parent.children
            if not is_wanted(node) and not any(map(is_wanted, node.children))
        ]
        for first, last in reversed(tuple(runs(gone))):
            self.beginRemoveRows(self._index(parent), first, last)
            self._nodes.forget(parent.remove(first, last))
            self.endRemoveRows()


def check_state(row: SectionRow | PointRow) -> Qt.CheckState:
    """Of the box before it; a section with points that are left out is ticked in part."""
    if not row.taken:
        return Qt.CheckState.Unchecked
    if isinstance(row, SectionRow) and not row.whole:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked


def _text(data: QMimeData, format: str) -> str:
    return bytes(data.data(format).data()).decode(errors="replace")


def _wording(row: PointRow) -> str:
    return row.facts.text if row.wording is None else row.wording


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())

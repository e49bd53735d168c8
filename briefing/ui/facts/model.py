"""The rows of one list for Qt: it shows them, announces wishes, changes nothing.

A list is flat, with headings in it that cannot be chosen. It is shown in batches as it is
scrolled, and a row is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.ui.facts.describe import spoken, tooltip
from briefing.ui.facts.lists import Entry, Heading
from briefing.ui.facts.rows import FactRow, RowMaker

Index = QModelIndex | QPersistentModelIndex
Item = Qt.ItemDataRole

ROW = Item.UserRole
"""Role under which an index gives its FactRow or Heading."""
BATCH = 200
"""Rows that are shown at first, and more of each time the end is reached."""


class FactsModel(QAbstractListModel):
    taken = Signal(object, bool)
    """A FactRow, and whether it is to go into the briefing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._maker: RowMaker | None = None
        self._made: dict[int, FactRow] = {}
        self._shown = 0

    # What is shown

    def set_entries(self, entries: Sequence[Entry], maker: RowMaker) -> bool:
        """Show another list, or the same another time; whether all rows came anew.

        The very same entries stay where they are, and only what changed in them is told.
        """
        if entries is self._entries:
            self._maker = maker
            self._refresh()
            return False
        before, same_list = self._shown, len(self._entries) > 0
        self.beginResetModel()
        self._entries, self._maker, self._made = entries, maker, {}
        least = max(BATCH, before) if same_list else BATCH
        self._shown = min(len(entries), least)
        self.endResetModel()
        return True

    def _refresh(self) -> None:
        before, self._made = self._made, {}
        for position, old in before.items():
            if self.row(position) != old:
                index = self.index(position)
                self.dataChanged.emit(index, index)

    def forget(self) -> None:
        """Begin with a short list again."""
        self.beginResetModel()
        self._entries, self._made, self._shown = (), {}, 0
        self.endResetModel()

    def show_more(self) -> None:
        """Another batch. By ``fetchMore`` a view would ask for one whenever it lays itself out."""
        if self._shown == len(self._entries):
            return
        last = min(len(self._entries), self._shown + BATCH) - 1
        self.beginInsertRows(QModelIndex(), self._shown, last)
        self._shown = last + 1
        self.endInsertRows()

    def row(self, position: int) -> FactRow | Heading | None:
        if not 0 <= position < len(self._entries) or self._maker is None:
            return None
        entry = self._entries[position]
        if isinstance(entry, Heading):
            return entry
        made = self._made.get(position)
        if made is None:
            made = self._made[position] = self._maker.make(entry)
        return made

    def fact(self, index: Index) -> FactRow | None:
        """The row at ``index``; None for a heading or nothing."""
        row = self.row(index.row()) if index.isValid() else None
        return row if isinstance(row, FactRow) else None

    def find(self, wanted: FactRow) -> QModelIndex:
        """Where the same fact is among those shown: by its place in the article, or else, where
        that was read another way, by its name or words; invalid for nowhere."""
        alike = -1
        for position in range(self._shown):
            row = self.row(position)
            if not isinstance(row, FactRow) or row.fact is not wanted.fact:
                continue
            source = wanted.source
            if row.source == source and row.key == wanted.key:
                return self.index(position)
            if row.source.article == source.article and source.span in row.places:
                return self.index(position)
            if alike < 0 and row.name == wanted.name:
                alike = position
        return self.index(alike) if alike >= 0 else QModelIndex()

    def nearest(self, position: int) -> QModelIndex:
        """A row that can be chosen, at ``position`` or near it."""
        places = (*range(position, self._shown), *range(min(position, self._shown) - 1, -1, -1))
        for each in places:
            if isinstance(self._entries[each], Heading):
                continue
            return self.index(each)
        return QModelIndex()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._shown

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if self.fact(index) is None:
            return flag.NoItemFlags
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsUserCheckable
            | flag.ItemIsEditable
            | flag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Item.DisplayRole) -> Any:
        row = self.row(index.row())
        if isinstance(row, Heading):
            shown = {Item.DisplayRole: row.text, Item.AccessibleTextRole: row.text, ROW: row}
            return shown.get(role)
        if row is None:
            return None
        match role:
            case Item.DisplayRole:
                return row.name
            case Item.CheckStateRole:
                return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
            case Item.ToolTipRole:
                return tooltip(row)
            case Item.AccessibleTextRole:
                return spoken(row)
            case _ if role == ROW:
                return row
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Item.EditRole) -> bool:
        """Announce the wish. Always False: the owner decides, and gives new rows."""
        row = self.fact(index)
        if role == Item.CheckStateRole and row is not None:
            wished = Qt.CheckState(value) != Qt.CheckState.Unchecked
            if wished != bool(row.taken):
                self.taken.emit(row, wished)
        return False

"""Fields of a form in two columns, or in one where there is little room."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from briefing.model.template import Field, FieldType
from briefing.ui import theme
from briefing.ui.fields import FieldEditor

_LONG = "22 September 2021"
"""What a field beside another has room for."""
_BESIDE = 60
"""Pixels of a field for a day that are not its text: its edges and the calendar."""


class FieldGrid(QWidget):
    """Long fields, and those of ``wide``, get a row of their own."""

    edited = Signal(str, str)
    """Id of the field, and its value."""
    left = Signal()

    def __init__(self, fields: Sequence[Field], wide: Collection[str]) -> None:
        super().__init__()
        self.editors: dict[str, FieldEditor] = {}
        self._wide = {each.id for each in fields if each.id in wide or each.type is FieldType.TEXT}
        self._columns = 0
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.GAP)
        for field in fields:
            editor = FieldEditor(field)
            self.editors[field.id] = editor
            editor.edited.connect(lambda text, id=field.id: self.edited.emit(id, text))
            editor.left.connect(self.left)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # what stands over a field has grown
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        self._arrange(1 if self.width() < self._width_of_two() else 2)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: two give way to it."""
        widths = (each.minimumSizeHint().width() for each in self.editors.values())
        return QSize(max(widths, default=0), self._grid.minimumSize().height())

    def _width_of_two(self) -> int:
        """Pixels below which something is cut in two columns."""
        day = self.fontMetrics().horizontalAdvance(_LONG) + _BESIDE
        widths, column = [day, day], 0
        for id, editor in self.editors.items():
            if id in self._wide:
                column = 0
            else:
                widths[column] = max(widths[column], editor.minimumSizeHint().width())
                column = 1 - column
        return sum(widths) + theme.MARGIN

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        self._grid.setHorizontalSpacing(theme.MARGIN if columns > 1 else 0)
        row, column = 0, 0
        for id, editor in self.editors.items():
            whole_row = columns == 1 or id in self._wide
            if whole_row and column:
                row, column = row + 1, 0
            self._grid.addWidget(editor, row, column, 1, columns if whole_row else 1)
            row, column = (row + 1, 0) if whole_row or column else (row, 1)

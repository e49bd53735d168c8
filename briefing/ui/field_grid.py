"""Fields of a form in two columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from briefing.model.template import Field, FieldType
from briefing.ui import theme
from briefing.ui.fields import FieldEditor


class FieldGrid(QWidget):
    """Long fields, and those of ``wide``, get a row of their own."""

    edited = Signal(str, str)
    """Id of the field, and its value."""
    left = Signal()

    def __init__(self, fields: Sequence[Field], wide: Collection[str]) -> None:
        super().__init__()
        self.editors: dict[str, FieldEditor] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.MARGIN)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for field in fields:
            editor = FieldEditor(field)
            self.editors[field.id] = editor
            editor.edited.connect(lambda text, id=field.id: self.edited.emit(id, text))
            editor.left.connect(self.left)
            whole_row = field.id in wide or field.type is FieldType.TEXT
            if whole_row and column:
                row, column = row + 1, 0
            grid.addWidget(editor, row, column, 1, 2 if whole_row else 1)
            row, column = (row + 1, 0) if whole_row or column else (row, 1)

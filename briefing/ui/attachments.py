"""Choosing which attachments of an e-mail are opened as articles of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import theme


class AttachmentsDialog(QDialog):
    chosen = Signal(object)
    """list[int]: their places in the e-mail."""

    def __init__(self, name: str, attachments: Sequence[str], parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle("Open attachments")
        self.resize(480, 320)
        hint = QLabel(
            f"Attachments of “{name}”. Each that you tick is opened as an article of its own.",
            wordWrap=True,
        )
        self.list = QListWidget()
        self.list.setAccessibleName("Attachments")
        self.list.setSpacing(2)
        for each in attachments:
            item = QListWidgetItem(each)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
                          | Qt.ItemFlag.ItemIsSelectable)  # fmt: skip
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _: self._check())
        self.list.itemActivated.connect(_toggle)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = self.buttons.addButton("Open", QDialogButtonBox.ButtonRole.AcceptRole)
        self.open_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.MARGIN,) * 4)
        layout.setSpacing(theme.GAP)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self._check()

    @property
    def places(self) -> list[int]:
        rows = range(self.list.count())
        return [row for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked]

    def accept(self) -> None:
        self.chosen.emit(self.places)
        super().accept()

    def _check(self) -> None:
        self.open_button.setEnabled(bool(self.places))


def _toggle(item: QListWidgetItem) -> None:
    checked = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

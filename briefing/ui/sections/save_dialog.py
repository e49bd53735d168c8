"""Under which name the sections are saved as a topic set, and what that does to others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing import paths
from briefing.model import edits
from briefing.model.topic import TopicSet
from briefing.ui import theme


class SaveSetDialog(QDialog):
    saved = Signal(str)
    """The name, without blanks at its ends; never empty."""

    def __init__(
        self, sets: Sequence[TopicSet], current_id: str, parent: QWidget | None = None
    ) -> None:
        """``sets`` are those there are, ``current_id`` is the one in use, empty for none."""
        super().__init__(parent)
        self.setWindowTitle("Save sections as topic set")
        self.setMinimumWidth(400)
        self._sets = tuple(sets)
        current = next((each for each in sets if each.id == current_id), None)
        self.name = QLineEdit(_offered(current), self)
        self.name.setAccessibleName("Name of the topic set")
        self.name.setPlaceholderText("Such as Port affairs")
        self.name.setMaxLength(120)
        label = QLabel("&Name of the topic set", self)
        label.setBuddy(self.name)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.note.setMinimumHeight(3 * self.note.fontMetrics().lineSpacing())
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(theme.GAP)
        box.addWidget(label)
        box.addWidget(self.name)
        box.addWidget(self.note)
        box.addStretch(1)
        box.addWidget(self.buttons)
        self.name.textChanged.connect(self._check)
        self.name.selectAll()
        self.name.setFocus()
        self._check()

    def accept(self) -> None:
        if name := self._wished():
            super().accept()
            self.saved.emit(name)

    def _wished(self) -> str:
        return self.name.text().strip()

    def _check(self) -> None:
        name = self._wished()
        self.note.setText(self._consequence(name) if name else "")
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(name))
        save.setText("Replace" if name and _is_own(edits.slug(name)) else "Save")

    def _consequence(self, name: str) -> str:
        """What happens to the set that has this name already; empty when none has."""
        id = edits.slug(name)
        if _is_own(id):
            return f"You have a topic set “{name}” already. Saving replaces it."
        if any(each.id == id for each in self._sets):
            return (
                f"“{name}” comes with the program. Yours is saved as a copy of its own, "
                "which is used in its place."
            )
        if any(each.name.casefold() == name.casefold() for each in self._sets):
            return (
                f"There is a topic set “{name}”, which stays as it is. Yours is saved as a copy "
                "of its own, beside it."
            )
        return ""


def _offered(current: TopicSet | None) -> str:
    """The name to begin with: nobody should hide a set that comes with the program unawares."""
    if current is None:
        return ""
    return current.name if _is_own(current.id) else f"{current.name} (mine)"


def _is_own(id: str) -> bool:
    """Whether the set is a file of the person's."""
    return (paths.user_data() / "topics" / f"{id}.toml").is_file()

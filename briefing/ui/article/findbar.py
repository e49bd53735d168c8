"""Finding words in the article."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from briefing.ui import icons, theme


class Reader(Protocol):
    """What shows the article."""

    def selected_words(self) -> str:
        """Empty where nothing is selected, or more than one paragraph."""
        ...

    def seek(self, words: str, *, backward: bool = False, anew: bool = False) -> bool:
        """Select ``words`` where they come next, or, ``anew``, where the selection begins.

        False when they are nowhere in the article; then nothing is selected.
        """
        ...

    def return_to_text(self) -> None: ...


class FindBar(QWidget):
    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in the article")
        self.field.setAccessibleName("Find in the article")
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self._begin)
        self.field.returnPressed.connect(self.next)
        self._said = QLabel(self)
        self._said.setMinimumWidth(64)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 4, theme.GAP, 4)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addWidget(self._said)
        for name, tip, does in (
            ("up", "Previous (Shift+F3)", self.previous),
            ("down", "Next (F3, Enter)", self.next),
            ("close", "Close (Esc)", self.leave),
        ):
            button = QToolButton(self)
            button.setIcon(icons.icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(does)
            row.addWidget(button)
        self.hide()

    @property
    def said(self) -> str:
        """What the bar says of the last search; empty when something was found."""
        return self._said.text()

    def enter(self, words: str = "") -> None:
        """Show the bar and look for ``words``, or for what is selected in the text."""
        wanted = words or self._reader.selected_words()
        self.show()
        if wanted:
            self.field.setText(wanted)
            self._begin()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        self.hide()
        self._reader.return_to_text()

    def next(self) -> None:
        self._seek()

    def previous(self) -> None:
        self._seek(backward=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F3:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.previous() if back else self.next()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self._seek(anew=True)

    def _seek(self, *, backward: bool = False, anew: bool = False) -> None:
        words = self.field.text()
        found = not words or self._reader.seek(words, backward=backward, anew=anew)
        self._said.setText("" if found else "Not found")

"""Finding words in the article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from briefing.ui import icons, theme


class FindBar(QWidget):
    def __init__(self, text: QTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
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
        selected = self._text.textCursor().selectedText()
        wanted = words or (selected if "\u2029" not in selected else "")
        self.show()
        if wanted:
            self.field.setText(wanted)
            self._begin()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        self.hide()
        self._text.setFocus()

    def next(self) -> None:
        self._seek(QTextDocument.FindFlag(0), QTextCursor.MoveOperation.Start)

    def previous(self) -> None:
        self._seek(QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F3:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.previous() if back else self.next()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._text.setTextCursor(cursor)
        self.next()

    def _seek(self, flags: QTextDocument.FindFlag, wrap: QTextCursor.MoveOperation) -> None:
        words = self.field.text()
        if not words:
            self._said.clear()
            return
        found = self._text.find(words, flags)
        if not found:
            cursor = self._text.textCursor()
            self._text.moveCursor(wrap)
            found = self._text.find(words, flags)
            if not found:
                cursor.clearSelection()
                self._text.setTextCursor(cursor)
        self._said.setText("" if found else "Not found")

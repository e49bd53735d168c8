"""Where text from elsewhere is pasted before it becomes an article."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import theme


class PasteDialog(QDialog):
    text_accepted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Paste text")
        self.resize(640, 480)
        hint = QLabel(
            "Paste the whole article: headline, caption and notices too. What is not part of "
            "the text is recognised and set apart.",
            wordWrap=True,
        )
        self.text = QPlainTextEdit(QGuiApplication.clipboard().text())
        self.text.setProperty("field", True)
        self.text.setPlaceholderText("Paste the article here (Ctrl+V)")
        self.text.setAccessibleName("Text of the article")
        self.text.setTabChangesFocus(True)
        self.text.selectAll()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = self.buttons.addButton(
            "Use this text", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.use_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.MARGIN,) * 4)
        layout.setSpacing(theme.GAP)
        layout.addWidget(hint)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.buttons)
        self._check()

    def accept(self) -> None:
        self.text_accepted.emit(self.text.toPlainText())
        super().accept()

    def _check(self) -> None:
        self.use_button.setEnabled(bool(self.text.toPlainText().strip()))

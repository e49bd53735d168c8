"""Where text from elsewhere is pasted before it becomes an article."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import theme, transfer


class _Text(QPlainTextEdit):
    """Shows the words only; says what they were when they came from elsewhere."""

    replaced = Signal(str)
    """All there was is replaced by what is pasted; with its HTML, if it has any."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        everything = len(cursor.selectedText()) == self.document().characterCount() - 1
        super().insertFromMimeData(source)
        if everything:
            self.replaced.emit(source.html())


class PasteDialog(QDialog):
    text_accepted = Signal(str, str)
    """The words, and the same as HTML; empty where they have no form or it is not wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Paste text")
        self.resize(640, 480)
        self._html = ""
        """What the text was copied from; empty once it is edited."""
        hint = QLabel(
            "Paste the whole article: headline, caption and notices too. What is not part of "
            "the text is recognised and set apart.",
            wordWrap=True,
        )
        copied = transfer.read(QGuiApplication.clipboard().mimeData())
        self.text = _Text(QGuiApplication.clipboard().text())
        self.text.setProperty("field", True)
        self.text.setPlaceholderText("Paste the article here (Ctrl+V)")
        self.text.setAccessibleName("Text of the article")
        self.text.setTabChangesFocus(True)
        self.text.selectAll()
        self.keep_form = QCheckBox("Keep its headings, captions and paragraphs")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = self.buttons.addButton(
            "Use this text", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.use_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._edited)
        self.text.replaced.connect(self._take_form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.MARGIN,) * 4)
        layout.setSpacing(theme.GAP)
        layout.addWidget(hint)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.keep_form)
        layout.addWidget(self.buttons)
        self._take_form(copied.html)

    def accept(self) -> None:
        html = self._html if self.keep_form.isChecked() else ""
        self.text_accepted.emit(self.text.toPlainText(), html)
        super().accept()

    def _take_form(self, html: str) -> None:
        self._html = html
        self.keep_form.setChecked(bool(html))
        self.keep_form.setEnabled(bool(html))
        self.keep_form.setToolTip(
            "As they were where you copied it" if html else "What you copied is plain text"
        )
        self._check()

    def _edited(self) -> None:
        """The words are the person's now; the form of what they were no longer fits."""
        if self._html:
            self._take_form("")
            self.keep_form.setToolTip("The text was edited, so it is used as it stands here")
        self._check()

    def _check(self) -> None:
        self.use_button.setEnabled(bool(self.text.toPlainText().strip()))

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

_KEEP = "Keep its headings, captions and paragraphs"


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
        self._copied = ("", "")
        """What was pasted: its words, and the same as HTML if it had form."""
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
        self.keep_form = QCheckBox(_KEEP)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = self.buttons.addButton(
            "Use this text", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.use_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._edited)
        self.text.replaced.connect(self._take_form)
        self.keep_form.clicked.connect(self._restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.MARGIN,) * 4)
        layout.setSpacing(theme.GAP)
        layout.addWidget(hint)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.keep_form)
        layout.addWidget(self.buttons)
        self._take_form(copied.html)

    def accept(self) -> None:
        html = self._copied[1] if self.keep_form.isChecked() else ""
        self.text_accepted.emit(self.text.toPlainText(), html)
        super().accept()

    def _take_form(self, html: str) -> None:
        """Note that all there is has just been copied from elsewhere, as this HTML."""
        self._copied = (self.text.toPlainText(), html)
        self._show_form(bool(html))
        self._check()

    def _edited(self) -> None:
        """Words that were changed are the person's; the form of what they were does not fit."""
        self._show_form(False)
        self._check()

    def _restore(self, wanted: bool) -> None:
        """Form is had only with the words as they were copied."""
        text, _ = self._copied
        if wanted and self.text.toPlainText() != text:
            cursor = self.text.textCursor()
            cursor.select(cursor.SelectionType.Document)
            self.text.blockSignals(True)
            cursor.insertText(text)  # undo takes it back
            self.text.blockSignals(False)
        self._show_form(wanted)
        self._check()

    def _show_form(self, kept: bool) -> None:
        text, html = self._copied
        if not html:
            why = "what you copied is plain text"
        elif kept:
            why = ""
        elif self.text.toPlainText() != text:
            why = "the text was edited; tick to have it as you copied it"
        else:
            why = ""
        self.keep_form.setText(f"{_KEEP} ({why})" if why else _KEEP)
        self.keep_form.setToolTip(
            f"{why[0].upper()}{why[1:]}" if why else "As they were where you copied it"
        )
        self.keep_form.setEnabled(bool(html))
        self.keep_form.setChecked(kept)

    def _check(self) -> None:
        self.use_button.setEnabled(bool(self.text.toPlainText().strip()))

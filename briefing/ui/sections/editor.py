"""Where a point's wording is edited, in its row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

_HINT_PAD = 8


class WordingEditor(QPlainTextEdit):
    """Several lines; Ctrl+Enter saves, Esc (which the delegate sees) gives up."""

    saved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("field", True)
        self.setAccessibleName("Wording for the briefing")
        self.setTabChangesFocus(True)
        self.setAutoFillBackground(True)
        self._hint = QLabel("Ctrl+Enter saves · Esc cancels", self)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        font = self._hint.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self._hint.setFont(font)
        self.setViewportMargins(0, 0, 0, self._hint.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.saved.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._hint.sizeHint()
        self._hint.setGeometry(
            _HINT_PAD,
            self.height() - size.height() - 3,
            self.width() - 2 * _HINT_PAD,
            size.height(),
        )

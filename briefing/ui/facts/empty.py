"""What stands in place of a list while there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing.ui import theme
from briefing.ui.icons import icon

_PICTURE = 32
"""Pixels of the picture."""


class Nothing(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self.title = QLabel(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self.title.setFont(font)
        self.text = QLabel(self)
        self.text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 24)
        box.setSpacing(theme.GAP)
        box.addStretch(2)
        for each in (self._picture, self.title, self.text):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setWordWrap(True)
            box.addWidget(each)
        box.addStretch(3)
        self._draw()

    def say(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:  # a label keeps the pixels it is given
            self._draw()

    def _draw(self) -> None:
        size = QSize(_PICTURE, _PICTURE)
        self._picture.setPixmap(icon("facts").pixmap(size, QIcon.Mode.Disabled))

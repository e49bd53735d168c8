"""How much is taken, in as many words as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class CountLabel(QLabel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sentences taken")
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._texts: tuple[str, ...] = ("",)

    def set_count(self, taken: int, total: int) -> None:
        noun = "sentence" if total == 1 else "sentences"
        full = f"{taken} of {total} {noun} taken"
        self._texts = (full, f"{taken} of {total} taken", f"{taken}/{total}")
        self.setToolTip(full)
        self.setAccessibleDescription(full)
        self._fit()

    def clear_count(self) -> None:
        self._texts = ("",)
        self.setToolTip("")
        self.setAccessibleDescription("")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        measure = self.fontMetrics().horizontalAdvance
        fitting = (each for each in self._texts if measure(each) <= room)
        self.setText(next(fitting, self._texts[-1]))

"""Which part of a long article is shown, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from briefing.ui import icons, theme


class PartsBar(QWidget):
    wished = Signal(int)
    """Index of the part to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = self._count = 0
        self.back = self._button("up", "Part before (Ctrl+Page Up)", -1)
        self.on = self._button("down", "Next part (Ctrl+Page Down)", 1)
        self.number = QSpinBox(self)
        self.number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.number.setKeyboardTracking(False)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setAccessibleName("Part of the article")
        self.number.setToolTip("The article is long and shown in parts. Type a number to go there.")
        self.number.valueChanged.connect(lambda value: self.wished.emit(value - 1))
        self._of = QLabel(self)
        self._of.setSizePolicy(
            self._of.sizePolicy().Policy.Ignored, self._of.sizePolicy().verticalPolicy()
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 2, theme.GAP, 2)
        row.setSpacing(4)
        row.addWidget(QLabel("Part", self))
        row.addWidget(self.number)
        row.addWidget(self._of, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        self.hide()

    @property
    def said(self) -> str:
        return f"Part {self.number.value()} {self._of.text()}"

    def show_part(self, index: int, count: int, numbers: tuple[int, int] | None) -> None:
        """Part ``index`` of ``count``, with the first and last number of its body paragraphs."""
        self._index, self._count = index, count
        self.number.blockSignals(True)
        self.number.setRange(1, max(1, count))
        self.number.setValue(index + 1)
        self.number.blockSignals(False)
        self._of.setText(f"of {count:,}{_paragraphs(numbers)}")
        self.back.setEnabled(index > 0)
        self.on.setEnabled(index + 1 < count)
        self.setVisible(count > 1)

    def _button(self, name: str, tip: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wished.emit(self._index + step))
        return button


def _paragraphs(numbers: tuple[int, int] | None) -> str:
    if numbers is None:
        return ""
    first, last = numbers
    return f"  ·  ¶{first}" if first == last else f"  ·  ¶{first}–{last}"

"""Choosing how the bytes of an article are text: a list, and what it would read like."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import theme

_CUT = 180
"""Characters from which a sample is likely to be cut."""
_BESIDE = 40
"""Pixels of the list that are not text: its frame, its bar, and air."""
Choice = tuple[str, str, str]
"""Codec, what people call it, and how the text begins in it."""


class EncodingDialog(QDialog):
    encoding_chosen = Signal(str)
    """A codec's name."""

    def __init__(
        self, name: str, choices: Sequence[Choice], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Read again as…")
        self.resize(720, 440)
        self._choices = choices
        hint = QLabel(
            f"If letters or accents of “{name}” look wrong, choose the encoding that shows them "
            "right. The article is then read again and searched again: sentences that you took, "
            "left out or reworded in it are replaced by what is found then.",
            wordWrap=True,
        )
        self.list = QListWidget()
        self.list.setAccessibleName("Encoding")
        self.list.setSpacing(2)
        for codec, label, _ in choices:
            item = QListWidgetItem(f"{label} — as now" if same(codec, current) else label)
            item.setToolTip(codec)
            self.list.addItem(item)
        self.sample = QPlainTextEdit(readOnly=True)
        self.sample.setProperty("field", True)
        self.sample.setAccessibleName("How the text reads in this encoding")
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.list)
        both.addWidget(self.sample)
        both.setStretchFactor(1, 1)
        both.setSizes([self.list.sizeHintForColumn(0) + _BESIDE, 460])
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = self.buttons.addButton(
            "Read it so", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.use_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self.accept())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.MARGIN,) * 4)
        layout.setSpacing(theme.GAP)
        layout.addWidget(hint)
        layout.addWidget(both, 1)
        layout.addWidget(self.buttons)
        now = (row for row, each in enumerate(choices) if same(each[0], current))
        self.list.setCurrentRow(next(now, 0))
        self.list.setFocus()

    @property
    def encoding(self) -> str:
        """The codec that is chosen; empty for none."""
        row = self.list.currentRow()
        return self._choices[row][0] if 0 <= row < len(self._choices) else ""

    def choose(self, codec: str) -> None:
        """Go to a codec of the list."""
        rows = (row for row, each in enumerate(self._choices) if same(each[0], codec))
        self.list.setCurrentRow(next(rows))

    def accept(self) -> None:
        if self.encoding:
            self.encoding_chosen.emit(self.encoding)
        super().accept()

    def _show(self, row: int) -> None:
        self.sample.setPlainText(whole_words(self._choices[row][2]) if row >= 0 else "")
        self.use_button.setEnabled(row >= 0)


def whole_words(sample: str) -> str:
    """The beginning of a text, where it is cut not ending within a word."""
    if len(sample) < _CUT:
        return sample
    start, _, end = sample.rpartition(" ")
    return f"{start} …" if len(start) > len(end) and sample[-1].isalnum() else f"{sample} …"


def same(one: str, other: str) -> bool:
    """Whether two names are of one codec."""
    try:
        return codecs.lookup(one).name == codecs.lookup(other).name
    except LookupError:
        return False

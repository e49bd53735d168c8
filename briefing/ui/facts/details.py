"""What is told of the current row below the list: why it is there, and where else it is meant."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from briefing.model.template import SOURCE_FIELDS
from briefing.ui import painting, theme
from briefing.ui.facts.describe import advice, why
from briefing.ui.facts.rows import FactRow
from briefing.ui.icons import icon
from briefing.ui.pieces import arrow

_MOST = 260
"""Characters of a cue; the rest is in the tooltip."""
FIELDS = {each.id: each.label for each in SOURCE_FIELDS}
"""Of the source card, as the form calls them."""


class _Sign(QWidget):
    """A warning sign that follows the colours."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.tones(theme.is_dark(self)).warning)
        painting.warning_sign(painter, QRectF(1.5, 2, 13, 12), colour)
        painter.end()


class Doubt(QWidget):
    """A sentence with a warning sign before it."""

    def __init__(
        self,
        parent: QWidget | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> None:
        """``align`` is where the sign stands beside several lines."""
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Sign(self), 0, align)
        row.addWidget(self.label, 1)

    def say(self, text: str) -> None:
        self.label.setText(text)
        self.setVisible(bool(text))


class Details(QWidget):
    mention_wished = Signal(int)
    """One on (1), or one back (-1)."""
    field_wished = Signal(str)
    """A field of the source card that would answer what is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("About the chosen fact")
        self._field = ""
        self.unfold = QToolButton(self)
        self.unfold.setText("Why")
        self.unfold.setIconSize(QSize(12, 12))
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setCheckable(True)
        self.unfold.setChecked(True)
        self.unfold.setToolTip("Show why it is in the list")
        self.unfold.setAccessibleName("Show why it is in the list")
        self.unfold.setStyleSheet(
            "QToolButton { padding: 2px 6px 2px 0; margin-left: -3px; }"
            "QToolButton:checked:!hover { background: transparent; border-color: transparent; }"
            "QToolButton:checked:focus { border-color: palette(highlight); }"
        )
        self.unfold.toggled.connect(self._fold)
        self.back = arrow(self, "previous", "Mention before", lambda: self.mention_wished.emit(-1))
        self.on = arrow(self, "next", "Next mention", lambda: self.mention_wished.emit(1))
        self.which = QLabel(self)
        self.which.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.doubt = Doubt(self)
        self.cue = QLabel(self)
        self.cue.setWordWrap(True)
        self.cue.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.cue.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fill = QPushButton(icon("edit"), "Fill in", self)
        self.fill.clicked.connect(lambda: self.field_wished.emit(self._field))
        for each in (self.which, self.doubt.label, self.cue):
            each.setFont(painting.small(each.font()))
        top = QHBoxLayout()
        top.setSpacing(0)
        for each in (self.unfold, None, self.back, self.which, self.on):
            if each is None:
                top.addStretch(1)
            else:
                top.addWidget(each)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.MARGIN, 3, theme.GAP, 6)
        box.setSpacing(3)
        box.addLayout(top)
        for each in (self.cue, self.doubt):
            box.addWidget(each)
        box.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold(True)
        self.show_row(None, 0)

    def show_row(self, row: FactRow | None, number: int) -> None:
        """``number`` is that of the mention in view, from 0."""
        self.setVisible(row is not None)
        if row is None:
            return
        count = len(row.places)
        for each in (self.back, self.on, self.which):
            each.setVisible(count > 1)
        self.which.setText(f"{number % count + 1} of {count}" if count else "")
        note = row.note if row.note != row.text else ""
        parts = [note, why(row, number % count if count else 0)]
        cue = ". ".join(f"{each[:1].upper()}{each[1:]}" for each in parts if each)
        self.cue.setText(cue if len(cue) <= _MOST else f"{cue[: _MOST - 1]}…")
        self.cue.setToolTip(cue if len(cue) > _MOST else "")
        self.doubt.say(f"{row.doubt}. {advice(row)}" if row.doubt else "")
        self._field = row.field
        if row.field:
            self.fill.setText(f"Fill in “{FIELDS[row.field]}”")
        self._fold(self.unfold.isChecked())

    def _fold(self, unfolded: bool) -> None:
        self.unfold.setIcon(icon("down" if unfolded else "next"))
        self.cue.setVisible(unfolded and bool(self.cue.text()))
        self.fill.setVisible(bool(self._field))
        self.unfold.setVisible(bool(self.cue.text()))

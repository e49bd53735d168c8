"""What the window shows before there is an article: what it is for and how to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing.ui import theme
from briefing.ui.icons import app_icon, icon

_STEPS = (
    "<b>Open articles.</b> Their topics are found and highlighted, each in a colour.",
    "<b>Pick what to use.</b> Click sections and sentences to take them or leave them out.",
    "<b>Fill in the details</b> and export a Word file or a PDF, every point with its source.",
)


class Welcome(QWidget):
    open_requested = Signal()
    paste_requested = Signal()
    address_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    """Path of a file opened before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(64, 64))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = QLabel("From a news article to a briefing note")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title.setWordWrap(True)

        self.open_button = QPushButton(icon("open", on_accent=True), " Open articles…")
        self.open_button.setDefault(True)
        self.open_button.setToolTip(
            "Word, PDF, web, e-mail or text files, or a saved project (Ctrl+O)"
        )
        self.paste_button = QPushButton(icon("paste"), " Paste text")
        self.paste_button.setToolTip("Use text copied from a browser or elsewhere (Ctrl+Shift+V)")
        self.address_button = QPushButton(icon("address"), " From address…")
        self.address_button.setToolTip("Fetch one page from the web (Ctrl+L)")
        self.sample_button = QPushButton(icon("sample"), " Try the sample")
        self.sample_button.setToolTip("See how it works on an article that comes with the program")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.MARGIN)
        buttons.addStretch()
        for button, signal in (
            (self.open_button, self.open_requested),
            (self.paste_button, self.paste_requested),
            (self.address_button, self.address_requested),
            (self.sample_button, self.sample_requested),
        ):
            button.setMinimumHeight(40)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
            buttons.addWidget(button)
        buttons.addStretch()

        numbered = (f"<p>{number}.&nbsp; {step}</p>" for number, step in enumerate(_STEPS, 1))
        steps = QLabel("".join(numbered))
        steps.setTextFormat(Qt.TextFormat.RichText)
        hint = QLabel(
            "Word, PDF, web pages, e-mails, text. You can also drop files or text on this window."
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)

        column = QVBoxLayout()
        column.setSpacing(theme.MARGIN)
        for widget in (picture, title):
            column.addWidget(widget)
        column.addSpacing(theme.GAP)
        column.addWidget(steps, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.GAP)
        column.addLayout(buttons)
        column.addWidget(hint)
        column.addSpacing(theme.GAP)
        column.addLayout(self._recent)

        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(column)
        layout.addStretch(3)

    def set_recent(self, paths: tuple[str, ...]) -> None:
        """List what was opened before, newest first."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for path in paths:
            button = QPushButton(Path(path).name)
            button.setFlat(True)
            button.setToolTip(path)
            button.setStyleSheet("border: none; text-decoration: underline;")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, path=path: self.recent_requested.emit(path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

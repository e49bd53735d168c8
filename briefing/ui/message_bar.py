"""A line under the toolbar that tells what happened and offers what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from briefing.ui import contrast, theme
from briefing.ui.icons import icon

Tone = Literal["info", "good", "warning", "error"]
Actions = Sequence[tuple[str, Callable[[], None]]]
"""What each button says, and does."""
_BAR = 4
"""Width of the bar of colour at the left, in pixels."""
_ICONS = {"info": "info", "good": "check", "warning": "warning", "error": "warning"}


class MessageBar(QFrame):
    """Shows one message at a time; it stays until closed, acted on or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = "info"
        self._waiting: tuple[Tone, str, Actions] | None = None
        """A message that comes back when those after it are closed."""
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.GAP)
        close = QToolButton(icon=icon("close"), toolTip="Close this message", autoRaise=True)
        close.setAccessibleName("Close this message")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or a stray Enter would close it
        close.clicked.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, 4, theme.GAP, 4)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._actions)
        layout.addWidget(close)
        self.hide()

    def tell(self, tone: Tone, text: str, actions: Actions = (), *, stays: bool = False) -> None:
        """Show a message with a button for each action; a button closes the message.

        One that ``stays`` is shown again after others, until it is closed or acted on itself.
        """
        if stays:
            self._waiting = (tone, text, actions)
        self._show(tone, text, actions)

    def _show(self, tone: Tone, text: str, actions: Actions) -> None:
        while item := self._actions.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for label, act in actions:
            button = QPushButton(label)
            button.clicked.connect(lambda _=False, act=act: self._act(act))
            self._actions.addWidget(button)
        self._tone = tone
        self._text.setText(text)
        self._icon.setPixmap(icon(_ICONS[tone]).pixmap(18, 18))
        self.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def tone(self) -> Tone:
        return self._tone

    def button(self, label: str) -> QPushButton | None:
        """The button of an action of the message that is shown."""
        for index in range(self._actions.count()):
            widget = self._actions.itemAt(index).widget()
            if isinstance(widget, QPushButton) and widget.text() == label:
                return widget
        return None

    def _act(self, act: Callable[[], None]) -> None:
        self._close()
        act()

    def _close(self) -> None:
        if self._waiting is not None and self._waiting[1] == self.text:
            self._waiting = None
        if self._waiting is not None:
            self._show(*self._waiting)
        else:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted, not styled: a style sheet of its own would cost each child its font."""
        tones = theme.tones(theme.is_dark(self))
        colour = QColor(
            {
                "info": tones.accent,
                "good": tones.good,
                "warning": tones.warning,
                "error": tones.error,
            }[self._tone]
        )
        painter = QPainter(self)
        area = self.rect()
        painter.fillRect(area, contrast.mix(QColor(tones.base), colour, 0.10))
        painter.fillRect(0, 0, _BAR, area.height(), colour)
        painter.fillRect(0, area.height() - 1, area.width(), 1, QColor(tones.border))
        super().paintEvent(event)

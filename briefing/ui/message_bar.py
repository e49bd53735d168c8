"""A line under the toolbar that tells what happened and offers what to do next."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import contrast, theme
from briefing.ui.icons import icon

Tone = Literal["info", "good", "warning", "error"]
Scope = Literal["opening", "briefing", "program"]
Actions = tuple[tuple[str, Callable[[], None]], ...]
"""What each button says, and does."""
_BAR = 4
"""Width of the bar of colour at the left, in pixels."""
_TALLEST = 148
"""Pixels that the lines of a message take before they scroll."""
WORST_FIRST: tuple[Tone, ...] = ("error", "warning", "info", "good")
PASSING_MS = 12_000
"""How long a message stays that passes; longer while the pointer or the keyboard is on it."""
_ICONS = {"info": "info", "good": "check", "warning": "warning", "error": "warning"}


@dataclass(frozen=True, slots=True)
class Line:
    """One of several things a message tells. A button that was used goes, and the line with the
    last of them; but one that only opens a dialog (“…”) stays, for that may be given up."""

    tone: Tone
    text: str
    actions: Actions = ()
    article: str = ""
    """Id of what it is about: it goes when that is no longer on the desk."""


@dataclass(frozen=True, slots=True)
class Message:
    tone: Tone
    text: str
    """May be empty where there are lines."""
    actions: Actions = ()
    """A button for each; it closes the message."""
    stays: bool = False
    """Whether it comes back after other messages, until it is closed or acted on itself."""
    lines: tuple[Line, ...] = ()
    scope: Scope = "briefing"
    """What it is about. One about an opening goes with the next that succeeds, and all but those
    about the program go with their briefing."""
    joins: bool = False
    """Whether its lines join those that are shown, in place of what they said of its articles."""
    passes: bool = False
    """Whether it goes by itself after a while, and with the next edit."""


class MessageBar(QFrame):
    """Shows one message at a time; it stays until closed, acted on or replaced, or passes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = Message("info", "")
        self._waiting: Message | None = None
        """A message that comes back when those after it are closed."""
        self._passing = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._passing.timeout.connect(self._pass_in_time)
        self._icon = QLabel()
        self._text = _label("")
        self._lines = _Lines(self._use)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.GAP)
        close = QToolButton(icon=icon("close"), toolTip="Close this message", autoRaise=True)
        close.setAccessibleName("Close this message")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or a stray Enter would close it
        close.clicked.connect(self._close)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._lines)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, 4, theme.GAP, 4)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._icon)
        layout.addLayout(words, 1)
        layout.addLayout(self._actions)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, message: Message) -> None:
        if message.stays:
            self._waiting = message
        if message.joins and self._message.lines and not self.isHidden():
            message = _joined(self._message, message)
        self._show(message)

    def follow(self, articles: Collection[str]) -> None:
        """Let go of what is about articles that are not among these ids any more."""
        lines = self._message.lines
        kept = tuple(each for each in lines if not each.article or each.article in articles)
        if len(kept) < len(lines) and not self.isHidden():
            self._keep(replace(self._message, text="", lines=kept))

    def forget(self, *scopes: Scope) -> None:
        """Let go of the message if it is about one of these."""
        if self._message.scope in scopes and not self._message.stays and not self.isHidden():
            self._close()

    def pass_by(self) -> None:
        """Let go of the message if it is one that passes."""
        if self._message.passes and not self.isHidden():
            self._close()

    def _pass_in_time(self) -> None:
        at = QApplication.focusWidget()
        if self.underMouse() or (at is not None and self.isAncestorOf(at)):
            self._passing.start()
        else:
            self.pass_by()

    @property
    def text(self) -> str:
        """All that is told, a line each."""
        return "\n".join(filter(None, (self._message.text, *(e.text for e in self._message.lines))))

    @property
    def tone(self) -> Tone:
        return self._message.tone

    def button(self, label: str) -> QPushButton | None:
        """The first button with this label in the message that is shown."""
        if self.isHidden():
            return None
        buttons = (*self._lines.buttons, *_buttons(self._actions))
        return next((each for each in buttons if each.text() == label), None)

    def _show(self, message: Message) -> None:
        while item := self._actions.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for label, act in message.actions:
            self._actions.addWidget(_button(label, lambda act=act: self._act(act)))
        self._message = message
        if message.passes:
            self._passing.start()
        else:
            self._passing.stop()
        self._text.setText(message.text)
        self._text.setVisible(bool(message.text))
        self._lines.show_lines(message.lines)
        self._icon.setPixmap(icon(_ICONS[message.tone]).pixmap(18, 18))
        several = len(message.lines) > 1
        self.layout().setAlignment(
            self._icon, Qt.AlignmentFlag.AlignTop if several else Qt.AlignmentFlag(0)
        )
        self.setAccessibleName(self.text)
        self.show()
        self.update()

    def _act(self, act: Callable[[], None]) -> None:
        self._close()
        act()

    def _use(self, line: Line, label: str, act: Callable[[], None]) -> None:
        """Do what a line offers; then it offers it no more."""
        if not label.endswith("…"):
            lines = self._message.lines
            left = tuple(each for each in line.actions if each[0] != label)
            now = (replace(line, actions=left),) if left else ()
            at = next(index for index, each in enumerate(lines) if each is line)
            self._keep(replace(self._message, lines=(*lines[:at], *now, *lines[at + 1 :])))
        act()

    def _keep(self, message: Message) -> None:
        """Show what is left of the message, if that is worth telling."""
        if any(each.tone != "good" or each.actions for each in message.lines):
            tone = min((each.tone for each in message.lines), key=WORST_FIRST.index)
            self._show(replace(message, tone=tone))
        else:
            self._close()

    def _close(self) -> None:
        if self._waiting is self._message:
            self._waiting = None
        if self._waiting is not None:
            self._show(self._waiting)
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
            }[self.tone]
        )
        painter = QPainter(self)
        area = self.rect()
        painter.fillRect(area, contrast.mix(QColor(tones.base), colour, 0.10))
        painter.fillRect(0, 0, _BAR, area.height(), colour)
        painter.fillRect(0, area.height() - 1, area.width(), 1, QColor(tones.border))
        super().paintEvent(event)


class _Lines(QScrollArea):
    """The lines of a message, as tall as they are, up to where they scroll."""

    def __init__(self, use: Callable[[Line, str, Callable[[], None]], None]) -> None:
        """``use`` is called with a line, and the label and the act of one of its buttons."""
        super().__init__()
        self._use = use
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("What happened")
        self.buttons: list[QPushButton] = []

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.buttons = []
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(theme.GAP)
            if len(lines) > 1:
                sign = QLabel()
                sign.setPixmap(icon(_ICONS[line.tone]).pixmap(14, 14))
                row.addWidget(sign)
            row.addWidget(_label(line.text), 1)
            for label, act in line.actions:
                button = _button(label, lambda a=(line, label, act): self._use(*a))
                self.buttons.append(button)
                row.addWidget(button)
            column.addLayout(row)
        if (old := self.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # not at once: a button of it may be what was just clicked
        self.setWidget(page)
        page.setAutoFillBackground(False)  # what it is put into would have it filled
        self.setVisible(bool(lines))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if (page := self.widget()) is not None and (layout := page.layout()) is not None:
            width = self.viewport().width()
            tall = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
            self.setFixedHeight(min(tall, _TALLEST))


def _joined(shown: Message, new: Message) -> Message:
    about = {each.article for each in new.lines if each.article}
    lines = [*(each for each in shown.lines if each.article not in about), *new.lines]
    lines.sort(key=lambda each: WORST_FIRST.index(each.tone))
    return replace(new, tone=lines[0].tone, lines=tuple(lines), scope=shown.scope)


def _label(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _button(label: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(label)
    button.clicked.connect(lambda _=False: act())
    return button


def _buttons(layout: QHBoxLayout) -> tuple[QPushButton, ...]:
    widgets = (layout.itemAt(index).widget() for index in range(layout.count()))
    return tuple(each for each in widgets if isinstance(each, QPushButton))

"""The buttons below the list: those that fit what is in it, and what was dismissed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from briefing.model.corrections import Correction, List
from briefing.ui import theme
from briefing.ui.facts.commands import Commands
from briefing.ui.icons import icon

_TIGHT = "QToolButton { padding: 5px; } QToolButton::menu-indicator { image: none; }"
_LETTER = "QToolButton { padding: 4px 8px; font-weight: 600; }"
_LONGEST = 60
"""Characters of an entry."""


class Toolbar(QWidget):
    restored = Signal(object)
    """Tuple of Correction that are taken back."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GAP, theme.GAP // 2 + 1, theme.GAP, theme.GAP // 2 + 1)
        self._row.setSpacing(1)
        kinds = [self._kind(action) for action in commands.kinds.values()]
        rename, value = self._button(commands.rename), self._button(commands.value)
        role = self._button(commands.role)
        self.kind, self.join = self._opener(commands.kind), self._opener(commands.join)
        self.speaker = self._opener(commands.speaker)
        split, dismiss = self._button(commands.split), self._button(commands.dismiss)
        self._groups: dict[List, tuple[QToolButton, ...]] = {
            List.PEOPLE: (rename, role, self.kind, self.join, split, dismiss),
            List.PLACES: (rename, self.kind, self.join, split, dismiss),
            List.TIMELINE: (value, self.kind, dismiss),
            List.QUOTATIONS: (self.speaker, dismiss),
            List.CLAIMS: (*kinds, self.speaker),
            List.GAPS: (dismiss,),
        }
        self._openers = {
            self.kind: commands.kind, self.join: commands.join, self.speaker: commands.speaker
        }  # fmt: skip
        self._row.addStretch(1)
        self._dismissed: Sequence[tuple[Correction, str]] = ()
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.dismissed = QToolButton(self)
        self.dismissed.setMenu(self.menu)
        self.dismissed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.dismissed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dismissed.setToolTip("Bring back what was dismissed")
        self.dismissed.setStyleSheet(_TIGHT)
        self._row.addWidget(self.dismissed)
        self.show_list(List.PEOPLE)
        self.set_dismissed(())

    def show_list(self, which: List) -> None:
        """The buttons that fit what is in a list."""
        wanted = self._groups[which]
        for each in {it for group in self._groups.values() for it in group}:
            each.setVisible(each in wanted)
        self._fit()

    def refresh(self) -> None:
        """Menus are enabled as their commands are."""
        for button, menu in self._openers.items():
            button.setEnabled(menu.isEnabled())

    def set_dismissed(self, dismissed: Sequence[tuple[Correction, str]]) -> None:
        """What may be brought back, each with a word for it."""
        self._dismissed = dismissed
        self.dismissed.setVisible(bool(dismissed))
        self.dismissed.setAccessibleName(f"Dismissed, {len(dismissed)}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many words as there is room for."""
        others = [
            self._row.itemAt(each).widget()
            for each in range(self._row.count())
            if self._row.itemAt(each).widget() not in (None, self.dismissed)
        ]
        used = sum(each.sizeHint().width() + 1 for each in others if not each.isHidden())
        room = self.width() - used - 2 * theme.GAP - 16
        count = len(self._dismissed)
        texts = f"Dismissed ({count})", f"({count})"
        measure = self.dismissed.fontMetrics().horizontalAdvance
        full = measure(texts[0]) <= room
        self.dismissed.setText(texts[0] if full else texts[1])
        self.dismissed.setIcon(icon("dismiss"))
        style = Qt.ToolButtonStyle
        self.dismissed.setToolButtonStyle(
            style.ToolButtonTextOnly if full else style.ToolButtonTextBesideIcon
        )

    def _fill(self) -> None:
        self.menu.clear()
        for correction, words in self._dismissed:
            text = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
            entry = self.menu.addAction(icon("undo"), text.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, each=correction: self.restored.emit((each,)))
        if len(self._dismissed) > 1:
            self.menu.addSeparator()
            every = tuple(each for each, _ in self._dismissed)
            self.menu.addAction("Bring all back").triggered.connect(
                lambda: self.restored.emit(every)
            )

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setStyleSheet(_TIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().rstrip("…"))
        self._row.addWidget(button)
        return button

    def _kind(self, action: QAction) -> QToolButton:
        button = self._button(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setStyleSheet(_LETTER)
        return button

    def _opener(self, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(menu.icon())
        button.setIconSize(QSize(16, 16))
        button.setStyleSheet(_TIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(menu.title())
        button.setAccessibleName(menu.title())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self._row.addWidget(button)
        return button

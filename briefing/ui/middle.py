"""The middle pane: sections or facts, under two tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

_FOCUS = "QTabBar::tab:selected:focus { border: 2px solid palette(highlight); padding: 3px 8px; }"


class MiddlePane(QWidget):
    """While an article is searched, a word about that takes the place of both."""

    def __init__(self, pages: dict[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName("Sections or facts")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self.tabs.setDocumentMode(True)
        self.tabs.setStyleSheet(_FOCUS)
        self._pages = QStackedWidget(self)
        for number, (name, page) in enumerate(pages.items(), start=1):
            self.tabs.addTab(name)
            self.tabs.setTabToolTip(number - 1, f"{name} (Ctrl+{number})")
            self._pages.addWidget(page)
            self._add_key(number, name)
        self.searching = QLabel("Looking for sections…", self, wordWrap=True)
        self.searching.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.searching)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)

    def show_pages(self) -> None:
        """The page of the tab that is chosen."""
        self._pages.setCurrentIndex(self.tabs.currentIndex())

    def show_searching(self) -> None:
        self._pages.setCurrentWidget(self.searching)

    def go_to(self, number: int) -> None:
        """Choose a tab, from 0, and let the keys go to its page."""
        self.tabs.setCurrentIndex(number)
        self._pages.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_key(self, number: int, name: str) -> None:
        action = QAction(name, self)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(lambda: self.go_to(number - 1))
        self.addAction(action)

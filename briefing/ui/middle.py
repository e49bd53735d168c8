"""The middle pane: sections or facts, under two tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

_FOCUS = "QTabBar::tab:selected:focus { border: 2px solid palette(highlight); padding: 3px 8px; }"


class Page(Protocol):
    """A widget that knows where in it the keys go."""

    def take_keys(self) -> None: ...


class MiddlePane(QWidget):
    """While an article is searched, a word about that takes the place of both."""

    def __init__(
        self, pages: Mapping[str, Callable[[], Page]], parent: QWidget | None = None
    ) -> None:
        """``pages``: name → what makes its page, once that is first shown."""
        super().__init__(parent)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName("Sections or facts")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self.tabs.setDocumentMode(True)
        self.tabs.setStyleSheet(_FOCUS)
        self._stack = QStackedWidget(self)
        self._names, self._makers = tuple(pages), tuple(pages.values())
        self._made: dict[int, Page] = {}
        for number, name in enumerate(pages):
            self.tabs.addTab(name)
            self.show_count(number, 0)
        self.searching = QLabel("Looking for sections…", self, wordWrap=True)
        self.searching.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.searching)
        self.tabs.currentChanged.connect(lambda _: self.show_pages())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def show_pages(self) -> None:
        """The page of the tab that is chosen."""
        number = self.tabs.currentIndex()
        if number not in self._made:
            self._made[number] = self._makers[number]()
            self._stack.addWidget(self._made[number])
            _follow_in_tab_order(self.tabs, self._made[number])
        self._stack.setCurrentWidget(self._made[number])

    def show_searching(self) -> None:
        self._stack.setCurrentWidget(self.searching)

    def show_count(self, number: int, count: int, of: str = "") -> None:
        """Beside the name of a tab, from 0: how much is in it, and ``of`` what. 0 is not shown."""
        name = self._names[number]
        self.tabs.setTabText(number, f"{name} ({count:,})" if count else name)
        tip = f"{name} (Ctrl+{number + 1})"
        self.tabs.setTabToolTip(number, f"{tip}: {of}" if of else tip)

    def go_to(self, number: int) -> None:
        """Choose a tab, from 0, and let the keys go to its page."""
        self.tabs.setCurrentIndex(number)
        self.show_pages()
        self._made[number].take_keys()


def _follow_in_tab_order(before: QWidget, page: QWidget) -> None:
    """What is made late would come last of the whole window."""
    each = page.nextInFocusChain()
    inside: list[QWidget] = []
    while page.isAncestorOf(each):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
            inside.append(each)
        each = each.nextInFocusChain()
    for each in inside:
        QWidget.setTabOrder(before, each)
        before = each

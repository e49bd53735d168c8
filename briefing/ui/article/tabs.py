"""The tabs of several articles: wide enough to tell them apart, with arrows where they are many."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget

_LEAST, _MOST = 176, 260
"""Pixels."""
_ARROWS = """QTabBar::scroller { width: 24px; }
QTabBar QToolButton { padding: 0; border-radius: 0; background: palette(window); }"""
"""With the room that other buttons have around them, nothing of the arrows would be seen."""


class ArticleTabs(QTabBar):
    """The whole name of each is its tooltip, which who adds a tab gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Articles")
        self.setExpanding(False)
        self.setTabsClosable(True)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self.setStyleSheet(_ARROWS)

    def tabSizeHint(self, index: int) -> QSize:
        wanted = super().tabSizeHint(index)
        return QSize(min(wanted.width(), _MOST), wanted.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        wanted = self.tabSizeHint(index)
        return QSize(min(wanted.width(), _LEAST), wanted.height())

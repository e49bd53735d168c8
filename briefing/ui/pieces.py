"""Small widgets that several panes have."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from briefing.ui.icons import icon


def rule(parent: QWidget) -> QFrame:
    """A line between what stands above and below."""
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    line.setFixedHeight(1)
    return line


def arrow(parent: QWidget, name: str, text: str, clicked: Callable[[], None]) -> QToolButton:
    """A small button that goes one on or back; ``name`` is that of its icon."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(14, 14))
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.setStyleSheet("QToolButton { padding: 3px; }")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: clicked())
    return button

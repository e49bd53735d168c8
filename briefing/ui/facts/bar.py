"""The line above a list: how much of it is in the briefing, and which kind of claim is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from briefing.model.annotations import ClaimKind
from briefing.ui import theme
from briefing.ui.facts.describe import KINDS
from briefing.ui.pieces import arrow


class ListBar(QWidget):
    kind_chosen = Signal(object)
    """ClaimKind, or None for all."""
    page_wished = Signal(int)
    """Of a long list: one on (1), or one back (-1)."""
    all_wished = Signal(bool)
    """Whether all rows of the list are to go into the briefing, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName("Kind of claims shown")
        self.kinds.setToolTip("Show only claims of one kind")
        for kind in (None, *ClaimKind):
            self.kinds.addItem("", kind)
        self.kinds.activated.connect(lambda at: self.kind_chosen.emit(self.kinds.itemData(at)))
        self.count = QLabel(self)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.back = arrow(self, "previous", "Rows before", lambda: self.page_wished.emit(-1))
        self.on = arrow(self, "next", "Rows after", lambda: self.page_wished.emit(1))
        self.menu = QMenu(self)
        self.add_all = self.menu.addAction("Put all of this list into the briefing")
        self.add_all.triggered.connect(lambda: self.all_wished.emit(True))
        self.remove_all = self.menu.addAction("Leave all of this list out")
        self.remove_all.triggered.connect(lambda: self.all_wished.emit(False))
        self.more = QToolButton(self)
        self.more.setText("⋯")
        self.more.setAccessibleName("More for this list")
        self.more.setToolTip("Put all of the list into the briefing, or none")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setMenu(self.menu)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 2, theme.GAP, 4)
        row.setSpacing(theme.GAP)
        row.addWidget(self.kinds)
        row.addWidget(self.count, 1)
        arrows = QHBoxLayout()
        arrows.setSpacing(0)
        for each in (self.back, self.on):
            arrows.addWidget(each)
        row.addLayout(arrows)
        row.addWidget(self.more)

    def show_kinds(self, counts: Mapping[ClaimKind, int] | None, current: ClaimKind | None) -> None:
        """Claims by kind; None where the list has no claims."""
        self.kinds.setVisible(counts is not None)
        if counts is None:
            return
        for place in range(self.kinds.count()):
            kind = self.kinds.itemData(place)
            name = KINDS[ClaimKind(kind).value] if kind else "All kinds"
            number = counts[ClaimKind(kind)] if kind else sum(counts.values())
            self.kinds.setItemText(place, f"{name} ({number})")
            if kind == current:
                self.kinds.setCurrentIndex(place)

    def show_count(self, taken: int, total: int, noun: str) -> None:
        narrow = not self.kinds.isHidden()
        self.count.setText(f"{taken} taken" if narrow else f"{taken} of {total:,} in the briefing")
        self.count.setToolTip(f"{taken} of {total:,} {noun} go into the briefing")
        self.add_all.setEnabled(taken < total)
        self.remove_all.setEnabled(taken > 0)
        self.more.setEnabled(total > 0)

    def show_page(self, page: int, pages: int) -> None:
        """Which part of a long list is shown, from 0."""
        for each, able in ((self.back, page > 0), (self.on, page < pages - 1)):
            each.setVisible(pages > 1)
            each.setEnabled(able)
        if pages > 1:
            self.count.setText(f"{page + 1} of {pages}")
            self.count.setToolTip(f"Part {page + 1} of {pages}. {self.count.toolTip()}")

"""A briefing in a house style, and below it what is missing in that or not supported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from briefing.messages import describe
from briefing.ui import theme
from briefing.ui.preview import Preview

if TYPE_CHECKING:
    from briefing.ui.work import Pages

NOTHING = "Nothing is missing in the style."
_STYLE, _MACHINE = "In the style:", "On this machine:"
_LINES = 14
"""Of findings that are given room; a longer list scrolls, and the bar above it gives more."""


class StylePages(QSplitter):
    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.preview = Preview()
        self.preview.show_message("The pages appear here.")
        self.findings = QPlainTextEdit(readOnly=True)
        self.findings.setProperty("field", True)
        self.findings.setPlaceholderText("Making the pages…")
        self.findings.setTabChangesFocus(True)
        self.findings.setAccessibleName("What is missing or not supported")
        self.findings.setMinimumHeight(3 * self.findings.fontMetrics().lineSpacing())
        self.findings.viewport().installEventFilter(self)
        self._heading = QLabel("&Missing or not supported")
        self._heading.setProperty("heading", True)
        self._heading.setBuddy(self.findings)
        self._parted = False
        """Whether the person said how tall each is."""
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, theme.GAP, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self._heading)
        column.addWidget(self.findings, 1)
        self.addWidget(self.preview)
        self.addWidget(below)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._part)

    def show_pages(self, pages: Pages, name: str) -> None:
        """``name`` is that of the house style."""
        self.preview.show_pdf(pages.pdf)
        self.preview.pages.go_to(1)
        wanting = [_of_it(describe(each), name) for each in pages.findings]
        machine = [describe(each) for each in pages.notices]
        told = [_STYLE, *_points(wanting)] if wanting else [NOTHING]
        if machine:
            told += ["", _MACHINE, *_points(machine)]
        self.set_findings("\n".join(told))

    def show_problem(self, text: str) -> None:
        self.preview.show_message(text)
        self.set_findings(text)

    def set_findings(self, text: str) -> None:
        self.findings.setPlainText(text)
        self._fit()

    # ------------------------------------------------------------ inside

    def _part(self) -> None:
        self._parted = True

    def _fit(self) -> None:
        """As tall as the findings are, up to where they scroll, or to half of all there is."""
        whole = sum(self.sizes())
        if self._parted or not whole:
            return
        lines = round(self.findings.document().size().height())  # Qt counts lines here
        line = self.findings.fontMetrics().lineSpacing()
        around = self._heading.sizeHint().height() + 2 * theme.GAP + 2 * theme.MARGIN
        wanted = min(min(max(lines, 1), _LINES) * line + around, whole // 2)
        if self.sizes()[1] != wanted:
            self.setSizes([whole - wanted, wanted])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()  # lines break elsewhere now
        return super().eventFilter(watched, event)


def _points(sentences: list[str]) -> list[str]:
    return [f"• {each}" for each in sentences]


def _of_it(sentence: str, name: str) -> str:
    """Without the name that all sentences about one house style would begin with."""
    rest = sentence.removeprefix(f"“{name}” ")
    return sentence if rest == sentence else f"It {rest}"

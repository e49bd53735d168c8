"""Verifying a receipt: which, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import NothingToVerify
from briefing.messages import describe
from briefing.progress import Checkpoint
from briefing.ui import theme
from briefing.ui.exporting import documents
from briefing.ui.icons import icon
from briefing.ui.work import Work

if TYPE_CHECKING:
    from briefing.receipts import Line, Verified

_RECEIPTS = "Receipts (*.receipt.json)"
_SIGNS = {"matches": "check", "differs": "warning", "not found here": "info"}


class Verifying(QObject):
    def __init__(self, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self.dialog: QFileDialog | None = None
        """The file dialog that is open, if any."""
        self.result: VerifiedDialog | None = None
        """What is shown of a receipt, if anything."""

    def ask(self) -> None:
        """Let the person choose a receipt; what it names is looked for beside it."""
        dialog = self._file_dialog("Verify a receipt", QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_RECEIPTS, "All files (*)"])
        dialog.fileSelected.connect(lambda name: self.verify(Path(name), ()))

    def verify(self, receipt: Path, others: tuple[Path, ...]) -> None:
        """Compare, and show what came of it."""

        def compare(checkpoint: Checkpoint) -> Verified:
            from briefing import receipts  # late: the window comes first

            return receipts.verify(receipt, others, checkpoint)

        def show(found: Verified) -> None:
            dialog = VerifiedDialog(found, self._window)
            dialog.more_button.clicked.connect(lambda: self._ask_more(receipt, others, dialog))
            dialog.finished.connect(lambda _: dialog.deleteLater())
            self.result = dialog
            dialog.open()

        label = f"Verifying “{receipt.name}”"
        self._work.tasks.run("verify", label, compare, show, self._work.refuse)

    def _ask_more(self, receipt: Path, others: tuple[Path, ...], before: QDialog) -> None:
        """Have the person name what lies elsewhere, such as the articles."""
        before.accept()
        dialog = self._file_dialog("Files to compare", QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(
            lambda names: self.verify(receipt, (*others, *map(Path, names)))
        )

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.setDirectory(self._work.settings.folder or documents())
        dialog.finished.connect(lambda _: dialog.deleteLater())
        self.dialog = dialog
        dialog.open()
        return dialog


class VerifiedDialog(QDialog):
    def __init__(self, found: Verified, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Receipt")
        self.resize(620, 420)
        problem = found.problem
        calm = problem is None or isinstance(problem, NothingToVerify)
        words = f"All that is found here matches the receipt of “{found.name}”."
        self.text = "\n".join(
            [words if problem is None else describe(problem), *map(str, found.lines)]
        )
        """All that it says, a line each."""
        sentence = QLabel(words if problem is None else describe(problem), wordWrap=True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setProperty("heading", True)
        if not calm:
            sentence.setStyleSheet(f"color: {theme.tones(theme.is_dark(self)).error};")
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(found.lines):
            sign = QLabel()
            sign.setPixmap(icon(_SIGNS[each.verdict]).pixmap(16, 16))
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            said = _line(each)
            if each.verdict == "differs":
                said.setStyleSheet(f"color: {theme.tones(theme.is_dark(self)).error};")
            grid.addWidget(said, row, 1)
        grid.setRowStretch(len(found.lines), 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(area.Shape.NoFrame)
        area.setWidget(page)
        area.setAccessibleName("What was compared")
        self.buttons = QDialogButtonBox()
        self.buttons.addButton("&Close", QDialogButtonBox.ButtonRole.RejectRole)
        self.more_button = self.buttons.addButton(
            "Choose the &source files…", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.more_button.setToolTip("Choose the articles or the project, where they lie elsewhere")
        self.more_button.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.MARGIN,) * 4)
        layout.setSpacing(theme.MARGIN)
        for each in (sentence, area, self.buttons):
            layout.addWidget(each, int(each is area))


def _line(line: Line) -> QLabel:
    label = QLabel(str(line), wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label

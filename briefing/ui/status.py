"""The line at the foot of the window: what goes on, and what the document lacks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QToolButton

from briefing.errors import FieldMissing, Notice


class StatusLine:
    """The widgets in a window's status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        bar.setSizeGripEnabled(False)
        self._label = ""
        """What goes on."""
        self.gaps = QToolButton(autoRaise=True)
        self.gaps.setObjectName("gaps")
        self.gaps.setToolTip("Go to the next thing that is missing (F8)")
        self.busy = QLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(120)
        self.progress.setFormat("%p %")
        self.cancel = QPushButton("Cancel")
        self.cancel.setToolTip("Stop what is going on")
        for each in (self.busy, self.progress, self.cancel, self.gaps):
            bar.addPermanentWidget(each)
            each.hide()

    def show_busy(self, label: str) -> None:
        """Show that something goes on, and how to stop it; empty for nothing."""
        for each in (self.busy, self.progress, self.cancel):
            each.setVisible(bool(label))
        self._label = label
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; a total of 0 when nobody knows."""
        share = round(1000 * min(done, total) / total) if total else 0
        self.progress.setRange(0, 1000 if total else 0)  # a range of nothing runs to and fro
        self.progress.setValue(share)
        self.progress.setTextVisible(total > 0)
        counted = f": {done:,} of {total:,}" if total else "…"
        self.busy.setText(f"{self._label}{counted}" if self._label else "")

    def show_gaps(self, notices: Sequence[Notice]) -> None:
        """Count and name the required fields that are empty."""
        missing = [each.label for each in notices if isinstance(each, FieldMissing)]
        self.gaps.setVisible(bool(missing))
        self.gaps.setText(f"● {len(missing)} missing: {', '.join(missing)}" if missing else "")

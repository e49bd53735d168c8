"""Asking for the address of a page: the one thing that is ever fetched."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing.ui import theme, transfer


class AddressDialog(QDialog):
    address_accepted = Signal(str)

    def __init__(self, parent: QWidget | None = None, address: str = "") -> None:
        """``address`` stands there at first; else the clipboard's, if that is one."""
        super().__init__(parent)
        self.setWindowTitle("Open from address")
        self.setMinimumWidth(520)
        label = QLabel("&Address of the page:")
        copied = transfer.address(QGuiApplication.clipboard().text())
        self.line = QLineEdit(address or copied)
        self.line.setPlaceholderText("https://")
        self.line.selectAll()
        label.setBuddy(self.line)
        hint = QLabel(
            "The program asks the web site for this one page, when you press Fetch: no pictures, "
            "no scripts, no other page. It uses the network for nothing else, and sends nothing "
            "of your work.",
            wordWrap=True,
        )
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.fetch_button = self.buttons.addButton("Fetch", QDialogButtonBox.ButtonRole.AcceptRole)
        self.fetch_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(self._check)
        self.problem = QLabel(wordWrap=True)
        self.problem.setAccessibleName("Why this cannot be fetched")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.MARGIN,) * 4)
        layout.setSpacing(theme.GAP)
        for each in (label, self.line, self.problem, hint, self.buttons):
            layout.addWidget(each)
        self._check()

    @property
    def address(self) -> str:
        """What is typed, as an address; empty when it is none."""
        text = self.line.text().strip()
        host = text.partition("/")[0]
        if "://" not in text and "." in host.strip("."):
            text = f"https://{text}"
        return transfer.address(text)

    def accept(self) -> None:
        self.address_accepted.emit(self.address)
        super().accept()

    def _check(self) -> None:
        self.fetch_button.setEnabled(bool(self.address))
        self.problem.setText("" if self.address else self._why())
        self.problem.setVisible(bool(self.problem.text()))

    def _why(self) -> str:
        """What is wrong with what is typed; empty where nothing is."""
        text = self.line.text().strip()
        scheme = text.partition(":")[0].lower()
        if not text or "https://".startswith(text.lower()) or "http://".startswith(text.lower()):
            return ""  # it is just begun
        if scheme == "file":
            return "This is a file on this computer. Open it with File > Open articles… instead."
        if "://" in text and scheme not in ("http", "https"):
            return f"“{scheme}:” is not of the web: an address begins with https:// or http://"
        if len(text.split()) > 1:
            return "An address has no spaces in it."
        return "This is no web address; one looks like https://example.org/page"

"""The house styles there are, each with the person's own briefing in it, and what it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.messages import describe
from briefing.settings import Settings
from briefing.ui import theme, transfer
from briefing.ui.exporting import documents
from briefing.ui.houses.delegate import BROKEN, DESCRIPTION, ORIGIN, HouseDelegate
from briefing.ui.message_bar import Message, MessageBar
from briefing.ui.preview import Preview

if TYPE_CHECKING:
    from briefing.ui.houses.styles import HouseStyles
    from briefing.ui.work import Pages
    from briefing.writers.house import Entry

NOTHING = "Nothing is missing in it."
_OURS, _OWN, _BROKEN = "Comes with the program", "Your own", "Cannot be used"
_LINES = 5
"""Of findings that are seen without scrolling."""
_LARGEST = QSize(1180, 900)
_MARGINS = QSize(60, 80)
"""Between the dialog and the edges of the screen, in pixels, with room for its frame."""


class HouseDialog(QDialog):
    used = Signal(str)
    """Id of the house style that the briefing is to have."""

    def __init__(
        self, styles: HouseStyles, current: str, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("House styles")
        self.setAcceptDrops(True)
        self.resize(_LARGEST.boundedTo(self.screen().availableSize() - _MARGINS))
        self._styles, self._settings = styles, settings
        self._entries: dict[str, Entry] = {}
        self._shown = ""
        """Id of the house style whose pages are shown, or being made."""
        self.wanted = current
        """Id of the one to choose as soon as it is in the list."""
        self.file_dialog: QFileDialog | None = None
        self.question: QMessageBox | None = None

        self.messages = MessageBar()
        self.list = QListWidget()
        self.list.setAccessibleName("House styles")
        self.list.setItemDelegate(HouseDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMinimumWidth(200)
        label = QLabel("House &styles")
        label.setProperty("heading", True)
        label.setBuddy(self.list)
        hint = QLabel(
            "A house style is a Word file: its styles, page, header and footer make both the "
            "Word and the PDF documents. Drop yours here.",
            wordWrap=True,
        )
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.preview = Preview()
        self.preview.show_message("The pages appear here.")
        self.findings = QPlainTextEdit(readOnly=True)
        self.findings.setProperty("field", True)
        self.findings.setPlaceholderText("Making the pages…")
        self.findings.setTabChangesFocus(True)
        self.findings.setAccessibleName("What is missing or not supported")
        lacking = QLabel("&Missing or not supported")
        lacking.setProperty("heading", True)
        lacking.setBuddy(self.findings)
        self._set_findings("")

        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.add_button = QPushButton("&Add from Word file…")
        self.remove_button = QPushButton("&Remove…")
        self.use_button = self.buttons.addButton("&Use", roles.AcceptRole)
        self.close_button = self.buttons.addButton("&Close", roles.RejectRole)
        self.use_button.setDefault(True)
        for each in (self.add_button, self.remove_button, self.close_button):
            each.setAutoDefault(False)

        self._lay_out(label, hint, lacking)
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.list.itemActivated.connect(lambda _: self.accept())
        self.add_button.clicked.connect(self.ask_file)
        self.remove_button.clicked.connect(self.ask_removal)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._choose()
        self.list.setFocus()

    @property
    def chosen(self) -> str:
        """Id of the house style that is chosen in the list; empty for none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    # ------------------------------------------------------------ the list

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show those there are, and keep, or choose, the one that is wanted."""
        self._entries = {each.id: each for each in entries}
        wanted, row = self.wanted or self.chosen, self.list.currentRow()
        self._shown = ""  # the same id may be another file now
        self.list.blockSignals(True)
        self.list.clear()
        for each in entries:
            self.list.addItem(_item(each))
        ids = list(self._entries)
        at = ids.index(wanted) if wanted in ids else min(max(row, 0), len(ids) - 1)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self.wanted = ""
        self._choose()

    def _choose(self) -> None:
        entry = self._entries.get(self.chosen)
        self.use_button.setEnabled(entry is not None and entry.problem is None)
        self.remove_button.setEnabled(entry is not None and not entry.shipped)
        self.remove_button.setToolTip(
            "Only your own can be removed" if entry is not None and entry.shipped else ""
        )
        if entry is None or entry.id == self._shown:
            return
        self._shown = entry.id
        if entry.problem is not None:
            self._fail(entry.id, entry.problem)
            return
        self._set_findings("")
        self._styles.make_pages(
            entry.id,
            lambda pages, id=entry.id: self._show_pages(id, pages),
            lambda error, id=entry.id: self._fail(id, error),
        )

    def _show_pages(self, id: str, pages: Pages) -> None:
        if id != self._shown:
            return
        self.preview.show_pdf(pages.pdf)
        self.preview.pages.go_to(1)
        wanting = [_of_it(describe(each), self._entries[id].name) for each in pages.findings]
        machine = map(describe, pages.notices)
        told = [f"• {each}" for each in (*wanting, *machine)]
        self._set_findings("\n".join(told if wanting else [NOTHING, *told]))

    def _fail(self, id: str, error: BriefingError) -> None:
        if id == self._shown:
            self.preview.show_message(describe(error))
            self._set_findings(describe(error))
            self.use_button.setEnabled(False)

    def _set_findings(self, text: str) -> None:
        self.findings.setPlainText(text)
        self._fit()

    def _fit(self) -> None:
        """As tall as the findings are, up to where they scroll."""
        lines = round(self.findings.document().size().height())
        line = self.findings.fontMetrics().lineSpacing()
        self.findings.setFixedHeight(min(max(lines, 1), _LINES) * line + 2 * theme.MARGIN)

    # ------------------------------------------------------------ adding and removing

    def ask_file(self) -> None:
        dialog = QFileDialog(self, "Add a house style")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("Word documents (*.docx)")
        dialog.setDirectory(self._settings.folder or documents())
        dialog.fileSelected.connect(lambda name: self.add([Path(name)]))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        self.file_dialog = dialog
        dialog.open()

    def add(self, names: list[Path]) -> None:
        """Take Word files among the person's own, and show the last."""
        self.messages.forget("program")
        for each in names:
            self._styles.add(each, self._tell)

    def ask_removal(self) -> None:
        entry = self._entries.get(self.chosen)
        if entry is None or entry.shipped:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Remove a house style")
        box.setText(f"Remove “{entry.name}”?")
        box.setInformativeText(
            "Briefings that use it are set in another style then. The Word file you added it "
            "from stays where it is."
        )
        remove = box.addButton("Remove", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._styles.remove(entry.id, self._tell))
        box.finished.connect(lambda _: box.deleteLater())
        self.question = box
        box.open()

    def _tell(self, error: BriefingError) -> None:
        self.messages.tell(Message("error", describe(error), scope="program"))

    # ------------------------------------------------------------ events

    def accept(self) -> None:
        if self.use_button.isEnabled():
            self.used.emit(self.chosen)
            super().accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.ask_removal()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if transfer.read(event.mimeData()).files:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(list(transfer.read(event.mimeData()).files))

    # ------------------------------------------------------------ building

    def _lay_out(self, label: QLabel, hint: QLabel, lacking: QLabel) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.GAP, 0)
        column.setSpacing(theme.GAP)
        for each in (label, self.list, hint):
            column.addWidget(each, int(each is self.list))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.GAP, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for each in (self.preview, lacking, self.findings):
            column.addWidget(each, int(each is self.preview))
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([300, 760])
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self.add_button)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        body = QVBoxLayout()
        body.setContentsMargins(*(theme.MARGIN,) * 4)
        body.setSpacing(theme.MARGIN)
        body.addWidget(halves, 1)
        body.addLayout(foot)
        layout.addLayout(body, 1)


def _of_it(sentence: str, name: str) -> str:
    """Without the name that all sentences about one house style would begin with."""
    rest = sentence.removeprefix(f"“{name}” ")
    return sentence if rest == sentence else f"It {rest}"


def _item(entry: Entry) -> QListWidgetItem:
    origin = _OURS if entry.shipped else _OWN
    if entry.problem is not None:
        origin = f"{origin} · {_BROKEN.lower()}"
    item = QListWidgetItem(entry.name)
    item.setData(Qt.ItemDataRole.UserRole, entry.id)
    item.setData(DESCRIPTION, entry.description)
    item.setData(ORIGIN, origin)
    item.setData(BROKEN, entry.problem is not None)
    spoken = ". ".join(filter(None, (entry.name, origin, entry.description)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setToolTip(str(entry.path) if not entry.shipped else "")
    return item

"""The house styles there are, each with the person's own briefing in it, and what it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.messages import describe
from briefing.pipeline import USUAL_HOUSE
from briefing.settings import Settings
from briefing.ui import theme, transfer
from briefing.ui.exporting import documents
from briefing.ui.houses.delegate import BROKEN, DESCRIPTION, ORIGIN, HouseDelegate
from briefing.ui.houses.pages import StylePages
from briefing.ui.message_bar import Message, MessageBar

if TYPE_CHECKING:
    from briefing.ui.houses.styles import HouseStyles
    from briefing.ui.work import Pages
    from briefing.writers.house import Entry, Met

_OURS, _OWN, _BROKEN = "Comes with the program", "Your own", "Cannot be used"
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
        self.pages = StylePages()
        self.preview, self.findings = self.pages.preview, self.pages.findings

        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.add_button = QPushButton("&Add from Word file…")
        self.remove_button = QPushButton("&Remove…")
        self.use_button = self.buttons.addButton("&Use", roles.AcceptRole)
        self.close_button = self.buttons.addButton("&Close", roles.RejectRole)
        self.use_button.setDefault(True)
        for each in (self.add_button, self.remove_button, self.close_button):
            each.setAutoDefault(False)

        self._lay_out(label, hint)
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
        self.pages.set_findings("")
        self._styles.make_pages(
            entry.id,
            lambda pages, id=entry.id: self._show_pages(id, pages),
            lambda error, id=entry.id: self._fail(id, error),
        )

    def _show_pages(self, id: str, pages: Pages) -> None:
        if id != self._shown:
            return
        self.pages.show_pages(pages, self._entries[id].name)

    def _fail(self, id: str, error: BriefingError) -> None:
        if id == self._shown:
            self.pages.show_problem(describe(error))
            self.use_button.setEnabled(False)

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
            self._styles.add(each, lambda met, each=each: self._meet(each, met), self._tell)

    def _meet(self, path: Path, met: Met) -> None:
        """Say that it is there already, or ask what becomes of the one that has its name."""
        if met.same:
            text = f"“{path.name}” is among your house styles already, as “{met.id}”."
            self.messages.tell(Message("info", text, scope="program"))
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Add a house style")
        box.setText(f"Another “{met.id}” is among your house styles already.")
        box.setInformativeText(
            "If you replace it, briefings that use it are set in the new one. If you keep both, "
            "they stay as they are."
        )
        replace = box.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
        both = box.addButton("Keep both", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(replace)
        for button, answer in ((replace, True), (both, False)):
            button.clicked.connect(
                lambda _=False, answer=answer: self._styles.add(
                    path, lambda met: self._meet(path, met), self._tell, replace=answer
                )
            )
        box.finished.connect(lambda _: box.deleteLater())
        self.question = box
        box.open()

    def ask_removal(self) -> None:
        entry = self._entries.get(self.chosen)
        if entry is None or entry.shipped:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Remove a house style")
        box.setText(f"Remove “{entry.name}”?")
        box.setInformativeText(
            f"{self._loss(entry)} The Word file you added it from stays where it is."
        )
        remove = box.addButton("Remove", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._styles.remove(entry.id, self._tell))
        box.finished.connect(lambda _: box.deleteLater())
        self.question = box
        box.open()

    def _loss(self, entry: Entry) -> str:
        """What becomes of the briefings that use it once it is gone."""
        if entry.id != self._styles.in_use:
            return "Briefings that use it are set in another style then."
        usual = self._entries[USUAL_HOUSE].name
        whose = "New briefings" if self._styles.is_empty else "This briefing"
        return f"{whose} will be set in “{usual}” then, and others that use it in another style."

    def _tell(self, error: BriefingError) -> None:
        self.messages.tell(Message("error", describe(error), scope="program"))

    # ------------------------------------------------------------ events

    def accept(self) -> None:
        if self.use_button.isEnabled():
            self.used.emit(self.chosen)
            super().accept()

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

    def _lay_out(self, label: QLabel, hint: QLabel) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.GAP, 0)
        column.setSpacing(theme.GAP)
        for each in (label, self.list, hint):
            column.addWidget(each, int(each is self.list))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.GAP, 0, 0, 0)
        column.addWidget(self.pages)
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

"""Asking what to open, what to save and what becomes of unsaved work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from briefing import paths, project, reading
from briefing.ui import filters, transfer
from briefing.ui.address import AddressDialog
from briefing.ui.exporting import documents, suggested_name
from briefing.ui.loading import Loading
from briefing.ui.message_bar import Message
from briefing.ui.paste import PasteDialog
from briefing.ui.transfer import Transfer
from briefing.ui.work import Work

_RECENT = 8


class Opening(QObject):
    settings_changed = Signal()
    """What was opened last, and where, is now in the settings of ``Work``."""

    def __init__(self, work: Work, loading: Loading, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._loading, self._window = work, loading, window
        self.dialog: QFileDialog | PasteDialog | AddressDialog | None = None
        """The dialog that is open, if any."""
        self.question: QMessageBox | None = None
        """The question that is open, if any."""
        self._after_save: Callable[[], None] | None = None
        work.opened.connect(self._remember)
        work.saved.connect(self._saved)
        work.exported.connect(lambda path, _: self._remember_folder(path))
        work.save_failed.connect(self.forget_after)

    # ------------------------------------------------------------ opening

    def ask_files(self) -> None:
        dialog = QFileDialog(self._window, "Open articles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(filters.for_opening())
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # each name tells enough
        dialog.setDirectory(self._work.settings.folder or documents())
        dialog.filesSelected.connect(lambda names: self.open(filters.all_named(dialog, names)))
        self._show(dialog)
        self._prepare(dialog)

    def ask_text(self) -> None:
        dialog = PasteDialog(self._window)
        dialog.text_accepted.connect(self.open_text)
        self._show(dialog)

    def ask_address(self, address: str = "") -> None:
        """Let the person say which page to fetch; nothing is fetched before."""
        dialog = AddressDialog(self._window, address)
        dialog.address_accepted.connect(
            lambda address: self._place(lambda anew: self._loading.open_address(address, anew=anew))
        )
        self._show(dialog)
        self._prepare(dialog)

    def _prepare(self, dialog: QDialog) -> None:
        """Have a reading process wait while the person chooses, for it takes a moment to start."""
        QTimer.singleShot(0, dialog, reading.prepare)  # the dialog comes first
        dialog.rejected.connect(reading.dismiss)

    def open(self, names: list[Path]) -> None:
        """Open files; where there is work already, ask what becomes of it."""
        projects = [each for each in names if each.suffix.lower() == project.SUFFIX]
        if projects:
            text = f"Only the project “{projects[0].name}” is opened, not what was with it."
            told = Message("info", text, scope="opening") if len(names) > 1 else None
            self.guard(lambda: self._loading.open_project(projects[0], told))
        elif names:
            self._place(lambda anew: self._loading.open_files(names, anew=anew))

    def open_text(self, text: str, html: str = "") -> None:
        """Open what was pasted; an address alone is no article, but may lead to one."""
        if address := transfer.address(text):
            self._offer(address)
        else:
            self._place(lambda anew: self._loading.open_text(text, html, anew=anew))

    def open_sample(self) -> None:
        self.guard(self._loading.open_sample)

    def drop(self, data: QMimeData) -> None:
        self.take(transfer.read(data))

    def take(self, dropped: Transfer) -> None:
        if dropped.files:
            self.open(list(dropped.files))
        elif dropped.address:
            self._offer(dropped.address)
        elif dropped.text.strip() or dropped.html.strip():
            self.open_text(dropped.text, dropped.html)

    def _offer(self, address: str) -> None:
        """Say that a link is not followed unless that is wished for."""
        self._work.told.emit(
            Message(
                "info",
                f"“{address}” is a link, and links are not followed by themselves.",
                (("Open from address…", lambda: self.ask_address(address)),),
                scope="opening",
            )
        )

    def _place(self, act: Callable[[bool], None]) -> None:
        """Open on an empty desk at once; on a full one ask: start anew, or add?"""
        if not self._work.draft.articles:
            act(False)
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Open an article")
        box.setText("There is an article on the desk already.")
        box.setInformativeText("A briefing can be made from several articles.")
        add = box.addButton("Add to this briefing", QMessageBox.ButtonRole.AcceptRole)
        anew = box.addButton("Start a new briefing", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(add)
        add.clicked.connect(lambda: act(False))
        anew.clicked.connect(lambda: self.guard(lambda: act(True)))
        self._show(box)

    # ------------------------------------------------------------ saving

    def save(self) -> None:
        if self._work.session.path is None:
            self.save_as()
        else:
            self._work.save_project(self._work.session.path)

    def save_as(self) -> None:
        dialog = QFileDialog(self._window, "Save the project")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"Projects (*{project.SUFFIX})")
        dialog.setDefaultSuffix(project.SUFFIX.lstrip("."))
        dialog.setDirectory(self._work.settings.folder or documents())
        dialog.selectFile(suggested_name(self._work.draft) + project.SUFFIX)
        dialog.fileSelected.connect(lambda name: self._work.save_project(Path(name)))
        dialog.rejected.connect(self.forget_after)
        self._show(dialog)

    def guard(self, act: Callable[[], None]) -> None:
        """Do what loses the present work, once the person has said what becomes of it."""
        if not self._work.session.unsaved:
            act()
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Unsaved changes")
        box.setText("Save the changes to this briefing?")
        box.setInformativeText("A project keeps the articles and all your choices.")
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)

        def answered(_: object) -> None:
            button = box.standardButton(box.clickedButton())
            if button == buttons.Discard:
                act()
            elif button == buttons.Save:
                self._after_save = act
                self.save()

        box.buttonClicked.connect(answered)
        self._show(box)

    def _saved(self, path: Path) -> None:
        self._remember(path)
        act, self._after_save = self._after_save, None
        if act is not None:
            act()

    def forget_after(self) -> None:
        """Saving failed or was given up, and so is what was to follow it."""
        self._after_save = None

    # ------------------------------------------------------------ inside

    def _remember(self, path: Path) -> None:
        path = path.absolute()
        if paths.ASSETS in path.parents or not _is_text(str(path)):
            return
        recent = (str(path), *(each for each in self._work.settings.recent if each != str(path)))
        self._work.settings = replace(self._work.settings, recent=recent[:_RECENT])
        self._remember_folder(path)

    def _remember_folder(self, path: Path) -> None:
        """Where the next dialog opens: beside what was opened or written last."""
        folder = str(path.absolute().parent)
        if _is_text(folder):
            self._work.settings = replace(self._work.settings, folder=folder)
        self.settings_changed.emit()

    def _show(self, dialog: QFileDialog | PasteDialog | AddressDialog | QMessageBox) -> None:
        dialog.finished.connect(lambda _: dialog.deleteLater())
        if isinstance(dialog, QMessageBox):
            self.question = dialog
        else:
            self.dialog = dialog
        dialog.open()


def _is_text(name: str) -> bool:
    """Whether a file's name can be kept in the settings: Linux allows any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True

"""Asking what to open, what to save and what becomes of unsaved work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from briefing import paths, project
from briefing.ui.exporting import documents, suggested_name
from briefing.ui.paste import PasteDialog
from briefing.ui.work import Message, Work

_RECENT = 8


class Opening(QObject):
    settings_changed = Signal()
    """What was opened last, and where, is now in the settings of ``Work``."""

    def __init__(self, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self.dialog: QFileDialog | PasteDialog | None = None
        """The dialog that is open, if any."""
        self.question: QMessageBox | None = None
        """The question that is open, if any."""
        self._after_save: Callable[[], None] | None = None
        work.opened.connect(self._remember)
        work.saved.connect(self._saved)
        work.save_failed.connect(self.forget_after)

    # ------------------------------------------------------------ opening

    def ask_files(self) -> None:
        from briefing import readers  # late: the window comes first

        known = " ".join(f"*{each}" for each in readers.READERS)
        dialog = QFileDialog(self._window, "Open an article")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                f"Articles and projects ({known} *{project.SUFFIX})",
                f"Articles ({known})",
                f"Projects (*{project.SUFFIX})",
                "All files (*)",
            ]
        )
        dialog.setDirectory(self._work.settings.folder or documents())
        dialog.filesSelected.connect(lambda names: self.open([Path(each) for each in names]))
        self._show(dialog)

    def ask_text(self) -> None:
        dialog = PasteDialog(self._window)
        dialog.text_accepted.connect(
            lambda text: self._place(lambda anew: self._work.open_text(text, anew=anew))
        )
        self._show(dialog)

    def open(self, names: list[Path]) -> None:
        """Open files; where there is work already, ask what becomes of it."""
        projects = [each for each in names if each.suffix.lower() == project.SUFFIX]
        if projects:
            if len(names) > 1:
                self._work.told.emit(
                    Message("info", f"Only the project “{projects[0].name}” is opened.")
                )
            self.guard(lambda: self._work.open_project(projects[0]))
        elif names:
            self._place(lambda anew: self._work.open_files(names, anew=anew))

    def open_sample(self) -> None:
        self.guard(self._work.open_sample)

    def drop(self, data: QMimeData) -> None:
        names = [Path(each.toLocalFile()) for each in data.urls() if each.isLocalFile()]
        if names:
            self.open(names)
        elif data.hasUrls():
            self._work.told.emit(
                Message("info", "Links are not opened. Save the page's text, or copy and paste it.")
            )
        elif text := data.text():
            self._place(lambda anew: self._work.open_text(text, anew=anew))

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
        self._work.settings = replace(
            self._work.settings, recent=recent[:_RECENT], folder=str(path.parent)
        )
        self.settings_changed.emit()

    def _show(self, dialog: QFileDialog | PasteDialog | QMessageBox) -> None:
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

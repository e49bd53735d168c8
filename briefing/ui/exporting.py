"""Asking where a briefing goes, and telling that it got there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from briefing.errors import FieldMissing, FontSubstituted, Notice
from briefing.files import Obstacle
from briefing.messages import describe
from briefing.model.draft import Draft
from briefing.ui.pdf import PdfPages
from briefing.ui.work import Message, Work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_KINDS = {".docx": "Word document (*.docx)", ".pdf": "PDF document (*.pdf)"}
_QUESTIONS = {
    Obstacle.EXISTS: ("There is a file “{name}” already.", "Replacing it loses what is in it."),
    Obstacle.CHANGED: (
        "“{name}” was changed since you exported it.",
        "Somebody has edited it, perhaps you. Replacing it loses those changes.",
    ),
    Obstacle.OPEN: (
        "“{name}” seems to be open in another program.",
        "Close it there first, or what is edited there and what is written here will "
        "overwrite each other.",
    ),
}


class Exporting(QObject):
    """Export and print, as dialogs around ``Work``. Nothing here blocks the window."""

    def __init__(self, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self.dialog: QFileDialog | None = None
        """The dialog that is open, if any."""
        self.question: QMessageBox | None = None
        """The question that is open, if any."""
        self.print_dialog: QDialog | None = None
        """The print dialog that is open, if any."""
        work.exported.connect(self._tell)
        work.obstacle_met.connect(self._ask)

    def ask_where(self, suffix: str, *, reviewing: bool = False) -> None:
        """Let the person choose a file name, then export; perhaps a reviewer's copy."""
        settings = self._work.settings
        what = "Export a reviewer’s copy" if reviewing else "Export the briefing"
        dialog = QFileDialog(self._window, what)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(_KINDS[suffix])
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # we ask, and know more
        dialog.setDirectory(settings.folder or documents())
        name = suggested_name(self._work.draft)
        dialog.selectFile((f"{name} (for review)" if reviewing else name) + suffix)
        dialog.fileSelected.connect(
            lambda name: self._work.export(_with_suffix(name, suffix), reviewing=reviewing)
        )
        dialog.finished.connect(lambda _: dialog.deleteLater())
        self.dialog = dialog
        dialog.open()

    def print_pages(self) -> None:
        """Make the pages, then hand them to the system's print dialog."""
        self._work.make_pdf(self._print)

    # ------------------------------------------------------------ inside

    def _ask(self, path: Path, obstacle: Obstacle, reviewing: bool) -> None:
        text, detail = _QUESTIONS[obstacle]
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Export the briefing")
        box.setText(text.format(name=path.name))
        box.setInformativeText(detail)
        replace = box.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton("Another name…", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(other)
        replace.clicked.connect(
            lambda: self._work.export(path, overwrite=True, reviewing=reviewing)
        )
        other.clicked.connect(lambda: self.ask_where(path.suffix.lower(), reviewing=reviewing))
        box.finished.connect(lambda _: box.deleteLater())
        self.question = box
        box.open()

    def _tell(self, path: Path, notices: tuple[Notice, ...]) -> None:
        missing = [each.label for each in notices if isinstance(each, FieldMissing)]
        others = [describe(each) for each in notices if not isinstance(each, FieldMissing)]
        text = f"“{path.name}” is written."
        if self._work.settings.receipt:
            text = f"“{path.name}” is written, and its receipt beside it."
        if missing:
            text += f" It shows gaps where something is missing: {', '.join(missing)}."
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Open", lambda: self._open(path)),
            ("Show in folder", lambda: self._open(path.parent)),
        )
        calm = all(isinstance(each, FontSubstituted) and each.same_widths for each in notices)
        tone = "good" if calm else "warning"
        words = " ".join([text, *others])
        self._work.told.emit(Message(tone, words, actions, passes=calm))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._work.told.emit(
                Message("warning", f"No program on this computer opens it. It is here: {path}")
            )

    def _print(self, pdf: bytes) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: few print

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(suggested_name(self._work.draft))
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(lambda: print_pdf(pdf, printer))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        self.print_dialog = dialog
        QDialog.open(dialog)  # its own ``open`` wants a slot by name


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Draw the pages chosen in the printer's dialog on the printer."""
    from PySide6.QtPrintSupport import QPrinter

    pages = PdfPages(pdf)
    printer.setFullPage(True)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(pages.sizes), len(pages.sizes))
    painter = QPainter(printer)
    for page in range(first - 1, last):
        if page >= first:
            printer.newPage()
        room = printer.paperRect(QPrinter.Unit.DevicePixel)
        size = pages.sizes[page]
        scale = min(room.width() / size.width(), room.height() / size.height())
        place = QRectF(0, 0, size.width() * scale, size.height() * scale)
        dots = min(1.0, 300 / printer.resolution())  # finer than 300 dpi only costs memory
        painter.drawImage(place, pages.image(page, (place.size() * dots).toSize()))
    painter.end()
    pages.close()


def suggested_name(draft: Draft) -> str:
    """A file name made from the title; letters any system takes."""
    title = draft.field("title") or next((each.title for each in draft.cards if each.title), "")
    kept = "".join(each if each.isalnum() or each in " -_" else " " for each in title)
    return " ".join(kept.split())[:80] or "Briefing note"


def documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _with_suffix(name: str, suffix: str) -> Path:
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

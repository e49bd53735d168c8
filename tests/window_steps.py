"""What a person does in the window, as steps of a test."""

from __future__ import annotations

from pathlib import Path

import docx
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
)

from briefing.ui import theme, typefaces
from briefing.ui.window import Window

LEFT = Qt.MouseButton.LeftButton


def dress(app: QApplication) -> None:
    """As the program starts, in light colours; set anew, they would cost more than most tests."""
    typefaces.load_fonts(app)
    if app.property("briefing_scheme") != "light":
        theme.apply(app, "light")


def export(window: Window, qtbot, action: str, path: Path) -> None:
    """Choose File > Export, type the file's name, press Save."""
    window.actions_[action].trigger()
    with qtbot.waitSignal(window.work.exported):
        choose(window.exporting.dialog, path, qtbot)


def choose(dialog: QFileDialog | None, *paths_and_bot) -> None:
    """Put names into a file dialog and press its button."""
    *paths, qtbot = paths_and_bot
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.completer().setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
    names = str(paths[0]) if len(paths) == 1 else " ".join(f'"{each}"' for each in paths)
    line.setText(names)  # typed, a list of completions opens, and takes the first click
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    qtbot.mouseClick(button, LEFT)


def press(box: QMessageBox, text: str, qtbot) -> None:
    button = next(each for each in box.buttons() if each.text().replace("&", "") == text)
    qtbot.mouseClick(button, LEFT)


def docx_lines(path: Path) -> list[str]:
    """The words of each paragraph, with plain spaces."""
    body = docx.Document(str(path)).element.body
    return [
        "".join(node.text or "" for node in each.iter() if node.tag.endswith("}t")).replace(
            "\N{NO-BREAK SPACE}", " "
        )
        for each in body.iter()
        if each.tag.endswith("}p")
    ]


def files_dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    return data


def drop(window: Window, data: QMimeData) -> None:
    """Let go of something over the window."""
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, LEFT, none))

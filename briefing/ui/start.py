"""Opening the window, or painting it without a display."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from briefing import files
from briefing.errors import Usage

_MADE_BEFORE_A_SEARCH = 50_000
"""How many new values there are before Python searches them for such as hold each other in a
circle. Next to none do; at its usual 700 that search is a fifth of the time to start."""


def open_window(names: Sequence[Path]) -> int:
    """Show the window with these articles, or a project, and run until it closes.

    Raises Usage when there is no display to show it on.
    """
    _require_display()
    gc.set_threshold(_MADE_BEFORE_A_SEARCH, 20, 50)
    from briefing import settings

    app = _application()
    chosen = settings.load()

    from briefing.ui import theme, typefaces
    from briefing.ui.window import Window

    typefaces.load_fonts(app)
    window = Window(chosen)
    theme.apply(app, chosen.scheme)  # once all is in place, or each move dresses it anew
    _report_to(window)
    window.recovery.offer()
    if names:
        window.opening.open(list(names))
    window.show()
    return app.exec()


def screenshot(name: Path | None, output: Path, size: tuple[int, int], scheme: str) -> int:
    """Paint the window as it opens with a file, and save the picture as PNG.

    Raises what opening the file raises.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, qInstallMessageHandler

    from briefing import pipeline, project
    from briefing.settings import Settings

    qInstallMessageHandler(lambda *_: None)  # what a screen that is none cannot do is no news
    app = _application()
    if name is not None:  # an error here is worth a line, not a picture of it
        project.load(name) if name.suffix.lower() == project.SUFFIX else pipeline.load(name)

    from briefing.ui import theme, typefaces
    from briefing.ui.message_bar import Message
    from briefing.ui.window import Window

    typefaces.load_fonts(app)
    window = Window(Settings(scheme=scheme))
    theme.apply(app, scheme)
    window.resize(*size)
    window.show()
    if name is not None:
        loop, work = QEventLoop(), window.work

        def end(_: object) -> None:
            loop.quit()

        def end_if_empty(told: object) -> None:  # a notice is told before the pages are made
            refused = not isinstance(told, Message) or told.tone == "error"
            if refused and not work.draft.articles:
                loop.quit()

        for ended in (work.pages_made, work.pages_failed, work.tasks.crashed):
            ended.connect(end)
        for opened in (work.told, work.opened):
            opened.connect(end_if_empty)
        window.loading.open_files([name])
        loop.exec()
    app.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    files.write(output, bytes(buffer.data().data()))
    window.work.tasks.stop()
    return 0


def _application() -> object:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("briefing")
    app.setDesktopFileName("briefing")
    return app


def _require_display() -> None:
    """Qt would end the process where it finds no display; say so instead."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Usage(
            "window",
            "cannot be opened: this session has no display. Use “export” to write a briefing "
            "without one.",
        )


def _report_to(window: object) -> None:
    """Show mistakes of ours in the window instead of ending without a word."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            window.report_crash(error)  # type: ignore[attr-defined]

    sys.excepthook = hook

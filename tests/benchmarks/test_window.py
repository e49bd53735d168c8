"""The window: how long until it is there, until an edit is on the pages, and how it keeps pace.

Run by hand on an idle machine: ``pytest tests/benchmarks/test_window.py``.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import paths, pipeline
from briefing.settings import Settings
from briefing.ui import theme, typefaces
from briefing.ui.window import Window
from briefing.ui.work import PREVIEW_DELAY_MS
from briefing.writers import Options

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support ", extend=True)

SAMPLE = next((paths.ASSETS / "sample").glob("*.txt"))
STARTS = 9
EDITS = 15
PATIENCE_MS = 10_000

# ---------------------------------------------------------------- start

# Both programs end at the same point: when the paint is over in which the text was drawn. What
# they print is then the moment on the clock that all processes of a machine share.
ENDS_WHEN_PAINTED = """
import os, sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject

class Watch(QObject):
    def customEvent(self, event):
        print(time.perf_counter(), flush=True)
        os._exit(0)

watch = Watch()
def painted():
    QCoreApplication.postEvent(watch, QEvent(QEvent.Type.User), 1)  # next, before all else
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

class Text(QTextBrowser):
    def paintEvent(self, event):
        super().paintEvent(event)
        painted()

app = QApplication(sys.argv[:1])
window, text = QMainWindow(), Text()
with open(sys.argv[1], encoding="utf-8") as file:
    text.setPlainText(file.read())
window.setCentralWidget(text)
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
from PySide6.QtWidgets import QApplication

run = QApplication.exec
def run_watched(app):
    from briefing.ui.article.pane import TextPane
    paint = TextPane.paintEvent
    def paintEvent(pane, event):
        paint(pane, event)
        if pane.marks.segments:
            painted()
    TextPane.paintEvent = paintEvent
    return run()
QApplication.exec = run_watched

from briefing.app import main
main(sys.argv[1:])
"""


def test_start_until_the_sample_is_painted_with_its_highlights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the start of a fresh process, with compiled modules at hand for both."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(paths.ROOT),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(program: str) -> float:
        command = [sys.executable, "-c", ENDS_WHEN_PAINTED + program, str(SAMPLE)]
        start = time.perf_counter()
        ended = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert ended.returncode == 0, ended.stderr
        return float(ended.stdout) - start

    for program in (OURS, BARE):
        seconds(program)  # compiles the modules
    times: list[tuple[float, float]] = [(seconds(OURS), seconds(BARE)) for _ in range(STARTS)]
    ours, bare = (statistics.median(each) for each in zip(*times, strict=True))
    _say(
        capsys,
        f"Start to sample painted, against a bare window with the text (aim 1.5): "
        f"{ours * 1000:.0f} ms, {bare * 1000:.0f} ms, {ours / bare:.2f} times",
    )
    assert ours / bare <= LIMIT


LIMIT = 5.5
"""The aim is 1.5; some 4.6 were reached. Qt's classes that the window uses, imported alone, make
1.5 of it already. The rest is our modules, much of it dataclasses that write themselves, and the
libraries that find sentences and stems. A twelfth is PySide, which reads the source of every
module that is imported after it. Facts are looked for only after that paint."""


# ---------------------------------------------------------------- edits


class Painted(QObject):
    """Moments at which a paint of the preview was over."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.moments: list[float] = []
        window.desk.preview.pages.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), 1)
        return super().eventFilter(watched, event)

    def customEvent(self, _: QEvent) -> None:
        self.moments.append(time.perf_counter())


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    theme.apply(qapp, "light")
    typefaces.load_fonts(qapp)
    made = Window(Settings())
    made.resize(1280, 800)
    qtbot.addWidget(made, before_close_func=lambda it: setattr(it, "_closing", True))
    made.show()
    _wait(made.work.pages_made, lambda: made.loading.open_files([SAMPLE]))
    yield made
    made.work.tasks.stop()


def type_title(window: Window, number: int) -> None:
    editor = window.desk.form.editors["title"].editor
    QTest.keyClick(editor, "abcdefghij"[number % 10])


def reword_point(window: Window, number: int) -> None:
    point = next(each for each in window.work.draft.points if each.taken)
    window.desk.sections.wording_edited.emit(point.id, f"They met for the {number}. time.")


PLAIN = Options(archive=False, tagged=False)
"""As the preview makes its pages."""
EDIT_KINDS = {"a letter of the title": type_title, "the wording of a point": reword_point}


@pytest.mark.parametrize("kind", EDIT_KINDS)
def test_an_edit_until_it_is_on_the_pages(
    kind: str, window: Window, capsys: pytest.CaptureFixture[str]
) -> None:
    """Against making the pages of the same draft, with no window to answer to."""
    work, painted = window.work, Painted(window)
    edits: list[float] = []
    bare: list[float] = []
    for number in range(EDITS):
        edits.append(_edit(window, painted, EDIT_KINDS[kind], number))
        desk = work.desk
        start = time.perf_counter()
        composed = pipeline.compose(desk.draft, desk.articles, desk.annotations)
        pipeline.export(composed.brief, ".pdf", options=PLAIN)
        bare.append((time.perf_counter() - start) * 1000)
    after_rest = statistics.median(edits) - PREVIEW_DELAY_MS
    alone = statistics.median(bare)
    _say(
        capsys,
        f"Editing {kind}, to the pages painted: {PREVIEW_DELAY_MS} ms of rest "
        f"+ {after_rest:.0f} ms; making them alone {alone:.0f} ms, {after_rest / alone:.2f} times",
    )
    assert after_rest / alone <= 1.5


def test_the_window_answers_while_pages_are_made(
    window: Window, capsys: pytest.CaptureFixture[str]
) -> None:
    """The longest time between ticks of 5 ms, edit by edit, from key to paint."""
    painted, clock = Painted(window), QElapsedTimer()
    gaps: list[float] = []
    ticks = QTimer(window, interval=5, timerType=Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(lambda: gaps.append(clock.nsecsElapsed() / 1e6) or clock.start())
    longest: list[float] = []
    for number in range(EDITS):
        gaps.clear()
        clock.start()
        ticks.start()
        _edit(window, painted, type_title, number)
        QTest.qWait(10)  # the tick after the paint has the paint in it
        ticks.stop()
        longest.append(max(gaps))
    _say(
        capsys,
        f"Longest silence of the window while pages are made: {statistics.median(longest):.0f} ms "
        f"(median of {EDITS} edits), {max(longest):.0f} ms (the worst)",
    )
    assert statistics.median(longest) <= 50  # longer is seen as a stutter in typing


# ---------------------------------------------------------------- helpers


def _edit(
    window: Window, painted: Painted, edit: Callable[[Window, int], None], number: int
) -> float:
    """Milliseconds from before the edit until the new pages are painted."""
    start = time.perf_counter()
    _wait(window.work.pages_made, lambda: edit(window, number))
    painted.moments.clear()
    for _ in range(PATIENCE_MS):
        if painted.moments:
            return (painted.moments[0] - start) * 1000
        QTest.qWait(0)
    raise AssertionError("the pages were not painted")


def _wait(signal: object, act: Callable[[], None]) -> None:
    """Act, then let the window live until the signal."""
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]
    late = QTimer(singleShot=True, interval=PATIENCE_MS)
    late.timeout.connect(lambda: loop.exit(1))
    late.start()
    act()
    assert loop.exec() == 0, "the signal did not come"
    signal.disconnect(loop.quit)  # type: ignore[attr-defined]


def _say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}")

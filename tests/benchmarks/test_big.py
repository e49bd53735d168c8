"""A 10 MB text and one as long as 300 pages: how long until it is on the desk, and whether the
window answers meanwhile and afterwards.

Run by hand on an idle machine: ``pytest tests/benchmarks/test_big.py``.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefing import pipeline, topicsets
from briefing.model.article import Article, Paragraph, Role
from briefing.model.span import Span
from briefing.settings import Settings
from briefing.ui import theme, typefaces
from briefing.ui.article import ArticleView
from briefing.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support ", extend=True)

SIZES = {"300 pages": 1_000_000, "10 MB": 10_000_000}
CLICKS = 15
PATIENCE_MS = 300_000

# ---------------------------------------------------------------- a long text of our own

PLACES = ("Vardeholm", "Port Salis", "Nimbry", "Kestova", "Lower Tey", "Oskrad")
PEOPLE = ("Lena Orav", "Colonel Pavo Lind", "Minister Asta Rehn", "Jon Karst")
QUIET = (
    "The bakery on the square of {place} opened at six",
    "Children of {place} learned to swim in the lake",
    "The orchestra played to a full house for {number} hours",
    "Bees were kept on the roof of the school",
    "{person} planted {number} trees on the hills above {place}",
    "Ships carried timber past {place}",
)
TOPICS = (
    ("The summit in {place} ended with a handshake", "Talks between the two sides went on"),
    ("Drones over Afghanistan filmed a Taliban camp", "Intelligence named {number} militants"),
    ("Ukraine moved {number} guns to the front line", "Moscow denied an escalation in Donbas"),
)
ENDS = (".", ".", " on Tuesday.", " after {number} hours of debate.", ", and nobody gave details.")


def long_text(size: int) -> str:
    """A few thousand paragraphs a megabyte, most of one topic or none, some very long."""
    dice = random.Random(7)

    def fill(words: str) -> str:
        return words.format(
            place=dice.choice(PLACES), person=dice.choice(PEOPLE), number=dice.randint(2, 900)
        )

    def sentence(about: tuple[str, ...]) -> str:
        words = dice.choice(about if dice.random() < 0.6 else QUIET)
        if dice.random() < 0.2:
            return fill(f"“{words},” {{person}} said.")
        return fill(words + dice.choice(ENDS))

    paragraphs = ["Ten days in Vardeholm"]
    length = 0
    while length < size:
        number = len(paragraphs)
        about = dice.choice(TOPICS) if dice.random() < 0.35 else QUIET
        if number % 25 == 0:
            paragraphs.append(fill("What it means for {place}"))
        else:
            count = 100 if number % 400 == 0 else dice.randint(1, 5)
            paragraphs.append(" ".join(sentence(about) for _ in range(count)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


# ---------------------------------------------------------------- the window


class Silences(QObject):
    """The times between ticks of 5 ms: as long as one lasts, the window does not answer."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._gaps: list[float] = []
        self._last = time.perf_counter()
        self._ticks = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now

    def longest(self) -> float:
        """Milliseconds, since it was asked last."""
        _rest(20)  # the tick after the work has the work in it
        gaps, self._gaps = self._gaps, []
        return max(gaps)


@dataclass
class Big:
    name: str
    path: Path
    window: Window
    silences: Silences


@pytest.fixture(params=SIZES)
def big(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Big]:
    path = tmp_path / "ten-days.txt"
    path.write_text(long_text(SIZES[request.param]), encoding="utf-8")
    theme.apply(qapp, "light")
    typefaces.load_fonts(qapp)
    window = Window(Settings())
    window.resize(1280, 800)
    qtbot.addWidget(window, before_close_func=lambda it: setattr(it, "_closing", True))
    window.show()
    _rest(300)
    yield Big(request.param, path, window, Silences(window))
    window.work.tasks.stop()


def test_a_long_text_opens_and_stays_usable(big: Big, capsys: pytest.CaptureFixture[str]) -> None:
    """Against reading the file and annotating it, with no window to answer to."""
    window, work = big.window, big.window.work
    big.silences.longest()
    start = time.perf_counter()
    _wait(work.article_read, lambda: window.loading.open_files([big.path]))
    shown = time.perf_counter() - start
    _wait(work.opened, lambda: None)
    opened = time.perf_counter() - start
    while_opening = big.silences.longest()
    _wait(work.pages_made, lambda: None)
    _rest(300)
    after = big.silences.longest()

    clicks = [_click(window, number) for number in range(CLICKS)]

    start = time.perf_counter()
    loaded = pipeline.load(big.path)
    reading = time.perf_counter() - start
    start = time.perf_counter()
    pipeline.annotate(loaded.article, topicsets.get("security-diplomacy").topics)
    annotating = time.perf_counter() - start

    _say(
        capsys,
        f"{big.name}: shown after {shown:.1f} s, on the desk after {opened:.1f} s; reading alone "
        f"{reading:.1f} s, annotating alone {annotating:.1f} s, "
        f"{opened / (reading + annotating):.2f} times (aim 1.3)\n"
        f"{big.name}: longest silence {while_opening:.0f} ms while opening (aim 100), "
        f"{after:.0f} ms while the pages are made and shown\n"
        f"{big.name}: a click on a sentence is answered after {statistics.median(clicks):.0f} ms "
        f"(median of {CLICKS}), {max(clicks):.0f} ms (the worst; aim 200)",
    )
    assert opened / (reading + annotating) <= 2.0
    assert while_opening <= 300
    assert statistics.median(clicks) <= 300
    assert sum(each.taken for each in work.draft.points) == CLICKS  # nothing else, by itself


def test_showing_a_long_text_against_a_plain_text_field(
    qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt's own widget for long plain texts, which has no type and no margin."""
    theme.apply(qapp, "light")
    typefaces.load_fonts(qapp)
    text = long_text(SIZES["10 MB"])
    article = _article(text)
    ours, bare = ArticleView(), QPlainTextEdit()
    for each in (ours, bare):
        each.resize(480, 740)
        qtbot.addWidget(each)
        each.show()
    _rest(100)
    times: list[tuple[float, float]] = []
    for _ in range(5):
        ours.set_article(None)
        bare.clear()
        times.append(
            (
                _painted(lambda: ours.set_article(article)),
                _painted(lambda: bare.setPlainText(text)),
            )
        )
    one, other = (statistics.median(each) for each in zip(*times, strict=True))
    _say(
        capsys,
        f"Showing 10 MB: {one:.0f} ms, a QPlainTextEdit {other:.0f} ms, {one / other:.2f} times",
    )
    assert one / other <= 1.0


# ---------------------------------------------------------------- helpers


def _article(text: str) -> Article:
    paragraphs: list[Paragraph] = []
    start = 0
    for number, each in enumerate(text.split("\n\n"), 1):
        span = Span(start, start + len(each))
        paragraphs.append(Paragraph(f"p{number}", Role.BODY, span, ""))
        start = span.end + 2
    return Article("e" * 12, "ten-days.txt", "e" * 64, text, tuple(paragraphs))


def _click(window: Window, number: int) -> float:
    """Milliseconds from a click on a sentence until everything is painted that it changed."""
    points = window.work.draft.points
    point = points[number * len(points) // CLICKS]
    window.desk.article.reveal(point.source)
    _rest(100)
    spent = _painted(lambda: window.desk.article.point_clicked.emit([point.id]))
    assert window.work.draft.point(point.id).taken != point.taken
    return spent


def _painted(act: Callable[[], None]) -> float:
    """Milliseconds of acting and of all that follows at once, the paint included."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def _rest(ms: int) -> None:
    """Let the window live. QTest.qWait would hold Python's lock, and with it all other threads."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


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

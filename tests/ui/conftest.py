"""What all tests of the window share."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from window_steps import LEFT, dress

from briefing.settings import Settings
from briefing.ui.window import Window


def pytest_configure(config: pytest.Config) -> None:
    # What the offscreen platform cannot do is no fault of the program.
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")


@pytest.fixture(autouse=True)
def _nothing_left_over():
    """Qt deletes what was closed once an event loop runs: until then it costs, as in each change
    of the style sheet."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qtbot, qapp):
    dress(qapp)
    made = Window(Settings())
    made.resize(1280, 800)
    qtbot.addWidget(made, before_close_func=lambda it: setattr(it, "_closing", True))
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.work.tasks.stop()


@pytest.fixture
def desk(window, qtbot):
    """The window with the sample open and its pages made."""
    with qtbot.waitSignal(window.work.pages_made):
        qtbot.mouseClick(window.welcome.sample_button, LEFT)
    return window

"""Sections and facts in the middle of the window: tabs, menu and keys; and what starts light."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from window_steps import LEFT

from briefing.ui.facts.panel import FactsPanel
from briefing.ui.help import HELP

ROOT = Path(__file__).parents[2]
START = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication(["test", "-platform", "offscreen"])
from briefing.settings import Settings
from briefing.ui.window import Window
window = Window(Settings())
window.show()
window.work.tasks.stop()
print(*sys.modules)
"""


def test_the_menu_goes_to_sections_and_facts(desk) -> None:
    middle = desk.desk.middle
    desk.actions_["facts"].trigger()
    assert desk.desk.facts.isVisible()
    assert desk.desk.facts.isAncestorOf(desk.focusWidget())
    desk.actions_["sections"].trigger()
    assert middle.tabs.currentIndex() == 0
    assert desk.desk.sections.isVisible()


def test_no_two_commands_have_the_same_key(desk) -> None:
    desk.actions_["facts"].trigger()  # its panel is made
    everywhere = [
        (key.toString(), action.text())
        for action in desk.findChildren(QAction)
        if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
        for key in action.shortcuts()
    ]
    keys = [key for key, _ in everywhere]
    assert len(keys) > 15
    assert len(set(keys)) == len(keys), everywhere
    assert not {f"Ctrl+{number}" for number in (1, 2)} - set(keys)


def test_entries_of_a_menu_have_letters_of_their_own(window) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        letters = re.findall(r"&(\w)", " ".join(each.text() for each in menu.actions()).lower())
        assert len(letters) == len(set(letters)), letters


def test_the_tab_says_how_many_facts_there_are(desk) -> None:
    tabs = desk.desk.middle.tabs
    found = desk.work.desk.annotations
    people, rest = len(found[0].entities), len(found[0].dates) + len(found[0].quotations)
    count = people + rest + len(found[0].gaps)
    assert tabs.tabText(1) == f"Facts ({count})"
    assert "Ctrl+2" in tabs.tabToolTip(1)
    assert f"Timeline {len(found[0].dates)}" in tabs.tabToolTip(1)
    assert tabs.tabText(0) == "Sections"


def test_the_panel_of_facts_is_made_when_it_is_looked_at(desk, qtbot) -> None:
    assert not desk.findChildren(FactsPanel)
    tabs = desk.desk.middle.tabs
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    (panel,) = desk.findChildren(FactsPanel)
    assert panel.isVisible()
    assert panel.model.rowCount() > 0


def test_the_tab_key_goes_down_the_panel(desk, qtbot) -> None:
    desk.activateWindow()
    desk.actions_["facts"].trigger()
    panel = desk.desk.facts
    panel.view.setCurrentIndex(panel.model.nearest(0))
    desk.desk.middle.tabs.setFocus()
    parts = (panel.switch, panel.bar, panel.view, panel.details, panel.tools)
    others = (desk.desk.form, desk.desk.preview, desk.desk.article, desk.desk.middle.tabs)
    passed: list[object] = []
    for _ in range(60):
        qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_Tab)
        at = desk.focusWidget()
        part = next((e for e in (*parts, *others) if e is at or e.isAncestorOf(at)), None)
        if part is not None and part not in passed:
            passed.append(part)
        if part is others[-1]:
            break
    assert passed == [*parts, *others], "and round the whole window"


def test_help_tells_of_the_keys() -> None:
    for key in ("Ctrl+1", "Ctrl+2", "F2", "Space", "Alt+0", "Suggest sections"):
        assert key in HELP


def test_a_window_without_an_article_loads_neither_analysis_nor_facts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "briefing.ui.desk" in loaded
    heavy = ("briefing.analysis", "briefing.gazetteer", "briefing.ui.facts", "nupunkt", "reportlab")
    assert not [each for each in loaded if each.startswith(heavy)]

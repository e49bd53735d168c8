"""The tabs of several articles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from briefing.ui.article.tabs import ArticleTabs

NAME = "{}  A long name of an article about the harbour of Vardeholm.docx"


def bar_of(qtbot: QtBot, count: int) -> ArticleTabs:
    bar = ArticleTabs()
    qtbot.addWidget(bar)
    for number in range(1, count + 1):
        bar.addTab(NAME.format(number))
    bar.resize(480, 40)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


@pytest.mark.parametrize("count", [2, 5, 12])
def test_each_tab_has_room_for_some_words(qtbot: QtBot, count: int) -> None:
    bar = bar_of(qtbot, count)
    room = bar.fontMetrics().horizontalAdvance("1  A long … .docx")
    close = 40
    assert all(bar.tabRect(each).width() >= room + close for each in range(count))
    assert bar.elideMode() is Qt.TextElideMode.ElideMiddle


def test_arrows_lead_to_those_out_of_sight(qtbot: QtBot) -> None:
    bar = bar_of(qtbot, 12)
    arrows = [each for each in bar.findChildren(QToolButton) if each.isVisible()]
    assert len(arrows) >= 2
    bar.setCurrentIndex(11)
    assert bar.rect().intersects(bar.tabRect(11))


def test_a_short_name_takes_no_more_than_it_needs(qtbot: QtBot) -> None:
    bar = bar_of(qtbot, 1)
    bar.addTab("2  a.md")
    assert bar.tabRect(1).width() < bar.tabRect(0).width() <= 260

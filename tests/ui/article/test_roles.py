"""Saying what a paragraph is: by menu, by key, by what stands beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from briefing.model.article import BY_HAND, Role
from briefing.ui.article.roles import NAMES


def entries(menu: QMenu) -> dict[str, object]:
    return {each.text().replace("&", ""): each for each in menu.actions() if each.text()}


def role_menu(menu: QMenu) -> QMenu:
    return next(each.menu() for each in menu.actions() if each.menu())


def checked(menu: QMenu) -> list[str]:
    return [name for name, each in entries(menu).items() if each.isChecked()]


@pytest.fixture
def popup(qapp: QApplication):
    """What is popped up; it is closed at the end."""
    yield qapp.activePopupWidget
    if opened := qapp.activePopupWidget():
        opened.close()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Two admirals", "Caption"),
        ("The chiefs met", "Body text"),
        ("Related article", "Related link"),
        ("The grounds", "Heading"),
        ("Harbour Press is", "Notice"),
    ],
)
def test_the_menu_checks_what_the_paragraph_is(desk, words: str, name: str) -> None:
    menu = role_menu(desk.view.context_menu(desk.qt(words)[0]))
    assert menu.title() == "This paragraph is"
    assert [*entries(menu)][:6] == list(NAMES.values())
    assert checked(menu) == [name]
    assert not entries(menu)["As it was read"].isEnabled()


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.BODY])
def test_the_menu_says_what_the_person_wishes(desk, qtbot: QtBot, role: Role) -> None:
    menu = role_menu(desk.view.context_menu(desk.qt("The chiefs met")[0]))
    with qtbot.waitSignal(desk.view.role_requested) as caught:
        entries(menu)[NAMES[role]].trigger()
    assert caught.args == [("p2",), role]


def test_what_it_is_already_is_no_wish(desk, qtbot: QtBot) -> None:
    menu = role_menu(desk.view.context_menu(desk.qt("The chiefs met")[0]))
    with qtbot.assertNotEmitted(desk.view.role_requested):
        entries(menu)["Body text"].trigger()


def test_a_selection_is_about_all_its_paragraphs(desk, qtbot: QtBot) -> None:
    start, end = desk.qt("chiefs met")[0], desk.qt("Nobody gave")[1]
    desk.view.text.setTextCursor(desk.view.text.cursor_over(start, end))
    menu = role_menu(desk.view.context_menu(0))
    assert menu.title() == "These 3 paragraphs are"
    assert checked(menu) == []  # body text and a related link
    with qtbot.waitSignal(desk.view.role_requested) as caught:
        entries(menu)["Caption"].trigger()
    assert caught.args == [("p2", "p3", "p4"), Role.CAPTION]


def test_what_was_changed_by_hand_can_be_as_it_was_read(desk, qtbot: QtBot) -> None:
    desk.view.set_article(desk.article.with_roles({"p2": Role.NOTICE}))
    menu = role_menu(desk.view.context_menu(desk.qt("The chiefs met")[0]))
    assert checked(menu) == ["Notice"]
    with qtbot.waitSignal(desk.view.role_requested) as caught:
        entries(menu)["As it was read"].trigger()
    assert caught.args == [("p2",), None]


def test_no_paragraph_no_menu(desk) -> None:
    assert not any(each.menu() for each in desk.view.context_menu(-1).actions())


def test_a_key_opens_the_menu(desk, qtbot: QtBot, popup) -> None:
    desk.caret_in("Harbour Press is")
    qtbot.keyClick(desk.view.text, Qt.Key.Key_R)
    assert checked(popup()) == ["Notice"]
    with qtbot.waitSignal(desk.view.role_requested) as caught:
        qtbot.keyClick(popup(), Qt.Key.Key_B)  # the letter that is underlined
    assert caught.args == [("p7",), Role.BODY]


def caption(desk, text: str) -> QPoint:
    desk.view.text.viewport().grab()
    return next(
        each.rect.center().toPoint()
        for each in desk.view.text.margin.captions
        if each.label.text == text
    )


@pytest.mark.parametrize(
    ("text", "name"), [("Caption", "Caption"), ("Notice", "Notice"), ("¶2", "Body text")]
)
def test_a_click_beside_a_paragraph_opens_it(
    desk, qtbot: QtBot, popup, text: str, name: str
) -> None:
    with qtbot.assertNotEmitted(desk.view.point_clicked):
        qtbot.mouseClick(
            desk.view.text.viewport(), Qt.MouseButton.LeftButton, pos=caption(desk, text)
        )
    assert checked(popup()) == [name]


def test_a_press_that_slips_away_opens_nothing(desk, qtbot: QtBot, popup) -> None:
    paper = desk.view.text.viewport()
    qtbot.mousePress(paper, Qt.MouseButton.LeftButton, pos=caption(desk, "Notice"))
    qtbot.mouseRelease(paper, Qt.MouseButton.LeftButton, pos=caption(desk, "Caption"))
    assert popup() is None


def test_the_tip_beside_a_paragraph_says_why(desk) -> None:
    def tip(text: str) -> str:
        QToolTip.hideText()
        where = caption(desk, text)
        paper = desk.view.text.viewport()
        QApplication.sendEvent(paper, QHelpEvent(QHelpEvent.Type.ToolTip, where, where))
        return QToolTip.text()

    assert "Why: a cue" in tip("Notice")
    assert "Why" not in tip("¶2")
    desk.view.set_article(desk.article.with_roles({"p2": Role.NOTICE, "p3": Role.BODY}))
    assert f"Why: {BY_HAND}" in tip("¶1")


def test_another_role_shows_at_once_and_the_marks_stay(desk) -> None:
    before = desk.view.marks
    desk.view.set_article(desk.article.with_roles({"p4": Role.CAPTION}))
    assert [each.text for each in desk.view.text.labels] == [
        "Caption", "¶1", "Related link", "Caption", "Heading", "¶2", "Notice",
    ]  # fmt: skip
    assert desk.view.marks.marks == before.marks
    start, _ = desk.qt("Nobody gave")
    cursor = desk.view.text.cursor_over(start + 1, start + 2)
    assert cursor.charFormat().fontItalic()

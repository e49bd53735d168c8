"""The chip that tells who vouches for a point, and changes it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from briefing.model.annotations import ClaimKind
from briefing.ui import claim_kinds
from briefing.ui.sections.model import ROW
from briefing.ui.sections.view import Zone

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


def chip(owner: Any, id: str) -> Any:
    view = owner.panel.view
    index = owner.panel.model.point_index(id)
    return view.itemDelegate().chip(view.visualRect(index), index.data(ROW), view.font())


def source(owner: Any, id: str) -> Any:
    return owner.draft.point(id).source


def checked(menu: Any) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions() if each.isChecked()]


@pytest.fixture
def popup(qapp: QApplication):
    """What is popped up; it is closed at the end."""
    yield qapp.activePopupWidget
    if opened := qapp.activePopupWidget():
        opened.close()


@pytest.mark.parametrize(
    ("id", "kind"), [("b", "Reported"), ("c", "Quoted"), ("d", "Inference"), ("e", "Attributed")]
)
def test_a_click_opens_the_menu_and_a_second_chooses(
    owner: Any, qtbot: QtBot, popup: Any, id: str, kind: str
) -> None:
    with (
        qtbot.assertNotEmitted(owner.panel.point_taken),
        qtbot.assertNotEmitted(owner.panel.point_clicked),
    ):
        QTest.mouseClick(owner.panel.view.viewport(), LEFT, pos=chip(owner, id).center())
    menu = popup()
    assert checked(menu) == [kind]
    other = next(each for each in menu.actions() if each.isCheckable() and not each.isChecked())
    with qtbot.waitSignal(owner.panel.claim_kind_requested) as wish:
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(other).center())
    (wanted,) = (k for k, name in claim_kinds.NAMES.items() if name == other.text().strip("&"))
    assert wish.args == [source(owner, id), wanted]


def test_a_caption_has_no_chip(owner: Any) -> None:
    assert chip(owner, "a").isEmpty()


def test_beside_the_chip_is_the_row(owner: Any) -> None:
    view, place = owner.panel.view, chip(owner, "d")
    assert view.zone_at(place.center())[1] is Zone.KIND
    assert view.zone_at(QPoint(place.right() + 12, place.center().y()))[1] is Zone.ROW
    check = view.itemDelegate().point_parts
    index = owner.panel.model.point_index("d")
    parts = check(view.visualRect(index), index.data(ROW), view.font())
    assert parts.details.contains(place)
    assert view.zone_at(parts.check.center())[1] is Zone.CHECK


def test_the_chip_answers_the_mouse(owner: Any) -> None:
    view = owner.panel.view
    QTest.mouseMove(view.viewport(), chip(owner, "d").center())
    assert view.itemDelegate().hot_chip == "d"
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), chip(owner, "d").center() - QPoint(0, 40))
    assert view.itemDelegate().hot_chip == ""


@pytest.mark.parametrize(("number", "kind"), list(enumerate(claim_kinds.NAMES, start=1)))
def test_keys_say_it_at_once(owner: Any, qtbot: QtBot, number: int, kind: ClaimKind) -> None:
    owner.panel.view.setCurrentIndex(owner.panel.model.point_index("d"))
    with qtbot.waitSignal(owner.panel.claim_kind_requested) as wish:
        QTest.keyClick(owner.panel.view, Qt.Key(Qt.Key.Key_0 + number), ALT)
    assert wish.args == [source(owner, "d"), kind]


def test_a_key_opens_the_menu_below_the_chip(owner: Any, popup: Any) -> None:
    owner.panel.view.setCurrentIndex(owner.panel.model.point_index("d"))
    QTest.keyClick(owner.panel.view, Qt.Key.Key_K)
    assert checked(popup()) == ["Inference"]
    corner = owner.panel.view.viewport().mapFromGlobal(popup().pos())
    assert corner.x() == chip(owner, "d").left()


@pytest.mark.parametrize("row", ["a", "talks"])
def test_keys_do_nothing_where_there_is_no_claim(
    owner: Any, qtbot: QtBot, qapp: QApplication, row: str
) -> None:
    model = owner.panel.model
    index = model.point_index(row)
    owner.panel.view.setCurrentIndex(index if index.isValid() else model.section_index(row))
    with qtbot.assertNotEmitted(owner.panel.claim_kind_requested):
        QTest.keyClick(owner.panel.view, Qt.Key.Key_4, ALT)
        QTest.keyClick(owner.panel.view, Qt.Key.Key_K)
    assert qapp.activePopupWidget() is None


def test_the_context_menu_has_it_too(owner: Any, qtbot: QtBot) -> None:
    menu = owner.panel.commands.context_menu(owner.panel.model.point_index("e"))
    (kinds,) = (e.menu() for e in menu.actions() if e.menu() and "sentence" in e.text())
    assert checked(kinds) == ["Attributed"]
    with qtbot.waitSignal(owner.panel.claim_kind_requested) as wish:
        kinds.actions()[3].trigger()
    assert wish.args == [source(owner, "e"), ClaimKind.INFERENCE]
    caption = owner.panel.commands.context_menu(owner.panel.model.point_index("a"))
    assert not any("sentence is" in each.text() for each in caption.actions())


def test_the_speaker_is_asked_for(owner: Any, qtbot: QtBot) -> None:
    menu = owner.panel.commands.context_menu(owner.panel.model.point_index("e"))
    (kinds,) = (e.menu() for e in menu.actions() if e.menu() and "sentence" in e.text())
    next(each for each in kinds.actions() if "Speaker" in each.text()).trigger()
    dialog = owner.panel.findChild(QInputDialog)
    assert dialog.textValue() == "a clerk"
    dialog.setTextValue("")
    with qtbot.waitSignal(owner.panel.claim_speaker_requested) as wish:
        dialog.accept()
    assert wish.args == [source(owner, "e"), ""]

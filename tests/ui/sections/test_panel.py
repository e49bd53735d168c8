"""The panel around the tree: topics, buttons, menus, dialogs, empty states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QMenu,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from briefing import paths
from briefing.model.annotations import FoundSection
from briefing.model.draft import Draft
from briefing.model.span import Span
from briefing.model.topic import Topic, TopicSet
from briefing.ui import theme
from briefing.ui.sections import SectionEdit, SectionsPanel
from briefing.ui.sections.dialog import SectionDialog
from briefing.ui.sections.save_dialog import SaveSetDialog
from briefing.ui.sections.swatches import SwatchPicker, colour_name

SETS = (
    TopicSet("harbour", "Harbour", "Ships and quays", (Topic("q", "Quays", "#0072b2"),)),
    TopicSet("trade", "Trade", "", ()),
)
LEFT = Qt.MouseButton.LeftButton


def menu_of(owner: Any, index: Any) -> QMenu:
    menu = owner.panel.commands.context_menu(index)
    assert menu is not None
    return menu


def entry(menu: QMenu, *texts: str) -> QAction:
    """The entry with that text, down the submenus."""
    first, *rest = texts
    found = next(each for each in menu.actions() if each.text() == first)
    if not rest:
        return found
    below = found.menu()
    assert isinstance(below, QMenu)
    below.aboutToShow.emit()
    return entry(below, *rest)


def select(owner: Any, id: str) -> None:
    owner.panel.view.setCurrentIndex(owner.panel.model.section_index(id))


def dialog(owner: Any) -> SectionDialog:
    return next(each for each in owner.panel.findChildren(SectionDialog) if each.isVisible())


def press(dialog: SectionDialog, button: QDialogButtonBox.StandardButton) -> None:
    QTest.mouseClick(dialog.buttons.button(button), LEFT)


def button(owner: Any, action: QAction) -> QToolButton:
    return next(
        each for each in owner.panel.findChildren(QToolButton) if each.defaultAction() is action
    )


OK = QDialogButtonBox.StandardButton.Ok
CANCEL = QDialogButtonBox.StandardButton.Cancel


# Empty states


def test_without_an_article_there_is_a_hint(owner: Any) -> None:
    owner.panel.set_draft(None, (), ())
    assert owner.panel.no_article.isVisible()
    assert not owner.panel.add.isEnabled()
    assert not owner.panel.topics.combo.isEnabled()
    assert owner.panel.count.text() == ""


def test_without_sections_there_is_an_invitation(owner: Any) -> None:
    owner.show(replace(owner.draft, sections=(), points=()))
    assert owner.panel.no_sections.isVisible()
    QTest.mouseClick(owner.panel.no_sections.add, LEFT)
    assert dialog(owner).edit() == SectionEdit("", theme.SECTION_PALETTE[0])
    dialog(owner).reject()
    QTest.mouseClick(owner.panel.no_sections.topics, LEFT)
    assert owner.panel.topics.combo.view().isVisible()
    owner.panel.topics.combo.hidePopup()


def test_topics_looked_for_in_vain_are_named(owner: Any, qtbot: QtBot) -> None:
    panel = owner.panel
    page = panel.no_sections
    owner.show(replace(owner.draft, sections=(), points=()))
    assert "Choose topics" in page.text.text()
    assert not page.again.isVisible()
    panel.set_topic_sets(SETS, "harbour")
    said = "“Harbour” was searched: none of its topics is in this article."
    assert page.text.text() == said
    for each, signal in ((page.again, panel.topic_set_chosen), (page.add, None)):
        assert each.isVisible()
        if signal is not None:
            with qtbot.waitSignal(signal) as wish:
                QTest.mouseClick(each, LEFT)
            assert wish.args == ["harbour"]
    QTest.mouseClick(page.topics, LEFT)
    assert panel.topics.combo.view().isVisible()
    panel.topics.combo.hidePopup()
    panel.set_topic_sets(SETS, "")
    assert not page.again.isVisible()


def test_sections_that_were_found_and_removed_are_no_vain_search(owner: Any) -> None:
    (found,) = owner.annotations
    topic = SETS[0].topics[0]
    owner.annotations = (
        replace(
            found,
            sections=(FoundSection(topic, ())),
        ),
    )
    owner.show(replace(owner.draft, sections=(), points=()))
    owner.panel.set_topic_sets(SETS, "harbour")
    assert not owner.panel.no_sections.again.isVisible()


def test_a_new_panel_is_empty(qtbot: QtBot) -> None:
    panel = SectionsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_draft(Draft(), (), ())
    assert panel.no_article.isVisible()


# The count


def test_the_count_follows_and_shortens(owner: Any) -> None:
    owner.obey()
    assert owner.panel.count.text() == "4 of 5 sentences taken"
    owner.panel.point_taken.emit("b", True)
    assert owner.panel.count.text() == "5 of 5 sentences taken"
    owner.panel.resize(250, 650)
    QApplication.processEvents()
    assert owner.panel.count.text() in ("5 of 5 taken", "5/5")
    assert owner.panel.count.toolTip() == "5 of 5 sentences taken"


# Topics


def test_a_topic_set_is_wished_and_shown_only_when_given(owner: Any, qtbot: QtBot) -> None:
    panel = owner.panel
    panel.set_topic_sets(SETS, "harbour")
    combo = panel.topics.combo
    assert [combo.itemText(each) for each in range(3)] == ["No topic set", "Harbour", "Trade"]
    assert "Ships and quays" in combo.itemData(1, Qt.ItemDataRole.ToolTipRole)
    combo.setFocus()
    with qtbot.waitSignal(panel.topic_set_chosen) as wish:
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert wish.args == ["trade"]
    assert combo.currentText() == "Harbour"
    panel.set_topic_sets(SETS, "trade")
    assert combo.currentText() == "Trade"
    panel.set_topic_sets(SETS, "one that is gone")
    assert combo.currentText() == "No topic set"


def test_the_wheel_leaves_the_topics_alone(owner: Any, qtbot: QtBot) -> None:
    panel = owner.panel
    panel.set_topic_sets(SETS, "harbour")
    combo = panel.topics.combo
    combo.setFocus()
    place = QPointF(combo.rect().center())
    turn = QWheelEvent(
        place,
        QPointF(combo.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.assertNotEmitted(panel.topic_set_chosen):
        QApplication.sendEvent(combo, turn)
    assert combo.currentText() == "Harbour"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the person's own sets; it has one, "trade"."""
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path)
    folder = tmp_path / "topics"
    folder.mkdir()
    (folder / "trade.toml").touch()
    return folder


def saving(owner: Any, current: str) -> SaveSetDialog:
    owner.panel.set_topic_sets(SETS, current)
    owner.panel.topics.save.trigger()
    return next(e for e in owner.panel.findChildren(SaveSetDialog) if e.isVisible())


def save_button(dialog: SaveSetDialog) -> Any:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Save)


@pytest.mark.usefixtures("own")
def test_sections_are_saved_under_a_name(owner: Any, qtbot: QtBot) -> None:
    asked = saving(owner, "")
    assert not save_button(asked).isEnabled()
    QTest.keyClicks(asked.name, "  Port affairs ")
    assert (asked.note.text(), save_button(asked).text()) == ("", "Save")
    with qtbot.waitSignal(owner.panel.topic_set_save_requested) as wish:
        QTest.mouseClick(save_button(asked), LEFT)
    assert wish.args == ["Port affairs"]


@pytest.mark.usefixtures("own")
def test_the_name_of_a_shipped_set_is_not_offered(owner: Any) -> None:
    assert saving(owner, "harbour").name.text() == "Harbour (mine)"


@pytest.mark.usefixtures("own")
def test_the_name_of_an_own_set_is_offered_and_replaced(owner: Any) -> None:
    asked = saving(owner, "trade")
    assert asked.name.text() == "Trade"
    assert "Saving replaces it" in asked.note.text()
    assert save_button(asked).text() == "Replace"


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("harbour", "used in its place"),
        ("QUAYS and Ships", "beside it"),
        ("Trade!", "Saving replaces it"),
        ("Harbours", ""),
    ],
)
def test_a_name_in_use_says_what_saving_does(owner: Any, name: str, says: str) -> None:
    third = TopicSet("other-id", "Quays and ships", "", ())
    asked = SaveSetDialog((*SETS, third), "", owner.panel)
    asked.name.setText(name)
    assert says in asked.note.text()
    assert bool(asked.note.text()) is bool(says)


def test_looking_again_is_announced(owner: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(owner.panel.detect_requested):
        owner.panel.topics.detect.trigger()
    owner.show(replace(owner.draft, sections=(), points=()))
    assert not owner.panel.topics.detect.isEnabled()


# Buttons


def test_buttons_are_enabled_where_they_make_sense(owner: Any) -> None:
    panel, commands = owner.panel, owner.panel.commands

    def enabled() -> tuple[bool, ...]:
        actions = (commands.remove, commands.up, commands.down)
        return (panel.merge_button.isEnabled(), *(each.isEnabled() for each in actions))

    panel.view.selectionModel().clearCurrentIndex()
    assert enabled() == (False, False, False, False)
    select(owner, "talks")
    assert enabled() == (True, True, False, True)
    select(owner, "other")
    assert enabled() == (True, True, True, False)
    panel.reveal("a")
    assert enabled() == (True, True, False, True)
    owner.show(replace(owner.draft, sections=owner.draft.sections[:1]))
    assert panel.merge_button.isEnabled() is False


def test_the_buttons_move_and_remove(owner: Any, qtbot: QtBot) -> None:
    owner.obey()
    select(owner, "talks")
    commands = owner.panel.commands
    QTest.mouseClick(button(owner, commands.down), LEFT)
    assert list(owner.order()) == ["ferry", "talks", "other"]
    QTest.mouseClick(button(owner, commands.up), LEFT)
    assert list(owner.order()) == ["talks", "ferry", "other"]
    with qtbot.waitSignal(owner.panel.section_removed) as wish:
        QTest.mouseClick(button(owner, commands.remove), LEFT)
    assert wish.args == ["talks"]


def test_every_button_has_a_name_and_a_tooltip(owner: Any) -> None:
    for each in owner.panel.findChildren(QToolButton):
        assert each.accessibleName()
        assert each.toolTip()
    assert owner.panel.topics.combo.accessibleName() == "Topics"


def test_tab_goes_through_the_buttons_as_they_stand(owner: Any) -> None:
    shown = sorted(
        (e for e in owner.panel.findChildren(QToolButton) if e.y() > owner.panel.view.y() + 100),
        key=lambda each: each.x(),
    )
    order, at = [], owner.panel
    while (at := at.nextInFocusChain()) is not owner.panel:
        if at in shown:
            order.append(at)
    assert len(order) == 5
    assert order == shown


# Menus


def test_a_section_s_menu(owner: Any, qtbot: QtBot) -> None:
    panel = owner.panel
    index = panel.model.section_index("talks")
    with qtbot.waitSignal(panel.points_taken) as wish:
        entry(menu_of(owner, index), "Take all its sentences").trigger()
    assert wish.args == [("b",), True]
    with qtbot.waitSignal(panel.points_taken) as wish:
        entry(menu_of(owner, index), "Leave all its sentences out").trigger()
    assert wish.args == [("a", "c"), False]
    with qtbot.waitSignal(panel.section_taken) as wish:
        entry(menu_of(owner, index), "Leave section out").trigger()
    assert wish.args == ["talks", False]
    violet = next(each for each in theme.SECTION_PALETTE if colour_name(each) == "Violet")
    with qtbot.waitSignal(panel.section_edited) as wish:
        entry(menu_of(owner, index), "Colour", "Violet").trigger()
    assert wish.args == ["talks", SectionEdit("Talks", violet, ("met",))]
    with qtbot.waitSignal(panel.sections_merged) as wish:
        entry(menu_of(owner, index), "Merge into", "Other").trigger()
    assert wish.args == ["talks", "other"]


def test_merging_works_after_a_menu_was_closed(owner: Any, qtbot: QtBot) -> None:
    menu_of(owner, owner.panel.model.section_index("talks")).deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    owner.obey()
    select(owner, "talks")
    with qtbot.waitSignal(owner.panel.sections_merged) as wish:
        menu = owner.panel.merge_button.menu()
        menu.aboutToShow.emit()
        entry(menu, "Ferry").trigger()
    assert wish.args == ["talks", "ferry"]
    assert {each: set(ids) for each, ids in owner.order().items()} == {
        "ferry": set("abcde"),
        "other": set(),
    }


def test_a_point_s_menu(owner: Any, qtbot: QtBot) -> None:
    panel = owner.panel
    with qtbot.waitSignal(panel.point_moved) as wish:
        entry(menu_of(owner, panel.model.point_index("a")), "Move to section", "Ferry").trigger()
    assert wish.args == ["a", "ferry", 2]
    with qtbot.waitSignal(panel.wording_edited) as wish:
        menu = menu_of(owner, panel.model.point_index("c"))
        entry(menu, "Restore the article’s words").trigger()
    assert wish.args == ["c", None]
    menu = menu_of(owner, panel.model.point_index("b"))
    assert not entry(menu, "Restore the article’s words").isEnabled()
    assert entry(menu, "Take point").isEnabled()


def test_there_is_no_menu_beside_the_rows(owner: Any) -> None:
    assert owner.panel.commands.context_menu(owner.panel.model.index(99, 0)) is None


def test_the_colours_to_choose_have_different_names() -> None:
    names = [colour_name(each) for each in theme.SECTION_PALETTE]
    assert len(set(names)) == len(names) == 9
    assert [colour_name(each) for each in ("#ff0000", "#777777", "#ffffff", "#ff0022")] == [
        "Red",
        "Grey",
        "Grey",
        "Red",
    ]


@pytest.mark.parametrize("colour", [*theme.SECTION_PALETTE, "#123456"])
def test_the_picker_shows_the_colour_it_is_given(qtbot: QtBot, colour: str) -> None:
    picker = SwatchPicker(colour.upper())
    qtbot.addWidget(picker)
    picker.show()
    assert picker.colour() == colour
    shown = [each for each in picker.findChildren(QAbstractButton) if each.isVisible()]
    own = colour not in theme.SECTION_PALETTE
    assert len(shown) == len(theme.SECTION_PALETTE) + 1 + own  # one is "Other…"


def test_a_swatch_is_chosen_with_a_click_and_the_keys(qtbot: QtBot) -> None:
    picker = SwatchPicker(theme.SECTION_PALETTE[0])
    qtbot.addWidget(picker)
    picker.show()
    qtbot.waitExposed(picker)
    picker.activateWindow()
    second = picker.findChildren(QAbstractButton)[1]
    with qtbot.waitSignal(picker.changed) as told:
        QTest.mouseClick(second, LEFT)
    assert told.args == [theme.SECTION_PALETTE[1]]
    second.setFocus()
    qtbot.waitUntil(second.hasFocus, timeout=1000)
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert picker.colour() == theme.SECTION_PALETTE[2]


# The dialog


def test_a_section_is_added(owner: Any, qtbot: QtBot) -> None:
    QTest.mouseClick(button(owner, owner.panel.add), LEFT)
    asked = dialog(owner)
    assert not asked.buttons.button(OK).isEnabled()
    QTest.keyClicks(asked.name, "Fares")
    with qtbot.waitSignal(owner.panel.section_added) as wish:
        press(asked, OK)
    used = [each.colour for each in owner.draft.sections]
    assert wish.args == [SectionEdit("Fares", theme.new_colour(used)), None]


def test_a_section_can_be_made_of_words_of_the_article(owner: Any, qtbot: QtBot) -> None:
    owner.panel.ask_new(Span(3, 9))
    asked = dialog(owner)
    QTest.keyClicks(asked.name, "Fares")
    with qtbot.waitSignal(owner.panel.section_added) as wish:
        press(asked, OK)
    assert wish.args[1] == Span(3, 9)


def test_words_given_to_a_new_section_arrive_too(owner: Any, qtbot: QtBot) -> None:
    owner.obey()
    owner.panel.add.trigger()
    asked = dialog(owner)
    QTest.keyClicks(asked.name, "Fares")
    asked.words.setPlainText("fare\nticket price")
    with qtbot.waitSignal(owner.panel.detect_requested):
        press(asked, OK)
    new = owner.draft.sections[-1]
    assert (new.name, new.terms, new.phrases) == ("Fares", ("fare",), ("ticket price",))
    assert owner.panel.view.currentIndex() == owner.panel.model.section_index(new.id)


def test_f2_on_a_section_edits_it(owner: Any, qtbot: QtBot) -> None:
    select(owner, "talks")
    QTest.keyClick(owner.panel.view, Qt.Key.Key_F2)
    asked = dialog(owner)
    assert asked.edit() == SectionEdit("Talks", theme.SECTION_PALETTE[0], ("met",))
    asked.name.selectAll()
    QTest.keyClicks(asked.name, "  The   talks ")
    asked.colour.choose("#123456")
    with (
        qtbot.waitSignal(owner.panel.section_edited) as wish,
        qtbot.assertNotEmitted(owner.panel.detect_requested),
    ):
        press(asked, OK)
    assert wish.args == ["talks", SectionEdit("The talks", "#123456", ("met",))]


def test_an_unchanged_or_cancelled_section_is_no_wish(owner: Any, qtbot: QtBot) -> None:
    for answer in (OK, CANCEL):
        select(owner, "talks")
        with qtbot.assertNotEmitted(owner.panel.section_edited):
            owner.panel.commands.edit.trigger()
            asked = dialog(owner)
            if answer is CANCEL:
                QTest.keyClicks(asked.name, "nonsense")
            press(asked, answer)


@pytest.mark.parametrize("name", ["", "   ", "Ferry", "ferry ", " FERRY"])
def test_a_name_has_to_be_there_and_to_be_new(owner: Any, name: str) -> None:
    select(owner, "talks")
    owner.panel.commands.edit.trigger()
    asked = dialog(owner)
    asked.name.setText(name)
    assert not asked.buttons.button(OK).isEnabled()
    assert bool(asked.problem.text()) is bool(name.strip())
    asked.accept()
    assert asked.isVisible()
    asked.name.setText("Talks")
    assert asked.buttons.button(OK).isEnabled()


def test_looking_again_is_the_person_s_choice(owner: Any, qtbot: QtBot) -> None:
    select(owner, "talks")
    owner.panel.commands.edit.trigger()
    asked = dialog(owner)
    assert not asked.again.isEnabled()
    asked.words.setPlainText("met\nparley")
    assert asked.again.isEnabled()
    asked.again.setChecked(False)
    with qtbot.assertNotEmitted(owner.panel.detect_requested):
        press(asked, OK)

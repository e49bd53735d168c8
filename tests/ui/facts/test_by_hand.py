"""What the person set is seen as theirs, and is taken back by one command."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_steps import LEFT

from briefing.model.annotations import ClaimKind
from briefing.model.corrections import Act, Correction, List
from briefing.ui.facts import line
from briefing.ui.facts.describe import spoken

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def popup(qapp: QApplication):
    yield qapp.activePopupWidget
    if opened := qapp.activePopupWidget():
        opened.close()


def correct(steps, act: Act, value: str) -> None:
    row = steps.panel.current()
    steps.panel.corrected.emit(Correction(act, row.fact, row.source, value))


def pencil(steps):
    """Where the sign of what was set by hand is in the current row; empty for nowhere."""
    view = steps.panel.view
    return line.parts(
        view.visualRect(view.currentIndex()), steps.panel.current(), view.font()
    ).pencil


def chip(steps):
    view = steps.panel.view
    rect = view.visualRect(view.currentIndex())
    return view.delegate.chip(rect, steps.panel.current(), view.font())


def test_a_row_that_was_changed_has_a_pencil_and_goes_back_whole(facts) -> None:
    facts.click("Ruth Ansel")
    assert pencil(facts).isEmpty()
    assert "set by hand" not in spoken(facts.panel.current())
    assert not facts.panel.commands.as_found.isEnabled()
    correct(facts, Act.NAME, "R. Ansel")
    correct(facts, Act.ROLE, "a colonel")
    assert not pencil(facts).isEmpty()
    assert "set by hand" in spoken(facts.panel.current())
    assert "Set by hand" in facts.panel.details.cue.text()
    facts.bot.keyClick(facts.panel.view, KEY.Key_0, modifier=ALT)
    assert facts.panel.current().title == "Ruth Ansel"
    assert facts.entity("Ruth Ansel").role == "spokeswoman for Harlow"
    assert facts.draft.corrections == ()
    assert pencil(facts).isEmpty()


def test_the_chip_of_a_claim_is_that_of_a_point_and_opens_the_kinds(facts, popup) -> None:
    facts.open(List.CLAIMS)
    facts.click("may also")
    sections = facts.window.desk.sections
    assert pencil(facts).isEmpty()
    plain = chip(facts).width()
    point = next(each for each in facts.draft.points if each.source == facts.panel.current().source)
    index = sections.model.point_index(point.id)
    rect = sections.view.visualRect(index).adjusted(0, 0, 400, 60)
    delegate = sections.view.itemDelegate()
    row = sections.model.row_at(index)
    assert delegate.chip(rect, row, facts.panel.view.font()).width() == plain
    facts.bot.mouseClick(facts.panel.view.viewport(), LEFT, pos=chip(facts).center())
    menu = popup()
    kinds = [each.text() for each in menu.actions() if each.isChecked()]
    assert kinds == ["Inference"]
    entry = next(each for each in menu.actions() if each.text() == "Reported")
    facts.bot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    assert facts.panel.current().claim is ClaimKind.REPORTED
    assert pencil(facts).isEmpty(), "the chip has the pencil"
    assert "Reported" in spoken(facts.panel.current())
    facts.bot.keyClick(facts.panel.view, KEY.Key_K)
    entry = next(each for each in popup().actions() if each.text() == "As it was found")
    entry.trigger()
    assert facts.panel.current().claim is ClaimKind.INFERENCE
    assert chip(facts).width() == plain


def test_a_press_on_the_chip_that_is_let_go_elsewhere_does_nothing(
    facts, popup, monkeypatch
) -> None:
    facts.open(List.CLAIMS)
    facts.click("may also")
    shown: list[object] = []
    monkeypatch.setattr(facts.window.desk.article, "reveal", shown.append)
    place = chip(facts).center()
    facts.bot.mousePress(facts.panel.view.viewport(), LEFT, pos=place)
    away = facts.panel.view.viewport().rect().topRight()
    facts.bot.mouseRelease(facts.panel.view.viewport(), LEFT, pos=away)
    assert popup() is None
    assert shown == []


@pytest.mark.parametrize(
    ("which", "name", "doubt", "todo"),
    [
        (List.TIMELINE, "2 years", "does not fit “since 2019”", "F2 changes the date"),
        (List.TIMELINE, "In spring", "Needs the day of publication", "Fill in that day"),
        (List.QUOTATIONS, "the horizon", "Harlow or Sorokin", "Choose the speaker"),
    ],
)
def test_a_doubt_is_told_in_full_with_what_to_do(facts, which, name, doubt, todo) -> None:
    facts.open(which)
    facts.click(name)
    label = facts.panel.details.doubt.label
    assert doubt in label.text()
    assert todo in label.text()
    assert label.wordWrap()
    facts.panel.details.unfold.setChecked(False)
    assert label.isVisible(), "a doubt is no detail"
    facts.panel.details.unfold.setChecked(True)


def test_what_is_told_of_a_row_does_not_cover_it(facts) -> None:
    facts.open(List.TIMELINE)
    view = facts.panel.view
    view.scrollToBottom()
    last = facts.panel.model.index(facts.panel.model.rowCount() - 1)
    view.setCurrentIndex(last)
    facts.bot.waitUntil(lambda: view.visualRect(last).bottom() <= view.viewport().height())

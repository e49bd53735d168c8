"""Mouse and keys in the tree, on a shown panel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from briefing.model import edits
from briefing.ui.sections import view as view_module
from briefing.ui.sections.editor import WordingEditor
from briefing.ui.sections.model import POINT_MIME, ROW
from briefing.ui.sections.wrapping import wrapped

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def parts(owner: Any, index: QModelIndex) -> Any:
    view = owner.panel.view
    delegate, rect, row = view.itemDelegate(), view.visualRect(index), index.data(ROW)
    find = delegate.point_parts if index.parent().isValid() else delegate.section_parts
    return find(rect, row, view.font())


def click(owner: Any, place: QPoint) -> None:
    QTest.mouseClick(owner.panel.view.viewport(), LEFT, pos=place)


def point(owner: Any, id: str) -> QModelIndex:
    return owner.panel.model.point_index(id)


def section(owner: Any, id: str) -> QModelIndex:
    return owner.panel.model.section_index(id)


def key(owner: Any, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(owner.panel.view, key, modifier)


# Clicks


def test_a_click_on_the_box_takes_or_leaves(owner: Any, qtbot: QtBot) -> None:
    with (
        qtbot.waitSignal(owner.panel.point_taken) as wish,
        qtbot.assertNotEmitted(owner.panel.point_clicked),
    ):
        click(owner, parts(owner, point(owner, "b")).check.center())
    assert wish.args == ["b", True]
    with qtbot.waitSignal(owner.panel.section_taken) as wish:
        click(owner, parts(owner, section(owner, "talks")).check.center())
    assert wish.args == ["talks", False]


def test_without_an_answer_the_old_state_stays(owner: Any) -> None:
    before = owner.order()
    click(owner, parts(owner, point(owner, "b")).check.center())
    assert not point(owner, "b").data(ROW).taken
    owner.panel.view.setCurrentIndex(point(owner, "b"))
    key(owner, KEY.Key_Down, ALT)
    key(owner, KEY.Key_Delete)
    assert owner.order() == before


def test_with_an_answer_it_follows(owner: Any) -> None:
    owner.obey()
    click(owner, parts(owner, point(owner, "b")).check.center())
    assert point(owner, "b").data(ROW).taken
    assert section(owner, "talks").data(ROW).count_taken == 3


def test_a_press_on_the_box_released_elsewhere_is_no_wish(owner: Any, qtbot: QtBot) -> None:
    viewport = owner.panel.view.viewport()
    with qtbot.assertNotEmitted(owner.panel.point_taken):
        QTest.mousePress(viewport, LEFT, pos=parts(owner, point(owner, "b")).check.center())
        QTest.mouseRelease(viewport, LEFT, pos=parts(owner, point(owner, "d")).check.center())


def test_a_click_on_the_text_is_announced(owner: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(owner.panel.point_clicked) as told:
        click(owner, parts(owner, point(owner, "d")).text.center())
    assert told.args == ["d"]
    assert owner.panel.view.currentIndex() == point(owner, "d")


def test_the_chevron_folds_and_unfolds(owner: Any) -> None:
    for opened in (False, True):
        click(owner, parts(owner, section(owner, "talks")).chevron.center())
        assert owner.panel.view.isExpanded(section(owner, "talks")) is opened


def test_hovering_is_told_once_each(owner: Any) -> None:
    told: list[str] = []
    owner.panel.point_hovered.connect(told.append)
    viewport = owner.panel.view.viewport()
    places = [parts(owner, point(owner, id)).text.center() for id in ("a", "d", "d")]
    places[1] += QPoint(3, 1)
    for place in (*places, parts(owner, section(owner, "ferry")).name.center()):
        none = Qt.MouseButton.NoButton
        there = QPointF(place), QPointF(viewport.mapToGlobal(place))
        plain = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, *there, none, none, plain)
        QApplication.sendEvent(viewport, move)  # QTest moves no mouse offscreen
    assert told == ["a", "d", ""]


# What the owner calls


def test_reveal_selects_unfolds_and_stays_quiet(owner: Any, qtbot: QtBot) -> None:
    owner.panel.view.collapseAll()
    with qtbot.assertNotEmitted(owner.panel.point_clicked):
        owner.panel.reveal("e")
        owner.panel.reveal("there is none")
    assert owner.panel.view.currentIndex() == point(owner, "e")
    assert owner.panel.view.isExpanded(section(owner, "ferry"))
    inside = owner.panel.view.viewport().rect()
    assert inside.contains(owner.panel.view.visualRect(point(owner, "e")))


def test_reveal_scrolls_back_to_what_is_selected_already(owner: Any) -> None:
    owner.panel.resize(330, 220)
    QApplication.processEvents()
    owner.panel.reveal("e")
    owner.panel.view.verticalScrollBar().setValue(0)
    inside = owner.panel.view.viewport().rect()
    assert not inside.contains(owner.panel.view.visualRect(point(owner, "e")).center())
    owner.panel.reveal("e")
    assert inside.contains(owner.panel.view.visualRect(point(owner, "e")).center())


def test_a_section_that_is_new_shows_its_points(owner: Any) -> None:
    draft = owner.draft
    new = replace(draft.sections[0], id="new")
    moved = replace(draft.points[0], section="new")
    owner.show(replace(draft, sections=(new, *draft.sections), points=(*draft.points[1:], moved)))
    assert owner.panel.view.isExpanded(section(owner, "new"))
    assert owner.panel.view.visualRect(point(owner, "a")).height() > 0


def test_emphasis_is_painted_and_goes(owner: Any) -> None:
    def look() -> Any:
        rect = owner.panel.view.visualRect(point(owner, "d"))
        return owner.panel.view.viewport().grab(rect).toImage()

    plain = look()
    owner.panel.emphasise("d")
    assert look() != plain
    owner.panel.emphasise("")
    assert look() == plain


def test_folding_selection_and_scroll_survive_an_edit(owner: Any) -> None:
    panel = owner.panel
    panel.resize(330, 200)
    panel.view.collapse(section(owner, "ferry"))
    panel.view.setCurrentIndex(point(owner, "b"))
    QApplication.processEvents()
    bar = panel.view.verticalScrollBar()
    bar.setValue(at := bar.maximum() // 2)
    assert at > 0
    draft = owner.draft
    owner.show(replace(draft, sections=draft.sections[::-1], points=draft.points[::-1]))
    QApplication.processEvents()
    assert not panel.view.isExpanded(section(owner, "ferry"))
    assert panel.view.isExpanded(section(owner, "talks"))
    assert panel.view.currentIndex() == point(owner, "b")
    assert bar.value() == at


# Size


def test_rows_wrap_to_the_width_and_at_most_three_lines(owner: Any) -> None:
    def height(id: str) -> int:
        return owner.panel.view.visualRect(point(owner, id)).height()

    narrow, short = height("d"), height("e")
    assert narrow > short
    owner.panel.resize(1600, 650)
    QApplication.processEvents()
    assert height("d") < narrow
    owner.panel.resize(250, 650)
    QApplication.processEvents()
    line = owner.panel.view.fontMetrics().lineSpacing()
    assert height("d") < 3 * line + 2 * line


@pytest.mark.parametrize("text", ["word " * 300, "x" * 900, "🙂 " * 300, "сло́во " * 200])
def test_long_text_ends_with_an_ellipsis(owner: Any, text: str) -> None:
    made = wrapped(text, owner.panel.font(), 200)
    assert (made.lines, made.elided) == (3, True)
    assert made.layout.text().endswith("…")
    assert text.startswith(made.layout.text()[:-1].rstrip())
    last = made.layout.lineAt(2)
    units = len(made.layout.text().encode("utf-16-le")) // 2
    assert last.textStart() + last.textLength() == units  # the ellipsis is in sight


def test_cut_text_always_ends_with_an_ellipsis(owner: Any) -> None:
    """Wherever the last line breaks: at some widths a word that was cut would just not fit."""
    text = (
        "Before that the two generals had met in Doha, where the coalition had bases in Qatar, "
        "Kuwait and Bahrain, and afterwards once more in the spring of the following year."
    )
    for width in range(120, 420):
        made = wrapped(text, owner.panel.font(), width)
        last = made.layout.lineAt(made.lines - 1)
        shown = made.layout.text()[: last.textStart() + last.textLength()]
        assert shown == text if not made.elided else shown.endswith("…"), width


def test_text_too_long_to_lay_out_ends_with_an_ellipsis(owner: Any) -> None:
    made = wrapped("word " * 1000, owner.panel.font(), 99_000)
    assert made.layout.text().endswith("…")


def test_short_text_is_whole(owner: Any) -> None:
    made = wrapped("A few words 🙂.", owner.panel.font(), 200)
    assert (made.layout.text(), made.lines, made.elided) == ("A few words 🙂.", 1, False)


# Keys


def test_space_toggles(owner: Any, qtbot: QtBot) -> None:
    owner.panel.reveal("a")
    with qtbot.waitSignal(owner.panel.point_taken) as wish:
        key(owner, KEY.Key_Space)
    assert wish.args == ["a", False]


def test_arrow_keys_show_the_source_too(owner: Any, qtbot: QtBot) -> None:
    owner.panel.reveal("a")
    with qtbot.waitSignal(owner.panel.point_clicked) as told:
        key(owner, KEY.Key_Down)
    assert told.args == ["b"]


@pytest.mark.parametrize(
    ("id", "pressed", "wished"),
    [
        ("b", KEY.Key_Up, ["b", "talks", 0]),
        ("b", KEY.Key_Down, ["b", "talks", 2]),
        ("c", KEY.Key_Down, ["c", "ferry", 0]),
        ("d", KEY.Key_Up, ["d", "talks", 3]),
        ("e", KEY.Key_Down, ["e", "other", 0]),
    ],
)
def test_alt_arrows_move_a_point(
    owner: Any, qtbot: QtBot, id: str, pressed: Qt.Key, wished: list[object]
) -> None:
    owner.panel.reveal(id)
    with qtbot.waitSignal(owner.panel.point_moved) as wish:
        key(owner, pressed, ALT)
    assert wish.args == wished


def test_alt_arrows_walk_a_point_through_all_sections(owner: Any) -> None:
    owner.obey()
    owner.panel.reveal("a")
    for _ in range(20):
        key(owner, KEY.Key_Down, ALT)
    assert owner.order() == {"talks": "bc", "ferry": "de", "other": "a"}
    assert owner.panel.view.currentIndex() == point(owner, "a")
    for _ in range(20):
        key(owner, KEY.Key_Up, ALT)
    assert owner.order() == {"talks": "abc", "ferry": "de", "other": ""}


def test_alt_arrows_move_a_section(owner: Any) -> None:
    owner.obey()
    owner.panel.view.setCurrentIndex(section(owner, "other"))
    for expected in (["talks", "other", "ferry"], ["other", "talks", "ferry"]):
        key(owner, KEY.Key_Up, ALT)
        assert list(owner.order()) == expected
    key(owner, KEY.Key_Up, ALT)  # at the top already
    assert list(owner.order()) == ["other", "talks", "ferry"]
    key(owner, KEY.Key_Down, ALT)
    assert list(owner.order()) == ["talks", "other", "ferry"]


def test_delete_removes_the_current_row(owner: Any, qtbot: QtBot) -> None:
    owner.panel.reveal("d")
    with qtbot.waitSignal(owner.panel.point_removed) as wish:
        key(owner, KEY.Key_Delete)
    assert wish.args == ["d"]
    owner.panel.view.setCurrentIndex(section(owner, "ferry"))
    with qtbot.waitSignal(owner.panel.section_removed) as wish:
        key(owner, KEY.Key_Delete)
    assert wish.args == ["ferry"]


# Wording


def editor_of(owner: Any) -> WordingEditor | None:
    return next(
        (each for each in owner.panel.view.findChildren(WordingEditor) if each.isVisible()), None
    )


def open_editor(owner: Any, id: str) -> WordingEditor:
    owner.panel.reveal(id)
    key(owner, KEY.Key_F2)
    editor = editor_of(owner)
    assert editor is not None
    return editor


def test_control_enter_saves_the_wording(owner: Any, qtbot: QtBot) -> None:
    editor = open_editor(owner, "b")
    assert editor.toPlainText() == "The mayors met on Tuesday."
    editor.selectAll()
    QTest.keyClicks(editor, "They met.")
    QTest.keyClick(editor, KEY.Key_Return)
    QTest.keyClicks(editor, "Twice.")
    with qtbot.waitSignal(owner.panel.wording_edited) as wish:
        QTest.keyClick(editor, KEY.Key_Return, CONTROL)
    assert wish.args == ["b", "They met.\nTwice."]
    qtbot.waitUntil(lambda: editor_of(owner) is None)


def test_leaving_the_editor_saves(owner: Any, qtbot: QtBot) -> None:
    editor = open_editor(owner, "c")
    QTest.keyClicks(editor, " Really.")
    with qtbot.waitSignal(owner.panel.wording_edited) as wish:
        owner.panel.topics.combo.setFocus()
    assert wish.args == ["c", "She is in a hurry. Really."]


def test_committing_saves_and_closes_what_is_open(owner: Any, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(owner.panel.wording_edited):
        owner.panel.commit()
    editor = open_editor(owner, "c")
    QTest.keyClicks(editor, " Really.")
    told: list[list[object]] = []
    owner.panel.wording_edited.connect(lambda *args: told.append(list(args)))
    owner.panel.commit()
    assert told == [["c", "She is in a hurry. Really."]]
    assert editor_of(owner) is None
    owner.panel.commit()
    assert len(told) == 1


def test_committing_while_the_draft_follows_tells_once(owner: Any) -> None:
    owner.obey()
    editor = open_editor(owner, "b")
    QTest.keyClicks(editor, " Twice.")
    owner.panel.commit()
    assert owner.draft.point("b").wording == "The mayors met on Tuesday. Twice."


def test_going_to_another_window_loses_nothing(owner: Any, qtbot: QtBot) -> None:
    owner.obey()
    editor = open_editor(owner, "b")
    QTest.keyClicks(editor, " Twice.")
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    owner.panel.commit()
    assert owner.draft.point("b").wording == "The mayors met on Tuesday. Twice."


def test_escape_gives_up(owner: Any, qtbot: QtBot) -> None:
    editor = open_editor(owner, "b")
    QTest.keyClicks(editor, "nonsense")
    with qtbot.assertNotEmitted(owner.panel.wording_edited, wait=50):
        QTest.keyClick(editor, KEY.Key_Escape)
    assert editor_of(owner) is None


def test_the_article_s_own_words_are_no_wording(owner: Any, qtbot: QtBot) -> None:
    editor = open_editor(owner, "c")
    editor.selectAll()
    QTest.keyClicks(editor, "x")
    editor.selectAll()
    editor.insertPlainText("“We have little time,” she said.")
    with qtbot.waitSignal(owner.panel.wording_edited) as wish:
        QTest.keyClick(editor, KEY.Key_Return, CONTROL)
    assert wish.args == ["c", None]


def test_keys_of_the_tree_are_text_in_the_editor(owner: Any, qtbot: QtBot) -> None:
    editor = open_editor(owner, "b")
    with (
        qtbot.assertNotEmitted(owner.panel.point_removed),
        qtbot.assertNotEmitted(owner.panel.point_taken),
        qtbot.assertNotEmitted(owner.panel.point_moved),
    ):
        editor.selectAll()
        QTest.keyClick(editor, KEY.Key_Delete)
        QTest.keyClick(editor, KEY.Key_Space)
        QTest.keyClick(editor, KEY.Key_Down, ALT)
        QTest.keyClick(editor, KEY.Key_F2)
    assert editor.toPlainText() == " "


def test_what_is_typed_outlives_a_new_draft(owner: Any) -> None:
    editor = open_editor(owner, "b")
    QTest.keyClicks(editor, " And")
    draft = owner.draft
    owner.show(replace(draft, points=tuple(replace(e, taken=True) for e in draft.points)))
    QTest.keyClicks(editor, " more.")
    assert editor.toPlainText() == "The mayors met on Tuesday. And more."


def test_the_editor_stays_within_the_view(owner: Any) -> None:
    owner.panel.resize(330, 300)
    QApplication.processEvents()
    editor = open_editor(owner, "e")
    assert owner.panel.view.viewport().rect().contains(editor.geometry())


def test_a_double_click_edits_the_wording(owner: Any) -> None:
    QTest.mouseDClick(
        owner.panel.view.viewport(), LEFT, pos=parts(owner, point(owner, "b")).text.center()
    )
    assert editor_of(owner) is not None


# Drag and drop, with the events Qt sends


def drag(owner: Any, dragged: QModelIndex, place: QPoint) -> bool:
    """Whether a drop was allowed there; it is done if so."""
    view = owner.panel.view
    data = owner.panel.model.mimeData([dragged])
    given = (Qt.DropAction.MoveAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    view.dragEnterEvent(QDragEnterEvent(place, *given))  # Qt routes no drag that it did not begin
    move = QDragMoveEvent(place, *given)
    view.dragMoveEvent(move)
    allowed = move.isAccepted()
    if allowed:
        view.viewport().grab()  # paints the indicator
        view.dropEvent(QDropEvent(QPointF(place), *given))
    else:
        view.dragLeaveEvent(QDragLeaveEvent())
    return allowed


def at(owner: Any, index: QModelIndex, share: float) -> QPoint:
    """A place in a row, ``share`` of its height from the top."""
    rect = owner.panel.view.visualRect(index)
    return QPoint(rect.center().x(), rect.top() + int(rect.height() * share))


@pytest.mark.parametrize(
    ("dragged", "over", "share", "becomes"),
    [
        ("a", ("point", "b"), 0.9, {"talks": "bac", "ferry": "de", "other": ""}),
        ("c", ("point", "a"), 0.1, {"talks": "cab", "ferry": "de", "other": ""}),
        ("a", ("point", "e"), 0.1, {"talks": "bc", "ferry": "dae", "other": ""}),
        ("a", ("section", "ferry"), 0.9, {"talks": "bc", "ferry": "ade", "other": ""}),
        ("a", ("section", "ferry"), 0.3, {"talks": "bc", "ferry": "dea", "other": ""}),
        ("a", ("section", "other"), 0.9, {"talks": "bc", "ferry": "de", "other": "a"}),
    ],
)
def test_a_point_can_be_dragged(
    owner: Any, dragged: str, over: tuple[str, str], share: float, becomes: dict[str, str]
) -> None:
    owner.obey()
    target = {"point": point, "section": section}[over[0]](owner, over[1])
    assert drag(owner, point(owner, dragged), at(owner, target, share))
    assert owner.order() == becomes


def test_a_section_is_dragged_past_whole_groups(owner: Any) -> None:
    owner.obey()
    assert not drag(owner, section(owner, "ferry"), at(owner, point(owner, "d"), 0.5))
    assert drag(owner, section(owner, "ferry"), at(owner, point(owner, "a"), 0.2))
    assert list(owner.order()) == ["ferry", "talks", "other"]
    below = QPoint(100, owner.panel.view.viewport().height() - 2)
    assert drag(owner, section(owner, "ferry"), below)
    assert list(owner.order()) == ["talks", "other", "ferry"]


def test_dragging_onto_itself_is_refused(owner: Any) -> None:
    assert not drag(owner, point(owner, "b"), at(owner, point(owner, "b"), 0.2))


def test_what_is_dragged_does_not_hide_where_it_goes(owner: Any, monkeypatch: Any) -> None:
    begun: list[Any] = []

    class Drag(QDrag):
        def exec(self, *_: object) -> Qt.DropAction:
            begun.append((self.pixmap(), self.hotSpot(), self.mimeData().formats()))
            return Qt.DropAction.MoveAction

    monkeypatch.setattr(view_module, "QDrag", Drag)
    before = owner.order()
    owner.panel.reveal("d")
    owner.panel.view.startDrag(Qt.DropAction.MoveAction)
    ((picture, spot, formats),) = begun
    row = owner.panel.view.visualRect(point(owner, "d"))
    size = picture.deviceIndependentSize()
    assert size.width() < row.width() * 0.7
    assert size.height() < row.height() / 2
    assert spot.x() < 0 > spot.y()  # beside the pointer
    image = picture.toImage()
    assert 100 < image.pixelColor(image.rect().center().x(), 4).alpha() < 220
    assert formats == [POINT_MIME]
    assert owner.order() == before


def test_a_box_is_ticked_in_full_in_part_or_not_at_all(owner: Any) -> None:
    def box() -> Any:
        view = owner.panel.view
        return view.viewport().grab(parts(owner, section(owner, "talks")).check).toImage()

    part = box()  # one of three is left out
    owner.show(edits.take_points(owner.draft, {"b"}, True))
    full = box()
    owner.show(edits.take_section(owner.draft, "talks", False))
    empty = box()
    middle = part.rect().center()
    assert part != full
    assert part.pixelColor(middle) != empty.pixelColor(middle)

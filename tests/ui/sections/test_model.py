from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from briefing.model import edits
from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.draft import Draft, Point
from briefing.model.span import Source
from briefing.ui.sections import rows
from briefing.ui.sections.model import SectionsModel

Read = tuple[Article, Annotations]
MOVE = Qt.DropAction.MoveAction
Item = Qt.ItemDataRole


@pytest.fixture
def facts(read: Read) -> rows.Facts:
    return rows.Facts((read[0],), (read[1],))


@pytest.fixture
def model(qtbot: QtBot, facts: rows.Facts, draft: Draft) -> SectionsModel:  # noqa: ARG001
    model = SectionsModel()
    model.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.set_rows(rows.build(draft, facts))
    return model


def shown(model: SectionsModel) -> dict[str, str]:
    return {each.id: "".join(p.id for p in model.points_of(each.id)) for each in model.sections()}


def test_the_tree_is_that_of_the_draft(model: SectionsModel) -> None:
    assert shown(model) == {"talks": "abc", "ferry": "de", "other": ""}
    assert model.index(0, 0).data() == "Talks"
    assert model.index(1, 0, model.index(0, 0)).data() == "The mayors met on Tuesday."
    assert model.point_index("e").parent() == model.section_index("ferry")


def test_qt_finds_no_fault(model: SectionsModel, qtmodeltester: object) -> None:
    qtmodeltester.check(model, force_py=True)  # type: ignore[attr-defined]


def test_an_edit_keeps_indexes_and_resets_nothing(
    model: SectionsModel, facts: rows.Facts, draft: Draft, qtbot: QtBot
) -> None:
    kept = QPersistentModelIndex(model.point_index("e"))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows(rows.build(edits.move_point(draft, "e", "talks", 1), facts))
    assert shown(model) == {"talks": "aebc", "ferry": "d", "other": ""}
    assert kept == model.point_index("e")


def test_only_rows_that_changed_are_painted_anew(
    model: SectionsModel, facts: rows.Facts, draft: Draft
) -> None:
    changed: list[str] = []
    model.dataChanged.connect(lambda index, *_: changed.append(model.row_at(index).id))
    model.set_rows(rows.build(edits.take_points(draft, ("d",), False), facts))
    assert changed == ["ferry", "d"]  # the section for its count
    changed.clear()
    model.set_rows(rows.build(edits.take_points(draft, ("d",), False), facts))
    assert changed == []


def test_points_survive_the_section_they_leave(
    model: SectionsModel, facts: rows.Facts, draft: Draft
) -> None:
    kept = QPersistentModelIndex(model.point_index("a"))
    model.set_rows(rows.build(edits.merge_sections(draft, "talks", "other"), facts))
    assert shown(model) == {"ferry": "de", "other": "abc"}
    assert kept == model.point_index("a")


def test_a_section_and_a_point_may_have_the_same_id(
    model: SectionsModel, facts: rows.Facts, draft: Draft
) -> None:
    point = Point("talks", "ferry", draft.points[0].source)
    model.set_rows(rows.build(replace(draft, points=(*draft.points, point)), facts))
    assert shown(model) == {"talks": "abc", "ferry": "detalks", "other": ""}
    assert model.section_index("talks") != model.point_index("talks")


@pytest.mark.parametrize("seed", range(25))
def test_any_draft_follows_any_other(
    model: SectionsModel, facts: rows.Facts, draft: Draft, seed: int
) -> None:
    """Qt's tester watches each step."""
    dice = random.Random(seed)
    for _ in range(12):
        sections = dice.sample(draft.sections, dice.randint(0, 3))
        points = [
            replace(each, section=dice.choice(sections).id)
            for each in dice.sample(draft.points, dice.randint(0, 5))
            if sections
        ]
        wanted = replace(draft, sections=tuple(sections), points=tuple(points))
        model.set_rows(rows.build(wanted, facts))
        assert shown(model) == {
            each.id: "".join(p.id for p in wanted.points_of(each.id)) for each in sections
        }


# Wishes


def test_checking_announces_and_changes_nothing(model: SectionsModel, qtbot: QtBot) -> None:
    index = model.section_index("talks")
    with qtbot.waitSignal(model.section_taken) as wish:
        assert not model.setData(index, Qt.CheckState.Unchecked, Item.CheckStateRole)
    assert wish.args == ["talks", False]
    assert index.data(Item.CheckStateRole) == Qt.CheckState.PartiallyChecked


@pytest.mark.parametrize(
    ("taken", "points", "state"),
    [
        (True, {"a", "b", "c"}, Qt.CheckState.Checked),
        (True, {"c"}, Qt.CheckState.PartiallyChecked),
        (True, set(), Qt.CheckState.PartiallyChecked),
        (False, {"a", "b", "c"}, Qt.CheckState.Unchecked),
    ],
)
def test_a_section_is_ticked_as_far_as_its_sentences_are(
    model: SectionsModel, draft: Draft, facts, taken: bool, points: set[str], state: Qt.CheckState
) -> None:
    draft = edits.take_section(draft, "talks", taken)
    draft = edits.take_points(draft, {"a", "b", "c"}, False)
    draft = edits.take_points(draft, points, True)
    model.set_rows(rows.build(draft, facts))
    index = model.section_index("talks")
    assert index.data(Item.CheckStateRole) == state
    assert ("tick the sentences" in index.data(Item.ToolTipRole)) == (taken and not points)


def test_a_new_section_is_ticked(model: SectionsModel, draft: Draft, facts) -> None:
    model.set_rows(rows.build(edits.take_section(draft, "other", True), facts))
    assert model.section_index("other").data(Item.CheckStateRole) == Qt.CheckState.Checked


def test_checking_what_is_checked_is_no_wish(model: SectionsModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.point_taken):
        model.setData(model.point_index("a"), Qt.CheckState.Checked, Item.CheckStateRole)


@pytest.mark.parametrize(
    ("id", "text", "wished"),
    [
        ("b", "They met.", "They met."),
        ("b", "  They met.\n", "They met."),
        ("c", "“We have little time,” she said.", None),
        ("c", " “We have little  time,”\nshe said. ", None),
        ("c", "  ", None),
    ],
)
def test_wording_is_announced(
    model: SectionsModel, qtbot: QtBot, id: str, text: str, wished: str | None
) -> None:
    with qtbot.waitSignal(model.wording_edited) as wish:
        model.setData(model.point_index(id), text)
    assert wish.args == [id, wished]


@pytest.mark.parametrize(
    ("id", "text"), [("b", "The mayors met on Tuesday."), ("c", "She is in a hurry."), ("b", "")]
)
def test_unchanged_wording_is_no_wish(
    model: SectionsModel, qtbot: QtBot, id: str, text: str
) -> None:
    with qtbot.assertNotEmitted(model.wording_edited):
        model.setData(model.point_index(id), text)


# Drops, as Qt gives them: row -1 is on the parent itself


@pytest.mark.parametrize(
    ("point", "parent", "row", "becomes"),
    [
        ("a", "talks", 2, {"talks": "bac", "ferry": "de", "other": ""}),
        ("a", "talks", 3, {"talks": "bca", "ferry": "de", "other": ""}),
        ("c", "talks", 0, {"talks": "cab", "ferry": "de", "other": ""}),
        ("a", "talks", -1, {"talks": "bca", "ferry": "de", "other": ""}),
        ("a", "ferry", 1, {"talks": "bc", "ferry": "dae", "other": ""}),
        ("a", "ferry", -1, {"talks": "bc", "ferry": "dea", "other": ""}),
        ("e", "other", -1, {"talks": "abc", "ferry": "d", "other": "e"}),
        ("e", "", 0, {"talks": "eabc", "ferry": "d", "other": ""}),
        ("e", "", 1, {"talks": "abce", "ferry": "d", "other": ""}),
        ("e", "", -1, {"talks": "abc", "ferry": "d", "other": "e"}),
    ],
)
def test_a_dropped_point_lands_where_it_was_shown(
    model: SectionsModel,
    facts: rows.Facts,
    draft: Draft,
    qtbot: QtBot,
    point: str,
    parent: str,
    row: int,
    becomes: dict[str, str],
) -> None:
    data = model.mimeData([model.point_index(point)])
    target = model.section_index(parent) if parent else QModelIndex()
    assert model.canDropMimeData(data, MOVE, row, 0, target)
    with qtbot.waitSignal(model.point_moved) as wish:
        assert not model.dropMimeData(data, MOVE, row, 0, target)
    assert shown(model) == {"talks": "abc", "ferry": "de", "other": ""}  # nothing moved by itself
    id, section, index = wish.args
    # exactly the owner's list.pop and list.insert
    order = {each.id: [p.id for p in draft.points_of(each.id)] for each in draft.sections}
    next(each for each in order.values() if id in each).remove(id)
    order[section].insert(index, id)
    assert {each: "".join(ids) for each, ids in order.items()} == becomes
    model.set_rows(rows.build(edits.move_point(draft, id, section, index), facts))
    assert shown(model) == becomes


@pytest.mark.parametrize(
    ("section", "row", "becomes"),
    [
        ("talks", 2, ["ferry", "talks", "other"]),
        ("talks", 3, ["ferry", "other", "talks"]),
        ("talks", -1, ["ferry", "other", "talks"]),
        ("other", 0, ["other", "talks", "ferry"]),
        ("other", 1, ["talks", "other", "ferry"]),
    ],
)
def test_a_dropped_section_lands_where_it_was_shown(
    model: SectionsModel,
    facts: rows.Facts,
    draft: Draft,
    qtbot: QtBot,
    section: str,
    row: int,
    becomes: list[str],
) -> None:
    data = model.mimeData([model.section_index(section)])
    with qtbot.waitSignal(model.section_moved) as wish:
        model.dropMimeData(data, MOVE, row, 0, QModelIndex())
    id, index = wish.args
    order = [each.id for each in draft.sections]
    order.insert(index, order.pop(order.index(id)))
    assert order == becomes
    model.set_rows(rows.build(edits.move_section(draft, id, index), facts))
    assert list(shown(model)) == becomes


@pytest.mark.parametrize(
    ("id", "row"), [("a", 0), ("a", 1), ("b", 1), ("b", 2), ("c", 3), ("c", -1)]
)
def test_a_drop_in_place_is_no_wish(model: SectionsModel, qtbot: QtBot, id: str, row: int) -> None:
    data = model.mimeData([model.point_index(id)])
    talks = model.section_index("talks")
    assert not model.canDropMimeData(data, MOVE, row, 0, talks)
    with qtbot.assertNotEmitted(model.point_moved):
        model.dropMimeData(data, MOVE, row, 0, talks)


def test_what_is_gone_or_strange_cannot_be_dropped(
    model: SectionsModel, facts: rows.Facts, draft: Draft
) -> None:
    data = model.mimeData([model.point_index("a")])
    model.set_rows(rows.build(edits.remove_points(draft, ("a",)), facts))
    assert not model.canDropMimeData(data, MOVE, 0, 0, model.section_index("talks"))
    data.clear()
    data.setText("a")
    assert not model.canDropMimeData(data, MOVE, 0, 0, model.section_index("talks"))


def test_a_thousand_points_follow_an_edit_fast(
    qtbot: QtBot,  # noqa: ARG001
    facts: rows.Facts,
    draft: Draft,
) -> None:
    """A loose bound that a quadratic algorithm breaks."""
    import time

    source = Source(draft.articles[0], draft.points[1].source.span)
    points = tuple(Point(f"x{each}", draft.sections[each % 3].id, source) for each in range(1000))
    many = replace(draft, points=points)
    model = SectionsModel()
    model.set_rows(rows.build(many, facts))
    start = time.perf_counter()
    model.set_rows(rows.build(edits.take_points(many, ("x500",), False), facts))
    assert time.perf_counter() - start < 0.25

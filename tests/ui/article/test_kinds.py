"""What is written beside a paragraph, as its cue tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from briefing import lexicon
from briefing.model.article import BY_HAND, Paragraph, Role
from briefing.model.span import Span
from briefing.ui.article import gutter, kinds, tips
from briefing.ui.article.marks import MAX_LANES
from briefing.ui.article.paper import _GUTTER_LEAST


@pytest.mark.parametrize(
    ("role", "cue", "name"),
    [
        (Role.NOTICE, "correction: “An earlier version of this”", "Correction"),
        (Role.NOTICE, "editor's note: “Editor’s note”", "Editor’s note"),
        (Role.NOTICE, "copyright notice: “all rights reserved”", "Copyright"),
        (Role.NOTICE, "notice: “© 2031”", "Copyright"),
        (Role.NOTICE, "notice: “Sign up for our”", "Newsletter"),
        (Role.NOTICE, "legal notice: “banned in”", "Legal notice"),
        (Role.NOTICE, "footnote 3", "Footnote 3"),
        (Role.NOTICE, "endnote 12", "Endnote 12"),
        (Role.NOTICE, "page header", "Page header"),
        (Role.NOTICE, "running foot on 4 pages", "Page footer"),
        (Role.NOTICE, "signature", "Signature"),
        (Role.BYLINE, "dateline: place and date on their own line", "Dateline"),
        (Role.BYLINE, "a date on its own line", "Date"),
        (Role.BYLINE, "byline: “By Ina Vos”", "Byline"),
        (Role.BYLINE, "agency line: “Editing by”", "Agency"),
        (Role.HEADING, "headline: h1", "Headline"),
        (Role.HEADING, "sub-heading: h2", "Sub-heading"),
        (Role.HEADING, "standfirst between headline and text", "Standfirst"),
        (Role.HEADING, "style “Heading 1”", "Heading"),
        (Role.CAPTION, "credit under a caption: “Ina Vos”", "Credit"),
        (Role.CAPTION, "figcaption", "Caption"),
        (Role.RELATED, "related link: “Read more”", "Related"),
        (Role.RELATED, "a cue of no kind", "Related link"),
        (Role.NOTICE, "a cue of no kind", "Notice"),
        (Role.NOTICE, BY_HAND, "Notice"),
    ],
)
def test_the_cue_tells_the_kind(role: Role, cue: str, name: str) -> None:
    assert kinds.name(Paragraph("p1", role, Span(0, 5), cue)) == name


@pytest.mark.usefixtures("desk")  # has the program's fonts
def test_every_kind_fits_the_narrowest_margin() -> None:
    font = gutter.small_font(QApplication.font())
    columns = gutter.Columns.of(_GUTTER_LEAST, _GUTTER_LEAST, MAX_LANES, 0)
    names = [each.replace("#", "88") for each in lexicon.keys("kinds", "names")]
    metrics = QFontMetricsF(font)
    room = columns.number_right - columns.left
    assert [each for each in names if metrics.horizontalAdvance(each) > room] == []


def captions(desk) -> list[gutter.Caption]:
    desk.view.text.viewport().grab()
    return list(desk.view.text.margin.captions)


@pytest.mark.parametrize("width", [300, 420, 560, 900])
def test_no_label_runs_out_of_the_margin_or_into_another(desk, width: int) -> None:
    desk.view.set_article(desk.article.with_roles({"p2": Role.RELATED, "p4": Role.BYLINE}))
    desk.view.resize(width, 700)
    shown = captions(desk)
    assert len(shown) > 4
    for each in shown:
        assert 0 <= each.rect.left() < each.rect.right() <= desk.view.text.text_left
        for chip in desk.view.text.margin.chips:
            assert not chip.rect.intersects(each.rect)


def test_what_was_set_by_hand_shows_it_even_for_body_text(desk) -> None:
    before = desk.view.text.viewport().grab().toImage()
    assert not any(each.label.by_hand for each in captions(desk))
    desk.view.set_article(desk.article.with_roles({"p7": Role.BODY, "p3": Role.NOTICE}))
    by_hand = [each for each in captions(desk) if each.label.by_hand]
    assert [each.label.text for each in by_hand] == ["Notice", "¶4"]
    assert all(BY_HAND in each.label.tip for each in by_hand)
    # ink before the words: the pencil
    after = desk.view.text.viewport().grab().toImage()
    area = by_hand[1].rect.toRect()
    area.setWidth(int(area.height()))
    assert before.copy(area) != after.copy(area)
    assert len({after.pixel(x, y) for x in range(area.left(), area.right())
                for y in range(area.top(), area.bottom())}) > 1  # fmt: skip


def rest_on(desk, words: str) -> None:
    place, paper = desk.point_in(words), desk.view.text.viewport()
    QApplication.sendEvent(paper, QHelpEvent(QHelpEvent.Type.ToolTip, place, place))


@pytest.mark.parametrize("elsewhere", ["withdrew", "grounds"])  # body without a point; a heading
def test_grey_text_says_why_it_is_grey(desk, qtbot: QtBot, elsewhere: str) -> None:
    rest_on(desk, "responsible for")
    assert "Why: a cue" in QToolTip.text()
    rest_on(desk, elsewhere)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def opened(qapp: QApplication):
    made = qapp.activePopupWidget()
    assert made is not None
    return made


def told(desk, qtbot: QtBot, menu) -> tuple[str, ...]:
    with qtbot.waitSignal(desk.view.role_requested) as caught:
        qtbot.keyClick(menu, Qt.Key.Key_N)
    return caught.args[0]


def test_the_key_is_about_what_is_in_view(weeks, qtbot: QtBot, qapp: QApplication) -> None:
    bar = weeks.view.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    qtbot.keyClick(weeks.view.text, Qt.Key.Key_R)
    menu = opened(qapp)
    paper = weeks.view.text.viewport()
    place = paper.mapFromGlobal(menu.pos())
    assert paper.rect().contains(place)
    assert abs(place.y() - weeks.view.text.lines_in_view()[0].bottom) < 4
    assert weeks.view.text.emphasis is not None
    (id,) = told(weeks, qtbot, menu)
    assert weeks.view.text.emphasis is None
    first = weeks.view.text.lines_in_view()[0]
    offset = weeks.view._positions.from_qt(first.start)
    assert weeks.article.paragraph_at(offset).id == id
    assert bar.value() == at
    assert weeks.view._positions.from_qt(weeks.view.text.textCursor().position()) == offset


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_a_click_says_which_paragraph_the_key_is_about(
    weeks, qtbot: QtBot, qapp: QApplication, button: Qt.MouseButton
) -> None:
    bar = weeks.view.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    paper = weeks.view.text.viewport()
    line = [each for each in weeks.view.text.lines_in_view() if each.end > each.start][-2]
    place = QPoint(round(line.left) + 20, round(line.baseline) - 3)
    if button is Qt.MouseButton.LeftButton:
        qtbot.mouseClick(paper, button, pos=place)
    else:
        right_click(weeks, place)
        opened(qapp).close()
    wanted = weeks.article.paragraph_at(weeks.view._positions.from_qt(line.start)).id
    qtbot.keyClick(weeks.view.text, Qt.Key.Key_R)
    menu = opened(qapp)
    assert told(weeks, qtbot, menu) == (wanted,)
    assert bar.value() == at


def test_a_right_click_beside_a_paragraph_is_about_it(
    desk, qtbot: QtBot, qapp: QApplication
) -> None:
    (label,) = (each for each in captions(desk) if each.label.text == "¶3")
    right_click(desk, label.rect.center().toPoint())
    assert any("paragraph" in (each.text() or "") for each in opened(qapp).actions())
    opened(qapp).close()
    qtbot.keyClick(desk.view.text, Qt.Key.Key_R)
    assert told(desk, qtbot, opened(qapp)) == ("p6",)


def test_a_right_click_in_the_selection_leaves_it(desk, qapp: QApplication) -> None:
    desk.select("chiefs met")
    right_click(desk, desk.point_in("met 🚢🚢"))
    opened(qapp).close()
    assert desk.view.text.textCursor().selectedText() == "chiefs met"


def right_click(desk, place: QPoint) -> None:
    paper = desk.view.text.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(paper, QContextMenuEvent(reason, place, paper.mapToGlobal(place)))


def test_a_section_with_nothing_taken_is_not_ticked_in_the_margin(desk) -> None:
    def chip(section: str):
        shown = desk.view.text.viewport().grab().toImage()
        found = next(
            e for e in desk.view.text.margin.chips if e.run.section.id == section
        )  # fmt: skip
        return found, shown.copy(found.rect.toRect())

    ticked, one = chip("meeting")
    assert not ticked.run.empty
    points = [replace(e, taken=e.taken and e.section != "meeting") for e in desk.draft.points]
    desk.show(replace(desk.draft, points=tuple(points)))
    dashed, other = chip("meeting")
    assert dashed.run.section.taken
    assert dashed.run.empty
    assert one.pixelColor(3, 3) != other.pixelColor(3, 3)  # not filled
    assert "none of its sentences" in tips.of_label(dashed.run)
    assert "none of its sentences" not in tips.of_label(ticked.run)


def test_no_key_acts_out_of_sight(weeks, qtbot: QtBot) -> None:
    bar = weeks.view.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    with qtbot.waitSignal(weeks.view.new_section_requested) as caught:
        qtbot.keyClick(weeks.view.text, Qt.Key.Key_N)
    start = weeks.view._positions.to_qt(caught.args[0].start)
    assert any(each.start <= start <= each.end for each in weeks.view.text.lines_in_view())

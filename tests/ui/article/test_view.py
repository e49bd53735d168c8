"""The article view, by real clicks and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.model.article import Article, Paragraph, Role, SourceCard
from briefing.model.draft import Draft, Point, Section
from briefing.model.span import Source, Span
from briefing.ui import theme
from briefing.ui.article import ArticleView
from briefing.ui.article.lines import LineBox, visible_lines


def click(qtbot: QtBot, desk, where: QPoint) -> None:
    qtbot.mouseMove(desk.view.text.viewport(), where)
    qtbot.mouseClick(desk.view.text.viewport(), Qt.MouseButton.LeftButton, pos=where)


def picture(desk) -> QImage:
    return desk.view.text.viewport().grab().toImage()


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


# The text


def test_the_document_is_the_article_letter_for_letter(desk):
    assert desk.view.text.toPlainText() == desk.article.text


def test_marks_never_change_the_text_or_the_place(desk):
    desk.view.resize(400, 200)
    bar = desk.view.text.verticalScrollBar()
    bar.setValue(60)
    desk.show(replace(desk.draft, points=()))
    assert desk.view.text.toPlainText() == desk.article.text
    assert bar.value() == 60


def test_copying_gives_clean_text(desk, qapp: QApplication, qtbot: QtBot):
    desk.view.text.selectAll()
    qtbot.keyClick(desk.view.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = qapp.clipboard().mimeData()
    assert data.text() == desk.article.text
    assert not data.hasHtml()


def test_what_is_not_taken_is_muted_at_its_very_letters(desk):
    selections = desk.view.text.extraSelections()
    muted = sorted((s.cursor.selectionStart(), s.cursor.selectionEnd()) for s in selections)
    assert muted == [desk.qt("Nobody gave details 😀."), desk.qt("Trawlers gathered in May.")]
    assert selections[0].cursor.selectedText() == "Nobody gave details 😀."


def test_marks_cover_what_qt_finds(desk):
    for point in desk.draft.points:
        (mark,) = (each for each in desk.view.marks.marks if each.point is point)
        assert (mark.start, mark.end) == desk.qt(desk.article.text_of(point.source.span))


# The mouse


def test_a_click_on_a_sentence_names_its_points(desk, qtbot: QtBot):
    with qtbot.waitSignal(desk.view.point_clicked) as caught:
        click(qtbot, desk, desk.point_in("chiefs"))
    assert caught.args == [["q1"]]
    with qtbot.waitSignal(desk.view.point_clicked) as caught:
        click(qtbot, desk, desk.point_in("smugglers"))
    assert caught.args == [["q2", "q3"]]


def test_a_click_counts_for_the_letter_it_is_on(desk, qtbot: QtBot):
    """The far edge of a full stop is the sentence's, the near edge of a capital the next one's."""
    for words, side, points in (("Tallinn.", "end", ["q1"]), ("They spoke", "start", ["q2", "q3"])):
        start, end = desk.qt(words)
        position, inwards = (end, -1) if side == "end" else (start, 1)
        edge = desk.view.text.cursorRect(desk.view.text.cursor_over(position, position))
        inside = QPoint(edge.left() + inwards, edge.center().y())
        with qtbot.waitSignal(desk.view.point_clicked) as caught:
            click(qtbot, desk, inside)
        assert caught.args == [points]


@pytest.mark.parametrize("words", ["Two admirals", "The grounds", "They withdrew"])
def test_a_click_elsewhere_in_the_text_says_nothing(desk, qtbot: QtBot, words: str):
    with qtbot.assertNotEmitted(desk.view.point_clicked, wait=150):
        click(qtbot, desk, desk.point_in(words))


def test_a_click_beside_the_text_says_nothing(desk, qtbot: QtBot):
    where = desk.point_in("They withdrew") + QPoint(150, 0)
    with qtbot.assertNotEmitted(desk.view.point_clicked, wait=150):
        click(qtbot, desk, where)


def test_a_drag_selects_and_is_no_click(desk, qtbot: QtBot):
    paper = desk.view.text.viewport()
    one, two = desk.point_in("chiefs"), desk.point_in("Tallinn")
    with qtbot.assertNotEmitted(desk.view.point_clicked, wait=150):
        qtbot.mousePress(paper, Qt.MouseButton.LeftButton, pos=one)
        qtbot.mouseMove(paper, two)
        qtbot.mouseRelease(paper, Qt.MouseButton.LeftButton, pos=two)
    assert desk.view.text.textCursor().hasSelection()


def test_a_double_click_selects_a_word_and_takes_its_first_click_back(desk, qtbot: QtBot):
    where, paper = desk.point_in("chiefs"), desk.view.text.viewport()
    with qtbot.waitSignal(desk.view.click_withdrawn):
        qtbot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=where)
        qtbot.mouseDClick(paper, Qt.MouseButton.LeftButton, pos=where)
    assert desk.view.text.textCursor().selectedText() == "chiefs"


def test_a_double_click_beside_the_text_takes_nothing_back(desk, qtbot: QtBot):
    click(qtbot, desk, desk.point_in("chiefs"))
    where = desk.point_in("They withdrew") + QPoint(150, 0)
    with qtbot.assertNotEmitted(desk.view.click_withdrawn, wait=50):
        click(qtbot, desk, where)
        qtbot.mouseDClick(desk.view.text.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_quick_clicks_on_two_sentences_are_two_clicks(desk, qtbot: QtBot):
    heard: list[object] = []
    desk.view.point_clicked.connect(heard.append)
    click(qtbot, desk, desk.point_in("chiefs"))
    click(qtbot, desk, desk.point_in("smugglers"))
    assert heard == [["q1"], ["q2", "q3"]]


def test_selected_text_is_not_dragged_away(desk, qtbot: QtBot):
    """A press in the selection begins a new one; Qt would keep it and drag it out."""
    desk.select("chiefs met")
    paper = desk.view.text.viewport()
    qtbot.mousePress(paper, Qt.MouseButton.LeftButton, pos=desk.point_in("met"))
    assert not desk.view.text.textCursor().hasSelection()
    qtbot.mouseRelease(paper, Qt.MouseButton.LeftButton, pos=desk.point_in("met"))


def test_shift_and_a_click_extend_the_selection(desk, qtbot: QtBot):
    desk.select("chiefs")
    shift = Qt.KeyboardModifier.ShiftModifier
    paper = desk.view.text.viewport()
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton, shift, desk.point_in("Tallinn"))
    assert desk.view.text.textCursor().selectedText().startswith("chiefs met")


def test_a_click_on_a_label_names_its_section(desk, qtbot: QtBot):
    picture(desk)
    for chip in desk.view.text.margin.chips:
        with qtbot.waitSignal(desk.view.section_clicked) as caught:
            click(qtbot, desk, chip.rect.center().toPoint())
        assert caught.args == [chip.run.section.id]


def test_hovering_tells_the_point_and_then_that_it_is_over(desk, qtbot: QtBot):
    with qtbot.waitSignal(desk.view.point_hovered) as caught:
        qtbot.mouseMove(desk.view.text.viewport(), desk.point_in("chiefs"))
    assert caught.args == ["q1"]
    assert desk.view.text.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(desk.view.point_hovered) as caught:
        qtbot.mouseMove(desk.view.text.viewport(), desk.point_in("Harbour Press is"))
    assert caught.args == [""]
    assert desk.view.text.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


# The keyboard


def test_a_number_gives_the_selection_to_its_section(desk, qtbot: QtBot):
    desk.select("🚢🚢 in Tallinn")
    with qtbot.waitSignal(desk.view.assign_requested) as caught:
        qtbot.keyClick(desk.view.text, Qt.Key.Key_2)
    assert caught.args == [desk.span("🚢🚢 in Tallinn"), "watch"]
    assert not desk.view.text.textCursor().hasSelection()


def test_a_number_without_a_selection_gives_the_sentence_at_the_caret(desk, qtbot: QtBot):
    desk.caret_in("coast guard")
    with qtbot.waitSignal(desk.view.assign_requested) as caught:
        qtbot.keyClick(desk.view.text, Qt.Key.Key_1)
    assert caught.args == [desk.span("The coast guard looks for harbours."), "meeting"]


def test_blanks_at_the_ends_of_a_selection_are_left_aside(desk, qtbot: QtBot):
    desk.select(" in Tallinn. ")
    with qtbot.waitSignal(desk.view.assign_requested) as caught:
        qtbot.keyClick(desk.view.text, Qt.Key.Key_1)
    assert caught.args[0] == desk.span("in Tallinn.")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("hiefs met", "chiefs met"),
        ("e strait and its smug", "the strait and its smugglers"),
        ("oast guar", "coast guard"),
        ("🚢🚢 in Tal", "🚢🚢 in Tallinn"),
        (" in Tallinn. Th", "in Tallinn. They"),
    ],
)
def test_a_selection_is_of_whole_words(desk, qtbot: QtBot, cut: str, whole: str):
    desk.select(cut)
    with qtbot.waitSignal(desk.view.new_section_requested) as caught:
        qtbot.keyClick(desk.view.text, Qt.Key.Key_N)
    assert caught.args == [desk.span(whole)]
    with qtbot.waitSignal(desk.view.assign_requested) as caught:
        qtbot.keyClick(desk.view.text, Qt.Key.Key_2)
    assert caught.args == [desk.span(whole), "watch"]


def test_a_number_without_a_section_does_nothing(desk, qtbot: QtBot):
    desk.caret_in("coast guard")
    with qtbot.assertNotEmitted(desk.view.assign_requested, wait=20):
        qtbot.keyClick(desk.view.text, Qt.Key.Key_4)


def test_space_toggles_the_sentence_at_the_caret(desk, qtbot: QtBot):
    desk.caret_in("They spoke")
    with qtbot.waitSignal(desk.view.point_clicked) as caught:
        qtbot.keyClick(desk.view.text, Qt.Key.Key_Space)
    assert caught.args == [["q2", "q3"]]


@pytest.mark.parametrize(
    "modifier",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ],
)
def test_a_new_section_is_asked_for_by_key(desk, qtbot: QtBot, modifier):
    desk.select("withdrew")
    with qtbot.waitSignal(desk.view.new_section_requested) as caught:
        qtbot.keyClick(desk.view.text, Qt.Key.Key_N, modifier)
    assert caught.args == [desk.span("withdrew")]


def test_arrows_move_the_caret_and_select(desk, qtbot: QtBot):
    desk.caret_in("chiefs")
    before = desk.view.text.textCursor().position()
    qtbot.keyClick(desk.view.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    cursor = desk.view.text.textCursor()
    assert (cursor.position(), cursor.anchor()) == (before + 1, before)


def test_typing_changes_nothing(desk, qtbot: QtBot):
    qtbot.keyClicks(desk.view.text, "xyz")
    qtbot.keyClick(desk.view.text, Qt.Key.Key_Delete)
    assert desk.view.text.toPlainText() == desk.article.text


# The menu


def entries(menu) -> dict[str, object]:
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def test_the_menu_ticks_the_sections_of_the_sentence(desk):
    found = entries(desk.view.context_menu(desk.qt("They spoke")[0]))
    names = [section.name for section in desk.draft.sections]
    checked = [found[f"{i} {name}"].isChecked() for i, name in enumerate(names, start=1)]
    assert checked == [True, True, False]


def test_the_menu_gives_and_takes_away(desk, qtbot: QtBot):
    found = entries(desk.view.context_menu(desk.qt("They spoke")[0]))
    span = desk.span("They spoke of the strait and its smugglers.")
    with qtbot.waitSignal(desk.view.unassign_requested) as caught:
        found["1 Meeting"].trigger()
    assert caught.args == [span, "meeting"]
    with qtbot.waitSignal(desk.view.assign_requested) as caught:
        found["3 Fishing"].trigger()
    assert caught.args == [span, "fish"]
    with qtbot.waitSignal(desk.view.point_clicked) as caught:
        found["Leave this sentence out"].trigger()
    assert caught.args == [["q2", "q3"]]
    with qtbot.waitSignal(desk.view.new_section_requested) as caught:
        found["New section from sentence…"].trigger()
    assert caught.args == [span]


def test_the_menu_offers_to_take_what_was_left_out(desk):
    assert "Take this sentence" in entries(desk.view.context_menu(desk.qt("Nobody")[0]))


def test_the_menu_takes_what_is_only_suggested(desk, qtbot: QtBot):
    """A point that is there and left out: its section is not ticked, choosing it takes it."""
    found = entries(desk.view.context_menu(desk.qt("Nobody")[0]))
    section = found["2 Surveillance of the whole strait"]
    assert not section.isChecked()
    with (
        qtbot.assertNotEmitted(desk.view.unassign_requested),
        qtbot.waitSignal(desk.view.assign_requested) as caught,
    ):
        section.trigger()
    assert caught.args == [desk.span("Nobody gave details 😀."), "watch"]


def test_the_menu_removes_from_each_section_that_has_a_point(desk, qtbot: QtBot):
    found = entries(desk.view.context_menu(desk.qt("Nobody")[0]))
    removing = [each for each in found if each.startswith("Remove")]
    assert removing == ["Remove from “Surveillance of the whole strait”"]
    with qtbot.waitSignal(desk.view.unassign_requested) as caught:
        found[removing[0]].trigger()
    assert caught.args == [desk.span("Nobody gave details 😀."), "watch"]


def test_the_menu_is_about_the_selection_when_there_is_one(desk, qtbot: QtBot):
    desk.select("harbours")
    found = entries(desk.view.context_menu(0))
    with qtbot.waitSignal(desk.view.assign_requested) as caught:
        found["1 Meeting"].trigger()
    assert caught.args == [desk.span("harbours"), "meeting"]


def test_the_menu_opens_by_the_menu_key(desk):
    desk.caret_in("coast guard")
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(desk.view.text, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    opened = QApplication.activePopupWidget()
    assert opened is not None
    assert "2 Surveillance of the whole strait" in entries(opened)
    opened.close()


# Showing


def test_reveal_scrolls_to_the_words(desk):
    desk.view.resize(400, 160)
    desk.view.reveal(desk.source("Trawlers gathered in May."))
    start, _ = desk.qt("Trawlers gathered")
    rect = desk.view.text.cursorRect(desk.view.text.cursor_over(start, start))
    assert 0 <= rect.top() < desk.view.text.viewport().height()


def test_reveal_leaves_the_place_when_the_words_are_in_view(desk):
    desk.view.reveal(desk.source("The chiefs met"))
    assert desk.view.text.verticalScrollBar().value() == 0


def test_emphasis_is_seen_and_goes_again(desk):
    plain = picture(desk)
    desk.view.emphasise(desk.source("Nobody gave details 😀."))
    assert picture(desk) != plain
    desk.view.emphasise(None)
    assert picture(desk) == plain


def test_another_article_is_not_emphasised(desk):
    plain = picture(desk)
    desk.view.emphasise(Source("b" * 12, Span(0, 5)))
    desk.view.reveal(Source("b" * 12, Span(0, 5)))
    assert picture(desk) == plain


def test_taken_is_a_tint_and_left_out_is_none(desk):
    fill = theme.section_colours("#00805c", dark=False).fill.name()
    assert fill not in colours_in(picture(desk))
    sections = (*desk.draft.sections[:2], replace(desk.draft.sections[2], taken=True))
    desk.show(replace(desk.draft, sections=sections))
    assert fill in colours_in(picture(desk))


MIXED = (
    "The minister שר החוץ said it would wait.",
    "אמר The minister to the press ביום שלישי.",
    "قال The Minister 2019 في هلسنكي.",
)


@pytest.mark.parametrize("text", MIXED)
def test_the_tint_is_behind_every_letter_of_a_line_of_two_directions(qtbot, qapp, text: str):
    """Wherever the words from some letter to another stand on the line, and nowhere else."""
    theme.apply(qapp, "light")
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 200)
    article = Article(
        "a" * 12, "m.txt", "a" * 64, text, (Paragraph("p1", Role.BODY, Span(0, len(text)), ""),)
    )
    view.set_article(article)
    view.show()
    section = Section("one", "One", "#0072b2")
    fill = theme.section_colours("#0072b2", dark=False).fill.name()
    for start, end in ((0, len(text)), (4, 16), (8, 20), (2, len(text) - 3)):
        source = Source(article.id, Span(start, end))
        draft = Draft(
            (article.id,), (SourceCard(),), sections=(section,), points=(Point("q", "one", source),)
        )
        view.set_marks(draft, None)
        image = view.text.viewport().grab().toImage()
        (line,) = visible_lines(view.text, mixed=True)
        wrong = [
            at
            for at in range(len(text))
            if text[at].isalnum() and (start <= at < end) != tinted(image, line, at, fill)
        ]
        assert not wrong, (start, end, wrong)


def tinted(image: QImage, line: LineBox, at: int, fill: str) -> bool:
    """Whether something of the column in the middle of a letter has the colour ``fill``."""
    glyph = line.line.glyphRuns(at - line.block, 1)[0].boundingRect()
    x = line.left + glyph.center().x()
    rows = range(round(line.baseline - line.ascent), round(line.baseline + line.descent))
    return any(image.pixelColor(round(x), y).name() == fill for y in rows)


def test_colours_follow_the_scheme(desk, qapp: QApplication):
    theme.apply(qapp, "dark")
    assert theme.section_colours("#0072b2", dark=True).fill.name() in colours_in(picture(desk))
    theme.apply(qapp, "light")
    assert theme.section_colours("#0072b2", dark=False).fill.name() in colours_in(picture(desk))


def test_paragraphs_are_numbered_and_furniture_is_named(desk):
    picture(desk)
    shown = [each.label.text for each in desk.view.text.margin.captions]
    assert shown == ["Caption", "¶1", "Related link", "¶2", "Heading", "¶3", "Notice"]


def test_there_is_room_for_words_in_the_narrowest_view(desk):
    desk.view.resize(desk.view.minimumSize())
    desk.view.resize(1, 700)
    QApplication.processEvents()
    assert desk.view.width() >= 300
    frame = desk.view.text.document().rootFrame().frameFormat()
    room = desk.view.text.viewport().width() - frame.leftMargin() - frame.rightMargin()
    assert room >= 150


@pytest.mark.parametrize("width", [300, 470, 900])
def test_labels_never_overlap_and_stay_in_the_margin(desk, width: int):
    sections = tuple(
        Section(f"s{i}", f"A section with a long name {i}", "#0072b2") for i in range(9)
    )
    words = (
        "The chiefs",
        "met",
        "in Tallinn",
        "They spoke",
        "strait",
        "Nobody",
        "details",
        "coast",
    )
    points = tuple(Point(f"q{i}", f"s{i % 9}", desk.source(each)) for i, each in enumerate(words))
    desk.view.resize(width, 700)
    desk.show(replace(desk.draft, sections=sections, points=points))
    picture(desk)
    margin = desk.view.text.margin
    rects = [each.rect for each in margin.chips]
    assert len(rects) >= 3
    for index, one in enumerate(rects):
        assert one.left() >= 0
        assert not any(one.intersects(other) for other in rects[index + 1 :])
        assert not any(one.intersects(each.rect) for each in margin.bars)
        assert not any(one.intersects(each.rect) for each in margin.captions if each.label.body)


def test_lines_are_not_longer_than_reads_well(desk):
    desk.view.resize(1600, 700)
    QApplication.processEvents()
    cursor = QTextCursor(desk.view.text.document())
    lines = cursor.document().findBlock(desk.qt("The chiefs")[0]).layout()
    assert lines.lineAt(0).width() < 90 * 8
    assert lines.lineCount() == 1


def test_zoom_has_bounds_and_keeps_the_text(desk, qtbot: QtBot):
    desk.view.set_zoom(99)
    assert desk.view.zoom == 3
    desk.view.set_zoom(1)
    with qtbot.waitSignal(desk.view.zoom_changed):
        qtbot.keyClick(desk.view.text, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk.view.zoom == pytest.approx(1.1)
    assert desk.view.text.toPlainText() == desk.article.text


def test_find_selects_the_words_and_says_when_there_are_none(desk, qtbot: QtBot):
    qtbot.keyClick(desk.view.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.view.find_bar.isVisible()
    qtbot.keyClicks(desk.view.find_bar.field, "harbour")
    assert desk.view.text.textCursor().selectedText() == "Harbour"
    qtbot.keyClick(desk.view.find_bar.field, Qt.Key.Key_Return)
    assert desk.view.text.textCursor().selectedText() == "harbour"
    qtbot.keyClicks(desk.view.find_bar.field, "zzz")
    assert desk.view.find_bar.said == "Not found"
    qtbot.keyClick(desk.view.find_bar.field, Qt.Key.Key_Escape)
    assert not desk.view.find_bar.isVisible()


def test_nothing_and_another_article_can_be_shown(desk):
    desk.view.set_article(None)
    assert desk.view.text.toPlainText() == ""
    assert desk.view.marks.marks == ()
    desk.view.set_article(desk.article)
    assert desk.view.text.toPlainText() == desk.article.text


def test_names_for_screen_readers(qtbot: QtBot):
    view = ArticleView()
    qtbot.addWidget(view)
    assert view.text.accessibleName()
    assert "Space" in view.text.accessibleDescription()

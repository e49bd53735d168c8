"""The whole path in the real window: from the empty desk to both files, by clicks and keys."""

from __future__ import annotations

import time
from pathlib import Path

import docx
from pdfminer.high_level import extract_text
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QMouseEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from window_steps import LEFT, choose, docx_lines, export, press

from briefing import paths, pipeline, project, settings
from briefing.model.span import Span
from briefing.ui import recovery, theme
from briefing.ui.window import Window

SAMPLE = next((paths.ASSETS / "sample").glob("*.txt"))


def place_of(window: Window, words: str) -> QPoint:
    """Where the middle of some words of the article is, in the text's viewport."""
    text = window.desk.article.text
    article = window.desk.article.article
    assert article is not None
    start = article.text.index(words)  # our sample is all BMP, so both positions agree
    cursor = text.textCursor()
    cursor.setPosition(start + len(words) // 2)
    bar = text.verticalScrollBar()
    bar.setValue(bar.value() + text.cursorRect(cursor).top() - 200)
    return text.cursorRect(cursor).center()


def select(window: Window, words: str) -> None:
    text = window.desk.article.text
    article = window.desk.article.article
    assert article is not None
    start = article.text.index(words)
    cursor = QTextCursor(text.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()


def points(window: Window, section: str, taken: bool = True) -> list[str]:
    work = window.work
    article = work.desk.articles[0]
    return [
        each.wording or article.text_of(each.source.span)
        for each in work.draft.points_of(section)
        if each.taken is taken
    ]


def first_sentence(window: Window, section: str) -> str:
    return points(window, section)[0]


# ---------------------------------------------------------------- the whole path


def test_from_an_empty_window_to_both_files(window, qtbot, tmp_path: Path) -> None:
    assert window.welcome.isVisible()
    assert not window.actions_["export_pdf"].isEnabled()
    with qtbot.waitSignal(window.work.pages_made):
        qtbot.mouseClick(window.welcome.sample_button, LEFT)
    assert window.desk.isVisible()
    assert [each.name for each in window.work.draft.sections] == [
        "Meeting",
        "Afghanistan surveillance",
        "Ukraine",
    ]
    assert "missing: Title, To, From" in window.status.gaps.text()

    left_out = first_sentence(window, "ukraine")
    qtbot.mouseClick(window.desk.article.text.viewport(), LEFT, pos=place_of(window, left_out[:40]))
    qtbot.waitUntil(lambda: left_out in points(window, "ukraine", taken=False))

    form = window.desk.form.editors
    for id, text in (
        ("title", "Chiefs meet <in> Helsinki & elsewhere"),
        ("to", "The Minister"),
        ("from", "Desk 4"),
        ("outlet", "The Paper"),
        ("published", "22 Sept 2021"),
    ):
        form[id].editor.setFocus()
        qtbot.keyClicks(form[id].editor, text)
    with qtbot.waitSignal(window.work.pages_made):
        qtbot.keyClicks(form["bottom_line"].editor, "They met; little is known.")
    assert not window.status.gaps.isVisible()

    word, pdf = tmp_path / "note.docx", tmp_path / "note.pdf"
    export(window, qtbot, "export_word", word)
    assert window.messages.isVisible()
    for label in ("Open", "Show in folder"):
        assert window.messages.button(label)
    export(window, qtbot, "export_pdf", pdf)

    lines = docx_lines(word)
    assert "Chiefs meet <in> Helsinki & elsewhere" in lines
    assert "22 September 2021" in lines
    assert not any(left_out in each for each in lines)
    printed = "".join(extract_text(pdf).split())
    for line in lines:
        assert "".join(line.split()) in printed


# ---------------------------------------------------------------- opening


def test_a_file_is_opened_by_dialog(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Ukraine said that talks would go on.", "utf-8")
    qtbot.mouseClick(window.welcome.open_button, LEFT)
    with qtbot.waitSignal(window.work.opened):
        choose(window.opening.dialog, path, qtbot)
    assert "talks.txt" in window.windowTitle()
    assert str(path) in window.work.settings.recent
    assert str(path) in settings.load().recent


def test_a_file_is_opened_by_drop(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Ukraine said that talks would go on.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.work.opened):
        window.dropEvent(event)
    assert window.desk.isVisible()


def test_text_is_pasted(window, qtbot) -> None:
    text = "Ukraine said {{ 7*7 }} that <b>talks</b> would go on."
    QGuiApplication.clipboard().setText(text)
    qtbot.mouseClick(window.welcome.paste_button, LEFT)
    dialog = window.opening.dialog
    with qtbot.waitSignal(window.work.pages_made):
        qtbot.mouseClick(dialog.use_button, LEFT)
    assert window.desk.article.article.text == text


def test_what_cannot_be_opened_is_told_and_nothing_is_lost(desk, qtbot, tmp_path: Path) -> None:
    before = desk.work.draft
    with qtbot.waitSignal(desk.work.told):
        desk.loading.open_files([tmp_path / "none.txt"])
    assert desk.messages.tone == "error"
    assert "none.txt" in desk.messages.text
    assert desk.work.draft == before


def test_a_second_article_joins_the_first(desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Ukraine said that talks would go on.", "utf-8")
    desk.opening.open([path])
    with qtbot.waitSignal(desk.work.opened):
        press(desk.opening.question, "Add to this briefing", qtbot)
    assert desk.desk.tabs.count() == 2
    assert desk.desk.article.article.name == "talks.txt"
    desk.desk.tabs.setCurrentIndex(0)
    assert desk.desk.article.article.name == SAMPLE.name


def test_a_new_briefing_asks_about_unsaved_work(desk, qtbot) -> None:
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "Minister")
    desk.actions_["close_desk"].trigger()
    press(desk.opening.question, "Cancel", qtbot)
    assert desk.work.draft.articles
    desk.actions_["close_desk"].trigger()
    discard = next(
        each
        for each in desk.opening.question.buttons()
        if desk.opening.question.standardButton(each) == QMessageBox.StandardButton.Discard
    )
    qtbot.mouseClick(discard, LEFT)
    assert desk.welcome.isVisible()


# ---------------------------------------------------------------- picking


def test_a_section_is_left_out_by_its_checkbox_and_comes_back_with_undo(desk, qtbot) -> None:
    view = desk.desk.sections.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not desk.work.draft.section("ukraine").taken
    with qtbot.waitSignal(desk.work.pages_made):
        desk.actions_["undo"].trigger()
    assert desk.work.draft.section("ukraine").taken
    assert not desk.work.session.unsaved


def test_a_click_on_a_sentence_leaves_it_out_and_a_second_takes_it_once(desk, qtbot) -> None:
    """The first sentence is in two sections: it must not end up in the briefing twice."""
    text = desk.desk.article.text
    sentence = first_sentence(desk, "meeting")
    before = desk.work.draft
    for expected in (False, True):
        place = place_of(desk, sentence[:30])
        qtbot.mouseClick(text.viewport(), LEFT, pos=place)
        qtbot.waitUntil(lambda: (sentence in points(desk, "meeting")) is expected)  # noqa: B023
    assert desk.work.draft == before


def test_selected_words_go_to_a_section_by_key(desk, qtbot) -> None:
    sentence = first_sentence(desk, "meeting")
    words = " ".join(sentence.split()[2:6])
    select(desk, words)
    qtbot.keyClick(desk.desk.article.text, Qt.Key.Key_3)
    assert words in points(desk, "ukraine")
    select(desk, words)
    qtbot.keyClick(desk.desk.article.text, Qt.Key.Key_3)
    assert words not in points(desk, "ukraine")
    desk.actions_["undo"].trigger()
    assert words in points(desk, "ukraine")


def test_a_new_section_is_made_of_a_selection(desk, qtbot) -> None:
    article = desk.desk.article
    caption = article.article.paragraphs[0]
    article.new_section_requested.emit(Span(caption.span.start, caption.span.end))
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    name = next(each for each in dialog.findChildren(QLineEdit) if each.isVisible())
    name.setFocus()
    qtbot.keyClicks(name, "Picture")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert desk.work.draft.sections[-1].name == "Picture"
    assert points(desk, "picture")
    desk.actions_["undo"].trigger()
    assert desk.work.draft.section("picture") is None


def hover(viewport: QWidget, place: QPoint) -> None:
    """Move the mouse there; QTest moves none offscreen."""
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(place), QPointF(viewport.mapToGlobal(place))
    move = QMouseEvent(QEvent.Type.MouseMove, *there, none, none, plain)
    QApplication.sendEvent(viewport, move)


def row_of(window: Window, point_id: str) -> QPoint:
    """The middle of a point's row in the list, brought into view."""
    view, model = window.desk.sections.view, window.desk.sections.model
    index = model.point_index(point_id)
    view.scrollTo(index)
    return view.visualRect(index).center()


def test_hovering_a_point_marks_its_source_and_back(desk) -> None:
    panes, point = desk.desk, desk.work.draft.points_of("meeting")[1]
    hover(panes.sections.view.viewport(), row_of(desk, point.id))
    emphasis = panes.article.text.emphasis
    assert emphasis is not None
    assert (emphasis.start, emphasis.end) == (point.source.span.start, point.source.span.end)

    sentence = panes.article.article.text_of(point.source.span)
    hover(panes.article.text.viewport(), place_of(desk, sentence[:30]))
    assert panes.sections.view.itemDelegate().emphasised == point.id


def test_a_click_on_a_point_brings_its_source_into_view(desk, qtbot) -> None:
    point = desk.work.draft.points_of("ukraine")[0]
    text = desk.desk.article.text
    cursor = text.textCursor()
    cursor.setPosition(point.source.span.start)

    def in_view() -> bool:
        return text.viewport().rect().contains(text.cursorRect(cursor).center())

    assert not in_view()
    qtbot.mouseClick(desk.desk.sections.view.viewport(), LEFT, pos=row_of(desk, point.id))
    assert in_view()


def test_other_topics_find_other_sections(desk, qtbot) -> None:
    with qtbot.waitSignal(desk.work.changed):
        desk.desk.sections.topic_set_chosen.emit("")
    assert desk.work.draft.sections == ()
    desk.actions_["undo"].trigger()
    assert len(desk.work.draft.sections) == 3


def test_sections_are_saved_as_a_topic_set_of_ones_own(desk) -> None:
    desk.desk.sections.topic_set_save_requested.emit("Morning desk")
    assert "is saved" in desk.messages.text
    assert desk.work.draft.topic_set == "morning-desk"
    combo = desk.desk.sections.topics.combo
    assert "Morning desk" in [combo.itemText(index) for index in range(combo.count())]


# ---------------------------------------------------------------- form


def test_typing_in_a_field_is_one_step_of_undo(desk, qtbot) -> None:
    editor = desk.desk.form.editors["to"]
    qtbot.keyClicks(editor.editor, "Minister")
    assert desk.windowTitle().endswith("Briefing")
    assert desk.isWindowModified()
    desk.actions_["undo"].trigger()
    assert editor.value() == ""
    assert not desk.isWindowModified()
    desk.actions_["redo"].trigger()
    assert editor.value() == "Minister"


def test_f8_goes_from_gap_to_gap(desk) -> None:
    desk.activateWindow()
    seen = []
    for _ in range(3):
        desk.actions_["next_gap"].trigger()
        editors = desk.desk.form.editors.items()
        seen.append(next(id for id, each in editors if each.editor.hasFocus()))
    assert seen == ["title", "to", "from"]


def test_what_is_no_day_is_said_and_kept_as_typed(desk, qtbot) -> None:
    editor = desk.desk.form.editors["published"]
    qtbot.keyClicks(editor.editor, "last week")
    assert editor.editor.text() == "last week"
    assert "write it as" in editor._label.text()
    assert desk.work.draft.cards[0].published is None


# ---------------------------------------------------------------- projects


def save_as(window: Window, qtbot, path: Path) -> None:
    window.actions_["save"].trigger()
    with qtbot.waitSignal(window.work.saved):
        choose(window.opening.dialog, path, qtbot)


def test_a_project_is_saved_and_opened_again(desk, qtbot, tmp_path: Path) -> None:
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "Minister")
    path = tmp_path / "work.briefing"
    save_as(desk, qtbot, path)
    assert not desk.isWindowModified()
    assert "work" in desk.windowTitle()
    draft = desk.work.draft
    desk.work.clear()
    with qtbot.waitSignal(desk.work.opened):
        desk.opening.open([path])
    assert desk.work.draft == draft
    assert desk.desk.form.editors["to"].value() == "Minister"
    assert project.load(path).draft == draft


def test_unsaved_work_is_kept_and_offered_after_a_crash(desk, qtbot) -> None:
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "Minister")
    draft = desk.work.draft
    with qtbot.waitSignal(desk.work.tasks.idle):
        desk.recovery.keep()
    (kept,) = recovery.folder().glob("*.briefing")
    desk.recovery._lock.unlock()  # as the death of the process does
    desk.work.clear()
    desk.recovery.offer()
    another = desk.recovery  # as in another process, which has kept nothing yet
    another._lock, another._kept = None, None
    another._path = kept.with_name("anew.briefing")
    button = desk.messages.button("Restore it")
    with qtbot.waitSignal(desk.work.changed):
        qtbot.mouseClick(button, LEFT)
    assert desk.work.draft == draft
    assert desk.isWindowModified()
    qtbot.waitUntil(lambda: not kept.exists())
    assert project.load(another._path).draft == draft  # kept anew before it was discarded


def test_restoring_asks_about_the_work_on_the_desk(desk, qtbot) -> None:
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "Minister")
    with qtbot.waitSignal(desk.work.tasks.idle):
        desk.recovery.keep()
    desk.recovery._lock.unlock()
    desk.recovery.offer()
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, " of State")
    qtbot.mouseClick(desk.messages.button("Restore it"), LEFT)
    press(desk.opening.question, "Cancel", qtbot)
    assert desk.work.draft.field("to") == "Minister of State"


# ---------------------------------------------------------------- exporting


def test_replacing_a_file_that_was_changed_since_asks_first(desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "note.docx"
    export(desk, qtbot, "export_word", path)
    path.write_bytes(b"edited by a colleague")
    with qtbot.waitSignal(desk.work.obstacle_met):
        desk.work.export(path)
    box = desk.exporting.question
    assert "was changed since" in box.text()
    press(box, "Cancel", qtbot)
    assert path.read_bytes() == b"edited by a colleague"
    with qtbot.waitSignal(desk.work.obstacle_met):
        desk.work.export(path)
    with qtbot.waitSignal(desk.work.exported):
        press(desk.exporting.question, "Replace", qtbot)
    assert docx.Document(str(path))


def test_a_failed_export_is_told_and_the_old_file_stays(desk, qtbot, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.work.told):
        desk.work.export(tmp_path / "none" / "note.pdf")
    assert desk.messages.tone == "error"
    assert "cannot be written" in desk.messages.text


def test_a_broken_template_shows_in_the_preview_and_harms_nothing(desk, qtbot) -> None:
    folder = paths.user_data() / "templates" / "briefing-note"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(
        'name = "Mine"\ndescription = "x"\n[[field]]\nid = "to"\nlabel = "To"\ntype = "line"\n',
        "utf-8",
    )
    (folder / "template.xml.j2").write_text("<briefing>\n{{ nowhere }}\n</briefing>", "utf-8")
    with qtbot.waitSignal(desk.work.pages_failed) as failed:
        qtbot.keyClicks(desk.desk.form.editors["to"].editor, "x")
    assert "line 2" in failed.args[0]
    assert desk.desk.preview._message.isVisible()


def test_the_pages_print(desk, qtbot, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from briefing.ui.exporting import print_pdf

    made: list[bytes] = []
    with qtbot.waitSignal(desk.work.tasks.idle):
        desk.work.make_pdf(made.append)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pdf(made[0], printer)
    from briefing.ui.pdf import PdfPages

    printed, shown = PdfPages((tmp_path / "printed.pdf").read_bytes()), desk.desk.preview.pages
    assert len(printed.sizes) == shown.page_count
    printed.close()


# ---------------------------------------------------------------- the frame


def test_colours_follow_the_choice(desk, qapp) -> None:
    for scheme, dark in (("dark", True), ("light", False)):
        action = next(
            each for each in desk.actions_.menu("scheme").actions() if each.data() == scheme
        )
        action.trigger()
        assert theme.is_dark(qapp) is dark
    assert settings.load().scheme == "light"


def test_a_mistake_of_ours_is_told_and_kept_in_a_file(desk) -> None:
    try:
        raise ZeroDivisionError("oops")
    except ZeroDivisionError as error:
        desk.report_crash(error)
    assert "your work is still here" in desk.messages.text
    assert "Traceback" not in desk.messages.text
    assert "ZeroDivisionError" in (paths.user_state() / "mistake.log").read_text("utf-8")


def test_every_button_has_a_name_and_a_tip(desk) -> None:
    for button in desk.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    for id in ("open", "paste", "undo", "export_word", "export_pdf", "print"):
        assert desk.actions_[id].toolTip()


# ---------------------------------------------------------------- what a first user ran into


def second(window: Window, qtbot, tmp_path: Path) -> None:
    """Add a second article to the briefing."""
    path = tmp_path / "talks.txt"
    path.write_text("Ukraine said that talks would go on.", "utf-8")
    window.opening.open([path])
    with qtbot.waitSignal(window.work.opened):
        press(window.opening.question, "Add to this briefing", qtbot)


def test_printing_opens_the_dialog_of_the_system(desk, qtbot) -> None:
    with qtbot.waitSignal(desk.work.tasks.idle):
        desk.actions_["print"].trigger()
    assert desk.exporting.print_dialog.isVisible()
    desk.exporting.print_dialog.close()


def test_undo_in_a_field_is_the_window_s_and_goes_word_by_word(desk, qtbot) -> None:
    desk.activateWindow()
    editor = desk.desk.form.editors["title"].editor
    editor.setFocus()
    qtbot.keyClicks(editor, "Talks in Helsinki")
    seen = []
    for _ in range(3):
        qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append(editor.text())
    assert seen == ["Talks in ", "Talks ", ""]


def test_each_article_has_its_own_date(desk, qtbot, tmp_path: Path) -> None:
    second(desk, qtbot, tmp_path)
    editor = desk.desk.form.editors["published"]
    editor.setFocus()
    qtbot.keyClicks(editor.editor, "22 Sept 2021")
    desk.desk.tabs.setCurrentIndex(0)
    assert editor.value() == ""
    desk.desk.tabs.setCurrentIndex(1)
    assert editor.value() == "2021-09-22"


def test_half_a_date_outlives_typing_elsewhere(desk, qtbot) -> None:
    form = desk.desk.form.editors
    qtbot.keyClicks(form["published"].editor, "22 Sept")
    qtbot.keyClicks(form["headline"].editor, "Talks")
    assert form["published"].editor.text() == "22 Sept"


def test_f8_goes_to_the_article_that_lacks_something(desk, qtbot, tmp_path: Path) -> None:
    second(desk, qtbot, tmp_path)
    form = desk.desk.form.editors
    for id, text in (("outlet", "The Paper"), ("published", "2021-09-22")):
        qtbot.keyClicks(form[id].editor, text)
    for id in ("title", "to", "from"):
        qtbot.keyClicks(form[id].editor, "x")
    qtbot.keyClicks(form["bottom_line"].editor, "x")
    # the pages may have been made with a part of that before
    qtbot.waitUntil(lambda: [each.field for each in desk._gaps] == ["outlet", "published"])
    assert "Source (1)" in desk.status.gaps.text()
    desk.activateWindow()
    desk.actions_["next_gap"].trigger()
    assert desk.desk.tabs.currentIndex() == 0
    qtbot.waitUntil(form["outlet"].editor.hasFocus)
    assert form["outlet"].value() == ""


def test_a_search_that_ends_on_another_desk_is_dropped(desk, qtbot) -> None:
    desk.work.searching.look_again()
    desk.work.clear()
    desk.loading.open_text("Nothing of the kind was said.")
    qtbot.waitUntil(lambda: bool(desk.work.draft.articles) and not desk.work.tasks.running)
    assert desk.work.draft.points == ()


def test_a_search_is_made_again_when_an_article_came_meanwhile(desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Ukraine said that talks would go on.", "utf-8")
    desk.work.searching.look_again()
    with qtbot.waitSignal(desk.work.tasks.idle):
        desk.loading.open_files([path])
    articles = {each.source.article for each in desk.work.draft.points}
    assert articles == set(desk.work.draft.articles)


def test_the_file_of_another_briefing_is_not_replaced_unasked(desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "note.docx"
    export(desk, qtbot, "export_word", path)
    before = path.read_bytes()
    with qtbot.waitSignal(desk.work.pages_made):
        desk.loading.open_sample()
    with qtbot.waitSignal(desk.work.obstacle_met):
        desk.work.export(path)
    assert path.read_bytes() == before


def test_an_export_that_ends_on_another_desk_is_not_known_there(desk, qtbot, tmp_path) -> None:
    path = tmp_path / "note.docx"
    desk.work.export(path)
    desk.work.clear()
    qtbot.waitUntil(lambda: path.exists() and not desk.work.tasks.running)
    with qtbot.waitSignal(desk.work.pages_made):
        desk.loading.open_text("Ukraine said that talks would go on.")
    with qtbot.waitSignal(desk.work.obstacle_met):
        desk.work.export(path)


def test_two_exports_at_once_are_both_written(desk, qtbot, tmp_path: Path) -> None:
    for name in ("note.docx", "note.pdf"):
        desk.work.export(tmp_path / name)
    qtbot.waitUntil(lambda: (tmp_path / "note.pdf").exists() and not desk.work.tasks.running)
    assert (tmp_path / "note.docx").exists()


def test_the_wording_that_is_being_typed_is_saved_too(desk, qtbot, tmp_path: Path) -> None:
    view = desk.desk.sections.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0, view.model().index(0, 0)))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChildren(QPlainTextEdit)[0]
    editor.selectAll()
    qtbot.keyClicks(editor, "The chiefs met.")
    save_as(desk, qtbot, tmp_path / "work.briefing")
    wordings = [each.wording for each in project.load(tmp_path / "work.briefing").draft.points]
    assert "The chiefs met." in wordings


def test_a_failed_save_does_not_close_the_window_later(desk, qtbot, tmp_path: Path) -> None:
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "Minister")
    desk.close()
    save = next(
        each
        for each in desk.opening.question.buttons()
        if desk.opening.question.standardButton(each) == QMessageBox.StandardButton.Save
    )
    qtbot.mouseClick(save, LEFT)
    with qtbot.waitSignal(desk.work.save_failed):
        desk.work.save_project(tmp_path / "none" / "work.briefing")
    desk.work.save_project(tmp_path / "work.briefing")
    with qtbot.waitSignal(desk.work.saved):
        pass
    assert desk.isVisible()


def test_a_link_dropped_on_the_window_is_no_article(desk, qtbot) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/article")])
    before = desk.work.draft
    with qtbot.waitSignal(desk.work.told):
        desk.opening.drop(data)
    assert desk.work.draft == before


def test_a_double_click_selects_a_word_and_leaves_the_sentence_as_it_was(desk, qtbot) -> None:
    before = desk.work.draft
    paper = desk.desk.article.text.viewport()
    place = place_of(desk, "Helsinki on")
    qtbot.mouseClick(paper, LEFT, pos=place)
    assert desk.work.draft != before
    qtbot.mouseDClick(paper, LEFT, pos=place)
    assert desk.work.draft == before
    assert desk.desk.article.text.textCursor().hasSelection()


def test_an_offer_to_restore_comes_back_after_other_messages(desk, qtbot) -> None:
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "Minister")
    with qtbot.waitSignal(desk.work.tasks.idle):
        desk.recovery.keep()
    desk.recovery._lock.unlock()
    desk.recovery.offer()
    desk.work.export(Path("none") / "note.pdf")
    qtbot.waitUntil(lambda: "cannot be written" in desk.messages.text)
    close = next(each for each in desk.messages.findChildren(QToolButton) if each.isVisible())
    qtbot.mouseClick(close, LEFT)
    assert desk.messages.button("Restore it")
    qtbot.mouseClick(close, LEFT)
    assert not desk.messages.isVisible()


def test_long_work_shows_and_can_be_cancelled(window, qtbot, monkeypatch) -> None:
    def endless(_, __, checkpoint):
        while True:
            checkpoint()
            time.sleep(0.01)

    monkeypatch.setattr(pipeline, "sectioned", endless)
    qtbot.mouseClick(window.welcome.sample_button, LEFT)
    qtbot.waitUntil(window.status.cancel.isVisible)
    assert SAMPLE.name in window.status.busy.text()
    assert window.desk.article.article is not None, "what was read shows while sections are sought"
    qtbot.mouseClick(window.status.cancel, LEFT)
    assert window.welcome.isVisible()
    assert window.work.tasks.running == ()
    assert not window.status.cancel.isVisible()


def test_nothing_of_the_window_stands_alone(desk) -> None:
    """What has no parent outlives the window, and makes every change of colours slower."""
    alone = [each for each in QApplication.topLevelWidgets() if each.parent() is None]
    assert desk in alone
    assert {type(each) for each in alone} == {Window}


def test_in_a_small_window_the_day_and_the_page_number_are_whole(desk, qtbot) -> None:
    form, preview = desk.desk.form, desk.desk.preview
    source, day = form.editors["outlet"], form.editors["published"].editor
    desk.resize(1600, 900)
    qtbot.waitUntil(lambda: source.y() == form.editors["published"].y())
    assert preview._heading.isVisible()
    desk.resize(1000, 650)
    needed = day.fontMetrics().horizontalAdvance("22 September 2021") + 16
    qtbot.waitUntil(lambda: day.width() >= needed)
    qtbot.waitUntil(lambda: form.widget().width() <= form.viewport().width())
    assert source.y() != form.editors["published"].y(), "they are one below the other"
    preview.pages.page_changed.emit(1)
    qtbot.waitUntil(lambda: preview._count.width() >= preview._count.sizeHint().width())
    desk.desk.setSizes([380, 380, 240])
    qtbot.waitUntil(lambda: not preview._heading.isVisible())
    desk.resize(1600, 900)
    desk.desk.setSizes([480, 480, 640])
    qtbot.waitUntil(lambda: preview._heading.isVisible())

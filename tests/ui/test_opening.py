"""Each format opened in the real window: by dialog, by drop, by paste; several at once, refused."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import made
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView
from window_steps import LEFT, choose, docx_lines, drop, export, files_dropped, press

from briefing import pipeline, project, readers
from briefing.errors import Cancelled
from briefing.model.article import Role
from briefing.ui import filters, start, transfer
from briefing.ui.message_bar import Message
from briefing.ui.window import Window

FORMATS = sorted(made.FILES)
FIRST = made.BODY[0]


def write(folder: Path, suffix: str, name: str = "tern") -> Path:
    path = folder / f"{name}{suffix}"
    path.write_bytes(made.FILES[suffix]())
    return path


def words(window) -> str:
    return " ".join(window.desk.article.article.text.split())


def test_there_is_a_file_of_every_format() -> None:
    assert set(made.FILES) == set(readers.READERS)


def test_every_format_is_in_the_dialog_in_a_group_of_its_kind() -> None:
    listed = filters.for_opening()
    groups = [each for each in listed if not each.startswith(("Projects", "All"))]
    for suffix in readers.READERS:
        assert f"*{suffix}" in listed[0]
        assert (
            sum(f"*{suffix}" in each.strip("()").replace("(", " ").split() for each in groups) == 1
        )
    assert not any("Other" in each for each in listed)
    assert listed[0].startswith(
        "All files that can be opened (Word, PDF, web page, e-mail, text …)"
    )
    assert listed[1] == "All files (*)"


# ---------------------------------------------------------------- each format


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_opened_by_dialog(window, qtbot, tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path, suffix)
    qtbot.mouseClick(window.welcome.open_button, LEFT)
    with qtbot.waitSignal(window.work.opened, timeout=20_000):
        choose(window.opening.dialog, path, qtbot)
    assert all(each in words(window) for each in made.BODY)
    assert str(path) in window.work.settings.recent
    assert window.work.draft.sections, "topics are found in it"


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_opened_by_drop_and_exported(window, qtbot, tmp_path: Path, suffix: str) -> None:
    with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
        drop(window, files_dropped(write(tmp_path, suffix)))
    assert all(each in words(window) for each in made.BODY)
    export(window, qtbot, "export_word", tmp_path / "note.docx")
    lines = docx_lines(tmp_path / "note.docx")
    assert any(FIRST in each for each in lines)
    assert any(f"tern{suffix} (SHA-256" in each for each in lines)


def test_form_is_kept_when_text_is_pasted_from_a_browser(window, qtbot) -> None:
    copied = QMimeData()
    copied.setHtml(made.copied())
    copied.setText("\n".join((made.HEADLINE, made.CAPTION, *made.BODY)))
    QGuiApplication.clipboard().setMimeData(copied)
    window.actions_["paste"].trigger()
    dialog = window.opening.dialog
    assert dialog.keep_form.isChecked()
    with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
        qtbot.mouseClick(dialog.use_button, LEFT)
    article = window.desk.article.article
    assert article.format == ".html"
    roles = {article.text_of(each): each.role for each in article.paragraphs}
    assert roles[made.HEADLINE] is Role.HEADING
    assert roles[made.CAPTION] is Role.CAPTION
    assert roles[FIRST] is Role.BODY


def test_text_that_was_edited_is_used_as_it_stands(window, qtbot) -> None:
    copied = QMimeData()
    copied.setHtml(made.copied())
    copied.setText("\n\n".join(made.BODY))
    QGuiApplication.clipboard().setMimeData(copied)
    window.actions_["paste"].trigger()
    dialog = window.opening.dialog
    dialog.text.moveCursor(dialog.text.textCursor().MoveOperation.End)
    qtbot.keyClicks(dialog.text, " Typed.")
    assert not dialog.keep_form.isChecked()
    assert "the text was edited" in dialog.keep_form.text()
    with qtbot.waitSignal(window.work.pages_made):
        qtbot.mouseClick(dialog.use_button, LEFT)
    assert words(window).endswith("Typed.")
    assert window.desk.article.article.format == ".txt"
    about = window.desk.form.source.file.text()
    assert about.startswith("pasted text<br>"), "no format, no encoding"
    assert not window.actions_["encoding"].isEnabled()


def test_the_form_comes_back_with_the_text_as_it_was_copied(window, qtbot) -> None:
    copied = QMimeData()
    copied.setHtml(made.copied())
    copied.setText("\n\n".join(made.BODY))
    QGuiApplication.clipboard().setMimeData(copied)
    window.actions_["paste"].trigger()
    dialog = window.opening.dialog
    qtbot.keyClicks(dialog.text, "x")  # over all of it
    assert dialog.text.toPlainText() == "x"
    dialog.keep_form.click()
    assert dialog.keep_form.isChecked()
    assert dialog.text.toPlainText() == "\n\n".join(made.BODY)
    assert "edited" not in dialog.keep_form.text()
    with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
        qtbot.mouseClick(dialog.use_button, LEFT)
    assert window.desk.article.article.format == ".html"
    assert window.desk.form.source.file.text().startswith("pasted text<br>")


def test_pasting_over_all_of_it_takes_the_form_along(window, qtbot) -> None:
    QGuiApplication.clipboard().setText("Something else.")
    window.actions_["paste"].trigger()
    dialog = window.opening.dialog
    assert not dialog.keep_form.isEnabled()
    copied = QMimeData()
    copied.setHtml(made.copied())
    copied.setText("\n\n".join(made.BODY))
    QGuiApplication.clipboard().setMimeData(copied)
    qtbot.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.toPlainText() == "\n\n".join(made.BODY)
    assert dialog.keep_form.isChecked()


def test_a_selection_is_dropped_from_a_browser(window, qtbot) -> None:
    data = QMimeData()
    data.setHtml(made.copied())
    data.setText("\n".join((made.HEADLINE, *made.BODY)))
    with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
        drop(window, data)
    assert window.desk.article.article.format == ".html"
    assert FIRST in words(window)


def test_plain_text_is_dropped(window, qtbot) -> None:
    data = QMimeData()
    data.setText("\n\n".join(made.BODY))
    with qtbot.waitSignal(window.work.pages_made):
        drop(window, data)
    assert FIRST in words(window)


# ---------------------------------------------------------------- several, refused


def test_several_are_opened_at_once_by_dialog(window, qtbot, tmp_path: Path) -> None:
    paths = [write(tmp_path, each) for each in (".txt", ".docx", ".html")]
    window.actions_["open"].trigger()
    with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
        choose(window.opening.dialog, *paths, qtbot)
    assert {each.name for each in window.work.desk.articles} == {each.name for each in paths}
    assert window.desk.tabs.currentIndex() == 0
    assert window.desk.tabs.count() == 3


def test_each_refused_file_is_told_and_the_others_are_open(window, qtbot, tmp_path: Path) -> None:
    good = write(tmp_path, ".txt")
    picture = tmp_path / "quay.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with qtbot.waitSignal(window.work.told):
        drop(window, files_dropped(picture, good, empty))
    assert [each.name for each in window.work.desk.articles] == ["tern.txt"]
    assert window.messages.tone == "error"
    first, *lines = window.messages.text.split("\n")
    assert first == "1 of 3 files are open."
    assert "quay.png" in lines[0]
    assert "picture" in lines[0]
    assert "empty.txt" in lines[1]
    assert "no text" in lines[1]
    assert lines[2] == "“tern.txt” is open."


def test_what_is_typed_in_the_dialog_is_told_though_its_filter_hides_it(
    window, qtbot, tmp_path: Path
) -> None:
    good = [write(tmp_path, ".txt"), write(tmp_path, ".docx")]
    old = tmp_path / "old.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    window.actions_["open"].trigger()
    dialog = window.opening.dialog
    dialog.setDirectory(str(tmp_path))
    files = dialog.findChild(QListView, "listView")
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 2)  # not the .doc
    with qtbot.waitSignal(window.work.told, timeout=20_000):
        choose(dialog, good[0].name, old.name, good[1].name, qtbot)
    assert len(window.work.draft.articles) == 2
    assert "old.doc" in window.messages.text


def test_names_that_are_typed_without_their_folder_are_in_the_one_shown(window, tmp_path) -> None:
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.findChild(QLineEdit, "fileNameEdit").setText('"a.txt" "b.doc"')
    named = filters.all_named(dialog, [str(tmp_path / "a.txt")])
    assert named == [tmp_path / "a.txt", tmp_path / "b.doc"]


# ---------------------------------------------------------------- messages that are past


def page(folder: Path) -> Path:
    return write(folder, ".html", "page")


def test_a_message_goes_when_the_desk_is_cleared(window, qtbot, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with qtbot.waitSignal(window.work.told, timeout=20_000):
        drop(window, files_dropped(page(tmp_path), empty))
    assert window.messages.isVisible()
    window.work.clear()
    assert not window.messages.isVisible()


def test_a_message_about_the_program_outlives_the_desk(window) -> None:
    window.messages.tell(Message("warning", "A topic set is broken.", scope="program"))
    window.work.clear()
    assert window.messages.isVisible()


def test_what_was_refused_is_past_when_the_next_is_opened(window, qtbot, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with qtbot.waitSignal(window.work.told):
        drop(window, files_dropped(empty))
    assert window.messages.isVisible()
    with qtbot.waitSignal(window.work.pages_made):
        drop(window, files_dropped(write(tmp_path, ".txt")))
    assert not window.messages.isVisible()


def test_a_line_goes_with_its_article_and_the_others_stay(window, qtbot, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with qtbot.waitSignal(window.work.told, timeout=20_000):
        drop(window, files_dropped(page(tmp_path), empty))
    assert window.messages.button("Use the whole page")
    window.desk.tabs.tabCloseRequested.emit(0)
    assert window.messages.button("Use the whole page") is None
    assert window.messages.isVisible()
    assert "empty.txt" in window.messages.text
    assert "page.html" not in window.messages.text


def test_that_only_the_project_is_opened_is_said_once_it_is(window, qtbot, tmp_path: Path) -> None:
    text, kept = write(tmp_path, ".txt"), tmp_path / "a.briefing"
    with qtbot.waitSignal(window.work.pages_made):
        drop(window, files_dropped(text))
    project.save(window.work.session.project(), kept)
    with qtbot.waitSignal(window.work.opened):
        drop(window, files_dropped(text, kept))
    assert window.messages.isVisible()
    assert "Only the project" in window.messages.text


# ---------------------------------------------------------------- while it is read


def test_nothing_of_the_article_before_shows_while_another_is_read(
    window, qtbot, tmp_path: Path, monkeypatch
) -> None:
    first, second = write(tmp_path, ".html"), write(tmp_path, ".txt")
    with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
        drop(window, files_dropped(first))
    window.work.clear()
    go_on, sectioned = threading.Event(), pipeline.sectioned

    def waiting(*given):
        go_on.wait(20)
        return sectioned(*given)

    monkeypatch.setattr(pipeline, "sectioned", waiting)
    desk = window.desk
    try:
        with qtbot.waitSignal(window.work.article_read, timeout=20_000):
            drop(window, files_dropped(second))
        assert desk.article.article.name == second.name
        assert desk.searching.isVisible()
        assert "Looking for sections" in desk.searching.text()
        assert not desk.sections.isVisible()
        source = desk.form.source
        assert not any(each.value() for each in source.editors.values())
        assert source.file.text() == ""
        assert desk.preview.pages.page_count == 0
        assert not desk.form.isEnabled()
    finally:
        go_on.set()
    with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
        pass
    assert desk.sections.isVisible()
    assert not desk.searching.isVisible()
    assert desk.form.isEnabled()
    assert desk.preview.pages.page_count > 0


def test_sections_show_before_the_facts_which_a_document_has_all_the_same(
    window, qtbot, tmp_path: Path, monkeypatch
) -> None:
    go_on, with_facts, calls = threading.Event(), pipeline.with_facts, []

    def waiting(*given):
        calls.append(given)
        if len(calls) == 1:  # for the window; the second is for the document
            go_on.wait(20)
        return with_facts(*given)

    monkeypatch.setattr(pipeline, "with_facts", waiting)
    try:
        drop(window, files_dropped(write(tmp_path, ".txt")))
        qtbot.waitUntil(lambda: bool(calls), timeout=20_000)
        desk = window.desk
        assert desk.article.marks.segments
        assert desk.sections.isVisible()
        assert desk.middle.tabs.tabText(1) == "Facts"
        desk.middle.go_to(1)
        assert "not found yet" in desk.facts.contents.empty_words()[1]
        export(window, qtbot, "export_word", tmp_path / "before.docx")
    finally:
        with qtbot.waitSignal(window.work.pages_made, timeout=20_000):
            go_on.set()
    assert desk.middle.tabs.tabText(1) != "Facts"
    assert desk.facts.contents.entries
    export(window, qtbot, "export_word", tmp_path / "after.docx")
    assert docx_lines(tmp_path / "before.docx") == docx_lines(tmp_path / "after.docx")
    assert not window.work.session.undo_label


def test_a_long_list_scrolls_and_leaves_the_desk_in_view(window, qtbot, tmp_path: Path) -> None:
    paths = []
    for number in range(12):
        paths.append(tmp_path / f"{number}.png")
        paths[-1].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with qtbot.waitSignal(window.work.told, timeout=20_000):
        drop(window, files_dropped(*paths))
    assert len(window.messages.text.split("\n")) == 13
    qtbot.waitUntil(lambda: 60 < window.messages.height() < 240)
    assert window.messages._lines.verticalScrollBar().maximum() > 0


def test_the_same_file_twice_is_said_once_more(window, qtbot, tmp_path: Path) -> None:
    path = write(tmp_path, ".txt")
    with qtbot.waitSignal(window.work.pages_made):
        drop(window, files_dropped(path))
    drop(window, files_dropped(path))
    with qtbot.waitSignal(window.work.told):
        press(window.opening.question, "Add to this briefing", qtbot)
    assert "is open already" in window.messages.text
    assert window.desk.tabs.count() == 1


def test_files_named_on_the_command_line_are_opened(qapp, qtbot, tmp_path, monkeypatch) -> None:
    names = [write(tmp_path, each) for each in (".txt", ".rtf")]
    seen: list[str] = []

    def run(*_) -> int:
        windows = [each for each in qapp.topLevelWidgets() if isinstance(each, Window)]
        (made_,) = [each for each in windows if each.isVisible()]
        qtbot.addWidget(made_, before_close_func=lambda it: setattr(it, "_closing", True))
        qtbot.waitUntil(lambda: bool(made_.work.draft.articles), timeout=20_000)
        seen.extend(each.name for each in made_.work.desk.articles)
        return 0

    monkeypatch.setattr(QApplication, "exec", run)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert start.open_window(names) == 0
    assert seen == ["tern.txt", "tern.rtf"]


# ---------------------------------------------------------------- links and addresses


@pytest.mark.parametrize(
    ("urls", "text", "html", "expected"),
    [
        (["https://a.example/x"], "https://a.example/x", "", "https://a.example/x"),
        (
            ["https://a.example/x"],
            "https://a.example/x",
            "<a href='x'>Go</a>",
            "https://a.example/x",
        ),
        (
            ["http://a.example/x", "http://b.example/y"],
            "http://a.example/x\nhttp://b.example/y",
            "",
            "http://a.example/x",
        ),
        ([], " http://a.example/x\n", "", "http://a.example/x"),
        (["https://a.example/x"], "", "", "https://a.example/x"),
        ([], "ftp://a.example/x", "", ""),
        ([], "https://", "", ""),
        ([], "https://a.example:99999/x", "", ""),
        ([], "See https://a.example/x", "", ""),
        (["https://a.example/x"], "Words that were selected", "<p>Words</p>", ""),
    ],
)
def test_a_link_alone_is_an_address(urls, text: str, html: str, expected: str) -> None:
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(each) for each in urls])
    data.setText(text)
    if html:
        data.setHtml(html)
    found = transfer.read(data)
    assert found.address == expected
    if not expected:
        assert (found.text, found.html) == (text, html)


def test_a_link_is_not_followed_but_offered(window, qtbot, monkeypatch) -> None:
    fetched = []
    monkeypatch.setattr(pipeline, "fetch", lambda *given: fetched.append(given))
    data = QMimeData()
    data.setUrls([QUrl("https://a.example/x")])
    drop(window, data)
    assert "not followed" in window.messages.text
    qtbot.mouseClick(window.messages.button("Open from address…"), LEFT)
    assert window.opening.dialog.line.text() == "https://a.example/x"
    window.opening.dialog.reject()
    assert fetched == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("a.example/x", "https://a.example/x"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("file:///etc/passwd", ""),
        ("tern", ""),
        ("two words.example", ""),
    ],
)
def test_what_is_typed_is_an_address_or_nothing(window, typed: str, address: str) -> None:
    window.actions_["address"].trigger()
    dialog = window.opening.dialog
    dialog.line.setText(typed)
    assert dialog.address == address
    assert dialog.fetch_button.isEnabled() is bool(address)
    assert dialog.problem.isVisible() is not bool(address), "why it cannot be fetched is said"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("https:/", ""),
        ("file:///etc/passwd", "a file on this computer"),
        ("ftp://a.example/x", "“ftp:” is not of the web"),
        ("two words.example", "no spaces"),
        ("tern", "no web address"),
    ],
)
def test_a_bad_address_is_explained(window, typed: str, said: str) -> None:
    window.actions_["address"].trigger()
    dialog = window.opening.dialog
    dialog.line.setText(typed)
    assert said in dialog.problem.text()
    assert bool(said) is bool(dialog.problem.text())


def test_the_clipboard_is_taken_over_only_if_it_is_an_address(window) -> None:
    QGuiApplication.clipboard().setText("Dear diary")
    window.actions_["address"].trigger()
    assert window.opening.dialog.line.text() == ""
    window.opening.dialog.reject()
    QGuiApplication.clipboard().setText("https://a.example/x")
    window.actions_["address"].trigger()
    assert window.opening.dialog.line.text() == "https://a.example/x"


# ---------------------------------------------------------------- progress


def slow(monkeypatch) -> list[str]:
    """Reading that counts to 300 and never ends; gives what became of it."""
    ended: list[str] = []

    def read(*given):
        checkpoint = given[-1]
        try:
            while True:
                checkpoint(120, 300)
                time.sleep(0.01)
        except Cancelled:
            ended.append("cancelled")
            raise

    monkeypatch.setattr(pipeline, "load", read)
    return ended


def test_progress_is_shown_and_reading_can_be_cancelled(window, qtbot, monkeypatch) -> None:
    ended = slow(monkeypatch)
    window.opening.open([Path("a.pdf"), Path("b.pdf")])
    qtbot.waitUntil(lambda: "120 of 300" in window.status.busy.text())
    assert window.status.busy.text() == "Opening “a.pdf” (1 of 2): 120 of 300"
    bar = window.status.progress
    assert bar.value() / bar.maximum() == pytest.approx(0.4)
    assert bar.isTextVisible()
    assert bar.text() == "40 %"
    qtbot.mouseClick(window.status.cancel, LEFT)
    qtbot.waitUntil(lambda: ended == ["cancelled"], timeout=1000)
    assert not window.status.progress.isVisible()
    assert window.welcome.isVisible()
    assert window.work.tasks.running == ()


def test_a_long_document_can_be_cancelled_within_a_second(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(made.pdf(pages=500))  # so many that it is seen under way
    window.work.tasks._patience.setInterval(20)
    drop(window, files_dropped(path))
    qtbot.waitUntil(lambda: " of 500" in window.status.busy.text(), timeout=20_000)
    qtbot.mouseClick(window.status.cancel, LEFT)
    assert window.welcome.isVisible()
    qtbot.waitUntil(lambda: not window.work.tasks._silenced, timeout=1000)
    assert window.work.draft.articles == ()


def test_a_process_waits_while_the_person_chooses(window, qtbot, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("briefing.reading.prepare", lambda: told.append("prepare"))
    monkeypatch.setattr("briefing.reading.dismiss", lambda: told.append("dismiss"))
    window.opening.ask_files()
    qtbot.waitUntil(lambda: told == ["prepare"])
    window.opening.dialog.reject()
    assert told == ["prepare", "dismiss"]

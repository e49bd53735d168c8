"""How an article was read, changed in the real window: roles, encoding, whole page, attachments."""

from __future__ import annotations

import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import made
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from window_steps import LEFT, choose, docx_lines, drop, export, files_dropped, press

from briefing import paths, pipeline, project
from briefing.model import edits
from briefing.model.article import BY_HAND, Role
from briefing.ui.encodings import EncodingDialog, whole_words

SAMPLE = next((paths.ASSETS / "sample").glob("*.txt"))
LONG = 20_000


def opened(window, qtbot, *files: Path) -> None:
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        drop(window, files_dropped(*files))


def article(window):
    return window.desk.article.article


def role_of(window, words: str) -> Role:
    return next(e.role for e in article(window).paragraphs if words in article(window).text_of(e))


def paragraph(window, words: str) -> str:
    return next(e.id for e in article(window).paragraphs if words in article(window).text_of(e))


# ---------------------------------------------------------------- roles


@pytest.fixture
def talks(window, qtbot, tmp_path: Path):
    """The window with an article of three paragraphs; all are in one section."""
    path = tmp_path / "tern.txt"
    path.write_bytes(made.text())
    opened(window, qtbot, path)
    return window


def test_a_role_given_is_one_step_and_reaches_the_document(talks, qtbot, tmp_path: Path) -> None:
    before = talks.work.draft
    assert role_of(talks, made.BODY[1]) is Role.BODY
    with qtbot.waitSignal(talks.work.pages_made, timeout=LONG):
        talks.desk.article.role_requested.emit((paragraph(talks, made.BODY[1]),), Role.CAPTION)
    assert role_of(talks, made.BODY[1]) is Role.CAPTION
    cue = next(e.cue for e in article(talks).paragraphs if e.role is Role.CAPTION)
    assert cue == BY_HAND
    export(talks, qtbot, "export_word", tmp_path / "note.docx")
    lines = docx_lines(tmp_path / "note.docx")
    assert not any("Ukraine said that the negotiations" in each for each in lines)
    assert any("not part of the text:" in each and "caption" in each for each in lines)
    assert any("A second meeting" in each for each in lines)
    with zipfile.ZipFile(tmp_path / "note.docx") as archive:
        notes = archive.read("word/footnotes.xml").decode()
    assert ", ¶2." in notes
    assert ", ¶3." not in notes

    talks.actions_["undo"].trigger()
    assert talks.work.draft == before
    assert role_of(talks, made.BODY[1]) is Role.BODY
    talks.actions_["redo"].trigger()
    assert role_of(talks, made.BODY[1]) is Role.CAPTION


def test_as_it_was_read_resets_a_role(talks, qtbot) -> None:
    before, id = talks.work.draft, paragraph(talks, made.BODY[2])
    with qtbot.waitSignal(talks.work.changed):
        talks.desk.article.role_requested.emit((id,), Role.NOTICE)
    with qtbot.waitSignal(talks.work.changed):
        talks.desk.article.role_requested.emit((id,), None)
    assert talks.work.draft.roles == ()
    points = [(each.section, each.source, each.taken) for each in talks.work.draft.points]
    assert points == [(each.section, each.source, each.taken) for each in before.points]


def test_roles_given_one_after_the_other_are_steps_of_their_own(talks, qtbot) -> None:
    wish = talks.desk.article.role_requested
    for words in made.BODY[:2]:  # the second before the first is done
        wish.emit((paragraph(talks, words),), Role.RELATED)
    qtbot.waitUntil(lambda: len(talks.work.draft.roles) == 2)
    talks.actions_["undo"].trigger()
    assert len(talks.work.draft.roles) == 1
    talks.actions_["undo"].trigger()
    assert talks.work.draft.roles == ()


def test_a_role_that_comes_after_undo_of_another_is_given_alone(talks, qtbot) -> None:
    wish = talks.desk.article.role_requested
    with qtbot.waitSignal(talks.work.changed):
        wish.emit((paragraph(talks, made.BODY[0]),), Role.RELATED)
    wish.emit((paragraph(talks, made.BODY[1]),), Role.RELATED)
    talks.work.undo()  # while the second is looked at
    qtbot.waitUntil(lambda: not talks.work.tasks.running)
    assert [each[1] for each in talks.work.draft.roles] == [paragraph(talks, made.BODY[1])]
    assert claimed(talks) == {paragraph(talks, each) for each in (made.BODY[0], made.BODY[2])}


def claimed(window) -> set[str]:
    """The paragraphs that have claims but for headings: those of the body, if what was found fits
    the article."""
    (found,) = window.work.desk.annotations
    with_claims = {found.sentence(each.sentence).paragraph for each in found.claims}
    return with_claims - {paragraph(window, made.HEADLINE)}


def test_a_role_shows_even_if_no_point_changes(talks, qtbot) -> None:
    points = talks.work.draft.points
    with qtbot.waitSignal(talks.work.changed):
        talks.desk.article.role_requested.emit((paragraph(talks, made.HEADLINE),), Role.NOTICE)
    assert talks.work.draft.points == points
    assert role_of(talks, made.HEADLINE) is Role.NOTICE


def test_roles_are_saved_in_the_project(talks, qtbot, tmp_path: Path) -> None:
    with qtbot.waitSignal(talks.work.changed):
        talks.desk.article.role_requested.emit((paragraph(talks, made.BODY[0]),), Role.BYLINE)
    talks.actions_["save"].trigger()
    with qtbot.waitSignal(talks.work.saved):
        choose(talks.opening.dialog, tmp_path / "a.briefing", qtbot)
    desk = talks.work.desk
    talks.work.clear()
    with qtbot.waitSignal(talks.work.opened):
        talks.opening.open([tmp_path / "a.briefing"])
    assert talks.work.desk.articles == tuple(desk.articles)
    assert role_of(talks, made.BODY[0]) is Role.BYLINE
    assert claimed(talks) == {paragraph(talks, each) for each in made.BODY[1:]}


def test_the_view_stays_where_it_is_when_a_role_changes(window, qtbot) -> None:
    opened(window, qtbot, SAMPLE)
    bar = window.desk.article.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    last = [each for each in article(window).paragraphs if each.role is Role.BODY][-1]
    with qtbot.waitSignal(window.work.changed):
        window.desk.article.role_requested.emit((last.id,), Role.NOTICE)
    assert abs(bar.value() - place) < 30


# ---------------------------------------------------------------- encodings

RUSSIAN = (
    "Посланники обеих стран провели переговоры на острове в понедельник.\n\n"
    "Украина заявила, что встреча продолжится на следующей неделе."
)


@pytest.fixture
def wrong(window, qtbot, tmp_path: Path):
    """Two articles; the first, in view, is Russian text that was taken for something else."""
    first, second = tmp_path / "ostrov.txt", tmp_path / "tern.txt"
    first.write_bytes(RUSSIAN.encode("koi8-r"))
    second.write_bytes(made.text())
    opened(window, qtbot, first, second)
    return window


def test_a_guessed_encoding_is_told_and_changed(wrong, qtbot) -> None:
    before = wrong.work.draft
    assert "does not say reliably how its text is encoded" in wrong.messages.text
    card = edits.set_card(
        before, before.articles[0], before.cards[0].with_value("outlet", "The Paper")
    )
    wrong.work.edit(card, "typing")
    qtbot.mouseClick(wrong.messages.button("Change…"), LEFT)
    qtbot.waitUntil(lambda: wrong.articles.dialog is not None)
    dialog = wrong.articles.dialog
    dialog.choose("cp866")
    garbled = dialog.sample.toPlainText()
    dialog.choose("koi8-r")
    assert RUSSIAN.split("\n")[0] in dialog.sample.toPlainText() != garbled
    dialog.choose("cp866")
    with qtbot.waitSignal(wrong.work.pages_made, timeout=LONG):
        qtbot.mouseClick(dialog.use_button, LEFT)
    new = article(wrong)
    assert new.text == RUSSIAN.encode("koi8-r").decode("cp866")
    assert wrong.work.draft.articles == (new.id, before.articles[1]), "it is where it was"
    assert wrong.work.draft.cards[0].outlet == "The Paper"
    assert wrong.desk.tabs.currentIndex() == 0
    wrong.actions_["undo"].trigger()
    assert wrong.work.draft == card
    assert article(wrong).id == before.articles[0]


def test_a_reading_is_saved_and_can_be_changed_in_a_reopened_project(
    wrong, qtbot, tmp_path: Path
) -> None:
    id = wrong.work.draft.articles[0]
    with qtbot.waitSignal(wrong.work.changed):
        wrong.articles.revising.read_as(id, "cp866")
    wrong.actions_["save"].trigger()
    with qtbot.waitSignal(wrong.work.saved):
        choose(wrong.opening.dialog, tmp_path / "a.briefing", qtbot)
    wrong.work.clear()
    with qtbot.waitSignal(wrong.work.opened):
        wrong.opening.open([tmp_path / "a.briefing"])
    garbled = RUSSIAN.encode("koi8-r").decode("cp866")
    assert article(wrong).text == garbled
    assert wrong.desk.current == wrong.work.draft.articles[0]
    with qtbot.waitSignal(wrong.work.changed):
        wrong.articles.revising.read_as(wrong.desk.current, "koi8-r")
    assert article(wrong).text == RUSSIAN
    assert project.load(tmp_path / "a.briefing").articles[0].text == garbled


def test_the_encoding_can_be_changed_from_menu_and_form(wrong, qtbot) -> None:
    for ask in (
        wrong.actions_["encoding"].trigger,
        lambda: wrong.desk.form.source.file.linkActivated.emit("change"),
    ):
        wrong.articles.dialog = None
        ask()
        qtbot.waitUntil(lambda: wrong.articles.dialog is not None)
        wrong.articles.dialog.reject()


def test_the_encoding_it_has_already_is_no_step(wrong, qtbot) -> None:
    id, before = wrong.work.draft.articles[0], wrong.work.draft
    encoding = wrong.work.session.source(id).article.encoding
    label = wrong.work.session.undo_label
    for name in (encoding, encoding.upper().replace("-", "_")):
        with qtbot.waitSignal(wrong.work.told):
            wrong.articles.revising.read_as(id, name)
        assert wrong.work.tasks.running == ()
        assert "stays as it is" in wrong.messages.text
        assert "Ctrl+Z" not in wrong.messages.text
        assert "does not say how" not in wrong.messages.text, "the person has said so"
    assert wrong.work.draft == before
    assert wrong.work.session.undo_label == label


def test_a_sample_ends_with_a_word(qtbot) -> None:
    text = "word " * 60
    dialog = EncodingDialog("a", [("utf-8", "Unicode (UTF-8) with a long name", text[:198])], "")
    qtbot.addWidget(dialog)
    assert dialog.sample.toPlainText() == f"{'word ' * 39}…"
    assert whole_words("All of it") == "All of it"
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.list.viewport().width() >= dialog.list.sizeHintForColumn(0), "none is cut short"


def test_an_encoding_that_does_not_fit_is_told_and_nothing_changes(wrong, qtbot) -> None:
    before = wrong.work.draft
    with qtbot.waitSignal(wrong.work.told):
        wrong.articles.revising.read_as(before.articles[0], "utf-8")
    assert wrong.messages.tone == "error"
    assert wrong.work.draft == before


def test_where_there_is_no_encoding_none_is_offered(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "tern.docx"
    path.write_bytes(made.docx())
    opened(window, qtbot, path)
    assert not window.actions_["encoding"].isEnabled()
    assert not window.actions_["whole"].isEnabled()
    assert not window.actions_["attachments"].isEnabled()
    assert "Change" not in window.desk.form.source.file.text()


# ---------------------------------------------------------------- whole pages


def test_the_whole_page_is_read_and_back(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "tern.html"
    path.write_bytes(made.html())
    opened(window, qtbot, path)
    before = window.work.draft
    assert "Section 5" not in article(window).text
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        qtbot.mouseClick(window.messages.button("Use the whole page"), LEFT)
    assert "Section 5" in article(window).text
    assert window.actions_["whole"].isChecked()
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        qtbot.mouseClick(window.messages.button("Only the article"), LEFT)
    assert window.work.draft.articles == before.articles
    assert not window.actions_["whole"].isChecked()
    assert window.messages.text == "Of the page “tern.html” only the article is read."
    assert window.messages.button("Use the whole page")
    with qtbot.waitSignal(window.work.changed, timeout=LONG):
        window.actions_["whole"].trigger()
    assert "Section 5" in article(window).text


def test_a_message_about_an_article_that_has_gone_does_nothing(window, qtbot, tmp_path) -> None:
    path = tmp_path / "tern.html"
    path.write_bytes(made.html())
    opened(window, qtbot, path)
    id = window.desk.current
    assert window.messages.button("Use the whole page")
    window.work.clear()
    assert window.messages.button("Use the whole page") is None
    before = window.work.draft
    qtbot.waitUntil(lambda: not window.work.tasks.running)  # nor does it look for house styles
    window.articles.revising.read_whole(id, True)
    assert window.work.tasks.running == ()
    assert window.work.draft == before


def test_undo_takes_what_was_said_of_the_whole_page_along(window, qtbot, tmp_path) -> None:
    path = tmp_path / "tern.html"
    path.write_bytes(made.html())
    opened(window, qtbot, path)
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        qtbot.mouseClick(window.messages.button("Use the whole page"), LEFT)
    assert "All of the page" in window.messages.text
    window.actions_["undo"].trigger()
    assert not window.messages.isVisible()


def test_roles_are_carried_over_to_the_whole_page(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "tern.html"
    path.write_bytes(made.html())
    opened(window, qtbot, path)
    with qtbot.waitSignal(window.work.changed):
        window.desk.article.role_requested.emit((paragraph(window, made.BODY[1]),), Role.NOTICE)
    with qtbot.waitSignal(window.work.told, timeout=LONG):
        window.articles.revising.read_whole(window.desk.current, True)
    assert "Section 5" in article(window).text
    assert role_of(window, made.BODY[1]) is Role.NOTICE
    assert paragraph(window, made.BODY[1]) not in claimed(window)
    assert "dropped" not in window.messages.text
    added = next(e for e in article(window).paragraphs if "Section 5" in article(window).text_of(e))
    given = Role.BYLINE if added.role is not Role.BYLINE else Role.RELATED
    with qtbot.waitSignal(window.work.changed):
        window.desk.article.role_requested.emit((added.id,), given)
    with qtbot.waitSignal(window.work.told, timeout=LONG):
        window.articles.revising.read_whole(window.desk.current, False)
    assert role_of(window, made.BODY[1]) is Role.NOTICE
    assert "1 role set by hand was dropped" in window.messages.text
    assert len(window.work.draft.roles) == 1


def test_a_role_given_while_the_page_is_read_again_is_kept(window, qtbot, tmp_path) -> None:
    path = tmp_path / "tern.html"
    path.write_bytes(made.html())
    opened(window, qtbot, path)
    old = window.desk.current
    window.articles.revising.read_whole(old, True)
    read = window.work.session.source(old).article
    where = paragraph(window, made.BODY[1])
    window.work.session.take_over(
        (window.work.session.annotations(old),),
        edits.set_role(window.work.draft, read, where, Role.NOTICE),
        "a role",
    )
    qtbot.waitUntil(lambda: window.desk.current not in ("", old), timeout=LONG)
    assert role_of(window, made.BODY[1]) is Role.NOTICE
    assert paragraph(window, made.BODY[1]) not in claimed(window)


# ---------------------------------------------------------------- attachments


def letter(folder: Path, *names: str) -> Path:
    path = folder / "letter.eml"
    path.write_bytes(made.eml({each: made.FILES[Path(each).suffix]() for each in names}))
    return path


def test_an_attachment_is_opened_as_an_article(window, qtbot, tmp_path: Path) -> None:
    opened(window, qtbot, letter(tmp_path, "tern.docx", "note.txt"))
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        qtbot.mouseClick(window.messages.button("Open “tern.docx”"), LEFT)
    assert [each.name for each in window.work.desk.articles] == ["letter.eml", "tern.docx"]
    assert article(window).name == "tern.docx"
    assert made.BODY[0] in article(window).text


def test_a_button_that_was_used_goes_and_the_others_stay(window, qtbot, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    opened(window, qtbot, letter(tmp_path, "tern.docx", "note.txt"), empty)
    assert "empty.txt" in window.messages.text
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        qtbot.mouseClick(window.messages.button("Open “tern.docx”"), LEFT)
    assert window.messages.button("Open “tern.docx”") is None
    assert window.messages.button("Open “note.txt”")
    assert "empty.txt" in window.messages.text
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        qtbot.mouseClick(window.messages.button("Open “note.txt”"), LEFT)
    assert "letter.eml" not in window.messages.text
    assert "empty.txt" in window.messages.text


def test_what_comes_of_one_line_takes_its_place(window, qtbot, tmp_path: Path) -> None:
    page, text = tmp_path / "tern.html", tmp_path / "ostrov.txt"
    page.write_bytes(made.html())
    text.write_bytes(RUSSIAN.encode("koi8-r"))
    opened(window, qtbot, page, text)
    with qtbot.waitSignal(window.work.told, timeout=LONG):
        qtbot.mouseClick(window.messages.button("Use the whole page"), LEFT)
    assert "All of the page" in window.messages.text
    assert window.messages.button("Change…")
    qtbot.mouseClick(window.messages.button("Change…"), LEFT)
    qtbot.waitUntil(lambda: window.articles.dialog is not None)
    window.articles.dialog.reject()
    assert window.messages.button("Change…"), "given up, it is still offered"
    window.work.tasks.cancel_all()
    with qtbot.waitSignal(window.work.told, timeout=LONG):
        window.articles.revising.read_as(window.work.draft.articles[1], "cp866")
    assert window.messages.button("Change…") is None
    assert "All of the page" in window.messages.text


def test_many_attachments_are_chosen_from_a_list(window, qtbot, tmp_path: Path) -> None:
    names = ("a.txt", "b.docx", "c.html", "d.odt")
    opened(window, qtbot, letter(tmp_path, *names))
    qtbot.mouseClick(window.messages.button("Open…"), LEFT)
    dialog = window.articles.dialog
    assert not dialog.open_button.isEnabled()
    for row in (1, 3):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        qtbot.mouseClick(dialog.open_button, LEFT)
    assert [each.name for each in window.work.desk.articles] == ["letter.eml", "b.docx", "d.odt"]


def test_attachments_are_there_in_a_reopened_project(window, qtbot, tmp_path: Path) -> None:
    opened(window, qtbot, letter(tmp_path, "tern.docx"))
    project.save(window.work.session.project(), tmp_path / "a.briefing")
    with qtbot.waitSignal(window.work.opened):
        window.loading.open_project(tmp_path / "a.briefing")
    window.actions_["attachments"].trigger()
    qtbot.waitUntil(lambda: window.articles.dialog is not None, timeout=LONG)
    assert window.articles.dialog.list.item(0).text() == "tern.docx"


# ---------------------------------------------------------------- the source card


def test_each_field_says_where_it_comes_from(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "tern.html"
    path.write_bytes(made.html())
    opened(window, qtbot, path)
    editors = window.desk.form.editors
    word, sentence = editors["published"].origin
    assert word == "read"
    assert sentence.startswith("Read from the file: ")
    assert editors["accessed"].origin[0] == "not found"
    editors["outlet"].editor.selectAll()
    qtbot.keyClicks(editors["outlet"].editor, "Courier")
    word, sentence = editors["outlet"].origin
    assert (word, "The Tern Courier" in sentence) == ("typed", True)
    editors["outlet"].editor.selectAll()
    qtbot.keyClick(editors["outlet"].editor, Qt.Key.Key_Delete)
    assert editors["outlet"].origin[0] == "cleared"
    qtbot.keyClicks(editors["place"].editor, "Tern Island")
    assert editors["place"].origin == ("typed", "Typed")
    assert "web page" in window.desk.form.source.file.text()


def test_the_digest_is_copied_whole(talks) -> None:
    talks.desk.form.source.file.linkActivated.emit("copy")
    assert QGuiApplication.clipboard().text() == article(talks).sha256


def test_what_is_typed_into_the_source_is_in_the_document(talks, qtbot, tmp_path: Path) -> None:
    source = talks.desk.form.source
    assert not source.editors["place"].isVisible()
    source.more.click()
    for id, text in (
        ("outlet", "The Tern Courier"),
        ("descriptor", "weekly, Tern Island"),
        ("place", "Port Hollow"),
        ("accessed", "23 September 2021"),
        ("url", "https://courier.example/tern"),
    ):
        qtbot.keyClicks(source.editors[id].editor, text)
    export(talks, qtbot, "export_word", tmp_path / "note.docx")
    lines = docx_lines(tmp_path / "note.docx")
    rows = dict(pairwise(lines))
    assert rows["Outlet"] == "The Tern Courier (weekly, Tern Island)"
    assert rows["Place"] == "Port Hollow"
    assert rows["Language"] == "English"
    assert rows["Fetched"] == "23 September 2021"
    assert rows["Address"] == "https://courier.example/tern"


# ---------------------------------------------------------------- fetching


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path == "/slow":
            self.server.release.wait(30)
        known = self.path in ("/tern", "/slow")
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if known:
            self.wfile.write(made.html())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site():
    """A web site on loopback; ``asked`` is what it was asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.daemon_threads = True
    server.asked, server.release = [], threading.Event()
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server
    server.release.set()
    server.shutdown()
    server.server_close()
    thread.join()


def fetch(window, qtbot, address: str) -> None:
    window.actions_["address"].trigger()
    dialog = window.opening.dialog
    dialog.line.setText(address)
    qtbot.mouseClick(dialog.fetch_button, LEFT)


def test_a_page_is_fetched_when_asked_for_and_nothing_else(window, qtbot, site) -> None:
    with qtbot.waitSignal(window.work.pages_made, timeout=LONG):
        fetch(window, qtbot, f"{site.address}/tern")
    assert made.BODY[0] in article(window).text
    assert site.asked == ["/tern"]
    card = window.work.draft.cards[0]
    assert card.url == f"{site.address}/tern"
    assert card.accessed is not None
    with qtbot.waitSignal(window.work.changed, timeout=LONG):
        window.actions_["whole"].trigger()
    assert window.work.draft.cards[0].accessed == card.accessed
    assert site.asked == ["/tern"], "the whole page is read from what was fetched"


def test_a_page_that_is_not_there_is_told(window, qtbot, site) -> None:
    with qtbot.waitSignal(window.work.told, timeout=LONG):
        fetch(window, qtbot, f"{site.address}/none")
    assert window.messages.tone == "error"
    assert "404" in window.messages.text
    assert "Save the page in your browser and open that file." in window.messages.text
    assert window.welcome.isVisible()


def test_fetching_can_be_cancelled(window, qtbot, site) -> None:
    fetch(window, qtbot, f"{site.address}/slow")
    qtbot.waitUntil(window.status.cancel.isVisible)
    assert "/slow" in window.status.busy.text()
    qtbot.mouseClick(window.status.cancel, LEFT)
    assert window.welcome.isVisible()
    qtbot.waitUntil(lambda: not window.work.tasks._silenced, timeout=1500)


def test_a_second_article_is_asked_about_before_it_is_fetched(talks, qtbot, site) -> None:
    fetch(talks, qtbot, f"{site.address}/tern")
    assert site.asked == []
    with qtbot.waitSignal(talks.work.pages_made, timeout=LONG):
        press(talks.opening.question, "Add to this briefing", qtbot)
    assert talks.desk.tabs.count() == 2


def test_limits_of_the_settings_hold(window, qtbot, tmp_path: Path, monkeypatch) -> None:
    seen = []
    load = pipeline.load

    def watched(path, how, limits, checkpoint):
        seen.append(limits)
        return load(path, how, limits, checkpoint)

    monkeypatch.setattr(pipeline, "load", watched)
    path = tmp_path / "tern.txt"
    path.write_bytes(made.text())
    opened(window, qtbot, path)
    assert seen == [window.work.settings.limits]

"""House styles in the real window: chosen, seen, added and removed; and how files are written."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import docx
from docx.shared import Pt
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from window_steps import LEFT, choose, export, press

from briefing import paths, project, receipts, settings
from briefing.errors import FontSubstituted, GlyphsMissing
from briefing.ui.houses.dialog import HouseDialog
from briefing.ui.houses.pages import NOTHING
from briefing.ui.window import Window
from briefing.ui.work import Pages


def dialog_of(window: Window, qtbot) -> HouseDialog:
    """The dialog, once it shows pages."""
    window.actions_["houses"].trigger()
    dialog = window.houses.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview.pages.page_count > 0)
    return dialog


def names(dialog: HouseDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def pick(dialog: HouseDialog, id: str, qtbot) -> None:
    """Click a house style in the list, and wait for its pages."""
    rows = range(dialog.list.count())
    item = next(
        dialog.list.item(row)
        for row in rows
        if dialog.list.item(row).data(Qt.ItemDataRole.UserRole) == id
    )
    dialog.findings.setPlainText("")
    qtbot.mouseClick(dialog.list.viewport(), LEFT, pos=dialog.list.visualItemRect(item).center())
    qtbot.waitUntil(lambda: dialog.findings.toPlainText() != "")


def own(folder: Path, name: str = "ministry.docx", *, large: bool = False) -> Path:
    """A house style made of Word's own template: it lacks what only briefings have."""
    path = folder / name
    made = docx.Document()
    if large:
        made.styles["Normal"].font.size = Pt(20)
    made.save(str(path))
    return path


def drop(dialog: HouseDialog, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    dialog.dropEvent(QDropEvent(QPointF(300, 300), copy, data, LEFT, none))


def chosen(window: Window, menu: str) -> list[str]:
    """What is ticked in a submenu."""
    return [each.text() for each in window.actions_.menu(menu).actions() if each.isChecked()]


def option(window: Window, menu: str, text: str) -> None:
    actions = window.actions_.menu(menu).actions()
    next(each for each in actions if each.text() == text).trigger()


# ---------------------------------------------------------------- choosing


def test_a_house_style_chosen_by_click_makes_both_files(desk, qtbot, tmp_path: Path) -> None:
    export(desk, qtbot, "export_word", tmp_path / "modern.docx")
    export(desk, qtbot, "export_pdf", tmp_path / "modern.pdf")
    dialog = dialog_of(desk, qtbot)
    assert names(dialog)[:3] == ["Modern", "Classical", "Plain"]
    assert dialog.chosen == "modern"
    assert not dialog.remove_button.isEnabled()
    pick(dialog, "classical", qtbot)
    assert desk.work.draft.house == "modern"  # seen, not taken
    with qtbot.waitSignal(desk.work.pages_made):
        qtbot.mouseClick(dialog.use_button, LEFT)
    assert desk.work.draft.house == "classical"
    assert settings.load().house == "classical"
    assert chosen(desk, "house") == ["Classical"]
    export(desk, qtbot, "export_word", tmp_path / "classical.docx")
    export(desk, qtbot, "export_pdf", tmp_path / "classical.pdf")
    styles = [
        zipfile.ZipFile(tmp_path / f"{each}.docx").read("word/styles.xml")
        for each in ("modern", "classical")
    ]
    assert styles[0] != styles[1]
    assert (tmp_path / "modern.pdf").read_bytes() != (tmp_path / "classical.pdf").read_bytes()
    assert "house style" in desk.actions_["undo"].text()
    desk.actions_["undo"].trigger()
    assert desk.work.draft.house == "modern"
    assert chosen(desk, "house") == ["Modern"]


def test_house_style_and_paper_are_chosen_in_the_menu(desk, qtbot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: chosen(desk, "house") == ["Modern"])
    assert chosen(desk, "page") == ["As the house style"]
    option(desk, "house", "Plain")
    option(desk, "page", "US Letter")
    assert (desk.work.draft.house, desk.work.draft.page) == ("plain", "Letter")
    with qtbot.waitSignal(desk.work.saved):
        desk.work.save_project(tmp_path / "a.briefing")
    assert project.load(tmp_path / "a.briefing").draft.house == "plain"
    desk.work.clear()
    assert (desk.work.draft.house, desk.work.draft.page) == ("plain", "Letter")
    option(desk, "house", "Classical")  # of an empty desk there is nothing to save
    assert desk.work.draft.house == "classical"
    assert not desk.work.session.unsaved
    assert desk.work.session.undo_label is None


def test_a_house_style_that_is_not_here_is_told_and_another_used(desk, qtbot, tmp_path) -> None:
    path = tmp_path / "a.briefing"
    with qtbot.waitSignal(desk.work.pages_made):
        desk.work.edit(replace(desk.work.draft, house="ministry"), "choosing a house style")
    assert desk.messages.tone == "warning"
    assert "“ministry”" in desk.messages.text
    assert "“Modern”" in desk.messages.text
    assert desk.desk.preview.pages.page_count > 0
    qtbot.waitUntil(lambda: "ministry (cannot be used here)" in chosen(desk, "house"))
    with qtbot.waitSignal(desk.work.saved):
        desk.work.save_project(path)
    assert project.load(path).draft.house == "ministry"  # elsewhere it may be there
    qtbot.mouseClick(desk.messages.button("House styles…"), LEFT)
    assert desk.houses.dialog is not None


# ---------------------------------------------------------------- the person's own


def test_a_house_style_is_added_seen_with_what_it_lacks_and_removed(
    desk, qtbot, tmp_path: Path
) -> None:
    dialog = dialog_of(desk, qtbot)
    assert dialog.findings.toPlainText().startswith(NOTHING)  # but for fonts of this machine
    before = names(dialog)
    qtbot.mouseClick(dialog.add_button, LEFT)
    choose(dialog.file_dialog, own(tmp_path), qtbot)
    qtbot.waitUntil(lambda: dialog.chosen == "ministry")
    qtbot.waitUntil(lambda: "It has no style named Bottom Line" in dialog.findings.toPlainText())
    told = dialog.findings.toPlainText().splitlines()
    assert told[0] == "In the style:"
    assert all(line.endswith((".", ":")) for line in told if line)
    bar = dialog.findings.verticalScrollBar()
    assert dialog.findings.viewport().height() > 150
    assert bar.isVisible() or bar.maximum() == 0
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert desk.work.draft.house == "ministry"

    dialog = dialog_of(desk, qtbot)
    assert dialog.chosen == "ministry"
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert "This briefing will be set in “Modern”" in dialog.question.informativeText()
    press(dialog.question, "Cancel", qtbot)
    assert "ministry" in [each.id for each in desk.houses.entries]
    qtbot.mouseClick(dialog.remove_button, LEFT)
    press(dialog.question, "Remove", qtbot)
    qtbot.waitUntil(lambda: names(dialog) == before)
    assert desk.work.draft.house == "modern"
    assert desk.work.settings.house == "modern"


def test_a_house_style_of_a_name_that_is_there_replaces_it_or_stays_beside_it(
    desk, qtbot, tmp_path: Path
) -> None:
    dialog = dialog_of(desk, qtbot)
    first = own(tmp_path)
    drop(dialog, first)
    qtbot.waitUntil(lambda: dialog.chosen == "ministry" and dialog.findings.toPlainText() != "")
    with qtbot.waitSignal(desk.work.pages_made) as before:
        qtbot.mouseClick(dialog.use_button, LEFT)

    dialog = dialog_of(desk, qtbot)
    drop(dialog, first)
    qtbot.waitUntil(lambda: dialog.messages.isVisible())
    assert "is among your house styles already, as “ministry”" in dialog.messages.text
    assert dialog.question is None
    known = names(dialog)

    (tmp_path / "new").mkdir()
    other = own(tmp_path / "new", large=True)
    for answer, wanted in (("Cancel", known), ("Keep both", [*known, "ministry-2"])):
        dialog.question = None
        drop(dialog, other)
        qtbot.waitUntil(lambda: dialog.question is not None)
        press(dialog.question, answer, qtbot)
        qtbot.waitUntil(lambda wanted=wanted: names(dialog) == wanted)
    qtbot.mouseClick(dialog.remove_button, LEFT)
    assert "This briefing" not in dialog.question.informativeText()
    press(dialog.question, "Remove", qtbot)
    qtbot.waitUntil(lambda: names(dialog) == known)

    pick(dialog, "ministry", qtbot)
    dialog.question = None
    drop(dialog, other)
    qtbot.waitUntil(lambda: dialog.question is not None)
    dialog.findings.setPlainText("")
    with qtbot.waitSignal(desk.work.pages_made) as after:
        press(dialog.question, "Replace", qtbot)
    assert after.args[0].pdf != before.args[0].pdf  # of the briefing that is open
    qtbot.waitUntil(lambda: dialog.findings.toPlainText() != "")  # and of the dialog
    assert names(dialog) == known


def test_what_is_no_house_style_is_told_and_nothing_is_lost(window, qtbot, tmp_path: Path) -> None:
    dialog = dialog_of(window, qtbot)  # of the sample: the desk is empty
    before = names(dialog)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 torn")
    drop(dialog, broken)
    qtbot.waitUntil(lambda: dialog.messages.isVisible())
    assert "broken.docx" in dialog.messages.text
    assert names(dialog) == before
    drop(dialog, own(tmp_path))
    qtbot.waitUntil(lambda: dialog.chosen == "ministry")
    assert not dialog.messages.isVisible()
    assert not window.work.session.unsaved


def test_the_dialog_is_for_keys_and_screen_readers_too(window, qtbot) -> None:
    dialog = dialog_of(window, qtbot)
    assert dialog.list.hasFocus()
    order = [dialog.list]
    while (following := order[-1].nextInFocusChain()) not in order:
        order.append(following)
    places = [
        order.index(each)
        for each in (
            dialog.list, dialog.preview.pages, dialog.findings, dialog.add_button,
            dialog.remove_button, dialog.use_button, dialog.close_button,
        )
    ]  # fmt: skip
    assert places == sorted(places)
    letters = [
        text[text.index("&") + 1].lower()
        for text in (
            *(each.text() for each in dialog.findChildren(QLabel) if each.buddy()),
            *(each.text() for each in (dialog.add_button, dialog.remove_button)),
            *(each.text() for each in (dialog.use_button, dialog.close_button)),
        )
    ]
    assert len(set(letters)) == len(letters) == 6
    spoken = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Modern. Comes with the program. ")
    assert dialog.list.accessibleName()
    assert dialog.findings.accessibleName()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert window.work.draft.house == "classical"


# ---------------------------------------------------------------- how files are written


def test_a_reviewers_copy_has_comments(desk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "copy.docx"
    export(desk, qtbot, "export_review", path)
    assert "word/comments.xml" in zipfile.ZipFile(path).namelist()
    with qtbot.waitSignal(desk.work.obstacle_met):
        path.write_bytes(b"edited by a colleague")
        desk.work.export(path, reviewing=True)
    with qtbot.waitSignal(desk.work.exported):
        press(desk.exporting.question, "Replace", qtbot)
    assert "word/comments.xml" in zipfile.ZipFile(path).namelist()


def test_a_receipt_is_written_and_verified(desk, qtbot, tmp_path: Path) -> None:
    assert [desk.actions_[each].isChecked() for each in ("archive", "receipt")] == [True, False]
    for id in ("archive", "receipt"):
        desk.actions_[id].trigger()
    kept = settings.load()
    assert (kept.archive, kept.receipt) == (False, True)
    path = tmp_path / "note.pdf"
    export(desk, qtbot, "export_pdf", path)
    assert "its receipt beside it" in desk.messages.text
    assert receipts.unpack(receipts.beside(path)).options.archive is False
    with qtbot.waitSignal(desk.work.saved):
        desk.work.save_project(tmp_path / "a.briefing")

    desk.actions_["verify"].trigger()
    choose(desk.verifying.dialog, receipts.beside(path), qtbot)
    qtbot.waitUntil(lambda: desk.verifying.result is not None)
    assert desk.verifying.result.text.startswith("All that is found here matches")
    assert "byte for byte the same" in desk.verifying.result.text

    path.write_bytes(path.read_bytes() + b" ")
    sample = next((paths.ASSETS / "sample").glob("*.txt"))
    first = desk.verifying.result
    qtbot.mouseClick(first.more_button, LEFT)
    choose(desk.verifying.dialog, sample, qtbot)
    qtbot.waitUntil(lambda: desk.verifying.result is not first)
    assert "what differs: document." in desk.verifying.result.text
    assert f"source {sample.name}: matches\n" in desk.verifying.result.text


def test_what_is_no_receipt_is_told(window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "a.receipt.json"
    path.write_bytes(b"{")
    with qtbot.waitSignal(window.work.told):
        window.verifying.verify(path, ())
    assert "is no receipt" in window.messages.text


def test_a_font_of_the_same_widths_is_no_warning_after_an_export(desk, qtbot, tmp_path) -> None:
    same, other = (FontSubstituted("Calibri", "Carlito", each) for each in (True, False))
    for notices, tone in (((), "good"), ((same,), "good"), ((same, other), "warning")):
        desk.work.exported.emit(tmp_path / "a.pdf", notices)
        assert desk.messages.tone == tone
        assert desk.messages.text.startswith("“a.pdf” is written.")
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "M")
    assert desk.messages.isVisible()  # a warning stays


def test_that_a_file_is_written_is_told_in_passing(desk, qtbot, tmp_path: Path) -> None:
    desk.work.exported.emit(tmp_path / "a.pdf", ())
    desk.work.changed.emit()  # which is no edit
    assert desk.messages.isVisible()
    qtbot.keyClicks(desk.desk.form.editors["to"].editor, "M")
    assert not desk.messages.isVisible()
    desk.messages._passing.setInterval(10)
    desk.work.exported.emit(tmp_path / "a.pdf", ())
    assert desk.messages.isVisible()
    qtbot.waitUntil(lambda: not desk.messages.isVisible())


def test_the_next_dialog_opens_where_a_file_was_written(desk, qtbot, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export(desk, qtbot, "export_pdf", tmp_path / "out" / "a.pdf")
    desk.actions_["export_word"].trigger()
    assert desk.exporting.dialog.directory().path() == str(tmp_path / "out")
    assert settings.load().folder == str(tmp_path / "out")


def test_undo_says_what_it_takes_back(desk) -> None:
    form = desk.desk.form
    form.field_edited.emit("title", "Talks")
    card = desk.work.draft.card(desk.work.draft.articles[0])
    form.card_edited.emit(desk.work.draft.articles[0], card.with_value("outlet", "The Gazette"))
    form.field_edited.emit("sources", "endnotes")
    option(desk, "page", "US Letter")
    said = []
    for _ in range(4):
        desk.actions_["undo"].trigger()
        said.append(desk.statusBar().currentMessage())
    assert said == [
        "Taken back: choosing the paper.",
        "Taken back: choosing “Sources as”.",
        "Taken back: typing in “Source”.",
        "Taken back: typing in “Title”.",
    ]


def test_fonts_are_no_news_at_each_change_of_the_pages(desk) -> None:
    fonts, letters = FontSubstituted("Garamond", "Caladea", False), GlyphsMissing(("☃",))
    for notices, news in (((fonts,), False), ((fonts, letters), True), ((letters,), False)):
        desk.messages.hide()
        desk.work.pages_made.emit(Pages(b"", (), notices))
        assert desk.messages.isVisible() is news
    assert "Garamond" not in desk.messages.text

"""What clicks and keys do to the draft, in the real window; and what the help names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from window_steps import LEFT, docx_lines, export

from briefing.model import edits
from briefing.model.annotations import ClaimKind
from briefing.model.article import Role
from briefing.model.span import Source, Span
from briefing.ui.help import HELP
from briefing.ui.sections.model import ROW


def test_a_section_of_which_nothing_is_taken_says_so(desk) -> None:
    work, panel = desk.work, desk.desk.sections
    section = work.draft.sections[0]
    ids = {each.id for each in work.draft.points_of(section.id)}
    work.edit(edits.take_points(work.draft, ids, False), "test")
    panel.section_taken.emit(section.id, False)
    assert not work.draft.section(section.id).taken
    told: list[str] = []
    desk.desk.picking.said.connect(told.append)
    panel.section_taken.emit(section.id, True)
    assert f"0 of {len(ids)} taken" in told[-1]
    assert work.draft.section(section.id).taken
    assert not any(each.taken for each in work.draft.points_of(section.id))


def test_the_help_names_the_keys() -> None:
    for each in ("<b>R</b>", "Ctrl+Page Down", "Ctrl+Page Up", "Ctrl+L", "Grey"):
        assert each in HELP


# Who vouches


def row_of(desk, sentence: str):
    panel = desk.desk.sections
    points = desk.work.draft.points
    article = desk.work.desk.articles[0]
    point = next(each for each in points if sentence in article.text_of(each.source.span))
    return point, panel.model.point_index(point.id)


def kind_in_article(desk, point) -> ClaimKind:
    view = desk.desk.article
    return view.text.claims.at(view._positions.to_qt(point.source.span.start)).kind


def test_the_kind_is_changed_by_two_clicks_and_reaches_the_paper(
    desk, qtbot, qapp, tmp_path
) -> None:
    words = "The timing matters for a second reason."
    point, index = row_of(desk, words)
    view = desk.desk.sections.view
    view.scrollTo(index)
    assert index.data(ROW).kind is ClaimKind.REPORTED
    assert kind_in_article(desk, point) is ClaimKind.REPORTED
    chip = view.itemDelegate().chip(view.visualRect(index), index.data(ROW), view.font())
    qtbot.mouseClick(view.viewport(), LEFT, pos=chip.center())
    menu = qapp.activePopupWidget()
    entry = next(each for each in menu.actions() if each.text() == "&Inference")
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())

    assert index.data(ROW).kind is ClaimKind.INFERENCE
    assert index.data(ROW).facts.by_hand
    assert kind_in_article(desk, point) is ClaimKind.INFERENCE
    assert "inference" in desk.statusBar().currentMessage()
    export(desk, qtbot, "export_word", tmp_path / "note.docx")
    (line,) = (each for each in docx_lines(tmp_path / "note.docx") if words in each)
    assert "[reporter’s inference]" in line

    desk.actions_["undo"].trigger()
    assert index.data(ROW).kind is ClaimKind.REPORTED
    assert kind_in_article(desk, point) is ClaimKind.REPORTED
    assert not desk.work.draft.corrections


def test_keys_in_the_article_change_the_row(desk, qtbot) -> None:
    point, index = row_of(desk, "The timing matters")
    article = desk.desk.article
    article.reveal(point.source)
    article.text.put_caret(article._positions.to_qt(point.source.span.start) + 3)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(article.text, Qt.Key.Key_1, alt)  # as it was found: nothing to note
    assert not desk.work.draft.corrections
    qtbot.keyClick(article.text, Qt.Key.Key_2, alt)
    assert index.data(ROW).kind is ClaimKind.ATTRIBUTED
    qtbot.keyClick(article.text, Qt.Key.Key_2, alt)
    assert "already" in desk.statusBar().currentMessage()
    qtbot.keyClick(article.text, Qt.Key.Key_0, alt)
    assert index.data(ROW).kind is ClaimKind.REPORTED
    assert not index.data(ROW).facts.by_hand
    assert not desk.work.draft.corrections


def test_several_sentences_are_one_step(desk) -> None:
    work = desk.work
    found = work.desk.annotations[0]
    first, last = (found.sentence(found.claims[each].sentence) for each in (0, 2))
    source = Source(found.article, Span(first.span.start + 2, last.span.end))
    kinds = [each.kind for each in found.claims]
    desk.desk.picking.give_kind(source, ClaimKind.INFERENCE)
    assert {each.kind for each in work.desk.annotations[0].claims[:3]} == {ClaimKind.INFERENCE}
    assert [each.kind for each in work.desk.annotations[0].claims[3:]] == kinds[3:]
    work.undo()
    assert [each.kind for each in work.desk.annotations[0].claims] == kinds


def test_who_says_what_was_reported_is_the_speaker_of_a_statement(desk) -> None:
    point, index = row_of(desk, "The timing matters")
    desk.desk.picking.give_speaker(point.source, "Mara Ilves")
    assert index.data(ROW).kind is ClaimKind.ATTRIBUTED
    assert index.data(ROW).facts.speakers == ("Mara Ilves",)
    desk.desk.picking.give_kind(point.source, None)
    assert index.data(ROW).facts.speakers == ()
    assert not desk.work.draft.corrections


def test_nobody_vouches_for_a_link(desk) -> None:
    article = desk.work.desk.articles[0]
    link = next(each for each in article.paragraphs if each.role is Role.RELATED)
    told: list[str] = []
    desk.desk.picking.said.connect(told.append)
    desk.desk.picking.give_kind(Source(article.id, link.span), ClaimKind.QUOTED)
    assert "not part of the article" in told[-1]
    assert not desk.work.draft.corrections

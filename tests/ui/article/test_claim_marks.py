"""Who vouches for a sentence, as the article shows it and as the person says it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from briefing.model.annotations import Claim, ClaimKind
from briefing.model.article import BY_HAND
from briefing.model.facts import Entity, EntityKind, Mention
from briefing.model.span import Span
from briefing.ui import claim_kinds, theme
from briefing.ui.article import signs
from briefing.ui.contrast import contrast

ALT = Qt.KeyboardModifier.AltModifier
INFERRED = "They spoke of the strait and its smugglers."
TOLD = "Nobody gave details"
HEADING = "The grounds"
KINDS = {
    "The chiefs met": (ClaimKind.REPORTED, None, None, ""),
    INFERRED: (ClaimKind.INFERENCE, None, "could have", "weak"),
    TOLD: (ClaimKind.ATTRIBUTED, "Ina Vos", "said <b>", ""),
    "The coast guard": (ClaimKind.QUOTED, None, "quotation marks", ""),
    HEADING: (ClaimKind.INFERENCE, None, "question", ""),
    "Trawlers": (ClaimKind.REPORTED, None, BY_HAND, ""),
    "They withdrew": (ClaimKind.REPORTED, None, None, ""),
}


@pytest.fixture
def told(desk):
    """The desk, with claims for the sentences of its body and headings."""
    claims = []
    for words, (kind, speaker, cue, strength) in KINDS.items():
        sentence = desk.annotations.sentence_at(desk.span(words).start)
        claims.append(Claim(sentence.id, kind, speaker, cue, strength))
    people = (
        Entity(EntityKind.PERSON, "Ina Vos", (Mention(Span(0, 3), ""),), ""),
        Entity(EntityKind.PLACE, "Tallinn", (Mention(Span(4, 9), ""),), ""),
    )
    desk.annotations = replace(desk.annotations, claims=tuple(claims), entities=people)
    desk.show(desk.draft)
    desk.view.text.viewport().grab()
    return desk


def sign(desk, words: str) -> signs.Sign:
    start, _ = desk.qt(words)
    (found,) = (each for each in desk.view.text.signs if each.mark.start == start)
    return found


def claim_menu(menu: QMenu) -> QMenu:
    return next(each.menu() for each in menu.actions() if each.menu() and "sent" in each.text())


def entries(menu: QMenu) -> dict[str, object]:
    return {each.text().replace("&", ""): each for each in menu.actions() if each.text()}


def checked(menu: QMenu) -> list[str]:
    return [name for name, each in entries(menu).items() if each.isChecked()]


@pytest.fixture
def popup(qapp: QApplication):
    """What is popped up; it is closed at the end."""
    yield qapp.activePopupWidget
    if opened := qapp.activePopupWidget():
        opened.close()


# What is shown


def test_each_sentence_that_is_not_just_reported_has_a_sign(told) -> None:
    shown = {each.mark.kind: each.mark for each in told.view.text.signs if not each.mark.by_hand}
    assert set(shown) == {ClaimKind.INFERENCE, ClaimKind.ATTRIBUTED, ClaimKind.QUOTED}
    assert (shown[ClaimKind.ATTRIBUTED].start, shown[ClaimKind.ATTRIBUTED].end) == told.qt(
        "Nobody gave details 😀."
    )
    assert sign(told, HEADING).mark.kind is ClaimKind.INFERENCE
    assert sign(told, "Trawlers").mark.by_hand  # a pencil alone
    assert len(told.view.text.signs) == 5


def test_a_claim_is_that_of_its_very_letters(told) -> None:
    start, end = told.qt(INFERRED)
    claims = told.view.text.claims
    assert [claims.at(each) and claims.at(each).start for each in (start, end - 1)] == [start] * 2
    assert claims.at(end) is None
    assert claims.at(start - 1) is None  # the blank before it
    assert [each.start for each in claims.between(end - 1, end + 1)] == [start]


def test_signs_stand_right_of_the_text_and_do_not_overlap(told) -> None:
    paper = told.view.text
    rects = [each.rect for each in paper.signs]
    assert all(each.left() > paper.text_right for each in rects)
    assert all(each.right() <= paper.viewport().width() for each in rects)
    assert not any(one.intersects(two) for one in rects for two in rects if one is not two)


def test_the_margin_has_room_for_two() -> None:
    class Line:
        start, end, top, baseline, ascent = 0, 100, 0.0, 12.0, 10.0

    from briefing.ui.article.claims import ClaimMark, ClaimMarks
    from briefing.ui.article.paper import _RIGHT

    claim = Claim("s1", ClaimKind.QUOTED, None, None)
    claims = ClaimMarks(tuple(ClaimMark(at, at + 9, claim) for at in (0, 10, 20)))
    assert len(signs.arrange([Line()], claims, 200.0, 200.0 + _RIGHT)) == 2


def test_only_what_is_inferred_is_waved(told, monkeypatch) -> None:
    waves: list[tuple[float, float]] = []
    monkeypatch.setattr(
        signs.claim_glyphs, "paint_wave", lambda _, left, right, *__: waves.append((left, right))
    )
    told.view.text.viewport().grab()
    start, end = told.qt(INFERRED)
    lines = told.view.text.lines_in_view()
    own = [
        (rect.left(), rect.right())
        for span in ((start, end), told.qt(HEADING))
        for line in lines
        for rect in line.rects(*span)
    ]
    assert waves == own


def test_of_a_long_text_only_what_is_in_view_is_painted(weeks, monkeypatch) -> None:
    claims = tuple(
        Claim(each.id, ClaimKind.INFERENCE, None, "may") for each in weeks.annotations.sentences
    )
    weeks.annotations = replace(weeks.annotations, claims=claims)
    weeks.show(weeks.draft)
    shown = weeks.view.text.claims.marks
    assert 0 < len(shown) < len(claims)  # of the part, no more
    waves: list[float] = []
    monkeypatch.setattr(signs.claim_glyphs, "paint_wave", lambda *each: waves.append(each[3]))
    weeks.view.text.viewport().grab()
    lines = len(weeks.view.text.lines_in_view())
    assert 0 < len(waves) <= 2 * lines + 4
    weeks.show(replace(weeks.draft, template="memo"))
    assert weeks.view.text.claims.marks is shown  # what was found is the same


def test_the_claims_follow_what_was_found_and_what_is_shown(told) -> None:
    told.annotations = replace(told.annotations, claims=told.annotations.claims[:1])
    told.show(told.draft)
    assert len(told.view.text.claims.marks) == 1
    told.view.set_article(None)
    assert told.view.text.claims.marks == ()


@pytest.mark.parametrize("dark", [False, True])
def test_waves_are_seen_on_every_section(dark: bool) -> None:
    muted = QColor(theme.tones(dark).muted)
    grounds = [theme.section_colours(each, dark).fill for each in theme.SECTION_PALETTE]
    assert min(contrast(muted, each) for each in grounds) >= 3


def test_resting_on_a_sentence_tells_why(told) -> None:
    text = told.view.text
    tip, _ = text._tip_at(QPointF(told.point_in(TOLD)))
    for each in ("Attributed", "Ina Vos", "Why: said &lt;b&gt;", "Alt+1 to 4", "K"):
        assert each in tip
    tip, _ = text._tip_at(QPointF(told.point_in(INFERRED)))
    assert "Inference" in tip
    assert "could have (weak)" in tip
    assert "Set by hand" in text._tip_at(QPointF(told.point_in("Trawlers")))[0]
    assert "not certain" in text._tip_at(sign(told, "The coast guard").rect.center())[0]
    assert text._tip_at(QPointF(told.point_in("They withdrew")))[0] == ""


# What is wished for


@pytest.mark.parametrize(("number", "kind"), list(enumerate(claim_kinds.NAMES, start=1)))
def test_a_key_says_it_at_once(told, qtbot: QtBot, number: int, kind: ClaimKind) -> None:
    told.caret_in(TOLD)
    with qtbot.waitSignal(told.view.claim_kind_requested) as caught:
        qtbot.keyClick(told.view.text, Qt.Key(Qt.Key.Key_0 + number), ALT)
    assert caught.args == [told.source("Nobody gave details 😀."), kind]


def test_a_key_takes_it_back(told, qtbot: QtBot) -> None:
    told.caret_in(HEADING)
    with qtbot.waitSignal(told.view.claim_kind_requested) as caught:
        qtbot.keyClick(told.view.text, Qt.Key.Key_0, ALT)
    assert caught.args == [told.source(HEADING), None]


def test_the_digits_alone_are_those_of_sections(told, qtbot: QtBot) -> None:
    told.caret_in(TOLD)
    with qtbot.assertNotEmitted(told.view.claim_kind_requested):
        qtbot.keyClick(told.view.text, Qt.Key.Key_2)


@pytest.mark.parametrize(
    ("words", "name"),
    [(INFERRED, "Inference"), (TOLD, "Attributed"), ("They withdrew", "Reported")],
)
def test_the_menu_checks_the_kind(told, words: str, name: str) -> None:
    menu = claim_menu(told.view.context_menu(told.qt(words)[0]))
    assert menu.title() == "This sentence is"
    assert [*entries(menu)] == [
        *claim_kinds.NAMES.values(),
        "Speaker…",
        "As it was found",
    ]
    assert checked(menu) == [name]
    assert not entries(menu)["As it was found"].isEnabled()


def test_the_menu_says_what_the_person_wishes(told, qtbot: QtBot) -> None:
    menu = claim_menu(told.view.context_menu(told.qt(TOLD)[0]))
    with qtbot.assertNotEmitted(told.view.claim_kind_requested):
        entries(menu)["Attributed"].trigger()  # that it is already
    with qtbot.waitSignal(told.view.claim_kind_requested) as caught:
        entries(menu)["Inference"].trigger()
    assert caught.args == [told.source("Nobody gave details 😀."), ClaimKind.INFERENCE]


def test_what_was_set_by_hand_can_be_as_found(told, qtbot: QtBot) -> None:
    menu = claim_menu(told.view.context_menu(told.qt("Trawlers")[0]))
    with qtbot.waitSignal(told.view.claim_kind_requested) as caught:
        entries(menu)["As it was found"].trigger()
    assert caught.args == [told.source("Trawlers gathered in May."), None]


def test_a_selection_is_about_all_its_sentences(told, qtbot: QtBot) -> None:
    start, end = told.qt("details")[0], told.qt("The coast")[1]
    told.view.text.setTextCursor(told.view.text.cursor_over(start, end))
    menu = claim_menu(told.view.context_menu(start))
    assert menu.title() == "These 2 sentences are"
    assert checked(menu) == []
    with qtbot.waitSignal(told.view.claim_kind_requested) as caught:
        entries(menu)["Attributed"].trigger()
    assert caught.args == [told.source("details 😀. The coast"), ClaimKind.ATTRIBUTED]


def test_what_is_no_part_of_the_text_has_no_kind(told) -> None:
    menu = told.view.context_menu(told.qt("Two admirals")[0])
    assert not any("sentence is" in each.text() for each in menu.actions())


def test_a_key_opens_the_menu(told, qtbot: QtBot, popup) -> None:
    told.caret_in(TOLD)
    qtbot.keyClick(told.view.text, Qt.Key.Key_K)
    assert checked(popup()) == ["Attributed"]
    assert told.view.text.emphasis is not None
    with qtbot.waitSignal(told.view.claim_kind_requested) as caught:
        qtbot.keyClick(popup(), Qt.Key.Key_I)  # the letter that is underlined
    assert caught.args[1] is ClaimKind.INFERENCE
    assert told.view.text.emphasis is None


def test_a_click_on_the_sign_opens_it(told, qtbot: QtBot, popup) -> None:
    place = sign(told, TOLD).rect.center().toPoint()
    with (
        qtbot.assertNotEmitted(told.view.point_clicked),
        qtbot.assertNotEmitted(told.view.section_clicked),
    ):
        qtbot.mouseClick(told.view.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert checked(popup()) == ["Attributed"]


def test_the_sign_shows_its_sentence(told, qtbot: QtBot) -> None:
    text = told.view.text
    qtbot.mouseMove(text.viewport(), sign(told, TOLD).rect.center().toPoint())
    text._hover_at(sign(told, TOLD).rect.center())
    assert text.hovered_claim is sign(told, TOLD).mark
    text._hover_at(QPointF(told.point_in("They withdrew")))
    assert text.hovered_claim is None


def test_the_speaker_is_asked_for(told, qtbot: QtBot) -> None:
    menu = claim_menu(told.view.context_menu(told.qt("The coast guard")[0]))
    entries(menu)["Speaker…"].trigger()
    dialog = told.view.findChild(QInputDialog)
    names = dialog.findChild(QComboBox)
    assert [names.itemText(each) for each in range(names.count())] == ["", "Ina Vos"]
    dialog.setTextValue(" Mara Ilves ")
    with qtbot.waitSignal(told.view.claim_speaker_requested) as caught:
        dialog.accept()
    assert caught.args == [told.source("The coast guard looks for harbours."), "Mara Ilves"]


def test_the_speaker_that_is_known_is_no_wish(told, qtbot: QtBot) -> None:
    menu = claim_menu(told.view.context_menu(told.qt(TOLD)[0]))
    entries(menu)["Speaker…"].trigger()
    dialog = told.view.findChild(QInputDialog)
    assert dialog.textValue() == "Ina Vos"
    with qtbot.assertNotEmitted(told.view.claim_speaker_requested):
        dialog.accept()

"""The facts panel in the real window: what clicks and keys do to the draft and show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from window_steps import LEFT

from briefing import project
from briefing.model.annotations import ClaimKind
from briefing.model.corrections import Act, Fact, List
from briefing.model.facts import EntityKind
from briefing.ui.facts.lists import Heading
from briefing.ui.facts.values import FORMS

KEY = Qt.Key


def choose(menu: QMenu, text: str) -> None:
    """Open a menu below the list and choose an entry."""
    menu.aboutToShow.emit()
    entry = next(each for each in menu.actions() if each.text() == text)
    entry.trigger()


def type_in(steps, text: str) -> None:
    """Into the line that is open in a row, and Enter, which Qt hears in its own time."""
    (editor,) = open_lines(steps)
    steps.bot.keyClicks(editor, text)
    steps.bot.keyClick(editor, KEY.Key_Return)
    steps.bot.waitUntil(lambda: not open_lines(steps))


def open_lines(steps) -> list[QLineEdit]:
    lines = steps.panel.view.viewport().findChildren(QLineEdit)
    return [each for each in lines if not each.isHidden()]


def undo(steps) -> None:
    steps.window.actions_["undo"].trigger()


def redo(steps) -> None:
    steps.window.actions_["redo"].trigger()


@pytest.fixture
def revealed(facts, monkeypatch) -> list[str]:
    """Words that were shown in the article, in their order."""
    shown: list[str] = []
    article = facts.window.desk.article
    reveal = article.reveal

    def note(source) -> None:
        text = facts.window.work.session.article(source.article).text
        shown.append(source.span.of(text))
        reveal(source)

    monkeypatch.setattr(article, "reveal", note)
    return shown


def test_the_tabs_are_chosen_with_keys_and_clicks(facts) -> None:
    middle = facts.window.desk.middle
    assert facts.panel.isVisible()
    facts.bot.keyClick(facts.window, KEY.Key_1, modifier=Qt.KeyboardModifier.ControlModifier)
    assert facts.window.desk.sections.isVisible()
    assert not facts.panel.isVisible()
    facts.bot.mouseClick(middle.tabs, LEFT, pos=middle.tabs.tabRect(1).center())
    assert facts.panel.isVisible()


def test_each_list_holds_what_was_found(facts) -> None:
    panel = facts.panel
    shown = {}
    for each in List:
        facts.open(each)
        assert panel.switch.current is each
        shown[each] = facts.names()
    assert shown[List.PEOPLE] == [
        "Adam Harlow", "Viktor Sorokin", "Ruth Ansel", "Pentagon", "al-Qaeda",
    ]  # fmt: skip
    assert shown[List.PLACES] == ["Helsinki", "Afghanistan", "Kremlin"]
    assert shown[List.TIMELINE] == [
        "2001", "August 2021", "Wed 22 September 2021", "“In spring”", "2 years",
    ]  # fmt: skip
    assert shown[List.QUOTATIONS][0].startswith("“Talks like these keep")
    assert len(shown[List.CLAIMS]) == len(facts.found.claims)
    assert "What was on the agenda?" in shown[List.GAPS]
    counts = {each: segment.count for each, segment in panel.switch.segments.items()}
    assert counts == {each: len(names) for each, names in shown.items()}


def test_a_click_shows_the_mentions_one_after_the_other(facts, revealed) -> None:
    facts.click("Adam Harlow")
    assert revealed == ["General Adam Harlow, chairman"]
    assert facts.panel.details.which.text() == "1 of 2"
    facts.click("Adam Harlow")
    facts.bot.mouseClick(facts.panel.details.on, LEFT)
    assert revealed[1:] == ["for Harlow", "General Adam Harlow, chairman"]
    assert "in full" in facts.panel.details.cue.text()
    facts.bot.keyClick(facts.panel.view, KEY.Key_Down)
    assert revealed[-1] == "General Viktor Sorokin, chief"
    assert not facts.panel.details.on.isVisible()


def test_the_keys_pass_over_headings(facts, revealed) -> None:
    facts.click("Ruth Ansel")
    facts.bot.keyClick(facts.panel.view, KEY.Key_Down)
    assert revealed[-1] == "the Pentagon"


def test_a_name_is_typed_in_its_row(facts) -> None:
    facts.click("Ruth Ansel")
    facts.bot.keyClick(facts.panel.view, KEY.Key_F2)
    type_in(facts, "Ruth Anselm")
    assert facts.entity("Ruth Anselm") is not None
    assert facts.panel.current().title == "Ruth Anselm"
    assert facts.found.quotations[0].speaker == "Ruth Anselm"
    assert "renaming" in facts.said[-1]
    undo(facts)
    assert "Ruth Ansel" in facts.names()
    redo(facts)
    assert "Ruth Anselm" in facts.names()


def test_a_name_that_is_being_typed_is_not_lost_on_the_way_out(facts) -> None:
    facts.click("Pentagon")
    facts.panel.commands.rename.trigger()
    editor = facts.panel.view.viewport().findChild(QLineEdit)
    facts.bot.keyClicks(editor, "US Department of Defense")
    facts.window.desk.finish_editing()
    assert facts.entity("US Department of Defense") is not None


def test_escape_leaves_a_name_as_it_was(facts) -> None:
    facts.click("Pentagon")
    facts.bot.keyClick(facts.panel.view, KEY.Key_F2)
    editor = facts.panel.view.viewport().findChild(QLineEdit)
    facts.bot.keyClicks(editor, "nonsense")
    facts.bot.keyClick(editor, KEY.Key_Escape)
    assert facts.draft.corrections == ()


def test_a_role_is_typed(facts) -> None:
    facts.click("Adam Harlow")
    facts.panel.commands.role.trigger()
    type_in(facts, "chairman")
    assert facts.entity("Adam Harlow").role == "chairman"


def test_a_place_becomes_an_organisation(facts) -> None:
    facts.open(List.PLACES)
    facts.click("Kremlin")
    choose(facts.panel.commands.kind, "Organisation")
    assert facts.names() == ["Helsinki", "Afghanistan"]
    assert facts.panel.current().title == "Afghanistan", "the row beside it is chosen"
    assert facts.entity("Kremlin").kind is EntityKind.ORGANISATION
    facts.open(List.PEOPLE)
    assert "Kremlin" in facts.names()


def test_two_names_become_one(facts) -> None:
    facts.click("Ruth Ansel")
    choose(facts.panel.commands.join, "Adam Harlow")
    assert "Ruth Ansel" not in facts.names()
    joined = facts.entity("Adam Harlow")
    assert len(joined.mentions) == 3
    assert facts.panel.current().title == "Adam Harlow", "what it was joined with is chosen"
    facts.panel.commands.as_found.trigger()
    assert "Ruth Ansel" in facts.names()


def test_the_mention_in_view_is_split_off(facts) -> None:
    facts.click("Adam Harlow")
    facts.bot.mouseClick(facts.panel.details.on, LEFT)
    facts.panel.commands.split.trigger()
    assert "for Harlow" in facts.names(), "it is called what the article calls it there"
    assert len(facts.entity("Adam Harlow").mentions) == 1


def test_the_rest_stays_in_the_briefing_when_the_first_mention_is_split_off(facts) -> None:
    facts.tick("Adam Harlow")
    facts.click("Adam Harlow")
    facts.panel.commands.split.trigger()
    rest = next(each for each in facts.rows() if each.title == "Adam Harlow")
    assert rest.taken
    assert [each.name for each in facts.rows() if each.taken] == ["Adam Harlow"]
    assert len(rest.places) == 1
    undo(facts)
    assert len(facts.panel.current().places) == 2
    assert len(facts.draft.rows) == 1


def test_a_day_with_its_hour_is_typed_as_people_write_it(facts) -> None:
    facts.open(List.TIMELINE)
    facts.click("August 2021")
    facts.bot.keyClick(facts.panel.view, KEY.Key_F2)
    (editor,) = open_lines(facts)
    assert FORMS in editor.toolTip()
    type_in(facts, "Mon 3 March 2025, 02:00")
    assert "2025-03-03T02:00" in {each.value for each in facts.found.dates}
    assert "Mon 3 March 2025, 02:00" in facts.names()


def test_what_is_no_date_is_refused_with_what_may_be_typed(facts) -> None:
    facts.open(List.TIMELINE)
    facts.click("August 2021")
    facts.bot.keyClick(facts.panel.view, KEY.Key_F2)
    type_in(facts, "some day")
    assert facts.draft.corrections == ()
    assert FORMS in facts.said[-1]


def test_others_of_its_kind_are_offered_first_to_join_with(facts) -> None:
    facts.click("Ruth Ansel")
    menu = facts.panel.commands.join
    menu.aboutToShow.emit()
    texts = [each.text() for each in menu.actions()]
    assert texts[:3] == ["Adam Harlow", "Viktor Sorokin", ""]
    assert menu.actions()[2].isSeparator()
    assert texts[3:5] == ["Afghanistan (place)", "al-Qaeda (organisation)"]


def test_what_is_dismissed_comes_back_from_the_menu(facts) -> None:
    facts.click("al-Qaeda")
    facts.bot.keyClick(facts.panel.view, KEY.Key_Delete)
    assert facts.entity("al-Qaeda") is None
    assert facts.panel.switch.segments[List.PEOPLE].count == 4
    tools = facts.panel.tools
    assert tools.dismissed.isVisible()
    assert "1" in tools.dismissed.text()
    choose(tools.menu, "al-Qaeda")
    assert "al-Qaeda" in facts.names()
    assert facts.draft.corrections == ()
    assert not tools.dismissed.isVisible()


def test_a_gap_and_a_date_and_a_quotation_are_dismissed(facts) -> None:
    for which, name in (
        (List.GAPS, "What was on the agenda?"),
        (List.TIMELINE, "August 2021"),
        (List.QUOTATIONS, "the horizon"),
    ):
        facts.open(which)
        facts.click(name)
        facts.panel.commands.dismiss.trigger()
        assert not any(name in each for each in facts.names())
    acts = {(each.act, each.fact) for each in facts.draft.corrections}
    assert acts == {(Act.DISMISS, each) for each in (Fact.GAP, Fact.DATE, Fact.QUOTATION)}


def test_a_date_is_typed_in_words(facts) -> None:
    facts.open(List.TIMELINE)
    facts.click("In spring")
    facts.panel.commands.value.trigger()
    type_in(facts, "April 2021")
    assert facts.names()[1] == "April 2021", "in its place on the calendar"
    assert facts.panel.current().value == "April 2021"
    facts.panel.commands.value.trigger()
    type_in(facts, "next to nothing")
    assert "is no date" in facts.said[-1]
    assert facts.names()[1] == "April 2021"


def test_the_kind_of_a_claim_is_one_click(facts) -> None:
    facts.open(List.CLAIMS)
    facts.click("The timing matters")
    button = next(
        each
        for each in facts.panel.tools.findChildren(type(facts.panel.tools.dismissed))
        if each.text() == "I"
    )
    facts.bot.mouseClick(button, LEFT)
    sentence = facts.panel.current().source.span
    (claim,) = facts.found.claims_in(sentence)
    assert claim.kind is ClaimKind.INFERENCE
    assert button.isChecked()
    facts.bot.keyClick(facts.panel.view, KEY.Key_R)
    assert facts.found.claims_in(sentence)[0].kind is ClaimKind.REPORTED
    undo(facts)
    assert facts.found.claims_in(sentence)[0].kind is ClaimKind.INFERENCE
    facts.bot.keyClick(facts.panel.view, KEY.Key_2, modifier=Qt.KeyboardModifier.AltModifier)
    assert facts.found.claims_in(sentence)[0].kind is ClaimKind.ATTRIBUTED
    assert "not certain" in facts.panel.current().doubt
    choose(facts.panel.commands.speaker, "Pentagon")
    assert facts.found.claims_in(sentence)[0].speaker == "Pentagon"
    facts.panel.commands.as_found.trigger()
    assert facts.found.claims_in(sentence)[0].kind is ClaimKind.REPORTED


def test_claims_of_one_kind_are_shown_alone(facts) -> None:
    facts.open(List.CLAIMS)
    combo = facts.panel.bar.kinds
    combo.setCurrentIndex(combo.findData(ClaimKind.INFERENCE))
    combo.activated.emit(combo.currentIndex())
    (name,) = facts.names()
    assert "may also" in name
    facts.click("may also")
    facts.panel.commands.kinds[ClaimKind.REPORTED].trigger()
    assert facts.names() == []
    assert facts.panel.nothing.isVisible()


def test_a_speaker_is_chosen_or_typed(facts) -> None:
    facts.open(List.QUOTATIONS)
    facts.click("the horizon")
    assert "not certain" in facts.panel.details.doubt.label.text()
    choose(facts.panel.commands.speaker, "Harlow")
    assert facts.found.quotations[1].speaker == "Harlow"
    choose(facts.panel.commands.speaker, "Somebody else…")
    type_in(facts, "an officer")
    assert facts.found.quotations[1].speaker == "an officer"
    choose(facts.panel.commands.speaker, "Nobody certain")
    assert facts.found.quotations[1].speaker is None


def test_a_box_puts_a_fact_into_the_briefing(facts) -> None:
    facts.tick("Viktor Sorokin")
    first = facts.entity("Viktor Sorokin").first
    assert [each.span for each in facts.row(Fact.ENTITY)] == [first]
    assert facts.panel.bar.count.text() == "1 of 5 in the briefing"
    facts.tick("Viktor Sorokin")
    assert facts.draft.rows == ()
    facts.click("Pentagon")
    facts.bot.keyClick(facts.panel.view, KEY.Key_Space)
    assert len(facts.draft.rows) == 1
    undo(facts)
    assert facts.draft.rows == ()


def test_all_of_a_list_goes_into_the_briefing_in_one_step(facts) -> None:
    facts.open(List.PLACES)
    facts.panel.bar.add_all.trigger()
    assert len(facts.draft.rows) == 3
    assert all(each.taken for each in facts.rows())
    facts.panel.bar.remove_all.trigger()
    assert facts.draft.rows == ()
    undo(facts)
    undo(facts)
    assert facts.draft.rows == ()


def test_the_day_of_publication_is_asked_for(facts) -> None:
    facts.open(List.TIMELINE)
    assert facts.panel.undated.isVisible()
    facts.bot.mouseClick(facts.panel.fill, LEFT)
    form = facts.window.desk.form
    assert form.editors["published"].editor.hasFocus()


def test_a_gap_that_a_field_would_fill_leads_there(facts) -> None:
    facts.open(List.GAPS)
    facts.click("When was it published?")
    form = facts.window.desk.form
    label = form.editors["published"].field.label
    assert facts.panel.details.fill.text() == f"Fill in “{label}”"
    facts.bot.mouseClick(facts.panel.details.fill, LEFT)
    assert facts.window.desk.form.editors["published"].editor.hasFocus()


def test_arrow_keys_go_from_list_to_list(facts) -> None:
    segments = facts.panel.switch.segments
    segments[List.PEOPLE].setFocus()
    facts.bot.keyClick(segments[List.PEOPLE], KEY.Key_Right)
    assert facts.panel.switch.current is List.PLACES
    assert facts.names()[0] == "Helsinki"


def test_the_menu_of_a_row_fits_it(facts) -> None:
    panel = facts.panel
    for which, name, wanted, not_wanted in (
        (List.PEOPLE, "Adam Harlow", "Rename…", "Change the date…"),
        (List.TIMELINE, "August 2021", "Change the date…", "Rename…"),
        (List.CLAIMS, "The timing matters", "Inference", "Dismiss"),
        (List.GAPS, "What was on the agenda?", "Dismiss", "Speaker"),
    ):
        facts.open(which)
        facts.click(name)
        menu = QMenu()
        panel.commands.fill_context_menu(menu, panel.current())
        texts = [each.text() for each in menu.actions()]
        assert wanted in texts
        assert not_wanted not in texts


def test_a_fact_of_another_article_brings_it_into_view(facts, tmp_path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A short second article about a ferry. It sails at noon.\n", "utf-8")
    with facts.bot.waitSignal(facts.window.work.pages_made):
        facts.window.loading.open_files([other])
    facts.open(List.CLAIMS)
    headings = [
        each.text
        for each in map(facts.panel.model.row, range(facts.panel.model.rowCount()))
        if isinstance(each, Heading)
    ]
    assert headings == ["1  helsinki-talks.txt", "2  other.txt"]
    facts.click("The timing matters")
    assert facts.window.desk.current == facts.draft.articles[0]
    facts.click("second article about a ferry")
    assert facts.window.desk.current == facts.draft.articles[1]
    assert facts.panel.current().mark.startswith("2 ¶")


def test_a_list_with_nothing_in_it_says_so(facts) -> None:
    facts.open(List.QUOTATIONS)
    for _ in range(2):
        facts.panel.view.setCurrentIndex(facts.panel.model.nearest(0))
        facts.panel.commands.dismiss.trigger()
    assert facts.panel.nothing.title.text() == "No quotations"
    assert facts.panel.nothing.isVisible()


def test_corrections_and_rows_are_in_the_saved_project(facts, tmp_path) -> None:
    facts.click("Ruth Ansel")
    facts.panel.commands.dismiss.trigger()
    facts.tick("Pentagon")
    path = tmp_path / "kept.briefing"
    with facts.bot.waitSignal(facts.window.work.saved):
        facts.window.work.save_project(path)
    kept = project.load(path).draft
    assert kept.corrections == facts.draft.corrections
    assert kept.rows == facts.draft.rows
    with facts.bot.waitSignal(facts.window.work.pages_made):
        facts.window.loading.open_files([path])
    assert facts.draft.rows == kept.rows
    assert facts.panel.tools.dismissed.isVisible()


def test_every_control_has_a_name_for_those_who_do_not_see_it(facts) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox

    for kind in (QAbstractButton, QComboBox):
        for each in facts.panel.findChildren(kind):
            assert each.accessibleName() or each.text(), each

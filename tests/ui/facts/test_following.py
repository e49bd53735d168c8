"""The panel follows the draft: what is chosen, scrolled to and typed stays where it can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from desk import annotations, article
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from briefing.model import edits
from briefing.model.annotations import ClaimKind
from briefing.model.article import Role
from briefing.model.corrections import List
from briefing.model.draft import Draft
from briefing.model.facts import Entity, EntityKind, Mention
from briefing.model.span import Span
from briefing.ui.facts.panel import FactsPanel

SENTENCES = " | ".join(f"Sentence {each} is not like the others." for each in range(60))


@pytest.fixture
def panel(qtbot) -> FactsPanel:
    """Sixty claims in a list that shows few of them."""
    made = FactsPanel()
    qtbot.addWidget(made)
    made.resize(300, 500)
    read = article(SENTENCES)
    made.set_work(Draft((read.id,), (read.card,)), (read,), (annotations(read, SENTENCES),))
    with qtbot.waitExposed(made):
        made.show()
    made.show_list(List.CLAIMS)
    return made


def scroll_to(panel: FactsPanel, number: int) -> None:
    view = panel.view
    view.scrollTo(panel.model.index(number), view.ScrollHint.PositionAtTop)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 7)  # the first row is cut


def search_again(panel: FactsPanel, words: str = SENTENCES, id: str = "") -> None:
    """Something else was found, though it looks the same; ``id``: of another reading."""
    (old,) = panel.contents.articles
    new = replace(article(words), id=id or old.id, sha256=old.sha256)
    panel.set_work(Draft((new.id,), (new.card,)), (new,), (annotations(new, words),))


def test_a_search_leaves_choice_and_place(panel, qtbot) -> None:
    panel.view.setCurrentIndex(panel.model.index(30))
    scroll_to(panel, 28)
    top = panel.view.top()
    with qtbot.waitSignal(panel.model.modelReset):
        search_again(panel)
    assert panel.current().text.startswith("Sentence 30 ")
    assert panel.view.top() == top
    assert top[1] < 0


def test_who_has_scrolled_away_from_the_choice_is_not_taken_back(panel) -> None:
    panel.view.setCurrentIndex(panel.model.index(2))
    scroll_to(panel, 40)
    top = panel.view.top()
    search_again(panel)
    assert panel.current().text.startswith("Sentence 2 ")
    assert panel.view.top() == top


def test_with_nothing_chosen_the_place_stays(panel) -> None:
    scroll_to(panel, 40)
    top = panel.view.top()
    search_again(panel, SENTENCES.replace("Sentence 3 ", "Quite another sentence 3 "))
    assert panel.view.top()[0].text == top[0].text
    assert panel.view.top()[1] == top[1]


def test_an_article_that_is_read_another_way_is_the_same_desk(panel) -> None:
    panel.bar.kind_chosen.emit(ClaimKind.REPORTED)
    panel.view.setCurrentIndex(panel.model.index(30))
    search_again(panel, f"A line that was not read before. | {SENTENCES}", "another")
    assert panel.contents.kind is ClaimKind.REPORTED
    assert panel.current().text.startswith("Sentence 30 ")
    assert panel.current().source.article == "another"


def test_another_desk_begins_anew(panel) -> None:
    panel.bar.kind_chosen.emit(ClaimKind.REPORTED)
    other = article("Something else.")
    panel.set_work(Draft((other.id,), (other.card,)), (other,), (annotations(other, "Something."),))
    assert panel.contents.kind is None


def test_a_name_is_cited_where_the_body_has_it(panel) -> None:
    parts = ("Roe, left, and Kowal.", "Lunt met Kowal.", "Then Roe came.")
    read = article(*parts, roles={1: Role.CAPTION})
    text = read.text

    def entity(name: str, *starts: int) -> Entity:
        spans = [Span(each, each + len(name)) for each in starts]
        return Entity(EntityKind.PERSON, name, tuple(Mention(e, "") for e in spans), "")

    found = replace(
        annotations(read, *parts),
        entities=(
            entity("Roe", 0, text.rindex("Roe")),
            entity("left", text.index("left")),
            entity("Kowal", text.index("Kowal"), text.rindex("Kowal")),
            entity("Lunt", text.index("Lunt")),
        ),
    )
    panel.set_work(Draft((read.id,), (read.card,)), (read,), (found,))
    panel.show_list(List.PEOPLE)
    rows = [panel.model.row(each) for each in range(1, panel.model.rowCount())]
    shown = [(each.name, each.mark) for each in rows]
    assert shown == [("Lunt", "¶1"), ("Kowal", "¶1"), ("Roe", "¶2"), ("left", "caption")]
    assert rows[2].place(0).span.start == text.rindex("Roe")
    assert rows[2].source.span.start == 0, "the row of the briefing is the one of any export"


def test_the_day_of_publication_moves_dates_and_not_the_choice(facts) -> None:
    facts.open(List.TIMELINE)
    facts.click("August 2021")
    source = facts.panel.current().source
    id = facts.draft.articles[0]
    card = replace(facts.draft.card(id), published=date(1999, 9, 23))
    facts.window.work.edit(edits.set_card(facts.draft, id, card), "typing")
    assert facts.panel.current().source == source
    assert facts.panel.current().title != "August 2021"
    assert not facts.panel.undated.isVisible()


def test_another_role_of_a_paragraph_leaves_the_choice(facts) -> None:
    facts.click("Ruth Ansel")
    work = facts.window.work
    last = [each for each in work.desk.articles[0].paragraphs if each.role is Role.BODY][-1]
    with facts.bot.waitSignal(work.changed):
        facts.window.articles.revising.set_roles(facts.draft.articles[0], (last.id,), Role.NOTICE)
    assert facts.panel.current().title == "Ruth Ansel"


def test_what_is_being_typed_outlasts_an_update(facts) -> None:
    facts.click("Ruth Ansel")
    facts.bot.keyClick(facts.panel.view, Qt.Key.Key_F2)
    (editor,) = facts.panel.view.viewport().findChildren(QLineEdit)
    facts.bot.keyClicks(editor, "Ruth Anselm")
    id = facts.draft.articles[0]
    card = replace(facts.draft.card(id), published=date(2021, 9, 23))
    facts.window.work.edit(edits.set_card(facts.draft, id, card), "typing")
    assert facts.panel.view.is_editing
    assert editor.text() == "Ruth Anselm"
    facts.bot.keyClick(editor, Qt.Key.Key_Return)
    facts.bot.waitUntil(lambda: not facts.panel.view.is_editing)
    assert facts.panel.current().title == "Ruth Anselm"

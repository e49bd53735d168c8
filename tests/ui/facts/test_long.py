"""A list of thousands is shown in pages, and a page as it is scrolled."""

from __future__ import annotations

import pytest
from desk import annotations, article
from window_steps import LEFT

from briefing.model import fact_edits
from briefing.model.corrections import Fact, List, Row
from briefing.model.draft import Draft
from briefing.model.span import Source
from briefing.ui.facts.contents import PAGE
from briefing.ui.facts.model import BATCH
from briefing.ui.facts.panel import FactsPanel

COUNT = 2 * PAGE + 500


@pytest.fixture
def panel(qtbot) -> FactsPanel:
    made = FactsPanel()
    qtbot.addWidget(made)
    made.resize(300, 600)
    words = (" | ".join(f"Sentence {each}." for each in range(COUNT)),)
    long = article(*words)
    made.set_work(Draft((long.id,), (long.card,)), (long,), (annotations(long, *words),))
    with qtbot.waitExposed(made):
        made.show()
    made.show_list(List.CLAIMS)
    return made


def test_few_rows_are_made_at_first_and_more_at_the_end(panel) -> None:
    assert panel.model.rowCount() == BATCH
    panel.view.scrollToBottom()
    assert panel.model.rowCount() == 2 * BATCH


def test_pages_are_turned(panel, qtbot) -> None:
    assert panel.bar.count.text() == "1 of 3"
    assert not panel.bar.back.isEnabled()
    for _ in range(2):
        qtbot.mouseClick(panel.bar.on, LEFT)
    assert panel.model.fact(panel.model.index(0)).text == f"Sentence {2 * PAGE}."
    assert not panel.bar.on.isEnabled()
    qtbot.mouseClick(panel.bar.back, LEFT)
    assert panel.model.fact(panel.model.index(0)).text == f"Sentence {PAGE}."


def test_another_row_in_the_briefing_leaves_list_and_place_as_they_are(panel, qtbot) -> None:
    contents = panel.contents
    panel.view.scrollToBottom()
    place = panel.view.verticalScrollBar().value()
    row = panel.model.fact(panel.model.index(150))
    draft = fact_edits.add_row(contents.draft, row.row)
    with qtbot.assertNotEmitted(panel.model.modelReset):
        panel.set_work(draft, contents.articles, contents.found)
    assert panel.model.fact(panel.model.index(150)).taken == (
        Row(Fact.CLAIM, Source(contents.articles[0].id, row.source.span)),
    )
    assert panel.view.verticalScrollBar().value() == place


def test_all_of_a_long_list_goes_into_the_briefing_at_once(panel, qtbot) -> None:
    contents = panel.contents
    with qtbot.waitSignal(panel.rows_taken) as wish:
        panel.bar.add_all.trigger()
    rows, taken = wish.args
    assert taken
    assert len(set(rows)) == COUNT, "of all its pages"
    draft = fact_edits.add_row(contents.draft, *rows)
    panel.set_work(draft, contents.articles, contents.found)
    assert not panel.bar.add_all.isEnabled()
    with qtbot.waitSignal(panel.rows_taken) as wish:
        panel.bar.remove_all.trigger()
    assert wish.args == [draft.rows, False]


def test_out_of_sight_nothing_is_made(panel) -> None:
    panel.hide()
    contents = panel.contents
    shown = contents.shown
    panel.set_work(contents.draft, contents.articles, (annotations(contents.articles[0], "A."),))
    assert contents.shown is shown
    panel.show()
    assert contents.entries.total == 1

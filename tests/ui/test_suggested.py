"""Suggested sections in the real window: asked for, shown, undone, exported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from window_steps import LEFT, docx_lines

from briefing.model import edits
from briefing.model.findings import by_hand

DIGEST = """Harbour week

Ferries

The ferry line to Strelsau closes for repairs in May, the harbour master said. The dock is too old.

Passengers were told to take the bus, which needs an hour longer than the ferry.

Fish prices

Haddock cost more than ever at the auction on Friday. Trawlers stay out longer to fill their nets.

A new mayor

Ann Roe was sworn in as mayor of Zenda. She promised a school and two playgrounds.
"""
ONE = "The dam broke at noon. The dam had been old. Nobody lives below the dam."


def opened(window, qtbot, text: str) -> None:
    with qtbot.waitSignal(window.work.pages_made):
        window.loading.open_text(text)
    qtbot.waitUntil(lambda: not window.work.tasks.running)


def names(window) -> list[str]:
    return [each.name for each in window.work.draft.sections]


def test_from_the_empty_list_to_the_exported_briefing(window, qtbot, tmp_path: Path) -> None:
    opened(window, qtbot, DIGEST)
    panel = window.desk.sections
    assert panel.no_sections.isVisible()
    with qtbot.waitSignal(window.work.pages_made):
        QTest.mouseClick(panel.no_sections.suggest, LEFT)
    assert names(window) == ["Ferries", "Fish prices", "A new mayor"]
    assert panel.model.rowCount() == 3
    assert all(each.taken and each.cue for each in window.work.draft.points)
    assert window.work.draft.topic_set == ""
    path = tmp_path / "note.docx"
    with qtbot.waitSignal(window.work.exported):
        window.work.export(path)
    lines = "\n".join(docx_lines(path))
    assert "Fish prices" in lines
    assert "Haddock cost more than ever" in lines
    assert window.work.undo() == "suggesting sections"
    assert names(window) == []


def test_what_the_person_did_stays(desk, qtbot) -> None:
    work = desk.work
    article = work.desk.articles[0]
    by_topic = names(desk)
    first = work.draft.sections[0]
    mine = edits.assign(
        work.draft,
        first.id,
        edits.pieces(article, work.desk.annotations[0], article.paragraphs[4].span),
    )
    mine = edits.set_wording(mine, mine.points_of(first.id)[0].id, "In my words.")
    work.edit(mine, "by hand")
    menu = desk.desk.sections.topics
    with qtbot.waitSignal(work.pages_made):
        menu.suggest.trigger()
    kept = [each for each in work.draft.points if by_hand(each)]
    assert {each.wording for each in kept} >= {"In my words."}
    assert names(desk)[0] == first.name
    assert "Afghanistan surveillance" not in names(desk)
    assert len({each.colour for each in work.draft.sections}) == len(work.draft.sections)
    assert work.undo() == "suggesting sections"
    assert names(desk) == by_topic


def test_an_article_on_one_subject_says_so(window, qtbot) -> None:
    opened(window, qtbot, ONE)
    with qtbot.waitSignal(window.work.told) as told:
        window.actions_["suggest"].trigger()
    assert "keeps to one subject" in told.args[0].text
    assert names(window) == []
    assert window.work.undo() is None


def test_without_an_article_there_is_nothing_to_suggest(window) -> None:
    assert not window.actions_["suggest"].isEnabled()
    assert not window.desk.sections.topics.button.isEnabled()

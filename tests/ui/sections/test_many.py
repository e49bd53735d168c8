"""Many points: what is folded, what is asked for, and how much a change costs."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.model import edits
from briefing.model.annotations import Annotations, Sentence
from briefing.model.article import Article, Paragraph, Role, SourceCard
from briefing.model.draft import Draft, Point, Section
from briefing.model.span import Source, Span
from briefing.ui.sections import SectionsPanel
from briefing.ui.sections.nodes import runs
from briefing.ui.sections.wrapping import text_height, wrapped

EACH, SECTIONS = 500, 6


def many(each: int = EACH) -> tuple[Article, Annotations, Draft]:
    """One sentence a paragraph; ``each`` points in every section."""
    dice = random.Random(2)
    words = ("the", "pilots", "of", "Vardeholm", "counted", "ships", "and", "cranes", "on", "quays")
    text = ""
    paragraphs: list[Paragraph] = []
    for number in range(each * SECTIONS):
        text += "\n\n" if text else ""
        said = " ".join(dice.choices(words, k=dice.randint(3, 40))) + "."
        span = Span(len(text), len(text) + len(said))
        paragraphs.append(Paragraph(f"p{number + 1}", Role.BODY, span, ""))
        text += said
    article = Article("d" * 12, "ships.txt", "d" * 64, text, tuple(paragraphs))
    sentences = tuple(
        Sentence(f"s{number}", each.id, each.span) for number, each in enumerate(paragraphs, 1)
    )
    draft = Draft(
        (article.id,),
        (SourceCard(),),
        sections=tuple(Section(f"s{n}", f"Section {n}", "#004A74") for n in range(SECTIONS)),
        points=tuple(
            Point(f"k{n + 1}", f"s{n // each}", Source(article.id, p.span), taken=False, cue="x")
            for n, p in enumerate(paragraphs)
        ),
    )
    return article, Annotations(article.id, sentences, (), ()), draft


class Owner:
    def __init__(self, each: int = EACH) -> None:
        self.article, self.annotations, self.draft = many(each)
        self.panel = SectionsPanel()
        self.panel.resize(340, 700)

    def show(self, draft: Draft) -> None:
        self.panel.set_draft(draft, (self.article,), (self.annotations,))
        QApplication.processEvents()

    def opened(self) -> list[str]:
        view, model = self.panel.view, self.panel.model
        return [
            each.id for each in model.sections() if view.isExpanded(model.section_index(each.id))
        ]

    def shown(self) -> dict[str, list[str]]:
        model = self.panel.model
        return {each.id: [p.id for p in model.points_of(each.id)] for each in model.sections()}


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[Owner]:
    made = Owner()
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.show(made.draft)
    return made


def test_few_points_are_unfolded(qtbot: QtBot) -> None:
    few = Owner(each=20)
    qtbot.addWidget(few.panel)
    few.show(few.draft)
    assert few.opened() == [each.id for each in few.draft.sections]


def test_many_points_are_folded_so_that_the_sections_are_seen(owner: Owner) -> None:
    assert owner.opened() == []
    owner.panel.view.expand(owner.panel.model.section_index("s2"))
    owner.show(edits.take_points(owner.draft, {"k1", "k1200"}, True))
    assert owner.opened() == ["s2"]  # what the person unfolded stays so


def test_a_point_that_is_folded_away_is_revealed(owner: Owner) -> None:
    owner.panel.reveal("k1250")
    view, index = owner.panel.view, owner.panel.model.point_index("k1250")
    assert view.currentIndex() == index
    assert view.viewport().rect().intersects(view.visualRect(index))
    assert owner.opened() == ["s2"]


def test_a_section_that_comes_with_many_points_is_folded(owner: Owner) -> None:
    other = replace(
        owner.draft,
        sections=(*owner.draft.sections, Section("new", "New", "#004A74")),
        points=(
            *owner.draft.points,
            *(
                replace(each, id=f"k{9000 + n}", section="new")
                for n, each in enumerate(owner.draft.points[:200])
            ),
        ),
    )
    owner.show(other)
    assert len(owner.shown()["new"]) == 200
    assert owner.opened() == []


def test_rows_that_come_and_go_side_by_side_are_one_change(owner: Owner) -> None:
    told: list[tuple[str, int, int]] = []
    model = owner.panel.model

    def hear(kind: str):
        return lambda _parent, first, last: told.append((kind, first, last))

    model.rowsInserted.connect(hear("in"))
    model.rowsRemoved.connect(hear("out"))
    gone = {f"k{n}" for n in (*range(11, 21), *range(101, 151))}
    fewer = replace(
        owner.draft, points=tuple(each for each in owner.draft.points if each.id not in gone)
    )
    owner.show(fewer)
    assert told == [("out", 100, 149), ("out", 10, 19)]
    told.clear()
    owner.show(owner.draft)
    assert told == [("in", 10, 19), ("in", 100, 149)]
    assert owner.shown()["s0"] == [each.id for each in owner.draft.points_of("s0")]


def test_rows_that_change_side_by_side_are_one_change(owner: Owner) -> None:
    told: list[tuple[QModelIndex, QModelIndex]] = []
    owner.panel.model.dataChanged.connect(lambda first, last, *_: told.append((first, last)))
    owner.show(edits.take_points(owner.draft, {f"k{n}" for n in (*range(5, 9), 20)}, True))
    of_points = [(a.row(), b.row()) for a, b in told if a.parent().isValid()]
    assert of_points == [(4, 7), (19, 19)]


def test_any_of_many_drafts_follows_any_other(owner: Owner) -> None:
    dice = random.Random(4)
    for _ in range(8):
        sections = dice.sample(owner.draft.sections, dice.randint(1, SECTIONS))
        points = [
            replace(each, section=dice.choice(sections).id)
            for each in dice.sample(owner.draft.points, dice.randint(0, 300))
        ]
        wanted = replace(owner.draft, sections=tuple(sections), points=tuple(points))
        owner.show(wanted)
        assert owner.shown() == {
            each.id: [p.id for p in wanted.points_of(each.id)] for each in sections
        }


def test_what_is_folded_is_not_looked_up(owner: Owner) -> None:
    asked: list[Span] = []
    text_of = Article.text_of

    class Watched(Article):
        __slots__ = ()

        def text_of(self, part: Span | Paragraph) -> str:
            asked.append(part if isinstance(part, Span) else part.span)
            return text_of(self, part)

    a = owner.article
    watched = Watched(a.id, a.name, a.sha256, a.text, a.paragraphs)
    owner.panel.set_draft(owner.draft, (watched,), (owner.annotations,))
    QApplication.processEvents()
    assert asked == []
    owner.panel.view.expand(owner.panel.model.section_index("s1"))
    QApplication.processEvents()
    assert {each.start for each in asked} == {
        each.source.span.start for each in owner.draft.points_of("s1")
    }


def test_runs_are_what_follows_without_a_gap() -> None:
    assert list(runs([])) == []
    assert list(runs([4])) == [(4, 4)]
    assert list(runs([0, 1, 2, 5, 7, 8])) == [(0, 2), (5, 5), (7, 8)]


def test_a_click_costs_little(owner: Owner) -> None:
    """A loose bound that laying out every row again breaks."""
    owner.panel.view.expandAll()
    QApplication.processEvents()
    start = time.thread_time()
    for number in range(10):
        owner.show(edits.take_points(owner.draft, {f"k{number * 200 + 1}"}, True))
    assert (time.thread_time() - start) / 10 < 0.15


# Heights


TEXTS = (
    "x", "A few words.", "word " * 12, "word " * 30, "word " * 400, "x" * 200, "x" * 3000,
    "The chiefs met 🚢🚢 in Tallinn. They spoke of the strait and its smugglers for two hours.",
    "Паром пойдёт в мае, " * 6, "שר החוץ " * 9, "漢字仮名" * 30, "a\N{NO-BREAK SPACE}b " * 30, "",
    "In Port-Salis, semi-automatic cranes/lifts were out-of-order; re-opening: mid-September 2031.",
)  # fmt: skip


@pytest.mark.parametrize("size", [8.0, 10.0, 13.5])
def test_a_height_is_that_of_the_lines(qapp: QApplication, size: float) -> None:
    """Whether it was guessed from the width or laid out; at any width."""
    font = QFont(qapp.font())
    font.setPointSizeF(size)
    dice = random.Random(3)
    words = "".join(many(10)[0].text).split()
    texts = [*TEXTS, *(" ".join(dice.choices(words, k=k)) for k in range(1, 60))]
    for text in texts:
        for width in (40, 95, dice.randint(60, 400), 270, 700):
            assert text_height(text, font, width) == wrapped(text, font, width).height, (
                text,
                width,
            )


def test_lines_that_are_just_full(qapp: QApplication) -> None:
    """The space between two lines is no reason for a third one."""
    advance = QFontMetricsF(qapp.font()).horizontalAdvance
    for line in ("ships and cranes", "the quays of Vardeholm were full", "i i i i i i i i i i"):
        for count in (1, 2, 3, 4):
            text = " ".join([line] * count)
            for more in range(4):
                width = math.ceil(advance(line)) + more
                wanted = wrapped(text, qapp.font(), width)
                assert text_height(text, qapp.font(), width) == wanted.height, (text, more)


def test_most_heights_need_no_layout(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    from briefing.ui.sections import wrapping

    laid_out: list[str] = []
    lay_out = wrapping._lay_out
    monkeypatch.setattr(
        wrapping, "_lay_out", lambda text, *rest: (laid_out.append(text), lay_out(text, *rest))[1]
    )
    for text in ("One short line, 1.", "A line that is too long for three, 1. " * 9):
        text_height(text, qapp.font(), 300)
    assert [each for each in laid_out if each != "x"] == []


def test_rows_of_another_width_or_wording_are_measured_anew(owner: Owner, qtbot: QtBot) -> None:
    view, model = owner.panel.view, owner.panel.model
    view.expand(model.section_index("s0"))
    QApplication.processEvents()
    id = max(owner.draft.points_of("s0"), key=lambda each: len(each.source.span)).id

    def height() -> int:
        return view.visualRect(model.point_index(id)).height()

    before = height()
    owner.show(edits.set_wording(owner.draft, id, "Short."))
    assert height() < before
    owner.show(owner.draft)
    assert height() == before
    owner.panel.resize(1400, 700)
    qtbot.waitUntil(lambda: height() < before)

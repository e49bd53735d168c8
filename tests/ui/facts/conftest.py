"""The window with the sample open, and facts in it that were put there by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QModelIndex, Qt, QTimer
from window_steps import LEFT, dress

from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import Article
from briefing.model.corrections import Fact, List
from briefing.model.facts import (
    DateExpression,
    DateKind,
    Entity,
    EntityKind,
    Gap,
    GapKind,
    Mention,
    Quotation,
)
from briefing.model.span import Source, Span
from briefing.project import Project
from briefing.session import Session
from briefing.settings import Settings
from briefing.ui.facts.panel import FactsPanel
from briefing.ui.facts.rows import FactRow
from briefing.ui.window import Window

_CONTROL = Qt.KeyboardModifier.ControlModifier
PERSON, ORGANISATION, PLACE = EntityKind
ENTITIES = (
    (PERSON, "Adam Harlow", ("General Adam Harlow, chairman", "for Harlow"),
     "chairman of the Joint Chiefs of Staff"),
    (PERSON, "Viktor Sorokin", ("General Viktor Sorokin, chief",),
     "chief of the Russian General Staff"),
    (PERSON, "Ruth Ansel", ("Colonel Ruth Ansel",), "spokeswoman for Harlow"),
    (ORGANISATION, "Pentagon", ("the Pentagon",), None),
    (ORGANISATION, "al-Qaeda", ("al-Qaeda", "Al-Qaeda"), None),
    (PLACE, "Helsinki", ("Helsinki",), None),
    (PLACE, "Afghanistan", ("Afghanistan", "left Afghanistan"), None),
    (PLACE, "Kremlin", ("the Kremlin", "The Kremlin"), None),
)  # fmt: skip
"""Kind, name, the words of each mention, role."""
DATES = (
    ("on Wednesday", DateKind.POINT, "2021-09-22", "reckoned from 23 September 2021", ""),
    ("almost two years", DateKind.DURATION, "P2Y", "a number and a unit",
     "does not fit “since 2019”"),
    ("last month", DateKind.POINT, "2021-08", "“last” before “month”", ""),
    ("twenty years ago", DateKind.POINT, "2001", "“ago” after a duration", ""),
    ("In spring", DateKind.POINT, None, "a season", ""),
)  # fmt: skip
QUOTED = "Talks like these keep a misunderstanding from turning into an accident"
HORIZON = "over\nthe horizon"
UNSOURCED = "some 100,000 soldiers"


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def facts_of(article: Article, found: Annotations) -> Annotations:
    """``found`` with the facts above in place of its own."""
    text = article.text
    entities = [
        Entity(
            kind,
            name,
            tuple(
                Mention(place(text, words), "in full" if number == 0 else "a part of the name")
                for number, words in enumerate(mentions)
            ),
            f"“{mentions[0]}”",
            role,
        )
        for kind, name, mentions, role in ENTITIES
    ]
    dates = [
        DateExpression(place(text, words), kind, value, cue, doubt)
        for words, kind, value, cue, doubt in DATES
    ]
    quotations = (
        Quotation(place(text, QUOTED), "p4", "Ruth Ansel", "“said Colonel Ruth Ansel”",
                  "spokeswoman for Harlow"),
        Quotation(place(text, "the horizon"), "p8", None, "quotation marks",
                  candidates=("Harlow", "Sorokin")),
    )  # fmt: skip
    claims = [
        replace(each, kind=ClaimKind.INFERENCE, speaker=None, cue="“may”", strength="possible")
        if "may also" in article.text_of(found.sentence(each.sentence).span)
        else replace(each, kind=ClaimKind.REPORTED, speaker=None, cue=None, strength="")
        for each in found.claims
    ]
    gaps = (
        Gap(GapKind.NO_DATE, "When was it published?", (), "the source card"),
        Gap(GapKind.NO_SOURCE, "Who counted the 100,000 soldiers?", (place(text, UNSOURCED),),
            "a number without a source"),
        Gap(GapKind.WITHHELD, "What was on the agenda?",
            (place(text, "She would not be drawn"),), "“would not be drawn”"),
    )  # fmt: skip
    return replace(
        found,
        entities=tuple(sorted(entities, key=lambda each: each.first)),
        dates=tuple(sorted(dates, key=lambda each: each.span)),
        quotations=quotations,
        claims=tuple(claims),
        gaps=gaps,
    )


@dataclass
class Steps:
    """What a person does in the panel."""

    window: Window
    bot: object
    said: list[str]

    @property
    def panel(self) -> FactsPanel:
        return self.window.desk.facts

    @property
    def draft(self):
        return self.window.work.draft

    @property
    def found(self) -> Annotations:
        return self.window.work.session.annotations(self.draft.articles[0])

    def entity(self, name: str) -> Entity | None:
        return next((each for each in self.found.entities if each.name == name), None)

    def names(self) -> list[str]:
        """Of the rows of the list, headings apart."""
        return [each.name for each in self.rows()]

    def rows(self) -> list[FactRow]:
        model = self.panel.model
        every = (model.row(each) for each in range(model.rowCount()))
        return [each for each in every if isinstance(each, FactRow)]

    def open(self, which: List) -> None:
        self.bot.mouseClick(self.panel.switch.segments[which], LEFT)

    def index(self, name: str):
        model = self.panel.model
        for each in range(model.rowCount()):
            row = model.row(each)
            if isinstance(row, FactRow) and name in row.name:
                return model.index(each)
        raise AssertionError(f"no row “{name}”, only {self.names()}")

    def click(self, name: str) -> None:
        """On the words of a row."""
        view, index = self.panel.view, self.index(name)
        view.scrollTo(index)
        self.bot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())

    def tick(self, name: str) -> None:
        view, index = self.panel.view, self.index(name)
        view.scrollTo(index)
        box = view.delegate.check_rect(view.visualRect(index), view.font())
        self.bot.mouseClick(view.viewport(), LEFT, pos=box.center())

    def row(self, fact: Fact) -> list[Source]:
        return [each.source for each in self.draft.rows if each.fact is fact]


@dataclass
class Opened:
    window: Window
    project: Project
    found: Annotations
    """What is put in place of what was found."""


@pytest.fixture(scope="module")
def opened(qapp, tmp_path_factory) -> Iterator[Opened]:
    """One window with the sample open, for all tests: to open it takes longer than they do."""
    with pytest.MonkeyPatch.context() as environment:
        home = tmp_path_factory.mktemp("home")
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
            environment.setenv(name, str(home / name.lower()))
        dress(qapp)
        window = Window(Settings())
        window.resize(1280, 800)
        window.show()
        loop, work = QEventLoop(), window.work
        for ended in (work.pages_made, work.pages_failed, work.told, work.tasks.crashed):
            ended.connect(loop.quit)
        QTimer.singleShot(20_000, loop.quit)
        window.welcome.sample_button.click()
        loop.exec()
        (article,) = window.work.desk.articles
        found = facts_of(article, window.work.session.annotations(article.id))
        yield Opened(window, window.work.session.project(), found)
        window._closing = True
        window.work.tasks.stop()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def facts(opened, qtbot) -> Steps:
    """The panel as it is after the article was opened; nothing is chosen in it yet."""
    window = opened.window
    window.work.begin(Session.opened(opened.project, (opened.found,), None))
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, "2", modifier=_CONTROL)
    steps = Steps(window, qtbot, [])
    window.desk.said.connect(steps.said.append)
    steps.panel.bar.kind_chosen.emit(None)
    steps.panel.show_list(List.PEOPLE)
    steps.panel.view.setCurrentIndex(QModelIndex())
    return steps

"""A small article with all kinds of sentences, a draft on it, and an owner for the panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_steps import dress

from briefing.model import edits
from briefing.model.annotations import Annotations, Claim, ClaimKind, Sentence
from briefing.model.article import Article, Paragraph, Role, SourceCard
from briefing.model.draft import Draft, Point, Section
from briefing.model.span import Source, Span
from briefing.ui import theme
from briefing.ui.sections import SectionEdit, SectionsPanel

LONG = (
    "Observers believe the ferry line could have been named in the talks, although neither side "
    "mentioned it and officials declined to answer questions about the line, which has run for "
    "twenty months and was criticised in both assemblies more than once during that time."
)
TEXTS: tuple[tuple[str, Role, ClaimKind, str | None], ...] = (
    ("The mayors before the talks. Photo: Harbour Desk", Role.CAPTION, ClaimKind.REPORTED, None),
    ("The mayors met on Tuesday.", Role.BODY, ClaimKind.REPORTED, None),
    ("“We have little time,” she said.", Role.BODY, ClaimKind.QUOTED, "Mayor Lind"),
    (LONG, Role.BODY, ClaimKind.INFERENCE, "Observers"),
    ("Паром пойдёт в мае.", Role.BODY, ClaimKind.ATTRIBUTED, "a clerk"),
)


def make_article(id: str = "aaaaaaaaaaaa") -> tuple[Article, Annotations]:
    """One sentence a paragraph."""
    text = "\n\n".join(each for each, *_ in TEXTS)
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    claims: list[Claim] = []
    for number, (words, role, kind, speaker) in enumerate(TEXTS, start=1):
        start = text.index(words)
        span = Span(start, start + len(words))
        paragraphs.append(Paragraph(f"p{number}", role, span, ""))
        sentences.append(Sentence(f"s{number}", f"p{number}", span))
        if role is Role.BODY:
            claims.append(Claim(f"s{number}", kind, speaker, None))
    return (
        Article(id, "ferry.txt", id * 5, text, tuple(paragraphs)),
        Annotations(id, tuple(sentences), (), tuple(claims)),
    )


def make_draft(article: Article) -> Draft:
    """Talks: a b c (b left out, c reworded); Ferry: d e; Other: nothing, left out."""
    sources = [Source(article.id, each.span) for each in article.paragraphs]
    return Draft(
        articles=(article.id,),
        cards=(SourceCard(),),
        sections=(
            Section("talks", "Talks", theme.SECTION_PALETTE[0], terms=("met",)),
            Section("ferry", "Ferry", theme.SECTION_PALETTE[1]),
            Section("other", "Other", theme.SECTION_PALETTE[2], taken=False),
        ),
        points=(
            Point("a", "talks", sources[0], cue="“talks”"),
            Point("b", "talks", sources[1], taken=False),
            Point("c", "talks", sources[2], wording="She is in a hurry."),
            Point("d", "ferry", sources[3]),
            Point("e", "ferry", sources[4]),
        ),
    )


@dataclass
class Owner:
    """Does to the draft what the panel wishes, as the window does."""

    panel: SectionsPanel
    draft: Draft
    articles: tuple[Article, ...]
    annotations: tuple[Annotations, ...]

    def show(self, draft: Draft) -> None:
        self.draft = draft
        self.panel.set_draft(draft, self.articles, self.annotations)

    def obey(self) -> None:
        panel = self.panel
        for signal, edit in (
            (panel.section_taken, edits.take_section),
            (panel.points_taken, edits.take_points),
            (panel.section_moved, edits.move_section),
            (panel.sections_merged, edits.merge_sections),
            (panel.section_removed, edits.remove_section),
            (panel.point_moved, edits.move_point),
            (panel.wording_edited, edits.set_wording),
        ):
            signal.connect(self._doing(edit))
        panel.point_taken.connect(
            lambda id, taken: self.show(edits.take_points(self.draft, (id,), taken))
        )
        panel.point_removed.connect(lambda id: self.show(edits.remove_points(self.draft, (id,))))
        panel.section_edited.connect(self._edit_section)
        panel.section_added.connect(
            lambda it, _: self.show(
                edits.add_section(self.draft, it.name, it.colour, it.terms, it.phrases)
            )
        )

    def order(self) -> dict[str, str]:
        """Ids of the points, joined, by section, as the panel shows them."""
        model = self.panel.model
        return {
            each.id: "".join(point.id for point in model.points_of(each.id))
            for each in model.sections()
        }

    def _doing(self, edit: Callable[..., Draft]) -> Callable[..., None]:
        def do(one: object, two: object = None, three: object = None) -> None:
            given = [one, two, three][: edit.__code__.co_argcount - 1]
            self.show(edit(self.draft, *given))

        return do

    def _edit_section(self, id: str, edit: SectionEdit) -> None:
        self.show(
            edits.edit_section(
                self.draft,
                id,
                name=edit.name,
                colour=edit.colour,
                terms=edit.terms,
                phrases=edit.phrases,
            )
        )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of each window that it is none."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Once: a change of style sheet makes Qt polish every widget again."""
    dress(qapp)


@pytest.fixture
def owner(qtbot: QtBot) -> Owner:
    """A shown panel with the draft, whose wishes are not obeyed yet."""
    panel = SectionsPanel()
    qtbot.addWidget(panel)
    panel.resize(330, 650)
    article, annotations = make_article()
    owner = Owner(panel, Draft(), (article,), (annotations,))
    owner.show(make_draft(article))
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    panel.view.setFocus()
    return owner


@pytest.fixture
def read() -> tuple[Article, Annotations]:
    return make_article()


@pytest.fixture
def draft(read: tuple[Article, Annotations]) -> Draft:
    return make_draft(read[0])

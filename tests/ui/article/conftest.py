"""An article of our own, with emoji before what is marked, so that a wrong unit shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_steps import dress

from briefing.model.annotations import Annotations, Sentence
from briefing.model.article import Article, Paragraph, Role, SourceCard
from briefing.model.draft import Draft, Point, Section
from briefing.model.span import Source, Span
from briefing.ui.article import ArticleView

PARAGRAPHS = (
    (Role.CAPTION, "Two admirals 🚢 on the quay. Lena Orav / Harbour Press"),
    (Role.BODY, "The chiefs met 🚢🚢 in Tallinn. They spoke of the strait and its smugglers."),
    (Role.RELATED, "Related article: What the strait means"),
    (Role.BODY, "Nobody gave details 😀. The coast guard looks for harbours."),
    (Role.HEADING, "The grounds"),
    (Role.BODY, "Trawlers gathered in May. They withdrew."),
    (Role.NOTICE, "Harbour Press is not responsible for opinions."),
)


def make_article() -> Article:
    text, paragraphs = "", []
    for number, (role, words) in enumerate(PARAGRAPHS, start=1):
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        paragraphs.append(Paragraph(f"p{number}", role, span, "" if role is Role.BODY else "a cue"))
        text += words
    return Article("a" * 12, "quay.txt", "a" * 64, text, tuple(paragraphs))


def make_annotations(article: Article) -> Annotations:
    found: list[Sentence] = []
    for paragraph in article.paragraphs:
        for match in re.finditer(r"\S[^.]*\.?", article.text_of(paragraph)):
            start = paragraph.span.start + match.start()
            span = Span(start, start + len(match[0])).trimmed(article.text)
            assert span is not None
            found.append(Sentence(f"s{len(found) + 1}", paragraph.id, span))
    return Annotations(article.id, tuple(found), (), ())


WEEKS = 500


def make_weeks() -> tuple[Article, Annotations]:
    """A long article: a heading before each tenth paragraph, a caption after it."""
    text = ""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []

    def add(role: Role, *words: str) -> None:
        nonlocal text
        text += "\n\n" if text else ""
        start = len(text)
        for each in words:
            text += " " if len(text) > start else ""
            span = Span(len(text), len(text) + len(each))
            sentences.append(Sentence(f"s{len(sentences) + 1}", f"p{len(paragraphs) + 1}", span))
            text += each
        span = Span(start, len(text))
        cue = "" if role is Role.BODY else "a cue"
        paragraphs.append(Paragraph(f"p{len(paragraphs) + 1}", role, span, cue))

    for week in range(1, WEEKS + 1):
        if week % 10 == 0:
            add(Role.HEADING, f"In week {week}")
        add(
            Role.BODY,
            f"Week {week} brought {week} ships 🚢 to the quay of Vardeholm.",
            "The pilots, who had been at sea for days, told nobody what they had seen. " * 4,
            f"That was week {week}.",
        )
        if week % 10 == 0:
            add(Role.CAPTION, f"The quay in week {week} 📷. Lena Orav / Harbour Press")
    return (
        Article("b" * 12, "weeks.txt", "b" * 64, text, tuple(paragraphs)),
        Annotations("b" * 12, tuple(sentences), (), ()),
    )


@dataclass
class Desk:
    """The view with what it shows, and where things are in it."""

    view: ArticleView
    article: Article
    annotations: Annotations
    draft: Draft

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))

    def source(self, words: str) -> Source:
        return Source(self.article.id, self.span(words))

    def qt(self, words: str) -> tuple[int, int]:
        """Where Qt's own search finds ``words``: no arithmetic of ours in it."""
        cursor = self.view.text.document().find(words)
        assert not cursor.isNull(), words
        return cursor.selectionStart(), cursor.selectionEnd()

    def point_in(self, words: str) -> QPoint:
        """The middle of the first letter of ``words``, in the viewport."""
        start, _ = self.qt(words)
        one = self.view.text.cursorRect(self.view.text.cursor_over(start, start))
        two = self.view.text.cursorRect(self.view.text.cursor_over(start + 1, start + 1))
        return QPoint((one.left() + two.left()) // 2 + 1, one.center().y())

    def select(self, words: str) -> None:
        self.view.text.setTextCursor(self.view.text.cursor_over(*self.qt(words)))

    def caret_in(self, words: str) -> None:
        start, _ = self.qt(words)
        self.view.text.setTextCursor(self.view.text.cursor_over(start + 2, start + 2))

    def show(self, draft: Draft) -> None:
        self.draft = draft
        self.view.set_marks(draft, self.annotations)
        QApplication.processEvents()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    dress(qapp)
    article = make_article()
    view = ArticleView()
    qtbot.addWidget(view)
    desk = Desk(view, article, make_annotations(article), Draft())
    view.resize(560, 700)
    view.set_article(article)
    sections = (
        Section("meeting", "Meeting", "#0072b2"),
        Section("watch", "Surveillance of the whole strait", "#d55e00"),
        Section("fish", "Fishing", "#00805c", taken=False),
    )
    points = (
        Point("q1", "meeting", desk.source("The chiefs met 🚢🚢 in Tallinn."), cue="“met”"),
        Point("q2", "meeting", desk.source("They spoke of the strait and its smugglers.")),
        Point("q3", "watch", desk.source("They spoke of the strait and its smugglers.")),
        Point("q4", "watch", desk.source("Nobody gave details 😀."), taken=False),
        Point("q5", "watch", desk.source("The coast guard looks for harbours.")),
        Point("q6", "fish", desk.source("Trawlers gathered in May.")),
    )
    desk.show(Draft((article.id,), (SourceCard(),), sections=sections, points=points))
    with qtbot.waitExposed(view):
        view.show()
    view.text.setFocus()
    return desk


@pytest.fixture
def weeks(qtbot: QtBot, qapp: QApplication) -> Desk:
    """A desk with an article so long that it is shown in parts."""
    dress(qapp)
    article, annotations = make_weeks()
    view = ArticleView()
    qtbot.addWidget(view)
    desk = Desk(view, article, annotations, Draft())
    view.resize(560, 500)
    view.set_article(article)
    sections = (Section("ships", "Ships", "#0072b2"), Section("talk", "Talk", "#d55e00"))
    points = tuple(
        Point(
            f"q{week}", "ships", desk.source(f"Week {week} brought {week} ships 🚢"), cue="“ships”"
        )
        for week in range(1, WEEKS + 1, 7)
    )
    desk.show(Draft((article.id,), (SourceCard(),), sections=sections, points=points))
    with qtbot.waitExposed(view):
        view.show()
    view.text.setFocus()
    return desk

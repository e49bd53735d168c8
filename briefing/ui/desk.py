"""The three panes around one draft: what is done in one shows in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from briefing import topicsets
from briefing.errors import BriefingError, FieldMissing
from briefing.model import edits
from briefing.model.article import Article, SourceCard
from briefing.model.draft import Draft
from briefing.model.span import Source
from briefing.model.template import SOURCE_FIELDS, Field, FieldType
from briefing.model.topic import TopicSet
from briefing.ui import theme
from briefing.ui.article.tabs import ArticleTabs
from briefing.ui.article.view import ArticleView
from briefing.ui.form import DetailsForm
from briefing.ui.middle import MiddlePane
from briefing.ui.picking import Picking
from briefing.ui.preview import Preview
from briefing.ui.revising import Revising
from briefing.ui.sections.panel import SectionsPanel
from briefing.ui.work import Pages, Work

if TYPE_CHECKING:
    from briefing.model.annotations import Annotations
    from briefing.ui.facts.panel import FactsPanel


_REST_MS = 1000
"""When the rest of what can be chosen is read: what is found in the first article comes first."""


class Desk(QSplitter):
    said = Signal(str)
    """A short word about what was just done, for the status bar."""
    article_changed = Signal()
    """Another article is in view."""

    def __init__(self, work: Work, revising: Revising, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._work = work
        self._current = ""
        self._picks: tuple[object, ...] | None = None
        """What the article's pane and the middle one show."""
        self._all_sets = False
        """Whether every topic set was read."""
        self.setObjectName("desk")
        self.setChildrenCollapsible(False)

        self.tabs = ArticleTabs()
        self.article = ArticleView()
        self.sections = SectionsPanel()
        self._facts: FactsPanel | None = None
        self.form = DetailsForm()
        self.preview = Preview()
        self.form.set_template(work.template)

        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.setObjectName("right")
        self.right.setChildrenCollapsible(False)
        self.right.setMinimumWidth(240)
        self.right.addWidget(_titled("Details", self.form))
        self.right.addWidget(self.preview)
        self.right.setStretchFactor(0, 1)
        self.right.setStretchFactor(1, 1)
        self.right.setSizes([350, 340])
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.article, 1)
        self.middle = MiddlePane({"Sections": lambda: self.sections, "Facts": lambda: self.facts})
        self.middle.show_pages()  # without an owner the sections would outlive the window
        self.searching = self.middle.searching
        for pane, stretch in ((left, 5), (self.middle, 3), (self.right, 5)):
            self.addWidget(pane)
            self.setStretchFactor(self.count() - 1, stretch)
        self.setSizes([480, 340, 460])
        self.picking = Picking(work, revising, self.article, self.sections)
        self._connect()

    @property
    def current(self) -> str:
        """Id of the article in view; empty for none."""
        return self._current if self._current in self._work.draft.articles else ""

    @property
    def facts(self) -> FactsPanel:
        """Made when somebody first looks at it: until then it would only cost time."""
        if self._facts is None:
            from briefing.ui.correcting import Correcting
            from briefing.ui.facts.details import FIELDS
            from briefing.ui.facts.panel import FactsPanel

            made = self._facts = FactsPanel()
            Correcting(self._work, made, self.picking).said.connect(self.said)
            made.place_clicked.connect(self._reveal)
            made.place_hovered.connect(self._emphasise_source)
            made.field_wished.connect(
                lambda id, field: self.go_to(FieldMissing(field, FIELDS[field], id))
            )
            desk = self._work.desk
            made.set_work(desk.draft, desk.articles, desk.annotations)
        return self._facts

    # ------------------------------------------------------------ showing

    def show_work(self) -> None:
        """Show the present draft in every pane."""
        desk = self._work.desk
        draft = desk.draft
        self._show_tabs(desk.articles)
        self.picking.current = self._current
        article = next((each for each in desk.articles if each.id == self._current), None)
        picks = (
            *(article, draft.articles, draft.sections, draft.points, draft.topic_set),
            *(draft.corrections, draft.rows, *map(_Same, desk.annotations)),
        )
        if picks != self._picks:  # typing in the form leaves them as they are
            self._picks = picks
            self.article.set_article(article)
            if article is not None:
                self.article.set_marks(draft, self._work.session.annotations(article.id))
            self.sections.set_draft(
                draft if desk.articles else None, desk.articles, desk.annotations
            )
            self._show_topic_sets()
            self._show_facts(draft, desk.articles, desk.annotations)
        self.middle.show_pages()
        self.form.set_template(self._work.template)
        self.form.set_draft(draft, article)
        self.form.setEnabled(True)

    def _show_topic_sets(self) -> None:
        """All of them; at first the one in use, for the paint would wait while all are read."""
        draft = self._work.draft
        if not self._all_sets and self._work.session.unfinished:
            QTimer.singleShot(_REST_MS, self, self._show_all_topic_sets)
            self.sections.set_topic_sets(_set_in_use(draft), draft.topic_set)
        else:
            self._show_all_topic_sets()

    def _show_all_topic_sets(self) -> None:
        self._all_sets = True
        self.sections.set_topic_sets(topicsets.available(), self._work.draft.topic_set)

    def _show_anew(self) -> None:
        self._picks = None
        self.show_work()

    def show_reading(self, article: Article) -> None:
        """Show what was just read, while its sections are looked for."""
        self._picks = None
        self.article.set_article(article)
        self._show_tabs(())
        self.sections.set_draft(None, (), ())
        self._show_facts(Draft(), (), ())
        self.middle.show_searching()
        self.form.set_template(self._work.template)
        self.form.set_draft(self._work.draft, None)
        self.form.setEnabled(False)  # what is typed belongs to an article on the desk
        self.preview.show_message("The pages follow.")

    def _show_facts(
        self, draft: Draft, articles: tuple[Article, ...], found: tuple[Annotations, ...]
    ) -> None:
        """In the panel, once there is one, and on its tab."""
        if any(each.complete for each in found):
            from briefing.ui.facts.lists import summary  # late: sections come first

            self.middle.show_count(1, *summary(found))
        else:
            self.middle.show_count(1, 0)
        if self._facts is not None:
            self._facts.set_work(draft, articles, found)

    def show_pages(self, pages: Pages) -> None:
        self.preview.show_pdf(pages.pdf)

    def _show_tabs(self, articles: tuple[Article, ...]) -> None:
        ids = [self.tabs.tabData(index) for index in range(self.tabs.count())]
        wanted = [each.id for each in articles]
        new = [each for each in wanted if each not in ids]
        if ids and new and len(wanted) > len(ids):
            self._current = new[0]
        elif self._current not in wanted:  # show what has taken its place
            same_desk = any(each in ids for each in wanted)
            place = ids.index(self._current) if same_desk and self._current in ids else 0
            self._current = wanted[min(place, len(wanted) - 1)] if wanted else ""
        if ids != wanted:
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for number, each in enumerate(articles, 1):
                index = self.tabs.addTab(f"{number}  {each.name}")
                self.tabs.setTabData(index, each.id)
                self.tabs.setTabToolTip(index, each.name)
            self.tabs.blockSignals(False)
        if self._current:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(wanted.index(self._current))
            self.tabs.blockSignals(False)
        self.tabs.setVisible(len(wanted) > 1)

    def _show_article(self, index: int) -> None:
        self._current = self.tabs.tabData(index) or ""
        self.show_work()
        self.article_changed.emit()

    def is_at(self, gap: FieldMissing) -> bool:
        """Whether the cursor is in the field that is missing."""
        here = not gap.article or gap.article == self._current
        return here and self.form.editors[gap.field].editor.hasFocus()

    def go_to(self, gap: FieldMissing) -> None:
        """Put the cursor into a field that is missing, with its article in view."""
        if gap.article and gap.article != self._current:
            self._current = gap.article
            self.show_work()
            self.article_changed.emit()
        self.form.focus_field(gap.field)

    def _reveal(self, source: Source) -> None:
        if source.article != self._current:
            self._current = source.article
            self.show_work()
            self.article_changed.emit()
        self.article.reveal(source)

    # ------------------------------------------------------------ wiring

    def _connect(self) -> None:
        article, sections, form = self.article, self.sections, self.form
        self.tabs.currentChanged.connect(self._show_article)
        self.tabs.tabCloseRequested.connect(self._close_article)

        article.point_hovered.connect(sections.emphasise)
        sections.point_hovered.connect(self._emphasise)
        sections.point_clicked.connect(self._reveal_point)
        self.picking.said.connect(self.said)
        form.said.connect(self.said)
        self.picking.topics_saved.connect(self._show_anew)

        form.field_edited.connect(
            lambda id, text: self._work.edit(
                edits.set_field(self._work.draft, id, text),
                _filling(self._work.template.field(id)),
                _word(id, text),
            )
        )
        form.card_edited.connect(self._set_card)
        form.field_left.connect(lambda: self._work.session.end_merge())

    def _set_card(self, id: str, card: SourceCard) -> None:
        draft = self._work.draft
        before = draft.card(id)
        changed = [each for each in SOURCE_FIELDS if card.value(each.id) != before.value(each.id)]
        field = changed[0] if changed else None
        key = f"card {id} {field.id if field else ''}"
        self._work.edit(edits.set_card(draft, id, card), _filling(field), key)

    def finish_editing(self) -> None:
        """Take over what is still being typed, before it is saved, exported or closed."""
        self.sections.commit()
        if self._facts is not None:
            self._facts.commit()

    # ------------------------------------------------------------ back and forth

    def _emphasise(self, id: str) -> None:
        point = self._work.draft.point(id)
        self._emphasise_source(point.source if point else None)

    def _emphasise_source(self, source: Source | None) -> None:
        shown = source is not None and source.article == self._current
        self.article.emphasise(source if shown else None)

    def _reveal_point(self, id: str) -> None:
        if point := self._work.draft.point(id):
            self._reveal(point.source)

    def _close_article(self, index: int) -> None:
        id = self.tabs.tabData(index)
        self._work.edit(edits.remove_article(self._work.draft, id), "closing an article")
        self.said.emit("The article is closed, its points with it. Ctrl+Z takes it back.")


class _Same:
    """Equal to itself alone: to compare all that was found in long articles takes long."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._value is self._value

    __hash__ = None  # type: ignore[assignment]


def _set_in_use(draft: Draft) -> tuple[TopicSet, ...]:
    try:
        return (topicsets.get(draft.topic_set),) if draft.topic_set else ()
    except BriefingError:
        return ()  # it is told of where it was to be used


def _filling(field: Field | None) -> str:
    """What undo takes back; of a choice nothing was typed."""
    if field is None:
        return "typing"
    chosen = field.type in (FieldType.CHOICE, FieldType.MARKING)
    return f"{'choosing' if chosen else 'typing in'} “{field.label}”"


def _word(field: str, text: str) -> str:
    """Undo takes back what was typed word by word."""
    return f"{field}, word {len(text.split())}"


def _titled(title: str, content: QWidget) -> QWidget:
    pane = QWidget()
    label = QLabel(title)
    label.setProperty("heading", True)
    label.setContentsMargins(theme.MARGIN, 7, theme.MARGIN, 5)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label)
    column.addWidget(content, 1)
    return pane

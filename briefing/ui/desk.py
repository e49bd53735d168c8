"""The three panes around one draft: what is done in one shows in the others."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTabBar, QVBoxLayout, QWidget

from briefing import topicsets
from briefing.errors import BriefingError, FieldMissing
from briefing.messages import describe
from briefing.model import edits, findings
from briefing.model.article import Article
from briefing.model.draft import Draft, Point
from briefing.model.span import Source, Span
from briefing.model.topic import TopicSet
from briefing.ui import theme
from briefing.ui.article.view import ArticleView
from briefing.ui.form import DetailsForm
from briefing.ui.preview import Preview
from briefing.ui.sections.panel import SectionsPanel
from briefing.ui.sections.words import SectionEdit
from briefing.ui.work import Message, Pages, Work


class Desk(QSplitter):
    said = Signal(str)
    """A short word about what was just done, for the status bar."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._work = work
        self._current = ""
        """Id of the article in view."""
        self._clicked: Draft | None = None
        """The draft that the last click on a sentence made."""
        self._picks: tuple[object, ...] | None = None
        """What the article's pane and the sections' show."""
        self.setObjectName("desk")
        self.setChildrenCollapsible(False)

        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Articles")
        self.tabs.setExpanding(False)
        self.tabs.setTabsClosable(True)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.article = ArticleView()
        self.sections = SectionsPanel()
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
        for pane, stretch in ((left, 5), (self.sections, 3), (self.right, 5)):
            self.addWidget(pane)
            self.setStretchFactor(self.count() - 1, stretch)
        self.setSizes([480, 340, 460])
        self._connect()

    # ------------------------------------------------------------ showing

    def show_work(self) -> None:
        """Show the present draft in every pane."""
        desk = self._work.desk
        draft = desk.draft
        self._show_tabs(desk.articles)
        article = next((each for each in desk.articles if each.id == self._current), None)
        picks = (self._current, draft.articles, draft.sections, draft.points, draft.topic_set)
        if picks != self._picks:  # typing in the form leaves them as they are
            self._picks = picks
            self.article.set_article(article)
            if article is not None:
                self.article.set_marks(draft, self._work.session.annotations(article.id))
            self.sections.set_draft(
                draft if desk.articles else None, desk.articles, desk.annotations
            )
            self.sections.set_topic_sets(topicsets.available(), draft.topic_set)
        self.form.set_template(self._work.template)
        self.form.set_draft(draft, article)

    def show_reading(self, article: Article) -> None:
        """Show what was just read, while its sections are looked for."""
        self._picks = None
        self.article.set_article(article)

    def show_pages(self, pages: Pages) -> None:
        self.preview.show_pdf(pages.pdf)

    def _show_tabs(self, articles: tuple[Article, ...]) -> None:
        ids = [self.tabs.tabData(index) for index in range(self.tabs.count())]
        wanted = [each.id for each in articles]
        if self._current not in wanted:
            self._current = wanted[-1] if wanted else ""
        elif len(wanted) > len(ids) > 0:
            self._current = wanted[-1]
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

    def is_at(self, gap: FieldMissing) -> bool:
        """Whether the cursor is in the field that is missing."""
        here = not gap.article or gap.article == self._current
        return here and self.form.editors[gap.field].editor.hasFocus()

    def go_to(self, gap: FieldMissing) -> None:
        """Put the cursor into a field that is missing, with its article in view."""
        if gap.article and gap.article != self._current:
            self._current = gap.article
            self.show_work()
        self.form.focus_field(gap.field)

    def _reveal(self, source: Source) -> None:
        if source.article != self._current:
            self._current = source.article
            self.show_work()
        self.article.reveal(source)

    # ------------------------------------------------------------ wiring

    def _connect(self) -> None:
        article, sections, form = self.article, self.sections, self.form
        self.tabs.currentChanged.connect(self._show_article)
        self.tabs.tabCloseRequested.connect(self._close_article)

        article.point_clicked.connect(self._toggle_points)
        article.click_withdrawn.connect(self._withdraw_click)
        article.section_clicked.connect(self._toggle_section)
        article.point_hovered.connect(sections.emphasise)
        article.assign_requested.connect(self._assign)
        article.unassign_requested.connect(self._unassign)
        article.new_section_requested.connect(sections.ask_new)

        sections.point_hovered.connect(self._emphasise)
        sections.point_clicked.connect(self._reveal_point)
        sections.section_taken.connect(
            lambda id, on: self._edit(edits.take_section(self._draft, id, on), "picking a section")
        )
        sections.point_taken.connect(lambda id, on: self._take({id}, on))
        sections.points_taken.connect(lambda ids, on: self._take(set(ids), on))
        sections.section_added.connect(self._add_section)
        sections.section_edited.connect(self._edit_section)
        sections.section_moved.connect(
            lambda id, index: self._edit(
                edits.move_section(self._draft, id, index), "moving a section"
            )
        )
        sections.sections_merged.connect(
            lambda id, into: self._edit(
                edits.merge_sections(self._draft, id, into), "merging sections"
            )
        )
        sections.section_removed.connect(
            lambda id: self._edit(edits.remove_section(self._draft, id), "removing a section")
        )
        sections.point_moved.connect(
            lambda id, section, index: self._edit(
                edits.move_point(self._draft, id, section, index), "moving a point"
            )
        )
        sections.wording_edited.connect(
            lambda id, text: self._edit(edits.set_wording(self._draft, id, text), "rewording")
        )
        sections.point_removed.connect(
            lambda id: self._edit(edits.remove_points(self._draft, {id}), "removing a point")
        )
        sections.topic_set_chosen.connect(self._work.choose_topic_set)
        sections.topic_set_save_requested.connect(self._save_topic_set)
        sections.detect_requested.connect(self._work.look_again)

        form.field_edited.connect(
            lambda id, text: self._work.edit(
                edits.set_field(self._draft, id, text), "typing", _word(id, text)
            )
        )
        form.card_edited.connect(
            lambda id, card: self._work.edit(
                edits.set_card(self._draft, id, card), "typing", f"card {id}"
            )
        )
        form.field_left.connect(lambda: self._work.session.end_merge())

    def finish_editing(self) -> None:
        """Take over what is still being typed, before it is saved, exported or closed."""
        self.sections.commit()

    @property
    def _draft(self) -> Draft:
        return self._work.draft

    def _edit(self, draft: Draft, label: str) -> None:
        """Apply an edit and say so: undo is what makes quick clicks safe."""
        if draft != self._draft:
            self._work.edit(draft, label)
            self.said.emit(f"Done: {label}. Ctrl+Z takes it back.")

    # ------------------------------------------------------------ picking

    def _take(self, ids: set[str], taken: bool) -> None:
        label = "taking a sentence" if taken else "leaving out a sentence"
        self._edit(edits.take_points(self._draft, ids, taken), label)

    def _toggle_points(self, ids: list[str]) -> None:
        before = self._draft
        self._toggle(ids)
        self._clicked = self._draft if self._draft != before else None

    def _withdraw_click(self) -> None:
        if self._draft is self._clicked:
            self._work.undo()

    def _toggle(self, ids: list[str]) -> None:
        """A click on sentences. Taken anywhere, they are left out; else each is taken once."""
        draft = self._draft
        points = [each for id in ids if (each := draft.point(id))]
        if not points:
            return
        on = {each.id for each in draft.sections if each.taken}
        if shown := {each.id for each in points if each.taken and each.section in on}:
            self._take(shown, False)
            self.sections.reveal(points[0].id)
            return
        first: dict[Source, Point] = {}
        for each in sorted(points, key=lambda each: each.section not in on):
            first.setdefault(each.source, each)
        for each in first.values():
            draft = edits.take_sentence(draft, each.id)
        self._edit(draft, "taking a sentence" if len(first) == 1 else "taking sentences")
        self.sections.reveal(points[0].id)

    def _toggle_section(self, id: str) -> None:
        if section := self._draft.section(id):
            draft = edits.take_section(self._draft, id, not section.taken)
            self._edit(draft, "leaving out a section" if section.taken else "taking a section")

    def _assign(self, span: Span, section: str) -> None:
        """Give words to a section; the very words of its points are taken out of it again."""
        sources, name = self._sources(span), self._name(section)
        if not sources:
            return
        if not edits.holds(self._draft, section, sources):
            self._edit(edits.assign(self._draft, section, sources), f"giving words to “{name}”")
        elif {each.source for each in self._draft.points_of(section)} >= set(sources):
            self._edit(
                edits.unassign(self._draft, section, sources), f"taking words out of “{name}”"
            )
        else:
            self.said.emit(f"“{name}” has these words already, in a longer point.")

    def _unassign(self, span: Span, section: str) -> None:
        draft = edits.unassign(self._draft, section, self._sources(span))
        self._edit(draft, f"taking words out of “{self._name(section)}”")

    def _add_section(self, edit: SectionEdit, span: Span | None) -> None:
        draft = self._draft
        id = edits.new_section_id(draft, edit.name)
        draft = edits.add_section(draft, edit.name, edit.colour, edit.terms, edit.phrases)
        if span is not None:
            draft = edits.assign(draft, id, self._sources(span))
        self._edit(draft, "adding a section")

    def _sources(self, span: Span) -> tuple[Source, ...]:
        session = self._work.session
        if not self._current:
            return ()
        return edits.pieces(
            session.article(self._current), session.annotations(self._current), span
        )

    def _name(self, section: str) -> str:
        found = self._draft.section(section)
        return found.name if found else section

    # ------------------------------------------------------------ back and forth

    def _emphasise(self, id: str) -> None:
        point = self._draft.point(id)
        shown = point is not None and point.source.article == self._current
        self.article.emphasise(point.source if point and shown else None)

    def _reveal_point(self, id: str) -> None:
        if point := self._draft.point(id):
            self._reveal(point.source)

    # ------------------------------------------------------------ sections and topics

    def _edit_section(self, id: str, edit: SectionEdit) -> None:
        draft = edits.edit_section(
            self._draft,
            id,
            name=edit.name,
            colour=edit.colour,
            terms=edit.terms,
            phrases=edit.phrases,
        )
        self._edit(draft, "changing a section")

    def _save_topic_set(self, name: str) -> None:
        topics = tuple(findings.topic_of(each) for each in self._draft.sections)
        wordless = [each.name for each in topics if not (each.terms or each.phrases)]
        if wordless:
            self._work.told.emit(
                Message(
                    "warning",
                    f"The topics are not saved yet: {', '.join(wordless)} has no words to look "
                    "for. Edit the section (F2), give it some, and save again.",
                )
            )
            return
        made = TopicSet(edits.slug(name), name, "Saved from a briefing.", topics)
        try:
            path = topicsets.save(made)
        except BriefingError as error:
            self._work.told.emit(Message("error", describe(error)))
            return
        draft = replace(self._draft, topic_set=made.id)
        self._work.edit(draft, "saving a topic set")
        self.show_work()
        self._work.told.emit(Message("good", f"The topic set “{name}” is saved in {path}."))

    def _close_article(self, index: int) -> None:
        id = self.tabs.tabData(index)
        self._edit(edits.remove_article(self._draft, id), "closing an article")


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

"""The sections panel: shows the Draft's sections and points, and announces what is wished.

It owns no data. After a signal the owner makes a new Draft and calls ``set_draft``; until then
the panel shows what it showed.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.model.span import Span
from briefing.model.topic import TopicSet
from briefing.ui import theme
from briefing.ui.icons import icon
from briefing.ui.pieces import rule
from briefing.ui.sections import rows
from briefing.ui.sections.commands import Commands
from briefing.ui.sections.count_label import CountLabel
from briefing.ui.sections.dialog import SectionDialog
from briefing.ui.sections.empty import NoArticle, NoSections
from briefing.ui.sections.model import SectionsModel
from briefing.ui.sections.topics_bar import TopicsBar
from briefing.ui.sections.view import SectionsView
from briefing.ui.sections.words import SectionEdit

_TIGHT = """QToolButton { padding: 5px; } QToolButton::menu-indicator { image: none; }"""
"""Five buttons and the count have to stand in one narrow row."""


class SectionsPanel(QWidget):
    """``index`` in the ``_moved`` signals is the place among the siblings without the moved one."""

    section_taken = Signal(str, bool)
    point_taken = Signal(str, bool)
    points_taken = Signal(object, bool)
    """Several at once, for one undo: a tuple of ids."""
    section_added = Signal(object, object)
    """SectionEdit, and the Span its first points come from, or None."""
    section_edited = Signal(str, object)
    """Id, SectionEdit."""
    section_moved = Signal(str, int)
    sections_merged = Signal(str, str)
    """Id, id of the one it goes into."""
    section_removed = Signal(str)
    point_moved = Signal(str, str, int)
    """Id, id of its new section, index there."""
    wording_edited = Signal(str, object)
    """Id, text or None for the article's words."""
    point_removed = Signal(str)
    claim_kind_requested = Signal(object, object)
    """(Source, ClaimKind): who the person says vouches for its sentences; None: as found."""
    claim_speaker_requested = Signal(object, str)
    """(Source, speaker): who says its sentences; empty for nobody certain."""
    point_hovered = Signal(str)
    """Id; empty when the mouse is over no point."""
    point_clicked = Signal(str)
    """Id; clicked, or reached with the arrow keys."""
    topic_set_chosen = Signal(str)
    """Id; empty for none."""
    topic_set_save_requested = Signal(str)
    """Name."""
    detect_requested = Signal()
    suggest_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sections")
        self._draft: Draft | None = None
        self._read: tuple[tuple[Article, ...], tuple[Annotations, ...]] = ((), ())
        self._facts = rows.Facts((), ())

        self.topics = TopicsBar(self)
        self.model = SectionsModel(self)
        self.view = SectionsView(self.model, self)
        self.commands = Commands(self.model, self.view)
        self.no_article = NoArticle(self)
        self.no_sections = NoSections(self)
        self._pages = QStackedWidget(self)
        for page in (self.no_article, self.no_sections, self.view):
            page.setAutoFillBackground(True)
            page.setBackgroundRole(QPalette.ColorRole.Base)
            self._pages.addWidget(page)
        self.setMinimumWidth(250)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.topics)
        box.addWidget(rule(self))
        box.addWidget(self._pages, 1)
        box.addWidget(rule(self))
        box.addLayout(self._make_bottom())
        self._connect()
        self._refresh()

    # What the owner calls

    def set_draft(
        self,
        draft: Draft | None,
        articles: tuple[Article, ...],
        annotations: tuple[Annotations, ...],
    ) -> None:
        """Show ``draft``. What is folded, selected and scrolled to stays where it can."""
        read = (articles, annotations)
        if not all(_identical(*pair) for pair in zip(read, self._read, strict=True)):
            self._read = read
            self._facts = rows.Facts(articles, annotations)
        elif draft is self._draft:
            return
        self._draft = draft
        self.model.set_rows(rows.build(draft, self._facts))
        self._refresh()

    def set_topic_sets(self, sets: tuple[TopicSet, ...], current_id: str) -> None:
        self.topics.set_topic_sets(sets, current_id)
        self._show_searched()

    def take_keys(self) -> None:
        """Let the keys go to the tree."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Announce the wording in an editor that is open, as if it had been left."""
        self.view.commit()

    def reveal(self, point_id: str) -> None:
        """Select the point and bring it into sight."""
        self.view.reveal(point_id)

    def emphasise(self, point_id: str) -> None:
        """Mark the point whose sentence the mouse is over; empty for none."""
        self.view.emphasise(point_id)

    # How it is built

    def _make_bottom(self) -> QHBoxLayout:
        self.add = QAction(icon("add"), "Add section…", self)
        self.add.setToolTip("Add section")
        self.add.triggered.connect(lambda: self.ask_new())
        add = self._button(self.add)  # the order they are made in is that of the Tab key
        self.merge_button = self._button(None)
        self.merge_button.setIcon(icon("merge"))
        self.merge_button.setAccessibleName("Merge section into another")
        self.merge_button.setToolTip("Merge section into another")
        self.merge_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.merge_button.setMenu(self.commands.merge)
        self.count = CountLabel(self)
        row = QHBoxLayout()
        row.setContentsMargins(theme.GAP, theme.GAP // 2 + 1, theme.MARGIN, theme.GAP // 2 + 1)
        row.setSpacing(1)
        row.addWidget(add)
        row.addWidget(self.merge_button)
        for action in (self.commands.remove, self.commands.up, self.commands.down):
            row.addWidget(self._button(action))
        row.addWidget(self.count, 1)
        return row

    def _button(self, action: QAction | None) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setStyleSheet(_TIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().rstrip("…"))
        return button

    def _connect(self) -> None:
        for source in (self.model, self.commands):
            source.section_moved.connect(self.section_moved)
            source.point_moved.connect(self.point_moved)
            source.wording_edited.connect(self.wording_edited)
        self.model.section_taken.connect(self.section_taken)
        self.model.point_taken.connect(self.point_taken)
        self.view.point_hovered.connect(self.point_hovered)
        self.view.point_clicked.connect(self.point_clicked)
        self.view.edit_wished.connect(self._edit)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().currentChanged.connect(self.commands.refresh)
        self.commands.refreshed.connect(
            lambda: self.merge_button.setEnabled(self.commands.merge.isEnabled())
        )
        self.commands.edit_wished.connect(self._edit)
        self.commands.points_taken.connect(self.points_taken)
        self.commands.sections_merged.connect(self.sections_merged)
        self.commands.section_removed.connect(self.section_removed)
        self.commands.point_removed.connect(self.point_removed)
        self.commands.claims.kind_requested.connect(self.claim_kind_requested)
        self.commands.claims.speaker_requested.connect(self.claim_speaker_requested)
        self.commands.section_recoloured.connect(self._recolour)
        self.topics.chosen.connect(self.topic_set_chosen)
        self.topics.save_requested.connect(self.topic_set_save_requested)
        self.topics.detect_requested.connect(self.detect_requested)
        self.topics.suggest_requested.connect(self.suggest_requested)
        self.no_sections.topics_wished.connect(self._offer_topics)
        self.no_sections.section_wished.connect(lambda: self.ask_new())
        self.no_sections.search_wished.connect(self._search_set)
        self.no_sections.suggestions_wished.connect(self.suggest_requested)

    # How it follows the draft

    def _refresh(self) -> None:
        article = self._draft is not None and bool(self._draft.articles)
        sections = self.model.rowCount() > 0
        page = self.view if sections else self.no_sections if article else self.no_article
        self._pages.setCurrentWidget(page)
        self._show_searched()
        self.topics.set_usable(article=article, sections=sections)
        self.add.setEnabled(article)
        self.commands.refresh()
        if sections:
            self.count.set_count(*rows.sentences_taken(self._draft))
        else:
            self.count.clear_count()

    def _show_searched(self) -> None:
        """Sections that were found and then removed are no reason to speak of the search."""
        articles, annotations = self._read
        searched = bool(annotations) and not any(each.sections for each in annotations)
        current = self.topics.current
        name = current.name if current is not None and searched else ""
        self.no_sections.show_searched(name, len(articles))

    # What the person does

    def _edit(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if isinstance(row, rows.PointRow):
            self.view.edit(index)
        elif row is not None and self._draft is not None:
            section = self._draft.section(row.id)
            if section is not None:
                self._ask("Edit section", SectionEdit.of(section), section.id)

    def ask_new(self, span: Span | None = None) -> None:
        """Ask for a new section; ``span`` is what it will be made of, None for nothing yet."""
        used = [each.colour for each in self._draft.sections] if self._draft else []
        dialog = self._dialog("Add section", SectionEdit("", theme.new_colour(used)), "")
        dialog.accepted.connect(lambda: self._add(dialog, span))

    def _ask(self, title: str, edit: SectionEdit, id: str) -> None:
        """Ask for the properties of a section there is."""
        dialog = self._dialog(title, edit, id)
        dialog.accepted.connect(lambda: self._answer(dialog, edit, id))

    def _dialog(self, title: str, edit: SectionEdit, id: str) -> SectionDialog:
        sections = self._draft.sections if self._draft else ()
        others = [each.name for each in sections if each.id != id]
        dialog = SectionDialog(title, edit, others, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _add(self, dialog: SectionDialog, span: Span | None) -> None:
        edit = dialog.edit()
        self.section_added.emit(edit, span)
        sections = self._draft.sections if self._draft else ()
        new = next((each for each in reversed(sections) if each.name == edit.name), None)
        if new is not None:
            self.view.setCurrentIndex(self.model.section_index(new.id))
        if dialog.look_again():
            self.detect_requested.emit()

    def _answer(self, dialog: SectionDialog, before: SectionEdit, id: str) -> None:
        edit = dialog.edit()
        if edit != before:
            self.section_edited.emit(id, edit)
        if dialog.look_again():
            self.detect_requested.emit()

    def _recolour(self, id: str, colour: str) -> None:
        section = self._draft.section(id) if self._draft else None
        if section is not None and section.colour.lower() != colour:
            edit = SectionEdit(section.name, colour, section.terms, section.phrases)
            self.section_edited.emit(id, edit)

    def _offer_topics(self) -> None:
        self.topics.combo.setFocus()
        self.topics.combo.showPopup()

    def _search_set(self) -> None:
        if self.topics.current is not None:
            self.topic_set_chosen.emit(self.topics.current.id)

    def _show_menu(self, place: QPoint) -> None:
        menu = self.commands.context_menu(self.view.indexAt(place))
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(place))


def _identical(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """The very same values: comparing whole articles letter for letter would take long."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))

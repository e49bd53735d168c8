"""The facts panel: shows what was found as six lists, and announces what is wished.

It owns no data. After a signal the owner makes a new Draft and calls ``set_work``; until then
the panel shows what it showed. While it is out of sight it does nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.model import listing
from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import Article
from briefing.model.corrections import Act, List
from briefing.model.draft import Draft
from briefing.ui import theme
from briefing.ui.facts import lists
from briefing.ui.facts.bar import ListBar
from briefing.ui.facts.commands import Commands
from briefing.ui.facts.contents import Contents
from briefing.ui.facts.details import Details, Doubt
from briefing.ui.facts.empty import Nothing
from briefing.ui.facts.lists import TITLES
from briefing.ui.facts.model import FactsModel
from briefing.ui.facts.rows import FactRow
from briefing.ui.facts.switch import ListSwitch
from briefing.ui.facts.toolbar import Toolbar
from briefing.ui.facts.values import FORMS, read_value
from briefing.ui.facts.view import FactsView
from briefing.ui.pieces import rule


class FactsPanel(QWidget):
    corrected = Signal(object)
    """Correction that the person makes."""
    restored = Signal(object)
    """Tuple of Correction that they take back."""
    rows_taken = Signal(object, bool)
    """Tuple of Row, and whether they go into the briefing."""
    place_clicked = Signal(object)
    """Source that the person wants to see in the article."""
    place_hovered = Signal(object)
    """Source of the row under the mouse; None for none."""
    field_wished = Signal(str, str)
    """Id of an article, and a field of its card that would answer what is open."""
    said = Signal(str)
    """A short word, for the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Facts")
        self.contents = Contents()
        self._mention = 0
        """That of the current row which is in view, from 0."""
        self._stale = self._renewed = False
        """What is shown is of the draft before; and of what was found before."""

        self.switch = ListSwitch(self)
        self.bar = ListBar(self)
        self.undated = Doubt(self, Qt.AlignmentFlag.AlignVCenter)
        self.fill = QPushButton("Fill it in", self)
        self.model = FactsModel(self)
        self.view = FactsView(self.model, self)
        self.nothing = Nothing(self)
        self.details = Details(self)
        self.commands = Commands(self.view, lambda place: self.contents.mark(place))
        self.tools = Toolbar(self.commands, self)
        self._pages = QStackedWidget(self)
        for page in (self.nothing, self.view):
            page.setAutoFillBackground(True)
            page.setBackgroundRole(QPalette.ColorRole.Base)
            self._pages.addWidget(page)
        self.setMinimumWidth(250)
        self._lay_out()
        self._connect()
        self._refresh()

    # What the owner calls

    def set_work(
        self,
        draft: Draft,
        articles: tuple[Article, ...],
        annotations: tuple[Annotations, ...],
    ) -> None:
        """Show what was found, as ``draft`` corrects it. What is chosen stays where it can."""
        self._renewed |= self.contents.set_work(draft, articles, annotations)
        self._stale = True
        self._follow()

    def show_list(self, which: List) -> None:
        self.switch.choose(which)

    def take_keys(self) -> None:
        """Let the keys go to the list, or, while it is empty, to what chooses another."""
        (self.view if self.contents.shown else self.switch.segments[self.switch.current]).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def commit(self) -> None:
        """Announce what is being typed in a row, as if it had been left."""
        self.view.commit()

    def current(self) -> FactRow | None:
        return self.model.fact(self.view.currentIndex())

    # How it is built

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, 2)
        top.addWidget(self.switch)
        self._undated = QWidget(self)
        note = QHBoxLayout(self._undated)
        note.setContentsMargins(theme.MARGIN, 0, theme.GAP, 6)
        note.addWidget(self.undated, 1)
        note.addWidget(self.fill)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        for each in (
            self.bar, self._undated, rule(self), self._pages, rule(self), self.details,
            self.tools,
        ):  # fmt: skip
            box.addWidget(each, 1 if each is self._pages else 0)

    def _connect(self) -> None:
        self.switch.chosen.connect(self._choose_list)
        self.bar.kind_chosen.connect(self._choose_kind)
        self.bar.page_wished.connect(self._turn_page)
        self.bar.all_wished.connect(self._take_all)
        self.fill.clicked.connect(self._ask_day)
        self.model.taken.connect(self._take)
        self.view.row_clicked.connect(self._click)
        self.view.row_hovered.connect(
            lambda row: self.place_hovered.emit(row.place(0) if row else None)
        )
        self.view.delegate.answered.connect(self._answer)
        self.view.delegate.closeEditor.connect(lambda *_: self._follow())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._follow_current())
        self.details.mention_wished.connect(self._turn)
        self.details.field_wished.connect(self._ask_field)
        self.commands.corrected.connect(self.corrected)
        self.commands.restored.connect(self.restored)
        self.tools.restored.connect(self.restored)

    # How it follows the draft

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Show the present draft, if somebody looks: what is being typed in a row stays there."""
        if self._stale and self.isVisible() and not self.view.is_editing:
            self._refresh()

    def _refresh(self) -> None:
        """Show the present draft, in the list that is chosen."""
        contents = self.contents
        if self._renewed:
            self.switch.set_counts(listing.counts(contents.found))
            contents.derive()
        self._stale = self._renewed = False
        view, mention = self.view, self._mention
        chosen, before = self.current(), view.currentIndex()
        position, seen = before.row(), view.is_seen(before)
        first, top = view.top()
        if self.model.set_entries(contents.shown, contents.maker):
            if chosen is not None:
                now = self.model.find(chosen)
                if not now.isValid():
                    now, mention = self.model.nearest(position), 0
                view.setCurrentIndex(now)
            if first is not None and (index := self.model.find(first)).isValid():
                view.scroll_to_top(index, top)
            if chosen is not None and seen:
                view.scrollTo(view.currentIndex())
        self._mention = mention
        self._show_around()

    def _begin_list(self) -> None:
        """Show a list, or a page of it, from its start."""
        self.model.forget()
        self.model.set_entries(self.contents.shown, self.contents.maker)
        self.view.scrollToTop()
        self._show_around()

    def _show_around(self) -> None:
        """What stands above and below the list."""
        contents, which = self.contents, self.contents.which
        claims = lists.claims_by_kind(contents.found) if which is List.CLAIMS else None
        self.bar.setVisible(bool(contents.articles))
        self.bar.show_kinds(claims, contents.kind)
        self.bar.show_count(len(contents.taken()), contents.entries.total, TITLES[which].lower())
        self.bar.show_page(contents.page, contents.pages)
        count = sum(contents.without_day().values())
        these = "1 date needs" if count == 1 else f"{count} dates need"
        self.undated.say(f"{these} the day of publication.")
        self._undated.setVisible(count > 0)
        self.nothing.say(*contents.empty_words())
        self._pages.setCurrentWidget(self.view if contents.shown else self.nothing)
        self.view.setAccessibleName(TITLES[which])
        self.tools.show_list(which)
        self.tools.set_dismissed(contents.dismissed())
        self._follow_current(keep=True)

    def _follow_current(self, *, keep: bool = False) -> None:
        """Show what belongs to the current row; from its first mention, if not told to keep."""
        row = self.current()
        self._mention = self._mention % len(row.places) if keep and row and row.places else 0
        self.details.show_row(row, self._mention)
        place = row.place(self._mention) if row else None
        self.commands.set_row(row, place, lambda: self.contents.named(row))
        self.tools.refresh()

    # What the person does

    def _click(self, index: QModelIndex, again: bool) -> None:
        row = self.model.fact(index)
        if row is None:
            return
        if again:
            self._turn(1)
        elif row.place(0) is not None:
            self.place_clicked.emit(row.place(0))

    def _turn(self, step: int) -> None:
        """Show the next mention of the current row, or the one before."""
        row = self.current()
        if row is not None and row.places:
            self._mention = (self._mention + step) % len(row.places)
            self._follow_current(keep=True)
            self.place_clicked.emit(row.place(self._mention))

    def _take(self, row: FactRow, taken: bool) -> None:
        self.rows_taken.emit((row.row,) if taken else row.taken, taken)

    def _take_all(self, taken: bool) -> None:
        contents = self.contents
        self.rows_taken.emit(contents.missing() if taken else contents.taken(), taken)

    def _answer(self, row: FactRow, act: Act, text: str) -> None:
        if act is Act.VALUE and text.strip():
            value = read_value(text)
            if value is None:
                self.said.emit(f"“{text.strip()}” is no date. Type it as in: {FORMS}.")
                return
            text = value
        self.commands.answer(row, act, text)

    def _choose_list(self, which: List) -> None:
        self.contents.choose(which, self.contents.kind)
        self._begin_list()

    def _choose_kind(self, kind: ClaimKind | None) -> None:
        self.contents.choose(self.contents.which, ClaimKind(kind) if kind else None)
        self._begin_list()

    def _turn_page(self, step: int) -> None:
        self.contents.show_page(self.contents.page + step)
        self._begin_list()

    def _ask_day(self) -> None:
        if waiting := self.contents.without_day():
            self.field_wished.emit(next(iter(waiting)), "published")

    def _ask_field(self, field: str) -> None:
        row = self.current()
        if row is not None:
            self.field_wished.emit(row.source.article, field)

    def _show_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        row = self.model.fact(index)
        if row is None:
            return
        self.view.setCurrentIndex(index)
        menu = QMenu(self.view)
        self.commands.fill_context_menu(menu, row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))

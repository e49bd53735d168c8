"""The article pane: it shows what was decided and says what is wished for. It decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QWidget

from briefing.model.annotations import Annotations
from briefing.model.article import Article, Paragraph
from briefing.model.draft import Draft
from briefing.model.span import Source, Span
from briefing.ui import theme
from briefing.ui.article import keys, menu, roles
from briefing.ui.article.keys import Wish
from briefing.ui.article.marks import Marks, build
from briefing.ui.article.paper import Emphasis
from briefing.ui.article.reader import ArticleReader
from briefing.ui.article.shown import Shown

_ZOOM_STEP = 1.1


class ArticleView(ArticleReader):
    """One article, its sections marked; a long one in parts. Offsets in signals are code points."""

    point_clicked = Signal(object)
    """list[str]: ids of the points at the sentence that was clicked, or that Space was hit on."""
    click_withdrawn = Signal()
    """The click before was the start of a double click: it was not meant."""
    section_clicked = Signal(str)
    """Id of the section whose label was clicked."""
    point_hovered = Signal(str)
    """Id of the point under the mouse; empty when there is none any more."""
    assign_requested = Signal(object, str)
    """Span, section id: the person gives these words to the section."""
    unassign_requested = Signal(object, str)
    """Span, section id: the person takes these words from the section."""
    new_section_requested = Signal(object)
    """Span that a new section should be made of."""
    role_requested = Signal(object, object)
    """(tuple of paragraph ids, Role): what the person says they are; None: what was read."""
    zoom_changed = Signal(float)
    """By wheel or key, so that it can be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self._annotations: Annotations | None = None
        self._hovered = ""
        self._emphasised: Source | None = None
        self.text.setAccessibleDescription(
            "Arrow keys move, Shift selects. Space takes or leaves the sentence, "
            "1 to 9 give it to a section, N makes a new section of it, R says what the paragraph "
            "is, Ctrl+F finds words. A long article is shown in parts: Ctrl+Page Down goes on."
        )
        self._connect()

    def _connect(self) -> None:
        self.text.wants_key = self._wants_key
        self.text.key_pressed.connect(self._on_key)
        self.text.text_clicked.connect(self._toggle_at)
        self.text.click_withdrawn.connect(self.click_withdrawn)
        self.text.label_clicked.connect(self.section_clicked)
        self.text.role_clicked.connect(self._open_roles_at)
        self.text.hovered.connect(self._on_hover)
        self.text.menu_requested.connect(self._open_menu)
        self.text.zoomed.connect(self._zoom_by)

    # What is shown

    @property
    def marks(self) -> Marks:
        return self.text.marks

    def set_article(self, article: Article | None) -> None:
        """Show another article, from its start and without marks; None shows nothing.

        The article that is shown may come again with other roles: then view and marks stay.
        """
        if article is None or self._article is None or article.id != self._article.id:
            self._draft, self._annotations, self._emphasised = Draft(), None, None
        super().set_article(article)

    def set_marks(self, draft: Draft, annotations: Annotations | None) -> None:
        """Show the sections and points of ``draft``; the view stays where it is."""
        self._draft, self._annotations = draft, annotations
        self._mark()

    def reveal(self, source: Source) -> None:
        """Scroll to the words of ``source`` and let them flash."""
        if self._article is not None and source.article == self._article.id:
            self._turn_to(source.span.start)
            if (emphasis := self._emphasis(source)) is not None:
                self.text.reveal(emphasis)

    def emphasise(self, source: Source | None) -> None:
        """Outline the words of ``source`` until told otherwise, without scrolling."""
        self._emphasised = source
        self.text.set_emphasis(self._emphasis(source) if source is not None else None)

    def _laid_out(self) -> None:
        self._mark()
        self.emphasise(self._emphasised)

    def _mark(self) -> None:
        if self._article is not None:
            self.text.show_marks(build(self._article, self._positions, self._draft))

    def _emphasis(self, source: Source) -> Emphasis | None:
        shown = self._shown()
        if shown is None or source.article != shown.article.id:
            return None
        part = self._positions.span
        start, end = max(source.span.start, part.start), min(source.span.end, part.end)
        if start >= end:
            return None
        point = shown.point_of(source)
        section = self._draft.section(point.section) if point is not None else None
        colour = (
            theme.section_colours(section.colour, theme.is_dark(self)).line
            if section is not None
            else self.palette().color(QPalette.ColorRole.Accent)
        )
        return Emphasis(self._positions.to_qt(start), self._positions.to_qt(end), colour)

    # What is wished for

    def _shown(self) -> Shown | None:
        if self._article is None:
            return None
        return Shown(self._article, self._annotations, self._draft, self._positions)

    def _selection(self) -> Span | None:
        cursor, shown = self.text.textCursor(), self._shown()
        if shown is None or not cursor.hasSelection():
            return None
        return shown.words(cursor.selectionStart(), cursor.selectionEnd())

    def _target(self, position: int) -> menu.Target | None:
        """The selection; else the sentence, else the paragraph, at a position in the document."""
        shown, selected = self._shown(), self._selection()
        if shown is None or (selected is None and position < 0):
            return None
        span = selected or shown.sentence_or_paragraph(position)
        if span is None:
            return None
        return menu.Target(
            span,
            selected is not None,
            shown.points_over(span),
            shown.held(span),
            shown.article.paragraphs_in(span),
        )

    def _toggle_at(self, position: int) -> None:
        ids = [each.point.id for each in self.text.marks.at(position)]
        if ids:
            self.point_clicked.emit(ids)

    def _on_hover(self, position: int) -> None:
        found = self.text.marks.at(position) if position >= 0 else ()
        hovered = found[0].point.id if found else ""
        if hovered != self._hovered:
            self._hovered = hovered
            self.point_hovered.emit(hovered)

    def _assign(self, span: Span, section: str) -> None:
        self.drop_selection()
        self.assign_requested.emit(span, section)

    def _unassign(self, span: Span, section: str) -> None:
        self.drop_selection()
        self.unassign_requested.emit(span, section)

    # Menus

    def context_menu(self, position: int) -> menu.QMenu:
        """The menu for the selection, or for the sentence at ``position`` of the document."""
        wishes = menu.Wishes(
            copy=self.text.copy,
            copy_all=self.copy_all if len(self._parts) > 1 else None,
            toggle=self.point_clicked.emit,
            assign=self._assign,
            unassign=self._unassign,
            new_section=self.new_section_requested.emit,
            give_role=self.role_requested.emit,
        )
        return menu.build(self, wishes, self._draft.sections, self._target(position))

    def _open_menu(self, place: QPoint, position: int) -> None:
        _open(self.context_menu(position), place)

    def _open_roles(self) -> None:
        """Ask what the paragraphs of the selection, or the one with the caret, are.

        Nobody means a paragraph that is out of sight: then it is the first in view.
        """
        found = self._role_target()
        if not self._in_view(found) and (line := next(iter(self.text.lines_in_view()), None)):
            self.text.put_caret(line.start)
            found = self._role_target()
        if found:
            self._ask_role(found, self.text.place_beside(*self._ends(found)))

    def _ask_role(self, paragraphs: Sequence[Paragraph], place: QPoint) -> None:
        """The paragraphs are outlined for as long."""
        accent = self.palette().color(QPalette.ColorRole.Accent)
        self.text.set_emphasis(Emphasis(*self._ends(paragraphs), accent))
        made = roles.menu(self, paragraphs, self.role_requested.emit)
        made.aboutToHide.connect(lambda: self.emphasise(self._emphasised))
        _open(made, place)

    def _role_target(self) -> tuple[Paragraph, ...]:
        target = self._target(self.text.textCursor().position())
        return tuple(target.paragraphs) if target is not None else ()

    def _ends(self, paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
        """Positions in the document, as far as it holds them."""
        part, to_qt = self._positions.span, self._positions.to_qt
        start, end = paragraphs[0].span.start, paragraphs[-1].span.end
        return to_qt(max(start, part.start)), to_qt(min(end, part.end))

    def _in_view(self, paragraphs: Sequence[Paragraph]) -> bool:
        if not paragraphs:
            return False
        start, end = self._ends(paragraphs)
        return any(each.start < end and start < each.end for each in self.text.lines_in_view())

    def _open_roles_at(self, place: QPoint, position: int) -> None:
        offset = self._positions.from_qt(position)
        paragraph = self._article.paragraph_at(offset) if self._article else None
        if paragraph is not None:
            self._ask_role((paragraph,), place)

    # Keys

    def _wants_key(self, event: QKeyEvent) -> bool:
        wish = keys.wish(event)
        return wish is not None and not (wish.of_parts and len(self._parts) < 2)

    def _on_key(self, event: QKeyEvent) -> None:
        match keys.wish(event):
            case Wish.FIND:
                self.find()
            case Wish.FIND_NEXT:
                self.find_bar.next()
            case Wish.FIND_PREVIOUS:
                self.find_bar.previous()
            case Wish.ZOOM_IN:
                self._zoom_by(1)
            case Wish.ZOOM_OUT:
                self._zoom_by(-1)
            case Wish.ROLE:
                self._open_roles()
            case Wish.NEXT_PART:
                self.show_part(self._part + 1)
            case Wish.PART_BEFORE:
                self.show_part(self._part - 1)
            case Wish.FIRST_PART:
                self.show_part(0)
            case Wish.LAST_PART:
                self.show_part(len(self._parts) - 1, end=True)
            case wish:
                self._on_target_key(wish, event)

    def _on_target_key(self, wish: Wish | None, event: QKeyEvent) -> None:
        target = self._target(self.text.textCursor().position())
        if target is None:
            return
        self.text.ensureCursorVisible()  # nothing is done out of sight
        if wish is Wish.NEW_SECTION:
            self.new_section_requested.emit(target.span)
        elif wish is Wish.TOGGLE and target.points:
            self.point_clicked.emit([each.id for each in target.points])
        elif wish is Wish.ASSIGN and keys.number(event) <= len(self._draft.sections):
            self._assign(target.span, self._draft.sections[keys.number(event) - 1].id)

    def _zoom_by(self, steps: int) -> None:
        self.set_zoom(self._zoom * _ZOOM_STEP**steps)
        self.zoom_changed.emit(self._zoom)


def _open(made: menu.QMenu, place: QPoint) -> None:
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.popup(place)

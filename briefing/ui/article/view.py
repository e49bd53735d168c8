"""The article pane: it shows what was decided and says what is wished for. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QMenu, QWidget

from briefing.model.annotations import ClaimKind
from briefing.model.article import Paragraph
from briefing.model.span import Source, Span
from briefing.ui import claim_kinds
from briefing.ui.article import keys, menu, roles
from briefing.ui.article.keys import Wish
from briefing.ui.article.marked import MarkedArticle
from briefing.ui.article.paper import Emphasis

_ZOOM_STEP = 1.1


class ArticleView(MarkedArticle):
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
    claim_kind_requested = Signal(object, object)
    """(Source, ClaimKind): who the person says vouches for its sentences; None: as found."""
    claim_speaker_requested = Signal(object, str)
    """(Source, speaker): who says its sentences; empty for nobody certain."""
    role_requested = Signal(object, object)
    """(tuple of paragraph ids, Role): what the person says they are; None: what was read."""
    zoom_changed = Signal(float)
    """By wheel or key, so that it can be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = ""
        self.text.setAccessibleDescription(
            "Arrow keys move, Shift selects. Space takes or leaves the sentence, "
            "1 to 9 give it to a section, N makes a new section of it, K says who vouches for it, "
            "R says what the paragraph is, Ctrl+F finds words. "
            "A long article is shown in parts: Ctrl+Page Down goes on."
        )
        self._connect()

    def _connect(self) -> None:
        self.text.wants_key = self._wants_key
        self.text.key_pressed.connect(self._on_key)
        self.text.text_clicked.connect(self._toggle_at)
        self.text.click_withdrawn.connect(self.click_withdrawn)
        self.text.label_clicked.connect(self.section_clicked)
        self.text.role_clicked.connect(self._open_roles_at)
        self.text.claim_clicked.connect(self._open_claim_at)
        self.text.hovered.connect(self._on_hover)
        self.text.menu_requested.connect(self._open_menu)
        self.text.zoomed.connect(self._zoom_by)

    # What is wished for

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

    def context_menu(self, position: int) -> QMenu:
        """The menu for the selection, or for the sentence at ``position`` of the document."""
        target = self._target(position)
        wishes = menu.Wishes(
            copy=self.text.copy,
            copy_all=self.copy_all if len(self._parts) > 1 else None,
            toggle=self.point_clicked.emit,
            assign=self._assign,
            unassign=self._unassign,
            new_section=self.new_section_requested.emit,
            give_role=self.role_requested.emit,
            claim=self._claim_wishes(target),
        )
        return menu.build(self, wishes, self._draft.sections, target)

    def _open_menu(self, place: QPoint, position: int) -> None:
        _open(self.context_menu(position), place)

    def _open_roles(self) -> None:
        """Ask what the paragraphs of the selection, or the one with the caret, are."""
        target = self._seen(_paragraphs)
        if target is not None and target.paragraphs:
            self._ask_role(target.paragraphs, self._beside(_paragraphs(target)))

    def _open_roles_at(self, place: QPoint, position: int) -> None:
        offset = self._positions.from_qt(position)
        paragraph = self._article.paragraph_at(offset) if self._article else None
        if paragraph is not None:
            self._ask_role((paragraph,), place)

    def _ask_role(self, paragraphs: Sequence[Paragraph], place: QPoint) -> None:
        span = Span(paragraphs[0].span.start, paragraphs[-1].span.end)
        self._ask(roles.menu(self, paragraphs, self.role_requested.emit), span, place)

    def _open_claims(self) -> None:
        """Ask who vouches for the sentences of the selection, or the one with the caret."""
        target = self._seen(_words)
        if target is not None:
            self._ask_claim(target, self._beside(target.span))

    def _open_claim_at(self, place: QPoint, position: int) -> None:
        if (target := self._target(position)) is not None:
            self._ask_claim(target, place)

    def _ask_claim(self, target: menu.Target, place: QPoint) -> None:
        if target.claims:
            made = claim_kinds.menu(self, target.claims, self._claim_wishes(target))
            self._ask(made, target.span, place)

    def _claim_wishes(self, target: menu.Target | None) -> claim_kinds.Wishes:
        def give(kind: ClaimKind | None) -> None:
            self._give_kind(target, kind)

        def ask(known: str) -> None:
            if target is not None and self._annotations is not None:
                source = self._source(target)
                names = claim_kinds.people(self._annotations)
                tell = partial(self.claim_speaker_requested.emit, source)
                claim_kinds.ask_speaker(self, known, names, tell)

        return claim_kinds.Wishes(give, ask)

    def _give_kind(self, target: menu.Target | None, kind: ClaimKind | None) -> None:
        if target is not None:
            source = self._source(target)
            self.drop_selection()
            self.claim_kind_requested.emit(source, kind)

    def _source(self, target: menu.Target) -> Source:
        return Source(self._article.id if self._article else "", target.span)

    def _ask(self, made: QMenu, span: Span, place: QPoint) -> None:
        """Open a menu about ``span``, which is outlined for as long."""
        accent = self.palette().color(QPalette.ColorRole.Accent)
        self.text.set_emphasis(Emphasis(*self._ends(span), accent))
        made.aboutToHide.connect(lambda: self.emphasise(self._emphasised))
        _open(made, place)

    def _seen(self, extent: Callable[[menu.Target], Span]) -> menu.Target | None:
        """What a menu that a key opens is about.

        Nobody means what is out of sight: then it is what stands first in view.
        """
        target, seen = self._target(self.text.textCursor().position()), self.text.lines_in_view()
        if target is not None and seen:
            start, end = self._ends(extent(target))
            if any(each.start < end and start < each.end for each in seen):
                return target
        if seen:
            self.text.put_caret(seen[0].start)
        return self._target(self.text.textCursor().position())

    def _beside(self, span: Span) -> QPoint:
        return self.text.place_beside(*self._ends(span))

    def _ends(self, span: Span) -> tuple[int, int]:
        """Positions in the document, as far as it holds them."""
        part, to_qt = self._positions.span, self._positions.to_qt
        return to_qt(max(span.start, part.start)), to_qt(min(span.end, part.end))

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
            case Wish.CLAIM:
                self._open_claims()
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
        elif wish is Wish.CLAIM_KIND:
            self._give_kind(target, keys.kind(event))

    def _zoom_by(self, steps: int) -> None:
        self.set_zoom(self._zoom * _ZOOM_STEP**steps)
        self.zoom_changed.emit(self._zoom)


def _words(target: menu.Target) -> Span:
    return target.span


def _paragraphs(target: menu.Target) -> Span:
    """Of all that the target is in; itself where that is none."""
    every = target.paragraphs
    return Span(every[0].span.start, every[-1].span.end) if every else target.span


def _open(made: QMenu, place: QPoint) -> None:
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.popup(place)

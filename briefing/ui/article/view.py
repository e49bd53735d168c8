"""The article pane: it shows what was decided and says what is wished for. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model import edits
from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.draft import Draft, Point
from briefing.model.span import Source, Span
from briefing.ui import theme, typefaces
from briefing.ui.article import dress, menu
from briefing.ui.article.findbar import FindBar
from briefing.ui.article.marks import Marks, build
from briefing.ui.article.pane import Emphasis, TextPane
from briefing.ui.positions import Positions

_TYPE_SIZE = 12.0
"""Points, at zoom 1."""
_LEAST_WIDTH = 300
"""Pixels: less leaves no line of text that can be read."""
_LEAST_ZOOM, _MOST_ZOOM, _ZOOM_STEP = 0.6, 3.0, 1.1


class ArticleView(QWidget):
    """One article, its sections marked. Offsets in all signals are code points."""

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
    zoom_changed = Signal(float)
    """By wheel or key, so that it can be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._positions = Positions("")
        self._draft = Draft()
        self._annotations: Annotations | None = None
        self._zoom = 1.0
        self._hovered = ""
        self._emphasised: Source | None = None

        self.text = TextPane(self)
        self.text.setAccessibleName("Article")
        self.text.setAccessibleDescription(
            "Arrow keys move, Shift selects. Space takes or leaves the sentence, "
            "1 to 9 give it to a section, N makes a new section of it, Ctrl+F finds words."
        )
        self.text.wants_key = self._wants_key
        self.text.key_pressed.connect(self._on_key)
        self.text.text_clicked.connect(self._toggle_at)
        self.text.click_withdrawn.connect(self.click_withdrawn)
        self.text.label_clicked.connect(self.section_clicked)
        self.text.hovered.connect(self._on_hover)
        self.text.menu_requested.connect(self._open_menu)
        self.text.zoomed.connect(self._zoom_by)
        self.find_bar = FindBar(self.text, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._set_type()

    # What is shown

    @property
    def article(self) -> Article | None:
        return self._article

    @property
    def marks(self) -> Marks:
        return self.text.marks

    def set_article(self, article: Article | None) -> None:
        """Show another article, from its start and without marks; None shows nothing."""
        if article is self._article:
            return
        self._article = article
        self._positions = Positions(article.text if article else "")
        self._annotations = None
        self.text.show_marks(Marks())
        self.text.set_emphasis(None)
        self.text.show_text(article.text if article else "")
        self.text.labels = dress.labels(article, self._positions) if article else ()
        self._dress()
        self.text.fit()
        self.text.verticalScrollBar().setValue(0)

    def set_marks(self, draft: Draft, annotations: Annotations | None) -> None:
        """Show the sections and points of ``draft``; the view stays where it is."""
        self._draft, self._annotations = draft, annotations
        if self._article is not None:
            self.text.show_marks(build(self._article, self._positions, draft))

    def reveal(self, source: Source) -> None:
        """Scroll to the words of ``source`` and let them flash."""
        emphasis = self._emphasis(source)
        if emphasis is not None:
            self.text.reveal(emphasis)

    def emphasise(self, source: Source | None) -> None:
        """Outline the words of ``source`` until told otherwise, without scrolling."""
        self._emphasised = source
        self.text.set_emphasis(self._emphasis(source) if source is not None else None)

    def find(self, words: str = "") -> None:
        """Open the bar that finds words, and look for ``words``."""
        self.find_bar.enter(words)

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, factor: float) -> None:
        """Size of the type; 1.0 is the usual one. Kept between 0.6 and 3."""
        factor = min(_MOST_ZOOM, max(_LEAST_ZOOM, factor))
        if factor != self._zoom:
            self._zoom = factor
            with self.text.staying():
                self._set_type()
                self._dress()
                self.text.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "text"):
            with self.text.staying():
                self._dress()
            self.text.show_marks(self.text.marks)
            self.emphasise(self._emphasised)

    def _set_type(self) -> None:
        self.text.document().setDefaultFont(self._font())

    def _font(self) -> QFont:
        return typefaces.reading_font(_TYPE_SIZE * self._zoom)

    def _dress(self) -> None:
        if self._article is not None:
            muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
            document = self.text.document()
            dress.dress(document, self._article, self._positions, self._font(), muted)

    def _emphasis(self, source: Source) -> Emphasis | None:
        article = self._article
        if article is None or source.article != article.id:
            return None
        start, end = (min(each, len(article.text)) for each in (source.span.start, source.span.end))
        point = next((each for each in self._draft.points if each.source == source), None)
        section = self._draft.section(point.section) if point is not None else None
        colour = (
            theme.section_colours(section.colour, theme.is_dark(self)).line
            if section is not None
            else self.palette().color(QPalette.ColorRole.Accent)
        )
        return Emphasis(self._positions.to_qt(start), self._positions.to_qt(end), colour)

    # What is wished for

    def _target(self, position: int) -> Span | None:
        """The selection; else the sentence, else the paragraph, at a position in the document."""
        article = self._article
        if article is None:
            return None
        selected = self._selection()
        if selected is not None:
            return selected
        if position < 0:
            return None
        offset = self._positions.from_qt(position)
        sentence = self._annotations.sentence_at(offset) if self._annotations else None
        if sentence is None and self._annotations and offset:
            # At the very end of a paragraph the caret stands behind its last sentence.
            sentence = self._annotations.sentence_at(offset - 1)
        paragraph = article.paragraph_at(offset)
        if sentence is not None:
            return sentence.span
        return paragraph.span if paragraph is not None else None

    def _selection(self) -> Span | None:
        cursor = self.text.textCursor()
        if self._article is None or not cursor.hasSelection():
            return None
        ends = (
            self._positions.from_qt(each)
            for each in (cursor.selectionStart(), cursor.selectionEnd())
        )
        span = Span(*ends).trimmed(self._article.text)
        return self._whole_words(span) if span is not None else None

    def _whole_words(self, span: Span) -> Span:
        """``span`` and the rest of the words it cuts: a briefing quotes no half words."""
        start, end = self._positions.to_qt(span.start), self._positions.to_qt(span.end)
        document = self.text.document()
        first, last = document.findBlock(start), document.findBlock(end)
        word = QTextBoundaryFinder.BoundaryType.Word
        finder = QTextBoundaryFinder(word, first.text())
        finder.setPosition(start - first.position())
        if not finder.isAtBoundary():
            start = first.position() + finder.toPreviousBoundary()
        finder = QTextBoundaryFinder(word, last.text())
        finder.setPosition(end - last.position())
        if not finder.isAtBoundary():
            end = last.position() + finder.toNextBoundary()
        return Span(self._positions.from_qt(start), self._positions.from_qt(end))

    def _held(self, span: Span | None) -> set[str]:
        """The sections that have every word of ``span`` as taken points."""
        if span is None or self._article is None or self._annotations is None:
            return set()
        sources = edits.pieces(self._article, self._annotations, span)
        sections = self._draft.sections
        return {each.id for each in sections if edits.holds(self._draft, each.id, sources)}

    def _points_over(self, span: Span) -> list[Point]:
        article = self._article
        return [
            each
            for each in self._draft.points
            if article is not None
            and each.source.article == article.id
            and each.source.span.overlaps(span)
        ]

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
        self._drop_selection()
        self.assign_requested.emit(span, section)

    def _unassign(self, span: Span, section: str) -> None:
        self._drop_selection()
        self.unassign_requested.emit(span, section)

    def _drop_selection(self) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)

    def _open_menu(self, place: QPoint, position: int) -> None:
        made = self.context_menu(position)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(place)

    def context_menu(self, position: int) -> menu.QMenu:
        """The menu for the selection, or for the sentence at ``position`` of the document."""
        span = self._target(position)
        wishes = menu.Wishes(
            copy=self.text.copy,
            toggle=self.point_clicked.emit,
            assign=self._assign,
            unassign=self._unassign,
            new_section=self.new_section_requested.emit,
        )
        return menu.build(
            self,
            wishes,
            self._draft.sections,
            self._points_over(span) if span is not None else (),
            self._held(span),
            span,
            self._selection() is not None,
        )

    # Keys

    def _wants_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if plain:
            digit = Qt.Key.Key_1 <= key <= Qt.Key.Key_9
            return digit or key in (Qt.Key.Key_Space, Qt.Key.Key_N, Qt.Key.Key_F3)
        return any(
            event.matches(each)
            for each in (
                QKeySequence.StandardKey.Find,
                QKeySequence.StandardKey.FindPrevious,
                QKeySequence.StandardKey.ZoomIn,
                QKeySequence.StandardKey.ZoomOut,
            )
        ) or _is_new_section(event)

    def _on_key(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Find):
            self.find()
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self._zoom_by(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self._zoom_by(-1)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.find_bar.previous()
        elif key == Qt.Key.Key_F3:
            self.find_bar.next()
        else:
            self._on_span_key(event, self._target(self.text.textCursor().position()))

    def _on_span_key(self, event: QKeyEvent, span: Span | None) -> None:
        if span is None:
            return
        if _is_new_section(event) or event.key() == Qt.Key.Key_N:
            self.new_section_requested.emit(span)
        elif event.key() == Qt.Key.Key_Space:
            ids = [each.id for each in self._points_over(span)]
            if ids:
                self.point_clicked.emit(ids)
        else:
            index = event.key() - Qt.Key.Key_1
            if index < len(self._draft.sections):
                self._assign(span, self._draft.sections[index].id)

    def _zoom_by(self, steps: int) -> None:
        self.set_zoom(self._zoom * _ZOOM_STEP**steps)
        self.zoom_changed.emit(self._zoom)


def _is_new_section(event: QKeyEvent) -> bool:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_N and event.modifiers() == modifiers

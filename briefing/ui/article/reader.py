"""An article to read: its text in type, a long one in parts, with a bar that finds words."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefing.model.article import Article, Paragraph
from briefing.model.span import Span
from briefing.ui import typefaces
from briefing.ui.article import dress, parts
from briefing.ui.article.findbar import FindBar
from briefing.ui.article.marks import Marks
from briefing.ui.article.pane import TextPane
from briefing.ui.article.parts_bar import PartsBar
from briefing.ui.article.search import Search
from briefing.ui.positions import Positions

_TYPE_SIZE = 12.0
"""Points, at zoom 1."""
_LEAST_WIDTH = 300
"""Pixels: less leaves no line of text that can be read."""
_LEAST_ZOOM, _MOST_ZOOM = 0.6, 3.0


class ArticleReader(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._numbers: dict[str, int] = {}
        self._parts: tuple[parts.Part, ...] = ()
        self._part = 0
        """Index of the part in view."""
        self._positions = Positions("")
        self._search: Search | None = None
        self._zoom = 1.0

        self.text = TextPane(self)
        self.text.setAccessibleName("Article")
        self.text.passed.connect(self._go_on)
        self.find_bar = FindBar(self, self)
        self.parts_bar = PartsBar(self)
        self.parts_bar.wished.connect(self.show_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.text, 1)
        column.addWidget(self.parts_bar)
        self.setFocusProxy(self.text)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._set_type()

    # What is shown

    @property
    def article(self) -> Article | None:
        return self._article

    def set_article(self, article: Article | None) -> None:
        """Show another article, from its start; None shows nothing.

        The article that is shown may come again with other roles: then the view stays.
        """
        before, self._article = self._article, article
        if article is before:
            return
        self._numbers = article.numbers() if article else {}
        if article and before and (article.id, article.text) == (before.id, before.text):
            with self.text.staying():
                self._label()
                self._dress()
            self._laid_out()
        else:
            self._parts = parts.cut(article) if article else ()
            self._search = None
            self._lay_out(0)

    def show_part(self, index: int, *, end: bool = False) -> None:
        """Show another part of the article, from its beginning or at its end."""
        if not 0 <= index < len(self._parts):
            return
        if index != self._part:
            self._lay_out(index)
        move = QTextCursor.MoveOperation
        self.text.moveCursor(move.End if end else move.Start)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum() if end else 0)

    def _go_on(self, step: int) -> None:
        """To the part after or before, as if they were one text."""
        self.show_part(self._part + step, end=step < 0)

    def _turn_to(self, offset: int) -> None:
        """Show the part that holds the code point at ``offset``."""
        index = parts.index_at(self._parts, offset)
        if index != self._part:
            self._lay_out(index)

    def _lay_out(self, index: int) -> None:
        self._part = index
        article = self._article
        span = self._parts[index].span if article else Span(0, 0)
        self._positions = Positions(span.of(article.text) if article else "", span.start)
        self.text.show_marks(Marks())
        self.text.show_text(self._positions.text)
        self._label()
        self._dress()
        self.text.fit()
        self.text.verticalScrollBar().setValue(0)
        self._laid_out()

    def _laid_out(self) -> None:
        """For who marks the text: it is another, or the roles in it are."""

    def _label(self) -> None:
        """Number the paragraphs in view, here and in the bar."""
        shown = self._paragraphs()
        self.text.labels = dress.labels(shown, self._numbers, self._positions)
        numbers = [self._numbers[each.id] for each in shown if each.id in self._numbers]
        ends = (numbers[0], numbers[-1]) if numbers else None
        self.parts_bar.show_part(self._part, len(self._parts), ends)

    def _paragraphs(self) -> tuple[Paragraph, ...]:
        """Those of the part in view."""
        if self._article is None:
            return ()
        part = self._parts[self._part]
        return self._article.paragraphs[part.first : part.last]

    def copy_all(self) -> None:
        if self._article is not None:
            QApplication.clipboard().setText(self._article.text)

    # Type

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
        if event.type() is QEvent.Type.PaletteChange and getattr(self, "_article", None):
            with self.text.staying():
                self._dress()
            self._laid_out()

    def _set_type(self) -> None:
        self.text.document().setDefaultFont(self._font())

    def _font(self) -> QFont:
        return typefaces.reading_font(_TYPE_SIZE * self._zoom)

    def _dress(self) -> None:
        if self._article is not None:
            muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
            dress.dress(
                self.text.document(), self._paragraphs(), self._positions, self._font(), muted
            )

    # Finding words

    def find(self, words: str = "") -> None:
        """Open the bar that finds words, and look for ``words``."""
        self.find_bar.enter(words)

    def selected_words(self) -> str:
        selected = self.text.textCursor().selectedText()
        return selected if "\u2029" not in selected else ""

    def seek(self, words: str, *, backward: bool = False, anew: bool = False) -> bool:
        cursor = self.text.textCursor()
        start, end = (
            self._positions.from_qt(each)
            for each in (cursor.selectionStart(), cursor.selectionEnd())
        )
        if self._search is None:
            self._search = Search(self._article.text if self._article else "")
        if backward:
            found = self._search.before(words, start)
        else:
            found = self._search.after(words, start if anew else end)
        if found is None:
            self.drop_selection()
            return False
        self._turn_to(found.start)
        to_qt = self._positions.to_qt
        self.text.setTextCursor(self.text.cursor_over(to_qt(found.start), to_qt(found.end)))
        return True

    def drop_selection(self) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)

    def return_to_text(self) -> None:
        self.text.setFocus()

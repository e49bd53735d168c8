"""The article with what was decided about it: its sections, and who vouches for each sentence."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.model.span import Source, Span
from briefing.ui import theme
from briefing.ui.article import claims, menu
from briefing.ui.article.claims import ClaimMarks
from briefing.ui.article.marks import Marks, build
from briefing.ui.article.paper import Emphasis
from briefing.ui.article.reader import ArticleReader
from briefing.ui.article.shown import Shown
from briefing.ui.positions import Positions


class MarkedArticle(ArticleReader):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self._annotations: Annotations | None = None
        self._emphasised: Source | None = None
        self._claims = ClaimMarks()
        self._claimed: tuple[Annotations | None, Positions | None] = (None, None)
        """What these were made of."""

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
            self.text.show_marks(
                build(self._article, self._positions, self._draft), self._claim_marks()
            )

    def _claim_marks(self) -> ClaimMarks:
        """Made anew only where something else is found or shown: most edits are of points."""
        basis = self._annotations, self._positions
        if any(one is not other for one, other in zip(basis, self._claimed, strict=True)):
            self._claimed = basis
            self._claims = claims.build(self._positions, self._annotations)
        return self._claims

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

    # What a place in it is about

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
            shown.claims(span),
        )

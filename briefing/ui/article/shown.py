"""What the view shows at a moment, and what a place in it is about. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTextBoundaryFinder

from briefing.model import edits
from briefing.model.annotations import Annotations, Claim
from briefing.model.article import Article, Paragraph
from briefing.model.draft import Draft, Point
from briefing.model.span import Source, Span
from briefing.ui.positions import Positions


@dataclass(frozen=True, slots=True)
class Shown:
    """An article, what was found in it and what was decided. Spans are code points."""

    article: Article
    annotations: Annotations | None
    draft: Draft
    positions: Positions
    """Of the part in view."""

    def sentence_or_paragraph(self, position: int) -> Span | None:
        """What stands at a position of the part in view."""
        offset = self.positions.from_qt(position)
        sentence = self.annotations.sentence_at(offset) if self.annotations else None
        if sentence is None and self.annotations and offset:
            # At the very end of a paragraph the caret stands behind its last sentence.
            sentence = self.annotations.sentence_at(offset - 1)
        paragraph = self.article.paragraph_at(offset)
        if sentence is not None:
            return sentence.span
        return paragraph.span if paragraph is not None else None

    def words(self, start: int, end: int) -> Span | None:
        """From one position to another, without blanks at the ends and with the rest of the
        words they cut: a briefing quotes no half words. None for blanks."""
        span = self._span(start, end).trimmed(self.article.text)
        return self._whole_words(span) if span is not None else None

    def paragraphs(self, span: Span) -> tuple[Paragraph, ...]:
        return self.article.paragraphs_in(span)

    def claims(self, span: Span) -> tuple[Claim, ...]:
        return self.annotations.claims_in(span) if self.annotations else ()

    def points_over(self, span: Span) -> list[Point]:
        return [
            each
            for each in self.draft.points
            if each.source.article == self.article.id and each.source.span.overlaps(span)
        ]

    def held(self, span: Span) -> set[str]:
        """The sections that have every word of ``span`` as taken points."""
        if self.annotations is None:
            return set()
        sources = edits.pieces(self.article, self.annotations, span)
        sections = self.draft.sections
        return {each.id for each in sections if edits.holds(self.draft, each.id, sources)}

    def point_of(self, source: Source) -> Point | None:
        return next((each for each in self.draft.points if each.source == source), None)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.positions.from_qt(start), self.positions.from_qt(end))

    def _whole_words(self, span: Span) -> Span:
        first, last = self._line_at(span.start), self._line_at(span.end)
        start, end = span.start, span.end
        finder = _words(first)
        finder.setPosition(first.to_qt(start))
        if not finder.isAtBoundary():
            start = first.from_qt(finder.toPreviousBoundary())
        finder = _words(last)
        finder.setPosition(last.to_qt(end))
        if not finder.isAtBoundary():
            end = last.from_qt(finder.toNextBoundary())
        return Span(start, end)

    def _line_at(self, offset: int) -> Positions:
        """The line of the article's text that holds a code point, as Qt counts it."""
        text, bounds = self.article.text, self.positions.span
        start = text.rfind("\n", bounds.start, offset) + 1 or bounds.start
        end = text.find("\n", offset, bounds.end)
        return Positions(text[start : end if end >= 0 else bounds.end], start)


def _words(line: Positions) -> QTextBoundaryFinder:
    return QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, line.text)

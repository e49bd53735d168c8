"""Gives the article's document its type: roles, spacing, and what stands beside paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from briefing.model.article import BY_HAND, Paragraph, Role
from briefing.ui.article import kinds, tips
from briefing.ui.article.gutter import ParagraphLabel
from briefing.ui.article.roles import is_furniture
from briefing.ui.positions import Positions

LINE_HEIGHT = 116
"""Per cent of the face's own height."""
_PARAGRAPH_GAP = 0.62
"""Height of the blank line between paragraphs, in sizes of the type."""
_SMALLER, _LARGER = 0.88, 1.14


def dress(
    document: QTextDocument,
    paragraphs: Iterable[Paragraph],
    positions: Positions,
    font: QFont,
    muted: QColor,
) -> None:
    """Format a document that holds the text of ``paragraphs``; no character of it changes."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(
        _leading(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight)
    )
    cursor.setCharFormat(QTextCharFormat())
    gap = _leading(
        max(4.0, font.pointSizeF() * _PARAGRAPH_GAP * 96 / 72),
        QTextBlockFormat.LineHeightTypes.FixedHeight,
    )
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(gap)
        block = block.next()
    formats = {role: _letters(role, font, muted) for role in Role}
    for paragraph in paragraphs:
        if paragraph.role is not Role.BODY:
            cursor.setPosition(positions.to_qt(paragraph.span.start))
            cursor.setPosition(positions.to_qt(paragraph.span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(formats[paragraph.role])
    cursor.endEditBlock()


def labels(
    paragraphs: Iterable[Paragraph], numbers: Mapping[str, int], positions: Positions
) -> tuple[ParagraphLabel, ...]:
    """A number for each body paragraph, for each other what it is."""
    made: list[ParagraphLabel] = []
    for paragraph in paragraphs:
        number = numbers.get(paragraph.id)
        name = kinds.name(paragraph) if number is None else f"Paragraph {number}"
        grey = is_furniture(paragraph.role)
        made.append(
            ParagraphLabel(
                positions.to_qt(paragraph.span.start),
                positions.to_qt(paragraph.span.end),
                name if number is None else f"¶{number}",
                tips.of_paragraph(name, paragraph.cue, grey=grey),
                body=number is not None,
                grey=grey,
                by_hand=paragraph.cue == BY_HAND,
            )
        )
    return tuple(made)


def _leading(height: float, kind: QTextBlockFormat.LineHeightTypes) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(height, kind.value)
    return made


def _letters(role: Role, font: QFont, muted: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    if role is Role.HEADING:
        made.setFontWeight(QFont.Weight.Bold)
        made.setFontPointSize(font.pointSizeF() * _LARGER)
    elif is_furniture(role):
        made.setFontItalic(True)
        made.setFontPointSize(font.pointSizeF() * _SMALLER)
        made.setForeground(muted)
    return made

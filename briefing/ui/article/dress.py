"""Gives the article's document its type: roles, spacing, and what stands beside paragraphs."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from briefing.model.article import Article, Role
from briefing.ui.article.gutter import ParagraphLabel
from briefing.ui.positions import Positions

LINE_HEIGHT = 116
"""Per cent of the face's own height."""
_PARAGRAPH_GAP = 0.62
"""Height of the blank line between paragraphs, in sizes of the type."""
_SMALLER, _LARGER = 0.88, 1.14
_ROLE_NAMES = {
    Role.CAPTION: "Caption",
    Role.RELATED: "Related link",
    Role.NOTICE: "Notice",
    Role.BYLINE: "Byline",
}


def is_furniture(role: Role) -> bool:
    return role in _ROLE_NAMES


def dress(
    document: QTextDocument, article: Article, positions: Positions, font: QFont, muted: QColor
) -> None:
    """Format a document that holds the article's text; no character of it changes."""
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
    for paragraph in article.paragraphs:
        if paragraph.role is not Role.BODY:
            cursor.setPosition(positions.to_qt(paragraph.span.start))
            cursor.setPosition(positions.to_qt(paragraph.span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(formats[paragraph.role])
    cursor.endEditBlock()


def labels(article: Article, positions: Positions) -> tuple[ParagraphLabel, ...]:
    """A number for each body paragraph, the name of its role for each piece of furniture."""
    numbers = article.numbers()
    made: list[ParagraphLabel] = []
    for paragraph in article.paragraphs:
        position = positions.to_qt(paragraph.span.start)
        if paragraph.id in numbers:
            number = numbers[paragraph.id]
            made.append(ParagraphLabel(position, f"¶{number}", f"Paragraph {number}", True))
        elif is_furniture(paragraph.role):
            name = _ROLE_NAMES[paragraph.role]
            tip = "Not part of the article's body, left out by default."
            cue = f"\nWhy: {paragraph.cue}" if paragraph.cue else ""
            made.append(ParagraphLabel(position, name, f"{name}. {tip}{cue}", False))
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

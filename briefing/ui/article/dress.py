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

from briefing.model.article import Paragraph, Role
from briefing.ui.article.gutter import ParagraphLabel
from briefing.ui.article.roles import NAMES, is_furniture
from briefing.ui.positions import Positions

LINE_HEIGHT = 116
"""Per cent of the face's own height."""
_PARAGRAPH_GAP = 0.62
"""Height of the blank line between paragraphs, in sizes of the type."""
_SMALLER, _LARGER = 0.88, 1.14
_CLICK = "Click, or press R in it, to say that it is something else."


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
    """A number for each body paragraph, the name of its role for each piece of furniture."""
    made: list[ParagraphLabel] = []
    for paragraph in paragraphs:
        position = positions.to_qt(paragraph.span.start)
        why = f"\nWhy: {paragraph.cue}" if paragraph.cue else ""
        if paragraph.id in numbers:
            number = numbers[paragraph.id]
            tip = f"Paragraph {number}{why}\n{_CLICK}"
            made.append(ParagraphLabel(position, f"¶{number}", tip, True))
        elif is_furniture(paragraph.role):
            name = NAMES[paragraph.role]
            tip = f"{name}. Not part of the article's body, left out by default.{why}\n{_CLICK}"
            made.append(ParagraphLabel(position, name, tip, False))
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

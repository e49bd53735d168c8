"""Paints the rows of a list, and gives a row the line in which something of it is typed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefing.model.corrections import Act
from briefing.ui import contrast, painting
from briefing.ui.facts import line as small_line
from briefing.ui.facts.lists import Heading
from briefing.ui.facts.model import ROW, Index
from briefing.ui.facts.rows import FactRow
from briefing.ui.facts.values import FORMS
from briefing.ui.sections.wrapping import text_height, wrapped

CHECK = 18
_EDGE = 6
"""From the side of the view to what is painted, in pixels."""
_PAD = 6
"""Above and below the text of a row."""
_GAP = 2
"""Between the parts of a row."""
_TITLE_LINES, _TEXT_LINES, _SIDE_LINES = 2, 3, 2
"""Of a title; of a sentence by itself; of what stands under a title."""
_HINTS = {
    Act.NAME: "Name",
    Act.ROLE: "Role, such as “chief of staff”",
    Act.VALUE: FORMS,
    Act.SPEAKER: "Who says it",
}

State = QStyle.StateFlag


class FactDelegate(QStyledItemDelegate):
    answered = Signal(object, object, str)
    """FactRow, Act, and what was typed for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.act = Act.NAME
        """What the next editor asks for."""
        self.hot_chip: FactRow | None = None
        """Over whose kind of claim the mouse is."""
        self._sizes: dict[FactRow, tuple[int, str, QSize]] = {}

    # Size and parts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, view, font = index.data(ROW), option.widget, option.font
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        if not isinstance(row, FactRow):
            return QSize(width, QFontMetrics(painting.small(font)).height() + 20)
        known = self._sizes.get(row)
        if known is None or known[:2] != (width, font.key()):
            if len(self._sizes) > 20_000:
                self._sizes.clear()
            known = width, font.key(), QSize(width, self._height(row, font, width))
            self._sizes[row] = known
        return known[2]

    @staticmethod
    def check_rect(rect: QRect, font: QFont) -> QRect:
        line = QFontMetrics(font).height()
        return QRect(rect.left() + _EDGE + 5, rect.top() + _PAD + (line - CHECK) // 2, CHECK, CHECK)

    def chip(self, rect: QRect, row: FactRow, font: QFont) -> QRect:
        """Where the kind of a claim is; empty for other facts."""
        if row.claim is None:
            return QRect()
        line = QRect(_text_left(rect), 0, _text_width(rect.width()), _small_height(font))
        below = line.height() + _GAP if row.doubt else 0
        line.moveBottom(rect.bottom() - _PAD - below)
        return small_line.parts(line, row, font).chip

    def _height(self, row: FactRow, font: QFont, width: int) -> int:
        room = _text_width(width)
        heights = []
        if row.title:
            heights.append(text_height(row.title, painting.bold(font), room, _TITLE_LINES))
        if row.text:
            heights.append(text_height(row.text, font, room, _lines(row)))
        line = _small_height(font)
        heights += [line] * (small_line.has(row) + bool(row.doubt))
        return sum(heights) + _GAP * (len(heights) - 1) + 2 * _PAD

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Base))
        if isinstance(row, Heading):
            _paint_heading(painter, option, row)
        elif isinstance(row, FactRow):
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: FactRow) -> None:
        tones, font = painting.tones(option), option.font
        ink, muted = QColor(tones.text), QColor(tones.muted)
        ground = option.rect.adjusted(_EDGE, 1, -_EDGE, 0)
        if option.state & State.State_MouseOver:
            painting.rounded(painter, ground, contrast.mix(QColor(tones.base), ink, 0.05))
        painting.mark_current(painter, ground, option)
        painting.check_box(painter, self.check_rect(option.rect, font), option, _state(row))
        left, top = _text_left(option.rect), option.rect.top() + _PAD
        room = _text_width(option.rect.width())

        def put(text: str, face: QFont, lines: int, colour: QColor) -> None:
            nonlocal top
            painter.setPen(colour)
            block = wrapped(text, face, room, lines)
            block.layout.draw(painter, QPointF(left, top))
            top += block.height + _GAP

        if row.title:
            put(row.title, painting.bold(font), _TITLE_LINES, ink)
        if row.text:
            quiet = contrast.mix(ink, muted, 0.55) if row.title else ink
            put(row.text, font, _lines(row), quiet)
        small = painting.small(font)
        line = QRect(left, top, room, _small_height(font))
        if small_line.has(row):
            hot = row == self.hot_chip
            small_line.paint(painter, line, row, font, muted, QColor(tones.base), hot=hot)
            line.translate(0, line.height() + _GAP)
        if row.doubt:
            _paint_doubt(painter, line, row.doubt, small, QColor(tones.warning))

    # Editing

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(option.font)
        editor.setProperty("act", self.act.value)
        editor.setPlaceholderText(_HINTS.get(self.act, ""))
        editor.setAccessibleName(
            "Date" if self.act is Act.VALUE else _HINTS.get(self.act, "").partition(",")[0]
        )
        if self.act is Act.VALUE:
            editor.setToolTip(f"Such as {FORMS}")  # it is seldom empty, to show its hint
        editor.setAutoFillBackground(True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(editor, QLineEdit) and isinstance(row, FactRow) and not editor.isModified():
            editor.setText(row.answer(Act(editor.property("act"))))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        row = index.data(ROW)
        if isinstance(editor, QLineEdit) and isinstance(row, FactRow) and editor.isModified():
            editor.setModified(False)  # told once, if it is asked again
            self.answered.emit(row, Act(editor.property("act")), editor.text())

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        left = _text_left(option.rect) - 5
        height = editor.sizeHint().height()
        top = option.rect.top() + max(0, min(2, option.rect.height() - height))
        editor.setGeometry(left, top, option.rect.right() - _EDGE - left, height)

    def save(self, editor: QWidget) -> None:
        """Announce what is typed in an editor of ours, and close it."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
    tones, font = painting.tones(option), painting.bold(painting.small(option.font))
    rect = option.rect.adjusted(_EDGE + 5, 6, -_EDGE - 7, 0)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    count = str(row.count)
    room = rect.width() - metrics.horizontalAdvance(count) - 12
    painter.setPen(QColor(tones.muted))
    middle = Qt.AlignmentFlag.AlignVCenter
    shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideMiddle, room)
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, shown)
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, count)
    painter.fillRect(
        QRectF(rect.left(), option.rect.bottom() - 1, rect.width(), 1), QColor(tones.border)
    )


def _state(row: FactRow) -> Qt.CheckState:
    return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked


def _paint_doubt(painter: QPainter, line: QRect, text: str, font: QFont, colour: QColor) -> None:
    side = round(line.height() * 0.62)
    sign = QRectF(line.left() + 1, line.top() + (line.height() - side) / 2, side * 1.1, side)
    painting.warning_sign(painter, sign, colour)
    rest = line.adjusted(round(side * 1.1) + 7, 0, 0, 0)
    painting.line(painter, rest, text, font, colour)


def _small_height(font: QFont) -> int:
    return QFontMetrics(painting.small(font)).height()


def _lines(row: FactRow) -> int:
    return _SIDE_LINES if row.title else _TEXT_LINES


def _text_left(rect: QRect) -> int:
    return rect.left() + _EDGE + 5 + CHECK + 8


def _text_width(width: int) -> int:
    return max(40, width - _text_left(QRect()) - _EDGE - 7)

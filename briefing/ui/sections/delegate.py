"""Paints the rows of the tree, and gives a point's row its editor."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefing.ui import contrast, painting, theme
from briefing.ui.sections import details, layout
from briefing.ui.sections.editor import WordingEditor
from briefing.ui.sections.model import ROW, Index, check_state
from briefing.ui.sections.rows import PointRow, SectionRow
from briefing.ui.sections.wrapping import text_height, wrapped

_EDITOR_LINES = 6

State = QStyle.StateFlag


class RowDelegate(QStyledItemDelegate):
    """``emphasised`` is the id of the point the mouse is over in the article."""

    emphasised: str = ""
    hot_chip: str = ""
    """Id of the point whose kind of claim the mouse is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: dict[str, tuple[PointRow, int, str, QSize]] = {}
        """By point: the row, width and font it was asked for, and the answer. The view asks for
        all rows that are unfolded whenever one comes or goes."""

    # Size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        view, font = option.widget, option.font
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        if isinstance(row, SectionRow):
            return QSize(width, layout.section_height(QFontMetrics(painting.bold(font))))
        asked = row, width, font.key()
        known = self._sizes.get(row.id)
        if known is None or known[0] is not row or known[1:3] != asked[1:]:
            known = *asked, QSize(width, self._point_height(row, font, width))
            self._sizes[row.id] = known
        return known[3]

    @staticmethod
    def _point_height(row: PointRow, font: QFont, width: int) -> int:
        text = text_height(_text(row), font, layout.text_width(width))
        small = QFontMetrics(painting.small(font)).height() if details.has(row) else 0
        return layout.point_height(text, small)

    # Parts

    def section_parts(self, rect: QRect, row: SectionRow, font: QFont) -> layout.SectionParts:
        return layout.section_parts(rect, QFontMetrics(font).horizontalAdvance(_count(row)))

    def point_parts(self, rect: QRect, row: PointRow, font: QFont) -> layout.PointParts:
        small = QFontMetrics(painting.small(font)).height() if details.has(row) else 0
        return layout.point_parts(rect, small, QFontMetrics(font).height())

    def chip(self, rect: QRect, row: PointRow, font: QFont) -> QRect:
        """Where its kind of claim is; empty where it makes none."""
        parts = self.point_parts(rect, row, font)
        return details.parts(parts.details, row, font).chip

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Base))
        if isinstance(row, SectionRow):
            self._paint_section(painter, option, row)
        elif isinstance(row, PointRow):
            self._paint_point(painter, option, row, index.parent().data(ROW))
        painter.restore()

    def _paint_section(
        self, painter: QPainter, option: QStyleOptionViewItem, row: SectionRow
    ) -> None:
        tones, colours = _colours(option, row.colour)
        parts = self.section_parts(option.rect, row, option.font)
        muted = QColor(tones.muted)
        base = QColor(tones.base)
        lit = row.taken and not row.empty
        fill = contrast.mix(base, colours.fill, 0.8 if lit else 0.25)
        if option.state & State.State_MouseOver:
            fill = contrast.mix(fill, colours.line, 0.06)
        painting.rounded(painter, parts.ground, fill)
        painting.mark_current(painter, parts.ground, option)
        _chevron(painter, parts.chevron, muted, bool(option.state & State.State_Open))
        painting.check_box(painter, parts.check, option, check_state(row))
        chip = colours.chip if lit else contrast.mix(base, colours.chip, 0.45)
        painting.rounded(painter, parts.chip, chip, 5)
        if row.key:
            painter.setFont(painting.bold(option.font))
            painter.setPen(colours.chip_text)
            painter.drawText(parts.chip, Qt.AlignmentFlag.AlignCenter, str(row.key))
        name = colours.text if lit else muted
        painting.line(painter, parts.name, row.name, painting.bold(option.font), name)
        painter.setFont(option.font)
        painter.setPen(muted)
        painter.drawText(parts.count, Qt.AlignmentFlag.AlignVCenter, _count(row))

    def _paint_point(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: PointRow,
        section: SectionRow | None,
    ) -> None:
        tones, colours = _colours(option, section.colour if section else "")
        parts = self.point_parts(option.rect, row, option.font)
        base = QColor(tones.base)
        muted = QColor(tones.muted)
        bar = colours.line if row.counts else contrast.mix(base, colours.line, 0.35)
        painter.fillRect(parts.bar, bar)
        ink = QColor(tones.text) if row.counts else muted
        if row.id == self.emphasised:
            painting.rounded(painter, parts.ground, colours.fill)
            ink, muted = colours.text, contrast.mix(muted, colours.text, 0.6)
        elif option.state & State.State_MouseOver:
            painting.rounded(painter, parts.ground, contrast.mix(base, QColor(tones.text), 0.05))
        painting.mark_current(painter, parts.ground, option)
        painting.check_box(painter, parts.check, option, check_state(row))
        painter.setPen(ink)
        text = wrapped(_text(row), option.font, layout.text_width(option.rect.width()))
        text.layout.draw(painter, QPointF(parts.text.topLeft()))
        if details.has(row):
            mark = colours.line if row.counts else muted
            hot = row.id == self.hot_chip
            details.paint(painter, parts.details, row, option.font, mark, muted, base, hot)

    # Editing

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> QWidget:
        editor = WordingEditor(parent)
        editor.setFont(option.font)
        editor.saved.connect(lambda: self.save(editor))
        return editor

    def save(self, editor: QWidget) -> None:
        """Announce what is typed in an editor of ours, and close it."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, WordingEditor)
        if editor.document().isModified():
            return  # the row changed meanwhile: what the person is typing stays
        editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
        editor.moveCursor(QTextCursor.MoveOperation.End)  # all selected, a slip would lose it

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, WordingEditor)
        if editor.document().isModified():
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row = index.data(ROW)
        parent = editor.parentWidget()
        if not isinstance(row, PointRow) or parent is None:
            return
        parts = self.point_parts(option.rect, row, option.font)
        left = parts.check.right() + 2
        wanted = _EDITOR_LINES * QFontMetrics(option.font).lineSpacing() + 34
        height = min(max(option.rect.height(), wanted), parent.height())
        top = max(0, min(option.rect.top(), parent.height() - height))
        editor.setGeometry(left, top, option.rect.right() - left - 3, height)


def _count(row: SectionRow) -> str:
    return f"{row.count_taken}/{row.count}"


def _text(row: PointRow) -> str:
    return row.text or "…"


def _colours(option: QStyleOptionViewItem, colour: str) -> tuple[theme.Tones, theme.SectionColours]:
    dark = painting.is_dark(option)
    return theme.tones(dark), theme.section_colours(colour, dark)


def _chevron(painter: QPainter, rect: QRect, colour: QColor, open_: bool) -> None:
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    centre = QRectF(rect).center()
    reach, half = 4.0, 2.0
    ends = (
        [(-reach, -half), (0, half), (reach, -half)]
        if open_
        else [(-half, -reach), (half, 0), (-half, reach)]
    )
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in ends]))

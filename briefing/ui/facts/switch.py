"""Which of the six lists is shown: two rows of three, each with its count."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from briefing.model.corrections import List
from briefing.ui import contrast, painting, theme
from briefing.ui.facts.lists import TITLES

_COLUMNS = 3
_SIDE, _BETWEEN, _HEIGHT = 7, 5, 27
"""Beside the text, between name and count; of a segment. In pixels."""


class Segment(QRadioButton):
    """One of several, painted as a piece of one control; arrow keys go from one to the next."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_count(self, count: int) -> None:
        self.count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.setToolTip(f"{self.text()}: {count:,}")
        self.updateGeometry()
        self.update()

    @property
    def _shown(self) -> str:
        return str(self.count) if self.count < 10_000 else f"{self.count // 1000}k"

    def sizeHint(self) -> QSize:
        name = QFontMetrics(painting.bold(self.font())).horizontalAdvance(self.text())
        count = QFontMetrics(painting.small(self.font())).horizontalAdvance(self._shown)
        return QSize(name + count + _BETWEEN + 2 * _SIDE, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(58, _HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        dark = theme.is_dark(self)
        tones = theme.tones(dark)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        base, accent = QColor(tones.base), QColor(tones.accent)
        ink, count_ink = QColor(tones.text), QColor(tones.muted)
        if self.isChecked():
            painter.setBrush(contrast.mix(base, accent, 0.16))
            painter.setPen(QPen(contrast.mix(base, accent, 0.55), 1))
            count_ink = contrast.mix(count_ink, ink, 0.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(contrast.mix(base, accent, 0.07))
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(frame, theme.RADIUS - 1, theme.RADIUS - 1)
        if self.hasFocus() and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(frame, theme.RADIUS - 1, theme.RADIUS - 1)
        if not self.isEnabled():
            ink = count_ink = QColor(tones.faint)
        elif not self.count and not self.isChecked():
            ink = count_ink
        self._paint_text(painter, ink, count_ink)
        painter.end()

    def _paint_text(self, painter: QPainter, ink: QColor, count_ink: QColor) -> None:
        face = painting.bold(self.font()) if self.isChecked() else self.font()
        small = painting.small(self.font())
        count_width = QFontMetrics(small).horizontalAdvance(self._shown)
        metrics = QFontMetrics(face)
        room = self.width() - count_width - _BETWEEN - 2 * (_SIDE - 2)
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(name)
        left = max(_SIDE - 2, (self.width() - width - _BETWEEN - count_width) // 2)
        baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(left, baseline, name)
        painter.setFont(small)
        painter.setPen(count_ink)
        painter.drawText(left + width + _BETWEEN, baseline, self._shown)


class ListSwitch(QWidget):
    chosen = Signal(object)
    """List."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("List of facts")
        self._group = QButtonGroup(self)
        self.segments: dict[List, Segment] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 3, 4, 3)
        grid.setSpacing(2)
        for place, (each, title) in enumerate(TITLES.items()):
            segment = Segment(title, self)
            segment.toggled.connect(lambda on, each=each: on and self.chosen.emit(each))
            self._group.addButton(segment)
            self.segments[each] = segment
            grid.addWidget(segment, place // _COLUMNS, place % _COLUMNS)
        self.segments[List.PEOPLE].setChecked(True)

    @property
    def current(self) -> List:
        return next(each for each, segment in self.segments.items() if segment.isChecked())

    def choose(self, which: List) -> None:
        self.segments[which].setChecked(True)

    def set_counts(self, counts: Mapping[List, int]) -> None:
        for each, segment in self.segments.items():
            segment.set_count(counts.get(each, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS + 1, theme.RADIUS + 1
        )
        painter.end()

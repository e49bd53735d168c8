"""The colours a section can have, by name, to choose from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QColorDialog,
    QGridLayout,
    QPushButton,
    QWidget,
)

from briefing.ui import theme

_HUES = (
    (15, "Red"),
    (35, "Orange"),
    (70, "Ochre"),
    (170, "Green"),
    (190, "Teal"),
    (245, "Blue"),
    (290, "Violet"),
    (345, "Pink"),
    (360, "Red"),
)
"""Name of the hues below so many degrees."""
_SIZE = 26


def colour_name(hex: str) -> str:
    """What one would call it, so that the nine of the palette have nine names."""
    colour = QColor(hex)
    if colour.hslSaturationF() < 0.2:
        return "Grey"
    name = next(name for below, name in _HUES if colour.hslHue() < below)
    return "Sky blue" if name == "Blue" and colour.lightnessF() > 0.42 else name


def swatch_icon(hex: str, dark: bool) -> QIcon:
    """A small square in the colour as sections show it."""
    ratio = 2
    pixmap = QPixmap(16 * ratio, 16 * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.section_colours(hex, dark).chip)
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 4, 4)
    painter.end()
    return QIcon(pixmap)


def ask_colour(parent: QWidget, current: str) -> str | None:
    """Let the person mix any colour; ``#rrggbb``, None when they do not."""
    chosen = QColorDialog.getColor(QColor(current), parent, "Colour of the section")
    return chosen.name() if chosen.isValid() else None


class _Swatch(QAbstractButton):
    """A colour with its name; the chosen one has a ring and a tick."""

    def __init__(self, hex: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hex = hex
        self.setCheckable(True)
        self.setToolTip(colour_name(hex))
        self.setAccessibleName(f"Colour {colour_name(hex)}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = theme.section_colours(self.hex, theme.is_dark(self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.chip)
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            pen = QPen(colours.chip_text, 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            middle = box.center()
            painter.drawLine(middle.x() - 4, middle.y(), middle.x() - 1, middle.y() + 3)
            painter.drawLine(middle.x() - 1, middle.y() + 3, middle.x() + 4, middle.y() - 3)
        if self.isChecked() or self.hasFocus():
            role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Mid
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(role), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.end()


class SwatchPicker(QWidget):
    """The palette and one place for a colour of the person's own."""

    changed = Signal(str)

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Colour")
        self._group = QButtonGroup(self)
        self._row = QGridLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        for position, each in enumerate(theme.SECTION_PALETTE):
            self._add(each, position)
        self._own = self._add("#888888", len(theme.SECTION_PALETTE))
        self._own.hide()
        other = QPushButton("Other…", self)
        other.setAutoDefault(False)
        other.setToolTip("Mix a colour of your own")
        other.clicked.connect(self._ask)
        self._row.addWidget(other, 0, len(theme.SECTION_PALETTE) + 1)
        self._row.setColumnStretch(len(theme.SECTION_PALETTE) + 2, 1)
        self._group.buttonClicked.connect(lambda _: self.changed.emit(self.colour()))
        self.choose(colour)

    def colour(self) -> str:
        button = self._group.checkedButton()
        return button.hex if isinstance(button, _Swatch) else theme.SECTION_PALETTE[0]

    def choose(self, colour: str) -> None:
        for button in self._group.buttons():
            if isinstance(button, _Swatch) and button.hex == colour.lower():
                button.setChecked(True)
                return
        self._own.hex = colour.lower()
        self._own.setToolTip(f"Your own colour, {self._own.hex}")
        self._own.setAccessibleName(f"Your own colour, {self._own.hex}")
        self._own.show()
        self._own.setChecked(True)

    def _ask(self) -> None:
        chosen = ask_colour(self, self.colour())
        if chosen is not None:
            self.choose(chosen)
            self.changed.emit(chosen)

    def _add(self, hex: str, column: int) -> _Swatch:
        swatch = _Swatch(hex, self)
        self._group.addButton(swatch)
        self._row.addWidget(swatch, 0, column)
        return swatch

"""Text in at most so many lines, the last with an ellipsis where there is more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from briefing.ui.positions import Positions
from briefing.ui.sections.layout import TEXT_LINES

_ENOUGH = 1500
"""Characters: more than any width shows, and a text without end costs nothing."""
_OTHER_FACES = "\u0250"
"""From here on a letter may come from another face than the font's own."""
_STEP = 4
"""Pixels the last line is made narrower by, until its ellipsis is in sight."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    layout: QTextLayout
    height: int
    """Pixels."""
    lines: int
    elided: bool


def wrapped(text: str, font: QFont, width: int, lines: int = TEXT_LINES) -> Wrapped:
    """Lay ``text`` out. The last few thousand answers are kept: rows are asked for often."""
    if len(text) > _ENOUGH:
        text = text[: _ENOUGH - 1] + "…"
    return _wrapped(text, font.toString(), width, lines)


def text_height(text: str, font: QFont, width: int, lines: int = TEXT_LINES) -> int:
    """The height of ``wrapped``, in pixels, without laying out what is clearly one line or too
    many: a long list is asked for its heights long before most of it is seen."""
    line, space, advance = _measures(font.toString())
    if max(text, default="") < _OTHER_FACES:  # all from one face, so all lines are as high
        needed = advance(text[:_ENOUGH])
        if needed < width - 1:
            return _height(line)
        # So much needs the last line as well; a line ends with a space that takes no room.
        if needed > (lines - 1) * (width + space):
            return _height(line * lines)
    return wrapped(text, font, width, lines).height


@lru_cache(maxsize=8)
def _measures(font_name: str) -> tuple[float, float, Callable[[str], float]]:
    """Of a font: height of a line, width of a space, and the width of a text on one line."""
    font = QFont()
    font.fromString(font_name)
    layout, _ = _lay_out("x", font, _ENOUGH, 1)
    advance = QFontMetricsF(font).horizontalAdvance
    return layout.lineAt(0).height(), advance(" "), advance


@lru_cache(maxsize=4096)
def _wrapped(text: str, font_name: str, width: int, lines: int) -> Wrapped:
    font = QFont()
    font.fromString(font_name)
    layout, starts = _lay_out(text, font, width, lines + 1)
    if len(starts) <= lines:
        return _measured(layout, elided=False)
    cut = Positions(text).from_qt(starts[lines - 1])
    metrics = QFontMetricsF(font)
    for room in range(width, 0, -_STEP):
        last = metrics.elidedText(text[cut:], Qt.TextElideMode.ElideRight, room)
        layout = _lay_out(text[:cut] + last, font, width, lines)[0]
        if last.endswith("…") and _shown_whole(layout):
            break
    return _measured(layout, elided=True)


def _shown_whole(layout: QTextLayout) -> bool:
    """Whether its lines hold all its text: a line may break before what would just fit."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength() >= Positions(layout.text()).to_qt(
        len(layout.text())
    )


def _lay_out(text: str, font: QFont, width: int, lines: int) -> tuple[QTextLayout, list[int]]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    starts: list[int] = []
    top = 0.0
    layout.beginLayout()
    while len(starts) < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        starts.append(line.textStart())
    layout.endLayout()
    return layout, starts


def _measured(layout: QTextLayout, *, elided: bool) -> Wrapped:
    count = layout.lineCount()
    height = sum(layout.lineAt(each).height() for each in range(count))
    return Wrapped(layout, _height(height), count, elided)


def _height(exact: float) -> int:
    return round(exact + 0.49)

"""Where the parts of a row are, for painting, clicking and the editor alike. In pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

CHECK = 18
CHIP = 20
TEXT_LINES = 3
"""A point shows at most this many lines of text."""

_EDGE = 6
"""From the side of the view to what is painted."""
_CHEVRON = 16
_SECTION_PAD = 6
_SECTION_GAP = 7
"""Above each section, so that the groups part."""
_POINT_PAD = 5
_POINT_INDENT = _EDGE + 8
_BAR = 3
_DETAIL_GAP = 2
_COUNT_GAP = 10


@dataclass(frozen=True, slots=True)
class SectionParts:
    ground: QRect
    """The tinted bar; the row without the gap above it."""
    chevron: QRect
    check: QRect
    chip: QRect
    name: QRect
    count: QRect


@dataclass(frozen=True, slots=True)
class PointParts:
    ground: QRect
    bar: QRect
    check: QRect
    text: QRect
    details: QRect


def section_height(bold: QFontMetrics) -> int:
    return _SECTION_GAP + max(bold.height(), CHIP) + 2 * _SECTION_PAD


def section_parts(rect: QRect, count_width: int) -> SectionParts:
    ground = rect.adjusted(_EDGE, _SECTION_GAP, -_EDGE, 0)
    middle = ground.top() + ground.height() // 2

    def part(left: int, size: int) -> QRect:
        return QRect(left, middle - size // 2, size, size)

    chevron = part(ground.left() + 4, _CHEVRON)
    check = part(chevron.right() + 5, CHECK)
    chip = part(check.right() + 8, CHIP)
    count = QRect(
        ground.right() - _COUNT_GAP - count_width, ground.top(), count_width, ground.height()
    )
    left = chip.right() + 9
    name = QRect(left, ground.top(), max(0, count.left() - _COUNT_GAP - left), ground.height())
    return SectionParts(ground, chevron, check, chip, name, count)


def text_width(row_width: int) -> int:
    """How wide a point's text is in a row of this width."""
    return max(40, point_parts(QRect(0, 0, row_width, 100), 0, 20).text.width())


def point_height(text_height: int, details_height: int) -> int:
    return text_height + (_DETAIL_GAP + details_height if details_height else 0) + 2 * _POINT_PAD


def point_parts(rect: QRect, details_height: int, line_height: int) -> PointParts:
    bar = QRect(rect.left() + _POINT_INDENT, rect.top(), _BAR, rect.height())
    ground = QRect(bar.right() + 3, rect.top() + 1, 0, rect.height() - 1)
    ground.setRight(rect.right() - _EDGE)
    check_top = rect.top() + _POINT_PAD + (line_height - CHECK) // 2
    check = QRect(ground.left() + 5, check_top, CHECK, CHECK)
    text = QRect(check.right() + 8, rect.top() + _POINT_PAD, 0, 0)
    text.setRight(ground.right() - 7)
    bottom = rect.bottom() - _POINT_PAD
    details = QRect(text.left(), bottom - details_height + 1, text.width(), details_height)
    text.setBottom(details.top() - _DETAIL_GAP - 1 if details_height else bottom)
    return PointParts(ground, bar, check, text, details)

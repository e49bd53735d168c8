"""A page turned so that its text stands upright, measured from its top left corner."""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefing.readers.pdf.marks import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of what is shown, in the file's own coordinates, which run upwards."""

    page_left: float
    page_bottom: float
    page_right: float
    page_top: float
    turn: int = 0
    """Quarter turns to the left by which the text runs."""

    @property
    def width(self) -> float:
        across, along = self.page_right - self.page_left, self.page_top - self.page_bottom
        return along if self.turn % 2 else across

    @property
    def height(self) -> float:
        across, along = self.page_right - self.page_left, self.page_top - self.page_bottom
        return across if self.turn % 2 else along

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        match self.turn:
            case 1:
                return Box(
                    bottom - self.page_bottom, left - self.page_left,
                    top - self.page_bottom, right - self.page_left,
                )  # fmt: skip
            case 2:
                return Box(
                    self.page_right - right, bottom - self.page_bottom,
                    self.page_right - left, top - self.page_bottom,
                )  # fmt: skip
            case 3:
                return Box(
                    self.page_top - top, self.page_right - right,
                    self.page_top - bottom, self.page_right - left,
                )  # fmt: skip
            case _:
                return Box(
                    left - self.page_left, self.page_top - top,
                    right - self.page_left, self.page_top - bottom,
                )  # fmt: skip

    def base(self, x: float, y: float) -> float:
        """How far down a point is."""
        match self.turn:
            case 1:
                return x - self.page_left
            case 2:
                return y - self.page_bottom
            case 3:
                return self.page_right - x
            case _:
                return self.page_top - y


def quarters(a: float, b: float) -> int:
    """Quarter turns to the left of text with this matrix; -1 for anything between."""
    angle = math.degrees(math.atan2(b, a)) / 90
    nearest = round(angle)
    return nearest % 4 if abs(angle - nearest) < 0.06 else -1

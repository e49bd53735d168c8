"""Colours by measure: what can be told apart, and what can be read on what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio after WCAG 2, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """``colour`` laid over ``ground``, ``share`` from 0 to 1."""
    return QColor.fromRgbF(
        *(
            g + (c - g) * share
            for g, c in zip(ground.getRgbF()[:3], colour.getRgbF()[:3], strict=True)
        )
    )


def _linear(colour: QColor) -> tuple[float, ...]:
    return tuple(
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in colour.getRgbF()[:3]
    )


def lab(colour: QColor) -> tuple[float, float, float]:
    """In CIE L*a*b*, under D65, where distances are about those the eye sees."""
    red, green, blue = _linear(colour)
    x, y, z = (
        each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116
        for each in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _luminance(colour: QColor) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def vivid(colour: QColor) -> QColor:
    """The same hue neither dark nor pale, so that its tint is a colour and no grey."""
    hue, saturation, lightness, _ = colour.getHslF()
    return QColor.fromHslF(max(0.0, hue), saturation, min(0.6, max(0.42, lightness)))


def until(colour: QColor, toward: QColor, enough: Callable[[QColor], bool]) -> QColor:
    """``colour``, moved ``toward`` another in small steps until it is ``enough``."""
    for step in range(41):
        moved = mix(colour, toward, step / 40)
        if enough(moved):
            return moved
    return toward

"""The chip that tells of what kind a claim is, as points and facts have it; a click changes it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from briefing.model.annotations import ClaimKind
from briefing.ui import claim_glyphs, contrast, painting

ROUND = 4.0
PAD = 5
"""Between the frame and what is in it."""
GLYPH, PENCIL, _ARROW = 11, 10, 7


def width(kind: ClaimKind | None, font: QFont, *, by_hand: bool) -> int:
    """In pixels; 0 where there is no claim."""
    if kind is None:
        return 0
    glyph = GLYPH + 3 if kind is not ClaimKind.REPORTED else 0
    pencil = PENCIL + 3 if by_hand else 0
    return 2 * PAD + glyph + pencil + painting.text_width(kind.value, font) + 4 + _ARROW


def paint(
    painter: QPainter,
    rect: QRect,
    kind: ClaimKind,
    font: QFont,
    muted: QColor,
    base: QColor,
    *,
    by_hand: bool,
    hot: bool,
) -> None:
    """Full for an inference, a frame for what somebody says, neither for what is reported.

    ``hot`` is whether the mouse is over it, ``by_hand`` whether the person said so.
    """
    frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    inferred = kind is ClaimKind.INFERENCE
    ink = base if inferred else muted
    ground = muted if inferred else QColor(Qt.GlobalColor.transparent)
    if hot:
        ground = contrast.mix(base, muted, 0.85 if inferred else 0.18)
    bare = kind is ClaimKind.REPORTED and not hot
    painter.setPen(Qt.PenStyle.NoPen if bare else QPen(contrast.mix(base, muted, 0.55), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(frame, ROUND, ROUND)
    rest = rect.adjusted(PAD, 0, 0, 0)
    if kind is not ClaimKind.REPORTED:
        claim_glyphs.paint(painter, painting.square(rest, GLYPH), kind, ink)
        rest.adjust(GLYPH + 3, 0, 0, 0)
    if by_hand:
        claim_glyphs.paint_pencil(painter, painting.square(rest, PENCIL), on_accent=inferred)
        rest.adjust(PENCIL + 3, 0, 0, 0)
    words = painting.text_width(kind.value, font)
    painting.line(painter, rest.adjusted(0, 0, words - rest.width(), 0), kind.value, font, ink)
    _arrow(painter, painting.square(rest.adjusted(words + 4, 0, 0, 0), _ARROW).center(), ink)


def _arrow(painter: QPainter, centre: QPointF, ink: QColor) -> None:
    pen = QPen(ink, 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach, half = _ARROW / 2 - 0.5, 1.6
    ends = (QPointF(-reach, -half), QPointF(0, half), QPointF(reach, -half))
    painter.drawPolyline(QPolygonF([centre + each for each in ends]))

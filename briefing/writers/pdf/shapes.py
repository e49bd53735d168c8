"""Lines and shades in PDF's operators; their colours are chosen elsewhere."""

from __future__ import annotations

from briefing.writers.layout.laid import Fill, Rule

_DASHES = {"dotted": "[0 {0:.2f}] 0 d 1 J", "dashed": "[{1:.2f} {1:.2f}] 0 d 0 J"}


def fill(fill: Fill) -> str:
    return f"{fill.x:.2f} {fill.y:.2f} {fill.width:.2f} {fill.height:.2f} re f"


def rule(rule: Rule) -> list[str]:
    x1, y1, x2, y2, width = rule.x1, rule.y1, rule.x2, rule.y2, rule.width
    if rule.kind == "double":
        # two lines of a third each, with a third between
        width /= 3
        dx, dy = (width, 0) if x1 == x2 else (0, width)
        return [
            _line(x1 + sign * dx, y1 + sign * dy, x2 + sign * dx, y2 + sign * dy, width)
            for sign in (-1, 1)
        ]
    drawn = _line(x1, y1, x2, y2, width)
    if rule.kind in _DASHES:
        return [f"q {_DASHES[rule.kind].format(2 * width, 3 * width)} {drawn} Q"]
    return [drawn]


def _line(x1: float, y1: float, x2: float, y2: float, width: float) -> str:
    return f"{width:.3f} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S"

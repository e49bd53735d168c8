"""Where a tab goes to. Points from the left of the paragraph's room."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.writers.house.look import Alignment, ParagraphLook, Tab

_TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Stops:
    tabs: tuple[Tab, ...]
    """Rising."""
    default: float
    """Distance of the stops where no other is left."""
    indent: float | None = None
    """Of lines after the first, where the first hangs out: a stop for the first."""
    outside: float = 0
    """How far over the right edge text may stand that a stop centres, or ends."""

    @staticmethod
    def of(look: ParagraphLook, default: float, outside: float = 0) -> Stops:
        tabs = tuple(sorted(look.tabs, key=lambda each: each.position))
        return Stops(tabs, default, look.left if look.first < 0 else None, outside)


def advance(stops: Stops, x: float, width: float) -> tuple[float, str]:
    """Where the text after a tab begins that stands at ``x``, and the leader that goes there.

    ``width`` is that of the text up to the next tab or the end of the line.
    """
    stop = _next(stops, x)
    match stop.alignment:
        case Alignment.END:
            at = max(x, stop.position - width)
        case Alignment.CENTRE:
            at = max(x, stop.position - width / 2)
        case _:
            at = stop.position
    return at, stop.leader


def reach(stops: Stops, x: float, width: float, right: float) -> float:
    """How far the text after a tab may go: over the right edge where its stop wants it there."""
    stop = _next(stops, x)
    share = {Alignment.END: 1.0, Alignment.CENTRE: 0.5}.get(stop.alignment, 0)
    begin = stop.position - width * share
    if not share or begin < x or begin + width > right + stops.outside:
        return right
    return max(right, begin + width)


def _next(stops: Stops, x: float) -> Tab:
    found = next((each for each in stops.tabs if each.position > x + _TOLERANCE), None)
    indent = stops.indent
    hangs = indent is not None and indent > x + _TOLERANCE
    if hangs and indent is not None and (found is None or found.position > indent):
        return Tab(indent)
    if found is not None:
        return found
    if stops.default <= 0:
        return Tab(x)
    count = int((x + _TOLERANCE) // stops.default) + 1
    return Tab(count * stops.default)

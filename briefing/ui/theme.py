"""How the window looks: palettes, section colours, fonts, spacing.

Colours are chosen by measured contrast (WCAG 2 relative luminance), so a section may have any
colour the person likes and its text stays readable on it, in light and in dark.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from functools import lru_cache
from math import dist
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCalendarWidget, QToolButton, QWidget

from briefing import paths
from briefing.ui.contrast import contrast, lab, mix, until, vivid

Scheme = Literal["system", "light", "dark"]

GAP = 8
"""Between things that belong together, in pixels."""
MARGIN = 12
"""Around the content of a pane, in pixels."""
RADIUS = 6
"""Of the corners of fields and buttons, in pixels."""

SECTION_PALETTE: tuple[str, ...] = (
    "#00366a",
    "#e16a0a",
    "#01805c",
    "#b94891",
    "#7d5a00",
    "#3a98cf",
    "#653998",
    "#96312d",
    "#54606b",
)
"""Colours for new sections, in the order they are given out: Okabe and Ito's hues, darkened until
each is 3:1 against white, and moved apart until any two stay at least 12 apart (CIE 1976), the
first six 15, also for protan, deutan and tritan eyes."""

_TEXT_CONTRAST = 7.0
_CHIP_CONTRAST = 4.5
_LINE_CONTRAST = 3.2
_LINE_CONTRAST_DARK = 5.0
"""Thin bright lines on dark need more to look as strong as dark ones on white."""


@dataclass(frozen=True, slots=True)
class Tones:
    """The neutral colours of one scheme, and its one accent."""

    window: str
    base: str
    alternate: str
    button: str
    text: str
    muted: str
    faint: str
    """For what is disabled."""
    border: str
    accent: str
    on_accent: str
    tip: str
    link: str
    warning: str
    error: str
    good: str


LIGHT = Tones(
    window="#f4f5f7",
    base="#ffffff",
    alternate="#f8f9fb",
    button="#fdfdfe",
    text="#1b2129",
    muted="#5b6571",
    faint="#a2aab4",
    border="#d3d9e0",
    accent="#2a5db0",
    on_accent="#ffffff",
    tip="#262d36",
    link="#1f56b0",
    warning="#8a5300",
    error="#b3261e",
    good="#1b6e3c",
)

DARK = Tones(
    window="#1a1d22",
    base="#23272d",
    alternate="#282c33",
    button="#30353d",
    text="#e3e6ea",
    muted="#9ca6b2",
    faint="#6b7480",
    border="#434b56",
    accent="#82b1f5",
    on_accent="#0e141c",
    tip="#343b45",
    link="#8ab7f7",
    warning="#e8b45a",
    error="#f2877f",
    good="#76c893",
)


@dataclass(frozen=True, slots=True)
class SectionColours:
    """What a section's one colour becomes on the paper of a scheme."""

    fill: QColor
    """Tint behind text; ``text`` has at least 7:1 on it."""
    line: QColor
    """For underlines, bars and dots; at least 3:1 against the paper."""
    text: QColor
    """Of what stands on ``fill``."""
    chip: QColor
    """Ground of a label."""
    chip_text: QColor
    """On ``chip``, at least 4.5:1."""


def tones(dark: bool) -> Tones:
    return DARK if dark else LIGHT


@lru_cache(maxsize=256)
def section_colours(hex: str, dark: bool) -> SectionColours:
    """The colours of a section whose own colour is ``#rrggbb``; a bad one counts as grey."""
    own = QColor(hex) if QColor.isValidColorName(hex) else QColor("#6b7480")
    scheme = tones(dark)
    paper, ink = QColor(scheme.base), QColor(scheme.text)
    enough = _LINE_CONTRAST_DARK if dark else _LINE_CONTRAST
    line = until(vivid(own) if dark else own, ink, lambda c: contrast(c, paper) >= enough)
    fill = until(
        mix(paper, vivid(own), 0.32 if dark else 0.2),
        paper,
        lambda c: contrast(ink, c) >= _TEXT_CONTRAST,
    )
    if dark:
        chip_text = QColor("#0e1116")
        toward = QColor("white")
    else:
        chip_text = QColor("white")
        toward = QColor("black")
    chip = until(line, toward, lambda c: contrast(c, chip_text) >= _CHIP_CONTRAST)
    return SectionColours(fill=fill, line=line, text=ink, chip=chip, chip_text=chip_text)


def new_colour(used: Collection[str]) -> str:
    """That of the palette which is farthest (CIE 1976) from all that are in use."""
    own = [lab(QColor(each)) for each in used if QColor.isValidColorName(each)]
    if not own:
        return SECTION_PALETTE[0]

    def apart(colour: str) -> tuple[float, int]:
        here = lab(QColor(colour))
        distances = [dist(here, each) for each in own]
        return min(distances), -distances.count(0.0)

    return max(SECTION_PALETTE, key=apart)


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Weekends and arrows in tones that can be read; Qt's own are red and black, always."""
    from briefing.ui.icons import icon  # late: only a calendar needs it here

    weekend = QTextCharFormat()
    weekend.setForeground(QColor(tones(is_dark(calendar)).muted))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    for name, arrow in (("prev", "previous"), ("next", "next")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:
            button.setIcon(icon(arrow, on_accent=True))


def is_dark(of: QWidget | QApplication) -> bool:
    """Whether ``of`` is painted light on dark."""
    return of.palette().color(QPalette.ColorRole.Window).lightness() < 128


def apply(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress the program; call it again to change the scheme. "system" follows the desktop."""
    hints = app.styleHints()
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    if not app.property("briefing_follows"):
        app.setProperty("briefing_follows", True)
        hints.colorSchemeChanged.connect(lambda _: _follow(app))
    app.setProperty("briefing_scheme", scheme)
    hints.setColorScheme(
        {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }.get(scheme, Qt.ColorScheme.Unknown)
    )
    _dress(app)


def _follow(app: QApplication) -> None:
    if app.property("briefing_scheme") == "system":
        _dress(app)


def _dress(app: QApplication) -> None:
    wanted = app.property("briefing_scheme")
    dark = wanted == "dark" or (
        wanted == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    )
    scheme = tones(dark)
    app.setPalette(palette(scheme))
    app.setStyleSheet(_stylesheet(scheme))


def palette(scheme: Tones) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for where, colour in {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.base,
        role.AlternateBase: scheme.alternate,
        role.Text: scheme.text,
        role.Button: scheme.button,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.error,
        role.Highlight: scheme.accent,
        role.HighlightedText: scheme.on_accent,
        role.Accent: scheme.accent,
        role.PlaceholderText: scheme.muted,
        role.ToolTipBase: scheme.tip,
        role.ToolTipText: "#f2f4f7",
        role.Link: scheme.link,
        role.LinkVisited: scheme.link,
        role.Mid: scheme.border,
        role.Midlight: scheme.border,
        role.Light: scheme.base,
    }.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(group.Disabled, where, QColor(scheme.faint))
    made.setColor(group.Disabled, role.Highlight, QColor(scheme.border))
    made.setColor(group.Disabled, role.HighlightedText, QColor(scheme.faint))
    return made


def _stylesheet(t: Tones) -> str:
    icons = paths.ASSETS / "icons"
    values = asdict(t) | {
        "hover": mix(QColor(t.button), QColor(t.accent), 0.10).name(),
        "pressed": mix(QColor(t.button), QColor(t.accent), 0.20).name(),
        "tick": (icons / f"tick-on-{'dark' if t is LIGHT else 'light'}.svg").as_posix(),
        "close": (icons / f"close-on-{'light' if t is LIGHT else 'dark'}.svg").as_posix(),
        "chevron": (icons / f"chevron-on-{'light' if t is LIGHT else 'dark'}.svg").as_posix(),
        "gap": GAP,
        "radius": RADIUS,
    }
    return Template((paths.ASSETS / "window.qss").read_text("utf-8")).substitute(values)

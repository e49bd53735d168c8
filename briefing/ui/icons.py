"""Our own line icons, painted in the colours of the palette of the moment."""

from __future__ import annotations

import atexit
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefing import paths

_FOLDER = paths.ASSETS / "icons"
_PLACEHOLDER = b"currentColor"


@cache
def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """The icon of ``assets/icons/<name>.svg``, crisp at any size, following the palette.

    ``on_accent`` is for default buttons, whose ground is the accent. Raises FileNotFoundError
    when there is no such icon.
    """
    return QIcon(_LineEngine(name, on_accent))


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(_FOLDER / "app.svg"))


class _LineEngine(QIconEngine):
    """Renders when asked, so light, dark and every pixel ratio need no second icon."""

    def __init__(self, name: str, on_accent: bool = False) -> None:
        super().__init__()
        self._name = name
        self._on_accent = on_accent
        _source(name)

    def clone(self) -> QIconEngine:
        return _LineEngine(self._name, self._on_accent)

    def key(self) -> str:
        return "briefing-line"

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        del state
        return _render(
            self._name, size.width(), size.height(), scale, _colour(mode, self._on_accent)
        )


def _colour(mode: QIcon.Mode, on_accent: bool) -> str:
    palette = QGuiApplication.palette()
    match mode:
        case QIcon.Mode.Disabled:
            found = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        case _ if on_accent or mode is QIcon.Mode.Selected:
            found = palette.color(QPalette.ColorRole.HighlightedText)
        case _:
            found = palette.color(QPalette.ColorRole.ButtonText)
    return found.name()


@cache
def _source(name: str) -> bytes:
    return (_FOLDER / f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _render(name: str, width: int, height: int, scale: float, colour: str) -> QPixmap:
    """``width`` and ``height`` are in logical pixels, ``scale`` is how many dots one has."""
    pixmap = QPixmap(round(width * scale), round(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    side = min(width, height)
    place = QRectF(QPoint((width - side) // 2, (height - side) // 2), QSize(side, side))
    svg = _source(name).replace(_PLACEHOLDER, colour.encode())
    QSvgRenderer(QByteArray(svg)).render(painter, place)
    painter.end()
    return pixmap


@atexit.register
def _forget() -> None:
    """Let go of what is cached while there is still a Qt to let go of it in."""
    icon.cache_clear()
    _render.cache_clear()

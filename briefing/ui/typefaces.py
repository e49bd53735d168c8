"""The faces: one to read the article in, one for the window where the desktop has none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

READING_FAMILY = "Source Serif Pro"
_UI_FAMILY = "Source Sans Pro"
_FACES = ("Regular", "It", "Bold", "BoldIt")


def load_fonts(app: QApplication | None = None) -> None:
    """Make the reading face known, and a face for the window where the desktop names none."""
    if READING_FAMILY not in QFontDatabase.families():
        _add_faces("font_source_serif_pro", "SourceSerifPro")
    app = app or _application()
    if app is not None and _nobody_chose(app.font()):
        if _UI_FAMILY not in QFontDatabase.families():
            _add_faces("font_source_sans_pro", "SourceSansPro")
        if _UI_FAMILY in QFontDatabase.families():
            app.setFont(QFont(_UI_FAMILY, 10))


def reading_font(points: float = 12.5) -> QFont:
    """The face of the article; any serif face where the packaged one is missing."""
    font = QFont([READING_FAMILY, "Georgia", "Cambria", "Liberation Serif", "serif"])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def _application() -> QApplication | None:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else None


def _nobody_chose(font: QFont) -> bool:
    """Without a desktop's settings Qt asks for a generic family, or finds no face at all."""
    generic = font.family().lower() in {"", "sans", "sans serif", "sans-serif", "helvetica"}
    return generic or not QFontInfo(font).family()


def _add_faces(package: str, stem: str) -> None:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return
    files = Path(spec.submodule_search_locations[0]) / "files"
    for face in _FACES:
        path = files / f"{stem}-{face}.ttf"
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))

"""What stands in place of the sections while there are none."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from briefing.ui import theme
from briefing.ui.sections.empty import NoSections


def brightest(page: NoSections) -> int:
    """Of what is drawn in the picture."""
    (picture,) = (each for each in page.findChildren(QLabel) if not each.pixmap().isNull())
    image = picture.pixmap().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    drawn = [image.pixelColor(x, y) for x, y in points]
    return max(QColor(each).lightness() for each in drawn if each.alpha() > 200)


def test_the_picture_follows_the_colours(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    page = NoSections()
    qtbot.addWidget(page)
    page.show()
    light = brightest(page)
    theme.apply(app, "dark")
    qtbot.waitUntil(lambda: brightest(page) != light)
    theme.apply(app, "light")
    qtbot.waitUntil(lambda: brightest(page) == light)

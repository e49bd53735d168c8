from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFrame, QTabBar

from briefing import paths
from briefing.ui import contrast, icons, theme, typefaces

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
NAMES = sorted(path.stem for path in (paths.ASSETS / "icons").glob("*.svg"))


@given(COLOURS, st.booleans())
def test_any_colour_of_a_section_stays_legible(colour: str, dark: bool):
    made = theme.section_colours(colour, dark)
    paper = QColor(theme.tones(dark).base)
    assert contrast.contrast(made.text, made.fill) >= 7
    assert contrast.contrast(made.line, paper) >= 3
    assert contrast.contrast(made.chip_text, made.chip) >= 4.5


def test_a_broken_colour_counts_as_grey():
    made = theme.section_colours("no colour", dark=False)
    assert made.line.saturation() < 60


def test_contrast_is_that_of_wcag():
    assert contrast.contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast.contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_words_of_the_window_are_legible(scheme: theme.Tones):
    for ground in (scheme.window, scheme.base, scheme.alternate, scheme.button):
        assert contrast.contrast(QColor(scheme.text), QColor(ground)) >= 7
        for ink in (scheme.muted, scheme.link, scheme.error, scheme.warning, scheme.good):
            assert contrast.contrast(QColor(ink), QColor(ground)) >= 4.5, (ink, ground)
    assert contrast.contrast(QColor(scheme.on_accent), QColor(scheme.accent)) >= 4.5


@pytest.mark.parametrize("blind", ["none", "protanopia", "deuteranopia", "tritanopia"])
def test_new_sections_can_be_told_apart(blind: str):
    for count, least in ((6, 15), (9, 12)):
        for one, other in combinations(theme.SECTION_PALETTE[:count], 2):
            assert distance(seen(one, blind), seen(other, blind)) >= least, (one, other)


def test_the_palette_is_strong_enough_for_lines():
    assert len(set(theme.SECTION_PALETTE)) == 9
    for each in theme.SECTION_PALETTE:
        assert contrast.contrast(QColor(each), QColor("white")) >= 3


@pytest.mark.parametrize("count", range(9))
def test_a_new_colour_is_far_from_those_in_use(count: int):
    """Those of the topic files are none of the palette."""
    used = ["#004A74", "#EA6700", "#008662", "#C2739F", "#735000", "#474747", *["#00366a"] * 3]
    used = used[:count]
    new = theme.new_colour(used)
    assert new in theme.SECTION_PALETTE

    def nearest(colour: str) -> float:
        return min((distance(seen(colour, "none"), seen(e, "none")) for e in used), default=0)

    assert nearest(new) == pytest.approx(max(map(nearest, theme.SECTION_PALETTE)))
    assert not used or nearest(new) > 20


def test_new_colours_are_all_of_the_palette_before_one_comes_twice():
    used: list[str] = []
    for _ in range(18):
        used.append(theme.new_colour(used))
    assert set(used[:9]) == set(used[9:]) == set(theme.SECTION_PALETTE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_icon_on_the_accent_is_seen(qapp: QApplication, scheme: theme.Scheme):
    theme.apply(qapp, scheme)
    image = icons.icon("open", on_accent=True).pixmap(32, 32).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {theme.tones(scheme == "dark").on_accent}
    assert icons.icon("open").pixmap(32, 32).toImage() != image


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_rule_has_the_tone_of_borders(qtbot, qapp: QApplication, scheme: theme.Scheme):
    theme.apply(qapp, scheme)
    line = QFrame()
    qtbot.addWidget(line)
    line.setFrameShape(QFrame.Shape.HLine)
    line.resize(40, 1)
    assert line.grab().toImage().pixelColor(20, 0).name() == theme.tones(scheme == "dark").border


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tabs_close_by_a_cross_of_ours(qtbot, qapp: QApplication, scheme: theme.Scheme):
    theme.apply(qapp, scheme)
    bar = QTabBar()
    qtbot.addWidget(bar)
    bar.setTabsClosable(True)
    bar.addTab("An article")
    bar.show()
    cross = bar.tabButton(0, QTabBar.ButtonPosition.RightSide)
    image = cross.grab().toImage()
    muted = theme.tones(scheme == "dark").muted
    assert muted in {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_weekends_can_be_read(qtbot, qapp: QApplication, scheme: theme.Scheme):
    theme.apply(qapp, scheme)
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    theme.dress_calendar(calendar)
    paper = QColor(theme.tones(scheme == "dark").base)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        ink = calendar.weekdayTextFormat(day).foreground().color()
        assert contrast.contrast(ink, paper) >= 4.5


def test_scheme_can_be_changed_at_any_time(qapp: QApplication):
    theme.apply(qapp, "dark")
    assert theme.is_dark(qapp)
    theme.apply(qapp, "light")
    assert not theme.is_dark(qapp)


def test_the_reading_face_is_there(qapp: QApplication):
    typefaces.load_fonts(qapp)
    assert typefaces.READING_FAMILY in QFontDatabase.families()


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_paints_something_and_follows_the_scheme(qapp: QApplication, name: str):
    def painted() -> QImage:
        return icons.icon(name).pixmap(24, 24).toImage()

    theme.apply(qapp, "light")
    light = painted()
    assert any(light.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24))
    theme.apply(qapp, "dark")
    assert (painted() != light) is (b"currentColor" in _svg(name))


def test_an_icon_is_crisp_on_a_fine_screen(qapp: QApplication):  # noqa: ARG001
    pixmap = icons.icon("save").pixmap(icons.QSize(24, 24), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (48, 2.0)


def test_an_unknown_icon_is_a_mistake(qapp: QApplication):  # noqa: ARG001
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def _svg(name: str) -> bytes:
    return (paths.ASSETS / "icons" / f"{name}.svg").read_bytes()


# Viénot, Brettel and Mollon 1999 for red and green; for blue, a projection of the same kind.
_SEEN = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritanopia": ((1, 0.1274, -0.1274), (0, 0.8739, 0.1261), (0, 0.8739, 0.1261)),
}


def seen(colour: str, blind: str) -> tuple[float, ...]:
    """The linear red, green and blue somebody sees, each 0 to 1."""
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in QColor(colour).getRgbF()[:3]
    ]
    return tuple(
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in _SEEN[blind]
    )


def distance(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """CIE 1976 colour difference."""
    return sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5


def _lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = rgb
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)

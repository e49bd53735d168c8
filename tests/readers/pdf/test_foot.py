"""What stands small at the foot of a column, and in the corners of a page."""

from __future__ import annotations

import pytest
from gold import body, read
from setting import Sheet

from briefing.model.article import Role
from briefing.readers.content import Content
from briefing.readers.pdf import foot

LEFT = (
    "The ministers of the two countries",
    "met on Tuesday to speak about the",
    "river and of its new locks.",
)
RIGHT = (
    "They will meet again in May, the",
    "palace said, and they will bring",
    "their maps with them then.",
)
NOTE = "1 The commission was founded in 1990."
RIGHTS = "© 2021 The Meridian. All rights reserved."


def page(sheet: Sheet, *, note: str = NOTE, corner: str = "") -> Content:
    for x, lines in ((60, LEFT), (320, RIGHT)):
        for number, line in enumerate(lines * 4):
            sheet.at(x, 100 + 12 * number, line)
    sheet.at(60, 290, note, 7)
    sheet.at(60, 815, RIGHTS, 7)
    if corner:
        sheet.at(555, 815, corner, 7, right=True)
    return read(sheet.data())


def told(content: Content) -> list[tuple[str, Role | None, str]]:
    return [(each.text, each.role, each.cue) for each in content.blocks]


def test_small_type_at_the_foot_is_read_after_the_columns() -> None:
    found = told(page(Sheet()))
    assert found[-2:] == [(NOTE, Role.NOTICE, foot.CUE), (RIGHTS, None, "")]
    assert found[-3][0].endswith("their maps with them then.")


def test_small_type_without_a_mark_is_left_to_the_rules() -> None:
    text = "The bridge at noon on Tuesday."
    assert (text, None, "") in told(page(Sheet(), note=text))


def test_a_raised_mark_in_the_last_line_stays_there() -> None:
    sheet = Sheet()
    sheet.at(60, 112 + 12 * 11, "1", 6)
    sheet.at(63, 115 + 12 * 11, "A new line of the text follows here.")
    assert not any(each[0] == "1" for each in told(page(sheet)))


@pytest.mark.parametrize("corner", ["A4", "B12", "C-3"])
def test_a_number_in_a_corner_is_the_pages(corner: str) -> None:
    content = page(Sheet(), corner=corner)
    assert told(content)[-1] == (corner, Role.NOTICE, "page number on 1 page")
    assert RIGHTS in body(content)


def test_a_word_in_a_corner_is_none() -> None:
    assert all(each[2] != "page number on 1 page" for each in told(page(Sheet(), corner="Riga")))

"""The three house styles that come with the program."""

from __future__ import annotations

import io
import re
import time
import zipfile

import pytest

from briefing import paths
from briefing.model.brief import Page
from briefing.writers.house import load, read
from briefing.writers.house.letterhead import EdgeParagraph, EdgeSlot, Slot
from briefing.writers.house.look import CharacterStyle, LineRule, Style
from briefing.writers.house.whole import House

EACH = pytest.mark.parametrize("id", ["modern", "classical", "plain"])
HEADINGS = (Style.HEADING1, Style.HEADING2, Style.HEADING3)


def data(id: str) -> bytes:
    return (paths.TEMPLATES / "house-styles" / f"{id}.docx").read_bytes()


def slots(made: House) -> list[Slot]:
    return [
        item.slot
        for block in (*made.edges.header, *made.edges.footer)
        if isinstance(block, EdgeParagraph)
        for item in block.items
        if isinstance(item, EdgeSlot)
    ]


@EACH
def test_nothing_is_found_wanting(id: str) -> None:
    made = load(id)
    assert made.findings == ()
    assert slots(made) == [Slot.MARKING, Slot.HEADER, Slot.FOOTER, Slot.MARKING]
    assert (made.page.width, made.page.height) == (595.3, 841.9)
    assert made.shipped


@EACH
@pytest.mark.parametrize("page", [None, *Page])
def test_hierarchy_and_space(id: str, page: Page | None) -> None:
    made = load(id, page)
    looks = made.styles
    sizes = [looks[each].text.size for each in (Style.TITLE, *HEADINGS)]
    assert sizes == sorted(sizes, reverse=True)
    assert all(looks[each].keep_next and looks[each].keep_lines for each in HEADINGS)
    assert all(looks[each].before > looks[each].after > 0 for each in HEADINGS)
    assert all(not looks[each].hyphenate for each in (Style.TITLE, *HEADINGS, Style.MARKING))
    assert all(
        each.widow_control and each.line_rule is LineRule.MULTIPLE for each in looks.values()
    )
    assert looks[Style.FOOTER].borders.top is not None, "a rule above the footer"
    for style in (Style.BULLET, Style.NUMBER):
        assert looks[style].sign is not None
        assert looks[style].left == -looks[style].first > 0
    assert looks[Style.NORMAL].text.kern


def test_they_differ_in_more_than_their_font() -> None:
    made = [load(each) for each in ("modern", "classical", "plain")]
    assert [each.styles[Style.NORMAL].text.family for each in made] == [
        "Calibri",
        "Cambria",
        "Courier New",
    ]
    assert [each.hyphenate for each in made] == [False, True, False]
    assert len({each.styles[Style.NORMAL].alignment for each in made}) == 2
    assert len({each.styles[Style.HEADING1].text for each in made}) == 3


def test_plain_is_black_only() -> None:
    made = load("plain")
    assert {each.text.colour for each in made.styles.values()} == {"#000000"}
    assert {made.characters[each].colour for each in CharacterStyle} == {None}


def contrast(colour: str) -> float:
    """With white, as WCAG reckons it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@EACH
def test_all_words_can_be_read(id: str) -> None:
    made = load(id)
    colours = {each.text.colour for each in made.styles.values()}
    colours |= {each.colour for each in made.characters.values() if each.colour}
    assert min(contrast(each) for each in colours) >= 4.5


@EACH
def test_the_file_tells_nothing_of_who_made_it(id: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data(id))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        everything = b"".join(archive.read(each) for each in archive.namelist())
    assert re.findall(r"<(?:cp|dc|dcterms):(\w+)>", core) == ["title", "description"]
    assert not re.search(b"rsid|w:author|dcterms", everything)


@EACH
def test_it_is_quick(id: str) -> None:
    file = data(id)
    times: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        read(file, f"{id}.docx", shipped=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.06  # some 6 ms on an idle machine


@EACH
def test_the_sample_in_the_file_shows_every_style(id: str) -> None:
    """For whoever changes it in Word."""
    with zipfile.ZipFile(io.BytesIO(data(id))) as archive:
        text = "".join(
            archive.read(each).decode()
            for each in archive.namelist()
            if re.match(r"word/(document|header|footer)", each)
        )
    made = load(id)
    shown = set(re.findall(r'w:(?:p|r|tbl)Style w:val="(\w+)"', text))
    ids = {each.id for each in (*made.styles.values(), *made.tables.values())}
    ids |= set(made.character_ids.values())
    notes = {CharacterStyle.FOOTNOTE_REFERENCE, CharacterStyle.ENDNOTE_REFERENCE}
    assert ids - shown == {made.character_ids[each] for each in notes}

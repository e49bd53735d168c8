"""What a reference file says, as Word takes it: toggles, lists switched off, cells of tables."""

from __future__ import annotations

import pytest
from references import house, style

from briefing.errors import NotFollowed
from briefing.model.brief import TableStyle
from briefing.writers.house.letterhead import EdgeParagraph, EdgeText
from briefing.writers.house.look import Caps, Style
from briefing.writers.house.whole import House

LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def words_of(made: House) -> EdgeText:
    (found,) = [
        item
        for each in made.edges.header
        if isinstance(each, EdgeParagraph)
        for item in each.items
        if isinstance(item, EdgeText)
    ]
    return found


@pytest.mark.parametrize(
    ("below", "above", "bold"),
    [
        ("<w:b/>", "<w:b/>", False),
        ("<w:b/>", "", True),
        ("", "<w:b/>", True),
        ("<w:b/>", '<w:b w:val="0"/>', False),
        ('<w:b w:val="0"/>', "<w:b/>", True),
    ],
)
@pytest.mark.parametrize("direct", ["", "<w:b/>", '<w:b w:val="off"/>'])
def test_bold_in_bold_is_not(below: str, above: str, bold: bool, direct: str) -> None:
    run = f'<w:r><w:rPr><w:rStyle w:val="Loud"/>{direct}</w:rPr><w:t>Desk</w:t></w:r>'
    made = house(
        style("Letterhead", f"<w:rPr>{below}</w:rPr>")
        + style("Loud", f"<w:rPr>{above}</w:rPr>", kind="character"),
        header=f'<w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr>{run}</w:p>',
    )
    assert words_of(made).look.bold is (direct == "<w:b/>" if direct else bold)


def test_other_switches_go_off_alike_and_sizes_do_not() -> None:
    inside = '<w:rPr><w:i/><w:caps/><w:strike/><w:sz w:val="30"/></w:rPr>'
    run = '<w:r><w:rPr><w:rStyle w:val="Loud"/></w:rPr><w:t>Desk</w:t></w:r>'
    made = house(
        style("Letterhead", inside) + style("Loud", inside, kind="character"),
        header=f'<w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr>{run}</w:p>',
    )
    look = words_of(made).look
    assert (look.italic, look.caps, look.strike, look.size) == (False, Caps.NONE, False, 15)


def test_a_style_may_switch_off_the_list_it_is_based_on() -> None:
    made = house(
        style("List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', id="LB")
        + style(
            "Quote",
            '<w:basedOn w:val="LB"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
        ),
        numbering=LIST,
    )
    assert made.styles[Style.BULLET].sign is not None
    assert made.styles[Style.QUOTE].sign is None
    assert dict(made.package.parts)["word/styles.xml"].count(b'<w:numId w:val="0"/>') == 1


@pytest.mark.parametrize(("twice", "struck"), [("1", True), ("0", False)])
def test_letters_are_struck_through_once(twice: str, struck: bool) -> None:
    inside = f'<w:rPr><w:strike w:val="0"/><w:dstrike w:val="{twice}"/></w:rPr>'
    made = house(style("Title", inside))
    styles = dict(made.package.parts)["word/styles.xml"]
    assert styles.count(b"<w:strike") == 1
    assert b"dstrike" not in styles
    assert made.styles[Style.TITLE].text.strike is struck


@pytest.mark.parametrize(
    "inside",
    [
        '<w:tcPr><w:shd w:val="clear" w:fill="FFFF00"/></w:tcPr>',
        '<w:tblPr><w:tblCellSpacing w:w="40" w:type="dxa"/></w:tblPr>',
        '<w:tblPr><w:shd w:val="clear" w:fill="FFFF00"/></w:tblPr>',
    ],
)
def test_what_word_alone_would_show_of_cells_is_left_out_and_told(inside: str) -> None:
    made = house(style("Table Grid", inside, kind="table"))
    (told,) = [each for each in made.findings if isinstance(each, NotFollowed)]
    assert (told.what, told.where) == ("cells", "Table Grid")
    styles = dict(made.package.parts)["word/styles.xml"]
    assert b"FFFF00" not in styles
    assert b"tblCellSpacing" not in styles
    assert made.tables[TableStyle.GRID].id == "TableGrid"


def test_rows_of_a_table_style_and_empty_cells_say_nothing() -> None:
    inside = "<w:trPr><w:tblHeader/></w:trPr><w:tcPr/>"
    made = house(style("Table Grid", inside, kind="table"))
    assert not [each for each in made.findings if isinstance(each, NotFollowed)]
    assert b"tblHeader" not in dict(made.package.parts)["word/styles.xml"]

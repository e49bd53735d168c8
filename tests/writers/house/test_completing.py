"""What a reference file lacks is made, told, and named rightly in the package."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from references import NAMESPACES, W, house, paragraph, picture, png, style

from briefing.errors import NotFollowed, SlotMissing, StylesMissing
from briefing.messages import describe
from briefing.model.brief import TableStyle
from briefing.writers.house.letterhead import EdgeParagraph, EdgeSlot, Slot
from briefing.writers.house.look import TABLE_NAMES, Alignment, CharacterStyle, Style
from briefing.writers.house.whole import House

BARE = house()
RICH = house(
    style("Normal", "<w:rPr><w:sz w:val='24'/><w:lang w:val='fr-FR'/></w:rPr>")
    + style("header", '<w:basedOn w:val="Normal"/><w:next w:val="Nowhere"/><w:rsid w:val="00A1"/>')
    + style("List Bullet", '<w:basedOn w:val="Ghost"/>'),
    header=paragraph(picture("a.png")),
    footer=paragraph('<w:fldSimple w:instr=" PAGE "/>'),
    first_header=paragraph("Ministry"),
    section="<w:titlePg/>",
    pictures={"a.png": png()},
    settings='<w:writeProtection/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:autoHyphenation/>'
    '<w:attachedTemplate r:id="x"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="12"/></w:compat>',
)
BOTH = pytest.mark.parametrize("made", [BARE, RICH], ids=["bare", "rich"])


def parts(made: House) -> dict[str, bytes]:
    return dict(made.package.parts)


def tree(made: House, name: str) -> ET.Element:
    return ET.fromstring(parts(made)[name])


def slots(blocks: tuple[object, ...]) -> list[Slot]:
    return [
        item.slot
        for block in blocks
        if isinstance(block, EdgeParagraph)
        for item in block.items
        if isinstance(item, EdgeSlot)
    ]


@BOTH
def test_nothing_is_missing_any_more(made: House) -> None:
    assert set(made.styles) == set(Style)
    assert set(made.characters) == set(made.character_ids) == set(CharacterStyle)
    assert set(made.tables) == set(TableStyle)
    for style_ in (Style.BULLET, Style.NUMBER):
        assert made.styles[style_].sign is not None


@BOTH
def test_the_package_has_each_style_by_its_id(made: House) -> None:
    defined = {
        (each.get(f"{{{W}}}type"), each.get(f"{{{W}}}styleId"))
        for each in tree(made, "word/styles.xml").findall(f"{{{W}}}style")
    }
    assert {("paragraph", each.id) for each in made.styles.values()} <= defined
    assert {("character", each) for each in made.character_ids.values()} <= defined
    assert {("table", each.id) for each in made.tables.values()} <= defined


@BOTH
def test_no_part_names_what_is_not_there(made: House) -> None:
    styles = tree(made, "word/styles.xml")
    ids = {each.get(f"{{{W}}}styleId") for each in styles.findall(f"{{{W}}}style")}
    for each in ("basedOn", "next", "link"):
        assert {found.get(f"{{{W}}}val") for found in styles.iter(f"{{{W}}}{each}")} <= ids
    numbering = tree(made, "word/numbering.xml")
    lists = {each.get(f"{{{W}}}numId") for each in numbering.findall(f"{{{W}}}num")}
    assert {each.get(f"{{{W}}}val") for each in styles.iter(f"{{{W}}}numId")} <= lists
    for name, data in made.package.parts:
        if re.match("word/(header|footer)", name):
            used = {each.get(f"{{{W}}}val") for each in ET.fromstring(data).iter(f"{{{W}}}pStyle")}
            assert used <= ids


@BOTH
def test_types_and_relationships_fit_the_parts(made: House) -> None:
    names = set(parts(made))
    later = {"word/document.xml", "docProps/core.xml"}
    assert not names & later
    types = tree(made, "[Content_Types].xml")
    named = {each.get("PartName", "").lstrip("/") for each in types if "PartName" in each.attrib}
    suffixes = {each.get("Extension") for each in types if "Extension" in each.attrib}
    assert later <= named <= names | later
    assert {each.rsplit(".", 1)[-1] for each in names} <= suffixes
    for name in names:
        if name.endswith(".rels"):
            folder = name.split("_rels/")[0]
            targets = {folder + each.get("Target", "") for each in tree(made, name)}
            assert targets <= names | later
    ids = {each.get("Id") for each in tree(made, "word/_rels/document.xml.rels")}
    assert set(re.findall(r'r:id="(\w+)"', made.package.section)) <= ids


@BOTH
def test_the_section_stands_by_itself(made: House) -> None:
    section = ET.fromstring(made.package.section)
    names = [each.tag.split("}")[1] for each in section]
    order = ["headerReference", "footerReference", "pgSz", "pgMar", "cols", "titlePg"]
    assert [each for each in order if each in names] == list(dict.fromkeys(names))


@BOTH
def test_nothing_tells_who_made_it_or_when(made: House) -> None:
    everything = b"".join(data for _, data in made.package.parts)
    assert not re.search(b"rsid|fr-FR|attachedTemplate|writeProtection|Nowhere|Ghost", everything)


@BOTH
def test_settings_are_those_of_today(made: House) -> None:
    settings = parts(made)["word/settings.xml"].decode()
    assert 'w:name="compatibilityMode"' in settings
    assert re.findall(r'w:val="(1[0-9])"', settings) == ["15"]
    assert '<w:zoom w:percent="100"/>' in settings
    assert ("<w:autoHyphenation/>" in settings) is made.hyphenate


def test_hyphens() -> None:
    made = house(
        settings="<w:autoHyphenation/><w:consecutiveHyphenLimit w:val='2'/>"
        "<w:hyphenationZone w:val='283'/><w:doNotHyphenateCaps/>"
    )
    assert (made.hyphenate, made.hyphenate_capitals) == (True, False)
    assert (RICH.hyphenate, RICH.hyphenate_capitals) == (True, True)
    settings = parts(made)["word/settings.xml"].decode()
    assert "doNotHyphenateCaps" in settings
    assert not re.search("Limit|Zone", settings), "programs differ in what they make of those"


def test_the_language_has_a_place() -> None:
    styles = parts(RICH)["word/styles.xml"].decode()
    assert re.findall(r"<w:lang [^>]*>", styles) == [
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    ]
    assert styles.index("<w:lang") < styles.index("</w:rPrDefault>")


def test_stand_ins_are_made_from_what_is_there() -> None:
    looks = RICH.styles
    assert looks[Style.NORMAL].text.size == 12
    assert looks[Style.LEAD].text.size == 13
    assert looks[Style.TITLE].text.size == 21.5
    assert looks[Style.MARKING].alignment is Alignment.CENTRE
    assert (looks[Style.CELL].before, looks[Style.CELL].after) == (0, 0)
    assert looks[Style.LABEL].text.bold
    assert looks[Style.FOOTNOTE].text.size == 10
    assert looks[Style.HEADING1].text.size > looks[Style.HEADING2].text.size > 12
    assert all(looks[each].keep_next for each in (Style.HEADING1, Style.HEADING2, Style.HEADING3))


def test_missing_styles_are_told_by_what_they_are_made_from() -> None:
    found = [each for each in RICH.findings if isinstance(each, StylesMissing)]
    by_base = {each.instead: each.styles for each in found}
    assert by_base["header"] == ("Marking",)
    assert by_base["Table Text"] == ("Table Label",)
    assert "heading 1" in by_base["Normal"]
    assert "List Bullet" not in by_base["Normal"]
    assert {"Source Mark", "Gap", "Header Block", "Table Grid"} <= set(by_base[""])
    named = {name for each in found for name in each.styles}
    assert named >= {"Hyperlink", "Strong", "Subtle Emphasis", "footnote reference"}


def test_a_style_of_another_kind_keeps_its_id() -> None:
    made = house(style("Marking", kind="character", id="Marking"))
    assert made.styles[Style.MARKING].id == "Marking2"


def test_the_default_style_is_normal_whatever_its_name() -> None:
    made = house(
        '<w:style w:type="paragraph" w:default="1" w:styleId="Brdtext"><w:name w:val="Brødtext"/>'
        '<w:rPr><w:sz w:val="26"/></w:rPr></w:style>'
    )
    assert made.styles[Style.NORMAL].id == "Brdtext"
    assert made.styles[Style.LEAD].text.size == 14.5


def test_slots_that_are_missing_are_added_and_told() -> None:
    assert slots(BARE.edges.header) == [Slot.MARKING, Slot.HEADER]
    assert slots(BARE.edges.footer) == [Slot.FOOTER, Slot.MARKING]
    assert [(each.slot, each.where) for each in BARE.findings if isinstance(each, SlotMissing)] == [
        ("marking", "header"),
        ("footer", "footer"),
        ("marking", "footer"),
    ]


def test_a_footer_with_page_numbers_has_a_line_for_the_rest() -> None:
    assert slots(RICH.edges.footer) == [Slot.FOOTER, Slot.MARKING]
    assert SlotMissing("Ministry", "footer", "footer") in RICH.findings
    assert RICH.numbers_pages
    assert not BARE.numbers_pages


def test_a_page_number_in_a_table_is_one_and_that_of_the_first_page_alone_is_none() -> None:
    number = paragraph('<w:fldSimple w:instr="PAGE"/>')
    table = f"<w:tbl><w:tr><w:tc>{number}</w:tc></w:tr></w:tbl>"
    assert house(header=table).numbers_pages
    assert not house(first_footer=number, section="<w:titlePg/>").numbers_pages
    assert not house(footer=paragraph('<w:fldSimple w:instr="NUMPAGES"/>')).numbers_pages


def test_the_first_page_is_marked_as_well() -> None:
    assert slots(RICH.edges.first_header) == slots(RICH.edges.first_footer) == [Slot.MARKING]
    assert SlotMissing("Ministry", "marking", "first footer") in RICH.findings


def test_an_empty_line_that_word_left_is_not_kept() -> None:
    made = house(header=paragraph(properties='<w:jc w:val="left"/>'))
    assert len(made.edges.header) == 2


def test_what_is_complete_is_left_as_it_is() -> None:
    header = paragraph("{header}") + paragraph("{marking}")
    made = house(header=header)
    assert slots(made.edges.header) == [Slot.HEADER, Slot.MARKING]
    assert not [
        each for each in made.findings if isinstance(each, SlotMissing) and each.where == "header"
    ]


def test_table_styles_keep_to_their_rules_and_margins() -> None:
    made = house(
        style(
            "Table Grid",
            "<w:pPr><w:spacing w:after='400'/></w:pPr><w:rPr><w:sz w:val='60'/></w:rPr><w:tblPr>"
            '<w:tblInd w:w="100" w:type="dxa"/><w:tblBorders><w:insideH w:val="single" w:sz="8" '
            'w:color="AABBCC"/></w:tblBorders><w:tblCellMar><w:start w:w="60" w:type="dxa"/>'
            '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/>'
            "</w:pPr><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val='single' w:sz='12'/>"
            '</w:tcBorders><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr></w:tblStylePr>'
            '<w:tblStylePr w:type="band1Horz"><w:tcPr>'
            '<w:shd w:val="clear" w:fill="F0F0F0"/></w:tcPr>'
            '</w:tblStylePr><w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" '
            'w:fill="FFFF00"/></w:tcPr></w:tblStylePr>',
            kind="table",
        )
    )
    look = made.tables[TableStyle.GRID]
    assert look.name == TABLE_NAMES[TableStyle.GRID]
    assert (look.indent, look.padding_left, look.padding_right) == (5, 3, 5.4)
    assert look.borders.inside_horizontal is not None
    assert look.borders.inside_horizontal.colour == "#aabbcc"
    assert (look.head_text.bold, look.head_shade, look.band_shade) == (True, "#eeeeee", "#f0f0f0")
    assert look.head_bottom is not None
    assert look.head_bottom.width == 1.5
    assert NotFollowed("Ministry", "bands", "Table Grid") in made.findings
    written = parts(made)["word/styles.xml"].decode()
    assert "FFFF00" not in written
    assert 'w:val="400"' not in written
    assert '<w:sz w:val="60"/>' not in written


def test_effects_of_letters_are_in_neither() -> None:
    made = house(style("Title", "<w:rPr><w:outline/><w:w w:val='80'/><w:sz w:val='40'/></w:rPr>"))
    notice = NotFollowed("Ministry", "letters", "“Title”", ("outline", "w"))
    assert notice in made.findings
    assert "“Title” outlined and stretched or narrowed" in describe(notice)
    assert "w:outline/" not in parts(made)["word/styles.xml"].decode()


def test_every_finding_has_words() -> None:
    for each in (*BARE.findings, *RICH.findings):
        assert "Ministry" in describe(each)
    assert NAMESPACES not in parts(BARE)["word/styles.xml"].decode()


def test_the_same_file_gives_the_same_house() -> None:
    again = house()
    assert again == BARE
    assert again.package == BARE.package

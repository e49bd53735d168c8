from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import docx.document
import pytest
from lxml import etree
from reading_back import Docx, W, cell, paragraph

from briefing.model.brief import Brief, Page, Paragraph, ParagraphStyle, Run, Table, TableStyle
from briefing.writers.docx import write
from briefing.writers.style import house_style

STYLE = house_style()


def written(brief: Brief) -> Docx:
    return Docx(write(brief, STYLE).data)


def test_every_part_is_well_formed_and_declared(full: Brief) -> None:
    file = written(full)
    types = file.xml("[Content_Types].xml")
    declared = {each.get("PartName") for each in types if each.get("PartName")}
    for name in file.names():
        file.xml(name)
        assert name.endswith(".rels") or f"/{name}" in declared or name == "[Content_Types].xml"
    assert declared == {f"/{each}" for each in file.names() if f"/{each}" in declared}


def opened(brief: Brief) -> docx.document.Document:
    return docx.Document(io.BytesIO(write(brief, STYLE).data))


def test_word_library_reads_properties_and_styles(full: Brief) -> None:
    document = opened(full)
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Harbour & rail <2021>", "A. Kowalska")
    assert (properties.subject, properties.keywords) == ("Briefing note", "harbour, rail")
    assert properties.language == "en-GB"
    assert [each.style.name for each in document.paragraphs][:6] == [
        "Subtitle",
        "Title",
        "Heading 1",
        "Bottom Line",
        "Heading 2",
        "List Bullet",
    ]
    assert [each.style.name for each in document.tables] == ["Header Block", "Table Grid"]


def test_properties_tell_nothing_else(full: Brief) -> None:
    properties = opened(full).core_properties
    assert (properties.comments, properties.last_modified_by) == ("", "")
    assert (properties.created, properties.modified) == (None, None)  # the clock is no source


def test_properties_too_long_for_word_are_cut(full: Brief) -> None:
    properties = opened(replace(full, title="x" * 300)).core_properties
    assert properties.title == "x" * 254 + "…"


def test_the_list_of_styles_is_short_and_in_order(full: Brief) -> None:
    styles = opened(full).styles
    shown = [each for each in styles if not each.hidden]
    assert [each.name for each in sorted(shown, key=lambda each: each.priority)] == [
        "Normal",
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Bottom Line",
        "List Bullet",
        "List Number",
        "Quote",
        "Caption",
        "Table Text",
        "Table Label",
        "Marking",
        "Header",
        "Footer",
        "Strong",
        "Emphasis",
        "Intense Emphasis",
        "Subtle Emphasis",
        "Source Mark",
        "Gap",
        "Hyperlink",
        "Header Block",
        "Table Grid",
    ]
    hidden = [each.name for each in styles if each.hidden]
    assert hidden == ["Default Paragraph Font", "Normal Table", "No List"]
    assert len(list(styles.latent_styles)) == 0
    assert styles.latent_styles.default_to_hidden


def test_nothing_is_left_of_the_library_s_template(full: Brief) -> None:
    file = written(full)
    assert {each for each in file.names() if "rels" not in each} == {
        "[Content_Types].xml",
        "docProps/core.xml",
        "word/document.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    }
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        whole = b"".join(archive.read(each) for each in archive.namelist())
    for trace in (b"python-docx", b"Theme", b"rsid", b"Macintosh", b"2013"):
        assert trace not in whole


def test_every_style_that_is_used_exists(full: Brief) -> None:
    file = written(full)
    known = {each.get(f"{W}styleId") for each in file.xml("word/styles.xml").iter(f"{W}style")}
    for part in ("document", "header1", "footer1"):
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for each in file.xml(f"word/{part}.xml").iter(f"{W}{kind}"):
                assert each.get(f"{W}val") in known


def test_only_styles_give_looks(full: Brief) -> None:
    for part in ("document", "header1", "footer1"):
        for each in written(full).xml(f"word/{part}.xml").iter(f"{W}pPr", f"{W}rPr"):
            kinds = [etree.QName(child).localname for child in each]
            assert kinds in (["pStyle"], ["pStyle", "numPr"], ["rStyle"])


def test_writing_goes_on_as_one_expects(full: Brief) -> None:
    styles = opened(full).styles
    for level in (1, 2, 3):
        heading = styles[f"Heading {level}"]
        assert heading.next_paragraph_style.name == "Normal"
        assert heading.paragraph_format.keep_with_next
        outline = heading.element.pPr.find(f"{W}outlineLvl")
        assert outline.get(f"{W}val") == str(level - 1)  # the navigation pane
    assert styles["Table Label"].paragraph_format.keep_with_next  # rows stay on one page
    bullet = styles["List Bullet"]
    assert bullet.next_paragraph_style.name == "List Bullet"  # Enter gives another


@pytest.mark.parametrize(
    ("name", "format", "sign"), [("List Bullet", "bullet", "•"), ("List Number", "decimal", "%1.")]
)
def test_lists_are_lists_of_word(full: Brief, name: str, format: str, sign: str) -> None:
    document = opened(full)
    style = document.styles[name]
    lists = document.part.numbering_part.element
    number = lists.num_having_numId(style.element.pPr.numPr.numId.val)
    (level,) = lists.xpath(
        f"w:abstractNum[@w:abstractNumId={number.abstractNumId.val}]/w:lvl[@w:ilvl=0]"
    )
    assert level.find(f"{W}pStyle").get(f"{W}val") == style.style_id
    assert level.find(f"{W}numFmt").get(f"{W}val") == format
    assert level.find(f"{W}lvlText").get(f"{W}val") == sign


def test_looks_are_those_of_the_house(full: Brief) -> None:
    document = opened(full)
    for name, look in (("Normal", "normal"), ("Heading 1", "heading1"), ("Footer", "footer")):
        style, wanted = document.styles[name], STYLE.styles.named(look)
        assert style.font.size.pt == wanted.size
        assert f"#{style.font.color.rgb}".lower() == wanted.colour
        assert style.paragraph_format.space_before.pt == wanted.before
    section = document.sections[0]
    assert round(section.left_margin.mm) == STYLE.page.left
    fonts = document.styles.element.find(f".//{W}rFonts")
    assert set(fonts.attrib.values()) == {STYLE.fonts.word}


def test_numbering_starts_anew(full: Brief) -> None:
    file = written(full)
    ids = [each.get(f"{W}val") for each in file.xml("word/document.xml").iter(f"{W}numId")]
    assert ids == ["3", "3", "4"]
    defined = {each.get(f"{W}numId") for each in file.xml("word/numbering.xml").iter(f"{W}num")}
    assert {"3", "4"} <= defined


def test_page_numbers_are_fields(full: Brief) -> None:
    footer = written(full).xml("word/footer1.xml")
    assert [each.text for each in footer.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


def test_link(full: Brief) -> None:
    file = written(full)
    link = file.xml("word/document.xml").find(f".//{W}hyperlink")
    relations = file.xml("word/_rels/document.xml.rels")
    targets = {each.get("Id"): each.get("Target") for each in relations}
    id = next(value for key, value in link.attrib.items() if key.endswith("}id"))
    assert targets[id] == "https://example.org/a?b=1&c=2"


def test_head_row_is_repeated_and_widths_fit(full: Brief) -> None:
    body = written(full).xml("word/document.xml")
    tables = list(body.iter(f"{W}tbl"))
    assert len(list(tables[1].iter(f"{W}tblHeader"))) == 1
    for table in tables:
        grid = [int(each.get(f"{W}w")) for each in table.iter(f"{W}gridCol")]
        assert sum(grid) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        for row in table.iter(f"{W}tr"):
            assert [int(each.get(f"{W}w")) for each in row.iter(f"{W}tcW")] == grid


@pytest.mark.parametrize(("page", "size"), [(Page.A4, "11906"), (Page.LETTER, "12240")])
def test_paper(full: Brief, page: Page, size: str) -> None:
    body = written(replace(full, page=page)).xml("word/document.xml")
    assert body.find(f".//{W}pgSz").get(f"{W}w") == size


def test_language(full: Brief) -> None:
    made = replace(full, language="fr-CA")
    tongue = written(made).xml("word/styles.xml").find(f".//{W}lang")
    assert (tongue.get(f"{W}val"), tongue.get(f"{W}eastAsia")) == ("fr-CA", "fr-CA")
    assert opened(made).core_properties.language == "fr-CA"
    assert opened(full).core_properties.language == "en-GB"  # the two share nothing


def test_neighbouring_tables_stay_two(full: Brief) -> None:
    table = Table(TableStyle.GRID, ((cell("a"),),), (1.0,))
    body = written(replace(full, blocks=(table, table))).xml("word/document.xml")[0]
    assert [etree.QName(each).localname for each in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_what_xml_cannot_hold_breaks_nothing(full: Brief) -> None:
    run = Paragraph(ParagraphStyle.NORMAL, (Run("a\x00\ud800\ufffeb"),))
    assert written(replace(full, blocks=(run, paragraph("c")))).paragraphs() == ["ab", "c"]

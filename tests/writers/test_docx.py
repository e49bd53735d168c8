from __future__ import annotations

import io
from dataclasses import replace

import docx
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


def test_word_library_reads_properties_and_styles(full: Brief) -> None:
    document = docx.Document(io.BytesIO(write(full, STYLE).data))
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Harbour & rail <2021>", "A. Kowalska")
    assert (properties.subject, properties.keywords) == ("Briefing note", "harbour, rail")
    assert properties.language == "en-GB"
    names = [each.style.name for each in document.paragraphs]
    assert names[:6] == [
        "Subtitle",
        "Title",
        "Heading 1",
        "Bottom Line",
        "Heading 2",
        "List Bullet",
    ]
    assert [each.style.name for each in document.tables] == ["Header Block", "Table Grid"]


def test_every_style_that_is_used_exists(full: Brief) -> None:
    file = written(full)
    known = {each.get(f"{W}styleId") for each in file.xml("word/styles.xml").iter(f"{W}style")}
    for part in ("document", "header1", "footer1"):
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for each in file.xml(f"word/{part}.xml").iter(f"{W}{kind}"):
                assert each.get(f"{W}val") in known


def test_no_looks_beside_the_styles(full: Brief) -> None:
    body = written(full).xml("word/document.xml")
    for kind in ("sz", "color", "rFonts", "spacing", "ind", "jc", "shd"):
        assert body.find(f".//{W}{kind}") is None


def test_writing_goes_on_as_one_expects(full: Brief) -> None:
    styles = written(full).xml("word/styles.xml")
    by_id = {each.get(f"{W}styleId"): each for each in styles.iter(f"{W}style")}
    for level in (1, 2, 3):
        heading = by_id[f"Heading{level}"]
        assert heading.find(f"{W}next").get(f"{W}val") == "Normal"
        assert heading.find(f"{W}pPr/{W}keepNext") is not None
        assert heading.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == str(level - 1)
    assert by_id["ListBullet"].find(f"{W}next") is None  # Enter gives another bullet
    assert by_id["ListBullet"].find(f"{W}pPr/{W}numPr") is not None


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
    styles = written(replace(full, language="fr-CA")).xml("word/styles.xml")
    assert styles.find(f".//{W}lang").get(f"{W}val") == "fr-CA"


def test_neighbouring_tables_stay_two(full: Brief) -> None:
    table = Table(TableStyle.GRID, ((cell("a"),),), (1.0,))
    body = written(replace(full, blocks=(table, table))).xml("word/document.xml")[0]
    assert [etree.QName(each).localname for each in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_what_xml_cannot_hold_breaks_nothing(full: Brief) -> None:
    run = Paragraph(ParagraphStyle.NORMAL, (Run("a\x00\ud800\ufffeb"),))
    assert written(replace(full, blocks=(run, paragraph("c")))).paragraphs() == ["ab", "c"]

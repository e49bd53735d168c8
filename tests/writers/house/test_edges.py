"""Headers and footers: slots, fields, looks, pictures, tables; the same in Word and as values."""

from __future__ import annotations

import re
from typing import Any

import pytest
from references import house, paragraph, picture, png, style

from briefing.errors import NotFollowed, Notice
from briefing.writers.house.letterhead import (
    Anchor,
    EdgeCell,
    EdgeField,
    EdgeItem,
    EdgeParagraph,
    EdgePicture,
    EdgeSlot,
    EdgeTab,
    EdgeTable,
    EdgeText,
    RowHeight,
    Slot,
    Vertical,
)
from briefing.writers.house.look import Border, Borders
from briefing.writers.house.pictures import dots
from briefing.writers.house.whole import House

SLOTS = paragraph("{marking}") + paragraph("{header}")
A4 = (
    '<w:pgSz w:w="12000" w:h="16000"/><w:pgMar w:top="1400" w:right="1000" w:bottom="1200" '
    'w:left="2000" w:header="600" w:footer="500" w:gutter="0"/>'
)


def run(text: str, letters: str = "") -> str:
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def header(*inside: str, **named: Any) -> House:
    return house(header="".join(inside) + SLOTS, section=A4, **named)


def items(made: House, number: int = 0) -> tuple[EdgeItem, ...]:
    block = made.edges.header[number]
    assert isinstance(block, EdgeParagraph)
    return block.items


def told(made: House) -> list[Notice]:
    return [each for each in made.findings if isinstance(each, NotFollowed)]


def word(made: House, kind: str = "header") -> str:
    (found,) = [data for name, data in made.package.parts if f"word/{kind}" in name]
    return found.decode()


def shown(made: House, number: int = 0) -> list[str]:
    """Each thing in a few words."""
    words: list[str] = []
    for each in items(made, number):
        match each:
            case EdgeText(text, _):
                words.append(text)
            case EdgeSlot(slot, _):
                words.append(f"<{slot}>")
            case EdgeField(field, _):
                words.append(f"<{field}>")
            case EdgeTab():
                words.append("<tab>")
            case EdgePicture():
                words.append("<picture>")
    return words


def test_slots_and_words_keep_their_letters() -> None:
    made = header(paragraph(run("Ref ", "<w:i/>"), run("{title}", '<w:sz w:val="40"/>')))
    text, slot = items(made)
    assert isinstance(text, EdgeText)
    assert isinstance(slot, EdgeSlot)
    assert (text.text, text.look.italic, slot.slot, slot.look.size) == (
        "Ref ",
        True,
        Slot.TITLE,
        20,
    )
    assert not told(made)


CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "runs",
    [
        ("a {marking} b",),
        ("a {", "marking", "} b"),
        ("a ", "{mar", "king} b"),
        ("a {m", "a", "r", "k", "i", "n", "g}", " b"),
        ("a {Marking} b",),
        ("a ", '<w:proofErr w:type="spellStart"/>', "{marking", "}", " b"),
        ("a ", '<w:bookmarkStart w:id="1" w:name="x"/>', "{marking", "}", " b"),
        ("a ", "<w:smartTag><w:r><w:t>{marki</w:t></w:r></w:smartTag>", "ng} b"),
        ("a ", CONTROL.format(inside="<w:r><w:t>{marking}</w:t></w:r>"), " b"),
    ],
)  # fmt: skip
def test_a_slot_is_found_though_word_has_split_it(runs: tuple[str, ...]) -> None:
    made = header(paragraph(*runs))
    assert "".join(shown(made)) == "a <marking> b"
    assert len(re.findall(r"<w:t [^>]*>\{marking\}</w:t>", word(made))) == 2  # one is in SLOTS


def test_a_split_slot_has_the_letters_it_begins_with() -> None:
    made = header(paragraph(run("x {ma", "<w:b/>"), run("rking}{ti", "<w:i/>"), run("tle}")))
    assert shown(made) == ["x ", "<marking>", "<title>"]
    looks = [each.look for each in items(made) if isinstance(each, EdgeSlot)]
    assert [(each.bold, each.italic) for each in looks] == [(True, False), (False, True)]


def test_words_in_braces_that_are_no_slot_are_words() -> None:
    assert shown(header(paragraph("{date}"))) == ["{date}"]


COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>now</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = (
    '<w:fldSimple w:instr=" {code} "><w:r><w:rPr><w:b/></w:rPr><w:t>now</w:t></w:r></w:fldSimple>'
)


@pytest.mark.parametrize("form", [COMPLEX, SIMPLE], ids=["complex", "simple"])
@pytest.mark.parametrize(
    ("code", "wanted", "telling"),
    [
        ("PAGE", "<PAGE>", False),
        ("page", "<PAGE>", False),
        (r"PAGE \* MERGEFORMAT", "<PAGE>", False),
        ("NUMPAGES", "<NUMPAGES>", False),
        ("SECTIONPAGES", "<NUMPAGES>", False),
        ("TITLE", "<title>", False),
        ("DATE", "now", True),
        (r"FILENAME \p", "now", True),
    ],
)
def test_fields(form: str, code: str, wanted: str, telling: bool) -> None:
    made = header(paragraph("p. ", form.replace("{code}", code), " end"))
    assert shown(made) == ["p. ", wanted, " end"]
    assert (told(made) == [NotFollowed("Ministry", "field", "header")]) is telling
    assert ("DATE" in word(made), "FILENAME" in word(made)) == (False, False)


def test_a_field_without_what_it_shows() -> None:
    short = COMPLEX.replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "").replace(
        "<w:r><w:rPr><w:b/></w:rPr><w:t>now</w:t></w:r>", ""
    )
    assert shown(header(paragraph(short.replace("{code}", "PAGE"), " of"))) == ["<PAGE>", " of"]


def test_half_a_field_is_dropped() -> None:
    half = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    made = header(paragraph(half, "words"))
    assert shown(made) == ["words"]
    assert "fldChar" not in word(made)


def test_the_letters_of_a_page_number() -> None:
    for form in (COMPLEX, SIMPLE):
        made = header(paragraph(form.replace("{code}", "PAGE")))
        assert [type(each) for each in items(made)] == [EdgeField]


def test_tabs_signs_and_breaks() -> None:
    made = header(
        paragraph(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/>"
            '<w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
        )
    )
    assert shown(made) == ["a", "<tab>", "b", "\n", "\u2011", "▪"]
    assert "w:sym" not in word(made)


def test_a_tab_from_the_edge_becomes_one_to_a_stop() -> None:
    made = header(
        paragraph(
            '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>', "x"
        )
    )
    block = made.edges.header[0]
    assert isinstance(block, EdgeParagraph)
    assert shown(made) == ["<tab>", "x"]
    assert [each.position for each in block.look.tabs] == [450]


def test_paragraphs_have_their_style_and_what_stands_over_it() -> None:
    made = house(
        style("header", '<w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'),
        header=paragraph(
            run("x", "<w:b/>"), properties='<w:pStyle w:val="header"/><w:spacing w:after="100"/>'
        )
        + SLOTS,
    )
    block = made.edges.header[0]
    assert isinstance(block, EdgeParagraph)
    assert (block.look.name, block.look.alignment, block.look.after) == ("header", "end", 5)
    (item,) = block.items
    assert isinstance(item, EdgeText)
    assert (item.look.size, item.look.bold) == (9, True)


def test_changes_are_accepted() -> None:
    made = header(
        paragraph(
            '<w:ins w:id="1" w:author="A" w:date="2021-09-28T10:00:00Z">'
            "<w:r><w:t>new</w:t></w:r></w:ins>",
            '<w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>',
        )
    )
    assert shown(made) == ["new"]
    assert told(made) == [NotFollowed("Ministry", "changes", "header")]
    assert "A" not in re.findall(r'w:author="(\w+)"', word(made))


def test_hidden_words_are_in_neither() -> None:
    made = header(paragraph(run("secret", "<w:vanish/>"), "open"))
    assert shown(made) == ["open"]
    assert "secret" not in word(made)


def test_a_picture_in_the_line() -> None:
    made = header(paragraph(picture("a.png")), pictures={"a.png": png()})
    assert items(made) == (EdgePicture(png(), 100, 50, "Arms of the ministry"),)
    parts = dict(made.package.parts)
    assert parts["word/media/image1.png"] == png()
    (name,) = [each for each in parts if each.startswith("word/_rels/header")]
    assert b'Id="rIda.png"' in parts[name]
    assert b'Extension="png"' in parts["[Content_Types].xml"]


def place(across: str, down: str) -> str:
    return f"<wp:positionH {across}</wp:positionH><wp:positionV {down}</wp:positionV>"


@pytest.mark.parametrize(
    ("across", "down", "wanted"),
    [  # the page is 600 by 800, its margins 70, 50, 60, 100; the header 30; the picture 100 by 50
        (
            'relativeFrom="page"><wp:posOffset>127000</wp:posOffset>',
            'relativeFrom="page"><wp:posOffset>254000</wp:posOffset>',
            (10, 20),
        ),
        (
            'relativeFrom="margin"><wp:align>right</wp:align>',
            'relativeFrom="margin"><wp:align>top</wp:align>',
            (450, 70),
        ),
        (
            'relativeFrom="page"><wp:align>center</wp:align>',
            'relativeFrom="page"><wp:align>bottom</wp:align>',
            (250, 750),
        ),
        (
            'relativeFrom="column"><wp:posOffset>-127000</wp:posOffset>',
            'relativeFrom="paragraph"><wp:posOffset>127000</wp:posOffset>',
            (90, 40),
        ),
        (
            'relativeFrom="rightMargin"><wp:align>left</wp:align>',
            'relativeFrom="bottomMargin"><wp:align>top</wp:align>',
            (550, 740),
        ),
    ],
)
def test_a_picture_that_floats(across: str, down: str, wanted: tuple[float, float]) -> None:
    made = header(paragraph(picture("a.png", place(across, down))), pictures={"a.png": png()})
    (item,) = items(made)
    assert isinstance(item, EdgePicture)
    assert item.anchor == Anchor(*wanted)


OLD = (
    '<w:r><w:pict><v:shape id="{id}" style="{style}" alt="Arms"><v:imagedata r:id="rIda.png"/>'
    "</v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        ("width:100pt;height:50pt", None),
        ("width:1in;height:2.54cm", None),
        (
            "position:absolute;margin-left:10pt;margin-top:20pt;width:72pt;height:72pt;"
            "mso-position-horizontal-relative:page;mso-position-vertical-relative:page",
            Anchor(10, 20),
        ),
        (
            "position:absolute;width:50pt;height:40pt;mso-position-horizontal:right;"
            "mso-position-horizontal-relative:margin;margin-top:-5pt",
            Anchor(500, 25),
        ),
    ],
)
def test_a_picture_of_old_word(style: str, wanted: Anchor | None) -> None:
    drawing = OLD.format(id="a", style=style)
    made = header(paragraph(drawing), pictures={"a.png": png()})
    (item,) = items(made)
    assert isinstance(item, EdgePicture)
    assert (item.anchor, item.alternative) == (wanted, "Arms")
    assert item.width == (72 if "72pt" in style or "1in" in style else item.width)
    assert not told(made)
    assert "v:shape" not in word(made)


@pytest.mark.parametrize(
    ("id", "style", "what"),
    [
        ("WordPictureWatermark1", "width:100pt;height:50pt", "watermark"),
        ("a", "width:x;height:1e9pt", "text-box"),
        ("a", "width:9pt;height:9pt;rotation:90", "text-box"),
    ],
)
def test_a_drawing_of_old_word_that_is_more_than_a_picture(id: str, style: str, what: str) -> None:
    made = header(paragraph(OLD.format(id=id, style=style)), pictures={"a.png": png()})
    assert told(made) == [NotFollowed("Ministry", what, "header")]


ALTERNATE = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:extent cx='1' "
    "cy='1'/><a:graphic><a:graphicData uri='x'><wps:wsp><wps:txbx><w:txbxContent>{inside}"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r>"
)
LINKED = picture("a.png").replace("r:embed", "r:link")
OBJECT = '<w:r><w:object><o:OLEObject r:id="rIdole"/></w:object></w:r>'
WATERMARK = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
TURNED = picture("a.png").replace("<pic:blipFill>", "<pic:blipFill>").replace(
    "</pic:blipFill>", "<a:srcRect l='10000'/></pic:blipFill>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("drawing", "data", "what", "kept"),
    [
        (ALTERNATE.format(inside=paragraph("box")), png(), "text-box", True),
        (WATERMARK, png(), "watermark", True),
        (picture("a.png"), b"\x01\x00\x00\x00 EMF", "picture-format", True),
        (picture("a.png"), png()[:16] + b"\xff" * 8 + png()[24:], "picture-size", True),
        (TURNED, png(), "picture-cropped", True),
        (LINKED, png(), "picture-linked", False),
        (OBJECT, png(), "embedded", False),
    ],
)
def test_what_the_pdf_cannot_show_is_told(drawing: str, data: bytes, what: str, kept: bool) -> None:
    made = header(
        paragraph(drawing, "words"),
        pictures={"a.png": data},
        edge_relations='<Relationship Id="rIdole" Type="x/oleObject" Target="embeddings/o.bin"/>',
    )
    assert told(made) == [NotFollowed("Ministry", what, "header")]
    assert ("<picture>" in shown(made)) is (what == "picture-cropped")
    assert ("drawing>" in word(made) or "pict>" in word(made)) is kept
    assert not any("embeddings" in name for name, _ in made.package.parts)


def test_a_slot_in_a_text_box_is_none_for_the_pdf() -> None:
    made = house(header=paragraph(ALTERNATE.format(inside=paragraph("{marking}"))))
    assert EdgeSlot in [type(each) for block in made.edges.header for each in block.items]  # type: ignore[union-attr]


def test_a_table() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    made = header(
        '<w:tbl><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="8"/></w:tblBorders>'
        '<w:tblCellMar><w:left w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="6000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr>'
        + cell.format(paragraph("{title}"))
        + cell.format(paragraph("b"))
        + "</w:tr></w:tbl>"
    )
    table = made.edges.header[0]
    assert isinstance(table, EdgeTable)
    assert table.widths == (300, 150)
    assert table.look.padding_left == 2
    assert table.look.borders.bottom is not None
    assert [[type(each.items[0]) for each in cell] for cell in table.rows[0]] == [
        [EdgeSlot],
        [EdgeText],
    ]
    assert not told(made)


CELLS = (
    '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders></w:tblPr>'
    "<w:tr><w:trPr>{height}</w:trPr>{cells}</w:tr></w:tbl>"
)


def cell(properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph('x')}</w:tc>"


@pytest.mark.parametrize(
    ("height", "wanted"),
    [
        ('<w:trHeight w:val="400"/>', RowHeight(20)),
        ('<w:trHeight w:val="400" w:hRule="exact"/>', RowHeight(20, exact=True)),
        ('<w:trHeight w:val="400" w:hRule="auto"/>', RowHeight()),
        ('<w:trHeight w:val="x"/>', RowHeight()),
        ("", RowHeight()),
    ],
)
def test_rows_have_heights_and_cells_looks_of_their_own(height: str, wanted: RowHeight) -> None:
    own = (
        '<w:shd w:val="clear" w:fill="EEEEEE"/><w:tcMar><w:top w:w="40" w:type="dxa"/>'
        '<w:start w:w="60" w:type="dxa"/></w:tcMar><w:vAlign w:val="bottom"/>'
    )
    cells = cell(own) + cell('<w:vAlign w:val="center"/>')
    made = header(CELLS.format(height=height, cells=cells))
    table = made.edges.header[0]
    assert isinstance(table, EdgeTable)
    assert table.heights == (wanted,)
    assert table.cells == (
        (
            EdgeCell(Vertical.BOTTOM, "#eeeeee", 2, None, 3, None),
            EdgeCell(Vertical.CENTRE),
        ),
    )
    assert not told(made)


def test_borders_of_all_cells_are_those_of_the_table() -> None:
    below = '<w:tcBorders><w:top w:val="nil"/><w:bottom w:val="double" w:sz="8"/></w:tcBorders>'
    made = header(CELLS.format(height="", cells=cell(below) * 2))
    table = made.edges.header[0]
    assert isinstance(table, EdgeTable)
    assert table.look.borders == Borders(bottom=Border(3, kind="double"))
    assert not told(made)


def test_borders_of_one_cell_are_told() -> None:
    below = '<w:tcBorders><w:bottom w:val="single" w:sz="8"/></w:tcBorders>'
    made = header(CELLS.format(height="", cells=cell(below) + cell("")))
    assert told(made) == [NotFollowed("Ministry", "table", "header")]


def test_traces_of_people_are_gone() -> None:
    made = header(
        '<w:p w:rsidR="00AB12CD" w14:paraId="11223344" w14:textId="55667788">'
        '<w:commentRangeStart w:id="0"/><w:r w:rsidRPr="00AB12CD"><w:t>x</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    assert not re.search("rsid|paraId|textId|comment", word(made))
    assert shown(made) == ["x"]


def test_the_first_page_has_edges_of_its_own() -> None:
    made = house(
        header=SLOTS,
        first_header=paragraph("Letterhead"),
        first_footer=paragraph("{marking}"),
        section="<w:titlePg/>",
    )
    assert made.page.first_differs
    assert [len(each) for each in (made.edges.first_header, made.edges.first_footer)] == [2, 1]
    assert 'w:type="first"' in made.package.section
    assert "titlePg" in made.package.section


def test_edges_of_a_first_page_that_does_not_differ_are_left_out() -> None:
    made = house(header=SLOTS, first_header=paragraph("Letterhead"))
    assert made.edges.first_header == ()
    assert not any(b"Letterhead" in data for _, data in made.package.parts)


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x30\x00\x40\x01\x01\x11\x00\xff\xd9"
)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (JPEG, 48 * 64),
        (JPEG.replace(b"\xff\xc0", b"\xff\xc4"), 0),
        (JPEG[:20], 0),
        (png(7, 3), 21),
        (b"GIF89a", 0),
    ],
)
def test_dots_of_a_picture(data: bytes, wanted: int) -> None:
    assert dots(data) == wanted


def test_a_jpeg_is_shown() -> None:
    made = header(paragraph(picture("a.jpg")), pictures={"a.jpg": JPEG})
    assert shown(made) == ["<picture>"]
    assert "word/media/image1.jpg" in dict(made.package.parts)


@pytest.mark.parametrize("grid", ["", "<w:gridCol w:w='5'/>", "<w:gridCol/><w:gridCol/>"])
def test_a_table_whose_grid_says_nothing_has_equal_columns(grid: str) -> None:
    cells = f"<w:tc>{paragraph('a')}</w:tc>" * 2
    made = header(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>")
    table = made.edges.header[0]
    assert isinstance(table, EdgeTable)
    assert table.widths == (225, 225)

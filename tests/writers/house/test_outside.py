"""Nothing of a briefing is fetched from elsewhere, tells who changed what, or points to nothing."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_rules import faults
from references import OFFICE, house, paragraph, picture, png, reference, style

from briefing.errors import HouseStyleProblem, NotFollowed
from briefing.model.brief import Brief, Paragraph, ParagraphStyle, Run
from briefing.writers import WRITERS, Options
from briefing.writers.house import read
from briefing.writers.house.letterhead import EdgeParagraph, EdgePicture, EdgeText
from briefing.writers.house.whole import House

BRIEF = Brief("Talks", (Paragraph(ParagraphStyle.NORMAL, (Run("Talks go on."),)),), "OPEN")


def word(made: House) -> bytes:
    return WRITERS[".docx"](BRIEF, made, Options()).data


def parts(made: House) -> bytes:
    return b"\n".join(data for _, data in made.package.parts)


def told(made: House) -> set[str]:
    return {each.what for each in made.findings if isinstance(each, NotFollowed)}


def relation(id: str, kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def old_picture(inside: str) -> str:
    return (
        '<w:p><w:r><w:pict><v:shape id="s" alt="Arms" style="width:20pt;height:10pt">'
        f"{inside}</v:shape></w:pict></w:r></w:p>"
    )


ELSEWHERE = relation("rIdE", "image", "http://elsewhere.example/a.png") + relation(
    "rIdH", "hyperlink", "http://elsewhere.example/b.png"
)


@pytest.mark.parametrize(
    "inside",
    [
        '<v:imagedata src="http://elsewhere.example/a.png"/>',
        '<v:imagedata o:href="http://elsewhere.example/a.png"/>',
        '<v:imagedata r:href="rIdH"/>',
        '<v:imagedata r:pict="rIdH"/>',
        '<v:imagedata r:id="rIdE"/>',
        '<v:imagedata r:id="rIda.png" o:href="http://elsewhere.example/a.png" r:href="rIdE"/>',
        '<v:fill type="frame" src="http://elsewhere.example/a.png"/>',
        '<v:stroke o:althref="http://elsewhere.example/a.png"/>',
    ],
)
def test_no_picture_of_old_word_is_fetched(inside: str) -> None:
    made = house(header=old_picture(inside), edge_relations=ELSEWHERE, pictures={"a.png": png()})
    assert b"elsewhere" not in parts(made)
    assert faults(word(made)) == []


def test_a_picture_that_is_at_hand_stays_without_its_address() -> None:
    linked = picture("a.png").replace("<a:blip ", '<a:blip r:link="rIdE" ')
    made = house(header=f"<w:p>{linked}</w:p>", edge_relations=ELSEWHERE, pictures={"a.png": png()})
    assert b"rIdE" not in parts(made)
    assert told(made) == set()
    shown = [item for each in made.edges.header if isinstance(each, EdgeParagraph)
             for item in each.items]  # fmt: skip
    assert any(isinstance(each, EdgePicture) for each in shown)


def test_no_film_of_the_web() -> None:
    film = (
        '<a:extLst><a:ext uri="{C809E66F-F1BF-436E-b5F7-EEA9579F0CBA}"><wp15:webVideoPr '
        'xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" '
        'embeddedHtml="&lt;iframe src=&quot;http://elsewhere.example&quot;/&gt;"/></a:ext>'
        "</a:extLst></wp:docPr>"
    )
    drawn = picture("a.png").replace('descr="Arms of the ministry"/>', f'descr="Arms">{film}')
    made = house(header=f"<w:p>{drawn}</w:p>", pictures={"a.png": png()})
    assert b"elsewhere" not in parts(made)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ('<w:hyperlink r:id="none"><w:r><w:t>Desk</w:t></w:r></w:hyperlink>', set[str]()),
        ('<w:hyperlink r:id="rIdink.xyz"><w:r><w:t>Desk</w:t></w:r></w:hyperlink>', set[str]()),
        ('<w:r><w:contentPart r:id="rIdink.xyz"/></w:r><w:r><w:t>Desk</w:t></w:r>', {"embedded"}),
        ('<w:r><w:contentPart r:id="none"/></w:r><w:r><w:t>Desk</w:t></w:r>', {"embedded"}),
    ],
)
def test_nothing_points_to_a_part_that_is_not_there(inside: str, what: set[str]) -> None:
    made = house(header=f"<w:p>{inside}</w:p>", pictures={"ink.xyz": b"<ink/>"})
    assert faults(word(made)) == []
    assert told(made) == what
    desk = [item for each in made.edges.header if isinstance(each, EdgeParagraph)
            for item in each.items if isinstance(item, EdgeText)]  # fmt: skip
    assert [each.text for each in desk] == ["Desk"]


def test_a_relationship_is_taken_along_where_it_is_named_and_nowhere_else() -> None:
    """A number that happens to be its id names nothing."""
    sized = '<w:p><w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>Desk</w:t></w:r></w:p>'
    link = relation("22", "hyperlink", "http://elsewhere.example/")
    assert b"elsewhere" not in parts(house(header=sized, edge_relations=link))


def test_a_theme_has_no_pictures() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{OFFICE}" name="Wood"><a:themeElements><a:fmtScheme name="Wood">'
        '<a:bgFillStyleLst><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></a:bgFillStyleLst>'
        "</a:fmtScheme></a:themeElements><a:objectDefaults><a:spDef/></a:objectDefaults></a:theme>"
    )
    made = house(theme=theme)
    assert faults(word(made)) == []
    assert b'<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/>' in parts(made)


def test_nobody_is_named_who_changed_a_table_or_a_list() -> None:
    by = 'w:id="1" w:author="Jane Doe" w:date="2020-01-01T00:00:00Z"'
    rows = "".join(
        f"<w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(words)}</w:tc></w:tr>"
        for row, cell, words in (
            (f"<w:ins {by}/>", f"<w:cellIns {by}/>", "new"),
            (f"<w:del {by}/>", "", "gone"),
        )
    )
    letters = f"<w:rPr><w:rPrChange {by}><w:rPr/></w:rPrChange></w:rPr>"
    made = house(
        header="<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>"
        f"{rows}</w:tbl><w:p/>",
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
        f'w:val="bullet"/><w:lvlText w:val="-"/>{letters}</w:lvl></w:abstractNum>',
    )
    assert b"Jane" not in parts(made)
    assert b"gone" not in parts(made)
    assert b"new" in parts(made)
    assert told(made) == {"changes"}


def test_a_header_that_says_no_marking_does_not_end_in_a_table() -> None:
    cell = f"<w:tr><w:tc>{paragraph('{header}')}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>{cell}</w:tbl>"
    assert faults(word(house(header=table))) == []


@pytest.mark.parametrize(
    "styles",
    [
        style("Normal") + style("Title", '<w:basedOn w:val="Normal"/>'),
        style("Normal", '<w:basedOn w:val="A"/>') + style("A", '<w:basedOn w:val="Normal"/>'),
        style("Quote", '<w:basedOn w:val="Quote"/>'),
        style("Normal") + style("Other", id="Normal") + style("Title", id="Normal"),
        style("Normal").replace("<w:style ", '<w:style w:default="1" ')
        + style("Body").replace("<w:style ", '<w:style w:default="1" '),
    ],
)
def test_a_style_sheet_of_another_program_is_sound(styles: str) -> None:
    assert faults(word(house(styles))) == []


def test_a_style_without_an_id_is_based_on_nothing() -> None:
    house(style("Quote") + style("Other").replace('w:styleId="Other"', ""))


@pytest.mark.parametrize(
    "styles",
    [
        style("Normal", '<w:rPr><w:kern w:val="{}"/></w:rPr>'),
        style("Normal", '<w:pPr><w:pBdr><w:top w:val="single" w:sz="{}"/></w:pBdr></w:pPr>'),
        style("Table Grid", '<w:tblPr><w:tblInd w:w="{}"/></w:tblPr>', kind="table"),
    ],
)
def test_a_number_of_hundreds_of_digits(styles: str) -> None:
    house(styles.replace("{}", "9" * 400))


def test_a_way_of_packing_that_word_does_not_know() -> None:
    buffer = io.BytesIO()
    usual = io.BytesIO(reference(style("Normal")))
    with zipfile.ZipFile(usual) as sound, zipfile.ZipFile(buffer, "w") as archive:
        for each in sound.namelist():
            archive.writestr(zipfile.ZipInfo(each), sound.read(each), zipfile.ZIP_LZMA)
    data = bytearray(buffer.getvalue())
    for at in range(60, 200):
        data[at] ^= 0x55
    for each in (buffer.getvalue(), bytes(data)):
        with pytest.raises(HouseStyleProblem):
            read(each, "Letter.docx")

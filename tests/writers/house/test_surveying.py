"""What briefings do not follow is told, each thing once and in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from references import house, paragraph, style

from briefing import messages, paths
from briefing.errors import NotFollowed
from briefing.messages import describe
from briefing.writers import house as house_package
from briefing.writers.house.whole import House

SLOTS = paragraph("{marking}") + paragraph("{header}")


def told(made: House) -> list[tuple[str, str]]:
    return [(each.what, each.where) for each in made.findings if isinstance(each, NotFollowed)]


def test_what_stands_on_the_page_itself_is_counted() -> None:
    drawn = "<w:drawing><pic:pic/></w:drawing>"
    boxed = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    body = (
        paragraph("Ministry of Works")
        + f"<w:p><w:r>{drawn}</w:r></w:p>"
        + "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{boxed}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{boxed}<v:imagedata/></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
        + paragraph(" ")
        + f"<w:tbl><w:tr><w:tc>{paragraph('Room 4')}<w:tbl/></w:tc></w:tr></w:tbl>"
    )
    (notice,) = [each for each in house(body=body).findings if isinstance(each, NotFollowed)]
    assert describe(notice) == (
        "“Ministry” has 2 paragraphs, 1 picture and 1 table on its page itself, which briefings "
        "do not use; put a letterhead into the header in Word."
    )
    assert not told(house(body=paragraph(" ")))
    for each in ("modern", "classical", "plain"):  # the same made one's own
        file = paths.TEMPLATES / "house-styles" / f"{each}.docx"
        assert not house_package.read(file.read_bytes(), "Ministry.docx").findings


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        ({"section": '<w:cols w:num="2"/>'}, ("columns", "")),
        ({"section": '<w:cols><w:col w:w="1"/><w:col w:w="1"/></w:cols>'}, ("columns", "")),
        ({"section": '<w:lnNumType w:countBy="5"/>'}, ("line-numbers", "")),
        ({"section": "<w:pgBorders/>"}, ("page-borders", "")),
        ({"section": '<w:pgNumType w:start="3"/>'}, ("page-numbers", "")),
        ({"section": '<w:pgNumType w:fmt="upperRoman"/>'}, ("page-numbers", "")),
        ({"settings": "<w:mirrorMargins/>"}, ("mirrored", "")),
        ({"settings": "<w:embedTrueTypeFonts/>"}, ("embedded-fonts", "")),
        ({"background": '<w:background w:color="FFFFCC"/>'}, ("background", "")),
        (
            {"settings": "<w:evenAndOddHeaders/>", "even_header": paragraph("even")},
            ("even-pages", ""),
        ),
        (
            {"body": "<w:p><w:pPr><w:sectPr><w:cols w:num='3'/></w:sectPr></w:pPr></w:p>"},
            ("sections", ""),
        ),
        (
            {"header": paragraph(properties="<w:framePr w:w='1'/>") + SLOTS},
            ("frame", "header"),
        ),
        ({"styles": style("Quote", "<w:pPr><w:bidi/></w:pPr>")}, ("direction", "“Quote”")),
        (
            {"header": paragraph("x", properties="<w:bidi/>") + SLOTS},
            ("direction", "its header"),
        ),
        ({"section": "<w:bidi/>"}, ("right-to-left", "")),
        ({"styles": style("Quote", "<w:pPr><w:framePr/></w:pPr>")}, ("frame-style", "Quote")),
        (
            {"styles": style("Quote", '<w:pPr><w:textDirection w:val="tbRl"/></w:pPr>')},
            ("text-direction", "Quote"),
        ),
        ({"styles": style("Quote", "<w:rPr><w:dstrike/></w:rPr>")}, ("double-strike", "“Quote”")),
        (
            {"styles": style("Quote", '<w:pPr><w:pBdr><w:top w:val="wave"/></w:pBdr></w:pPr>')},
            ("border", "“Quote”"),
        ),
        (
            {
                "styles": style(
                    "List Bullet", '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
                )
            },
            ("unsigned", "List Bullet"),
        ),
    ],
)
def test_what_is_not_followed(named: dict[str, Any], wanted: tuple[str, str]) -> None:
    made = house(named.pop("styles", ""), **named)
    assert told(made) == [wanted]
    notice = next(each for each in made.findings if isinstance(each, NotFollowed))
    assert describe(notice).startswith("“Ministry” ")
    assert "{" not in describe(notice)


@pytest.mark.parametrize(
    "named",
    [
        {
            "section": '<w:cols w:space="708"/><w:pgNumType w:start="1"/>'
            '<w:docGrid w:linePitch="1"/>'
        },
        {"section": "<w:cols w:num='1'/>"},
        {"styles": style("Quote", '<w:pPr><w:textDirection w:val="lrTb"/></w:pPr>')},
        {"styles": style("Quote", '<w:pPr><w:pBdr><w:top w:val="double"/></w:pBdr></w:pPr>')},
        {"settings": "<w:evenAndOddHeaders/>"},
        {"even_header": paragraph("never shown")},
        {"body": paragraph("", "<w:ins/>")},
    ],
)
def test_what_is_usual_is_not_told(named: dict[str, Any]) -> None:
    assert told(house(**named)) == []


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("", (595.3, 841.9, 72, 72)),
        ('<w:pgSz w:w="12240" w:h="15840"/>', (612, 792, 72, 72)),
        ('<w:pgMar w:left="1000" w:gutter="400" w:right="600"/>', (595.3, 841.9, 70, 30)),
        ('<w:pgMar w:left="9000" w:right="9000"/>', (595.3, 841.9, 72, 72)),
        ('<w:pgSz w:w="1" w:h="1"/>', (595.3, 841.9, 72, 72)),
        ('<w:pgSz w:w="0" w:h="x"/>', (595.3, 841.9, 72, 72)),
    ],
)
def test_pages(section: str, wanted: tuple[float, ...]) -> None:
    page = house(section=section).page
    assert (page.width, page.height, page.left, page.right) == wanted


def test_margins_that_let_the_header_overlap() -> None:
    page = house(section='<w:pgMar w:top="-1200" w:bottom="-1000"/>').page
    assert (page.top, page.bottom) == (60, 50)


def test_a_section_without_a_header_has_that_of_the_one_before() -> None:
    made = house(
        header=SLOTS,
        body='<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="defaultheader"/>'
        "</w:sectPr></w:pPr></w:p>",
    )
    assert len(made.edges.header) == 2


def test_each_kind_has_words_and_each_words_a_kind() -> None:
    sources = (Path(house_package.__file__).parent).glob("*.py")
    code = "".join(each.read_text("utf-8") for each in sources)
    used = set(re.findall(r'not_followed\(\s*"([\w-]+)"', code))
    used |= {"line-numbers", "page-borders"}  # from a table in ``surveying``
    used |= set(re.findall(r'return "([\w-]+)", (?:True|False)', code)) | {"watermark", "text-box"}
    assert used == set(messages._NOT_FOLLOWED)

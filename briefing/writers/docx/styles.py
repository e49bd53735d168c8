"""``word/styles.xml``: Word's own style names, so that its menus and panes know them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.brief import ParagraphStyle, TableStyle
from briefing.writers.docx.parts import BULLETS, NUMBERS
from briefing.writers.docx.xml import DECLARATION, NAMESPACES, colour, text, twips
from briefing.writers.style import HouseStyle, TextStyle

PARAGRAPH_IDS: dict[ParagraphStyle, str] = {
    ParagraphStyle.TITLE: "Title",
    ParagraphStyle.SUBTITLE: "Subtitle",
    ParagraphStyle.NORMAL: "Normal",
    ParagraphStyle.LEAD: "BottomLine",
    ParagraphStyle.QUOTE: "Quote",
    ParagraphStyle.CAPTION: "Caption",
    ParagraphStyle.BULLET: "ListBullet",
    ParagraphStyle.NUMBER: "ListNumber",
}
HEADING_IDS = ("Heading1", "Heading2", "Heading3")
CELL, LABEL, MARKING, HEADER, FOOTER = "TableText", "TableLabel", "Marking", "Header", "Footer"
MARK, GAP, LINK = "SourceMark", "Gap", "Hyperlink"
TABLE_IDS: dict[TableStyle, str] = {TableStyle.HEADER: "HeaderBlock", TableStyle.GRID: "TableGrid"}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    id: str
    name: str
    """As Word shows it; Word knows its own styles by their English names in lower case."""
    look: str
    """Name in the house style."""
    next: str = ""
    """Style of the paragraph after Enter; empty for the same."""
    properties: str = ""
    """More paragraph properties, those that come before the spacing."""
    after: str = ""
    """More paragraph properties, those that come after the indent."""


_KEEP = "<w:keepNext/><w:keepLines/>"
_RULE_ABOVE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{rule}"/></w:pBdr>'
_PARAGRAPHS = (
    _Paragraph("Title", "Title", "title", "Normal", _KEEP),
    _Paragraph("Subtitle", "Subtitle", "subtitle", "Normal", "<w:keepNext/>"),
    *(
        _Paragraph(
            HEADING_IDS[level],
            f"heading {level + 1}",
            f"heading{level + 1}",
            "Normal",
            _KEEP,
            f'<w:outlineLvl w:val="{level}"/>',
        )
        for level in range(3)
    ),
    _Paragraph("BottomLine", "Bottom Line", "lead"),
    _Paragraph(
        "ListBullet",
        "List Bullet",
        "bullet",
        properties=f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>',
    ),
    _Paragraph(
        "ListNumber",
        "List Number",
        "number",
        properties=f'<w:numPr><w:numId w:val="{NUMBERS}"/></w:numPr>',
    ),
    _Paragraph("Quote", "Quote", "quote", "Normal"),
    _Paragraph("Caption", "caption", "caption", "Normal"),
    _Paragraph(CELL, "Table Text", "cell"),
    _Paragraph(LABEL, "Table Label", "label"),
    _Paragraph(MARKING, "Marking", "marking", after='<w:jc w:val="center"/>'),
    _Paragraph(HEADER, "header", "header", after='<w:jc w:val="center"/>'),
    _Paragraph(FOOTER, "footer", "footer", properties=_RULE_ABOVE, after='<w:jc w:val="center"/>'),
)


def styles(style: HouseStyle, language: str) -> str:
    normal = style.styles.normal
    family = text(style.fonts.word)
    fonts = " ".join(f'w:{each}="{family}"' for each in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts {fonts}/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{text(language)}" w:eastAsia="{text(language)}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{_spacing(normal)}</w:pPr><w:rPr>{_run(normal)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        + "".join(_paragraph(each, style) for each in _PARAGRAPHS)
        + "".join(_characters(style))
        + "".join(_tables(style))
        + "</w:styles>"
    )


def _paragraph(each: _Paragraph, style: HouseStyle) -> str:
    look = style.styles.named(each.look)
    next_ = f'<w:next w:val="{each.next}"/>' if each.next else ""
    indent = f'<w:ind w:left="{twips(look.indent)}"/>' if look.indent else ""
    if "numPr" in each.properties:
        indent = f'<w:ind w:left="{twips(look.indent)}" w:hanging="{twips(look.indent)}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{each.id}"><w:name w:val="{each.name}"/>'
        f'<w:basedOn w:val="Normal"/>{next_}<w:qFormat/>'
        f"<w:pPr>{each.properties.format(rule=colour(style.table.rule))}{_spacing(look)}"
        f"{indent}{each.after}</w:pPr><w:rPr>{_run(look)}</w:rPr></w:style>"
    )


def _spacing(look: TextStyle) -> str:
    # exact distances of base lines would cut tall letters: "auto" counts 240 to a line of the
    # font, and a line of the usual sans is about 1.22 times its size
    line = round(240 * look.line / 1.22)
    return (
        f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}" '
        f'w:line="{line}" w:lineRule="auto"/>'
    )


def _run(look: TextStyle) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    size = round(look.size * 2)
    return (
        f'{bold}{italic}<w:color w:val="{colour(look.colour)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _characters(style: HouseStyle) -> Iterator[str]:
    for id, name, properties in (
        ("Strong", "Strong", "<w:b/><w:bCs/>"),
        ("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
        (MARK, "Source Mark", f'<w:color w:val="{colour(style.inline.mark)}"/>'),
        (GAP, "Gap", f'<w:b/><w:bCs/><w:color w:val="{colour(style.inline.gap)}"/>'),
        (
            LINK,
            "Hyperlink",
            f'<w:color w:val="{colour(style.inline.link)}"/><w:u w:val="single"/>',
        ),
    ):
        yield (
            f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{properties}</w:rPr>'
            "</w:style>"
        )


def _tables(style: HouseStyle) -> Iterator[str]:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{colour(style.table.rule)}"'
    padding, side = twips(style.table.padding), twips(style.table.side)
    for id, name, sides, edge in (
        (TABLE_IDS[TableStyle.HEADER], "Header Block", ("top", "bottom", "insideH"), 0),
        (
            TABLE_IDS[TableStyle.GRID],
            "Table Grid",
            ("top", "left", "bottom", "right", "insideH", "insideV"),
            side,
        ),
    ):
        borders = "".join(f"<w:{each} {rule}/>" for each in sides)
        shade = (
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(style.table.shade)}"/>'
            "</w:tcPr></w:tblStylePr>"
        )
        yield (
            f'<w:style w:type="table" w:styleId="{id}"><w:name w:val="{name}"/>'
            '<w:basedOn w:val="TableNormal"/><w:tblPr>'
            f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
            f'<w:top w:w="{padding}" w:type="dxa"/><w:left w:w="{edge}" w:type="dxa"/>'
            f'<w:bottom w:w="{padding}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr>{shade if edge else ''}</w:style>"
        )

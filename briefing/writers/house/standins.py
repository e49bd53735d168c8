"""What a style looks like that a reference file lacks: made from one that it has."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.brief import TableStyle
from briefing.writers.house.look import CharacterStyle, Style

_GREY, _RED, _BLUE, _RULE = "595959", "B3261E", "0B57A4", "BFBFBF"
_PLAIN = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_UPRIGHT = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'


@dataclass(frozen=True, slots=True)
class StandIn:
    bases: tuple[str, ...]
    """Styles to make it from; the first there is."""
    paragraph: str = ""
    """Inside of its ``w:pPr``, in the order of the schema."""
    letters: str = ""
    """Inside of its ``w:rPr``, but for the size."""
    size: float = 0
    """As a share of that of its base; 0 to leave it."""
    own: bool = False
    """Not one of those that Word itself knows."""
    follows: str = ""
    """The style of what is typed after it."""


def _heading(level: int, size: float, before: int, after: int) -> StandIn:
    return StandIn(
        (Style.NORMAL,),
        f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="{before}" '
        f'w:after="{after}" w:line="240" w:lineRule="auto"/>{_UPRIGHT}<w:jc w:val="left"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        "<w:b/><w:bCs/>",
        size,
        follows=Style.NORMAL,
    )


_NOTE = StandIn(
    (Style.NORMAL,),
    f'<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>{_UPRIGHT}',
    size=0.85,
)
_EDGE = f'<w:tabs>{{stops}}</w:tabs><w:suppressAutoHyphens/>{_PLAIN}{_UPRIGHT}<w:jc w:val="left"/>'
"""``{stops}``: at the middle and at the right margin."""

PARAGRAPHS: dict[Style, StandIn] = {
    Style.NORMAL: StandIn(()),
    Style.TITLE: StandIn(
        (Style.NORMAL,),
        '<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="160" '
        f'w:line="240" w:lineRule="auto"/>{_UPRIGHT}<w:jc w:val="left"/>',
        "<w:b/><w:bCs/>",
        1.8,
        follows=Style.NORMAL,
    ),
    Style.SUBTITLE: StandIn(
        (Style.NORMAL,),
        '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="80" w:line="240" '
        f'w:lineRule="auto"/>{_UPRIGHT}<w:jc w:val="left"/>',
        f'<w:color w:val="{_GREY}"/>',
        follows=Style.NORMAL,
    ),
    Style.HEADING1: _heading(1, 1.3, 320, 80),
    Style.HEADING2: _heading(2, 1.1, 220, 60),
    Style.HEADING3: _heading(3, 1, 180, 40),
    Style.LEAD: StandIn((Style.NORMAL,), "<w:keepLines/>", "", 1.1, own=True),
    Style.BULLET: StandIn((Style.NORMAL,)),
    Style.NUMBER: StandIn((Style.NORMAL,)),
    Style.QUOTE: StandIn((Style.NORMAL,), '<w:ind w:left="360" w:right="360"/>', "<w:i/><w:iCs/>"),
    Style.CAPTION: StandIn(
        (Style.NORMAL,),
        f'<w:spacing w:before="100" w:after="160" w:line="240" w:lineRule="auto"/>{_UPRIGHT}'
        '<w:jc w:val="left"/>',
        f'<w:color w:val="{_GREY}"/>',
        0.86,
    ),
    Style.CELL: StandIn(
        (Style.NORMAL,),
        f'<w:suppressAutoHyphens/>{_PLAIN}{_UPRIGHT}<w:jc w:val="left"/>',
        size=0.95,
        own=True,
    ),
    Style.LABEL: StandIn((Style.CELL,), "<w:keepNext/>", "<w:b/><w:bCs/>", own=True),
    Style.HEADER: StandIn((Style.NORMAL,), _EDGE, f'<w:color w:val="{_GREY}"/>', 0.85),
    Style.FOOTER: StandIn((Style.NORMAL,), _EDGE, f'<w:color w:val="{_GREY}"/>', 0.85),
    Style.MARKING: StandIn(
        (Style.HEADER,),
        f'<w:suppressAutoHyphens/>{_PLAIN}{_UPRIGHT}<w:jc w:val="center"/>',
        "<w:b/><w:bCs/>",
        1.1,
        own=True,
    ),
    Style.FOOTNOTE: _NOTE,
    Style.ENDNOTE: _NOTE,
}
"""In an order in which each comes after those it is made from."""

LIST_INDENTS = {Style.BULLET: 320, Style.NUMBER: 400}
"""Of the text, in twips; the sign hangs out."""

CHARACTERS: dict[CharacterStyle, StandIn] = {
    CharacterStyle.STRONG: StandIn((), letters="<w:b/><w:bCs/>"),
    CharacterStyle.EMPHASIS: StandIn((), letters="<w:i/><w:iCs/>"),
    CharacterStyle.MARK: StandIn((), letters=f'<w:color w:val="{_GREY}"/>', own=True),
    CharacterStyle.GAP: StandIn((), letters=f'<w:b/><w:bCs/><w:color w:val="{_RED}"/>', own=True),
    CharacterStyle.MUTED: StandIn((), letters=f'<w:color w:val="{_GREY}"/>'),
    CharacterStyle.LINK: StandIn((), letters=f'<w:color w:val="{_BLUE}"/><w:u w:val="single"/>'),
    CharacterStyle.FOOTNOTE_REFERENCE: StandIn((), letters='<w:vertAlign w:val="superscript"/>'),
    CharacterStyle.ENDNOTE_REFERENCE: StandIn((), letters='<w:vertAlign w:val="superscript"/>'),
}


def _table(sides: tuple[str, ...], head: str) -> str:
    rules = "".join(
        f'<w:{each} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>' for each in sides
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 50), ("left", 0), ("bottom", 50), ("right", 160))
    )
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{head}"
    )


TABLES: dict[TableStyle, str] = {
    TableStyle.HEADER: _table(("top", "bottom"), ""),
    TableStyle.GRID: _table(
        ("top", "bottom", "insideH"),
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" '
        f'w:space="0" w:color="{_GREY}"/></w:tcBorders></w:tcPr></w:tblStylePr>',
    ),
}
"""What follows the name of the style."""

"""What a style says, resolved: from the defaults along ``w:basedOn``, with theme and units."""

from __future__ import annotations

from typing import Any

import pytest
from references import house, style

from briefing.writers.house.look import (
    Alignment,
    Border,
    Caps,
    CharacterStyle,
    LineRule,
    ParagraphLook,
    Raised,
    Style,
    Tab,
)
from briefing.writers.house.look import CharacterLook as Letters

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Corbel"/><w:sz w:val="22"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)


def quote(paragraph: str = "", letters: str = "", more: str = "", **named: Any) -> ParagraphLook:
    """The looks of Quote, based on Normal, with these properties."""
    inside = f"<w:basedOn w:val='Normal'/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr>"
    styles = DEFAULTS + style("Normal") + style("Quote", inside) + more
    return house(styles, **named).styles[Style.QUOTE]


def test_defaults_reach_every_style() -> None:
    look = quote()
    assert look.text == Letters("Corbel", 11)
    assert (look.after, look.before, look.line_rule) == (8, 0, LineRule.MULTIPLE)
    assert look.line == pytest.approx(259 / 240)
    assert (look.id, look.name) == ("Quote", "Quote")


def test_a_style_changes_only_what_it_says() -> None:
    styles = (
        DEFAULTS
        + style(
            "Normal",
            '<w:pPr><w:spacing w:before="40"/><w:ind w:left="100" w:right="60"/></w:pPr>'
            '<w:rPr><w:b/><w:color w:val="112233"/></w:rPr>',
        )
        + style("Grand", '<w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr>')
        + style(
            "Quote",
            '<w:basedOn w:val="Grand"/><w:pPr><w:ind w:left="200"/><w:jc w:val="both"/></w:pPr>'
            '<w:rPr><w:b w:val="0"/><w:sz w:val="19"/></w:rPr>',
        )
    )
    look = house(styles).styles[Style.QUOTE]
    assert look.text == Letters("Corbel", 9.5, italic=True, colour="#112233")
    assert (look.left, look.right, look.before, look.after) == (10, 3, 2, 8)
    assert look.alignment is Alignment.JUSTIFIED


@pytest.mark.parametrize(
    ("letters", "name", "wanted"),
    [
        ('<w:b/><w:b w:val="false"/>', "bold", False),
        ('<w:i w:val="on"/>', "italic", True),
        ('<w:caps/><w:smallCaps w:val="0"/>', "caps", Caps.ALL),
        ("<w:smallCaps/>", "caps", Caps.SMALL),
        ('<w:u w:val="single"/>', "underline", True),
        ('<w:u w:val="none"/>', "underline", False),
        ("<w:strike/>", "strike", True),
        ('<w:spacing w:val="-10"/>', "spacing", -0.5),
        ('<w:color w:val="auto"/>', "colour", "#000000"),
        ('<w:color w:val="C00000"/>', "colour", "#c00000"),
        ('<w:vertAlign w:val="superscript"/>', "raised", Raised.SUPERSCRIPT),
        ('<w:shd w:val="clear" w:fill="EEEEEE"/>', "shade", "#eeeeee"),
        ('<w:shd w:val="clear" w:fill="auto"/>', "shade", ""),
        ('<w:highlight w:val="yellow"/>', "shade", "#ffff00"),
        ('<w:kern w:val="22"/>', "kern", True),
        ('<w:kern w:val="24"/>', "kern", False),
        ('<w:kern w:val="0"/>', "kern", False),
        ('<w:kern w:val="24"/><w:sz w:val="30"/>', "kern", True),
        ('<w:rFonts w:hAnsi="Candara"/>', "family", "Candara"),
        ('<w:rFonts w:cs="Arial"/>', "family", "Corbel"),
        ('<w:sz w:val="0"/>', "size", 11),
    ],
)
def test_letters(letters: str, name: str, wanted: object) -> None:
    assert getattr(quote(letters=letters).text, name) == wanted


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ('<w:spacing w:line="240" w:lineRule="exact"/>', {"line": 12, "line_rule": LineRule.EXACT}),
        (
            '<w:spacing w:line="300" w:lineRule="atLeast"/>',
            {"line": 15, "line_rule": LineRule.AT_LEAST},
        ),
        ('<w:spacing w:beforeAutospacing="1" w:before="20"/>', {"before": 14}),
        ('<w:spacing w:before="6pt"/>', {"before": 6}),
        ('<w:ind w:start="200" w:end="40"/>', {"left": 10, "right": 2}),
        ('<w:ind w:left="400" w:hanging="200"/>', {"left": 20, "first": -10}),
        ('<w:ind w:firstLine="200"/>', {"first": 10}),
        ('<w:jc w:val="center"/>', {"alignment": Alignment.CENTRE}),
        ('<w:jc w:val="end"/>', {"alignment": Alignment.END}),
        ("<w:keepNext/><w:keepLines/>", {"keep_next": True, "keep_lines": True}),
        ('<w:widowControl w:val="0"/>', {"widow_control": False}),
        ("<w:pageBreakBefore/>", {"page_break_before": True}),
        ("<w:suppressAutoHyphens/>", {"hyphenate": False}),
        ("<w:contextualSpacing/>", {"contextual": True}),
        ('<w:shd w:val="clear" w:fill="DDEEFF"/>', {"shade": "#ddeeff"}),
    ],
)
def test_paragraphs(paragraph: str, wanted: dict[str, object]) -> None:
    look = quote(paragraph)
    assert {name: getattr(look, name) for name in wanted} == wanted


def test_borders_are_inherited_side_by_side() -> None:
    styles = style(
        "Normal",
        '<w:pPr><w:pBdr><w:top w:val="double" w:sz="12" w:space="4" w:color="FF0000"/>'
        '<w:left w:val="single" w:sz="4"/></w:pBdr></w:pPr>',
    ) + style(
        "Quote",
        '<w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:left w:val="nil"/>'
        '<w:bottom w:val="dotted" w:sz="8" w:space="1" w:color="auto"/></w:pBdr></w:pPr>',
    )
    borders = house(styles).styles[Style.QUOTE].borders
    assert borders.top == Border(4.5, "#ff0000", 4, "double"), "two lines of 1.5, as far apart"
    assert borders.left is None
    assert borders.bottom == Border(1, "#000000", 1, "dotted")


@pytest.mark.parametrize(
    ("kind", "width", "shown"),
    [
        ("single", 2, "single"),
        ("thick", 4, "single"),
        ("double", 6, "double"),
        ("triple", 6, "double"),
        ("thinThickSmallGap", 3.5, "double"),
        ("thickThinMediumGap", 4, "double"),
        ("thinThickThinLargeGap", 4.25, "double"),
        ("wave", 2, "single"),
        ("inset", 4, "single"),
    ],
)
def test_how_high_borders_are(kind: str, width: float, shown: str) -> None:
    box = f'<w:pPr><w:pBdr><w:top w:val="{kind}" w:sz="16"/></w:pBdr></w:pPr>'
    top = house(style("Quote", box)).styles[Style.QUOTE].borders.top
    assert top is not None
    assert (top.width, top.kind) == (width, shown)


def test_tab_stops_are_added_and_cleared() -> None:
    styles = style(
        "Normal",
        '<w:pPr><w:tabs><w:tab w:val="left" w:pos="400"/><w:tab w:val="right" w:pos="9000"/>'
        "</w:tabs></w:pPr>",
    ) + style(
        "Quote",
        '<w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="clear" w:pos="400"/>'
        '<w:tab w:val="center" w:leader="dot" w:pos="4500"/></w:tabs></w:pPr>',
    )
    assert house(styles).styles[Style.QUOTE].tabs == (
        Tab(225, Alignment.CENTRE, "."),
        Tab(450, Alignment.END),
    )


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme><a:fontScheme><a:majorFont>'
    '<a:latin typeface="Perpetua"/></a:majorFont><a:minorFont><a:latin typeface="Candara"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)


@pytest.mark.parametrize(
    ("letters", "name", "wanted"),
    [
        ('<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Arial"/>', "family", "Perpetua"),
        ('<w:rFonts w:asciiTheme="minorHAnsi"/>', "family", "Candara"),
        ('<w:color w:val="000000" w:themeColor="accent1"/>', "colour", "#4472c4"),
        ('<w:color w:themeColor="accent1" w:themeShade="BF"/>', "colour", "#2f5496"),
        ('<w:color w:themeColor="accent1" w:themeTint="99"/>', "colour", "#8eaadb"),
        ('<w:color w:val="123456" w:themeColor="accent9"/>', "colour", "#123456"),
        ('<w:color w:themeColor="text1"/>', "colour", "#000000"),
        ('<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"/>', "shade", "#4472c4"),
    ],
)
def test_theme(letters: str, name: str, wanted: str) -> None:
    """The colours are those that Word itself writes beside the same theme colours."""
    assert getattr(quote(letters=letters, theme=THEME).text, name) == wanted


def test_without_its_theme_a_style_has_the_font_it_names_besides() -> None:
    assert (
        quote(letters='<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Arial"/>').text.family
        == "Arial"
    )


def test_a_ring_of_styles_ends() -> None:
    styles = style("Normal", '<w:basedOn w:val="Quote"/>') + style(
        "Quote", '<w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr>'
    )
    assert house(styles).styles[Style.QUOTE].text.italic


@pytest.mark.parametrize("name", ["Heading 1", "HEADING 1", "heading 1"])
def test_names_are_compared_as_word_does(name: str) -> None:
    look = house(style(name, "<w:rPr><w:sz w:val='66'/></w:rPr>", id="berschrift1")).styles[
        Style.HEADING1
    ]
    assert (look.id, look.text.size) == ("berschrift1", 33)


def test_an_alias_is_a_name() -> None:
    styles = style("Kernaussage", '<w:aliases w:val="Key line, Bottom Line"/>')
    assert house(styles).styles[Style.LEAD].id == "Kernaussage"


def test_a_character_style_says_only_what_it_changes() -> None:
    styles = style("Base", "<w:rPr><w:i/><w:sz w:val='20'/></w:rPr>", kind="character") + style(
        "Source Mark",
        '<w:basedOn w:val="Base"/><w:rPr><w:color w:val="777777"/></w:rPr>',
        kind="character",
    )
    made = house(styles)
    change = made.characters[CharacterStyle.MARK]
    assert (change.italic, change.size, change.colour) == (True, 10, "#777777")
    assert (change.bold, change.family, change.kern) == (None, None, None)
    assert made.character_ids[CharacterStyle.MARK] == "SourceMark"


def test_a_paragraph_style_is_not_taken_for_a_character_style() -> None:
    made = house(style("Strong", "<w:rPr><w:i/></w:rPr>"))
    assert made.characters[CharacterStyle.STRONG].bold
    assert made.character_ids[CharacterStyle.STRONG] != "Strong"

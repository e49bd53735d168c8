"""What python-docx has no words for, as changes to the elements behind its objects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from briefing.writers.docx.xml import colour, twips
from briefing.writers.style import TableLook

_KEPT_SETTINGS = ("w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:compat")
_WORD_2013 = "15"
"""An older one would open in Word in "Compatibility Mode"."""


def set_defaults(styles: Any, family: str, language: str) -> None:
    """Font and language of all text; nothing of python-docx's template comes on top.

    Its font is that of a theme, which would win, and its paragraphs have space between them.
    """
    defaults = styles.find(qn("w:docDefaults"))
    fonts, tongue = (defaults.find(f".//{qn(each)}") for each in ("w:rFonts", "w:lang"))
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), family)
    for script in ("val", "eastAsia"):
        tongue.set(qn(f"w:{script}"), language)
    for each in [*defaults.iter(qn("w:spacing")), *styles.iter(qn("w:rsid"))]:
        each.getparent().remove(each)


def set_outline_level(style: Any, level: int) -> None:
    """Put a heading (level from 1) into the navigation pane."""
    style.get_or_add_pPr().append(_value("w:outlineLvl", level - 1))


def link_to_list(style: Any, number: int) -> None:
    style.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number


def repeat_size(style: Any) -> None:
    """Say the size once more for letters of scripts such as Arabic."""
    size = style.rPr.find(qn("w:sz"))
    size.addnext(_value("w:szCs", size.get(qn("w:val"))))


def draw_rule_above(style: Any, shade: str) -> None:
    border = _parsed(
        f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="4" '
        f'w:color="{colour(shade)}"/></w:pBdr>'
    )
    style.get_or_add_pPr().insert_element_before(border, "w:spacing", "w:ind", "w:jc")


def set_table_look(style: Any, look: TableLook, edges: Iterable[str]) -> None:
    """``edges`` have a rule; with one on the left, cells keep away from it and a head is shaded."""
    edges = list(edges)
    boxed = "left" in edges
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{colour(look.rule)}"'
    padding, side = twips(look.padding), twips(look.side)
    margins = (
        ("top", padding),
        ("left", side if boxed else 0),
        ("bottom", padding),
        ("right", side),
    )
    style.append(
        _parsed(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>"
            + "".join(f"<w:{each} {rule}/>" for each in edges)
            + "</w:tblBorders><w:tblCellMar>"
            + "".join(f'<w:{each} w:w="{width}" w:type="dxa"/>' for each, width in margins)
            + "</w:tblCellMar></w:tblPr>"
        )
    )
    if boxed:
        style.append(
            _parsed(
                f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tcPr><w:shd w:val="clear" '
                f'w:color="auto" w:fill="{colour(look.shade)}"/></w:tcPr></w:tblStylePr>'
            )
        )


def tidy_settings(settings: Any) -> None:
    """No traces of whoever made python-docx's template; the Word of today."""
    kept = {qn(each) for each in _KEPT_SETTINGS}
    for each in list(settings):
        if each.tag not in kept:
            settings.remove(each)
    zoom = settings.find(qn("w:zoom"))
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")
    compatibility = settings.find(qn("w:compat"))
    for each in list(compatibility):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), _WORD_2013)
        elif each.tag != qn("w:compatSetting"):
            compatibility.remove(each)


def _value(tag: str, value: object) -> Any:
    return _parsed(f'<{tag} {nsdecls("w")} w:val="{value}"/>')


def _parsed(xml: str) -> Any:
    return parse_xml(xml)

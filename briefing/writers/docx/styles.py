"""The styles of a Word document, made through python-docx.

Word's own names are kept where Word has one, so that its menus and panes know them.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from briefing.writers.docx import names, oxml
from briefing.writers.docx.lists import BULLETS, NUMBERS
from briefing.writers.docx.names import id_of
from briefing.writers.docx.xml import colour
from briefing.writers.style import HouseStyle, TextStyle

_LINE_OF_FONT = 1.22
"""Height of a line of the usual sans-serif font, as a multiple of its size. Word counts line
spacing in lines of the font; exact distances would cut tall letters."""

_DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table", "No List")

Style = Any
"""A style of python-docx, which gives no types for most of what it holds."""


def add_styles(document: Document, house: HouseStyle, language: str) -> None:
    """Put the styles of the house in place of those of python-docx's template."""
    _clear(document)
    oxml.set_defaults(document.styles.element, house.fonts.word, language)
    looks = house.styles
    normal: Style = document.styles["Normal"]
    normal.priority, normal.quick_style = 0, True
    _dress(normal, looks.normal)
    _paragraph(document, "Title", looks.title, then=normal, keep=True)
    _paragraph(document, "Subtitle", looks.subtitle, then=normal, keep=True)
    for level, name in enumerate(names.HEADINGS, start=1):
        heading = _paragraph(document, name, looks.named(f"heading{level}"), then=normal, keep=True)
        oxml.set_outline_level(heading.element, level)
    _paragraph(document, names.LEAD, looks.lead, own=True)
    _listed(_paragraph(document, "List Bullet", looks.bullet), BULLETS)
    _listed(_paragraph(document, "List Number", looks.number), NUMBERS)
    _paragraph(document, "Quote", looks.quote, then=normal)
    _paragraph(document, "Caption", looks.caption, then=normal)
    _paragraph(document, names.CELL, looks.cell, own=True)
    label = _paragraph(document, names.LABEL, looks.label, own=True)
    label.paragraph_format.keep_with_next = True  # holds the rows of a header table together
    _centred(_paragraph(document, names.MARKING, looks.marking, own=True))
    _centred(_paragraph(document, names.HEADER, looks.header))
    footer = _centred(_paragraph(document, names.FOOTER, looks.footer))
    oxml.draw_rule_above(footer.element, house.table.rule)
    _characters(document, house)
    for name, edges, own in (
        (names.HEADER_BLOCK, ("top", "bottom", "insideH"), True),
        (names.GRID, ("top", "left", "bottom", "right", "insideH", "insideV"), False),
    ):
        table = _new(document, name, WD_STYLE_TYPE.TABLE, "Normal Table", own)
        oxml.set_table_look(table.element, house.table, edges)


def _clear(document: Document) -> None:
    """Leave only the defaults, which each document must have, and hide what is not in use."""
    for style in list(document.styles):
        if style.name not in _DEFAULTS:
            style.delete()
    latent = document.styles.latent_styles
    for style in list(latent):
        style.delete()
    latent.default_to_hidden = True
    latent.default_to_unhide_when_used = True
    latent.default_to_quick_style = False


def _paragraph(
    document: Document,
    name: str,
    look: TextStyle,
    *,
    own: bool = False,
    then: Style = None,
    keep: bool = False,
) -> Style:
    """``own``: not one of Word's; ``then``: style after Enter; ``keep``: with what follows."""
    style = _new(document, name, WD_STYLE_TYPE.PARAGRAPH, "Normal", own)
    style.next_paragraph_style = then
    _dress(style, look)
    if keep:
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.keep_together = True
    return style


def _new(document: Document, name: str, kind: WD_STYLE_TYPE, parent: str, own: bool) -> Style:
    styles: Any = document.styles
    style: Style = styles.add_style(name, kind, builtin=not own)
    style.style_id = id_of(name)
    style.base_style = styles[parent]
    style.hidden, style.unhide_when_used, style.quick_style = False, False, True
    style.priority = len(styles)  # the pane lists them in this order
    return style


def _dress(style: Style, look: TextStyle) -> None:
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing = look.line / _LINE_OF_FONT
    if look.indent:
        shape.left_indent = Pt(look.indent)
    style.font.size = Pt(look.size)
    oxml.repeat_size(style.element)
    _ink(style, look.colour, bold=look.bold, italic=look.italic)


def _ink(style: Style, shade: str = "", *, bold: bool = False, italic: bool = False) -> None:
    font = style.font
    if bold:
        font.bold = font.cs_bold = True  # cs: letters of scripts such as Arabic
    if italic:
        font.italic = font.cs_italic = True
    if shade:
        font.color.rgb = RGBColor.from_string(colour(shade))


def _centred(style: Style) -> Style:
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return style


def _listed(style: Style, number: int) -> None:
    style.paragraph_format.first_line_indent = -style.paragraph_format.left_indent
    oxml.link_to_list(style.element, number)


def _characters(document: Document, house: HouseStyle) -> None:
    def add(name: str, *, own: bool = False) -> Style:
        return _new(document, name, WD_STYLE_TYPE.CHARACTER, "Default Paragraph Font", own)

    inks = house.inline
    _ink(add(names.BOLD), bold=True)
    _ink(add(names.ITALIC), italic=True)
    _ink(add(names.BOLD_ITALIC), bold=True, italic=True)
    _ink(add(names.MUTED), inks.muted)
    _ink(add(names.MARK, own=True), inks.mark)
    _ink(add(names.GAP, own=True), inks.gap, bold=True)
    link = add(names.LINK)
    _ink(link, inks.link)
    link.font.underline = True

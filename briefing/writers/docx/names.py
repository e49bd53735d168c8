"""Names of the styles as Word shows them. Those of Word itself are its own, in English."""

from __future__ import annotations

from briefing.model.brief import ParagraphStyle, TableStyle

LEAD, CELL, LABEL, MARKING = "Bottom Line", "Table Text", "Table Label", "Marking"
HEADER, FOOTER = "Header", "Footer"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
PARAGRAPHS: dict[ParagraphStyle, str] = {
    ParagraphStyle.TITLE: "Title",
    ParagraphStyle.SUBTITLE: "Subtitle",
    ParagraphStyle.NORMAL: "Normal",
    ParagraphStyle.LEAD: LEAD,
    ParagraphStyle.QUOTE: "Quote",
    ParagraphStyle.CAPTION: "Caption",
    ParagraphStyle.BULLET: "List Bullet",
    ParagraphStyle.NUMBER: "List Number",
}
BOLD, ITALIC, BOLD_ITALIC = "Strong", "Emphasis", "Intense Emphasis"
MUTED, MARK, GAP, LINK = "Subtle Emphasis", "Source Mark", "Gap", "Hyperlink"
HEADER_BLOCK, GRID = "Header Block", "Table Grid"
TABLES: dict[TableStyle, str] = {TableStyle.HEADER: HEADER_BLOCK, TableStyle.GRID: GRID}


def id_of(name: str) -> str:
    """The id by which the text names a style."""
    return name.replace(" ", "")

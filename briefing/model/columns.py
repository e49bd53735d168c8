"""Which columns of a table hold figures, and so are aligned at their end in every format."""

from __future__ import annotations

import re

from briefing.model.brief import Cell, Run, Table, TableStyle

_CURRENCY = r"(?:(?:[A-Z]{1,3})?[$£€¥₹₽₩₪₺]|[A-Z]{3}|Rs\.?|kr\.?|zł)"
_DIGITS = r"\d+(?:[.,'\N{RIGHT SINGLE QUOTATION MARK}\s]\d+)*"
_SCALE = r"(?:(?:k|m|mn|bn|tn|million|billion|trillion|thousand)\.?)"
_UNIT = rf"(?:%|‰|per cent|percent|pp|{_CURRENCY})"
_SIGN = r"[-+\N{MINUS SIGN}\N{EN DASH}\N{PLUS-MINUS SIGN}~<>≈≤≥]"
_FIGURE = re.compile(
    rf"\(?\s*{_SIGN}?\s*{_CURRENCY}?\s*{_SIGN}?\s*{_DIGITS}\s*{_SCALE}?\s*{_UNIT}?\s*\)?"
)
_NOTHING = re.compile(
    r"(?:[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}.…*]|\.\.|n/?a|N/?A|nil|none|not known)*"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def numeric_columns(table: Table) -> frozenset[int]:
    """Columns of a grid whose cells below the head are all figures: numbers, shares, sums of money.

    Cells that say there is nothing do not count, nor do source marks and notes. Years are names,
    not figures.
    """
    if table.style is not TableStyle.GRID:
        return frozenset()
    rows = table.rows[table.header_rows :]
    return frozenset(
        column
        for column in range(len(table.widths))
        if _is_numeric([row[column] for row in rows if column < len(row)])
    )


def _is_numeric(cells: list[Cell]) -> bool:
    if any(cell.header for cell in cells):
        return False
    words = [
        text
        for cell in cells
        for paragraph in cell.paragraphs
        if (text := _words(paragraph.inlines)) and not _NOTHING.fullmatch(text)
    ]
    return (
        bool(words)
        and all(_FIGURE.fullmatch(each) for each in words)
        and not all(_YEAR.fullmatch(each) for each in words)
    )


def _words(inlines: tuple[object, ...]) -> str:
    return "".join(
        each.text
        for each in inlines
        if isinstance(each, Run) and not (each.mark or each.gap or each.muted)
    ).strip()

"""Which rows of a table stay with the next, in every format."""

from __future__ import annotations

from briefing.model.brief import Table, TableStyle

_FEW = 8


def may_part(table: Table) -> bool:
    """Whether the rows below the head may part, whatever the style of their labels says.

    A few labelled rows stand on one page. A long table would leave half of the page before empty,
    or be higher than any.
    """
    return table.style is TableStyle.GRID and len(table.rows) - table.header_rows > _FEW

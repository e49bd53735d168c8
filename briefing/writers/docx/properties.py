"""What Word shows of a document under File, Info."""

from __future__ import annotations

from typing import Any, cast

from docx.opc import oxml
from docx.opc.coreprops import CoreProperties
from docx.oxml.coreprops import CT_CoreProperties

from briefing.model.brief import Brief
from briefing.writers.docx.xml import legal

_LONGEST = 255
"""Characters: what python-docx and Word hold in a property."""


def properties(brief: Brief) -> bytes:
    """No dates: only the clock would know them, and the same brief gives the same bytes."""
    element = CT_CoreProperties.new()
    made = CoreProperties(element)
    made.title = _short(brief.title)
    made.subject = _short(brief.subject)
    made.author = _short(brief.author)
    made.keywords = _short(", ".join(brief.keywords))
    made.language = _short(brief.language)
    return cast("Any", oxml).serialize_part_xml(element)


def _short(text: str) -> str:
    text = legal(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

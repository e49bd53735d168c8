"""What a reference file asks of its pages that briefings do not follow."""

from __future__ import annotations

from briefing.writers.house.findings import Findings
from briefing.writers.house.source import Source
from briefing.writers.house.xml import Element, child, q, switch, whole


def survey(source: Source, findings: Findings) -> None:
    """Says nothing of its text, which is never used."""
    section, settings = source.section, source.settings
    if source.sections > 1:
        findings.not_followed("sections")
    if _columns(section) > 1:
        findings.not_followed("columns")
    for name, what in (("w:lnNumType", "line-numbers"), ("w:pgBorders", "page-borders")):
        if child(section, name) is not None:
            findings.not_followed(what)
    numbers = child(section, "w:pgNumType")
    if numbers is not None and (
        whole(numbers.get(q("w:start"))) not in {None, 1}
        or numbers.get(q("w:fmt"), "decimal") != "decimal"
    ):
        findings.not_followed("page-numbers")
    if switch(settings, "w:mirrorMargins"):
        findings.not_followed("mirrored")
    if child(source.document, "w:background") is not None:
        findings.not_followed("background")
    if switch(settings, "w:embedTrueTypeFonts"):
        findings.not_followed("embedded-fonts")
    if switch(settings, "w:evenAndOddHeaders") and any(
        name.startswith("even") for name in source.edges
    ):
        findings.not_followed("even-pages")
    for name in [name for name in source.edges if name.startswith("even")]:
        del source.edges[name]  # Word keeps them where nothing shows them
    if not source.first_differs:
        for name in [name for name in source.edges if name.startswith("first")]:
            del source.edges[name]


def _columns(section: Element) -> int:
    columns = child(section, "w:cols")
    if columns is None:
        return 1
    return whole(columns.get(q("w:num"))) or len(columns.findall(q("w:col"))) or 1

"""What a reference file asks of its pages that briefings do not follow."""

from __future__ import annotations

from functools import lru_cache

from briefing import paths
from briefing.writers.house.archive import Archive
from briefing.writers.house.findings import Findings
from briefing.writers.house.source import Source
from briefing.writers.house.xml import Element, child, q, switch, whole

_VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"


def survey(source: Source, findings: Findings, *, shipped: bool = False) -> None:
    """``shipped`` ones show their styles on their page: that needs no word."""
    section, settings = source.section, source.settings
    if not shipped and (unused := _on_the_page(source.document)):
        findings.not_followed("body", details=unused)
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
    if switch(section, "w:bidi"):
        findings.not_followed("right-to-left")
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


def _on_the_page(document: Element) -> list[str]:
    """What stands there, counted. What is in a table is that table, but for pictures. The samples
    that shipped house styles show do not count: many a style was made from one of those."""
    samples = _samples()
    paragraphs = pictures = tables = 0
    for each in document.iter(q("w:tbl"), q("w:p"), q("w:drawing"), q("w:pict")):
        if next(each.iterancestors(q("mc:Fallback")), None) is not None:
            continue  # the same once more, for old programs
        inside = next(each.iterancestors(q("w:tbl")), None) is not None
        if each.tag == q("w:tbl"):
            said = [_words(paragraph) for paragraph in each.iter(q("w:p"))]
            tables += not inside and not (any(said) and samples.issuperset(filter(None, said)))
        elif each.tag == q("w:p"):
            words = _words(each)
            paragraphs += bool(words) and not inside and words not in samples
        else:
            pictures += any(True for _ in each.iter(q("pic:pic"), _VML_PICTURE))
    counts = ((paragraphs, "paragraph"), (pictures, "picture"), (tables, "table"))
    return [f"{count} {kind}{'s' if count > 1 else ''}" for count, kind in counts if count]


def _words(paragraph: Element) -> str:
    """Its own: one that a text box hangs on has not those in the box."""
    return "".join(
        each.text or ""
        for each in paragraph.iter(q("w:t"))
        if next(each.iterancestors(q("w:p"))) is paragraph
    ).strip()


@lru_cache(maxsize=1)
def _samples() -> frozenset[str]:
    """The words of each paragraph on the pages of the shipped house styles."""
    found: set[str] = set()
    for path in (paths.TEMPLATES / "house-styles").glob("*.docx"):
        archive = Archive(path.read_bytes(), path.name)
        found.update(map(_words, archive.tree(archive.main).iter(q("w:p"))))
    return frozenset(found)


def _columns(section: Element) -> int:
    columns = child(section, "w:cols")
    if columns is None:
        return 1
    return whole(columns.get(q("w:num"))) or len(columns.findall(q("w:col"))) or 1

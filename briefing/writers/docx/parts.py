"""The parts of a Word package beside the text: what it holds, properties, settings, lists."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.brief import Brief
from briefing.writers.docx.xml import DECLARATION, NAMESPACES, R, text, twips
from briefing.writers.style import HouseStyle

BULLETS = 1
NUMBERS = 2
"""Ids of the lists that the list styles name; each numbered list of a document adds one."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD_TYPE}.document.main+xml",
    "word/styles.xml": f"{_WORD_TYPE}.styles+xml",
    "word/numbering.xml": f"{_WORD_TYPE}.numbering+xml",
    "word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
    "word/header1.xml": f"{_WORD_TYPE}.header+xml",
    "word/footer1.xml": f"{_WORD_TYPE}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{name}" ContentType="{type_}"/>' for name, type_ in _TYPES.items()
    )
    + "</Types>"
)


def _relationships(items: Iterable[tuple[str, str, str]], external: Iterable[str] = ()) -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{id}" Type="{type_}" Target="{target}"/>'
            for id, type_, target in items
        )
        + "".join(
            f'<Relationship Id="{link_id(number)}" Type="{R}/hyperlink" '
            f'Target="{text(address)}" TargetMode="External"/>'
            for number, address in enumerate(external)
        )
        + "</Relationships>"
    )


ROOT_RELATIONS = _relationships(
    [
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
    ]
)
APP = (
    f"{DECLARATION}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Briefing</Application></Properties>"
)
SETTINGS = (
    f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat>"
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
HEADER_ID, FOOTER_ID = "rId5", "rId6"


def link_id(number: int) -> str:
    return f"rIdLink{number}"


def relations(links: Iterable[str]) -> str:
    """Of a header or footer."""
    return _relationships((), links)


def document_relations(links: Iterable[str]) -> str:
    return _relationships(
        [
            ("rId1", f"{R}/styles", "styles.xml"),
            ("rId2", f"{R}/numbering", "numbering.xml"),
            ("rId3", f"{R}/settings", "settings.xml"),
            ("rId4", f"{R}/fontTable", "fontTable.xml"),
            (HEADER_ID, f"{R}/header", "header1.xml"),
            (FOOTER_ID, f"{R}/footer", "footer1.xml"),
        ],
        links,
    )


def core(brief: Brief) -> str:
    """Properties of the document. No dates: only the clock would know them."""
    return (
        f"{DECLARATION}<cp:coreProperties "
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{text(brief.title)}</dc:title>"
        f"<dc:subject>{text(brief.subject)}</dc:subject>"
        f"<dc:creator>{text(brief.author)}</dc:creator>"
        f"<cp:keywords>{text(', '.join(brief.keywords))}</cp:keywords>"
        f"<dc:language>{text(brief.language)}</dc:language>"
        "</cp:coreProperties>"
    )


def font_table(style: HouseStyle) -> str:
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{text(style.fonts.word)}">'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def numbering(style: HouseStyle, numbered_lists: int) -> str:
    """Bullets, numbers, and a restart for each numbered list of the document."""
    bullets = _levels("bullet", ["•", "–", "•"], "ListBullet", style.styles.bullet.indent)
    numbers = _levels("decimal", ["%1.", "%2.", "%3."], "ListNumber", style.styles.number.indent)
    restarts = "".join(
        f'<w:num w:numId="{NUMBERS + n}"><w:abstractNumId w:val="{NUMBERS}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, numbered_lists + 1)
    )
    return (
        f"{DECLARATION}<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="{BULLETS}"><w:multiLevelType w:val="multilevel"/>'
        f"{bullets}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="{NUMBERS}"><w:multiLevelType w:val="multilevel"/>'
        f"{numbers}</w:abstractNum>"
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>'
        f'<w:num w:numId="{NUMBERS}"><w:abstractNumId w:val="{NUMBERS}"/></w:num>'
        f"{restarts}</w:numbering>"
    )


def _levels(format: str, signs: list[str], first_style: str, indent: float) -> str:
    step = twips(indent)
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        + (f'<w:pStyle w:val="{first_style}"/>' if level == 0 else "")
        + f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{step * (level + 1)}" w:hanging="{step}"/></w:pPr></w:lvl>'
        for level, sign in enumerate(signs)
    )

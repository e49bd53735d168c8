"""The Word file that every export starts from, put together anew from what is taken along."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.writers.house.outside import forget_pictures, relations_in
from briefing.writers.house.source import EdgePart, Source
from briefing.writers.house.whole import Package
from briefing.writers.house.xml import NAMESPACES, child, etree, made, q, written

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = NAMESPACES["r"]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPE_OF = {
    "styles": f"{_WORD}styles+xml",
    "numbering": f"{_WORD}numbering+xml",
    "settings": f"{_WORD}settings+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "header": f"{_WORD}header+xml",
    "footer": f"{_WORD}footer+xml",
}
_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
_KEPT_SETTINGS = (
    "w:defaultTabStop",
    "w:autoHyphenation",
    "w:doNotHyphenateCaps",
    "w:characterSpacingControl",
    "w:compat",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:decimalSymbol",
    "w:listSeparator",
)
"""In the order that their schema wants; the rest is about people, printers, and proofing.

How many lines in a row may end in hyphens, and how ragged lines may be, is left out: programs
differ in what they make of it, and their lines would.
"""
_COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
    f'w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),  # an older one would open in Word in "Compatibility Mode"
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)
PICTURE_SUFFIXES = frozenset(_PICTURES)


def packaged(source: Source) -> Package:
    tidy_settings(source)
    _number_drawings(source)
    parts: list[tuple[str, str, bytes]] = [  # kind, name below word/, content
        ("styles", "styles.xml", written(source.styles)),
        ("numbering", "numbering.xml", written(source.numbering)),
        ("settings", "settings.xml", written(source.settings)),
    ]
    if source.theme is not None:
        forget_pictures(source.theme)
        parts.append(("theme", "theme/theme1.xml", written(source.theme)))
    media: dict[bytes, str] = {}
    around: list[tuple[str, bytes]] = []
    references: list[tuple[str, str, str]] = []
    for number, (name, edge) in enumerate(sorted(source.edges.items()), 1):
        which, kind = name.split()
        file = f"{kind}{number}.xml"
        parts.append((kind, file, written(edge.root)))
        references.append((kind, which, f"rIdHouse{len(parts)}"))
        relations = "".join(_edge_relations(edge, media))
        if relations:
            around.append((f"word/_rels/{file}.rels", _relations(relations)))
    links = "".join(
        f'<Relationship Id="rIdHouse{number}" Type="{_OFFICE}/{kind}" Target="{file}"/>'
        for number, (kind, file, _) in enumerate(parts, 1)
    )
    suffixes = {name.rsplit(".", 1)[-1] for name in media.values()}
    return Package(
        (
            ("[Content_Types].xml", _content_types(parts, suffixes)),
            ("_rels/.rels", _relations(_OUTER)),
            (
                "docProps/app.xml",
                f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
                '2006/extended-properties"/>'.encode(),
            ),
            ("word/_rels/document.xml.rels", _relations(links)),
            *((f"word/{file}", content) for _, file, content in parts),
            *around,
            *((f"word/{name}", content) for content, name in media.items()),
        ),
        _section(source, references),
    )


def _number_drawings(source: Source) -> None:
    """Word wants each to have a number of its own; the text has none."""
    number = 0
    for _, edge in sorted(source.edges.items()):
        for each in edge.root.iter(q("wp:docPr")):
            number += 1
            each.set("id", str(number))


_OUTER = (
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    'metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
)


def _relations(inside: str) -> bytes:
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'.encode()


def _content_types(parts: list[tuple[str, str, bytes]], suffixes: set[str]) -> bytes:
    defaults = "".join(
        f'<Default Extension="{each}" ContentType="{_PICTURES[each]}"/>'
        for each in sorted(suffixes)
    )
    overrides = "".join(
        f'<Override PartName="/word/{file}" ContentType="{_TYPE_OF[kind]}"/>'
        for kind, file, _ in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/>'
        f"{overrides}"
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
        "</Types>"
    ).encode()


def _edge_relations(edge: EdgePart, media: dict[bytes, str]) -> Iterator[str]:
    """Only what is referred to; the same picture is kept once."""
    used = relations_in(edge.root)
    for id, (suffix, content) in edge.pictures.items():
        if id in used:
            name = media.setdefault(content, f"media/image{len(media) + 1}.{suffix}")
            yield _relation(Id=id, Type=f"{_OFFICE}/image", Target=name)
    for id, address in edge.links.items():
        if id in used:
            link = f"{_OFFICE}/hyperlink"
            yield _relation(Id=id, Type=link, Target=address, TargetMode="External")


def _relation(**attributes: str) -> str:
    return etree().tostring(etree().Element("Relationship", attributes)).decode()


def _section(source: Source, references: list[tuple[str, str, str]]) -> str:
    section = made("<w:sectPr/>")
    for kind, which, id in sorted(references, key=lambda each: (each[0] == "footer", each[1])):
        section.append(made(f'<w:{kind}Reference w:type="{which}" r:id="{id}"/>'))
    for name in ("w:pgSz", "w:pgMar"):
        found = child(source.section, name)
        if found is not None:
            section.append(found)
    section.append(made('<w:cols w:space="720"/>'))
    if source.first_differs:
        section.append(made("<w:titlePg/>"))
    etree().cleanup_namespaces(section)
    return etree().tostring(section).decode()


def tidy_settings(source: Source) -> None:
    """Only what belongs to the looks is kept."""
    found = {name: child(source.settings, name) for name in _KEPT_SETTINGS}
    for each in list(source.settings):
        source.settings.remove(each)
    source.settings.attrib.clear()
    source.settings.append(made('<w:zoom w:percent="100"/>'))
    found["w:compat"] = made(f"<w:compat>{_COMPATIBILITY}</w:compat>")
    source.settings.extend(each for each in found.values() if each is not None)
    etree().cleanup_namespaces(source.settings)

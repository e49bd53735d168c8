"""Word (Office Open XML). Parts that are the same for each document are made once and kept."""

from __future__ import annotations

from functools import lru_cache

from briefing.model.brief import Brief
from briefing.writers.docx import body, package, parts, styles
from briefing.writers.style import HouseStyle
from briefing.writers.written import Written


def write(brief: Brief, style: HouseStyle) -> Written:
    """The bytes are the same for the same brief and style, whenever and wherever."""
    main = body.Part(style, brief.page)
    header = body.Part(style, brief.page)
    footer = body.Part(style, brief.page)
    document = main.document(brief)
    entries = [
        *_fixed(style, brief.language),
        package.entry("docProps/core.xml", parts.core(brief)),
        package.entry("word/numbering.xml", parts.numbering(style, main.numbered_lists)),
        package.entry("word/header1.xml", header.header(brief)),
        package.entry("word/footer1.xml", footer.footer(brief)),
        package.entry("word/_rels/document.xml.rels", parts.document_relations(main.links)),
        package.entry("word/document.xml", document),
    ]
    for name, part in (("header1", header), ("footer1", footer)):
        if part.links:
            entries.append(
                package.entry(f"word/_rels/{name}.xml.rels", parts.relations(part.links))
            )
    return Written(package.join(entries))


@lru_cache(maxsize=8)
def _fixed(style: HouseStyle, language: str) -> tuple[package.Entry, ...]:
    return (
        package.entry("[Content_Types].xml", parts.CONTENT_TYPES),  # first, as readers expect
        package.entry("_rels/.rels", parts.ROOT_RELATIONS),
        package.entry("docProps/app.xml", parts.APP),
        package.entry("word/settings.xml", parts.SETTINGS),
        package.entry("word/fontTable.xml", parts.font_table(style)),
        package.entry("word/styles.xml", styles.styles(style, language)),
    )

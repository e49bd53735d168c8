"""Our own rules for Word files: what Word, its accessibility checker or a registrar would mind.

They are for what the Open XML SDK's validator misses, and overlap with it where that is easy, so
that something is checked where it is not installed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator

import docx_accessibility
import docx_container
import docx_content
from docx_package import BODY, Package

RULES: tuple[Callable[[Package], Iterator[str]], ...] = (
    docx_container.archive,
    docx_container.content_types,
    docx_container.relationships,
    docx_container.references,
    docx_container.nothing_foreign,
    docx_container.nothing_of_clock_or_machine,
    docx_content.order,
    docx_content.ends_in_paragraph,
    docx_content.fields,
    docx_content.text,
    docx_content.style_references,
    docx_content.numbering,
    docx_content.bookmarks,
    docx_content.comments,
    docx_content.notes,
    docx_content.sections,
    docx_accessibility.tables,
    docx_accessibility.accessible_tables,
    docx_accessibility.language,
    docx_accessibility.title,
    docx_accessibility.headings,
    docx_accessibility.pictures,
    docx_accessibility.links,
)


def faults(data: bytes) -> list[str]:
    """What is wrong with a Word file, a sentence each; empty when nothing is."""
    try:
        package = Package(data)
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        return [f"not a zip archive: {error}"]
    if package.broken or BODY not in package.xml:
        return package.broken or [f"there is no {BODY}"]
    return list(dict.fromkeys(fault for rule in RULES for fault in rule(package)))

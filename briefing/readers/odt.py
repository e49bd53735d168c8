"""OpenDocument texts: ``.odt``, and the same in one file of XML (``.fodt``).

Notes, text boxes, page headers and changes are treated as in Word documents (``ooxml``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.errors import (
    ChangesAccepted,
    Damaged,
    EmptySource,
    Encrypted,
    MacrosIgnored,
    Notice,
    PartsUnread,
    PictureOfText,
)
from briefing.model.article import ReadAs
from briefing.progress import Checkpoint
from briefing.readers import package as packages
from briefing.readers import xml
from briefing.readers.content import Content
from briefing.readers.office import odfbody, odfstyles, properties
from briefing.readers.office.counting import counted
from briefing.readers.office.flow import Furniture
from briefing.readers.office.odfstyles import named
from briefing.readers.package import Package
from briefing.readers.xml import Element

FORMAT = "OpenDocument text"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = "encrypted-package"
_LIBRARY_LISTS = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
_FURNITURE = {
    named(f"style:{part}{which}"): part
    for part in ("header", "footer")
    for which in ("", "-left", "-first")
}


@dataclass(frozen=True, slots=True)
class _Parts:
    """Roots; of a flat file they are all the same."""

    content: Element
    styles: Element | None
    meta: Element | None
    package: Package | None


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:  # noqa: ARG001
    """Raises EmptySource, Damaged, Encrypted, Unfolds, TooDeep, EntitiesRefused, PictureOfText."""
    if not data:
        raise EmptySource(name)
    parts = _flat(data, name) if data.lstrip()[:1] == b"<" else _packed(data, name)
    checkpoint()
    text = parts.content.find(f"{named('office:body')}/{named('office:text')}")
    if text is None:
        raise Damaged(name, FORMAT, "there is no text part in it")
    common = None if parts.styles is None else parts.styles.find(named("office:styles"))
    own = parts.content.find(named("office:automatic-styles"))
    document = odfbody.Document(
        checkpoint, odfstyles.read((common, own)), lambda href: _formula(parts.package, href)
    )
    found = odfbody.blocks(text, document)
    blocks, card, cues = properties.titled(found, _title(parts.meta), document.title)
    if not any(each.text.strip() for each in blocks) and document.tally[odfbody.PICTURES]:
        raise PictureOfText(name, 1)
    around = _furniture(parts.styles, common, checkpoint)
    notices = tuple(_notices(name, parts.package, document))
    return Content((*around.headers, *blocks, *around.footers), card, cues, notices=notices)


def _flat(data: bytes, name: str) -> _Parts:
    root = xml.parse(data, name, FORMAT)
    return _Parts(root, root, root, None)


def _packed(data: bytes, name: str) -> _Parts:
    package = packages.open(data, name, FORMAT)
    if _ENCRYPTED in package or (
        _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST)
    ):
        raise Encrypted(name, FORMAT)

    def parsed(part: str) -> Element | None:
        return xml.parse(package.read(part), name, FORMAT, part) if part in package else None

    content = xml.parse(package.read("content.xml"), name, FORMAT, "content.xml")
    return _Parts(content, parsed("styles.xml"), parsed("meta.xml"), package)


def _title(meta: Element | None) -> str:
    title = None if meta is None else meta.find(f"{named('office:meta')}/{named('dc:title')}")
    return "" if title is None else str(title.text or "")


def _furniture(styles: Element | None, common: Element | None, checkpoint: Checkpoint) -> Furniture:
    """Page headers and footers."""
    found = Furniture()
    pages = None if styles is None else styles.find(named("office:master-styles"))
    if styles is None or pages is None:
        return found
    own = styles.find(named("office:automatic-styles"))
    document = odfbody.Document(checkpoint, odfstyles.read((common, own)), lambda _: "")
    for each in pages.iter(*_FURNITURE):
        if odfstyles.attribute(each, "style:display") != "false":
            found.add(_FURNITURE[each.tag], odfbody.blocks(each, document))
    return found


def _formula(package: Package | None, href: str) -> str:
    """As its author typed it, or else its signs in a row."""
    part = f"{href.removeprefix('./')}/content.xml"
    if package is None or not href or part not in package:
        return ""
    root = xml.parse(package.read(part), package.name, package.format, part)
    if root.tag != named("math:math"):
        return ""
    typed = next(root.iter(named("math:annotation")), None)
    if typed is not None and typed.text:
        return str(typed.text)
    signs = root.iter(*(named(f"math:{each}") for each in ("mi", "mn", "mo", "mtext")))
    return " ".join(str(each.text) for each in signs if each.text)


def _notices(name: str, package: Package | None, document: odfbody.Document) -> Iterator[Notice]:
    if package is not None and any(_is_macro(each) for each in package.names):
        yield MacrosIgnored(name)
    if document.insertions or document.deletions:
        yield ChangesAccepted(name, document.insertions, document.deletions)
    parts = tuple(
        counted(what, count)
        for what, count in document.tally.items()
        if count and what != odfbody.PICTURES
    )
    if parts:
        yield PartsUnread(name, parts)


def _is_macro(part: str) -> bool:
    folder, _, rest = part.partition("/")
    return (
        folder in ("basic", "scripts") and bool(rest) and not rest.endswith((*_LIBRARY_LISTS, "/"))
    )

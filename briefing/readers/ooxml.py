"""Word documents: ``.docx`` and ``.docm``, as they read with all tracked changes accepted.

Where the parts of a page that are no paragraph of its text go:

- a note stands below the paragraph that refers to it, as a notice with its number for a cue, so
  that the sentence is not interrupted and the note can be traced;
- a text box stands below the paragraph it is anchored in;
- page headers come first and page footers last, each text once.

Comments, deleted and hidden text are no part of the article; that they are there is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.errors import (
    ChangesAccepted,
    Damaged,
    MacrosIgnored,
    Notice,
    PartsUnread,
    PictureOfText,
)
from briefing.model.article import ReadAs
from briefing.progress import Checkpoint
from briefing.readers import package as packages
from briefing.readers import xml
from briefing.readers.content import Block, Content
from briefing.readers.office import opc, properties, wordbody
from briefing.readers.office.counting import counted
from briefing.readers.office.flow import Furniture
from briefing.readers.office.opc import Related
from briefing.readers.office.wordstyles import Lists, Styles, read_lists, read_styles
from briefing.readers.package import Package
from briefing.readers.xml import Element

FORMAT = "Word document"
_MAIN = "word/document.xml"
_MACROS = "vbaproject.bin"
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:  # noqa: ARG001
    """Raises EmptySource, Damaged, Encrypted, Unfolds, TooDeep, EntitiesRefused, PictureOfText."""
    package = packages.open(data, name, FORMAT)
    main = _main(package)
    related = opc.related(package, main)
    checkpoint()
    root = _parsed(package, main)
    body = opc.child(root, "w:body")
    if body is None:
        raise Damaged(name, FORMAT, "there is no text part in it")
    checkpoint()
    document = _document(package, related, checkpoint)
    found = wordbody.blocks(body, document)
    around = _furniture(package, related, document)
    blocks, card, cues = properties.titled(found, _title(package), document.title)
    if not any(each.text.strip() for each in blocks) and document.tally[wordbody.PICTURES]:
        raise PictureOfText(name, 1)
    notices = tuple(_notices(package, related, document))
    return Content((*around.headers, *blocks, *around.footers), card, cues, notices=notices)


def _main(package: Package) -> str:
    """Where the text is."""
    part = opc.related(package, "").by_kind.get("officeDocument", _MAIN)
    return part if part in package else _MAIN


def _parsed(package: Package, part: str) -> Element:
    return xml.parse(package.read(part), package.name, package.format, part)


def _part(package: Package, related: Related, kind: str) -> Element | None:
    """The root of a part that need not be there."""
    part = related.by_kind.get(kind)
    return None if part is None or part not in package else _parsed(package, part)


def _document(package: Package, related: Related, checkpoint: Checkpoint) -> wordbody.Document:
    styles, lists = _part(package, related, "styles"), _part(package, related, "numbering")
    document = wordbody.Document(
        checkpoint=checkpoint,
        styles=Styles() if styles is None else read_styles(styles),
        lists=Lists() if lists is None else read_lists(lists),
        notes={},
        diagram=lambda id: _diagram(package, related.by_id.get(id, "")),
    )
    notes: dict[tuple[str, str], list[Block]] = {}
    for kind in ("footnote", "endnote"):
        root = _part(package, related, f"{kind}s")
        for each in () if root is None else opc.children(root, f"w:{kind}"):
            if opc.attribute(each, "w:type") in (None, "normal"):
                id = opc.attribute(each, "w:id") or ""
                notes[kind, id] = wordbody.blocks(each, document)
    document.title = ""
    document.notes = notes
    return document


def _diagram(package: Package, part: str) -> list[Block]:
    if part not in package:
        return []
    root = _parsed(package, part)
    texts = (
        "".join(each.text or "" for each in paragraph.iter(*opc.named("a:t")))
        for paragraph in root.iter(*opc.named("a:p"))
    )
    return [Block(each) for each in texts if each.strip()]


def _furniture(package: Package, related: Related, document: wordbody.Document) -> Furniture:
    """Page headers and footers."""
    found = Furniture()
    for id, which in list(document.furniture.items()):
        part = related.by_id.get(id, "")
        if part in package:
            found.add(which, wordbody.blocks(_parsed(package, part), document))
    return found


def _title(package: Package) -> str:
    part = opc.related(package, "").by_kind.get("core-properties", _CORE)
    if part not in package:
        return ""
    title = _parsed(package, part).find(_TITLE)
    return "" if title is None else str(title.text or "")


def _notices(package: Package, related: Related, document: wordbody.Document) -> Iterator[Notice]:
    if any(each.endswith(_MACROS) for each in package.names):
        yield MacrosIgnored(package.name)
    if document.insertions or document.deletions:
        yield ChangesAccepted(package.name, document.insertions, document.deletions)
    tally = Counter(document.tally)
    del tally[wordbody.PICTURES]
    comments = _part(package, related, "comments")
    if comments is not None:
        tally["comments"] = len(opc.children(comments, "w:comment"))
    tally["notes that nothing refers to"] = sum(
        key not in document.placed and key not in document.unplaced and bool(blocks)
        for key, blocks in document.notes.items()
    )
    if parts := tuple(counted(what, count) for what, count in tally.items() if count):
        yield PartsUnread(package.name, parts)

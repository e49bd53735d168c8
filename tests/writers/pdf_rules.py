"""What a tagged PDF of a Brief must hold that validators cannot know, or do not look at.

``faults`` reads a file with pdfminer, which has no part in writing it, and says what is wrong.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import page as validation
from lxml import etree
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from briefing.model.brief import Brief, Cell, Heading, Note, Notes, Paragraph, Run, Table
from briefing.writers.fonts.characters import copied

INLINE = {"Span", "Link", "Reference"}
KINDS = {
    *("Document", "Sect", "P", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH"),
    *("TD", "BlockQuote", "Caption", "Figure", "Note"),
} | INLINE
SOFT_HYPHEN = "\xad"


def name(value: Any) -> str:
    return value.name if isinstance(value, PSLiteral) else ""


def text(value: Any) -> str:
    value = resolve1(value)
    return decode_text(value) if isinstance(value, bytes) else ""


@dataclass
class Painted:
    """What the drawing of the pages holds."""

    words: dict[tuple[int, int], str] = field(default_factory=dict)
    """By page and MCID."""
    artifacts: list[dict[str, str]] = field(default_factory=list)
    """Of each page: the words of artifacts by their subtype."""
    faults: list[str] = field(default_factory=list)
    fonts: dict[int, Any] = field(default_factory=dict)


class Reader(PDFDevice):
    """Hears the drawing of the pages, with its marks."""

    def __init__(self) -> None:
        super().__init__(PDFResourceManager())
        self.painted = Painted()
        self.page = -1
        self.marks: list[tuple[str, dict[str, Any]]] = []

    def begin_page(self, page: Any, ctm: Any) -> None:  # noqa: ARG002
        self.page += 1
        self.marks = []
        self.painted.artifacts.append({})

    def end_page(self, page: Any) -> None:  # noqa: ARG002
        if self.marks:
            self._fault("marked content is not ended")

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        given = props if isinstance(props, dict) else {}
        self.marks.append((name(tag), given))
        if "MCID" in given:
            if any("MCID" in each for _, each in self.marks[:-1]):
                self._fault("marked content within marked content")
            key = (self.page, given["MCID"])
            if key in self.painted.words:
                self._fault(f"MCID {key[1]} is used twice")
            self.painted.words[key] = ""
        self._said(text(given.get("ActualText")), actual=True)

    def end_tag(self) -> None:
        if self.marks:
            self.marks.pop()
        else:
            self._fault("marked content ends that never began")

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:  # noqa: ARG002
        font = textstate.font
        self.painted.fonts[id(font)] = font
        codes = [code for each in seq if isinstance(each, bytes) for code in font.decode(each)]
        if sum(tag == "ReversedChars" for tag, _ in self.marks) % 2:
            codes.reverse()
        self._said("".join(self._letter(font, code) for code in codes))
        self._owned("text")

    def paint_path(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        self._owned("a line or a shade")

    def render_image(self, name: str, stream: Any) -> None:  # noqa: ARG002
        self._owned("a picture")

    def _letter(self, font: Any, code: int) -> str:
        try:
            said = font.to_unichr(code)
        except PDFUnicodeNotDefined:
            said = ""
        if not said.strip("\0\ufffd"):
            self._fault(f"code {code} of {font.fontname} has no text")
            return ""
        return said

    def _said(self, words: str, actual: bool = False) -> None:
        if not actual and any("ActualText" in each for _, each in self.marks):
            return
        for tag, given in self.marks:
            if "MCID" in given:
                self.painted.words[self.page, given["MCID"]] += words
            elif tag == "Artifact":
                kind = name(given.get("Subtype"))
                page = self.painted.artifacts[self.page]
                page[kind] = page.get(kind, "") + words

    def _owned(self, what: str) -> None:
        if not any("MCID" in given or tag == "Artifact" for tag, given in self.marks):
            self._fault(f"{what} is neither tagged nor an artifact")

    def _fault(self, what: str) -> None:
        self.painted.faults.append(f"page {self.page + 1}: {what}")


@dataclass
class Element:
    id: int
    kind: str
    """The standard one."""
    entries: dict[str, Any]
    parent: int
    contents: list[tuple[int, int]] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    """Annotations."""
    below: list[Element | tuple[int, int]] = field(default_factory=list)

    def all(self) -> Iterator[Element]:
        yield self
        for each in self.below:
            if isinstance(each, Element):
                yield from each.all()


class TaggedPdf:
    def __init__(self, data: bytes) -> None:
        self.faults: list[str] = []
        self.document = PDFDocument(PDFParser(io.BytesIO(data)))
        self.catalog = self.document.catalog
        self.pages = list(PDFPage.create_pages(self.document))
        self.numbers = {page.pageid: at for at, page in enumerate(self.pages)}
        reader = Reader()
        interpreter = PDFPageInterpreter(reader.rsrcmgr, reader)
        for page in self.pages:
            interpreter.process_page(page)
        self.painted = reader.painted
        self.faults += self.painted.faults
        self.tree = resolve1(self.catalog.get("StructTreeRoot")) or {}
        self.roles = {
            key: name(value) for key, value in (resolve1(self.tree.get("RoleMap")) or {}).items()
        }
        self.root: Element | None = None
        kids = _list(self.tree.get("K"))
        if len(kids) == 1:
            self.root = self._element(kids[0], None)
        else:
            self.faults.append("the structure has no single root")

    def elements(self) -> list[Element]:
        return list(self.root.all()) if self.root else []

    def _element(self, at: PDFObjRef, parent: int | None) -> Element:
        entries = resolve1(at)
        above = entries.get("P")
        if parent is not None and getattr(above, "objid", None) != parent:
            self.faults.append(f"element {at.objid} names another parent")
        kind = name(entries.get("S"))
        made = Element(at.objid, self.roles.get(kind, kind), entries, parent or 0)
        own = getattr(entries.get("Pg"), "objid", None)
        for kid in _list(entries.get("K")):
            inner = resolve1(kid)
            if isinstance(inner, int):
                made.below.append((self.numbers.get(own, -1), inner))
            elif name(inner.get("Type")) == "MCR":
                made.below.append((self.numbers.get(inner["Pg"].objid, -1), inner["MCID"]))
            elif name(inner.get("Type")) == "OBJR":
                made.objects.append(inner["Obj"].objid)
            else:
                made.below.append(self._element(kid, at.objid))
        made.contents = [each for each in made.below if isinstance(each, tuple)]
        return made

    def words(self, element: Element) -> str:
        """What is read of it; paragraphs are parted by spaces. Signs of lists are left out."""
        said: list[str] = []
        for each in element.below:
            if isinstance(each, tuple):
                said.append(self.painted.words.get(each, ""))
            elif each.kind == "Lbl" and element.kind == "LI":
                continue
            else:
                inner = self.words(each)
                said.append(inner if each.kind in INLINE else f" {inner} ")
        return "".join(said)


def _list(value: Any) -> list[Any]:
    inner = resolve1(value)
    return inner if isinstance(inner, list) else [] if inner is None else [value]


def faults(data: bytes, brief: Brief, *, archive: bool = True) -> list[str]:
    """What is wrong with the PDF of a Brief; empty if nothing is."""
    pdf = TaggedPdf(data)
    return [
        *pdf.faults,
        *_parents(pdf),
        *_claims(pdf),
        *_annotations(pdf),
        *_kinds(pdf),
        *_tables(pdf, brief),
        *_languages(pdf, brief),
        *_order(pdf, brief),
        *_edges(pdf, brief),
        *_fonts(pdf),
        *_document(pdf, brief),
        *_metadata(pdf, archive),
    ]


def validated(data: bytes, *, archive: bool = True) -> list[str]:
    """What page-validation finds, by all its rules of PDF/UA-1 and, for an archive, PDF/A-2a."""
    profiles = [validation.ValidationProfile.PDF_UA_1]
    if archive:
        profiles.append(validation.ValidationProfile.PDF_A_2A)
    return [
        f"{each.rule_id} {each.message}"
        for profile in profiles
        for each in validation.validate_pdf_bytes(data, profile=profile).failures
    ]


def all_faults(data: bytes, brief: Brief, *, archive: bool = True) -> list[str]:
    return [*faults(data, brief, archive=archive), *validated(data, archive=archive)]


def _number_tree(value: Any) -> dict[int, Any]:
    node = resolve1(value) or {}
    numbers = _list(node.get("Nums"))
    found = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for kid in _list(node.get("Kids")):
        found |= _number_tree(kid)
    return found


def _parents(pdf: TaggedPdf) -> Iterator[str]:
    """The ParentTree leads from each marked content to the element that claims it."""
    tree = _number_tree(pdf.tree.get("ParentTree"))
    claims = {each: element.id for element in pdf.elements() for each in element.contents}
    for at, page in enumerate(pdf.pages):
        key = page.attrs.get("StructParents")
        if key is None:
            yield f"page {at + 1} has no StructParents"
            continue
        owners = [getattr(each, "objid", 0) for each in _list(tree.get(key))]
        marked = sorted(mcid for number, mcid in pdf.painted.words if number == at)
        if marked != list(range(len(owners))):
            yield f"page {at + 1}: the ParentTree tells of other marked content"
        for mcid, owner in enumerate(owners):
            if claims.get((at, mcid)) != owner:
                yield f"page {at + 1}: the ParentTree gives MCID {mcid} to another element"
    objects = {number: element.id for element in pdf.elements() for number in element.objects}
    for number, annotation in _links(pdf):
        key = annotation.get("StructParent")
        if key is None or getattr(tree.get(key), "objid", 0) != objects.get(number):
            yield f"annotation {number}: the ParentTree gives it to another element"


def _claims(pdf: TaggedPdf) -> Iterator[str]:
    claimed = Counter(each for element in pdf.elements() for each in element.contents)
    for each, count in claimed.items():
        if count > 1:
            yield f"marked content {each} is claimed {count} times"
        if each not in pdf.painted.words:
            yield f"marked content {each} is claimed, but is not there"
    for each in pdf.painted.words:
        if each not in claimed:
            yield f"marked content {each} belongs to no element"


def _links(pdf: TaggedPdf) -> Iterator[tuple[int, dict[str, Any]]]:
    for page in pdf.pages:
        for each in _list(page.attrs.get("Annots")):
            yield each.objid, resolve1(each)


def _annotations(pdf: TaggedPdf) -> Iterator[str]:
    owners = {number: element.kind for element in pdf.elements() for number in element.objects}
    for at, page in enumerate(pdf.pages):
        if name(page.attrs.get("Tabs")) != "S":
            yield f"page {at + 1}: its links are not reached in the order of reading"
    for number, each in _links(pdf):
        if owners.get(number) != "Link":
            yield f"annotation {number} is not in a Link"
        if not text(each.get("Contents")).strip():
            yield f"annotation {number} has no words"
        if not each.get("F", 0) & 4:
            yield f"annotation {number} is not printed"
    for element in pdf.elements():
        if element.kind == "Link" and not element.objects:
            yield f"Link {element.id} leads nowhere"


def _kinds(pdf: TaggedPdf) -> Iterator[str]:
    level = 0
    ids: set[str] = set()
    inside = {"LI": "L", "LBody": "LI", "TR": "Table", "TH": "TR", "TD": "TR"}
    kinds = {element.id: element.kind for element in pdf.elements()}
    for element in pdf.elements():
        kind = element.kind
        if kind not in KINDS:
            yield f"{kind} is no standard element"
        if kind in inside and kinds.get(element.parent) != inside[kind]:
            yield f"{kind} stands in {kinds.get(element.parent)}"
        if match := re.fullmatch("H([1-6])", kind):
            if int(match[1]) > level + 1:
                yield f"{kind} follows level {level}"
            level = int(match[1])
        if kind == "Figure" and not text(element.entries.get("Alt")).strip():
            yield f"Figure {element.id} has no alternative text"
        if kind == "Note":
            id = text(element.entries.get("ID"))
            if not id or id in ids:
                yield f"Note {element.id} has no ID of its own"
            ids.add(id)


def _attribute(element: Element, key: str) -> str:
    return next(
        (name(each[key]) for each in map(resolve1, _list(element.entries.get("A"))) if key in each),
        "",
    )


def _says(cell: Cell) -> bool:
    return any(_plain(each.inlines).strip() for each in cell.paragraphs)


def _tables(pdf: TaggedPdf, brief: Brief) -> Iterator[str]:
    """Head cells are those of the Brief, and each says what it is the head of."""
    wanted = [
        ("Column" if r < block.header_rows else "Row")
        if _says(cell) and (cell.header or r < block.header_rows)
        else ""
        for block in brief.blocks
        if isinstance(block, Table)
        for r, row in enumerate(block.rows)
        for cell in row
    ]
    found = [
        (_attribute(each, "Scope") or "none") if each.kind == "TH" else ""
        for each in pdf.elements()
        if each.kind in ("TH", "TD")
    ]
    if wanted != found:
        yield f"scopes of cells: {found} instead of {wanted}"


def _languages(pdf: TaggedPdf, brief: Brief) -> Iterator[str]:
    if text(pdf.catalog.get("Lang")) != brief.language:
        yield "the document has another language"
    wanted = Counter[str]()
    for inlines in _all_inlines(brief):
        for each in inlines:
            if isinstance(each, Run) and each.language and each.text.strip():
                wanted[each.language] += _length(each.text)
    found = Counter[str]()
    for element in pdf.elements():
        if language := text(element.entries.get("Lang")):
            found[language] += _length(pdf.words(element))
    if wanted != found:
        yield f"foreign passages: {dict(found)} letters instead of {dict(wanted)}"


def _all_inlines(brief: Brief) -> Iterator[tuple[Any, ...]]:
    for block in brief.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from (each.inlines for each in cell.paragraphs)
        else:
            yield block.inlines
    yield from (note.inlines for note in brief.numbered())


def _length(words: str) -> int:
    """Letters, as many as there are in capitals: a style may set "ß" as "SS"."""
    return len("".join(_seen(words).upper().split()))


def _seen(text: str) -> str:
    """Without what is never seen; letters that no font has are named on the page."""
    text = re.sub(r"\[U\+([0-9A-F]{4,6})\]", lambda match: chr(int(match[1], 16)), text)
    return copied(text.replace(SOFT_HYPHEN, ""))


def _plain(inlines: tuple[Any, ...]) -> str:
    return "".join(each.text if isinstance(each, Run) else "1" for each in inlines)


def _order(pdf: TaggedPdf, brief: Brief) -> Iterator[str]:
    """What is read is the Brief, word for word."""
    if pdf.root is None:
        return
    read = _seen(pdf.words(pdf.root)).split()
    wanted = [each for said in _words(brief) for each in _seen(said).split()]
    for at, (is_read, said) in enumerate(zip(read, wanted, strict=False)):
        if is_read.upper() != said.upper():  # a style may set some of its letters in capitals
            yield f"word {at}: {is_read!r} is read where the Brief says {said!r}"
            return
    if len(read) != len(wanted):
        yield f"{len(read)} words are read, the Brief has {len(wanted)}"


def _words(brief: Brief) -> Iterator[str]:
    count = 0
    is_at_end = brief.notes is not Notes.FOOTNOTES

    def paragraph(inlines: tuple[Any, ...]) -> Iterator[str]:
        nonlocal count
        said = ""
        notes: list[str] = []
        for each in inlines:
            if isinstance(each, Note):
                count += 1
                said += str(count)
                notes += [str(count), *_plain(each.inlines).split()]
            else:
                said += each.text if isinstance(each, Run) else ""
        yield from said.split()
        if not is_at_end:
            yield from notes

    for block in brief.blocks:
        match block:
            case Heading() | Paragraph():
                yield from paragraph(block.inlines)
            case Table():
                for row in block.rows:
                    for cell in row:
                        for each in cell.paragraphs:
                            yield from paragraph(each.inlines)
    if is_at_end:
        for number, note in enumerate(brief.numbered(), start=1):
            yield from (str(number), *_plain(note.inlines).split())


def _edges(pdf: TaggedPdf, brief: Brief) -> Iterator[str]:
    """The marking is an artifact at the top and the bottom of each page."""
    marking = "".join(_seen(brief.marking).split()).casefold()  # a style may set it in capitals
    for at, page in enumerate(pdf.painted.artifacts):
        for kind in ("Header", "Footer"):
            said = "".join(_seen(page.get(kind, "")).split()).casefold()
            if marking not in said:
                yield f"page {at + 1}: no marking in its {kind.lower()}"


def _fonts(pdf: TaggedPdf) -> Iterator[str]:
    for font in pdf.painted.fonts.values():
        descriptor = resolve1(font.descriptor)
        file = next((descriptor[each] for each in descriptor if each.startswith("FontFile")), None)
        if not isinstance(resolve1(file), PDFStream):
            yield f"{font.fontname} is not embedded"
    for page in pdf.pages:
        for each in (resolve1(page.resources.get("Font")) or {}).values():
            entries = resolve1(each)
            if name(entries.get("Subtype")) != "Type0":
                yield f"{name(entries.get('BaseFont'))} is not a composite font"
            elif "ToUnicode" not in entries:
                yield f"{name(entries.get('BaseFont'))} does not say what its letters are"
        break


def _document(pdf: TaggedPdf, brief: Brief) -> Iterator[str]:
    if not (resolve1(pdf.catalog.get("MarkInfo")) or {}).get("Marked"):
        yield "it does not say that it is tagged"
    if not (resolve1(pdf.catalog.get("ViewerPreferences")) or {}).get("DisplayDocTitle"):
        yield "the window of a reader does not show the title"
    if brief.title and text(pdf.document.info[0].get("Title")) != brief.title:
        yield "another title"
    if "Encrypt" in pdf.document.xrefs[0].get_trailer():
        yield "it is encrypted"


_DC = "{http://purl.org/dc/elements/1.1/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"
_SAME = {
    "Title": f"{_DC}title",
    "Author": f"{_DC}creator",
    "Subject": f"{_DC}description",
    "Keywords": f"{_PDF}Keywords",
    "Producer": f"{_PDF}Producer",
    "Creator": f"{_XMP}CreatorTool",
}


def _metadata(pdf: TaggedPdf, archive: bool) -> Iterator[str]:
    packet = resolve1(pdf.catalog.get("Metadata"))
    if not isinstance(packet, PDFStream):
        yield "there is no XMP packet"
        return
    root = etree.fromstring(packet.get_data())
    said = {
        each: "".join(node.itertext()).strip() for each in _SAME for node in root.iter(_SAME[each])
    }
    info = {each: text(pdf.document.info[0].get(each)) for each in _SAME}
    for each in _SAME:
        if said.get(each, "") != info[each]:
            yield f"{each} is {info[each]!r} in Info and {said.get(each, '')!r} in XMP"
    claims = {f"{_UA}part": "1"}
    if archive:
        claims |= {f"{_A}part": "2", f"{_A}conformance": "A"}
        intents = [resolve1(each) for each in _list(pdf.catalog.get("OutputIntents"))]
        if not any(
            isinstance(resolve1(each.get("DestOutputProfile")), PDFStream) for each in intents
        ):
            yield "there is no output intent"
        if "ID" not in pdf.document.xrefs[0].get_trailer():
            yield "there is no ID"
    for key, value in claims.items():
        if [node.text for node in root.iter(key)] != [value]:
            yield f"it does not claim {key.rpartition('}')[2]} {value}"
    if not archive and list(root.iter(f"{_A}part")):
        yield "it claims to be for the archive"

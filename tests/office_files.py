"""Word processors' files made from pieces of their XML, for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from briefing.model.article import ReadAs, Role
from briefing.progress import unchecked
from briefing.readers import READERS
from briefing.readers.content import Content

_STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = "http://schemas.openxmlformats.org/"
_SPACES = {
    "w": ("wordprocessingml/2006/main", "wordprocessingml/main"),
    "r": ("officeDocument/2006/relationships", "officeDocument/relationships"),
    "m": ("officeDocument/2006/math", "officeDocument/math"),
    "a": ("drawingml/2006/main", "drawingml/main"),
    "c": ("drawingml/2006/chart", "drawingml/chart"),
    "dgm": ("drawingml/2006/diagram", "drawingml/diagram"),
}
_OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def spaces(strict: bool = False) -> str:
    chosen = (
        f'xmlns:{prefix}="{_STRICT + strictly if strict else _USUAL + usual}"'
        for prefix, (usual, strictly) in _SPACES.items()
    )
    return " ".join((*chosen, _OTHERS))


def zipped(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(
    body: str, *, strict: bool = False, main: str = "word/document.xml", **parts: str
) -> bytes:
    """``parts`` are the contents of ``styles``, ``footnotes``, ``header1`` and so on."""
    base = (
        _STRICT + "officeDocument/relationships"
        if strict
        else (_USUAL + "officeDocument/2006/relationships")
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{base}/officeDocument" Target="{main}"/></Relationships>',
        main: f"<w:document {spaces(strict)}><w:body>{body}</w:body></w:document>",
    }
    rows: list[str] = []
    for part, content in parts.items():
        kind = part.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr", "diagram": "data"}.get(kind, kind)
        prefix = "dgm" if kind == "diagram" else "w"
        files[f"word/{part}.xml"] = f"<{prefix}:{root} {spaces(strict)}>{content}</{prefix}:{root}>"
        rows.append(f'<Relationship Id="{part}" Type="{base}/{kind}" Target="{part}.xml"/>')
    files["word/_rels/" + main.rpartition("/")[2] + ".rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'
    )
    return zipped(files)


def p(*runs: str, look: str = "") -> str:
    """A paragraph of Word; a run that is no XML is text."""
    inside = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


ODF = ("office", "text", "table", "drawing", "style", "svg-compatible", "manifest")
_ODF_PREFIX = {"drawing": "draw", "svg-compatible": "svg"}
ODF_SPACES = " ".join(
    f'xmlns:{_ODF_PREFIX.get(each, each)}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
    for each in ODF
) + (' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"')
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def odt(
    body: str, *, own: str = "", styles: str = "", pages: str = "", title: str = "", **parts: str
) -> bytes:
    """``own`` are the automatic styles; ``parts`` are further ones, ``__`` for ``/``."""
    files: dict[str, str | bytes] = {
        "mimetype": ODT_TYPE,
        "content.xml": f"<office:document-content {ODF_SPACES}><office:automatic-styles>{own}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {ODF_SPACES}><office:styles>{styles}"
        f"</office:styles><office:master-styles>{pages}</office:master-styles>"
        "</office:document-styles>",
        "meta.xml": f"<office:document-meta {ODF_SPACES}><office:meta><dc:title>{title}</dc:title>"
        "</office:meta></office:document-meta>",
        "META-INF/manifest.xml": f"<manifest:manifest {ODF_SPACES}/>",
    }
    files |= {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    return zipped(files, zipfile.ZIP_STORED)


def rtf(body: str, head: str = "") -> bytes:
    text = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}}" + head + body + "}"
    return text.encode("latin-1")


def content(data: bytes, suffix: str, how: ReadAs | None = None) -> Content:
    """What a reader finds, before rules look at it."""
    return READERS[suffix](data, f"a{suffix}", how or ReadAs(), unchecked)


def texts(found: Content) -> list[str]:
    """Of the paragraphs, with white space made even."""
    return [" ".join(each.text.split()) for each in found.blocks]


def roles(found: Content) -> list[tuple[str, Role | None, str]]:
    return [(" ".join(each.text.split()), each.role, each.cue) for each in found.blocks]

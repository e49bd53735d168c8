"""Reference files made from snippets of WordprocessingML; a test says only what it is about."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from briefing.writers.house import read
from briefing.writers.house.whole import House

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def png(width: int = 4, height: int = 2) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\x00" + b"\x20\x40\x60" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def reference(
    styles: str = "",
    *,
    numbering: str = "",
    settings: str = "",
    theme: str = "",
    section: str = "",
    body: str = "",
    background: str = "",
    header: str | None = None,
    footer: str | None = None,
    first_header: str | None = None,
    first_footer: str | None = None,
    even_header: str | None = None,
    pictures: dict[str, bytes] | None = None,
    edge_relations: str = "",
    more: dict[str, bytes] | None = None,
    main_type: str = _MAIN,
) -> bytes:
    """A ``.docx``. ``pictures`` belong to each header and footer; that named a.png is rIda.png.

    ``section`` is what stands in ``w:sectPr`` besides the references to headers and footers.
    """
    parts = {"styles": styles, "numbering": numbering, "settings": settings}
    edges = {
        ("default", "header"): header,
        ("default", "footer"): footer,
        ("first", "header"): first_header,
        ("first", "footer"): first_footer,
        ("even", "header"): even_header,
    }
    files: dict[str, str | bytes] = {}
    relations = ""
    for kind, inside in parts.items():
        if inside:
            files[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{inside}</w:{kind}>"
            relations += _relation(kind, kind, f"{kind}.xml")
    if theme:
        files["word/theme/theme1.xml"] = theme
        relations += _relation("theme", "theme", "theme/theme1.xml")
    references = ""
    inner = edge_relations + "".join(
        _relation(f"rId{name}", "image", f"media/{name}") for name in pictures or {}
    )
    for (which, kind), inside in edges.items():
        if inside is None:
            continue
        root = "hdr" if kind == "header" else "ftr"
        files[f"word/{which}{kind}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
        files[f"word/_rels/{which}{kind}.xml.rels"] = _relations(inner)
        relations += _relation(f"{which}{kind}", kind, f"{which}{kind}.xml")
        references += f'<w:{kind}Reference w:type="{which}" r:id="{which}{kind}"/>'
    files |= {f"word/media/{name}": data for name, data in (pictures or {}).items()}
    files["word/document.xml"] = (
        f"<w:document {NAMESPACES}>{background}<w:body>{body}<w:sectPr>{references}{section}"
        "</w:sectPr></w:body></w:document>"
    )
    files["word/_rels/document.xml.rels"] = _relations(relations)
    files["_rels/.rels"] = _relations(_relation("rId1", "officeDocument", "word/document.xml"))
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main_type}"/>'
        "</Types>"
    )
    files |= more or {}
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """The same bytes for the same files, at any time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def house(*arguments: str, **named: object) -> House:
    """A House of ``reference`` with these arguments."""
    return read(reference(*arguments, **named), "Ministry.docx")  # type: ignore[arg-type]


def style(name: str, inside: str = "", *, kind: str = "paragraph", id: str = "") -> str:
    """A style by its name; ``inside`` follows the name."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id or name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{inside}</w:style>'
    )


def paragraph(*runs: str, properties: str = "") -> str:
    """Runs are XML, or plain words."""
    inside = "".join(
        each if each.startswith("<") else f'<w:r><w:t xml:space="preserve">{each}</w:t></w:r>'
        for each in runs
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def picture(name: str, place: str = "", extent: tuple[int, int] = (1270000, 635000)) -> str:
    """A run with a picture, in the line or (with ``place``) floating."""
    tag = "anchor" if place else "inline"
    return (
        f'<w:r><w:drawing><wp:{tag}>{place}<wp:extent cx="{extent[0]}" cy="{extent[1]}"/>'
        '<wp:docPr id="1" name="p" descr="Arms of the ministry"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="rId{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        f"</wp:{tag}></w:drawing></w:r>"
    )


def _relation(id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'

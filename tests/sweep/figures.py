"""Files with numbers in them that are huge, negative, or that lie about sizes."""

from __future__ import annotations

from collections.abc import Iterator

import making
from hostile import Case, opens, refused
from making import KNOWN

from briefing.errors import (
    Damaged,
    EmptySource,
    PictureOfText,
    TextTooLong,
    Unfolds,
)


def cases() -> Iterator[Case]:
    huge = 4_294_967_295
    for words in (("bin",), ("u", "uc"), ("fs", "li", "f", "cf", "sb", "ansicpg", "trowd\\cellx")):
        made = "".join(f"{{\\{w}{huge * 99} x}}{{\\{w}-{huge} x}}" for w in words)
        yield opens(
            f"rtf-{words[0]}-huge", "a.rtf", lambda m=made: making.rtf(m), KNOWN, (Damaged,)
        )
    span = f'<w:tc><w:tcPr><w:gridSpan w:val="{huge}"/></w:tcPr><w:p/></w:tc>'
    yield opens(
        "docx-span-huge",
        "a.docx",
        lambda: making.docx(making.word_body(f"<w:tbl><w:tr>{span}</w:tr></w:tbl>")),
        KNOWN,
    )
    level = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{huge}"/><w:numId w:val="-{huge}"/></w:numPr></w:pPr>'
    )
    yield opens(
        "docx-level-huge",
        "a.docx",
        lambda: making.docx(
            making.word_body(
                f"{level}<w:r><w:t>A.</w:t></w:r></w:p>"
                '<w:p><w:pPr><w:outlineLvl w:val="9x"/></w:pPr></w:p>'
            )
        ),
        KNOWN,
    )
    style = f'<w:p><w:pPr><w:pStyle w:val="{"x" * 100_000}"/></w:pPr></w:p>'
    yield opens("docx-style-unknown", "a.docx", lambda: making.docx(making.word_body(style)), KNOWN)
    ring = (
        f'<w:styles xmlns:w="{making.W}"><w:style w:type="paragraph" w:styleId="A"><w:basedOn '
        'w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>'
        "</w:style></w:styles>"
    )
    yield opens(
        "docx-styles-in-a-ring",
        "a.docx",
        lambda: making.docx(
            making.word_body(
                '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>A.</w:t></w:r></w:p>'
            ),
            relations=making.relation("styles", "styles.xml", mode="Internal"),
            extra={"word/styles.xml": ring},
        ),
        KNOWN,
    )
    for name, part in (
        ("spaces", f'<text:p>a<text:s text:c="{huge}"/>b</text:p>'),
        (
            "columns",
            "<table:table><table:table-row><table:table-cell "
            f'table:number-columns-repeated="{huge}"><text:p>x</text:p></table:table-cell>'
            "</table:table-row></table:table>",
        ),
        (
            "rows",
            f'<table:table><table:table-row table:number-rows-repeated="{huge}">'
            "<table:table-cell><text:p>x</text:p></table:table-cell>"
            "</table:table-row></table:table>",
        ),
        ("level", f'<text:h text:outline-level="{huge}">x</text:h>'),
        (
            "start",
            f'<text:list><text:list-item text:start-value="{huge * huge}"><text:p>x</text:p>'
            "</text:list-item></text:list>",
        ),
    ):
        yield opens(
            f"odt-{name}-huge",
            "a.odt",
            lambda p=part: making.odt(making.odt_body(p)),
            KNOWN,
            (Unfolds, TextTooLong),
        )
    cells = f'<table><tr><td colspan="{huge}" rowspan="{huge}">x</td></tr></table>'
    yield opens("html-span-huge", "a.html", lambda: making.html(before=cells), KNOWN)
    many = f'<ol start="{huge * huge}" reversed><li value="-{huge}">x</ol>'
    yield opens("html-start-huge", "a.html", lambda: making.html(before=many), KNOWN)
    dated = f'<meta property="article:published_time" content="{huge}-99-99T99:99:99Z">'
    yield opens("html-date-huge", "a.html", lambda: making.html(dated), KNOWN)
    yield opens(
        "md-start-huge", "a.md", lambda: making.markdown(after="999999999. x\n9999999999. y"), KNOWN
    )
    yield opens(
        "eml-numbers-huge",
        "a.eml",
        lambda: making.eml(
            f"Content-Length: {huge * huge}\nLines: -1\n"
            f"Date: Mon, {huge} Sep {huge} 99:99:99 +9999\n"
        ),
        KNOWN,
    )
    for kind, replaced in (
        ("length", {"stream": b"/Length 99999999999999999999"}),
        ("negative-length", {"stream": b"/Length -5"}),
        ("box", {"page": b"/MediaBox [-1e38 -1e38 1e38 1e38] /Rotate 91 /UserUnit 1e30"}),
        ("count", {"objects": {2: b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"}}),
        ("negative-count", {"objects": {2: b"<< /Type /Pages /Kids [3 0 R] /Count -1 >>"}}),
        ("size", {"trailer": b"/Size 2147483647 /Prev 99999999999"}),
        ("prev-ring", {"trailer": b"/Prev 9 /XRefStm 9"}),
        (
            "widths",
            {
                "objects": {
                    5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                    b"/FirstChar -5 /LastChar 2147483647 /Widths [1e38] >>"
                }
            },
        ),
    ):
        yield opens(
            f"pdf-{kind}",
            "a.pdf",
            lambda r=replaced: making.pdf(**r),
            KNOWN,
            (Damaged, EmptySource, PictureOfText),
        )
    yield opens(
        "pdf-font-size-huge",
        "a.pdf",
        lambda: making.pdf(
            b"BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (Huge) Tj ET " + making.pdf_text()
        ),
        KNOWN,
    )
    yield opens(
        "pdf-object-numbers",
        "a.pdf",
        lambda: making.pdf() + (b"4294967295 99999 obj\n<< >>\nendobj\n"),
        KNOWN,
        (Damaged,),
    )
    broken = making.docx().replace(b"PK\x01\x02", b"PK\x01\x03")
    yield refused("zip-directory-broken", "a.docx", lambda: broken, Damaged)
    for offset, kind in (
        (18, "packed"),
        (22, "unpacked"),
        (26, "name"),
        (28, "extra"),
        (14, "crc"),
    ):

        def lying(offset: int = offset) -> bytes:
            made = bytearray(making.docx())
            at = made.index(b"word/document.xml") - 30
            made[at + offset : at + offset + 2] = b"\xff\xff"
            return bytes(made)

        yield opens(f"zip-local-{kind}-lies", "a.docx", lying, KNOWN, (Damaged, Unfolds))
    for offset, kind in ((16, "crc"), (20, "packed"), (24, "unpacked"), (42, "place")):

        def lies(offset: int = offset) -> bytes:
            made = bytearray(making.docx())
            at = made.rindex(b"word/document.xml") - 46
            made[at + offset : at + offset + 4] = b"\xff\xff\xff\x7f"
            return bytes(made)

        yield opens(f"zip-central-{kind}-lies", "a.docx", lies, KNOWN, (Damaged, Unfolds))

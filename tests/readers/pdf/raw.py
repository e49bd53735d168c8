"""PDF files written object by object."""

from __future__ import annotations

import io


def bare(objects: list[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalog."""
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places: list[int] = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n" % (len(objects) + 1))
    out.write(b"%d\n%%%%EOF\n" % start)
    return out.getvalue()


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


def page_with(
    content: bytes, font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
) -> bytes:
    """A page of A4 with this stream, in which ``/F`` is the font."""
    return bare(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>",
            content,
            font,
        ]
    )

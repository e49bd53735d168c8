"""Files whose parts lie in each other too deep, or in a ring."""

from __future__ import annotations

from collections.abc import Iterator

import making
from hostile import Case, opens
from making import FIRST, KNOWN, SECOND

from briefing.errors import (
    Damaged,
    EmptySource,
    TooDeep,
)

INSIDE = "This one stands far inside of it all."
ALL = (*KNOWN, INSIDE)


def _nested(open: str, close: str, times: int, inner: str) -> str:
    return open * times + inner + close * times


def cases() -> Iterator[Case]:
    for tag, times in (
        ("div", 50_000),
        ("b", 20_000),
        ("blockquote", 20_000),
        ("table><tr><td", 5000),
        ("ul><li", 5000),
        ("iframe", 1000),
        ("select><option", 1000),
        ("object", 5000),
    ):
        first = tag.partition(">")[0]
        make = lambda tag=tag, times=times: making.html(  # noqa: E731
            before=f"<{tag}>" * times + "<p>Far inside."
        )
        also = (EmptySource,) if first in ("iframe", "select") else ()  # a browser shows no text
        yield opens(f"deep-html-{first}", "a.html", make, KNOWN, (TooDeep, *also))
    inner = f"<p>{FIRST}</p><p>{SECOND}</p>"
    yield opens(
        "deep-html-text-inside",
        "a.html",
        lambda: _nested("<div>", "</div>", 3000, inner).encode(),
        KNOWN,
        (TooDeep,),
    )
    brackets = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    yield opens("deep-json-ld", "a.html", lambda: making.html(brackets), KNOWN)
    objects = f'<script type="application/ld+json">{_nested(chr(123) + chr(34) + "a" + chr(34) + ":", "}", 50_000, "1")}</script>'  # noqa: E501
    yield opens("deep-json-ld-objects", "a.html", lambda: making.html(objects), KNOWN)

    paragraph = f"<w:p><w:r><w:t>{INSIDE}</w:t></w:r></w:p>"
    wraps = {
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        "table": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        "smart": ("<w:smartTag>", "</w:smartTag>"),
        "ins": ("<w:ins>", "</w:ins>"),
    }
    for kind, (start, end) in wraps.items():
        for times in (50, 20_000) if kind != "ins" else (20_000,):
            make = lambda s=start, e=end, n=times: making.docx(  # noqa: E731
                _nested(s, e, n, paragraph) + making.word_body()
            )
            yield opens(f"deep-docx-{kind}-{times}", "a.docx", make, ALL, (TooDeep,))
    runs = _nested("<w:hyperlink>", "</w:hyperlink>", 5000, f"<w:r><w:t>{INSIDE}</w:t></w:r>")
    yield opens(
        "deep-docx-links",
        "a.docx",
        lambda: making.docx(f"<w:p>{runs}</w:p>{making.word_body()}"),
        ALL,
        (TooDeep,),
    )

    inner = f"<text:p>{INSIDE}</text:p>"
    for kind, start, end in (
        ("section", "<text:section>", "</text:section>"),
        ("list", "<text:list><text:list-item>", "</text:list-item></text:list>"),
        (
            "table",
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
        ),
    ):
        make = lambda s=start, e=end, i=inner: making.odt(  # noqa: E731
            _nested(s, e, 10_000, i) + making.odt_body()
        )
        yield opens(f"deep-odt-{kind}", "a.odt", make, ALL, (TooDeep,))
    spans = _nested("<text:span>", "</text:span>", 10_000, INSIDE)
    yield opens(
        "deep-odt-span",
        "a.odt",
        lambda: making.odt(f"<text:p>{spans}</text:p>{making.odt_body()}"),
        ALL,
        (TooDeep,),
    )

    yield opens(
        "deep-rtf", "a.rtf", lambda: making.rtf("{" * 200_000 + "}" * 200_000), KNOWN, (TooDeep,)
    )
    yield opens(
        "deep-rtf-open", "a.rtf", lambda: making.rtf("{\\b " * 100_000), KNOWN, (TooDeep, Damaged)
    )
    yield opens(
        "deep-rtf-ignored",
        "a.rtf",
        lambda: making.rtf("{\\*\\generator " * 5000 + "}" * 5000),
        KNOWN,
        (TooDeep,),
    )

    for kind, part in (
        ("quotes", ">" * 10_000),
        ("lists", "- " * 5000),
        ("brackets", "[" * 20_000),
        ("images", "![" * 10_000),
        ("stars", "*a " * 20_000),
        ("ticks", "`" * 50_000),
        ("mixed", "> - " * 3000),
        ("emphasis", "*_" * 20_000),
        ("links", "[a](" * 10_000),
        ("html", "<b>" * 20_000),
        ("comments", "<!--" * 20_000),
    ):
        make = lambda part=part: making.markdown(after=part + " end")  # noqa: E731
        yield opens(f"deep-md-{kind}", "a.md", make, KNOWN, (TooDeep,))

    yield opens("deep-eml-multiparts", "a.eml", lambda: _multiparts(1000), KNOWN, (TooDeep,))
    yield opens("deep-eml-messages", "a.eml", lambda: _messages(500), (FIRST,), (TooDeep,))
    yield opens(
        "deep-eml-comments",
        "a.eml",
        lambda: making.eml(f"Cc: {'(' * 20_000} a@b.example\n"),
        KNOWN,
        (TooDeep,),
    )

    arrays = b"[" * 100_000 + b"]" * 100_000
    yield opens(
        "deep-pdf-arrays",
        "a.pdf",
        lambda: making.pdf(catalog=b"/X " + arrays),
        KNOWN,
        (TooDeep, Damaged),
    )
    dictionaries = b"<< /A " * 50_000 + b"1" + b" >>" * 50_000
    yield opens(
        "deep-pdf-dictionaries",
        "a.pdf",
        lambda: making.pdf(page=b"/X " + dictionaries),
        KNOWN,
        (TooDeep, Damaged),
    )
    yield opens(
        "deep-pdf-content",
        "a.pdf",
        lambda: making.pdf(b"q " * 100_000 + making.pdf_text() + b"[" * 20_000),
        KNOWN,
        (TooDeep, Damaged),
    )
    yield opens("deep-pdf-forms", "a.pdf", _forms, KNOWN, (TooDeep, Damaged))
    yield opens(
        "pdf-form-in-itself",
        "a.pdf",
        lambda: making.pdf(
            making.pdf_text() + b" /X Do",
            objects={
                3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>",
                6: b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 "
                b"/Resources << /XObject << /X 6 0 R >> >> >>\nstream\n/X Do\nendstream",
            },
        ),
        KNOWN,
        (TooDeep, Damaged),
    )
    yield opens(
        "pdf-pages-in-a-ring",
        "a.pdf",
        lambda: making.pdf(
            objects={
                2: b"<< /Type /Pages /Kids [3 0 R 2 0 R 6 0 R] /Count 9 /Parent 6 0 R >>",
                6: b"<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>",
            }
        ),
        KNOWN,
        (TooDeep, Damaged),
    )
    yield opens("deep-pdf-pages", "a.pdf", _page_tree, KNOWN, (TooDeep, Damaged))
    yield opens(
        "pdf-length-in-a-ring",
        "a.pdf",
        lambda: making.pdf(stream=b"/Length 6 0 R", objects={6: b"7 0 R", 7: b"6 0 R"}),
        KNOWN,
        (Damaged,),
    )
    yield opens(
        "pdf-outline-in-a-ring",
        "a.pdf",
        lambda: making.pdf(
            catalog=b"/Outlines 6 0 R",
            objects={
                6: b"<< /Type /Outlines /First 7 0 R /Last 7 0 R >>",
                7: b"<< /Title (a) /Next 7 0 R /First 7 0 R /Parent 6 0 R >>",
            },
        ),
        KNOWN,
    )


def _multiparts(depth: int) -> bytes:
    start = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)
    )
    end = "".join(f"\n--b{n}--\n" for n in reversed(range(depth)))
    said = "Content-Type: text/plain\n\n" + "\n\n".join(KNOWN)
    return f"From: a@b.example\nSubject: Ostvik\nMIME-Version: 1.0\n{start}{said}{end}".encode()


def _messages(depth: int) -> bytes:
    inner = f"From: a@b.example\nSubject: Ostvik\n\n{FIRST}"
    start = "From: a@b.example\nSubject: Ostvik\nContent-Type: message/rfc822\n\n"
    return (start * depth + inner).encode()


def _forms() -> bytes:
    """A form in a form, 5,000 times."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Length 5 "
        b"/Resources << /XObject << /X %d 0 R >> >> >>\nstream\n/X Do\nendstream"
    )
    objects = {n: form % (n + 1) for n in range(6, 5000)}
    objects[5000] = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"
    )
    objects[3] = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
    )
    return making.pdf(making.pdf_text() + b" /X Do", objects=dict(sorted(objects.items())))


def _page_tree() -> bytes:
    node = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>"
    objects = {n: node % (n + 1, n - 1) for n in range(7, 5000)}
    objects |= {2: node % (6, 1), 6: node % (7, 2), 5000: node % (3, 4999)}
    return making.pdf(objects=dict(sorted(objects.items())))

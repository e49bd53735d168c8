"""Files with encodings that are wrong or do not exist, and characters that are none."""

from __future__ import annotations

from collections.abc import Iterator

import making
from hostile import Case, opens
from making import KNOWN

from briefing.errors import Damaged, EntitiesRefused, NotText

_CHARSETS = (
    "nonsense",
    "utf-7",
    "utf-16",
    "idna",
    "base64",
    "zip",
    "unicode_escape",
    "x" * 1000,
    "",
    "../../etc/hostname",
)


def cases() -> Iterator[Case]:
    yield from charsets()
    yield from characters()


def charsets() -> Iterator[Case]:
    for number, charset in enumerate(_CHARSETS):
        id = f"{number}-{charset[:12].replace('/', '')}"
        page = making.html().replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
        yield opens(f"charset-{id}.html", "a.html", lambda p=page: p, KNOWN)
        yield opens(
            f"charset-{id}.eml",
            "a.eml",
            lambda c=charset: making.eml(type=f'text/plain; charset="{c}"'),
            KNOWN,
        )
    for charset in ("nonsense", "utf-7", "utf-16", "base64"):
        declared = making.word_xml(making.word_body()).replace("UTF-8", charset)
        yield opens(
            f"charset-{charset}.docx",
            "a.docx",
            lambda d=declared: making.docx(document=d),
            KNOWN,
            (Damaged,),
        )
    for page in ("99999", "-1", "65001"):
        yield opens(
            f"code-page-{page}.rtf",
            "a.rtf",
            lambda p=page: making.rtf().replace(b"cpg1252", b"cpg" + p.encode()),
            KNOWN,
        )
    headers = (
        "=?nonsense?q?a?=",
        "=?utf-8?b?!!!?=",
        "=?utf-8?q?=ff=fe?=",
        "=?utf-8?x?a?=",
        "=?base64?b?YQ==?=",
        "\x00",
        "=?" * 1000,
    )
    for id, each in (("each", headers[0]), ("all", " ".join(headers))):
        yield opens(
            f"subject-{id}.eml",
            "a.eml",
            lambda h=each: making.eml().replace(
                b"Subject: Ostvik", f"Subject: {h}\nCc: {h}\nReply-To: {h}".encode()
            ),
            KNOWN,
        )
    for way in ("base64", "quoted-printable", "x-uuencode", "nonsense"):
        yield opens(
            f"transfer-{way}.eml",
            "a.eml",
            lambda w=way: making.eml(f"Content-Transfer-Encoding: {w}\n"),
            () if way in ("base64", "x-uuencode") else KNOWN,
            (Damaged, NotText),
        )


def characters() -> Iterator[Case]:
    bad = b"\xff\xfe\xc3\x28 \xed\xa0\x80 \xf5\x80\x80\x80 \xc0\xaf"
    for suffix in (".txt", ".md", ".html", ".eml", ".mhtml", ".rtf"):

        def with_bad(suffix: str = suffix) -> bytes:
            return making.FORMATS[suffix]().replace(b"Ferries", b"Ferries " + bad, 1)

        said = (KNOWN[0],)
        yield opens(f"bad-bytes{suffix}", f"a{suffix}", with_bad, said)

        def with_nul(suffix: str = suffix) -> bytes:
            return making.FORMATS[suffix]().replace(b"Ferries", b"\x00Ferries\x00\x00\x01\x1b", 1)

        yield opens(f"nul{suffix}", f"a{suffix}", with_nul, said, (NotText, Damaged))

    entities = (
        "&#xD800;",
        "&#1114112;",
        "&#0;",
        "&#x80;",
        "&#99999999999999999;",
        "&#xFFFE;",
        "&#-1;",
        "&#x1F600;",
        "&amp;#0;",
        "&nosuch;",
    )
    many = " ".join(entities)
    yield opens("entities.html", "a.html", lambda: making.html(before=f"<p>{many}</p>"), KNOWN)
    yield opens("entities.md", "a.md", lambda: making.markdown(many), KNOWN)
    for number, each in enumerate((entities[0], entities[5], entities[9])):
        run = f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>"
        yield opens(
            f"entity-{number}.docx",
            "a.docx",
            lambda r=run: making.docx(making.word_body(r)),
            KNOWN,
            (Damaged, EntitiesRefused),
        )
    letters = ("\\u-10179?", "\\u55357?\\u-10179?", "\\'zz", "\\u0?", "\\'ff\\'fe", "\x00", "\\'")
    yield opens("letters.rtf", "a.rtf", lambda: making.rtf(" ".join(letters) + "\\par "), KNOWN)
    yield opens("letters-skipped.rtf", "a.rtf", lambda: making.rtf("\\uc9\\u233 "), (KNOWN[1],))
    for name in (b"/Encoding << /Differences [0 /nosuch -5 /a 99999 /b] >>", b"/ToUnicode 6 0 R"):
        table = (
            b"/CIDInit begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 "
            b"beginbfchar <7a> <d800> <71> <00> endbfchar endcmap"
        )
        yield opens(
            f"letters-{name[1:6].decode()}.pdf",
            "a.pdf",
            lambda n=name, t=table: making.pdf(
                objects={
                    5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica " + n + b" >>",
                    6: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(t), t),
                }
            ),
            (),
        )
    marks = "".join(map(chr, (0x202E, 0x2066, 0x200B, 0xFEFF, 0xE0001, 0xFFFF, 0x10FFFF, 0xFFFD)))
    for suffix in (".txt", ".md", ".html", ".eml"):

        def marked(suffix: str = suffix) -> bytes:
            return making.FORMATS[suffix]().replace(b"Ferries", b"Ferries" + marks.encode(), 1)

        yield opens(f"marks{suffix}", f"a{suffix}", marked, (KNOWN[0],))
    stacked = "Z" + "\u0301" * 100_000
    yield opens(
        "stacked-marks.txt", "a.txt", lambda: making.text() + b"\n\n" + stacked.encode(), KNOWN
    )

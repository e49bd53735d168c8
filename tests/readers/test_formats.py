"""Which format a file is in, and what is refused by name."""

from __future__ import annotations

import contextlib
import gzip
import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import ODF_SPACES, ODT_TYPE, docx, odt, p, rtf, zipped

from briefing import readers
from briefing.errors import (
    Damaged,
    EmptySource,
    Encrypted,
    Mislabelled,
    Refused,
    UnsupportedFormat,
)
from briefing.messages import describe
from briefing.readers import formats, known

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
MAIL = b"From: A <a@b.c>\r\nTo: d@e.f\r\nMessage-ID: <1@b.c>\r\nSubject: x\r\n\r\nWords.\r\n"
PAGE = b"<!DOCTYPE html><html><body><p>Words.</p></body></html>"
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x/\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
)
PDF = b"%PDF-1.4\n1 0 obj\nendobj\n%%EOF"


def ole(*entries: str) -> bytes:
    return OLE + b"\0\0".join(each.encode("utf-16-le") for each in entries) + b"\0" * 100


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (docx(p("x")), "a.docx", ".docx"),
        (docx(p("x")), "a.DOCM", ".docm"),
        (docx(p("x")), "a.dotx", ".docx"),
        (docx(p("x")), "a.doc", ".docx"),
        (docx(p("x")), "a", ".docx"),
        (docx(p("x"), main="word/document2.xml"), "a.bin", ".docx"),
        (odt("<text:p>x</text:p>"), "a.zip", ".odt"),
        (zipped({"content.xml": "", "META-INF/manifest.xml": ""}), "a.odt", ".odt"),
        (zipped({"mimetype": ODT_TYPE, "content.xml": ""}), "a.odt", ".odt"),
        (zipped({"mimetype": ODT_TYPE + "-template", "content.xml": ""}), "a.ott", ".odt"),
        (zipped({"content.xml": "", "mimetype": ODT_TYPE}), "a.odt", ".odt"),
        (rtf("x"), "a.doc", ".rtf"),
        (b"\xef\xbb\xbf  " + rtf("x"), "a.txt", ".rtf"),
        (PDF, "a.txt", ".pdf"),
        (b"junk\n" + PDF, "a", ".pdf"),
        (b"The file begins with %PDF-1.4, he said.", "a.txt", ".txt"),
        (PAGE, "a.htm", ".htm"),
        (PAGE, "a.html.txt", ".html"),
        (PAGE, "a.doc", ".html"),
        (PAGE.decode().encode("utf-16"), "a.html", ".html"),
        (PAGE.decode().encode("utf-16"), "a.xls", ".html"),
        (PAGE.decode().encode("utf-16-le"), "a.doc", ".html"),
        (PAGE.decode().encode("utf-16-be"), "a.doc", ".html"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n" + PAGE, "a.xhtml", ".html"),
        (b"\n<HTML\nlang=x>", "a.php", ".html"),
        (b"# Words\n", "a.md", ".md"),
        (PAGE, "a.md", ".md"),
        (b"<p>Words.</p>", "a.txt", ".txt"),
        (MAIL, "a.eml", ".eml"),
        (MAIL, "a.txt", ".eml"),
        (MAIL.replace(b"\r\n", b"\n"), "a", ".eml"),
        (b"From: Jane\nTo: John\n\nA letter.", "a.txt", ".txt"),
        (
            b"From: Jane\nTo: John\nReceived: today\nDear John,\nthis is\na letter\nto you.",
            "a.txt",
            ".txt",
        ),
        (b"Note: this is: text\nand goes on\nand on\n", "a.txt", ".txt"),
        (SAVED, "a.mht", ".mht"),
        (SAVED, "a.doc", ".mhtml"),
        (MAIL.replace(b"\r\n\r\n", b"\r\nContent-Type: multipart/related\r\n\r\n"), "a", ".eml"),
        (b"Words.", "LETTER", ".txt"),
        (b"Words.", "a.TXT ", ".txt"),
        (b"Words.", "a.txt.", ".txt"),
        (b"Words.", ".docx", ".txt"),
        (b"Words.", "a.doc", ".txt"),
        (b"Words.", "a.docx", ".txt"),
        ("Żaba.".encode("utf-16"), "a.doc", ".txt"),
        (b"Words.", "a.pdf", ".txt"),
        (b"\x00\x01\x02", "a.docx", ".docx"),
        (b"PK\3\4", "a.docx", ".docx"),
        (docx(p("x"))[:-30], "a.bin", ".docx"),
        (
            f'<?xml version="1.0"?><office:document {ODF_SPACES} '
            f"office:mimetype='{ODT_TYPE}'>".encode(),
            "a.fodt",
            ".odt",
        ),
    ],
)
def test_by_bytes_first_and_name_second(data: bytes, name: str, expected: str) -> None:
    assert formats.tell(data, name) == expected


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (ole("WordDocument"), "a.doc", "old-word"),
        (ole("WordDocument"), "a.docx", "old-word"),
        (ole("WordDocument", "Workbook"), "a.xls", "excel"),
        (ole("Workbook", "WordDocument"), "a", "old-word"),
        (ole("Workbook"), "a.doc", "excel"),
        (ole("PowerPoint Document"), "a", "powerpoint"),
        (ole("__substg1.0_001A001F", "WordDocument"), "a.txt", "outlook"),
        (ole("MatOST"), "a.wps", "works"),
        (OLE, "a.msg", "outlook"),
        (OLE, "a", "old-office"),
        (b"\x00\x01\x02", "a.doc", "old-word"),
        (zipped({"xl/workbook.xml": ""}), "a.docx", "excel"),
        (zipped({"ppt/presentation.xml": ""}), "a.pptx", "powerpoint"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "a.ods",
            "spreadsheet",
        ),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.presentation-template"}),
            "a",
            "presentation",
        ),
        (zipped({"mimetype": "application/epub+zip"}), "a.epub", "e-book"),
        (zipped({"META-INF/container.xml": ""}), "a.zip", "e-book"),
        (zipped({"Index/Document.iwa": ""}), "a.pages", "pages"),
        (zipped({"FixedDocSeq.fdseq": ""}), "a", "xps"),
        (zipped({"a.docx": docx(p("x"))}), "a.zip", "archive"),
        (zipped({"a.txt": "x"}), "a.docx", "archive"),
        (zipped({}), "a.zip", "archive"),
        (b"\xffWPC\x10", "a.wpd", "wordperfect"),
        (PNG, "a.png", "picture"),
        (PNG, "a.docx", "picture"),
        (b"\xff\xd8\xff\xe0", "a", "picture"),
        (b"RIFF\0\0\0\0WEBP", "a.txt", "picture"),
        (b"\0\0\0\x18ftypheic", "a", "picture"),
        (b"\0\0\0\x18ftypisom", "a", "sound"),
        (b"<svg xmlns='x'>", "a.svg", "picture"),
        (b"<?xml version='1.0'?><FictionBook>", "a", "e-book"),
        (b"<?xml version='1.0'?><?mso-application x?><w:wordDocument x='y'>", "a.doc", "word-xml"),
        (b"BM\x1a\0\0\0" + b"\0" * 20, "a", "picture"),
        (b"ID3\x03\0", "a.mp3", "sound"),
        (gzip.compress(b"x"), "a.gz", "archive"),
        (b"MZ" + b"\0" * 62, "a.txt", "program"),
        (b"\x7fELF\2", "a", "program"),
        (b"echo", "a.sh", "program"),
        (b"SQLite format 3\0", "a", "database"),
        (b"!BDN", "a.pst", "mailbox"),
        (b"bplist00", "a", "web-archive"),
        (b"BEGIN:VCALENDAR", "a.ics", "calendar"),
        (b"[InternetShortcut]\nURL=x", "a", "shortcut"),
        (b"{}", "a.json", "structured"),
        (b"<?xml version='1.0'?><rss>", "a", "structured"),
        (b"a,b", "a.csv", "structured"),
        (b"%!PS-Adobe", "a.ps", "postscript"),
        (b"\x78\x9f\x3e\x22", "winmail.dat", "winmail"),
        (b"x", "a.JPG", "picture"),
    ],
)
def test_what_is_known_and_not_read_is_refused_by_name(data: bytes, name: str, kind: str) -> None:
    with pytest.raises(Refused) as caught:
        formats.tell(data, name)
    assert caught.value.kind == kind


def test_every_refusal_has_words() -> None:
    kinds = {*known.BY_SUFFIX.values(), *known.ROOTS.values(), *known.CONTAINERS.values()}
    kinds |= {kind for _, kind in (*known.STARTS, *known.OLE_ENTRIES, *known.INSIDE_ZIP)}
    kinds |= {*known.OPEN_DOCUMENT.values(), "old-office"}
    for kind in kinds:
        assert describe(Refused("a", kind)).endswith((".", "run."))


def test_a_tar() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a"))
    with pytest.raises(Refused):
        formats.tell(buffer.getvalue(), "a.txt")


def test_locked_office_files() -> None:
    data = ole("EncryptionInfo", "EncryptedPackage")
    for name, what in (("a.docx", "Word document"), ("a", "Office document")):
        with pytest.raises(Encrypted) as caught:
            formats.tell(data, name)
        assert caught.value.format == what


@pytest.mark.parametrize("suffix", [*formats.NAMES, ".doc", ".xls", ".zip", ".png", ".xyz", ""])
def test_no_bytes(suffix: str) -> None:
    with pytest.raises(EmptySource):
        formats.tell(b"", f"a{suffix}")


def test_what_is_not_known() -> None:
    for data in (b"Words.", b"\0\1\2"):
        with pytest.raises(UnsupportedFormat) as caught:
            formats.tell(data, "a.xyz")
        assert caught.value.known == tuple(formats.NAMES) == tuple(readers.READERS)


@pytest.mark.parametrize(
    ("name", "suffix", "expected"),
    [
        ("a.docx", ".docx", False),
        ("a.docm", ".docx", False),
        ("a.txt", ".md", False),
        ("a.doc", ".rtf", True),
        ("a.doc", ".txt", True),
        ("a.docx", ".html", True),
        ("a.html.txt", ".html", True),
        ("a.xhtml", ".html", False),
        ("a", ".pdf", False),
        ("a.eml", ".mhtml", False),
    ],
)
def test_a_false_name_is_told(name: str, suffix: str, expected: bool) -> None:
    assert formats.mislabelled(name, suffix) is expected


def test_a_letter_under_a_false_name_is_read() -> None:
    article = readers.read(rtf("Words."), "a.doc").article
    assert (article.text, article.format) == ("Words.", ".rtf")
    assert article.notices == (Mislabelled("a.doc", "RTF document"),)


@pytest.mark.parametrize("at", [4, 30, 60, 200, 500])
def test_a_word_file_that_is_cut_off_is_a_damaged_word_file(at: int) -> None:
    with pytest.raises(Damaged) as caught:
        readers.read(docx(p("Words."))[:at], "a.docx")
    assert (caught.value.format, caught.value.reason) == ("Word document", "it ends too early")


STARTS = [b"PK\3\4", b"PK\5\6", b"<", b"<?xml", b"{\\rtf", OLE, b"From: x\n", b"RIFF", b"BM", b"MZ"]


@given(
    st.sampled_from([b"", *STARTS]), st.binary(max_size=200), st.sampled_from(["", ".docx", ".doc"])
)
def test_any_bytes_have_a_format_or_a_refusal(start: bytes, data: bytes, suffix: str) -> None:
    with contextlib.suppress(EmptySource, Refused, Encrypted):
        assert formats.tell(start + data, f"a{suffix}") in formats.NAMES

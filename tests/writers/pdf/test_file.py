from __future__ import annotations

import io

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from PIL import Image, ImageCms
from reportlab.pdfbase.pdfdoc import PDFDictionary
from reportlab.pdfbase.pdfdoc import PDFDocument as Written

from briefing.writers.pdf.file import File
from briefing.writers.pdf.objects import box, colour, number, string
from briefing.writers.pdf.profile import srgb


def read(file: File, entries: str) -> PDFDocument:
    data = file.data(file.put(f"<</Type/Catalog{entries}>>"), file.put("<<>>"))
    return PDFDocument(PDFParser(io.BytesIO(data)))


def test_our_objects_and_those_of_reportlab_are_found() -> None:
    file = File(Written())
    theirs = file.document.Reference(PDFDictionary({"Said": "(theirs)"}), "theirs")
    ours = [file.put(f"<</Said(ours {n})>>") for n in range(450)]  # in several streams
    later = file.document.Reference(PDFDictionary({"Said": "(later)"}), "later")
    references = " ".join(f"{each} 0 R" for each in ours)
    numbers = [file.number(each.name) for each in (theirs, later)]
    more = " ".join(f"{each} 0 R" for each in numbers)
    found = read(file, f"/All[{references} {more}]").catalog["All"]
    said = [resolve1(each)["Said"] for each in found]
    assert said == [*(b"ours %d" % n for n in range(450)), b"theirs", b"later"]


def test_streams_end_where_they_say() -> None:
    """An archive asks for a line end before ``endstream``, beyond the length of the stream."""
    file = File(Written())
    for last in (b"\r", b"\n", b"\r\n", b"x"):
        number = file.put_stream(b"abc" + last, packed=False)
        stream = resolve1(read(file, f"/One {number} 0 R").catalog["One"])
        assert stream.get_data() == b"abc" + last
        assert file._streams[number].endswith(b"abc" + last + b"\r\nendstream")


def test_text() -> None:
    assert string("a (b) \\") == "(a \\(b\\) \\\\)"
    assert string("Łódź") == "<FEFF014100F30064017A>"
    assert string("\U0001f600") == "<FEFFD83DDE00>"
    assert string("a\nb") == "<FEFF0061000A0062>"


def test_numbers() -> None:
    assert [number(each) for each in (0, 1.5, -0.001, 12.346, 100)] == [
        *("0", "1.5", "0", "12.35", "100")
    ]
    assert box(0, 1, 2.5, 3) == "[0.00 1.00 2.50 3.00]"
    assert colour("#ff0080") == "1 0 0.502"


def test_the_profile_is_one_of_srgb() -> None:
    data = srgb()
    assert int.from_bytes(data[:4], "big") == len(data)
    assert srgb() is data
    profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    reference = ImageCms.createProfile("sRGB")
    there = ImageCms.buildTransform(profile, reference, "RGB", "RGB")
    for shade in ((255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128), (20, 60, 120)):
        got = ImageCms.applyTransform(Image.new("RGB", (1, 1), shade), there).tobytes()
        assert max(abs(a - b) for a, b in zip(got, shade, strict=True)) <= 1

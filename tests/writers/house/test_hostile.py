"""A file that somebody sends: refused with a sentence, or read; never anything else."""

from __future__ import annotations

import io
import random
import re
import zipfile

import pytest
from references import paragraph, picture, png, reference, style, zipped

from briefing import paths
from briefing.errors import HouseStyleProblem
from briefing.messages import describe
from briefing.writers.house import read


def refused(data: bytes) -> str:
    with pytest.raises(HouseStyleProblem) as caught:
        read(data, "Letter.docx")
    return describe(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not a Word document"),
        (b"%PDF-1.7", "is not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word document, or locked"),
        (zipped({"a.txt": "x"}), "is not a Word document"),
        (reference()[:-40], "is not a Word document"),
        (
            reference(main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
            "macros",
        ),
        (reference(more={"word/vbaProject.bin": b"x"}), "macros"),
        (
            reference(
                main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
            ),
            "of another program",
        ),
        (reference(more={"word/document.xml": b"<w:document"}), "cannot be read"),
        (reference(more={"word/document.xml": b"<document/>"}), "no text part"),
        (
            reference(
                more={
                    "word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
                }
            ),
            "entities",
        ),
        (
            reference(more={"word/document.xml": b"<x>" + b" " * 9_000_000 + b"</x>"}),
            "unpacks to far more",
        ),
        (zipped({str(n): "" for n in range(3000)}), "far more parts"),
        (b"PK" + bytes(31_000_000), "larger than"),
    ],
)
def test_refused_with_what_to_do(data: bytes, says: str) -> None:
    words = refused(data)
    assert says in words
    assert words.startswith("“Letter.docx” is a house style that does not work: ")


def test_many_parts_that_each_unpack_to_much() -> None:
    pictures = {f"{n}.png": png() + bytes(15_000_000) for n in range(6)}
    assert "unpacks to far more" in refused(reference(header="", pictures=pictures))


def test_nothing_outside_is_fetched() -> None:
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    assert "entities" in refused(reference(more={"word/document.xml": entity}))


def test_depth_is_bounded() -> None:
    deep = b"<x>" * 100_000 + b"</x>" * 100_000
    assert "cannot be read" in refused(reference(more={"word/document.xml": deep}))


def test_a_damaged_archive() -> None:
    data = bytearray(reference(style("Normal") * 1))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place = archive.getinfo("word/styles.xml").header_offset + 50
    data[place : place + 20] = bytes(20)
    refused(bytes(data))


SAMPLES = [
    *((paths.TEMPLATES / "house-styles" / f"{id}.docx").read_bytes() for id in ("modern", "plain")),
    reference(
        style("List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Table Grid", '<w:tblPr><w:tblInd w:w="10"/></w:tblPr>', kind="table"),
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        header=paragraph(
            picture("a.png", '<wp:positionH relativeFrom="page"><wp:posOffset>5</wp:posOffset>'
            "</wp:positionH>"),
            '<w:fldSimple w:instr="PAGE"/>', "{mark", "ing}",
        )
        + "<w:tbl><w:tblGrid><w:gridCol w:w='5'/></w:tblGrid><w:tr><w:tc>"
        + paragraph("x")
        + "</w:tc></w:tr></w:tbl>",
        pictures={"a.png": png()},
        settings='<w:defaultTabStop w:val="700"/>',
        section='<w:pgSz w:w="12000" w:h="16000"/><w:pgMar w:left="1000" w:right="1000"/>',
    ),
]  # fmt: skip
ODD = ["", "-1", "99999999999999999999", "x", "1e9", "1e999", "nan", "0", "auto", "-0.5", "7pt"]


@pytest.mark.parametrize("seed", range(150))
def test_whatever_is_broken_in_it_the_answer_is_a_house_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(chance.choice(SAMPLES))) as archive:
        files: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    name = chance.choice([each for each in files if each.endswith((".xml", ".rels"))])
    text = files[name].decode()  # type: ignore[union-attr]
    for _ in range(chance.randint(1, 4)):
        pattern, instead = chance.choice(
            [
                (r'(?<==")[^"]*(?=")', chance.choice(ODD)),
                (r"<(\w+:\w+)[^>]*/>", ""),
                (r"<(\w+:\w+)(?: [^>]*)?>.*?</\1>", ""),
                (r' \w+:\w+="[^"]*"', ""),
            ]
        )
        found = list(re.finditer(pattern, text))
        if found:
            one = chance.choice(found)
            text = text[: one.start()] + instead + text[one.end() :]
    files[name] = text
    if chance.random() < 0.1:
        files.pop(chance.choice(list(files)))
    try:
        made = read(zipped(files), "Letter.docx")
    except HouseStyleProblem:
        return
    assert made.page.room > 0
    assert all(0 < each.text.size < 1700 for each in made.styles.values())

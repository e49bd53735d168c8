"""Word files that were good until one thing was changed: each must be found out.

``own`` is what our rules say of it, empty where they are not for it; ``sdk`` whether the Open XML
SDK finds it. Where the validator is missing, what only it finds is skipped.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

import ooxml_validator
import pytest
from briefs import FERRY
from docx_package import BODY, DC, PACKAGE, TYPES, Element, W
from docx_rules import faults
from lxml import etree

from briefing.model.brief import Notes
from briefing.writers import WRITERS, Options
from briefing.writers.house import load

STYLES, SETTINGS, NUMBERING = "word/styles.xml", "word/settings.xml", "word/numbering.xml"
RELS, CORE, NOTES = "word/_rels/document.xml.rels", "docProps/core.xml", "word/footnotes.xml"
CONTENT_TYPES = "[Content_Types].xml"
WORD = W[1:-1]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Change = Callable[[bytes], bytes]


@cache
def good(notes: Notes) -> bytes:
    return WRITERS[".docx"](replace(FERRY, notes=notes), load("modern"), Options()).data


# --- changing a file ----------------------------------------------------------------------------


def with_parts(data: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Parts put in the place of others, added, or taken away; all else as it was."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        entries = {each.filename: old.read(each) for each in old.infolist()}
        for name, content in {**entries, **parts}.items():
            if content is not None:
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                new.writestr(info, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def read(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part)


def edit(part: str, change: Callable[[Element], object]) -> Change:
    def changed(data: bytes) -> bytes:
        root = etree.fromstring(read(data, part))
        change(root)
        return with_parts(data, {part: etree.tostring(root, encoding="UTF-8", standalone=True)})

    return changed


def together(*changes: Change) -> Change:
    def changed(data: bytes) -> bytes:
        for each in changes:
            data = each(data)
        return data

    return changed


def find(root: Element, path: str) -> Element:
    """The first that an XPath leads to; ``w:`` is Word's namespace."""
    found = root.xpath(path, namespaces={"w": WORD, "r": OFFICE})
    assert found, f"the export has no {path}"
    return found[0]


def word(xml: str) -> Element:
    return etree.fromstring(f'<a xmlns:w="{WORD}" xmlns:r="{OFFICE}">{xml}</a>')[0]


def put(part: str, path: str, xml: str, place: int | None = None) -> Change:
    """``xml``, one element, into what ``path`` leads to; at its end unless told."""

    def change(root: Element) -> None:
        parent = find(root, path)
        parent.insert(len(parent) if place is None else place, word(xml))

    return edit(part, change)


def drop(part: str, path: str) -> Change:
    def change(root: Element) -> None:
        each = find(root, path)
        parent = each.getparent()
        assert parent is not None
        parent.remove(each)

    return edit(part, change)


def say(part: str, path: str, attribute: str, value: str) -> Change:
    return edit(part, lambda root: find(root, path).set(f"{W}{attribute}", value))


def swap(part: str, path: str) -> Change:
    """The first child of what ``path`` leads to becomes the last."""

    def change(root: Element) -> None:
        each = find(root, path)
        each.append(each[0])

    return edit(part, change)


def relate(
    type: str, target: str, *, external: bool = False, id: str = "", part: str = RELS
) -> Change:
    def change(root: Element) -> None:
        made = etree.SubElement(
            root, f"{PACKAGE}Relationship", Id=id or f"rIdNew-{type}", Target=target
        )
        made.set("Type", f"{OFFICE}/{type}")
        if external:
            made.set("TargetMode", "External")

    return edit(part, change)


def declare(name: str, content_type: str) -> Change:
    return edit(
        CONTENT_TYPES,
        lambda root: etree.SubElement(
            root, f"{TYPES}Override", PartName=f"/{name}", ContentType=content_type
        ),
    )


def add(name: str, content: bytes) -> Change:
    return lambda data: with_parts(data, {name: content})


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f"
    "00010101001bb6ee560000000049454e44ae426082"
)
DRAWING = (
    '<w:r xmlns:w="{word}" xmlns:r="{office}"><w:drawing>'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="95250" cy="95250"/><wp:docPr id="{id}" name="Picture"{descr}/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="Picture"{descr}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="95250" cy="95250"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def picture(*ids: int, descr: str = ' descr="A small square"') -> Change:
    def change(root: Element) -> None:
        for id in ids:
            xml = DRAWING.format(word=WORD, office=OFFICE, id=id, descr=descr)
            find(root, "(//w:body/w:p)[last()]").append(etree.fromstring(xml))

    def typed(root: Element) -> None:
        if not any(each.get("Extension") == "png" for each in root):
            root.insert(
                0, etree.Element(f"{TYPES}Default", Extension="png", ContentType="image/png")
            )

    return together(
        edit(BODY, change),
        edit(CONTENT_TYPES, typed),
        relate("image", "media/new.png", id="rIdPicture"),
        add("word/media/new.png", PNG),
    )


def no_head(root: Element) -> None:
    """The head row of the first grid is repeated no more, its last row in its place."""
    row = find(root, "//w:tr[w:trPr/w:tblHeader]")
    table = row.getparent()
    assert table is not None
    properties = row.find(f"{W}trPr")
    assert properties is not None
    mark = find(properties, "w:tblHeader")
    properties.remove(mark)
    find(table, "w:tr[last()]/w:trPr").append(mark)


def dated(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.infolist():
            date = (2021, 10, 14, 9, 30, 0) if each.filename == BODY else each.date_time
            new.writestr(zipfile.ZipInfo(each.filename, date), old.read(each))
    return made.getvalue()


def twice_styled(root: Element) -> None:
    root.append(copy.deepcopy(find(root, "//w:style[@w:type='paragraph']")))


def a_comment_beside_the_notes(data: bytes) -> bytes:
    xml = (
        f'<w:comments xmlns:w="{WORD}"><w:comment w:id="900" w:author="Briefing" w:initials="B">'
        "<w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>"
    )

    def change(root: Element) -> None:
        paragraph = find(root, "(//w:body/w:p)[last()]")
        paragraph.insert(1, word('<w:commentRangeStart w:id="900"/>'))
        paragraph.append(word('<w:commentRangeEnd w:id="900"/>'))
        paragraph.append(word('<w:r><w:commentReference w:id="900"/></w:r>'))

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    return together(
        add("word/comments.xml", xml.encode()),
        declare("word/comments.xml", kind),
        relate("comments", "comments.xml"),
        edit(BODY, change),
    )(data)


def a_table_more(root: Element) -> Element:
    """A copy of the last, without what may be there once only."""
    table = copy.deepcopy(find(root, "(//w:tbl)[last()]"))
    for each in list(table.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        parent = each.getparent()
        assert parent is not None
        parent.remove(each)
    return table


def a_table_last_in_a_cell(root: Element) -> None:
    cell = find(root, "//w:tc")
    table = a_table_more(root)
    for each in cell.findall(f"{W}p"):
        cell.remove(each)
    cell.append(table)


# --- what can go wrong --------------------------------------------------------------------------


@dataclass(frozen=True)
class Defect:
    name: str
    change: Change
    own: str = ""
    """What our rules say, in part; empty where they miss it."""
    sdk: bool = False
    """Whether the validator finds it."""
    notes: Notes = Notes.FOOTNOTES


P = "(//w:body/w:p[w:pPr and w:r])[1]"
COMMENTS = Notes.COMMENTS
DEFECTS = (
    Defect(
        "a link without its relation",
        edit(BODY, lambda root: find(root, "//w:hyperlink").set(f"{{{OFFICE}}}id", "rId999")),
        "refers to rId999, which is not there",
        sdk=True,
    ),
    Defect("a relation to nowhere", relate("header", "header77.xml"), "which is not there", True),
    Defect(
        "a part nothing leads to",
        together(add("word/spare.xml", b"<a/>"), declare("word/spare.xml", "application/xml")),
        "nothing leads to word/spare.xml",
    ),
    Defect(
        "a part without its content type",
        edit(
            CONTENT_TYPES,
            lambda root: root.remove(
                next(each for each in root if each.get("PartName") == f"/{NUMBERING}")
            ),
        ),
        "no content type",
        sdk=True,
    ),
    Defect(
        "a bookmark that does not end",
        put(BODY, P, '<w:bookmarkStart w:id="901" w:name="_bn_x"/>'),
        "bookmark 901 does not end",
    ),
    Defect(
        "two bookmarks of one id",
        together(
            *(
                put(BODY, P, f'<w:{each} w:id="901"{name}/>')
                for n in range(2)
                for each, name in (("bookmarkStart", f' w:name="b{n}"'), ("bookmarkEnd", ""))
            )
        ),
        "two bookmarks have the id 901",
        sdk=True,
    ),
    Defect(
        "a comment's range that does not end",
        drop(BODY, "//w:commentRangeEnd"),
        "has commentRangeStart, commentReference",
        notes=COMMENTS,
    ),
    Defect(
        "a comment that is not there",
        drop("word/comments.xml", "//w:comment"),
        "there is no comment",
        sdk=True,
        notes=COMMENTS,
    ),
    Defect(
        "a note that is not there",
        say(BODY, "//w:footnoteReference", "id", "777"),
        "there is no footnote 777",
        sdk=True,
    ),
    Defect(
        "notes without the line above them",
        drop(NOTES, "//w:footnote[@w:type='separator']"),
        "no separators",
        sdk=True,
    ),
    Defect(
        "notes and comments",
        a_comment_beside_the_notes,
        "notes and comments are in one file",
    ),
    Defect("a note that shows no number", drop(NOTES, "//w:r[w:footnoteRef]"), "show its number"),
    Defect("an empty cell", drop(BODY, "//w:tc/w:p"), "tc does not end in a paragraph"),
    Defect(
        "a table last in a cell",
        edit(BODY, a_table_last_in_a_cell),
        "tc does not end in a paragraph",
    ),
    Defect(
        "a paragraph style that is not there",
        say(BODY, "//w:pStyle", "val", "NoSuchStyle"),
        "no paragraph style 'NoSuchStyle'",
    ),
    Defect(
        "a character style that is not there",
        say(BODY, "//w:rStyle", "val", "NoSuchStyle"),
        "no character style 'NoSuchStyle'",
    ),
    Defect(
        "a style of the wrong kind",
        say(BODY, "//w:tblStyle", "val", "Normal"),
        "no table style 'Normal'",
    ),
    Defect(
        "a style based on itself",
        together(
            say(STYLES, "//w:style[w:basedOn][@w:type='paragraph']/w:basedOn", "val", "Round"),
            edit(
                STYLES,
                lambda root: root.append(
                    word(
                        '<w:style w:type="paragraph" w:styleId="Round">'
                        '<w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>'
                    )
                ),
            ),
        ),
        "is based on itself",
    ),
    Defect("two styles of one id", edit(STYLES, twice_styled), "is there twice", sdk=True),
    Defect(
        "a list that is not there",
        put(BODY, f"{P}/w:pPr", '<w:numPr><w:numId w:val="999"/></w:numPr>', 1),
        "there is no list 999",
    ),
    Defect(
        "a list without its levels",
        say(NUMBERING, "(//w:num)[last()]/w:abstractNumId", "val", "999"),
        "uses 999, which is not there",
    ),
    Defect(
        "paragraph properties out of order",
        put(BODY, f"{P}/w:pPr", '<w:jc w:val="center"/>', 0),
        "stands after jc in pPr",
        sdk=True,
    ),
    Defect(
        "character properties out of order",
        put(BODY, "(//w:body/w:p/w:r[w:rPr/*])[1]/w:rPr", '<w:lang w:val="pl-PL"/>', 0),
        "stands after lang in rPr",
        sdk=True,
    ),
    Defect(
        "table properties out of order", swap(BODY, "//w:tblPr"), "tblStyle stands after", sdk=True
    ),
    Defect("a column too few", drop(BODY, "//w:gridCol"), "in a table of 1 columns"),
    Defect("a cell too few", drop(BODY, "(//w:tr)[last()]/w:tc[last()]"), "a row has 2 cells"),
    Defect("a head that is not at the top", edit(BODY, no_head), "that is not at the top"),
    Defect("a grid without a head", drop(BODY, "//w:trPr/w:tblHeader"), "a grid has no header row"),
    Defect(
        "a head with an empty cell",
        edit(BODY, lambda root: setattr(find(root, "//w:tr[w:trPr/w:tblHeader]//w:t"), "text", "")),
        "a header cell is empty",
    ),
    Defect("no language", drop(STYLES, "//w:docDefaults//w:lang"), "no language"),
    Defect("no title", edit(CORE, lambda root: root.remove(root.find(f"{DC}title"))), "no title"),
    Defect(
        "a heading that skips a level",
        say(BODY, "//w:pStyle[@w:val='Heading2']", "val", "Heading3"),
        "a heading of level 3 follows level 1",
    ),
    Defect("a picture that says nothing", picture(9001, descr=""), "no alternative text"),
    Defect("two pictures of one id", picture(9001, 9001), "two pictures have the id", sdk=True),
    Defect(
        "a picture from elsewhere",
        relate("image", "https://example.org/spy.png", external=True),
        "takes its image from outside",
    ),
    Defect(
        "a template from elsewhere",
        relate("attachedTemplate", "https://example.org/a.dotm", external=True),
        "takes its attachedTemplate from outside",
    ),
    Defect(
        "a field without an end",
        drop("word/footer1.xml", "//w:r[w:fldChar[@w:fldCharType='end']]"),
        "a field does not end",
    ),
    Defect(
        "a field that asks the clock",
        edit(
            "word/footer1.xml", lambda root: setattr(find(root, "//w:instrText"), "text", " DATE ")
        ),
        "has the field 'DATE'",
    ),
    Defect("the hour of saving", dated, "is dated (2021, 10, 14"),
    Defect("a session's number", say(BODY, P, "rsidR", "00AB12CD"), "has rsidR"),
    Defect(
        "a comment's hour",
        say("word/comments.xml", "//w:comment", "date", "2021-10-14T09:30:00Z"),
        "has date",
        notes=COMMENTS,
    ),
    Defect(
        "a macro",
        together(
            add("word/vbaProject.bin", b"\xd0\xcf"),
            declare("word/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
            relate("vbaProject", "vbaProject.bin"),
        ),
        "may hold a program",
    ),
    Defect(
        "a space that gets lost",
        edit(
            BODY,
            lambda root: find(root, "//w:t[starts-with(., ' ') or contains(., ', ')]").attrib.pop(
                "{http://www.w3.org/XML/1998/namespace}space", None
            ),
        ),
        "does not keep its spaces",
    ),
    Defect("a change that is tracked", put(BODY, P, '<w:ins w:id="3" w:author="B"/>'), "tracked"),
    Defect("paper of no size", drop(BODY, "//w:sectPr/w:pgSz"), "a section has no pgSz"),
    Defect("a link without words", drop(BODY, "//w:hyperlink/w:r"), "a link has no words"),
    Defect(
        "two tables that touch",
        edit(BODY, lambda root: find(root, "(//w:tbl)[last()]").addnext(a_table_more(root))),
        "two tables touch",
    ),
    Defect(
        "cells that are merged",
        put(BODY, "(//w:tbl)[last()]//w:tcPr", '<w:vMerge w:val="restart"/>', 1),
        "cells are merged",
    ),
    Defect(
        "a comment nothing refers to",
        together(
            drop(BODY, "//w:commentRangeStart"),
            drop(BODY, "//w:commentRangeEnd"),
            drop(BODY, "//w:r[w:commentReference]"),
        ),
        "nothing refers to comment",
        notes=COMMENTS,
    ),
    Defect(
        "a style that is followed by none there is",
        say(STYLES, "//w:next", "val", "Nowhere"),
        "next names Nowhere",
    ),
    Defect("a word that means nothing", put(BODY, P, "<w:nonsense/>"), sdk=True),
    Defect(
        "a value that means nothing", put(BODY, "//w:sectPr", '<w:vAlign w:val="odd"/>'), sdk=True
    ),
    Defect(
        "a field that asks for nothing", put(BODY, P, "<w:fldSimple/>"), "the field ''", sdk=True
    ),
    Defect("a setting in the wrong place", swap(SETTINGS, "/w:settings"), sdk=True),
)


@pytest.mark.parametrize("notes", [Notes.FOOTNOTES, Notes.COMMENTS, Notes.ENDNOTES])
def test_what_is_not_changed_is_good(notes: Notes) -> None:
    assert faults(good(notes)) == []
    again = with_parts(good(notes), {})
    assert faults(again) == []
    assert faults(picture(9001)(again)) == []
    files = {"good": again}
    if notes is Notes.FOOTNOTES:
        files["picture"] = picture(9001)(again)
    assert ooxml_validator.validate(files) == {name: [] for name in files}


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name.replace(" ", "-"))
def test_each_defect_is_found(defect: Defect) -> None:
    assert defect.own or defect.sdk
    data = defect.change(good(defect.notes))
    said = faults(data)
    if defect.own:
        assert any(defect.own in each for each in said), said
    else:
        assert said == []
    if defect.sdk:
        assert ooxml_validator.validate({defect.name: data})[defect.name]


@pytest.mark.parametrize("notes", [Notes.FOOTNOTES, Notes.COMMENTS])
def test_the_validator_misses_what_is_ours_alone(notes: Notes) -> None:
    """All such defects in one file, since each start of it takes half a second."""
    ours = [each for each in DEFECTS if not each.sdk and each.notes is notes]
    data = together(*(each.change for each in ours))(good(notes))
    assert ooxml_validator.validate({"all": data}) == {"all": []}


def test_there_are_enough_of_them() -> None:
    assert len(DEFECTS) >= 30
    assert len({each.name for each in DEFECTS}) == len(DEFECTS)

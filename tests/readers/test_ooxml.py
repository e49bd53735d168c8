"""Word documents: all that a reader of the page would read, and nothing that was deleted."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import content, docx, p, r, roles, spaces, texts, zipped

from briefing import readers
from briefing.errors import (
    ChangesAccepted,
    Damaged,
    EmptySource,
    Encrypted,
    EntitiesRefused,
    MacrosIgnored,
    PartsUnread,
    PictureOfText,
    TooDeep,
    Unfolds,
)
from briefing.model.article import Role
from briefing.readers import package

STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ueber"><w:name w:val="Zeitungskopf"/>'
    '<w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Own"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Not large"/>'
    '<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/>'
    '<w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def read(body: str, *, styles: str = "", numbering: str = "") -> list[str]:
    return texts(content(docx(body, styles=styles, numbering=numbering), ".docx"))


@pytest.mark.parametrize("strict", [False, True])
def test_text_is_read_wherever_word_puts_it(strict: bool) -> None:
    body = p(
        "One",
        "<w:ins><w:r><w:t> two</w:t></w:r></w:ins>",
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> three</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:smartTag><w:r><w:t> four</w:t></w:r></w:smartTag>",
        '<w:hyperlink r:id="x"><w:r><w:t> five</w:t></w:r></w:hyperlink>',
        '<w:fldSimple w:instr="REF x"><w:r><w:t> six</w:t></w:r></w:fldSimple>',
        "<w:customXml><w:r><w:t> seven</w:t></w:r></w:customXml>",
        "<w:moveTo><w:r><w:t> eight</w:t></w:r></w:moveTo>",
        "<m:oMath><m:f><m:num><m:r><m:t> 9</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>10</m:t></m:r></m:den></m:f></m:oMath>",
    )
    block = f"<w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>"
    found = content(docx(body + block, strict=strict), ".docx")
    assert texts(found) == ["One two three four five six seven eight 9/10", "In a control."]


def test_characters_that_are_elements() -> None:
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
        "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t>"
        '<w:br w:type="page"/><w:t>g</w:t><w:sym w:font="Symbol" w:char="F061"/>'
        '<w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Arial" w:char="0416"/></w:r>'
    )
    assert read(p(inside)) == ["a b c d\u2011ef gα→Ж"]


def test_places_in_a_font_of_signs() -> None:
    look = '<w:rFonts w:ascii="Wingdings"/>'
    assert read(p("\uf061 ", r("\uf0e0", look), " \ue000")) == ["α → \ue000"]


def test_two_line_breaks_are_a_paragraph() -> None:
    body = p(
        "<w:r><w:t>One.</w:t><w:br/><w:t> </w:t><w:br/><w:t>Two,</w:t><w:br/><w:t>2.</w:t></w:r>"
    )
    assert read(body) == ["One.", "Two, 2."]


def test_deleted_and_hidden_text_is_left_out_and_told() -> None:
    body = (
        p(
            "Kept ",
            "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>",
            "<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>",
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>",
            r("unseen", "<w:vanish/>"),
            r("unseen too", '<w:rStyle w:val="Gone"/>'),
            r(" seen", '<w:vanish w:val="0"/>'),
        )
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
        + p("Row gone")
        + "</w:tc></w:tr></w:tbl>"
    )
    found = content(docx(body, styles=STYLES), ".docx")
    assert texts(found) == ["Kept new seen"]
    assert found.notices == (
        ChangesAccepted("a.docx", 1, 2),
        PartsUnread("a.docx", ("2 hidden passages",)),
    )


def test_a_deleted_paragraph_mark_joins_two() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    assert read(p("The port ", look=mark) + p("opened.") + p("End", look=mark)) == [
        "The port opened.",
        "End",
    ]


def test_a_dropped_capital_belongs_to_its_word() -> None:
    assert read(p("T", look='<w:framePr w:dropCap="drop"/>') + p("he port.")) == ["The port."]


def test_codes_of_fields_are_no_text() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    body = p(
        "See ", mark("begin"), "<w:r><w:instrText>IF </w:instrText></w:r>",
        mark("begin"), "<w:r><w:instrText>REF x</w:instrText></w:r>", mark("separate"),
        "inner", mark("end"), mark("separate"), "page 4", mark("end"), ".",
    )  # fmt: skip
    assert read(body) == ["See page 4."]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p("One", look=numbered) + p("Two ", open_field, "three.") + p("Four.")
    assert read(body, numbering=NUMBERING) == ["1. One", "Two three.", "Four."]


def box(text: str) -> str:
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    drawn = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{box('In the box')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{box('In the box')}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box('Old box')}</v:textbox></w:pict></w:r>"
    empty_choice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box('Only here')}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read(p("Be", drawn, "fore.") + p("Next.", old, empty_choice)) == [
        "Before.", "In the box", "Next.", "Old box", "Only here",
    ]  # fmt: skip


def cell(*paragraphs: str, look: str = "") -> str:
    return f"<w:tc>{look}{''.join(p(each) for each in paragraphs)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>"


def test_a_table_of_figures_is_read_by_rows() -> None:
    body = table(cell("Port") + cell("Ships"), cell("Kotka") + cell("12") + cell("")) + p("End.")
    assert roles(content(docx(body), ".docx"))[:2] == [
        ("Port | Ships", Role.BODY, ""),
        ("Kotka | 12", Role.BODY, ""),
    ]


def test_a_long_cell_parts_its_own_row_only() -> None:
    long = "It was said again and again. " * 8
    body = table(*(cell(f"Port {n}") + cell("12") for n in (1, 2)), cell("Port 3") + cell(long))
    assert read(body) == ["Port 1 | 12", "Port 2 | 12", "Port 3", long.strip()]


def test_a_table_for_the_layout_is_read_by_paragraphs() -> None:
    assert read(table(cell("Ministry") + cell("3 May"))) == ["Ministry", "3 May"]
    inner = table(cell("a") + cell("b"), cell("c") + cell("d"))
    assert read(table(cell("Left.", "More.") + cell("Right."))) == ["Left.", "More.", "Right."]
    assert read(table(f"<w:tc>{p('Above')}{inner}{p('Below')}</w:tc>")) == [
        "Above", "a | b", "c | d", "Below",
    ]  # fmt: skip
    gone = "<w:tcPr><w:cellDel/></w:tcPr>"
    assert read(table(cell("Stays") + cell("Goes", look=gone))) == ["Stays"]


NOTES = (
    '<w:{0} w:id="-1" w:type="separator"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:{0}>'
    '<w:{0} w:id="2">' + p("<w:r><w:footnoteRef/></w:r>", " First note.") + "</w:{0}>"
    '<w:{0} w:id="5">' + p("Deleted with its mark.") + "</w:{0}>"
    '<w:{0} w:id="7">' + p("Nobody refers to me.") + "</w:{0}>"
)


def test_a_note_stands_below_the_paragraph_that_refers_to_it() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    gone = '<w:del><w:r><w:footnoteReference w:id="5"/><w:endnoteReference w:id="5"/></w:r></w:del>'
    found = content(
        docx(
            p("He said", mark, " so.", end, gone) + p("Again.", mark),
            footnotes=NOTES.format("footnote"),
            endnotes=NOTES.format("endnote"),
        ),
        ".docx",
    )
    assert roles(found) == [
        ("He said so.", None, ""),
        ("First note.", Role.NOTICE, "footnote 1"),
        ("First note.", Role.NOTICE, "endnote 1"),
        ("Again.", None, ""),
    ]
    assert PartsUnread("a.docx", ("2 notes that nothing refers to",)) in found.notices


def test_headings_by_style_in_any_language() -> None:
    body = (
        "".join(
            p(f"{style} text", look=styled(style))
            for style in ("H1", "Ueber", "Out", "Plain", "Cap", "Toc", "Loop", "Heading2", "None")
        )
        + p("By hand", look='<w:outlineLvl w:val="2"/>')
        + p("Long " * 90, look=styled("H1"))
    )
    found = roles(content(docx(body, styles=STYLES), ".docx"))
    assert [each[1:] for each in found] == [
        (Role.HEADING, "style “Heading 1”"),
        (Role.HEADING, "style “Zeitungskopf”, as style “Heading 1”"),
        (Role.HEADING, "style “Own”, outline level 2"),
        (None, ""),
        (Role.CAPTION, "style “Caption”"),
        (Role.NOTICE, "table of contents: style “Toc 1”"),
        (None, ""),
        (Role.HEADING, "style “Heading2”"),
        (None, ""),
        (Role.HEADING, "outline level 3"),
        (None, ""),
    ]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def test_numbers_of_lists_are_read_and_bullets_are_not() -> None:
    def item(text: str, list: int, level: int = 0) -> str:
        look = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'
        return p(text, look=look)

    body = (
        item("one", 1) + item("two", 1) + item("deeper", 1, 1) + item("still", 1, 1)
        + item("three", 1) + item("dot", 2) + item("seven", 3) + item("eight", 3)
        + item("none", 0) + item("nine", 1)
    )  # fmt: skip
    assert read(body, numbering=NUMBERING) == [
        "1. one", "2. two", "2.c) deeper", "2.d) still", "3. three", "dot", "7. seven", "8. eight",
        "none", "9. nine",
    ]  # fmt: skip


def test_headers_and_footers_are_furniture_once_each() -> None:
    def section(*references: str) -> str:
        inside = "".join(
            f'<w:{each.rstrip("0123456789")}Reference r:id="{each}"/>' for each in references
        )
        return f"<w:sectPr>{inside}</w:sectPr>"

    found = content(
        docx(
            p("Text.", look=section("header1", "footer1"))
            + p("More.")
            + section("header2", "footer2"),
            header1=p("Ministry"),
            header2=p("Ministry") + p("Annex"),
            footer1=p("Page 1"),
            footer2=p("Page 2"),
        ),
        ".docx",
    )
    assert roles(found) == [
        ("Ministry", Role.NOTICE, "page header"),
        ("Annex", Role.NOTICE, "page header"),
        ("Text.", None, ""),
        ("More.", None, ""),
        ("Page 1", Role.NOTICE, "page footer"),
    ]


def test_what_is_not_read_is_told() -> None:
    body = (
        p("Text.", "<w:r><w:object><o:OLEObject/></w:object></w:r>")
        + p("<w:r><w:drawing><c:chart/></w:drawing></w:r>")
        + '<w:altChunk r:id="x"/>'
        + p('<w:r><w:drawing><dgm:relIds r:dm="diagram1"/></w:drawing></w:r>')
    )
    found = content(
        docx(
            body,
            comments='<w:comment w:id="1"/><w:comment w:id="2"/>',
            diagram1="<dgm:ptLst><a:p><a:r><a:t>In a </a:t></a:r><a:r><a:t>diagram</a:t></a:r>"
            "</a:p></dgm:ptLst>",
        ),
        ".docx",
    )
    assert texts(found) == ["Text.", "In a diagram"]
    assert found.notices == (
        PartsUnread(
            "a.docx", ("1 embedded object", "1 chart", "1 embedded document", "2 comments")
        ),
    )


def test_a_reading_aid_stands_in_brackets() -> None:
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    assert read(p("In ", ruby, ".")) == ["In 東京(とうきょう)."]


def test_macros_are_told() -> None:
    data = docx(p("Text."))
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\0")
    for name in ("a.docm", "a.docx"):
        article = readers.read(buffer.getvalue(), name).article
        assert (article.text, article.notices) == ("Text.", (MacrosIgnored(name),))


def test_the_main_part_may_have_another_name() -> None:
    assert texts(content(docx(p("Text."), main="word/document2.xml"), ".docx")) == ["Text."]


def with_title(title: str, *paragraphs: str, style: str | None = None) -> readers.Found:
    made = python_docx.Document()
    made.core_properties.title = title
    for each in paragraphs:
        made.add_paragraph(each, style=style)
        style = None
    buffer = io.BytesIO()
    made.save(buffer)
    return readers.read(buffer.getvalue(), "a.docx")


BODY = "The harbour of Kotka was opened again on Tuesday, said the mayor, after a long winter."


@pytest.mark.parametrize(
    ("title", "first", "expected"),
    [
        ("Harbour opens", "Harbour opens", "Harbour opens"),
        ("Harbour opens", BODY, "Harbour opens"),
        ("Letter of last year", "Harbour opens", "Harbour opens"),
        ("Microsoft Word - x", BODY, ""),
        ("Untitled", BODY, ""),
        ("letter.doc", BODY, ""),
    ],
)
def test_a_title_in_the_properties_needs_a_witness(title: str, first: str, expected: str) -> None:
    assert with_title(title, first, BODY).article.card.title == expected


def test_the_style_of_a_title_is_the_headline() -> None:
    article = with_title("Other", "Harbour opens", BODY, style="Title").article
    assert article.card.title == "Harbour opens"
    assert article.card.authors == ()
    assert article.card.published is None


BOMB = f"<w:document {spaces()}><w:body>{'<w:p/>' * 11_000_000}</w:body></w:document>"


def test_hostile_files_have_their_own_sentence() -> None:
    entity = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'
    main = f"<w:document {spaces()}><w:body>%s</w:body></w:document>"
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    expected: list[tuple[bytes, type[Exception]]] = [
        (b"", EmptySource),
        (b"PK\3\4 broken", Damaged),
        (b"\0" * 100, Damaged),
        (docx(p("Text."))[:-40], Damaged),
        (zipped({"word/document.xml": "<w:document"}), Damaged),
        (zipped({"word/document.xml": f"<w:document {spaces()}/>"}), Damaged),
        (zipped({"word/other.xml": ""}), Damaged),
        (zipped({"word/document.xml": main % deep}), TooDeep),
        (
            zipped({"word/document.xml": entity + main % p("<w:r><w:t>&a;</w:t></w:r>")}),
            EntitiesRefused,
        ),
        (zipped({"word/document.xml": BOMB}), Unfolds),
        (docx(p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")), PictureOfText),
    ]
    for data, error in expected:
        with pytest.raises(error):
            content(data, ".docx")


def test_external_parts_are_never_followed() -> None:
    body = '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">' + (
        f"<w:document {spaces()}><w:body>{p('Text.')}</w:body></w:document>"
    )
    assert texts(content(zipped({"word/document.xml": body}), ".docx")) == ["Text."]


def test_an_encrypted_member() -> None:
    data = bytearray(docx(p("Text.")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    with pytest.raises(Encrypted):
        content(bytes(data), ".docx")


def test_sizes_are_counted_while_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 10_000)
    with pytest.raises(Unfolds):
        content(docx(p("x" * 20_000)), ".docx")


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40
)


@given(st.lists(st.tuples(LINE, st.sampled_from(["p", "ins", "table", "box", "sdt", "link"]))))
def test_any_text_comes_out_whole(lines: list[tuple[str, str]]) -> None:
    def made(text: str, way: str) -> str:
        run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        match way:
            case "ins":
                return p(f"<w:ins>{run}</w:ins>")
            case "table":
                return f"<w:tbl><w:tr><w:tc>{p(run)}</w:tc></w:tr></w:tbl>"
            case "box":
                return p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p(run)}</w:txbxContent>"
                         "</v:textbox></w:pict></w:r>")  # fmt: skip
            case "sdt":
                return f"<w:sdt><w:sdtContent>{p(run)}</w:sdtContent></w:sdt>"
            case "link":
                return p(f"<w:hyperlink>{run}</w:hyperlink>")
            case _:
                return p(run)

    found = content(docx("".join(made(*each) for each in lines)), ".docx")
    assert "".join("".join(texts(found)).split()) == "".join("".join(t for t, _ in lines).split())

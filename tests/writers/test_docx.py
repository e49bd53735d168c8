from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import docx.document
import docx_rules
import ooxml_validator
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from reading_back import FULL, NOTED, Docx, W, cell, paragraph, paragraph_text, texts

from briefing.errors import EndnotesApart
from briefing.model.brief import (
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    Notes,
    Page,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers.docx import write
from briefing.writers.house import load
from briefing.writers.house.look import CharacterStyle, Style
from briefing.writers.house.whole import House
from briefing.writers.options import Options

HOUSES = ("modern", "classical", "plain")
MODERN = load("modern")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def written(brief: Brief, house: House = MODERN) -> Docx:
    return Docx(write(brief, house, Options()).data)


def opened(brief: Brief, house: House = MODERN) -> docx.document.Document:
    return docx.Document(io.BytesIO(written(brief, house).data))


def of(*inlines: Inline) -> Brief:
    return replace(FULL, blocks=(Paragraph(ParagraphStyle.NORMAL, inlines),))


def value(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(f"{W}{name}")


def with_part(house: House, part: str, change: Callable[[bytes], bytes]) -> House:
    parts = tuple((n, change(data) if n == part else data) for n, data in house.package.parts)
    assert parts != house.package.parts
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()
    return replace(house, package=replace(house.package, parts=parts), digest=digest)


def properties(file: Docx, part: str = "word/document.xml") -> list[list[str]]:
    """Names of the direct properties of each run that has words."""
    return [
        [etree.QName(each).localname for each in run.find(f"{W}rPr")]
        if run.find(f"{W}rPr") is not None
        else []
        for run in file.xml(part).iter(f"{W}r")
        if run.find(f"{W}t") is not None
    ]


# --- the whole file -----------------------------------------------------------------------------


@pytest.mark.parametrize("notes", Notes)
@pytest.mark.parametrize("house", HOUSES)
def test_no_rule_is_broken(house: str, notes: Notes) -> None:
    for each in (FULL, NOTED, Brief("", (), "UNMARKED")):
        data = write(replace(each, notes=notes), load(house), Options()).data
        assert [
            fault for fault in docx_rules.faults(data) if each.title or "title" not in fault
        ] == []


def test_the_open_xml_sdk_finds_nothing() -> None:
    found = ooxml_validator.validate(
        {
            f"{house} {notes}": written(replace(NOTED, notes=notes), load(house)).data
            for house in HOUSES
            for notes in Notes
        }
    )
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_words_arrive_letter_for_letter_and_in_order(full: Brief) -> None:
    said = [words for _, words in texts(full.blocks)]
    assert [each for each in written(full).paragraphs() if each] == [each for each in said if each]


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(Notes))
def test_any_text_arrives_in_a_file_without_faults(words: list[str], notes: Notes) -> None:
    runs = tuple(Run(each, bold=n % 2 == 1) for n, each in enumerate(words))
    table = grid(("h",), *((each,) for each in words))
    noted = Paragraph(ParagraphStyle.BULLET, (*runs, Note((Run("n" + words[0]),))))
    brief = replace(FULL, title="t" + words[0], blocks=(noted, table), notes=notes, header=runs)
    file = written(brief)
    held = (*range(9), *range(11, 32), 0xFFFE, 0xFFFF)
    allowed = "".join(words).translate(dict.fromkeys(held))
    body, _, *cells = file.paragraphs()
    assert body == "".join(cells) == allowed
    assert docx_rules.faults(file.data) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }} {% for x in y %} {# no #} {marking}",
        '<b>bold</b> <w:p/> &amp; & ]]> <!-- --> "quoted"',
        "soft\u00adhyphen hard\u2011hyphen no\u00a0break thin\u202fspace zero\u200bwidth",
        "a\nb\n\nc",
        "עברית ו-English و العربية 123",
        "日本語 中文 한국어 😀 👩‍🚀 e\u0301 \U0010fffd",
    ],
)
def test_unusual_text_arrives(text: str) -> None:
    assert written(of(Run(text))).paragraphs() == [text]


def test_hyphens_and_breaks_are_elements_of_word() -> None:
    """Word would draw the characters as something else."""
    body = written(of(Run("a\u00adb\u2011c\nd\te"))).xml("word/document.xml")
    (run,) = body.iter(f"{W}r")
    assert [etree.QName(each).localname for each in run] == (
        ["t", "softHyphen", "t", "noBreakHyphen", "t", "br", "t", "tab", "t"]
    )
    assert "".join(run.itertext()) == "abcde"


def test_what_xml_cannot_hold_breaks_nothing(full: Brief) -> None:
    run = Paragraph(ParagraphStyle.NORMAL, (Run("a\x00\ud800\ufffeb"),))
    made = replace(full, title="\x01t", blocks=(run, paragraph("c")), marking="\x02M")
    file = written(made)
    assert file.paragraphs() == ["ab", "c"]
    assert file.paragraphs("word/header2.xml")[0] == "M"


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from reading_back import NOTED\n"
        "from briefing.writers import WRITERS, Options\n"
        "from briefing.writers.house import load\n"
        "sys.stdout.buffer.write(WRITERS['.docx'](NOTED, load('modern'), Options()).data)"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, str(root), str(Path(__file__).parent)],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert made[0] == made[1] == written(NOTED).data


def test_documents_of_one_house_share_nothing_of_their_own(full: Brief) -> None:
    before = written(full).data
    written(replace(NOTED, language="fr-CA", notes=Notes.COMMENTS, marking="OTHER"))
    assert written(full).data == before


def test_properties_are_read_by_the_word_library(full: Brief) -> None:
    said = opened(full).core_properties
    assert (said.title, said.author) == ("Harbour & rail <2021>", "A. Kowalska")
    assert (said.subject, said.keywords) == ("Briefing note", "harbour, rail")
    assert said.language == "en-GB"
    assert (said.comments, said.last_modified_by) == ("", "")
    assert (said.created, said.modified) == (None, None)  # the clock is no source


def test_properties_too_long_for_word_are_cut(full: Brief) -> None:
    assert opened(replace(full, title="x" * 300)).core_properties.title == "x" * 254 + "…"


# --- looks --------------------------------------------------------------------------------------


@pytest.mark.parametrize("house", HOUSES)
def test_styles_are_those_of_the_house(full: Brief, house: str) -> None:
    document = opened(full, load(house))
    assert [each.style.name for each in document.paragraphs][:6] == [
        "Subtitle",
        "Title",
        "Heading 1",
        "Bottom Line",
        "Heading 2",
        "List Bullet",
    ]
    assert [each.style.name for each in document.tables] == ["Header Block", "Table Grid"]
    cells = [each.paragraphs[0].style.name for each in document.tables[0].rows[0].cells]
    assert cells == ["Table Label", "Table Text"]


def test_only_styles_give_looks(full: Brief) -> None:
    file = written(full)
    for each in file.xml("word/document.xml").iter(f"{W}pPr"):
        kinds = [etree.QName(child).localname for child in each]
        assert kinds in (["pStyle"], ["pStyle", "numPr"], ["pStyle", "jc"])
    looks = [each for each in properties(file) if each and each != ["rStyle"]]
    assert looks == [["rStyle", "b", "bCs"]]  # bold and italic: a run has one style only


def character(style: CharacterStyle) -> str:
    return MODERN.character_ids[style]


@pytest.mark.parametrize(
    ("run", "style"),
    [
        (Run("x", bold=True), CharacterStyle.STRONG),
        (Run("x", italic=True), CharacterStyle.EMPHASIS),
        (Run("x", mark=True), CharacterStyle.MARK),
        (Run("x", gap=True), CharacterStyle.GAP),
        (Run("x", muted=True), CharacterStyle.MUTED),
        (Run("x", href="https://example.org"), CharacterStyle.LINK),
        (Run("x", bold=True, mark=True), CharacterStyle.MARK),
    ],
)
def test_words_have_their_character_style(run: Run, style: CharacterStyle) -> None:
    found = written(of(run)).xml("word/document.xml").find(f".//{W}rStyle")
    assert value(found) == character(style)


def test_bold_in_a_bold_style_stays_bold() -> None:
    """To Word, the second of two styles that switch it on switches it off."""
    heading = MODERN.styles[Style.HEADING1]
    assert heading.text.bold
    assert MODERN.characters[CharacterStyle.STRONG].bold
    brief = replace(FULL, blocks=(Heading(1, (Run("plain "), Run("bold", bold=True))),))
    assert properties(written(brief)) == [[], ["rStyle", "b", "bCs"]]


def test_page_of_the_house_and_another(full: Brief) -> None:
    for house, width in ((MODERN, "11906"), (load("modern", Page.LETTER), "12240")):
        body = written(full, house).xml("word/document.xml")
        assert value(body.find(f".//{W}pgSz"), "w") == width


def test_lines_that_end_in_a_break_are_not_stretched(full: Brief) -> None:
    found = written(full).xml("word/settings.xml").find(f"{W}compat/{W}doNotExpandShiftReturn")
    assert found is not None


# --- language and direction ---------------------------------------------------------------------


def test_language_of_the_document(full: Brief) -> None:
    made = replace(full, language="fr-CA")
    tongues = list(written(made).xml("word/styles.xml").iter(f"{W}lang"))
    assert [value(each) for each in tongues] == ["fr-CA"]
    assert opened(made).core_properties.language == "fr-CA"
    assert opened(full).core_properties.language == "en-GB"  # the two share nothing


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("fr", {"val": "fr"}),
        ("ar-EG", {"val": "ar-EG", "bidi": "ar-EG"}),
        ("ja", {"val": "ja", "eastAsia": "ja"}),
    ],
)
def test_language_of_a_foreign_passage(tag: str, said: dict[str, str]) -> None:
    file = written(of(Run("He said "), Run("x", italic=True, language=tag)))
    (tongue,) = file.xml("word/document.xml").iter(f"{W}lang")
    assert {etree.QName(key).localname: each for key, each in tongue.attrib.items()} == said
    assert properties(file) == [[], ["rStyle", "lang"]]


def test_right_to_left_paragraph() -> None:
    body = written(of(Run("שלום Łódź עולם 12"))).xml("word/document.xml")
    assert body.find(f".//{W}pPr/{W}bidi") is not None
    runs = [
        (
            paragraph_text(each.getparent()) and "".join(each.itertext()),
            each.find(f"{W}rPr/{W}rtl") is not None,
        )
        for each in body.iter(f"{W}r")
    ]
    assert runs == [("שלום ", True), ("Łódź", False), (" עולם ", True), ("12", False)]


def test_right_to_left_words_in_a_paragraph_from_left_to_right() -> None:
    body = written(of(Run("He said "), Run("שלום", bold=True), Run("."))).xml("word/document.xml")
    assert body.find(f".//{W}bidi") is None
    turned = [each.getparent().getparent() for each in body.iter(f"{W}rtl")]
    assert ["".join(each.itertext()) for each in turned] == ["שלום"]
    assert turned[0].find(f"{W}rPr/{W}rStyle") is not None


@pytest.mark.parametrize("place", ["paragraph", "cell"])
@pytest.mark.parametrize("speaker", [" — Faisal, minister", " — 12"])
def test_a_foreign_quotation_and_its_speaker(place: str, speaker: str) -> None:
    runs = (Run("“שלום עולם”", language="he"), Run(speaker))
    made = of(*runs)
    if place == "cell":
        held = Cell((Paragraph(ParagraphStyle.NORMAL, runs),))
        made = replace(made, blocks=(Table(TableStyle.GRID, ((held,),), (1.0,)),))
    body = written(made).xml("word/document.xml")
    ours = "minister" in speaker
    assert (body.find(f".//{W}pPr/{W}bidi") is None) is ours
    turned = [each.getparent().getparent() for each in body.iter(f"{W}rtl")]
    said = ["".join(each.itertext()) for each in turned]
    assert said == (["שלום עולם"] if ours else ["“שלום עולם”", " — "])


def test_styles_say_the_same_of_other_scripts(full: Brief) -> None:
    def without(styles: bytes) -> bytes:
        return re.sub(rb"<w:(szCs|bCs|iCs)\b[^>]*/>", b"", styles)

    for house in HOUSES:
        made = written(full, with_part(load(house), "word/styles.xml", without))
        found = 0
        for each in made.xml("word/styles.xml").iter(f"{W}rPr"):
            for name, twin in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
                if (said := each.find(f"{W}{name}")) is not None:
                    assert value(each.find(f"{W}{twin}")) == value(said)
                    found += 1
        assert found > 10
        assert docx_rules.faults(made.data) == []


# --- lists --------------------------------------------------------------------------------------


def test_numbering_starts_anew(full: Brief) -> None:
    file = written(full)
    ids = [value(each) for each in file.xml("word/document.xml").iter(f"{W}numId")]
    assert ids[0] == ids[1] != ids[2]
    lists = {value(each, "numId"): each for each in file.xml("word/numbering.xml").iter(f"{W}num")}
    for id in ids:
        assert value(lists[id].find(f"{W}lvlOverride/{W}startOverride")) == "1"
    own = value(opened(full).styles["List Number"].element.pPr.numPr.numId)
    assert {value(lists[each].find(f"{W}abstractNumId")) for each in [*ids, own]} == {
        value(lists[own].find(f"{W}abstractNumId"))
    }


def test_a_list_goes_on_only_until_another_block(full: Brief) -> None:
    number = paragraph("x", ParagraphStyle.NUMBER)
    made = replace(full, blocks=(number, number, paragraph("y"), number))
    body = written(made).xml("word/document.xml")
    ids = [value(each) for each in body.iter(f"{W}numId")]
    assert len(ids) == 3
    assert ids[0] == ids[1] != ids[2]


def test_numbered_paragraphs_keep_the_indent_of_their_style(full: Brief) -> None:
    """What a paragraph says of its list would put the list's indent before the style's."""
    look = MODERN.styles[Style.NUMBER]
    house = replace(MODERN, styles={**MODERN.styles, Style.NUMBER: replace(look, left=50)})
    indents = list(written(full, house).xml("word/document.xml").iter(f"{W}ind"))
    assert [value(each, "left") for each in indents] == ["1000"] * 3
    assert not list(written(full).xml("word/document.xml").iter(f"{W}ind"))


# --- links and fields ---------------------------------------------------------------------------


def test_links_in_text_notes_and_edges(full: Brief) -> None:
    made = replace(NOTED, header=(Run("Desk", href="https://example.org/desk"),))
    file = written(made)
    for name, address in (
        ("document", "https://example.org/a?b=1&c=2"),
        ("footnotes", "https://example.org/note"),
        ("header2", "https://example.org/desk"),
    ):
        (link,) = file.xml(f"word/{name}.xml").iter(f"{W}hyperlink")
        relations = file.xml(f"word/_rels/{name}.xml.rels")
        targets = {each.get("Id"): each.get("Target") for each in relations}
        assert targets[link.get(f"{R}id")] == address
    assert not written(full).has("word/_rels/header2.xml.rels")


def test_page_numbers_are_fields(full: Brief) -> None:
    footer = written(full).xml("word/footer1.xml")
    assert [each.text for each in footer.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


# --- headers and footers ------------------------------------------------------------------------


def with_header(inside: str) -> House:
    """The modern house with another header; ``inside`` is XML."""

    def change(data: bytes) -> bytes:
        return data[: data.index(b"<w:p>")] + inside.encode() + b"</w:hdr>"

    return with_part(MODERN, "word/header2.xml", change)


def line(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r>{each}</w:r>' for each in runs)}</w:p>"


def slot(name: str, look: str = "") -> str:
    return f"{look and f'<w:rPr>{look}</w:rPr>'}<w:t>{{{name}}}</w:t>"


def header(brief: Brief, inside: str) -> etree._Element:
    return written(brief, with_header(inside)).xml("word/header2.xml")


@pytest.mark.parametrize("house", HOUSES)
def test_marking_and_lines_stand_on_every_page(full: Brief, house: str) -> None:
    file = written(full, load(house))
    edges = {
        name: [each for each in file.paragraphs(name) if each]
        for name in file.names()
        if name.startswith(("word/header", "word/footer"))
    }
    headers = [each for name, each in edges.items() if "header" in name]
    footers = [each for name, each in edges.items() if "footer" in name]
    assert headers
    assert all("UNMARKED" in " ".join(each) and "Ports desk" in " ".join(each) for each in headers)
    assert all("UNMARKED" in " ".join(each) and "Page 1 of 1" in " ".join(each) for each in footers)


def test_slots_keep_the_looks_of_what_stood_for_them(full: Brief) -> None:
    words = (Run("Ports "), Run("desk", italic=True), Run("!", mark=True))
    root = header(
        replace(full, header=words),
        line(slot("title", '<w:b/><w:color w:val="FF0000"/>'), slot("header", "<w:caps/>")),
    )
    runs = [
        ("".join(run.itertext()), [etree.QName(each).localname for each in run.find(f"{W}rPr")])
        for run in root.iter(f"{W}r")
    ]
    assert runs == [
        ("Harbour & rail <2021>", ["b", "color"]),
        ("Ports ", ["caps"]),
        ("desk", ["rStyle", "caps"]),
        ("!", ["rStyle", "caps"]),
    ]


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        (line(slot("marking")) + line(slot("header")), ["UNMARKED"]),
        (line(slot("header")) + line(slot("footer")) + line(slot("marking")), ["UNMARKED"]),
        (line(slot("header")) + line(slot("footer")), [""]),
        (line("<w:t>Desk</w:t>") + line(slot("header")), ["Desk"]),
        (line(slot("header")) + line("<w:tab/>", slot("footer")), ["\t"]),
        (line(slot("header"), slot("marking")), ["UNMARKED"]),
    ],
)
def test_lines_of_empty_slots_are_left_out(full: Brief, inside: str, left: list[str]) -> None:
    root = header(replace(full, header=(), numbering=()), inside)
    assert [paragraph_text(each) for each in root.iter(f"{W}p")] == left


def test_cells_and_what_follows_a_table_keep_a_paragraph(full: Brief) -> None:
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/>'
        f"</w:tblGrid><w:tr><w:tc><w:tcPr/>{line(slot('header'))}{line(slot('footer'))}</w:tc>"
        "</w:tr></w:tbl>"
    )
    root = header(
        replace(full, header=(), numbering=()), line(slot("marking")) + table + line(slot("header"))
    )
    assert [etree.QName(each).localname for each in root] == ["p", "tbl", "p"]
    assert [paragraph_text(each) for each in root.iter(f"{W}p")] == ["UNMARKED", "", ""]


@pytest.mark.parametrize("kind", ["wps:txbx", "v:textbox"])
def test_a_slot_in_a_text_box_is_filled_like_any(full: Brief, kind: str) -> None:
    spaces = (
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    box = (
        f"<w:pict><{kind} {spaces}><w:txbxContent>{line(slot('marking'))}</w:txbxContent></{kind}>"
        "</w:pict>"
    )
    root = header(full, line("<w:t>a</w:t>", box) + line(slot("header")))
    assert "".join(root.itertext()).count("UNMARKED") == 1
    assert "{" not in "".join(root.itertext())


def test_a_house_style_with_page_numbers_gets_no_more_of_them(full: Brief) -> None:
    brief = replace(full, footer=(Run("Ref 7"),))
    for numbers, wanted in ((False, "Ref 7 · Page 1 of 1"), (True, "Ref 7")):
        made = written(brief, replace(MODERN, numbers_pages=numbers))
        assert made.paragraphs("word/footer1.xml")[0] == wanted


def test_pictures_in_a_header_have_an_alternative(full: Brief) -> None:
    drawing = (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="{0}" name="Picture {0}"{1}/></wp:inline></w:drawing>'
    )
    both = drawing.format(1, ""), drawing.format(2, ' descr="Arms of the city"')
    root = header(full, line(*both))
    said = [each.get("descr") for each in root.iter() if etree.QName(each).localname == "docPr"]
    assert said == ["Logo", "Arms of the city"]


# --- tables -------------------------------------------------------------------------------------


def grid(*rows: tuple[str, ...], heads: int = 1) -> Table:
    made = tuple(tuple(cell(each, n < heads) for each in row) for n, row in enumerate(rows))
    return Table(TableStyle.GRID, made, (1 / len(rows[0]),) * len(rows[0]), heads)


def test_head_row_is_repeated_rows_stay_whole_and_widths_fit(full: Brief) -> None:
    body = written(full).xml("word/document.xml")
    tables = list(body.iter(f"{W}tbl"))
    assert [len(list(each.iter(f"{W}tblHeader"))) for each in tables] == [0, 1]
    for table in tables:
        assert value(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"
        columns = [int(value(each, "w") or 0) for each in table.iter(f"{W}gridCol")]
        assert str(sum(columns)) == value(table.find(f"{W}tblPr/{W}tblW"), "w")
        for row in table.iter(f"{W}tr"):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            assert [int(value(each, "w") or 0) for each in row.iter(f"{W}tcW")] == columns


def test_tables_say_what_they_are(full: Brief) -> None:
    tables = list(written(full).xml("word/document.xml").iter(f"{W}tblPr"))
    assert [value(each.find(f"{W}tblCaption")) for each in tables] == [
        "Harbour & rail <2021>",
        "After",
    ]
    assert [value(each.find(f"{W}tblDescription")) for each in tables] == [
        "To, From, Author",
        "Port, Berths",
    ]
    looks = [each.find(f"{W}tblLook") for each in tables]
    assert [(value(each, "firstRow"), value(each, "firstColumn")) for each in looks] == [
        ("0", "1"),
        ("1", "0"),
    ]


def test_figures_stand_at_the_end_of_their_column(full: Brief) -> None:
    table = grid(("Port", "Share"), ("Gdańsk", "€12.5 m"), ("Ålesund", "€7 m"))
    body = written(replace(full, blocks=(table,))).xml("word/document.xml")
    aligned = [value(each.find(f"{W}pPr/{W}jc")) for each in body.iter(f"{W}p")]
    assert aligned == [None, "right"] * 3 + [None]


def test_further_head_rows_look_like_the_first(full: Brief) -> None:
    look = MODERN.tables[TableStyle.GRID]
    head = replace(look.head_text, colour="#112233")
    tables = {**MODERN.tables, TableStyle.GRID: replace(look, head_shade="#aabbcc", head_text=head)}
    table = grid(("a", "b"), ("c", "d"), ("e", "f"), heads=2)
    file = written(replace(full, blocks=(table,)), replace(MODERN, tables=tables))
    rows = list(file.xml("word/document.xml").iter(f"{W}tr"))
    shades = [[value(each, "fill") for each in row.iter(f"{W}shd")] for row in rows]
    assert shades == [[], ["AABBCC", "AABBCC"], []]
    colours = [[value(each) for each in row.iter(f"{W}color")] for row in rows]
    assert colours == [[], ["112233", "112233"], []]


def test_tables_stay_apart_and_a_document_ends_in_a_paragraph(full: Brief) -> None:
    table = grid(("a",), ("b",))
    body = written(replace(full, blocks=(table, table))).xml("word/document.xml")[0]
    assert [etree.QName(each).localname for each in body] == ["tbl", "p", "tbl", "p", "sectPr"]
    low = body[3].find(f"{W}pPr/{W}spacing")
    assert (value(low, "line"), value(low, "lineRule")) == ("20", "exact")  # makes no new page


# --- notes --------------------------------------------------------------------------------------

SAID = ["The first & only", "See here", "«Déjà vu»", "In it"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_notes_of_word(kind: str) -> None:
    file = written(replace(NOTED, notes=Notes(f"{kind}s")))
    body = file.xml("word/document.xml")
    ids = [value(each, "id") for each in body.iter(f"{W}{kind}Reference")]
    assert ids == ["1", "2", "3", "4"]
    found = {value(each, "id"): each for each in file.xml(f"word/{kind}s.xml")}
    assert [value(found[id], "type") for id in ("-1", "0")] == [
        "separator",
        "continuationSeparator",
    ]
    assert ["".join(found[id].itertext()).strip() for id in ids] == SAID
    style = MODERN.styles[Style(f"{kind} text")].id
    reference = MODERN.character_ids[CharacterStyle(f"{kind} reference")]
    for id in ids:
        assert value(found[id].find(f"{W}p/{W}pPr/{W}pStyle")) == style
        assert value(found[id].find(f"{W}p/{W}r/{W}rPr/{W}rStyle")) == reference
        assert found[id].find(f"{W}p/{W}r/{W}{kind}Ref") is not None
    named = file.xml("word/settings.xml").find(f"{W}{kind}Pr")
    assert [value(each, "id") for each in named.iter(f"{W}{kind}")] == ["-1", "0"]
    assert value(named.find(f"{W}numFmt")) == "decimal"  # Word has i, ii, iii for endnotes
    others = {"footnotes", "endnotes", "comments"} - {f"{kind}s"}
    assert not any(file.has(f"word/{each}.xml") for each in others)


def test_notes_as_comments_of_a_reviewers_copy() -> None:
    document = opened(replace(NOTED, notes=Notes.COMMENTS))
    assert [each.text for each in document.comments] == SAID
    assert {(each.author, each.initials, each.timestamp) for each in document.comments} == {
        ("Briefing", "B", None)
    }
    file = written(replace(NOTED, notes=Notes.COMMENTS))
    assert not file.has("word/footnotes.xml")
    assert not file.has("word/endnotes.xml")
    assert [marked(file, each.comment_id) for each in document.comments] == [
        "A claim",
        " and another",
        " and another",
        "Cell",
    ]
    names = {each.name for each in document.styles}
    assert {"annotation text", "annotation reference"} <= names


def marked(file: Docx, comment: int) -> str:
    """The words a comment belongs to."""
    inside = False
    words = ""
    for each in file.xml("word/document.xml").iter():
        if each.tag == f"{W}commentRangeStart" and value(each, "id") == str(comment):
            inside = True
        elif each.tag == f"{W}commentRangeEnd" and value(each, "id") == str(comment):
            return words
        elif inside and each.tag == f"{W}t":
            words += each.text or ""
    raise AssertionError(f"comment {comment} has no range")


def test_settings_that_say_next_to_nothing_are_enough() -> None:
    def bare(data: bytes) -> bytes:
        return data[: data.index(b"<w:zoom")] + b"</w:settings>"

    house = with_part(MODERN, "word/settings.xml", bare)
    for notes in Notes:
        data = write(replace(NOTED, notes=notes), house, Options()).data
        assert docx_rules.faults(data) == []


def test_a_document_without_notes_has_no_part_for_them(full: Brief) -> None:
    for notes in Notes:
        file = written(replace(full, notes=notes))
        assert not any("note" in each or "comment" in each for each in file.names())
        assert file.xml("word/settings.xml").find(f"{W}endnotePr") is None


# --- blocks are known again ---------------------------------------------------------------------


def test_each_block_has_a_hidden_bookmark_around_its_words(full: Brief) -> None:
    body = written(full).xml("word/document.xml")
    names = [value(each, "name") for each in body.iter(f"{W}bookmarkStart")]
    assert names == [f"_bn_{n}" for n in range(1, len(full.blocks) + 1)]
    assert [value(each, "id") for each in body.iter(f"{W}bookmarkEnd")] == [
        value(each, "id") for each in body.iter(f"{W}bookmarkStart")
    ]
    for start in body.iter(f"{W}bookmarkStart"):
        paragraph = start.getparent()
        assert paragraph[1] is start
        assert paragraph[-1].tag == f"{W}bookmarkEnd"


def test_nothing_of_a_template_or_a_person_is_left(full: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(written(full).data)) as archive:
        whole = b"".join(archive.read(each) for each in archive.namelist())
        assert archive.namelist()[0] == "[Content_Types].xml"
    for trace in (b"python-docx", b"rsid", b"Macintosh", b"w:date", b"<dcterms"):
        assert trace not in whole


def test_empty_cells_have_a_paragraph(full: Brief) -> None:
    table = Table(TableStyle.GRID, ((Cell(()), cell("x")),), (0.5, 0.5))
    body = written(replace(full, blocks=(table,))).xml("word/document.xml")
    assert [len(each.findall(f"{W}p")) for each in body.iter(f"{W}tc")] == [1, 1]


def test_endnotes_are_told_to_be_unmarked_elsewhere_than_in_word() -> None:
    told = {each: write(replace(NOTED, notes=each), MODERN, Options()).notices for each in Notes}
    assert told[Notes.ENDNOTES] == (EndnotesApart(NOTED.marking),)
    assert told[Notes.FOOTNOTES] == told[Notes.COMMENTS] == ()
    none = replace(FULL, notes=Notes.ENDNOTES)
    assert write(none, MODERN, Options()).notices == ()

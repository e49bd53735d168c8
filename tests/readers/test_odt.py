"""OpenDocument texts."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import ODF_SPACES, ODT_TYPE, content, odt, roles, texts, zipped

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


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def read(body: str, **parts: str) -> list[str]:
    return texts(content(odt(body, **parts), ".odt"))


def test_text_is_read_wherever_it_stands() -> None:
    body = p(
        "A <text:span>b<text:span>c</text:span></text:span>d<text:s text:c='900000000'/>e"
        "<text:tab/>f<text:line-break/>g <text:a xlink:href='http://x'>link</text:a>, "
        "<text:page-number>4</text:page-number>\n      and <text:bookmark-start/>on"
        "<text:ruby><text:ruby-base>東京</text:ruby-base>"
        "<text:ruby-text>とうきょう</text:ruby-text></text:ruby>."
    )
    assert read(body) == ["A bcd e f g link, 4 and on東京(とうきょう)."]
    assert read(p("One.<text:line-break/> <text:line-break/>Two.")) == ["One.", "Two."]


HIDING = (
    '<style:style style:name="Gone" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Child" style:parent-style-name="Gone" style:family="paragraph"/>'
)


def test_deleted_and_hidden_text_is_left_out_and_told() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region><text:changed-region><text:insertion/>"
        "</text:changed-region></text:tracked-changes>"
        + p("Kept<text:change/> <text:span text:style-name='Gone'>unseen</text:span>text.")
        + p("unseen", "Child")
        + p("<text:hidden-paragraph text:is-hidden='true'/>unseen")
        + p("<text:hidden-text text:is-hidden='true'>unseen</text:hidden-text>Seen.")
        + f"<text:section text:display='none'>{p('unseen')}</text:section>"
        + f"<text:section>{p('Seen too.')}</text:section>"
    )
    found = content(odt(body, own=HIDING), ".odt")
    assert texts(found) == ["Kept text.", "Seen.", "Seen too."]
    assert found.notices == (
        ChangesAccepted("a.odt", 1, 1),
        PartsUnread("a.odt", ("5 hidden passages",)),
    )


def test_deleted_text_may_stand_in_its_place() -> None:
    def region(id: str) -> str:
        return f"<text:changed-region text:id='{id}'><text:deletion/></text:changed-region>"

    def mark(id: str, which: str) -> str:
        return f"<text:change-{which} text:change-id='{id}'/>"

    regions = region("a") + region("b") + region("never")
    body = (
        f"<text:tracked-changes>{regions}</text:tracked-changes>"
        + p(f"One {mark('a', 'start')}gone <text:span>gone</text:span>{mark('a', 'end')}two, ")
        + p(f"three {mark('b', 'start')}gone")
        + p("gone")
        + p(f"gone{mark('b', 'end')}and four.")
        + p(f"Five {mark('never', 'start')}stays.")
    )
    assert read(body) == ["One two,", "three and four.", "Five stays."]


def test_places_in_a_font_of_signs() -> None:
    own = (
        '<style:style style:name="W"><style:text-properties style:font-name="Wingdings"/>'
        "</style:style>"
    )
    body = p("\uf061 <text:span text:style-name='W'>\uf0e0<text:s/></text:span>b")
    assert read(body, own=own) == ["α → b"]


STYLES = (
    '<style:style style:name="Heading_20_1" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="Illustration" style:family="paragraph"/>'
    '<style:style style:name="Mine" style:default-outline-level="2"/>'
    '<style:style style:name="Loop" style:parent-style-name="Loop"/>'
)


def test_headings_and_captions_by_their_styles() -> None:
    body = (
        p("Harbour opens", "P1")
        + '<text:h text:style-name="Heading_20_1" text:outline-level="1">One</text:h>'
        + "<text:h text:outline-level='2'>Two</text:h>"
        + p("A bridge", "Illustration")
        + p("Mine", "Mine")
        + p("Loop", "Loop")
    )
    own = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    found = content(odt(body, own=own, styles=STYLES), ".odt")
    assert roles(found) == [
        ("Harbour opens", Role.HEADING, "style “Title”"),
        ("One", Role.HEADING, "style “Heading 1”"),
        ("Two", Role.HEADING, "outline level 2"),
        ("A bridge", Role.CAPTION, "style “Illustration”"),
        ("Mine", Role.HEADING, "outline level 2"),
        ("Loop", None, ""),
    ]
    assert (found.card.title, found.cues) == (
        "Harbour opens",
        (("headline", "style of a title"),),
    )


LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-suffix=")" text:start-value="3" text:display-levels="2"/>'
    '</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="•"/></text:list-style>'
)


def items(style: str, *inside: str, more: str = "") -> str:
    rows = "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)
    name = f'text:style-name="{style}"' if style else ""
    return f"<text:list {name} {more}>{rows}</text:list>"


def test_numbers_of_lists_are_read_and_bullets_are_not() -> None:
    body = (
        items("L1", p("one") + p("more"), p("two") + items("", p("deep"), p("deeper")), p("three"))
        + items("L2", p("dot"))
        + items("L1", p("four"), more='text:continue-numbering="true"')
        + items("L1", p("one again"))
    )
    assert read(body, own=LISTS) == [
        "1. one", "more", "2. two", "2.c) deep", "2.d) deeper", "3. three", "dot", "4. four",
        "1. one again",
    ]  # fmt: skip


def note(text: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>\n  {p(text)}\n</text:note-body></text:note>"
    )


def test_notes_boxes_and_tables() -> None:
    box = f"<draw:frame><draw:text-box>\n {p('In a box')}{p('Two')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('In a shape')}</draw:custom-shape>"

    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{each}</table:table-cell>" for each in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    body = (
        p(f"Be{note('First.')}{box}fo{shape}re{note('Last.', 'endnote')}.")
        + f"<table:table><table:table-header-rows>{row(p('Port'), p('Ships'))}"
        + f"</table:table-header-rows>{row(p('Kotka' + note('In a cell.')), p('12'))}</table:table>"
        + f"<table:table>{row(p('Left.') + p('More.'), p('Right.'))}</table:table>"
    )
    found = content(odt(body), ".odt")
    assert roles(found) == [
        ("Before.", None, ""),
        ("First.", Role.NOTICE, "footnote 1"),
        ("In a box", None, ""),
        ("Two", None, ""),
        ("In a shape", None, ""),
        ("Last.", Role.NOTICE, "endnote 1"),
        ("Port | Ships", Role.BODY, ""),
        ("Kotka | 12", Role.BODY, ""),
        ("In a cell.", Role.NOTICE, "footnote 2"),
        ("Left.", None, ""),
        ("More.", None, ""),
        ("Right.", None, ""),
    ]


def test_headers_and_footers_are_furniture_once_each() -> None:
    pages = (
        f"<style:master-page><style:header>{p('Ministry')}</style:header>"
        f"<style:header-left style:display='false'>{p('Not shown')}</style:header-left>"
        f"<style:footer>{p('Page 1')}</style:footer></style:master-page>"
        f"<style:master-page><style:header>{p('Ministry')}</style:header>"
        f"<style:footer>{p('Page 2')}</style:footer></style:master-page>"
    )
    assert roles(content(odt(p("Text."), pages=pages), ".odt")) == [
        ("Ministry", Role.NOTICE, "page header"),
        ("Text.", None, ""),
        ("Page 1", Role.NOTICE, "page footer"),
    ]


def test_what_is_not_read_is_told() -> None:
    formula = "<draw:frame><draw:object xlink:href='./Object 1'/><draw:image/></draw:frame>"
    body = (
        p(f"Text<office:annotation>{p('a comment')}</office:annotation> goes on {formula}.")
        + p("<draw:frame><draw:object xlink:href='./Object 2'/></draw:frame>")
        + "<text:table-of-content><text:table-of-content-source>x</text:table-of-content-source>"
        + f"<text:index-body>{p('Contents')}</text:index-body></text:table-of-content>"
    )
    math = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><annotation>E = mc^2'
        "</annotation></math>"
    )
    found = content(odt(body, **{"Object 1__content": math, "Basic__Standard__M": "x"}), ".odt")
    assert texts(found) == ["Text goes on E = mc^2.", "Contents"]
    assert found.notices == (
        MacrosIgnored("a.odt"),
        PartsUnread("a.odt", ("1 comment", "1 embedded object")),
    )


def test_a_title_in_the_properties_needs_a_witness() -> None:
    body = "The harbour of Kotka was opened again on Tuesday, said the mayor, after a winter."
    first = readers.read(odt(p("Harbour opens") + p(body), title="Harbour opens"), "a.odt").article
    assert first.card.title == "Harbour opens"
    assert first.paragraphs[0].cue == "title in the file's properties"
    other = readers.read(odt(p("Harbour opens") + p(body), title="Old letter"), "a.odt").article
    assert other.card.title == "Harbour opens"


def test_a_flat_file() -> None:
    data = (
        f'<?xml version="1.0"?><office:document {ODF_SPACES} office:mimetype="{ODT_TYPE}">'
        f"<office:body><office:text>{p('Text.')}</office:text></office:body></office:document>"
    )
    assert readers.read(data.encode(), "a.fodt").article.text == "Text."


def packed(content_xml: str, **more: str) -> bytes:
    return zipped({"mimetype": ODT_TYPE, "content.xml": content_xml, **more})


def test_hostile_files_have_their_own_sentence() -> None:
    root = f"<office:document-content {ODF_SPACES}><office:body><office:text>%s</office:text>"
    root += "</office:body></office:document-content>"
    deep = "<text:section>" * 5000 + "</text:section>" * 5000
    locked = "<m><manifest:encryption-data/></m>"
    expected: list[tuple[bytes, type[Exception]]] = [
        (b"", EmptySource),
        (odt(p("Text."))[:-30], Damaged),
        (packed(root[:40]), Damaged),
        (packed("<x/>"), Damaged),
        (packed(root % deep), TooDeep),
        (packed('<!DOCTYPE o [<!ENTITY a "b">]>' + root % p("&a;")), EntitiesRefused),
        (packed(root % ("<text:p/>" * 8_000_000)), Unfolds),
        (odt(p("Text."), **{"META-INF__manifest": locked}), Encrypted),
        (zipped({"mimetype": ODT_TYPE, "encrypted-package": "x"}), Encrypted),
        (odt(p("<draw:frame><draw:image/></draw:frame>")), PictureOfText),
    ]
    for data, error in expected:
        with pytest.raises(error):
            content(data, ".odt")


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40
)


@given(st.lists(st.tuples(LINE, st.sampled_from(["p", "h", "span", "table", "box", "list"]))))
def test_any_text_comes_out_whole(lines: list[tuple[str, str]]) -> None:
    def made(text: str, way: str) -> str:
        text = escape(text)
        match way:
            case "h":
                return f"<text:h text:outline-level='1'>{text}</text:h>"
            case "span":
                return p(f"<text:span>{text}</text:span>")
            case "table":
                cell = f"<table:table-cell>{p(text)}</table:table-cell>"
                return f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
            case "box":
                return p(f"<draw:frame><draw:text-box>{p(text)}</draw:text-box></draw:frame>")
            case "list":
                return items("", p(text))
            case _:
                return p(text)

    found = content(odt("".join(made(*each) for each in lines)), ".odt")
    assert "".join("".join(texts(found)).split()) == "".join("".join(t for t, _ in lines).split())

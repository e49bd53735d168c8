from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from briefing import markup
from briefing.errors import MarkupProblem
from briefing.model.brief import (
    Cell,
    Heading,
    Note,
    Notes,
    Page,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.model.span import Source, Span


def blocks(inside: str):
    return markup.parse(f'<briefing title="T" marking="M">{inside}</briefing>').blocks


def line(inside: str):
    """The inlines of a paragraph."""
    (block,) = blocks(f"<p>{inside}</p>")
    return block.inlines


def test_the_root() -> None:
    brief = markup.parse(
        '<briefing title=" A  title " marking="TOP SECRET" author="A" subject="S"'
        ' keywords="one; two ;" language="fr-CA" page="Letter">'
        "<header>Desk</header><footer>Ref 7</footer>"
        "<numbering>Page <page/> of <pages/></numbering></briefing>"
    )
    assert (brief.title, brief.marking, brief.author, brief.subject) == (
        "A title",
        "TOP SECRET",
        "A",
        "S",
    )
    assert (brief.keywords, brief.language, brief.page) == (("one", "two"), "fr-CA", Page.LETTER)
    assert brief.header == (Run("Desk"),)
    assert brief.footer == (Run("Ref 7"),)
    assert brief.numbering == (Run("Page "), PageField.NUMBER, Run(" of "), PageField.COUNT)


def test_defaults() -> None:
    brief = markup.parse('<briefing title="T" marking="M"/>')
    assert (brief.language, brief.page, brief.blocks) == ("en-GB", None, ())


@pytest.mark.parametrize(
    ("written", "block"),
    [
        ("<h1>a</h1>", Heading(1, (Run("a"),))),
        ("<h3>a</h3>", Heading(3, (Run("a"),))),
        ("<p>a</p>", Paragraph(ParagraphStyle.NORMAL, (Run("a"),))),
        ('<p class="lead">a</p>', Paragraph(ParagraphStyle.LEAD, (Run("a"),))),
        ("<ul><li>a</li></ul>", Paragraph(ParagraphStyle.BULLET, (Run("a"),))),
        ("<ol><li>a</li></ol>", Paragraph(ParagraphStyle.NUMBER, (Run("a"),))),
        ("<blockquote>a</blockquote>", Paragraph(ParagraphStyle.QUOTE, (Run("a"),))),
        ("<blockquote><p>a</p></blockquote>", Paragraph(ParagraphStyle.QUOTE, (Run("a"),))),
    ],
)
def test_blocks(written: str, block: object) -> None:
    assert blocks(written) == (block,)


def test_sources() -> None:
    (block,) = blocks('<p source="abc:1-5 abc:7-9">a</p>')
    assert block.sources == (Source("abc", Span(1, 5)), Source("abc", Span(7, 9)))


def test_table() -> None:
    (table,) = blocks(
        '<table class="grid" widths="1 3"><tr><th>a</th><th>b</th></tr>'
        "<tr><td>c</td><td><p>d</p><p>e</p></td></tr></table>"
    )

    def words(text: str) -> Paragraph:
        return Paragraph(ParagraphStyle.NORMAL, (Run(text),))

    assert table == Table(
        TableStyle.GRID,
        (
            (Cell((words("a"),), True), Cell((words("b"),), True)),
            (Cell((words("c"),)), Cell((words("d"), words("e")))),
        ),
        (0.25, 0.75),
        1,
    )


def test_labels_beside_values_are_no_head_row() -> None:
    (table,) = blocks("<table><tr><th>a</th><td>b</td></tr></table>")
    assert table.header_rows == 0


@pytest.mark.parametrize(
    ("written", "inlines"),
    [
        ("  a \n\t b  ", (Run("a b"),)),
        ("a<b> b</b> c", (Run("a"), Run(" b", bold=True), Run(" c"))),
        ("a <b> b </b> c", (Run("a "), Run("b ", bold=True), Run("c"))),
        ("\n<b>a</b>\n<i>b</i>\n", (Run("a", bold=True), Run(" "), Run("b", italic=True))),
        ("a <br/> b", (Run("a\nb"),)),
        ("a<br/><br/>b<br/>", (Run("a\n\nb"),)),
        ("a\u00a0 \u00a0b", (Run("a\u00a0 \u00a0b"),)),
        ("\u2003a\u0085b\u2028c", (Run("\u2003a\u0085b\u2028c"),)),
        ("a <cite>¶5</cite>", (Run("a "), Run("¶5", mark=True))),
        ("<small>not known</small>", (Run("not known", muted=True),)),
        ("<gap>[To: not given]</gap>", (Run("[To: not given]", gap=True),)),
        ("<b><i>a</i></b>", (Run("a", bold=True, italic=True),)),
        ('<a href="https://example.org/é">a</a>', (Run("a", href="https://example.org/%C3%A9"),)),
        ("&lt;b&gt; &amp;amp; ]]&gt;", (Run("<b> &amp; ]]>"),)),
        ('a <span lang="uk">мир</span>', (Run("a "), Run("мир", language="uk"))),
        (
            "a. <note> b <i>c</i> </note> d",
            (
                Run("a."),
                Note((Run("b "), Run("c", italic=True))),
                Run(" d"),
            ),
        ),
        (
            'a<note source="x:1-2">b</note>',
            (
                Run("a"),
                Note((Run("b"),), (Source("x", Span(1, 2)),)),
            ),
        ),
        ("a<note> </note>", (Run("a"),)),
    ],
)
def test_inlines(written: str, inlines: object) -> None:
    assert line(written) == inlines


def test_a_paragraph_of_nothing_is_left_out() -> None:
    assert blocks("<p> \n </p><h1/><ul><li> </li></ul>") == ()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_any_escaped_text_is_text(text: str) -> None:
    words = [part for part in text.split(" ") if part]
    runs = [each for block in blocks(f"<p>{escape(text)}</p>") for each in block.inlines]
    assert runs == ([Run(" ".join(words))] if words else [])


@pytest.mark.parametrize(
    ("written", "line_", "reason"),
    [
        ("<p>a", 3, "mismatched tag (inside <p>)"),
        ("\n<p>a</b></p>", 4, "mismatched tag (inside <p>)"),
        ("\n<blink>a</blink>", 4, "there is no element <blink>"),
        ('<p style="x">a</p>', 3, "<p> has no attribute style"),
        ('\n\n<p class="loud">a</p>', 5, "class “loud” is not one of title, subtitle"),
        ("<p>a &nbsp; b</p>", 3, "undefined entity"),
        ("<p><h1>a</h1></p>", 3, "<h1> cannot stand in <p>"),
        ("<b>a</b>", 3, "<b> cannot stand here"),
        ("stray", 1, "the text “stray” stands in <briefing>"),
        ("<ul>\n<p>a</p></ul>", 4, "only <li> can"),
        ("<table>\n<tr><td>a</td></tr>\n<tr><td>a</td><td>b</td></tr></table>", 5, "has 2 cells"),
        ("<table/>", 3, "no rows"),
        ('<table widths="1 x"><tr><td/><td/></tr></table>', 3, "not numbers"),
        ('<table widths="1"><tr><td/><td/></tr></table>', 3, "1 widths for 2 columns"),
        ('<table widths="0 nan"><tr><td/><td/></tr></table>', 3, "not above 0"),
        ('<p><a href="javascript:x">a</a></p>', 3, "not a http, https or mailto"),
        ('<p source="x">a</p>', 3, "source “x” is not of the form"),
        ("<p><br>a</br></p>", 3, "<br/> has nothing in it"),
        ("<p>" + "<b>" * 50, 3, "inside one another"),
        ("<p>\x01</p>", 3, "not well-formed"),
        ('<p><span lang="u k">a</span></p>', 3, "lang “u k” is not a language tag"),
        ("<p><note>a <page/></note></p>", 3, "a note holds words"),
        ("<p><note>a<note>b</note></note></p>", 3, "a note holds words"),
        ("<footer>a<note>b</note></footer>", 3, "a note stands in <footer>"),
        ("<header>\n<b>a<note>b</note></b></header>", 3, "a note stands in <header>"),
        ("<numbering>a<note>b</note></numbering>", 3, "a note stands in <numbering>"),
        ("<annex/>\n<annex/>", 4, "more than one <annex/>"),
    ],
)
def test_mistakes_tell_their_line(written: str, line_: int, reason: str) -> None:
    with pytest.raises(MarkupProblem) as caught:
        markup.parse(f'<briefing\ntitle="T"\nmarking="M">{written}</briefing>')
    assert (caught.value.line, reason in caught.value.reason) == (line_, True), caught.value


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "no element found"),
        ("<p>a</p>", "not <briefing>"),
        ('<briefing title="T" marking=" "/>', "needs the attribute marking"),
        ('<briefing title="T" marking="M" page="A5"/>', "A4, Letter"),
        ('<briefing title="T" marking="M" language="?"/>', "language tag"),
        ('<briefing title="T" marking="M" notes="sidenotes"/>', "footnotes, endnotes, annex"),
        ('<briefing title="T" marking="M" notes="annex"><p>a</p></briefing>', "no <annex/>"),
        (
            '<briefing title="T" marking="M" notes="annex">'
            "<annex/><p>a<note>b</note></p></briefing>",
            "below <annex/>",
        ),
        ('<!DOCTYPE b [<!ENTITY a "b">]><briefing title="T" marking="M"/>', "document type"),
    ],
)
def test_mistakes_of_the_root(written: str, reason: str) -> None:
    with pytest.raises(MarkupProblem, match=reason):
        markup.parse(written)


NOTED = '<p>a<note source="x:1-2">b</note></p><table><tr><td>c<note>d</note></td></tr></table>'


@pytest.mark.parametrize("place", ["footnotes", "endnotes"])
def test_notes_are_numbered_in_their_order(place: str) -> None:
    made = markup.parse(
        f'<briefing title="T" marking="M" notes="{place}">{NOTED}<annex title="N"/></briefing>'
    )
    assert made.notes == Notes(place)
    assert [each.inlines for each in made.numbered()] == [(Run("b"),), (Run("d"),)]
    assert len(made.blocks) == 2


def test_an_annex_lists_the_notes_where_it_stands() -> None:
    made = markup.parse(
        f'<briefing title="T" marking="M" notes="annex">{NOTED}'
        '<annex title="N"/><p>e</p></briefing>'
    )
    assert made.numbered() == ()
    first, table, *rest = made.blocks
    assert first.inlines == (Run("a"), Run("\u00a0[1]", mark=True))
    assert table.rows[0][0].paragraphs[0].inlines[-1] == Run("\u00a0[2]", mark=True)
    assert rest == [
        Heading(1, (Run("N"),)),
        Paragraph(ParagraphStyle.NUMBER, (Run("b"),), (Source("x", Span(1, 2)),)),
        Paragraph(ParagraphStyle.NUMBER, (Run("d"),)),
        Paragraph(ParagraphStyle.NORMAL, (Run("e"),)),
    ]


def test_an_annex_of_nothing_is_left_out() -> None:
    made = markup.parse('<briefing title="T" marking="M" notes="annex"><annex/></briefing>')
    assert made.blocks == ()

"""The stages in a row: whatever is read comes out whole, in both files."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import desk
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_back import solid
from test_same_words import check_docx, check_pdf, lines, plain

from briefing import pipeline, project, templating
from briefing.errors import (
    EmptySource,
    FieldMissing,
    NotADay,
    NothingTaken,
    TemplateProblem,
    TooLarge,
    UnsupportedOutput,
)
from briefing.model import edits, findings
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.paths import user_data
from briefing.reading import Limits
from briefing.session import Session

PIECES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "{{ 7*7 }}", "{% for %}", "<b>", "</p>", '<font color="red">', "&amp; &", "]]>", "<!--",
            "\x00\x07", "\u202e", "\ud800", "\U0001f600", "é ł ш ω", "\n", "\n\n", ". ", "%s {0}",
            "\u00ad", "\u200d", "e\u0301", "\ufeff", "\r\n", "\x85", "\u2028", "\t", "“Yes,” he.",
        ]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def everything(text: str) -> Session:
    """A desk with the text, each of its sentences taken, furniture and all."""
    loaded = pipeline.paste(text)
    annotations = pipeline.annotate(loaded.article, ())
    session = Session(pipeline.new_draft(templating.load("briefing-note")))
    session.add(loaded, annotations)
    draft = edits.add_section(session.draft, "All", "#0072b2")
    article = loaded.article
    for each in article.paragraphs:
        draft = edits.assign(draft, "all", edits.pieces(article, annotations, each.span))
    session.apply(draft, "all of it")
    return session


def words(article: Article) -> list[str]:
    """Each sentence of an article as a point says it, white space taken out."""
    return [solid(article.text_of(each.span)) for each in pipeline.annotate(article, ()).sentences]


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_comes_out_whole(text: str) -> None:
    try:
        session = everything(text)
    except EmptySource:
        assert not any(each.isalnum() for each in text)
        return
    desk_ = session.desk
    brief = pipeline.compose(desk_.draft, desk_.articles, desk_.annotations).brief
    said = "".join(solid(plain(each)) for each in lines(brief))
    at = 0
    for each in words(desk_.articles[0]):
        at = said.index(each, at) + len(each)
    check_docx(brief)
    check_pdf(brief)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_comes_back_from_a_project(text: str) -> None:
    try:
        session = everything(text)
    except EmptySource:
        return
    draft = edits.set_field(session.draft, "title", text)
    draft = edits.set_wording(draft, draft.points[0].id, text)
    session.apply(edits.add_section(draft, text, "#000000"), "odd words")
    work = session.project()
    again = project.unpack(project.pack(work), Path("x"))
    assert again.draft == work.draft
    assert again.articles == tuple(replace(each, notices=()) for each in work.articles)


def test_pasted_text_is_known_by_its_bytes() -> None:
    loaded = pipeline.paste("Some words \ud800.")
    assert hashlib.sha256(loaded.data).hexdigest() == loaded.article.sha256


def test_a_file_beyond_the_limit_is_not_read_and_its_size_is_told(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"word " * 1000)
    for limit in (10, 4999):
        with pytest.raises(TooLarge) as caught:
            pipeline.load(path, limits=Limits(size=limit))
        assert caught.value == TooLarge("huge.txt", 5000, limit)
    assert pipeline.load(path, limits=Limits(size=5000)).article.text


# ---------------------------------------------------------------- drafts and gaps


def test_the_clock_gets_into_a_draft_only_when_a_person_sees_it() -> None:
    template = templating.load("briefing-note")
    assert pipeline.new_draft(template).field("date") == ""
    assert pipeline.new_draft(template, date(2021, 9, 22)).field("date") == "2021-09-22"


def test_what_a_document_lacks_is_told() -> None:
    template = templating.load("briefing-note")
    told = pipeline.preflight(desk.draft(), template)
    labels = [each.label for each in told if isinstance(each, FieldMissing)]
    assert labels == ["Title", "To", "From", "Date", "Bottom line", "Source", "Publication date"]
    assert not any(isinstance(each, NothingTaken) for each in told)


def test_sections_left_out_leave_nothing_to_say() -> None:
    draft = findings.pick_sections(desk.draft(), [])
    told = pipeline.preflight(draft, templating.load("briefing-note"))
    assert any(isinstance(each, NothingTaken) for each in told)


def test_a_format_nobody_writes_is_refused() -> None:
    with pytest.raises(UnsupportedOutput) as caught:
        pipeline.check_suffix("note.odt", ".odt")
    assert caught.value.known == (".docx", ".pdf")


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<briefing>\n{{ nowhere }}\n</briefing>", 2),
        ("<briefing>\n{% for x in %}\n</briefing>", 2),
        ("<briefing title='t' marking='m'>\n\n{% if true %}\n<p>\n</b>\n{% endif %}</briefing>", 5),
        ("<briefing title='t' marking='m'>\n{% for x in [1, 2, 3] %}\n<p>x</p>\n{% endfor %}\n"
         "<marquee/></briefing>", 5),
    ],
    ids=["unknown name", "syntax", "not well-formed", "unknown element"],
)  # fmt: skip
def test_what_is_wrong_with_a_template_is_told_with_its_line(markup: str, line: int) -> None:
    folder = user_data() / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('name = "Mine"\ndescription = "x"\n', "utf-8")
    (folder / "template.xml.j2").write_text(markup, "utf-8")
    with pytest.raises(TemplateProblem) as caught:
        pipeline.compose(Draft(template="mine"), (), ())
    assert (caught.value.template, caught.value.line) == ("mine", line)
    assert caught.value.reason


def test_a_date_that_is_no_day_is_told_and_stands_as_it_is() -> None:
    template = templating.load("briefing-note")
    draft = edits.set_field(desk.draft(), "date", "22\u201324 September")
    told = pipeline.preflight(draft, template)
    assert [each.value for each in told if isinstance(each, NotADay)] == ["22\u201324 September"]

"""The entries of lists and the rows of tables are no headings, however short they are."""

from __future__ import annotations

import pytest
from office_files import docx, odt, p, rtf

from briefing import readers
from briefing.model.article import Role

SENTENCE = "The ministers of the two countries met on Tuesday to speak about the river."
WORD_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ENTRIES = ("Grain by rail", "Rules for drivers")


def odt_list(entries: tuple[str, ...]) -> str:
    items = "".join(f"<text:list-item><text:p>{each}</text:p></text:list-item>" for each in entries)
    return f"<text:list>{items}</text:list>"


FILES = {
    ".md": f"{SENTENCE}\n\n- {ENTRIES[0]}\n- {ENTRIES[1]}\n\n{SENTENCE}\n".encode(),
    ".docx": docx(
        p(SENTENCE) + "".join(p(each, look=WORD_LIST) for each in ENTRIES) + p(SENTENCE),
        numbering=NUMBERING,
    ),
    ".odt": odt(f"<text:p>{SENTENCE}</text:p>{odt_list(ENTRIES)}<text:p>{SENTENCE}</text:p>"),
    ".rtf": rtf(
        rf"\pard {SENTENCE}\par{{\listtext\'b7\tab}}{ENTRIES[0]}\par"
        rf"{{\listtext\'b7\tab}}{ENTRIES[1]}\par {SENTENCE}\par"
    ),
}


@pytest.mark.parametrize("suffix", FILES)
def test_the_last_entry_of_a_list_heads_nothing(suffix: str) -> None:
    article = readers.read(FILES[suffix], f"a{suffix}").article
    assert [article.text_of(each) for each in article.paragraphs] == [
        SENTENCE, *ENTRIES, SENTENCE,
    ]  # fmt: skip
    assert {each.role for each in article.paragraphs} == {Role.BODY}


@pytest.mark.parametrize("row", ["Kotka | shut", "Line 1 | cut | 3 May"])
def test_the_last_row_of_a_table_heads_nothing(row: str) -> None:
    for text in (f"{row}\n\n{SENTENCE}", f"{SENTENCE}\n\n{row}\n\n{SENTENCE}"):
        article = readers.read(text.encode(), "a.txt").article
        assert Role.HEADING not in [each.role for each in article.paragraphs]


def test_a_short_line_is_a_sub_heading_where_it_is_neither() -> None:
    article = readers.read(f"{SENTENCE}\n\n{ENTRIES[0]}\n\n{SENTENCE}".encode(), "a.txt").article
    assert [each.role for each in article.paragraphs] == [Role.BODY, Role.HEADING, Role.BODY]

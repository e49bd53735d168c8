"""What holds for every article that is read."""

from __future__ import annotations

import hashlib
import re
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.errors import CharactersRemoved, EmptySource
from briefing.model.article import Article, ReadAs
from briefing.model.cleaning import clean, clean_line, clean_text
from briefing.progress import unchecked
from briefing.readers import assembling
from briefing.readers.content import Block, Content

ANY_TEXT = st.text(st.characters(codec=None), max_size=300) | st.text(
    st.sampled_from(' \n\r\tab.“"-—é中\u0301\u00a0\u202e\ufeff\0\ud83d\ude00\x85\u2028'),
    max_size=200,
)


def check(article: Article) -> None:
    end = 0
    for number, paragraph in enumerate(article.paragraphs, start=1):
        assert paragraph.id == f"p{number}"
        assert article.text[end : paragraph.span.start] == ("\n\n" if end else "")
        text = article.text_of(paragraph)
        assert text
        assert text == text.strip()
        assert "\n" not in text
        end = paragraph.span.end
    assert end == len(article.text)
    assert unicodedata.is_normalized("NFC", article.text)
    article.text.encode()


@settings(deadline=None)  # the first reading loads the word lists
@given(ANY_TEXT)
@example("e\ufeff\u0301 x")
@example("A\n\nB\n\n\nC")
def test_letters_are_never_lost(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        assert not any(each.isalnum() for each in clean(text).text)
        return
    check(article)
    gone = "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\u202a-\u202e]"
    pairs = re.sub(
        "[\ud800-\udbff][\udc00-\udfff]",
        lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"),
        text,
    )
    kept = re.sub(gone, "", pairs)
    kept = "".join(each for each in kept if ord(each) & 0xFFFE != 0xFFFE)
    expected = "".join(unicodedata.normalize("NFC", kept).split())
    assert "".join(article.text.split()) == expected


@given(ANY_TEXT)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    try:
        first = readers.read_pasted(text)
    except EmptySource:
        return
    assert readers.read_pasted(text) == first
    data = text.encode("utf-8", "surrogatepass")
    assert first.sha256 == hashlib.sha256(data).hexdigest()
    assert re.fullmatch("[0-9a-f]{12}", first.id)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    line = clean_line(text)
    assert clean_line(line) == line
    assert "\n" not in line


def test_a_form_keeps_its_lines_and_a_line_is_one() -> None:
    assert clean_text("one\r\ntwo\x0bthree\x0cfour") == "one\ntwo\nthree\n\nfour"
    assert clean_line("  one\r\n two\t three ") == "one two three"


def test_what_a_format_gives_is_cleaned_too() -> None:
    blocks = (Block(" e\u0301\u00a0x \n y\t\tz"), Block(" "), Block("a\u202eb\0"), Block("a\rb"))
    article = assembling.article(
        Content(blocks), "a", b"", format=".html", how=ReadAs(), checkpoint=unchecked
    )
    assert article.text == "é\u00a0x y z\n\nab\n\na b"
    (notice,) = article.notices
    assert notice == CharactersRemoved(
        "a", (("control characters", 1), ("text-direction overrides", 1))
    )


def test_markup_and_templates_are_text() -> None:
    text = 'He wrote {{ 7*7 }}, {% for %}, <b>, <font color="red">, & and \\n.'
    assert readers.read_pasted(text).text == text


def test_the_same_bytes_read_another_way_are_another_article() -> None:
    data = b"Only letters, all of them plain."
    ways = (ReadAs(), ReadAs(encoding="cp1250"), ReadAs(encoding="cp1252"), ReadAs(".txt"))
    found = [readers.read(data, "a.txt", how).article for how in ways]
    assert found[0].id == found[0].sha256[:12]
    assert len({each.sha256 for each in found}) == 1
    assert len({each.id for each in found}) == len(ways)


def test_forty_thousand_links_in_a_row() -> None:
    # Every one is furniture: rules that look back must not look back over all of them.
    small, large = (b"Related: a link\n\n" * count for count in (10_000, 40_000))

    def seconds(data: bytes) -> float:
        start = time.process_time()
        readers.read(data, "a.txt")
        return time.process_time() - start

    assert seconds(large) < 10 * max(0.05, seconds(small))


@pytest.mark.parametrize(
    "line",
    ["AAAA " * 79 + "are", "A" * 399, "Aa-" * 130, "The Hand, " * 39, "a.k.a " * 65, "(A/" * 130],
)
def test_no_rule_searches_for_ever(line: str) -> None:
    start = time.process_time()
    readers.read_pasted(f"The ministers met on Tuesday.\n\n{line}\n\n{line}.")
    assert time.process_time() - start < 2

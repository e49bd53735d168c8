"""Markdown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from office_files import content, roles, texts

from briefing import readers
from briefing.errors import EmptySource, NotText, TooDeep
from briefing.model.article import ReadAs, Role


def read(text: str) -> list[str]:
    return texts(content(text.encode(), ".md"))


def test_marks_become_what_they_mean() -> None:
    assert read(
        "The *port* **of** `Kotka`, [said](http://x.y) the\nmayor\\*.  \nTwice & &amp;."
    ) == ["The port of Kotka, said the mayor*. Twice & &."]
    assert read("~~struck~~ stays, and <http://x.y/z>.") == ["~~struck~~ stays, and http://x.y/z."]


def test_headings_and_pictures() -> None:
    found = content(
        b"# Harbour opens\n\nWhat comes\n----------\n\n![A bridge](a.jpg 'Photo: J. Doe')\n\n"
        b"Before ![a map](b.png) after.\n",
        ".md",
    )
    assert roles(found) == [
        ("Harbour opens", Role.HEADING, "Markdown heading 1"),
        ("What comes", Role.HEADING, "Markdown heading 2"),
        ("A bridge", Role.CAPTION, "description of a picture"),
        ("Photo: J. Doe", Role.CAPTION, "description of a picture"),
        ("Before after.", None, ""),
        ("a map", Role.CAPTION, "description of a picture"),
    ]


def test_lists_quotations_code_and_tables() -> None:
    text = (
        "3. three\n\n   more\n4. four\n   - dot\n\n2021. talks\n\n> quoted\n> > twice\n\n"
        "```\ncode *kept*\n```\n\n    and this\n\nPort | Ships\n---|---\nKotka | 12\n"
    )
    assert read(text) == [
        "3. three", "more", "4. four", "dot", "2021. talks", "quoted", "twice", "code *kept*",
        "and this", "Port | Ships", "Kotka | 12",
    ]  # fmt: skip


def test_html_gives_its_visible_text() -> None:
    text = (
        "<div>One <b>two</b> &amp; three<p>Four</p>five<script>six()</script></div>\n\n"
        "In <i>line</i><br>text<!-- unseen -->.\n\n<!-- a\n\nb -->\n\n<style>\nx\n</style>\n"
    )
    assert read(text) == ["One two & three", "Four", "five", "In line text."]


def test_footnotes_are_kept() -> None:
    text = (
        "Said[^b] so [^1].\n\nNot[^x] yet, nor again[^1].\n\n[^1]: Ibid.[^b]\n[^b]: https://x.y\n"
        "[^c]: Alone.\n\n[ref]: http://gone\n"
    )
    assert roles(content(text.encode(), ".md")) == [
        ("Said so.", None, ""),
        ("https://x.y", Role.NOTICE, "footnote b"),
        ("Ibid.", Role.NOTICE, "footnote 1"),
        ("Not[^x] yet, nor again.", None, ""),
        ("Alone.", Role.NOTICE, "footnote c"),
    ]


FRONT = """---
title: "Harbour opens"
date: 2024-05-03T10:00:00Z
author:
  - Jane Doe
  - 'John Roe'
tags: [ports, ships]
---
The harbour was opened again on Tuesday.
"""


def test_front_matter_is_a_card() -> None:
    article = readers.read(FRONT.encode(), "a.md").article
    assert article.card.title == "Harbour opens"
    assert article.card.published == date(2024, 5, 3)
    assert article.card.authors == ("Jane Doe", "John Roe")
    assert dict(article.card_cues)["published"] == "front matter “date”"
    body = [article.text_of(each) for each in article.paragraphs if each.role is Role.BODY]
    assert body == ["The harbour was opened again on Tuesday."]
    assert article.paragraphs[0].role is Role.HEADING
    assert "tags: [ports, ships]" in article.text  # nothing is lost


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nWords without a key.\n---\n\nText.", ["Words without a key.", "Text."]),
        ("---\n\nText: and more.\n\nmany words\n---\n", ["Text: and more.", "many words"]),
        ("---\ntitle: One\n", ["title: One"]),
        ("---\n  words here\n---\n\nText.", ["words here", "Text."]),
        ("---\ntitle: One\n---\n# One\n\nText.", ["One", "Text."]),
        ("+++\ntitle = 'One'\n+++\nText.", ["One", "Text."]),
        ("---\ndate: soon\n---\nText.", ["date: soon", "Text."]),
    ],
)
def test_front_matter_or_two_lines(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_two_lines_without_a_key_are_no_front_matter() -> None:
    assert all(role is not Role.NOTICE for _, role, _ in roles(content(b"---\n  x\n---\n", ".md")))


def test_encodings() -> None:
    assert texts(content("# Żaba\n".encode("utf-16"), ".md")) == ["Żaba"]
    told = content("# Мир\n".encode("cp1251"), ".md", ReadAs(encoding="cp1251"))
    assert (texts(told), told.encoding) == (["Мир"], "cp1251")
    with pytest.raises(NotText):
        content(bytes(range(256)), ".md")
    with pytest.raises(EmptySource):
        readers.read(b"", "a.md")


@pytest.mark.parametrize("mark", [">", "> - ", "- ", "1. "])
def test_text_too_deep_is_refused_not_lost(mark: str) -> None:
    assert read(mark * 15 + "deep") == ["1. deep" if mark == "1. " else "deep"]
    with pytest.raises(TooDeep):
        read(mark * 3000 + "deep")


def test_deep_html_is_refused_not_lost() -> None:
    with pytest.raises(TooDeep):
        read("<div>" * 5000 + "deep")


WORDS = st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo", "Nd")), min_size=1)


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["p", "h", "li", "quote", "bold", "code", "html"])))
)
@example([("0", "li"), ("0", "p")])
def test_any_words_come_out_whole(lines: list[tuple[str, str]]) -> None:
    def made(text: str, way: str) -> str:
        match way:
            case "h":
                return f"## {text}"
            case "li":
                return f"- {text}"
            case "quote":
                return f"> {text}"
            case "bold":
                return f"**{text}**"
            case "code":
                return f"```\n{text}\n```"
            case "html":
                return f"<div>{text}</div>"
            case _:
                return text

    found = content("\n\n".join(made(*each) for each in lines).encode(), ".md")
    import unicodedata

    expected = unicodedata.normalize("NFC", "".join(t for t, _ in lines))
    assert unicodedata.normalize("NFC", "".join("".join(texts(found)).split())) == expected


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    content(text.encode(), ".md", ReadAs(encoding="utf-8"))

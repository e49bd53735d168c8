"""What a brief says arrives in both files, in the same order, letter for letter."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_back import FULL, Docx, Pdf, paragraph, solid, texts

from briefing.errors import GlyphsMissing
from briefing.model.brief import Brief, Cell, Heading, ParagraphStyle, Run, Table, TableStyle
from briefing.writers import WRITERS, fonts
from briefing.writers.style import house_style

STYLE = house_style()


def test_both_files_say_the_brief(full: Brief) -> None:
    said = list(texts(full.blocks))
    docx = Docx(WRITERS[".docx"](full, STYLE).data)
    pdf = Pdf(WRITERS[".pdf"](full, STYLE).data)
    assert [each for each in docx.paragraphs() if each] == [words for _, words in said if words]
    assert pdf.body(full) == solid("".join(sign + words for sign, words in said))


def test_edges_are_the_same(full: Brief) -> None:
    docx = Docx(WRITERS[".docx"](full, STYLE).data)
    assert docx.paragraphs("word/header1.xml") == ["UNMARKED", "Ports desk"]
    assert docx.paragraphs("word/footer1.xml") == ["Page 1 of 1", "UNMARKED"]
    assert Pdf(WRITERS[".pdf"](full, STYLE).data).pages[0].endswith("Page 1 of 1UNMARKED")


# Text as it can stand in a Brief: white space collapsed, nothing XML cannot hold.
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
).map(lambda text: " ".join(text.split()) or "x")


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_text_arrives(words: list[str]) -> None:
    cells = tuple((Cell((paragraph(each),)),) for each in words)
    brief = replace(
        FULL,
        title=words[0],
        blocks=(
            Heading(1, (Run(words[0]),)),
            *(paragraph(each, ParagraphStyle.BULLET) for each in words),
            Table(TableStyle.GRID, cells, (1.0,)),
        ),
    )
    said = list(texts(brief.blocks))
    docx = Docx(WRITERS[".docx"](brief, STYLE).data)
    assert [each for each in docx.paragraphs() if each] == [text for _, text in said]
    written = WRITERS[".pdf"](brief, STYLE)
    missing = "".join(
        "".join(each.characters) for each in written.notices if isinstance(each, GlyphsMissing)
    )
    shown = "".join(sign + _shown(text, missing) for sign, text in said)
    assert Pdf(written.data).body(brief) == shown


def _shown(text: str, missing: str) -> str:
    """What the PDF shows: a number for a letter no font has, nothing for what is invisible."""
    text = fonts._IGNORABLE.sub("", text)
    return solid("".join(f"[U+{ord(c):04X}]" if c in missing else c for c in text))


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }} {% for x in y %} {# no #}",
        '<b>bold</b> <font color="red">red</font> <para> <br/> &amp; & ]]> <!-- -->',
        "Łódź Île Ærø ŵ ș ő ŝ Щёлково Ґ ї Αθήνα ϕ ệ",
        "\u00ad",
        "soft\u00adhyphen zero\u200bwidth join\u200der no\u00a0break",
        "עברית ו-English و العربية",
        "日本語 中文 한국어",
        "😀 👩‍🚀 🇫🇷 é e\u0301",
        "\ue000\U0010fffd",
    ],
)
def test_unusual_text_arrives(text: str) -> None:
    test_any_text_arrives.hypothesis.inner_test([text])  # type: ignore[attr-defined]


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_same_bytes_in_another_process(suffix: str, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    code = (
        "import sys; sys.path[:0] = [sys.argv[1], sys.argv[2]]\n"
        "from reading_back import FULL\n"
        "from briefing.writers import WRITERS\n"
        "from briefing.writers.style import house_style\n"
        "sys.stdout.buffer.write(WRITERS[sys.argv[3]](FULL, house_style()).data)"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, str(root), str(Path(__file__).parent), suffix],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert made[0] == made[1] == WRITERS[suffix](FULL, STYLE).data

"""What a brief says arrives in both files, in the same order, letter for letter."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import libreoffice
import pytest
from briefs import PLAIN, SAMPLES, WORDS, briefs
from docx_package import BODY, Package, W
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from pdf_rules import TaggedPdf
from reading_back import FULL

from briefing.errors import GlyphsMissing
from briefing.model.brief import (
    Brief,
    Cell,
    Heading,
    Inline,
    Note,
    Notes,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.writers import WRITERS, Options
from briefing.writers.house import load
from briefing.writers.house.whole import House
from briefing.writers.written import Written

NOTED = (Notes.FOOTNOTES, Notes.ENDNOTES)
"""What a PDF can have; comments are for Word."""
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make a brief smaller that fails takes minutes."""
SLOW = [HealthCheck.too_slow]


@cache
def house() -> House:
    return load("modern")


def written(suffix: str, brief: Brief) -> Written:
    return WRITERS[suffix](brief, house(), Options())


# --- what a brief says --------------------------------------------------------------------------


def lines(brief: Brief) -> Iterator[tuple[Inline, ...]]:
    """Each paragraph of the brief, in order; those of tables row by row."""
    for block in brief.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from (each.inlines for each in cell.paragraphs)
        else:
            yield block.inlines


def plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(each.text for each in inlines if isinstance(each, Run))


def said(brief: Brief) -> list[str]:
    """Its paragraphs without their notes; empty ones left out."""
    return [text for each in lines(brief) if (text := plain(each))]


def noted(brief: Brief) -> list[str]:
    return [plain(each.inlines) for each in brief.numbered()]


# --- what a Word file says ----------------------------------------------------------------------

_WORD_SAYS = {"br": "\n", "tab": "\t", "softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}


def paragraphs(root: etree._Element) -> list[str]:
    found: list[str] = []
    for paragraph in root.iter(f"{W}p"):
        names = ((each, str(each.tag).removeprefix(W)) for each in paragraph.iter(f"{W}*"))
        text = "".join(
            each.text or "" if name == "t" else _WORD_SAYS.get(name, "")
            for each, name in names
            if not _within_properties(each)
        )
        found.append(text)
    return [each for each in found if each]


def _within_properties(each: etree._Element) -> bool:
    """``w:tab`` is also where a tabulator is set."""
    parent = each.getparent()
    return parent is not None and parent.tag == f"{W}tabs"


def notes_part(package: Package, notes: Notes) -> list[str]:
    root = package.root(notes.value)
    if root is None:
        return []
    kind = notes.value[:-1]
    every = root.findall(f"{W}{kind}")
    return [
        "\n".join(paragraphs(each)).strip()
        for each in every
        if each.get(f"{W}type", "normal") == "normal"
    ]


def check_docx(brief: Brief) -> None:
    package = Package(written(".docx", brief).data)
    assert paragraphs(package.xml[BODY]) == said(brief)
    assert notes_part(package, brief.notes) == noted(brief)


# --- what a PDF says ----------------------------------------------------------------------------


def check_pdf(brief: Brief) -> None:
    made = written(".pdf", brief)
    pdf = TaggedPdf(made.data)
    assert pdf.root is not None
    read = _seen(_meant(pdf.words(pdf.root), made)).split()
    wanted = [_seen(each) for each in _read_aloud(brief)]
    for n, (is_read, word) in enumerate(zip(read, wanted, strict=False)):
        if is_read.upper() != word.upper():  # a style may set it in capitals
            pytest.fail(f"word {n}: {read[n - 5 : n + 5]}, not {wanted[n - 5 : n + 5]}")
    assert len(read) == len(wanted), (read[-5:], wanted[-5:])


def _read_aloud(brief: Brief) -> Iterator[str]:
    """Words in the order of reading: footnotes after their paragraph, endnotes after all."""
    count = 0
    waiting: list[str] = []
    for inlines in lines(brief):
        text = ""
        for each in inlines:
            if isinstance(each, Note):
                count += 1
                text += str(count)
                waiting += [str(count), *_visible(plain(each.inlines)).split()]
            elif isinstance(each, Run):
                text += each.text
        yield from _visible(text).split()
        if brief.notes is Notes.FOOTNOTES:
            yield from waiting
            waiting = []
    yield from waiting


def _visible(text: str) -> str:
    """Without what has no shape: joiners, marks of direction, variation selectors."""
    return "".join(
        c
        for c in text
        if unicodedata.category(c) != "Cf" and c not in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
        and not "\ufe00" <= c <= "\ufe0f" and not "\u180b" <= c <= "\u180f"
        and not "\U000e0000" <= c <= "\U000e0fff"
        and not "\ufff0" <= c <= "\ufff8" and c != "\u2065"
    )  # fmt: skip


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", _visible(text))


def _meant(text: str, made: Written) -> str:
    """A letter no font has may stand as its number, and only such a letter."""
    lacking = (e.characters for e in made.notices if isinstance(e, GlyphsMissing))
    for letter in {letter for letters in lacking for letter in "".join(letters)}:
        text = text.replace(f"[U+{ord(letter):04X}]", letter)
    return text


# --- the tests ----------------------------------------------------------------------------------


@pytest.mark.parametrize("notes", Notes)
@pytest.mark.parametrize("name", SAMPLES)
def test_word_files_say_the_brief(name: str, notes: Notes) -> None:
    check_docx(replace(SAMPLES[name], notes=notes))


@pytest.mark.parametrize("notes", NOTED)
@pytest.mark.parametrize("name", SAMPLES)
def test_pdf_files_say_the_brief(name: str, notes: Notes) -> None:
    check_pdf(replace(SAMPLES[name], notes=notes))


def test_every_kind_of_block_and_inline(full: Brief) -> None:
    check_docx(full)
    check_pdf(full)


def test_the_marking_is_at_the_top_and_bottom_of_every_page(full: Brief) -> None:
    package = Package(written(".docx", full).data)
    edges = {each.id: each.target for each in package.relations(BODY)}
    section = next(package.xml[BODY].iter(f"{W}sectPr"))
    found: dict[str, list[str]] = {"header": [], "footer": []}
    for kind, parts in found.items():
        for each in section.iter(f"{W}{kind}Reference"):
            id = next(value for name, value in each.attrib.items() if str(name).endswith("}id"))
            parts.append(" ".join(paragraphs(package.xml[edges[id]])))
    assert all(found.values())
    for text in (*found["header"], *found["footer"]):
        assert full.marking.casefold() in text.casefold()
    assert all(plain(full.header) in each for each in found["header"])
    assert all("Page 1 of 1" in each for each in found["footer"])


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW, phases=PHASES)
@given(briefs())
def test_any_brief_arrives_in_word(brief: Brief) -> None:
    check_docx(brief)


@pytest.mark.parametrize("notes", NOTED)
def test_any_brief_arrives_in_pdf(notes: Notes) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=SLOW, phases=PHASES)
    @given(briefs(notes))
    def check(brief: Brief) -> None:
        check_pdf(brief)

    check()


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_text_arrives(words: list[str]) -> None:
    check_docx(_of(words))
    check_pdf(_of(words))


def _of(words: list[str]) -> Brief:
    def paragraph(text: str, style: ParagraphStyle = ParagraphStyle.NORMAL) -> Paragraph:
        return Paragraph(style, (Run(text), Note((Run(text),))))

    cells = tuple((Cell((paragraph(each),)),) for each in words)
    return replace(
        FULL,
        title=words[0],
        blocks=(
            Heading(1, (Run(words[0]),)),
            *(paragraph(each, ParagraphStyle.BULLET) for each in words),
            Table(TableStyle.GRID, cells, (1.0,)),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }} {% for x in y %} {# no #}",
        '<b>bold</b> <font color="red">red</font> <para> <br/> &amp; & ]]> <!-- -->',
        "Łódź Île Ærø ŵ ș ő ŝ Щёлково Ґ ї Αθήνα ϕ ệ",
        "\u00ad",
        "soft\u00adhyphen zero\u200bwidth join\u200der no\u00a0break hard\u2011hyphen",
        "office affine first-floor flat fjord staff",
        "עברית ו-English و العربية",
        "日本語 中文 한국어",
        "😀 👩‍🚀 🇫🇷 é e\u0301",
        "\ue000\U0010fffd",
    ],
)
def test_unusual_text_arrives(text: str) -> None:
    check_docx(_of([text]))
    check_pdf(_of([text]))


# --- as LibreOffice reads it --------------------------------------------------------------------

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def opened(fodt: bytes) -> tuple[list[str], list[str]]:
    """Paragraphs of the text, and notes or comments, as LibreOffice understood them."""
    body = etree.fromstring(fodt, etree.XMLParser(huge_tree=True)).find(f"{_OFFICE}body/*")
    assert body is not None
    found: tuple[list[str], list[str]] = ([], [])
    _opened(body, found[0], found[1])
    return [each for each in found[0] if each], [each.strip() for each in found[1]]


def _opened(element: etree._Element, texts: list[str], asides: list[str]) -> None:
    for child in element:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            place = len(texts)
            texts.append("")
            texts[place] = _spoken(child, asides)
        elif isinstance(child.tag, str):
            _opened(child, texts, asides)


def _spoken(element: etree._Element, asides: list[str]) -> str:
    text = element.text or ""
    for child in element:
        match str(child.tag).removeprefix(_TEXT):
            case "s":
                text += " " * int(child.get(f"{_TEXT}c", "1"))
            case "tab":
                text += "\t"
            case "line-break":
                text += "\n"
            case "note":
                inner: list[str] = []
                _opened(child, inner, asides)
                asides.append("\n".join(inner))
            case "bookmark" | "bookmark-start" | "bookmark-end" | "soft-page-break":
                pass
            case _ if child.tag == f"{_OFFICE}annotation":
                inner = []
                _opened(child, inner, asides)
                asides.append("\n".join(inner))
            case _:
                text += _spoken(child, asides)
        text += child.tail or ""
    return text


def test_libreoffice_reads_the_same_words() -> None:
    wanted = dict(SAMPLES)
    wanted |= {each.value: replace(SAMPLES["noted"], notes=each) for each in Notes}
    wanted |= {f"any-{n}": brief for n, brief in enumerate(any_briefs(8))}
    files = {name: written(".docx", brief).data for name, brief in wanted.items()}
    for name, fodt in libreoffice.convert(files, "fodt").items():
        texts, asides = opened(fodt)
        assert texts == said(wanted[name]), name
        if wanted[name].notes is Notes.COMMENTS:  # several at one place come in an order of its own
            assert sorted(asides) == sorted(noted(wanted[name])), name
        else:
            assert asides == noted(wanted[name]), name


def any_briefs(count: int) -> list[Brief]:
    """The longest of those that hypothesis makes."""
    made: list[Brief] = []

    @settings(max_examples=40, deadline=None, database=None, derandomize=True)
    @given(briefs(words=PLAIN))
    def make(brief: Brief) -> None:
        made.append(brief)

    make()
    return sorted(made, key=lambda each: len("".join(said(each))))[-count:]


# --- the same bytes -----------------------------------------------------------------------------

_CODE = """
import sys; sys.path[:0] = sys.argv[1:3]
import hashlib
from dataclasses import replace
from briefs import SAMPLES
from briefing.model.brief import Notes
from briefing.writers import WRITERS, Options
from briefing.writers.house import load
for suffix in (".docx", ".pdf"):
    for notes in Notes:
        brief = replace(SAMPLES["noted"], notes=notes)
        data = WRITERS[suffix](brief, load("classical"), Options()).data
        print(suffix, notes, hashlib.sha256(data).hexdigest())
"""


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    made = [
        subprocess.run(
            [sys.executable, "-c", _CODE, str(root), str(Path(__file__).parent)],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
        ).stdout.decode()
        for seed, zone, locale in (
            ("1", "UTC", "C.UTF-8"),
            ("2", "Asia/Tokyo", "tr_TR.UTF-8"),
        )
    ]
    assert made[0].count("\n") == 6
    assert made[0] == made[1]


def test_nothing_is_packed_with_the_hour(full: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(written(".docx", full).data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
